#include "config.h"

#include "ff-timetable-pane.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-people.h"
#include "ff-settings.h"
#include "ff-tag.h"
#include "ff-timetables.h"
#include "ff-window.h"

struct _FfTimetablePane
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  gint64 course_id;
  GPtrArray *slots; /* FfTimetableSlot */
  GArray *flaws;    /* FfDayFlaw */
  GtkBox *days;
  GtkLabel *summary;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (FfTimetablePane, ff_timetable_pane, ADW_TYPE_BIN)

static const FfTimetableSlot *
slot_at (FfTimetablePane *self, gsize index)
{
  return g_ptr_array_index (self->slots, index);
}

/* Words ------------------------------------------------------------------------------------------------------------------------- */

static char *
format_clock (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

static char *
format_span (int from, int to)
{
  g_autofree char *start = format_clock (from);
  g_autofree char *end = format_clock (to);

  return g_strdup_printf ("%s–%s", start, end);
}

static char *
describe_flaw (FfTimetablePane *self, const FfDayFlaw *flaw)
{
  g_autofree char *span = format_span (flaw->from, flaw->to);

  if (flaw->kind == FF_DAY_GAP)
    /* Translators: %s is a span of time, such as 10:00–10:15. */
    return g_strdup_printf (_("%s: nothing is planned"), span);
  /* Translators: the title of a slot and a span of time. */
  return g_strdup_printf (_("Overlaps “%s”, %s"), slot_at (self, flaw->first)->title, span);
}

/* "6 h 30 min", or "Frontline 6 h · Support 5 h" where layers part. */
static char *
describe_day (FfTimetablePane *self, int day)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const FfTimetableSlot *slot = slot_at (self, i);
      g_autofree char *duration = NULL;

      if (slot->day != day || slot->layer == NULL || !g_hash_table_add (seen, (gpointer) &slot->layer_id))
        continue;
      duration = ff_format_duration (ff_timetables_count_minutes (self->slots, day, slot->layer_id));
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", ff_layer_title (slot->layer, NULL), duration);
    }
  if (text->len == 0)
    {
      g_autofree char *duration = ff_format_duration (ff_timetables_count_minutes (self->slots, day, 0));

      g_string_append (text, duration);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
count_flaws (FfTimetablePane *self, FfDayFlawKind kind)
{
  int n = 0;

  for (guint i = 0; i < self->flaws->len; i++)
    n += g_array_index (self->flaws, FfDayFlaw, i).kind == kind;
  return n;
}

static int
count_days (FfTimetablePane *self)
{
  int days = 0, last = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      days += slot_at (self, i)->day != last;
      last = slot_at (self, i)->day;
    }
  return days;
}

/* "2 days · 1 overlap · 2 gaps" */
static void
show_summary (FfTimetablePane *self)
{
  int days = count_days (self), overlaps = count_flaws (self, FF_DAY_OVERLAP), gaps = count_flaws (self, FF_DAY_GAP);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%d day", "%d days", (gulong) days), days);
  if (overlaps > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%d overlap", "%d overlaps", (gulong) overlaps), overlaps);
    }
  if (gaps > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%d gap", "%d gaps", (gulong) gaps), gaps);
    }
  gtk_label_set_label (self->summary, self->slots->len > 0 ? text->str : "");
}

/* Days -------------------------------------------------------------------------------------------------------------------------- */

static void
on_row_activated (FfTimetablePane *self, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "slot");

  if (id != NULL)
    ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_timetable_editor, *id, ff_timetable_context (self->course_id, 0));
}

