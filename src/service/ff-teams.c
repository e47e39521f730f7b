#include "config.h"

#include "ff-teams.h"

#include "ff-assignment-store.h"
#include "ff-enrolment-write.h"
#include "ff-take.h"
#include "ff-team-draw.h"

#include <glib/gi18n-lib.h>

#define TEAM_NAME_MAX 100

GPtrArray *
ff_teams_of_run (FfDb *db, gint64 run_id, GError **error)
{
  return ff_team_store_of_run (db, run_id, error);
}

FfTeam *
ff_teams_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfTeam *team = ff_team_store_read (db, id, &local_error);

  if (team == NULL && local_error == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This team does not exist any more."));
  else if (team == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return team;
}

gboolean
ff_teams_get_seed (FfDb *db, gint64 run_id, guint32 *seed, GError **error)
{
  return ff_team_store_get_seed (db, run_id, seed, error);
}

/* Names and topics ------------------------------------------------------------------------------------------------------ */

/* "Team 3", or the next number whose name is free. */
static gint64
make_next (FfDb *db, gint64 run_id, guint number, GError **error)
{
  for (;; number++)
    {
      /* Translators: the name of a team that nobody has named: its number. */
      g_autofree char *name = g_strdup_printf (_ ("Team %u"), number);
      gint64 taken = ff_team_store_find (db, run_id, name, error);

      if (taken < 0)
        return -1;
      if (taken == 0)
        return ff_team_store_make (db, run_id, name, error);
    }
}

static gboolean
check_name (FfDb *db, const FfTeam *team, GError **error)
{
  gint64 other;

  if (team->name == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "name", _ ("Enter a name: a team cannot be without one."));
      return FALSE;
    }
  other = ff_team_store_find (db, team->run_id, team->name, error);
  if (other > 0 && other != team->id)
    ff_put_set_error (error, FF_ERROR_EXISTS, "name", _ ("There is a team “%s” in this class already: give another name."), team->name);
  return other == 0 || other == team->id;
}

static gboolean
check_topic (FfDb *db, const FfTeam *team, GError **error)
{
  g_autoptr (FfTeam) owner = NULL;
  gint64 other = team->topic != NULL ? ff_team_store_find_topic (db, team->run_id, team->topic, error) : 0;

  if (other == 0 || other == team->id)
    return TRUE;
  owner = other > 0 ? ff_teams_read (db, other, error) : NULL;
  if (owner != NULL)
    ff_put_set_error (error, FF_ERROR_EXISTS, "topic", _ ("“%s” is the topic of %s: no two teams have the same, choose another."),
                      team->topic, owner->name);
  return FALSE;
}

