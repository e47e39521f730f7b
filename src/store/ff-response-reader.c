/* Reading answers, from the tables with names and from those without: each statement stands here once as text and twice as a literal,
   since the connection keeps a prepared statement by its literal. A questionnaire has its answers in one of the two; the other costs a
   look into its index. */
#include "config.h"

#include "ff-response-store.h"

#include <string.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

typedef struct
{
  const char *count_plain;    /* of every form, from the index alone */
  const char *count_letters;  /* of choices with several */
  const char *list_excluded;
  const char *count_forms;
  const char *list;
  const char *read;
} Reading;

/* Question by question, so that the index gives the groups in order. */
#define COUNT_PLAIN(answer)                                                                                                          \
  "SELECT question_id, part, value, NULL, count (*) FROM " answer                                                                    \
  " WHERE question_id IN (SELECT id FROM question WHERE questionnaire_id = $questionnaire AND multiple = 0) AND value IS NOT NULL"   \
  " GROUP BY question_id, part, value"

#define COUNT_LETTERS(answer)                                                                                                        \
  "SELECT question_id, part, value, CASE WHEN value = 0 THEN text END AS letters, count (*) FROM " answer                            \
  " WHERE question_id IN (SELECT id FROM question WHERE questionnaire_id = $questionnaire AND multiple = 1) AND value IS NOT NULL"   \
  " GROUP BY question_id, part, value, letters"

/* Fewer than half of the ratings are answered. */
#define IS_SPARSE(answer)                                                                                                            \
  "2 * (SELECT count (*) FROM " answer " AS a JOIN question AS n ON n.id = a.question_id WHERE a.response_id = r.id"                 \
  " AND n.kind IN ('rating', 'servqual') AND a.value IS NOT NULL)"                                                                   \
  " < (SELECT sum (CASE kind WHEN 'servqual' THEN 2 ELSE 1 END) FROM question WHERE questionnaire_id = $questionnaire"               \
  " AND kind IN ('rating', 'servqual'))"

#define LIST_EXCLUDED(response, answer)                                                                                              \
  "SELECT r.id FROM " response " AS r JOIN questionnaire AS q ON q.id = r.questionnaire_id WHERE r.questionnaire_id = $questionnaire" \
  " AND (r.invalid = 1 OR (q.half_invalid = 1 AND " IS_SPARSE (answer) "))"

#define COUNT_FORMS(response) "SELECT count (*) FROM " response " WHERE questionnaire_id = $questionnaire"

#define SELECT_NAMED                                                                                                                 \
  "SELECT r.id, r.questionnaire_id, r.trainee_id, r.rater, r.rater_name, r.wave, r.invalid, r.invalid_reason, a.question_id, a.part,"\
  " a.value, a.text FROM response AS r LEFT JOIN answer AS a ON a.response_id = r.id"

#define SELECT_ANONYMOUS                                                                                                             \
  "SELECT r.id, r.questionnaire_id, NULL, r.rater, '', r.wave, r.invalid, NULL, a.question_id, a.part, a.value, a.text"              \
  " FROM anonymous_response AS r LEFT JOIN anonymous_answer AS a ON a.response_id = r.id"

#define OF_QUESTIONNAIRE " WHERE r.questionnaire_id = $questionnaire ORDER BY r.id, a.question_id, a.part"
#define OF_ID " WHERE r.id = $id ORDER BY a.question_id, a.part"

static const Reading readings[] = {
  {
      COUNT_PLAIN ("answer"),
      COUNT_LETTERS ("answer"),
      LIST_EXCLUDED ("response", "answer"),
      COUNT_FORMS ("response"),
      SELECT_NAMED OF_QUESTIONNAIRE,
      SELECT_NAMED OF_ID,
  },
  {
      COUNT_PLAIN ("anonymous_answer"),
      COUNT_LETTERS ("anonymous_answer"),
      LIST_EXCLUDED ("anonymous_response", "anonymous_answer"),
      COUNT_FORMS ("anonymous_response"),
      SELECT_ANONYMOUS OF_QUESTIONNAIRE,
      SELECT_ANONYMOUS OF_ID,
  },
};

static FfStatement *
prepare (FfDb *db, const char *sql, gint64 questionnaire_id, GError **error)
{
  FfStatement *statement = ff_db_prepare (db, sql, error);

  if (statement != NULL)
    ff_statement_bind_int (statement, "$questionnaire", questionnaire_id);
  return statement;
}

/* Whole forms ------------------------------------------------------------------------------------------------------------- */

