/* The sentences about the four levels, as tables: figures in, sentences out. */
#include "config.h"

#include <glib.h>
#include <math.h>

#include "ff-level-words.h"

#define X FF_UNDEFINED

static void
assert_words (const char *name, GPtrArray *sentences, const char *expected)
{
  g_autofree char *text = ff_words_join (sentences, 0);

  g_test_message ("%s", name);
  g_assert_cmpstr (text, ==, expected);
  g_ptr_array_unref (sentences);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    double other;
    int decimals;
    const char *number;
    const char *sign;
  } cases[] = {
    { 4.54, X, 2, "4.54", "+4.54" },       { 4.545, X, 2, "4.55", "+4.55" },     { -3.0, X, 0, "−3", "−3" },
    { 0, X, 0, "0", "0" },                 { -0.2, X, 0, "0", "0" },             { X, X, 1, "–", "–" },
    { 84.96, 85, 0, "84.96", "+84.96" },   { 84.6, 85, 0, "84.6", "+84.6" },     { 85, 85, 0, "85", "+85" },
    { 85 + 1e-10, 85, 0, "85", "+85" },    { 4.4999, 4.5, 2, "4.4999", "+4.4999" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int decimals = ff_words_decimals (cases[i].value, cases[i].other, cases[i].decimals);
      g_autofree char *number = ff_words_number (cases[i].value, decimals);
      g_autofree char *sign = ff_words_signed (cases[i].value, decimals);

      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (sign, ==, cases[i].sign);
    }
}

