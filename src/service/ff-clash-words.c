/* From what the schedule found to what a person reads: names, acceptances, sentences. */
#include "config.h"

#include "ff-clash-board.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_REASON 500

static const struct
{
  const char *key;
  const char *title;
} kinds[FF_CLASH_N_KINDS] = {
  [FF_CLASH_TRAINER] = { "trainer", NC_ ("clash", "Trainer") },
  [FF_CLASH_VENUE] = { "venue", NC_ ("clash", "Venue") },
  [FF_CLASH_TRAINEE] = { "trainee", NC_ ("clash", "Trainee") },
  [FF_CLASH_EQUIPMENT] = { "equipment", NC_ ("clash", "Equipment") },
  [FF_CLASH_HOLIDAY] = { "holiday", NC_ ("clash", "Holiday") },
  [FF_CLASH_UNAVAILABILITY] = { "unavailability", NC_ ("clash", "Unavailability") },
  [FF_CLASH_CAPACITY] = { "capacity", NC_ ("clash", "Capacity") },
  [FF_CLASH_QUALIFICATION] = { "qualification", NC_ ("clash", "Qualification") },
};

const char *
ff_clash_kind_key (FfClashKind kind)
{
  g_return_val_if_fail (kind < FF_CLASH_N_KINDS, NULL);

  return kinds[kind].key;
}

const char *
ff_clash_kind_title (FfClashKind kind)
{
  g_return_val_if_fail (kind < FF_CLASH_N_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "clash", kinds[kind].title);
}

const char *
ff_clash_resource_table (FfResource resource)
{
  static const char *const tables[FF_RESOURCE_N] = {
    [FF_RESOURCE_TRAINER] = "trainer",
    [FF_RESOURCE_VENUE] = "venue",
    [FF_RESOURCE_TRAINEE] = "trainee",
    [FF_RESOURCE_EQUIPMENT] = "equipment",
  };

  return tables[resource];
}

/* Sentences ---------------------------------------------------------------------------------------------------------- */

/* "2026-09-22 14:30–15:30", or both days. */
static char *
format_times (FfMinute from, FfMinute to)
{
  g_autofree char *start = ff_time_format (from);
  g_autofree char *end = ff_time_format (to);

  if (ff_time_day (from) == ff_time_day (to))
    return g_strdup_printf ("%s–%s", start, end + strlen ("YYYY-MM-DD "));
  return g_strdup_printf ("%s – %s", start, end);
}

static char *
describe_pair (const FfClash *clash, const char *when, int minutes)
{
  const char *key = clash->b.key != NULL ? clash->b.key : clash->b.title;

  if (clash->kind == FF_CLASH_TRAINER)
    /* Translators: a trainer, a class's code, a session's key, a day with two times */
    return g_strdup_printf (ngettext ("Trainer %s is also needed in class %s, session %s: %s (%d minute).",
                                      "Trainer %s is also needed in class %s, session %s: %s (%d minutes).", (gulong) minutes),
                            clash->name, clash->b.run_code, key, when, minutes);
  if (clash->kind == FF_CLASH_VENUE)
    /* Translators: a venue, a class's code, a session's key, a day with two times */
    return g_strdup_printf (ngettext ("Venue %s is also taken by class %s, session %s: %s (%d minute).",
                                      "Venue %s is also taken by class %s, session %s: %s (%d minutes).", (gulong) minutes),
                            clash->name, clash->b.run_code, key, when, minutes);
  if (clash->kind == FF_CLASH_EQUIPMENT)
    /* Translators: equipment, two counts of it, a class's code, a session's key, a day with two times */
    return g_strdup_printf (ngettext ("%s: %d are needed and %d there, together with class %s, session %s: %s (%d minute).",
                                      "%s: %d are needed and %d there, together with class %s, session %s: %s (%d minutes).",
                                      (gulong) minutes),
                            clash->name, clash->need, clash->have, clash->b.run_code, key, when, minutes);
  /* Translators: a trainee, a class's code, a session's key, a day with two times */
  return g_strdup_printf (ngettext ("Trainee %s also takes part in class %s, session %s: %s (%d minute).",
                                    "Trainee %s also takes part in class %s, session %s: %s (%d minutes).", (gulong) minutes),
                          clash->name, clash->b.run_code, key, when, minutes);
}

