#include "config.h"

#include "ff-run-page.h"

#include <glib/gi18n-lib.h>

#include "ff-asking-page.h"
#include "ff-assignments-page.h"
#include "ff-attendance-page.h"
#include "ff-commands.h"
#include "ff-editors.h"
#include "ff-evaluation-page.h"
#include "ff-format.h"
#include "ff-improvement-page.h"
#include "ff-journal-page.h"
#include "ff-presentation-window.h"
#include "ff-run-overview.h"
#include "ff-run-preparation.h"
#include "ff-run-roster.h"
#include "ff-run-schedule.h"
#include "ff-run-tab.h"
#include "ff-scores-page.h"
#include "ff-settle-window.h"
#include "ff-window.h"

/* Below this width the tabs stand at the foot of the page. */
#define NARROW_WIDTH 560

struct _FfRunPage
{
  FfPage parent_instance;

  AdwViewStack *stack;
  GtkWidget *switcher;
  AdwViewSwitcher *tabs;
  AdwViewSwitcherBar *switcher_bar;
  FfRunContext *context;
};

G_DEFINE_FINAL_TYPE (FfRunPage, ff_run_page, FF_TYPE_PAGE)

/* In the order in which they stand. Each type derives from FfRunTab. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} tabs[] = {
  { "overview", NC_("tab", "Overview"), "ff-overview-symbolic", ff_run_overview_get_type },
  { "schedule", NC_("tab", "Schedule"), "ff-calendar-symbolic", ff_run_schedule_get_type },
  { "preparation", NC_("tab", "Preparation"), "ff-preparation-symbolic", ff_run_preparation_get_type },
  { "roster", NC_("tab", "Roster"), "ff-people-symbolic", ff_run_roster_get_type },
  { "attendance", NC_("tab", "Attendance"), "ff-attendance-symbolic", ff_attendance_page_get_type },
  { "assignments", NC_("tab", "Assignments"), "ff-deliverable-symbolic", ff_assignments_page_get_type },
  { "scores", NC_("tab", "Scores"), "ff-scores-symbolic", ff_scores_page_get_type },
  { "evaluation", NC_("tab", "Evaluation"), "ff-evaluation-symbolic", ff_evaluation_page_get_type },
  { "improvement", NC_("tab", "Improvement"), "ff-improvement-symbolic", ff_improvement_page_get_type },
  { NULL },
};

static void
update_title (FfRunPage *self, const FfRun *run)
{
  g_autofree char *dates = ff_format_day_range (run->starts_on, run->ends_on);
  /* Translators: below a class's title: its code and its dates. */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s"), run->code, dates);

  ff_page_set_title (FF_PAGE (self), run->title);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
update_settling (FfRunPage *self)
{
  const FfClassFigures *figures = ff_run_context_get_figures (self->context);
  GActionMap *actions = ff_page_get_actions (FF_PAGE (self));
  gboolean writable = ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "settle-results")),
                               figures != NULL && figures->trainees->len > 0 && ff_scheme_length (figures->scheme) > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "reopen-results")),
                               figures != NULL && figures->settled && writable);
}

static void
on_figures_changed (FfRunPage *self)
{
  update_title (self, ff_run_context_get_figures (self->context)->run);
  update_settling (self);
}

static void
on_gone (FfRunPage *self)
{
  FfWindow *window = ff_window_of (self);

  if (window != NULL)
    ff_window_back (window);
}

static void
on_tab_changed (FfRunPage *self)
{
  GtkWidget *tab = adw_view_stack_get_visible_child (self->stack);

  ff_page_set_subpage (FF_PAGE (self), FF_IS_PAGE (tab) ? FF_PAGE (tab) : NULL);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_run_editor,
                  ff_run_context_get_run_id (self->context), 0);
}

static void
activate_cancel (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_run_cancel_editor, 0,
                  ff_run_context_get_run_id (self->context));
}

static gboolean
delete_run (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_runs_delete (db, *(gint64 *) data, error);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;

  ff_window_run (ff_window_of (self), _("Delete a class"), delete_run, ff_run_context_get_run_id (self->context), _("Class deleted"));
}

static void
activate_journal (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;

  ff_window_push (ff_window_of (self),
                  ff_journal_page_new (ff_page_get_workspace (FF_PAGE (self)), ff_run_context_get_run_id (self->context)));
}

static void
activate_questionnaires (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;

  ff_window_push (ff_window_of (self), ff_asking_page_new (ff_page_get_workspace (FF_PAGE (self)),
                                                           ff_owner_run (ff_run_context_get_run_id (self->context))));
}

static GActionMap *
scores_actions (FfRunPage *self)
{
  return ff_page_get_actions (FF_PAGE (adw_view_stack_get_child_by_name (self->stack, "scores")));
}

/* The marks step onto the screen: they are what is exported, and how far it is stands there. */
static void
activate_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_run_page_show_tab (user_data, "scores", 0);
  g_action_group_activate_action (G_ACTION_GROUP (scores_actions (user_data)), "export-score-sheet", NULL);
}

static void
on_show_mark (FfRunPage *self, gint64 enrolment_id, guint component)
{
  GtkWidget *scores = adw_view_stack_get_child_by_name (self->stack, "scores");

  ff_run_page_show_tab (self, "scores", 0);
  ff_scores_page_show_mark (FF_SCORES_PAGE (scores), enrolment_id, component);
}

static void
activate_present (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;

  ff_presentation_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), ff_run_context_get_run_id (self->context));
}

