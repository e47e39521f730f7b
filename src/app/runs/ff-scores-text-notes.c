/* Why a total is what it is, in sentences: what is missing and when it is due, who is exempt and why, what counts of several attempts and
   raters, what the program computed, and how the award comes about. */
#include "config.h"

#include "ff-scores-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-format.h"
#include "ff-mark-dues.h"
#include "ff-number.h"
#include "ff-rater-figures.h"

typedef struct
{
  const FfClassFigures *figures;
  const FfClassTrainee *trainee;
  GPtrArray *notes;
} Notes;

static const FfComponent *
get_component (const Notes *notes, guint i)
{
  return ff_scheme_get (notes->figures->scheme, i);
}

static const FfLeafResult *
get_leaf (const Notes *notes, guint i)
{
  return &notes->trainee->result.leaves[i];
}

/* Missing and exempt ------------------------------------------------------------------------------------------ */

static FfDay
find_due_day (const Notes *notes, guint component)
{
  const FfComponent *leaf = get_component (notes, component);

  if (leaf->source == FF_SOURCE_COMMITMENT)
    return notes->trainee->committed_by != NULL ? notes->trainee->committed_by[component] : FF_NO_DAY;

  return ff_mark_dues_is_asked (leaf) ? ff_mark_dues_day (notes->figures, leaf) : FF_NO_DAY;
}

static char *
describe_missing (const Notes *notes, guint component)
{
  g_autofree char *share = ff_scores_text_number (get_component (notes, component)->share * 100, 1);
  FfDay day = find_due_day (notes, component);
  g_autofree char *due = NULL;

  /* Translators: a component of the scheme and its share of the total. */
  if (day == FF_NO_DAY)
    return g_strdup_printf (_("%s (%s %%)"), get_component (notes, component)->title, share);

  due = ff_format_day_short (day);

  /* Translators: a component of the scheme, its share of the total, and the day on which its mark is due. */
  return g_strdup_printf (_("%s (%s %%, due %s)"), get_component (notes, component)->title, share, due);
}

static void
add_missing (const Notes *notes)
{
  const FfResult *result = &notes->trainee->result;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *share = NULL;

  for (guint i = 0; i < result->n_leaves; i++)
    {
      const FfComponent *leaf = get_component (notes, i);
      g_autofree char *text = NULL;

      if (!leaf->leaf || leaf->share <= 0 || get_leaf (notes, i)->exempt || get_leaf (notes, i)->assessed)
        continue;
      text = describe_missing (notes, i);
      g_string_append_printf (list, "%s%s", list->len > 0 ? _(", ") : "", text);
    }
  if (list->len == 0)
    return;

  share = ff_scores_text_number (result->assessed_share * 100, 1);
  g_ptr_array_add (notes->notes, result->known
                                     ? g_markup_printf_escaped (_("<b>Not yet assessed:</b> %s. The total stands on the other %s %% and "
                                                                  "is provisional."), list->str, share)
                                     : g_markup_printf_escaped (_("<b>Not yet assessed:</b> %s."), list->str));
}

static void
add_exempt (const Notes *notes)
{
  for (guint i = 0; i < notes->trainee->result.n_leaves; i++)
    {
      const char *reason = notes->trainee->exempt_reasons != NULL ? notes->trainee->exempt_reasons[i] : NULL;
      g_autofree char *share = ff_scores_text_number (get_component (notes, i)->share * 100, 1);

      if (!get_leaf (notes, i)->exempt)
        continue;
      g_ptr_array_add (notes->notes, g_markup_printf_escaped (_("<b>Exempt from %s</b> (%s %%): %s. It is left out of the sum."),
                                                              get_component (notes, i)->title, share,
                                                              reason != NULL ? reason : _("no reason is written down")));
    }
}

/* Raters ------------------------------------------------------------------------------------------------------ */

