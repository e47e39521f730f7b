/* The window's own commands, as the table in ff-commands.c names them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-commands.h"
#include "ff-compat.h"
#include "ff-editors.h"
#include "ff-journal-page.h"
#include "ff-plan-kinds.h"
#include "ff-preferences-window.h"
#include "ff-window-private.h"

static void
on_open_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (FfWindow) self = user_data;

  if (file != NULL)
    ff_window_open (self, g_file_peek_path (file), FALSE);
}

static void
activate_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.fourfold", NULL };

  ff_compat_open_file (GTK_WINDOW (widget), _("Open a Database"), _("Fourfold databases"), patterns, on_open_chosen,
                       g_object_ref (widget));
}

static void
activate_reopen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  ff_window_open_for (self, self->path, self->create, self->purpose);
}

static void
activate_open_demo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = ff_window_dup_demo_path ();

  ff_window_open_for (FF_WINDOW (widget), path, TRUE, FF_OPEN_DEMO);
}

static void
activate_start_empty (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = ff_db_default_path ();

  ff_window_open (FF_WINDOW (widget), path, TRUE);
}

static void
activate_start_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = ff_db_default_path ();

  ff_window_open_for (FF_WINDOW (widget), path, TRUE, FF_OPEN_IMPORT);
}

static void
activate_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_choose_import (FF_WINDOW (widget));
}

static void
activate_journal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  ff_window_push (self, ff_journal_page_new (self->workspace, 0));
}

static void
activate_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_preferences_window_open (GTK_WINDOW (widget), FF_WINDOW (widget)->workspace);
}

static void
activate_show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_show_section (FF_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_show_calendar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_show_calendar (FF_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
activate_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_back (FF_WINDOW (widget));
}

static void
activate_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  if (!gtk_widget_get_visible (self->search_button))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
activate_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  gboolean reveal = !gtk_revealer_get_reveal_child (self->sidebar_revealer);

  gtk_revealer_set_reveal_child (self->sidebar_revealer, reveal);
  gtk_widget_set_visible (self->sidebar_button, self->narrow || !reveal);
  if (reveal)
    gtk_widget_child_focus (GTK_WIDGET (self->sections), GTK_DIR_TAB_FORWARD);
}

/* What is typed and not yet saved has an undo of its own. FALSE: there is nothing of that, so the last step is meant: a line that takes
   one thing after the other keeps the focus while it is emptied. */
static gboolean
undo_in_text (FfWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *before = NULL;

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  if (GTK_IS_TEXT (focus))
    before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);
  return before == NULL || *before != '\0' || *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  if (!undo_in_text (self, "text.undo"))
    ff_workspace_undo (self->workspace);
}

static void
activate_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);

  if (!undo_in_text (self, "text.redo"))
    ff_workspace_redo (self->workspace);
}

static void
activate_open_class (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_open_class (FF_WINDOW (widget), g_variant_get_int64 (parameter), NULL, 0);
}

static void
activate_open_class_tab (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 run_id, session_id;
  const char *tab;

  g_variant_get (parameter, "(x&sx)", &run_id, &tab, &session_id);
  ff_window_open_class (FF_WINDOW (widget), run_id, tab, session_id);
}

