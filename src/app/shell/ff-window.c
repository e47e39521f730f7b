#include "config.h"

#include "ff-window-private.h"

#include <glib/gi18n-lib.h>

#include "ff-commands.h"
#include "ff-compat.h"
#include "ff-demo.h"

/* Below this width the sidebar steps aside and comes back on demand. */
#define NARROW_WIDTH 820
/* How long a person pauses before a list is searched again: long enough for an input method to compose in peace. */
#define SEARCH_DELAY_MS 180
/* An error longer than this does not fit a toast. */
#define TOAST_CHARACTERS 60

G_DEFINE_FINAL_TYPE (FfWindow, ff_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
search_now (gpointer user_data)
{
  FfWindow *self = user_data;

  self->search_delay = 0;
  if (self->current != NULL)
    ff_page_search (ff_page_get_visible (self->current), gtk_editable_get_text (self->search_entry));
  return G_SOURCE_REMOVE;
}

static void
on_search_changed (FfWindow *self)
{
  /* Not from within this handler: on GTK 4.8 a list that changes now would disturb an input method. */
  g_clear_handle_id (&self->search_delay, g_source_remove);
  self->search_delay = g_timeout_add (SEARCH_DELAY_MS, search_now, self);
}

static void
on_search_activate (FfWindow *self)
{
  GtkWidget *page;

  if (self->search_delay != 0)
    {
      g_clear_handle_id (&self->search_delay, g_source_remove);
      search_now (self);
    }
  if (self->current == NULL)
    return;
  /* Into what was searched: not to the switch between the pages of a section. */
  page = GTK_WIDGET (ff_page_get_visible (self->current));
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
on_section_activated (FfWindow *self, GtkListBoxRow *row)
{
  ff_window_show_section (self, gtk_widget_get_name (GTK_WIDGET (row)));
  if (self->narrow)
    gtk_revealer_set_reveal_child (self->sidebar_revealer, FALSE);
}

static gboolean
apply_narrow (gpointer user_data)
{
  FfWindow *self = user_data;

  self->narrow_idle = 0;
  gtk_widget_set_visible (self->sidebar_button, self->narrow);
  gtk_revealer_set_reveal_child (self->sidebar_revealer, !self->narrow);
  return G_SOURCE_REMOVE;
}

static void
ff_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfWindow *self = FF_WINDOW (widget);
  gboolean narrow = width < NARROW_WIDTH;

  GTK_WIDGET_CLASS (ff_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  /* Sizes are being given out: what changes them waits. */
  if (self->narrow_idle == 0)
    self->narrow_idle = g_idle_add (apply_narrow, self);
}

static void
update_saved (FfWindow *self)
{
  gint64 saved_at = ff_workspace_get_saved_at (self->workspace);
  gboolean writable = ff_workspace_is_writable (self->workspace);
  g_autofree char *text = NULL;

  if (!writable)
    text = g_strdup (_("Read-only"));
  else if (saved_at == 0)
    text = g_strdup (_("Saved"));
  else
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (saved_at);
      g_autofree char *clock = g_date_time_format (time, "%H:%M");

      /* Translators: below the database's name; %s is the time of the last change. */
      text = g_strdup_printf (_("Saved · %s"), clock);
    }
  gtk_label_set_label (self->saved_label, text);
  gtk_image_set_from_icon_name (self->saved_icon, writable ? "ff-attendance-symbolic" : "changes-prevent-symbolic");
  if (writable)
    gtk_widget_add_css_class (GTK_WIDGET (self->saved_icon), "good");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->saved_icon), "good");
}

/* The Undo of an older toast would take back what comes now, under the name of what it was about. */
static void
on_command (FfWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
}

static void
on_failed (FfWindow *self, const GError *error)
{
  GAction *reopen = NULL;

  /* The page of a class offers what takes the refusal away. */
  if (g_error_matches (error, FF_ERROR, FF_ERROR_SETTLED) && self->current != NULL)
    reopen = g_action_map_lookup_action (ff_page_get_actions (self->current), "reopen-results");
  if (reopen != NULL && g_action_get_enabled (reopen))
    ff_window_toast_action (self, error->message, _("_Reopen…"), "page.reopen-results");
  else
    ff_window_show_error (self, error);
}

char *
ff_window_dup_demo_path (void)
{
  g_autofree char *usual = ff_db_default_path ();
  g_autofree char *folder = g_path_get_dirname (usual);

  return g_build_filename (folder, "demo.fourfold", NULL);
}

