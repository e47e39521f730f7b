#include "config.h"

#include "ff-run-schedule.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda.h"
#include "ff-clash-popover.h"
#include "ff-clashes.h"
#include "ff-editors.h"
#include "ff-schedule-rows.h"
#include "ff-session-actions.h"

/* As many titles of what is not taught stand in the line. */
#define MOST_TITLES 3

struct _FfRunSchedule
{
  FfRunTab parent_instance;

  GtkStack *stack;
  GtkLabel *coverage;
  GtkWidget *coverage_bar;
  GtkBox *days;
  GCancellable *cancellable;
  gint64 wanted_session;
};

G_DEFINE_FINAL_TYPE (FfRunSchedule, ff_run_schedule, FF_TYPE_RUN_TAB)

/* Reading -------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef tab;
  gint64 run_id;
  GPtrArray *sessions;
  GPtrArray *slots;
  GHashTable *clashes; /* session id → how many */
  FfCoverage *coverage;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->tab);
  g_clear_pointer (&reading->sessions, g_ptr_array_unref);
  g_clear_pointer (&reading->slots, g_ptr_array_unref);
  g_clear_pointer (&reading->clashes, g_hash_table_unref);
  ff_coverage_free (reading->coverage);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->sessions = ff_sessions_of_run (db, reading->run_id, error);
  reading->slots = reading->sessions != NULL ? ff_agenda_of_run (db, reading->run_id, error) : NULL;
  reading->coverage = reading->slots != NULL ? ff_agenda_read_coverage (db, reading->run_id, error) : NULL;
  reading->clashes = reading->coverage != NULL ? ff_clashes_count_open (db, reading->sessions, error) : NULL;
  return reading->clashes != NULL;
}

/* Showing -------------------------------------------------------------------------------------------------------------------- */

static char *
describe_coverage (const FfCoverage *coverage)
{
  g_autofree char *taught = g_strdup_printf (ngettext ("%d of %d item of the syllabus is taught", "%d of %d items of the syllabus are taught",
                                                       (gulong) coverage->items),
                                             coverage->taught, coverage->items);
  g_autoptr (GString) missing = g_string_new (NULL);
  guint shown = MIN (coverage->missing->len, MOST_TITLES);
  guint more = coverage->missing->len - shown;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (missing, "%s%s", i > 0 ? C_("list", ", ") : "", (const char *) g_ptr_array_index (coverage->missing, i));
  if (shown == 0)
    /* Translators: %s is such as "16 of 16 items of the syllabus are taught" */
    return g_strdup_printf (_("%s."), taught);
  if (more == 0)
    /* Translators: how many are taught; the titles of the others */
    return g_strdup_printf (_("%s; not: %s."), taught, missing->str);
  /* Translators: how many are taught; the titles of some others, and how many more */
  return g_strdup_printf (ngettext ("%s; not: %s and %u more.", "%s; not: %s and %u more.", more), taught, missing->str, more);
}

static void
show_coverage (FfRunSchedule *self, const FfCoverage *coverage)
{
  g_autofree char *text = coverage->items > 0 ? describe_coverage (coverage) : g_strdup (_("The course has no syllabus yet."));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < coverage->missing->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (coverage->missing, i));
  gtk_label_set_label (self->coverage, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->coverage), all->len > 0 ? all->str : NULL);
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (self->coverage_bar), MAX (1, coverage->items));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->coverage_bar), coverage->taught);
  gtk_widget_set_visible (self->coverage_bar, coverage->items > 0);
}

static void
on_clash (FfRunSchedule *self, GtkWidget *button)
{
  ff_clash_popover_open (button, ff_page_get_workspace (FF_PAGE (self)), g_ascii_strtoll (gtk_widget_get_name (button), NULL, 10));
}

static void
append_session (FfRunSchedule *self, GtkListBox *list, const FfSession *session, const Reading *reading)
{
  guint clashes = GPOINTER_TO_UINT (g_hash_table_lookup (reading->clashes, &session->id));

  gtk_list_box_append (list, ff_schedule_session_new (session, clashes, G_CALLBACK (on_clash), self));
  for (guint i = 0; i < reading->slots->len; i++)
    {
      const FfAgendaSlot *slot = g_ptr_array_index (reading->slots, i);

      if (slot->session_id == session->id)
        gtk_list_box_append (list, ff_schedule_slot_new (slot, slot->starts_at < session->starts_at || slot->ends_at > session->ends_at));
    }
  if (!session->cancelled)
    gtk_list_box_append (list, ff_schedule_add_slot_new (session->id));
}

static GtkListBox *
append_day (FfRunSchedule *self, FfDay day, guint sessions)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), ff_schedule_day_new (day, sessions));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->days, box);
  return GTK_LIST_BOX (list);
}

static guint
count_day (GPtrArray *sessions, guint first)
{
  FfDay day = ff_time_day (((FfSession *) g_ptr_array_index (sessions, first))->starts_at);
  guint n = 0;

  while (first + n < sessions->len && ff_time_day (((FfSession *) g_ptr_array_index (sessions, first + n))->starts_at) == day)
    n++;
  return n;
}

