/* The room for the answers to a questionnaire, and the counting of its forms; ff-questionnaire-finish.c computes from that. */
#include "config.h"

#include "ff-questionnaire-figures.h"

/* While forms are counted, `mean` and the means of a pair hold sums. */

static void
question_free (FfQuestionFigures *question)
{
  g_free (question->counts);
  g_ptr_array_unref (question->texts);
  g_free (question);
}

static void
dimension_free (FfDimensionFigures *dimension)
{
  g_ptr_array_unref (dimension->questions);
  g_free (dimension->who);
  g_free (dimension);
}

static void
part_free (FfBreakdownPart *part)
{
  g_free (part->ratings);
  g_free (part->dimensions);
  g_free (part);
}

static void
breakdown_free (FfBreakdown *breakdown)
{
  g_ptr_array_unref (breakdown->parts);
  g_free (breakdown);
}

void
ff_questionnaire_figures_free (FfQuestionnaireFigures *figures)
{
  g_ptr_array_unref (figures->dimensions);
  g_ptr_array_unref (figures->breakdowns);
  g_hash_table_unref (figures->places);
  g_free (figures);
}

/* Room ---------------------------------------------------------------------------------------------------------------- */

static double
from_ten_thousandths (gint64 stored)
{
  return stored != FF_NO_TARGET ? (double) stored / FF_TEN_THOUSAND : FF_UNDEFINED;
}

static FfQuestionFigures *
question_new (const FfQuestionnaire *questionnaire, const FfQuestion *asked)
{
  FfQuestionFigures *question = g_new0 (FfQuestionFigures, 1);

  question->question = asked;
  question->texts = g_ptr_array_new_with_free_func (g_free);
  switch (asked->kind)
    {
    case FF_QUESTION_RATING:
    case FF_QUESTION_SERVQUAL:
      question->first = questionnaire->scale_min;
      question->n_counts = (guint) (questionnaire->scale_max - questionnaire->scale_min + 1);
      break;
    case FF_QUESTION_NPS:
      question->n_counts = 11;
      break;
    case FF_QUESTION_YES_NO:
      question->n_counts = 2;
      break;
    case FF_QUESTION_CHOICE:
      question->first = 1;
      question->n_counts = asked->options->len;
      break;
    case FF_QUESTION_TEXT:
    case FF_QUESTION_SHORT:
    default:
      break;
    }
  question->counts = g_new0 (guint, question->n_counts);
  return question;
}

static FfDimensionFigures *
dimension_new (FfQuestionnaireFigures *figures, const FfDimension *asked)
{
  FfDimensionFigures *dimension = g_new0 (FfDimensionFigures, 1);

  dimension->dimension = asked;
  dimension->target = asked->target != FF_NO_TARGET ? from_ten_thousandths (asked->target) : figures->target;
  dimension->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) question_free);
  for (guint i = 0; i < asked->questions->len; i++)
    {
      FfQuestionFigures *question = question_new (figures->questionnaire, ff_dimension_get_question (asked, i));

      g_ptr_array_add (dimension->questions, question);
      g_hash_table_insert (figures->places, (gpointer) &question->question->id, question);
      question->place = figures->n_questions++;
    }
  return dimension;
}

static FfBreakdown *
breakdown_new (const FfQuestionnaireFigures *figures, const FfQuestion *asked)
{
  FfBreakdown *breakdown = g_new0 (FfBreakdown, 1);

  breakdown->question = asked;
  breakdown->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  for (guint i = 0; i < asked->options->len; i++)
    {
      FfBreakdownPart *part = g_new0 (FfBreakdownPart, 1);

      part->title = g_ptr_array_index (asked->options, i);
      part->ratings = g_new0 (FfRatings, figures->n_questions);
      part->dimensions = g_new (double, figures->dimensions->len);
      g_ptr_array_add (breakdown->parts, part);
    }
  return breakdown;
}

FfQuestionnaireFigures *
ff_questionnaire_figures_new (const FfQuestionnaire *questionnaire, int wave, const char *rater)
{
  FfQuestionnaireFigures *figures = g_new0 (FfQuestionnaireFigures, 1);

  figures->questionnaire = questionnaire;
  figures->wave = wave;
  figures->rater = rater;
  figures->target = from_ten_thousandths (questionnaire->target);
  figures->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  figures->dimensions = g_ptr_array_new_with_free_func ((GDestroyNotify) dimension_free);
  figures->breakdowns = g_ptr_array_new_with_free_func ((GDestroyNotify) breakdown_free);
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    g_ptr_array_add (figures->dimensions, dimension_new (figures, ff_questionnaire_get_dimension (questionnaire, i)));
  for (guint i = 0; i < figures->dimensions->len; i++)
    for (guint j = 0; j < ff_questionnaire_figures_get_dimension (figures, i)->questions->len; j++)
      {
        const FfQuestion *asked = ff_dimension_figures_get_question (ff_questionnaire_figures_get_dimension (figures, i), j)->question;

        figures->n_ratings += asked->kind == FF_QUESTION_RATING ? 1 : asked->kind == FF_QUESTION_SERVQUAL ? 2 : 0;
        if (asked->kind == FF_QUESTION_CHOICE && !asked->multiple)
          g_ptr_array_add (figures->breakdowns, breakdown_new (figures, asked));
      }
  return figures;
}

