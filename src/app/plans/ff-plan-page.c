#include "config.h"

#include "ff-plan-page.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-list-view.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-plan-columns.h"
#include "ff-plans.h"
#include "ff-settings.h"
#include "ff-window.h"

/* Of the list: the first two say what is listed at all. */
enum
{
  FILTER_YEAR,
  FILTER_PLAN,  /* 0: the newest edition */
  FILTER_STATE, /* FfPlanState + 1 */
};

struct _FfPlanPage
{
  FfPage parent_instance;

  FfListView *list;
  GtkLabel *sums;
  GtkWidget *filters;
  GtkDropDown *years;
  GtkDropDown *editions;
  GtkDropDown *states;

  int year;
  gint64 plan_id;         /* as chosen; 0: the newest edition */
  FfPlanFigures *figures; /* NULL until they were read */
  char *currency;
  gboolean filling;       /* the drop-downs are being filled: nobody chose anything */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfPlanPage, ff_plan_page, FF_TYPE_PAGE)

static void read_figures (FfPlanPage *self);

static int
year_of (FfMinute now)
{
  int year, month, day;

  ff_day_to_ymd (ff_time_day (now), &year, &month, &day);
  return year;
}

/* The list ---------------------------------------------------------------------------------------------------------- */

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_plans_read_rows (source, ids, n, ff_time_now (), error);
}

static void
free_row (gpointer data)
{
  ff_plan_row_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  FfPlanRowQuery rows = {
    .year = (int) query->filters[FILTER_YEAR],
    .plan_id = query->filters[FILTER_PLAN],
    .state = (int) query->filters[FILTER_STATE] - 1,
    .search = query->search,
    .sort = (FfPlanSort) query->sort,
    .descending = query->descending,
  };

  return ff_plans_list (db, &rows, ff_time_now (), error);
}

static const char *const other_tables[] = { "plan", "run", "enrolment", "course", "department", "budget_line", NULL };

static const FfListKind kind = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "plan_line",
  .others = other_tables,
  .columns = ff_plan_columns,
  .n_columns = FF_PLAN_N_COLUMNS,
  .first_sort = FF_PLAN_SORT_MONTH,
  .n_own_filters = FILTER_PLAN + 1,
};

/* A line opens its form; a class that nobody planned opens itself. */
static void
on_row_activated (FfPlanPage *self, gint64 id)
{
  if (id < 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-class", "x", -id);
  else
    ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_plan_line_editor, id,
                    self->figures != NULL && self->figures->plan != NULL ? self->figures->plan->id : 0);
}

/* Figures ------------------------------------------------------------------------------------------------------------ */

static char *
format_money (FfPlanPage *self, gint64 amount)
{
  return ff_money_format (amount, self->currency);
}

/* How far the plan is, and what it asks for, in one line. */
static char *
describe (FfPlanPage *self)
{
  const FfPlanFigures *figures = self->figures;
  g_autofree char *hours = ff_hundredths_format (figures->hours);
  g_autofree char *budget = format_money (self, figures->budget);
  g_autofree char *spent = format_money (self, figures->spent);
  g_autofree char *done = NULL;

  if (figures->plan == NULL)
    return g_strdup_printf (ngettext ("%d has no plan yet; %d class was held or is scheduled without one.",
                                      "%d has no plan yet; %d classes were held or are scheduled without one.", figures->rows->len),
                            figures->year, (int) figures->rows->len);
  done = figures->due > 0
             /* Translators: classes held of those planned to date, and the same as a percentage. */
             ? g_strdup_printf (_("Held to date: %d of %d (%.0f %%)"), figures->held, figures->due, figures->completion_percent)
             : g_strdup (_("Nothing is due yet"));
  /* Translators: how far the annual plan is; then hours, people, budget and what was spent. */
  return g_strdup_printf (_("%s · %s h · %d people · budget %s, spent %s"), done, hours, figures->people, budget, spent);
}

static char *
describe_edition (const FfPlan *plan)
{
  g_autofree char *day = NULL;

  if (plan->approved_on == FF_NO_DAY)
    /* Translators: the number of an edition of the annual plan. */
    return g_strdup_printf (_("Edition %d, draft"), plan->edition);
  day = ff_format_day (plan->approved_on);
  return g_strdup_printf (_("Edition %d, approved %s"), plan->edition, day);
}

static gboolean
is_draft (FfPlanPage *self)
{
  return self->figures != NULL && self->figures->plan != NULL && self->figures->plan->approved_on == FF_NO_DAY;
}

static void
enable (FfPlanPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled && ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))));
}

static void
update_actions (FfPlanPage *self)
{
  const FfPlan *plan = self->figures != NULL ? self->figures->plan : NULL;
  gboolean newest = plan != NULL && plan->id == ((FfPlan *) g_ptr_array_index (self->figures->editions, 0))->id;

  enable (self, "new-line", is_draft (self));
  enable (self, "approve", is_draft (self));
  enable (self, "delete-plan", is_draft (self));
  enable (self, "adjust", newest && !is_draft (self));
  enable (self, "adopt", newest && is_draft (self) && self->figures->n_states[FF_PLAN_UNPLANNED] > 0);
}

