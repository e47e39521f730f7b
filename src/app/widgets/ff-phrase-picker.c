#include "config.h"

#include "ff-phrase-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-comment-phrases.h"
#include "ff-popover.h"
#include "ff-name-key.h"

/* Those that a digit reaches. */
#define NUMBERED 9

struct _FfPhrasePicker
{
  GtkBox parent_instance;

  GtkWidget *search;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *empty;
  GtkWidget *keep;

  FfWorkspace *workspace;
  GtkTextView *view;
  GPtrArray *phrases; /* FfCommentPhrase; NULL until they were read */
  GPtrArray *keys;    /* by which each is found */
  gboolean composing; /* an input method has taken the digits */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfPhrasePicker, ff_phrase_picker, GTK_TYPE_BOX)

/* The text -------------------------------------------------------------------------------------------------------- */

static char *
dup_text (FfPhrasePicker *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* A sentence in Latin letters is parted from the one before by a space, one in Chinese is not. */
static gboolean
needs_space (GtkTextBuffer *buffer, const char *phrase)
{
  GtkTextIter at;
  gunichar before;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_backward_char (&at))
    return FALSE;
  before = gtk_text_iter_get_char (&at);
  return !g_unichar_isspace (before) && !g_unichar_iswide (before) && !g_unichar_iswide (g_utf8_get_char (phrase));
}

static void
insert_phrase (FfPhrasePicker *self, const char *phrase)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  if (needs_space (buffer, phrase))
    gtk_text_buffer_insert_at_cursor (buffer, " ", 1);
  gtk_text_buffer_insert_at_cursor (buffer, phrase, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
insert_row (FfPhrasePicker *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    return FALSE;
  insert_phrase (self, g_object_get_data (G_OBJECT (row), "phrase"));
  return TRUE;
}

/* The list -------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_row (const FfCommentPhrase *phrase, int number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_label_new (phrase->text);
  char digit[2] = { number <= NUMBERED ? (char) ('0' + number) : ' ', '\0' };
  GtkWidget *cap = gtk_label_new (digit);

  gtk_widget_add_css_class (cap, number <= NUMBERED ? "keycap" : "dim-label");
  gtk_widget_set_size_request (cap, 30, -1);
  gtk_widget_set_valign (cap, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_tooltip_text (row, phrase->category);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "phrase-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "phrase", g_strdup (phrase->text), g_free);
  return row;
}

static void
fill_list (FfPhrasePicker *self)
{
  g_autofree char *typed = ff_name_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkWidget *child;
  int number = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; self->phrases != NULL && i < self->phrases->len; i++)
    if (typed == NULL || strstr (g_ptr_array_index (self->keys, i), typed) != NULL)
      gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->phrases, i), ++number));
  gtk_label_set_label (GTK_LABEL (self->empty), self->phrases != NULL && self->phrases->len > 0
                                                    ? _("No phrase has these letters.")
                                                    : _("Sentences that you use again stand here: keep the first one."));
  gtk_widget_set_visible (self->empty, number == 0 && self->phrases != NULL);
  gtk_widget_set_visible (self->scroller, number > 0);
  ff_popover_fit (GTK_WIDGET (self));
}

static void
update_keep (FfPhrasePicker *self)
{
  g_autofree char *text = dup_text (self);
  gboolean known = FALSE;

  for (guint i = 0; self->phrases != NULL && i < self->phrases->len; i++)
    known = known || g_str_equal (((const FfCommentPhrase *) g_ptr_array_index (self->phrases, i))->text, text);
  gtk_widget_set_sensitive (self->keep, *text != '\0' && !known && ff_workspace_is_writable (self->workspace));
}

/* Reading --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef picker;
  GPtrArray *phrases;
  GPtrArray *keys;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->picker);
  g_clear_pointer (&reading->phrases, g_ptr_array_unref);
  g_clear_pointer (&reading->keys, g_ptr_array_unref);
  g_free (reading);
}

/* The keys are made here because pinyin is slow the first time. */
static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->phrases = ff_comment_phrases_list (db, error);
  if (reading->phrases == NULL)
    return FALSE;
  reading->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < reading->phrases->len; i++)
    {
      const FfCommentPhrase *phrase = g_ptr_array_index (reading->phrases, i);

      g_ptr_array_add (reading->keys, ff_name_search_key (phrase->text, phrase->category));
    }
  return TRUE;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfPhrasePicker) self = g_weak_ref_get (&reading->picker);

  if (self == NULL || error != NULL)
    return self == NULL;
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  self->phrases = g_steal_pointer (&reading->phrases);
  self->keys = g_steal_pointer (&reading->keys);
  fill_list (self);
  update_keep (self);
  return TRUE;
}

