#include "config.h"

#include "ff-evaluation-page.h"

#include <glib/gi18n-lib.h>

#include "ff-commands.h"
#include "ff-editors.h"
#include "ff-evaluation-actions.h"
#include "ff-evaluation-reader.h"
#include "ff-follow-up-parts.h"
#include "ff-level-card.h"
#include "ff-level-parts.h"
#include "ff-level-views.h"
#include "ff-level-words.h"
#include "ff-metric-parts.h"
#include "ff-other-questionnaires.h"
#include "ff-questionnaire-text.h"
#include "ff-questionnaire-view.h"

#define N_LEVELS 4
/* Below this width the cards stand below each other. */
#define NARROW_WIDTH 820

struct _FfEvaluationPage
{
  FfRunTab parent_instance;

  GtkStack *stack;
  GtkGrid *cards;
  AdwBin *others; /* below the cards */
  GtkScrolledWindow *scrolled;
  GtkBox *head; /* of a level: the way back, its badge, name and state */
  GtkWidget *back;
  GtkBox *commands;
  AdwBin *view;
  GtkBox *lists;

  FfEvaluationReader *reader;
  int level; /* that is shown; 0: the cards, or a questionnaire */
  gint64 questionnaire_id; /* of none of the cards, that is shown; 0: none */
  int width;
};

G_DEFINE_FINAL_TYPE (FfEvaluationPage, ff_evaluation_page, FF_TYPE_RUN_TAB)

static gint64
run_id_of (FfEvaluationPage *self)
{
  return ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)));
}

/* The cards --------------------------------------------------------------------------------------------------------------- */

/* Which card has the focus, 1 to 4; 0: none. */
static int
find_focus (FfEvaluationPage *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (gtk_widget_is_focus (card))
      return g_variant_get_int32 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (card)));
  return 0;
}

static GtkWidget *
find_card (FfEvaluationPage *self, int level)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  while (card != NULL && g_variant_get_int32 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (card))) != level)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static gboolean
is_at_cards (FfEvaluationPage *self)
{
  return self->level == 0 && self->questionnaire_id == 0;
}

static void
show_cards (FfEvaluationPage *self, const FfEvaluationFigures *figures)
{
  int focus = find_focus (self), columns = self->width < NARROW_WIDTH ? 1 : 2;
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_grid_remove (self->cards, card);
  for (int level = 1; level <= N_LEVELS; level++)
    {
      card = ff_level_card_new (figures, level);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "i", level);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "tab.show-level");
      gtk_grid_attach (self->cards, card, (level - 1) % columns, (level - 1) / columns, 1, 1);
    }
  if (focus != 0)
    gtk_widget_grab_focus (find_card (self, focus));
  adw_bin_set_child (self->others, ff_other_questionnaires_new (figures, "tab.show-questionnaire"));
  gtk_widget_set_visible (GTK_WIDGET (self->others), adw_bin_get_child (self->others) != NULL);
}

/* A level, or another questionnaire ---------------------------------------------------------------------------------------- */

static void
add_to_head (FfEvaluationPage *self, GtkWidget *child)
{
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_box_append (self->head, child);
}

/* @badge NULL: none. */
static void
show_head (FfEvaluationPage *self, GtkWidget *badge, const char *text, GtkWidget *tag)
{
  GtkWidget *title = gtk_label_new (text);
  GtkWidget *child;

  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self->head))) != self->back)
    gtk_box_remove (self->head, child);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "title-4");
  if (badge != NULL)
    add_to_head (self, badge);
  add_to_head (self, title);
  add_to_head (self, tag);
}

/* The focus stays on the button that does the same when the page is made anew. */
static gboolean
focus_command (GtkWidget *widget, const char *action, GVariant *target)
{
  if (GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    {
      GVariant *other = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

      if (target == other || (target != NULL && other != NULL && g_variant_equal (target, other)))
        return gtk_widget_grab_focus (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (focus_command (child, action, target))
      return TRUE;
  return FALSE;
}

static void
renew_view (FfEvaluationPage *self, GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double place = gtk_adjustment_get_value (scroll);

  if (inside && GTK_IS_ACTIONABLE (focus))
    {
      action = g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)));
      target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus));
      if (target != NULL)
        g_variant_ref (target);
    }
  adw_bin_set_child (self->view, view);
  if (inside && (action == NULL || !focus_command (view, action, target)))
    {
      gtk_widget_grab_focus (self->back);
      gtk_adjustment_set_value (scroll, place);
    }
}

