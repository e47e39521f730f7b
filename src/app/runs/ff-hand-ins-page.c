#include "config.h"

#include "ff-hand-ins-page.h"

#include <glib/gi18n-lib.h>

#include "ff-assignments.h"
#include "ff-editors.h"
#include "ff-hand-ins-model.h"
#include "ff-key-legend.h"
#include "ff-submissions.h"
#include "ff-window.h"

struct _FfHandInsPage
{
  FfGridTab parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *take_over; /* on the empty page */
  FfGrid *grid;
  FfKeyLegend *legend;
  GtkLabel *summary;

  FfHandInsModel *model;
  gboolean any; /* there are assignments */
};

G_DEFINE_FINAL_TYPE (FfHandInsPage, ff_hand_ins_page, FF_TYPE_GRID_TAB)

static gboolean
write_entry (FfDb *db, gconstpointer data, GError **error)
{
  const FfHandInChange *change = data;

  return ff_submissions_enter (db, change->assignment_id, change->enrolment_id, change->clear ? NULL : &change->entry, error) != FF_PUT_REFUSED;
}

static gboolean
is_empty (const FfClassFigures *figures, const char **title, const char **description)
{
  if (figures->trainees->len == 0)
    {
      *title = _("Nobody Is Enrolled");
      *description = _("Enrol trainees on the Roster tab: each one is a row of what is handed in.");
      return TRUE;
    }
  *title = _("Nothing Is to Be Handed In Yet");
  *description = _("Add what the class hands in: scripts, standards, plans, homework. Each is a column, with its term and its marks.");

  return figures->assignments->len == 0;
}

static gint64
run_id_of (FfHandInsPage *self)
{
  return ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)));
}

/* The assignment and the edition under the cursor; each may be NULL. */
static const FfAssignment *
get_current (FfHandInsPage *self, const FfClassHandIn **place)
{
  int row, column;

  *place = NULL;
  if (!ff_grid_get_cursor (self->grid, &row, &column))
    return NULL;
  *place = ff_hand_ins_model_get_place (self->model, row, column);
  return ff_hand_ins_model_get_assignment (self->model, column);
}

static void
update_summary (FfHandInsPage *self)
{
  const FfClassHandIn *place;
  const FfAssignment *assignment = get_current (self, &place);
  g_autofree char *text = NULL, *markup = NULL;
  int row, column;
  FfHandInCount count;

  gtk_widget_set_visible (GTK_WIDGET (self->summary), assignment != NULL);
  if (assignment == NULL || !ff_grid_get_cursor (self->grid, &row, &column))
    return;
  count = ff_hand_ins_model_count (self->model, column);
  text = count.missing > 0 ? g_strdup_printf (_("%u of %u handed in, %u overdue"), count.handed_in, count.expected, count.missing)
                           : g_strdup_printf (_("%u of %u handed in"), count.handed_in, count.expected);
  markup = g_markup_printf_escaped ("<b>%s</b>  %s", assignment->title, text);
  gtk_label_set_markup (self->summary, markup);
}

static void
update_actions (FfHandInsPage *self)
{
  gboolean writable = ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));
  const FfClassHandIn *place;
  const FfAssignment *assignment = get_current (self, &place);

  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "add-assignment", writable);
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "edit-assignment", assignment != NULL);
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "press", writable && assignment != NULL);
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "edit-hand-in", place != NULL && place->last != NULL);
}

static void
on_cursor_moved (FfHandInsPage *self)
{
  /* The grid has its place before the page has figures. */
  if (ff_grid_tab_get_figures (FF_GRID_TAB (self)) == NULL)
    return;
  update_summary (self);
  update_actions (self);
}

/* How many deliverables there are to take over is asked where a class has nothing yet, and in the menu. */
static void
update_take_over (FfHandInsPage *self)
{
  int n = ff_assignments_count_to_take_over (ff_workspace_get_reader (ff_page_get_workspace (FF_PAGE (self))), run_id_of (self), NULL);
  g_autofree char *label = g_strdup_printf (ngettext ("Take Over %d Deliverable of the Course", "Take Over %d Deliverables of the Course", n), n);

  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "take-over", n > 0 && ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))));
  gtk_button_set_label (GTK_BUTTON (self->take_over), label);
  gtk_widget_set_visible (self->take_over, n > 0);
}

/* The first assignment somebody still owes, else the first. */
static void
begin (FfGridTab *tab, FfClassFigures *figures)
{
  FfHandInsPage *self = FF_HAND_INS_PAGE (tab);
  int n_columns = ff_grid_model_get_n_columns (FF_GRID_MODEL (self->model)), first = -1, found = -1;

  for (int column = 0; column < n_columns && found < 0; column++)
    {
      FfHandInCount count = ff_hand_ins_model_count (self->model, column);

      if (ff_hand_ins_model_get_assignment (self->model, column) == NULL)
        continue;
      first = first < 0 ? column : first;
      found = count.handed_in < count.expected ? column : -1;
    }
  if (first >= 0)
    ff_grid_set_cursor (self->grid, 0, found >= 0 ? found : first);
  on_cursor_moved (self);
}

