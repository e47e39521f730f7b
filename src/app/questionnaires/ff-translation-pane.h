/* A questionnaire in its languages side by side: what is written, and what stands for it in the others, to be typed in place. A text is kept
   when it is left, by the action "questionnaire.translate" of the page around it. */
#pragma once

#include <adwaita.h>

#include "ff-questionnaire.h"

G_BEGIN_DECLS

#define FF_TYPE_TRANSLATION_PANE (ff_translation_pane_get_type ())
G_DECLARE_FINAL_TYPE (FfTranslationPane, ff_translation_pane, FF, TRANSLATION_PANE, AdwBin)

/* What separates the options of a choice, or the words of a scale, on their line. */
#define FF_TRANSLATION_SEPARATOR "|"

/* What is being typed stays. */
void ff_translation_pane_set (FfTranslationPane *self, const FfQuestionnaire *questionnaire, gboolean editable);

G_END_DECLS
