/* The comment on one score, with the phrases that are used again beside it. */
#include "config.h"

#include "ff-marking-window-private.h"

#include <glib/gi18n-lib.h>

#include "ff-phrase-picker.h"
#include "ff-register.h"

/* One comment, from its popover to the writer. */
typedef struct
{
  FfMarkingWindow *window;
  FfMarkingEntry *entry;
  char *label;
  char *stored;
  char *text;
} Comment;

static void
comment_free (gpointer data)
{
  Comment *comment = data;

  g_object_unref (comment->window);
  ff_marking_entry_free (comment->entry);
  g_free (comment->label);
  g_free (comment->stored);
  g_free (comment->text);
  g_free (comment);
}

static gboolean
comment_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Comment *comment = data;
  const FfMarkKey key = { comment->entry->enrolment_id, comment->entry->component_id, comment->entry->criterion_id,
                          comment->entry->rater, comment->entry->attempt };

  return ff_marking_comment (db, &key, comment->text, error) != FF_PUT_REFUSED;
}

static gboolean
comment_done (gpointer data, const GError *error)
{
  Comment *comment = data;

  if (error != NULL)
    ff_marking_window_complain (comment->window, error);
  return TRUE;
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* Later: GTK has not done with a popover that it closes. */
static gboolean
unparent (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What stands there is kept, as any field is that one leaves. */
static void
on_closed (GtkPopover *popover, GtkTextView *view)
{
  Comment *comment = g_object_steal_data (G_OBJECT (popover), "comment");

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
  if (comment == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (comment->window->board));
  comment->text = dup_text (gtk_text_view_get_buffer (view));
  if (g_str_equal (comment->text, comment->stored))
    comment_free (comment);
  else
    ff_workspace_run (comment->window->workspace, comment->label, comment_work, comment_done, comment, comment_free);
}

static gboolean
on_key (GtkPopover *popover, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;
  gtk_popover_popdown (popover);
  return GDK_EVENT_STOP;
}

static GtkTextView *
make_view (const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  gtk_widget_add_css_class (GTK_WIDGET (view), "marking-comment");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comment"), -1);
  return view;
}

static GtkWidget *
make_content (FfMarkingWindow *self, const char *title, GtkTextView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 64);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_size_request (box, 380, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), ff_phrase_picker_new (self->workspace, view));
  return box;
}

void
ff_marking_window_open_comment (FfMarkingWindow *self, GtkWidget *anchor)
{
  GtkWidget *popover;
  GtkEventController *keys;
  GtkTextView *view;
  Comment *comment;
  g_autofree char *place = NULL;
  const char *stored;
  guint person, column;
  gint64 score;

  if (!ff_marking_board_get_place (self->board, &person, &column))
    return;
  if (!ff_marking_sheet_get_score (self->sheet, person, column, &score))
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("A comment belongs to a mark: give the mark first.")));
      return;
    }

  place = ff_marking_window_name_place (self, person, column);
  stored = ff_marking_sheet_get_comment (self->sheet, person, column);
  comment = g_new0 (Comment, 1);
  comment->window = g_object_ref (self);
  comment->entry = ff_marking_sheet_describe (self->sheet, person, column);
  comment->stored = g_strdup (stored != NULL ? stored : "");
  /* Translators: names a step of undo; a person and a criterion */
  comment->label = g_strdup_printf (_("Comment on %s"), place);

  view = make_view (comment->stored);
  popover = gtk_popover_new ();
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), popover, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (popover, keys);
  gtk_popover_set_child (GTK_POPOVER (popover), make_content (self, place, view));
  g_object_set_data_full (G_OBJECT (popover), "comment", comment, comment_free);
  gtk_widget_set_parent (popover, anchor);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), view);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (GTK_WIDGET (view));
}
