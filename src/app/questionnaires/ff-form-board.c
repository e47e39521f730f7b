#include "config.h"

#include "ff-form-board.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FfFormBoard
{
  GtkBox parent_instance;

  const FfQuestionnaire *questionnaire;
  FfFormDraft *draft;
  GPtrArray *rows; /* Row, by place */
  gboolean setting;
};

typedef struct
{
  GtkWidget *widget;
  GPtrArray *options; /* GtkButton, each with its value; empty for a text */
  GtkWidget *entry;   /* of a text; else NULL */
} Row;

enum
{
  CHANGED,
  COMPLETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfFormBoard, ff_form_board, GTK_TYPE_BOX)

static Row *
get_row (FfFormBoard *self, guint place)
{
  return g_ptr_array_index (self->rows, place);
}

static const FfAnswerColumn *
get_column (FfFormBoard *self, guint place)
{
  return &g_array_index (ff_form_draft_get_places (self->draft), FfAnswerColumn, place);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Showing -------------------------------------------------------------------------------------------------------------------- */

static gboolean
is_chosen (const FfAnswerColumn *column, const FfAnswer *answer, gint64 value)
{
  if (answer == NULL)
    return FALSE;
  if (column->question->kind == FF_QUESTION_CHOICE && answer->text != NULL)
    return strchr (answer->text, (int) ('A' + value - 1)) != NULL;
  return answer->value == value;
}

static gint64
get_value (gpointer button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value"));
}

static void
show_row (FfFormBoard *self, guint place)
{
  const FfAnswerColumn *column = get_column (self, place);
  const FfAnswer *answer = ff_response_find (ff_form_draft_get_response (self->draft), column->question->id, column->part);
  g_autofree char *title = ff_answer_columns_title (column);
  g_autofree char *said = ff_form_answer_say (column, ff_form_draft_get_response (self->draft));
  gboolean here = ff_form_draft_get_place (self->draft) == place;
  Row *row = get_row (self, place);

  for (guint i = 0; i < row->options->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (row->options, i);
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, get_value (button));

      set_class (button, "chosen", is_chosen (column, answer, get_value (button)));
      set_class (button, "waiting", here && g_str_equal (ff_form_draft_get_waiting (self->draft), value));
    }
  self->setting = TRUE;
  if (row->entry != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row->entry)), said) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row->entry), said);
  self->setting = FALSE;
  set_class (row->widget, "current", here);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said,
                                  -1);
}

static void
show_all (FfFormBoard *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, i);
}

/* The list scrolls to what has the focus. */
void
ff_form_board_grab (FfFormBoard *self)
{
  guint place;
  Row *row;

  g_return_if_fail (FF_IS_FORM_BOARD (self));

  place = ff_form_draft_get_place (self->draft);
  if (place >= self->rows->len)
    return;
  row = get_row (self, place);
  gtk_widget_grab_focus (row->entry != NULL ? row->entry : row->widget);
}

void
ff_form_board_begin (FfFormBoard *self, const FfResponse *response)
{
  g_return_if_fail (FF_IS_FORM_BOARD (self));

  ff_form_draft_begin (self->draft, response);
  show_all (self);
  ff_form_board_grab (self);
}

/* Keys ------------------------------------------------------------------------------------------------------------------------- */

static void
after (FfFormBoard *self, guint before, FfFormTaken taken)
{
  guint place = ff_form_draft_get_place (self->draft);

  if (before < self->rows->len)
    show_row (self, before);
  if (place < self->rows->len && place != before)
    show_row (self, place);
  if (taken == FF_FORM_COMPLETE || taken == FF_FORM_COMPLETE_BEFORE)
    {
      g_signal_emit (self, signals[COMPLETE], 0);
      return;
    }
  ff_form_board_grab (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
press (FfFormBoard *self, gunichar key)
{
  guint before = ff_form_draft_get_place (self->draft);
  FfFormTaken taken = ff_form_draft_key (self->draft, key);

  if (taken == FF_FORM_UNUSED)
    return FALSE;
  if (taken == FF_FORM_WRONG)
    gtk_widget_error_bell (GTK_WIDGET (self));
  after (self, before, taken);
  /* The next form begins with what ended this one, unless somebody must be chosen first. */
  if (taken == FF_FORM_COMPLETE_BEFORE && ff_form_draft_get_place (self->draft) == 0
      && (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    press (self, key);
  return TRUE;
}

static gunichar
read_key (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_BackSpace:
    case GDK_KEY_Up:
      return FF_FORM_BACK;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Down:
      return FF_FORM_ON;
    default:
      return gdk_keyval_to_unicode (keyval);
    }
}

/* After the entry of a text, which takes what it and its input method have a use for. */
static gboolean
on_key_pressed (FfFormBoard *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar key = read_key (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || key == 0)
    return FALSE;
  return press (self, key);
}

static void
on_option_clicked (FfFormBoard *self, GtkWidget *button)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
  guint before = ff_form_draft_get_place (self->draft);
  FfFormTaken taken = ff_form_draft_choose (self->draft, place, get_value (button));

  show_row (self, place);
  after (self, before, taken);
}

static void
on_text_changed (FfFormBoard *self, GtkEditable *entry)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "place"));

  if (self->setting)
    return;
  ff_form_draft_set_text (self->draft, place, gtk_editable_get_text (entry));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_text_activated (FfFormBoard *self)
{
  press (self, FF_FORM_ON);
}

static void
on_text_focused (FfFormBoard *self, GParamSpec *pspec, GtkWidget *entry)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "place"));
  guint before = ff_form_draft_get_place (self->draft);

  if (!gtk_widget_has_focus (entry) || place == before)
    return;
  ff_form_draft_go_to (self->draft, place);
  show_row (self, place);
  if (before < self->rows->len)
    show_row (self, before);
}

