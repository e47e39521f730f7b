#include "config.h"

#include "ff-run-overview.h"

#include <glib/gi18n-lib.h>

#include "ff-checklist.h"
#include "ff-evaluation-reader.h"
#include "ff-fact.h"
#include "ff-format.h"
#include "ff-level-card.h"
#include "ff-owner.h"
#include "ff-run-facts.h"
#include "ff-session-actions.h"
#include "ff-session-list.h"
#include "ff-settle-text.h"
#include "ff-tag.h"
#include "ff-window.h"

/* Below this width the sessions stand under what waits for somebody. */
#define NARROW_WIDTH 800

struct _FfRunOverview
{
  FfRunTab parent_instance;

  GtkBox *facts;
  GtkBox *halves; /* what waits, and the sessions */
  GtkFlowBox *levels;
  GtkFlowBox *cards;
  GtkLabel *open_count;
  GtkListBox *open_list;
  GtkWidget *open_empty;
  GtkLabel *session_count;
  FfSessionList *sessions;
  GtkWidget *sessions_empty;

  FfEvaluationReader *reader; /* of the four levels */
};

G_DEFINE_FINAL_TYPE (FfRunOverview, ff_run_overview, FF_TYPE_RUN_TAB)

/* The line of facts ------------------------------------------------------------------------------------------------ */

static void
add_fact (FfRunOverview *self, const char *icon, const char *text, const char *detail)
{
  gtk_box_append (self->facts, ff_fact_new (icon, text, detail));
}

static GtkWidget *
status_tag (const FfRun *run)
{
  static const FfTone tones[] = {
    [FF_RUN_PLANNED] = FF_TONE_NEUTRAL,
    [FF_RUN_RUNNING] = FF_TONE_GOOD,
    [FF_RUN_FINISHED] = FF_TONE_ACCENT,
    [FF_RUN_CANCELLED] = FF_TONE_BAD,
  };
  GtkWidget *tag = ff_tag_new (ff_run_status_title (run->status), NULL, tones[run->status]);

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}

/* The names that occur in the sessions, each once, in order. */
static char *
join_names (const FfClassFigures *figures, gboolean venues)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);
      const char *text = venues ? session->venue : session->trainers;
      g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "; ", -1);

      for (char **part = parts; *part != NULL && !session->cancelled; part++)
        if (**part != '\0' && !g_ptr_array_find_with_equal_func (names, *part, g_str_equal, NULL))
          g_ptr_array_add (names, g_strdup (*part));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  /* Translators: joins names in a list. */
  return g_strjoinv (C_("list", ", "), (char **) names->pdata);
}

static char *
describe_enrolled (const FfRun *run)
{
  if (run->capacity < 0)
    return g_strdup_printf (ngettext ("%d enrolled", "%d enrolled", (gulong) run->enrolled), run->enrolled);
  /* Translators: 28 of 30 places are taken. */
  return g_strdup_printf (_("%d of %d enrolled"), run->enrolled, run->capacity);
}

static void
show_facts (FfRunOverview *self, const FfClassFigures *figures)
{
  const FfRun *run = figures->run;
  g_autofree char *dates = ff_format_day_range (run->starts_on, run->ends_on);
  g_autofree char *enrolled = describe_enrolled (run);
  g_autofree char *waiting = run->waitlisted > 0
      ? g_strdup_printf (ngettext ("%d on the waiting list", "%d on the waiting list", (gulong) run->waitlisted), run->waitlisted)
      : NULL;
  g_autofree char *sessions = g_strdup_printf (_("%d of %d sessions held"), figures->held_sessions, figures->planned_sessions);
  g_autofree char *trainers = join_names (figures, FALSE);
  g_autofree char *venues = join_names (figures, TRUE);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_box_remove (self->facts, child);
  gtk_box_append (self->facts, status_tag (run));
  add_fact (self, "ff-calendar-symbolic", dates, sessions);
  add_fact (self, "ff-people-symbolic", enrolled, waiting != NULL ? waiting : C_("fact", "trainees"));
  add_fact (self, "ff-person-symbolic", trainers != NULL ? trainers : _("no trainer yet"), C_("fact", "trainers"));
  add_fact (self, "ff-venue-symbolic", venues != NULL ? venues : _("no venue yet"), C_("fact", "venue"));
}

