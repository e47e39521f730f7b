/* Use cases about the sessions of a class. */
#include "config.h"

#include "ff-sessions-private.h"

#include "ff-agenda.h"
#include "ff-attendance-store.h"
#include "ff-clashes.h"
#include "ff-lookup.h"
#include "ff-name-key.h"
#include "ff-people.h"
#include "ff-take.h"
#include "ff-word.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define LONGEST_KEY 64

/* One put: the session as it will be, and what hangs on it. */
typedef struct
{
  FfSession *session;
  FfMinute stored_start; /* FF_NO_TIME of a new one */
  FfMinute stored_end;
  gboolean joins;        /* it has a joint key that it had not */
  GArray *trainers;      /* gint64; NULL: left alone */
  GArray *audience;      /* FfAudience; NULL: left alone */
  gboolean changed;
} Put;

static void
put_clear (Put *put)
{
  ff_session_free (put->session);
  g_clear_pointer (&put->trainers, g_array_unref);
  g_clear_pointer (&put->audience, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Put, put_clear)

FfSession *
ff_sessions_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfSession *session = ff_session_store_read (db, id, &local_error);

  if (session == NULL && local_error == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This session does not exist any more."));
  else if (session == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return session;
}

/* Which session -------------------------------------------------------------------------------------------------- */

static FfSession *
session_new (FfDb *db, const FfRun *run, char *key, GError **error)
{
  FfSession *session = g_new0 (FfSession, 1);

  session->run_id = run->id;
  session->run_code = g_strdup (run->code);
  session->starts_at = session->ends_at = FF_NO_TIME;
  session->mode = g_strdup ("on_site");
  session->key = *key != '\0' ? g_strdup (key) : ff_session_store_next_key (db, run->id, error);
  if (session->key == NULL)
    g_clear_pointer (&session, ff_session_free);
  return session;
}

static gboolean
validate_key (const char *key, GError **error)
{
  if (g_utf8_strlen (key, -1) <= LONGEST_KEY)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "key", _ ("The key of a session may have at most %d characters."), LONGEST_KEY);
  return FALSE;
}

/* The session that a draft is about: the one with its class and key, or a new one. */
static FfSession *
find_by_key (FfDb *db, const FfSessionDraft *draft, GError **error)
{
  g_autofree char *key = ff_identifier_fold (draft->key != NULL ? draft->key : "");
  gint64 run_id = ff_lookup_run (db, draft->run, error);
  g_autoptr (FfRun) run = run_id != 0 ? ff_runs_read (db, run_id, error) : NULL;
  gint64 id = 0;

  if (run == NULL || !validate_key (key, error))
    return NULL;
  if (*key != '\0')
    id = ff_session_store_find (db, run->id, key, error);
  if (id < 0)
    return NULL;
  return id != 0 ? ff_sessions_read (db, id, error) : session_new (db, run, key, error);
}

static gboolean
apply_key (FfDb *db, Put *put, const char *text, GError **error)
{
  g_autofree char *key = ff_identifier_fold (text != NULL ? text : "");
  gint64 other;

  if (*key == '\0' || g_str_equal (key, put->session->key))
    return TRUE;
  if (!validate_key (key, error))
    return FALSE;
  other = ff_session_store_find (db, put->session->run_id, key, error);
  if (other < 0)
    return FALSE;
  if (other != 0)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "key", _ ("Class %s has a session %s already; choose a different key."),
                        put->session->run_code, key);
      return FALSE;
    }
  g_free (put->session->key);
  put->session->key = g_steal_pointer (&key);
  put->changed = TRUE;
  return TRUE;
}

/* Its own columns ------------------------------------------------------------------------------------------------ */

/* The end may be written as a time alone, on the day of the start. */
static gboolean
apply_end (Put *put, const char *text, GError **error)
{
  FfSession *session = put->session;
  int minute;

  if (text != NULL && session->starts_at != FF_NO_TIME && ff_clock_parse (text, &minute))
    {
      FfMinute end = ff_day_start (ff_time_day (session->starts_at)) + minute;

      put->changed |= session->ends_at != end;
      session->ends_at = end;
      return TRUE;
    }
  return ff_take_time (&session->ends_at, text, "ends_at", &put->changed, error);
}

