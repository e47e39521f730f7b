/* From the marks of one trainee to a total that can be explained, and from totals to ranks and awards. */
#include "config.h"

#include "ff-marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ff-error.h"
#include "ff-number.h"

#define HUNDRED 10000    /* hundredths */
#define FEW_RATERS 5     /* fewer keep their extremes */

/* What one rater gave in one attempt, in hundredths of a point; on the leaf itself or criterion by criterion. */
typedef struct
{
  int attempt;
  const char *rater;
  gint64 weight;
  gboolean direct;
  gint64 score;
  gint64 *criteria; /* of a rubric, -1: not yet */
  gint64 possible;  /* of a test paper: score is out of this; 0: out of the leaf's maximum */
} Sheet;

static void
sheet_clear (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->criteria);
}

static Sheet *
find_sheet (GArray *sheets, const FfMark *mark, gboolean direct, guint n_criteria)
{
  const char *rater = mark->rater != NULL ? mark->rater : "";
  Sheet fresh = { mark->attempt, rater, mark->weight > 0 ? mark->weight : FF_RATER_WEIGHT, direct, 0, NULL, 0 };

  for (guint i = 0; i < sheets->len; i++)
    {
      Sheet *sheet = &g_array_index (sheets, Sheet, i);

      if (sheet->attempt == mark->attempt && sheet->direct == direct && strcmp (sheet->rater, rater) == 0)
        return sheet;
    }

  if (!direct)
    {
      fresh.criteria = g_new (gint64, n_criteria);
      for (guint i = 0; i < n_criteria; i++)
        fresh.criteria[i] = -1;
    }
  g_array_append_val (sheets, fresh);
  return &g_array_index (sheets, Sheet, sheets->len - 1);
}

static guint
count_criteria (const FfComponent *component)
{
  return component->source == FF_SOURCE_RUBRIC && component->criteria != NULL ? component->criteria->len : 0;
}

static GArray *
collect_sheets (const FfComponent *component, int index, const FfMark *marks, gsize n_marks)
{
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  guint n_criteria = count_criteria (component);

  g_array_set_clear_func (sheets, sheet_clear);
  for (gsize i = 0; i < n_marks; i++)
    {
      const FfMark *mark = &marks[i];

      if (mark->component != index || mark->criterion >= (int) n_criteria)
        continue;
      if (mark->possible > 0)
        {
          Sheet *paper = find_sheet (sheets, mark, FALSE, n_criteria);

          paper->score = mark->score;
          paper->possible = mark->possible;
        }
      else if (mark->criterion < 0)
        find_sheet (sheets, mark, TRUE, 0)->score = mark->score;
      else
        find_sheet (sheets, mark, FALSE, n_criteria)->criteria[mark->criterion] = mark->score;
    }
  return sheets;
}

/* FALSE while a criterion has no points. */
static gboolean
sheet_sum (const Sheet *sheet, guint n_criteria, gint64 *sum)
{
  *sum = sheet->score;
  for (guint i = 0; !sheet->direct && i < n_criteria; i++)
    {
      if (sheet->criteria[i] < 0)
        return FALSE;
      *sum += sheet->criteria[i];
    }
  return TRUE;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Equal scores by weight, so that which of them is dropped does not depend on the order of the marks. */
static int
compare_rater_scores (gconstpointer a, gconstpointer b)
{
  const FfRaterScore *x = a, *y = b;
  int order = compare_scores (&x->score, &y->score);

  return order != 0 ? order : compare_scores (&x->weight, &y->weight);
}

/* The raters of one attempt; a mark on the leaf itself stands above the criteria. */
static GArray *
list_raters (const FfComponent *component, const GArray *sheets, int attempt, gboolean *direct)
{
  GArray *raters = g_array_new (FALSE, FALSE, sizeof (FfRaterScore));

  *direct = FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (sheets, Sheet, i);

      *direct = *direct || (sheet->attempt == attempt && sheet->direct);
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (sheets, Sheet, i);
      FfRaterScore score = { sheet->rater, sheet->weight, 0 };

      if (sheet->attempt == attempt && sheet->direct == *direct && sheet_sum (sheet, count_criteria (component), &score.score))
        g_array_append_val (raters, score);
    }
  return raters;
}

