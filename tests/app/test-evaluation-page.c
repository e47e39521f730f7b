/* The Evaluation tab on a screen, over the demo organisation: a card for each level, the page behind it, and figures that follow what is
   written. The clock stands behind the days on which class CX-01 is looked at. */
#include "config.h"

#include "ff-demo.h"
#include "ff-evaluation-page.h"
#include "ff-exclusions.h"
#include "ff-interviews.h"
#include "ff-questionnaires.h"
#include "ff-runs.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  GtkWidget *page;
  gboolean done;
} Fixture;

static gboolean
fill_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_demo_fill (db, ff_time_now (), error);
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_worker_run_finish (FF_WORKER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
set_done (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
  return TRUE;
}

static void
run (Fixture *fixture, FfWorkFunc work)
{
  fixture->done = FALSE;
  ff_workspace_run (fixture->base.workspace, "Test", work, set_done, &fixture->done, NULL);
  WAIT_UNTIL (fixture->done);
}

/* The button of a level on the cards, NULL while the figures are not there. */
static GtkWidget *
find_card (GtkWidget *widget, int level)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "tab.show-level") == 0
      && gtk_widget_has_css_class (widget, "level-card")
      && g_variant_get_int32 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget))) == level)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_card (child, level);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfRunContext) context = NULL;

  workspace_set_up (&fixture->base, data);
  ff_worker_run_async (ff_workspace_get_writer (fixture->base.workspace), fill_work, NULL, NULL, NULL, NULL, on_filled, &fixture->done);
  WAIT_UNTIL (fixture->done);
  fixture->run_id = ff_runs_find (ff_workspace_get_reader (fixture->base.workspace), "CX-01", NULL);
  g_assert_cmpint (fixture->run_id, >, 0);
  context = ff_run_context_new (fixture->base.workspace, fixture->run_id);
  fixture->page = g_object_new (FF_TYPE_EVALUATION_PAGE, "workspace", fixture->base.workspace, "context", context, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->base.parent), fixture->page);
  WAIT_UNTIL (find_card (fixture->page, 4) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  workspace_tear_down (&fixture->base, data);
}

/* Whether a mapped label below @widget has that text; the same may stand on a page that is not shown. */
static gboolean
find_text (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (find_text (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return find_text (fixture->page, text);
}

static void
show_level (Fixture *fixture, int level)
{
  g_action_group_activate_action (G_ACTION_GROUP (ff_page_get_actions (FF_PAGE (fixture->page))), "show-level",
                                  g_variant_new_int32 (level));
}

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  for (int level = 1; level <= 4; level++)
    g_assert_nonnull (find_card (fixture->page, level));
  WAIT_UNTIL (shows (fixture, "Behaviour"));
  g_assert_true (shows (fixture, "28 of 28 marks"));
}

static void
test_levels (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int level;
    const char *text;
  } cases[] = {
    { 1, "Interviews" },
    { 2, "Distribution of the learning marks" },
    { 3, "All kinds of commitments" },
    { 4, "Metrics" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show_level (fixture, cases[i].level);
      WAIT_UNTIL (shows (fixture, cases[i].text));
    }
  show_level (fixture, 0);
  WAIT_UNTIL (gtk_widget_get_mapped (find_card (fixture->page, 4)));
}

static gboolean
exclude_one (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolments_of_run (db, ff_runs_find (db, "CX-01", NULL), error);
  const FfEnrolment *first = g_ptr_array_index (enrolments, 0);

  return ff_exclusions_put (db, first->run_id, 2, 0, &(FfExclusionDraft) { first->employee_no, "on long leave" }, NULL, error) == FF_PUT_NEW;
}

/* Figures and the list at their foot follow what is written. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  show_level (fixture, 2);
  WAIT_UNTIL (shows (fixture, "28 of 28"));
  run (fixture, exclude_one);
  WAIT_UNTIL (shows (fixture, "1 person is taken out of this level."));
  WAIT_UNTIL (shows (fixture, "27 of 27"));
  WAIT_UNTIL (shows (fixture, "on long leave"));
  ff_workspace_undo (fixture->base.workspace);
  WAIT_UNTIL (!shows (fixture, "1 person is taken out of this level."));
}

static gboolean
draw (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_interviews_draw (db, ff_runs_find (db, "CX-01", NULL), 1000, 7, NULL, error);
}

static void
test_interviews (Fixture *fixture, gconstpointer data)
{
  show_level (fixture, 1);
  run (fixture, draw);
  WAIT_UNTIL (shows (fixture, "0 of 3 interviews held"));
}

static guint
count_questionnaires (Fixture *fixture, FfOwner owner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questionnaires = ff_questionnaires_list (ff_workspace_get_reader (fixture->base.workspace), owner, &error);

  g_assert_no_error (error);
  return questionnaires->len;
}

/* The button of a window that has come up over the page; NULL while there is none. */
static GtkWidget *
find_in_windows (const char *label)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = workspace_find (window, GTK_TYPE_BUTTON, "label", label);
    }
  return found;
}

/* Of the library one questionnaire is of this level: it need not be chosen, and it becomes the class's own. */
static void
test_take (Fixture *fixture, gconstpointer data)
{
  FfOwner library = FF_OWNER_INIT (FF_OWNER_NONE, 0);
  guint of_class = count_questionnaires (fixture, ff_owner_run (fixture->run_id));
  guint of_library = count_questionnaires (fixture, library);
  GtkWidget *take = NULL;

  show_level (fixture, 1);
  g_action_group_activate_action (G_ACTION_GROUP (ff_page_get_actions (FF_PAGE (fixture->page))), "take-questionnaire",
                                  g_variant_new_int32 (1));
  WAIT_UNTIL ((take = find_in_windows ("_Take")) != NULL && gtk_widget_is_sensitive (take));
  g_signal_emit_by_name (take, "clicked");
  WAIT_UNTIL (count_questionnaires (fixture, ff_owner_run (fixture->run_id)) == of_class + 1);
  g_assert_cmpuint (count_questionnaires (fixture, library), ==, of_library);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/evaluation-page/cards", test_cards },
    { "/evaluation-page/levels", test_levels },
    { "/evaluation-page/changes", test_changes },
    { "/evaluation-page/interviews", test_interviews },
    { "/evaluation-page/take", test_take },
  };

  g_setenv ("FOURFOLD_NOW", "2026-09-22T08:40", TRUE);
  if (!workspace_test_init (&argc, &argv))
    return 77;
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
