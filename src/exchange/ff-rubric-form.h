/* A rubric on paper: the sheet on which one person is assessed. */
#pragma once

#include "ff-document.h"

G_BEGIN_DECLS

/* Of the library; @rubric_id as ff_rubric_library_read () takes it. */
FfDocument *ff_rubric_form_make (FfDb *db, gint64 rubric_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of a component in the scheme of a course or class. */
FfDocument *ff_rubric_form_make_component (FfDb *db, gint64 component_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
