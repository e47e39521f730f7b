#include "config.h"

#include "ff-commitments-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-commitment-dues.h"
#include "ff-commitments.h"
#include "ff-format.h"
#include "ff-tag.h"
#include "ff-teams.h"

enum
{
  FILTER_RUN,
  FILTER_KIND,   /* FfCommitmentKind + 1 */
  FILTER_STATUS, /* FfCommitmentStatus + 1 */
  FILTER_TEAM,
};

G_DEFINE_FINAL_TYPE (FfCommitmentsPage, ff_commitments_page, FF_TYPE_RUN_TAB)

/* Columns ---------------------------------------------------------------------------------------------------------- */

static void
bind_name (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfCommitment *) data)->name);
  gtk_widget_set_tooltip_text (cell, ((const FfCommitment *) data)->employee_no);
}

static void
bind_title (GtkWidget *cell, gconstpointer data)
{
  const FfCommitment *commitment = data;

  ff_list_cell_set_text (cell, commitment->title);
  gtk_widget_set_tooltip_text (cell, commitment->note != NULL ? commitment->note : commitment->title);
}

static void
bind_kind (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ff_commitment_kind_title (((const FfCommitment *) data)->kind));
}

static gboolean
is_overdue (const FfCommitment *commitment)
{
  return ff_commitment_is_overdue (commitment->status, commitment->due_on, ff_time_day (ff_time_now ()));
}

static void
bind_due (GtkWidget *cell, gconstpointer data)
{
  const FfCommitment *commitment = data;
  g_autofree char *day = commitment->due_on != FF_NO_DAY ? ff_format_day_short (commitment->due_on) : NULL;
  g_autofree char *full = commitment->due_on != FF_NO_DAY ? ff_format_day (commitment->due_on) : NULL;

  ff_list_cell_set_text (cell, day);
  gtk_widget_set_tooltip_text (cell, full);
}

static GtkWidget *
setup_status (void)
{
  GtkWidget *tag = ff_tag_new ("", NULL, FF_TONE_NEUTRAL);

  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}

static FfDay
date_of_status (const FfCommitment *commitment)
{
  switch (commitment->status)
    {
    case FF_COMMITMENT_SUBMITTED:
      return commitment->submitted_on;
    case FF_COMMITMENT_APPLIED:
      return commitment->applied_on;
    case FF_COMMITMENT_VERIFIED:
      return commitment->verified_on;
    case FF_COMMITMENT_PLANNED:
    default:
      return FF_NO_DAY;
    }
}

static void
bind_status (GtkWidget *cell, gconstpointer data)
{
  static const FfTone tones[] = {
    [FF_COMMITMENT_PLANNED] = FF_TONE_NEUTRAL,
    [FF_COMMITMENT_SUBMITTED] = FF_TONE_ACCENT,
    [FF_COMMITMENT_APPLIED] = FF_TONE_GOOD,
    [FF_COMMITMENT_VERIFIED] = FF_TONE_GOOD,
  };
  const FfCommitment *commitment = data;
  FfDay day = date_of_status (commitment);
  g_autofree char *since = day != FF_NO_DAY ? ff_format_day (day) : NULL;
  g_autofree char *due = is_overdue (commitment) ? ff_format_due (commitment->due_on, ff_time_day (ff_time_now ())) : NULL;

  if (due != NULL)
    ff_tag_set (FF_TAG (cell), due, "ff-alert-symbolic", FF_TONE_BAD);
  else
    ff_tag_set (FF_TAG (cell), ff_commitment_status_title (commitment->status),
                commitment->status == FF_COMMITMENT_VERIFIED ? "object-select-symbolic" : NULL, tones[commitment->status]);
  gtk_widget_set_tooltip_text (cell, since);
}

static void
bind_mentor (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfCommitment *) data)->mentor);
}

/* What shows that it was done; of a seven-day plan its log. */
static void
bind_evidence (GtkWidget *cell, gconstpointer data)
{
  const FfCommitment *commitment = data;
  FfLogSum sum = ff_log_sum (commitment->cases, FF_LOG_DAYS, ff_commitment_target (commitment));
  g_autofree char *log = NULL;

  if (commitment->evidence == NULL && sum.logged > 0)
    log = g_strdup_printf (ngettext ("%d of 7 days reached", "%d of 7 days reached", sum.reached), sum.reached);
  ff_list_cell_set_text (cell, log != NULL ? log : commitment->evidence);
  gtk_widget_set_tooltip_text (cell, commitment->evidence);
}

