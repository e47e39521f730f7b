#include "config.h"

#include "ff-team-marks.h"

#include "ff-courses.h"
#include "ff-enrolment-write.h"
#include "ff-settling.h"
#include "ff-take.h"
#include "ff-teams.h"

#include <glib/gi18n-lib.h>

void
ff_team_mark_news_clear (FfTeamMarkNews *news)
{
  g_clear_pointer (&news->own, g_ptr_array_unref);
  g_clear_pointer (&news->exempt, g_ptr_array_unref);
}

static void
add_name (GPtrArray **names, const char *name)
{
  if (*names == NULL)
    *names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*names, g_strdup (name));
}

/* A team's mark ----------------------------------------------------------------------------------------------------- */

/* The mark of one member under the key of the team's. */
static gboolean
find_mark (FfDb *db, const FfTeamMarkRow *team_mark, gint64 enrolment_id, FfMarkRow *row, GError **error)
{
  *row = (FfMarkRow) { .enrolment_id = enrolment_id, .component_id = team_mark->component_id, .criterion_id = team_mark->criterion_id,
                       .rater = team_mark->rater, .attempt = team_mark->attempt };
  return ff_mark_store_find (db, row, error);
}

static gboolean
write_following (FfDb *db, const FfTeamMarkRow *team_mark, FfMarkRow *row, GError **error)
{
  row->score = team_mark->score;
  row->from_team_id = team_mark->team_id;
  row->reason = NULL;
  return ff_mark_store_write (db, row, error);
}