enum
{
  COL_ID,
  COL_QUESTIONNAIRE,
  COL_TRAINEE,
  COL_RATER,
  COL_RATER_NAME,
  COL_WAVE,
  COL_INVALID,
  COL_INVALID_REASON,
  COL_QUESTION,
  COL_PART,
  COL_VALUE,
  COL_TEXT,
};

static FfResponse *
response_from_row (FfStatement *row, gboolean anonymous)
{
  FfResponse *response = ff_response_new (ff_statement_get_int (row, COL_QUESTIONNAIRE));

  response->id = ff_statement_get_int (row, COL_ID);
  response->anonymous = anonymous;
  response->trainee_id = ff_statement_get_int (row, COL_TRAINEE);
  ff_rater_role_from_key (ff_statement_get_text (row, COL_RATER), &response->role);
  g_free (response->rater_name);
  response->rater_name = ff_statement_dup_text (row, COL_RATER_NAME);
  response->wave = (int) ff_statement_get_int (row, COL_WAVE);
  response->invalid = ff_statement_get_int (row, COL_INVALID) != 0;
  response->invalid_reason = ff_statement_dup_text (row, COL_INVALID_REASON);
  return response;
}

/* Rows come form by form, and a form's answers in the order in which it keeps them. */
static gboolean
read_responses (FfStatement *statement, gboolean anonymous, GPtrArray *responses, GError **error)
{
  FfResponse *last = NULL;
  FfStep step;

  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      if (last == NULL || last->id != ff_statement_get_int (statement, COL_ID))
        g_ptr_array_add (responses, last = response_from_row (statement, anonymous));
      if (!ff_statement_is_null (statement, COL_QUESTION))
        {
          const FfAnswer answer = {
            .question_id = ff_statement_get_int (statement, COL_QUESTION),
            .part = (FfAnswerPart) ff_statement_get_int (statement, COL_PART),
            .value = ff_statement_get_number (statement, COL_VALUE),
            .text = ff_statement_dup_text (statement, COL_TEXT),
          };

          g_array_append_val (last->answers, answer);
        }
    }
  return step == FF_STEP_DONE;
}

/* gint64 ids as keys. */
static GHashTable *
list_excluded (FfDb *db, const Reading *reading, gint64 questionnaire_id, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (db, reading->list_excluded, questionnaire_id, error);
  g_autoptr (GHashTable) excluded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  FfStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const gint64 id = ff_statement_get_int (statement, 0);

      g_hash_table_add (excluded, g_memdup2 (&id, sizeof id));
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&excluded) : NULL;
}

static gboolean
list_of (FfDb *db, const Reading *reading, gint64 questionnaire_id, gboolean valid_only, GPtrArray *responses, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (db, reading->list, questionnaire_id, error);
  g_autoptr (GHashTable) excluded = valid_only ? list_excluded (db, reading, questionnaire_id, error) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_response_free);

  if (statement == NULL || (valid_only && excluded == NULL) || !read_responses (statement, reading != readings, all, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      FfResponse *response = g_ptr_array_index (all, i);

      if (excluded == NULL || !g_hash_table_contains (excluded, &response->id))
        g_ptr_array_add (responses, g_steal_pointer (&g_ptr_array_index (all, i)));
    }
  return TRUE;
}

GPtrArray *
ff_response_store_list (FfDb *db, gint64 questionnaire_id, gboolean valid_only, GError **error)
{
  g_autoptr (GPtrArray) responses = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_response_free);

  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    if (!list_of (db, &readings[i], questionnaire_id, valid_only, responses, error))
      return NULL;
  return g_steal_pointer (&responses);
}

FfResponse *
ff_response_store_read (FfDb *db, gint64 id, gboolean anonymous, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, readings[anonymous ? 1 : 0].read, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_response_free);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  if (!read_responses (statement, anonymous, found, error) || found->len == 0)
    return NULL;
  return g_ptr_array_steal_index (found, 0);
}

/* Counts ------------------------------------------------------------------------------------------------------------------ */

static void
count_clear (gpointer count)
{
  g_free (((FfAnswerCount *) count)->letters);
}

static GArray *
counts_new (void)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (FfAnswerCount));

  g_array_set_clear_func (counts, count_clear);
  return counts;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const FfAnswerCount *one = a, *other = b;

  if (one->question_id != other->question_id)
    return one->question_id < other->question_id ? -1 : 1;
  if (one->part != other->part)
    return one->part < other->part ? -1 : 1;
  if (one->value != other->value)
    return one->value < other->value ? -1 : 1;
  return g_strcmp0 (one->letters, other->letters);
}

