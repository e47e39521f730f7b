/* The syllabus as it is arranged by keyboard and by dragging: what is typed becomes items, one after another and at the right level, and
   what is dropped goes where it was dropped. */
#include "config.h"

#include "ff-courses.h"
#include "ff-syllabus-pane.h"
#include "ff-syllabus-row.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 course_id;
  FfSyllabusPane *pane;
} Fixture;

static FfCourse *
read_course (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  FfCourse *course = ff_courses_read (ff_workspace_get_reader (self->base.workspace), self->course_id, &error);

  g_assert_no_error (error);
  return course;
}

static void
on_changed (Fixture *self)
{
  ff_syllabus_pane_set_course (self->pane, read_course (self));
}

static gboolean
make_course (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  gint64 *id = data;
  g_autoptr (FfCourse) course = ff_course_new ();

  course->code = g_strdup ("C1");
  course->title = g_strdup ("Course");
  ff_course_add_item (course, -1, "lecture", "A", 60);
  ff_course_add_item (course, 0, "section", "A1", 30);
  ff_course_add_item (course, 0, "section", "A2", 30);
  ff_course_add_item (course, -1, "lecture", "B", -1);
  if (ff_courses_put (db, course, error) == FF_PUT_REFUSED)
    return FALSE;
  *id = course->id;
  return TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  workspace_set_up (&self->base, data);
  ff_workspace_run (self->base.workspace, "Test", make_course, NULL, &self->course_id, NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
  self->pane = FF_SYLLABUS_PANE (ff_syllabus_pane_new (self->base.workspace));
  g_signal_connect_swapped (self->base.workspace, "changed", G_CALLBACK (on_changed), self);
  gtk_window_set_default_size (GTK_WINDOW (self->base.parent), 600, 500);
  gtk_window_set_child (GTK_WINDOW (self->base.parent), GTK_WIDGET (self->pane));
  on_changed (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_func (self->base.workspace, on_changed, self);
  gtk_window_set_child (GTK_WINDOW (self->base.parent), NULL);
  workspace_tear_down (&self->base, data);
}

/* What is shown ----------------------------------------------------------------------------------------------------------------- */

static void
print_items (const FfCourse *course, int parent, GString *text)
{
  gboolean first = TRUE;

  for (guint i = 0; i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      if (item->parent != parent)
        continue;
      g_string_append_printf (text, "%s%s", first ? (parent < 0 ? "" : "(") : " ", item->title);
      print_items (course, (int) i, text);
      first = FALSE;
    }
  if (!first && parent >= 0)
    g_string_append_c (text, ')');
}

static gboolean
holds (Fixture *self, const char *expected)
{
  g_autoptr (FfCourse) course = read_course (self);
  g_autoptr (GString) text = g_string_new (NULL);

  print_items (course, -1, text);
  return g_str_equal (text->str, expected);
}

/* The row that shows an item; NULL while it is not there. The one with an entry has no title of its own. */
static FfSyllabusRow *
find_row (GtkWidget *widget, const char *title)
{
  if (FF_IS_SYLLABUS_ROW (widget))
    {
      FfSyllabusNode *node = ff_syllabus_row_get_node (FF_SYLLABUS_ROW (widget));

      if (node != NULL && g_str_equal (ff_syllabus_node_get_item (node)->title, title))
        return FF_SYLLABUS_ROW (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      FfSyllabusRow *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static FfSyllabusRow *
row_of (Fixture *self, const char *title)
{
  return find_row (GTK_WIDGET (self->pane), title);
}

static FfSyllabusRow *
wait_for_entry (Fixture *self, const char *title)
{
  FfSyllabusRow *row;

  WAIT_UNTIL ((row = row_of (self, title)) != NULL && ff_syllabus_row_get_text (row) != NULL);
  return row;
}

static void
select_row (Fixture *self, const char *title)
{
  GtkSelectionModel *model;

  WAIT_UNTIL (row_of (self, title) != NULL);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (row_of (self, title)), GTK_TYPE_LIST_VIEW)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autoptr (FfSyllabusNode) node = gtk_tree_list_row_get_item (row);

      if (g_str_equal (ff_syllabus_node_get_item (node)->title, title))
        gtk_selection_model_select_item (model, i, TRUE);
    }
}

static void
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->pane), action, NULL));
}

static void
type (FfSyllabusRow *row, const char *text)
{
  ff_syllabus_row_edit (row, text, FALSE);
}

/* Tests ---------------------------------------------------------------------------------------------------------------------------- */

