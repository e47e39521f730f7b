#include "config.h"

#include "ff-answer-row-store.h"

#include "ff-statement-values.h"

/* In the order of the indexes, so that nothing is sorted. */
#define FOREACH(trainee, response, answer)                                                                                         \
  "SELECT r.id, a.question_id, a.part, a.value, a.text, " trainee ", r.rater, r.wave, r.invalid"                                   \
  " FROM " response " AS r LEFT JOIN " answer " AS a ON a.response_id = r.id WHERE r.questionnaire_id = $questionnaire ORDER BY r.id"

enum
{
  COL_ID,
  COL_QUESTION,
  COL_PART,
  COL_VALUE,
  COL_TEXT,
  COL_TRAINEE,
  COL_RATER,
  COL_WAVE,
  COL_INVALID,
};

static void
read_form (FfStatement *row, FfAnswerForm *form)
{
  form->id = ff_statement_get_int (row, COL_ID);
  form->trainee_id = ff_statement_get_int (row, COL_TRAINEE);
  form->role = FF_RATER_ROLE_NONE;
  ff_rater_role_from_key (ff_statement_get_text (row, COL_RATER), &form->role);
  form->wave = (int) ff_statement_get_int (row, COL_WAVE);
  form->invalid = ff_statement_get_int (row, COL_INVALID) != 0;
}

static gboolean
foreach (FfDb *db, const char *sql, gint64 questionnaire_id, FfAnswerRowFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, sql, error);
  FfAnswerForm form = { 0 };
  FfStep step;

  if (select == NULL)
    return FALSE;
  ff_statement_bind_int (select, "$questionnaire", questionnaire_id);
  while ((step = ff_statement_step (select, error)) == FF_STEP_ROW)
    {
      FfAnswerRow row;

      if (form.id != ff_statement_get_int (select, COL_ID))
        read_form (select, &form);
      row.question_id = ff_statement_get_int (select, COL_QUESTION);
      row.part = (FfAnswerPart) ff_statement_get_int (select, COL_PART);
      row.value = ff_statement_get_number (select, COL_VALUE);
      row.text = ff_statement_get_text (select, COL_TEXT);
      func (&form, &row, user_data);
    }
  return step == FF_STEP_DONE;
}

gboolean
ff_answer_row_store_foreach (FfDb *db, gint64 questionnaire_id, FfAnswerRowFunc func, gpointer user_data, GError **error)
{
  return foreach (db, FOREACH ("r.trainee_id", "response", "answer"), questionnaire_id, func, user_data, error)
         && foreach (db, FOREACH ("NULL", "anonymous_response", "anonymous_answer"), questionnaire_id, func, user_data, error);
}
