#include "config.h"

#include "ff-questionnaire-text.h"

#include <glib/gi18n-lib.h>

#include "ff-questionnaire-edit.h"

static const char *const questionnaire_titles[] = {
  [FF_QUESTIONNAIRE_RATING] = NC_ ("questionnaire", "Ratings"),
  [FF_QUESTIONNAIRE_NPS] = NC_ ("questionnaire", "Recommendation (NPS)"),
  [FF_QUESTIONNAIRE_YES_NO] = NC_ ("questionnaire", "Yes or no"),
  [FF_QUESTIONNAIRE_CHOICE] = NC_ ("questionnaire", "Choices"),
  [FF_QUESTIONNAIRE_TEXT] = NC_ ("questionnaire", "Free text"),
  [FF_QUESTIONNAIRE_SERVQUAL] = NC_ ("questionnaire", "SERVQUAL"),
  [FF_QUESTIONNAIRE_CSI] = NC_ ("questionnaire", "Satisfaction index (CSI)"),
  [FF_QUESTIONNAIRE_NEEDS] = NC_ ("questionnaire", "Study of needs"),
  [FF_QUESTIONNAIRE_OBSERVATION] = NC_ ("questionnaire", "Observation of behaviour"),
  [FF_QUESTIONNAIRE_TEST] = NC_ ("questionnaire", "Test"),
};

static const char *const question_titles[] = {
  [FF_QUESTION_RATING] = NC_ ("question", "Rating"),
  [FF_QUESTION_NPS] = NC_ ("question", "NPS, 0 to 10"),
  [FF_QUESTION_YES_NO] = NC_ ("question", "Yes or no"),
  [FF_QUESTION_CHOICE] = NC_ ("question", "Choice"),
  [FF_QUESTION_TEXT] = NC_ ("question", "Text"),
  [FF_QUESTION_SERVQUAL] = NC_ ("question", "Pair"),
  [FF_QUESTION_SHORT] = NC_ ("question", "Short answer"),
};

const char *
ff_questionnaire_kind_title (FfQuestionnaireKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (questionnaire_titles), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "questionnaire", questionnaire_titles[kind]);
}

const char *
ff_question_kind_title (FfQuestionKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (question_titles), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "question", question_titles[kind]);
}

char *
ff_questionnaire_text_place (const FfQuestionnaireRow *row)
{
  if (row->id < 0)
    return g_strdup (C_ ("questionnaire", "Built-in"));
  if (row->owner.kind == FF_OWNER_NONE)
    return g_strdup (C_ ("questionnaire", "Library"));
  if (row->owner_code == NULL)
    return g_strdup (row->owner_title);
  return g_strdup_printf ("%s %s", row->owner_code, row->owner_title);
}

const char *
ff_questionnaire_text_language (const char *language)
{
  if (g_str_equal (language, "zh_CN"))
    return "简体中文";
  return g_str_equal (language, "zh_TW") ? "繁體中文" : "English";
}

const char *
ff_questionnaire_text_anonymous (gboolean anonymous)
{
  return anonymous ? _("Anonymous: the program keeps no link between an answer and who gave it, and shows no figure while there are too few.")
                   : _("With names: it is known who answered what, and an answer can be corrected.");
}

char *
ff_questionnaire_text_facts (const FfQuestionnaire *questionnaire)
{
  guint n = ff_questionnaire_count_questions (questionnaire);
  g_autofree char *target = questionnaire->target != FF_NO_TARGET ? ff_ten_thousandths_format (questionnaire->target) : NULL;
  g_autofree char *scale = g_strdup_printf (_("Scale %d to %d"), questionnaire->scale_min, questionnaire->scale_max);
  g_autofree char *aim = target != NULL ? g_strdup_printf (_("target %s"), target) : g_strdup (_("no target"));
  g_autofree char *count = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);

  return g_strdup_printf ("%s · %s · %s", scale, aim, count);
}

char *
ff_questionnaire_text_dimension (const FfDimension *dimension)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  if (dimension->about != FF_ABOUT_CLASS)
    g_ptr_array_add (facts, g_strdup (dimension->about == FF_ABOUT_TRAINER ? _("about the trainer") : _("about the venue")));
  if (dimension->weight != FF_TEN_THOUSAND)
    {
      g_autofree char *weight = ff_ten_thousandths_format (dimension->weight);

      g_ptr_array_add (facts, g_strdup_printf (_("weight %s"), weight));
    }
  if (dimension->target != FF_NO_TARGET)
    {
      g_autofree char *target = ff_ten_thousandths_format (dimension->target);

      g_ptr_array_add (facts, g_strdup_printf (_("target %s"), target));
    }
  if (facts->len == 0)
    return NULL;
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}
