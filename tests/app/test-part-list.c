/* A card of rows, on the days off of a database: it reads itself again after each change, moves by keys, ticks, and says what is
   missing when it is empty. */
#include "config.h"

#include "ff-days.h"
#include "ff-part-list.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  GtkWidget *list;
} Fixture;

/* The days off of a database stand for any short list. */
static GPtrArray *
list_days (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) days = ff_days_list (db, FF_NO_DAY, FF_NO_DAY, error);
  GPtrArray *parts;

  if (days == NULL)
    return NULL;
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
  for (guint i = 0; i < days->len; i++)
    {
      const FfCalendarDay *day = g_ptr_array_index (days, i);
      FfPart *part = ff_part_new (day->id, day->title, NULL);

      part->done = day->worked;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
tick_day (FfDb *db, gint64 owner, gint64 id, gboolean done, GError **error)
{
  g_autoptr (GPtrArray) days = ff_days_list (db, FF_NO_DAY, FF_NO_DAY, error);

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const FfCalendarDay *day = g_ptr_array_index (days, i);

      if (day->id == id)
        return ff_days_put (db, day->day, done, day->title, error) != FF_PUT_REFUSED;
    }
  return FALSE;
}

static char *
foot (GPtrArray *parts, gint64 owner)
{
  return parts->len > 1 ? g_strdup_printf ("%u days", parts->len) : NULL;
}

static const char *const tables[] = { "calendar_day", NULL };
static const FfPartKind days_kind = {
  .title = "Days Off",
  .empty = "Holidays stand here.",
  .tables = tables,
  .list = list_days,
  .tick = tick_day,
  .tick_label = "Change a day",
  .foot = foot,
};

static gboolean
add_days (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_days_put (db, ff_day_from_ymd (2026, 10, 1), FALSE, "National Day", error) != FF_PUT_REFUSED
         && ff_days_put (db, ff_day_from_ymd (2026, 10, 10), FALSE, "Stocktaking", error) != FF_PUT_REFUSED;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  workspace_set_up (&self->base, data);
  self->list = ff_part_list_new (self->base.workspace, &days_kind, 1);
  gtk_window_set_child (GTK_WINDOW (self->base.parent), self->list);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  workspace_tear_down (&self->base, data);
}

static guint
n_parts (Fixture *self)
{
  return ff_part_list_get_n_parts (FF_PART_LIST (self->list));
}

static gboolean
is_shown (Fixture *self, const char *text)
{
  GtkWidget *label = workspace_find (self->list, GTK_TYPE_LABEL, "label", text);

  return label != NULL && gtk_widget_get_visible (label);
}

static void
test_reads_again (Fixture *self, gconstpointer data)
{
  WAIT_UNTIL (is_shown (self, "Holidays stand here."));
  ff_workspace_run (self->base.workspace, "Add days", add_days, NULL, NULL, NULL);
  WAIT_UNTIL (n_parts (self) == 2);
  g_assert_false (is_shown (self, "Holidays stand here."));
  g_assert_nonnull (workspace_find (self->list, ADW_TYPE_ACTION_ROW, "title", "National Day"));
  g_assert_true (is_shown (self, "2 days"));
  WAIT_UNTIL (ff_workspace_get_undo_label (self->base.workspace) != NULL);
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (n_parts (self) == 0);
  g_assert_true (is_shown (self, "Holidays stand here."));
}

static void
test_ticks (Fixture *self, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *check;

  ff_workspace_run (self->base.workspace, "Add days", add_days, NULL, NULL, NULL);
  WAIT_UNTIL (n_parts (self) == 2);
  row = workspace_find (self->list, ADW_TYPE_ACTION_ROW, "title", "Stocktaking");
  check = workspace_find (row, GTK_TYPE_CHECK_BUTTON, "label", NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  WAIT_UNTIL (g_strcmp0 (ff_workspace_get_undo_label (self->base.workspace), "Change a day") == 0);
  WAIT_UNTIL ((row = workspace_find (self->list, ADW_TYPE_ACTION_ROW, "title", "Stocktaking")) != NULL
              && gtk_check_button_get_active (GTK_CHECK_BUTTON (workspace_find (row, GTK_TYPE_CHECK_BUTTON, "label", NULL))));
}

static void
test_no_owner (Fixture *self, gconstpointer data)
{
  ff_workspace_run (self->base.workspace, "Add days", add_days, NULL, NULL, NULL);
  WAIT_UNTIL (n_parts (self) == 2);
  ff_part_list_set_owner (FF_PART_LIST (self->list), 0);
  g_assert_cmpuint (n_parts (self), ==, 0);
}

int
main (int argc, char *argv[])
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_test_add ("/part-list/reads-again", Fixture, NULL, set_up, test_reads_again, tear_down);
  g_test_add ("/part-list/ticks", Fixture, NULL, set_up, test_ticks, tear_down);
  g_test_add ("/part-list/no-owner", Fixture, NULL, set_up, test_no_owner, tear_down);
  return g_test_run ();
}