static void
fill_editions (FfPlanPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->figures->editions->len; i++)
    {
      const FfPlan *plan = g_ptr_array_index (self->figures->editions, i);
      g_autofree char *title = describe_edition (plan);

      gtk_string_list_append (titles, title);
      if (plan->id == self->plan_id)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->editions, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->editions, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->editions), self->figures->editions->len > 0);
}

static void
show_figures (FfPlanPage *self)
{
  g_autofree char *sums = describe (self);
  g_autofree char *subtitle = self->figures->plan != NULL ? describe_edition (self->figures->plan) : NULL;

  if (self->figures->plan != NULL)
    ff_page_set_primary (FF_PAGE (self), _("New _Line"), "list-add-symbolic", "tab.new-line");
  else
    ff_page_set_primary (FF_PAGE (self), _("New Annual _Plan"), "list-add-symbolic", "tab.new-plan");
  gtk_label_set_text (self->sums, sums);
  gtk_widget_set_visible (GTK_WIDGET (self->sums), self->figures->rows->len > 0);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
  fill_editions (self);
  update_actions (self);
}

typedef struct
{
  GWeakRef page;
  int year;
  gint64 plan_id;
  FfPlanFigures *figures;
  GArray *years;
  char *currency;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->page);
  ff_plan_figures_free (reading->figures);
  g_clear_pointer (&reading->years, g_array_unref);
  g_free (reading->currency);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (GError) problem = NULL;

  reading->currency = ff_settings_get (db, FF_SETTING_CURRENCY, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  reading->years = ff_plans_years (db, error);
  if (reading->years != NULL)
    reading->figures = ff_plan_figures_read (db, reading->year, reading->plan_id, ff_time_now (), error);
  return reading->figures != NULL;
}

/* The years that have something, and the present and the next one, newest first. */
static void
fill_years (FfPlanPage *self, GArray *years)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  int newest = year_of (ff_time_now ()) + 1;
  int oldest = newest - 1;
  guint selected = 0;

  for (guint i = 0; i < years->len; i++)
    {
      newest = MAX (newest, (int) g_array_index (years, gint64, i));
      oldest = MIN (oldest, (int) g_array_index (years, gint64, i));
    }
  for (int year = newest; year >= oldest; year--)
    {
      g_autofree char *title = g_strdup_printf ("%d", year);

      if (year == self->year)
        selected = (guint) (newest - year);
      gtk_string_list_append (titles, title);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->years, selected);
  self->filling = FALSE;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfPlanPage) self = g_weak_ref_get (&reading->page);

  if (self == NULL || error != NULL)
    return self == NULL;
  g_clear_pointer (&self->figures, ff_plan_figures_free);
  self->figures = g_steal_pointer (&reading->figures);
  g_free (self->currency);
  self->currency = g_steal_pointer (&reading->currency);
  fill_years (self, reading->years);
  show_figures (self);
  return TRUE;
}

static void
read_figures (FfPlanPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->page, self);
  reading->year = self->year;
  reading->plan_id = self->plan_id;
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free, self->cancellable);
}

/* Shows another year or edition. */
static void
choose (FfPlanPage *self, int year, gint64 plan_id)
{
  self->year = year;
  self->plan_id = plan_id;
  ff_list_view_set_filter (self->list, FILTER_YEAR, year);
  ff_list_view_set_filter (self->list, FILTER_PLAN, plan_id);
  read_figures (self);
}

static void
on_changed (FfPlanPage *self, const char *table)
{
  if (table == NULL || g_str_equal (table, kind.table) || g_strv_contains (other_tables, table))
    read_figures (self);
}

static void
on_year_selected (FfPlanPage *self)
{
  GtkStringObject *year = gtk_drop_down_get_selected_item (self->years);

  if (!self->filling && year != NULL)
    choose (self, (int) g_ascii_strtoll (gtk_string_object_get_string (year), NULL, 10), 0);
}

static void
on_edition_selected (FfPlanPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->editions);

  if (!self->filling && self->figures != NULL && selected < self->figures->editions->len)
    choose (self, self->year, selected == 0 ? 0 : ((FfPlan *) g_ptr_array_index (self->figures->editions, selected))->id);
}

static void
on_state_selected (FfPlanPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->states);

  ff_list_view_set_filter (self->list, FILTER_STATE, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
}

/* Commands ----------------------------------------------------------------------------------------------------------- */

static FfEditor *
open_editor (FfPlanPage *self, const FfEditorKind *editor, gint64 context)
{
  return ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), editor, 0, context);
}

static void
new_line (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FfPlanPage *self = data;

  open_editor (self, &ff_plan_line_editor, self->figures->plan->id);
}

static void
on_edition_made (FfPlanPage *self)
{
  choose (self, self->year, 0);
}

