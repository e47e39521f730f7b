/* The journal of a class: Restore brings back what stood there before a change, and is a change itself. */
#include "config.h"

#include "ff-class-figures.h"
#include "ff-class-test.h"
#include "ff-journal-page.h"
#include "ff-register.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  const char *score; /* what is to be written next */
} Fixture;

static gboolean
put_score (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;
  FfScoreDraft draft = { .run = "CX-1", .employee_no = "E001", .component = "written", .score = self->score };

  return ff_marking_put (db, &draft, error) != FF_PUT_REFUSED;
}

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;

  class_fill (db);
  self->run_id = class_make (db);
  return TRUE;
}

static gboolean
written (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  return TRUE;
}

static void
write_score (Fixture *self, const char *score)
{
  self->base.n_changes = 0;
  self->score = score;
  ff_workspace_run (self->base.workspace, "Mark", put_score, written, self, NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  workspace_set_up (&self->base, data);
  ff_workspace_run (self->base.workspace, "Fill", fill, written, self, NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
  write_score (self, "61");
  write_score (self, "73");
  gtk_window_set_child (GTK_WINDOW (self->base.parent), GTK_WIDGET (ff_journal_page_new (self->base.workspace, self->run_id)));
  gtk_window_present (GTK_WINDOW (self->base.parent));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  workspace_tear_down (&self->base, data);
}

/* Hundredths; -1: none. */
static gint64
read_score (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures
      = ff_class_figures_read (ff_workspace_get_reader (self->base.workspace), self->run_id, ff_time_now (), &error);
  const FfClassTrainee *trainee;

  g_assert_no_error (error);
  trainee = g_ptr_array_index (figures->trainees, 0);
  return trainee->marks->len > 0 ? g_array_index (trainee->marks, FfStoredMark, 0).score : -1;
}

/* The button of the change from @value to something else; NULL while the page does not show it. */
static GtkWidget *
find_restore (Fixture *self, const char *value)
{
  g_autofree char *tooltip = g_strdup_printf ("Restore %s", value);

  return workspace_find (self->base.parent, GTK_TYPE_BUTTON, "tooltip-text", tooltip);
}

static void
test_restore (Fixture *self, gconstpointer data)
{
  GtkWidget *restore;

  WAIT_UNTIL ((restore = find_restore (self, "61")) != NULL);
  g_assert_cmpint (read_score (self), ==, 7300);
  g_assert_null (find_restore (self, "73"));
  self->base.n_changes = 0;
  g_signal_emit_by_name (restore, "clicked");
  WAIT_UNTIL (self->base.n_changes > 0);
  g_assert_cmpint (read_score (self), ==, 6100);
  /* It is a change like any other, with a way back. */
  WAIT_UNTIL (find_restore (self, "73") != NULL);
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  g_test_add ("/journal-page/restore", Fixture, NULL, set_up, test_restore, tear_down);
  return g_test_run ();
}
