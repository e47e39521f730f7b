/* The stages of a project over its weeks, each with its tasks: who sees to them, until when, what is late. */
#pragma once

#include <adwaita.h>

#include "ff-project-figures.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_STAGE_TIMELINE (ff_stage_timeline_get_type ())
G_DECLARE_FINAL_TYPE (FfStageTimeline, ff_stage_timeline, FF, STAGE_TIMELINE, AdwBin)

GtkWidget *ff_stage_timeline_new (FfWorkspace *workspace, gint64 project_id);
/* Reads what it shows at once; @figures are not kept. */
void ff_stage_timeline_set_figures (FfStageTimeline *self, const FfProjectFigures *figures);

G_END_DECLS