static void
figures_changed (FfGridTab *tab, FfClassFigures *figures)
{
  FfHandInsPage *self = FF_HAND_INS_PAGE (tab);
  gboolean first = !self->any && figures->assignments->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self));

  self->any = figures->assignments->len > 0;
  update_take_over (self);
  on_cursor_moved (self);
  if (!first)
    return;
  begin (tab, figures);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* Actions --------------------------------------------------------------------------------------------------------- */

static void
activate_add_assignment (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfHandInsPage *self = user_data;

  if (ff_grid_commit (self->grid))
    ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_assignment_editor, 0, run_id_of (self));
}

static void
activate_edit_assignment (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfHandInsPage *self = user_data;
  const FfClassHandIn *place;
  const FfAssignment *assignment = ff_grid_commit (self->grid) ? get_current (self, &place) : NULL;

  if (assignment != NULL)
    ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_assignment_editor, assignment->id, run_id_of (self));
}

static void
activate_edit_hand_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfHandInsPage *self = user_data;
  const FfClassHandIn *place = NULL;

  if (!ff_grid_commit (self->grid))
    return;
  get_current (self, &place);
  if (place != NULL && place->last != NULL && place->last->id != 0)
    ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_submission_editor, place->last->id, 0);
}

static gboolean
take_over (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_assignments_take_over (db, *(gint64 *) data, NULL, error);
}

static void
activate_take_over (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfHandInsPage *self = user_data;

  ff_window_run (ff_window_of (self), _("Take over the course's deliverables"), take_over, run_id_of (self),
                 _("Deliverables taken over; now give them their terms"));
}

static void
activate_press (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfHandInsPage *self = user_data;

  ff_grid_press_key (self->grid, g_utf8_get_char (g_variant_get_string (parameter, NULL)));
}

/* Letters that are no text of a cell. */
static gboolean
on_grid_key (FfHandInsPage *self, int row, int column, guint keyval)
{
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_e || ff_hand_ins_model_get_assignment (self->model, column) == NULL)
    return FALSE;
  activate_edit_hand_in (NULL, NULL, self);
  return TRUE;
}

static void
on_heading_clicked (FfHandInsPage *self, int column)
{
  const FfAssignment *assignment = ff_hand_ins_model_get_assignment (self->model, column);

  if (assignment != NULL && ff_grid_commit (self->grid))
    ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_assignment_editor, assignment->id, run_id_of (self));
}

/* The object ------------------------------------------------------------------------------------------------------ */

static void
ff_hand_ins_page_dispose (GObject *object)
{
  g_clear_object (&FF_HAND_INS_PAGE (object)->model);
  G_OBJECT_CLASS (ff_hand_ins_page_parent_class)->dispose (object);
}

static void
ff_hand_ins_page_class_init (FfHandInsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FfGridTabClass *tab_class = FF_GRID_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_hand_ins_page_dispose;
  tab_class->write_entry = write_entry;
  tab_class->is_empty = is_empty;
  tab_class->figures_changed = figures_changed;
  tab_class->begin = begin;

  g_type_ensure (FF_TYPE_GRID);
  g_type_ensure (FF_TYPE_KEY_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-hand-ins-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandInsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfHandInsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FfHandInsPage, take_over);
  gtk_widget_class_bind_template_child (widget_class, FfHandInsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, FfHandInsPage, legend);
  gtk_widget_class_bind_template_child (widget_class, FfHandInsPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_grid_key);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_clicked);
}

static void
ff_hand_ins_page_init (FfHandInsPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "add-assignment", .activate = activate_add_assignment },
    { .name = "edit-assignment", .activate = activate_edit_assignment },
    { .name = "edit-hand-in", .activate = activate_edit_hand_in },
    { .name = "take-over", .activate = activate_take_over },
    { .name = "press", .activate = activate_press, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  self->model = ff_hand_ins_model_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ff_grid_tab_set_up (FF_GRID_TAB (self), FF_CLASS_MODEL (self->model), self->grid, self->stack, self->empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hand-ins"), -1);
  ff_key_legend_add (self->legend, "H", "tab.press::h", C_("legend", "handed in now"));
  ff_key_legend_add (self->legend, "N", "tab.press::n", C_("legend", "next edition"));
  ff_key_legend_add (self->legend, "E", "tab.edit-hand-in", C_("legend", "edition and note"));
  ff_key_legend_add (self->legend, "9-22 16:30", NULL, C_("legend", "day and time"));
  ff_key_legend_add (self->legend, "85", NULL, C_("legend", "mark"));
  ff_page_set_primary (FF_PAGE (self), _("Add Assignment…"), "list-add-symbolic", "tab.add-assignment");
}
