#include "config.h"

#include "ff-results-windows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-metric-parts.h"

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
on_undo (GtkWidget *widget, GVariant *args, gpointer workspace)
{
  ff_workspace_undo (workspace);
  return TRUE;
}

static void
add_key (GtkWidget *window, guint key, GdkModifierType modifiers, GtkShortcutFunc func, gpointer data, GDestroyNotify destroy)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                          gtk_callback_action_new (func, data, destroy)));
  gtk_widget_add_controller (window, controller);
}

/* A window of cards one below the other, which are added to the box that is returned. */
static GtkBox *
open_cards (GtkWidget *parent, FfWorkspace *workspace, const char *title)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE, "transient-for", gtk_widget_get_root (parent),
                                    "default-width", 600, "default-height", 560, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (cards, "page-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), cards);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  add_key (window, GDK_KEY_Escape, 0, on_escape, NULL, NULL);
  add_key (window, GDK_KEY_z, GDK_CONTROL_MASK, on_undo, g_object_ref (workspace), g_object_unref);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_BOX (cards);
}

void
ff_metrics_window_open (GtkWidget *parent, FfWorkspace *workspace, FfOwner owner)
{
  GtkBox *cards;
  gint64 number = ff_owner_to_number (owner);

  g_return_if_fail (FF_IS_WORKSPACE (workspace));
  g_return_if_fail (owner.kind != FF_OWNER_NONE);

  cards = open_cards (parent, workspace, _("Results"));
  gtk_box_append (cards, ff_metric_list_new (workspace, owner));
  if (owner.kind == FF_OWNER_COURSE)
    return;
  gtk_box_append (cards, ff_part_list_new (workspace, &ff_roi_parts, number));
  if (owner.kind == FF_OWNER_PROJECT)
    gtk_box_append (cards, ff_part_list_new (workspace, &ff_project_plan_parts, number));
}

void
ff_roi_window_open (GtkWidget *parent, FfWorkspace *workspace, FfOwner owner)
{
  ff_editor_open (parent, workspace, &ff_roi_editor, FF_EDITOR_ONLY_ONE, ff_owner_to_number (owner));
}

void
ff_waves_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  GtkBox *cards;
  gint64 number = ff_owner_to_number (ff_owner_run (run_id));

  g_return_if_fail (FF_IS_WORKSPACE (workspace));

  cards = open_cards (parent, workspace, _("Days and Targets"));
  gtk_box_append (cards, ff_part_list_new (workspace, &ff_evaluation_plan_parts, number));
  gtk_box_append (cards, ff_part_list_new (workspace, &ff_wave_parts, number));
}
