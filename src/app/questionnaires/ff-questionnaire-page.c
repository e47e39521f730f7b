#include "config.h"

#include "ff-questionnaire-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-dimension-card.h"
#include "ff-document-view.h"
#include "ff-phrases.h"
#include "ff-questionnaire-form.h"
#include "ff-questionnaire-library.h"
#include "ff-questionnaire-text.h"
#include "ff-tag.h"
#include "ff-window.h"

G_DEFINE_FINAL_TYPE (FfQuestionnairePage, ff_questionnaire_page, FF_TYPE_PAGE)

/* Head ---------------------------------------------------------------------------------------------------------------------- */

static void
show_menu (FfQuestionnairePage *self)
{
  gboolean builtin = ff_questionnaire_library_is_builtin (self->id);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (!builtin)
    g_menu_append (menu, _("_Settings…"), "page.settings");
  g_menu_append (menu, _("_Copy…"), "page.copy");
  g_menu_append (menu, _("_Print…"), "page.print");
  if (!builtin)
    g_menu_append (menu, _("_Delete Questionnaire"), "page.delete");
  /* Only a class's is answered here. */
  if (self->owner.kind == FF_OWNER_RUN && self->shown != NULL && self->shown->kind != FF_QUESTIONNAIRE_TEST)
    {
      g_autoptr (GMenuModel) answers = ff_window_make_answers_menu (self->id);

      g_menu_append_section (menu, NULL, answers);
    }
  ff_page_set_menu (FF_PAGE (self), G_MENU_MODEL (menu));
  if (builtin)
    ff_page_set_primary (FF_PAGE (self), _("_Copy…"), "edit-copy-symbolic", "page.copy");
  else
    ff_page_set_primary (FF_PAGE (self), _("Add _Dimension"), "list-add-symbolic", "page.add-dimension");
}

/* Whose it is. */
static char *
dup_place (FfQuestionnairePage *self)
{
  FfDb *db = ff_workspace_get_reader (ff_page_get_workspace (FF_PAGE (self)));
  g_autoptr (GPtrArray) rows = ff_questionnaire_library_read_rows (db, &self->id, 1, NULL);
  const FfQuestionnaireRow *row = rows != NULL ? g_ptr_array_index (rows, 0) : NULL;

  return row != NULL ? ff_questionnaire_text_place (row) : NULL;
}

static void
show_head (FfQuestionnairePage *self)
{
  const FfQuestionnaire *questionnaire = self->shown;
  g_autofree char *facts = ff_questionnaire_text_facts (questionnaire);
  g_autofree char *place = dup_place (self);
  GtkWidget *tag;

  ff_page_set_title (FF_PAGE (self), ff_questionnaire_title_in (questionnaire, ff_questionnaire_library_is_builtin (self->id)
                                                                                   ? ff_phrases_reader_language ()
                                                                                   : NULL));
  ff_page_set_subtitle (FF_PAGE (self), place);
  while ((tag = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    gtk_box_remove (self->tags, tag);
  if (questionnaire->level > 0)
    gtk_box_append (self->tags, ff_level_badge_new (questionnaire->level));
  gtk_box_append (self->tags, ff_tag_new (ff_questionnaire_kind_title (questionnaire->kind), NULL, FF_TONE_NEUTRAL));
  gtk_label_set_label (self->names, ff_questionnaire_text_anonymous (questionnaire->anonymous));
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (self->builtin, ff_questionnaire_library_is_builtin (self->id));
}

/* Cards ----------------------------------------------------------------------------------------------------------------------- */

static FfDimensionCard *
find_card (FfQuestionnairePage *self, gint64 dimension_id)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (ff_dimension_card_get_id (FF_DIMENSION_CARD (card)) == dimension_id)
      return FF_DIMENSION_CARD (card);
  return NULL;
}

/* A card that is still there keeps what is typed in it. */
static void
show_cards (FfQuestionnairePage *self)
{
  gboolean editable = ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));
  GtkWidget *before = NULL;
  GtkWidget *rest;
  guint first = 1;

  for (guint i = 0; i < self->shown->dimensions->len; i++)
    {
      const FfDimension *dimension = ff_questionnaire_get_dimension (self->shown, i);
      GtkWidget *card = GTK_WIDGET (find_card (self, dimension->id));

      if (card == NULL)
        {
          card = ff_dimension_card_new (editable);
          gtk_box_insert_child_after (self->cards, card, before);
        }
      else if (gtk_widget_get_prev_sibling (card) != before)
        gtk_box_reorder_child_after (self->cards, card, before);
      ff_dimension_card_set (FF_DIMENSION_CARD (card), self->shown, dimension, first, self->owner.kind == FF_OWNER_RUN);
      first += dimension->questions->len;
      before = card;
    }
  while ((rest = gtk_widget_get_last_child (GTK_WIDGET (self->cards))) != before)
    gtk_box_remove (self->cards, rest);
}

void
ff_questionnaire_page_focus_question (FfQuestionnairePage *self, gint64 question_id)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (ff_dimension_card_focus_question (FF_DIMENSION_CARD (card), question_id))
      return;
}