static void
add_tag (GtkWidget *box, const char *text, FfTone tone)
{
  GtkWidget *tag = ff_tag_new (text, NULL, tone);

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), tag);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
slot_row (FfTimetablePane *self, guint index)
{
  const FfTimetableSlot *slot = slot_at (self, index);
  gboolean is_break = g_strcmp0 (slot->activity, FF_ACTIVITY_BREAK) == 0;
  g_autofree char *span = format_span (slot->starts, slot->ends);
  g_autofree char *duration = ff_format_duration (slot->ends - slot->starts);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = new_label (slot->title, is_break ? "dim-label" : NULL);
  GtkWidget *length = new_label (duration, "dim-label");

  gtk_widget_add_css_class (box, "slot-row");
  gtk_box_append (GTK_BOX (box), new_label (span, "numeric"));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  if (slot->activity != NULL)
    add_tag (box, ff_activity_title (slot->activity), is_break ? FF_TONE_NEUTRAL : FF_TONE_ACCENT);
  if (slot->layer != NULL)
    add_tag (box, ff_layer_title (slot->layer, NULL), FF_TONE_GOOD);
  gtk_widget_set_hexpand (length, TRUE);
  gtk_label_set_xalign (GTK_LABEL (length), 1);
  gtk_widget_add_css_class (length, "numeric");
  gtk_box_append (GTK_BOX (box), length);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "slot", g_memdup2 (&slot->id, sizeof slot->id), g_free);
  return row;
}

static GtkWidget *
flaw_row (FfTimetablePane *self, const FfDayFlaw *flaw)
{
  g_autofree char *text = describe_flaw (self, flaw);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = new_label (text, "caption");

  gtk_widget_add_css_class (box, "slot-flaw");
  gtk_widget_add_css_class (box, flaw->kind == FF_DAY_OVERLAP ? "error" : "warning-text");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("ff-alert-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
append_day_item (GMenu *menu, const char *label, const char *action, int day)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", day);
  g_menu_append_item (menu, item);
}

static GtkWidget *
day_heading (FfTimetablePane *self, int day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: a day of a course; 1 is the first. */
  g_autofree char *title = g_strdup_printf (_("Day %d"), day);
  g_autofree char *minutes = describe_day (self, day);
  GtkWidget *caption = new_label (minutes, "dim-label");

  append_day_item (menu, _("D_uplicate Day"), "timetable.duplicate-day", day);
  append_day_item (menu, _("_Delete Day"), "timetable.delete-day", day);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (more, _("Menu of the day"));
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_tooltip_text (add, _("Add a slot to this day"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "i", day);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "timetable.add");
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), more);
  return box;
}

static void
add_day (FfTimetablePane *self, int day)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->slots->len; i++)
    {
      if (slot_at (self, i)->day != day)
        continue;
      for (guint j = 0; j < self->flaws->len; j++)
        {
          const FfDayFlaw *flaw = &g_array_index (self->flaws, FfDayFlaw, j);

          if (flaw->second == i)
            gtk_list_box_append (GTK_LIST_BOX (list), flaw_row (self, flaw));
        }
      gtk_list_box_append (GTK_LIST_BOX (list), slot_row (self, i));
    }
  gtk_box_append (self->days, day_heading (self, day));
  gtk_box_append (self->days, list);
}