GArray *
ff_marks_list_raters (const FfScheme *scheme, guint component, int attempt, const FfMark *marks, gsize n_marks)
{
  g_autoptr (GArray) sheets = NULL;
  gboolean direct;

  g_return_val_if_fail (scheme != NULL && component < ff_scheme_length (scheme), NULL);
  g_return_val_if_fail (n_marks == 0 || marks != NULL, NULL);

  sheets = collect_sheets (ff_scheme_get (scheme, component), (int) component, marks, n_marks);
  return list_raters (ff_scheme_get (scheme, component), sheets, attempt, &direct);
}

static gboolean
read_attempt (const FfComponent *component, const GArray *sheets, int attempt, FfLeafResult *leaf)
{
  gboolean direct;
  g_autoptr (GArray) raters = list_raters (component, sheets, attempt, &direct);
  const FfRaterScore *scores = (const FfRaterScore *) raters->data;
  guint first = 0, last = raters->len;
  gint64 sum = 0, weights = 0;

  if (raters->len == 0)
    return FALSE;

  g_array_sort (raters, compare_rater_scores);
  if (component->drop_extremes && raters->len >= FEW_RATERS)
    {
      first++;
      last--;
    }
  for (guint i = first; i < last; i++)
    {
      sum += scores[i].weight * scores[i].score;
      weights += scores[i].weight;
    }

  leaf->assessed = TRUE;
  leaf->overridden = direct && component->source != FF_SOURCE_MANUAL;
  leaf->attempt = attempt;
  leaf->raters = (int) raters->len;
  leaf->spread = ff_hundredths_to_double (scores[raters->len - 1].score - scores[0].score);
  leaf->points = (double) sum / (100.0 * (double) weights);
  leaf->percent = 100.0 * (double) sum / ((double) component->max * (double) weights);
  return TRUE;
}

/* The paper of an attempt, unless somebody marked the leaf in its place. */
static gboolean
read_paper (const FfComponent *component, const GArray *sheets, int attempt, FfLeafResult *leaf)
{
  const Sheet *paper = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (sheets, Sheet, i);

      if (sheet->attempt != attempt)
        continue;
      if (sheet->direct)
        return FALSE;
      paper = sheet->possible > 0 ? sheet : paper;
    }
  if (paper == NULL)
    return FALSE;
  leaf->assessed = TRUE;
  leaf->attempt = attempt;
  leaf->percent = 100.0 * (double) paper->score / (double) paper->possible;
  leaf->points = leaf->percent * component->max / HUNDRED;
  return TRUE;
}

static void
cap_at_pass_mark (const FfScheme *scheme, const FfComponent *component, FfLeafResult *leaf)
{
  double cap = ff_hundredths_to_double (scheme->pass_mark);

  if (leaf->percent <= cap)
    return;
  leaf->percent = cap;
  leaf->points = cap * component->max / HUNDRED;
}

static gboolean
read_marks (const FfScheme *scheme, const FfComponent *component, int index, const FfMark *marks, gsize n_marks,
            FfLeafResult *leaf)
{
  g_autoptr (GArray) sheets = collect_sheets (component, index, marks, n_marks);

  for (guint i = 0; i < sheets->len; i++)
    {
      FfLeafResult candidate = { 0 };
      int attempt = g_array_index (sheets, Sheet, i).attempt;
      gboolean better;

      if (!read_paper (component, sheets, attempt, &candidate) && !read_attempt (component, sheets, attempt, &candidate))
        continue;
      better = component->attempts == FF_ATTEMPTS_BEST ? candidate.percent > leaf->percent : attempt > leaf->attempt;
      if (!leaf->assessed || better)
        *leaf = candidate;
    }

  if (component->attempts == FF_ATTEMPTS_CAPPED && leaf->attempt > 1)
    cap_at_pass_mark (scheme, component, leaf);
  return leaf->assessed;
}