static void
test_plain (void)
{
  static const struct
  {
    double value;
    const char *expected;
  } cases[] = { { 36, "36" }, { 36.5, "36.5" }, { 0.125, "0.125" }, { 1.0 / 3, "0.3333" }, { -2.5, "−2.5" }, { X, "–" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_words_plain (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Level 1 --------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  gboolean due;
  guint returned, valid, invalid, straight;
  int invited;
  gboolean suppressed;
  double mean, target;
  double dimensions[4]; /* 0: there is no more */
  FfNps nps;
  const char *expected;
} ReactionCase;

static const ReactionCase reactions[] = {
  { "nobody answered", TRUE, 0, 0, 0, 0, 28, FALSE, X, 4.5, { 0 }, { 0 }, "Nobody has answered yet." },
  { "too few",
    TRUE, 4, 4, 0, 0, 28, TRUE, X, 4.5, { 0 }, { 0 },
    "4 valid forms are in. The answers are anonymous: figures are shown from 5 valid forms on, so that nobody can be recognised." },
  { "one is too few, too",
    TRUE, 1, 1, 0, 0, 28, TRUE, X, 4.5, { 0 }, { 0 },
    "1 valid form is in. The answers are anonymous: figures are shown from 5 valid forms on, so that nobody can be recognised." },
  { "nothing valid", TRUE, 3, 0, 3, 0, 3, FALSE, X, 4.5, { 0 }, { 0 },
    "No form is valid, so there is nothing to count. 3 forms are marked invalid and count as returned only." },
  { "met, the mockup's",
    TRUE, 27, 27, 0, 0, 28, FALSE, 4.54, 4.5, { 4.72, 4.81, 4.07, 4.48 }, { 14, 10, 3 },
    "Reaction met its target of 4.50 by 0.04. Venue is the weakest dimension at 4.07; 2 are below their targets."
    " The NPS is +41 ± 26 of 27 answers: above zero even at the edge of its margin." },
  { "missed", TRUE, 27, 27, 0, 0, 28, FALSE, 4.3, 4.5, { 4.6, 4.6, 3.7 }, { 0 },
    "Reaction missed its target of 4.50 by 0.20. Venue is the weakest dimension at 3.70, the only one below its target." },
  { "exactly", TRUE, 10, 10, 0, 0, 10, FALSE, 4.5 + 1e-10, 4.5, { 4.5, 4.5 }, { 0 }, "Reaction met its target of 4.50 exactly." },
  { "a hair short", TRUE, 10, 10, 0, 0, 10, FALSE, 4.4999, 4.5, { 4.6, 4.3998 }, { 0 },
    "Reaction missed its target of 4.50 by 0.0001. Trainer is the weakest dimension at 4.40, the only one below its target." },
  { "all met", TRUE, 10, 10, 0, 0, 10, FALSE, 4.8, 4.5, { 4.9, 4.7 }, { 0 },
    "Reaction met its target of 4.50 by 0.30. Trainer is the weakest dimension at 4.70." },
  { "two are equally weak", TRUE, 10, 10, 0, 0, 10, FALSE, 4.2, 4.5, { 4.6, 4.0, 4.0 }, { 0 },
    "Reaction missed its target of 4.50 by 0.30. 2 dimensions are below their targets." },
  { "no target", TRUE, 10, 10, 0, 0, 10, FALSE, 4.2, X, { 4.2 }, { 0 }, "The mean is 4.20; no target is set." },
  { "not due", FALSE, 10, 10, 0, 0, 10, FALSE, 4.2, 4.5, { 4.2 }, { 0 },
    "So far the mean is 4.20, below the target of 4.50. 1 dimension is below its target." },
  { "not due, reached", FALSE, 10, 10, 0, 0, 10, FALSE, 4.5, 4.5, { 4.5 }, { 0 }, "So far the mean is 4.50, which reaches the target of 4.50." },
  { "one person", TRUE, 1, 1, 0, 0, 1, FALSE, 5, 4.5, { 5 }, { 1, 0, 0 },
    "Reaction met its target of 4.50 by 0.50. The NPS is +100 of 1 answer: no margin can be given."
    " A single form is valid: the figures are those of one person." },
  { "few of many, margin across zero", TRUE, 9, 9, 0, 1, 28, FALSE, 4.6, 4.5, { 4.6 }, { 4, 3, 2 },
    "Reaction met its target of 4.50 by 0.10. The NPS is +22 ± 51 of 9 answers: the margin includes zero, so its sign is not certain."
    " Only 9 of 28 people answered; those who did not may think otherwise. 1 form has the same answer throughout; it is counted all the same." },
  { "detractors", TRUE, 40, 40, 0, 0, -1, FALSE, 3, 4.5, { 3 }, { 2, 8, 30 },
    "Reaction missed its target of 4.50 by 1.50. 1 dimension is below its target."
    " The NPS is −70 ± 17 of 40 answers: below zero even at the edge of its margin." },
  { "all of one mind", TRUE, 8, 8, 0, 0, 8, FALSE, 5, 4.5, { 5 }, { 8, 0, 0 },
    "Reaction met its target of 4.50 by 0.50. The NPS is +100 of 8 answers, all of one group: no margin can be given." },
  { "no rating at all", TRUE, 8, 8, 0, 0, 8, FALSE, X, 4.5, { 0 }, { 0 }, "The answers hold no rating." },
};

static void
test_reaction (void)
{
  static const char *const titles[] = { "Content", "Trainer", "Venue", "Materials" };

  for (gsize i = 0; i < G_N_ELEMENTS (reactions); i++)
    {
      const ReactionCase *c = &reactions[i];
      g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_new ("reaction", "Reaction");
      g_autoptr (GPtrArray) dimensions = g_ptr_array_new ();
      g_autoptr (GPtrArray) questionnaires = g_ptr_array_new ();
      FfDimensionFigures parts[4] = { 0 };
      FfQuestionFigures nps = { .nps = c->nps };
      FfQuestionnaireFigures reaction = {
        .questionnaire = questionnaire,
        .returned = c->returned, .valid = c->valid, .invalid = c->invalid, .straight = c->straight, .invited = c->invited,
        .response_percent = ff_percent (c->returned, c->invited), .suppressed = c->suppressed, .mean = c->mean, .target = c->target,
        .met = ff_target_met (c->mean, c->target, FF_DIRECTION_UP), .dimensions = dimensions,
        .nps = ff_nps_count (&c->nps) > 0 ? &nps : NULL,
      };
      FfEvaluationFigures figures = {
        .levels = { { .level = 1, .state = c->suppressed ? FF_LEVEL_SUPPRESSED : FF_LEVEL_MET, .due = c->due } },
        .reaction = { .questionnaires = questionnaires },
      };

      for (gsize d = 0; d < G_N_ELEMENTS (parts) && c->dimensions[d] != 0; d++)
        {
          parts[d].dimension = ff_questionnaire_add_dimension (questionnaire, NULL, titles[d]);
          parts[d].mean = c->dimensions[d];
          parts[d].target = c->target;
          parts[d].met = ff_target_met (parts[d].mean, c->target, FF_DIRECTION_UP);
          g_ptr_array_add (dimensions, &parts[d]);
        }
      questionnaire->level = 1;
      g_ptr_array_add (questionnaires, &reaction);
      assert_words (c->name, ff_level_words (&figures, 1), c->expected);
    }
}

/* Other questionnaires --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  FfQuestionnaireKind kind;
  guint returned, valid;
  gboolean suppressed;
  double mean, gap, weighted_gap, index;
  double parts[4]; /* gaps, or weaknesses, of the dimensions; X: not known */
  const char *headline;
  const char *expected;
} OtherCase;

#define NO_WEIGHTS " The weights of the dimensions do not add up to 100, so there is no weighted gap."
static const OtherCase others[] = {
  { "poor", FF_QUESTIONNAIRE_SERVQUAL, 20, 20, FALSE, X, -0.858, -0.9, X, { -0.65, -1.10, X, -0.70 }, "gap −0.86",
    "What was perceived lies 0.86 below what was expected: the service is poor. Trainer falls shortest, with a gap of −1.10."
    " Weighted by dimension the gap is −0.90." },
  { "poor by a hair", FF_QUESTIONNAIRE_SERVQUAL, 20, 20, FALSE, X, -0.001, X, X, { 0.5, -0.502, X, X }, "gap −0.001",
    "What was perceived lies 0.001 below what was expected: the service is poor. Trainer falls shortest, with a gap of −0.50." NO_WEIGHTS },
  { "two fall equally short", FF_QUESTIONNAIRE_SERVQUAL, 20, 20, FALSE, X, -0.5, X, X, { -0.5, -0.5, X, X }, "gap −0.50",
    "What was perceived lies 0.50 below what was expected: the service is poor." NO_WEIGHTS },
  { "acceptable", FF_QUESTIONNAIRE_SERVQUAL, 20, 20, FALSE, X, 1e-12, 0, X, { 0, 0, X, X }, "gap 0.00",
    "What was perceived is just what was expected: the service is acceptable. Weighted by dimension the gap is 0.00." },
  { "excellent", FF_QUESTIONNAIRE_SERVQUAL, 20, 20, FALSE, X, 0.25, 0.3, X, { 0.25, 0.25, X, X }, "gap +0.25",
    "What was perceived lies 0.25 above what was expected: the service is excellent. Weighted by dimension the gap is +0.30." },
  { "no pair is whole", FF_QUESTIONNAIRE_SERVQUAL, 20, 20, FALSE, X, X, X, X, { X, X, X, X }, NULL,
    "No question has both an expectation and a perception yet." },
  { "pairs of too few", FF_QUESTIONNAIRE_SERVQUAL, 3, 3, TRUE, X, X, X, X, { X, X, X, X }, "too few answers",
    "3 valid forms are in. The answers are anonymous: figures are shown from 5 valid forms on, so that nobody can be recognised." },
  { "index", FF_QUESTIONNAIRE_CSI, 20, 20, FALSE, 7.4, X, X, 711.6, { 0.6, 0.3, 0.1, 0 }, "index 712",
    "The index of satisfaction is 712 of 1000. 2 of 4 factors make 90 % of the weakness: Content, Trainer." },
  { "all factors reach their targets", FF_QUESTIONNAIRE_CSI, 20, 20, FALSE, 9, X, X, 889, { 0, 0, X, X }, "index 889",
    "The index of satisfaction is 889 of 1000. Every factor that has a target reaches it." },
  { "no targets", FF_QUESTIONNAIRE_CSI, 20, 20, FALSE, 9, X, X, 889, { X, X, X, X }, "index 889",
    "The index of satisfaction is 889 of 1000. No factor has a target, so none can be called weak." },
  { "nothing is rated", FF_QUESTIONNAIRE_CSI, 20, 20, FALSE, X, X, X, X, { X, X, X, X }, NULL,
    "No factor with a weight is rated, so there is no index." },
  { "needs", FF_QUESTIONNAIRE_NEEDS, 20, 20, FALSE, 3.2, X, X, X, { X, X, X, X }, "mean 3.20", "The mean is 3.20, below the target of 4.00." },
  { "needs that are met", FF_QUESTIONNAIRE_NEEDS, 20, 20, FALSE, 4, X, X, X, { X, X, X, X }, "mean 4.00",
    "The mean is 4.00, which reaches the target of 4.00." },
  { "needs in words alone", FF_QUESTIONNAIRE_NEEDS, 20, 20, FALSE, X, X, X, X, { X, X, X, X }, NULL, "The answers hold no rating." },
  { "nobody", FF_QUESTIONNAIRE_CSI, 0, 0, FALSE, X, X, X, X, { X, X, X, X }, "no answers yet", "Nobody has answered yet." },
};
#undef NO_WEIGHTS

static void
test_others (void)
{
  static const char *const titles[] = { "Content", "Trainer", "Venue", "Materials" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const OtherCase *c = &others[i];
      g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_new ("other", "Other");
      g_autoptr (GPtrArray) dimensions = g_ptr_array_new ();
      FfDimensionFigures parts[4] = { 0 };
      FfQuestionnaireFigures figures = {
        .questionnaire = questionnaire, .invited = -1, .returned = c->returned, .valid = c->valid, .suppressed = c->suppressed,
        .mean = c->mean, .target = 4, .met = ff_target_met (c->mean, 4, FF_DIRECTION_UP), .dimensions = dimensions,
        .gap = c->gap, .weighted_gap = c->weighted_gap, .verdict = ff_servqual_verdict (c->gap), .index = c->index,
      };
      g_autofree char *headline = NULL;

      questionnaire->kind = c->kind;
      for (gsize d = 0; d < G_N_ELEMENTS (parts); d++)
        {
          gboolean pairs = c->kind == FF_QUESTIONNAIRE_SERVQUAL;

          parts[d].dimension = ff_questionnaire_add_dimension (questionnaire, NULL, titles[d]);
          parts[d].mean = parts[d].target = X;
          parts[d].gap = pairs ? c->parts[d] : X;
          parts[d].verdict = ff_servqual_verdict (parts[d].gap);
          parts[d].weakness = pairs ? X : c->parts[d];
          g_ptr_array_add (dimensions, &parts[d]);
        }
      headline = ff_questionnaire_words_headline (&figures);
      g_assert_cmpstr (headline, ==, c->headline);
      assert_words (c->name, ff_questionnaire_words (&figures), c->expected);
    }
}

/* Level 2 --------------------------------------------------------------------------------------------------------------------- */

static void
test_learning (void)
{
  static const struct
  {
    const char *name;
    guint expected, assessed, passed;
    double target;
    const char *words;
  } cases[] = {
    { "met", 28, 28, 26, 85, "26 of 28 passed, 93 %: the target of 85 % is met." },
    { "one short", 20, 20, 16, 85, "16 of 20 passed, 80 %: 1 person short of the target of 85 %." },
    { "just met", 20, 20, 17, 85, "17 of 20 passed, 85 %: the target of 85 % is met, with nobody to spare." },
    { "reads like the target, but is not", 1000, 1000, 849, 85, "849 of 1000 passed, 84.9 %: 1 person short of the target of 85 %." },
    { "several short", 30, 30, 10, 85, "10 of 30 passed, 33 %: 16 people short of the target of 85 %." },
    { "provisional", 28, 26, 24, 85,
      "24 of 26 passed, 92 %: the target of 85 % is met. 2 learning marks are not complete yet, so this is provisional." },
    { "one missing", 28, 27, 27, 100,
      "27 of 27 passed, 100 %: the target of 100 % is met, with nobody to spare."
      " 1 learning mark is not complete yet, so this is provisional." },
    { "no target", 1, 1, 1, X, "1 of 1 person passed, 100 %; no target is set." },
    { "nobody assessed", 28, 0, 0, 85, "No learning mark is complete yet." },
    { "nobody there", 0, 0, 0, 85, "Nobody counts in this level." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfEvaluationFigures figures = {
        .levels = { { 0 }, { .level = 2, .state = FF_LEVEL_MET, .due = TRUE } },
        .learning = { .component = 1, .expected = cases[i].expected, .assessed = cases[i].assessed, .passed = cases[i].passed,
                      .pass_percent = ff_percent (cases[i].passed, cases[i].assessed), .target_percent = cases[i].target },
      };

      assert_words (cases[i].name, ff_level_words (&figures, 2), cases[i].words);
    }
}

static void
test_gain (void)
{
#define NO_CONTROL " No group without the class was tested, so other causes of the change are not excluded."
  static const struct
  {
    const char *name;
    FfGain gain;
    const char *words;
  } cases[] = {
    { "rose", { .pairs = 28, .pre = 60.9, .post = 79.9, .hake = 0.486 },
      "The mean of the 28 people with both tests rose by 19.0 points, 49 % of what there was to gain." NO_CONTROL },
    { "fell", { .pairs = 5, .pre = 60, .post = 57.5, .hake = -0.0625 },
      "The mean of the 5 people with both tests fell by 2.5 points." NO_CONTROL },
    { "the same", { .pairs = 5, .pre = 60, .post = 60, .hake = 0 },
      "The mean of the 5 people with both tests is the same before and after." NO_CONTROL },
    { "hardly", { .pairs = 5, .pre = 60, .post = 60.01, .hake = 0.00025 },
      "The mean of the 5 people with both tests rose by 0.01 points, 0 % of what there was to gain." NO_CONTROL },
    { "one person", { .pairs = 1, .pre = 40, .post = 70, .hake = 0.5 },
      "The mean of the 1 person with both tests rose by 30.0 points, 50 % of what there was to gain. One pair says nothing about the class." },
    { "nobody", { .pairs = 0, .pre = X, .post = X, .hake = X }, "Nobody has marks in both tests yet." },
  };
#undef NO_CONTROL

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_words (cases[i].name, ff_gain_words (&cases[i].gain), cases[i].words);
}

static void
test_bands (void)
{
  static const struct
  {
    double value;
    const char *gain, *effect;
  } cases[] = {
    { -0.3, "a loss (below 0)", "small (0.2 to 0.5)" },
    { 0, "low (below 0.3)", "very small (below 0.2)" },
    { 0.3, "medium (0.3 to 0.7)", "small (0.2 to 0.5)" },
    { 0.1 + 0.2 - 1e-12, "medium (0.3 to 0.7)", "small (0.2 to 0.5)" },
    { 0.7, "high (0.7 and more)", "medium (0.5 to 0.8)" },
    { 2.24, "high (0.7 and more)", "large (0.8 and more)" },
    { X, "–", "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (ff_words_gain_band (cases[i].value), ==, cases[i].gain);
      g_assert_cmpstr (ff_words_effect_band (cases[i].value), ==, cases[i].effect);
    }
}

/* Level 3 --------------------------------------------------------------------------------------------------------------------- */

static void
test_behaviour (void)
{
  static const struct
  {
    const char *name;
    gboolean due;
    guint expected, submitted, applied, verified, excluded;
    const char *words;
  } cases[] = {
    { "the mockup's", TRUE, 28, 27, 25, 22, 0,
      "1 plan is missing for the target of 100 % handed in. 25 of 28 applied a plan, 89 %: the target of 85 % is met."
      " 22 of those who applied a plan are verified." },
    { "one short", TRUE, 28, 28, 23, 1, 0,
      "23 of 28 applied a plan, 82 %: 1 person short of the target of 85 %. 28 of 28 handed in a plan: the target of 100 % is met."
      " 1 of those who applied a plan is verified." },
    { "not due", FALSE, 27, 20, 19, 0, 0,
      "So far 19 of 27 applied a plan; 4 more must to reach 85 %. 0 of those who applied a plan are verified." },
    { "not due, reached", FALSE, 20, 20, 17, 0, 0,
      "So far 17 of 20 applied a plan, which reaches the target of 85 %. 0 of those who applied a plan are verified." },
    { "nothing yet", TRUE, 20, 0, 0, 0, 0,
      "0 of 20 applied a plan, 0 %: 17 people short of the target of 85 %. 20 plans are missing for the target of 100 % handed in." },
    { "people taken out", TRUE, 10, 10, 10, 10, 2,
      "10 of 10 applied a plan, 100 %: the target of 85 % is met. 10 of 10 handed in a plan: the target of 100 % is met."
      " 10 of those who applied a plan are verified. 2 people are taken out of this level." },
    { "everybody taken out", TRUE, 0, 0, 0, 0, 1, "Nobody counts in this level. 1 person is taken out of this level." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfWaveFigures wave = {
        .number = 1, .days = 30, .due = cases[i].due, .submitted = cases[i].submitted, .applied = cases[i].applied,
        .verified = cases[i].verified, .applied_percent = ff_percent (cases[i].applied, cases[i].expected),
        .submitted_percent = ff_percent (cases[i].submitted, cases[i].expected),
        .applied_met = ff_target_met (ff_percent (cases[i].applied, cases[i].expected), 85, FF_DIRECTION_UP),
        .submitted_met = ff_target_met (ff_percent (cases[i].submitted, cases[i].expected), 100, FF_DIRECTION_UP),
      };
      g_autoptr (GPtrArray) waves = g_ptr_array_new ();
      g_autoptr (GPtrArray) exclusions = g_ptr_array_new ();
      FfEvaluationFigures figures = {
        .levels = { { 0 }, { 0 }, { .level = 3, .state = FF_LEVEL_MET, .due = cases[i].due, .exclusions = exclusions } },
        .behaviour = { .expected = cases[i].expected, .applied_target = 85, .submitted_target = 100, .waves = waves },
      };

      g_ptr_array_add (waves, &wave);
      g_ptr_array_set_size (exclusions, (int) cases[i].excluded);
      assert_words (cases[i].name, ff_level_words (&figures, 3), cases[i].words);
    }
}

static void
test_log (void)
{
  static const struct
  {
    FfLogFigures log;
    const char *words;
  } cases[] = {
    { { .people = 0 }, "Nobody has a seven-day plan." },
    { { .people = 1 }, "1 person has a seven-day plan; nothing is logged yet." },
    { { .people = 5, .started = 4, .days_logged = 20, .days_reached = 12 },
      "4 of 5 people with a seven-day plan began the log. The daily number of cases was reached on 12 of 20 logged days." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_words ("log", ff_log_words (&cases[i].log), cases[i].words);
}

/* Level 4 --------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  double baseline, actual, target;
  gboolean has_target, so_far;
  FfDirection direction;
  FfRunChart chart;
  double before, after; /* of the comparison group; 0: there is none */
  guint unexplained;
  const char *words;
} MetricCase;

#define NO_GROUP " There is no comparison group: other causes are not excluded."

static const MetricCase metrics[] = {
  { "met with a shift", 21, 37, 36, TRUE, FALSE, FF_DIRECTION_UP, { .useful = 25, .longest_run = 11, .is_long = TRUE, .signal = TRUE }, 0, 0, 0,
    "NPS rose from 21 to 37. It met its target of 36. 11 values in a row on one side of the median: a real shift, longer than chance allows."
    NO_GROUP },
  { "down is better, missed", 8, 6.5, 5.6, TRUE, FALSE, FF_DIRECTION_DOWN, { .useful = 12 }, 0, 0, 2,
    "NPS fell from 8 to 6.5. It missed its target of 5.6. The series shows no shift: chance alone could bring such values." NO_GROUP
    " 2 unusual values have no cause noted yet." },
  { "so far", 30, 33, 34.5, TRUE, TRUE, FF_DIRECTION_UP, { .useful = 4 }, 20, 20, 0,
    "NPS rose from 30 to 33. So far that does not reach the target of 34.5. 4 values off the median are too few to tell a shift from chance."
    " The comparison group stayed at 20 in the same time." },
  { "so far, reached", 30, 34.5, 34.5, TRUE, TRUE, FF_DIRECTION_UP, { 0 }, 20, 25, 0,
    "NPS rose from 30 to 34.5. So far that reaches the target of 34.5. The comparison group went from 20 to 25 in the same time." },
  { "clinging together", 30, 30, X, FALSE, FALSE, FF_DIRECTION_UP, { .useful = 20, .crossings = 1, .is_rare = TRUE, .signal = TRUE }, 20, X, 1,
    "NPS stayed at 30. No target is set for it. The series crosses its median only 1 time, more rarely than chance allows."
    " The comparison group has no values both before and in the window, so nothing can be compared."
    " 1 unusual value has no cause noted yet." },
  { "no baseline", X, 30, X, TRUE, FALSE, FF_DIRECTION_UP, { 0 }, 0, 0, 0,
    "NPS is at 30; without a baseline no change can be stated. Its target rests on a baseline that is missing." NO_GROUP },
  { "no value", 21, X, 36, TRUE, FALSE, FF_DIRECTION_UP, { 0 }, 0, 0, 0, "NPS has no value in its window yet. Its target is 36." },
  { "exactly on target", 20, 36 - 1e-10, 36, TRUE, FALSE, FF_DIRECTION_UP, { 0 }, 0, 0, 0, "NPS rose from 20 to 36. It met its target of 36." NO_GROUP },
};

static void
test_metric (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      const MetricCase *c = &metrics[i];
      g_autoptr (GPtrArray) comparison = g_ptr_array_new ();
      FfMet met = ff_target_met (c->actual, c->target, c->direction);
      FfMetricFigures metric = {
        .title = (char *) "NPS", .direction = c->direction, .baseline = c->baseline, .has_target = c->has_target, .target = c->target,
        .actual = c->actual, .so_far = c->so_far, .met = c->so_far ? FF_MET_UNKNOWN : met, .met_so_far = met, .run_chart = c->chart,
        .n_unexplained = c->unexplained, .comparison = comparison, .comparison_before = c->before, .comparison_actual = c->after,
      };

      g_ptr_array_set_size (comparison, c->before != 0 ? 2 : 0);
      assert_words (c->name, ff_metric_words (&metric), c->words);
    }
}

/* Several metrics are counted, and only a series that could have moved is said not to have. */
static void
test_metrics (void)
{
  static const struct
  {
    const char *name;
    gboolean due, signal;
    guint met, known;
    gsize useful;
    const char *words;
  } cases[] = {
    { "nothing yet", FALSE, FALSE, 0, 0, 0, "No metric with a target has a value in its window yet." },
    { "nothing at all", TRUE, FALSE, 0, 0, 0, "Of no metric it is known whether it meets its target." },
    { "so far", FALSE, FALSE, 1, 2, 12, "So far 1 of 2 metrics reach their targets. No series moved more than chance allows." },
    { "one known", TRUE, FALSE, 1, 1, 0, "1 of 1 metric met its target." },
    { "a shift", TRUE, TRUE, 2, 2, 20, "2 of 2 metrics met their targets. The series of NPS moved more than chance allows." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfMetricFigures metric = { .title = (char *) "NPS", .run_chart = { .useful = cases[i].useful, .signal = cases[i].signal } };
      FfMetricFigures other = { .title = (char *) "Calls" };
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      FfEvaluationFigures figures = {
        .levels = { { 0 }, { 0 }, { 0 }, { .level = 4, .state = FF_LEVEL_MET, .due = cases[i].due } },
        .results = { .metrics = all, .n_met = cases[i].met, .n_known = cases[i].known },
      };

      g_ptr_array_add (all, &metric);
      g_ptr_array_add (all, &other);
      assert_words (cases[i].name, ff_level_words (&figures, 4), cases[i].words);
    }
}

static void
test_target (void)
{
  static const struct
  {
    FfTargetKind kind;
    FfDirection direction;
    double asked;
    const char *words;
  } cases[] = {
    { FF_TARGET_RELATIVE, FF_DIRECTION_UP, 15, "15 % above the baseline" },
    { FF_TARGET_RELATIVE, FF_DIRECTION_DOWN, 30, "30 % below the baseline" },
    { FF_TARGET_POINTS, FF_DIRECTION_UP, 2.5, "2.5 more than the baseline" },
    { FF_TARGET_POINTS, FF_DIRECTION_DOWN, 2, "2 less than the baseline" },
    { FF_TARGET_VALUE, FF_DIRECTION_UP, 36, "at least 36" },
    { FF_TARGET_VALUE, FF_DIRECTION_DOWN, -1, "at most −1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfMetricFigures metric = { .has_target = TRUE, .target_kind = cases[i].kind, .direction = cases[i].direction, .target_asked = cases[i].asked };
      g_autofree char *words = ff_metric_target_words (&metric);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_null (ff_metric_target_words (&(FfMetricFigures) { .has_target = FALSE }));
}

static void
test_roi (void)
{
  static const struct
  {
    FfRoi roi;
    const char *words;
  } cases[] = {
    { { .roi = 76.47, .bcr = 1.7647, .payback = 6.8 },
      "The credited benefit is 1.76 times the cost, a return on investment of 76 %."
      " It is an estimate: it rests on the shares that were put for isolation and confidence. The cost is made up for after 7 months." },
    { { .roi = -40, .bcr = 0.6, .payback = X },
      "The credited benefit is 0.60 times the cost, a return on investment of −40 %."
      " It is an estimate: it rests on the shares that were put for isolation and confidence." },
    { { .missing = FF_ROI_NO_BASELINE | FF_ROI_NO_ISOLATION },
      "No effect in money and no return is claimed, since something is missing. No metric has a baseline."
      " How much of the change is owed to the training alone is not estimated." },
    { { .missing = FF_ROI_NO_BENEFIT | FF_ROI_NO_CONFIDENCE | FF_ROI_NO_COST },
      "No effect in money and no return is claimed, since something is missing. What the change is worth in money is not entered."
      " How certain that estimate is is not said. The cost is not known: enter it, or plan a budget." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfResultsLevel results = { .roi = { .roi = cases[i].roi } };

      assert_words ("roi", ff_roi_words (&results), cases[i].words);
    }
}

static void
test_empty (void)
{
  static const char *const expected[] = {
    "No questionnaire yet: take one from the library.",
    "No part of the scheme is marked as level 2 yet: choose one below “What the Scheme Measures” on the page of level 2.",
    "Nothing is asked of this level yet: collect commitments in the Assignments tab.",
    "No metric yet: add what is to be better after the class.",
  };
  FfEvaluationFigures figures = { 0 };

  for (int level = 1; level <= 4; level++)
    assert_words (expected[level - 1], ff_level_words (&figures, level), expected[level - 1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/level-words/numbers", test_numbers);
  g_test_add_func ("/level-words/plain", test_plain);
  g_test_add_func ("/level-words/empty", test_empty);
  g_test_add_func ("/level-words/reaction", test_reaction);
  g_test_add_func ("/level-words/others", test_others);
  g_test_add_func ("/level-words/learning", test_learning);
  g_test_add_func ("/level-words/gain", test_gain);
  g_test_add_func ("/level-words/bands", test_bands);
  g_test_add_func ("/level-words/behaviour", test_behaviour);
  g_test_add_func ("/level-words/log", test_log);
  g_test_add_func ("/level-words/metric", test_metric);
  g_test_add_func ("/level-words/metrics", test_metrics);
  g_test_add_func ("/level-words/target", test_target);
  g_test_add_func ("/level-words/roi", test_roi);
  return g_test_run ();
}