static gboolean
apply_times (Put *put, const FfSessionDraft *draft, GError **error)
{
  FfSession *session = put->session;
  const char *starts_at = draft->starts_at != NULL && *draft->starts_at != '\0' ? draft->starts_at : NULL;
  const char *ends_at = draft->ends_at != NULL && *draft->ends_at != '\0' ? draft->ends_at : NULL;

  if (!ff_take_time (&session->starts_at, starts_at, "starts_at", &put->changed, error) || !apply_end (put, ends_at, error))
    return FALSE;
  if (session->starts_at == FF_NO_TIME || session->ends_at == FF_NO_TIME)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, session->starts_at == FF_NO_TIME ? "starts_at" : "ends_at",
                        _ ("A new session needs the times at which it starts and ends."));
      return FALSE;
    }
  if (session->ends_at <= session->starts_at)
    {
      g_autofree char *start = ff_time_format (session->starts_at);
      g_autofree char *end = ff_time_format (session->ends_at);

      ff_put_set_error (error, FF_ERROR_INVALID, "ends_at", _ ("Session %s would end at %s, not after its start at %s."),
                        session->key, end, start);
      return FALSE;
    }
  if (session->ends_at - session->starts_at > FF_SESSION_MAX_DAYS * FF_MINUTES_PER_DAY)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "ends_at", _ ("Session %s would last longer than %d days; check its end."),
                        session->key, FF_SESSION_MAX_DAYS);
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply_mode (Put *put, const char *text, GError **error)
{
  enum
  {
    ON_SITE,
    ONLINE,
    HYBRID,
  };
  static const char *const keys[] = { [ON_SITE] = "on_site", [ONLINE] = "online", [HYBRID] = "hybrid" };
  static const FfWord words[] = {
    { "onsite", ON_SITE }, { "offline", ON_SITE }, { "线下", ON_SITE },   { "線下", ON_SITE }, { "现场", ON_SITE },
    { "現場", ON_SITE },   { "面授", ON_SITE },    { "实体", ON_SITE },   { "實體", ON_SITE }, { "", ON_SITE },
    { "online", ONLINE },  { "线上", ONLINE },     { "線上", ONLINE },    { "在线", ONLINE },  { "远程", ONLINE },
    { "遠距", ONLINE },    { "直播", ONLINE },     { "hybrid", HYBRID },  { "blended", HYBRID },
    { "混合", HYBRID },    { "混合式", HYBRID },   { "混成", HYBRID },
  };
  int mode;

  if (text == NULL)
    return TRUE;
  if (!ff_word_find_in (words, text, &mode))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "mode", _ ("“%s” is no form of a session; write on_site, online or hybrid."), text);
      return FALSE;
    }
  return ff_take_line (&put->session->mode, keys[mode], FF_TAKE_LINE_MAX, "mode", &put->changed, error);
}

static gboolean
apply_booking (Put *put, const char *text, GError **error)
{
  static const FfWord words[] = {
    { "confirmed", FALSE }, { "", FALSE },         { "确认", FALSE },     { "确定", FALSE },    { "已确认", FALSE },
    { "確認", FALSE },      { "確定", FALSE },     { "已確認", FALSE },   { "provisional", TRUE }, { "tentative", TRUE },
    { "暂定", TRUE },       { "暫定", TRUE },      { "预订", TRUE },      { "預訂", TRUE },     { "待确认", TRUE },
    { "待確認", TRUE },
  };
  int provisional;

  if (text == NULL)
    return TRUE;
  if (!ff_word_find_in (words, text, &provisional))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "booking", _ ("“%s” says nothing about a booking; write provisional or confirmed."), text);
      return FALSE;
    }
  put->changed |= put->session->provisional != provisional;
  put->session->provisional = provisional;
  return TRUE;
}