/* Adds up what is about the same, and drops what adds up to nothing. */
static GArray *
merge_counts (GArray *counts)
{
  GArray *merged = counts_new ();

  g_array_sort (counts, compare_counts);
  for (guint i = 0; i < counts->len;)
    {
      FfAnswerCount *first = &g_array_index (counts, FfAnswerCount, i);
      FfAnswerCount sum = *first;

      for (i++; i < counts->len && compare_counts (first, &g_array_index (counts, FfAnswerCount, i)) == 0; i++)
        sum.n += g_array_index (counts, FfAnswerCount, i).n;
      if (sum.n == 0)
        continue;
      sum.letters = g_strdup (first->letters);
      g_array_append_val (merged, sum);
    }
  return merged;
}

static gboolean
add_counts (FfDb *db, const char *sql, gint64 questionnaire_id, GArray *counts, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (db, sql, questionnaire_id, error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const FfAnswerCount count = {
        .question_id = ff_statement_get_int (statement, 0),
        .part = (FfAnswerPart) ff_statement_get_int (statement, 1),
        .value = ff_statement_get_int (statement, 2),
        .letters = ff_statement_dup_text (statement, 3),
        .n = ff_statement_get_int (statement, 4),
      };

      g_array_append_val (counts, count);
    }
  return step == FF_STEP_DONE;
}

/* A form's answers, @n times; -1 takes a form out again that was counted with all others. */
static void
add_response (GArray *counts, const FfResponse *response, gint64 n)
{
  for (guint i = 0; i < response->answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (response->answers, FfAnswer, i);
      const FfAnswerCount count = {
        answer->question_id, answer->part, answer->value, answer->value == 0 ? g_strdup (answer->text) : NULL, n,
      };

      if (answer->value >= 0)
        g_array_append_val (counts, count);
    }
}

static gboolean
take_out_excluded (FfDb *db, const Reading *reading, gint64 questionnaire_id, GArray *counts, GError **error)
{
  g_autoptr (GHashTable) excluded = list_excluded (db, reading, questionnaire_id, error);
  GHashTableIter iter;
  gpointer id;

  if (excluded == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, excluded);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (FfResponse) response = ff_response_store_read (db, *(gint64 *) id, reading != readings, error);

      if (response == NULL)
        return FALSE;
      add_response (counts, response, -1);
    }
  return TRUE;
}

GArray *
ff_response_store_count_answers (FfDb *db, gint64 questionnaire_id, GError **error)
{
  g_autoptr (GArray) counts = counts_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    if (!add_counts (db, readings[i].count_plain, questionnaire_id, counts, error)
        || !add_counts (db, readings[i].count_letters, questionnaire_id, counts, error)
        || !take_out_excluded (db, &readings[i], questionnaire_id, counts, error))
      return NULL;
  return merge_counts (counts);
}

GArray *
ff_response_store_count_answers_of (FfDb *db, gint64 questionnaire_id, int wave, int role, GError **error)
{
  g_autoptr (GPtrArray) responses = ff_response_store_list (db, questionnaire_id, TRUE, error);
  g_autoptr (GArray) counts = counts_new ();

  if (responses == NULL)
    return NULL;
  for (guint i = 0; i < responses->len; i++)
    {
      const FfResponse *response = g_ptr_array_index (responses, i);

      if ((wave == 0 || response->wave == wave) && (role < 0 || (int) response->role == role))
        add_response (counts, response, 1);
    }
  return merge_counts (counts);
}

gboolean
ff_response_store_count_forms (FfDb *db, gint64 questionnaire_id, FfFormCounts *counts, GError **error)
{
  g_return_val_if_fail (counts != NULL, FALSE);

  *counts = (FfFormCounts) { 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (FfStatement) statement = prepare (db, readings[i].count_forms, questionnaire_id, error);
      g_autoptr (GHashTable) excluded = NULL;
      gint64 n = statement != NULL ? ff_rows_get_id (statement, error) : -1;

      if (n < 0)
        return FALSE;
      if (n == 0)
        continue;
      excluded = list_excluded (db, &readings[i], questionnaire_id, error);
      if (excluded == NULL)
        return FALSE;
      counts->returned += (guint) n;
      counts->invalid += g_hash_table_size (excluded);
    }
  return TRUE;
}

/* Who has answered --------------------------------------------------------------------------------------------------------- */

