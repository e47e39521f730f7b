/* The windows of the register: scans that come faster than they are written, enrolling with one key, all present except somebody. */
#include "config.h"

#include "ff-check-in-window.h"
#include "ff-class-figures.h"
#include "ff-class-test.h"
#include "ff-except-window.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  gint64 session_id;
  GtkWindow *window; /* NULL once it has closed */
} Fixture;

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;

  class_fill (db);
  self->run_id = class_make (db);
  self->session_id = class_session (db, self->run_id, "S4");
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
}

static void
open_check_in (Fixture *self)
{
  self->window = GTK_WINDOW (ff_check_in_window_open (self->base.parent, self->base.workspace, self->session_id));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  WAIT_UNTIL (self->window == NULL);
  workspace_tear_down (&self->base, data);
}

static GtkWidget *
find_label (Fixture *self, const char *text)
{
  return workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", text);
}

static int
count (Fixture *self, gboolean recorded)
{
  g_autoptr (GError) error = NULL;
  FfSessionCount counted;

  g_assert_true (
    ff_attendance_store_count_session (ff_workspace_get_reader (self->base.workspace), self->session_id, &counted, &error));
  return recorded ? counted.recorded : counted.expected;
}

static void
type (Fixture *self, const char *text)
{
  GtkWidget *entry = workspace_find (GTK_WIDGET (self->window), GTK_TYPE_ENTRY, "css-name", "entry");

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* All of them are typed before the first is written. */
static void
test_burst (Fixture *self, gconstpointer data)
{
  static const char *const scans[] = { "E001", "E002", "E001", "nobody 7", "E003", "E004", "E002", "E005" };

  open_check_in (self);
  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    type (self, scans[i]);
  WAIT_UNTIL (find_label (self, "5 of 5") != NULL);
  g_assert_nonnull (find_label (self, "Signed in at 14:12. 12 min late: still present."));
  g_assert_cmpint (count (self, TRUE), ==, 5);
  for (int i = 0; i < 5; i++)
    {
      guint before = self->base.n_changes;

      ff_workspace_undo (self->base.workspace);
      WAIT_UNTIL (self->base.n_changes > before);
    }
  WAIT_UNTIL (find_label (self, "0 of 5") != NULL);
}

static void
test_enrol (Fixture *self, gconstpointer data)
{
  guint before;

  open_check_in (self);
  type (self, "E006");
  WAIT_UNTIL (find_label (self, "Not enrolled in this class.") != NULL);
  g_assert_cmpint (count (self, TRUE), ==, 0);
  type (self, "");
  WAIT_UNTIL (find_label (self, "1 of 6") != NULL);
  before = self->base.n_changes;
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (self->base.n_changes > before);
  WAIT_UNTIL (find_label (self, "0 of 5") != NULL);
}

static void
test_signs_out (Fixture *self, gconstpointer data)
{
  GtkWidget *out;

  open_check_in (self);
  type (self, "E001");
  WAIT_UNTIL (find_label (self, "1 of 5") != NULL);
  type (self, "E001");
  WAIT_UNTIL (find_label (self, "Already signed in at 14:12. F3 signs out.") != NULL);
  out = workspace_find (GTK_WIDGET (self->window), GTK_TYPE_TOGGLE_BUTTON, "label", "Sign _Out");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (out), TRUE);
  type (self, "E001");
  WAIT_UNTIL (find_label (self, "14:12–14:12") != NULL);
}

static void
test_except (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures
    = ff_class_figures_read (ff_workspace_get_reader (self->base.workspace), self->run_id, ff_time_now (), &error);
  guint before = self->base.n_changes;

  g_assert_no_error (error);
  self->window = GTK_WINDOW (ff_except_window_open (self->base.parent, self->base.workspace, figures, 3));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  type (self, "Trainee 2; E004; Trainee");
  /* Which trainee is meant by the last is not said, so that it stays. */
  g_assert_nonnull (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_ENTRY, "text", "Trainee"));
  g_assert_nonnull (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "label", "_Mark 3 Present"));
  type (self, "");
  WAIT_UNTIL (self->base.n_changes > before && self->window == NULL);
  g_assert_cmpint (count (self, TRUE), ==, 3);
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T14:12", TRUE);
  g_test_add ("/check-in-window/burst", Fixture, NULL, set_up, test_burst, tear_down);
  g_test_add ("/check-in-window/enrol", Fixture, NULL, set_up, test_enrol, tear_down);
  g_test_add ("/check-in-window/signs-out", Fixture, NULL, set_up, test_signs_out, tear_down);
  g_test_add ("/except-window", Fixture, NULL, set_up, test_except, tear_down);
  return g_test_run ();
}
