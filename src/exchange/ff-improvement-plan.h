/* A cycle of improvement on paper: what is weak, what the weakest items come from, and the action plan: what, who, by when, state, result. */
#pragma once

#include "ff-document.h"
#include "ff-owner.h"

G_BEGIN_DECLS

/* @owner: a class or a project. @cycle_id 0: its newest cycle. */
FfDocument *ff_improvement_plan_make (FfDb *db, FfOwner owner, gint64 cycle_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
