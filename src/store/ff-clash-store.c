/* Bookings by their time, as clashes are found in them, and what they need. */
#include "config.h"

#include "ff-clash-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

/* Sessions by the index of starts: none lasts longer than FF_SESSION_MAX_DAYS. */
#define SESSIONS_IN_PERIOD " FROM session JOIN run ON run.id = session.run_id"
#define IN_PERIOD                                                                                                             \
  " WHERE session.starts_at >= $earliest AND session.starts_at < $to AND session.ends_at > $from AND session.cancelled = 0"  \
  " AND run.deleted = 0 AND run.cancelled = 0"

static FfStatement *
prepare_period (FfDb *db, const char *sql, FfMinute from, FfMinute to, GError **error)
{
  FfStatement *statement = ff_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_time (statement, "$earliest", from - FF_SESSION_MAX_DAYS * FF_MINUTES_PER_DAY);
  ff_statement_bind_time (statement, "$from", from);
  ff_statement_bind_time (statement, "$to", to);
  return statement;
}

static FfStatement *
prepare_owner (FfDb *db, const char *sql, gint64 id, GError **error)
{
  FfStatement *statement = ff_db_prepare (db, sql, error);

  if (statement != NULL)
    ff_statement_bind_int (statement, "$owner", id);
  return statement;
}

/* Bookings ---------------------------------------------------------------------------------------------------- */

enum
{
  BOOKING_COL_SESSION_ID,
  BOOKING_COL_RUN_ID,
  BOOKING_COL_COURSE_ID,
  BOOKING_COL_FROM,
  BOOKING_COL_TO,
  BOOKING_COL_VENUE_ID,
  BOOKING_COL_JOINT,
  BOOKING_COL_ONLINE,
  BOOKING_COL_PROVISIONAL,
};

static void
booking_clear (FfBookingRow *row)
{
  g_free (row->joint);
}

GArray *
ff_clash_store_list_bookings (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  g_autoptr (FfStatement) statement = prepare_period (
      db,
      "SELECT session.id, run.id, run.course_id, session.starts_at, session.ends_at, session.venue_id, session.joint,"
      " session.mode = 'online', session.booking = 'provisional'" SESSIONS_IN_PERIOD IN_PERIOD " ORDER BY session.id",
      from, to, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FfBookingRow));
  FfStep step;

  g_array_set_clear_func (rows, (GDestroyNotify) booking_clear);
  if (statement == NULL)
    return NULL;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfBookingRow row = {
        .session_id = ff_statement_get_int (statement, BOOKING_COL_SESSION_ID),
        .run_id = ff_statement_get_int (statement, BOOKING_COL_RUN_ID),
        .course_id = ff_statement_get_int (statement, BOOKING_COL_COURSE_ID),
        .from = ff_statement_get_time (statement, BOOKING_COL_FROM),
        .to = ff_statement_get_time (statement, BOOKING_COL_TO),
        .venue_id = ff_statement_get_int (statement, BOOKING_COL_VENUE_ID),
        .joint = ff_statement_dup_text (statement, BOOKING_COL_JOINT),
        .online = ff_statement_get_int (statement, BOOKING_COL_ONLINE) != 0,
        .provisional = ff_statement_get_int (statement, BOOKING_COL_PROVISIONAL) != 0,
      };

      g_array_append_val (rows, row);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
ff_clash_store_read_extent (FfDb *db, FfMinute from, FfMinute to, FfMinute *first, FfMinute *last, GError **error)
{
  g_autoptr (FfStatement) statement = prepare_period (
      db, "SELECT min (session.starts_at), max (session.ends_at)" SESSIONS_IN_PERIOD IN_PERIOD, from, to, error);

  if (statement == NULL || ff_statement_step (statement, error) != FF_STEP_ROW || ff_statement_is_null (statement, 0))
    return FALSE;
  *first = ff_statement_get_time (statement, 0);
  *last = ff_statement_get_time (statement, 1);
  return TRUE;
}

FfStep
ff_clash_store_read_times (FfDb *db, gint64 session_id, FfMinute *from, FfMinute *to, GError **error)
{
  g_autoptr (FfStatement) statement = prepare_owner (db, "SELECT starts_at, ends_at FROM session WHERE id = $owner", session_id, error);
  FfStep step = statement != NULL ? ff_statement_step (statement, error) : FF_STEP_ERROR;

  if (step == FF_STEP_ROW)
    {
      *from = ff_statement_get_time (statement, 0);
      *to = ff_statement_get_time (statement, 1);
    }
  return step;
}

