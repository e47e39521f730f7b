#include "config.h"

#include "ff-attendance-page.h"

#include <glib/gi18n-lib.h>

#include "ff-attendance-model.h"
#include "ff-attendance-text.h"
#include "ff-register.h"
#include "ff-time-popover.h"
#include "ff-window.h"

/* A session is worked on from this long before it begins. */
#define EARLY_MINUTES 30

struct _FfAttendancePage
{
  FfGridTab parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkLabel *rule;
  GtkDropDown *departments;
  FfGrid *grid;
  GtkBox *legend;
  GtkLabel *progress_text;
  GtkProgressBar *progress;

  FfAttendanceModel *model;
  GtkWidget *popover;
  char *department_list; /* what the drop-down was made from */
  gboolean filling;
  gboolean begun; /* the cursor was put where one goes on */
};

G_DEFINE_FINAL_TYPE (FfAttendancePage, ff_attendance_page, FF_TYPE_GRID_TAB)

/* Writing ----------------------------------------------------------------------------------------------------- */

static gboolean
write_entry (FfDb *db, gconstpointer data, GError **error)
{
  const FfAttendanceEntry *entry = data;

  return ff_register_set (db, entry->session_id, entry->enrolment_id, &entry->record, error) != FF_PUT_REFUSED;
}

/* One command on a whole session. */
typedef struct
{
  GWeakRef page;
  gint64 session_id;
  guint n;
} SessionWork;

static void
session_work_free (gpointer data)
{
  SessionWork *work = data;

  g_weak_ref_clear (&work->page);
  g_free (work);
}

static gboolean
mark_rest_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  SessionWork *work = data;

  return ff_register_mark_rest_present (db, work->session_id, &work->n, error);
}

static gboolean
close_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_register_close (db, ((SessionWork *) data)->session_id, error);
}

static gboolean
reopen_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_register_reopen (db, ((SessionWork *) data)->session_id, error);
}

static gboolean
mark_rest_done (gpointer data, const GError *error)
{
  SessionWork *work = data;
  g_autoptr (FfAttendancePage) self = g_weak_ref_get (&work->page);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;
  g_autofree char *text = NULL;

  if (error != NULL || window == NULL)
    return FALSE;

  if (work->n == 0)
    {
      ff_window_toast (window, _("Everybody is recorded already."));
      return FALSE;
    }
  text = g_strdup_printf (ngettext ("%u trainee marked present", "%u trainees marked present", work->n), work->n);
  ff_window_toast_undo (window, text);

  return FALSE;
}

static const FfSession *
get_current_session (FfAttendancePage *self)
{
  FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  int current = ff_attendance_model_get_current (self->model);

  return figures == NULL || current < 0 ? NULL : g_ptr_array_index (figures->sessions, current);
}

static void
run_on_session (FfAttendancePage *self, const FfSession *session, const char *label, FfWorkFunc func, FfWorkDone done)
{
  SessionWork *work = g_new0 (SessionWork, 1);

  g_weak_ref_init (&work->page, self);
  work->session_id = session->id;
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), label, func, done, work, session_work_free);
}

/* What stands around the grid --------------------------------------------------------------------------------- */

static void
update_actions (FfAttendancePage *self)
{
  const FfSession *session = get_current_session (self);
  gboolean writable = ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));
  gboolean open = writable && session != NULL && !session->closed;

  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "mark-rest-present", open);
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "mark", open);
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "edit-time", open);
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "close-register", open);
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "reopen-register", writable && session != NULL && session->closed);
}

static void
update_progress (FfAttendancePage *self)
{
  const FfSession *session = get_current_session (self);
  guint recorded, planned;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), session != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_text), session != NULL);
  if (session == NULL)
    return;

  ff_attendance_model_count_recorded (self->model, &recorded, &planned);
  text = g_strdup_printf (ngettext ("%u of %u recorded", "%u of %u recorded", planned), recorded, planned);
  markup = g_markup_printf_escaped ("<b>%s</b>  %s", session->key, text);
  gtk_label_set_markup (self->progress_text, markup);
  gtk_progress_bar_set_fraction (self->progress, planned > 0 ? (double) recorded / planned : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static gboolean
is_empty (const FfClassFigures *figures, const char **title, const char **description)
{
  if (figures->planned_sessions == 0)
    {
      *title = _("No Sessions Yet");
      *description = _("Plan the sessions of this class first: each one is a column of the register.");
      return TRUE;
    }
  *title = _("Nobody Is Enrolled");
  *description = _("Enrol trainees on the Roster tab: each one is a row of the register.");

  return figures->trainees->len == 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_departments (const FfClassFigures *figures)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (trainee->department != NULL && g_hash_table_add (seen, trainee->department))
        g_ptr_array_add (names, trainee->department);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return names;
}

static void
on_department_selected (FfAttendancePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->departments);
  GtkStringObject *item = selected > 0 && selected != GTK_INVALID_LIST_POSITION ? gtk_drop_down_get_selected_item (self->departments)
                                                                                  : NULL;

  if (!self->filling)
    ff_class_model_set_department (FF_CLASS_MODEL (self->model), item != NULL ? gtk_string_object_get_string (item) : NULL);
}

