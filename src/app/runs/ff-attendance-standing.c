/* Attendance in sentences: where a trainee stands, and what the rule means. */
#include "config.h"

#include "ff-attendance-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-format.h"
#include "ff-number.h"

/* So many sessions somebody may miss, of all that are planned. */
static int
most_absences (const FfAttendanceRule *rule, int planned_sessions)
{
  return (int) floor (planned_sessions * ff_hundredths_to_double (rule->max_absence) / 100 + FF_TOLERANCE);
}

static char *
describe_make_up (const FfClassFigures *figures, gint64 session_id)
{
  for (guint i = 0; i < figures->make_ups->len; i++)
    {
      const FfMakeUp *make_up = g_ptr_array_index (figures->make_ups, i);
      g_autofree char *day = NULL;

      if (make_up->session_id != session_id)
        continue;
      day = ff_format_day_brief (ff_time_day (make_up->starts_at));
      if (make_up->own)
        /* Translators: a session's key, and its day. */
        return g_strdup_printf (_("Made up in %s on %s."), make_up->key, day);
      /* Translators: a session's key, its class's code, and its day. */
      return g_strdup_printf (_("Made up in %s of %s on %s."), make_up->key, make_up->run_code, day);
    }

  return NULL;
}

char *
ff_attendance_text_detail (const FfClassFigures *figures, const FfAttendanceRecord *record)
{
  const FfLeaveKind *kind;

  g_return_val_if_fail (figures != NULL && record != NULL, NULL);

  if (record->made_up_in != 0)
    return describe_make_up (figures, record->made_up_in);
  kind = ff_leave_kinds_lookup (figures->leave_kinds, record->leave_kind);

  /* Translators: a kind of leave as a sentence. */
  return kind != NULL ? g_strdup_printf (_("%s."), ff_leave_kind_get_title (kind)) : NULL;
}

static char *
describe_disqualified (const FfClassFigures *figures, const FfAttendanceTally *tally)
{
  g_autofree char *absence = ff_attendance_text_percent (tally->absence_percent);
  g_autofree char *limit = ff_attendance_text_percent (ff_hundredths_to_double (figures->rule.max_absence));
  g_autofree char *least = ff_attendance_text_percent (ff_hundredths_to_double (figures->rule.min_attended));

  if (tally->qualification == FF_DISQUALIFIED_ATTENDED)
    return g_strdup_printf (_("less than %s %% can still be attended"), least);
  if (figures->rule.base == FF_BASE_MINUTES)
    return g_strdup_printf (_("absent from %s %% of the planned minutes, above the limit of %s %%"), absence, limit);

  return g_strdup_printf (ngettext ("absent from %d of %d session (%s %%), above the limit of %s %%",
                                    "absent from %d of %d sessions (%s %%), above the limit of %s %%", tally->planned),
                          tally->absent, tally->planned, absence, limit);
}

char *
ff_attendance_text_verdict (const FfClassFigures *figures, const FfClassTrainee *trainee)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (figures != NULL && trainee != NULL, NULL);

  if (trainee->tally.qualification == FF_QUALIFIED)
    return NULL;
  reason = describe_disqualified (figures, &trainee->tally);
  if (!trainee->waived)
    /* Translators: why somebody is disqualified, as part of a sentence. */
    return g_strdup_printf (_("Disqualified: %s."), reason);

  /* Translators: why somebody would be disqualified, who decided otherwise, and the reason for that. */
  return g_strdup_printf (_("Would be disqualified: %s. Waived by %s: %s"), reason, trainee->waived_by, trainee->waived_reason);
}

char *
ff_attendance_text_rates (const FfAttendanceTally *tally)
{
  g_autofree char *held = ff_attendance_text_percent (tally->absence_held_percent);
  g_autofree char *all = ff_attendance_text_percent (tally->absence_percent);
  g_autofree char *best = ff_attendance_text_percent (tally->best_percent);

  g_return_val_if_fail (tally != NULL, NULL);

  /* Translators: absence over the sessions held so far, over all planned ones, and the best attendance still possible. */
  return g_strdup_printf (_("absence %s %% of the %d held, %s %% of all %d · at best %s %% attended"), held, tally->held, all,
                          tally->planned, best);
}

char *
ff_attendance_text_meaning (const FfAttendanceRule *rule, int planned_sessions)
{
  g_autofree char *next = NULL;
  int most = most_absences (rule, planned_sessions);

  g_return_val_if_fail (rule != NULL, NULL);

  if (rule->base == FF_BASE_MINUTES || planned_sessions == 0)
    return ff_attendance_text_rule (rule, planned_sessions);
  if (most >= planned_sessions)
    return g_strdup_printf (ngettext ("%d session: no number of absences disqualifies.",
                                      "%d sessions: no number of absences disqualifies.", planned_sessions),
                            planned_sessions);
  next = ff_attendance_text_percent (100.0 * (most + 1) / planned_sessions);
  if (most == 0)
    return g_strdup_printf (ngettext ("%d session: one absence (%s %%) disqualifies.", "%d sessions: one absence (%s %%) disqualifies.",
                                      planned_sessions),
                            planned_sessions, next);

  return g_strdup_printf (ngettext ("%d sessions: at most %d absence; number %d (%s %%) disqualifies.",
                                    "%d sessions: at most %d absences; number %d (%s %%) disqualifies.", most),
                          planned_sessions, most, most + 1, next);
}

char *
ff_attendance_text_edition (const FfRuleEdition *edition)
{
  g_autofree char *since = NULL;

  g_return_val_if_fail (edition != NULL, NULL);

  if (edition->since == FF_NO_DAY)
    /* Translators: the number of the edition of a class's attendance rule. */
    return g_strdup_printf (_("Rule %d"), edition->number);
  since = ff_format_day_brief (edition->since);

  /* Translators: the number of the edition of a class's attendance rule, and its first day. */
  return g_strdup_printf (_("Rule %d since %s"), edition->number, since);
}

char *
ff_attendance_text_rule (const FfAttendanceRule *rule, int planned_sessions)
{
  g_autofree char *limit = ff_attendance_text_percent (ff_hundredths_to_double (rule->max_absence));
  g_autofree char *grace = g_strdup_printf (ngettext ("Late or early by more than %d min counts as absent",
                                                      "Late or early by more than %d min counts as absent", rule->grace_minutes),
                                            rule->grace_minutes);
  g_autofree char *absence = NULL;
  g_autoptr (GString) text = g_string_new (grace);

  if (rule->base == FF_BASE_MINUTES)
    {
      absence = g_strdup_printf (_("absence above %s %% of the planned minutes disqualifies"), limit);
    }
  else
    {
      int most = most_absences (rule, planned_sessions);

      if (most == 0)
        absence = g_strdup_printf (ngettext ("absence above %s %% of %d planned session disqualifies (one is too many)",
                                             "absence above %s %% of %d planned sessions disqualifies (one is too many)",
                                             planned_sessions),
                                   limit, planned_sessions);
      else
        absence = g_strdup_printf (ngettext ("absence above %s %% of %d planned session disqualifies (at most %d)",
                                             "absence above %s %% of %d planned sessions disqualifies (at most %d)", planned_sessions),
                                   limit, planned_sessions, most);
    }
  g_string_append_printf (text, " · %s", absence);

  if (rule->min_attended >= 0)
    {
      g_autofree char *least = ff_attendance_text_percent (ff_hundredths_to_double (rule->min_attended));

      g_string_append (text, " · ");
      g_string_append_printf (text, _("at least %s %% attended, whatever the reason"), least);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
