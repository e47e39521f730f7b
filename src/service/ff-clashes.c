/* The clashes of what is stored, and of what somebody is about to store. */
#include "config.h"

#include "ff-clash-board.h"

/* Whatever was and will be taught. */
#define FIRST_YEAR 1000
#define LAST_YEAR 9998

static void
side_clear (FfClashSide *side)
{
  g_free (side->run_code);
  g_free (side->key);
  g_free (side->title);
}

void
ff_clash_free (FfClash *clash)
{
  if (clash == NULL)
    return;
  g_free (clash->name);
  side_clear (&clash->a);
  side_clear (&clash->b);
  g_free (clash->accepted);
  g_free (clash->accepted_by);
  g_free (clash->sentence);
  g_free (clash);
}

/* What is stored ------------------------------------------------------------------------------------------------------ */

static GPtrArray *
name_checked (FfClashBoard *board, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GArray) hits = ff_schedule_check (board->schedule, ids, n);

  return ff_clash_board_name (board, hits, error);
}

static GPtrArray *
check_sessions (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (FfClashBoard) board = ff_clash_board_new (db, NULL, error);
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (FfPeriod));

  if (board == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      FfPeriod period;

      switch (ff_clash_store_read_times (db, ids[i], &period.from, &period.to, error))
        {
        case FF_STEP_ROW:
          g_array_append_val (periods, period);
          break;
        case FF_STEP_DONE:
          break;
        case FF_STEP_ERROR:
        default:
          return NULL;
        }
    }
  return ff_clash_board_load_periods (board, periods, error) ? name_checked (board, ids, n, error) : NULL;
}

/* Several statements see one state. */
#define IN_ONE_READ(db, error, call)        \
  G_STMT_START                              \
  {                                         \
    GPtrArray *result;                      \
                                            \
    if (!ff_db_begin_read ((db), (error)))  \
      return NULL;                          \
    result = (call);                        \
    ff_db_end_read (db);                    \
    return result;                          \
  }                                         \
  G_STMT_END

GPtrArray *
ff_clashes_of_sessions (FfDb *db, const gint64 *session_ids, gsize n, GError **error)
{
  g_return_val_if_fail (db != NULL && (session_ids != NULL || n == 0), NULL);

  IN_ONE_READ (db, error, check_sessions (db, session_ids, n, error));
}

GPtrArray *
ff_clashes_of_session (FfDb *db, gint64 session_id, GError **error)
{
  return ff_clashes_of_sessions (db, &session_id, 1, error);
}

static void
count_side (GHashTable *counts, const FfClashSide *side)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &side->session_id)) + 1;

  if (side->run_code != NULL)
    g_hash_table_insert (counts, g_memdup2 (&side->session_id, sizeof side->session_id), GUINT_TO_POINTER (n));
}

GHashTable *
ff_clashes_count_open (FfDb *db, GPtrArray *sessions, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) clashes = NULL;
  GHashTable *counts;

  g_return_val_if_fail (sessions != NULL, NULL);

  for (guint i = 0; i < sessions->len; i++)
    g_array_append_val (ids, ((FfSession *) g_ptr_array_index (sessions, i))->id);
  clashes = ff_clashes_of_sessions (db, (const gint64 *) (gpointer) ids->data, ids->len, error);
  if (clashes == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < clashes->len; i++)
    {
      const FfClash *clash = g_ptr_array_index (clashes, i);

      if (clash->accepted != NULL)
        continue;
      count_side (counts, &clash->a);
      count_side (counts, &clash->b);
    }
  return counts;
}

static GArray *
list_touching (const GArray *hits, FfMinute from, FfMinute to)
{
  GArray *touching = g_array_new (FALSE, FALSE, sizeof (FfHit));

  for (guint i = 0; i < hits->len; i++)
    {
      const FfHit *hit = &g_array_index (hits, FfHit, i);

      if (hit->from < to && hit->to > from)
        g_array_append_vals (touching, hit, 1);
    }
  return touching;
}

static GPtrArray *
check_between (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FfClashBoard) board = ff_clash_board_new (db, NULL, error);
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) touching = NULL;
  FfMinute first, last;

  if (board == NULL)
    return NULL;
  /* A session at the edge is judged with all that overlap it. */
  if (!ff_clash_store_read_extent (db, from - board->margin, to + board->margin, &first, &last, &local_error))
    {
      if (local_error == NULL)
        return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_clash_free);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (!ff_clash_board_load (board, first, last, error))
    return NULL;
  hits = ff_schedule_check_all (board->schedule);
  touching = list_touching (hits, from, to);
  return ff_clash_board_name (board, touching, error);
}

GPtrArray *
ff_clashes_between (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  g_return_val_if_fail (db != NULL && from < to, NULL);

  IN_ONE_READ (db, error, check_between (db, from, to, error));
}

GPtrArray *
ff_clashes_from (FfDb *db, FfMinute from, GError **error)
{
  return ff_clashes_between (db, from, ff_day_start (ff_day_from_ymd (LAST_YEAR, 12, 31)), error);
}

GPtrArray *
ff_clashes_all (FfDb *db, GError **error)
{
  return ff_clashes_from (db, ff_day_start (ff_day_from_ymd (FIRST_YEAR, 1, 1)), error);
}

/* What somebody is about to store ------------------------------------------------------------------------------------- */

static GPtrArray *
check_plans (FfDb *db, GPtrArray *plans, GError **error)
{
  g_autoptr (FfClashBoard) board = ff_clash_board_new (db, plans, error);
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (FfPeriod));
  g_autoptr (GArray) ids = NULL;

  if (board == NULL)
    return NULL;
  for (guint i = 0; i < plans->len; i++)
    {
      const FfSessionPlan *plan = g_ptr_array_index (plans, i);
      FfPeriod period = { plan->starts_at, plan->ends_at };

      g_array_append_val (periods, period);
    }
  if (!ff_clash_board_load_periods (board, periods, error) || !ff_clash_board_add_plans (board, error))
    return NULL;
  ids = ff_clash_board_list_plans (board);
  return name_checked (board, (const gint64 *) (gpointer) ids->data, ids->len, error);
}

GPtrArray *
ff_clashes_of_plans (FfDb *db, GPtrArray *plans, GError **error)
{
  g_return_val_if_fail (db != NULL && plans != NULL, NULL);

  IN_ONE_READ (db, error, check_plans (db, plans, error));
}
