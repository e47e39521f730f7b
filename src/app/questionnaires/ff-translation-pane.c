#include "config.h"

#include "ff-translation-pane.h"

#include <glib/gi18n-lib.h>

#include "ff-phrases.h"
#include "ff-question-row.h"
#include "ff-questionnaire-text.h"

#define COLUMNS 3 /* the original, and two languages */

/* Which text of what: the place of an entry. */
typedef struct
{
  gint64 dimension_id;
  gint64 question_id;
  const char *member;   /* "title", "options", "intro" */
  const char *language; /* static */
  char *stored;
} Place;

struct _FfTranslationPane
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GPtrArray *entries; /* GtkEditable, in order */
  guint n_shown;
  gboolean editable;
  int row;
};

G_DEFINE_FINAL_TYPE (FfTranslationPane, ff_translation_pane, ADW_TYPE_BIN)

static void
place_free (gpointer data)
{
  g_free (((Place *) data)->stored);
  g_free (data);
}

static void
keep (GtkEditable *entry)
{
  Place *place = g_object_get_data (G_OBJECT (entry), "place");
  const char *typed = gtk_editable_get_text (entry);

  if (g_strcmp0 (typed, place->stored) != 0)
    gtk_widget_activate_action (GTK_WIDGET (entry), "questionnaire.translate", "(xxsss)", place->dimension_id, place->question_id,
                                place->language, place->member, typed);
}

static void
on_activate (GtkEditable *entry)
{
  keep (entry);
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (entry)), GTK_DIR_DOWN);
}

/* The next entry of the grid; entries stay as long as there are as many as before. */
static GtkEditable *
next_entry (FfTranslationPane *self, int column)
{
  GtkEditable *entry;
  GtkEventController *focus;

  if (self->n_shown < self->entries->len)
    return g_ptr_array_index (self->entries, self->n_shown++);
  entry = GTK_EDITABLE (gtk_entry_new ());
  focus = gtk_event_controller_focus_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (entry), TRUE);
  gtk_editable_set_width_chars (entry, 10);
  gtk_editable_set_editable (entry, self->editable);
  g_object_set_data_full (G_OBJECT (entry), "place", g_new0 (Place, 1), place_free);
  g_signal_connect (entry, "activate", G_CALLBACK (on_activate), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep), entry, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  gtk_grid_attach (self->grid, GTK_WIDGET (entry), column, self->row, 1, 1);
  g_ptr_array_add (self->entries, entry);
  self->n_shown++;
  return entry;
}

static char *
join (const GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " FF_TRANSLATION_SEPARATOR " " : "", (const char *) g_ptr_array_index (lines, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_text (const FfTranslation *translation, const char *member)
{
  if (translation == NULL)
    return g_strdup ("");
  if (g_str_equal (member, "options"))
    return join (translation->options);
  return g_strdup (g_str_equal (member, "title") ? translation->title : translation->intro);
}

static void
show_entry (GtkEditable *entry, const Place *place, const GPtrArray *translations, const char *name)
{
  Place *known = g_object_get_data (G_OBJECT (entry), "place");
  gboolean typing = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))) && known->question_id == place->question_id
                    && known->dimension_id == place->dimension_id
                    && g_strcmp0 (gtk_editable_get_text (entry), known->stored != NULL ? known->stored : "") != 0;
  char *text = dup_text (ff_translations_find (translations, place->language), place->member);

  g_free (known->stored);
  *known = *place;
  known->stored = text != NULL ? text : g_strdup ("");
  if (!typing && g_strcmp0 (gtk_editable_get_text (entry), known->stored) != 0)
    ff_question_row_set_text (entry, known->stored);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* One text and its entries; nothing for a text that is not there. */
