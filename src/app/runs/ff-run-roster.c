#include "config.h"

#include "ff-run-roster.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-enrol-window.h"
#include "ff-list-view.h"
#include "ff-tag.h"
#include "ff-window.h"

enum
{
  FILTER_RUN,
};

struct _FfRunRoster
{
  FfRunTab parent_instance;

  FfListView *list;
};

G_DEFINE_FINAL_TYPE (FfRunRoster, ff_run_roster, FF_TYPE_RUN_TAB)

/* Columns ---------------------------------------------------------------------------------------------------------- */

static void
bind_employee_no (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfEnrolment *) data)->employee_no);
}

static void
bind_name (GtkWidget *cell, gconstpointer data)
{
  const FfEnrolment *enrolment = data;

  ff_list_cell_set_text (cell, enrolment->name);
  if (g_str_equal (enrolment->status, "withdrawn"))
    gtk_widget_add_css_class (cell, "dim-label");
  else
    gtk_widget_remove_css_class (cell, "dim-label");
}

static void
bind_department (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfEnrolment *) data)->department);
}

static void
bind_layer (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfEnrolment *) data)->layer_title);
}

static void
bind_team (GtkWidget *cell, gconstpointer data)
{
  const FfEnrolment *enrolment = data;
  /* Translators: %s is a team that this person leads. */
  g_autofree char *leads = enrolment->team != NULL && enrolment->leader ? g_strdup_printf (_("%s, leader"), enrolment->team) : NULL;

  ff_list_cell_set_text (cell, leads != NULL ? leads : enrolment->team);
}

static GtkWidget *
setup_status (void)
{
  GtkWidget *tag = ff_tag_new ("", NULL, FF_TONE_NEUTRAL);

  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}

static void
bind_status (GtkWidget *cell, gconstpointer data)
{
  const FfEnrolment *enrolment = data;

  if (g_str_equal (enrolment->status, "enrolled"))
    ff_tag_set (FF_TAG (cell), C_("enrolment", "Enrolled"), NULL, FF_TONE_GOOD);
  else if (g_str_equal (enrolment->status, "waitlisted"))
    ff_tag_set (FF_TAG (cell), C_("enrolment", "On the waiting list"), NULL, FF_TONE_SOON);
  else
    ff_tag_set (FF_TAG (cell), C_("enrolment", "Withdrawn"), NULL, FF_TONE_NEUTRAL);
  gtk_widget_set_tooltip_text (cell, enrolment->reason);
}

static const FfListColumn columns[] = {
  { NC_("column", "Employee No."), FF_ENROLMENT_SORT_EMPLOYEE_NO, 120, FALSE, NULL, bind_employee_no },
  { NC_("column", "Name"), FF_ENROLMENT_SORT_NAME, 0, TRUE, NULL, bind_name },
  { NC_("column", "Department"), FF_ENROLMENT_SORT_DEPARTMENT, 0, TRUE, NULL, bind_department },
  { NC_("column", "Layer"), FF_ENROLMENT_SORT_LAYER, 110, FALSE, NULL, bind_layer },
  { NC_("column", "Team"), FF_ENROLMENT_SORT_TEAM, 120, FALSE, NULL, bind_team },
  { NC_("column", "Status"), FF_ENROLMENT_SORT_STATUS, 150, FALSE, setup_status, bind_status },
};

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_enrolments_read_rows (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_enrolment_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  FfEnrolmentQuery enrolments = {
    .run_id = query->filters[FILTER_RUN],
    .search = query->search,
    .sort = (FfEnrolmentSort) query->sort,
    .descending = query->descending,
  };

  return ff_enrolments_list (db, &enrolments, error);
}

static const char *const other_tables[] = { "trainee", "team", "department", "layer", NULL };

static const FfListKind kind = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "enrolment",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = FF_ENROLMENT_SORT_EMPLOYEE_NO,
  .n_own_filters = FILTER_RUN + 1,
};

/* Commands --------------------------------------------------------------------------------------------------------- */

static gint64
run_id_of (FfRunRoster *self)
{
  return ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)));
}

