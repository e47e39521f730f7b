/* Paper forms are typed with real keys: what each key means, that whole piles come out as they were typed, and the sample that is typed again. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-evaluation-plan.h"
#include "ff-form-draft.h"
#include "ff-form-entry-window.h"
#include "ff-questionnaires.h"
#include "ff-responses.h"
#include "workspace-support.h"

#define N_RATINGS 10
#define N_FORMS 10

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  gint64 anonymous;
  gint64 named;
  gint64 wordy;
  gint64 observed;
  FfFormEntryWindow *window; /* NULL once it has closed */
} Fixture;

/* A rating and a text. */
static FfQuestionnaire *
wordy_new (void)
{
  FfQuestionnaire *questionnaire = ff_questionnaire_new ("wordy", "Words");
  FfDimension *dimension = ff_questionnaire_add_dimension (questionnaire, "d", "All");

  questionnaire->anonymous = TRUE;
  ff_dimension_add_question (dimension, "q1", FF_QUESTION_RATING, "q1");
  ff_dimension_add_question (dimension, "q2", FF_QUESTION_TEXT, "What should change?");
  return questionnaire;
}

/* Ten ratings, a recommendation from 0 to 10, and a choice. */
static FfQuestionnaire *
questionnaire_new (const char *key, gboolean anonymous)
{
  FfQuestionnaire *questionnaire = ff_questionnaire_new (key, "Reaction");
  FfDimension *dimension = ff_questionnaire_add_dimension (questionnaire, "d", "All");
  FfQuestion *choice;

  questionnaire->anonymous = anonymous;
  for (int i = 1; i <= N_RATINGS; i++)
    {
      g_autofree char *question = g_strdup_printf ("q%d", i);

      ff_dimension_add_question (dimension, question, FF_QUESTION_RATING, question);
    }
  ff_dimension_add_question (dimension, "nps", FF_QUESTION_NPS, "Would you recommend it?");
  choice = ff_dimension_add_question (dimension, "best", FF_QUESTION_CHOICE, "What was best?");
  g_ptr_array_add (choice->options, g_strdup ("Cases"));
  g_ptr_array_add (choice->options, g_strdup ("Role play"));
  return questionnaire;
}

/* One rating of somebody, in a look at behaviour. */
static gint64
put_observation (FfDb *db, gint64 run_id)
{
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_new ("observed", "Behaviour");

  questionnaire->kind = FF_QUESTIONNAIRE_OBSERVATION;
  questionnaire->level = 3;
  ff_dimension_add_question (ff_questionnaire_add_dimension (questionnaire, "d", "All"), "q1", FF_QUESTION_RATING, "q1");
  g_assert_cmpint (ff_questionnaires_put (db, ff_owner_run (run_id), questionnaire, NULL), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_waves_put (db, run_id, 0, &(FfWaveDraft) { .days = "60" }, NULL, NULL), ==, FF_PUT_NEW);
  return questionnaire->id;
}

static gint64
put (FfDb *db, gint64 run_id, const char *key, gboolean anonymous)
{
  g_autoptr (FfQuestionnaire) questionnaire = questionnaire_new (key, anonymous);

  g_assert_cmpint (ff_questionnaires_put (db, ff_owner_run (run_id), questionnaire, NULL), ==, FF_PUT_NEW);
  return questionnaire->id;
}