/* The cards -------------------------------------------------------------------------------------------------------- */

static void
clear_cards (GtkFlowBox *box)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (box, 0)) != NULL)
    gtk_flow_box_remove (box, GTK_WIDGET (child));
}

/* @share 0…1, below 0: no bar. @sentence may be NULL. */
static void
add_card (FfRunOverview *self, const char *icon, const char *title, const char *value, const char *detail, double share, const char *sentence)
{
  gtk_flow_box_append (self->cards, ff_fact_card_new (icon, title, value, detail, share, sentence));
}

static char *
percent (double part, double whole)
{
  return whole > 0 ? g_strdup_printf (_("%.0f %%"), 100 * part / whole) : g_strdup ("–");
}

static void
add_attendance_card (FfRunOverview *self, const FfClassFigures *figures, const FfRunFacts *facts)
{
  g_autofree char *value = percent (facts->attended_cells, facts->held_cells);
  g_autofree char *detail = g_strdup_printf (_("%d of %d sessions held"), figures->held_sessions, figures->planned_sessions);
  g_autofree char *sentence = facts->disqualified > 0
      ? g_strdup_printf (ngettext ("%d trainee is disqualified.", "%d trainees are disqualified.", (gulong) facts->disqualified),
                         facts->disqualified)
      : g_strdup (_("Nobody is disqualified."));

  add_card (self, "ff-attendance-symbolic", _("Attendance"), value, detail,
            facts->held_cells > 0 ? (double) facts->attended_cells / facts->held_cells : -1, sentence);
}

static void
add_marks_card (FfRunOverview *self, const FfClassFigures *figures, const FfRunFacts *facts)
{
  g_autofree char *value = percent (facts->marks_given, facts->marks_needed);
  g_autofree char *detail = g_strdup_printf (_("%d of %d marks are in"), facts->marks_given, facts->marks_needed);
  int missing = facts->marks_needed - facts->marks_given;
  g_autofree char *sentence = NULL;

  if (ff_scheme_length (figures->scheme) == 0)
    sentence = g_strdup (_("The course has no assessment scheme yet."));
  else if (figures->trainees->len == 0)
    sentence = g_strdup (_("Nobody is enrolled yet."));
  else if (missing == 0)
    sentence = g_strdup (_("Every mark is in."));
  else
    sentence = g_strdup_printf (ngettext ("%d mark is missing; it is not counted as 0.", "%d marks are missing; they are not counted as 0.",
                                          (gulong) missing),
                                missing);
  add_card (self, "ff-scores-symbolic", _("Marks"), value, detail,
            facts->marks_needed > 0 ? (double) facts->marks_given / facts->marks_needed : -1, sentence);
}

static void
add_passed_card (FfRunOverview *self, const FfClassFigures *figures, const FfRunFacts *facts)
{
  int decided = facts->passed + facts->failed;
  g_autofree char *value = decided > 0 ? g_strdup_printf ("%d", facts->passed) : g_strdup ("–");
  g_autofree char *mark = g_strdup_printf ("%g", figures->scheme->pass_mark / 100.0);
  g_autofree char *detail = g_strdup_printf (_("passed, of %u trainees · pass mark %s"), figures->trainees->len, mark);
  g_autofree char *sentence = NULL;

  if (facts->open > 0)
    sentence = g_strdup_printf (ngettext ("%d total is provisional.", "%d totals are provisional.", (gulong) facts->open), facts->open);
  else if (decided > 0)
    sentence = g_strdup (_("Every total is final."));

  add_card (self, "ff-overview-symbolic", C_("card", "Passed"), value, detail,
            figures->trainees->len > 0 ? (double) facts->passed / figures->trainees->len : -1, sentence);
}