static void
show_text (FfTranslationPane *self, const FfQuestionnaire *questionnaire, Place place, const char *text, const GPtrArray *translations,
           const char *style)
{
  const char *own = questionnaire->language != NULL ? questionnaire->language : ff_phrases_reader_language ();
  int column = 1;

  if (text == NULL || *text == '\0')
    return;
  gtk_grid_attach (self->grid, make_label (text, style), 0, self->row, 1, 1);
  for (guint i = 0; ff_phrases_languages[i] != NULL && column < COLUMNS; i++)
    {
      if (g_str_equal (ff_phrases_languages[i], own))
        continue;
      place.language = ff_phrases_languages[i];
      show_entry (next_entry (self, column++), &place, translations, text);
    }
  self->row++;
}

static void
show_lines (FfTranslationPane *self, const FfQuestionnaire *questionnaire, Place place, const GPtrArray *lines,
            const GPtrArray *translations)
{
  g_autofree char *text = join (lines);

  place.member = "options";
  show_text (self, questionnaire, place, text, translations, "dim-label");
}

static void
show_head (FfTranslationPane *self, const FfQuestionnaire *questionnaire)
{
  const char *own = questionnaire->language != NULL ? questionnaire->language : ff_phrases_reader_language ();
  int column = 0;

  gtk_grid_attach (self->grid, make_label (_("As written"), "heading"), column++, self->row, 1, 1);
  for (guint i = 0; ff_phrases_languages[i] != NULL && column < COLUMNS; i++)
    if (!g_str_equal (ff_phrases_languages[i], own))
      gtk_grid_attach (self->grid, make_label (ff_questionnaire_text_language (ff_phrases_languages[i]), "heading"), column++, self->row, 1, 1);
  self->row++;
}

static guint
count_texts (const FfQuestionnaire *questionnaire)
{
  guint n = 1 + (questionnaire->intro != NULL) + (questionnaire->scale_labels->len > 0);

  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimension *dimension = ff_questionnaire_get_dimension (questionnaire, i);

      n += dimension->title != NULL;
      for (guint j = 0; j < dimension->questions->len; j++)
        n += (ff_dimension_get_question (dimension, j)->title != NULL) + (ff_dimension_get_question (dimension, j)->options->len > 0);
    }
  return n;
}

/* Labels are made anew each time; entries only when their number changed. */
static void
clear (FfTranslationPane *self, guint n_entries)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_LABEL (child) || self->entries->len != n_entries)
        gtk_grid_remove (self->grid, child);
      child = next;
    }
  if (self->entries->len != n_entries)
    g_ptr_array_set_size (self->entries, 0);
  self->row = 0;
  self->n_shown = 0;
}

void
ff_translation_pane_set (FfTranslationPane *self, const FfQuestionnaire *questionnaire, gboolean editable)
{
  Place place = { .member = "title" };

  g_return_if_fail (FF_IS_TRANSLATION_PANE (self));

  self->editable = editable;
  clear (self, count_texts (questionnaire) * (COLUMNS - 1));
  show_head (self, questionnaire);
  show_text (self, questionnaire, place, questionnaire->title, questionnaire->translations, "heading");
  place.member = "intro";
  show_text (self, questionnaire, place, questionnaire->intro, questionnaire->translations, NULL);
  show_lines (self, questionnaire, place, questionnaire->scale_labels, questionnaire->translations);
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimension *dimension = ff_questionnaire_get_dimension (questionnaire, i);
      const Place of_dimension = { .dimension_id = dimension->id, .member = "title" };

      show_text (self, questionnaire, of_dimension, dimension->title, dimension->translations, "heading");
      for (guint j = 0; j < dimension->questions->len; j++)
        {
          const FfQuestion *question = ff_dimension_get_question (dimension, j);
          const Place of_question = { .question_id = question->id, .member = "title" };

          show_text (self, questionnaire, of_question, question->title, question->translations, NULL);
          show_lines (self, questionnaire, of_question, question->options, question->translations);
        }
    }
}

static void
ff_translation_pane_finalize (GObject *object)
{
  g_ptr_array_unref (FF_TRANSLATION_PANE (object)->entries);
  G_OBJECT_CLASS (ff_translation_pane_parent_class)->finalize (object);
}

static void
ff_translation_pane_class_init (FfTranslationPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_translation_pane_finalize;
}

static void
ff_translation_pane_init (FfTranslationPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->entries = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "page-body");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1100);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
