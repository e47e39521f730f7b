#include "config.h"

#include "ff-project-page.h"

#include <glib/gi18n-lib.h>

#include "ff-budget-table.h"
#include "ff-document-window.h"
#include "ff-editors.h"
#include "ff-evaluation-reader.h"
#include "ff-fact.h"
#include "ff-improvement-page.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-metric-parts.h"
#include "ff-other-questionnaires.h"
#include "ff-owned-parts.h"
#include "ff-pair.h"
#include "ff-plan-kinds.h"
#include "ff-project-answers-page.h"
#include "ff-project-classes.h"
#include "ff-project-report.h"
#include "ff-project-text.h"
#include "ff-stage-timeline.h"
#include "ff-window.h"

struct _FfProjectPage
{
  FfPage parent_instance;

  gint64 project_id;
  GtkBox *body;
  GtkBox *facts;
  GtkLabel *summary;
  GtkFlowBox *cards;
  FfStageTimeline *timeline;
  FfBudgetTable *budget;
  AdwBin *questionnaires;       /* needs, SERVQUAL …: hidden where there is none */
  FfEvaluationReader *answers;
  GPtrArray *pairs;          /* GtkBox, of the body: two parts side by side */
  GCancellable *cancellable; /* of the reading under way */
};

G_DEFINE_FINAL_TYPE (FfProjectPage, ff_project_page, FF_TYPE_PAGE)

/* The head ---------------------------------------------------------------------------------------------------------- */

static void
add_fact (FfProjectPage *self, const char *icon, const char *text, const char *detail)
{
  if (text != NULL)
    gtk_box_append (self->facts, ff_fact_new (icon, text, detail));
}

static void
show_head (FfProjectPage *self, const FfProject *project)
{
  g_autofree char *days = ff_project_text_days (project->first_day, project->last_day, FALSE);
  GtkWidget *tag = ff_tag_new (ff_run_status_title (project->status), NULL, ff_project_status_tone (project->status));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_box_remove (self->facts, child);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_box_append (self->facts, tag);
  add_fact (self, "ff-calendar-symbolic", days, C_ ("fact", "dates"));
  add_fact (self, "ff-people-symbolic", project->department, C_ ("fact", "host department"));
  add_fact (self, "ff-person-symbolic", project->sponsor, C_ ("fact", "sponsor"));
  gtk_label_set_label (self->summary, project->summary != NULL ? project->summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), project->summary != NULL);
}

/* The cards --------------------------------------------------------------------------------------------------------- */

static void
add_classes_card (FfProjectPage *self, const FfProjectFigures *figures)
{
  g_autofree char *value = g_strdup_printf ("%u", figures->classes->len);
  g_autofree char *detail = g_strdup_printf (_("%d of %d sessions held"), figures->held, figures->sessions);

  gtk_flow_box_append (self->cards, ff_fact_card_new ("ff-class-symbolic", _("Classes"), value, detail,
                                                      figures->sessions > 0 ? (double) figures->held / figures->sessions : -1, NULL));
}

static void
add_people_card (FfProjectPage *self, const FfProjectFigures *figures)
{
  g_autofree char *value = g_strdup_printf ("%d", figures->people);
  g_autofree char *seats = g_strdup_printf (ngettext ("%d place taken", "%d places taken", (gulong) figures->seats), figures->seats);
  g_autofree char *number = ff_hundredths_format (figures->hours);
  g_autofree char *hours = g_strdup_printf (_("%s class hours in all"), number);

  gtk_flow_box_append (self->cards, ff_fact_card_new ("ff-people-symbolic", _("Number of people"), value, seats, -1, hours));
}

static void
add_tasks_card (FfProjectPage *self, const FfProjectFigures *figures)
{
  const FfTaskCount *count = &figures->count;
  /* Translators: how many tasks are done, of how many. */
  g_autofree char *value = g_strdup_printf (C_ ("tasks", "%d / %d"), count->done, count->all);
  g_autofree char *late = g_strdup_printf (ngettext ("%d task is overdue.", "%d tasks are overdue.", (gulong) count->overdue),
                                           count->overdue);
  const char *detail = count->all == 0 ? _("no tasks yet") : _("tasks done, those of the classes too");

  gtk_flow_box_append (self->cards,
                       ff_fact_card_new ("ff-attendance-symbolic", _("Tasks"), value, detail,
                                         count->all > 0 ? (double) count->done / count->all : -1, count->overdue > 0 ? late : NULL));
}

