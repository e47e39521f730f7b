/* The class that a class page shows: its figures, read in the background and again after each change that touches them. The
   page's tabs share one. */
#pragma once

#include "ff-class-figures.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_RUN_CONTEXT (ff_run_context_get_type ())
G_DECLARE_FINAL_TYPE (FfRunContext, ff_run_context, FF, RUN_CONTEXT, GObject)

/* Signals
   figures-changed (): the figures were read again; earlier pointers into them are gone.
   gone (): the class does not exist any more. */

FfRunContext *ff_run_context_new (FfWorkspace *workspace, gint64 run_id) G_GNUC_WARN_UNUSED_RESULT;
FfWorkspace *ff_run_context_get_workspace (FfRunContext *self);
gint64 ff_run_context_get_run_id (FfRunContext *self);
/* NULL until they were read for the first time. The main thread's own: a grid may change them and call
   ff_class_figures_update () to show an entry at once, before the writer has it. */
FfClassFigures *ff_run_context_get_figures (FfRunContext *self);
/* Reads again, e.g. when a day has passed or a write was refused. */
void ff_run_context_reload (FfRunContext *self);

G_END_DECLS
