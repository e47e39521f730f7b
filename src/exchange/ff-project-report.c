#include "config.h"

#include "ff-project-report.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-finding-store.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-phrase-dates.h"
#include "ff-phrase-names.h"
#include "ff-tasks.h"

#define CHART_ROW 16.0
#define CHART_BAR 8.0

typedef struct
{
  const FfProjectFigures *figures;
  FfDocument *document;
  FfPhrases *phrases;
  int n_headings;
} Report;

/* Tables ------------------------------------------------------------------------------------------------------------ */

/* The cells of a table, row after row; it owns their texts. */
typedef GPtrArray Cells;

static Cells *
cells_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
add_cell (Cells *cells, const char *text)
{
  g_ptr_array_add (cells, g_strdup (text));
}

static void
take_cell (Cells *cells, char *text)
{
  g_ptr_array_add (cells, text);
}

/* A row that names the group of those below it. */
static void
add_group (Cells *cells, const char *title, gsize n_columns)
{
  take_cell (cells, g_strconcat (FF_DOCUMENT_GROUP, title, NULL));
  for (gsize i = 1; i < n_columns; i++)
    add_cell (cells, NULL);
}

static void
add_table (Report *report, const FfDocumentColumn *columns, gsize n_columns, Cells *cells)
{
  ff_document_add_table (report->document, columns, n_columns, (const char *const *) cells->pdata, cells->len / n_columns, 0);
}

/* "1 Background" */
static void
add_heading (Report *report, const char *title)
{
  g_autofree char *text = g_strdup_printf ("%d  %s", ++report->n_headings, title);

  ff_document_add_heading (report->document, text);
}

static char *
format_days (Report *report, FfDay first, FfDay last)
{
  if (first != FF_NO_DAY && last != FF_NO_DAY && first <= last)
    return ff_phrases_day_range (report->phrases, first, last);
  if (first == FF_NO_DAY && last == FF_NO_DAY)
    return NULL;
  return ff_phrases_day (report->phrases, MAX (first, last));
}

static char *
format_day (Report *report, FfDay day)
{
  return day != FF_NO_DAY ? ff_phrases_day (report->phrases, day) : NULL;
}

static char *
format_amount (Report *report, gint64 amount)
{
  return amount >= 0 ? ff_money_format (amount, report->figures->budget->currency) : NULL;
}

/* The head ---------------------------------------------------------------------------------------------------------- */

static void
add_field (Report *report, const char *name, const char *text)
{
  if (text != NULL)
    ff_document_add_field (report->document, name, text);
}

static void
add_head (Report *report)
{
  const FfProjectFigures *figures = report->figures;
  const FfProject *project = figures->project;
  g_autofree char *days = format_days (report, project->first_day, project->last_day);
  g_autofree char *budget = format_amount (report, project->budget);
  g_autofree char *hours = ff_hundredths_format (figures->hours);
  g_autofree char *people = g_strdup_printf (_("%d people on %d places, %s class hours"), figures->people, figures->seats, hours);
  g_autofree char *tasks = g_strdup_printf (_("%d of %d done, %d overdue"), figures->count.done, figures->count.all,
                                            figures->count.overdue);

  ff_document_add_title (report->document, project->title);
  add_field (report, _("Code"), project->code);
  add_field (report, _("Dates"), days);
  add_field (report, _("Host department"), project->department);
  add_field (report, _("Sponsor"), project->sponsor);
  add_field (report, _("Status"), ff_run_status_title (project->status));
  add_field (report, _("Trainees"), people);
  add_field (report, _("Tasks"), figures->count.all > 0 ? tasks : NULL);
  add_field (report, _("Budget"), budget);
  if (project->summary != NULL)
    {
      ff_document_add_space (report->document, 6);
      ff_document_add_paragraph (report->document, project->summary);
    }
}

/* Why --------------------------------------------------------------------------------------------------------------- */

static gboolean
has_kind (const FfFinding *finding, const char *first, const char *second)
{
  return strcmp (finding->kind, first) == 0 || strcmp (finding->kind, second) == 0;
}