/* An address that one can open; what people paste has no scheme at times. */
static gboolean
apply_link (Put *put, const char *text, GError **error)
{
  g_autofree char *link = text != NULL ? ff_put_clean_line (text) : NULL;
  g_autofree char *address = NULL;

  if (link == NULL)
    return TRUE;
  if (strchr (link, ' ') != NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "link", _ ("“%s” is no address; paste the link of the meeting alone."), link);
      return FALSE;
    }
  address = *link == '\0' || strstr (link, "://") != NULL ? g_strdup (link) : g_strconcat ("https://", link, NULL);
  return ff_take_line (&put->session->link, address, FF_TAKE_TEXT_MAX, "link", &put->changed, error);
}

/* What it needs, and whom it is for ------------------------------------------------------------------------------ */

static gboolean
apply_venue (FfDb *db, Put *put, const char *text, FfSessionNews *news, GError **error)
{
  g_autofree char *name = NULL;
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  name = ff_put_clean_line (text);
  if (*name != '\0')
    switch (ff_people_put_venue (db, 0, &(FfVenueDraft) { .name = name }, &id, error))
      {
      case FF_PUT_REFUSED:
        return FALSE;
      case FF_PUT_NEW:
        if (news != NULL && news->new_venues != NULL)
          g_ptr_array_add (news->new_venues, g_strdup (name));
        break;
      case FF_PUT_SAME:
      case FF_PUT_CHANGED:
      default:
        break;
      }
  put->changed |= put->session->venue_id != id;
  put->session->venue_id = id;
  return TRUE;
}

static gboolean
apply_trainers (FfDb *db, Put *put, const char *text, FfSessionNews *news, GError **error)
{
  g_auto (GStrv) names = NULL;

  if (text == NULL)
    return TRUE;
  names = ff_names_split (text);
  put->trainers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 id = 0;
      FfPut result = ff_people_put_trainer (db, 0, &(FfTrainerDraft) { .name = names[i] }, &id, error);

      if (result == FF_PUT_REFUSED)
        return FALSE;
      if (result == FF_PUT_NEW && news != NULL && news->new_trainers != NULL)
        g_ptr_array_add (news->new_trainers, g_strdup (names[i]));
      g_array_append_val (put->trainers, id);
    }
  return TRUE;
}

/* A layer, else a team of the class, else somebody in it. */
static gboolean
find_audience (FfDb *db, const FfSession *session, const char *name, FfAudience *audience, GError **error)
{
  gint64 trainee_id;

  audience->layer_id = ff_people_find_layer (db, name, error);
  if (audience->layer_id != 0)
    return audience->layer_id > 0;
  audience->team_id = ff_team_store_find (db, session->run_id, name, error);
  if (audience->team_id != 0)
    return audience->team_id > 0;
  trainee_id = ff_people_find_trainee (db, name, error);
  if (trainee_id > 0)
    {
      gint64 enrolment_id = ff_enrolment_store_find (db, session->run_id, trainee_id, error);

      if (enrolment_id < 0)
        return FALSE;
      audience->trainee_id = enrolment_id != 0 ? trainee_id : 0;
    }
  if (trainee_id < 0)
    return FALSE;
  if (audience->trainee_id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "audience",
                      _ ("“%s” is neither a layer, nor a team of class %s, nor the employee number of somebody in it."), name,
                      session->run_code);
  return audience->trainee_id != 0;
}