static void
update_departments (FfAttendancePage *self, const FfClassFigures *figures)
{
  g_autoptr (GPtrArray) names = list_departments (figures);
  g_autoptr (GtkStringList) list = NULL;
  g_autofree char *joined = g_strjoinv ("\n", (char **) names->pdata);

  if (g_strcmp0 (joined, self->department_list) == 0)
    return;

  g_free (self->department_list);
  self->department_list = g_steal_pointer (&joined);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  gtk_string_list_splice (list, 0, 0, (const char *[]) { _("All departments"), NULL });
  self->filling = TRUE;
  gtk_drop_down_set_model (self->departments, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (self->departments), names->len > 2);
  self->filling = FALSE;
  on_department_selected (self);
}

/* The grid ---------------------------------------------------------------------------------------------------- */

static void
set_current (FfAttendancePage *self, int session)
{
  if (ff_attendance_model_set_current (self->model, session))
    ff_grid_update_headings (self->grid);
  update_progress (self);
  update_actions (self);
}

static void
on_cursor_moved (FfAttendancePage *self)
{
  int row, column, session;

  if (!ff_grid_get_cursor (self->grid, &row, &column))
    return;

  session = ff_attendance_model_get_session_of_column (self->model, column);
  if (session >= 0 && self->begun)
    set_current (self, session);
}

static void
open_popover (FfAttendancePage *self)
{
  graphene_point_t place;
  GdkRectangle area;
  int row, column;

  if (!ff_grid_get_cursor (self->grid, &row, &column) || !ff_grid_commit (self->grid) ||
      !ff_grid_model_is_editable (FF_GRID_MODEL (self->model), row, column))
    return;

  ff_grid_set_cursor (self->grid, row, column);
  if (!ff_grid_get_cell_area (self->grid, row, column, &area) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->grid), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y), &place))
    return;

  area.x = (int) place.x;
  area.y = (int) place.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  ff_time_popover_open (FF_TIME_POPOVER (self->popover), self->model, row, column);
}

static gboolean
on_grid_key (FfAttendancePage *self, int row, int column, guint keyval)
{
  const FfSession *session = get_current_session (self);

  if (session == NULL || ff_attendance_model_get_session_of_column (self->model, column) < 0)
    return FALSE;

  if (session->closed)
    {
      g_autofree char *reason = g_strdup_printf (_("The register of %s is closed. Reopen it in the menu to change it."), session->key);

      ff_grid_tab_toast (FF_GRID_TAB (self), reason);
      return TRUE;
    }
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_t)
    return FALSE;

  open_popover (self);

  return TRUE;
}

static void
on_popover_closed (FfAttendancePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
on_popover_entered (FfAttendancePage *self)
{
  int row, column;

  if (ff_grid_get_cursor (self->grid, &row, &column))
    ff_grid_set_cursor (self->grid, row + 1, column);
}

/* The session that is going on, or the last one that has begun. */
static int
find_open_session (const FfClassFigures *figures)
{
  int found = -1;

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);

      if (!session->cancelled && (found < 0 || session->starts_at - EARLY_MINUTES <= figures->now))
        found = (int) i;
    }

  return found;
}

/* The first trainee of a session who is not recorded yet. */
static void
go_to_session (FfAttendancePage *self, int session)
{
  int column = ff_attendance_model_get_column_of_session (self->model, session);
  int n_rows = ff_grid_model_get_n_rows (FF_GRID_MODEL (self->model));
  int row = 0;

  if (column < 0)
    return;

  while (row < n_rows)
    {
      const FfAttendanceCell *cell = &ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), row)->cells[session];

      if (cell->planned && cell->verdict.status == FF_ATTENDANCE_UNMARKED)
        break;
      row++;
    }
  ff_grid_set_cursor (self->grid, row < n_rows ? row : 0, column);
  set_current (self, session);
}

static void
figures_changed (FfGridTab *tab, FfClassFigures *figures)
{
  FfAttendancePage *self = FF_ATTENDANCE_PAGE (tab);
  g_autofree char *rule = ff_attendance_text_rule (&figures->rule, figures->planned_sessions);

  update_departments (self, figures);
  gtk_label_set_text (self->rule, rule);
  update_progress (self);
  update_actions (self);
}

