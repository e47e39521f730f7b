#include "config.h"

#include "ff-journal-page.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-compat.h"
#include "ff-filter-button.h"
#include "ff-format.h"
#include "ff-history-row.h"
#include "ff-journal-rows.h"
#include "ff-runs.h"

/* So many changes are read at once. */
#define CHUNK 120

struct _FfJournalPage
{
  FfPage parent_instance;

  gint64 run_id;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *people; /* NULL: of everything, where there are too many to choose from */
  GtkDropDown *area;
  GtkMenuButton *day_button;
  GtkCalendar *calendar;
  FfDay day; /* FF_NO_DAY: any */
  GPtrArray *areas; /* keys in the order of the drop-down, "" first */
  GListStore *rows;
  FfHistory *history; /* NULL while a reading has it */
  guint n_read;       /* changes that are shown */
  char *search;
  GCancellable *cancellable; /* of the reading that runs */
};

G_DEFINE_FINAL_TYPE (FfJournalPage, ff_journal_page, FF_TYPE_PAGE)

/* Reading --------------------------------------------------------------------------------------------------------------- */

/* A history goes from the page to a reading and back, since only one of them may use it. */
typedef struct
{
  GWeakRef page;
  FfHistory *history;
  guint most;
  gboolean anew;
  GPtrArray *changes;
  GPtrArray *people; /* FfChoice; NULL: known already */
  gint64 run_id;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->page);
  ff_history_free (reading->history);
  g_ptr_array_unref (reading->changes);
  g_clear_pointer (&reading->people, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_people (FfDb *db, Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolments_of_run (db, reading->run_id, error);

  if (enrolments == NULL)
    return FALSE;
  reading->people = ff_choices_new ();
  for (guint i = 0; i < enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      FfChoice *choice = g_new0 (FfChoice, 1);

      choice->id = enrolment->trainee_id;
      choice->title = g_strdup (enrolment->name);
      g_ptr_array_add (reading->people, choice);
    }
  return TRUE;
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->anew && reading->run_id != 0 && !read_people (db, reading, error))
    return FALSE;
  while (!ff_history_is_done (reading->history) && reading->changes->len < reading->most)
    if (!ff_history_read (reading->history, db, reading->most - reading->changes->len, reading->changes, error))
      return FALSE;
  return TRUE;
}

static void
update_stack (FfJournalPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "changes" : "none");
}

static void read_again (FfJournalPage *self);

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfJournalPage) self = g_weak_ref_get (&reading->page);

  if (self == NULL)
    return TRUE;
  g_clear_object (&self->cancellable);
  if (g_error_matches (error, FF_ERROR, FF_ERROR_CONFLICT))
    read_again (self);
  if (error != NULL)
    return g_error_matches (error, FF_ERROR, FF_ERROR_CONFLICT);
  self->history = g_steal_pointer (&reading->history);
  if (reading->people != NULL)
    ff_filter_button_set_choices (FF_FILTER_BUTTON (self->people), reading->people);
  self->n_read = reading->changes->len + (reading->anew ? 0 : self->n_read);
  if (reading->anew)
    ff_journal_rows_replace (self->rows, reading->changes);
  else
    ff_journal_rows_append (self->rows, reading->changes);
  update_stack (self);
  return TRUE;
}

/* Takes the history. */
static void
start_reading (FfJournalPage *self, FfHistory *history, guint most, gboolean anew)
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->page, self);
  reading->history = history;
  reading->most = most;
  reading->anew = anew;
  reading->run_id = self->run_id;
  reading->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_change_free);
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
read_on (FfJournalPage *self)
{
  if (self->history != NULL && !ff_history_is_done (self->history))
    start_reading (self, g_steal_pointer (&self->history), CHUNK, FALSE);
}

static void
read_from_top (FfJournalPage *self, guint most)
{
  guint selected = gtk_drop_down_get_selected (self->area);
  const char *area = selected < self->areas->len ? g_ptr_array_index (self->areas, selected) : "";
  g_autoptr (GArray) people = self->people != NULL ? ff_filter_button_dup_ids (FF_FILTER_BUTTON (self->people)) : NULL;
  FfHistoryFilter filter = { people, *area != '\0' ? area : NULL, self->day, self->day, self->search };

  g_clear_pointer (&self->history, ff_history_free);
  start_reading (self, ff_history_new (self->run_id, &filter), most, TRUE);
}

/* Something was written: as many as are shown. */
static void
read_again (FfJournalPage *self)
{
  read_from_top (self, MAX (self->n_read, CHUNK));
}

/* Something else is asked for. */
static void
on_filter (FfJournalPage *self)
{
  read_from_top (self, CHUNK);
}

/* Rows ------------------------------------------------------------------------------------------------------------------ */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, FfJournalPage *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *heading = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "journal-day");
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_named (GTK_STACK (stack), heading, "day");
  gtk_stack_add_named (GTK_STACK (stack), ff_history_row_new (ff_page_get_workspace (FF_PAGE (self)), FALSE), "change");
  gtk_list_item_set_child (item, stack);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, FfJournalPage *self)
{
  FfJournalRow *row = gtk_list_item_get_item (item);
  const FfChange *change = ff_journal_row_get_change (row);
  GtkStack *stack = GTK_STACK (gtk_list_item_get_child (item));

  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  if (change != NULL)
    ff_history_row_set_change (FF_HISTORY_ROW (gtk_stack_get_child_by_name (stack, "change")), change);
  else
    {
      g_autofree char *day = ff_format_day_long (ff_journal_row_get_day (row));

      gtk_label_set_text (GTK_LABEL (gtk_stack_get_child_by_name (stack, "day")), day);
    }
  gtk_stack_set_visible_child_name (stack, change != NULL ? "change" : "day");
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, FfJournalPage *self)
{
  GtkStack *stack = GTK_STACK (gtk_list_item_get_child (item));

  ff_history_row_set_change (FF_HISTORY_ROW (gtk_stack_get_child_by_name (stack, "change")), NULL);
}

