/* What leaves a class: sheets, lists, calendars. Actions of the window, with the class's id, so that any menu and row can ask for them. */
#include "config.h"

#include "ff-window-private.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-ics.h"
#include "ff-notice-window.h"
#include "ff-roster-sheet.h"
#include "ff-runs.h"
#include "ff-signin-pane.h"

/* NULL: the class is gone, or the database is closed. */
static FfRun *
read_run (FfWindow *self, gint64 run_id)
{
  FfWorkspace *workspace = ff_window_get_workspace (self);

  return workspace != NULL ? ff_runs_read (ff_workspace_get_reader (workspace), run_id, NULL) : NULL;
}

static void
activate_print_sign_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWorkspace *workspace = ff_window_get_workspace (FF_WINDOW (widget));
  gint64 run_id;
  gint64 session_id;

  g_variant_get (parameter, "(xx)", &run_id, &session_id);
  if (workspace != NULL)
    ff_signin_pane_open (widget, workspace, run_id, session_id);
}

/* Notices -------------------------------------------------------------------------------------------------------------- */

static void
open_notice (GtkWidget *widget, GVariant *parameter, FfNoticeKind kind)
{
  FfWorkspace *workspace = ff_window_get_workspace (FF_WINDOW (widget));

  if (workspace != NULL)
    ff_notice_window_open (widget, workspace, g_variant_get_int64 (parameter), kind);
}

static void
activate_copy_notice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_notice (widget, parameter, FF_NOTICE_NOTICE);
}

static void
activate_copy_reminder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_notice (widget, parameter, FF_NOTICE_REMINDER);
}

/* Calendars ------------------------------------------------------------------------------------------------------------ */

static gboolean
write_calendar (FfDb *db, const char *path, gpointer data, GCancellable *cancellable, FfProgressFunc progress, gpointer progress_data,
                GError **error)
{
  return ff_calendar_ics_export (db, *(gint64 *) data, path, NULL, NULL, cancellable, progress, progress_data, error);
}

static void
activate_export_calendar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 run_id = g_variant_get_int64 (parameter);
  g_autoptr (FfRun) run = run_id != 0 ? read_run (FF_WINDOW (widget), run_id) : NULL;
  g_autofree char *file = ff_export_file_name (run != NULL ? run->code : _("Training calendar"), ".ics");

  ff_window_export (FF_WINDOW (widget), _("Export Calendar"), file, _("Calendars"), "*.ics", write_calendar,
                    g_memdup2 (&run_id, sizeof run_id), g_free);
}

/* Rosters -------------------------------------------------------------------------------------------------------------- */

static gboolean
write_roster (FfDb *db, const char *path, gpointer data, GCancellable *cancellable, FfProgressFunc progress, gpointer progress_data,
              GError **error)
{
  return ff_roster_sheet_export (db, *(gint64 *) data, path, NULL, NULL, cancellable, progress, progress_data, error);
}

static void
activate_export_roster (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 run_id = g_variant_get_int64 (parameter);
  g_autoptr (FfRun) run = read_run (FF_WINDOW (widget), run_id);
  g_autofree char *title = NULL;
  g_autofree char *file = NULL;

  if (run == NULL)
    return;
  /* Translators: the name proposed for a roster; the class's code stands for %s. */
  title = g_strdup_printf (_("%s roster"), run->code);
  file = ff_export_file_name (title, ".xlsx");
  ff_window_export (FF_WINDOW (widget), _("Export Roster"), file, _("Excel workbooks"), "*.xlsx", write_roster,
                    g_memdup2 (&run_id, sizeof run_id), g_free);
}

/* ---------------------------------------------------------------------------------------------------------------------- */

void
ff_window_class_add_outputs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print-sign-in", "(xx)", activate_print_sign_in);
  gtk_widget_class_install_action (widget_class, "win.copy-notice", "x", activate_copy_notice);
  gtk_widget_class_install_action (widget_class, "win.copy-reminder", "x", activate_copy_reminder);
  gtk_widget_class_install_action (widget_class, "win.export-roster", "x", activate_export_roster);
  gtk_widget_class_install_action (widget_class, "win.export-calendar", "x", activate_export_calendar);
}

GMenuModel *
ff_window_make_outputs_menu (gint64 run_id)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("Copy _Notice…"), "win.copy-notice" },
    { N_ ("Copy Re_minder…"), "win.copy-reminder" },
    { N_ ("Export _Roster…"), "win.export-roster" },
    { N_ ("Export Ca_lendar…"), "win.export-calendar" },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) sheet = g_menu_item_new (_("_Print Sign-in Sheet…"), NULL);

  g_menu_item_set_action_and_target (sheet, "win.print-sign-in", "(xx)", run_id, (gint64) 0);
  g_menu_append_item (menu, sheet);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", run_id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
