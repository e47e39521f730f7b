#include "config.h"

#include "ff-run-roster-private.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-roster.h"
#include "ff-runs.h"
#include "ff-tag.h"

enum
{
  FILTER_RUN,
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

static GtkWidget *
setup_team (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *star = gtk_image_new_from_icon_name ("starred-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (star, "team-star");
  gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Leads the team"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), star);
  return box;
}

static void
bind_team (GtkWidget *cell, gconstpointer data)
{
  const FfEnrolment *enrolment = data;
  gboolean leads = enrolment->team != NULL && enrolment->leader;
  GtkWidget *star = gtk_widget_get_last_child (cell);

  ff_list_cell_set_text (gtk_widget_get_first_child (cell), enrolment->team);
  gtk_widget_set_visible (star, leads);
  gtk_widget_set_tooltip_text (cell, leads ? _("Leads the team") : NULL);
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

  FfTone tone = g_str_equal (enrolment->status, "enrolled")     ? FF_TONE_GOOD
                : g_str_equal (enrolment->status, "waitlisted") ? FF_TONE_SOON
                                                                : FF_TONE_NEUTRAL;

  ff_tag_set (FF_TAG (cell), ff_roster_status_title (enrolment->status), NULL, tone);
  gtk_widget_set_tooltip_text (cell, enrolment->reason);
}

/* "Coming", and the day in the tooltip; "Replaced by 王" where somebody else comes. */
static void
bind_reply (GtkWidget *cell, gconstpointer data)
{
  const FfEnrolment *enrolment = data;
  g_autofree char *successor = enrolment->replaced_by != NULL ? g_strdup_printf (_("By %s"), enrolment->replaced_by) : NULL;
  g_autofree char *day = enrolment->reply != NULL && enrolment->replied_on != FF_NO_DAY ? ff_format_day (enrolment->replied_on) : NULL;

  ff_list_cell_set_text (cell, successor != NULL           ? successor
                               : enrolment->reply != NULL ? ff_roster_reply_title (enrolment->reply)
                                                          : NULL);
  gtk_widget_set_tooltip_text (cell, day);
}

static const FfListColumn columns[] = {
  { NC_("column", "Employee No."), FF_ENROLMENT_SORT_EMPLOYEE_NO, 116, FALSE, NULL, bind_employee_no },
  { NC_("column", "Name"), FF_ENROLMENT_SORT_NAME, 0, TRUE, NULL, bind_name },
  { NC_("column", "Department"), FF_ENROLMENT_SORT_DEPARTMENT, 0, TRUE, NULL, bind_department },
  { NC_("column", "Layer"), FF_ENROLMENT_SORT_LAYER, 104, FALSE, NULL, bind_layer },
  { NC_("column", "Team"), FF_ENROLMENT_SORT_TEAM, 120, FALSE, setup_team, bind_team },
  { NC_("column", "Reply"), FF_ENROLMENT_SORT_REPLY, 96, FALSE, NULL, bind_reply },
  { NC_("column", "Status"), FF_ENROLMENT_SORT_STATUS, 140, FALSE, setup_status, bind_status },
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

static void
on_row_activated (FfRunRoster *self, gint64 id)
{
  g_action_group_activate_action (G_ACTION_GROUP (ff_page_get_actions (FF_PAGE (self))), "open", NULL);
}

static void
on_changed (FfRunRoster *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (table == NULL || g_str_equal (table, "team"))
    ff_run_roster_update_teams (self);
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
  ff_list_view_set_filter (self->list, FILTER_RUN, ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self))));
  g_signal_connect_object (ff_list_view_get_model (self->list), "selection-changed", G_CALLBACK (ff_run_roster_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_list_view_get_model (self->list), "items-changed", G_CALLBACK (ff_run_roster_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_page_get_workspace (FF_PAGE (self)), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  ff_run_roster_update_teams (self);
  ff_run_roster_set_up_menu (self);
  ff_run_roster_update_actions (self);
  ff_page_set_primary (FF_PAGE (self), _("Enrol People…"), "list-add-symbolic", "tab.enrol");
}

static void
ff_run_roster_finalize (GObject *object)
{
  g_object_unref (FF_RUN_ROSTER (object)->team_menu);
  G_OBJECT_CLASS (ff_run_roster_parent_class)->finalize (object);
}

static void
ff_run_roster_class_init (FfRunRosterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_run_roster_constructed;
  G_OBJECT_CLASS (klass)->finalize = ff_run_roster_finalize;
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
  self->team_menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_run_roster_init_actions (self);
}