/* What a person calls the database: the two that the program itself keeps have names, others are called as their file is. */
static char *
make_name (FfWorkspace *workspace)
{
  g_autofree char *usual = ff_db_default_path ();
  g_autofree char *demo = ff_window_dup_demo_path ();

  if (g_str_equal (ff_workspace_get_path (workspace), demo))
    return g_strdup (_("Demo Organisation"));
  if (g_str_equal (ff_workspace_get_path (workspace), usual))
    return g_strdup (_("My Training"));
  return ff_workspace_dup_name (workspace);
}

static void
use_workspace (FfWindow *self, FfWorkspace *workspace)
{
  g_autofree char *name = make_name (workspace);
  const char *reason = ff_workspace_get_reason (workspace);

  g_set_object (&self->workspace, workspace);
  g_signal_connect_object (workspace, "command", G_CALLBACK (on_command), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::saved-at", G_CALLBACK (update_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify", G_CALLBACK (ff_window_update_actions), self, G_CONNECT_SWAPPED);

  gtk_label_set_label (self->database_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->database_label), ff_workspace_get_path (workspace));
  gtk_label_set_label (self->banner_label, reason != NULL ? reason : "");
  gtk_revealer_set_reveal_child (self->banner, reason != NULL);
  update_saved (self);
  ff_window_update_actions (self);
  ff_window_show_section (self, "today");
  gtk_stack_set_visible_child_name (self->states, "main");
}

static const char *
failure_title (const GError *error)
{
  if (error->domain != FF_ERROR)
    return _("The Database Could Not Be Opened");

  switch ((FfError) error->code)
    {
    case FF_ERROR_DAMAGED:
      return _("The Database Is Damaged");
    case FF_ERROR_FOREIGN:
      return _("Not a Fourfold Database");
    case FF_ERROR_NEWER:
      return _("Made by a Newer Fourfold");
    case FF_ERROR_NOT_FOUND:
      return _("The Database Is Not There");
    case FF_ERROR_FULL:
      return _("The Disk Is Full");
    case FF_ERROR_FAILED:
    case FF_ERROR_INVALID:
    case FF_ERROR_EXISTS:
    case FF_ERROR_CONFLICT:
    case FF_ERROR_SETTLED:
    case FF_ERROR_BUSY:
    case FF_ERROR_READ_ONLY:
    case FF_ERROR_CANCELLED:
    default:
      return _("The Database Could Not Be Opened");
    }
}

static void
show_failure (FfWindow *self, const GError *error)
{
  g_message ("Opening %s: %s", self->path, error->message);
  adw_status_page_set_title (self->failure_page, failure_title (error));
  adw_status_page_set_description (self->failure_page, error->message);
  gtk_stack_set_visible_child_name (self->states, "failure");
}

/* A demo database on its way to be filled. */
typedef struct
{
  FfWindow *window;
  FfWorkspace *workspace;
} DemoTask;

static void
demo_task_free (gpointer data)
{
  DemoTask *task = data;

  g_object_unref (task->window);
  g_object_unref (task->workspace);
  g_free (task);
}

static gboolean
demo_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_demo_fill (db, ff_time_now (), error);
}

static void
on_demo_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DemoTask *task = ff_worker_get_data (result);
  g_autoptr (GError) error = NULL;

  gtk_spinner_stop (task->window->spinner);
  /* One that was made before is shown as it is. */
  if (ff_worker_run_finish (FF_WORKER (source), result, &error) || g_error_matches (error, FF_ERROR, FF_ERROR_EXISTS))
    use_workspace (task->window, task->workspace);
  else
    show_failure (task->window, error);
}

static void
fill_demo (FfWindow *self, FfWorkspace *workspace)
{
  DemoTask *task = g_new0 (DemoTask, 1);

  task->window = g_object_ref (self);
  task->workspace = g_object_ref (workspace);
  ff_worker_run_async (ff_workspace_get_writer (workspace), demo_work, task, demo_task_free, NULL, NULL, on_demo_filled, NULL);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfWorkspace) workspace = ff_workspace_open_finish (result, &error);

  if (workspace != NULL && self->purpose == FF_OPEN_DEMO && ff_workspace_is_writable (workspace))
    {
      fill_demo (self, workspace);
      return;
    }

  gtk_spinner_stop (self->spinner);
  if (workspace == NULL)
    {
      show_failure (self, error);
      return;
    }

  use_workspace (self, workspace);
  if (self->purpose == FF_OPEN_IMPORT)
    {
      ff_window_show_section (self, "people");
      ff_window_choose_import (self);
    }
}

static void
close_workspace (FfWindow *self)
{
  ff_window_forget_pages (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  ff_window_update_actions (self);
}

static void
ff_window_dispose (GObject *object)
{
  FfWindow *self = FF_WINDOW (object);

  g_clear_handle_id (&self->search_delay, g_source_remove);
  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  if (self->history != NULL)
    close_workspace (self);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->controls);
  g_clear_object (&self->page_signals);
  g_clear_object (&self->visible_signals);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_window_parent_class)->dispose (object);
}

