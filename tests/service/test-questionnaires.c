/* Questionnaires as they are put, mended, copied and divided, and what answers hold fast. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-courses.h"
#include "ff-evaluations.h"
#include "ff-questionnaire-edit.h"

#define LIBRARY FF_OWNER_INIT (FF_OWNER_NONE, 0)

static GPtrArray *
make_texts (const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "|", -1);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; split[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (split[i]));
  return texts;
}

static FfDimension *
dimension_at (FfQuestionnaire *questionnaire, guint index)
{
  return g_ptr_array_index (questionnaire->dimensions, index);
}

static FfQuestion *
question_at (FfQuestionnaire *questionnaire, guint dimension, guint index)
{
  return g_ptr_array_index (dimension_at (questionnaire, dimension)->questions, index);
}

/* content: q1 and q2 are rated; trainer: q3 rated, q4 chosen. */
static FfQuestionnaire *
make (void)
{
  FfQuestionnaire *questionnaire = ff_questionnaire_new ("reaction", "Reaction");
  FfDimension *content = ff_questionnaire_add_dimension (questionnaire, "content", "Content");
  FfDimension *trainer = ff_questionnaire_add_dimension (questionnaire, "trainer", "Trainer");
  g_autoptr (GPtrArray) options = make_texts ("Fast|Slow");
  FfQuestion *choice;

  questionnaire->level = 1;
  questionnaire->target = 45000;
  ff_translations_set (questionnaire->translations, "zh_CN", "反应", NULL, "请回答");
  trainer->about = FF_ABOUT_TRAINER;
  ff_translations_set (trainer->translations, "zh_CN", "讲师", NULL, NULL);
  ff_dimension_add_question (content, NULL, FF_QUESTION_RATING, "Clear?");
  ff_dimension_add_question (content, NULL, FF_QUESTION_RATING, "Useful?");
  ff_dimension_add_question (trainer, NULL, FF_QUESTION_RATING, "Lively?");
  choice = ff_dimension_add_question (trainer, NULL, FF_QUESTION_CHOICE, "How?");
  g_ptr_array_unref (choice->options);
  choice->options = g_steal_pointer (&options);
  return questionnaire;
}

static gint64
put (FfDb *db, FfOwner owner, FfQuestionnaire *questionnaire, FfPut expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (ff_questionnaires_put (db, owner, questionnaire, &error), ==, expected);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  return questionnaire->id;
}

static void
undo (FfDb *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_undo (db, &error));
  g_assert_no_error (error);
}

