/* What the Today page shows: the week and the sessions of today. What is due stands in a file of its own. */
#include "config.h"

#include "ff-today-private.h"

#include "ff-attendance-store.h"
#include "ff-courses.h"

#define DAYS_OF_WEEK 7

static void
today_session_free (FfTodaySession *session)
{
  ff_session_free (session->session);
  g_free (session);
}

static void
due_free (FfDue *due)
{
  g_free (due->run_code);
  g_free (due->title);
  g_free (due->detail);
  g_free (due);
}

static void
attention_free (FfAttention *attention)
{
  g_free (attention->title);
  g_free (attention->detail);
  g_free (attention);
}

static FfToday *
today_new (FfMinute now)
{
  FfToday *today = g_new0 (FfToday, 1);
  FfDay monday = ff_time_day (now) - ff_day_weekday (ff_time_day (now)) + 1;

  today->now = now;
  for (int i = 0; i < DAYS_OF_WEEK; i++)
    {
      today->week[i].day = monday + i;
      today->week[i].run_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  today->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) today_session_free);
  today->dues = g_ptr_array_new_with_free_func ((GDestroyNotify) due_free);
  today->attention = g_ptr_array_new_with_free_func ((GDestroyNotify) attention_free);
  today->attendance_percent = -1;
  return today;
}

void
ff_today_free (FfToday *today)
{
  if (today == NULL)
    return;
  for (int i = 0; i < DAYS_OF_WEEK; i++)
    g_array_unref (today->week[i].run_ids);
  g_ptr_array_unref (today->sessions);
  g_ptr_array_unref (today->dues);
  g_ptr_array_unref (today->attention);
  g_clear_pointer (&today->clashes, g_ptr_array_unref);
  g_free (today);
}

GHashTable *
ff_today_read_counts (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  g_autoptr (GArray) counts = ff_attendance_store_count_between (db, from, to, error);
  GHashTable *by_session;

  if (counts == NULL)
    return NULL;
  by_session = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  for (guint i = 0; i < counts->len; i++)
    {
      FfSessionCount *count = g_memdup2 (&g_array_index (counts, FfSessionCount, i), sizeof *count);

      g_hash_table_insert (by_session, &count->session_id, count);
    }
  return by_session;
}

/* Attendance of the week ------------------------------------------------------------------------------------------ */

/* What the records of the week are judged by, and what comes of it. Keys belong to the sessions of the week. */
typedef struct
{
  FfDb *db;
  GHashTable *sessions; /* id → FfSession */
  GHashTable *rules;    /* class id → FfAttendanceRule */
  GHashTable *attended; /* session id → how many attended */
  guint n_attended;
  guint n_judged; /* neither unmarked nor excused */
} Judge;

static void
judge_clear (Judge *judge)
{
  g_clear_pointer (&judge->sessions, g_hash_table_unref);
  g_clear_pointer (&judge->rules, g_hash_table_unref);
  g_clear_pointer (&judge->attended, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judge, judge_clear)

static gboolean
read_rules (Judge *judge, const GPtrArray *sessions, GError **error)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      FfSession *session = g_ptr_array_index (sessions, i);
      FfAttendanceRule *rule;

      g_hash_table_insert (judge->sessions, &session->id, session);
      if (g_hash_table_contains (judge->rules, &session->run_id))
        continue;
      rule = g_new0 (FfAttendanceRule, 1);
      g_hash_table_insert (judge->rules, &session->run_id, rule);
      if (!ff_rules_read (judge->db, 0, session->run_id, rule, error))
        return FALSE;
    }
  return TRUE;
}

