/* Enrolling many at once: found and added, pasted as a list, over the capacity. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-enrol-window.h"
#include "ff-people.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  FfEnrolWindow *window; /* NULL once it has closed */
} Fixture;

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;

  class_fill (db);
  self->run_id = class_make (db);
  return ff_runs_put (db, 0, &(FfRunDraft) { .code = "CX-1", .capacity = "6" }, NULL, error) != FF_PUT_REFUSED
         && ff_people_put_trainee (db, 0, &(FfTraineeDraft) { .employee_no = "E007", .name = "王小明" }, NULL, error) == FF_PUT_NEW
         && ff_people_put_trainee (db, 0, &(FfTraineeDraft) { .employee_no = "E008", .name = "张伟", .department = "客服" }, NULL, error) == FF_PUT_NEW
         && ff_people_put_trainee (db, 0, &(FfTraineeDraft) { .employee_no = "E009", .name = "张伟", .department = "运营" }, NULL, error) == FF_PUT_NEW;
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
  self->window = ff_enrol_window_open (self->base.parent, self->base.workspace, self->run_id);
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
button (Fixture *self, const char *label)
{
  return workspace_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "label", label);
}

static void
click (Fixture *self, const char *label)
{
  WAIT_UNTIL (button (self, label) != NULL);
  g_signal_emit_by_name (button (self, label), "clicked");
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
paste (Fixture *self, const char *text)
{
  GtkWidget *view = find_type (GTK_WIDGET (self->window), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
statuses (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = ff_enrolments_of_run (ff_workspace_get_reader (self->base.workspace), self->run_id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (people, i);

      if (g_strcmp0 (enrolment->employee_no, "E005") > 0)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", enrolment->employee_no, enrolment->status);
    }
  return g_string_free (text, FALSE);
}

static void
test_find (Fixture *self, gconstpointer data)
{
  g_autofree char *found = NULL;

  WAIT_UNTIL (button (self, "Add A_ll 4 Found") != NULL);
  click (self, "Add A_ll 4 Found");
  /* One place is free; nobody is put on the waiting list unasked. */
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label",
                              "5 of 6 places are taken. 3 of those chosen have no place.") != NULL);
  click (self, "_Enrol 4 People");
  WAIT_UNTIL (self->window == NULL);
  found = statuses (self);
  g_assert_cmpstr (found, ==, "E006 enrolled, E007 enrolled, E008 enrolled, E009 enrolled");
}

static void
test_paste (Fixture *self, gconstpointer data)
{
  g_autofree char *found = NULL;
  GtkWidget *choice, *wait;

  paste (self, "#接龙\n1. 王小明 2. E006\n3. 张伟\n4. 赵六\n5. E001");
  WAIT_UNTIL (button (self, "_Enrol 2 People") != NULL);
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", "2 people found. 2 entries are not certain:") != NULL);
  choice = workspace_find (GTK_WIDGET (self->window), ADW_TYPE_COMBO_ROW, "title", "Line 3: 张伟");
  g_assert_nonnull (choice);
  g_assert_nonnull (workspace_find (GTK_WIDGET (self->window), ADW_TYPE_ACTION_ROW, "title", "Line 4: 赵六"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 2);
  WAIT_UNTIL (button (self, "_Enrol 3 People") != NULL);

  wait = workspace_find (GTK_WIDGET (self->window), GTK_TYPE_CHECK_BUTTON, "label", "Put them on the waiting list");
  WAIT_UNTIL (gtk_widget_get_visible (wait));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (wait), TRUE);
  click (self, "_Enrol 1, 2 Wait");
  WAIT_UNTIL (self->window == NULL);
  found = statuses (self);
  /* In the order of the list: the first has the place. */
  g_assert_cmpstr (found, ==, "E006 waitlisted, E007 enrolled, E009 waitlisted");
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  g_test_add ("/enrol-window/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/enrol-window/paste", Fixture, NULL, set_up, test_paste, tear_down);
  return g_test_run ();
}