static gboolean
apply_audience (FfDb *db, Put *put, const char *text, GError **error)
{
  static const FfWord everybody[] = {
    { "", 1 },     { "all", 1 },  { "everybody", 1 }, { "everyone", 1 }, { "全体", 1 },
    { "全體", 1 }, { "全部", 1 }, { "全员", 1 },      { "全員", 1 },     { "所有", 1 },
  };
  g_auto (GStrv) names = NULL;
  int value;

  if (text == NULL)
    return TRUE;
  put->audience = g_array_new (FALSE, FALSE, sizeof (FfAudience));
  if (ff_word_find_in (everybody, text, &value))
    return TRUE;
  names = ff_names_split (text);
  for (guint i = 0; names[i] != NULL; i++)
    {
      FfAudience audience = { .session_id = put->session->id };

      if (!find_audience (db, put->session, names[i], &audience, error))
        return FALSE;
      g_array_append_val (put->audience, audience);
    }
  return TRUE;
}

static gboolean
join (FfDb *db, Put *put, const FfSessionDraft *draft, const FfSession *other, GError **error)
{
  FfSession *session = put->session;

  if (draft->starts_at == NULL && draft->ends_at == NULL)
    {
      session->starts_at = other->starts_at;
      session->ends_at = other->ends_at;
    }
  if (draft->booking == NULL)
    session->provisional = other->provisional;
  if (other->venue_id != 0 && (draft->venue == NULL || session->venue_id == 0))
    session->venue_id = other->venue_id;
  if (other->trainers != NULL && (put->trainers == NULL || put->trainers->len == 0))
    {
      g_clear_pointer (&put->trainers, g_array_unref);
      put->trainers = ff_session_store_read_trainers (db, other->id, error);
      if (put->trainers == NULL)
        return FALSE;
    }
  return (draft->mode != NULL || ff_take_line (&session->mode, other->mode, FF_TAKE_LINE_MAX, "mode", &put->changed, error))
         && (session->link != NULL || ff_take_line (&session->link, other->link, FF_TAKE_TEXT_MAX, "link", &put->changed, error));
}

/* The key by which it is one booking with others. What it has not, it takes from what is booked at that time. */
static gboolean
apply_joint (FfDb *db, Put *put, const FfSessionDraft *draft, GError **error)
{
  FfSession *session = put->session;
  g_autoptr (GPtrArray) others = NULL;
  const FfSession *other = NULL;

  if (!ff_take_line (&session->joint, draft->joint, FF_TAKE_LINE_MAX, "joint", &put->joins, error))
    return FALSE;
  put->changed |= put->joins;
  if (!put->joins || session->joint == NULL)
    return TRUE;
  others = ff_session_store_joint (db, session->joint, session->id, session->starts_at, session->ends_at, error);
  for (guint i = 0; others != NULL && i < others->len && other == NULL; i++)
    if (!((const FfSession *) g_ptr_array_index (others, i))->cancelled)
      other = g_ptr_array_index (others, i);
  return others != NULL && (other == NULL || join (db, put, draft, other, error));
}

/* Writing -------------------------------------------------------------------------------------------------------- */

/* What hangs on the time of a session goes with it: its agenda, and recorded times, which belong to the session's day. */
static gboolean
move_parts (FfDb *db, gint64 id, FfMinute from, FfMinute to, GError **error)
{
  gint64 days = ff_time_day (to) - ff_time_day (from);

  return (days == 0 || ff_attendance_store_move_days (db, id, days, error)) && (from == to || ff_agenda_move (db, id, to - from, error));
}

static gboolean
is_booked_alike (const FfSession *a, const FfSession *b)
{
  return a->starts_at == b->starts_at && a->ends_at == b->ends_at && a->venue_id == b->venue_id && g_str_equal (a->mode, b->mode)
         && g_strcmp0 (a->link, b->link) == 0 && a->provisional == b->provisional && a->cancelled == b->cancelled
         && g_strcmp0 (a->reason, b->reason) == 0;
}