static void
on_attendance (const FfAttendanceRow *row, gpointer user_data)
{
  Judge *judge = user_data;
  const FfSession *session = g_hash_table_lookup (judge->sessions, &row->session_id);
  FfPlannedSession planned;
  FfAttendanceVerdict verdict;
  gpointer n;

  if (session == NULL)
    return;
  planned = (FfPlannedSession) { session->starts_at, session->ends_at };
  verdict = ff_attendance_judge (g_hash_table_lookup (judge->rules, &session->run_id), &planned, &row->record);
  if (verdict.status == FF_ATTENDANCE_UNMARKED || verdict.status == FF_ATTENDANCE_EXCUSED)
    return;
  judge->n_judged++;
  if (verdict.status == FF_ATTENDANCE_ABSENT)
    return;
  judge->n_attended++;
  n = g_hash_table_lookup (judge->attended, &session->id);
  g_hash_table_insert (judge->attended, (gpointer) &session->id, GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
}

static gboolean
judge_week (Judge *judge, FfToday *today, const GPtrArray *sessions, GError **error)
{
  judge->sessions = g_hash_table_new (g_int64_hash, g_int64_equal);
  judge->rules = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  judge->attended = g_hash_table_new (g_int64_hash, g_int64_equal);
  if (!read_rules (judge, sessions, error)
      || !ff_attendance_store_foreach_between (judge->db, ff_day_start (today->week[0].day), ff_day_start (today->week[0].day + DAYS_OF_WEEK),
                                               on_attendance, judge, error))
    return FALSE;
  if (judge->n_judged > 0)
    today->attendance_percent = 100.0 * judge->n_attended / judge->n_judged;
  return TRUE;
}

/* The week and today ------------------------------------------------------------------------------------------------ */

static void
count_in_week (FfToday *today, const FfSession *session)
{
  FfDay day = ff_time_day (session->starts_at) - today->week[0].day;

  if (day < 0 || day >= DAYS_OF_WEEK)
    return;
  today->week[day].sessions++;
  g_array_append_val (today->week[day].run_ids, session->run_id);
  today->week_sessions++;
}

static gboolean
add_sessions (FfDb *db, FfToday *today, const Judge *judge, GError **error)
{
  FfMinute from = ff_day_start (ff_time_day (today->now)), to = from + FF_MINUTES_PER_DAY;
  g_autoptr (GPtrArray) sessions = ff_session_store_between (db, from, to, error);
  g_autoptr (GHashTable) counts = sessions != NULL ? ff_today_read_counts (db, from, to, error) : NULL;

  if (counts == NULL)
    return FALSE;
  while (sessions->len > 0)
    {
      FfSession *session = g_ptr_array_steal_index (sessions, 0);
      const FfSessionCount *count = g_hash_table_lookup (counts, &session->id);
      FfTodaySession *row;

      if (session->cancelled)
        {
          ff_session_free (session);
          continue;
        }
      row = g_new0 (FfTodaySession, 1);
      row->session = session;
      row->expected = count != NULL ? count->expected : 0;
      row->recorded = count != NULL ? count->recorded : 0;
      row->attended = (int) GPOINTER_TO_UINT (g_hash_table_lookup (judge->attended, &session->id));
      g_ptr_array_add (today->sessions, row);
    }
  return TRUE;
}

static gboolean
read_week (FfDb *db, FfToday *today, GError **error)
{
  FfMinute from = ff_day_start (today->week[0].day), to = ff_day_start (today->week[0].day + DAYS_OF_WEEK);
  g_autoptr (GPtrArray) sessions = ff_session_store_between (db, from, to, error);
  g_auto (Judge) judge = { .db = db };

  if (sessions == NULL || !judge_week (&judge, today, sessions, error))
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);

      if (!session->cancelled)
        count_in_week (today, session);
    }
  return add_sessions (db, today, &judge, error);
}

static gboolean
count_running (FfDb *db, FfToday *today, GError **error)
{
  FfDay day = ff_time_day (today->now);
  g_autoptr (GArray) running = ff_run_store_between (db, day, day, error);

  if (running == NULL)
    return FALSE;
  today->running_classes = (int) running->len;
  return TRUE;
}

/* Overdue ones come first by themselves. */
static int
compare_dues (gconstpointer a, gconstpointer b)
{
  const FfDue *first = *(FfDue *const *) a, *second = *(FfDue *const *) b;

  if (first->due_on != second->due_on)
    return first->due_on < second->due_on ? -1 : 1;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return g_strcmp0 (first->run_code, second->run_code);
}

FfToday *
ff_today_read (FfDb *db, FfMinute now, GError **error)
{
  g_autoptr (FfToday) today = today_new (now);
  gboolean ok;

  if (!ff_db_begin_read (db, error))
    return NULL;
  ok = read_week (db, today, error) && count_running (db, today, error) && ff_today_add_registers (db, today, error)
       && ff_today_read_clashes (db, today, error) && ff_today_add_setups (db, today, error) && ff_today_add_tasks (db, today, error)
       && ff_today_add_actions (db, today, error) && ff_today_add_classes (db, today, error);
  ff_db_end_read (db);
  if (!ok)
    return NULL;
  g_ptr_array_sort (today->dues, compare_dues);
  return g_steal_pointer (&today);
}