static char *
describe_unavailability (const FfClash *clash, const char *when, int minutes)
{
  if (clash->resource == FF_RESOURCE_TRAINER)
    /* Translators: a trainer, a day with two times */
    return g_strdup_printf (ngettext ("Trainer %s cannot be booked: %s (%d minute).", "Trainer %s cannot be booked: %s (%d minutes).",
                                      (gulong) minutes),
                            clash->name, when, minutes);
  if (clash->resource == FF_RESOURCE_VENUE)
    /* Translators: a venue, a day with two times */
    return g_strdup_printf (ngettext ("Venue %s cannot be booked: %s (%d minute).", "Venue %s cannot be booked: %s (%d minutes).",
                                      (gulong) minutes),
                            clash->name, when, minutes);
  /* Translators: a trainee, a day with two times */
  return g_strdup_printf (ngettext ("Trainee %s is not available: %s (%d minute).", "Trainee %s is not available: %s (%d minutes).",
                                    (gulong) minutes),
                          clash->name, when, minutes);
}

char *
ff_clash_describe (const FfClash *clash, const char *course)
{
  g_autofree char *when = format_times (clash->from, clash->to);
  int minutes = (int) (clash->to - clash->from);

  if (clash->b.run_code != NULL)
    return describe_pair (clash, when, minutes);
  switch (clash->kind)
    {
    case FF_CLASH_HOLIDAY:
      /* Translators: a holiday, a day with two times */
      return g_strdup_printf (ngettext ("%s is a day off: %s (%d minute).", "%s is a day off: %s (%d minutes).", (gulong) minutes),
                              clash->name, when, minutes);
    case FF_CLASH_CAPACITY:
      /* Translators: a venue, its seats, people */
      return g_strdup_printf (ngettext ("Venue %s has %d seat for %d trainees.", "Venue %s has %d seats for %d trainees.",
                                        (gulong) clash->have),
                              clash->name, clash->have, clash->need);
    case FF_CLASH_QUALIFICATION:
      /* Translators: a trainer, a course's code, a day with two times */
      return g_strdup_printf (_ ("Trainer %s may not teach course %s then: %s."), clash->name, course != NULL ? course : "", when);
    case FF_CLASH_EQUIPMENT:
      /* Translators: equipment, two counts of it, a day with two times */
      return g_strdup_printf (_ ("%s: %d are needed and %d there: %s."), clash->name, clash->need, clash->have, when);
    case FF_CLASH_UNAVAILABILITY:
    case FF_CLASH_TRAINER:
    case FF_CLASH_VENUE:
    case FF_CLASH_TRAINEE:
    default:
      return describe_unavailability (clash, when, minutes);
    }
}

/* Names -------------------------------------------------------------------------------------------------------------- */

static const FfSessionName *
name_session (FfClashBoard *board, gint64 id, GError **error)
{
  FfSessionName *name = g_hash_table_lookup (board->names, &id);
  const FfSessionPlan *plan = g_hash_table_lookup (board->plans, &id);

  if (name != NULL)
    return name;
  name = id > 0 ? ff_clash_store_name_session (board->db, id, error) : ff_clash_board_name_plan (board, plan, error);
  if (name == NULL)
    return NULL;
  if (plan != NULL && plan->title != NULL && *plan->title != '\0')
    {
      g_free (name->title);
      name->title = g_strdup (plan->title);
    }
  if (plan != NULL && plan->key != NULL && *plan->key != '\0')
    {
      g_free (name->key);
      name->key = g_strdup (plan->key);
    }
  g_hash_table_insert (board->names, g_memdup2 (&id, sizeof id), name);
  return name;
}

static gboolean
name_side (FfClashBoard *board, gint64 id, FfClashSide *side, GError **error)
{
  const FfSessionName *name = name_session (board, id, error);

  if (name == NULL)
    return FALSE;
  side->session_id = MAX (id, 0);
  side->run_id = name->run_id;
  side->run_code = g_strdup (name->run_code);
  side->key = g_strdup (name->key);
  side->title = g_strdup (name->title);
  return TRUE;
}

static char *
name_resource (FfClashBoard *board, const FfHit *hit, GError **error)
{
  const char *table = ff_clash_resource_table (hit->resource);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *key = NULL;
  const char *title;
  char *name;

  if (table == NULL)
    {
      title = ff_work_calendar_title (board->calendar, ff_time_day (hit->from));
      return g_strdup (title != NULL ? title : C_ ("clash", "Day off"));
    }
  key = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, hit->resource_id);
  name = g_hash_table_lookup (board->resources, key);
  if (name != NULL)
    return g_strdup (name);
  name = ff_clash_store_name_resource (board->db, table, hit->resource_id, &local_error);
  if (name == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("What a session needs does not exist any more."));
      return NULL;
    }
  g_hash_table_insert (board->resources, g_steal_pointer (&key), name);
  return g_strdup (name);
}

