/* The way back to one value. Where a use case writes the field, it does so again, with its checks; the rest is fields on which nothing
   else depends. */
#include "config.h"

#include "ff-history-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-attendance-store.h"
#include "ff-number.h"
#include "ff-register.h"
#include "ff-roster.h"
#include "ff-runs.h"
#include "ff-settling.h"
#include "ff-test-papers.h"

/* A line whose value is to be put back. */
typedef struct
{
  const FfHistoryTable *table;
  const FfHistoryField *field;
  gint64 line;
  gint64 row_id;
  const FfRowImage *before; /* the line's row before it; NULL: the line added the row */
  const FfRowImage *now;    /* NULL: it is gone */
} Way;

typedef FfPut (*RestoreFunc) (FfDb *db, const Way *way, GError **error);

static const char *
old_value (const Way *way)
{
  return ff_row_image_get (way->before, way->field->column);
}

/* What stays the same in the life of a row: it is known as long as one of the two is. */
static const FfRowImage *
known_row (const Way *way)
{
  return way->now != NULL ? way->now : way->before;
}

static FfPut
refuse_gone (GError **error)
{
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("What this value belonged to does not exist any more."));
  return FF_PUT_REFUSED;
}

/* Use cases ------------------------------------------------------------------------------------------------------------- */

static FfPut
restore_mark (FfDb *db, const Way *way, GError **error)
{
  const FfRowImage *row = known_row (way);
  const char *score = old_value (way);

  return ff_marking_set (db, ff_row_image_get_int (row, "enrolment_id"), ff_row_image_get_int (row, "component_id"),
                         ff_row_image_get_int (row, "criterion_id"), ff_row_image_get (row, "rater"),
                         (int) ff_row_image_get_int (row, "attempt"), score != NULL, score != NULL ? g_ascii_strtoll (score, NULL, 10) : 0,
                         error);
}

static FfMinute
parse_time (const char *text)
{
  FfMinute time = FF_NO_TIME;

  if (text != NULL && !ff_time_parse (text, &time))
    return FF_NO_TIME;
  return time;
}

/* The parts of a record belong together: a leave is no leave without its kind, so that all of it comes back. */
static FfPut
restore_attendance (FfDb *db, const Way *way, GError **error)
{
  const FfRowImage *row = known_row (way);
  gint64 session_id = ff_row_image_get_int (row, "session_id");
  gint64 enrolment_id = ff_row_image_get_int (row, "enrolment_id");
  FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;

  if (way->before != NULL && !ff_register_parse_status (ff_row_image_get (way->before, "status"), &record.set))
    return refuse_gone (error);
  record.arrived_at = parse_time (ff_row_image_get (way->before, "arrived_at"));
  record.left_at = parse_time (ff_row_image_get (way->before, "left_at"));
  record.leave_counts = ff_row_image_get_int (way->before, "leave_counts") != 0;
  record.made_up = ff_row_image_get_int (way->before, "made_up") != 0;
  record.made_up_in = ff_row_image_get_int (way->before, "made_up_in");
  record.leave_kind = g_intern_string (ff_row_image_get (way->before, "leave_kind"));
  return ff_register_set (db, session_id, enrolment_id, &record, error);
}

static FfPut
restore_exemption (FfDb *db, const Way *way, GError **error)
{
  const FfRowImage *row = known_row (way);
  const char *reason = old_value (way);

  return ff_marking_set_exempt (db, ff_row_image_get_int (row, "enrolment_id"), ff_row_image_get_int (row, "component_id"), reason != NULL,
                                reason, error);
}

static FfPut
restore_answer (FfDb *db, const Way *way, GError **error)
{
  const FfRowImage *row = known_row (way);
  const char *letters = ff_row_image_get (way->before, "answer");
  const char *score = ff_row_image_get (way->before, "score");
  g_autofree char *text = NULL;

  if (letters != NULL)
    text = g_strdup (*letters != '\0' ? letters : "-");
  else
    text = score != NULL ? ff_hundredths_format (g_ascii_strtoll (score, NULL, 10)) : g_strdup ("");
  return ff_test_papers_answer (db, ff_row_image_get_int (row, "enrolment_id"), ff_row_image_get_int (row, "item_id"),
                                (int) ff_row_image_get_int (row, "attempt"), text, error);
}

