/* Commands that compute the statistics of the rules on a plain sheet, without a database: each kind is a function and an entry of the
   table. */
#include "config.h"

#include "ff-cli-analyse.h"

#include <glib/gi18n-lib.h>

#include "ff-agreement.h"
#include "ff-cli-commands.h"
#include "ff-cli-figures.h"
#include "ff-cli-numbers.h"
#include "ff-gain.h"
#include "ff-nps.h"
#include "ff-number.h"
#include "ff-series.h"

gboolean
ff_cli_analyse_get_max (FfCliCall *call, double *max, GError **error)
{
  const char *text = ff_cli_call_get_option (call, "max");

  *max = FF_UNDEFINED;
  if (text == NULL || (ff_number_parse (text, max) && *max > 0))
    return TRUE;
  g_set_error (error, FF_CLI_ERROR, 0, _("--%s takes a number above 0, not “%s”."), "max", text);
  return FALSE;
}

/* Raters ---------------------------------------------------------------------------------------------------------- */

static double
get_alpha (const FfCliNumbers *numbers, FfAlphaLevel level)
{
  return ff_agreement_alpha (numbers->values, numbers->n, numbers->k, level);
}

static gboolean
run_raters (FfCliCall *call, GError **error)
{
  g_auto (FfCliNumbers) numbers = { 0 };
  g_autofree char *heading = NULL;
  double icc[FF_N_ICC];

  if (!ff_cli_numbers_read (&numbers, ff_cli_call_get_argument (call, 0), error))
    return FALSE;

  ff_agreement_icc (numbers.values, numbers.n, numbers.k, icc);
  /* Translators: above a list of figures about raters who judged the same people */
  heading = g_strdup_printf (_("Subjects: %zu, raters: %zu"), numbers.n, numbers.k);
  {
    const FfCliFigure figures[] = {
      { "n", NULL, (double) numbers.n, FF_CLI_COUNT },
      { "k", NULL, (double) numbers.k, FF_CLI_COUNT },
      { "icc11", "ICC(1,1)", icc[FF_ICC_1_1] },
      { "icc21", "ICC(2,1)", icc[FF_ICC_2_1] },
      { "icc31", "ICC(3,1)", icc[FF_ICC_3_1] },
      { "icc1k", "ICC(1,k)", icc[FF_ICC_1_K] },
      { "icc2k", "ICC(2,k)", icc[FF_ICC_2_K] },
      { "icc3k", "ICC(3,k)", icc[FF_ICC_3_K] },
      { "alpha_nominal", "Krippendorff α nominal", get_alpha (&numbers, FF_ALPHA_NOMINAL) },
      { "alpha_ordinal", "Krippendorff α ordinal", get_alpha (&numbers, FF_ALPHA_ORDINAL) },
      { "alpha_interval", "Krippendorff α interval", get_alpha (&numbers, FF_ALPHA_INTERVAL) },
    };

    return ff_cli_figures_print (call, heading, figures, G_N_ELEMENTS (figures), error);
  }
}

/* Gain ------------------------------------------------------------------------------------------------------------ */

static const char *const gain_names[] = { "pre", "post" };
static const FfWord gain_words[] = {
  { "pre", 0 }, { "pretest", 0 }, { "before", 0 }, { "前测", 0 }, { "前測", 0 }, { "训前", 0 }, { "訓前", 0 },
  { "post", 1 }, { "posttest", 1 }, { "after", 1 }, { "后测", 1 }, { "後測", 1 }, { "训后", 1 }, { "訓後", 1 },
};

/* The marks of the column as percentages. */
static double *
dup_percentages (const FfCliNumbers *numbers, gsize column, double max)
{
  double *values = g_new (double, numbers->n);

  for (gsize i = 0; i < numbers->n; i++)
    values[i] = ff_percent (numbers->values[i * numbers->k + column], max);
  return values;
}

