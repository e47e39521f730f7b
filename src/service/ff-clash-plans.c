/* Sessions as they would be: made, read, and with more people than now. */
#include "config.h"

#include "ff-clash-board.h"

#include "ff-named-store.h"
#include "ff-people.h"
#include "ff-team-store.h"
#include "ff-trainee-store.h"
#include "ff-word.h"

FfSessionPlan *
ff_session_plan_new (gint64 run_id)
{
  FfSessionPlan *plan = g_new0 (FfSessionPlan, 1);

  plan->run_id = run_id;
  plan->starts_at = plan->ends_at = FF_NO_TIME;
  plan->trainers = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->audience = g_array_new (FALSE, FALSE, sizeof (FfAudience));
  return plan;
}

void
ff_session_plan_free (FfSessionPlan *plan)
{
  if (plan == NULL)
    return;
  g_free (plan->key);
  g_free (plan->title);
  g_array_unref (plan->trainers);
  g_array_unref (plan->audience);
  g_clear_pointer (&plan->trainees, g_array_unref);
  g_free (plan->joint);
  g_free (plan);
}

FfSessionPlan *
ff_session_plan_read (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfSession) session = ff_sessions_read (db, session_id, error);
  g_autoptr (GArray) trainers = session != NULL ? ff_clash_store_list_trainers_of (db, session_id, error) : NULL;
  g_autoptr (GArray) audience = trainers != NULL ? ff_clash_store_list_audience_of (db, session_id, error) : NULL;
  g_autoptr (FfSessionPlan) plan = audience != NULL ? ff_session_plan_new (session->run_id) : NULL;

  if (plan == NULL || !ff_clash_store_read_booking (db, session_id, &plan->provisional, error))
    return NULL;
  plan->session_id = session_id;
  plan->key = g_steal_pointer (&session->key);
  plan->title = g_steal_pointer (&session->title);
  plan->starts_at = session->starts_at;
  plan->ends_at = session->ends_at;
  plan->venue_id = session->venue_id;
  plan->joint = g_steal_pointer (&session->joint);
  plan->online = g_strcmp0 (session->mode, "online") == 0;
  plan->cancelled = session->cancelled;
  for (guint i = 0; i < trainers->len; i++)
    g_array_append_val (plan->trainers, g_array_index (trainers, FfBookingPart, i).id);
  g_array_append_vals (plan->audience, audience->data, audience->len);
  return g_steal_pointer (&plan);
}

/* From a draft -------------------------------------------------------------------------------------------------------- */

static void
take_time (FfMinute *time, const char *text)
{
  if (text != NULL && !ff_time_parse (text, time))
    *time = FF_NO_TIME;
}

static gboolean
take_venue (FfDb *db, FfSessionPlan *plan, const char *text, GError **error)
{
  g_autofree char *name = text != NULL ? ff_put_clean_line (text) : NULL;

  if (name != NULL)
    plan->venue_id = *name != '\0' ? ff_named_store_find (db, FF_NAMED_VENUE, name, error) : 0;
  return plan->venue_id >= 0;
}

static gboolean
take_trainers (FfDb *db, FfSessionPlan *plan, const char *text, GError **error)
{
  g_auto (GStrv) names = text != NULL ? ff_names_split (text) : NULL;

  if (names != NULL)
    g_array_set_size (plan->trainers, 0);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gint64 id = ff_named_store_find (db, FF_NAMED_TRAINER, names[i], error);

      if (id < 0)
        return FALSE;
      if (id > 0)
        g_array_append_val (plan->trainers, id);
    }
  return TRUE;
}

/* A layer, else a team of the class, else somebody; nobody without an error. */
static gboolean
find_audience (FfDb *db, gint64 run_id, const char *name, FfAudience *audience, GError **error)
{
  g_autoptr (GError) unknown = NULL;

  audience->layer_id = ff_people_find_layer (db, name, &unknown);
  if (audience->layer_id > 0)
    return TRUE;
  audience->layer_id = 0;
  audience->team_id = ff_team_store_find (db, run_id, name, error);
  if (audience->team_id == 0)
    audience->trainee_id = ff_people_find_trainee (db, name, error);
  return audience->team_id >= 0 && audience->trainee_id >= 0;
}