static void
begin (FfGridTab *tab, FfClassFigures *figures)
{
  FfAttendancePage *self = FF_ATTENDANCE_PAGE (tab);

  self->begun = TRUE;
  go_to_session (self, find_open_session (figures));
}

static void
ff_attendance_page_show_session (FfRunTab *tab, gint64 session_id)
{
  FfAttendancePage *self = FF_ATTENDANCE_PAGE (tab);
  const FfClassFigures *figures = ff_run_tab_get_figures (tab);

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      if (((const FfSession *) g_ptr_array_index (figures->sessions, i))->id == session_id)
        go_to_session (self, (int) i);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* Actions ----------------------------------------------------------------------------------------------------- */

static void
activate_mark_rest_present (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfAttendancePage *self = user_data;
  const FfSession *session = get_current_session (self);
  g_autofree char *label = NULL;

  if (session == NULL || !ff_grid_commit (self->grid))
    return;

  label = g_strdup_printf (_("Mark the rest of %s present"), session->key);
  run_on_session (self, session, label, mark_rest_work, mark_rest_done);
}

static void
activate_close_register (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfAttendancePage *self = user_data;
  const FfSession *session = get_current_session (self);
  g_autofree char *label = NULL;

  if (session == NULL || !ff_grid_commit (self->grid))
    return;

  label = g_strdup_printf (_("Close the register of %s"), session->key);
  run_on_session (self, session, label, close_work, NULL);
}

static void
activate_reopen_register (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfAttendancePage *self = user_data;
  const FfSession *session = get_current_session (self);
  g_autofree char *label = NULL;

  if (session == NULL || !ff_grid_commit (self->grid))
    return;

  label = g_strdup_printf (_("Reopen the register of %s"), session->key);
  run_on_session (self, session, label, reopen_work, NULL);
}

static void
activate_edit_time (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_popover (user_data);
}

static void
activate_mark (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfAttendancePage *self = user_data;

  ff_grid_press_key (self->grid, g_utf8_get_char (g_variant_get_string (parameter, NULL)));
}

/* The legend is also the way to mark by pointer. */
static void
add_legend (FfAttendancePage *self, const char *key, const char *action, const char *meaning)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *label = gtk_label_new (meaning);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_focusable (button, FALSE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->legend, button);
}

static void
add_legends (FfAttendancePage *self)
{
  add_legend (self, "P", "tab.mark::P", C_("legend", "present"));
  add_legend (self, "L", "tab.mark::L", C_("legend", "late"));
  add_legend (self, "E", "tab.mark::E", C_("legend", "left early"));
  add_legend (self, "A", "tab.mark::A", C_("legend", "absent"));
  add_legend (self, "X", "tab.mark::X", C_("legend", "excused"));
  add_legend (self, "T", "tab.edit-time", C_("legend", "time"));
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_attendance_page_dispose (GObject *object)
{
  FfAttendancePage *self = FF_ATTENDANCE_PAGE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_pointer (&self->department_list, g_free);

  G_OBJECT_CLASS (ff_attendance_page_parent_class)->dispose (object);
}

static void
ff_attendance_page_class_init (FfAttendancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FfGridTabClass *tab_class = FF_GRID_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_attendance_page_dispose;
  FF_RUN_TAB_CLASS (klass)->show_session = ff_attendance_page_show_session;
  tab_class->write_entry = write_entry;
  tab_class->is_empty = is_empty;
  tab_class->figures_changed = figures_changed;
  tab_class->begin = begin;

  g_type_ensure (FF_TYPE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-attendance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, empty);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, rule);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, departments);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, grid);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, legend);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, progress_text);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_department_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_grid_key);
}

static void
ff_attendance_page_init (FfAttendancePage *self)
{
  static const GActionEntry actions[] = {
    { .name = "mark-rest-present", .activate = activate_mark_rest_present },
    { .name = "close-register", .activate = activate_close_register },
    { .name = "reopen-register", .activate = activate_reopen_register },
    { .name = "edit-time", .activate = activate_edit_time },
    { .name = "mark", .activate = activate_mark, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  self->model = ff_attendance_model_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_legends (self);
  ff_grid_tab_set_up (FF_GRID_TAB (self), FF_CLASS_MODEL (self->model), self->grid, self->stack, self->empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Register"), -1);
  ff_page_set_primary (FF_PAGE (self), _("Mark Rest Present"), NULL, "tab.mark-rest-present");

  /* A child of the page, whose layout places popovers; the grid allocates its children by itself. */
  self->popover = ff_time_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
  g_signal_connect_swapped (self->popover, "entered", G_CALLBACK (on_popover_entered), self);
}