static void
add_background (Report *report)
{
  const FfDocumentColumn columns[] = { { C_ ("report", "Fact"), 3, 0, NULL }, { C_ ("report", "Source"), 1.4, 0, NULL } };
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = 0; i < report->figures->findings->len; i++)
    {
      const FfFinding *finding = g_ptr_array_index (report->figures->findings, i);

      if (!has_kind (finding, "background", "background"))
        continue;
      add_cell (cells, finding->text);
      add_cell (cells, finding->source);
    }
  if (cells->len == 0)
    return;
  add_heading (report, _("Background Facts"));
  add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static int
compare_layers (gconstpointer a, gconstpointer b)
{
  const FfFinding *first = *(FfFinding *const *) a;
  const FfFinding *second = *(FfFinding *const *) b;

  if (first->layer_id != second->layer_id)
    return first->layer_id < second->layer_id ? -1 : 1;
  return first->position - second->position;
}

static void
add_pain_points (Report *report)
{
  const FfDocumentColumn columns[] = { { C_ ("report", "Pain point"), 3, 0, NULL }, { C_ ("report", "Source"), 1.4, 0, NULL } };
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = cells_new ();
  gint64 layer_id = -1;

  for (guint i = 0; i < report->figures->findings->len; i++)
    if (has_kind (g_ptr_array_index (report->figures->findings, i), "pain_point", "pain_point"))
      g_ptr_array_add (points, g_ptr_array_index (report->figures->findings, i));
  g_ptr_array_sort (points, compare_layers);
  for (guint i = 0; i < points->len; i++)
    {
      const FfFinding *point = g_ptr_array_index (points, i);

      if (point->layer_id != layer_id)
        add_group (cells, point->layer != NULL ? point->layer : C_ ("layer", "All layers"), G_N_ELEMENTS (columns));
      layer_id = point->layer_id;
      add_cell (cells, point->text);
      add_cell (cells, point->source);
    }
  if (cells->len == 0)
    return;
  add_heading (report, _("Pain Points"));
  add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static void
add_needs (Report *report)
{
  const FfDocumentColumn columns[] = {
    { C_ ("report", "Need or gap"), 2.4, 0, NULL }, { C_ ("report", "Layer"), 0.9, 0, NULL },
    { C_ ("report", "Share"), 0.6, 1, NULL },       { C_ ("report", "Answered by"), 1.5, 0, NULL },
    { C_ ("report", "Source"), 1.2, 0, NULL },
  };
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = 0; i < report->figures->findings->len; i++)
    {
      const FfFinding *finding = g_ptr_array_index (report->figures->findings, i);
      g_autofree char *share = finding->share >= 0 ? ff_hundredths_format (finding->share) : NULL;

      if (!has_kind (finding, "need", "gap"))
        continue;
      add_cell (cells, finding->text);
      add_cell (cells, finding->layer);
      /* Translators: a percentage. */
      take_cell (cells, share != NULL ? g_strdup_printf (_("%s %%"), share) : NULL);
      add_cell (cells, finding->syllabus_item != NULL ? finding->syllabus_item : C_ ("report", "nothing yet"));
      add_cell (cells, finding->source);
    }
  if (cells->len == 0)
    return;
  add_heading (report, _("Needs Study"));
  add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static void
add_goals (Report *report)
{
  const FfDocumentColumn columns[] = { { C_ ("report", "Level"), 0.5, 0.5, NULL }, { C_ ("report", "Goal"), 4, 0, NULL },
                                       { C_ ("report", "Layer"), 0.9, 0, NULL } };
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = 0; i < report->figures->goals->len; i++)
    {
      const FfGoal *goal = g_ptr_array_index (report->figures->goals, i);

      take_cell (cells, goal->level > 0 ? g_strdup_printf ("%d", goal->level) : NULL);
      add_cell (cells, goal->text);
      add_cell (cells, goal->layer);
    }
  if (cells->len == 0)
    return;
  add_heading (report, _("Goals"));
  add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

/* Stages ------------------------------------------------------------------------------------------------------------ */

/* A bar of the chart, with what stands before it. */
typedef struct
{
  char *title;
  FfDay from, to;
} Bar;

static void
bar_clear (gpointer data)
{
  g_free (((Bar *) data)->title);
}

static void
chart_free (gpointer data)
{
  g_array_unref (data);
}

static void
draw_bar (cairo_t *cr, const Bar *bar, double x, double y, double day_width, FfDay first)
{
  double width = MAX ((double) (bar->to - bar->from + 1) * day_width, 2);

  cairo_set_source_rgb (cr, 0.21, 0.52, 0.89);
  cairo_rectangle (cr, x + (double) (bar->from - first) * day_width, y + (CHART_ROW - CHART_BAR) / 2, width, CHART_BAR);
  cairo_fill (cr);
}

/* The bars only: their names and dates stand in the table below, in the same order. */
static void
draw_chart (cairo_t *cr, double width, double height, gpointer data)
{
  const GArray *bars = data;
  FfDay first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < bars->len; i++)
    {
      first = MIN (first, g_array_index (bars, Bar, i).from);
      last = MAX (last, g_array_index (bars, Bar, i).to);
    }
  cairo_set_line_width (cr, 0.5);
  for (FfDay day = first - (ff_day_weekday (first) - 1) + 7; day <= last; day += 7)
    {
      cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
      cairo_move_to (cr, (double) (day - first) * width / (double) (last - first + 1), 0);
      cairo_rel_line_to (cr, 0, height);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < bars->len; i++)
    draw_bar (cr, &g_array_index (bars, Bar, i), 0, i * CHART_ROW, width / (double) (last - first + 1), first);
}

