/* The sentences about the levels across classes, as tables: figures in, sentences out. */
#include "config.h"

#include <glib.h>
#include <math.h>

#include "ff-across-words.h"

#define X FF_UNDEFINED
#define N_ROWS 3

/* A class, the last to end first. */
typedef struct
{
  gint64 course;
  double value; /* of the level that is asked */
  FfMet met;
  int previous; /* -1: none */
} Class;

static char *
tell (const Class *classes, int level, guint met, guint known, guint overdue)
{
  FfResultsRow rows[N_ROWS] = { 0 };
  static const char *const courses[] = { "", "Key Accounts", "Team Leads", "Service" };
  g_autoptr (GPtrArray) pointers = g_ptr_array_new ();
  g_autoptr (GArray) due = g_array_new (FALSE, TRUE, sizeof (FfResultsDue));
  FfResults results = { .rows = pointers, .due = due };
  g_autoptr (GPtrArray) sentences = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_ROWS && classes[i].course != 0; i++)
    {
      rows[i] = (FfResultsRow){ .course_id = classes[i].course,
                                .course_title = (char *) courses[classes[i].course],
                                .previous = classes[i].previous >= 0 ? &rows[classes[i].previous] : NULL };
      for (guint j = 0; j < 4; j++)
        rows[i].levels[j] = (FfResultsCell){ .value = X, .target = X, .met = FF_MET_UNKNOWN };
      rows[i].levels[level - 1].value = classes[i].value;
      rows[i].levels[level - 1].met = classes[i].met;
      rows[i].levels[level - 1].state = classes[i].met == FF_MET_YES  ? FF_LEVEL_MET
                                        : classes[i].met == FF_MET_NO ? FF_LEVEL_MISSED
                                                                      : FF_LEVEL_PENDING;
      g_ptr_array_add (pointers, &rows[i]);
    }
  g_array_set_size (due, overdue + 1);
  for (guint i = 0; i < overdue; i++)
    g_array_index (due, FfResultsDue, i).overdue = TRUE;
  results.levels[level - 1] = (FfResultsShare){ .met = met, .known = known };

  sentences = ff_across_words (&results);
  for (guint i = 0; i < sentences->len; i++)
    {
      const FfAcrossSentence *sentence = g_ptr_array_index (sentences, i);

      g_string_append_printf (text, "%s%d %s", i > 0 ? " " : "", sentence->level, sentence->text);
    }
  return g_string_free (text, FALSE);
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *name;
    int level;
    guint met, known, overdue;
    Class classes[N_ROWS];
    const char *expected;
  } cases[] = {
    { "nothing is known", 1, 0, 0, 0, { { 0 } }, "0 Of no class it is known yet whether it met a target." },
    { "one class", 1, 1, 1, 0, { { 1, 4.6, FF_MET_YES, -1 } }, "1 Reaction met its target in 1 of 1 class." },
    { "the latest missed",
      1,
      1,
      2,
      0,
      { { 1, 4.38, FF_MET_NO, 1 }, { 1, 4.58, FF_MET_YES, -1 } },
      "1 Reaction met its target in 1 of 2 classes. 1 Missed in the latest class: Key Accounts. "
      "1 Key Accounts fell from 4.58 to 4.38 since the class before." },
    { "an earlier one missed, which is over",
      1,
      1,
      2,
      0,
      { { 1, 4.6, FF_MET_YES, 1 }, { 1, 4.4, FF_MET_NO, -1 } },
      "1 Reaction met its target in 1 of 2 classes. 1 Key Accounts rose from 4.40 to 4.60 since the class before." },
    { "a step that cannot be read is none",
      1,
      2,
      2,
      0,
      { { 1, 4.6001, FF_MET_YES, 1 }, { 1, 4.6, FF_MET_YES, -1 } },
      "1 Reaction met its target in 2 of 2 classes." },
    { "the class before is suppressed",
      1,
      1,
      1,
      0,
      { { 1, 4.6, FF_MET_YES, 1 }, { 1, X, FF_MET_UNKNOWN, -1 } },
      "1 Reaction met its target in 1 of 1 class." },
    { "a latest class that waits for plans is not held against the one before",
      3,
      0,
      1,
      0,
      { { 1, 0, FF_MET_UNKNOWN, 1 }, { 1, 86, FF_MET_NO, -1 } },
      "3 Behaviour met its targets in 0 of 1 class. 3 Missed in the latest class: Key Accounts." },
    { "two courses missed",
      2,
      0,
      2,
      0,
      { { 1, 70, FF_MET_NO, -1 }, { 2, 60, FF_MET_NO, -1 } },
      "2 Learning met its target in 0 of 2 classes. 2 Missed in the latest class: Key Accounts, Team Leads." },
    { "a latest class that is not known leaves the one before",
      3,
      0,
      1,
      0,
      { { 3, X, FF_MET_UNKNOWN, 1 }, { 3, 70, FF_MET_NO, -1 } },
      "3 Behaviour met its targets in 0 of 1 class. 3 Missed in the latest class: Service." },
    { "metrics differ from class to class, so no step",
      4,
      1,
      2,
      0,
      { { 1, 100, FF_MET_YES, 1 }, { 1, 50, FF_MET_NO, -1 } },
      "4 Results met all their targets in 1 of 2 classes." },
    { "one is overdue", 1, 0, 0, 1, { { 0 } }, "0 1 evaluation is overdue because something is missing." },
    { "several are overdue", 1, 0, 0, 3, { { 0 } }, "0 3 evaluations are overdue because something is missing." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tell (cases[i].classes, cases[i].level, cases[i].met, cases[i].known, cases[i].overdue);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_cells (void)
{
  static const struct
  {
    FfResultsCell cell;
    int level;
    const char *figure;
    const char *note;
  } cases[] = {
    { { .state = FF_LEVEL_MISSED, .value = 4.42, .target = 4.5 }, 1, "4.42", NULL },
    { { .state = FF_LEVEL_MISSED, .value = 4.499, .target = 4.5 }, 1, "4.499", NULL },
    { { .state = FF_LEVEL_MET, .value = 91.2, .target = 85 }, 2, "91 %", NULL },
    { { .state = FF_LEVEL_SUPPRESSED, .value = X, .target = 4.5 }, 1, "–", "Too few answers" },
    { { .state = FF_LEVEL_PENDING, .value = X, .target = X, .missing = FF_MISSING_MARKS, .n_missing = 6 },
      2,
      "–",
      "6 marks missing" },
    { { .state = FF_LEVEL_NOT_DUE, .value = X, .target = X }, 3, "–", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *figure = ff_results_cell_words (&cases[i].cell, cases[i].level);
      g_autofree char *note = ff_results_cell_note (&cases[i].cell, cases[i].level);

      g_assert_cmpstr (figure, ==, cases[i].figure);
      g_assert_cmpstr (note, ==, cases[i].note);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/across-words/sentences", test_sentences);
  g_test_add_func ("/across-words/cells", test_cells);
  return g_test_run ();
}
