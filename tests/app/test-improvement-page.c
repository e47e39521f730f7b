/* The improvement of a class on a screen: cards move between the phases and back by keys' commands, and the fishbone shows what is written. */
#include "config.h"

#include "ff-action-board.h"
#include "ff-action-card.h"
#include "ff-chart.h"
#include "ff-class-test.h"
#include "ff-fishbone-card.h"
#include "ff-improvement-actions.h"
#include "ff-improvement-page.h"
#include "ff-weak-items-card.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  gint64 cause;
  FfRunContext *context;
  GtkWidget *page;
} Fixture;

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  static const char *const titles[] = { "A", "B", "C" };
  Fixture *self = data;
  FfImprovementDraft queue = { .title = "Queue", .weakness = "9" }, room = { .title = "Room", .weakness = "1" };
  FfCauseDraft card = { .text = "No card" };
  g_autoptr (GPtrArray) branches = NULL;
  gint64 item = 0;

  class_fill (db);
  self->run_id = class_make (db);
  if (ff_improvements_put (db, ff_owner_run (self->run_id), 0, &queue, &item, error) == FF_PUT_REFUSED
      || ff_improvements_put (db, ff_owner_run (self->run_id), 0, &room, NULL, error) == FF_PUT_REFUSED)
    return FALSE;
  branches = ff_cause_store_list (db, item, error);
  if (branches == NULL
      || ff_causes_put (db, item, ((FfCause *) g_ptr_array_index (branches, 0))->id, 0, &card, &self->cause, error) == FF_PUT_REFUSED)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      FfActionDraft draft = { .title = titles[i] };

      if (ff_actions_put (db, ff_owner_run (self->run_id), 0, &draft, NULL, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
written (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  return TRUE;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
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
set_up (Fixture *self, gconstpointer data)
{
  workspace_set_up (&self->base, data);
  ff_workspace_run (self->base.workspace, "Fill", fill, written, self, NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
  self->context = ff_run_context_new (self->base.workspace, self->run_id);
  self->page = g_object_new (FF_TYPE_IMPROVEMENT_PAGE, "workspace", self->base.workspace, "context", self->context, NULL);
  gtk_window_set_child (GTK_WINDOW (self->base.parent), self->page);
  gtk_window_set_default_size (GTK_WINDOW (self->base.parent), 1000, 800);
  gtk_window_present (GTK_WINDOW (self->base.parent));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->context);
  workspace_tear_down (&self->base, data);
}

/* "A B | C | | ": the titles as the cards say them, column by column. */
static char *
read_columns (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LIST_BOX_ROW (widget) && ff_action_card_get_id (widget) != 0)
    {
      static const char *const titles[] = { "A", "B", "C" };

      for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
        if (workspace_find (widget, GTK_TYPE_LABEL, "label", titles[i]) != NULL)
          g_string_append (text, titles[i]);
      return text->str;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_columns (child, text);
  if (GTK_IS_LIST_BOX (widget))
    g_string_append_c (text, '|');
  return text->str;
}

static gboolean
columns_are (GtkWidget *board, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  return g_strcmp0 (read_columns (board, text), expected) == 0;
}

static gboolean
focus_is (Fixture *self, const char *title)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->base.parent));

  return focus != NULL && ff_action_card_get_id (focus) != 0 && workspace_find (focus, GTK_TYPE_LABEL, "label", title) != NULL;
}

static void
test_moves (Fixture *self, gconstpointer data)
{
  GtkWidget *board = find_type (self->page, FF_TYPE_ACTION_BOARD);

  WAIT_UNTIL (columns_are (board, "ABC||||"));
  g_assert_true (gtk_widget_grab_focus (self->page));
  g_assert_true (focus_is (self, "A"));
  gtk_widget_activate_action (board, "part.move", "s", "right");
  WAIT_UNTIL (columns_are (board, "BC|A|||"));
  g_assert_true (focus_is (self, "A"));
  gtk_widget_activate_action (board, "part.move", "s", "right");
  WAIT_UNTIL (columns_are (board, "BC||A||"));
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (columns_are (board, "BC|A|||"));
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (columns_are (board, "ABC||||"));
  g_assert_true (focus_is (self, "A"));
  gtk_widget_activate_action (board, "part.move", "s", "down");
  WAIT_UNTIL (columns_are (board, "BAC||||"));
  g_assert_true (focus_is (self, "A"));
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (columns_are (board, "ABC||||"));
  ff_workspace_redo (self->base.workspace);
  WAIT_UNTIL (columns_are (board, "BAC||||"));
  /* Nothing lies before the first phase. */
  gtk_widget_activate_action (board, "part.move", "s", "left");
  gtk_widget_activate_action (board, "part.move", "s", "down");
  WAIT_UNTIL (columns_are (board, "BCA||||"));
}

/* The first branch stands at (0, −1), its cause at (0, 0). */
static void
test_fishbone (Fixture *self, gconstpointer data)
{
  GtkWidget *card = find_type (self->page, FF_TYPE_FISHBONE_CARD);
  FfChart *chart = FF_CHART (find_type (card, FF_TYPE_CHART));
  FfChart *pareto = FF_CHART (find_type (find_type (self->page, FF_TYPE_WEAK_ITEMS_CARD), FF_TYPE_CHART));
  int group, index;

  WAIT_UNTIL (ff_chart_get_plot (chart) != NULL);
  g_assert_cmpstr (ff_plot_get_title (ff_chart_get_plot (chart)), ==, "Why: Queue");
  ff_chart_select (chart, 0, 0);
  gtk_widget_activate_action (card, "part.move", "s", "right");
  WAIT_UNTIL (ff_chart_get_selected (chart, &group, &index) && group == 1 && index == 0);
  gtk_widget_activate_action (card, "part.delete", NULL);
  WAIT_UNTIL (g_str_has_prefix (ff_plot_get_sentence (ff_chart_get_plot (chart)), "No causes yet"));
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (g_str_has_prefix (ff_plot_get_sentence (ff_chart_get_plot (chart)), "1 cause,"));
  g_signal_emit_by_name (pareto, "spot-activated", 0, 1);
  WAIT_UNTIL (g_strcmp0 (ff_plot_get_title (ff_chart_get_plot (chart)), "Why: Room") == 0);
}

int
main (int argc, char *argv[])
{
  if (!workspace_test_init (&argc, &argv))
    return 77;
  g_test_add ("/improvement-page/moves", Fixture, NULL, set_up, test_moves, tear_down);
  g_test_add ("/improvement-page/fishbone", Fixture, NULL, set_up, test_fishbone, tear_down);
  return g_test_run ();
}
