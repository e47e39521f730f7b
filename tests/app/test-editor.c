/* The form in which things are made and edited, on venues: what is needed, what is kept when a field is left, what is refused, and what
   is not written at all. */
#include "config.h"

#include "ff-courses.h"
#include "ff-editors.h"
#include "ff-people.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  FfEditor *editor; /* NULL once it has closed */
  gint64 saved;     /* the id of the last "saved" */
  guint n_deleted;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  workspace_set_up (&self->base, data);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (self->editor));
  /* The writer may still hold it. */
  WAIT_UNTIL (self->editor == NULL);
  workspace_tear_down (&self->base, data);
}

static void
on_saved (Fixture *self, gint64 id)
{
  self->saved = id;
}

static void
on_deleted (Fixture *self)
{
  self->n_deleted++;
}

static void
open_editor (Fixture *self, gint64 id)
{
  self->editor = ff_editor_open (self->base.parent, self->base.workspace, &ff_venue_editor, id, 0);
  g_assert_nonnull (self->editor);
  g_object_add_weak_pointer (G_OBJECT (self->editor), (gpointer *) &self->editor);
  g_signal_connect_swapped (self->editor, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect_swapped (self->editor, "deleted", G_CALLBACK (on_deleted), self);
}

static GtkWidget *
find_field (Fixture *self, const char *title)
{
  GtkWidget *field = workspace_find (GTK_WIDGET (self->editor), ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (field);
  return field;
}

static void
type (Fixture *self, const char *title, const char *text)
{
  GtkWidget *field = find_field (self, title);

  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static void
click (Fixture *self, const char *label)
{
  GtkWidget *button = workspace_find (GTK_WIDGET (self->editor), GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static const char *
text_of (Fixture *self, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_field (self, title)));
}

/* The reason stands in the row below its field. */
static const char *
reason_of (Fixture *self, const char *title)
{
  GtkWidget *row = gtk_widget_get_next_sibling (find_field (self, title));

  if (!gtk_widget_get_visible (row))
    return NULL;
  g_assert_true (gtk_widget_has_css_class (find_field (self, title), "error"));
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))));
}

static FfVenue *
read_venue (Fixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FfVenue *venue = ff_people_read_venue (ff_workspace_get_reader (self->base.workspace), id, &error);

  g_assert_no_error (error);
  return venue;
}