/* What is said of one part of a joint booking holds for the others, each with its own class, key, title and audience. */
static gboolean
write_other (FfDb *db, const FfSession *session, FfSession *other, GArray *trainers, GError **error)
{
  FfMinute from = other->starts_at;
  gboolean changed = FALSE;

  if (!ff_session_store_set_trainers (db, other->id, (const gint64 *) (gpointer) trainers->data, trainers->len, &changed, error))
    return FALSE;
  if (is_booked_alike (session, other))
    return TRUE;
  other->starts_at = session->starts_at;
  other->ends_at = session->ends_at;
  other->venue_id = session->venue_id;
  other->provisional = session->provisional;
  other->cancelled = session->cancelled;
  g_free (other->mode);
  other->mode = g_strdup (session->mode);
  g_free (other->link);
  other->link = g_strdup (session->link);
  g_free (other->reason);
  other->reason = g_strdup (session->reason);
  return ff_session_store_update (db, other, error) && move_parts (db, other->id, from, other->starts_at, error);
}

gboolean
ff_sessions_write_joint (FfDb *db, const FfSession *session, FfMinute from, FfMinute to, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GArray) trainers = NULL;

  if (session->joint == NULL)
    return TRUE;
  others = ff_session_store_joint (db, session->joint, session->id, from, to, error);
  trainers = others != NULL ? ff_session_store_read_trainers (db, session->id, error) : NULL;
  if (trainers == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      FfSession *other = g_ptr_array_index (others, i);

      /* What was called off is no part of the booking any more. */
      if ((session->cancelled || !other->cancelled) && !write_other (db, session, other, trainers, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_sessions_write (FfDb *db, const FfSession *session, FfMinute stored_start, GError **error)
{
  return ff_session_store_update (db, session, error) && move_parts (db, session->id, stored_start, session->starts_at, error);
}

static gboolean
write_put (FfDb *db, Put *put, GError **error)
{
  FfSession *session = put->session;

  if (session->id == 0 ? !ff_session_store_insert (db, session, error)
                       : put->changed && !ff_sessions_write (db, session, put->stored_start, error))
    return FALSE;
  if (put->trainers != NULL
      && !ff_session_store_set_trainers (db, session->id, (const gint64 *) (gpointer) put->trainers->data, put->trainers->len, &put->changed,
                                         error))
    return FALSE;
  if (put->audience != NULL
      && !ff_session_store_set_audience (db, session->id, (const FfAudience *) (gpointer) put->audience->data, put->audience->len,
                                         &put->changed, error))
    return FALSE;
  return put->joins ? ff_sessions_write_joint (db, session, session->starts_at, session->ends_at, error)
                    : ff_sessions_write_joint (db, session, put->stored_start, put->stored_end, error);
}

FfPut
ff_sessions_put (FfDb *db, gint64 update_id, const FfSessionDraft *draft, FfSessionNews *news, gint64 *id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Change a session"), error);
  g_auto (Put) put = { NULL };
  gboolean is_new;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (batch == NULL)
    return FF_PUT_REFUSED;
  put.session = update_id != 0 ? ff_sessions_read (db, update_id, error) : find_by_key (db, draft, error);
  if (put.session == NULL)
    return FF_PUT_REFUSED;
  put.stored_start = put.session->starts_at;
  put.stored_end = put.session->ends_at;
  is_new = put.session->id == 0;
  if (!apply_key (db, &put, draft->key, error) || !apply_times (&put, draft, error) || !apply_mode (&put, draft->mode, error)
      || !apply_link (&put, draft->link, error) || !apply_booking (&put, draft->booking, error)
      || !apply_audience (db, &put, draft->audience, error) || !apply_venue (db, &put, draft->venue, news, error)
      || !apply_trainers (db, &put, draft->trainers, news, error)
      || !ff_take_line (&put.session->title, draft->title, FF_TAKE_LINE_MAX, "title", &put.changed, error)
      || !apply_joint (db, &put, draft, error)
      || !write_put (db, &put, error))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = put.session->id;
  if (!ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  if (is_new)
    return FF_PUT_NEW;
  return put.changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

static gboolean
widen_run (FfDb *db, const FfSession *session, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, session->run_id, error);
  FfDay first = ff_time_day (session->starts_at);
  FfDay last = ff_time_day (session->ends_at - 1);
  g_autofree char *starts_on = run != NULL ? ff_day_format (MIN (run->starts_on, first)) : NULL;
  g_autofree char *ends_on = run != NULL ? ff_day_format (MAX (run->ends_on, last)) : NULL;

  if (run == NULL)
    return FALSE;
  if (first >= run->starts_on && last <= run->ends_on)
    return TRUE;
  return ff_runs_put (db, run->id, &(FfRunDraft) { .starts_on = starts_on, .ends_on = ends_on }, NULL, error) != FF_PUT_REFUSED;
}

FfPut
ff_sessions_move (FfDb *db, gint64 id, const FfSessionDraft *draft, GError **error)
{
  FfPut result = ff_sessions_put (db, id, draft, NULL, NULL, error);
  g_autoptr (FfSession) session = result != FF_PUT_REFUSED ? ff_sessions_read (db, id, error) : NULL;
  g_autoptr (GPtrArray) others = NULL;

  if (session == NULL || !widen_run (db, session, error))
    return FF_PUT_REFUSED;
  if (session->joint == NULL)
    return result;
  others = ff_session_store_joint (db, session->joint, id, session->starts_at, session->ends_at, error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (!widen_run (db, g_ptr_array_index (others, i), error))
      return FF_PUT_REFUSED;
  return others != NULL ? result : FF_PUT_REFUSED;
}

gboolean
ff_sessions_cancel (FfDb *db, gint64 id, const char *reason, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Cancel a session"), error);
  g_autoptr (FfSession) session = NULL;
  gboolean changed;

  if (batch == NULL)
    return FALSE;
  session = ff_sessions_read (db, id, error);
  if (session == NULL)
    return FALSE;
  changed = !session->cancelled;
  session->cancelled = TRUE;
  if (!ff_take_line (&session->reason, reason, FF_TAKE_LINE_MAX, "reason", &changed, error))
    return FALSE;
  if (changed && (!ff_session_store_update (db, session, error) || !ff_sessions_write_joint (db, session, session->starts_at, session->ends_at, error)))
    return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_sessions_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Delete a session"), error);
  g_autoptr (FfSession) session = NULL;
  int records;

  if (batch == NULL)
    return FALSE;
  session = ff_sessions_read (db, id, error);
  if (session == NULL)
    return FALSE;
  records = ff_attendance_store_count (db, id, error);
  if (records < 0)
    return FALSE;
  if (records > 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   ngettext ("Session %s of class %s holds the attendance of %d trainee; cancel it instead of deleting it.",
                             "Session %s of class %s holds the attendance of %d trainees; cancel it instead of deleting it.", records),
                   session->key, session->run_code, records);
      return FALSE;
    }
  return ff_session_store_delete (db, id, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

/* Reading -------------------------------------------------------------------------------------------------------- */

GPtrArray *
ff_sessions_of_run (FfDb *db, gint64 run_id, GError **error)
{
  return ff_session_store_of_run (db, run_id, NULL, error);
}

GPtrArray *
ff_sessions_between (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  return ff_session_store_between (db, from, to, error);
}

char *
ff_sessions_warning (const FfRun *run, FfMinute starts_at, FfMinute ends_at)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  if (starts_at >= ff_day_start (run->starts_on) && ends_at <= ff_day_start (run->ends_on + 1))
    return NULL;
  first = ff_day_format (run->starts_on);
  last = ff_day_format (run->ends_on);
  return g_strdup_printf (_ ("The session lies outside the dates of class %s, which are %s to %s."), run->code, first, last);
}

GPtrArray *
ff_sessions_list_clashes (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (GPtrArray) clashes = ff_clashes_of_session (db, session_id, error);
  g_autoptr (GPtrArray) sentences = NULL;

  if (clashes == NULL)
    return NULL;
  sentences = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < clashes->len; i++)
    {
      FfClash *clash = g_ptr_array_index (clashes, i);

      if (clash->accepted == NULL)
        g_ptr_array_add (sentences, g_steal_pointer (&clash->sentence));
    }
  return g_steal_pointer (&sentences);
}