static char *
describe_budget (const FfProjectFigures *figures)
{
  gint64 limit = figures->project->budget >= 0 ? figures->project->budget : figures->budget->total.planned;
  g_autofree char *text = limit >= 0 ? ff_money_format (limit, figures->budget->currency) : NULL;

  if (text == NULL)
    return g_strdup (_("nothing planned yet"));
  if (figures->project->budget >= 0)
    /* Translators: %s is an amount of money, the budget of a project. */
    return g_strdup_printf (_("spent of a budget of %s"), text);
  /* Translators: %s is an amount of money. */
  return g_strdup_printf (_("spent of %s planned"), text);
}

static void
add_budget_card (FfProjectPage *self, const FfProjectFigures *figures)
{
  const FfBudgetSum *total = &figures->budget->total;
  gint64 limit = figures->project->budget >= 0 ? figures->project->budget : total->planned;
  gint64 head = ff_budget_per_head (total->actual >= 0 ? total->actual : total->planned, figures->people);
  g_autofree char *value = ff_money_format (MAX (total->actual, 0), figures->budget->currency);
  g_autofree char *detail = describe_budget (figures);
  g_autofree char *amount = head >= 0 ? ff_money_format (head, figures->budget->currency) : NULL;
  /* Translators: %s is an amount of money. */
  g_autofree char *sentence = amount != NULL ? g_strdup_printf (_("%s for each trainee"), amount) : NULL;

  gtk_flow_box_append (self->cards, ff_fact_card_new ("ff-scores-symbolic", _("Budget"), value, detail,
                                                      limit > 0 ? (double) MAX (total->actual, 0) / limit : -1, sentence));
}

static void
show_cards (FfProjectPage *self, const FfProjectFigures *figures)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_flow_box_remove (self->cards, child);
  add_classes_card (self, figures);
  add_people_card (self, figures);
  add_tasks_card (self, figures);
  add_budget_card (self, figures);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
}

/* Reading ----------------------------------------------------------------------------------------------------------- */

static void
show_figures (FfProjectPage *self, const FfProjectFigures *figures)
{
  ff_page_set_title (FF_PAGE (self), figures->project->title);
  ff_page_set_subtitle (FF_PAGE (self), figures->project->code);
  show_head (self, figures->project);
  show_cards (self, figures);
  ff_stage_timeline_set_figures (self->timeline, figures);
  ff_budget_table_set_figures (self->budget, figures->budget, figures->people, figures->project->budget);
}

typedef struct
{
  GWeakRef page;
  gint64 project_id;
  FfProjectFigures *figures;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->page);
  ff_project_figures_free (reading->figures);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->figures = ff_project_figures_read (db, reading->project_id, ff_time_now (), error);
  return reading->figures != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfProjectPage) self = g_weak_ref_get (&reading->page);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;

  if (self == NULL)
    return TRUE;
  if (error != NULL && g_error_matches (error, FF_ERROR, FF_ERROR_NOT_FOUND))
    {
      if (window != NULL)
        ff_window_back (window);
      return TRUE;
    }
  if (error == NULL)
    show_figures (self, reading->figures);
  return error == NULL;
}

static void
stop_reading (FfProjectPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
reload (FfProjectPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->page, self);
  reading->project_id = self->project_id;
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
on_changed (FfProjectPage *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "project", "run", "stage", "task", "budget_line", "enrolment", "session", "agenda_slot",
                                        "department", "setting", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    reload (self);
  if (ff_project_answers_concern (table))
    ff_evaluation_reader_read (self->answers);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
on_class_added (FfProjectPage *self, gint64 run_id)
{
  ff_window_open_class (ff_window_of (self), run_id, NULL, 0);
}

static void
activate_new_class (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;
  FfPlanWindow *plan
      = ff_plan_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_new_class_plan, -self->project_id);

  if (plan != NULL)
    g_signal_connect_object (plan, "done", G_CALLBACK (on_class_added), self, G_CONNECT_SWAPPED);
}

static void
activate_add_class (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_project_class_editor, 0, self->project_id);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_project_editor, self->project_id, 0);
}

