/* One question in the editor of a questionnaire: its text to be typed in place, what an answer is, and a menu. What is done to it are the
   actions "questionnaire.…" of the page around it. */
#pragma once

#include <adwaita.h>

#include "ff-questionnaire.h"

G_BEGIN_DECLS

#define FF_TYPE_QUESTION_ROW (ff_question_row_get_type ())
G_DECLARE_FINAL_TYPE (FfQuestionRow, ff_question_row, FF, QUESTION_ROW, AdwBin)

GtkWidget *ff_question_row_new (gboolean editable);
/* What is being typed stays. @number: in the whole questionnaire, from 1 on; of a @test no other kinds are offered. */
void ff_question_row_set (FfQuestionRow *self, const FfQuestion *question, guint number, gboolean test);
gint64 ff_question_row_get_id (FfQuestionRow *self);
/* Sets what is stored, which is nothing that the undo of the text itself takes back. */
void ff_question_row_set_text (GtkEditable *editable, const char *text);
/* Into its text. */
void ff_question_row_focus (FfQuestionRow *self);

G_END_DECLS
