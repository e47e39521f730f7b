#include "config.h"

#include "ff-attendance-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-attendance-text.h"
#include "ff-leave-popover.h"
#include "ff-register.h"
#include "ff-time-popover.h"
#include "ff-window.h"

/* A session is worked on from this long before it begins. */
#define EARLY_MINUTES 30

G_DEFINE_FINAL_TYPE (FfAttendancePage, ff_attendance_page, FF_TYPE_GRID_TAB)

/* Writing ----------------------------------------------------------------------------------------------------- */

static gboolean
write_entry (FfDb *db, gconstpointer data, GError **error)
{
  const FfAttendanceEntry *entry = data;

  return ff_register_set (db, entry->session_id, entry->enrolment_id, &entry->record, error) != FF_PUT_REFUSED;
}

/* Where the cursor is --------------------------------------------------------------------------------------------- */

const FfSession *
ff_attendance_page_get_session (FfAttendancePage *self)
{
  FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  int current = ff_attendance_model_get_current (self->model);

  return figures == NULL || current < 0 ? NULL : g_ptr_array_index (figures->sessions, current);
}

FfClassTrainee *
ff_attendance_page_get_trainee (FfAttendancePage *self)
{
  int row, column;

  if (!ff_grid_get_cursor (self->grid, &row, &column))
    return NULL;

  return ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), row);
}

FfAttendanceCell *
ff_attendance_page_get_cell (FfAttendancePage *self)
{
  FfClassTrainee *trainee = ff_attendance_page_get_trainee (self);
  int row, column, session;

  if (trainee == NULL || !ff_grid_get_cursor (self->grid, &row, &column))
    return NULL;
  session = ff_attendance_model_get_session_of_column (self->model, column);

  return session >= 0 && trainee->cells[session].planned ? &trainee->cells[session] : NULL;
}

/* What stands around the grid --------------------------------------------------------------------------------- */

static void
update_progress (FfAttendancePage *self)
{
  const FfSession *session = ff_attendance_page_get_session (self);
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

static const char *
get_department (const FfClassTrainee *trainee)
{
  return trainee->department;
}

static const char *
get_team (const FfClassTrainee *trainee)
{
  return trainee->team;
}

typedef const char *(*GetGroup) (const FfClassTrainee *trainee);

static GPtrArray *
list_groups (const FfClassFigures *figures, GetGroup get)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const char *name = get (g_ptr_array_index (figures->trainees, i));

      if (name != NULL && g_hash_table_add (seen, (gpointer) name))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return names;
}

static const char *
get_selected (GtkDropDown *down)
{
  guint selected = gtk_drop_down_get_selected (down);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION
           ? gtk_string_object_get_string (gtk_drop_down_get_selected_item (down))
           : NULL;
}

static void
on_group_selected (FfAttendancePage *self)
{
  if (self->filling)
    return;
  ff_class_model_set_department (FF_CLASS_MODEL (self->model), get_selected (self->departments));
  ff_class_model_set_team (FF_CLASS_MODEL (self->model), get_selected (self->teams));
}

/* Fills a drop-down with the groups that there are; @known is what it was made from. */
static void
update_groups (FfAttendancePage *self, GtkDropDown *down, const FfClassFigures *figures, GetGroup get, const char *all, char **known)
{
  g_autoptr (GPtrArray) names = list_groups (figures, get);
  g_autoptr (GtkStringList) list = NULL;
  g_autofree char *joined = g_strjoinv ("\n", (char **) names->pdata);

  if (g_strcmp0 (joined, *known) == 0)
    return;

  g_free (*known);
  *known = g_steal_pointer (&joined);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  gtk_string_list_splice (list, 0, 0, (const char *[]) { all, NULL });
  self->filling = TRUE;
  gtk_drop_down_set_model (down, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (down), names->len > 2);
  self->filling = FALSE;
  on_group_selected (self);
}

static void
update_rule (FfAttendancePage *self, const FfClassFigures *figures)
{
  g_autofree char *edition = ff_attendance_text_edition (&figures->edition);
  g_autofree char *rule = ff_attendance_text_rule (&figures->rule, figures->planned_sessions);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b> · %s", edition, rule);

  gtk_label_set_markup (self->rule, markup);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rule), figures->edition.reason);
}

/* The three rates of whoever the cursor is at, and why somebody is out. */
static void
update_person (FfAttendancePage *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  const FfClassTrainee *trainee = ff_attendance_page_get_trainee (self);
  g_autofree char *rates = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *markup = NULL;

  if (figures == NULL || trainee == NULL)
    {
      gtk_label_set_text (self->person, "");
      return;
    }
  rates = ff_attendance_text_rates (&trainee->tally);
  verdict = ff_attendance_text_verdict (figures, trainee);
  if (verdict == NULL)
    verdict = g_strdup_printf (ngettext ("can miss %d more", "can miss %d more", trainee->tally.can_miss), trainee->tally.can_miss);
  markup = g_markup_printf_escaped ("<b>%s</b>  %s · %s", trainee->name, rates, verdict);
  gtk_label_set_markup (self->person, markup);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->person), verdict);
}

