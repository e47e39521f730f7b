#include "config.h"

#include "ff-team-marks-text.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"

static const FfTeamMark *
get_team_mark (const FfClassFigures *figures, guint index)
{
  return &g_array_index (figures->team_marks, FfTeamMark, index);
}

FfTeamScore
ff_team_marks_text_find (const FfClassFigures *figures, gint64 team_id, int component, int criterion)
{
  FfTeamScore found = { 0, 1, "", 0 };

  for (guint i = 0; i < figures->team_marks->len; i++)
    {
      const FfTeamMark *mark = get_team_mark (figures, i);

      if (mark->team_id != team_id || mark->component != component || mark->criterion != criterion || mark->attempt < found.attempt)
        continue;
      if (mark->attempt > found.attempt)
        found.raters = 0;
      found = (FfTeamScore) { found.raters + 1, mark->attempt, mark->rater, mark->score };
    }
  return found;
}

/* The trainee's own row under the key of a team's mark. */
static const FfStoredMark *
find_stored (const FfClassTrainee *trainee, const FfTeamMark *mark)
{
  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *stored = &g_array_index (trainee->marks, FfStoredMark, i);

      if (stored->component == mark->component && stored->criterion == mark->criterion && stored->attempt == mark->attempt
          && g_str_equal (stored->rater, mark->rater))
        return stored;
    }
  return NULL;
}

GArray *
ff_team_marks_text_list_deviants (const FfClassFigures *figures)
{
  GArray *deviants = g_array_new (FALSE, FALSE, sizeof (FfTeamDeviant));

  for (guint i = 0; i < figures->team_marks->len; i++)
    {
      const FfTeamMark *mark = get_team_mark (figures, i);

      for (guint k = 0; k < figures->trainees->len; k++)
        {
          const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, k);
          FfTeamDeviant deviant = { trainee, mark, find_stored (trainee, mark) };

          if (trainee->team_id == mark->team_id && !trainee->exempt[mark->component]
              && (deviant.own == NULL || deviant.own->from_team_id != mark->team_id))
            g_array_append_val (deviants, deviant);
        }
    }
  return deviants;
}

static char *
describe_place (const FfClassFigures *figures, const FfTeamMark *mark)
{
  const FfComponent *leaf = ff_scheme_get (figures->scheme, (guint) mark->component);
  const FfCriterion *criterion = mark->criterion >= 0 ? g_ptr_array_index (leaf->criteria, (guint) mark->criterion) : NULL;

  if (criterion == NULL)
    return g_strdup (leaf->title);
  /* Translators: a rubric of the scheme and one of its criteria */
  return g_strdup_printf (_("%s › %s"), leaf->title, criterion->title);
}

char *
ff_team_marks_text_describe (const FfClassFigures *figures, const FfTeamDeviant *deviant)
{
  g_autofree char *place = describe_place (figures, deviant->mark);
  g_autofree char *score = ff_hundredths_format (deviant->mark->score);
  const char *team = ff_class_figures_team_name (figures, deviant->mark->team_id);
  g_autofree char *own = NULL;

  if (deviant->own == NULL)
    /* Translators: a component, a team, its mark */
    return g_strdup_printf (_("%s: no mark, %s has %s"), place, team, score);
  own = ff_hundredths_format (deviant->own->score);
  /* Translators: a component, somebody's own mark, a team, its mark */
  return g_strdup_printf (_("%s: own mark %s, %s has %s"), place, own, team, score);
}

/* The newest of a trainee's marks in a cell. */
static const FfStoredMark *
find_newest (const FfClassTrainee *trainee, int component, int criterion)
{
  const FfStoredMark *newest = NULL;

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *stored = &g_array_index (trainee->marks, FfStoredMark, i);

      if (stored->component == component && stored->criterion == criterion && (newest == NULL || stored->attempt > newest->attempt))
        newest = stored;
    }
  return newest;
}

char *
ff_team_marks_text_origin (const FfClassFigures *figures, const FfClassTrainee *trainee, int component, int criterion)
{
  const FfStoredMark *stored = find_newest (trainee, component, criterion);
  const FfTeamMark *mark = stored != NULL ? ff_class_figures_find_team_mark (figures, trainee->team_id, component, criterion, stored->rater,
                                                                             stored->attempt)
                                          : NULL;
  g_autofree char *score = mark != NULL ? ff_hundredths_format (mark->score) : NULL;
  const char *from = stored != NULL && stored->from_team_id != 0 ? ff_class_figures_team_name (figures, stored->from_team_id) : NULL;

  if (from != NULL)
    /* Translators: a team */
    return g_strdup_printf (_("Mark of %s"), from);
  if (mark == NULL)
    return NULL;
  /* Translators: a team and its mark */
  return g_strdup_printf (_("Own mark; %s has %s"), ff_class_figures_team_name (figures, trainee->team_id), score);
}