static FfPut
restore_enrolment (FfDb *db, const Way *way, GError **error)
{
  const char *status = old_value (way);
  gboolean done;

  if (way->now == NULL || status == NULL)
    return refuse_gone (error);
  if (g_strcmp0 (status, ff_row_image_get (way->now, "status")) == 0)
    return FF_PUT_SAME;
  if (strcmp (status, "withdrawn") == 0)
    done = ff_roster_withdraw (db, &way->row_id, 1, ff_row_image_get (way->before, "reason"), error);
  else if (strcmp (status, "waitlisted") == 0)
    done = ff_roster_put_waiting (db, &way->row_id, 1, error);
  else
    done = ff_roster_take_in (db, &way->row_id, 1, error);
  return done ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

/* The member of a draft that a column goes into. */
typedef struct
{
  const char *column;
  gsize offset;
} Member;

static const Member run_members[] = {
  { "title", G_STRUCT_OFFSET (FfRunDraft, title) },       { "starts_on", G_STRUCT_OFFSET (FfRunDraft, starts_on) },
  { "ends_on", G_STRUCT_OFFSET (FfRunDraft, ends_on) },   { "capacity", G_STRUCT_OFFSET (FfRunDraft, capacity) },
  { "category", G_STRUCT_OFFSET (FfRunDraft, category) }, { "hours", G_STRUCT_OFFSET (FfRunDraft, hours) },
  { "budget", G_STRUCT_OFFSET (FfRunDraft, budget) },     { "required", G_STRUCT_OFFSET (FfRunDraft, required) },
  { "bring", G_STRUCT_OFFSET (FfRunDraft, bring) },       { NULL, 0 },
};

static const Member session_members[] = {
  { "title", G_STRUCT_OFFSET (FfSessionDraft, title) },         { "starts_at", G_STRUCT_OFFSET (FfSessionDraft, starts_at) },
  { "ends_at", G_STRUCT_OFFSET (FfSessionDraft, ends_at) },     { "mode", G_STRUCT_OFFSET (FfSessionDraft, mode) },
  { "link", G_STRUCT_OFFSET (FfSessionDraft, link) },           { "booking", G_STRUCT_OFFSET (FfSessionDraft, booking) },
  { NULL, 0 },
};

static const Member *
find_member (const Member *members, const char *column)
{
  for (; members->column != NULL; members++)
    if (strcmp (members->column, column) == 0)
      return members;
  return NULL;
}

/* Numbers are put as people type them. */
static char *
draft_value (const Way *way)
{
  const char *value = old_value (way);

  if (value == NULL)
    return g_strdup ("");
  if (way->field->kind == FF_FIELD_HUNDREDTHS)
    return ff_hundredths_format (g_ascii_strtoll (value, NULL, 10));
  return g_strdup (value);
}

static FfPut
restore_run (FfDb *db, const Way *way, GError **error)
{
  g_autofree char *value = draft_value (way);
  FfRunDraft draft = { NULL };

  if (way->now == NULL)
    return refuse_gone (error);
  G_STRUCT_MEMBER (const char *, &draft, find_member (run_members, way->field->column)->offset) = value;
  return ff_runs_put (db, way->row_id, &draft, NULL, error);
}

static FfPut
restore_session (FfDb *db, const Way *way, GError **error)
{
  g_autofree char *value = draft_value (way);
  FfSessionDraft draft = { NULL };

  if (way->now == NULL)
    return refuse_gone (error);
  G_STRUCT_MEMBER (const char *, &draft, find_member (session_members, way->field->column)->offset) = value;
  return ff_sessions_put (db, way->row_id, &draft, NULL, NULL, error);
}

/* A field on which nothing else depends. */
static FfPut
restore_plain (FfDb *db, const Way *way, GError **error)
{
  if (way->now == NULL)
    return refuse_gone (error);
  if (g_strcmp0 (old_value (way), ff_row_image_get (way->now, way->field->column)) == 0)
    return FF_PUT_SAME;
  return ff_journal_restore_column (db, way->line, way->field->column, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

/* Which way ------------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *table;
  const char *column; /* NULL: each of the table that is shown */
  const Member *members; /* those of its columns that it means; NULL: all */
  RestoreFunc restore;
} ways[] = {
  { "mark", "score", NULL, restore_mark },
  { "attendance", "status", NULL, restore_attendance },
  { "attendance", "arrived_at", NULL, restore_attendance },
  { "attendance", "left_at", NULL, restore_attendance },
  { "attendance", "leave_counts", NULL, restore_attendance },
  { "attendance", "made_up", NULL, restore_attendance },
  { "attendance", "made_up_in", NULL, restore_attendance },
  { "attendance", "leave_kind", NULL, restore_attendance },
  { "exemption", "reason", NULL, restore_exemption },
  { "test_answer", "answer", NULL, restore_answer },
  { "test_answer", "score", NULL, restore_answer },
  { "enrolment", "status", NULL, restore_enrolment },
  { "run", NULL, run_members, restore_run },
  { "session", NULL, session_members, restore_session },
};

static RestoreFunc
find_way (const FfHistoryTable *table, const FfHistoryField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strcmp (ways[i].table, table->name) == 0 && (ways[i].column == NULL || strcmp (ways[i].column, field->column) == 0)
        && (ways[i].members == NULL || find_member (ways[i].members, field->column) != NULL))
      return ways[i].restore;
  return field->plain ? restore_plain : NULL;
}

gboolean
ff_history_can_restore (const FfHistoryTable *table, const FfHistoryField *field)
{
  return field != NULL && field->kind != FF_FIELD_HIDDEN && find_way (table, field) != NULL;
}

/* What is settled stands until somebody reopens it, even where nothing depends on it. */
static gboolean
is_open (FfDb *db, const Way *way, GError **error)
{
  gint64 enrolment_id = ff_row_image_get_int (known_row (way), "enrolment_id");
  gint64 run_id = way->now == NULL && enrolment_id != 0 ? ff_journal_find_run (db, "enrolment", enrolment_id, error)
                                                        : ff_journal_find_run (db, way->table->name, way->row_id, error);

  return run_id == 0 || (run_id > 0 && ff_settling_check_open (db, run_id, error));
}

FfPut
ff_history_restore (FfDb *db, gint64 line, const char *column, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Restore a value"), error);
  g_auto (FfJournalLine) stored = { NULL };
  g_autoptr (FfRowImage) now = NULL;
  g_autoptr (GError) problem = NULL;
  Way way = { .line = line };
  FfPut result;

  g_return_val_if_fail (column != NULL, FF_PUT_REFUSED);

  if (batch == NULL)
    return FF_PUT_REFUSED;
  if (!ff_journal_line_read (db, line, &stored, &problem)
      || ((now = ff_journal_read_row (db, stored.table, stored.row_id, &problem)) == NULL && problem != NULL))
    {
      if (problem == NULL)
        return refuse_gone (error);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FF_PUT_REFUSED;
    }
  way.table = ff_history_find_table (stored.table);
  way.field = way.table != NULL ? ff_history_find_field (stored.table, column) : NULL;
  way.row_id = stored.row_id;
  way.before = stored.before;
  way.now = now;
  if (way.field == NULL || !ff_history_can_restore (way.table, way.field))
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _ ("This value cannot be restored by itself."));
      return FF_PUT_REFUSED;
    }
  if (known_row (&way) == NULL)
    return refuse_gone (error);
  if (!is_open (db, &way, error))
    return FF_PUT_REFUSED;
  result = find_way (way.table, way.field) (db, &way, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

char *
ff_history_restore_label (const FfChange *change)
{
  const char *whose = change->person != NULL ? change->person : change->subject;

  if (whose != NULL && *whose != '\0')
    /* Translators: a field, and the person or thing that it belongs to. */
    return g_strdup_printf (_ ("Restore “%s” of %s"), change->field, whose);
  /* Translators: a field. */
  return g_strdup_printf (_ ("Restore “%s”"), change->field);
}