/* Acceptances -------------------------------------------------------------------------------------------------------- */

static void
key_of_clash (const FfClash *clash, FfClashKey *key)
{
  *key = (FfClashKey) {
    .kind = ff_clash_kind_key (clash->kind),
    .session_id = clash->b.run_code != NULL ? MIN (clash->joint_a, clash->joint_b) : clash->joint_a,
    .other_id = clash->b.run_code != NULL ? MAX (clash->joint_a, clash->joint_b) : 0,
    .resource = ff_clash_resource_table (clash->resource),
    .resource_id = clash->resource_id,
    .from = clash->from,
    .to = clash->to,
    .lacking = MAX (0, clash->need - clash->have),
  };
}

static gboolean
read_acceptance (FfClashBoard *board, FfClash *clash, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FfAcceptance) acceptance = NULL;
  FfClashKey key;

  key_of_clash (clash, &key);
  if (key.session_id <= 0)
    return TRUE;
  acceptance = ff_clash_store_read_acceptance (board->db, &key, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (acceptance != NULL)
    {
      clash->accepted = g_steal_pointer (&acceptance->reason);
      clash->accepted_by = g_steal_pointer (&acceptance->by);
      clash->accepted_on = acceptance->on;
    }
  return TRUE;
}

static FfClash *
clash_from_hit (FfClashBoard *board, const FfHit *hit, GError **error)
{
  g_autoptr (FfClash) clash = g_new0 (FfClash, 1);
  const FfSessionName *session;

  clash->kind = hit->kind;
  clash->resource = hit->resource;
  clash->resource_id = hit->resource_id;
  clash->from = hit->from;
  clash->to = hit->to;
  clash->need = hit->need;
  clash->have = hit->have;
  clash->provisional = hit->provisional;
  clash->joint_a = hit->joint_a;
  clash->joint_b = hit->joint_b;
  clash->accepted_on = FF_NO_DAY;
  clash->name = name_resource (board, hit, error);
  if (clash->name == NULL || !name_side (board, hit->a, &clash->a, error) || (hit->b != 0 && !name_side (board, hit->b, &clash->b, error))
      || !read_acceptance (board, clash, error))
    return NULL;
  session = name_session (board, hit->a, error);
  clash->sentence = ff_clash_describe (clash, session->course_code);
  return g_steal_pointer (&clash);
}

GPtrArray *
ff_clash_board_name (FfClashBoard *board, const GArray *hits, GError **error)
{
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_clash_free);

  for (guint i = 0; i < hits->len; i++)
    {
      FfClash *clash = clash_from_hit (board, &g_array_index (hits, FfHit, i), error);

      if (clash == NULL)
        return NULL;
      g_ptr_array_add (clashes, clash);
    }
  return g_steal_pointer (&clashes);
}

FfPut
ff_clashes_accept (FfDb *db, const FfClash *clash, const char *reason, GError **error)
{
  g_autoptr (FfBatch) batch = NULL;
  g_autofree char *clean = ff_put_clean_line (reason != NULL ? reason : "");
  gboolean changed = FALSE;
  FfClashKey key;

  g_return_val_if_fail (db != NULL && clash != NULL, FF_PUT_REFUSED);

  key_of_clash (clash, &key);
  if (key.session_id <= 0)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _ ("Save the session first; then its clashes can be accepted."));
      return FF_PUT_REFUSED;
    }
  if (g_utf8_strlen (clean, -1) > LONGEST_REASON)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "reason", _ ("The reason may have at most %d characters."), LONGEST_REASON);
      return FF_PUT_REFUSED;
    }
  if (g_strcmp0 (clean, clash->accepted != NULL ? clash->accepted : "") == 0)
    return FF_PUT_SAME;
  batch = ff_batch_begin (db, _ ("Accept a clash"), error);
  if (batch == NULL || !ff_clash_store_delete_acceptances (db, &key, &changed, error))
    return FF_PUT_REFUSED;
  if (*clean != '\0' && !ff_clash_store_insert_acceptance (db, &key, clean, ff_time_day (ff_time_now ()), error))
    return FF_PUT_REFUSED;
  if (!ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return *clean != '\0' || changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}