static char *
list_raters (const Notes *notes, guint component)
{
  g_autoptr (GArray) raters = ff_rater_figures_list (notes->figures, notes->trainee, component);
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean weighted = FALSE;

  for (guint i = 0; i < raters->len; i++)
    weighted = weighted || g_array_index (raters, FfRaterScore, i).weight != g_array_index (raters, FfRaterScore, 0).weight;
  for (guint i = 0; i < raters->len; i++)
    {
      const FfRaterScore *rater = &g_array_index (raters, FfRaterScore, i);
      g_autofree char *score = ff_hundredths_format (rater->score);
      g_autofree char *weight = ff_hundredths_format (rater->weight);

      g_string_append_printf (list, "%s%s %s", list->len > 0 ? _(", ") : "", rater->rater[0] != '\0' ? rater->rater : _("not named"), score);
      if (weighted)
        g_string_append_printf (list, " (×%s)", weight);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* NULL: it is not defined. */
static char *
describe_agreement (const Notes *notes, guint component)
{
  g_autoptr (FfLeafAgreement) agreement = ff_agreement_of_leaf (notes->figures, component);

  if (agreement == NULL || isnan (agreement->icc2k))
    return NULL;

  /* Translators: ICC(2,k) of k raters, 1 when they agree completely. */
  return g_strdup_printf (_("Agreement of the class: ICC(2,%u) %.2f."), agreement->raters->len, agreement->icc2k);
}

static void
add_raters (const Notes *notes, guint component)
{
  const FfLeafResult *leaf = get_leaf (notes, component);
  g_autofree char *points = NULL, *raters = NULL, *spread = NULL, *agreement = NULL;
  char *text;

  if (!leaf->assessed || leaf->raters < 2)
    return;

  points = ff_scores_text_number (leaf->points, 2);
  raters = list_raters (notes, component);
  spread = ff_scores_text_number (leaf->spread, 2);
  agreement = describe_agreement (notes, component);
  text = g_markup_printf_escaped (ngettext ("<b>%s %s</b> is the mean of %d rater: %s; spread %s.",
                                            "<b>%s %s</b> is the mean of %d raters: %s; spread %s.", leaf->raters),
                                  get_component (notes, component)->title, points, leaf->raters, raters, spread);
  if (agreement != NULL)
    {
      char *both = g_strconcat (text, " ", agreement, NULL);

      g_free (text);
      text = both;
    }
  g_ptr_array_add (notes->notes, text);
}

/* Attempts ---------------------------------------------------------------------------------------------------- */

/* What was reached in one attempt, before any rule about attempts; FALSE if there is nothing whole. */
static gboolean
compute_attempt (const Notes *notes, guint component, int attempt, double *points)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FfMark));
  FfResult result;
  gboolean assessed;

  for (guint i = 0; i < notes->trainee->marks->len; i++)
    {
      const FfStoredMark *stored = &g_array_index (notes->trainee->marks, FfStoredMark, i);

      /* As if it were the first one, which no rule caps. */
      if (stored->component == (int) component && stored->attempt == attempt)
        g_array_append_val (marks, ((FfMark) { stored->component, stored->criterion, stored->rater, 1, stored->score,
                                               ff_class_figures_rater_weight (notes->figures, stored->rater) }));
    }
  ff_result_compute (&result, notes->figures->scheme, (const FfMark *) (gpointer) marks->data, marks->len, NULL, NULL, NULL);
  assessed = result.leaves[component].assessed && marks->len > 0;
  *points = result.leaves[component].points;
  ff_result_clear (&result);

  return assessed;
}