/* Reading ------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef pane;
  gint64 course_id;
  GPtrArray *slots;
  GArray *flaws;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->pane);
  g_clear_pointer (&reading->slots, g_ptr_array_unref);
  g_clear_pointer (&reading->flaws, g_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;
  FfSettings settings;

  if (!ff_settings_read (db, &settings, error))
    return FALSE;
  reading->slots = ff_timetables_list (db, reading->course_id, error);
  if (reading->slots != NULL)
    reading->flaws = ff_timetables_check (reading->slots, settings.hours, settings.n_hours);
  return reading->slots != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfTimetablePane) self = g_weak_ref_get (&reading->pane);
  GtkAdjustment *adjustment;
  double scrolled;
  GtkWidget *child;
  int last = 0;

  if (self == NULL || error != NULL)
    return self == NULL;
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  scrolled = gtk_adjustment_get_value (adjustment);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->flaws, g_array_unref);
  self->slots = g_steal_pointer (&reading->slots);
  self->flaws = g_steal_pointer (&reading->flaws);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
  for (guint i = 0; i < self->slots->len; i++)
    if (slot_at (self, i)->day != last)
      add_day (self, last = slot_at (self, i)->day);
  gtk_stack_set_visible_child_name (self->stack, self->slots->len > 0 ? "days" : "empty");
  show_summary (self);
  gtk_adjustment_set_value (adjustment, scrolled);
  return TRUE;
}

static void
read_slots (FfTimetablePane *self)
{
  Reading *reading = g_new0 (Reading, 1);

  g_weak_ref_init (&reading->pane, self);
  reading->course_id = self->course_id;
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, NULL);
}

static void
on_changed (FfTimetablePane *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "timetable_slot", "layer", "setting", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    read_slots (self);
}

/* Commands ------------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 course_id;
  int day;
} DayCommand;

static gboolean
duplicate_day (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  DayCommand *command = data;

  return ff_timetables_duplicate_day (db, command->course_id, command->day, NULL, error);
}

static gboolean
delete_day (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  DayCommand *command = data;

  return ff_timetables_delete_day (db, command->course_id, command->day, error);
}

static void
run_day (FfTimetablePane *self, const char *label, FfWorkFunc work, GVariant *day)
{
  DayCommand *command = g_new0 (DayCommand, 1);

  command->course_id = self->course_id;
  command->day = g_variant_get_int32 (day);
  ff_workspace_run (self->workspace, label, work, NULL, command, g_free);
}

static void
activate_duplicate_day (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_day (user_data, _("Duplicate a day of the timetable"), duplicate_day, parameter);
}

static void
activate_delete_day (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfWindow *window = ff_window_of (user_data);

  run_day (user_data, _("Delete a day of the timetable"), delete_day, parameter);
  if (window != NULL)
    ff_window_toast_undo (window, _("Day deleted"));
}

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfTimetablePane *self = user_data;

  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_timetable_editor, 0,
                  ff_timetable_context (self->course_id, g_variant_get_int32 (parameter)));
}

static void
activate_add_day (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfTimetablePane *self = user_data;
  int last = self->slots != NULL && self->slots->len > 0 ? slot_at (self, self->slots->len - 1)->day : 0;

  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_timetable_editor, 0, ff_timetable_context (self->course_id, last + 1));
}

static void
activate_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfTimetablePane *self = user_data;

  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_timetable_copy_editor, 0, self->course_id);
}

static void
update_actions (FfTimetablePane *self)
{
  static const char *const names[] = { "add", "add-day", "copy", "duplicate-day", "delete-day" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
                                 ff_workspace_is_writable (self->workspace));
}

/* The pane ----------------------------------------------------------------------------------------------------------------------------- */

static void
ff_timetable_pane_finalize (GObject *object)
{
  FfTimetablePane *self = FF_TIMETABLE_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->flaws, g_array_unref);
  G_OBJECT_CLASS (ff_timetable_pane_parent_class)->finalize (object);
}

static void
ff_timetable_pane_class_init (FfTimetablePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_timetable_pane_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-timetable-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTimetablePane, days);
  gtk_widget_class_bind_template_child (widget_class, FfTimetablePane, summary);
  gtk_widget_class_bind_template_child (widget_class, FfTimetablePane, stack);
  gtk_widget_class_bind_template_child (widget_class, FfTimetablePane, scrolled);
}

static void
ff_timetable_pane_init (FfTimetablePane *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = activate_add, .parameter_type = "i" },
    { .name = "add-day", .activate = activate_add_day },
    { .name = "copy", .activate = activate_copy },
    { .name = "duplicate-day", .activate = activate_duplicate_day, .parameter_type = "i" },
    { .name = "delete-day", .activate = activate_delete_day, .parameter_type = "i" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timetable", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ff_timetable_pane_new (FfWorkspace *workspace, gint64 course_id)
{
  FfTimetablePane *self = g_object_new (FF_TYPE_TIMETABLE_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  self->course_id = course_id;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::writable", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
  read_slots (self);
  return GTK_WIDGET (self);
}