#define HAS_ANSWERED(trainee)                                                                                                        \
  "(EXISTS (SELECT 1 FROM participation WHERE questionnaire_id = $questionnaire AND trainee_id = " trainee                           \
  " AND rater = $rater AND wave = $wave)"                                                                                            \
  " OR EXISTS (SELECT 1 FROM response WHERE questionnaire_id = $questionnaire AND trainee_id = " trainee                             \
  " AND coalesce (rater, '') = $rater AND wave = $wave))"

/* How many forms somebody has of a role; a list of who has answered counts as one. */
#define N_FORMS(role)                                                                                                                \
  "(SELECT count (*) FROM response WHERE questionnaire_id = $questionnaire AND trainee_id = t.id AND rater = '" role "' AND wave = $wave)" \
  " + EXISTS (SELECT 1 FROM participation WHERE questionnaire_id = $questionnaire AND trainee_id = t.id AND rater = '" role "'"      \
  " AND wave = $wave)"

static void
bind_answering (FfStatement *statement, FfRaterRole role, int wave)
{
  const char *key = ff_rater_role_to_key (role);

  ff_statement_bind_text (statement, "$rater", key != NULL ? key : "");
  ff_statement_bind_int (statement, "$wave", wave);
}

void
ff_asked_free (FfAsked *asked)
{
  if (asked == NULL)
    return;
  g_free (asked->employee_no);
  g_free (asked->name);
  g_free (asked->department);
  g_free (asked);
}

static gpointer
asked_from_row (FfStatement *row)
{
  FfAsked *asked = g_new0 (FfAsked, 1);

  asked->enrolment_id = ff_statement_get_int (row, 0);
  asked->trainee_id = ff_statement_get_int (row, 1);
  asked->employee_no = ff_statement_dup_text (row, 2);
  asked->name = ff_statement_dup_text (row, 3);
  asked->department = ff_statement_dup_text (row, 4);
  asked->answered = ff_statement_get_int (row, 5) != 0;
  for (int role = FF_RATER_ROLE_SELF; role < FF_N_RATER_ROLES; role++)
    asked->forms[role] = (guint) ff_statement_get_int (row, 5 + role);
  return asked;
}

GPtrArray *
ff_response_store_list_asked (FfDb *db, gint64 questionnaire_id, FfRaterRole role, int wave, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (
      db,
      "SELECT e.id, t.id, t.employee_no, t.name, d.path, " HAS_ANSWERED ("t.id") ", " N_FORMS ("self") ", " N_FORMS ("supervisor") ", "
      N_FORMS ("peer") " FROM questionnaire AS q"
      " JOIN enrolment AS e ON e.run_id = q.run_id AND e.status = 'enrolled' JOIN trainee AS t ON t.id = e.trainee_id"
      " LEFT JOIN department AS d ON d.id = e.department_id WHERE q.id = $questionnaire"
      " AND NOT EXISTS (SELECT 1 FROM level_exclusion AS x WHERE x.enrolment_id = e.id AND x.level = q.level) ORDER BY t.employee_no",
      questionnaire_id, error);

  if (statement == NULL)
    return NULL;
  bind_answering (statement, role, wave);
  return ff_rows_list (statement, asked_from_row, (GDestroyNotify) ff_asked_free, error);
}

int
ff_response_store_has_answered (FfDb *db, gint64 questionnaire_id, gint64 trainee_id, FfRaterRole role, int wave, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (db, "SELECT " HAS_ANSWERED ("$trainee"), questionnaire_id, error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$trainee", trainee_id);
  bind_answering (statement, role, wave);
  return (int) ff_rows_get_id (statement, error);
}

int
ff_response_store_may_answer (FfDb *db, gint64 questionnaire_id, gint64 trainee_id, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (
      db, "SELECT run_id IS NULL OR EXISTS (SELECT 1 FROM enrolment WHERE run_id = questionnaire.run_id AND trainee_id = $trainee)"
          " FROM questionnaire WHERE id = $questionnaire",
      questionnaire_id, error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$trainee", trainee_id);
  return (int) ff_rows_get_id (statement, error);
}

gint64
ff_response_store_get_revision (FfDb *db, gint64 questionnaire_id, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (
      db, "SELECT revision FROM anonymous_revision WHERE questionnaire_id = $questionnaire", questionnaire_id, error);

  return statement != NULL ? ff_rows_get_id (statement, error) : -1;
}

gint64
ff_response_store_get_revisions (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT coalesce (sum (revision), 0) FROM anonymous_revision", error);

  return statement != NULL ? ff_rows_get_id (statement, error) : -1;
}
