/* Answers as people type them and as survey sites export them. */
#include "config.h"

#include "ff-questionnaire.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-error.h"
#include "ff-test-paper.h"
#include "ff-text.h"
#include "ff-word.h"

#define NPS_MOST 10
#define USUAL_STEPS 5

/* What people are asked to tick on five steps, from the lowest on. */
static const FfWord usual_words[] = {
  { "非常不满意", 0 }, { "很不满意", 0 }, { "非常不滿意", 0 }, { "很不滿意", 0 },   { "非常不同意", 0 }, { "verydissatisfied", 0 }, { "stronglydisagree", 0 },
  { "很差", 0 },       { "verypoor", 0 }, { "不满意", 1 },     { "不滿意", 1 },     { "不同意", 1 },     { "dissatisfied", 1 },     { "disagree", 1 },
  { "较差", 1 },       { "較差", 1 },     { "poor", 1 },       { "一般", 2 },       { "普通", 2 },       { "中立", 2 },             { "neutral", 2 },
  { "fair", 2 },       { "满意", 3 },     { "滿意", 3 },       { "比较满意", 3 },   { "同意", 3 },       { "satisfied", 3 },        { "agree", 3 },
  { "较好", 3 },       { "較好", 3 },     { "good", 3 },       { "非常满意", 4 },   { "很满意", 4 },     { "非常滿意", 4 },         { "很滿意", 4 },
  { "非常同意", 4 },   { "很好", 4 },     { "verysatisfied", 4 }, { "stronglyagree", 4 }, { "verygood", 4 }, { "excellent", 4 },
};

/* A question that was passed over. */
static const FfWord no_answer[] = { { "", 0 }, { "–", 0 }, { "—", 0 }, { "(跳过)", 0 }, { "(跳過)", 0 }, { "(空)", 0 }, { "n/a", 0 } };

static gboolean
is_no_answer (const char *typed)
{
  int value;

  return ff_word_find_in (no_answer, typed, &value);
}

/* Numbers ----------------------------------------------------------------------------------------------------------------- */

/* What may follow a number: nothing, a unit, or a sign with words behind it. "4.5", "4/5" and "10-20" are not the number 4 or 10. */
static gboolean
ends_number (const char *rest)
{
  static const char *const units[] = { "分", "星", "点", "點", "级", "級", "points", "point", "stars", "star" };
  static const char signs[] = "=:.-)(";

  while (g_ascii_isspace (*rest))
    rest++;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (rest, units[i]))
      return TRUE;
  if (g_str_has_prefix (rest, "、"))
    return TRUE;
  if (*rest == '\0')
    return TRUE;
  if (strchr (signs, *rest) == NULL)
    return FALSE;
  do
    rest++;
  while (g_ascii_isspace (*rest));
  return *rest != '\0' && !g_ascii_isdigit (*rest);
}

/* The number that @text begins with, or that stands in brackets at its end; -1: there is none. */
static gint64
leading_number (const char *text)
{
  const char *bracket = strrchr (text, '(');
  char *end;
  gint64 number;

  if (!g_ascii_isdigit (*text) && bracket != NULL && g_str_has_suffix (text, ")"))
    text = bracket + 1;
  if (!g_ascii_isdigit (*text))
    return -1;
  number = g_ascii_strtoll (text, &end, 10);
  if (bracket != NULL && text == bracket + 1 && *end == ')')
    return number;
  return ends_number (end) ? number : -1;
}

/* The place of @typed among @texts from 0 on, with "B." before it or not; -1: it is none of them. */
static int
find_text (const GPtrArray *texts, const char *typed)
{
  g_autofree char *folded = ff_word_fold (typed);
  const char *bare = folded;

  if (folded == NULL)
    return -1;
  if (g_ascii_isalpha (folded[0]) && (folded[1] == '.' || folded[1] == ')' || folded[1] == ':'))
    bare = folded + 2;
  else if (g_ascii_isalpha (folded[0]) && g_str_has_prefix (folded + 1, "、"))
    bare = folded + 1 + strlen ("、");
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      g_autofree char *text = ff_word_fold (g_ptr_array_index (texts, i));

      if (text != NULL && *text != '\0' && (g_str_equal (text, folded) || g_str_equal (text, bare)))
        return (int) i;
    }
  return -1;
}

/* The same in each language. */
static int
find_in_languages (const GPtrArray *texts, const GPtrArray *translations, const char *typed)
{
  int found = find_text (texts, typed);

  for (guint i = 0; found < 0 && i < translations->len; i++)
    found = find_text (((const FfTranslation *) g_ptr_array_index (translations, i))->options, typed);
  return found;
}

static gboolean
parse_rating (const FfQuestionnaire *questionnaire, const char *name, const char *typed, gint64 *value, GError **error)
{
  int step = find_in_languages (questionnaire->scale_labels, questionnaire->translations, typed);

  if (step < 0 && questionnaire->scale_labels->len == 0 && questionnaire->scale_max - questionnaire->scale_min + 1 == USUAL_STEPS
      && !ff_word_find_in (usual_words, typed, &step))
    step = -1;
  *value = step >= 0 ? questionnaire->scale_min + step : leading_number (typed);
  if (*value >= questionnaire->scale_min && *value <= questionnaire->scale_max)
    return TRUE;
  *value = -1;
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no answer to “%s”; write a whole number from %d to %d."), typed, name,
               questionnaire->scale_min, questionnaire->scale_max);
  return FALSE;
}