static void
assert_refused (FfDb *db, FfQuestionnaire *questionnaire, FfError code, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (ff_questionnaires_put (db, LIBRARY, questionnaire, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, code, field);
}

static FfQuestionnaire *
read_back (FfDb *db, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FfQuestionnaire *questionnaire = ff_questionnaires_read (db, id, NULL, &error);

  g_assert_no_error (error);
  return questionnaire;
}

/* "content(q1 q2) trainer(q3 q4)" */
static void
assert_form (FfDb *db, gint64 id, const char *expected)
{
  g_autoptr (FfQuestionnaire) questionnaire = read_back (db, id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      g_string_append_printf (text, "%s%s(", i > 0 ? " " : "", dimension_at (questionnaire, i)->key);
      for (guint j = 0; j < dimension_at (questionnaire, i)->questions->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " " : "", question_at (questionnaire, i, j)->key);
      g_string_append_c (text, ')');
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_put (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (FfQuestionnaire) read = NULL;
  gint64 id = put (fixture->db, LIBRARY, questionnaire, FF_PUT_NEW);
  gint64 number;

  assert_form (fixture->db, id, "content(q1 q2) trainer(q3 q4)");
  read = read_back (fixture->db, id);
  g_assert_cmpstr (ff_questionnaire_title_in (read, "zh_CN"), ==, "反应");
  g_assert_cmpstr (ff_dimension_title_in (dimension_at (read, 1), "zh_CN"), ==, "讲师");
  g_assert_cmpint (dimension_at (read, 1)->about, ==, FF_ABOUT_TRAINER);
  g_assert_cmpint (read->target, ==, 45000);
  g_assert_cmpuint (question_at (read, 1, 1)->options->len, ==, 2);

  /* The same again leaves the journal alone. */
  number = ff_db_journal_number (fixture->db);
  put (fixture->db, LIBRARY, read, FF_PUT_SAME);
  g_assert_cmpint (ff_db_journal_number (fixture->db), ==, number);

  /* A question moves to another dimension, two exchange their keys, a dimension goes with a question, one is new. */
  {
    FfDimension *added;

    g_ptr_array_insert (dimension_at (read, 0)->questions, 0, g_ptr_array_steal_index (dimension_at (read, 1)->questions, 1));
    question_at (read, 0, 1)->key[1] = '2';
    question_at (read, 0, 2)->key[1] = '1';
    g_ptr_array_remove_index (read->dimensions, 1);
    added = ff_questionnaire_add_dimension (read, "trainer", "Another");
    ff_dimension_add_question (added, "q3", FF_QUESTION_NPS, NULL);
    added->id = 0;
    put (fixture->db, LIBRARY, read, FF_PUT_CHANGED);
    assert_form (fixture->db, id, "content(q4 q2 q1) trainer(q3)");
  }
  undo (fixture->db);
  assert_form (fixture->db, id, "content(q1 q2) trainer(q3 q4)");
  class_assert_sound (fixture->db);
}

static void
test_conflict (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (FfQuestionnaire) twin = make ();
  g_autoptr (FfQuestionnaire) old = NULL;

  put (fixture->db, LIBRARY, questionnaire, FF_PUT_NEW);
  assert_refused (fixture->db, twin, FF_ERROR_EXISTS, "key");
  old = read_back (fixture->db, questionnaire->id);
  questionnaire->level = 3;
  put (fixture->db, LIBRARY, questionnaire, FF_PUT_CHANGED);
  old->level = 2;
  assert_refused (fixture->db, old, FF_ERROR_CONFLICT, NULL);
}

/* What answers rest on ------------------------------------------------------------------------------------------------------ */

static void
change_text (FfQuestionnaire *questionnaire)
{
  question_at (questionnaire, 0, 0)->title[0] = 'K';
  ff_translations_set (question_at (questionnaire, 0, 0)->translations, "zh_TW", "清楚？", NULL, NULL);
}

static void
change_order (FfQuestionnaire *questionnaire)
{
  g_ptr_array_insert (dimension_at (questionnaire, 0)->questions, 0, g_ptr_array_steal_index (dimension_at (questionnaire, 0)->questions, 1));
}

static void
change_option (FfQuestionnaire *questionnaire)
{
  g_ptr_array_add (question_at (questionnaire, 1, 1)->options, g_strdup ("Right"));
}

static void
remove_unanswered (FfQuestionnaire *questionnaire)
{
  g_ptr_array_remove_index (dimension_at (questionnaire, 0)->questions, 1);
}

static void
remove_answered (FfQuestionnaire *questionnaire)
{
  g_ptr_array_remove_index (dimension_at (questionnaire, 0)->questions, 0);
}

static void
change_kind (FfQuestionnaire *questionnaire)
{
  question_at (questionnaire, 0, 0)->kind = FF_QUESTION_NPS;
}

static void
drop_option (FfQuestionnaire *questionnaire)
{
  FfQuestion *choice = question_at (questionnaire, 1, 1);

  choice->kind = FF_QUESTION_TEXT;
  g_ptr_array_set_size (choice->options, 0);
}

static void
change_scale (FfQuestionnaire *questionnaire)
{
  questionnaire->scale_max = 7;
}

static void
change_anonymous (FfQuestionnaire *questionnaire)
{
  questionnaire->anonymous = TRUE;
}

static void
change_whole_kind (FfQuestionnaire *questionnaire)
{
  questionnaire->kind = FF_QUESTIONNAIRE_CSI;
}

static void
change_target (FfQuestionnaire *questionnaire)
{
  questionnaire->target = 40000;
}

static void
test_answered (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    void (*change) (FfQuestionnaire *questionnaire);
    const char *field; /* NULL: it may be */
  } cases[] = {
    { "a text", change_text, NULL },
    { "the order", change_order, NULL },
    { "one more option", change_option, NULL },
    { "the target", change_target, NULL },
    { "a question that nobody answered goes", remove_unanswered, NULL },
    { "an answered one goes", remove_answered, "question" },
    { "an answered one becomes another kind", change_kind, "question" },
    { "an answered choice loses its options", drop_option, "question" },
    { "the scale", change_scale, "scale" },
    { "without names from now on", change_anonymous, "anonymous" },
    { "another kind of questionnaire", change_whole_kind, "kind" },
  };
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  gint64 id = put (fixture->db, LIBRARY, questionnaire, FF_PUT_NEW);

  {
    g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", NULL);

    store_exec (fixture->db, "INSERT INTO response (questionnaire_id) SELECT id FROM questionnaire WHERE key = 'reaction' AND course_id IS NULL");
    store_exec (fixture->db, "INSERT INTO answer (response_id, question_id, value) SELECT 1, id, 1 FROM question WHERE key IN ('q1', 'q4')");
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), NULL));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfQuestionnaire) changed = read_back (fixture->db, id);

      g_test_message ("%s", cases[i].name);
      cases[i].change (changed);
      if (cases[i].field != NULL)
        {
          assert_refused (fixture->db, changed, FF_ERROR_INVALID, cases[i].field);
          continue;
        }
      put (fixture->db, LIBRARY, changed, FF_PUT_CHANGED);
      undo (fixture->db);
    }
}