static gboolean
is_exempt (FfDb *db, gint64 enrolment_id, gint64 component_id, gboolean *exempt, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *reason = ff_exemption_store_read (db, enrolment_id, component_id, &local_error);

  *exempt = reason != NULL;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
tell_member (FfDb *db, const FfTeamMarkRow *team_mark, gboolean is_new, const FfEnrolment *member, FfTeamMarkNews *news, GError **error)
{
  FfMarkRow row;
  gboolean exempt;

  if (!is_exempt (db, member->id, team_mark->component_id, &exempt, error) || !find_mark (db, team_mark, member->id, &row, error))
    return FALSE;
  if (row.id != 0 && row.from_team_id != team_mark->team_id)
    add_name (&news->own, member->name);
  else if (exempt)
    add_name (&news->exempt, member->name);
  else if (row.id == 0 && is_new)
    {
      news->given++;
      return write_following (db, team_mark, &row, error);
    }
  return TRUE;
}

static gboolean
tell_members (FfDb *db, const FfTeam *team, const FfTeamMarkRow *team_mark, gboolean is_new, FfTeamMarkNews *news, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolment_store_of_run (db, team->run_id, TRUE, error);

  if (enrolments == NULL)
    return FALSE;
  for (guint i = 0; i < enrolments->len; i++)
    {
      const FfEnrolment *member = g_ptr_array_index (enrolments, i);

      if (member->team_id == team->id && !tell_member (db, team_mark, is_new, member, news, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_key (FfDb *db, const FfTeam *team, const FfTeamMarkKey *key, gboolean has_score, gint64 score, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, 0, team->run_id, error);
  int component, criterion;

  if (scheme == NULL || !ff_marking_find_by_ids (scheme, key->component_id, key->criterion_id, &component, &criterion, error))
    return FALSE;
  if (!ff_scheme_get (scheme, (guint) component)->by_team)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "component",
                        _ ("“%s” is marked person by person; say in the scheme that it is marked per team first."),
                        ff_scheme_get (scheme, (guint) component)->title);
      return FALSE;
    }
  return !has_score || ff_marking_check_score (scheme, component, criterion, score, error);
}

static FfPut
write_team_mark (FfDb *db, const FfTeam *team, FfTeamMarkRow *row, gboolean has_score, gint64 score, FfTeamMarkNews *news, GError **error)
{
  gboolean is_new = row->id == 0;
  int n;

  if (has_score ? !is_new && row->score == score : is_new)
    return FF_PUT_SAME;
  if (!ff_settling_check_open (db, team->run_id, error))
    return FF_PUT_REFUSED;
  if (!has_score)
    return ff_team_mark_store_delete (db, row, &n, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
  row->score = score;
  if (!ff_team_mark_store_write (db, row, error) || !tell_members (db, team, row, is_new, news, error))
    return FF_PUT_REFUSED;
  return is_new ? FF_PUT_NEW : FF_PUT_CHANGED;
}

FfPut
ff_team_marks_set (FfDb *db, const FfTeamMarkKey *key, gboolean has_score, gint64 score, FfTeamMarkNews *news, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Mark a team"), error);
  g_autoptr (FfTeam) team = NULL;
  g_autofree char *rater = NULL;
  g_auto (FfTeamMarkNews) own_news = { NULL };
  FfTeamMarkRow row;
  gboolean changed = FALSE;
  FfPut result;

  g_return_val_if_fail (key != NULL && key->attempt >= 1, FF_PUT_REFUSED);

  if (batch == NULL || (team = ff_teams_read (db, key->team_id, error)) == NULL
      || !ff_take_line (&rater, key->rater, FF_TAKE_LINE_MAX, "rater", &changed, error)
      || !check_key (db, team, key, has_score, score, error))
    return FF_PUT_REFUSED;
  row = (FfTeamMarkRow) { .team_id = key->team_id, .component_id = key->component_id, .criterion_id = key->criterion_id,
                          .rater = rater != NULL ? rater : "", .attempt = key->attempt };
  if (!ff_team_mark_store_find (db, &row, error))
    return FF_PUT_REFUSED;
  result = write_team_mark (db, team, &row, has_score, score, news != NULL ? news : &own_news, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

/* Which leaves -------------------------------------------------------------------------------------------------------- */

static void
find_any (const FfTeamMarkRow *row, gpointer user_data)
{
  gint64 *component_id = user_data;

  if (row->component_id == *component_id)
    *component_id = 0;
}

static gboolean
check_by_team (FfDb *db, gint64 run_id, const FfComponent *leaf, gboolean by_team, GError **error)
{
  gint64 unmarked = leaf->id;

  if (by_team && ff_component_is_computed (leaf))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "component", _ ("“%s” is computed by the program for each person."), leaf->title);
      return FALSE;
    }
  if (by_team)
    return TRUE;
  if (!ff_team_mark_store_foreach_of_run (db, run_id, find_any, &unmarked, error))
    return FALSE;
  if (unmarked == 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "component", _ ("Teams have marks in “%s”; clear them first."), leaf->title);
  return unmarked != 0;
}

FfPut
ff_team_marks_set_by_team (FfDb *db, gint64 run_id, gint64 component_id, gboolean by_team, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Mark a component per team"), error);
  g_autoptr (FfScheme) scheme = batch != NULL ? ff_schemes_read (db, 0, run_id, error) : NULL;
  FfComponent *leaf;
  int component, criterion;
  FfPut result;

  if (scheme == NULL || !ff_marking_find_by_ids (scheme, component_id, 0, &component, &criterion, error))
    return FF_PUT_REFUSED;
  leaf = g_ptr_array_index (scheme->components, (guint) component);
  if (!leaf->by_team == !by_team)
    return FF_PUT_SAME;
  if (!check_by_team (db, run_id, leaf, by_team, error))
    return FF_PUT_REFUSED;
  leaf->by_team = by_team;
  result = ff_schemes_put (db, 0, run_id, scheme, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

/* A member's -------------------------------------------------------------------------------------------------------- */

/* The mark of somebody's present team under the key of his own; id 0: there is none. */
static gboolean
find_team_mark (FfDb *db, const FfEnrolment *enrolment, const FfMarkRow *row, FfTeamMarkRow *team_mark, GError **error)
{
  *team_mark = (FfTeamMarkRow) { .team_id = enrolment->team_id, .component_id = row->component_id, .criterion_id = row->criterion_id,
                                 .rater = row->rater, .attempt = row->attempt };
  return enrolment->team_id == 0 || ff_team_mark_store_find (db, team_mark, error);
}

gboolean
ff_team_marks_take_back (FfDb *db, FfMarkRow *row, gboolean *followed, GError **error)
{
  g_autoptr (FfEnrolment) enrolment = ff_enrolment_need (db, row->enrolment_id, error);
  FfTeamMarkRow team_mark;

  if (enrolment == NULL || !find_team_mark (db, enrolment, row, &team_mark, error))
    return FALSE;
  *followed = team_mark.id != 0 && row->from_team_id == 0;
  return !*followed || write_following (db, &team_mark, row, error);
}

static FfPut
follow (FfDb *db, const FfEnrolment *enrolment, const FfMarkKey *key, const char *rater, GError **error)
{
  FfMarkRow row = { .component_id = key->component_id, .criterion_id = key->criterion_id, .rater = rater, .attempt = key->attempt };
  FfTeamMarkRow team_mark;
  gboolean exempt;

  if (!find_team_mark (db, enrolment, &row, &team_mark, error) || !is_exempt (db, enrolment->id, key->component_id, &exempt, error))
    return FF_PUT_REFUSED;
  if (team_mark.id == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "team", _ ("The team of %s has no mark here yet; mark the team first."), enrolment->name);
      return FF_PUT_REFUSED;
    }
  if (exempt)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "component", _ ("%s is exempt here; lift the exemption first."), enrolment->name);
      return FF_PUT_REFUSED;
    }
  if (!find_mark (db, &team_mark, enrolment->id, &row, error))
    return FF_PUT_REFUSED;
  if (row.id != 0 && row.from_team_id == team_mark.team_id)
    return FF_PUT_SAME;
  if (!ff_settling_check_open (db, enrolment->run_id, error) || !write_following (db, &team_mark, &row, error))
    return FF_PUT_REFUSED;
  return FF_PUT_CHANGED;
}

FfPut
ff_team_marks_follow (FfDb *db, const FfMarkKey *key, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Give the team's mark"), error);
  g_autoptr (FfEnrolment) enrolment = NULL;
  FfPut result;

  g_return_val_if_fail (key != NULL && key->attempt >= 1, FF_PUT_REFUSED);

  if (batch == NULL || (enrolment = ff_enrolment_need (db, key->enrolment_id, error)) == NULL)
    return FF_PUT_REFUSED;
  result = follow (db, enrolment, key, key->rater != NULL ? key->rater : "", error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}