static const FfListColumn columns[] = {
  { NC_("column", "Trainee"), FF_COMMITMENT_SORT_NAME, 128, FALSE, NULL, bind_name },
  { NC_("column", "What"), FF_COMMITMENT_SORT_TITLE, 160, TRUE, NULL, bind_title },
  { NC_("column", "Kind"), FF_COMMITMENT_SORT_KIND, 150, FALSE, NULL, bind_kind },
  { NC_("column", "Due"), FF_COMMITMENT_SORT_DUE, 104, FALSE, NULL, bind_due },
  { NC_("column", "State"), FF_COMMITMENT_SORT_STATUS, 156, FALSE, setup_status, bind_status },
  { NC_("column", "Mentor"), FF_COMMITMENT_SORT_MENTOR, 104, FALSE, NULL, bind_mentor },
  { NC_("column", "Evidence"), -1, 120, TRUE, NULL, bind_evidence },
};

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_commitments_read_rows (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_commitment_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  FfCommitmentQuery commitments = {
    .run_id = query->filters[FILTER_RUN],
    .search = query->search,
    .kind = (int) query->filters[FILTER_KIND] - 1,
    .status = (int) query->filters[FILTER_STATUS] - 1,
    .team_id = query->filters[FILTER_TEAM],
    .sort = (FfCommitmentSort) query->sort,
    .descending = query->descending,
  };

  return ff_commitments_list (db, &commitments, error);
}

static const char *const other_tables[] = { "commitment_day", "trainee", "enrolment", "team", NULL };

static const FfListKind kind = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "commitment",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = FF_COMMITMENT_SORT_DUE,
  .n_own_filters = FILTER_RUN + 1,
};

/* Filters ------------------------------------------------------------------------------------------------------------ */

static void
on_filter_changed (FfCommitmentsPage *self)
{
  guint team = gtk_drop_down_get_selected (self->team);

  if (self->filling)
    return;
  ff_list_view_set_filter (self->list, FILTER_KIND, gtk_drop_down_get_selected (self->kind));
  ff_list_view_set_filter (self->list, FILTER_STATUS, gtk_drop_down_get_selected (self->status));
  ff_list_view_set_filter (self->list, FILTER_TEAM,
                           self->teams != NULL && team > 0 && team <= self->teams->len
                               ? ((const FfTeam *) g_ptr_array_index (self->teams, team - 1))->id
                               : 0);
}

static GtkDropDown *
make_drop_down (FfCommitmentsPage *self, GtkStringList *titles, const char *name)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_filter_changed), self);
  gtk_box_append (self->filters, drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static void
make_filters (FfCommitmentsPage *self)
{
  GtkStringList *kinds = gtk_string_list_new ((const char *[]) { _("All kinds"), NULL });
  GtkStringList *statuses = gtk_string_list_new ((const char *[]) { _("All states"), NULL });

  for (int i = 0; i < FF_N_COMMITMENT_KINDS; i++)
    gtk_string_list_append (kinds, ff_commitment_kind_title (i));
  for (int i = 0; i < FF_N_COMMITMENT_STATUSES; i++)
    gtk_string_list_append (statuses, ff_commitment_status_title (i));
  self->kind = make_drop_down (self, kinds, _("Filter by kind"));
  self->status = make_drop_down (self, statuses, _("Filter by state"));
  self->team = make_drop_down (self, gtk_string_list_new ((const char *[]) { _("All teams"), NULL }), _("Filter by team"));
  gtk_widget_set_visible (GTK_WIDGET (self->team), FALSE);
}

static gboolean
same_teams (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a != NULL && a->len == b->len;

  for (guint i = 0; same && i < b->len; i++)
    same = ((const FfTeam *) a->pdata[i])->id == ((const FfTeam *) b->pdata[i])->id
           && g_str_equal (((const FfTeam *) a->pdata[i])->name, ((const FfTeam *) b->pdata[i])->name);
  return same;
}

static void
update_teams (FfCommitmentsPage *self, gint64 run_id)
{
  g_autoptr (GPtrArray) teams = ff_teams_of_run (ff_workspace_get_reader (ff_page_get_workspace (FF_PAGE (self))), run_id, NULL);
  g_autoptr (GtkStringList) titles = NULL;

  if (teams == NULL || same_teams (self->teams, teams))
    return;
  titles = gtk_string_list_new ((const char *[]) { _("All teams"), NULL });
  for (guint i = 0; i < teams->len; i++)
    gtk_string_list_append (titles, ((const FfTeam *) teams->pdata[i])->name);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  self->teams = g_steal_pointer (&teams);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->team, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->team), self->teams->len > 0);
  self->filling = FALSE;
  on_filter_changed (self);
}