gboolean
ff_clash_store_read_booking (FfDb *db, gint64 session_id, gboolean *provisional, GError **error)
{
  g_autoptr (FfStatement) statement
      = prepare_owner (db, "SELECT booking = 'provisional' FROM session WHERE id = $owner", session_id, error);
  FfStep step = statement != NULL ? ff_statement_step (statement, error) : FF_STEP_ERROR;

  *provisional = step == FF_STEP_ROW && ff_statement_get_int (statement, 0) != 0;
  return step != FF_STEP_ERROR;
}

/* What they need ------------------------------------------------------------------------------------------------ */

enum
{
  PART_COL_OWNER_ID,
  PART_COL_ID,
  PART_COL_COUNT,
  PART_COL_LAYER_ID,
  PART_COL_TEAM_ID,
};

#define TRAINER_COLUMNS "SELECT session_trainer.session_id, session_trainer.trainer_id, 1, NULL, NULL"
#define NEED_COLUMNS "SELECT session_equipment.session_id, session_equipment.equipment_id, session_equipment.count, NULL, NULL"
#define MEMBER_COLUMNS "SELECT enrolment.run_id, enrolment.trainee_id, 1, enrolment.layer_id, enrolment.team_id FROM enrolment"
#define AUDIENCE_COLUMNS "SELECT session_audience.session_id, layer_id, team_id, trainee_id"

static GArray *
list_parts (FfStatement *statement, GError **error)
{
  g_autoptr (FfStatement) owned = statement;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (FfBookingPart));
  FfStep step;

  if (owned == NULL)
    return NULL;
  while ((step = ff_statement_step (owned, error)) == FF_STEP_ROW)
    {
      FfBookingPart part = {
        .owner_id = ff_statement_get_int (owned, PART_COL_OWNER_ID),
        .id = ff_statement_get_int (owned, PART_COL_ID),
        .count = (int) ff_statement_get_int (owned, PART_COL_COUNT),
        .layer_id = ff_statement_get_int (owned, PART_COL_LAYER_ID),
        .team_id = ff_statement_get_int (owned, PART_COL_TEAM_ID),
      };

      g_array_append_val (parts, part);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&parts) : NULL;
}

GArray *
ff_clash_store_list_trainers (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  return list_parts (prepare_period (db,
                                     TRAINER_COLUMNS SESSIONS_IN_PERIOD
                                     " JOIN session_trainer ON session_trainer.session_id = session.id" IN_PERIOD,
                                     from, to, error),
                     error);
}

GArray *
ff_clash_store_list_trainers_of (FfDb *db, gint64 session_id, GError **error)
{
  return list_parts (prepare_owner (db, TRAINER_COLUMNS " FROM session_trainer WHERE session_id = $owner ORDER BY position, id",
                                    session_id, error),
                     error);
}

GArray *
ff_clash_store_list_needs (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  return list_parts (prepare_period (db,
                                     NEED_COLUMNS SESSIONS_IN_PERIOD
                                     " JOIN session_equipment ON session_equipment.session_id = session.id" IN_PERIOD,
                                     from, to, error),
                     error);
}

GArray *
ff_clash_store_list_needs_of (FfDb *db, gint64 session_id, GError **error)
{
  return list_parts (prepare_owner (db, NEED_COLUMNS " FROM session_equipment WHERE session_id = $owner", session_id, error), error);
}

GArray *
ff_clash_store_list_members (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  return list_parts (prepare_period (db,
                                     MEMBER_COLUMNS " WHERE enrolment.status = 'enrolled' AND enrolment.run_id IN (SELECT run.id"
                                     SESSIONS_IN_PERIOD IN_PERIOD ")",
                                     from, to, error),
                     error);
}

GArray *
ff_clash_store_list_members_of (FfDb *db, gint64 run_id, GError **error)
{
  return list_parts (prepare_owner (db, MEMBER_COLUMNS " WHERE enrolment.status = 'enrolled' AND enrolment.run_id = $owner", run_id, error),
                     error);
}

enum
{
  AUDIENCE_COL_SESSION_ID,
  AUDIENCE_COL_LAYER_ID,
  AUDIENCE_COL_TEAM_ID,
  AUDIENCE_COL_TRAINEE_ID,
};