static void
add_award_card (FfRunOverview *self, const FfClassFigures *figures, const FfRunFacts *facts)
{
  g_autofree char *value = facts->mean_total >= 0 ? g_strdup_printf ("%.2f", facts->mean_total) : g_strdup ("–");
  g_autofree char *share = g_strdup_printf ("%g", figures->scheme->award_percent / 100.0);
  g_autofree char *detail = g_strdup (_("mean of the final totals"));
  g_autofree char *settled = figures->settled ? ff_settle_text_settled (figures) : NULL;
  g_autofree char *award = g_strdup_printf (
      /* Translators: %s is a percentage; the first %u how many are awarded, the second of how many. */
      settled != NULL ? _("Award: the top %s %%, %u of %u ranked.") : _("Award so far: the top %s %%, %u of %u ranked."), share,
      figures->award_count, figures->ranked);
  g_autofree char *sentence = g_strjoin ("\n", award, settled, NULL);

  add_card (self, "ff-course-symbolic", C_("card", "Totals"), value, detail, -1, sentence);
}

static void
show_cards (FfRunOverview *self, const FfClassFigures *figures)
{
  FfRunFacts facts = ff_run_facts (figures);
  GtkFlowBoxChild *child;

  clear_cards (self->cards);
  add_attendance_card (self, figures, &facts);
  add_marks_card (self, figures, &facts);
  add_passed_card (self, figures, &facts);
  add_award_card (self, figures, &facts);
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->cards, i)) != NULL; i++)
    gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
}

/* The four levels -------------------------------------------------------------------------------------------------- */

static void
on_levels_read (FfRunOverview *self)
{
  const FfEvaluationFigures *figures = ff_evaluation_reader_get_figures (self->reader);

  clear_cards (self->levels);
  for (int level = 1; level <= 4; level++)
    {
      GtkWidget *card = ff_level_brief_new (figures, level);
      g_autofree char *tab = g_strdup_printf ("evaluation/%d", level);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s", tab);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "page.show-tab");
      gtk_flow_box_append (self->levels, card);
      gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
    }
}

/* What waits ------------------------------------------------------------------------------------------------------- */

static const char *
icon_of (FfOpenKind kind)
{
  switch (kind)
    {
    case FF_OPEN_MARKS:
      return "ff-scores-symbolic";
    case FF_OPEN_ABSENCE:
    case FF_OPEN_TRAINER:
      return "ff-person-symbolic";
    case FF_OPEN_RESULTS:
      return "ff-course-symbolic";
    case FF_OPEN_PLACE:
      return "ff-venue-symbolic";
    case FF_OPEN_REGISTER:
    default:
      return "ff-attendance-symbolic";
    }
}

static void
point_to (GtkActionable *row, const FfOpenItem *item)
{
  switch (item->kind)
    {
    case FF_OPEN_MARKS:
      gtk_actionable_set_detailed_action_name (row, "page.show-tab::scores");
      return;
    case FF_OPEN_RESULTS:
      gtk_actionable_set_action_name (row, "page.settle-results");
      return;
    case FF_OPEN_PLACE:
    case FF_OPEN_TRAINER:
      gtk_actionable_set_action_target (row, "x", item->session_id);
      gtk_actionable_set_action_name (row, "tab.edit-session");
      return;
    case FF_OPEN_REGISTER:
      gtk_actionable_set_action_target (row, "x", item->session_id);
      gtk_actionable_set_action_name (row, "tab.take-attendance");
      return;
    case FF_OPEN_ABSENCE:
    default:
      gtk_actionable_set_detailed_action_name (row, "page.show-tab::attendance");
      return;
    }
}

static GtkWidget *
open_row (const FfOpenItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_of (item->kind));

  gtk_widget_add_css_class (icon, "attention-icon");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item->detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  point_to (GTK_ACTIONABLE (row), item);
  return row;
}