/* The newest plan there is is the one that was just made. */
static void
on_plan_made (FfPlanPage *self, gint64 plan_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = ff_plans_list_editions (ff_workspace_get_reader (ff_page_get_workspace (FF_PAGE (self))), 0, &error);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    if (((FfPlan *) g_ptr_array_index (plans, i))->id == plan_id)
      choose (self, ((FfPlan *) g_ptr_array_index (plans, i))->year, 0);
}

static void
new_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FfPlanPage *self = data;
  gboolean planned = self->figures != NULL && self->figures->plan != NULL;
  FfEditor *editor = open_editor (self, &ff_plan_editor, planned ? self->year + 1 : self->year);

  g_signal_connect_object (editor, "saved", G_CALLBACK (on_plan_made), self, G_CONNECT_SWAPPED);
}

static void
approve (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FfPlanPage *self = data;

  open_editor (self, &ff_plan_approve_editor, self->figures->plan->id);
}

static void
adjust (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FfPlanPage *self = data;

  g_signal_connect_object (open_editor (self, &ff_plan_adjust_editor, self->year), "saved", G_CALLBACK (on_edition_made), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_plans_delete (db, *(gint64 *) data, error);
}

static void
delete_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FfPlanPage *self = data;
  gint64 plan_id = self->figures->plan->id;

  choose (self, self->year, 0);
  ff_window_run (ff_window_of (self), _("Delete a draft of the annual plan"), delete_work, plan_id, _("Draft deleted"));
}

static gboolean
make_class_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  gint64 run_id;

  return ff_plans_make_class (db, *(gint64 *) data, &run_id, error);
}

static void
make_class (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ff_window_run (ff_window_of (data), _("Make a class of the plan"), make_class_work, g_variant_get_int64 (parameter), _("Class made"));
}

/* @data is the year. */
static gboolean
adopt_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  int year = (int) *(gint64 *) data;
  g_autoptr (FfPlanFigures) figures = ff_plan_figures_read (db, year, 0, ff_time_now (), error);

  if (figures == NULL)
    return FALSE;
  for (guint i = 0; i < figures->rows->len; i++)
    {
      const FfPlanRow *row = g_ptr_array_index (figures->rows, i);

      if (row->state == FF_PLAN_UNPLANNED && !ff_plans_adopt_run (db, year, row->run->id, error))
        return FALSE;
    }
  return TRUE;
}

static void
adopt (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FfPlanPage *self = data;

  ff_window_run (ff_window_of (self), _("Take classes into the plan"), adopt_work, self->year, _("Unplanned classes stand in the plan now"));
}

static const GActionEntry actions[] = {
  { .name = "new-line", .activate = new_line },
  { .name = "new-plan", .activate = new_plan },
  { .name = "approve", .activate = approve },
  { .name = "adjust", .activate = adjust },
  { .name = "adopt", .activate = adopt },
  { .name = "delete-plan", .activate = delete_plan },
  { .name = "make-class", .activate = make_class, .parameter_type = "x" },
};

/* The page ----------------------------------------------------------------------------------------------------------- */

static void
ff_plan_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_PLAN_PAGE (page)->list, text);
}

/* The first choice shows all; then the states in the order of FfPlanState. */
static void
fill_states (FfPlanPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("All states"));
  for (FfPlanState state = FF_PLAN_PLANNED; state < FF_PLAN_N_STATES; state++)
    gtk_string_list_append (titles, ff_plan_state_title (state));
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (titles));
}

static void
ff_plan_page_constructed (GObject *object)
{
  FfPlanPage *self = FF_PLAN_PAGE (object);
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));

  G_OBJECT_CLASS (ff_plan_page_parent_class)->constructed (object);
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  update_actions (self);
  fill_states (self);
  ff_list_view_set_filter (self->list, FILTER_YEAR, self->year);
  ff_list_view_set_up (self->list, &kind, workspace, C_ ("page", "Annual Plan"));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_figures (self);
}

static void
ff_plan_page_dispose (GObject *object)
{
  FfPlanPage *self = FF_PLAN_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->figures, ff_plan_figures_free);
  g_clear_pointer (&self->currency, g_free);
  G_OBJECT_CLASS (ff_plan_page_parent_class)->dispose (object);
}

static void
ff_plan_page_class_init (FfPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_plan_page_constructed;
  object_class->dispose = ff_plan_page_dispose;
  FF_PAGE_CLASS (klass)->search = ff_plan_page_search;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPlanPage, list);
  gtk_widget_class_bind_template_child (widget_class, FfPlanPage, sums);
  gtk_widget_class_bind_template_child (widget_class, FfPlanPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FfPlanPage, years);
  gtk_widget_class_bind_template_child (widget_class, FfPlanPage, editions);
  gtk_widget_class_bind_template_child (widget_class, FfPlanPage, states);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_year_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_edition_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_state_selected);
}

static void
ff_plan_page_init (FfPlanPage *self)
{
  self->year = year_of (ff_time_now ());
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ff_plan_page_get_filters (FfPage *self)
{
  g_return_val_if_fail (FF_IS_PLAN_PAGE (self), NULL);

  return FF_PLAN_PAGE (self)->filters;
}