static void
ff_window_finalize (GObject *object)
{
  g_free (FF_WINDOW (object)->path);
  G_OBJECT_CLASS (ff_window_parent_class)->finalize (object);
}

static void
ff_window_class_init (FfWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_window_finalize;
  widget_class->size_allocate = ff_window_size_allocate;

  g_type_ensure (FF_TYPE_EXPORT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, export_bar);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, states);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, start_menu_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, sidebar_revealer);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, main_menu_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, database_label);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, saved_label);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, header);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, page_menu_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, primary_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, primary_icon);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, primary_label);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FfWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_section_activated);
  ff_window_class_add_actions (widget_class);
}

static GMenuModel *
new_main_menu (void)
{
  static const char *const sections[][4] = {
    { "win.open", "win.open-demo", "win.import", NULL },
    { "win.journal", "win.preferences", NULL },
    { "app.shortcuts", "app.about", NULL },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (gsize k = 0; sections[i][k] != NULL; k++)
        ff_command_append (section, sections[i][k]);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}

static void
ff_window_init (FfWindow *self)
{
  g_autoptr (GMenuModel) menu = new_main_menu ();

  self->history = g_ptr_array_new ();
  self->page_signals = g_signal_group_new (FF_TYPE_PAGE);
  g_signal_group_connect_swapped (self->page_signals, "notify", G_CALLBACK (ff_window_update_header), self);
  self->visible_signals = g_signal_group_new (FF_TYPE_PAGE);
  g_signal_group_connect_swapped (self->visible_signals, "notify", G_CALLBACK (ff_window_update_header), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  ff_export_bar_set_toasts (self->export_bar, self->toasts);
  gtk_menu_button_set_menu_model (self->main_menu_button, menu);
  gtk_menu_button_set_menu_model (self->start_menu_button, menu);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  ff_window_init_sections (self);
  ff_window_init_actions (self);
  ff_window_init_drop (self);
}

FfWindow *
ff_window_new (GtkApplication *application)
{
  return g_object_new (FF_TYPE_WINDOW, "application", application, NULL);
}

void
ff_window_open_for (FfWindow *self, const char *path, gboolean create, FfOpenPurpose purpose)
{
  close_workspace (self);
  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  self->create = create;
  self->purpose = purpose;
  if (create)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      /* If this fails, opening says why. */
      g_mkdir_with_parents (folder, 0700);
    }
  gtk_stack_set_visible_child_name (self->states, "opening");
  gtk_spinner_start (self->spinner);
  ff_workspace_open_async (path, create, on_opened, g_object_ref (self));
}

void
ff_window_open (FfWindow *self, const char *path, gboolean create)
{
  g_return_if_fail (FF_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  ff_window_open_for (self, path, create, FF_OPEN_PLAIN);
}

void
ff_window_show_start (FfWindow *self)
{
  g_return_if_fail (FF_IS_WINDOW (self));

  close_workspace (self);
  gtk_stack_set_visible_child_name (self->states, "start");
}

FfWorkspace *
ff_window_get_workspace (FfWindow *self)
{
  g_return_val_if_fail (FF_IS_WINDOW (self), NULL);
  return self->workspace;
}

static void
add_toast (FfWindow *self, const char *text, const char *button, const char *action)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_detailed_action_name (toast, action);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
ff_window_toast (FfWindow *self, const char *text)
{
  g_return_if_fail (FF_IS_WINDOW (self));
  add_toast (self, text, NULL, NULL);
}

void
ff_window_toast_undo (FfWindow *self, const char *text)
{
  g_return_if_fail (FF_IS_WINDOW (self));
  add_toast (self, text, _("Undo"), "win.undo");
}

void
ff_window_toast_action (FfWindow *self, const char *text, const char *button, const char *action)
{
  g_return_if_fail (FF_IS_WINDOW (self));
  g_return_if_fail (button != NULL && action != NULL);

  add_toast (self, text, button, action);
}

void
ff_window_show_error (FfWindow *self, const GError *error)
{
  g_return_if_fail (FF_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  g_message ("%s", error->message);
  if (g_utf8_strlen (error->message, -1) <= TOAST_CHARACTERS)
    ff_window_toast (self, error->message);
  else
    ff_compat_alert (GTK_WINDOW (self), _("This Was Not Done"), error->message);
}

FfWindow *
ff_window_of (gpointer widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (widget));
  return FF_IS_WINDOW (root) ? FF_WINDOW (root) : NULL;
}
