/* The marks of teams as a grid: teams down, the leaves that are marked per team across, a rubric by its criteria. */
#pragma once

#include "ff-class-figures.h"
#include "ff-grid-model.h"

G_BEGIN_DECLS

/* What is to be written for one cell. */
typedef struct
{
  gint64 team_id;
  gint64 component_id;
  gint64 criterion_id; /* 0: the leaf itself */
  char *rater;
  int attempt;
  gboolean has_score;
  gint64 score;
} FfTeamMarkEntry;

#define FF_TYPE_TEAM_MARKS_MODEL (ff_team_marks_model_get_type ())
G_DECLARE_FINAL_TYPE (FfTeamMarksModel, ff_team_marks_model, FF, TEAM_MARKS_MODEL, GObject)

/* Signal "entered" (const char *label, GArray *entries): FfTeamMarkEntry that are to be written; the figures show them already. */
FfTeamMarksModel *ff_team_marks_model_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @figures stay the caller's and must outlive the next call; what is entered changes their team_marks. */
void ff_team_marks_model_set_figures (FfTeamMarksModel *self, FfClassFigures *figures, gboolean writable);

G_END_DECLS