static void
test_adds_one_after_another (Fixture *self, gconstpointer data)
{
  FfSyllabusRow *row;

  select_row (self, "A2");
  act (self, "syllabus.add");
  row = wait_for_entry (self, "");
  type (row, "A3");
  g_signal_emit_by_name (row, "entered");
  WAIT_UNTIL (holds (self, "A(A1 A2 A3) B"));
  WAIT_UNTIL (row_of (self, "A3") != NULL);
  row = wait_for_entry (self, "");
  type (row, "deep");
  g_signal_emit_by_name (row, "shifted", TRUE);
  row = wait_for_entry (self, "");
  g_assert_cmpstr (ff_syllabus_row_get_text (row), ==, "deep");
  g_signal_emit_by_name (row, "entered");
  WAIT_UNTIL (holds (self, "A(A1 A2 A3(deep)) B"));
  WAIT_UNTIL (row_of (self, "deep") != NULL);
  row = wait_for_entry (self, "");
  type (row, "C");
  g_signal_emit_by_name (row, "shifted", FALSE);
  row = wait_for_entry (self, "");
  g_signal_emit_by_name (row, "shifted", FALSE);
  row = wait_for_entry (self, "");
  g_signal_emit_by_name (row, "entered");
  WAIT_UNTIL (holds (self, "A(A1 A2 A3(deep)) C B"));
  row = wait_for_entry (self, "");
  g_signal_emit_by_name (row, "cancelled");
  g_assert_null (row_of (self, ""));
  g_assert_true (holds (self, "A(A1 A2 A3(deep)) C B"));
}

static void
test_renames (Fixture *self, gconstpointer data)
{
  FfSyllabusRow *row;

  select_row (self, "A1");
  act (self, "syllabus.rename");
  row = wait_for_entry (self, "A1");
  g_assert_cmpstr (ff_syllabus_row_get_text (row), ==, "A1");
  type (row, "One");
  g_signal_emit_by_name (row, "entered");
  WAIT_UNTIL (holds (self, "A(One A2) B"));
  WAIT_UNTIL (row_of (self, "One") != NULL);
  select_row (self, "One");
  act (self, "syllabus.rename");
  row = wait_for_entry (self, "One");
  type (row, " ");
  g_signal_emit_by_name (row, "entered");
  g_assert_null (ff_syllabus_row_get_text (row));
  g_assert_true (holds (self, "A(One A2) B"));
}

static void
test_moves_and_deletes (Fixture *self, gconstpointer data)
{
  select_row (self, "A2");
  act (self, "syllabus.up");
  WAIT_UNTIL (holds (self, "A(A2 A1) B"));
  WAIT_UNTIL (row_of (self, "A2") != NULL);
  act (self, "syllabus.outdent");
  WAIT_UNTIL (holds (self, "A(A1) A2 B"));
  act (self, "syllabus.delete");
  WAIT_UNTIL (holds (self, "A(A1) B"));
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  return NULL;
}

/* Drops @dragged on @target, at a share of its height. */
static gboolean
drop (Fixture *self, const char *dragged, const char *target, double share)
{
  GtkWidget *row = GTK_WIDGET (row_of (self, target));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, ff_syllabus_node_get_id (ff_syllabus_row_get_node (row_of (self, dragged))));
  g_signal_emit_by_name (find_controller (row, GTK_TYPE_DROP_TARGET), "drop", &value, 4.0, gtk_widget_get_height (row) * share, &taken);
  return taken;
}

static void
test_drops (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *dragged, *target;
    double share;
    const char *expected; /* NULL: not taken */
  } cases[] = {
    { "B", "A", 0.1, "B A(A1 A2)" },
    { "A1", "A", 0.9, "B A(A1 A2)" },
    { "A1", "A2", 0.9, "B A(A2 A1)" },
    { "A2", "B", 0.5, "B(A2) A(A1)" },
    { "A", "A1", 0.5, NULL },
    { "A", "A", 0.5, NULL },
    { "A2", "A1", 0.1, "B A(A2 A1)" },
  };

  WAIT_UNTIL (row_of (self, "B") != NULL && gtk_widget_get_height (GTK_WIDGET (row_of (self, "B"))) > 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean taken = drop (self, cases[i].dragged, cases[i].target, cases[i].share);

      g_test_message ("row %zu", i);
      g_assert_cmpint (taken, ==, cases[i].expected != NULL);
      if (taken)
        WAIT_UNTIL (holds (self, cases[i].expected));
      WAIT_UNTIL (row_of (self, cases[i].target) != NULL && gtk_widget_get_height (GTK_WIDGET (row_of (self, cases[i].target))) > 0
                  && row_of (self, cases[i].dragged) != NULL);
    }
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  add ("/syllabus-pane/adds-one-after-another", test_adds_one_after_another);
  add ("/syllabus-pane/renames", test_renames);
  add ("/syllabus-pane/moves-and-deletes", test_moves_and_deletes);
  add ("/syllabus-pane/drops", test_drops);
  return g_test_run ();
}
