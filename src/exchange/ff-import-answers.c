/* Answers to questionnaires: a row for each form, a column for each question, called by its key or its title. A file may be about several
   questionnaires, or about one that the caller names. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-answer-columns.h"
#include "ff-import-answers-test.h"
#include "ff-lookup.h"
#include "ff-number.h"
#include "ff-responses.h"

#define HIGHEST_WAVE 99

typedef struct
{
  const char *run;
  const char *questionnaire;
  const char *employee_no;
  const char *rater;
  const char *wave;
} Draft;

#define FIELD(member, title, flags, words) FF_FIELD (Draft, member, #member, title, flags, words)

static const FfField fields[] = {
  FF_FIELD (Draft, run, "class", N_("Class"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
            "classcode|classno|班次|班次编号|班次編號|班次代码|班次代碼|班级|班級|班级编号|班級編號|班号|班號|班别|班別|梯次|期次"),
  FIELD (questionnaire, N_("Questionnaire"), FF_FIELD_KEY | FF_FIELD_NEEDED,
         "questionnairekey|survey|form|问卷|問卷|问卷编号|問卷編號|问卷代码|問卷代碼|调查表|調查表|量表"),
  FIELD (employee_no, N_("Employee number"), FF_FIELD_IDENTIFIER,
         "employeenumber|staffno|staffnumber|employeeid|staffid|工号|工號|员工工号|員工工號|员工编号|員工編號|员工号|職工號|职工号|职工编号|人员编号|"
         "人員編號"),
  FIELD (rater, N_("Rater"), FF_FIELD_PLAIN, "raterrole|role|评价人|評價人|评价者|評價者|评价角色|評價角色|填写人|填寫人|身份|评价关系|評價關係"),
  FIELD (wave, N_("Look at behaviour"), FF_FIELD_PLAIN, "round|波次|轮次|輪次|第几轮|第幾輪|第几次|第幾次"),
  FF_FIELD_OF_PEOPLE ("name", "fullname|姓名|员工姓名|員工姓名|学员姓名|學員姓名|学员|學員"),
  FF_FIELD_OF_PEOPLE ("department", "dept|部门|部門|所属部门|所屬部門"),
  FF_FIELD_OF_PEOPLE ("team", "group|小组|小組|组别|組別"),
};

/* Every heading that is no field and no survey site's own is a question's. */
static void
arrange (FfImport *import)
{
  const FfSheet *sheet = ff_import_get_sheet (import);

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *heading = ff_import_get_heading_text (import, column);

      if (ff_import_get_field (import, column) == FF_IMPORT_IGNORED && *heading != '\0' && !ff_import_is_survey_column (heading))
        ff_import_set_target (import, column, NULL);
    }
}

/* A questionnaire that rows of the file are about, or a test. */
typedef struct
{
  gint64 run_id;
  GPtrArray *items; /* FfTestItem of a test, which has nothing of the rest; else NULL */
  FfQuestionnaire *questionnaire;
  FfAnswerColumn *columns; /* by column of the sheet; question NULL: none of its */
  GPtrArray *pile;         /* FfResponse: anonymous forms, which go in together */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_pointer (&asked->items, g_ptr_array_unref);
  ff_questionnaire_free (asked->questionnaire);
  g_free (asked->columns);
  g_ptr_array_unref (asked->pile);
  g_free (asked);
}

typedef struct
{
  GHashTable *asked; /* "class\nquestionnaire" → Asked */
  GPtrArray *rows;   /* what anonymous forms said, for the digest */
} State;

static gpointer
begin (void)
{
  State *state = g_new0 (State, 1);

  state->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, asked_free);
  state->rows = g_ptr_array_new_with_free_func (g_free);
  return state;
}

static void
end (gpointer data)
{
  State *state = data;

  g_hash_table_unref (state->asked);
  g_ptr_array_unref (state->rows);
  g_free (state);
}

static FfQuestionnaire *
read_questionnaire (FfDb *db, const char *run, const char *key, gint64 *run_id, GError **error)
{
  gint64 id;

  if ((*run_id = ff_lookup_run (db, run, error)) == 0 || (id = ff_responses_lookup_questionnaire (db, *run_id, key, run, error)) == 0)
    return NULL;
  return ff_responses_read_questionnaire (db, id, NULL, error);
}

/* The columns of the file as a questionnaire's; of a test each is looked up as it comes. */
static void
match_columns (FfImportPass *pass, Asked *asked)
{
  asked->columns = g_new0 (FfAnswerColumn, ff_import_get_sheet (pass->import)->n_columns + 1);
  for (guint i = 0; i < ff_import_get_sheet (pass->import)->n_columns; i++)
    if (ff_import_get_field (pass->import, i) == FF_IMPORT_OTHER)
      ff_answer_columns_find (asked->questionnaire, ff_import_get_target (pass->import, i), &asked->columns[i]);
}