static void
add_chart (Report *report)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));

  g_array_set_clear_func (bars, bar_clear);
  for (guint i = 0; i < report->figures->stages->len; i++)
    {
      const FfStage *stage = g_ptr_array_index (report->figures->stages, i);
      Bar bar = { g_strdup (stage->title), stage->starts_on, stage->ends_on };

      if (bar.from == FF_NO_DAY || bar.to == FF_NO_DAY)
        bar_clear (&bar);
      else
        g_array_append_val (bars, bar);
    }
  if (bars->len > 1)
    ff_document_add_drawing (report->document, 0, bars->len * CHART_ROW, draw_chart, bars, chart_free);
  else
    g_array_unref (bars);
}

static char *
describe_stage (Report *report, const FfStage *stage)
{
  g_autofree char *days = format_days (report, stage->starts_on, stage->ends_on);
  const char *const parts[] = { stage->title, days, stage->owner };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static void
add_tasks (Report *report, Cells *cells, gint64 stage_id)
{
  g_autoptr (GPtrArray) tasks = ff_project_figures_list_tasks (report->figures, stage_id);

  for (guint i = 0; i < tasks->len; i++)
    {
      const FfTask *task = g_ptr_array_index (tasks, i);
      gboolean late = task->done_on == FF_NO_DAY && task->due_on != FF_NO_DAY && task->due_on < report->figures->today;

      add_cell (cells, ff_task_title (task));
      add_cell (cells, task->in_charge);
      take_cell (cells, format_day (report, task->due_on));
      take_cell (cells, late ? g_strdup (C_ ("report", "overdue")) : format_day (report, task->done_on));
    }
}

static void
add_stages (Report *report)
{
  const FfDocumentColumn columns[] = {
    { C_ ("report", "Task"), 2.4, 0, NULL }, { C_ ("report", "Owner"), 1.2, 0, NULL },
    { C_ ("report", "Due"), 1.2, 0, NULL },  { C_ ("report", "Done"), 1.2, 0, NULL },
  };
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = 0; i < report->figures->stages->len; i++)
    {
      const FfStage *stage = g_ptr_array_index (report->figures->stages, i);
      g_autofree char *title = describe_stage (report, stage);

      add_group (cells, title, G_N_ELEMENTS (columns));
      add_tasks (report, cells, stage->id);
    }
  add_tasks (report, cells, 0);
  if (cells->len == 0)
    return;
  add_heading (report, _("Stages and Tasks"));
  add_chart (report);
  add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

/* Who, what, how much ----------------------------------------------------------------------------------------------- */

static void
add_classes (Report *report)
{
  const FfDocumentColumn columns[] = {
    { C_ ("report", "Class"), 2.2, 0, NULL },  { C_ ("report", "Dates"), 1.6, 0, NULL },   { C_ ("report", "Status"), 0.8, 0, NULL },
    { C_ ("report", "People"), 0.6, 1, NULL }, { C_ ("report", "Hours"), 0.6, 1, NULL },   { C_ ("report", "Planned"), 0.9, 1, NULL },
    { C_ ("report", "Actual"), 0.9, 1, NULL },
  };
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = 0; i < report->figures->classes->len; i++)
    {
      const FfProjectClass *class = g_ptr_array_index (report->figures->classes, i);

      take_cell (cells, g_strdup_printf ("%s %s", class->run->code, class->run->title));
      take_cell (cells, ff_phrases_day_range_short (report->phrases, class->run->starts_on, class->run->ends_on));
      add_cell (cells, ff_run_status_title (class->run->status));
      take_cell (cells, g_strdup_printf ("%d", class->run->enrolled));
      take_cell (cells, ff_hundredths_format (class->hours));
      take_cell (cells, format_amount (report, class->planned));
      take_cell (cells, format_amount (report, class->actual));
    }
  if (cells->len == 0)
    return;
  add_heading (report, _("Classes"));
  add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static void
add_organisation (Report *report)
{
  const FfDocumentColumn columns[] = { { C_ ("report", "Role or group"), 1.2, 0, NULL }, { C_ ("report", "People"), 1.6, 0, NULL },
                                       { C_ ("report", "Duties"), 2.6, 0, NULL } };
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = 0; i < report->figures->duties->len; i++)
    {
      const FfDuty *duty = g_ptr_array_index (report->figures->duties, i);

      add_cell (cells, duty->role);
      take_cell (cells, duty->people != NULL ? ff_phrases_names (report->phrases, duty->people) : NULL);
      add_cell (cells, duty->duties);
    }
  if (cells->len == 0)
    return;
  add_heading (report, _("Who does what"));
  add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static void
add_amounts (Report *report, Cells *cells, const char *name, gint64 planned, gint64 approved, gint64 actual)
{
  add_cell (cells, name);
  take_cell (cells, format_amount (report, planned));
  take_cell (cells, format_amount (report, approved));
  take_cell (cells, format_amount (report, actual));
}

static void
add_budget (Report *report)
{
  const FfDocumentColumn columns[] = { { C_ ("report", "Category"), 2, 0, NULL }, { C_ ("report", "Planned"), 1, 1, NULL },
                                       { C_ ("report", "Approved"), 1, 1, NULL }, { C_ ("report", "Actual"), 1, 1, NULL } };
  const FfBudgetFigures *budget = report->figures->budget;
  const FfBudgetSum *total = &budget->total;
  int people = report->figures->people;
  g_autoptr (GPtrArray) cells = cells_new ();

  for (guint i = 0; i < budget->categories->len; i++)
    {
      const FfBudgetSum *sum = g_ptr_array_index (budget->categories, i);

      add_amounts (report, cells, sum->category, sum->planned, sum->approved, sum->actual);
    }
  if (cells->len == 0)
    return;
  add_amounts (report, cells, C_ ("budget", "Total"), total->planned, total->approved, total->actual);
  if (people > 0)
    add_amounts (report, cells, C_ ("budget", "For each trainee"), ff_budget_per_head (total->planned, people),
                 ff_budget_per_head (total->approved, people), ff_budget_per_head (total->actual, people));
  add_heading (report, _("Budget"));
  add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

FfDocument *
ff_project_report_make_of (const FfProjectFigures *figures)
{
  g_autoptr (FfPhrases) phrases = ff_phrases_new (NULL);
  Report report = { .figures = figures, .phrases = phrases };
  g_autofree char *today = NULL;
  g_autofree char *foot = NULL;

  g_return_val_if_fail (figures != NULL, NULL);

  today = ff_phrases_day (phrases, figures->today);
  foot = g_strdup_printf ("%s · %s", figures->project->title, today);
  report.document = ff_document_new (FF_PAPER_A4_PORTRAIT, figures->project->title);
  ff_document_set_foot (report.document, foot);
  add_head (&report);
  add_background (&report);
  add_pain_points (&report);
  add_goals (&report);
  add_needs (&report);
  add_stages (&report);
  add_classes (&report);
  add_organisation (&report);
  add_budget (&report);
  return report.document;
}

FfDocument *
ff_project_report_make (FfDb *db, gint64 project_id, GError **error)
{
  g_autoptr (FfProjectFigures) figures = ff_project_figures_read (db, project_id, ff_time_now (), error);

  return figures != NULL ? ff_project_report_make_of (figures) : NULL;
}
