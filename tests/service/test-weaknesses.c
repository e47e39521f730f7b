/* What misses its target on the four levels is found with its share and its shortfall, and gathered once. */
#include "config.h"

#include <math.h>

#include "ff-class-test.h"
#include "ff-improvements.h"
#include "ff-metric-store.h"
#include "ff-weaknesses.h"

/* "source weakness (part of)", one a line. */
static char *
tell (const FfEvaluationFigures *figures)
{
  g_autoptr (GPtrArray) list = ff_weaknesses_list (figures);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const FfWeakness *weakness = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%d %s %.2f", weakness->level, weakness->source, weakness->weakness);
      if (weakness->part_of != NULL)
        g_string_append_printf (text, " (%s)", weakness->part_of);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of one level-1 questionnaire: venue (half of it all, 4.05 of 4.5, its questions 3.6 and 4.5) and trainer (above its target). */
static void
test_reaction (void)
{
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_new ("reaction", "Reaction");
  FfDimension *venue = ff_questionnaire_add_dimension (questionnaire, "venue", "Venue");
  FfDimension *trainer = ff_questionnaire_add_dimension (questionnaire, "trainer", "Trainer");
  const FfQuestion *questions[] = {
    ff_dimension_add_question (venue, "q1", FF_QUESTION_RATING, "Light"),
    ff_dimension_add_question (venue, "q2", FF_QUESTION_RATING, "Air"),
    ff_dimension_add_question (venue, "q3", FF_QUESTION_TEXT, "What else"),
    ff_dimension_add_question (trainer, "q4", FF_QUESTION_RATING, "Clear"),
  };
  FfQuestionFigures q[] = {
    { .question = questions[0], .mean = 3.6 }, { .question = questions[1], .mean = 4.5 },
    { .question = questions[2], .mean = FF_UNDEFINED }, { .question = questions[3], .mean = 4.8 },
  };
  g_autoptr (GPtrArray) of_venue = g_ptr_array_new (), of_trainer = g_ptr_array_new ();
  g_autoptr (GPtrArray) dimensions = g_ptr_array_new (), questionnaires = g_ptr_array_new ();
  FfDimensionFigures d[] = {
    { .dimension = venue, .questions = of_venue, .mean = 4.05, .target = 4.5, .weight = 0.5, .gap = FF_UNDEFINED },
    { .dimension = trainer, .questions = of_trainer, .mean = 4.8, .target = 4.5, .weight = 0.5, .gap = FF_UNDEFINED },
  };
  FfQuestionnaireFigures reaction = { .questionnaire = questionnaire, .dimensions = dimensions };
  FfEvaluationFigures figures = { .reaction.questionnaires = questionnaires, .learning.component = -1 };
  g_autofree char *text = NULL, *suppressed = NULL;

  for (int i = 0; i < 3; i++)
    g_ptr_array_add (of_venue, &q[i]);
  g_ptr_array_add (of_trainer, &q[3]);
  g_ptr_array_add (dimensions, &d[0]);
  g_ptr_array_add (dimensions, &d[1]);
  g_ptr_array_add (questionnaires, &reaction);
  text = tell (&figures);
  g_assert_cmpstr (text, ==, "1 dimension:reaction/venue 5.00\n1 question:reaction/q1 5.00 (dimension:reaction/venue)\n");
  reaction.suppressed = TRUE;
  suppressed = tell (&figures);
  g_assert_cmpstr (suppressed, ==, "");
}

/* Only what is due, known and missed; a target of 0 is measured against the baseline. */
static void
test_results (void)
{
  char key_nps[] = "nps", key_late[] = "late", key_open[] = "open", key_zero[] = "zero";
  FfMetricFigures metrics[] = {
    { .id = 1, .key = key_nps, .title = key_nps, .has_target = TRUE, .target = 40, .actual = 30, .met = FF_MET_NO },
    { .id = 2, .key = key_late, .title = key_late, .has_target = TRUE, .target = 10, .actual = 9, .met = FF_MET_YES,
      .direction = FF_DIRECTION_DOWN },
    { .id = 3, .key = key_open, .title = key_open, .has_target = TRUE, .target = 40, .actual = 30, .met = FF_MET_UNKNOWN },
    { .id = 4, .key = key_zero, .title = key_zero, .has_target = TRUE, .target = 0, .actual = 4, .baseline = 8, .met = FF_MET_NO,
      .direction = FF_DIRECTION_DOWN },
  };
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  FfEvaluationFigures figures = { .results.metrics = array, .learning.component = -1 };
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    g_ptr_array_add (array, &metrics[i]);
  text = tell (&figures);
  g_assert_cmpstr (text, ==, "4 metric:zero 12.50\n4 metric:nps 6.25\n");
}

/* Half of the level each; what is not due is no weakness. */
static void
test_behaviour (void)
{
  FfWaveFigures waves[] = {
    { .number = 1, .due = TRUE, .submitted_percent = 90, .applied_percent = 85 },
    { .number = 2, .due = FALSE, .submitted_percent = 0, .applied_percent = 0 },
  };
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  FfEvaluationFigures figures = {
    .learning.component = -1,
    .behaviour = { .waves = array, .submitted_target = 100, .applied_target = 85 },
  };
  g_autofree char *text = NULL, *later = NULL;

  g_ptr_array_add (array, &waves[0]);
  g_ptr_array_add (array, &waves[1]);
  text = tell (&figures);
  g_assert_cmpstr (text, ==, "3 behaviour:submitted 5.00\n");
  waves[0].due = FALSE;
  later = tell (&figures);
  g_assert_cmpstr (later, ==, "");
}

static void
gather (FfDb *db, FfOwner owner, const char *source, guint added, guint changed)
{
  const char *sources[] = { source, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Gather", &error);
  FfGathered gathered;

  g_assert_true (ff_weaknesses_gather (db, owner, class_time ("2027-01-15 10:00"), sources, &gathered, &error));
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_cmpuint (gathered.added, ==, added);
  g_assert_cmpuint (gathered.changed, ==, changed);
}

static void
add_value (FfDb *db, gint64 metric_id, const char *day, const char *value)
{
  char text[16];
  FfMetricEntry entry = { .metric_id = metric_id, .value = text };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Value", &error);

  g_strlcpy (text, value, sizeof text);
  g_assert_true (ff_day_parse (day, &entry.day));
  g_assert_true (ff_metric_store_insert_entry (db, &entry, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
}

static gint64
add_metric (FfDb *db, FfOwner owner)
{
  char key[] = "late", up[] = "down", kind[] = "value", target[] = "30", latest[] = "latest", run[] = "run";
  FfMetric metric = { .owner = owner, .key = key, .direction = up, .target_kind = kind, .target = target, .actual_by = latest, .chart = run };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Metric", &error);

  g_assert_true (ff_metric_store_insert (db, &metric, &error));
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  return metric.id;
}

/* The same source is one weak item, however often it is gathered; its title and its causes are the person's. */
static void
test_gather (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  gint64 metric_id = add_metric (db, owner);
  g_autoptr (FfImprovementBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  FfImprovementDraft own = { .title = "Our own words" };
  const FfImprovement *item;

  add_value (db, metric_id, "2026-10-01", "45");
  gather (db, owner, "metric:late", 1, 0);
  gather (db, owner, "metric:late", 0, 0);
  gather (db, owner, "metric:other", 0, 0);
  board = ff_improvement_board_read (db, owner, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (board->items->len, ==, 1);
  item = g_ptr_array_index (board->items, 0);
  g_assert_cmpstr (item->weakness, ==, "50");
  g_assert_cmpstr (item->shortfall, ==, "15");
  g_assert_cmpint (item->metric_id, ==, metric_id);
  g_assert_cmpuint (board->causes->len, ==, FF_N_BRANCHES);
  {
    g_autoptr (FfBatch) batch = ff_batch_begin (db, "Title", &error);

    g_assert_cmpint (ff_improvements_put (db, owner, item->id, &own, NULL, &error), ==, FF_PUT_CHANGED);
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  }
  add_value (db, metric_id, "2026-11-01", "36");
  gather (db, owner, "metric:late", 0, 1);
  g_clear_pointer (&board, ff_improvement_board_free);
  board = ff_improvement_board_read (db, owner, 0, &error);
  g_assert_cmpuint (board->items->len, ==, 1);
  item = g_ptr_array_index (board->items, 0);
  g_assert_cmpstr (item->weakness, ==, "20");
  g_assert_cmpstr (item->title, ==, "Our own words");
  g_assert_cmpuint (board->causes->len, ==, FF_N_BRANCHES);
  store_assert_sound (db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weaknesses/reaction", test_reaction);
  g_test_add_func ("/weaknesses/behaviour", test_behaviour);
  g_test_add_func ("/weaknesses/results", test_results);
  class_test_add ("/weaknesses/gather", test_gather);
  return g_test_run ();
}
