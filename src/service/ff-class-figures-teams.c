/* The teams of a class and what each was given as a whole. */
#include "config.h"

#include "ff-class-figures-private.h"

#include "ff-team-mark-store.h"

static int
find_component (const FfScheme *scheme, gint64 id)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->id == id)
      return (int) i;
  return -1;
}

static int
find_criterion (const FfComponent *component, gint64 id)
{
  for (guint i = 0; component->criteria != NULL && i < component->criteria->len; i++)
    if (((const FfCriterion *) g_ptr_array_index (component->criteria, i))->id == id)
      return (int) i;
  return -1;
}

static void
on_team_mark (const FfTeamMarkRow *row, gpointer user_data)
{
  FfClassFigures *figures = user_data;
  FfTeamMark mark = {
    .team_id = row->team_id,
    .component = find_component (figures->scheme, row->component_id),
    .criterion = -1,
    .attempt = row->attempt,
    .score = row->score,
    .rater = ff_class_figures_keep (figures, row->rater),
  };

  if (mark.component < 0)
    return;
  if (row->criterion_id != 0)
    mark.criterion = find_criterion (ff_scheme_get (figures->scheme, (guint) mark.component), row->criterion_id);
  if (row->criterion_id == 0 || mark.criterion >= 0)
    g_array_append_val (figures->team_marks, mark);
}

gboolean
ff_class_figures_read_teams (FfDb *db, FfClassFigures *figures, GError **error)
{
  figures->team_marks = g_array_new (FALSE, FALSE, sizeof (FfTeamMark));
  figures->teams = ff_team_store_of_run (db, figures->run->id, error);
  return figures->teams != NULL && ff_team_mark_store_foreach_of_run (db, figures->run->id, on_team_mark, figures, error);
}

const FfTeamMark *
ff_class_figures_find_team_mark (const FfClassFigures *figures, gint64 team_id, int component, int criterion, const char *rater, int attempt)
{
  g_return_val_if_fail (figures != NULL && rater != NULL, NULL);

  for (guint i = 0; team_id != 0 && i < figures->team_marks->len; i++)
    {
      const FfTeamMark *mark = &g_array_index (figures->team_marks, FfTeamMark, i);

      if (mark->team_id == team_id && mark->component == component && mark->criterion == criterion && mark->attempt == attempt
          && g_str_equal (mark->rater, rater))
        return mark;
    }
  return NULL;
}

const char *
ff_class_figures_team_name (const FfClassFigures *figures, gint64 team_id)
{
  for (guint i = 0; i < figures->teams->len; i++)
    {
      const FfTeam *team = g_ptr_array_index (figures->teams, i);

      if (team->id == team_id)
        return team->name;
    }
  return NULL;
}
