/* Level 2, what was learned: the learning mark of a class, gains between a test before and a test after, and the items of test papers. */
#include "config.h"

#include "ff-evaluation-private.h"

#include "ff-number.h"

#include <string.h>

#define DAYS_AFTER_CLASS 1

static void
gain_figures_free (FfGainFigures *gain)
{
  g_ptr_array_unref (gain->trainees);
  g_free (gain->before);
  g_free (gain->after);
  g_free (gain);
}

static void
test_figures_free (FfTestFigures *test)
{
  ff_item_analysis_free (test->analysis);
  g_ptr_array_unref (test->distractors);
  g_free (test);
}

void
ff_learning_level_clear (FfLearningLevel *level)
{
  g_clear_pointer (&level->marks, g_free);
  g_clear_pointer (&level->gains, g_ptr_array_unref);
  g_clear_pointer (&level->tests, g_ptr_array_unref);
}

static const FfClassTrainee *
get_trainee (const FfClassFigures *figures, guint index)
{
  return g_ptr_array_index (figures->trainees, index);
}

/* The learning mark ---------------------------------------------------------------------------------------------- */

static int
find_component (const FfScheme *scheme)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->level == 2)
      return (int) i;
  return -1;
}

static void
count_mark (FfLearningLevel *learning, double mark)
{
  learning->assessed++;
  learning->passed += mark >= learning->pass_mark - FF_TOLERANCE;
  learning->bands[CLAMP ((int) (mark * FF_MARK_BANDS / 100 + FF_TOLERANCE), 0, FF_MARK_BANDS - 1)]++;
}

static void
compute_marks (FfEvaluationReader *reader, FfLearningLevel *learning)
{
  const FfClassFigures *figures = reader->figures->class_figures;
  g_autofree double *known = g_new (double, figures->trainees->len);

  learning->marks = g_new (double, figures->trainees->len);
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = get_trainee (figures, i);
      double mark;

      learning->marks[i] = FF_UNDEFINED;
      if (ff_evaluation_is_excluded (reader, 2, trainee)
          || !ff_result_group_mark (&trainee->result, figures->scheme, (guint) learning->component, &mark))
        continue;
      learning->marks[i] = known[learning->assessed] = mark;
      count_mark (learning, mark);
    }
  learning->mean = ff_sample_mean (known, learning->assessed);
  learning->sd = ff_sample_sd (known, learning->assessed);
  learning->pass_percent = ff_percent (learning->passed, learning->assessed);
}

/* Gains ------------------------------------------------------------------------------------------------------------ */

static double
leaf_percent (const FfClassTrainee *trainee, int component)
{
  const FfLeafResult *leaf = &trainee->result.leaves[component];

  return leaf->assessed && !leaf->exempt ? leaf->percent : FF_UNDEFINED;
}

static FfGainFigures *
compute_gain (const FfEvaluationReader *reader, int pre, int post)
{
  const FfClassFigures *figures = reader->figures->class_figures;
  FfGainFigures *gain = g_new0 (FfGainFigures, 1);
  guint n = 0;

  gain->pre = pre;
  gain->post = post;
  gain->trainees = g_ptr_array_new ();
  gain->before = g_new (double, figures->trainees->len);
  gain->after = g_new (double, figures->trainees->len);
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = get_trainee (figures, i);

      gain->before[n] = leaf_percent (trainee, pre);
      gain->after[n] = leaf_percent (trainee, post);
      if (isnan (gain->before[n]) || isnan (gain->after[n]) || ff_evaluation_is_excluded (reader, 2, trainee))
        continue;
      g_ptr_array_add (gain->trainees, (gpointer) trainee);
      n++;
    }
  ff_gain_compute (gain->before, gain->after, n, &gain->gain);
  return gain;
}

static void
compute_gains (const FfEvaluationReader *reader, FfLearningLevel *learning)
{
  const FfScheme *scheme = reader->figures->class_figures->scheme;

  learning->gains = g_ptr_array_new_with_free_func ((GDestroyNotify) gain_figures_free);
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      int post = component->pretest_of != NULL ? ff_scheme_find (scheme, component->pretest_of) : -1;

      if (post >= 0)
        g_ptr_array_add (learning->gains, compute_gain (reader, (int) i, post));
    }
}

/* Items ------------------------------------------------------------------------------------------------------------ */

/* The first papers that are entered as a whole: what people knew before a second try taught them. */
typedef struct
{
  const GPtrArray *items;
  guint n;
  double *scores;      /* one row of items per paper */
  double *totals;
  const char **letters; /* likewise; NULL: of a short item */
} Papers;

static void
papers_clear (Papers *papers)
{
  g_free (papers->scores);
  g_free (papers->totals);
  g_free (papers->letters);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Papers, papers_clear)

/* Writes the next row; FALSE when something is not entered. */
static gboolean
take_paper (Papers *papers, const FfClassTrainee *trainee, int component)
{
  gsize k = papers->items->len, first = papers->n * k;

  papers->totals[papers->n] = 0;
  for (guint i = 0; i < k; i++)
    {
      const FfStoredAnswer *stored = ff_class_trainee_find_answer (trainee, component, (int) i, 1);
      FfTestAnswer answer = stored != NULL ? (FfTestAnswer) { stored->letters, stored->score } : FF_TEST_ANSWER_NONE;
      gint64 points = ff_test_item_points (ff_test_items_get (papers->items, i), &answer);

      if (points < 0)
        return FALSE;
      papers->scores[first + i] = ff_hundredths_to_double (points);
      papers->totals[papers->n] += papers->scores[first + i];
      papers->letters[first + i] = answer.letters;
    }
  return TRUE;
}