static FfDocument *
make_report (FfDb *db, gconstpointer data, GError **error)
{
  return ff_project_report_make (db, *(const gint64 *) data, error);
}

static void
activate_report (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;
  FfDocumentWindow *window
      = ff_document_window_new (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), _("Project Report"), NULL);

  ff_document_window_make (window, make_report, g_memdup2 (&self->project_id, sizeof (gint64)), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
delete_project (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_projects_delete (db, *(gint64 *) data, error);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;

  ff_window_run (ff_window_of (self), _("Delete a project"), delete_project, self->project_id, _("Project deleted"));
}

static void
activate_improvement (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;

  ff_window_push (ff_window_of (self), ff_project_improvement_page_new (ff_page_get_workspace (FF_PAGE (self)), self->project_id));
}

static void
activate_show_questionnaire (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;

  ff_window_push (ff_window_of (self), ff_project_answers_page_new (ff_page_get_workspace (FF_PAGE (self)), self->project_id,
                                                                    g_variant_get_int64 (parameter)));
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Print or Save the Report…"), "page.report");
  g_menu_append (menu, _("_Improvement of the Project"), "page.improvement");
  g_menu_append (menu, _("_Add an Existing Class…"), "page.add-class");
  g_menu_append (menu, _("_Edit Project…"), "page.edit");
  g_menu_append (menu, _("_Delete Project"), "page.delete");
  return G_MENU_MODEL (menu);
}

/* The page ---------------------------------------------------------------------------------------------------------- */

static void
ff_project_page_resized (FfPage *page, int width)
{
  FfProjectPage *self = FF_PROJECT_PAGE (page);

  for (guint i = 0; i < self->pairs->len; i++)
    ff_pair_set_width (g_ptr_array_index (self->pairs, i), width);
}

static void
ff_project_page_dispose (GObject *object)
{
  stop_reading (FF_PROJECT_PAGE (object));
  g_clear_object (&FF_PROJECT_PAGE (object)->answers);
  G_OBJECT_CLASS (ff_project_page_parent_class)->dispose (object);
}

static void
ff_project_page_finalize (GObject *object)
{
  g_ptr_array_unref (FF_PROJECT_PAGE (object)->pairs);
  G_OBJECT_CLASS (ff_project_page_parent_class)->finalize (object);
}

static void
ff_project_page_class_init (FfProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_project_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_project_page_finalize;
  FF_PAGE_CLASS (klass)->resized = ff_project_page_resized;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfProjectPage, body);
  gtk_widget_class_bind_template_child (widget_class, FfProjectPage, facts);
  gtk_widget_class_bind_template_child (widget_class, FfProjectPage, summary);
  gtk_widget_class_bind_template_child (widget_class, FfProjectPage, cards);
}

static void
ff_project_page_init (FfProjectPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "new-class", .activate = activate_new_class },
    { .name = "add-class", .activate = activate_add_class },
    { .name = "edit", .activate = activate_edit },
    { .name = "report", .activate = activate_report },
    { .name = "improvement", .activate = activate_improvement },
    { .name = "delete", .activate = activate_delete },
    { .name = "show-questionnaire", .activate = activate_show_questionnaire, .parameter_type = "x" },
  };
  g_autoptr (GMenuModel) menu = make_menu ();

  self->pairs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  ff_page_set_primary (FF_PAGE (self), _("New _Class"), "list-add-symbolic", "page.new-class");
  ff_page_set_menu (FF_PAGE (self), menu);
}

static GtkWidget *
make_part (FfProjectPage *self, const FfPartKind *kind)
{
  GtkWidget *part
      = ff_part_list_new (ff_page_get_workspace (FF_PAGE (self)), kind, ff_owner_to_number (ff_owner_project (self->project_id)));

  gtk_widget_set_valign (part, GTK_ALIGN_START);
  gtk_widget_set_hexpand (part, TRUE);
  return part;
}