/* The view ----------------------------------------------------------------------------------------------------------- */

static void
on_row_activated (FfCommitmentsPage *self, gint64 id)
{
  g_action_group_activate_action (G_ACTION_GROUP (ff_page_get_actions (FF_PAGE (self))), "edit", NULL);
}

static void
ff_commitments_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_COMMITMENTS_PAGE (page)->list, text);
}

static void
ff_commitments_page_update (FfRunTab *tab, FfClassFigures *figures)
{
  FfCommitmentsPage *self = FF_COMMITMENTS_PAGE (tab);
  g_autofree char *text = NULL;
  gboolean missing;
  guint n = 0;

  for (guint i = 0; i < figures->commitments->len; i++)
    {
      const FfCommitment *commitment = g_ptr_array_index (figures->commitments, i);

      n += ff_commitment_is_overdue (commitment->status, commitment->due_on, ff_time_day (figures->now)) ? 1 : 0;
    }
  text = n > 0 ? g_strdup_printf (ngettext ("%u of %u is overdue.", "%u of %u are overdue.", n), n, figures->commitments->len)
               : g_strdup (_("Nothing is overdue."));
  gtk_label_set_text (self->overdue, text);
  update_teams (self, figures->run->id);
  ff_commitments_page_update_actions (self);
  missing = ff_commitment_dues_find (figures) >= 0;
  gtk_widget_set_visible (self->confirm, missing);
  gtk_widget_set_visible (self->bar, figures->commitments->len > 0 || missing);
}

/* The list reads its rows on another thread: the focus waits for them. */
static gboolean
take_focus (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FfCommitmentsPage *self = FF_COMMITMENTS_PAGE (widget);

  if (self->wants_focus && gtk_widget_get_mapped (widget))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
  return G_SOURCE_REMOVE;
}

static void
on_items_changed (FfCommitmentsPage *self)
{
  ff_commitments_page_update_actions (self);
  if (self->wants_focus && g_list_model_get_n_items (G_LIST_MODEL (ff_list_view_get_model (self->list))) > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), take_focus, NULL, NULL);
}

static gboolean
ff_commitments_page_grab_focus (GtkWidget *widget)
{
  FfCommitmentsPage *self = FF_COMMITMENTS_PAGE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (ff_list_view_get_model (self->list))) > 0)
    return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  self->wants_focus = TRUE;
  return FALSE;
}

static void
ff_commitments_page_constructed (GObject *object)
{
  FfCommitmentsPage *self = FF_COMMITMENTS_PAGE (object);

  G_OBJECT_CLASS (ff_commitments_page_parent_class)->constructed (object);
  ff_list_view_set_up (self->list, &kind, ff_page_get_workspace (FF_PAGE (self)), _("Commitments"));
  ff_list_view_set_filter (self->list, FILTER_RUN, ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self))));
  g_signal_connect_object (ff_list_view_get_model (self->list), "selection-changed", G_CALLBACK (ff_commitments_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_list_view_get_model (self->list), "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  ff_commitments_page_set_up_menu (self);
  ff_commitments_page_update_actions (self);
  ff_page_set_primary (FF_PAGE (self), _("Ask Everybody…"), "list-add-symbolic", "tab.owe");
}

static void
ff_commitments_page_dispose (GObject *object)
{
  FfCommitmentsPage *self = FF_COMMITMENTS_PAGE (object);

  g_clear_pointer (&self->teams, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_commitments_page_parent_class)->dispose (object);
}

static void
ff_commitments_page_class_init (FfCommitmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_commitments_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ff_commitments_page_dispose;
  widget_class->grab_focus = ff_commitments_page_grab_focus;
  FF_PAGE_CLASS (klass)->search = ff_commitments_page_search;
  FF_RUN_TAB_CLASS (klass)->update = ff_commitments_page_update;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-commitments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCommitmentsPage, list);
  gtk_widget_class_bind_template_child (widget_class, FfCommitmentsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, FfCommitmentsPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, FfCommitmentsPage, confirm);
  gtk_widget_class_bind_template_child (widget_class, FfCommitmentsPage, filters);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ff_commitments_page_init (FfCommitmentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_commitments_page_init_actions (self);
  self->filling = TRUE;
  make_filters (self);
  self->filling = FALSE;
}