/* It may have been deleted while its page was open: then only the way back is left. */
static void
show_questionnaire (FfEvaluationPage *self, const FfEvaluationFigures *figures)
{
  const FfQuestionnaireFigures *shown = ff_evaluation_figures_find_other (figures, self->questionnaire_id);

  if (shown == NULL)
    {
      adw_bin_set_child (self->view, NULL);
      return;
    }
  show_head (self, NULL, ff_questionnaire_title_in (shown->questionnaire, ff_words_language ()),
             ff_tag_new (ff_questionnaire_kind_title (shown->questionnaire->kind), NULL, FF_TONE_NEUTRAL));
  renew_view (self, ff_questionnaire_view_new (shown, ff_level_questionnaire_buttons_new (shown->questionnaire)));
}

static void
show_level (FfEvaluationPage *self, const FfEvaluationFigures *figures)
{
  static GtkWidget *(*const views[N_LEVELS]) (const FfEvaluationFigures *)
      = { ff_reaction_view_new, ff_learning_view_new, ff_behaviour_view_new, ff_results_view_new };

  show_head (self, ff_level_badge_new (self->level), ff_level_title (self->level),
             ff_level_tag_new (ff_evaluation_figures_get_level (figures, self->level), ff_time_day (figures->now)));
  renew_view (self, views[self->level - 1](figures));
}

static void
show_view (FfEvaluationPage *self, const FfEvaluationFigures *figures)
{
  if (self->level > 0)
    show_level (self, figures);
  else
    show_questionnaire (self, figures);
  ff_level_fit (GTK_WIDGET (self->view), self->width);
}

/* What can be done on each level. */
static const struct
{
  int level;
  const char *action;
  gboolean of_level; /* the action is told which level */
} commands[] = {
  { 1, "tab.take-questionnaire", TRUE },
  { 1, "tab.import-answers", FALSE },
  { 1, "tab.draw-interviews", FALSE },
  { 3, "tab.take-questionnaire", TRUE },
  { 3, "tab.import-answers", FALSE },
};

static void
show_commands (FfEvaluationPage *self)
{
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->commands))) != NULL)
    gtk_box_remove (self->commands, child);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      GtkWidget *button;

      if (commands[i].level != self->level)
        continue;
      button = gtk_button_new_with_mnemonic (ff_command_label (commands[i].action));
      if (commands[i].of_level)
        gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", self->level);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), commands[i].action);
      gtk_box_append (self->commands, button);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->commands), any);
}

static void
add_list (FfEvaluationPage *self, const FfPartKind *kind, gint64 owner)
{
  gtk_box_append (self->lists, ff_part_list_new (ff_page_get_workspace (FF_PAGE (self)), kind, owner));
}

static void
show_lists (FfEvaluationPage *self)
{
  gint64 owner = ff_owner_to_number (ff_owner_run (run_id_of (self)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))) != NULL)
    gtk_box_remove (self->lists, child);
  if (self->level == 1)
    add_list (self, &ff_interview_parts, run_id_of (self));
  if (self->level == 2)
    add_list (self, &ff_measure_parts, owner);
  if (self->level == 4)
    {
      gtk_box_append (self->lists, ff_metric_list_new (ff_page_get_workspace (FF_PAGE (self)), ff_owner_run (run_id_of (self))));
      add_list (self, &ff_roi_parts, owner);
    }
  if (self->level > 1)
    add_list (self, &ff_evaluation_plan_parts, owner);
  if (self->level == 3)
    add_list (self, &ff_wave_parts, owner);
  if (self->level > 0 && self->level < N_LEVELS)
    add_list (self, &ff_exclusion_parts, ff_level_context (run_id_of (self), self->level));
}

