/* Decisions about a register that are asked for in a form: the next edition of its rule, a waiver, where an absence was made up. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-attendance-text.h"
#include "ff-choice.h"
#include "ff-format.h"
#include "ff-number.h"
#include "ff-register.h"
#include "ff-roster.h"
#include "ff-rule-editions.h"
#include "ff-runs.h"

/* The rule -------------------------------------------------------------------------------------------------------- */

/* So many names are said; the rest is counted. */
#define MOST_NAMES 8

static const FfEditorField rule_fields[] = {
  { "grace_minutes", N_("Minutes late or early that still count as present"), FF_FIELD_NUMBER, TRUE },
  { "max_absence", N_("Absence that is still allowed, %"), FF_FIELD_NUMBER, TRUE },
  { "base", N_("Absence is counted in"), FF_FIELD_CHOICE, TRUE },
  { "min_attended", N_("Least attendance whatever the reason, % (empty: none)"), FF_FIELD_NUMBER, FALSE },
  { "reason", N_("Why the rule changes"), FF_FIELD_TEXT, TRUE },
};

static gboolean
take_rule (FfDb *db, gint64 run_id, FfEditorValues *values, FfAttendanceRule *rule, GError **error)
{
  g_auto (FfRuleEdition) edition = FF_RULE_EDITION_INIT;
  FfRuleDraft draft = {
    .grace_minutes = ff_editor_values_get (values, "grace_minutes"),
    .max_absence = ff_editor_values_get (values, "max_absence"),
    .base = ff_editor_values_get (values, "base"),
    .min_attended = ff_editor_values_get (values, "min_attended"),
  };

  if (!ff_rule_store_read_edition (db, run_id, &edition, error))
    return FALSE;
  *rule = edition.rule;
  return ff_rule_editions_take (rule, &draft, error);
}

static FfPut
put_rule (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfAttendanceRule rule;

  if (!take_rule (db, run_id, values, &rule, error))
    return FF_PUT_REFUSED;
  return ff_rule_editions_put (db, run_id, &rule, ff_editor_values_get (values, "reason"), error);
}

static char *
join_names (const GPtrArray *names)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (names->len, MOST_NAMES);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _(", ") : "", (const char *) g_ptr_array_index (names, i));
  if (names->len > shown)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

static void
add_changes (FfEditorNotice *notice, const FfRulePreview *preview)
{
  g_autofree char *out = join_names (preview->disqualified);
  g_autofree char *in = join_names (preview->qualified);

  if (preview->disqualified->len > 0)
    g_ptr_array_add (notice->sentences,
                     g_strdup_printf (ngettext ("%u trainee becomes disqualified: %s.", "%u trainees become disqualified: %s.",
                                                preview->disqualified->len),
                                      preview->disqualified->len, out));
  if (preview->qualified->len > 0)
    g_ptr_array_add (notice->sentences,
                     g_strdup_printf (ngettext ("%u trainee is no longer disqualified: %s.",
                                                "%u trainees are no longer disqualified: %s.", preview->qualified->len),
                                      preview->qualified->len, in));
  if (preview->disqualified->len == 0 && preview->qualified->len == 0)
    g_ptr_array_add (notice->sentences, g_strdup (_("Nobody becomes disqualified or qualified by it so far.")));
}

static FfEditorNotice *
preview_rule (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfEditorNotice) notice = ff_editor_notice_new ();
  g_autoptr (FfRulePreview) preview = NULL;
  FfAttendanceRule rule;

  /* A number that is not one yet is refused when it is kept; until then there is nothing to say. */
  if (!take_rule (db, run_id, values, &rule, NULL))
    return g_steal_pointer (&notice);
  preview = ff_rule_editions_preview (db, run_id, &rule, error);
  if (preview == NULL)
    return NULL;
  g_ptr_array_add (notice->sentences, ff_attendance_text_meaning (&rule, preview->planned_sessions));
  add_changes (notice, preview);
  return g_steal_pointer (&notice);
}

static gboolean
load_rule (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_auto (FfRuleEdition) edition = FF_RULE_EDITION_INIT;
  g_autofree char *grace = NULL;
  g_autofree char *max_absence = NULL;
  g_autofree char *min_attended = NULL;

  if (!ff_rule_store_read_edition (db, run_id, &edition, error))
    return FALSE;
  grace = g_strdup_printf ("%d", edition.rule.grace_minutes);
  max_absence = ff_hundredths_format (edition.rule.max_absence);
  min_attended = edition.rule.min_attended >= 0 ? ff_hundredths_format (edition.rule.min_attended) : NULL;
  ff_editor_values_set (values, "grace_minutes", grace);
  ff_editor_values_set (values, "max_absence", max_absence);
  ff_editor_values_set (values, "base", edition.rule.base == FF_BASE_MINUTES ? "minutes" : "sessions");
  ff_editor_values_set (values, "min_attended", min_attended);
  return TRUE;
}

static void
add_choice (GPtrArray *choices, const char *key, const char *title)
{
  FfChoice *choice = g_new0 (FfChoice, 1);

  choice->key = g_strdup (key);
  choice->title = g_strdup (title);
  g_ptr_array_add (choices, choice);
}