static Asked *
find_asked (FfImportPass *pass, const Draft *draft, GError **error)
{
  State *state = pass->state;
  g_autofree char *key = g_strdup_printf ("%s\n%s", draft->run, draft->questionnaire);
  Asked *asked = g_hash_table_lookup (state->asked, key);
  g_autoptr (FfQuestionnaire) questionnaire = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 run_id;

  if (asked != NULL)
    return asked;
  questionnaire = read_questionnaire (pass->db, draft->run, draft->questionnaire, &run_id, &local_error);
  if (questionnaire == NULL && run_id != 0)
    items = ff_import_test_read (pass->db, run_id, draft->questionnaire, NULL);
  if (questionnaire == NULL && items == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  asked = g_new0 (Asked, 1);
  asked->run_id = run_id;
  asked->items = g_steal_pointer (&items);
  asked->questionnaire = g_steal_pointer (&questionnaire);
  asked->pile = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_response_free);
  if (asked->questionnaire != NULL)
    match_columns (pass, asked);
  g_hash_table_insert (state->asked, g_steal_pointer (&key), asked);
  return asked;
}

/* One cell into the form; FALSE with the column named. */
static gboolean
take_answer (FfImportPass *pass, const Asked *asked, FfResponse *response, guint row, guint column, GError **error)
{
  const FfAnswerColumn *place = &asked->columns[column];
  const char *heading = ff_import_get_heading_text (pass->import, column);
  const char *typed = ff_import_get_value (pass->import, row, column);
  g_autofree char *text = NULL;
  gint64 value;

  if (ff_answer_columns_is_skipped (typed))
    return TRUE;
  if (place->question == NULL)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no question of “%s”: rename the column or take it out."), heading,
                 asked->questionnaire->title);
  else if (ff_response_find (response, place->question->id, place->part) != NULL)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("Two columns answer the question “%s”: take one out."),
                 ff_question_title_in (place->question, NULL));
  else if (ff_question_parse (asked->questionnaire, place->question, typed, &value, &text, error))
    {
      ff_response_set (response, place->question->id, place->part, value, text);
      return TRUE;
    }
  ff_import_reject_at (pass, row, (int) column, heading, (*error)->message);
  return FALSE;
}

static gboolean
take_wave (FfResponse *response, const char *typed, GError **error)
{
  gint64 hundredths;

  if (typed == NULL)
    return TRUE;
  if (ff_hundredths_parse (typed, &hundredths) && hundredths % 100 == 0 && hundredths >= 100 && hundredths <= HIGHEST_WAVE * 100)
    {
      response->wave = (int) (hundredths / 100);
      return TRUE;
    }
  ff_put_set_error (error, FF_ERROR_INVALID, "wave", _("“%s” is no number of a look at behaviour; write 1, 2, 3 …"), typed);
  return FALSE;
}

static gboolean
take_person (FfDb *db, const Asked *asked, FfResponse *response, const Draft *draft, GError **error)
{
  if (draft->rater != NULL && !ff_rater_role_parse (draft->rater, &response->role))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "rater", _("“%s” is nobody who rates; write self, supervisor or peer."), draft->rater);
      return FALSE;
    }
  if (!take_wave (response, draft->wave, error))
    return FALSE;
  if (draft->employee_no == NULL)
    return TRUE;
  response->trainee_id = ff_lookup_trainee (db, draft->employee_no, error);
  return response->trainee_id != 0;
}

/* What a form says, as one text; not who said it. */
static char *
describe (const FfResponse *response)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT "|%d|%d", response->questionnaire_id, response->role, response->wave);
  for (guint i = 0; i < response->answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (response->answers, FfAnswer, i);

      g_string_append_printf (text, "|%" G_GINT64_FORMAT ".%d=%" G_GINT64_FORMAT "/%s", answer->question_id, answer->part, answer->value,
                              answer->text != NULL ? answer->text : "");
    }
  return g_string_free (text, FALSE);
}