static void
update_leave (FfAttendancePage *self, const FfClassFigures *figures)
{
  const FfLeaveKind *kind = ff_leave_kinds_lookup (figures->leave_kinds, ff_attendance_model_get_leave (self->model));

  gtk_label_set_text (self->leave, kind != NULL ? ff_leave_kind_get_title (kind) : C_("legend", "excused"));
}

/* The grid ---------------------------------------------------------------------------------------------------- */

static void
set_current (FfAttendancePage *self, int session)
{
  if (ff_attendance_model_set_current (self->model, session))
    ff_grid_update_headings (self->grid);
  update_progress (self);
  ff_attendance_page_update_actions (self);
}

static void
on_cursor_moved (FfAttendancePage *self)
{
  int row, column, session;

  if (!self->begun || !ff_grid_get_cursor (self->grid, &row, &column))
    return;

  session = ff_attendance_model_get_session_of_column (self->model, column);
  if (session >= 0)
    set_current (self, session);
  ff_attendance_page_update_actions (self);
  update_person (self);
}

/* Points a popover at the cell with the cursor. FALSE when nothing may be typed there. */
static gboolean
point (FfAttendancePage *self, GtkWidget *popover)
{
  graphene_point_t place;
  GdkRectangle area;
  int row, column;

  if (!ff_grid_get_cursor (self->grid, &row, &column) || !ff_grid_commit (self->grid) ||
      !ff_grid_model_is_editable (FF_GRID_MODEL (self->model), row, column))
    return FALSE;

  ff_grid_set_cursor (self->grid, row, column);
  if (!ff_grid_get_cell_area (self->grid, row, column, &area) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->grid), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y), &place))
    return FALSE;

  area.x = (int) place.x;
  area.y = (int) place.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);

  return TRUE;
}

void
ff_attendance_page_open_time (FfAttendancePage *self)
{
  int row, column;

  if (point (self, self->time_popover) && ff_grid_get_cursor (self->grid, &row, &column))
    ff_time_popover_open (FF_TIME_POPOVER (self->time_popover), self->model, row, column);
}

void
ff_attendance_page_open_leave (FfAttendancePage *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));

  if (figures != NULL && figures->leave_kinds->len > 0 && point (self, self->leave_popover))
    ff_leave_popover_open (FF_LEAVE_POPOVER (self->leave_popover), figures->leave_kinds, ff_attendance_model_get_leave (self->model));
}

static void
go_down (FfAttendancePage *self)
{
  int row, column;

  if (ff_grid_get_cursor (self->grid, &row, &column))
    ff_grid_set_cursor (self->grid, row + 1, column);
}

static void
on_leave_chosen (FfAttendancePage *self, const char *kind)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  const FfAttendanceCell *cell = ff_attendance_page_get_cell (self);
  const FfLeaveKind *chosen = ff_leave_kinds_lookup (figures->leave_kinds, kind);
  FfAttendanceRecord record;
  int row, column;

  if (cell == NULL || chosen == NULL || !ff_grid_get_cursor (self->grid, &row, &column))
    return;

  ff_attendance_model_set_leave (self->model, kind);
  update_leave (self, figures);
  record = cell->record;
  record.set = FF_ATTENDANCE_EXCUSED;
  record.leave_kind = chosen->key;
  record.leave_counts = chosen->counts;
  ff_attendance_record_tidy (&record);
  ff_attendance_model_set_record (self->model, row, column, &record);
  go_down (self);
}

static void
refuse_closed (FfAttendancePage *self, const FfSession *session)
{
  FfWindow *window = ff_window_of (self);
  g_autofree char *reason = g_strdup_printf (_("The register of %s is closed. Reopen it to change it."), session->key);

  if (window != NULL && ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))))
    ff_window_toast_action (window, reason, _("Reopen"), "tab.reopen-register");
  else
    ff_grid_tab_toast (FF_GRID_TAB (self), reason);
}

/* Shift, or what Shift types while Caps Lock is on. */
static gboolean
is_shifted (FfAttendancePage *self, guint keyval)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GdkDevice *keyboard = gdk_seat_get_keyboard (gdk_display_get_default_seat (display));
  gboolean caps = keyboard != NULL && gdk_device_get_caps_lock_state (keyboard);

  return gdk_keyval_is_upper (keyval) != caps;
}