/* Keys --------------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *keys; /* '<' goes back, '.' is Enter */
  const char *said; /* the answers, '-' for none */
  guint place;
  FfFormTaken last;
} keys[] = {
  { "", "- - - - - - - - - - - -", 0, FF_FORM_UNUSED },
  { "54", "5 4 - - - - - - - - - -", 2, FF_FORM_TAKEN },
  { "56", "5 - - - - - - - - - - -", 1, FF_FORM_WRONG },
  { "50", "5 - - - - - - - - - - -", 1, FF_FORM_WRONG },
  { "5 4", "5 - 4 - - - - - - - - -", 3, FF_FORM_TAKEN },
  { "5.4", "5 - 4 - - - - - - - - -", 3, FF_FORM_TAKEN },
  { "54<3", "5 3 - - - - - - - - - -", 2, FF_FORM_TAKEN },
  { "54< ", "5 - - - - - - - - - - -", 2, FF_FORM_TAKEN },
  { "54<.", "5 4 - - - - - - - - - -", 2, FF_FORM_TAKEN },
  { "<", "- - - - - - - - - - - -", 0, FF_FORM_UNUSED },
  { "x", "- - - - - - - - - - - -", 0, FF_FORM_UNUSED },
  { "55555555559", "5 5 5 5 5 5 5 5 5 5 9 -", 11, FF_FORM_TAKEN },
  { "55555555550", "5 5 5 5 5 5 5 5 5 5 0 -", 11, FF_FORM_TAKEN },
  { "55555555551", "5 5 5 5 5 5 5 5 5 5 - -", 10, FF_FORM_TAKEN },
  { "555555555510", "5 5 5 5 5 5 5 5 5 5 10 -", 11, FF_FORM_TAKEN },
  { "55555555551.", "5 5 5 5 5 5 5 5 5 5 1 -", 11, FF_FORM_TAKEN },
  { "55555555551<9", "5 5 5 5 5 5 5 5 5 5 9 -", 11, FF_FORM_TAKEN },
  { "55555555558b", "5 5 5 5 5 5 5 5 5 5 8 B", 12, FF_FORM_COMPLETE },
  { "55555555558B", "5 5 5 5 5 5 5 5 5 5 8 B", 12, FF_FORM_COMPLETE },
  { "555555555581", "5 5 5 5 5 5 5 5 5 5 8 A", 12, FF_FORM_COMPLETE },
  { "55555555558c", "5 5 5 5 5 5 5 5 5 5 8 -", 11, FF_FORM_WRONG },
  { "            ", "- - - - - - - - - - - -", 12, FF_FORM_COMPLETE },
};

static void
test_draft (void)
{
  g_autoptr (FfQuestionnaire) questionnaire = questionnaire_new ("r", TRUE);
  gint64 id = 0;

  for (guint j = 0; j < N_RATINGS + 2; j++)
    ((FfQuestion *) g_ptr_array_index (ff_questionnaire_get_dimension (questionnaire, 0)->questions, j))->id = ++id;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (FfFormDraft) draft = ff_form_draft_new (questionnaire);
      const GArray *places = ff_form_draft_get_places (draft);
      g_autoptr (GString) said = g_string_new (NULL);
      FfFormTaken last = FF_FORM_UNUSED;

      g_test_message ("“%s”", keys[i].keys);
      for (const char *key = keys[i].keys; *key != '\0'; key++)
        last = ff_form_draft_key (draft, *key == '<' ? FF_FORM_BACK : *key == '.' ? FF_FORM_ON : (gunichar) *key);
      for (guint n = 0; n < places->len; n++)
        {
          g_autofree char *answer = ff_form_answer_say (&g_array_index (places, FfAnswerColumn, n), ff_form_draft_get_response (draft));

          g_string_append_printf (said, "%s%s", n > 0 ? " " : "", *answer != '\0' ? answer : "-");
        }
      g_assert_cmpstr (said->str, ==, keys[i].said);
      g_assert_cmpuint (ff_form_draft_get_place (draft), ==, keys[i].place);
      g_assert_cmpint (last, ==, keys[i].last);
    }
}

/* A "1" that waits for the 0 of 10 on the last question is an answer when the next form begins. */
static void
test_last (void)
{
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_new ("n", "Recommend");
  g_autoptr (FfFormDraft) draft = NULL;

  ff_dimension_add_question (ff_questionnaire_add_dimension (questionnaire, "d", "All"), "q", FF_QUESTION_NPS, "Recommend?")->id = 1;
  draft = ff_form_draft_new (questionnaire);
  g_assert_cmpint (ff_form_draft_key (draft, '1'), ==, FF_FORM_TAKEN);
  g_assert_cmpint (ff_form_draft_key (draft, '7'), ==, FF_FORM_COMPLETE_BEFORE);
  g_assert_cmpint (ff_response_find (ff_form_draft_get_response (draft), 1, FF_PART_WHOLE)->value, ==, 1);
}

/* The window ----------------------------------------------------------------------------------------------------------- */

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (FfQuestionnaire) wordy = wordy_new ();

  class_fill (db);
  self->run_id = class_make (db);
  self->anonymous = put (db, self->run_id, "reaction", TRUE);
  self->named = put (db, self->run_id, "named", FALSE);
  g_assert_cmpint (ff_questionnaires_put (db, ff_owner_run (self->run_id), wordy, NULL), ==, FF_PUT_NEW);
  self->wordy = wordy->id;
  self->observed = put_observation (db, self->run_id);
  return TRUE;
}

