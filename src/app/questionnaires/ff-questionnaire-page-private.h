/* What the page of a questionnaire and its commands share. */
#pragma once

#include "ff-questionnaire-page.h"
#include "ff-questionnaire.h"
#include "ff-owner.h"
#include "ff-translation-pane.h"

G_BEGIN_DECLS

struct _FfQuestionnairePage
{
  FfPage parent_instance;

  gint64 id;
  FfOwner owner;
  FfQuestionnaire *shown;
  gint64 focus_question; /* where the focus goes once the change is shown; 0: it stays */
  gint64 focus_dimension;
  GtkStack *stack;
  GtkBox *tags;
  GtkLabel *names;
  GtkLabel *facts;
  GtkWidget *builtin;
  GtkBox *cards;
  FfTranslationPane *translation;
  AdwBin *preview;
  GtkDropDown *language;
};

/* Installs the actions "questionnaire.…" of the cards and rows, and fills those of the page. */
void ff_questionnaire_page_install_commands (GtkWidgetClass *widget_class);
void ff_questionnaire_page_add_actions (FfQuestionnairePage *self);
/* Puts the focus into the text of a question, else where it was. */
void ff_questionnaire_page_focus_question (FfQuestionnairePage *self, gint64 question_id);
/* Into the line that adds questions to the dimension at @index. */
void ff_questionnaire_page_focus_line (FfQuestionnairePage *self, guint index);
/* Reads what is stored and shows it. */
void ff_questionnaire_page_reload (FfQuestionnairePage *self);

G_END_DECLS
