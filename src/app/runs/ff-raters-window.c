#include "config.h"

#include "ff-raters-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-number.h"
#include "ff-part-list.h"
#include "ff-raters.h"

static FfPart *
make_part (const FfRater *rater)
{
  g_autofree char *weight = ff_hundredths_format (rater->weight);
  g_autofree char *marks = g_strdup_printf (ngettext ("%d mark", "%d marks", (gulong) rater->marks), rater->marks);
  FfPart *part = ff_part_new (rater->id, rater->name, rater->marks > 0 ? marks : _("no marks yet"));

  /* Translators: what a rater weighs beside the others; %s is a number such as 1.5. */
  part->value = g_strdup_printf (_("weight %s"), weight);
  return part;
}

static GPtrArray *
list_raters (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) raters = ff_raters_of_run (db, run_id, error);
  GPtrArray *parts;

  if (raters == NULL)
    return NULL;
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
  for (guint i = 0; i < raters->len; i++)
    {
      const FfRater *rater = g_ptr_array_index (raters, i);

      if (rater->id != 0)
        g_ptr_array_add (parts, make_part (rater));
    }
  return parts;
}

static gboolean
move_rater (FfDb *db, gint64 run_id, gint64 id, int position, GError **error)
{
  return ff_raters_move (db, id, position, error);
}

static char *
describe_weights (GPtrArray *parts, gint64 run_id)
{
  return parts->len < 2 ? NULL
                        : g_strdup (_("What several raters give on a component is averaged by these weights. Somebody who marks "
                                      "without being listed weighs 1."));
}

static const char *const tables[] = { "rater", "mark", "team_mark", NULL };

static const FfPartKind raters = {
  .title = N_("Raters"),
  .empty = N_("Trainers, managers or peers who mark this class. Marks that are entered without a rater need nobody here."),
  .add = N_("Add Rater"),
  .tables = tables,
  .list = list_raters,
  .editor = &ff_rater_editor,
  .move = move_rater,
  .move_label = N_("Move a rater"),
  .foot = describe_weights,
};

static gboolean
on_key (FfWorkspace *workspace, guint keyval, guint keycode, GdkModifierType state, GtkEventController *controller)
{
  if (keyval == GDK_KEY_Escape)
    gtk_window_close (GTK_WINDOW (gtk_event_controller_get_widget (controller)));
  else if ((state & GDK_CONTROL_MASK) != 0 && keyval == GDK_KEY_z)
    ff_workspace_undo (workspace);
  else if ((state & GDK_CONTROL_MASK) != 0 && keyval == GDK_KEY_Z)
    ff_workspace_redo (workspace);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
ff_raters_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", _("Raters"), "modal", TRUE, "transient-for", gtk_widget_get_root (parent),
                                    "default-width", 520, "default-height", 480, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = ff_part_list_new (workspace, &raters, run_id);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), workspace, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, keys);
  gtk_widget_add_css_class (list, "page-body");
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}