static FfPut
put_anonymous (FfImportPass *pass, Asked *asked, FfResponse *response, GError **error)
{
  State *state = pass->state;

  if (!ff_responses_announce (pass->db, response, error))
    return FF_PUT_REFUSED;
  pass->result->n_final++;
  g_ptr_array_add (state->rows, describe (response));
  g_ptr_array_add (asked->pile, response);
  return FF_PUT_NEW;
}

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  const Draft *draft = row->draft;
  Asked *asked = find_asked (pass, draft, error);
  g_autoptr (FfResponse) response = NULL;
  FfPut result;

  if (asked == NULL)
    return FF_PUT_REFUSED;
  if (asked->items != NULL)
    return ff_import_test_put (pass, row, asked->run_id, draft->run, draft->employee_no, asked->items, error);
  response = ff_response_new (asked->questionnaire->id);
  for (guint i = 0; i < row->n_others; i++)
    if (!take_answer (pass, asked, response, row->index, row->others[i], error))
      return FF_PUT_REFUSED;
  if (!take_person (pass->db, asked, response, draft, error))
    return FF_PUT_REFUSED;
  if (response->answers->len == 0)
    return FF_PUT_SAME;
  if (!asked->questionnaire->anonymous)
    return ff_responses_put (pass->db, asked->questionnaire, response, FF_RESPONSE_KEEP_BLANKS, error);
  result = put_anonymous (pass, asked, response, error);
  if (result != FF_PUT_REFUSED)
    response = NULL; /* is in the pile */
  return result;
}

/* Nothing tells an anonymous form from one that was imported before, but the whole of a file. */
static gboolean
check_again (FfImportPass *pass, State *state, GError **error)
{
  g_autofree char *digest = ff_responses_make_digest (pass->db, state->rows, error);
  int known = digest != NULL ? ff_anonymous_store_knows_digest (pass->db, digest, error) : -1;

  if (known < 0)
    return FALSE;
  if (known > 0 && !(pass->flags & FF_IMPORT_AGAIN))
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_EXISTS,
                           _("These anonymous answers were imported before; nothing was imported now, because they would count twice. With"
                             " “again” they are taken as the answers of other people."));
      return FALSE;
    }
  return ff_anonymous_store_add_digest (pass->db, digest, error);
}

static gboolean
finish (FfImportPass *pass, GError **error)
{
  State *state = pass->state;
  GHashTableIter iter;
  gpointer value;

  if (state->rows->len == 0)
    return TRUE;
  if (!check_again (pass, state, error))
    return FALSE;
  ff_import_warn (pass, ngettext ("%u anonymous form cannot be taken back once it is imported, because nothing will tell which one it is.",
                                  "%u anonymous forms cannot be taken back once they are imported, because nothing will tell which ones they are.",
                                  state->rows->len),
                  state->rows->len);
  g_hash_table_iter_init (&iter, state->asked);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Asked *asked = value;

      if (asked->items == NULL && asked->pile->len > 0 && !ff_responses_put_pile (pass->db, asked->questionnaire, asked->pile, error))
        return FALSE;
    }
  return TRUE;
}

/* Targets ------------------------------------------------------------------------------------------------------------------------ */

/* What the caller says, or what the first row does. */
static const char *
peek_field (const FfImport *import, const char *field)
{
  int column = ff_import_find_column (import, field), row = ff_import_get_heading (import) + 1;

  if (column >= 0 && row < (int) ff_import_get_sheet (import)->rows->len)
    return ff_import_get_value (import, (guint) row, (guint) column);
  return ff_import_get_default (import, field);
}

static FfQuestionnaire *
find_questionnaire (const FfImport *import, FfDb *db)
{
  const char *run = peek_field (import, "class"), *key = peek_field (import, "questionnaire");
  gint64 run_id;

  return run != NULL && key != NULL ? read_questionnaire (db, run, key, &run_id, NULL) : NULL;
}

static void
target_free (gpointer data)
{
  FfImportTarget *target = data;

  g_free (target->name);
  g_free (target->title);
  g_free (target);
}

static GPtrArray *
list_targets (const FfImport *import, FfDb *db)
{
  g_autoptr (FfQuestionnaire) questionnaire = find_questionnaire (import, db);
  g_autoptr (GArray) columns = questionnaire != NULL ? ff_answer_columns_list (questionnaire) : NULL;
  GPtrArray *targets = g_ptr_array_new_with_free_func (target_free);

  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const FfAnswerColumn *column = &g_array_index (columns, FfAnswerColumn, i);
      FfImportTarget *target = g_new0 (FfImportTarget, 1);

      target->name = ff_answer_columns_name (column);
      target->title = ff_answer_columns_title (column);
      g_ptr_array_add (targets, target);
    }
  return targets;
}

static char *
find_target (const FfImport *import, FfDb *db, const char *heading)
{
  g_autoptr (FfQuestionnaire) questionnaire = find_questionnaire (import, db);
  FfAnswerColumn column;

  if (questionnaire == NULL || !ff_answer_columns_find (questionnaire, heading, &column))
    return NULL;
  return ff_answer_columns_name (&column);
}

const FfImportKind ff_import_answers = {
  .name = "answers",
  .title = N_("Answers"),
  .label = N_("Import answers from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (Draft),
  .arrange = arrange,
  .begin = begin,
  .end = end,
  .put = put,
  .finish = finish,
  .list_targets = list_targets,
  .find_target = find_target,
};