/* Copies ------------------------------------------------------------------------------------------------------------------------ */

static gint64
copy (FfDb *db, gint64 id, FfOwner to, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  g_autoptr (FfQuestionnaire) questionnaire = read_back (db, id);
  gint64 new_id = ff_questionnaires_copy (db, questionnaire, to, title, &error);

  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  return new_id;
}

static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (FfQuestionnaire) second = NULL;
  g_autoptr (FfQuestionnaireRow) row = NULL;
  gint64 course_id = ff_courses_find (fixture->db, "CX-101", NULL);
  gint64 id = put (fixture->db, LIBRARY, questionnaire, FF_PUT_NEW);
  gint64 twin = copy (fixture->db, id, LIBRARY, "Reaction (copy)");
  gint64 of_course = copy (fixture->db, id, ff_owner_course (course_id), NULL);

  second = read_back (fixture->db, twin);
  g_assert_cmpstr (second->key, ==, "reaction_2");
  g_assert_cmpstr (ff_questionnaire_title_in (second, "zh_CN"), ==, "Reaction (copy)");
  g_assert_cmpstr (ff_questionnaire_intro_in (second, "zh_CN"), ==, "请回答");
  assert_form (fixture->db, twin, "content(q1 q2) trainer(q3 q4)");
  row = ff_questionnaire_store_read_row (fixture->db, of_course, NULL);
  g_assert_cmpstr (row->key, ==, "reaction");
  g_assert_cmpstr (row->owner_code, ==, "CX-101");
  g_assert_cmpint (row->questions, ==, 4);
}

/* A class takes what its course has, and keeps it when the course's becomes another. */
static void
test_class_copies (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (GArray) of_class = NULL;
  g_autoptr (GError) error = NULL;
  FfOwner course = ff_owner_course (ff_courses_find (fixture->db, "CX-101", NULL));
  FfEvaluation evaluation;
  gint64 run_id;

  put (fixture->db, course, questionnaire, FF_PUT_NEW);
  {
    g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", &error);
    const FfEvaluationDraft draft = { .learning_target = "85", .behaviour_days = "45", .results_days = "60" };

    g_assert_cmpint (ff_evaluations_put (fixture->db, course, &draft, &error), !=, FF_PUT_REFUSED);
    g_assert_no_error (error);
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  }
  run_id = class_make (fixture->db);
  of_class = ff_questionnaire_store_list_of (fixture->db, ff_owner_run (run_id), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_class->len, ==, 1);
  assert_form (fixture->db, g_array_index (of_class, gint64, 0), "content(q1 q2) trainer(q3 q4)");
  g_assert_true (ff_evaluation_store_read (fixture->db, ff_owner_run (run_id), &evaluation, &error));
  g_assert_cmpint (evaluation.learning_target, ==, 8500);
  g_assert_cmpint (evaluation.behaviour_days, ==, 45);
  g_assert_cmpint (evaluation.applied_target, ==, 8500);
  g_assert_cmpint (evaluation.results_days, ==, 60);
}