static void
show_open (FfRunOverview *self, const FfClassFigures *figures)
{
  g_autoptr (GPtrArray) items = ff_run_facts_list_open (figures);
  g_autofree char *count = g_strdup_printf ("%u", items->len);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->open_list, 0)) != NULL)
    gtk_list_box_remove (self->open_list, GTK_WIDGET (row));
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->open_list, open_row (g_ptr_array_index (items, i)));
  gtk_label_set_label (self->open_count, items->len > 0 ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->open_list), items->len > 0);
  gtk_widget_set_visible (self->open_empty, items->len == 0);
}

static void
show_sessions (FfRunOverview *self, const FfClassFigures *figures)
{
  g_autofree char *count = g_strdup_printf (_("%d of %d held"), figures->held_sessions, figures->planned_sessions);

  gtk_label_set_label (self->session_count, figures->planned_sessions > 0 ? count : "");
  ff_session_list_update (self->sessions, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->sessions), figures->sessions->len > 0);
  gtk_widget_set_visible (self->sessions_empty, figures->sessions->len == 0);
}

static void
ff_run_overview_update (FfRunTab *tab, FfClassFigures *figures)
{
  FfRunOverview *self = FF_RUN_OVERVIEW (tab);

  show_facts (self, figures);
  show_cards (self, figures);
  show_open (self, figures);
  show_sessions (self, figures);
  ff_evaluation_reader_read (self->reader);
}

static void
ff_run_overview_constructed (GObject *object)
{
  FfRunOverview *self = FF_RUN_OVERVIEW (object);
  g_autoptr (GMenuModel) menu = ff_session_actions_menu ();
  GtkWidget *list;

  G_OBJECT_CLASS (ff_run_overview_parent_class)->constructed (object);
  self->reader = ff_evaluation_reader_new (ff_page_get_workspace (FF_PAGE (self)),
                                           ff_owner_run (ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)))));
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (on_levels_read), self, G_CONNECT_SWAPPED);
  list = ff_session_list_new (ff_page_get_workspace (FF_PAGE (self)));
  self->sessions = FF_SESSION_LIST (list);
  gtk_widget_insert_after (list, gtk_widget_get_parent (self->sessions_empty), self->sessions_empty);
  list = ff_part_list_new (ff_page_get_workspace (FF_PAGE (self)), &ff_checklist_parts,
                           ff_owner_to_number (ff_owner_run (ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self))))));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->open_empty)), list);
  ff_session_actions_add (FF_RUN_TAB (self));
  ff_page_set_menu (FF_PAGE (self), menu);
  ff_page_set_primary (FF_PAGE (self), _("Add Session…"), "list-add-symbolic", "tab.add-session");
}

static void
ff_run_overview_dispose (GObject *object)
{
  g_clear_object (&FF_RUN_OVERVIEW (object)->reader);
  G_OBJECT_CLASS (ff_run_overview_parent_class)->dispose (object);
}

static void
ff_run_overview_resized (FfPage *page, int width)
{
  FfRunOverview *self = FF_RUN_OVERVIEW (page);
  gboolean narrow = width < NARROW_WIDTH;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->halves, !narrow);
  gtk_flow_box_set_min_children_per_line (self->levels, narrow ? 2 : 4);
}

static void
ff_run_overview_class_init (FfRunOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_run_overview_constructed;
  G_OBJECT_CLASS (klass)->dispose = ff_run_overview_dispose;
  FF_PAGE_CLASS (klass)->resized = ff_run_overview_resized;
  FF_RUN_TAB_CLASS (klass)->update = ff_run_overview_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-run-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, facts);
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, halves);
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, levels);
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, cards);
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, open_count);
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, open_list);
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, open_empty);
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, session_count);
  gtk_widget_class_bind_template_child (widget_class, FfRunOverview, sessions_empty);
}

static void
ff_run_overview_init (FfRunOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
