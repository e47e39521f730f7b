/* Settling results in a window: who is in the way stands there with a field for the reason, and the button waits for it. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-register.h"
#include "ff-settle-text.h"
#include "ff-settle-window.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  FfSettleWindow *window; /* NULL once it has closed */
} Fixture;

static void
score (FfDb *db, guint person, const char *component, const char *value)
{
  g_autofree char *no = g_strdup_printf ("E%03u", person);
  g_autoptr (GError) error = NULL;

  ff_marking_put (db, &(FfScoreDraft) { .run = "CX-1", .employee_no = no, .component = component, .score = value }, &error);
  g_assert_no_error (error);
}

/* E001 to E004 are assessed, the first two alike; E005 is not. */
static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  static const char *const totals[] = { "90", "90", "70", "40" };
  Fixture *self = data;

  class_fill (db);
  self->run_id = class_make (db);
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *points = g_strdup_printf ("%g", g_ascii_strtod (totals[i], NULL) / 20);

      score (db, i + 1, "participation", totals[i]);
      score (db, i + 1, "attendance", totals[i]);
      score (db, i + 1, "written", totals[i]);
      score (db, i + 1, "practical.c1", points);
      score (db, i + 1, "practical.c2", points);
    }
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
  self->window = ff_settle_window_open (self->base.parent, self->base.workspace, self->run_id);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  WAIT_UNTIL (self->window == NULL);
  workspace_tear_down (&self->base, data);
}

static GtkWidget *
find (Fixture *self, GType type, const char *property, const char *value)
{
  return workspace_find (GTK_WIDGET (self->window), type, property, value);
}

static FfClassFigures *
read_figures (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  FfClassFigures *figures
      = ff_class_figures_read (ff_workspace_get_reader (self->base.workspace), self->run_id, ff_time_now (), &error);

  g_assert_no_error (error);
  return figures;
}

static void
test_settle (Fixture *self, gconstpointer data)
{
  g_autoptr (FfClassFigures) figures = NULL;
  g_autofree char *award = NULL;
  GtkWidget *button, *reason;

  WAIT_UNTIL ((reason = find (self, GTK_TYPE_ENTRY, "placeholder-text", "Leave out because…")) != NULL);
  button = find (self, GTK_TYPE_BUTTON, "label", "_Settle");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (reason), "   ");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (reason), "on leave");
  g_assert_true (gtk_widget_get_sensitive (button));

  g_signal_emit_by_name (button, "clicked");
  WAIT_UNTIL (self->window == NULL);
  figures = read_figures (self);
  g_assert_true (figures->settled);
  g_assert_cmpstr (((FfClassTrainee *) g_ptr_array_index (figures->trainees, 4))->settled->left_out, ==, "on leave");
  award = ff_settle_text_award (figures);
  g_assert_cmpstr (award, ==, "The top 20 % of 4 ranked are 0.8, and at least 1 gets the award. Whoever equals the last of these totals is in too, so that "
                              "2 get the award.");
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  g_test_add ("/settle-window/settle", Fixture, NULL, set_up, test_settle, tear_down);
  return g_test_run ();
}
