#include "config.h"

#include "ff-session-actions.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-plan-kinds.h"
#include "ff-window.h"

static gint64
run_id_of (gpointer tab)
{
  return ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (tab)));
}

static void
activate_add_session (GSimpleAction *action, GVariant *parameter, gpointer tab)
{
  ff_editor_open (tab, ff_page_get_workspace (tab), &ff_session_editor, 0, run_id_of (tab));
}

static void
activate_edit_session (GSimpleAction *action, GVariant *parameter, gpointer tab)
{
  ff_editor_open (tab, ff_page_get_workspace (tab), &ff_session_editor, g_variant_get_int64 (parameter), run_id_of (tab));
}

static void
activate_take_attendance (GSimpleAction *action, GVariant *parameter, gpointer tab)
{
  ff_window_open_class (ff_window_of (tab), run_id_of (tab), "attendance", g_variant_get_int64 (parameter));
}

static gboolean
delete_session (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_sessions_delete (db, *(gint64 *) data, error);
}

static void
activate_delete_session (GSimpleAction *action, GVariant *parameter, gpointer tab)
{
  ff_window_run (ff_window_of (tab), _("Delete a session"), delete_session, g_variant_get_int64 (parameter), _("Session deleted"));
}

/* Forms with a preview --------------------------------------------------------------------------------------------------- */

static void
on_copied (FfWindow *window, gint64 run_id)
{
  ff_window_open_class (window, run_id, NULL, 0);
}

static void
activate_copy (GSimpleAction *action, GVariant *parameter, gpointer tab)
{
  FfPlanWindow *plan = ff_plan_window_open (tab, ff_page_get_workspace (tab), &ff_copy_plan, run_id_of (tab));

  if (plan != NULL)
    g_signal_connect_object (plan, "done", G_CALLBACK (on_copied), ff_window_of (tab), G_CONNECT_SWAPPED);
}

/* What is planned for the class, or for the session that the parameter names. */
static const struct
{
  const char *action;
  const FfPlanKind *kind;
} plans[] = {
  { "generate", &ff_generate_plan },   { "shift", &ff_shift_plan },
  { "change-trainer", &ff_trainer_plan }, { "confirm", &ff_confirm_plan },
  { "postpone-session", &ff_postpone_plan }, { "cancel-session", &ff_cancel_plan },
};

static void
activate_plan (GSimpleAction *action, GVariant *parameter, gpointer tab)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    if (g_str_equal (plans[i].action, g_action_get_name (G_ACTION (action))))
      ff_plan_window_open (tab, ff_page_get_workspace (tab), plans[i].kind,
                           parameter != NULL ? g_variant_get_int64 (parameter) : run_id_of (tab));
}

void
ff_session_actions_add (FfRunTab *tab)
{
  static const GActionEntry actions[] = {
    { .name = "add-session", .activate = activate_add_session },
    { .name = "edit-session", .activate = activate_edit_session, .parameter_type = "x" },
    { .name = "take-attendance", .activate = activate_take_attendance, .parameter_type = "x" },
    { .name = "delete-session", .activate = activate_delete_session, .parameter_type = "x" },
    { .name = "generate", .activate = activate_plan },
    { .name = "shift", .activate = activate_plan },
    { .name = "change-trainer", .activate = activate_plan },
    { .name = "confirm", .activate = activate_plan },
    { .name = "copy", .activate = activate_copy },
    { .name = "postpone-session", .activate = activate_plan, .parameter_type = "x" },
    { .name = "cancel-session", .activate = activate_plan, .parameter_type = "x" },
  };

  g_return_if_fail (FF_IS_RUN_TAB (tab));

  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (tab)), actions, G_N_ELEMENTS (actions), tab);
}

/* Menus -------------------------------------------------------------------------------------------------------------------- */

GMenuModel *
ff_session_actions_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Generate Sessions…"), "tab.generate");
  g_menu_append (menu, _("_Shift Class…"), "tab.shift");
  g_menu_append (menu, _("Change _Trainer…"), "tab.change-trainer");
  g_menu_append (menu, _("C_onfirm Bookings…"), "tab.confirm");
  g_menu_append (menu, _("Copy C_lass…"), "tab.copy");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_session_menu (const FfSession *session)
{
  static const struct
  {
    const char *label;
    const char *action;
    gboolean of_cancelled;
  } items[] = {
    { N_("_Take Attendance"), "tab.take-attendance", FALSE },
    { N_("_Edit…"), "tab.edit-session", TRUE },
    { N_("_Postpone Session…"), "tab.postpone-session", FALSE },
    { N_("_Cancel Session…"), "tab.cancel-session", FALSE },
    { N_("_Delete Session"), "tab.delete-session", TRUE },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      if (session->cancelled && !items[i].of_cancelled)
        continue;
      g_menu_item_set_action_and_target (item, items[i].action, "x", session->id);
      g_menu_append_item (menu, item);
    }
  if (!session->cancelled)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("_Print Sign-in Sheet…"), NULL);

      g_menu_item_set_action_and_target (item, "win.print-sign-in", "(xx)", session->run_id, session->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

GtkWidget *
ff_session_actions_menu_button (const FfSession *session)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_session_menu (session);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Session menu"));
  return button;
}