/* A venue of 40 seats, and its form. */
static gint64
open_existing (Fixture *self)
{
  open_editor (self, 0);
  type (self, "Name of the venue", "Room 302");
  type (self, "Seats", "40");
  click (self, "_Add");
  WAIT_UNTIL (self->editor == NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
  self->base.n_changes = 0;
  open_editor (self, self->saved);
  return self->saved;
}

static void
test_new_needs_its_fields (Fixture *self, gconstpointer data)
{
  g_autoptr (FfVenue) venue = NULL;

  open_editor (self, 0);
  type (self, "Seats", "40");
  click (self, "_Add");
  g_assert_nonnull (self->editor);
  g_assert_cmpstr (reason_of (self, "Name of the venue"), ==, "This is needed.");
  g_assert_null (reason_of (self, "Seats"));

  type (self, "Name of the venue", "  ");
  click (self, "_Add");
  g_assert_cmpstr (reason_of (self, "Name of the venue"), ==, "This is needed.");
  g_assert_cmpuint (self->base.n_changes, ==, 0);

  type (self, "Name of the venue", "Room 302");
  click (self, "_Add");
  WAIT_UNTIL (self->editor == NULL);
  g_assert_cmpint (self->saved, >, 0);
  venue = read_venue (self, self->saved);
  g_assert_cmpstr (venue->name, ==, "Room 302");
  g_assert_cmpint (venue->capacity, ==, 40);
}

static void
test_new_stays_when_refused (Fixture *self, gconstpointer data)
{
  open_editor (self, 0);
  type (self, "Name of the venue", "Room 302");
  type (self, "Seats", "many");
  click (self, "_Add");
  WAIT_UNTIL (reason_of (self, "Seats") != NULL);
  g_assert_cmpstr (text_of (self, "Seats"), ==, "many");
  g_assert_null (ff_workspace_get_undo_label (self->base.workspace));

  type (self, "Seats", "40");
  click (self, "_Add");
  WAIT_UNTIL (self->editor == NULL);
  WAIT_UNTIL (ff_workspace_get_undo_label (self->base.workspace) != NULL);
}

static void
test_cancelled_writes_nothing (Fixture *self, gconstpointer data)
{
  open_editor (self, 0);
  type (self, "Name of the venue", "Room 302");
  click (self, "_Cancel");
  WAIT_UNTIL (self->editor == NULL);
  g_assert_cmpint (self->saved, ==, 0);
  g_assert_null (ff_workspace_get_undo_label (self->base.workspace));
}

static void
test_edit_keeps_a_field_that_is_left (Fixture *self, gconstpointer data)
{
  gint64 id = open_existing (self);
  g_autoptr (FfVenue) venue = NULL;

  type (self, "Seats", "44");
  g_assert_cmpuint (self->base.n_changes, ==, 0);
  gtk_widget_grab_focus (find_field (self, "Address"));
  WAIT_UNTIL (self->base.n_changes > 0);
  g_assert_nonnull (self->editor);
  venue = read_venue (self, id);
  g_assert_cmpint (venue->capacity, ==, 44);
  g_assert_cmpstr (venue->name, ==, "Room 302");
}

static void
test_edit_keeps_a_refusal_in_sight (Fixture *self, gconstpointer data)
{
  gint64 id = open_existing (self);
  g_autoptr (FfVenue) venue = NULL;
  g_autoptr (FfVenue) mended = NULL;

  type (self, "Seats", "many");
  gtk_widget_grab_focus (find_field (self, "Address"));
  WAIT_UNTIL (reason_of (self, "Seats") != NULL);
  g_assert_cmpstr (text_of (self, "Seats"), ==, "many");
  venue = read_venue (self, id);
  g_assert_cmpint (venue->capacity, ==, 40);

  /* Done does not close over it. */
  click (self, "_Done");
  WAIT_UNTIL (gtk_widget_get_sensitive (workspace_find (GTK_WIDGET (self->editor), GTK_TYPE_BUTTON, "label", "_Done")));
  g_assert_nonnull (reason_of (self, "Seats"));

  type (self, "Seats", "50");
  click (self, "_Done");
  WAIT_UNTIL (self->editor == NULL);
  mended = read_venue (self, id);
  g_assert_cmpint (mended->capacity, ==, 50);
}

static void
test_edit_writes_nothing_unchanged (Fixture *self, gconstpointer data)
{
  open_existing (self);
  self->saved = 0;
  type (self, "Seats", "40");
  gtk_widget_grab_focus (find_field (self, "Address"));
  click (self, "_Done");
  WAIT_UNTIL (self->editor == NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (self->saved, ==, 0);
  g_assert_cmpuint (self->base.n_changes, ==, 0);
}

static void
test_deletes (Fixture *self, gconstpointer data)
{
  gint64 id = open_existing (self);
  g_autoptr (FfVenue) venue = NULL;
  g_autoptr (FfVenue) again = NULL;

  click (self, "Delete Venue");
  WAIT_UNTIL (self->editor == NULL);
  g_assert_cmpuint (self->n_deleted, ==, 1);
  venue = ff_people_read_venue (ff_workspace_get_reader (self->base.workspace), id, NULL);
  g_assert_null (venue);

  self->base.n_changes = 0;
  WAIT_UNTIL (g_strcmp0 (ff_workspace_get_undo_label (self->base.workspace), "Delete Venue") == 0);
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (self->base.n_changes > 0);
  again = read_venue (self, id);
  g_assert_cmpstr (again->name, ==, "Room 302");
}

/* The writer is still at it: the form goes, what was said stays said. */
static void
test_closes_while_writing (Fixture *self, gconstpointer data)
{
  gint64 id = open_existing (self);
  g_autoptr (FfVenue) venue = NULL;

  type (self, "Seats", "44");
  gtk_widget_grab_focus (find_field (self, "Address"));
  gtk_window_close (GTK_WINDOW (self->editor));
  WAIT_UNTIL (self->editor == NULL && self->base.n_changes > 0);
  venue = read_venue (self, id);
  g_assert_cmpint (venue->capacity, ==, 44);
}

/* A course with one component. */
static gboolean
course_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  g_autoptr (FfCourse) course = ff_course_new ();

  course->code = g_strdup ("CX-101");
  course->title = g_strdup ("Service");
  ff_scheme_add (course->scheme, -1, "written", "Written", 10000);
  return ff_courses_put (db, course, error) != FF_PUT_REFUSED;
}

static void
choose (Fixture *self, const char *title, guint index)
{
  GtkWidget *row = workspace_find (GTK_WIDGET (self->editor), ADW_TYPE_COMBO_ROW, "title", title);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), index);
}