static GArray *
list_audience (FfStatement *statement, GError **error)
{
  g_autoptr (FfStatement) owned = statement;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FfAudience));
  FfStep step;

  if (owned == NULL)
    return NULL;
  while ((step = ff_statement_step (owned, error)) == FF_STEP_ROW)
    {
      FfAudience row = {
        .session_id = ff_statement_get_int (owned, AUDIENCE_COL_SESSION_ID),
        .layer_id = ff_statement_get_int (owned, AUDIENCE_COL_LAYER_ID),
        .team_id = ff_statement_get_int (owned, AUDIENCE_COL_TEAM_ID),
        .trainee_id = ff_statement_get_int (owned, AUDIENCE_COL_TRAINEE_ID),
      };

      g_array_append_val (rows, row);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GArray *
ff_clash_store_list_audience (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  return list_audience (prepare_period (db,
                                        AUDIENCE_COLUMNS SESSIONS_IN_PERIOD
                                        " JOIN session_audience ON session_audience.session_id = session.id" IN_PERIOD
                                        " ORDER BY session_audience.session_id, layer_id, team_id, trainee_id",
                                        from, to, error),
                        error);
}

GArray *
ff_clash_store_list_audience_of (FfDb *db, gint64 session_id, GError **error)
{
  return list_audience (prepare_owner (db,
                                       AUDIENCE_COLUMNS " FROM session_audience WHERE session_id = $owner"
                                       " ORDER BY layer_id, team_id, trainee_id",
                                       session_id, error),
                        error);
}

/* What there is -------------------------------------------------------------------------------------------------- */

enum
{
  VENUE_COL_ID,
  VENUE_COL_NAME,
  VENUE_COL_CAPACITY,
  VENUE_COL_SETUP_MINUTES,
  VENUE_COL_SITE,
  VENUE_COL_FALLBACK_ID,
};

static void
venue_free (FfBookedVenue *venue)
{
  g_free (venue->name);
  g_free (venue->site);
  g_free (venue);
}

static gpointer
read_venue (FfStatement *row)
{
  FfBookedVenue *venue = g_new0 (FfBookedVenue, 1);

  venue->id = ff_statement_get_int (row, VENUE_COL_ID);
  venue->name = ff_statement_dup_text (row, VENUE_COL_NAME);
  venue->capacity = (int) ff_statement_get_number (row, VENUE_COL_CAPACITY);
  venue->setup_minutes = (int) ff_statement_get_int (row, VENUE_COL_SETUP_MINUTES);
  venue->site = ff_statement_dup_text (row, VENUE_COL_SITE);
  venue->fallback_id = ff_statement_get_int (row, VENUE_COL_FALLBACK_ID);
  return venue;
}

GPtrArray *
ff_clash_store_list_venues (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id, name, capacity, setup_minutes, site, fallback_id FROM venue WHERE deleted = 0 ORDER BY sort_key, id", error);

  return statement != NULL ? ff_rows_list (statement, read_venue, (GDestroyNotify) venue_free, error) : NULL;
}

GArray *
ff_clash_store_list_equipment (FfDb *db, GError **error)
{
  return list_parts (ff_db_prepare (db, "SELECT 0, id, count, NULL, NULL FROM equipment", error), error);
}

GArray *
ff_clash_store_list_standing (FfDb *db, GError **error)
{
  return list_parts (ff_db_prepare (db, "SELECT venue_id, equipment_id, count, NULL, NULL FROM venue_equipment", error), error);
}

enum
{
  TEACHER_COL_COURSE_ID,
  TEACHER_COL_TRAINER_ID,
  TEACHER_COL_UNTIL,
};

GArray *
ff_clash_store_list_teachers (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT trainer_course.course_id, trainer_course.trainer_id, qualification.expires_on FROM trainer_course"
      " JOIN trainer ON trainer.id = trainer_course.trainer_id AND trainer.deleted = 0"
      " LEFT JOIN qualification ON qualification.id = trainer_course.qualification_id",
      error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FfTeacherRow));
  FfStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfTeacherRow row = {
        .course_id = ff_statement_get_int (statement, TEACHER_COL_COURSE_ID),
        .trainer_id = ff_statement_get_int (statement, TEACHER_COL_TRAINER_ID),
        .until = ff_statement_get_day (statement, TEACHER_COL_UNTIL),
      };

      g_array_append_val (rows, row);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