static gboolean
take_audience (FfDb *db, FfSessionPlan *plan, const char *text, GError **error)
{
  g_auto (GStrv) names = text != NULL ? ff_names_split (text) : NULL;

  if (names != NULL)
    g_array_set_size (plan->audience, 0);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      FfAudience audience = { .session_id = plan->session_id };

      if (!find_audience (db, plan->run_id, names[i], &audience, error))
        return FALSE;
      if (audience.layer_id != 0 || audience.team_id != 0 || audience.trainee_id != 0)
        g_array_append_val (plan->audience, audience);
    }
  return TRUE;
}

FfSessionPlan *
ff_session_plan_from_draft (FfDb *db, gint64 session_id, gint64 run_id, const FfSessionDraft *draft, GError **error)
{
  g_autoptr (FfSessionPlan) plan = NULL;

  g_return_val_if_fail (db != NULL && draft != NULL, NULL);

  plan = session_id != 0 ? ff_session_plan_read (db, session_id, error) : ff_session_plan_new (run_id);
  if (plan == NULL)
    return NULL;
  take_time (&plan->starts_at, draft->starts_at);
  take_time (&plan->ends_at, draft->ends_at);
  if (!take_venue (db, plan, draft->venue, error) || !take_trainers (db, plan, draft->trainers, error)
      || !take_audience (db, plan, draft->audience, error))
    return NULL;
  if (draft->mode != NULL)
    plan->online = g_str_equal (draft->mode, "online");
  if (draft->booking != NULL)
    plan->provisional = g_str_equal (draft->booking, "provisional");
  if (draft->joint != NULL)
    {
      g_free (plan->joint);
      plan->joint = ff_put_clean_line (draft->joint);
    }
  return g_steal_pointer (&plan);
}

/* Enrolling ----------------------------------------------------------------------------------------------------------- */

/* Those who are enrolled, and these with their layers of today. */
static GArray *
list_members (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, GError **error)
{
  g_autoptr (GArray) members = ff_clash_store_list_members_of (db, run_id, error);

  if (members == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (FfTrainee) trainee = ff_trainee_store_read (db, trainee_ids[i], &local_error);
      FfBookingPart member = { .owner_id = run_id, .id = trainee_ids[i], .layer_id = trainee != NULL ? trainee->layer_id : 0 };

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      g_array_append_val (members, member);
    }
  return g_steal_pointer (&members);
}

static GPtrArray *
plan_with (FfDb *db, gint64 run_id, const GArray *members, GError **error)
{
  g_autoptr (GPtrArray) sessions = ff_session_store_of_run (db, run_id, NULL, error);
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_plan_free);
  FfMinute now = ff_time_now ();

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);
      FfSessionPlan *plan;

      if (session->cancelled || session->ends_at <= now)
        continue;
      plan = ff_session_plan_read (db, session->id, error);
      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
      plan->trainees = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint j = 0; j < members->len; j++)
        {
          const FfBookingPart *member = &g_array_index (members, FfBookingPart, j);

          if (ff_clash_is_meant (member, (const FfAudience *) (gpointer) plan->audience->data, plan->audience->len))
            g_array_append_val (plan->trainees, member->id);
        }
    }
  return sessions != NULL ? g_steal_pointer (&plans) : NULL;
}

static gboolean
is_among (gint64 id, const gint64 *ids, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

static gboolean
comes_of_enrolling (const FfClash *clash, const gint64 *trainee_ids, gsize n)
{
  return clash->kind == FF_CLASH_CAPACITY
         || (clash->resource == FF_RESOURCE_TRAINEE && is_among (clash->resource_id, trainee_ids, n));
}

GPtrArray *
ff_clashes_of_enrolling (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, GError **error)
{
  g_autoptr (GArray) members = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) clashes = NULL;

  g_return_val_if_fail (db != NULL && (trainee_ids != NULL || n == 0), NULL);

  members = list_members (db, run_id, trainee_ids, n, error);
  plans = members != NULL ? plan_with (db, run_id, members, error) : NULL;
  clashes = plans != NULL ? ff_clashes_of_plans (db, plans, error) : NULL;
  for (guint i = clashes != NULL ? clashes->len : 0; i > 0; i--)
    if (!comes_of_enrolling (g_ptr_array_index (clashes, i - 1), trainee_ids, n))
      g_ptr_array_remove_index (clashes, i - 1);
  return g_steal_pointer (&clashes);
}