static void
test_split (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (FfQuestionnaire) divided = NULL;
  g_autoptr (GError) error = NULL;
  gint64 run_id = class_make (fixture->db);
  gint64 id = put (fixture->db, ff_owner_run (run_id), questionnaire, FF_PUT_NEW);
  FfBatch *batch = ff_batch_begin (fixture->db, "Test", NULL);

  g_assert_cmpuint (ff_questionnaires_split (fixture->db, id, dimension_at (questionnaire, 1)->id, &error), ==, 0);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  store_exec (fixture->db, "INSERT INTO trainer (name, search_key, sort_key) VALUES ('Ann', '', ''), ('Bob', '', '')");
  store_exec (fixture->db, "INSERT INTO session_trainer (session_id, trainer_id) SELECT session.id, trainer.id FROM session, trainer"
                           " WHERE session.key = CASE trainer.name WHEN 'Ann' THEN 'S2' ELSE 'S1' END");
  g_assert_cmpuint (ff_questionnaires_split (fixture->db, id, dimension_at (questionnaire, 0)->id, &error), ==, 0);
  class_assert_refused (&error, FF_ERROR_INVALID, "about");
  g_assert_cmpuint (ff_questionnaires_split (fixture->db, id, dimension_at (questionnaire, 1)->id, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (batch, &error));
  assert_form (fixture->db, id, "content(q1 q2) trainer(q3 q4) trainer_2(q3_2 q4_2)");
  divided = read_back (fixture->db, id);
  g_assert_cmpstr (dimension_at (divided, 1)->title, ==, "Trainer: Bob");
  g_assert_cmpstr (ff_dimension_title_in (dimension_at (divided, 2), "zh_CN"), ==, "讲师: Ann");
  g_assert_cmpint (dimension_at (divided, 1)->trainer_id, !=, dimension_at (divided, 2)->trainer_id);
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FfQuestionnaireQuery query;
    guint n;
  } cases[] = {
    { "all", { .kind = -1 }, 3 },
    { "of the library", { .kind = -1, .place = FF_QUESTIONNAIRES_OF_LIBRARY }, 2 },
    { "of courses", { .kind = -1, .place = FF_QUESTIONNAIRES_OF_COURSES }, 1 },
    { "of classes", { .kind = -1, .place = FF_QUESTIONNAIRES_OF_CLASSES }, 0 },
    { "by title", { .search = "needs", .kind = -1 }, 1 },
    { "by a translated title", { .search = "fanying", .kind = -1 }, 2 },
    { "by the course", { .search = "CX-101", .kind = -1 }, 1 },
    { "by kind", { .kind = FF_QUESTIONNAIRE_NEEDS }, 1 },
    { "by level", { .kind = -1, .level = 1, .sort = FF_QUESTIONNAIRE_SORT_RESPONSES, .descending = TRUE }, 2 },
    { "by owner", { .kind = -1, .sort = FF_QUESTIONNAIRE_SORT_OWNER }, 3 },
  };
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (FfQuestionnaire) other = ff_questionnaire_new ("needs", "Needs of the desk");
  gint64 id = put (fixture->db, LIBRARY, questionnaire, FF_PUT_NEW);

  other->kind = FF_QUESTIONNAIRE_NEEDS;
  put (fixture->db, LIBRARY, other, FF_PUT_NEW);
  copy (fixture->db, id, ff_owner_course (ff_courses_find (fixture->db, "CX-101", NULL)), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = ff_questionnaire_store_list (fixture->db, &cases[i].query, &error);

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, cases[i].n);
    }
}

/* Piece by piece ---------------------------------------------------------------------------------------------------------------- */