/* A pre-test has no weight, so that none is asked for, and the empty one stops nobody. */
static void
test_shows_what_means_something (Fixture *self, gconstpointer data)
{
  FfDb *reader = ff_workspace_get_reader (self->base.workspace);
  g_autoptr (FfScheme) scheme = NULL;
  gint64 course_id;

  ff_workspace_run (self->base.workspace, "Test", course_work, NULL, NULL, NULL);
  WAIT_UNTIL (ff_courses_find (reader, "CX-101", NULL) > 0);
  course_id = ff_courses_find (reader, "CX-101", NULL);
  self->editor = ff_editor_open (self->base.parent, self->base.workspace, &ff_component_editor, 0, course_id);
  g_object_add_weak_pointer (G_OBJECT (self->editor), (gpointer *) &self->editor);
  type (self, "Title", "Before");
  type (self, "Weight in its group", "");
  g_assert_true (gtk_widget_get_visible (find_field (self, "Weight in its group")));

  choose (self, "Measures level", 1);
  g_assert_false (gtk_widget_get_visible (workspace_find (GTK_WIDGET (self->editor), ADW_TYPE_COMBO_ROW, "title", "Pre-test of")));
  choose (self, "Measures level", 0);
  choose (self, "Pre-test of", 1);
  g_assert_false (gtk_widget_get_visible (find_field (self, "Weight in its group")));
  click (self, "_Add");
  WAIT_UNTIL (self->editor == NULL);
  scheme = ff_schemes_read (reader, course_id, 0, NULL);
  g_assert_cmpuint (ff_scheme_length (scheme), ==, 2);
  g_assert_cmpstr (ff_scheme_get (scheme, 1)->pretest_of, ==, "written");
}

/* Every kind of form can be opened and left again. */
static void
test_opens_every_kind (Fixture *self, gconstpointer data)
{
  static const FfEditorKind *const kinds[] = { &ff_course_editor, &ff_trainee_editor, &ff_trainer_editor,
                                               &ff_venue_editor };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%s", kinds[i]->new_title);
      self->editor = ff_editor_open (self->base.parent, self->base.workspace, kinds[i], 0, 0);
      g_assert_nonnull (self->editor);
      g_object_add_weak_pointer (G_OBJECT (self->editor), (gpointer *) &self->editor);
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->editor)), ==, kinds[i]->new_title);
      gtk_window_close (GTK_WINDOW (self->editor));
      WAIT_UNTIL (self->editor == NULL);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/editor/new-needs-its-fields", test_new_needs_its_fields },
    { "/editor/new-stays-when-refused", test_new_stays_when_refused },
    { "/editor/cancelled-writes-nothing", test_cancelled_writes_nothing },
    { "/editor/edit-keeps-a-field-that-is-left", test_edit_keeps_a_field_that_is_left },
    { "/editor/edit-keeps-a-refusal-in-sight", test_edit_keeps_a_refusal_in_sight },
    { "/editor/edit-writes-nothing-unchanged", test_edit_writes_nothing_unchanged },
    { "/editor/deletes", test_deletes },
    { "/editor/closes-while-writing", test_closes_while_writing },
    { "/editor/shows-what-means-something", test_shows_what_means_something },
    { "/editor/opens-every-kind", test_opens_every_kind },
  };

  if (!workspace_test_init (&argc, &argv))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
