#include "config.h"

#include "ff-dimension-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-question-row.h"
#include "ff-questionnaire-text.h"

struct _FfDimensionCard
{
  AdwBin parent_instance;

  gint64 id;
  char *title; /* as it is stored */
  gboolean editable;
  GtkEditable *heading;
  GtkLabel *facts;
  GtkMenuButton *menu;
  GtkBox *rows;
  GtkEditable *line;
};

G_DEFINE_FINAL_TYPE (FfDimensionCard, ff_dimension_card, ADW_TYPE_BIN)

static void
keep_title (FfDimensionCard *self)
{
  const char *typed = gtk_editable_get_text (self->heading);

  if (g_strcmp0 (typed, self->title != NULL ? self->title : "") != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "questionnaire.set-dimension-title", "(xs)", self->id, typed);
}

static void
on_heading_activate (FfDimensionCard *self)
{
  keep_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->line));
}

static void
add_questions (FfDimensionCard *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->line));

  if (*g_strstrip (text) == '\0')
    return;
  ff_question_row_set_text (self->line, "");
  gtk_widget_activate_action (GTK_WIDGET (self), "questionnaire.add-questions", "(xs)", self->id, text);
}

/* Several lines can only have been pasted. */
static void
on_line_changed (FfDimensionCard *self)
{
  if (strchr (gtk_editable_get_text (self->line), '\n') != NULL)
    add_questions (self);
}

static void
append (GMenu *menu, const char *label, const char *action, gint64 id, int by)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (by != 0)
    g_menu_item_set_action_and_target (item, action, "(xi)", id, by);
  else
    g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
show_menu (FfDimensionCard *self, const FfDimension *dimension, gboolean of_class)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append (menu, _("_Edit…"), "questionnaire.edit-dimension", self->id, 0);
  append (menu, _("Move _Up"), "questionnaire.move-dimension", self->id, -1);
  append (menu, _("Move _Down"), "questionnaire.move-dimension", self->id, 1);
  if (of_class && dimension->about == FF_ABOUT_TRAINER && dimension->trainer_id == 0)
    append (menu, _("One Block per _Trainer"), "questionnaire.split-dimension", self->id, 0);
  if (of_class && dimension->about == FF_ABOUT_VENUE && dimension->venue_id == 0)
    append (menu, _("One Block per _Venue"), "questionnaire.split-dimension", self->id, 0);
  append (menu, _("_Delete"), "questionnaire.delete-dimension", self->id, 0);
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
}

/* Rows stay as long as the questions are the same ones in the same order, so that nobody's typing is disturbed. */
static gboolean
has_same_rows (FfDimensionCard *self, const FfDimension *dimension)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < dimension->questions->len; i++, row = gtk_widget_get_next_sibling (row))
    if (row == NULL || ff_question_row_get_id (FF_QUESTION_ROW (row)) != ff_dimension_get_question (dimension, i)->id)
      return FALSE;
  return row == NULL;
}

static void
show_rows (FfDimensionCard *self, const FfDimension *dimension, guint first, gboolean test)
{
  GtkWidget *row;

  if (!has_same_rows (self, dimension))
    {
      while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
        gtk_box_remove (self->rows, row);
      for (guint i = 0; i < dimension->questions->len; i++)
        gtk_box_append (self->rows, ff_question_row_new (self->editable));
    }
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (guint i = 0; i < dimension->questions->len; i++, row = gtk_widget_get_next_sibling (row))
    ff_question_row_set (FF_QUESTION_ROW (row), ff_dimension_get_question (dimension, i), first + i, test);
}

static void
ff_dimension_card_finalize (GObject *object)
{
  g_free (FF_DIMENSION_CARD (object)->title);
  G_OBJECT_CLASS (ff_dimension_card_parent_class)->finalize (object);
}

static void
ff_dimension_card_class_init (FfDimensionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_dimension_card_finalize;
}

static GtkWidget *
make_head (FfDimensionCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->heading = GTK_EDITABLE (gtk_entry_new ());
  self->facts = GTK_LABEL (gtk_label_new (NULL));
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->heading), _("Title of the dimension"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->heading), TRUE);
  gtk_label_set_ellipsize (self->facts, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "flat");
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _("Dimension menu"));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->menu));
  g_signal_connect_swapped (self->heading, "activate", G_CALLBACK (on_heading_activate), self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep_title), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->heading), focus);
  return head;
}

static void
ff_dimension_card_init (FfDimensionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "dimension-card");
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  self->line = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->line), _("Type a question; Enter adds it. Many lines can be pasted."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New question"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  g_signal_connect_swapped (self->line, "activate", G_CALLBACK (add_questions), self);
  g_signal_connect_swapped (self->line, "changed", G_CALLBACK (on_line_changed), self);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ff_dimension_card_new (gboolean editable)
{
  FfDimensionCard *self = g_object_new (FF_TYPE_DIMENSION_CARD, NULL);

  self->editable = editable;
  gtk_editable_set_editable (self->heading, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->line), editable);
  return GTK_WIDGET (self);
}

void
ff_dimension_card_set (FfDimensionCard *self, const FfQuestionnaire *questionnaire, const FfDimension *dimension, guint first,
                       gboolean of_class)
{
  g_autofree char *facts = ff_questionnaire_text_dimension (dimension);
  const char *title = dimension->title != NULL ? dimension->title : "";
  gboolean typing = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->heading)))
                    && g_strcmp0 (gtk_editable_get_text (self->heading), self->title != NULL ? self->title : "") != 0;

  self->id = dimension->id;
  g_free (self->title);
  self->title = g_strdup (dimension->title);
  if (!typing && g_strcmp0 (gtk_editable_get_text (self->heading), title) != 0)
    ff_question_row_set_text (self->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the dimension"), -1);
  gtk_label_set_label (self->facts, facts != NULL ? facts : "");
  show_menu (self, dimension, of_class);
  show_rows (self, dimension, first, questionnaire->kind == FF_QUESTIONNAIRE_TEST);
}

gint64
ff_dimension_card_get_id (FfDimensionCard *self)
{
  g_return_val_if_fail (FF_IS_DIMENSION_CARD (self), 0);

  return self->id;
}

gboolean
ff_dimension_card_focus_question (FfDimensionCard *self, gint64 question_id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ff_question_row_get_id (FF_QUESTION_ROW (row)) == question_id)
      {
        ff_question_row_focus (FF_QUESTION_ROW (row));
        return TRUE;
      }
  return FALSE;
}

void
ff_dimension_card_focus_line (FfDimensionCard *self)
{
  g_return_if_fail (FF_IS_DIMENSION_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->line));
}

void
ff_dimension_card_focus_title (FfDimensionCard *self)
{
  g_return_if_fail (FF_IS_DIMENSION_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->heading));
}
