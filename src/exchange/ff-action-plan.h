/* The action plan of a class on paper: what, who, by when, state, mentor, result; what nobody filled in is left to write in. */
#pragma once

#include "ff-document.h"

G_BEGIN_DECLS

FfDocument *ff_action_plan_make (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
