#include "config.h"

#include "ff-history-popover.h"

#include <glib/gi18n-lib.h>

#include "ff-history-row.h"
#include "ff-popover.h"

#define WIDTH 400
#define MOST_HEIGHT 360
/* More changes of one cell than anybody reads. */
#define MOST_ROWS 200

#define FF_TYPE_HISTORY_POPOVER (ff_history_popover_get_type ())
G_DECLARE_FINAL_TYPE (FfHistoryPopover, ff_history_popover, FF, HISTORY_POPOVER, GtkPopover)

struct _FfHistoryPopover
{
  GtkPopover parent_instance;

  FfWorkspace *workspace;
  GtkBox *content;
  GPtrArray *changes; /* FfChange */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfHistoryPopover, ff_history_popover, GTK_TYPE_POPOVER)

/* What it shows --------------------------------------------------------------------------------------------------------- */

/* All but the heading. */
static void
clear (FfHistoryPopover *self)
{
  GtkWidget *below;

  while ((below = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (self->content)))) != NULL)
    gtk_box_remove (self->content, below);
}

static void
show_sentence (FfHistoryPopover *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  clear (self);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "history-sentence");
  gtk_box_append (self->content, label);
}

static void
show_changes (FfHistoryPopover *self)
{
  GtkWidget *scrolled;
  GtkWidget *rows;

  if (self->changes->len == 0)
    {
      show_sentence (self, _("Nothing was entered here yet."));
      return;
    }
  clear (self);
  scrolled = gtk_scrolled_window_new ();
  rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < MIN (self->changes->len, MOST_ROWS); i++)
    {
      GtkWidget *row = ff_history_row_new (self->workspace, TRUE);

      ff_history_row_set_change (FF_HISTORY_ROW (row), g_ptr_array_index (self->changes, i));
      g_signal_connect_object (row, "restoring", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
      if (i > 0)
        gtk_box_append (GTK_BOX (rows), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (rows), row);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), rows);
  gtk_box_append (self->content, scrolled);
  ff_popover_fit (GTK_WIDGET (self->content));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Reading --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef popover;
  FfHistory *history;
  GPtrArray *changes;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->popover);
  ff_history_free (reading->history);
  g_ptr_array_unref (reading->changes);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  while (!ff_history_is_done (reading->history) && reading->changes->len < MOST_ROWS)
    if (!ff_history_read (reading->history, db, MOST_ROWS, reading->changes, error))
      return FALSE;
  return TRUE;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfHistoryPopover) self = g_weak_ref_get (&reading->popover);

  if (self == NULL)
    return TRUE;
  if (error != NULL)
    {
      show_sentence (self, error->message);
      return TRUE;
    }
  self->changes = g_ptr_array_ref (reading->changes);
  show_changes (self);
  return TRUE;
}

/* The popover ----------------------------------------------------------------------------------------------------------- */

static gboolean
unparent (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not within the signal: the popover still has to give the focus back. */
static void
ff_history_popover_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent, g_object_ref (popover), g_object_unref);
}

static void
on_anchor_destroyed (GtkWidget *popover)
{
  unparent (popover);
}

static void
ff_history_popover_dispose (GObject *object)
{
  FfHistoryPopover *self = FF_HISTORY_POPOVER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_history_popover_parent_class)->dispose (object);
}

/* The rows point into the changes, and go with the last reference. */
static void
ff_history_popover_finalize (GObject *object)
{
  FfHistoryPopover *self = FF_HISTORY_POPOVER (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_history_popover_parent_class)->finalize (object);
}

static void
ff_history_popover_class_init (FfHistoryPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_history_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_history_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = ff_history_popover_closed;
}

static void
ff_history_popover_init (FfHistoryPopover *self)
{
  self->cancellable = g_cancellable_new ();
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_size_request (GTK_WIDGET (self->content), WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->content));
  gtk_widget_add_css_class (GTK_WIDGET (self), "history-popover");
}

static GtkPopover *
open_history (GtkWidget *anchor, FfWorkspace *workspace, FfHistory *history, const char *title)
{
  FfHistoryPopover *self = g_object_new (FF_TYPE_HISTORY_POPOVER, NULL);
  Reading *reading = g_new0 (Reading, 1);
  GtkWidget *heading = gtk_label_new (title);

  self->workspace = g_object_ref (workspace);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "history-heading");
  gtk_box_append (self->content, heading);
  gtk_widget_set_parent (GTK_WIDGET (self), anchor);
  g_signal_connect_object (anchor, "destroy", G_CALLBACK (on_anchor_destroyed), self, G_CONNECT_SWAPPED);
  show_sentence (self, _("Reading the journal …"));
  g_weak_ref_init (&reading->popover, self);
  reading->history = history;
  reading->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_change_free);
  ff_workspace_read (workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
  gtk_popover_popup (GTK_POPOVER (self));

  return GTK_POPOVER (self);
}

GtkPopover *
ff_history_popover_open (GtkWidget *anchor, FfWorkspace *workspace, const char *table, GArray *row_ids, const char *title)
{
  g_return_val_if_fail (GTK_IS_WIDGET (anchor) && FF_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (table != NULL && row_ids != NULL && title != NULL, NULL);

  return open_history (anchor, workspace, ff_history_new_for_rows (table, row_ids), title);
}

GtkPopover *
ff_history_popover_open_keys (GtkWidget *anchor, FfWorkspace *workspace, const char *table, const FfRowKey *keys, gsize n, const char *title)
{
  g_return_val_if_fail (GTK_IS_WIDGET (anchor) && FF_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (table != NULL && keys != NULL && title != NULL, NULL);

  return open_history (anchor, workspace, ff_history_new_for_keys (table, keys, n), title);
}