static gboolean
run_gain (FfCliCall *call, GError **error)
{
  g_auto (FfCliNumbers) numbers = { 0 };
  g_autofree double *pre = NULL, *post = NULL;
  g_autofree char *heading = NULL;
  double max;
  FfGain gain;

  if (!ff_cli_analyse_get_max (call, &max, error)
      || !ff_cli_numbers_read_columns (&numbers, ff_cli_call_get_argument (call, 0), gain_names, G_N_ELEMENTS (gain_names), gain_words,
                                       G_N_ELEMENTS (gain_words), error))
    return FALSE;
  if (isnan (max))
    max = 100;
  if (!ff_cli_numbers_check (&numbers, 0, max, FALSE, error))
    return FALSE;

  ff_cli_numbers_drop_incomplete (&numbers);
  pre = dup_percentages (&numbers, 0, max);
  post = dup_percentages (&numbers, 1, max);
  ff_gain_compute (pre, post, numbers.n, &gain);
  if (gain.left_out > 0)
    ff_cli_note (ngettext ("%zu pair had nothing left to gain and stays out of the mean of each pair’s gain.",
                           "%zu pairs had nothing left to gain and stay out of the mean of each pair’s gain.", gain.left_out),
                 gain.left_out);
  /* Translators: above a list of figures; a pair is the marks of one person before and after a class */
  heading = g_strdup_printf (_("Pairs: %zu"), gain.pairs);
  {
    const FfCliFigure figures[] = {
      { "pairs", NULL, (double) gain.pairs, FF_CLI_COUNT },
      { "pre", N_("Mean before, %"), gain.pre },
      { "post", N_("Mean after, %"), gain.post },
      { "hake", N_("Hake’s gain of the means"), gain.hake },
      { "hake_individual", N_("Mean of each pair’s gain"), gain.hake_individual },
      { "dz", "d_z", gain.dz },
      { "ds", "d_s", gain.ds },
      { "dav", "d_av", gain.dav },
    };

    return ff_cli_figures_print (call, heading, figures, G_N_ELEMENTS (figures), error);
  }
}

/* Net promoter score ---------------------------------------------------------------------------------------------- */

static gboolean
run_nps (FfCliCall *call, GError **error)
{
  g_auto (FfCliNumbers) numbers = { 0 };
  g_autofree char *heading = NULL;
  FfNps nps = { 0 };

  if (!ff_cli_numbers_read (&numbers, ff_cli_call_get_argument (call, 0), error))
    return FALSE;
  if (numbers.k != 1)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has %zu columns of numbers; leave the one with the answers."),
                   numbers.sheet->path, numbers.k);
      return FALSE;
    }
  if (!ff_cli_numbers_check (&numbers, 0, 10, TRUE, error))
    return FALSE;

  ff_cli_numbers_drop_incomplete (&numbers);
  for (gsize i = 0; i < numbers.n; i++)
    ff_nps_add (&nps, numbers.values[i]);
  /* Translators: above a list of figures; answers to a question */
  heading = g_strdup_printf (_("Answers: %u"), ff_nps_count (&nps));
  {
    const FfCliFigure figures[] = {
      { "n", NULL, ff_nps_count (&nps), FF_CLI_COUNT },
      { "promoters", N_("Promoters, 9 and 10"), nps.promoters, FF_CLI_COUNT },
      { "passives", N_("Passives, 7 and 8"), nps.passives, FF_CLI_COUNT },
      { "detractors", N_("Detractors, 0 to 6"), nps.detractors, FF_CLI_COUNT },
      { "score", N_("Net promoter score"), ff_nps_score (&nps) },
      { "margin", N_("Margin, ±"), ff_nps_margin (&nps) },
    };

    return ff_cli_figures_print (call, heading, figures, G_N_ELEMENTS (figures), error);
  }
}

/* Series ---------------------------------------------------------------------------------------------------------- */