static gboolean
parse_nps (const char *name, const char *typed, gint64 *value, GError **error)
{
  *value = leading_number (typed);
  if (*value >= 0 && *value <= NPS_MOST)
    return TRUE;
  *value = -1;
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no answer to “%s”; write a whole number from %d to %d."), typed, name, 0,
               NPS_MOST);
  return FALSE;
}

static gboolean
parse_yes_no (const char *name, const char *typed, gint64 *value, GError **error)
{
  gboolean yes;

  if (ff_yes_no_parse (typed, &yes))
    {
      *value = yes ? 1 : 0;
      return TRUE;
    }
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no answer to “%s”; write yes or no, or 1 or 0."), typed, name);
  return FALSE;
}

/* Choices ------------------------------------------------------------------------------------------------------------------- */

/* A set of options, one bit for each. */
typedef guint32 Chosen;

static gboolean
choose_letters (const FfQuestion *question, const char *typed, Chosen *chosen)
{
  g_autofree char *letters = ff_test_letters_parse (typed);

  for (const char *letter = letters; letter != NULL && *letter != '\0'; letter++)
    if ((guint) (*letter - 'A') >= question->options->len)
      return FALSE;
  for (const char *letter = letters; letter != NULL && *letter != '\0'; letter++)
    *chosen |= (Chosen) 1 << (*letter - 'A');
  return letters != NULL && *letters != '\0';
}

/* One option as a text, a number, or one letter or several. */
static gboolean
choose_one (const FfQuestion *question, const char *typed, Chosen *chosen)
{
  int found = find_in_languages (question->options, question->translations, typed);
  gint64 number = leading_number (typed);

  if (found < 0 && number >= 1 && number <= question->options->len)
    found = (int) number - 1;
  if (found < 0)
    return choose_letters (question, typed, chosen);
  *chosen |= (Chosen) 1 << found;
  return TRUE;
}

/* Options may hold commas and spaces themselves, so what separates for certain is tried first. */
static gboolean
choose (const FfQuestion *question, const char *typed, Chosen *chosen)
{
  static const char *const separators[] = { "┋", "\n", ";", "|", "、", ",", " ", NULL };
  g_autofree char *line = g_strstrip (g_strdup (typed));

  if (*line == '\0' || choose_one (question, line, chosen))
    return TRUE;
  for (gsize i = 0; separators[i] != NULL; i++)
    if (strstr (line, separators[i]) != NULL)
      {
        g_auto (GStrv) parts = g_strsplit (line, separators[i], -1);
        gboolean all = TRUE;

        for (gsize j = 0; all && parts[j] != NULL; j++)
          all = choose (question, parts[j], chosen);
        return all;
      }
  return FALSE;
}

static gboolean
parse_choice (const FfQuestion *question, const char *name, const char *typed, gint64 *value, char **text, GError **error)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  Chosen chosen = 0;
  gboolean known = choose (question, typed, &chosen);

  for (guint i = 0; i < question->options->len; i++)
    if (chosen & ((Chosen) 1 << i))
      {
        g_string_append_c (letters, (char) ('A' + i));
        *value = letters->len == 1 ? (gint64) i + 1 : 0;
      }
  if (known && letters->len > 0 && (letters->len == 1 || question->multiple))
    {
      *text = g_string_free (g_steal_pointer (&letters), FALSE);
      return TRUE;
    }
  *value = -1;
  if (known && letters->len > 1)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has one answer, and “%s” names several; choose one."), name, typed);
  else
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no answer to “%s”; write the letter of an option, A to %c, or its text."),
                 typed, name, (char) ('A' + MAX (question->options->len, 1) - 1));
  return FALSE;
}

gboolean
ff_question_parse (const FfQuestionnaire *questionnaire, const FfQuestion *question, const char *typed, gint64 *value, char **text,
                   GError **error)
{
  g_autofree char *line = NULL;
  const char *name;

  g_return_val_if_fail (questionnaire != NULL && question != NULL && value != NULL && text != NULL, FALSE);

  *value = -1;
  *text = NULL;
  line = ff_text_narrow (typed);
  if (is_no_answer (line))
    return TRUE;
  name = ff_question_title_in (question, NULL);
  switch (question->kind)
    {
    case FF_QUESTION_RATING:
    case FF_QUESTION_SERVQUAL:
      return parse_rating (questionnaire, name, line, value, error);
    case FF_QUESTION_NPS:
      return parse_nps (name, line, value, error);
    case FF_QUESTION_YES_NO:
      return parse_yes_no (name, line, value, error);
    case FF_QUESTION_CHOICE:
      return parse_choice (question, name, line, value, text, error);
    case FF_QUESTION_TEXT:
    case FF_QUESTION_SHORT:
    default:
      *text = g_strstrip (g_strdup (typed));
      return TRUE;
    }
}
