#include "config.h"

#include "ff-paste-pane.h"

#include <glib/gi18n-lib.h>

#include "ff-pasted-people.h"

#define READ_DELAY_MS 250
/* A list of which more is wrong is another one than was meant. */
#define MAX_PROBLEMS 200

struct _FfPastePane
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  gint64 run_id;
  GtkTextView *text;
  GtkLabel *summary;
  GtkListBox *problems;
  GPtrArray *people; /* FfPasted */
  guint read_source;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfPastePane, ff_paste_pane, ADW_TYPE_BIN)

static guint changed_signal;

/* What is not certain ------------------------------------------------------------------------------------------------ */

static void
on_meant_chosen (FfPastePane *self, GParamSpec *pspec, AdwComboRow *row)
{
  FfPasted *pasted = g_object_get_data (G_OBJECT (row), "ff-pasted");
  guint selected = adw_combo_row_get_selected (row);

  pasted->trainee_id = selected == 0 || selected > pasted->candidates->len
                           ? 0
                           : ((const FfTrainee *) g_ptr_array_index (pasted->candidates, selected - 1))->id;
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_choice_row (FfPastePane *self, FfPasted *pasted)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("Nobody yet"));
  for (guint i = 0; i < pasted->candidates->len; i++)
    {
      const FfTrainee *trainee = g_ptr_array_index (pasted->candidates, i);
      g_autofree char *title = g_strjoin (" · ", trainee->name, trainee->employee_no, trainee->department, NULL);

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  g_object_set_data (G_OBJECT (row), "ff-pasted", pasted);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_meant_chosen), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
new_problem_row (FfPastePane *self, FfPasted *pasted)
{
  static const char *const icons[] = {
    [FF_PASTED_TWICE] = "edit-copy-symbolic",           [FF_PASTED_ENROLLED] = "object-select-symbolic",
    [FF_PASTED_UNKNOWN] = "ff-alert-symbolic",          [FF_PASTED_AMBIGUOUS] = "dialog-question-symbolic",
    [FF_PASTED_HEADING] = "format-text-italic-symbolic",
  };
  GtkWidget *row = pasted->state == FF_PASTED_AMBIGUOUS ? new_choice_row (self, pasted) : adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[pasted->state]);
  /* Translators: a line of a pasted text: its number, and what stands there. */
  g_autofree char *title = g_strdup_printf (_("Line %u: %s"), pasted->line, pasted->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pasted->advice);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (pasted->state == FF_PASTED_UNKNOWN)
    gtk_widget_add_css_class (icon, "error");
  return row;
}

/* What stops the list from being complete comes first. */
static int
urgency (const FfPasted *pasted)
{
  switch (pasted->state)
    {
    case FF_PASTED_UNKNOWN:
      return 0;
    case FF_PASTED_AMBIGUOUS:
      return 1;
    case FF_PASTED_ENROLLED:
    case FF_PASTED_TWICE:
      return 2;
    case FF_PASTED_HEADING:
    case FF_PASTED_FOUND:
    default:
      return 3;
    }
}

static void
show_problems (FfPastePane *self)
{
  GtkListBoxRow *row;
  guint shown = 0;

  while ((row = gtk_list_box_get_row_at_index (self->problems, 0)) != NULL)
    gtk_list_box_remove (self->problems, GTK_WIDGET (row));
  for (int wanted = 0; wanted <= 3; wanted++)
    for (guint i = 0; i < self->people->len && shown < MAX_PROBLEMS; i++)
      {
        FfPasted *pasted = g_ptr_array_index (self->people, i);

        if (pasted->state == FF_PASTED_FOUND || urgency (pasted) != wanted)
          continue;
        gtk_list_box_append (self->problems, new_problem_row (self, pasted));
        shown++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->problems), shown > 0);
}

static void
show_summary (FfPastePane *self)
{
  guint found = 0, open = 0;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->people->len; i++)
    {
      const FfPasted *pasted = g_ptr_array_index (self->people, i);

      found += pasted->state == FF_PASTED_FOUND;
      open += pasted->state == FF_PASTED_UNKNOWN || pasted->state == FF_PASTED_AMBIGUOUS;
    }
  first = g_strdup_printf (ngettext ("%u person found.", "%u people found.", found), found);
  second = g_strdup_printf (ngettext ("%u entry is not certain:", "%u entries are not certain:", open), open);
  text = open > 0 ? g_strjoin (" ", first, second, NULL) : g_steal_pointer (&first);
  gtk_label_set_label (self->summary, self->people->len > 0 ? text : _("Numbers or names, one a line, with commas, or as a counted list."));
}

/* Reading ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef pane;
  gint64 run_id;
  char *paste;
  GPtrArray *people;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->pane);
  g_free (reading->paste);
  g_clear_pointer (&reading->people, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->people = ff_pasted_people_read (db, reading->run_id, reading->paste, error);
  return reading->people != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfPastePane) self = g_weak_ref_get (&reading->pane);
  g_autoptr (GPtrArray) old = NULL;

  if (self == NULL || error != NULL)
    return self == NULL;
  /* Rows point into the old ones until they are gone. */
  old = g_steal_pointer (&self->people);
  self->people = g_ptr_array_ref (reading->people);
  show_problems (self);
  show_summary (self);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

static gboolean
read_paste (gpointer user_data)
{
  FfPastePane *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  Reading *reading = g_new0 (Reading, 1);
  GtkTextIter start, end;

  self->read_source = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_weak_ref_init (&reading->pane, self);
  reading->run_id = self->run_id;
  reading->paste = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (FfPastePane *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  self->read_source = g_timeout_add (READ_DELAY_MS, read_paste, self);
}

/* Somebody was added meanwhile, or is called otherwise. */
static void
on_workspace_changed (FfPastePane *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (table == NULL || g_str_equal (table, "trainee"))
    on_text_changed (self);
}

/* The pane ------------------------------------------------------------------------------------------------------------ */

static void
ff_paste_pane_dispose (GObject *object)
{
  FfPastePane *self = FF_PASTE_PANE (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_paste_pane_parent_class)->dispose (object);
}

static void
ff_paste_pane_finalize (GObject *object)
{
  g_clear_pointer (&FF_PASTE_PANE (object)->people, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_paste_pane_parent_class)->finalize (object);
}

static void
ff_paste_pane_class_init (FfPastePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_paste_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_paste_pane_finalize;
  changed_signal = g_signal_new ("changed", FF_TYPE_PASTE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-paste-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPastePane, text);
  gtk_widget_class_bind_template_child (widget_class, FfPastePane, summary);
  gtk_widget_class_bind_template_child (widget_class, FfPastePane, problems);
}

static void
ff_paste_pane_init (FfPastePane *self)
{
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_pasted_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  show_problems (self);
  show_summary (self);
}

GtkWidget *
ff_paste_pane_new (FfWorkspace *workspace, gint64 run_id)
{
  FfPastePane *self = g_object_new (FF_TYPE_PASTE_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GArray *
ff_paste_pane_get_people (FfPastePane *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (FF_IS_PASTE_PANE (self), ids);

  for (guint i = 0; i < self->people->len; i++)
    {
      const FfPasted *pasted = g_ptr_array_index (self->people, i);

      if (pasted->trainee_id != 0 && (pasted->state == FF_PASTED_FOUND || pasted->state == FF_PASTED_AMBIGUOUS))
        g_array_append_val (ids, pasted->trainee_id);
    }
  return ids;
}
