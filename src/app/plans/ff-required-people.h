/* Those who lack a required course: a list to read, and to copy into a message or into the window that enrols. */
#pragma once

#include <adwaita.h>

#include "ff-requirements.h"

G_BEGIN_DECLS

/* Opens over @parent. @department: one of @figures; NULL: all of them. Keeps nothing of @figures. */
void ff_required_people_open (GtkWidget *parent, const FfRequirementFigures *figures, const FfRequiredDepartment *department);

G_END_DECLS
