/* The classes of a project, as a list of parts; and choosing one to add. */
#pragma once

#include "ff-part-list.h"

G_BEGIN_DECLS

/* Its owner is the project itself. */
extern const FfPartKind ff_project_class_parts;

/* Adds an existing class to a project: a form of one field; context: the project. */
extern const FfEditorKind ff_project_class_editor;

G_END_DECLS