/* The row with the focus, so that it has it again when the rows are made anew. */
static char *
dup_focus (FfRunSchedule *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->days))
                       ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                       : NULL;

  return row != NULL ? g_strdup (gtk_widget_get_name (row)) : NULL;
}

static GtkWidget *
find_row (FfRunSchedule *self, const char *name)
{
  for (GtkWidget *day = gtk_widget_get_first_child (GTK_WIDGET (self->days)); day != NULL; day = gtk_widget_get_next_sibling (day))
    {
      GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_last_child (day));
      GtkListBoxRow *row;

      for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
        if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
          return GTK_WIDGET (row);
    }
  return NULL;
}

static void
focus_row (FfRunSchedule *self, const char *name)
{
  GtkWidget *row = name != NULL ? find_row (self, name) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
focus_wanted (FfRunSchedule *self)
{
  g_autofree char *name = g_strdup_printf ("session-%" G_GINT64_FORMAT, self->wanted_session);

  if (self->wanted_session != 0)
    focus_row (self, name);
  self->wanted_session = 0;
}

static void
show_days (FfRunSchedule *self, const Reading *reading)
{
  g_autofree char *focus = dup_focus (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
  for (guint i = 0; i < reading->sessions->len;)
    {
      guint n = count_day (reading->sessions, i);
      const FfSession *first = g_ptr_array_index (reading->sessions, i);
      GtkListBox *list = append_day (self, ff_time_day (first->starts_at), n);

      for (guint end = i + n; i < end; i++)
        append_session (self, list, g_ptr_array_index (reading->sessions, i), reading);
    }
  focus_row (self, focus);
  focus_wanted (self);
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfRunSchedule) self = g_weak_ref_get (&reading->tab);

  if (self == NULL)
    return TRUE;
  if (error != NULL)
    return g_error_matches (error, FF_ERROR, FF_ERROR_NOT_FOUND);
  show_coverage (self, reading->coverage);
  show_days (self, reading);
  gtk_stack_set_visible_child_name (self->stack, reading->sessions->len > 0 ? "sessions" : "empty");
  return TRUE;
}

static void
stop_reading (FfRunSchedule *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ff_run_schedule_update (FfRunTab *tab, FfClassFigures *figures)
{
  FfRunSchedule *self = FF_RUN_SCHEDULE (tab);
  Reading *reading = g_new0 (Reading, 1);

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->tab, self);
  reading->run_id = figures->run->id;
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
ff_run_schedule_show_session (FfRunTab *tab, gint64 session_id)
{
  FF_RUN_SCHEDULE (tab)->wanted_session = session_id;
  /* Before the rows are there, it waits for them. */
  if (gtk_widget_get_first_child (GTK_WIDGET (FF_RUN_SCHEDULE (tab)->days)) != NULL)
    focus_wanted (FF_RUN_SCHEDULE (tab));
}

/* Commands --------------------------------------------------------------------------------------------------------------------- */

static void
activate_edit_slot (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 session_id, slot_id;

  g_variant_get (parameter, "(xx)", &session_id, &slot_id);
  ff_editor_open (user_data, ff_page_get_workspace (user_data), &ff_slot_editor, slot_id, session_id);
}

static void
ff_run_schedule_constructed (GObject *object)
{
  FfRunSchedule *self = FF_RUN_SCHEDULE (object);
  static const GActionEntry actions[] = {
    { .name = "edit-slot", .activate = activate_edit_slot, .parameter_type = "(xx)" },
  };
  g_autoptr (GMenuModel) menu = ff_session_actions_menu ();

  G_OBJECT_CLASS (ff_run_schedule_parent_class)->constructed (object);
  ff_session_actions_add (FF_RUN_TAB (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  ff_page_set_primary (FF_PAGE (self), _("Add Session…"), "list-add-symbolic", "tab.add-session");
  ff_page_set_menu (FF_PAGE (self), menu);
}

static void
ff_run_schedule_dispose (GObject *object)
{
  stop_reading (FF_RUN_SCHEDULE (object));
  G_OBJECT_CLASS (ff_run_schedule_parent_class)->dispose (object);
}

static void
ff_run_schedule_class_init (FfRunScheduleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_run_schedule_constructed;
  G_OBJECT_CLASS (klass)->dispose = ff_run_schedule_dispose;
  FF_RUN_TAB_CLASS (klass)->update = ff_run_schedule_update;
  FF_RUN_TAB_CLASS (klass)->show_session = ff_run_schedule_show_session;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-run-schedule.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRunSchedule, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRunSchedule, coverage);
  gtk_widget_class_bind_template_child (widget_class, FfRunSchedule, coverage_bar);
  gtk_widget_class_bind_template_child (widget_class, FfRunSchedule, days);
}

static void
ff_run_schedule_init (FfRunSchedule *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