static gboolean
filled (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  return TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  workspace_set_up (&self->base, NULL);
  ff_workspace_run (self->base.workspace, "Fill", fill, filled, self, NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
  self->window = ff_form_entry_window_open (self->base.parent, self->base.workspace,
                                            g_strcmp0 (data, "named") == 0   ? self->named
                                            : g_strcmp0 (data, "wordy") == 0 ? self->wordy
                                            : g_strcmp0 (data, "observed") == 0 ? self->observed
                                                                             : self->anonymous);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  WAIT_UNTIL (gtk_window_is_active (GTK_WINDOW (self->window)));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  WAIT_UNTIL (self->window == NULL);
  workspace_tear_down (&self->base, data);
}

static void
on_exited (GObject *process, GAsyncResult *result, gpointer exited)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  *(gboolean *) exited = TRUE;
}

static void
press (const char *names)
{
  g_autofree char *line = g_strdup_printf ("xdotool key --delay 8 %s", names);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocess) process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_NONE, NULL);
  gboolean exited = FALSE;

  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, on_exited, &exited);
  WAIT_UNTIL (exited);
}

static gboolean
can_press (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program == NULL)
    g_test_skip ("xdotool is not installed");
  return program != NULL;
}

static guint
count_forms (Fixture *self, gint64 questionnaire_id)
{
  FfFormCounts counts;

  g_assert_true (ff_response_store_count_forms (ff_workspace_get_reader (self->base.workspace), questionnaire_id, &counts, NULL));
  return counts.returned;
}

/* What stands in a form, as its keys. */
static char *
describe (const FfQuestionnaire *questionnaire, const FfResponse *response)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_RATINGS + 2; i++)
    {
      const FfAnswerColumn column = { ff_dimension_get_question (ff_questionnaire_get_dimension (questionnaire, 0), i), FF_PART_WHOLE };
      g_autofree char *answer = ff_form_answer_say (&column, response);

      g_string_append (text, *answer != '\0' ? answer : "-");
    }
  return g_string_free (text, FALSE);
}

static gboolean
holds (Fixture *self, gint64 questionnaire_id, const char *expected)
{
  FfDb *db = ff_workspace_get_reader (self->base.workspace);
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_store_read (db, questionnaire_id, NULL, NULL);
  g_autoptr (GPtrArray) responses = ff_response_store_list (db, questionnaire_id, FALSE, NULL);

  for (guint i = 0; i < responses->len; i++)
    {
      g_autofree char *text = describe (questionnaire, g_ptr_array_index (responses, i));

      if (g_str_equal (text, expected))
        return TRUE;
    }
  return FALSE;
}

/* Ten forms of twelve questions, each another one; every one is kept, exactly. */
static void
test_pile (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260922);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) typed = g_string_new (NULL);
  gint64 begun;

  if (!can_press ())
    return;
  for (int form = 0; form < N_FORMS; form++)
    {
      GString *text = g_string_new (NULL);

      for (int i = 0; i < N_RATINGS; i++)
        {
          int rating = g_rand_int_range (rand, 0, 6);

          g_string_append_printf (text, "%c", rating == 0 ? '-' : '0' + rating);
          g_string_append_printf (typed, "%s%s", typed->len > 0 ? " " : "", rating == 0 ? "space" : (char[]) { (char) ('0' + rating), '\0' });
        }
      g_string_append_printf (text, "%d%c", form + 1, 'A' + form % 2);
      if (form + 1 == 10)
        g_string_append_printf (typed, " 1 0 %c", 'a' + form % 2);
      else
        g_string_append_printf (typed, " %d%s %c", form + 1, form == 0 ? " Return" : "", 'a' + form % 2);
      g_ptr_array_add (expected, g_string_free (text, FALSE));
    }
  begun = g_get_monotonic_time ();
  press (typed->str);
  WAIT_UNTIL (count_forms (self, self->anonymous) == N_FORMS);
  g_test_message ("%.2f s a form", (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC / N_FORMS);
  for (guint i = 0; i < expected->len; i++)
    g_assert_true (holds (self, self->anonymous, g_ptr_array_index (expected, i)));
  g_assert_null (g_strrstr (ff_workspace_get_undo_label (self->base.workspace), "form"));
}