static void
read_source (const FfComponent *component, int index, const FfAttendanceTally *attendance, const gboolean *commitments,
             FfLeafResult *leaf)
{
  if (component->source == FF_SOURCE_ATTENDANCE && attendance != NULL && attendance->mark_known)
    leaf->percent = attendance->mark;
  else if (component->source == FF_SOURCE_COMMITMENT && commitments != NULL && commitments[index])
    leaf->percent = 100;
  else
    return;
  leaf->assessed = TRUE;
  leaf->points = leaf->percent * component->max / HUNDRED;
}

void
ff_result_clear (FfResult *result)
{
  g_return_if_fail (result != NULL);

  g_free (result->leaves);
  *result = (FfResult) { 0 };
}

void
ff_result_compute (FfResult *result, const FfScheme *scheme, const FfMark *marks, gsize n_marks, const gboolean *exempt,
                   const FfAttendanceTally *attendance, const gboolean *commitments)
{
  double sum = 0;

  g_return_if_fail (result != NULL && scheme != NULL);
  g_return_if_fail (n_marks == 0 || marks != NULL);

  *result = (FfResult) { 0 };
  result->n_leaves = ff_scheme_length (scheme);
  result->leaves = g_new0 (FfLeafResult, result->n_leaves);

  for (guint i = 0; i < result->n_leaves; i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      FfLeafResult *leaf = &result->leaves[i];

      if (!component->leaf)
        continue;
      leaf->exempt = exempt != NULL && exempt[i];
      if (leaf->exempt)
        continue;
      if (!read_marks (scheme, component, i, marks, n_marks, leaf))
        read_source (component, i, attendance, commitments, leaf);

      if (leaf->assessed)
        {
          sum += component->share * leaf->percent;
          result->assessed_share += component->share;
        }
      else if (component->share > 0)
        result->provisional = TRUE;
    }

  result->known = result->assessed_share > 0;
  if (result->known)
    result->total = ff_round_total (sum / result->assessed_share);
  else
    result->provisional = TRUE;
}

double
ff_result_contribution (const FfResult *result, const FfScheme *scheme, guint component)
{
  const FfLeafResult *leaf;

  g_return_val_if_fail (result != NULL && scheme != NULL, 0);
  g_return_val_if_fail (component < result->n_leaves, 0);

  leaf = &result->leaves[component];
  if (!leaf->assessed || !result->known)
    return 0;
  return ff_scheme_get (scheme, component)->share * leaf->percent / result->assessed_share;
}

gboolean
ff_result_group_mark (const FfResult *result, const FfScheme *scheme, guint component, double *mark)
{
  g_autofree double *shares = NULL;
  double sum = 0, weights = 0;

  g_return_val_if_fail (result != NULL && scheme != NULL && mark != NULL, FALSE);
  g_return_val_if_fail (component < result->n_leaves, FALSE);

  /* Shares of the group, not of the whole: the group may weigh nothing in the total. */
  shares = g_new0 (double, result->n_leaves);
  shares[component] = 1;
  for (guint i = component; i < result->n_leaves; i++)
    {
      const FfComponent *part = ff_scheme_get (scheme, i);
      const FfLeafResult *leaf = &result->leaves[i];
      gint64 siblings = part->parent >= 0 ? ff_scheme_get (scheme, part->parent)->children_sum : 0;

      if (i > component && part->parent >= (int) component && part->pretest_of == NULL && siblings > 0)
        shares[i] = shares[part->parent] * part->weight / siblings;
      if (!part->leaf || shares[i] <= 0 || leaf->exempt)
        continue;
      if (!leaf->assessed)
        return FALSE;
      sum += shares[i] * leaf->percent;
      weights += shares[i];
    }

  if (weights <= 0)
    return FALSE;
  *mark = sum / weights;
  return TRUE;
}

static const char *
title_or_key (const char *title, const char *key)
{
  return title != NULL && *title != '\0' ? title : key;
}

static gboolean
find_maximum (const FfComponent *component, int criterion, const char **name, gint64 *max, GError **error)
{
  const FfCriterion *found;

  *name = title_or_key (component->title, component->key);
  *max = component->max;

  if (!component->leaf)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is a group; give the mark to one of its parts."), *name);
      return FALSE;
    }
  if (criterion < 0)
    return TRUE;
  if (criterion >= (int) count_criteria (component))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has no such criterion; give the mark to the component itself."),
                   *name);
      return FALSE;
    }

  found = g_ptr_array_index (component->criteria, criterion);
  *name = title_or_key (found->title, found->key);
  *max = found->max;
  return TRUE;
}