/* At most one of both is not 0. */
static void
show (FfEvaluationPage *self, int level, gint64 questionnaire_id)
{
  const FfEvaluationFigures *figures = ff_evaluation_reader_get_figures (self->reader);
  int before = self->level;
  gboolean other = level != self->level || questionnaire_id != self->questionnaire_id;

  self->level = level;
  self->questionnaire_id = questionnaire_id;
  if (!is_at_cards (self) && other)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
      adw_bin_set_child (self->view, NULL);
      show_commands (self);
      show_lists (self);
    }
  if (!is_at_cards (self) && figures != NULL)
    show_view (self, figures);
  gtk_stack_set_visible_child_name (self->stack, is_at_cards (self) ? "cards" : "level");
  if (!is_at_cards (self))
    gtk_widget_grab_focus (self->back);
  else if (before > 0 && find_card (self, before) != NULL)
    gtk_widget_grab_focus (find_card (self, before));
  else if (other)
    gtk_widget_child_focus (GTK_WIDGET (self->others), GTK_DIR_TAB_FORWARD);
}

void
ff_evaluation_page_show_level (FfEvaluationPage *self, int level)
{
  g_return_if_fail (FF_IS_EVALUATION_PAGE (self));
  g_return_if_fail (level >= 0 && level <= N_LEVELS);

  show (self, level, 0);
}

static void
on_read (FfEvaluationPage *self)
{
  const FfEvaluationFigures *figures = ff_evaluation_reader_get_figures (self->reader);

  show_cards (self, figures);
  if (!is_at_cards (self))
    show_view (self, figures);
}

/* Commands ------------------------------------------------------------------------------------------------------------------- */

static void
activate_show_level (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_evaluation_page_show_level (user_data, CLAMP (g_variant_get_int32 (parameter), 0, N_LEVELS));
}

static void
activate_show_questionnaire (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show (user_data, 0, g_variant_get_int64 (parameter));
}

/* The tab --------------------------------------------------------------------------------------------------------------------- */

static void
ff_evaluation_page_update (FfRunTab *tab, FfClassFigures *figures)
{
  ff_evaluation_reader_read (FF_EVALUATION_PAGE (tab)->reader);
}

static void
ff_evaluation_page_resized (FfPage *page, int width)
{
  FfEvaluationPage *self = FF_EVALUATION_PAGE (page);
  const FfEvaluationFigures *figures = ff_evaluation_reader_get_figures (self->reader);
  gboolean rearrange = (width < NARROW_WIDTH) != (self->width < NARROW_WIDTH);

  self->width = width;
  if (rearrange && figures != NULL)
    show_cards (self, figures);
  ff_level_fit (GTK_WIDGET (self->view), self->width);
}

static gboolean
ff_evaluation_page_grab_focus (GtkWidget *widget)
{
  FfEvaluationPage *self = FF_EVALUATION_PAGE (widget);
  GtkWidget *target = is_at_cards (self) ? find_card (self, 1) : self->back;

  return target != NULL && gtk_widget_grab_focus (target);
}

static void
ff_evaluation_page_constructed (GObject *object)
{
  FfEvaluationPage *self = FF_EVALUATION_PAGE (object);

  G_OBJECT_CLASS (ff_evaluation_page_parent_class)->constructed (object);
  ff_evaluation_actions_add (FF_RUN_TAB (self));
  self->reader = ff_evaluation_reader_new (ff_page_get_workspace (FF_PAGE (self)), ff_owner_run (run_id_of (self)));
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

static void
ff_evaluation_page_dispose (GObject *object)
{
  g_clear_object (&FF_EVALUATION_PAGE (object)->reader);
  G_OBJECT_CLASS (ff_evaluation_page_parent_class)->dispose (object);
}

static void
ff_evaluation_page_class_init (FfEvaluationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_evaluation_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ff_evaluation_page_dispose;
  widget_class->grab_focus = ff_evaluation_page_grab_focus;
  FF_PAGE_CLASS (klass)->resized = ff_evaluation_page_resized;
  FF_RUN_TAB_CLASS (klass)->update = ff_evaluation_page_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-evaluation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, cards);
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, others);
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, head);
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, back);
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, commands);
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, view);
  gtk_widget_class_bind_template_child (widget_class, FfEvaluationPage, lists);
}

static void
ff_evaluation_page_init (FfEvaluationPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "show-level", .activate = activate_show_level, .parameter_type = "i" },
    { .name = "show-questionnaire", .activate = activate_show_questionnaire, .parameter_type = "x" },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}