static void
activate_open_course (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_open_course (FF_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
activate_open_project (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_open_project (FF_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
activate_open_questionnaire (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_open_questionnaire (FF_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
activate_open_rubric (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_open_rubric (FF_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
activate_take_attendance (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 run_id, session_id;

  g_variant_get (parameter, "(xx)", &run_id, &session_id);
  ff_window_open_class (FF_WINDOW (widget), run_id, "attendance", session_id);
}

static void
on_class_added (FfWindow *self, gint64 id)
{
  ff_window_open_class (self, id, NULL, 0);
}

static void
on_course_added (FfWindow *self, gint64 id)
{
  ff_window_open_course (self, id);
}

static void
on_project_added (FfWindow *self, gint64 id)
{
  ff_window_open_project (self, id);
}

static void
on_questionnaire_added (FfWindow *self, gint64 id)
{
  ff_window_open_questionnaire (self, id);
}

static void
on_rubric_added (FfWindow *self, gint64 id)
{
  ff_window_open_rubric (self, id);
}

/* What can be made from anywhere. */
static const struct
{
  const char *action;
  const FfEditorKind *editor;
  void (*added) (FfWindow *self, gint64 id); /* NULL: nothing more happens */
} makers[] = {
  { "win.new-course", &ff_course_editor, on_course_added },
  { "win.new-project", &ff_project_editor, on_project_added },
  { "win.new-questionnaire", &ff_questionnaire_editor, on_questionnaire_added },
  { "win.new-rubric", &ff_rubric_editor, on_rubric_added },
  { "win.new-trainee", &ff_trainee_editor, NULL },
  { "win.new-trainer", &ff_trainer_editor, NULL },
  { "win.new-venue", &ff_venue_editor, NULL },
  { "win.new-equipment", &ff_equipment_editor, NULL },
};

/* A class is planned with its sessions at once. */
static void
activate_new_class (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfPlanWindow *plan = ff_plan_window_open (widget, FF_WINDOW (widget)->workspace, &ff_new_class_plan, 0);

  if (plan != NULL)
    g_signal_connect_object (plan, "done", G_CALLBACK (on_class_added), widget, G_CONNECT_SWAPPED);
}

static void
activate_new_thing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  FfEditor *editor;

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].action, name))
      {
        editor = ff_editor_open (widget, self->workspace, makers[i].editor, 0, 0);
        if (makers[i].added != NULL)
          g_signal_connect_object (editor, "saved", G_CALLBACK (makers[i].added), self, G_CONNECT_SWAPPED);
        return;
      }
}

/* A page whose command stands in the header bar with a plus makes its own kind of thing; the others make nothing. */
static void
activate_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWindow *self = FF_WINDOW (widget);
  g_autofree char *icon = NULL, *action = NULL;

  if (self->current == NULL)
    return;
  g_object_get (ff_page_get_visible (self->current), "primary-icon", &icon, "primary-action", &action, NULL);
  if (action != NULL && g_strcmp0 (icon, "list-add-symbolic") == 0)
    gtk_widget_activate_action (widget, action, NULL);
}

static void
set_tooltip (GtkWidget *button, const char *what, const char *label)
{
  g_autofree char *text = NULL;

  if (label == NULL)
    text = g_strdup (what);
  else
    /* Translators: a tooltip, such as "Undo: Mark 张三 absent". */
    text = g_strdup_printf (_("%s: %s"), what, label);
  gtk_widget_set_tooltip_text (button, text);
}

void
ff_window_update_actions (FfWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->workspace != NULL;
  gboolean writable = open && ff_workspace_is_writable (self->workspace);
  const char *undo = open ? ff_workspace_get_undo_label (self->workspace) : NULL;
  const char *redo = open ? ff_workspace_get_redo_label (self->workspace) : NULL;

  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.back", self->history->len > 1);
  gtk_widget_action_set_enabled (widget, "win.show-page", open);
  gtk_widget_action_set_enabled (widget, "win.journal", open);
  gtk_widget_action_set_enabled (widget, "win.preferences", open);
  gtk_widget_action_set_enabled (widget, "win.new", writable);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.new-class", writable);
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    gtk_widget_action_set_enabled (widget, makers[i].action, writable);
  set_tooltip (self->undo_button, _("Undo"), undo);
  set_tooltip (self->redo_button, _("Redo"), redo);
}

void
ff_window_init_actions (FfWindow *self)
{
  ff_window_update_actions (self);
}

void
ff_window_class_add_actions (GtkWidgetClass *widget_class)
{
  ff_window_class_add_outputs (widget_class);
  ff_window_class_add_answers (widget_class);
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.open", NULL, activate_open },
    { "win.reopen", NULL, activate_reopen },
    { "win.open-demo", NULL, activate_open_demo },
    { "win.start-import", NULL, activate_start_import },
    { "win.import", NULL, activate_import },
    { "win.start-empty", NULL, activate_start_empty },
    { "win.show-page", "s", activate_show_page },
    { "win.show-calendar", "x", activate_show_calendar },
    { "win.back", NULL, activate_back },
    { "win.journal", NULL, activate_journal },
    { "win.preferences", NULL, activate_preferences },
    { "win.search", NULL, activate_search },
    { "win.sidebar", NULL, activate_sidebar },
    { "win.undo", NULL, activate_undo },
    { "win.redo", NULL, activate_redo },
    { "win.new", NULL, activate_new },
    { "win.new-class", NULL, activate_new_class },
    { "win.new-course", NULL, activate_new_thing },
    { "win.new-project", NULL, activate_new_thing },
    { "win.new-questionnaire", NULL, activate_new_thing },
    { "win.new-rubric", NULL, activate_new_thing },
    { "win.new-trainee", NULL, activate_new_thing },
    { "win.new-trainer", NULL, activate_new_thing },
    { "win.new-venue", NULL, activate_new_thing },
    { "win.new-equipment", NULL, activate_new_thing },
    { "win.open-class", "x", activate_open_class },
    { "win.open-class-tab", "(xsx)", activate_open_class_tab },
    { "win.open-course", "x", activate_open_course },
    { "win.open-project", "x", activate_open_project },
    { "win.open-questionnaire", "x", activate_open_questionnaire },
    { "win.open-rubric", "x", activate_open_rubric },
    { "win.take-attendance", "(xx)", activate_take_attendance },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