gboolean
ff_mark_validate (const FfScheme *scheme, guint component, int criterion, gint64 score, GError **error)
{
  g_autofree char *given = ff_hundredths_format (score);
  g_autofree char *highest = NULL;
  const char *name;
  gint64 max;

  g_return_val_if_fail (scheme != NULL && component < ff_scheme_length (scheme), FALSE);

  if (!find_maximum (ff_scheme_get (scheme, component), criterion, &name, &max, error))
    return FALSE;
  if (score >= 0 && score <= max)
    return TRUE;

  highest = ff_hundredths_format (max);
  /* Translators: 105 is no mark of “Written test”, … from 0 to 100 */
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s is no mark of “%s”; enter a number from 0 to %s."), given, name, highest);
  return FALSE;
}

static gint64
in_hundredths (double total)
{
  return llround (total * 100);
}

FfPassed
ff_marks_passed (const FfScheme *scheme, const FfResult *result, gboolean disqualified)
{
  g_return_val_if_fail (scheme != NULL && result != NULL, FF_PASSED_UNKNOWN);

  if (disqualified)
    return FF_PASSED_NO;
  if (result->provisional || !result->known)
    return FF_PASSED_UNKNOWN;
  return in_hundredths (result->total) >= scheme->pass_mark ? FF_PASSED_YES : FF_PASSED_NO;
}

FfGradeBand
ff_marks_band (const FfScheme *scheme, double total)
{
  gint64 hundredths = in_hundredths (total);

  g_return_val_if_fail (scheme != NULL, FF_BAND_FAIL);

  if (hundredths < scheme->pass_mark)
    return FF_BAND_FAIL;
  if (hundredths >= scheme->excellent_mark)
    return FF_BAND_EXCELLENT;
  return hundredths >= scheme->good_mark ? FF_BAND_GOOD : FF_BAND_PASS;
}

/* How many of @n an award goes to before ties. A share of 0 switches awards off. */
static guint
count_awards (const FfScheme *scheme, guint n)
{
  gint64 parts = (gint64) n * scheme->award_percent;
  gint64 k;

  if (parts <= 0)
    return 0;
  switch (scheme->award_rounding)
    {
    case FF_AWARD_UP:
      k = (parts + HUNDRED - 1) / HUNDRED;
      break;
    case FF_AWARD_NEAREST:
      k = (parts + HUNDRED / 2) / HUNDRED;
      break;
    case FF_AWARD_DOWN:
    default:
      k = parts / HUNDRED;
      break;
    }
  return CLAMP (k, 1, n);
}

static int
compare_totals_descending (gconstpointer a, gconstpointer b)
{
  return -compare_scores (a, b);
}

void
ff_marks_rank (const FfScheme *scheme, FfStanding *standings, gsize n, guint *k)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint awards;
  gint64 cut = 0;

  g_return_if_fail (scheme != NULL);
  g_return_if_fail (n == 0 || standings != NULL);

  for (gsize i = 0; i < n; i++)
    if (standings[i].ranked)
      {
        gint64 total = in_hundredths (standings[i].total);

        g_array_append_val (totals, total);
      }
  g_array_sort (totals, compare_totals_descending);

  /* The first place a total stands at is the rank of everybody who has it. */
  for (guint i = totals->len; i > 0; i--)
    g_hash_table_insert (ranks, &g_array_index (totals, gint64, i - 1), GUINT_TO_POINTER (i));

  awards = count_awards (scheme, totals->len);
  if (awards > 0)
    cut = g_array_index (totals, gint64, awards - 1);

  for (gsize i = 0; i < n; i++)
    {
      gint64 total = in_hundredths (standings[i].total);
      gboolean ranked = standings[i].ranked;

      standings[i].rank = ranked ? GPOINTER_TO_INT (g_hash_table_lookup (ranks, &total)) : 0;
      standings[i].award = ranked && standings[i].passed && awards > 0 && total >= cut;
    }
  if (k != NULL)
    *k = awards;
}
