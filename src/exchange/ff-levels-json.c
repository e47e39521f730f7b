#include "config.h"

#include "ff-levels-json.h"

/* What is not known is null, never 0. */
static void
write_figure (FfJsonWriter *writer, const char *key, double figure)
{
  if (isnan (figure))
    ff_json_null (writer, key);
  else
    ff_json_double (writer, key, figure);
}

static void
write_met (FfJsonWriter *writer, FfMet met)
{
  if (met == FF_MET_UNKNOWN)
    ff_json_null (writer, "met");
  else
    ff_json_boolean (writer, "met", met == FF_MET_YES);
}

static void
write_day (FfJsonWriter *writer, const char *key, FfDay day)
{
  g_autofree char *text = day != FF_NO_DAY ? ff_day_format (day) : NULL;

  ff_json_text (writer, key, text);
}

/* Level 1 -------------------------------------------------------------------------------------------------------------- */

static gboolean
has_ratings (const FfDimensionFigures *dimension)
{
  for (guint i = 0; i < dimension->questions->len; i++)
    if (((const FfQuestionFigures *) g_ptr_array_index (dimension->questions, i))->question->kind == FF_QUESTION_RATING)
      return TRUE;
  return FALSE;
}

static void
write_dimensions (FfJsonWriter *writer, const FfQuestionnaireFigures *questionnaire)
{
  ff_json_begin_object (writer, "dimensions");
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (questionnaire->dimensions, i);

      if (has_ratings (dimension))
        write_figure (writer, dimension->dimension->key, dimension->mean);
    }
  ff_json_end (writer);

  ff_json_begin_object (writer, "questions");
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (questionnaire->dimensions, i);

      for (guint j = 0; j < dimension->questions->len; j++)
        {
          const FfQuestionFigures *question = g_ptr_array_index (dimension->questions, j);

          if (question->question->kind == FF_QUESTION_RATING)
            write_figure (writer, question->question->key, question->mean);
        }
    }
  ff_json_end (writer);
}

static void
write_nps (FfJsonWriter *writer, const FfQuestionFigures *nps)
{
  if (nps == NULL)
    {
      ff_json_null (writer, "nps");
      return;
    }
  ff_json_begin_object (writer, "nps");
  write_figure (writer, "score", ff_nps_score (&nps->nps));
  write_figure (writer, "margin", ff_nps_margin (&nps->nps));
  ff_json_int (writer, "n", ff_nps_count (&nps->nps));
  ff_json_end (writer);
}

/* Of a suppressed one nothing but the counts. */
static void
write_questionnaire (FfJsonWriter *writer, const FfQuestionnaireFigures *questionnaire)
{
  if (questionnaire->invited >= 0)
    ff_json_int (writer, "invited", questionnaire->invited);
  else
    ff_json_null (writer, "invited");
  ff_json_int (writer, "responses", questionnaire->returned);
  write_figure (writer, "response_percent", questionnaire->suppressed ? FF_UNDEFINED : questionnaire->response_percent);
  ff_json_boolean (writer, "suppressed", questionnaire->suppressed);
  write_figure (writer, "mean", questionnaire->mean);
  write_figure (writer, "target", questionnaire->target);
  write_met (writer, questionnaire->met);
  write_dimensions (writer, questionnaire);
  write_nps (writer, questionnaire->nps);
}

static void
write_reaction (FfJsonWriter *writer, const FfReactionLevel *reaction)
{
  if (reaction->questionnaires->len == 0)
    {
      ff_json_null (writer, "1");
      return;
    }
  ff_json_begin_object (writer, "1");
  write_questionnaire (writer, g_ptr_array_index (reaction->questionnaires, 0));
  if (reaction->questionnaires->len > 1)
    {
      ff_json_begin_object (writer, "others");
      for (guint i = 1; i < reaction->questionnaires->len; i++)
        {
          const FfQuestionnaireFigures *other = g_ptr_array_index (reaction->questionnaires, i);

          ff_json_begin_object (writer, other->questionnaire->key);
          write_questionnaire (writer, other);
          ff_json_end (writer);
        }
      ff_json_end (writer);
    }
  ff_json_end (writer);
}

