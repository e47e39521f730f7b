/* Sessions as they would be, as plain lines with what they clash with: read on a reader's thread, shown by FfPlanWindow. */
#pragma once

#include "ff-clash-text.h"
#include "ff-clashes.h"

G_BEGIN_DECLS

typedef struct
{
  char *title;     /* what it is called */
  char *when;      /* Wed 30 Sep 09:00–12:00 */
  char *detail;    /* what becomes different, or whom it is for; NULL: nothing to say */
  gboolean cancelled;
  GPtrArray *notes; /* sentences about its clashes */
} FfPlanLine;

typedef struct
{
  GPtrArray *lines;   /* FfPlanLine */
  char *summary;      /* so many sessions and hours, from when to when */
  char *warning;      /* how many clashes; NULL: none */
} FfPlanPreview;

void ff_plan_preview_free (FfPlanPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPlanPreview, ff_plan_preview_free)

/* @plans: FfSessionPlan. */
FfPlanPreview *ff_plan_preview_read (FfDb *db, GPtrArray *plans, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
