#include "config.h"

#include "ff-settle-text.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-number.h"
#include "ff-scores-text.h"

static const FfClassTrainee *
get_trainee (const FfClassFigures *figures, guint index)
{
  return g_ptr_array_index (figures->trainees, index);
}

FfSettleCount
ff_settle_text_count (const FfClassFigures *figures)
{
  FfSettleCount count = { 0 };

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = get_trainee (figures, i);

      count.disqualified += trainee->disqualified;
      count.passed += trainee->passed == FF_PASSED_YES;
      count.failed += trainee->passed == FF_PASSED_NO && !trainee->disqualified;
      count.awarded += trainee->award;
      count.in_the_way += !figures->settled && ff_settling_is_in_the_way (trainee);
      count.left_out += trainee->settled != NULL && trainee->settled->left_out != NULL;
    }
  return count;
}

static const char *
describe_rounding (FfAwardRounding rounding)
{
  switch (rounding)
    {
    case FF_AWARD_NEAREST:
      return _("rounded to the nearest number");
    case FF_AWARD_UP:
      return _("rounded up");
    case FF_AWARD_DOWN:
    default:
      return _("rounded down");
    }
}

char *
ff_settle_text_award (const FfClassFigures *figures)
{
  const FfScheme *scheme = figures->scheme;
  guint awarded = ff_settle_text_count (figures).awarded;
  g_autofree char *share = ff_scores_text_number (ff_hundredths_to_double (scheme->award_percent), 2);
  g_autofree char *exact = ff_scores_text_number (figures->ranked * ff_hundredths_to_double (scheme->award_percent) / 100, 2);
  g_autofree char *cut = NULL;

  if (scheme->award_percent == 0)
    return g_strdup (_("The scheme of this class gives no award."));
  if (figures->ranked == 0)
    return g_strdup (_("Nobody is ranked, so that nobody gets an award."));
  if (figures->ranked * scheme->award_percent < 10000)
    /* Translators: a percentage, how many are ranked, the exact number that is. */
    cut = g_strdup_printf (_("The top %s %% of %u ranked are %s, and at least 1 gets the award."), share, figures->ranked, exact);
  else
    /* Translators: a percentage, how many are ranked, the exact number that is, how it is rounded, the number then. */
    cut = g_strdup_printf (_("The top %s %% of %u ranked are %s, %s: %u."), share, figures->ranked, exact,
                           describe_rounding (scheme->award_rounding), figures->award_count);
  if (awarded > figures->award_count)
    return g_strdup_printf (_("%s Whoever equals the last of these totals is in too, so that %u get the award."), cut, awarded);
  if (awarded < figures->award_count)
    return g_strdup_printf (_("%s Only who passed gets the award, so that it is %u."), cut, awarded);
  return g_steal_pointer (&cut);
}

char *
ff_settle_text_settled (const FfClassFigures *figures)
{
  g_autofree char *day = ff_format_day (ff_time_day (figures->settlement->settled_at));
  g_autofree char *clock = ff_format_clock (figures->settlement->settled_at);

  /* Translators: a date, a time, a person */
  return g_strdup_printf (_("Settled on %s, %s, by %s"), day, clock, figures->settlement->settled_by);
}

char *
ff_settle_text_differing (const FfClassFigures *figures)
{
  if (figures->n_differing == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u settled result is not what would be computed now, since something that it rests on was changed: "
                                    "reopen and settle again to take the new one.",
                                    "%u settled results are not what would be computed now, since something that they rest on was changed: "
                                    "reopen and settle again to take the new ones.",
                                    figures->n_differing),
                          figures->n_differing);
}

static guint
count_open_registers (const FfClassFigures *figures)
{
  guint n = 0;

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);
      gboolean open = FALSE;

      if (session->cancelled || session->ends_at > figures->now)
        continue;
      for (guint k = 0; k < figures->trainees->len && !open; k++)
        {
          const FfAttendanceCell *cell = &get_trainee (figures, k)->cells[i];

          open = cell->planned && cell->verdict.status == FF_ATTENDANCE_UNMARKED;
        }
      n += open;
    }
  return n;
}

GPtrArray *
ff_settle_text_warnings (const FfClassFigures *figures)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);
  guint to_come = (guint) (figures->planned_sessions - figures->held_sessions);
  guint open = count_open_registers (figures);

  if (figures->settled)
    return warnings;
  if (to_come > 0)
    g_ptr_array_add (warnings, g_strdup_printf (ngettext ("%u session is still to come; absences there could not count any more.",
                                                          "%u sessions are still to come; absences there could not count any more.",
                                                          to_come),
                                                to_come));
  if (open > 0)
    g_ptr_array_add (warnings, g_strdup_printf (ngettext ("The register of %u session is not complete; who is unmarked there is not absent.",
                                                          "The registers of %u sessions are not complete; who is unmarked there is not "
                                                          "absent.",
                                                          open),
                                                open));
  return warnings;
}