/* A form of before is corrected, another one marked as invalid. */
static void
test_correct (Fixture *self, gconstpointer data)
{
  FfFormCounts counts = { 0 };

  if (!can_press ())
    return;
  press ("5 5 5 5 5 5 5 5 5 5 9 a");
  WAIT_UNTIL (holds (self, self->anonymous, "55555555559A"));
  press ("Prior");
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", "Correcting form 1") != NULL);
  press ("4 Return Return Return Return Return Return Return Return Return 8 b");
  WAIT_UNTIL (holds (self, self->anonymous, "45555555558B"));
  g_assert_cmpuint (count_forms (self, self->anonymous), ==, 1);
  press ("Prior");
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", "Correcting form 1") != NULL);
  press ("ctrl+i");
  WAIT_UNTIL (ff_response_store_count_forms (ff_workspace_get_reader (self->base.workspace), self->anonymous, &counts, NULL) && counts.invalid == 1);
}

/* Three forms are typed again; one answer differs, and the second is right. */
static void
test_again (Fixture *self, gconstpointer data)
{
  FfEntryCheck check = { 0 };

  if (!can_press ())
    return;
  press ("5 5 5 5 5 5 5 5 5 5 9 a 4 4 4 4 4 4 4 4 4 4 8 b 3 3 3 3 3 3 3 3 3 3 7 a");
  WAIT_UNTIL (count_forms (self, self->anonymous) == 3);
  press ("alt+t");
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", "Form 1 of the pile again (1 of 3)") != NULL);
  press ("5 5 5 5 5 5 5 5 5 5 9 a 4 4 4 4 4 4 4 4 4 2 8 b");
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", "q10") != NULL);
  press ("2");
  WAIT_UNTIL (holds (self, self->anonymous, "44444444428B"));
  press ("3 3 3 3 3 3 3 3 3 3 7 a");
  WAIT_UNTIL (ff_entry_check_store_read (ff_workspace_get_reader (self->base.workspace), self->anonymous, &check, NULL) && check.forms == 3);
  g_assert_cmpint (check.answers, ==, 36);
  g_assert_cmpint (check.differing, ==, 1);
}

/* With names: a person first, by number or by a part of the name; a second form of the same person changes the first. */
static void
test_named (Fixture *self, gconstpointer data)
{
  if (!can_press ())
    return;
  press ("e 0 0 2 Return 5 5 5 5 5 5 5 5 5 5 9 a");
  WAIT_UNTIL (count_forms (self, self->named) == 1);
  g_assert_cmpint (ff_response_store_has_answered (ff_workspace_get_reader (self->base.workspace), self->named,
                                                   class_trainee (ff_workspace_get_reader (self->base.workspace), "E002"), FF_RATER_ROLE_NONE, 1, NULL),
                   ==, 1);
  press ("Return 4 4 4 4 4 4 4 4 4 4 8 b");
  WAIT_UNTIL (count_forms (self, self->named) == 2);
  press ("e 0 0 2 Return 3 3 3 3 3 3 3 3 3 3 7 a");
  WAIT_UNTIL (holds (self, self->named, "33333333337A"));
  g_assert_cmpuint (count_forms (self, self->named), ==, 2);
}

/* A text is typed, Enter ends it and the form, and the next form begins at its first question. */
static void
test_words (Fixture *self, gconstpointer data)
{
  FfDb *db = ff_workspace_get_reader (self->base.workspace);
  g_autoptr (GPtrArray) responses = NULL;

  if (!can_press ())
    return;
  press ("5 o k Return 3 n o BackSpace Return 2 Return");
  WAIT_UNTIL (count_forms (self, self->wordy) == 3);
  responses = ff_response_store_list (db, self->wordy, FALSE, NULL);
  for (guint i = 0; i < responses->len; i++)
    {
      const FfResponse *response = g_ptr_array_index (responses, i);
      const FfAnswer *rating = &g_array_index (response->answers, FfAnswer, 0);
      const FfAnswer *text = response->answers->len > 1 ? &g_array_index (response->answers, FfAnswer, 1) : NULL;

      g_assert_cmpstr (text != NULL ? text->text : "", ==, rating->value == 5 ? "ok" : rating->value == 3 ? "n" : "");
    }
}