/* What is typed or pasted into the line that adds questions: "kind title" of each that came of it. */
static void
test_add_questions (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
    int position;
    const char *titles; /* of the first dimension then, "Clear?" and "Useful?" being there */
  } cases[] = {
    { "one", "Worth it?", -1, "Clear? / Useful? / Worth it?" },
    { "several lines", "a\n\n b \n", -1, "Clear? / Useful? / a / b" },
    { "numbered ones", "1. a\n2、b\n３．c\n4) d", -1, "Clear? / Useful? / a / b / ３．c / d" },
    { "a year is no number", "2026 was good\n1.5 hours were enough", -1, "Clear? / Useful? / 2026 was good / 1.5 hours were enough" },
    { "in between", "a", 1, "Clear? / a / Useful?" },
    { "at the top", "a\nb", 0, "a / b / Clear? / Useful?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfQuestionnaire) questionnaire = make ();
      g_autoptr (FfQuestionnaire) read = NULL;
      g_autoptr (GString) titles = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      FfBatch *batch;
      gint64 id;

      g_test_message ("%s", cases[i].name);
      g_free (questionnaire->key);
      questionnaire->key = g_strdup_printf ("reaction%" G_GSIZE_FORMAT, i);
      id = put (fixture->db, LIBRARY, questionnaire, FF_PUT_NEW);
      batch = ff_batch_begin (fixture->db, "Test", NULL);
      g_assert_cmpuint (
          ff_questionnaire_edit_add_questions (fixture->db, dimension_at (questionnaire, 0)->id, cases[i].position, cases[i].text, &error), >, 0);
      g_assert_no_error (error);
      g_assert_true (ff_batch_commit (batch, NULL));
      read = read_back (fixture->db, id);
      for (guint j = 0; j < dimension_at (read, 0)->questions->len; j++)
        {
          g_string_append_printf (titles, "%s%s", j > 0 ? " / " : "", question_at (read, 0, j)->title);
          g_assert_cmpint (question_at (read, 0, j)->kind, ==, FF_QUESTION_RATING);
        }
      g_assert_cmpstr (titles->str, ==, cases[i].titles);
    }
}

static void
test_pieces (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfQuestionnaire) questionnaire = make ();
  g_autoptr (FfQuestionnaire) read = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = put (fixture->db, LIBRARY, questionnaire, FF_PUT_NEW);
  const FfTextOf of = { .questionnaire_id = id, .question_id = question_at (questionnaire, 1, 1)->id };
  FfBatch *batch = ff_batch_begin (fixture->db, "Test", NULL);
  FfDb *db = fixture->db;

  g_assert_true (ff_questionnaire_edit_move_question (db, question_at (questionnaire, 0, 1)->id, dimension_at (questionnaire, 1)->id, 0, &error));
  g_assert_true (ff_questionnaire_edit_move_dimension (db, dimension_at (questionnaire, 1)->id, 0, &error));
  g_assert_no_error (error);
  assert_form (db, id, "trainer(q2 q3 q4) content(q1)");
  g_assert_cmpint (ff_questionnaire_edit_translate (db, &of, "zh_CN", "怎样？", "快\n慢", NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_questionnaire_edit_translate (db, &of, "zh_CN", NULL, "快", NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_cmpint (ff_questionnaire_edit_put_dimension (db, id, 0, &(FfDimensionDraft) { .title = "More", .weight = "0.5" }, NULL, &error), ==,
                   FF_PUT_CHANGED);
  g_assert_cmpint (ff_questionnaire_edit_put_question (db, 0, of.question_id, &(FfQuestionDraft) { .kind = "text" }, NULL, &error), ==,
                   FF_PUT_CHANGED);
  g_assert_true (ff_questionnaire_edit_delete_question (db, question_at (questionnaire, 0, 0)->id, &error));
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (batch, NULL));
  assert_form (db, id, "trainer(q2 q3 q4) content() d1()");
  read = read_back (db, id);
  g_assert_cmpint (dimension_at (read, 2)->weight, ==, 5000);
  g_assert_cmpuint (question_at (read, 0, 2)->options->len, ==, 0);
  g_assert_cmpstr (ff_question_title_in (question_at (read, 0, 2), "zh_CN"), ==, "怎样？");
  class_assert_sound (db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/questionnaires/put", test_put);
  class_test_add ("/questionnaires/conflict", test_conflict);
  class_test_add ("/questionnaires/answered", test_answered);
  class_test_add ("/questionnaires/copy", test_copy);
  class_test_add ("/questionnaires/class-copies", test_class_copies);
  class_test_add ("/questionnaires/split", test_split);
  class_test_add ("/questionnaires/list", test_list);
  class_test_add ("/questionnaires/add-questions", test_add_questions);
  class_test_add ("/questionnaires/pieces", test_pieces);

  return g_test_run ();
}