/* A page before the end. */
static void
on_scrolled (GtkAdjustment *adjustment, FfJournalPage *self)
{
  double end = gtk_adjustment_get_value (adjustment) + 2 * gtk_adjustment_get_page_size (adjustment);

  if (end >= gtk_adjustment_get_upper (adjustment))
    read_on (self);
}

/* Filters --------------------------------------------------------------------------------------------------------------- */

static void
set_day (FfJournalPage *self, FfDay day)
{
  g_autofree char *text = day != FF_NO_DAY ? ff_format_day_short (day) : g_strdup (_("Any day"));

  self->day = day;
  gtk_menu_button_set_label (self->day_button, text);
  gtk_menu_button_popdown (self->day_button);
  on_filter (self);
}

static void
on_day_chosen (FfJournalPage *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  set_day (self, ff_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date)));
}

static void
on_any_day (FfJournalPage *self)
{
  set_day (self, FF_NO_DAY);
}

static GtkWidget *
make_day_button (FfJournalPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *any = gtk_button_new_with_mnemonic (_("_Any Day"));
  GtkWidget *popover = gtk_popover_new ();

  self->day_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (any, "clicked", G_CALLBACK (on_any_day), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), any);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (self->day_button, popover);
  gtk_menu_button_set_label (self->day_button, _("Any day"));
  return GTK_WIDGET (self->day_button);
}

static GtkWidget *
make_area (FfJournalPage *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  gsize n;
  const FfHistoryArea *areas = ff_history_areas (&n);

  g_ptr_array_add (titles, (char *) _("All fields"));
  g_ptr_array_add (self->areas, (char *) "");
  for (gsize i = 0; i < n; i++)
    {
      if (self->run_id != 0 && !areas[i].of_class)
        continue;
      g_ptr_array_add (titles, (char *) areas[i].title);
      g_ptr_array_add (self->areas, (char *) areas[i].key);
    }
  g_ptr_array_add (titles, NULL);
  self->area = GTK_DROP_DOWN (gtk_drop_down_new_from_strings ((const char *const *) titles->pdata));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fields"), -1);
  g_signal_connect_object (self->area, "notify::selected", G_CALLBACK (on_filter), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->area);
}

static GtkWidget *
make_strip (FfJournalPage *self)
{
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (strip, "filter-strip");
  if (self->run_id != 0)
    {
      self->people = ff_filter_button_new ("ff-people-symbolic", _("All people"));
      ff_filter_button_set_compact (FF_FILTER_BUTTON (self->people), FALSE);
      g_signal_connect_object (self->people, "changed", G_CALLBACK (on_filter), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (strip), self->people);
    }
  gtk_box_append (GTK_BOX (strip), make_area (self));
  gtk_box_append (GTK_BOX (strip), make_day_button (self));
  return strip;
}

/* The page -------------------------------------------------------------------------------------------------------------- */

static void
ff_journal_page_search (FfPage *page, const char *text)
{
  FfJournalPage *self = FF_JOURNAL_PAGE (page);

  if (g_strcmp0 (self->search, text) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  on_filter (self);
}

static void
ff_journal_page_dispose (GObject *object)
{
  FfJournalPage *self = FF_JOURNAL_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->history, ff_history_free);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (ff_journal_page_parent_class)->dispose (object);
}

static void
ff_journal_page_finalize (GObject *object)
{
  FfJournalPage *self = FF_JOURNAL_PAGE (object);

  g_ptr_array_unref (self->areas);
  g_free (self->search);
  G_OBJECT_CLASS (ff_journal_page_parent_class)->finalize (object);
}

static void
ff_journal_page_class_init (FfJournalPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_journal_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_journal_page_finalize;
  FF_PAGE_CLASS (klass)->search = ff_journal_page_search;
}

static void
ff_journal_page_init (FfJournalPage *self)
{
  self->day = FF_NO_DAY;
  self->search = g_strdup ("");
  self->areas = g_ptr_array_new ();
  self->rows = g_list_store_new (FF_TYPE_JOURNAL_ROW);
}

static GtkWidget *
make_list (FfJournalPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (model, factory));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Changes, the newest first"), -1);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 860);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  ff_compat_calm_scrolling (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "value-changed", G_CALLBACK (on_scrolled),
                           self, 0);
  return scrolled;
}

static void
make_content (FfJournalPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *none = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "document-open-recent-symbolic", "title", _("Nothing Was Changed"),
                                  "description", _("No change fits what is chosen above."), NULL);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, adw_bin_new (), "reading");
  gtk_stack_add_named (self->stack, make_list (self), "changes");
  gtk_stack_add_named (self->stack, none, "none");
  gtk_box_append (GTK_BOX (box), make_strip (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

FfPage *
ff_journal_page_new (FfWorkspace *workspace, gint64 run_id)
{
  FfJournalPage *self = g_object_new (FF_TYPE_JOURNAL_PAGE, "workspace", workspace, "can-search", TRUE, NULL);
  g_autoptr (FfRun) run = run_id != 0 ? ff_runs_read (ff_workspace_get_reader (workspace), run_id, NULL) : NULL;

  self->run_id = run_id;
  ff_page_set_title (FF_PAGE (self), _("Journal"));
  if (run != NULL)
    ff_page_set_subtitle (FF_PAGE (self), run->title);
  make_content (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  on_filter (self);
  return FF_PAGE (self);
}