static const char *const series_names[] = { "value" };
static const FfWord series_words[] = { { "value", 0 }, { "数值", 0 }, { "數值", 0 }, { "值", 0 } };

static gboolean
run_series (FfCliCall *call, GError **error)
{
  g_auto (FfCliNumbers) numbers = { 0 };
  g_autofree char *heading = NULL;
  FfRunChart chart;
  FfLimits limits;
  double mr_mean;

  if (!ff_cli_numbers_read_columns (&numbers, ff_cli_call_get_argument (call, 0), series_names, G_N_ELEMENTS (series_names), series_words,
                                    G_N_ELEMENTS (series_words), error))
    return FALSE;

  ff_cli_numbers_drop_incomplete (&numbers);
  ff_run_chart_compute (numbers.values, numbers.n, &chart, NULL);
  ff_i_chart_compute (numbers.values, numbers.n, &limits, &mr_mean);
  /* Translators: above a list of figures about values over time; the second number is of those that do not lie on the median */
  heading = g_strdup_printf (_("Values: %zu, off the median: %zu"), chart.n, chart.useful);
  {
    double defined = chart.useful > 0 ? 0 : FF_UNDEFINED;
    const FfCliFigure figures[] = {
      { "n", NULL, (double) chart.n, FF_CLI_COUNT },
      { "useful", NULL, (double) chart.useful, FF_CLI_COUNT },
      { "median", N_("Median"), chart.median },
      { "longest_run", N_("Longest run"), chart.longest_run, FF_CLI_COUNT },
      { "max_run", N_("Longest run without a signal"), chart.max_run + defined, FF_CLI_COUNT },
      { "crossings", N_("Crossings of the median"), chart.crossings, FF_CLI_COUNT },
      { "min_crossings", N_("Fewest crossings without a signal"), chart.min_crossings + defined, FF_CLI_COUNT },
      { "signal", N_("Signal of a shift or a trend"), chart.signal, FF_CLI_YES_NO },
      { "mean", N_("Mean"), limits.centre },
      { "mr_mean", N_("Mean moving range"), mr_mean },
      { "upper", N_("Upper limit"), limits.upper },
      { "lower", N_("Lower limit"), limits.lower },
    };

    return ff_cli_figures_print (call, heading, figures, G_N_ELEMENTS (figures), error);
  }
}

static const FfCliOption options[] = {
  { "json", NULL, N_("As one JSON document") },
  { NULL },
};

static const FfCliOption items_options[] = {
  { "json", NULL, N_("As one JSON document") },
  { "max", N_("POINTS"), N_("What each item is worth; without it, 1 if all marks are 0 or 1, else the largest mark in the sheet") },
  { NULL },
};

static const FfCliOption gain_options[] = {
  { "json", NULL, N_("As one JSON document") },
  { "max", N_("POINTS"), N_("What the tests are worth; without it, 100") },
  { NULL },
};

const FfCliCommand ff_cli_analyse_commands[] = {
  { "analyse items", "FILE", N_("How the items of a test work: rows are people, columns items"), FF_CLI_NO_DATABASE, items_options,
    ff_cli_analyse_items },
  { "analyse raters", "FILE", N_("How far raters agree: rows are people, columns raters"), FF_CLI_NO_DATABASE, options, run_raters },
  { "analyse gain", "FILE", N_("What was learned: columns pre and post"), FF_CLI_NO_DATABASE, gain_options, run_gain },
  { "analyse nps", "FILE", N_("The net promoter score of answers from 0 to 10 in one column"), FF_CLI_NO_DATABASE, options, run_nps },
  { "analyse series", "FILE", N_("Whether a figure shifted over time: values in order, column value"), FF_CLI_NO_DATABASE, options,
    run_series },
  { "analyse pareto", "FILE", N_("The few causes that make most of a trouble: columns category and count"), FF_CLI_NO_DATABASE, options,
    ff_cli_analyse_pareto },
  { NULL },
};