static void
gather_papers (const FfEvaluationReader *reader, int component, Papers *papers)
{
  const FfClassFigures *figures = reader->figures->class_figures;
  gsize n = figures->trainees->len;

  papers->items = ff_scheme_get (figures->scheme, (guint) component)->items;
  papers->scores = g_new (double, n * papers->items->len);
  papers->totals = g_new (double, n);
  papers->letters = g_new0 (const char *, n * papers->items->len);
  for (guint i = 0; i < n; i++)
    {
      const FfClassTrainee *trainee = get_trainee (figures, i);

      if (!ff_evaluation_is_excluded (reader, 2, trainee) && take_paper (papers, trainee, component))
        papers->n++;
    }
}

/* How far down the alphabet the options of an item, its key and what people chose reach. */
static guint
count_letters (const Papers *papers, guint item)
{
  const FfTestItem *asked = ff_test_items_get (papers->items, item);
  guint n = asked->options != NULL ? asked->options->len : 0;

  for (guint i = 0; i <= papers->n; i++)
    for (const char *p = i < papers->n ? papers->letters[i * papers->items->len + item] : asked->answer; p != NULL && *p != '\0'; p++)
      n = MAX (n, (guint) (*p - 'A' + 1));
  return n;
}

static GArray *
count_choices (const Papers *papers, guint item, const double *upper, const double *lower)
{
  const FfTestItem *asked = ff_test_items_get (papers->items, item);
  guint n_letters = asked->kind == FF_TEST_CHOICE ? count_letters (papers, item) : 0;
  GArray *choices = g_array_sized_new (FALSE, TRUE, sizeof (FfDistractor), n_letters);

  for (guint l = 0; l < n_letters; l++)
    {
      FfDistractor choice = { .letter = (char) ('A' + l) };

      choice.right = asked->answer != NULL && strchr (asked->answer, choice.letter) != NULL;
      for (guint i = 0; i < papers->n; i++)
        {
          const char *letters = papers->letters[i * papers->items->len + item];

          if (letters == NULL || strchr (letters, choice.letter) == NULL)
            continue;
          choice.n++;
          choice.upper += upper[i];
          choice.lower += lower[i];
        }
      g_array_append_val (choices, choice);
    }
  return choices;
}

static FfTestFigures *
compute_test (const FfEvaluationReader *reader, int component)
{
  g_auto (Papers) papers = { 0 };
  g_autofree double *maxima = NULL, *upper = NULL, *lower = NULL;
  FfTestFigures *test;

  gather_papers (reader, component, &papers);
  if (papers.n == 0)
    return NULL;
  maxima = g_new (double, papers.items->len);
  upper = g_new (double, papers.n);
  lower = g_new (double, papers.n);
  ff_item_group (papers.totals, papers.n, TRUE, upper);
  ff_item_group (papers.totals, papers.n, FALSE, lower);

  test = g_new0 (FfTestFigures, 1);
  test->component = component;
  test->papers = papers.n;
  test->distractors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < papers.items->len; i++)
    {
      maxima[i] = ff_hundredths_to_double (ff_test_items_get (papers.items, i)->points);
      g_ptr_array_add (test->distractors, count_choices (&papers, i, upper, lower));
    }
  test->analysis = ff_item_analysis_new (papers.scores, papers.n, papers.items->len, maxima);
  return test;
}

static void
compute_tests (const FfEvaluationReader *reader, FfLearningLevel *learning)
{
  const FfScheme *scheme = reader->figures->class_figures->scheme;

  learning->tests = g_ptr_array_new_with_free_func ((GDestroyNotify) test_figures_free);
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      FfTestFigures *test = NULL;

      if (component->leaf && component->source == FF_SOURCE_TEST && component->items != NULL && component->items->len > 0)
        test = compute_test (reader, (int) i);
      if (test != NULL)
        g_ptr_array_add (learning->tests, test);
    }
}

/* The level ---------------------------------------------------------------------------------------------------------- */

gboolean
ff_evaluation_read_learning (FfEvaluationReader *reader, G_GNUC_UNUSED GError **error)
{
  const FfScheme *scheme = reader->figures->class_figures->scheme;
  FfLearningLevel *learning = &reader->figures->learning;
  FfLevel *level = &reader->figures->levels[1];

  learning->component = find_component (scheme);
  learning->pass_mark = ff_hundredths_to_double (scheme->pass_mark);
  learning->expected = ff_evaluation_count_expected (reader, 2);
  learning->mean = learning->sd = learning->pass_percent = FF_UNDEFINED;
  learning->target_percent = reader->aims.learning_target >= 0 ? ff_hundredths_to_double (reader->aims.learning_target) : FF_UNDEFINED;
  compute_gains (reader, learning);
  compute_tests (reader, learning);
  ff_evaluation_set_due (reader, level, DAYS_AFTER_CLASS);
  if (learning->component < 0)
    return TRUE;

  compute_marks (reader, learning);
  level->asked = TRUE;
  level->value = learning->pass_percent;
  level->target = learning->target_percent;
  level->people = learning->assessed;
  if (learning->expected == 0)
    ff_evaluation_lack (level, FF_MISSING_PEOPLE, 0);
  if (learning->assessed < learning->expected)
    ff_evaluation_lack (level, FF_MISSING_MARKS, learning->expected - learning->assessed);
  ff_evaluation_conclude (level, ff_target_met (level->value, level->target, FF_DIRECTION_UP));
  return TRUE;
}
