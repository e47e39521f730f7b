/* What trainees answered in tests, and the leaves that have a paper as their source. */
#include "config.h"

#include "ff-class-figures-private.h"

#include "ff-test-store.h"

typedef struct
{
  FfClassFigures *figures;
  GHashTable *trainees;
} Reader;

static gboolean
find_item (const FfScheme *scheme, gint64 component_id, gint64 item_id, int *component, int *item)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *leaf = ff_scheme_get (scheme, i);

      if (leaf->id != component_id || leaf->items == NULL)
        continue;
      for (guint j = 0; j < leaf->items->len; j++)
        if (ff_test_items_get (leaf->items, j)->id == item_id)
          {
            *component = (int) i;
            *item = (int) j;
            return TRUE;
          }
    }
  return FALSE;
}

static void
on_answer (const FfTestAnswerRow *row, gint64 component_id, gpointer user_data)
{
  Reader *reader = user_data;
  FfClassTrainee *trainee = g_hash_table_lookup (reader->trainees, &row->enrolment_id);
  FfStoredAnswer answer = { .attempt = row->attempt, .score = row->score };

  if (trainee == NULL || !find_item (reader->figures->scheme, component_id, row->item_id, &answer.component, &answer.item))
    return;
  answer.letters = row->letters != NULL ? g_string_chunk_insert_const (reader->figures->texts, row->letters) : NULL;
  g_array_append_val (trainee->answers, answer);
}

gboolean
ff_class_figures_read_papers (FfDb *db, FfClassFigures *figures, GHashTable *trainees, GError **error)
{
  Reader reader = { figures, trainees };

  return ff_test_answer_store_foreach_of_run (db, figures->run->id, on_answer, &reader, error);
}

const FfStoredAnswer *
ff_class_trainee_find_answer (const FfClassTrainee *trainee, int component, int item, int attempt)
{
  for (guint i = 0; i < trainee->answers->len; i++)
    {
      const FfStoredAnswer *answer = &g_array_index (trainee->answers, FfStoredAnswer, i);

      if (answer->component == component && answer->item == item && answer->attempt == attempt)
        return answer;
    }
  return NULL;
}

int
ff_class_trainee_last_attempt (const FfClassTrainee *trainee, int component)
{
  int last = 0;

  for (guint i = 0; i < trainee->answers->len; i++)
    {
      const FfStoredAnswer *answer = &g_array_index (trainee->answers, FfStoredAnswer, i);

      if (answer->component == component)
        last = MAX (last, answer->attempt);
    }
  return last;
}

void
ff_class_trainee_sum_paper (const FfClassFigures *figures, const FfClassTrainee *trainee, int component, int attempt, FfTestSum *sum)
{
  const GPtrArray *items = ff_scheme_get (figures->scheme, (guint) component)->items;
  guint n = items != NULL ? items->len : 0;
  g_autofree FfTestAnswer *answers = g_new (FfTestAnswer, n);

  for (guint i = 0; i < n; i++)
    {
      const FfStoredAnswer *stored = ff_class_trainee_find_answer (trainee, component, (int) i, attempt);

      answers[i] = stored != NULL ? (FfTestAnswer) { stored->letters, stored->score } : FF_TEST_ANSWER_NONE;
    }
  ff_test_paper_sum (items, answers, sum);
}

void
ff_class_figures_add_papers (const FfClassFigures *figures, const FfClassTrainee *trainee, GArray *marks)
{
  if (trainee->answers->len == 0)
    return;
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *leaf = ff_scheme_get (figures->scheme, i);
      int last = leaf->source == FF_SOURCE_TEST && leaf->items != NULL ? ff_class_trainee_last_attempt (trainee, (int) i) : 0;

      for (int attempt = 1; attempt <= last; attempt++)
        {
          FfMark mark = { .component = (int) i, .criterion = -1, .attempt = attempt };
          FfTestSum sum;

          ff_class_trainee_sum_paper (figures, trainee, (int) i, attempt, &sum);
          if (sum.missing > 0 || sum.possible == 0)
            continue;
          mark.score = sum.points;
          mark.possible = sum.possible;
          g_array_append_val (marks, mark);
        }
    }
}