/* Counting ------------------------------------------------------------------------------------------------------------ */

static FfQuestionFigures *
find_question (const FfQuestionnaireFigures *figures, gint64 id)
{
  return g_hash_table_lookup (figures->places, &id);
}

static void
count_value (FfQuestionFigures *question, gint64 value)
{
  if (value >= question->first && value < question->first + (gint64) question->n_counts)
    question->counts[value - question->first]++;
}

static void
count_letters (FfQuestionFigures *question, const char *letters)
{
  for (const char *p = letters; p != NULL && *p != '\0'; p++)
    count_value (question, *p - 'A' + 1);
}

/* The other half of a pair; -1: blank. */
static gint64
find_expectation (const GArray *answers, gint64 question_id)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (answers, FfAnswer, i);

      if (answer->question_id == question_id && answer->part == FF_PART_EXPECTATION)
        return answer->value;
    }
  return -1;
}

static void
count_pair (FfQuestionFigures *question, const GArray *answers, const FfAnswer *answer)
{
  gint64 expectation = answer->part == FF_PART_PERCEPTION ? find_expectation (answers, answer->question_id) : -1;

  if (expectation < 0)
    return;
  question->n++;
  question->expectation += (double) expectation;
  question->perception += (double) answer->value;
  count_value (question, answer->value);
}

static void
count_answer (FfQuestionnaireFigures *figures, FfQuestionFigures *question, const GArray *answers, const FfAnswer *answer)
{
  if (question->question->kind == FF_QUESTION_SERVQUAL)
    {
      if (answer->value >= 0)
        count_pair (question, answers, answer);
      return;
    }
  question->n++;
  if (answer->value < 0)
    {
      g_ptr_array_add (question->texts, g_strdup (answer->text));
      figures->n_texts++;
      return;
    }
  question->mean += (double) answer->value;
  count_value (question, answer->value);
  if (question->question->kind == FF_QUESTION_CHOICE && answer->value == 0)
    count_letters (question, answer->text);
  if (question->question->kind == FF_QUESTION_NPS)
    ff_nps_add (&question->nps, (double) answer->value);
}

static void
count_part (const FfQuestionnaireFigures *figures, FfBreakdownPart *part, const GArray *answers)
{
  part->n++;
  for (guint i = 0; i < answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (answers, FfAnswer, i);
      const FfQuestionFigures *question = find_question (figures, answer->question_id);

      if (question == NULL || question->question->kind != FF_QUESTION_RATING || answer->value < 0)
        continue;
      part->ratings[question->place].n++;
      part->ratings[question->place].sum += (double) answer->value;
    }
}

static void
count_breakdowns (FfQuestionnaireFigures *figures, const GArray *answers)
{
  for (guint i = 0; i < figures->breakdowns->len; i++)
    {
      FfBreakdown *breakdown = g_ptr_array_index (figures->breakdowns, i);

      for (guint j = 0; j < answers->len; j++)
        {
          const FfAnswer *answer = &g_array_index (answers, FfAnswer, j);

          if (answer->question_id == breakdown->question->id && answer->value >= 1 && answer->value <= breakdown->parts->len)
            count_part (figures, g_ptr_array_index (breakdown->parts, (guint) answer->value - 1), answers);
        }
    }
}

void
ff_questionnaire_figures_add (FfQuestionnaireFigures *figures, const GArray *answers, gboolean invalid)
{
  g_autofree double *ratings = g_new (double, MAX (figures->n_ratings, answers->len));
  guint n = 0;

  figures->returned++;
  for (guint i = 0; i < answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (answers, FfAnswer, i);
      const FfQuestionFigures *question = find_question (figures, answer->question_id);

      if (question != NULL && ff_question_kind_is_rated (question->question->kind) && answer->value >= 0)
        ratings[n++] = (double) answer->value;
    }
  if (invalid || (figures->questionnaire->half_invalid && ff_reaction_is_sparse (n, figures->n_ratings)))
    {
      figures->invalid++;
      return;
    }
  figures->valid++;
  figures->straight += ff_reaction_is_straight (ratings, n);
  for (guint i = 0; i < answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (answers, FfAnswer, i);
      FfQuestionFigures *question = find_question (figures, answer->question_id);

      if (question != NULL)
        count_answer (figures, question, answers, answer);
    }
  count_breakdowns (figures, answers);
}
