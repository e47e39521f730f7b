/* The pages of a trainer and a venue, their lists, and the preferences: each opens, shows what is stored, and follows a change. */
#include "config.h"

#include "ff-days.h"
#include "ff-place-lists.h"
#include "ff-place-page.h"
#include "ff-preferences-window.h"
#include "ff-qualifications.h"
#include "ff-places.h"
#include "ff-settings.h"
#include "ff-unavailability.h"
#include "ff-venue-parts.h"
#include "workspace-support.h"

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  gint64 trainer = 0, venue = 0;

  return ff_grades_put (db, 0, &(FfGradeDraft) { .name = "Senior", .rate = "300" }, NULL, error) != FF_PUT_REFUSED
         && ff_people_put_trainer (db, 0, &(FfTrainerDraft) { .name = "Ann", .grade = "Senior" }, &trainer, error) != FF_PUT_REFUSED
         && ff_people_put_trainer (db, 0, &(FfTrainerDraft) { .name = "张三" }, NULL, error) != FF_PUT_REFUSED
         && ff_qualifications_put (db, 0, trainer, &(FfQualificationDraft) { .title = "Coach", .expires_on = "2020-01-01" }, NULL, error)
                != FF_PUT_REFUSED
         && ff_people_put_venue (db, 0, &(FfVenueDraft) { .name = "Lab", .capacity = "24" }, &venue, error) != FF_PUT_REFUSED
         && ff_venue_zones_put (db, 0, venue, &(FfVenueZoneDraft) { .name = "Stage" }, NULL, error) != FF_PUT_REFUSED
         && ff_venue_equipment_put (db, 0, venue, &(FfVenueEquipmentDraft) { .equipment = "Screen" }, NULL, error) != FF_PUT_REFUSED
         && ff_unavailability_put (db, 0, FF_AWAY_VENUE, venue,
                                   &(FfUnavailabilityDraft) { .starts_at = "2999-01-01", .ends_at = "2999-01-02", .reason = "Paint" }, NULL, error)
                != FF_PUT_REFUSED;
}

static gboolean
add_qualification (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_qualifications_put (db, 0, 1, &(FfQualificationDraft) { .title = "Examiner" }, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
keep_currency (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_settings_put (db, FF_SETTING_CURRENCY, "¥", error) != FF_PUT_REFUSED;
}

static void
set_up (WorkspaceFixture *self, gconstpointer data)
{
  workspace_set_up (self, data);
  ff_workspace_run (self->workspace, "Fill", fill, NULL, NULL, NULL);
  WAIT_UNTIL (ff_workspace_get_undo_label (self->workspace) != NULL);
}

#define row_of(widget, text) workspace_find ((widget), ADW_TYPE_PREFERENCES_ROW, "title", (text))

static void
test_trainer_page (WorkspaceFixture *self, gconstpointer data)
{
  FfPage *page = ff_place_page_new (self->workspace, &ff_trainer_page, 1);

  gtk_window_set_child (GTK_WINDOW (self->parent), GTK_WIDGET (page));
  g_assert_cmpstr (ff_page_get_title (page), ==, "Ann");
  WAIT_UNTIL (row_of (GTK_WIDGET (page), "Coach") != NULL);
  WAIT_UNTIL (row_of (GTK_WIDGET (page), "Grade") != NULL);
  g_assert_nonnull (workspace_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "subtitle", "Senior · 300 a class hour"));
  ff_workspace_run (self->workspace, "Add", add_qualification, NULL, NULL, NULL);
  WAIT_UNTIL (row_of (GTK_WIDGET (page), "Examiner") != NULL);
  ff_workspace_run (self->workspace, "Currency", keep_currency, NULL, NULL, NULL);
  WAIT_UNTIL (workspace_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "subtitle", "Senior · ¥300 a class hour") != NULL);
}

static void
test_venue_page (WorkspaceFixture *self, gconstpointer data)
{
  FfPage *page = ff_place_page_new (self->workspace, &ff_venue_page, 1);

  gtk_window_set_child (GTK_WINDOW (self->parent), GTK_WIDGET (page));
  g_assert_cmpstr (ff_page_get_title (page), ==, "Lab");
  WAIT_UNTIL (row_of (GTK_WIDGET (page), "Stage") != NULL);
  WAIT_UNTIL (row_of (GTK_WIDGET (page), "Screen") != NULL);
  WAIT_UNTIL (workspace_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "subtitle", "Paint") != NULL);
  WAIT_UNTIL (workspace_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "subtitle", "24") != NULL);
}

static guint
n_rows (GtkWidget *list)
{
  guint n;

  g_object_get (list, "n-rows", &n, NULL);
  return n;
}

static void
test_lists (WorkspaceFixture *self, gconstpointer data)
{
  static const struct
  {
    const FfListKind *kind;
    const char *search;
    guint all;
    guint found;
  } cases[] = {
    { &ff_trainer_list, "zs", 2, 1 },
    { &ff_venue_list, "x", 1, 0 },
    { &ff_equipment_list, "scr", 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *list = g_object_new (FF_TYPE_LIST_VIEW, NULL);

      g_test_message ("%zu", i);
      gtk_window_set_child (GTK_WINDOW (self->parent), list);
      ff_list_view_set_up (FF_LIST_VIEW (list), cases[i].kind, self->workspace, "List");
      WAIT_UNTIL (n_rows (list) == cases[i].all);
      ff_list_view_set_search (FF_LIST_VIEW (list), cases[i].search);
      WAIT_UNTIL (n_rows (list) == cases[i].found);
    }
}

static void
test_preferences (WorkspaceFixture *self, gconstpointer data)
{
  static const char *const pages[] = { "general", "time", "days", "layers", "grades", "departments" };
  FfPreferencesWindow *window = ff_preferences_window_open (GTK_WINDOW (self->parent), self->workspace);
  GtkWidget *currency;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      ff_preferences_window_show_page (window, pages[i]);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  WAIT_UNTIL (row_of (GTK_WIDGET (window), "Senior") != NULL);
  WAIT_UNTIL (row_of (GTK_WIDGET (window), "Frontline") != NULL);

  /* What somebody else keeps is shown; what is typed is kept. */
  currency = row_of (GTK_WIDGET (window), "Currency: a sign such as ¥, or a word");
  g_assert_true (ADW_IS_ENTRY_ROW (currency));
  ff_workspace_run (self->workspace, "Currency", keep_currency, NULL, NULL, NULL);
  WAIT_UNTIL (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (currency)), "¥"));
  gtk_editable_set_text (GTK_EDITABLE (currency), "元");
  g_signal_emit_by_name (currency, "entry-activated");
  WAIT_UNTIL (g_strcmp0 (ff_workspace_get_undo_label (self->workspace), "Change the preferences") == 0);

  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_UNTIL (window == NULL);
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 77;
  g_test_add ("/places-window/trainer", WorkspaceFixture, NULL, set_up, test_trainer_page, workspace_tear_down);
  g_test_add ("/places-window/venue", WorkspaceFixture, NULL, set_up, test_venue_page, workspace_tear_down);
  g_test_add ("/places-window/lists", WorkspaceFixture, NULL, set_up, test_lists, workspace_tear_down);
  g_test_add ("/places-window/preferences", WorkspaceFixture, NULL, set_up, test_preferences, workspace_tear_down);
  return g_test_run ();
}