static void
read_again (FfPhrasePicker *self)
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->picker, self);
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
on_changed (FfPhrasePicker *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (table == NULL || g_str_equal (table, "comment_phrase"))
    read_again (self);
}

/* Keys and clicks ------------------------------------------------------------------------------------------------- */

static gboolean
keep_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_comment_phrases_put (db, 0, &(FfCommentPhraseDraft) { .text = data }, NULL, error) != FF_PUT_REFUSED;
}

static void
on_keep (FfPhrasePicker *self)
{
  ff_workspace_run (self->workspace, _("Keep a phrase"), keep_work, NULL, dup_text (self), g_free);
}

static void
on_row_activated (FfPhrasePicker *self, GtkListBoxRow *row)
{
  insert_row (self, gtk_list_box_row_get_index (row));
}

static void
on_search_activate (FfPhrasePicker *self)
{
  insert_row (self, 0);
}

static int
read_digit (guint keyval)
{
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_1);
  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_1);
  return -1;
}

static void
on_preedit_changed (FfPhrasePicker *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

/* Ahead of the entry, which would take the digits; not while they choose a candidate. */
static gboolean
on_search_key (FfPhrasePicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (self->composing)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return GDK_EVENT_STOP;
    }
  return read_digit (keyval) >= 0 && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && insert_row (self, read_digit (keyval));
}

static gboolean
on_view_key (FfPhrasePicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & GDK_ALT_MASK) != 0 && read_digit (keyval) >= 0)
    return insert_row (self, read_digit (keyval));
  if ((state & GDK_CONTROL_MASK) != 0 && keyval == GDK_KEY_f)
    return gtk_widget_grab_focus (self->search);
  return GDK_EVENT_PROPAGATE;
}

static void
add_keys (FfPhrasePicker *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

/* The object ------------------------------------------------------------------------------------------------------ */

static void
ff_phrase_picker_dispose (GObject *object)
{
  FfPhrasePicker *self = FF_PHRASE_PICKER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_phrase_picker_parent_class)->dispose (object);
}

static void
ff_phrase_picker_finalize (GObject *object)
{
  FfPhrasePicker *self = FF_PHRASE_PICKER (object);

  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_phrase_picker_parent_class)->finalize (object);
}

static void
ff_phrase_picker_class_init (FfPhrasePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_phrase_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_phrase_picker_finalize;
}

static void
ff_phrase_picker_init (FfPhrasePicker *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Find a phrase"), NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->search)), "preedit-changed", G_CALLBACK (on_preedit_changed),
                           self, G_CONNECT_SWAPPED);
  add_keys (self, self->search, G_CALLBACK (on_search_key));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "phrase-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);

  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_set_visible (self->empty, FALSE);

  self->keep = gtk_button_new_with_mnemonic (_("_Keep as a Phrase"));
  gtk_widget_set_halign (self->keep, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->keep, "flat");
  gtk_widget_set_sensitive (self->keep, FALSE);
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (on_keep), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));

  gtk_box_append (GTK_BOX (self), self->search);
  gtk_box_append (GTK_BOX (self), self->scroller);
  gtk_box_append (GTK_BOX (self), self->empty);
  gtk_box_append (GTK_BOX (self), self->keep);
}

GtkWidget *
ff_phrase_picker_new (FfWorkspace *workspace, GtkTextView *view)
{
  FfPhrasePicker *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_object_new (FF_TYPE_PHRASE_PICKER, NULL);
  self->workspace = g_object_ref (workspace);
  self->view = view;
  add_keys (self, GTK_WIDGET (view), G_CALLBACK (on_view_key));
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (update_keep), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_again (self);
  return GTK_WIDGET (self);
}