static char *
list_attempts (const Notes *notes, guint component, int last)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int attempt = 1; attempt <= last; attempt++)
    {
      g_autofree char *text = NULL;
      double points;

      if (!compute_attempt (notes, component, attempt, &points))
        continue;
      text = ff_scores_text_number (points, 2);
      /* Translators: the number of an attempt and the points reached in it. */
      g_string_append_printf (list, "%s", list->len > 0 ? _(", ") : "");
      g_string_append_printf (list, C_("attempt", "%d: %s"), attempt, text);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
describe_rule (const Notes *notes, guint component, double reached)
{
  const FfLeafResult *leaf = get_leaf (notes, component);
  g_autofree char *points = ff_scores_text_number (leaf->points, 2);

  switch (get_component (notes, component)->attempts)
    {
    case FF_ATTEMPTS_BEST:
      return g_strdup_printf (_("attempt %d counts, the best one"), leaf->attempt);
    case FF_ATTEMPTS_LAST:
      return g_strdup_printf (_("attempt %d counts, the last one"), leaf->attempt);
    case FF_ATTEMPTS_CAPPED:
    default:
      if (leaf->points < reached - FF_TOLERANCE)
        return g_strdup_printf (_("attempt %d counts, capped at %s"), leaf->attempt, points);
      return g_strdup_printf (_("attempt %d counts; a resit would be capped at the pass mark"), leaf->attempt);
    }
}

static void
add_attempts (const Notes *notes, guint component)
{
  int last = ff_scores_text_find_source (notes->trainee, (int) component, -1).attempt;
  g_autofree char *list = NULL, *rule = NULL;
  double reached = 0;

  if (!get_leaf (notes, component)->assessed || last < 2)
    return;

  compute_attempt (notes, component, get_leaf (notes, component)->attempt, &reached);
  list = list_attempts (notes, component, last);
  rule = describe_rule (notes, component, reached);
  /* Translators: a component, which attempt counts and why, and what was reached in each. */
  g_ptr_array_add (notes->notes, g_markup_printf_escaped (_("<b>%s:</b> %s (%s)."), get_component (notes, component)->title, rule, list));
}

/* What the program computes ----------------------------------------------------------------------------------- */

static char *
describe_attendance (const Notes *notes)
{
  const FfAttendanceTally *tally = &notes->trainee->tally;

  if (!tally->mark_known && tally->unmarked_planned > 0)
    return g_strdup_printf (ngettext ("%d planned session is not recorded yet", "%d planned sessions are not recorded yet",
                                      (unsigned long) tally->unmarked_planned), tally->unmarked_planned);
  if (!tally->mark_known)
    return g_strdup (_("no session counts"));
  if (notes->figures->rule.base == FF_BASE_MINUTES)
    return g_strdup_printf (_("%d of %d minutes attended"), (int) tally->attended_minutes,
                            (int) (tally->planned_minutes - tally->neutral_minutes));
  if (tally->neutral > 0)
    return g_strdup_printf (ngettext ("%d of %d session attended, %d on leave left out", "%d of %d sessions attended, %d on leave left out",
                                      (unsigned long) (tally->planned - tally->neutral)),
                            tally->attended, tally->planned - tally->neutral, tally->neutral);

  return g_strdup_printf (ngettext ("%d of %d session attended", "%d of %d sessions attended", (unsigned long) tally->planned),
                          tally->attended, tally->planned);
}

static void
add_computed (const Notes *notes, guint component)
{
  const FfComponent *c = get_component (notes, component);
  const FfLeafResult *leaf = get_leaf (notes, component);
  const char *reason = ff_scores_text_get_reason (notes->trainee, (int) component);
  g_autofree char *points = ff_scores_text_number (leaf->points, 2);
  g_autofree char *source = NULL;

  if (!ff_component_is_computed (c) || leaf->exempt)
    return;
  if (c->source == FF_SOURCE_ATTENDANCE)
    source = describe_attendance (notes);
  else if (notes->trainee->committed != NULL && notes->trainee->committed[component])
    source = g_strdup (_("the commitment was handed in"));
  else
    source = g_strdup (_("the commitment was not handed in"));

  if (leaf->overridden)
    g_ptr_array_add (notes->notes, g_markup_printf_escaped (_("<b>%s %s</b> by hand: %s. By the program: %s."), c->title, points,
                                                            reason != NULL ? reason : _("no reason is written down"), source));
  else if (leaf->assessed)
    g_ptr_array_add (notes->notes, g_markup_printf_escaped (_("<b>%s %s:</b> %s."), c->title, points, source));
}

static void
add_comments (const Notes *notes, guint component)
{
  g_autofree char *comments = ff_scores_text_list_comments (notes->trainee, (int) component, -1);

  if (comments != NULL)
    g_ptr_array_add (notes->notes, g_markup_printf_escaped ("<b>%s:</b> <i>%s</i>", get_component (notes, component)->title, comments));
}

/* The award --------------------------------------------------------------------------------------------------- */

static char *
describe_rounding (const FfScheme *scheme, guint ranked, guint count)
{
  double exact = ranked * ff_hundredths_to_double (scheme->award_percent) / 100;

  if (fabs (exact - count) < FF_TOLERANCE)
    return g_strdup_printf ("%u", count);
  if (count > exact && count == 1)
    return g_strdup_printf (_("%.1f, at least %u"), exact, count);
  if (count > exact)
    return g_strdup_printf (_("%.1f, rounded up to %u"), exact, count);

  return g_strdup_printf (_("%.1f, rounded down to %u"), exact, count);
}

static void
add_award (const Notes *notes)
{
  const FfScheme *scheme = notes->figures->scheme;
  g_autofree char *share = NULL, *rounded = NULL;

  if (notes->figures->ranked == 0 || scheme->award_percent <= 0)
    return;

  share = ff_scores_text_number (ff_hundredths_to_double (scheme->award_percent), 2);
  rounded = describe_rounding (scheme, notes->figures->ranked, notes->figures->award_count);
  /* Translators: "Award: top 20 % of 27 final totals = 5.4, rounded down to 5; ties at the cut are included." */
  g_ptr_array_add (notes->notes, g_markup_printf_escaped (ngettext ("<b>Award:</b> top %s %% of %u final total = %s; ties at the cut are "
                                                                    "included.",
                                                                    "<b>Award:</b> top %s %% of %u final totals = %s; ties at the cut "
                                                                    "are included.", notes->figures->ranked),
                                                          share, notes->figures->ranked, rounded));
}

GPtrArray *
ff_scores_text_notes (const FfClassFigures *figures, const FfClassTrainee *trainee)
{
  Notes notes = { figures, trainee, g_ptr_array_new_with_free_func (g_free) };

  if (trainee->disqualified)
    {
      g_autofree char *reason = ff_scores_text_disqualified (figures, trainee);

      g_ptr_array_add (notes.notes, g_markup_printf_escaped (_("<b>Disqualified:</b> %s. This total is for information only."), reason));
    }
  add_missing (&notes);
  add_exempt (&notes);
  for (guint i = 0; i < trainee->result.n_leaves; i++)
    {
      if (!get_component (&notes, i)->leaf)
        continue;
      add_raters (&notes, i);
      add_attempts (&notes, i);
      add_computed (&notes, i);
      add_comments (&notes, i);
    }
  add_award (&notes);

  return notes.notes;
}