/* X excuses at once; with Shift, or where somebody is excused already, it asks for the kind. */
static gboolean
take_leave_key (FfAttendancePage *self, guint keyval)
{
  const FfAttendanceCell *cell = ff_attendance_page_get_cell (self);

  if (cell == NULL || (cell->record.set != FF_ATTENDANCE_EXCUSED && !is_shifted (self, keyval)))
    return FALSE;
  ff_attendance_page_open_leave (self);

  return TRUE;
}

static gboolean
take_now_key (FfAttendancePage *self, const FfSession *session)
{
  FfDay today = ff_time_day (ff_time_now ());
  g_autofree char *text = NULL;

  if (ff_time_day (session->starts_at) <= today && today <= ff_time_day (session->ends_at))
    return FALSE;
  text = g_strdup_printf (_("%s is not today: N stamps the present minute. Type the time instead, such as 0912."), session->key);
  ff_grid_tab_toast (FF_GRID_TAB (self), text);

  return TRUE;
}

static gboolean
on_grid_key (FfAttendancePage *self, int row, int column, guint keyval)
{
  const FfSession *session = ff_attendance_page_get_session (self);

  if (session == NULL || ff_attendance_model_get_session_of_column (self->model, column) < 0)
    return FALSE;

  if (session->closed)
    {
      refuse_closed (self, session);
      return TRUE;
    }

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_t:
      ff_attendance_page_open_time (self);
      return TRUE;
    case GDK_KEY_x:
      return take_leave_key (self, keyval);
    case GDK_KEY_n:
      return take_now_key (self, session);
    default:
      return FALSE;
    }
}

static void
on_popover_closed (FfAttendancePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
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

  update_groups (self, self->departments, figures, get_department, _("All departments"), &self->department_list);
  update_groups (self, self->teams, figures, get_team, _("All teams"), &self->team_list);
  update_rule (self, figures);
  update_leave (self, figures);
  update_person (self);
  update_progress (self);
  ff_attendance_page_update_actions (self);
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

/* The legend is also the way to mark by pointer. */
static void
add_legends (FfAttendancePage *self)
{
  ff_key_legend_add (self->legend, "P", "tab.mark::P", C_("legend", "present"));
  ff_key_legend_add (self->legend, "L", "tab.mark::L", C_("legend", "late"));
  ff_key_legend_add (self->legend, "E", "tab.mark::E", C_("legend", "left early"));
  ff_key_legend_add (self->legend, "A", "tab.mark::A", C_("legend", "absent"));
  self->leave = ff_key_legend_add (self->legend, "X", "tab.mark::X", C_("legend", "excused"));
  ff_key_legend_add (self->legend, "N", "tab.mark::N", C_("legend", "now"));
  ff_key_legend_add (self->legend, "T", "tab.edit-time", C_("legend", "time"));
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_attendance_page_dispose (GObject *object)
{
  FfAttendancePage *self = FF_ATTENDANCE_PAGE (object);

  g_clear_pointer (&self->time_popover, gtk_widget_unparent);
  g_clear_pointer (&self->leave_popover, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_pointer (&self->department_list, g_free);
  g_clear_pointer (&self->team_list, g_free);

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
  g_type_ensure (FF_TYPE_KEY_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-attendance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, empty);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, rule);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, departments);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, teams);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, person);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, grid);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, cell_section);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, person_section);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, legend);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, progress_text);
  gtk_widget_class_bind_template_child (widget_class, FfAttendancePage, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_group_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_grid_key);
}

/* What the window's menu offers for a cell and for a person stands in the menu of the cell, too. */
static void
add_cell_menu (FfAttendancePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append_section (menu, NULL, self->cell_section);
  g_menu_append_section (menu, NULL, self->person_section);
  ff_grid_set_cell_menu (self->grid, G_MENU_MODEL (menu));
}

static void
ff_attendance_page_init (FfAttendancePage *self)
{
  ff_attendance_page_add_actions (self);
  self->model = ff_attendance_model_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_legends (self);
  add_cell_menu (self);
  ff_grid_tab_set_up (FF_GRID_TAB (self), FF_CLASS_MODEL (self->model), self->grid, self->stack, self->empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Register"), -1);
  ff_page_set_primary (FF_PAGE (self), _("Mark Rest Present"), NULL, "tab.mark-rest-present");

  /* Children of the page, whose layout places popovers; the grid allocates its children by itself. */
  self->time_popover = ff_time_popover_new ();
  gtk_widget_set_parent (self->time_popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->time_popover, "closed", G_CALLBACK (on_popover_closed), self);
  g_signal_connect_swapped (self->time_popover, "entered", G_CALLBACK (go_down), self);
  self->leave_popover = ff_leave_popover_new ();
  gtk_widget_set_parent (self->leave_popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->leave_popover, "closed", G_CALLBACK (on_popover_closed), self);
  g_signal_connect_swapped (self->leave_popover, "chosen", G_CALLBACK (on_leave_chosen), self);
}
