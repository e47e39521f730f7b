#include "config.h"

#include "ff-plan-columns.h"

#include <glib/gi18n-lib.h>

#include "ff-money.h"
#include "ff-number.h"
#include "ff-plans.h"
#include "ff-tag.h"

static void
bind_month (GtkWidget *cell, gconstpointer data)
{
  const FfPlanRow *row = data;
  g_autoptr (GDateTime) month = g_date_time_new_utc (2001, row->month, 1, 0, 0, 0);
  /* Translators: a month in the annual plan; see g_date_time_format (). */
  g_autofree char *text = g_date_time_format (month, C_ ("month of a plan", "%b"));

  ff_list_cell_set_text (cell, text);
}

static GtkWidget *
setup_title (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *change = ff_tag_new ("", NULL, FF_TONE_ACCENT);
  GtkWidget *required = ff_tag_new (C_ ("plan", "Required"), NULL, FF_TONE_NEUTRAL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (required, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), required);
  gtk_box_append (GTK_BOX (box), change);
  return box;
}

static void
bind_title (GtkWidget *cell, gconstpointer data)
{
  const FfPlanRow *row = data;
  GtkWidget *label = gtk_widget_get_first_child (cell);
  GtkWidget *change = gtk_widget_get_last_child (cell);
  gboolean required = row->line != NULL ? row->line->required : row->run->required;

  ff_list_cell_set_text (label, row->line != NULL ? row->line->title : row->run->title);
  gtk_widget_set_tooltip_text (cell, row->line != NULL ? row->line->audience : NULL);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), required);
  gtk_widget_set_visible (change, row->change != FF_PLAN_SAME);
  if (row->change != FF_PLAN_SAME)
    ff_tag_set (FF_TAG (change), row->change == FF_PLAN_ADDED ? C_ ("plan", "New") : C_ ("plan", "Adjusted"), NULL, FF_TONE_ACCENT);
}

static void
bind_category (GtkWidget *cell, gconstpointer data)
{
  const FfPlanRow *row = data;

  ff_list_cell_set_text (cell, row->line != NULL ? row->line->category : row->run->category);
}

static void
bind_department (GtkWidget *cell, gconstpointer data)
{
  const FfPlanRow *row = data;

  ff_list_cell_set_text (cell, row->line != NULL ? row->line->department : row->run->department);
}

static GtkWidget *
setup_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
bind_hours (GtkWidget *cell, gconstpointer data)
{
  const FfPlanRow *row = data;
  gint64 hours = row->line != NULL ? row->line->hours : row->run->hours;
  g_autofree char *text = hours >= 0 ? ff_hundredths_format (hours) : NULL;

  ff_list_cell_set_text (cell, text);
}

/* Those enrolled, of those planned, once there is a class. */
static void
bind_people (GtkWidget *cell, gconstpointer data)
{
  const FfPlanRow *row = data;
  g_autofree char *text = NULL;

  if (row->line == NULL)
    text = g_strdup_printf ("%d", row->run->enrolled);
  else if (row->line->run_id != 0 && row->line->people >= 0)
    /* Translators: how many are enrolled, of how many the plan names. */
    text = g_strdup_printf (C_ ("plan", "%d / %d"), row->line->enrolled, row->line->people);
  else if (row->line->people >= 0)
    text = g_strdup_printf ("%d", row->line->people);
  ff_list_cell_set_text (cell, text);
}

static void
bind_budget (GtkWidget *cell, gconstpointer data)
{
  const FfPlanRow *row = data;
  gint64 budget = row->line != NULL ? row->line->budget : row->run->budget;
  g_autofree char *text = budget >= 0 ? ff_money_format (budget, NULL) : NULL;

  ff_list_cell_set_text (cell, text);
}

static GtkWidget *
setup_state (void)
{
  return ff_tag_new ("", NULL, FF_TONE_NEUTRAL);
}

static void
bind_state (GtkWidget *cell, gconstpointer data)
{
  static const FfTone tones[FF_PLAN_N_STATES] = {
    [FF_PLAN_PLANNED] = FF_TONE_NEUTRAL,   [FF_PLAN_SCHEDULED] = FF_TONE_ACCENT, [FF_PLAN_HELD] = FF_TONE_GOOD,
    [FF_PLAN_CANCELLED] = FF_TONE_BAD,     [FF_PLAN_UNPLANNED] = FF_TONE_SOON,
  };
  const FfPlanRow *row = data;

  ff_tag_set (FF_TAG (cell), ff_plan_state_title (row->state), NULL, tones[row->state]);
  gtk_widget_set_tooltip_text (cell, row->line != NULL && row->line->cancelled ? row->line->reason : NULL);
}

/* The one step that follows: make the class, open it, or take an unplanned one into the plan. */
static GtkWidget *
setup_step (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
bind_step (GtkWidget *cell, gconstpointer data)
{
  const FfPlanRow *row = data;
  const char *label = NULL;
  const char *action = NULL;
  gint64 target = 0;

  if (row->line == NULL)
    {
      label = row->run->code;
      action = "win.open-class";
      target = row->run->id;
    }
  else if (row->line->run_id != 0)
    {
      label = row->line->run_code;
      action = "win.open-class";
      target = row->line->run_id;
    }
  else if (!row->line->cancelled)
    {
      label = _("Make Class");
      action = "tab.make-class";
      target = row->line->id;
    }
  gtk_widget_set_visible (cell, label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (cell), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (cell), "x", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cell), action);
}

const FfListColumn ff_plan_columns[FF_PLAN_N_COLUMNS] = {
  { NC_ ("column", "Month"), FF_PLAN_SORT_MONTH, 70, FALSE, NULL, bind_month },
  { NC_ ("column", "Title"), FF_PLAN_SORT_TITLE, 260, TRUE, setup_title, bind_title },
  { NC_ ("column", "Category"), -1, 80, FALSE, NULL, bind_category },
  { NC_ ("column", "Host"), FF_PLAN_SORT_DEPARTMENT, 110, TRUE, NULL, bind_department },
  { NC_ ("column", "Hours"), -1, 60, FALSE, setup_number, bind_hours },
  { NC_ ("column", "People"), FF_PLAN_SORT_PEOPLE, 75, FALSE, setup_number, bind_people },
  { NC_ ("column", "Budget"), FF_PLAN_SORT_BUDGET, 90, FALSE, setup_number, bind_budget },
  { NC_ ("column", "State"), FF_PLAN_SORT_STATE, 110, FALSE, setup_state, bind_state },
  { NC_ ("column", "Class"), -1, 110, FALSE, setup_step, bind_step },
};
