/* The marking window: people marked by keys alone, in both ways, and what the sheet behind it says. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-criteria-edit.h"
#include "ff-marking-sheet.h"
#include "ff-marking-window.h"
#include "ff-register.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  gint64 practical;
  FfMarkingWindow *window; /* NULL once it has closed */
} Fixture;

/* The practical has two criteria of 5 points: c1 has levels of 5, 4 and 2, c2 none. */
static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  static const FfRubricLevelDraft levels[] = { { "Good", "Hears what is meant", "5" }, { "Fair", "Hears what is said", "4" }, { "Poor", NULL, "2" } };
  Fixture *self = data;
  gint64 criterion;

  class_fill (db);
  self->run_id = class_make (db);
  self->practical = store_count (db, "SELECT component.id FROM component JOIN scheme ON scheme.id = component.scheme_id"
                                     " WHERE component.key = 'practical' AND scheme.run_id IS NOT NULL");
  criterion = store_count (db, "SELECT criterion.id FROM criterion JOIN component ON component.id = criterion.component_id"
                               " JOIN scheme ON scheme.id = component.scheme_id WHERE criterion.key = 'c1' AND scheme.run_id IS NOT NULL");
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (ff_criteria_put_level (db, FF_CRITERIA_OF_COMPONENT, criterion, 0, &levels[i], NULL, error) == FF_PUT_REFUSED)
      return FALSE;
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
  workspace_set_up (&self->base, data);
  ff_workspace_run (self->base.workspace, "Fill", fill, filled, self, NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
  self->window = ff_marking_window_open (self->base.parent, self->base.workspace, self->run_id, self->practical, 0);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", "Listening") != NULL);
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

/* Keys ------------------------------------------------------------------------------------------------------------ */

static void
on_exited (GObject *process, GAsyncResult *result, gpointer exited)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  *(gboolean *) exited = TRUE;
}

static void
press (const char *keys)
{
  g_autofree char *line = g_strdup_printf ("xdotool key --delay 20 %s", keys);
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

/* The marks as they are stored: "E001 c1 500" of each, one after the other. */
static char *
describe_marks (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures
      = ff_class_figures_read (ff_workspace_get_reader (self->base.workspace), self->run_id, ff_time_now (), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      for (int criterion = 0; criterion < 2; criterion++)
        for (guint j = 0; j < trainee->marks->len; j++)
          {
            const FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, j);

            if (mark->criterion == criterion)
              g_string_append_printf (text, "%s%s c%d %d", text->len > 0 ? ", " : "", trainee->employee_no, criterion + 1, (int) mark->score);
          }
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_marks (Fixture *self, const char *expected)
{
  g_autofree char *marks = describe_marks (self);

  return g_str_equal (marks, expected);
}

static void
test_people (Fixture *self, gconstpointer data)
{
  if (!can_press ())
    return;
  press ("1 3 period 5 Return Next");
  WAIT_UNTIL (has_marks (self, "E001 c1 500, E001 c2 350"));
  /* Points between the levels, and a level that was the wrong one. */
  press ("3 Up equal 3 Return 4 Return Next");
  WAIT_UNTIL (has_marks (self, "E001 c1 500, E001 c2 350, E002 c1 300, E002 c2 400"));
  press ("2 0 Return ctrl+Return");
  WAIT_UNTIL (has_marks (self, "E001 c1 500, E001 c2 350, E002 c1 300, E002 c2 400, E003 c1 400, E003 c2 0"));
  WAIT_UNTIL (g_str_equal (ff_workspace_get_undo_label (self->base.workspace), "Mark Trainee 3: Answering"));
  /* One key, one step. */
  press ("ctrl+z");
  WAIT_UNTIL (has_marks (self, "E001 c1 500, E001 c2 350, E002 c1 300, E002 c2 400, E003 c1 400"));
  press ("Prior BackSpace");
  WAIT_UNTIL (has_marks (self, "E001 c1 500, E001 c2 350, E002 c1 300, E002 c2 400"));
}

static void
test_criterion (Fixture *self, gconstpointer data)
{
  GtkWidget *mode = workspace_find (GTK_WIDGET (self->window), GTK_TYPE_TOGGLE_BUTTON, "label", "One Criterion for All");

  if (!can_press ())
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (mode), TRUE);
  press ("1 2 3");
  WAIT_UNTIL (has_marks (self, "E001 c1 500, E002 c1 400, E003 c1 200"));
  press ("Next 5 Return");
  WAIT_UNTIL (has_marks (self, "E001 c1 500, E001 c2 500, E002 c1 400, E003 c1 200"));
}

/* A number above the maximum stays where it was typed, with the reason. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  if (!can_press ())
    return;
  press ("9 Return");
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label",
                              "9 is no mark of “Listening”; enter a number from 0 to 5.") != NULL);
  press ("BackSpace 3 Return");
  WAIT_UNTIL (has_marks (self, "E001 c1 300"));
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  g_test_add ("/marking-window/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/marking-window/criterion", Fixture, NULL, set_up, test_criterion, tear_down);
  g_test_add ("/marking-window/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
