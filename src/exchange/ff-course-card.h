/* A course on a page or two, to be handed out: what it is for, whom, by whom, when, and what is taught. */
#pragma once

#include "ff-document.h"

G_BEGIN_DECLS

FfDocument *ff_course_card_make (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