/* "2 E002 peer Wang 3; …": all forms of the observation, in the order of their ids. */
static char *
list_observed (Fixture *self)
{
  g_autoptr (GPtrArray) responses = ff_response_store_list (ff_workspace_get_reader (self->base.workspace), self->observed, FALSE, NULL);
  gint64 second = class_trainee (ff_workspace_get_reader (self->base.workspace), "E002");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < responses->len; i++)
    {
      const FfResponse *response = g_ptr_array_index (responses, i);

      g_string_append_printf (text, "%s%d %s %s %s%s%d", i > 0 ? "; " : "", response->wave, response->trainee_id == second ? "E002" : "other",
                              ff_rater_role_to_key (response->role), response->rater_name, *response->rater_name != '\0' ? " " : "",
                              (int) g_array_index (response->answers, FfAnswer, 0).value);
    }
  return g_string_free (text, FALSE);
}

static gboolean
observes (Fixture *self, const char *expected)
{
  g_autofree char *text = list_observed (self);

  return g_str_equal (text, expected);
}

/* Himself, his supervisor and two peers rate one person: four forms, none of which another one overwrites. */
static void
test_raters (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) asked = NULL;

  if (!can_press ())
    return;
  press ("e 0 0 2 Return s 5 e 0 0 2 Return u 4 e 0 0 2 Return p w Return 3 e 0 0 2 Return p l Return 2");
  WAIT_UNTIL (observes (self, "2 E002 self 5; 2 E002 supervisor 4; 2 E002 peer w 3; 2 E002 peer l 2"));
  press ("e 0 0 2 Return u 1");
  WAIT_UNTIL (observes (self, "2 E002 self 5; 2 E002 supervisor 1; 2 E002 peer w 3; 2 E002 peer l 2"));
  asked = ff_response_store_list_asked (ff_workspace_get_reader (self->base.workspace), self->observed, FF_RATER_ROLE_SELF, 2, NULL);
  for (guint i = 0; i < asked->len; i++)
    {
      const FfAsked *somebody = g_ptr_array_index (asked, i);
      gboolean rated = g_str_equal (somebody->employee_no, "E002");

      g_assert_cmpuint (somebody->forms[FF_RATER_ROLE_SELF], ==, rated ? 1 : 0);
      g_assert_cmpuint (somebody->forms[FF_RATER_ROLE_SUPERVISOR], ==, rated ? 1 : 0);
      g_assert_cmpuint (somebody->forms[FF_RATER_ROLE_PEER], ==, rated ? 2 : 0);
    }
}

/* A second peer without a name does not change the first one's form unless Enter says so twice. */
static void
test_nameless_peers (Fixture *self, gconstpointer data)
{
  if (!can_press ())
    return;
  press ("e 0 0 2 Return p Return 5");
  WAIT_UNTIL (observes (self, "2 E002 peer 5"));
  press ("e 0 0 2 Return p Return w Return 4");
  WAIT_UNTIL (observes (self, "2 E002 peer 5; 2 E002 peer w 4"));
  press ("e 0 0 2 Return p Return Return 3");
  WAIT_UNTIL (observes (self, "2 E002 peer 3; 2 E002 peer w 4"));
}

/* The look that is due is chosen; without a rater a form goes nowhere, and a wrong rater is corrected. */
static void
test_look (Fixture *self, gconstpointer data)
{
  if (!can_press ())
    return;
  press ("e 0 0 2 Return x Return s 5");
  WAIT_UNTIL (observes (self, "2 E002 self 5"));
  press ("Prior");
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", "Correcting form 1") != NULL);
  press ("BackSpace u 5");
  WAIT_UNTIL (observes (self, "2 E002 supervisor 5"));
}

int
main (int argc, char *argv[])
{
  /* Sixty days after the end of the class. */
  g_setenv ("FOURFOLD_NOW", "2026-11-22T08:00", TRUE);
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/form-entry/draft", test_draft);
  g_test_add_func ("/form-entry/last", test_last);
  g_test_add ("/form-entry/pile", Fixture, NULL, set_up, test_pile, tear_down);
  g_test_add ("/form-entry/correct", Fixture, NULL, set_up, test_correct, tear_down);
  g_test_add ("/form-entry/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/form-entry/words", Fixture, "wordy", set_up, test_words, tear_down);
  g_test_add ("/form-entry/named", Fixture, "named", set_up, test_named, tear_down);
  g_test_add ("/form-entry/raters", Fixture, "observed", set_up, test_raters, tear_down);
  g_test_add ("/form-entry/nameless-peers", Fixture, "observed", set_up, test_nameless_peers, tear_down);
  g_test_add ("/form-entry/look", Fixture, "observed", set_up, test_look, tear_down);
  return g_test_run ();
}