void
ff_questionnaire_page_focus_line (FfQuestionnairePage *self, guint index)
{
  FfDimensionCard *card = find_card (self, ff_questionnaire_get_dimension (self->shown, index)->id);

  if (card != NULL)
    ff_dimension_card_focus_line (card);
}

static void
move_focus (FfQuestionnairePage *self)
{
  FfDimensionCard *card = self->focus_dimension != 0 ? find_card (self, self->focus_dimension) : NULL;

  if (card != NULL)
    ff_dimension_card_focus_title (card);
  if (self->focus_question != 0)
    ff_questionnaire_page_focus_question (self, self->focus_question);
  self->focus_question = self->focus_dimension = 0;
}

/* On paper ---------------------------------------------------------------------------------------------------------------------- */

static void
show_preview (FfQuestionnairePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);
  const FfQuestionnaireFormOptions options = {
    .language = selected != GTK_INVALID_LIST_POSITION ? ff_phrases_languages[selected] : NULL,
  };
  g_autoptr (FfDocument) document = NULL;

  if (self->shown == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") != 0)
    return;
  document = ff_questionnaire_form_make (self->shown, &options);
  ff_document_view_set_document (FF_DOCUMENT_VIEW (adw_bin_get_child (self->preview)), document);
}

static void
fill_languages (FfQuestionnairePage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *reader = ff_phrases_reader_language ();
  guint selected = 0;

  for (guint i = 0; ff_phrases_languages[i] != NULL; i++)
    {
      const char *language = ff_phrases_languages[i];

      gtk_string_list_append (titles, ff_questionnaire_text_language (language));
      if (g_strcmp0 (language, reader) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->language, selected);
}

/* In other languages ------------------------------------------------------------------------------------------------------------ */

static void
show_translation (FfQuestionnairePage *self)
{
  if (self->shown != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "translation") == 0)
    ff_translation_pane_set (self->translation, self->shown, ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))));
}

static void
on_pane_changed (FfQuestionnairePage *self)
{
  show_translation (self);
  show_preview (self);
}

/* The page ---------------------------------------------------------------------------------------------------------------------- */

/* A copy of a built-in one in the library takes its place, and gives it back. */
void
ff_questionnaire_page_reload (FfQuestionnairePage *self)
{
  FfDb *db = ff_workspace_get_reader (ff_page_get_workspace (FF_PAGE (self)));
  FfQuestionnaire *questionnaire = ff_questionnaire_library_read (db, self->id, &self->owner, NULL);
  FfWindow *window = ff_window_of (self);

  if (questionnaire == NULL)
    {
      if (window != NULL)
        ff_window_back (window);
      return;
    }
  g_clear_pointer (&self->shown, ff_questionnaire_free);
  self->shown = questionnaire;
  show_head (self);
  if (!ff_questionnaire_library_is_builtin (self->id))
    show_cards (self);
  show_translation (self);
  move_focus (self);
  show_preview (self);
}

static void
on_changed (FfQuestionnairePage *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "questionnaire", "dimension", "question", "questionnaire_text", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    ff_questionnaire_page_reload (self);
}

static void
ff_questionnaire_page_finalize (GObject *object)
{
  g_clear_pointer (&FF_QUESTIONNAIRE_PAGE (object)->shown, ff_questionnaire_free);
  G_OBJECT_CLASS (ff_questionnaire_page_parent_class)->finalize (object);
}

static void
ff_questionnaire_page_class_init (FfQuestionnairePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_questionnaire_page_finalize;

  g_type_ensure (FF_TYPE_TRANSLATION_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-questionnaire-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, tags);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, names);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, facts);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, builtin);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, cards);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, preview);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, language);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairePage, translation);
  gtk_widget_class_bind_template_callback (widget_class, show_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_changed);
  ff_questionnaire_page_install_commands (widget_class);
}

static void
ff_questionnaire_page_init (FfQuestionnairePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->preview, g_object_new (FF_TYPE_DOCUMENT_VIEW, NULL));
  ff_questionnaire_page_add_actions (self);
}

FfPage *
ff_questionnaire_page_new (FfWorkspace *workspace, gint64 id)
{
  FfQuestionnairePage *self = g_object_new (FF_TYPE_QUESTIONNAIRE_PAGE, "workspace", workspace, NULL);
  GActionMap *actions = ff_page_get_actions (FF_PAGE (self));

  self->id = id;
  fill_languages (self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "copy")), ff_workspace_is_writable (workspace));
  for (const char *const *name = (const char *const[]) { "settings", "add-dimension", "delete", NULL }; *name != NULL; name++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, *name)),
                                 ff_workspace_is_writable (workspace) && !ff_questionnaire_library_is_builtin (id));
  if (ff_questionnaire_library_is_builtin (id))
    {
      gtk_stack_set_visible_child_name (self->stack, "preview");
      gtk_stack_page_set_visible (gtk_stack_get_page (self->stack, gtk_stack_get_child_by_name (self->stack, "questions")), FALSE);
      gtk_stack_page_set_visible (gtk_stack_get_page (self->stack, GTK_WIDGET (self->translation)), FALSE);
    }
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  ff_questionnaire_page_reload (self);
  show_menu (self);
  return FF_PAGE (self);
}