static void
activate_settle (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;
  FfSettleWindow *window;

  if (!ff_scores_page_commit (FF_SCORES_PAGE (adw_view_stack_get_child_by_name (self->stack, "scores"))))
    return;
  window = ff_settle_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), ff_run_context_get_run_id (self->context));
  g_signal_connect_object (window, "show-mark", G_CALLBACK (on_show_mark), self, G_CONNECT_SWAPPED);
}

static void
activate_reopen (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;

  ff_settle_ask_reopen (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), ff_run_context_get_run_id (self->context));
}

static GMenuModel *
make_menu (gint64 run_id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) outputs = ff_window_make_outputs_menu (run_id);

  g_menu_append_section (menu, NULL, outputs);
  g_menu_append (menu, _("E_xport to Excel…"), "page.export");
  ff_command_append (menu, "page.present");
  ff_command_append (menu, "page.settle-results");
  ff_command_append (menu, "page.journal");
  ff_command_append (menu, "page.questionnaires");
  g_menu_append (menu, _("_Edit Class…"), "page.edit");
  g_menu_append (menu, _("_Cancel Class…"), "page.cancel");
  g_menu_append (menu, _("_Delete Class"), "page.delete");
  return G_MENU_MODEL (menu);
}

static void
activate_show_tab (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunPage *self = user_data;
  GtkWidget *tab;

  ff_run_page_show_tab (self, g_variant_get_string (parameter, NULL), 0);
  tab = adw_view_stack_get_visible_child (self->stack);
  if (!gtk_widget_grab_focus (tab))
    gtk_widget_child_focus (tab, GTK_DIR_TAB_FORWARD);
}

static void
ff_run_page_resized (FfPage *page, int width)
{
  FfRunPage *self = FF_RUN_PAGE (page);
  gboolean narrow = width < NARROW_WIDTH;

  ff_page_fit_tabs (self->tabs, width);
  gtk_widget_set_visible (self->switcher, !narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
}

static void
ff_run_page_dispose (GObject *object)
{
  FfRunPage *self = FF_RUN_PAGE (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (ff_run_page_parent_class)->dispose (object);
}

static void
ff_run_page_class_init (FfRunPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_run_page_dispose;
  FF_PAGE_CLASS (klass)->resized = ff_run_page_resized;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRunPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRunPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, FfRunPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, FfRunPage, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_changed);
}

static void
ff_run_page_init (FfRunPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "show-tab", .activate = activate_show_tab, .parameter_type = "s" },
    { .name = "export", .activate = activate_export },
    { .name = "present", .activate = activate_present },
    { .name = "settle-results", .activate = activate_settle },
    { .name = "reopen-results", .activate = activate_reopen },
    { .name = "journal", .activate = activate_journal },
    { .name = "questionnaires", .activate = activate_questionnaires },
    { .name = "edit", .activate = activate_edit },
    { .name = "cancel", .activate = activate_cancel },
    { .name = "delete", .activate = activate_delete },
  };
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}

static void
add_tabs (FfRunPage *self)
{
  for (gsize i = 0; tabs[i].name != NULL; i++)
    {
      GtkWidget *tab = g_object_new (tabs[i].get_type (), "workspace", ff_page_get_workspace (FF_PAGE (self)), "context", self->context, NULL);

      adw_view_stack_add_titled_with_icon (self->stack, tab, tabs[i].name, g_dpgettext2 (GETTEXT_PACKAGE, "tab", tabs[i].title),
                                           tabs[i].icon);
    }
  g_object_bind_property (g_action_map_lookup_action (scores_actions (self), "export-score-sheet"), "enabled",
                          g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), "export"), "enabled",
                          G_BINDING_SYNC_CREATE);
  on_tab_changed (self);
}

FfPage *
ff_run_page_new (FfWorkspace *workspace, gint64 run_id)
{
  FfRunPage *self = g_object_new (FF_TYPE_RUN_PAGE, "workspace", workspace, NULL);
  g_autoptr (FfRun) run = ff_runs_read (ff_workspace_get_reader (workspace), run_id, NULL);
  g_autoptr (GMenuModel) menu = make_menu (run_id);

  ff_page_set_menu (FF_PAGE (self), menu);
  self->context = ff_run_context_new (workspace, run_id);
  g_signal_connect_object (self->context, "figures-changed", G_CALLBACK (on_figures_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "gone", G_CALLBACK (on_gone), self, G_CONNECT_SWAPPED);
  if (run != NULL)
    update_title (self, run);
  update_settling (self);
  add_tabs (self);
  return FF_PAGE (self);
}

void
ff_run_page_show_tab (FfRunPage *self, const char *tab, gint64 session_id)
{
  g_auto (GStrv) names = NULL;
  GtkWidget *child;

  g_return_if_fail (FF_IS_RUN_PAGE (self));
  g_return_if_fail (tab != NULL);

  names = g_strsplit (tab, "/", 2);
  child = names[0] != NULL ? adw_view_stack_get_child_by_name (self->stack, names[0]) : NULL;
  if (child == NULL)
    return;
  if (names[1] != NULL && FF_IS_ASSIGNMENTS_PAGE (child))
    ff_assignments_page_show (FF_ASSIGNMENTS_PAGE (child), names[1]);
  if (names[1] != NULL && FF_IS_EVALUATION_PAGE (child))
    ff_evaluation_page_show_level (FF_EVALUATION_PAGE (child), CLAMP (atoi (names[1]), 0, 4));
  adw_view_stack_set_visible_child (self->stack, child);
  if (session_id != 0)
    ff_run_tab_show_session (FF_RUN_TAB (child), session_id);
}