FfPut
ff_teams_put (FfDb *db, gint64 id, gint64 run_id, const char *name, const char *topic, gint64 *new_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, id == 0 ? _ ("Add a team") : _ ("Change a team"), error);
  g_autofree char *asked = name != NULL ? ff_put_clean_line (name) : NULL;
  g_autoptr (FfTeam) team = NULL;
  gboolean is_new = id == 0;
  gboolean changed = FALSE;

  if (batch == NULL)
    return FF_PUT_REFUSED;
  if (is_new)
    {
      g_autoptr (GPtrArray) teams = ff_team_store_of_run (db, run_id, error);

      id = teams != NULL ? make_next (db, run_id, teams->len + 1, error) : -1;
      if (asked != NULL && *asked == '\0')
        g_clear_pointer (&asked, g_free);
    }
  team = id > 0 ? ff_teams_read (db, id, error) : NULL;
  if (team == NULL || !ff_take_line (&team->name, asked, TEAM_NAME_MAX, "name", &changed, error)
      || !ff_take_line (&team->topic, topic, FF_TAKE_LINE_MAX, "topic", &changed, error))
    return FF_PUT_REFUSED;
  if (changed && (!check_name (db, team, error) || !check_topic (db, team, error) || !ff_team_store_update (db, team, error)))
    return FF_PUT_REFUSED;
  if (!ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  if (new_id != NULL)
    *new_id = id;
  return is_new ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_teams_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Delete a team"), error);
  g_autoptr (FfTeam) team = batch != NULL ? ff_teams_read (db, id, error) : NULL;
  int needed = team != NULL ? ff_team_store_is_audience (db, id, error) : -1;
  int handed_in = needed >= 0 ? ff_submission_store_count_of_team (db, id, error) : -1;

  if (handed_in < 0)
    return FALSE;
  if (needed > 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("A session is meant for %s: change whom it is for before this team is deleted."), team->name);
      return FALSE;
    }
  if (handed_in > 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("%s has handed something in: clear that before this team is deleted."), team->name);
      return FALSE;
    }
  return ff_team_store_delete (db, id, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

/* People ---------------------------------------------------------------------------------------------------------------- */

gboolean
ff_teams_move (FfDb *db, const gint64 *enrolment_ids, gsize n, gint64 team_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Move to a team"), error);
  g_autoptr (FfTeam) team = NULL;

  if (batch == NULL)
    return FALSE;
  if (team_id != 0 && (team = ff_teams_read (db, team_id, error)) == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FfEnrolment) enrolment = ff_enrolment_need (db, enrolment_ids[i], error);

      if (enrolment == NULL)
        return FALSE;
      g_return_val_if_fail (team == NULL || team->run_id == enrolment->run_id, FALSE);
      if (!ff_team_store_put_member (db, enrolment->id, team_id, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_teams_set_leader (FfDb *db, gint64 enrolment_id, gboolean leader, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Name the leader of a team"), error);
  g_autoptr (FfEnrolment) enrolment = batch != NULL ? ff_enrolment_need (db, enrolment_id, error) : NULL;

  if (enrolment == NULL)
    return FALSE;
  if (leader && enrolment->team_id == 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("%s is in no team yet: choose a team first."), enrolment->name);
      return FALSE;
    }
  return ff_team_store_set_leader (db, enrolment_id, leader, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

/* Drawing ---------------------------------------------------------------------------------------------------------------- */

/* The ids of exactly @n teams: those there are, more when they do not suffice, the rest deleted. */
static GArray *
prepare_teams (FfDb *db, gint64 run_id, guint n, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) teams = ff_team_store_of_run (db, run_id, error);

  if (teams == NULL)
    return NULL;
  for (guint i = 0; i < teams->len; i++)
    {
      const FfTeam *team = g_ptr_array_index (teams, i);

      if (i < n)
        g_array_append_val (ids, team->id);
      else if (!ff_teams_delete (db, team->id, error))
        return NULL;
    }
  while (ids->len < n)
    {
      gint64 id = make_next (db, run_id, ids->len + 1, error);

      if (id < 0)
        return NULL;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

static gboolean
check_count (guint n_teams, guint n_people, GError **error)
{
  if (n_teams >= 1 && n_teams <= FF_TEAMS_MAX && n_teams <= n_people)
    return TRUE;
  if (n_people == 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "teams", _ ("Nobody is enrolled yet: enrol people first, then make teams of them."));
  else
    ff_put_set_error (error, FF_ERROR_INVALID, "teams", _ ("Write a number of teams from 1 to %u: nobody can be in two of them."),
                      MIN (n_people, FF_TEAMS_MAX));
  return FALSE;
}

gboolean
ff_teams_draw (FfDb *db, gint64 run_id, guint n_teams, gboolean balanced, guint32 seed, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Draw teams"), error);
  g_autoptr (GPtrArray) people = batch != NULL ? ff_enrolment_store_of_run (db, run_id, TRUE, error) : NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree FfTeamMember *members = NULL;
  g_autofree guint *teams = NULL;

  if (people == NULL || !check_count (n_teams, people->len, error))
    return FALSE;
  ids = prepare_teams (db, run_id, n_teams, error);
  if (ids == NULL)
    return FALSE;
  members = g_new0 (FfTeamMember, people->len);
  teams = g_new0 (guint, people->len);
  for (guint i = 0; i < people->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (people, i);

      members[i] = (FfTeamMember) { enrolment->layer_id, enrolment->department_id };
    }
  ff_team_draw (members, people->len, n_teams, balanced, seed, teams);
  for (guint i = 0; i < people->len; i++)
    {
      FfEnrolment *enrolment = g_ptr_array_index (people, i);

      enrolment->team_id = g_array_index (ids, gint64, teams[i]);
      enrolment->leader = FALSE;
      if (!ff_enrolment_store_update (db, enrolment, error))
        return FALSE;
    }
  return ff_team_store_set_seed (db, run_id, seed, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

/* One a line, each once. */
static GPtrArray *
read_topics (const char *text, GError **error)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clean = ff_put_clean_text (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *topic = ff_put_clean_line (lines[i]);

      if (*topic != '\0' && g_ptr_array_find_with_equal_func (topics, topic, g_str_equal, NULL))
        {
          ff_put_set_error (error, FF_ERROR_INVALID, "topics", _ ("“%s” stands there twice: no two teams have the same topic."), topic);
          g_free (topic);
          return NULL;
        }
      if (*topic != '\0')
        g_ptr_array_add (topics, topic);
      else
        g_free (topic);
    }
  return g_steal_pointer (&topics);
}

static gboolean
set_topic (FfDb *db, FfTeam *team, const char *topic, GError **error)
{
  gboolean changed = FALSE;

  return ff_take_line (&team->topic, topic, FF_TAKE_LINE_MAX, "topics", &changed, error)
         && (!changed || ff_team_store_update (db, team, error));
}

gboolean
ff_teams_draw_topics (FfDb *db, gint64 run_id, const char *text, guint32 seed, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Draw topics"), error);
  g_autoptr (GPtrArray) teams = batch != NULL ? ff_team_store_of_run (db, run_id, error) : NULL;
  g_autoptr (GPtrArray) topics = teams != NULL ? read_topics (text, error) : NULL;
  g_autofree guint *order = NULL;

  if (topics == NULL)
    return FALSE;
  if (topics->len < teams->len)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "topics", _ ("There are %u teams and %u topics: write a topic a line, one for each team."),
                        teams->len, topics->len);
      return FALSE;
    }
  order = g_new0 (guint, MAX (topics->len, 1));
  ff_draw_order (topics->len, seed, order);
  /* All are taken away before any is given, since two teams may change theirs for each other. */
  for (guint i = 0; i < teams->len; i++)
    if (!set_topic (db, g_ptr_array_index (teams, i), "", error))
      return FALSE;
  for (guint i = 0; i < teams->len; i++)
    if (!set_topic (db, g_ptr_array_index (teams, i), g_ptr_array_index (topics, order[i]), error))
      return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}
