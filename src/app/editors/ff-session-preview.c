/* What stands in the way of a session while it is being written: its clashes, the next free time, and a free room. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-clash-text.h"
#include "ff-format.h"

/* "2026-09-22" and "0912" as one moment; FALSE until both are there. */
static gboolean
compose (FfEditorValues *values, const char *clock_field, FfMinute *time)
{
  const char *date = ff_editor_values_get (values, "date");
  const char *clock = ff_editor_values_get (values, clock_field);
  FfDay day;
  int minute;

  if (date == NULL || clock == NULL || !ff_day_parse (date, &day) || !ff_clock_parse (clock, &minute))
    return FALSE;
  *time = ff_day_start (day) + minute;
  return TRUE;
}

static void
add_sentences (FfEditorNotice *notice, GPtrArray *clashes)
{
  g_autoptr (GPtrArray) notes = ff_clash_notes_new (clashes, FALSE);

  for (guint i = 0; i < notes->len; i++)
    {
      const FfClashNote *note = g_ptr_array_index (notes, i);
      g_autofree char *sentence = ff_clash_note_sentence (note, 0);
      g_autofree char *overlap = ff_clash_note_overlap (note);

      /* Translators: what clashes, and when. */
      g_ptr_array_add (notice->sentences, g_strdup_printf (_("%s. %s"), sentence, overlap));
    }
}

/* Another hour gives no more seats and makes nobody qualified. */
static gboolean
is_about_time (const FfClash *clash)
{
  return clash->accepted == NULL && clash->kind != FF_CLASH_CAPACITY && clash->kind != FF_CLASH_QUALIFICATION;
}

static gboolean
is_about_venue (const FfClash *clash)
{
  return clash->accepted == NULL && clash->resource == FF_RESOURCE_VENUE;
}

static gboolean
any (GPtrArray *clashes, gboolean (*matches) (const FfClash *clash))
{
  for (guint i = 0; i < clashes->len; i++)
    if (matches (g_ptr_array_index (clashes, i)))
      return TRUE;
  return FALSE;
}

static FfEditorValues *
fields_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean
propose_time (FfDb *db, const FfSessionPlan *plan, FfEditorNotice *notice, GError **error)
{
  g_autoptr (GPtrArray) slots = ff_clashes_next_free (db, plan, NULL, error);
  g_autofree char *date = NULL, *day = NULL, *from = NULL, *to = NULL;
  FfEditorValues *fields;
  const FfFreeSlot *slot;

  if (slots == NULL || slots->len == 0)
    return slots != NULL;
  slot = g_ptr_array_index (slots, 0);
  date = ff_day_format (ff_time_day (slot->starts_at));
  day = ff_format_day_short (ff_time_day (slot->starts_at));
  from = ff_format_clock (slot->starts_at);
  to = ff_format_clock (slot->ends_at);
  fields = fields_new ();
  ff_editor_values_set (fields, "date", date);
  ff_editor_values_set (fields, "from", from);
  ff_editor_values_set (fields, "to", to);
  /* Translators: a day and two times. */
  ff_editor_notice_propose (notice, g_strdup_printf (_("Next free: %s %s–%s"), day, from, to), fields);
  return TRUE;
}

static gboolean
propose_venue (FfDb *db, const FfSessionPlan *plan, FfEditorNotice *notice, GError **error)
{
  g_autoptr (GPtrArray) venues = ff_clashes_free_venues (db, plan, error);
  const FfFreeVenue *venue;
  FfEditorValues *fields;

  if (venues == NULL || venues->len == 0)
    return venues != NULL;
  venue = g_ptr_array_index (venues, 0);
  fields = fields_new ();
  ff_editor_values_set (fields, "venue", venue->venue);
  /* Translators: a venue. */
  ff_editor_notice_propose (notice, g_strdup_printf (_("%s at the same time"), venue->venue), fields);
  return TRUE;
}

FfEditorNotice *
ff_session_preview (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autofree char *starts_at = NULL;
  g_autofree char *ends_at = NULL;
  g_autoptr (FfEditorNotice) notice = ff_editor_notice_new ();
  g_autoptr (FfSessionPlan) plan = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  const char *run = ff_editor_values_get (values, "run");
  FfMinute from, to;
  FfSessionDraft draft = {
    .venue = ff_editor_values_get (values, "venue"),
    .trainers = ff_editor_values_get (values, "trainers"),
    .audience = ff_editor_values_get (values, "audience"),
    .mode = ff_editor_values_get (values, "mode"),
    .booking = ff_editor_values_get (values, "booking"),
    .joint = ff_editor_values_get (values, "joint"),
  };

  if (run_id == 0 && run != NULL)
    run_id = ff_runs_find (db, run, error);
  if (run_id < 0)
    return NULL;
  if (!compose (values, "from", &from) || !compose (values, "to", &to) || (id == 0 && run_id == 0))
    return g_steal_pointer (&notice);
  if (!ff_session_read_end (db, id, from, ff_time_minute_of_day (to), &to, error))
    return NULL;
  if (from >= to)
    return g_steal_pointer (&notice);
  draft.starts_at = starts_at = ff_time_format (from);
  draft.ends_at = ends_at = ff_time_format (to);
  plan = ff_session_plan_from_draft (db, id, run_id, &draft, error);
  if (plan == NULL)
    return NULL;
  plans = g_ptr_array_new ();
  g_ptr_array_add (plans, plan);
  clashes = ff_clashes_of_plans (db, plans, error);
  if (clashes == NULL)
    return NULL;
  add_sentences (notice, clashes);
  if ((any (clashes, is_about_time) && !propose_time (db, plan, notice, error))
      || (any (clashes, is_about_venue) && !propose_venue (db, plan, notice, error)))
    return NULL;
  return g_steal_pointer (&notice);
}
