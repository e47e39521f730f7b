/* The window of an import: what it takes a file for, what it says a file would do, how a rejected row is mended, and what goes in. */
#include "config.h"

#include "ff-import-window.h"
#include "ff-people.h"
#include "workspace-support.h"

#define GOOD "Employee No.,Name\nE001,One\nE002,Two\n"
#define BAD "Employee No.,Name\nE001,One\nE002,\n"

typedef struct
{
  WorkspaceFixture base;
  FfImportWindow *window; /* NULL once it has closed */
  char *summary;          /* of what was imported */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  workspace_set_up (&self->base, data);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  WAIT_UNTIL (self->window == NULL);
  g_free (self->summary);
  workspace_tear_down (&self->base, data);
}

static void
on_imported (Fixture *self, const char *summary)
{
  self->summary = g_strdup (summary);
}

static void
open_window (Fixture *self, const char *text, const char *kind)
{
  g_autofree char *path = g_build_filename (self->base.folder, "people.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  self->window = ff_import_window_open (self->base.parent, self->base.workspace, file, kind);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_signal_connect_swapped (self->window, "imported", G_CALLBACK (on_imported), self);
}

static GtkWidget *
find_button (Fixture *self, const char *label)
{
  return workspace_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "label", label);
}

static gboolean
says (Fixture *self, const char *text)
{
  GtkWidget *label = workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static guint
count_trainees (Fixture *self)
{
  FfPeopleQuery everybody = { .search = "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ff_people_list_trainees (ff_workspace_get_reader (self->base.workspace), &everybody, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
test_previews_and_imports (Fixture *self, gconstpointer data)
{
  open_window (self, GOOD, NULL);
  WAIT_UNTIL (says (self, "2 new, 0 changed, 0 unchanged, 0 rejected"));
  g_assert_cmpuint (count_trainees (self), ==, 0);
  g_assert_null (ff_workspace_get_undo_label (self->base.workspace));

  g_signal_emit_by_name (find_button (self, "_Import 2 Rows"), "clicked");
  WAIT_UNTIL (self->window == NULL);
  g_assert_cmpstr (self->summary, ==, "Imported: 2 new, 0 changed, 0 unchanged, 0 rejected");
  g_assert_cmpuint (count_trainees (self), ==, 2);

  WAIT_UNTIL (ff_workspace_get_undo_label (self->base.workspace) != NULL);
  self->base.n_changes = 0;
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (self->base.n_changes > 0);
  g_assert_cmpuint (count_trainees (self), ==, 0);
}

static void
test_skips_what_is_rejected (Fixture *self, gconstpointer data)
{
  open_window (self, BAD, "trainees");
  WAIT_UNTIL (says (self, "1 new, 0 changed, 0 unchanged, 1 rejected"));
  g_signal_emit_by_name (find_button (self, "_Import 1 Row, Skip the Rejected"), "clicked");
  WAIT_UNTIL (self->window == NULL);
  g_assert_cmpuint (count_trainees (self), ==, 1);
}

static void
test_mends_a_row (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  open_window (self, BAD, "trainees");
  WAIT_UNTIL (says (self, "1 new, 0 changed, 0 unchanged, 1 rejected"));
  entry = workspace_find (GTK_WIDGET (self->window), GTK_TYPE_ENTRY, "placeholder-text", "Type it right and press Enter");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Two");
  g_signal_emit_by_name (entry, "activate");
  WAIT_UNTIL (says (self, "2 new, 0 changed, 0 unchanged, 0 rejected"));
}

static void
test_says_what_is_no_sheet (Fixture *self, gconstpointer data)
{
  GtkWidget *complaint;

  open_window (self, "Apples,Pears\n1,2\n", NULL);
  complaint = workspace_find (GTK_WIDGET (self->window), ADW_TYPE_STATUS_PAGE, "title", "This Cannot Be Imported Yet");
  WAIT_UNTIL (gtk_widget_get_mapped (complaint));
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (complaint)), !=, NULL);
  g_assert_null (ff_workspace_get_undo_label (self->base.workspace));
}

static void
test_closes_at_any_time (Fixture *self, gconstpointer data)
{
  open_window (self, GOOD, NULL);
  gtk_window_close (GTK_WINDOW (self->window));
  WAIT_UNTIL (self->window == NULL);
  g_assert_null (self->summary);
  g_assert_cmpuint (count_trainees (self), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/import-window/previews-and-imports", test_previews_and_imports },
    { "/import-window/skips-what-is-rejected", test_skips_what_is_rejected },
    { "/import-window/mends-a-row", test_mends_a_row },
    { "/import-window/says-what-is-no-sheet", test_says_what_is_no_sheet },
    { "/import-window/closes-at-any-time", test_closes_at_any_time },
  };

  if (!workspace_test_init (&argc, &argv))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