static void
activate_enrol (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_enrol_window_open (user_data, ff_page_get_workspace (user_data), run_id_of (user_data));
}

static void
on_row_activated (FfRunRoster *self, gint64 id)
{
  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_enrolment_editor, id, run_id_of (self));
}

/* What is done with the people that are selected. */
typedef struct
{
  GWeakRef roster;
  GArray *ids;
  gboolean (*change) (FfDb *db, gint64 enrolment_id, GError **error);
  char *said; /* of the toast */
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_weak_ref_clear (&task->roster);
  g_array_unref (task->ids);
  g_free (task->said);
  g_free (task);
}

static gboolean
withdraw (FfDb *db, gint64 enrolment_id, GError **error)
{
  return ff_enrolments_withdraw (db, enrolment_id, NULL, error);
}

static gboolean
task_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Task *task = data;

  for (guint i = 0; i < task->ids->len; i++)
    if (!task->change (db, g_array_index (task->ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
task_done (gpointer data, const GError *error)
{
  Task *task = data;
  g_autoptr (FfRunRoster) self = g_weak_ref_get (&task->roster);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;

  if (error != NULL)
    return FALSE;
  if (window != NULL)
    ff_window_toast_undo (window, task->said);
  return TRUE;
}

/* Takes @ids and @said. */
static void
run_task (FfRunRoster *self, const char *label, GArray *ids, gboolean (*change) (FfDb *db, gint64 enrolment_id, GError **error), char *said)
{
  Task *task = g_new0 (Task, 1);

  g_weak_ref_init (&task->roster, self);
  task->ids = ids;
  task->change = change;
  task->said = said;
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), label, task_work, task_done, task, task_free);
}

static void
activate_withdraw (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;
  GArray *ids = ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));

  run_task (self, _("Withdraw from the class"), ids, withdraw,
            g_strdup_printf (ngettext ("%u person withdrawn from the class", "%u people withdrawn from the class", ids->len), ids->len));
}

static void
activate_remove (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;
  GArray *ids = ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));

  run_task (self, _("Remove from the class"), ids, ff_enrolments_delete,
            g_strdup_printf (ngettext ("%u person removed from the class", "%u people removed from the class", ids->len), ids->len));
}

static void
on_selection_changed (FfRunRoster *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (ff_list_view_get_model (self->list)));
  gboolean usable = !gtk_bitset_is_empty (selected) && ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));
  GActionMap *actions = ff_page_get_actions (FF_PAGE (self));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "withdraw")), usable);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "remove")), usable);
}

/* The tab ---------------------------------------------------------------------------------------------------------- */

static void
ff_run_roster_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_RUN_ROSTER (page)->list, text);
}

/* The list reads its own rows; there is nothing to show from the figures. */
static void
ff_run_roster_update (FfRunTab *tab, FfClassFigures *figures)
{
}

static void
ff_run_roster_constructed (GObject *object)
{
  FfRunRoster *self = FF_RUN_ROSTER (object);

  G_OBJECT_CLASS (ff_run_roster_parent_class)->constructed (object);
  ff_list_view_set_up (self->list, &kind, ff_page_get_workspace (FF_PAGE (self)), _("Roster"));
  ff_list_view_set_filter (self->list, FILTER_RUN, run_id_of (self));
  g_signal_connect_object (ff_list_view_get_model (self->list), "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_list_view_get_model (self->list), "items-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  ff_list_view_set_delete_action (self->list, "tab.remove");
  on_selection_changed (self);
  ff_page_set_primary (FF_PAGE (self), _("Enrol People…"), "list-add-symbolic", "tab.enrol");
}

static void
ff_run_roster_class_init (FfRunRosterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_run_roster_constructed;
  FF_PAGE_CLASS (klass)->search = ff_run_roster_search;
  FF_RUN_TAB_CLASS (klass)->update = ff_run_roster_update;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-run-roster.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRunRoster, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ff_run_roster_init (FfRunRoster *self)
{
  static const GActionEntry actions[] = {
    { .name = "enrol", .activate = activate_enrol },
    { .name = "withdraw", .activate = activate_withdraw },
    { .name = "remove", .activate = activate_remove },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}