/* Building ----------------------------------------------------------------------------------------------------------------------- */

static void
add_option (FfFormBoard *self, Row *row, GtkWidget *box, guint place, gint64 value, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "form-option");
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER ((int) value));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_option_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  g_ptr_array_add (row->options, button);
}

static void
add_ratings (FfFormBoard *self, Row *row, GtkWidget *box, guint place, int lowest, int highest, const GPtrArray *labels)
{
  for (int i = lowest; i <= highest; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", i);

      add_option (self, row, box, place, i, label,
                  labels != NULL && (guint) (i - lowest) < labels->len ? g_ptr_array_index (labels, (guint) (i - lowest)) : NULL);
    }
}

static void
add_choices (FfFormBoard *self, Row *row, GtkWidget *box, guint place, const FfQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    {
      const char *option = g_ptr_array_index (question->options, i);
      g_autofree char *label = g_strdup_printf ("%c  %s", (char) ('A' + i), option);

      add_option (self, row, box, place, (gint64) i + 1, label, NULL);
    }
}

static void
add_text (FfFormBoard *self, Row *row, GtkWidget *box, guint place)
{
  row->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (row->entry, TRUE);
  g_object_set_data (G_OBJECT (row->entry), "place", GUINT_TO_POINTER (place));
  g_signal_connect_object (row->entry, "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row->entry, "activate", G_CALLBACK (on_text_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (row->entry)), "notify::has-focus", G_CALLBACK (on_text_focused), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (gtk_editable_get_delegate (GTK_EDITABLE (row->entry))), "place", GUINT_TO_POINTER (place));
  gtk_box_append (GTK_BOX (box), row->entry);
}

static void
fill_row (FfFormBoard *self, Row *row, GtkWidget *box, guint place)
{
  const FfQuestionnaire *questionnaire = self->questionnaire;
  const FfQuestion *question = get_column (self, place)->question;

  switch (question->kind)
    {
    case FF_QUESTION_NPS:
      add_ratings (self, row, box, place, 0, 10, NULL);
      break;
    case FF_QUESTION_YES_NO:
      add_option (self, row, box, place, 1, C_("answer", "Yes"), NULL);
      add_option (self, row, box, place, 0, C_("answer", "No"), NULL);
      break;
    case FF_QUESTION_CHOICE:
      add_choices (self, row, box, place, question);
      break;
    case FF_QUESTION_TEXT:
    case FF_QUESTION_SHORT:
      add_text (self, row, box, place);
      break;
    case FF_QUESTION_RATING:
    case FF_QUESTION_SERVQUAL:
    default:
      add_ratings (self, row, box, place, questionnaire->scale_min, questionnaire->scale_max, questionnaire->scale_labels);
      break;
    }
}

/* Long options and texts stand below their question, ratings beside it. */
static gboolean
stands_below (const FfQuestion *question)
{
  return question->kind == FF_QUESTION_CHOICE || question->kind == FF_QUESTION_TEXT || question->kind == FF_QUESTION_SHORT;
}

static void
add_row (FfFormBoard *self, guint place)
{
  const FfAnswerColumn *column = get_column (self, place);
  gboolean below = stands_below (column->question);
  g_autofree char *title = ff_answer_columns_title (column);
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  Row *row = g_new0 (Row, 1);
  GtkWidget *label = gtk_label_new (title), *digits = gtk_label_new (number), *answers, *words;

  row->options = g_ptr_array_new ();
  row->widget = g_object_new (GTK_TYPE_BOX, "spacing", 12, "focusable", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (row->widget, "form-question");
  gtk_widget_add_css_class (digits, "numeric");
  gtk_widget_add_css_class (digits, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (digits), 3);
  gtk_label_set_xalign (GTK_LABEL (digits), 1);
  gtk_widget_set_valign (digits, below ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  words = gtk_box_new (below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, below ? 6 : 12);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), answers);
  gtk_box_append (GTK_BOX (row->widget), digits);
  gtk_box_append (GTK_BOX (row->widget), words);
  g_ptr_array_add (self->rows, row);
  fill_row (self, row, answers, place);
  gtk_box_append (GTK_BOX (self), row->widget);
}

static void
add_heading (FfFormBoard *self, const FfDimension *dimension)
{
  GtkWidget *label = gtk_label_new (ff_dimension_title_in (dimension, NULL));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "form-dimension");
  gtk_box_append (GTK_BOX (self), label);
}

static void
build (FfFormBoard *self)
{
  const GArray *places = ff_form_draft_get_places (self->draft);
  const FfDimension *last = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const FfDimension *dimension = NULL;

      ff_questionnaire_find (self->questionnaire, get_column (self, i)->question->key, &dimension);
      if (dimension != last && dimension != NULL)
        add_heading (self, dimension);
      last = dimension;
      add_row (self, i);
    }
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->options);
  g_free (row);
}

static void
ff_form_board_finalize (GObject *object)
{
  g_ptr_array_unref (FF_FORM_BOARD (object)->rows);
  G_OBJECT_CLASS (ff_form_board_parent_class)->finalize (object);
}

static void
ff_form_board_class_init (FfFormBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_form_board_finalize;
  signals[CHANGED] = g_signal_new ("changed", FF_TYPE_FORM_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMPLETE] = g_signal_new ("complete", FF_TYPE_FORM_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_form_board_init (FfFormBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new_with_free_func (row_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-board");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
ff_form_board_new (const FfQuestionnaire *questionnaire, FfFormDraft *draft)
{
  FfFormBoard *self = g_object_new (FF_TYPE_FORM_BOARD, NULL);

  self->questionnaire = questionnaire;
  self->draft = draft;
  build (self);
  show_all (self);
  return GTK_WIDGET (self);
}