/* Level 2 -------------------------------------------------------------------------------------------------------------- */

static void
write_gain (FfJsonWriter *writer, const GPtrArray *gains)
{
  const FfGainFigures *gain = gains->len > 0 ? g_ptr_array_index (gains, 0) : NULL;

  if (gain == NULL)
    {
      ff_json_null (writer, "gain");
      return;
    }
  ff_json_begin_object (writer, "gain");
  ff_json_int (writer, "pairs", (gint64) gain->gain.pairs);
  write_figure (writer, "pre", gain->gain.pre);
  write_figure (writer, "post", gain->gain.post);
  write_figure (writer, "hake", gain->gain.hake);
  write_figure (writer, "dz", gain->gain.dz);
  ff_json_end (writer);
}

static void
write_learning (FfJsonWriter *writer, const FfLevel *level, const FfLearningLevel *learning)
{
  if (learning->component < 0 && learning->gains->len == 0)
    {
      ff_json_null (writer, "2");
      return;
    }
  ff_json_begin_object (writer, "2");
  write_day (writer, "due_on", level->due_on);
  ff_json_int (writer, "assessed", learning->assessed);
  write_figure (writer, "mean", learning->mean);
  write_figure (writer, "pass_percent", learning->pass_percent);
  write_figure (writer, "target_percent", learning->target_percent);
  write_met (writer, level->met);
  write_gain (writer, learning->gains);
  ff_json_end (writer);
}

/* Levels 3 and 4 --------------------------------------------------------------------------------------------------------- */

static void
write_behaviour (FfJsonWriter *writer, const FfLevel *level, const FfBehaviourLevel *behaviour)
{
  const FfWaveFigures *first = g_ptr_array_index (behaviour->waves, 0);

  ff_json_begin_object (writer, "3");
  write_day (writer, "due_on", level->due_on);
  write_figure (writer, "submitted_percent", level->asked ? first->submitted_percent : FF_UNDEFINED);
  ff_json_double (writer, "submitted_target", behaviour->submitted_target);
  write_figure (writer, "applied_percent", level->asked ? first->applied_percent : FF_UNDEFINED);
  ff_json_double (writer, "target", behaviour->applied_target);
  write_met (writer, level->met);
  ff_json_end (writer);
}

static void
write_metric (FfJsonWriter *writer, const FfMetricFigures *metric)
{
  ff_json_begin_object (writer, metric->key);
  write_figure (writer, "baseline", metric->baseline);
  write_figure (writer, "target", metric->target);
  write_figure (writer, "actual", metric->actual);
  write_figure (writer, "change_percent", metric->change_percent);
  write_met (writer, metric->met);
  if (metric->run_chart.n == 0)
    ff_json_null (writer, "signal");
  else
    ff_json_boolean (writer, "signal", metric->run_chart.signal);
  ff_json_end (writer);
}

static void
write_results (FfJsonWriter *writer, const FfLevel *level, const FfResultsLevel *results)
{
  ff_json_begin_object (writer, "4");
  write_day (writer, "due_on", level->due_on);
  ff_json_begin_object (writer, "metrics");
  for (guint i = 0; i < results->metrics->len; i++)
    write_metric (writer, g_ptr_array_index (results->metrics, i));
  ff_json_end (writer);
  ff_json_end (writer);
}

void
ff_levels_json_write (FfJsonWriter *writer, const FfEvaluationFigures *figures)
{
  ff_json_begin_object (writer, "levels");
  write_reaction (writer, &figures->reaction);
  write_learning (writer, ff_evaluation_figures_get_level (figures, 2), &figures->learning);
  write_behaviour (writer, ff_evaluation_figures_get_level (figures, 3), &figures->behaviour);
  write_results (writer, ff_evaluation_figures_get_level (figures, 4), &figures->results);
  ff_json_end (writer);
}