static void
add_pair (FfProjectPage *self, GtkWidget *left, GtkWidget *right)
{
  GtkWidget *pair = ff_pair_new (left, right);

  gtk_box_append (self->body, pair);
  g_ptr_array_add (self->pairs, pair);
}

static void
on_class_activated (FfProjectPage *self, gint64 run_id)
{
  ff_window_open_class (ff_window_of (self), run_id, NULL, 0);
}

static void
add_classes (FfProjectPage *self)
{
  GtkWidget *classes = ff_part_list_new (ff_page_get_workspace (FF_PAGE (self)), &ff_project_class_parts, self->project_id);

  g_signal_connect_object (classes, "part-activated", G_CALLBACK (on_class_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->body, classes);
}

/* The lines of the project itself, and below them all of it with the classes' lines added up. */
static GtkWidget *
make_budget (FfProjectPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *table = ff_budget_table_new (_("With the Classes"));

  self->budget = FF_BUDGET_TABLE (table);
  gtk_box_append (GTK_BOX (column), make_part (self, &ff_budget_parts));
  gtk_box_append (GTK_BOX (column), table);
  return column;
}

/* What the project came to, measured once for all of its classes. */
static void
add_results (FfProjectPage *self)
{
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));
  GtkWidget *metrics = ff_metric_list_new (workspace, ff_owner_project (self->project_id));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_valign (metrics, GTK_ALIGN_START);
  gtk_widget_set_hexpand (metrics, TRUE);
  gtk_box_append (GTK_BOX (column), make_part (self, &ff_roi_parts));
  gtk_box_append (GTK_BOX (column), make_part (self, &ff_project_plan_parts));
  add_pair (self, metrics, column);
}

static void
on_answers_read (FfProjectPage *self)
{
  adw_bin_set_child (self->questionnaires,
                     ff_other_questionnaires_new (ff_evaluation_reader_get_figures (self->answers), "page.show-questionnaire"));
  gtk_widget_set_visible (GTK_WIDGET (self->questionnaires), adw_bin_get_child (self->questionnaires) != NULL);
}

static void
add_questionnaires (FfProjectPage *self)
{
  self->questionnaires = ADW_BIN (adw_bin_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->questionnaires), FALSE);
  gtk_box_append (self->body, GTK_WIDGET (self->questionnaires));
  self->answers = ff_evaluation_reader_new (ff_page_get_workspace (FF_PAGE (self)), ff_owner_project (self->project_id));
  g_signal_connect_object (self->answers, "changed", G_CALLBACK (on_answers_read), self, G_CONNECT_SWAPPED);
  ff_evaluation_reader_read (self->answers);
}

/* From why it is done to what it comes to, as one would tell it. */
static void
add_parts (FfProjectPage *self)
{
  GtkWidget *timeline = ff_stage_timeline_new (ff_page_get_workspace (FF_PAGE (self)), self->project_id);

  self->timeline = FF_STAGE_TIMELINE (timeline);
  add_pair (self, make_part (self, &ff_background_parts), make_part (self, &ff_pain_point_parts));
  add_pair (self, make_part (self, &ff_goal_parts), make_part (self, &ff_need_parts));
  add_questionnaires (self);
  gtk_box_append (self->body, timeline);
  add_classes (self);
  add_pair (self, make_part (self, &ff_duty_parts), make_budget (self));
  add_results (self);
}

FfPage *
ff_project_page_new (FfWorkspace *workspace, gint64 project_id)
{
  FfProjectPage *self = g_object_new (FF_TYPE_PROJECT_PAGE, "workspace", workspace, NULL);
  g_autoptr (FfProject) project = ff_projects_read (ff_workspace_get_reader (workspace), project_id, NULL);

  self->project_id = project_id;
  if (project != NULL)
    {
      ff_page_set_title (FF_PAGE (self), project->title);
      ff_page_set_subtitle (FF_PAGE (self), project->code);
    }
  add_parts (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return FF_PAGE (self);
}