static GPtrArray *
choose_base (FfDb *db, gint64 run_id, const char *field, GError **error)
{
  GPtrArray *choices = ff_choices_new ();

  add_choice (choices, "sessions", C_("base of absence", "Sessions"));
  add_choice (choices, "minutes", C_("base of absence", "Minutes"));
  return choices;
}

const FfEditorKind ff_rule_editor = {
  .new_title = N_("Change the Attendance Rule"),
  .new_label = N_("Change the attendance rule"),
  .fields = rule_fields,
  .n_fields = G_N_ELEMENTS (rule_fields),
  .put = put_rule,
  .preview = preview_rule,
  .informs = TRUE,
  .load = load_rule,
  .choices = choose_base,
  .confirm_label = N_("_Change Rule"),
};

/* A waiver -------------------------------------------------------------------------------------------------------- */

static const FfEditorField waiver_fields[] = {
  { "reason", N_("Why the disqualification is waived"), FF_FIELD_TEXT, TRUE },
  { "decider", N_("Who decided it"), FF_FIELD_TEXT, TRUE },
};

static FfPut
put_waiver (FfDb *db, gint64 id, gint64 enrolment_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return ff_enrolments_waive (db, enrolment_id, ff_editor_values_get (values, "reason"), ff_editor_values_get (values, "decider"), error);
}

static gboolean
load_waiver (FfDb *db, gint64 id, gint64 enrolment_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfEnrolment) enrolment = ff_roster_read (db, enrolment_id, error);

  if (enrolment == NULL)
    return FALSE;
  ff_editor_values_set (values, "reason", enrolment->waived_reason);
  ff_editor_values_set (values, "decider", enrolment->waived_by);
  return TRUE;
}

const FfEditorKind ff_waiver_editor = {
  .new_title = N_("Waive a Disqualification"),
  .new_label = N_("Waive a disqualification"),
  .fields = waiver_fields,
  .n_fields = G_N_ELEMENTS (waiver_fields),
  .put = put_waiver,
  .load = load_waiver,
  .confirm_label = N_("_Waive"),
};

/* A made-up session ------------------------------------------------------------------------------------------------ */

/* Enough for a course that is held every week. */
#define MAKE_UPS 200

static const FfEditorField make_up_fields[] = {
  { "made_up_in", N_("Made up in"), FF_FIELD_CHOICE, FALSE },
};

static FfPut
put_make_up (FfDb *db, gint64 id, gint64 attendance_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfAttendanceRow row;
  const char *session = ff_editor_values_get (values, "made_up_in");

  if (!ff_register_read_row (db, attendance_id, &row, error))
    return FF_PUT_REFUSED;
  row.record.made_up = TRUE;
  row.record.made_up_in = session != NULL ? g_ascii_strtoll (session, NULL, 10) : 0;
  return ff_register_set (db, row.session_id, row.enrolment_id, &row.record, error);
}

static gboolean
load_make_up (FfDb *db, gint64 id, gint64 attendance_id, FfEditorValues *values, GError **error)
{
  g_autofree char *session = NULL;
  FfAttendanceRow row;

  if (!ff_register_read_row (db, attendance_id, &row, error))
    return FALSE;
  session = row.record.made_up_in != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, row.record.made_up_in) : NULL;
  ff_editor_values_set (values, "made_up_in", session);
  return TRUE;
}

static char *
name_make_up (const FfMakeUp *make_up)
{
  g_autofree char *day = ff_format_day_short (ff_time_day (make_up->starts_at));
  g_autofree char *starts = ff_format_clock (make_up->starts_at);
  GString *text = g_string_new (NULL);

  if (!make_up->own)
    g_string_append_printf (text, "%s ", make_up->run_code);
  g_string_append_printf (text, "%s · %s %s", make_up->key, day, starts);
  if (make_up->title != NULL)
    g_string_append_printf (text, " · %s", make_up->title);
  return g_string_free (text, FALSE);
}

static GPtrArray *
choose_make_up (FfDb *db, gint64 attendance_id, const char *field, GError **error)
{
  g_autoptr (GPtrArray) make_ups = NULL;
  g_autoptr (GPtrArray) choices = ff_choices_new ();
  FfAttendanceRow row;

  if (!ff_register_read_row (db, attendance_id, &row, error))
    return NULL;
  make_ups = ff_attendance_store_list_make_ups (db, row.session_id, MAKE_UPS, error);
  if (make_ups == NULL)
    return NULL;
  add_choice (choices, "", _("Without naming a session"));
  for (guint i = 0; i < make_ups->len; i++)
    {
      const FfMakeUp *make_up = g_ptr_array_index (make_ups, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, make_up->session_id);
      g_autofree char *title = name_make_up (make_up);

      add_choice (choices, key, title);
    }
  return g_steal_pointer (&choices);
}

const FfEditorKind ff_make_up_editor = {
  .new_title = N_("Made Up In…"),
  .new_label = N_("Make up for an absence"),
  .fields = make_up_fields,
  .n_fields = G_N_ELEMENTS (make_up_fields),
  .put = put_make_up,
  .load = load_make_up,
  .choices = choose_make_up,
  .confirm_label = N_("_Made Up"),
};
