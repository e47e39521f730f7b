#include "config.h"

#include "ff-questionnaire-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ff-number.h"
#include "ff-take.h"

#define HIGHEST_LEVEL 4
#define HIGHEST_RATING 100
#define MOST_PEOPLE 1000000

/* Values ------------------------------------------------------------------------------------------------------------------ */

char *
ff_ten_thousandths_format (gint64 value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", (double) value / FF_TEN_THOUSAND));
}

static gboolean
take_ten_thousandths (gint64 *stored, const char *value, gint64 none, const char *field, GError **error)
{
  double number;

  if (value == NULL)
    return TRUE;
  if (*value == '\0')
    {
      *stored = none;
      return TRUE;
    }
  if (!ff_number_parse (value, &number) || fabs (number) > 1e6)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is no number; write one such as 4.5."), value);
      return FALSE;
    }
  *stored = (gint64) round (number * FF_TEN_THOUSAND);
  return TRUE;
}

static gboolean
take_text (char **stored, const char *value, const char *field, GError **error)
{
  gboolean changed;

  return ff_take_text (stored, value, field, &changed, error);
}

static gboolean
take_yes_no (gboolean *stored, const char *value, const char *field, GError **error)
{
  gboolean changed;

  return ff_take_yes_no (stored, value, field, &changed, error);
}

static gboolean
take_number (int *stored, const char *value, int max, int none, const char *field, GError **error)
{
  gboolean changed;

  return ff_take_number (stored, value, max, none, field, &changed, error);
}

/* A word as the database writes it; only the program itself offers others. */
static gboolean
refuse_word (const char *word, const char *field, GError **error)
{
  ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is not possible here: choose one of those offered."), word);
  return FALSE;
}

/* Lines that hold something. */
static void
take_lines (GPtrArray *stored, const char *value)
{
  g_auto (GStrv) lines = NULL;

  if (value == NULL)
    return;
  lines = g_strsplit (value, "\n", -1);
  g_ptr_array_set_size (stored, 0);
  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_ptr_array_add (stored, g_strdup (*line));
}

/* The whole ------------------------------------------------------------------------------------------------------------------ */

static gboolean
take_kind (FfQuestionnaire *questionnaire, const FfQuestionnaireDraft *draft, GError **error)
{
  if (draft->kind != NULL && !ff_questionnaire_kind_from_key (draft->kind, &questionnaire->kind))
    return refuse_word (draft->kind, "kind", error);
  if (draft->invited_by != NULL && !ff_invited_by_from_key (draft->invited_by, &questionnaire->invited_by))
    return refuse_word (draft->invited_by, "invited_by", error);
  return TRUE;
}

static gboolean
take_closed_on (FfQuestionnaire *questionnaire, const char *value, GError **error)
{
  FfDay day = FF_NO_DAY;
  gboolean changed;

  if (value == NULL)
    return TRUE;
  if (!ff_take_optional_day (&day, value, "closed_on", &changed, error))
    return FALSE;
  g_free (questionnaire->closed_on);
  questionnaire->closed_on = day != FF_NO_DAY ? ff_day_format (day) : NULL;
  return TRUE;
}

static gboolean
take_settings (FfQuestionnaire *questionnaire, const FfQuestionnaireDraft *draft, GError **error)
{
  int invited = (int) questionnaire->invited;

  if (!take_text (&questionnaire->title, draft->title, "title", error) || !take_kind (questionnaire, draft, error)
      || !take_number (&questionnaire->level, draft->level, HIGHEST_LEVEL, 0, "level", error)
      || !take_yes_no (&questionnaire->anonymous, draft->anonymous, "anonymous", error)
      || !take_number (&questionnaire->scale_min, draft->scale_min, HIGHEST_RATING, 1, "scale_min", error)
      || !take_number (&questionnaire->scale_max, draft->scale_max, HIGHEST_RATING, 5, "scale_max", error)
      || !take_ten_thousandths (&questionnaire->target, draft->target, FF_NO_TARGET, "target", error)
      || !take_number (&questionnaire->min_responses, draft->min_responses, MOST_PEOPLE, 5, "min_responses", error)
      || !take_number (&invited, draft->invited, MOST_PEOPLE, -1, "invited", error)
      || !take_yes_no (&questionnaire->half_invalid, draft->half_invalid, "half_invalid", error)
      || !take_text (&questionnaire->intro, draft->intro, "intro", error) || !take_closed_on (questionnaire, draft->closed_on, error)
      || !take_text (&questionnaire->language, draft->language, "language", error)
      || !take_text (&questionnaire->key, draft->key, "key", error))
    return FALSE;
  questionnaire->invited = invited;
  take_lines (questionnaire->scale_labels, draft->scale_labels);
  return TRUE;
}

/* Letters and digits of a title in Latin script, else the kind; then what is free. */
static char *
make_key (FfDb *db, FfOwner owner, const FfQuestionnaire *questionnaire, GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = questionnaire->title; p != NULL && g_ascii_isprint (*p) && key->len < 40; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
    else if (key->len > 0 && key->str[key->len - 1] != '_')
      g_string_append_c (key, '_');
  while (key->len > 0 && key->str[key->len - 1] == '_')
    g_string_truncate (key, key->len - 1);
  return ff_questionnaires_make_key (db, owner, key->len > 0 ? key->str : ff_questionnaire_kind_to_key (questionnaire->kind), error);
}

FfPut
ff_questionnaire_edit_put (FfDb *db, FfOwner owner, gint64 id, const FfQuestionnaireDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = NULL;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  questionnaire = id != 0 ? ff_questionnaires_read (db, id, &owner, error) : ff_questionnaire_new (NULL, NULL);
  if (questionnaire == NULL || !take_settings (questionnaire, draft, error))
    return FF_PUT_REFUSED;
  if (questionnaire->key == NULL && (questionnaire->key = make_key (db, owner, questionnaire, error)) == NULL)
    return FF_PUT_REFUSED;
  if (id == 0)
    ff_questionnaire_add_dimension (questionnaire, NULL, NULL);
  put = ff_questionnaires_put (db, owner, questionnaire, error);
  if (new_id != NULL)
    *new_id = questionnaire->id;
  return put;
}

/* Found again ------------------------------------------------------------------------------------------------------------------- */

static FfQuestionnaire *
read_of (FfDb *db, gint64 id, GError **error)
{
  if (id > 0)
    return ff_questionnaires_read (db, id, NULL, error);
  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This does not exist any more: somebody has deleted it meanwhile."));
  return NULL;
}

static FfQuestionnaire *
read_of_dimension (FfDb *db, gint64 dimension_id, guint *index, GError **error)
{
  FfQuestionnaire *questionnaire = read_of (db, ff_questionnaire_store_find_of_dimension (db, dimension_id, error), error);

  for (guint i = 0; questionnaire != NULL && i < questionnaire->dimensions->len; i++)
    if (ff_questionnaire_get_dimension (questionnaire, i)->id == dimension_id)
      *index = i;
  return questionnaire;
}

static FfQuestionnaire *
read_of_question (FfDb *db, gint64 question_id, FfDimension **dimension, guint *index, GError **error)
{
  FfQuestionnaire *questionnaire = read_of (db, ff_questionnaire_store_find_of_question (db, question_id, error), error);
  const FfDimension *place = NULL;
  const FfQuestion *question = questionnaire != NULL ? ff_questionnaire_find_id (questionnaire, question_id, &place) : NULL;

  if (question == NULL)
    return questionnaire;
  *dimension = (FfDimension *) place;
  g_ptr_array_find (place->questions, question, index);
  return questionnaire;
}

static FfPut
put_again (FfDb *db, FfQuestionnaire *questionnaire, GError **error)
{
  return ff_questionnaires_put (db, FF_OWNER_INIT (FF_OWNER_NONE, 0), questionnaire, error);
}

/* Dimensions -------------------------------------------------------------------------------------------------------------------- */

static gboolean
take_dimension (FfDimension *dimension, const FfDimensionDraft *draft, GError **error)
{
  gint64 judged = draft->judged != NULL ? g_ascii_strtoll (draft->judged, NULL, 10) : dimension->trainer_id + dimension->venue_id;
  const FfAbout before = dimension->about;

  if (!take_text (&dimension->title, draft->title, "title", error)
      || !take_ten_thousandths (&dimension->weight, draft->weight, FF_TEN_THOUSAND, "weight", error)
      || !take_ten_thousandths (&dimension->target, draft->target, FF_NO_TARGET, "target", error)
      || !take_text (&dimension->key, draft->key, "key", error))
    return FALSE;
  if (draft->about != NULL && !ff_about_from_key (*draft->about != '\0' ? draft->about : NULL, &dimension->about))
    return refuse_word (draft->about, "about", error);
  if (dimension->about != before && draft->judged == NULL)
    judged = 0;
  dimension->trainer_id = dimension->about == FF_ABOUT_TRAINER ? judged : 0;
  dimension->venue_id = dimension->about == FF_ABOUT_VENUE ? judged : 0;
  return TRUE;
}

FfPut
ff_questionnaire_edit_put_dimension (FfDb *db, gint64 questionnaire_id, gint64 id, const FfDimensionDraft *draft, gint64 *new_id, GError **error)
{
  guint index = 0;
  g_autoptr (FfQuestionnaire) questionnaire
      = id != 0 ? read_of_dimension (db, id, &index, error) : ff_questionnaires_read (db, questionnaire_id, NULL, error);
  FfDimension *dimension;
  FfPut put;

  if (questionnaire == NULL)
    return FF_PUT_REFUSED;
  dimension = id != 0 ? g_ptr_array_index (questionnaire->dimensions, index) : ff_questionnaire_add_dimension (questionnaire, NULL, NULL);
  if (!take_dimension (dimension, draft, error))
    return FF_PUT_REFUSED;
  put = put_again (db, questionnaire, error);
  if (new_id != NULL)
    *new_id = dimension->id;
  return put;
}

gboolean
ff_questionnaire_edit_move_dimension (FfDb *db, gint64 id, int position, GError **error)
{
  guint index = 0;
  g_autoptr (FfQuestionnaire) questionnaire = read_of_dimension (db, id, &index, error);
  gpointer dimension;

  if (questionnaire == NULL)
    return FALSE;
  dimension = g_ptr_array_steal_index (questionnaire->dimensions, index);
  g_ptr_array_insert (questionnaire->dimensions, CLAMP (position, 0, (int) questionnaire->dimensions->len), dimension);
  return put_again (db, questionnaire, error) != FF_PUT_REFUSED;
}

gboolean
ff_questionnaire_edit_delete_dimension (FfDb *db, gint64 id, GError **error)
{
  guint index = 0;
  g_autoptr (FfQuestionnaire) questionnaire = read_of_dimension (db, id, &index, error);

  if (questionnaire == NULL)
    return FALSE;
  g_ptr_array_remove_index (questionnaire->dimensions, index);
  return put_again (db, questionnaire, error) != FF_PUT_REFUSED;
}

/* Questions --------------------------------------------------------------------------------------------------------------------- */

static gboolean
take_question (FfQuestion *question, const FfQuestionDraft *draft, GError **error)
{
  gint64 points = question->points > 0 ? question->points : -1;
  gboolean changed;

  if (draft->kind != NULL && !ff_question_kind_from_key (draft->kind, &question->kind))
    return refuse_word (draft->kind, "kind", error);
  if (!take_text (&question->title, draft->title, "title", error)
      || !take_yes_no (&question->multiple, draft->multiple, "multiple", error)
      || !take_ten_thousandths (&question->weight, draft->weight, FF_TEN_THOUSAND, "weight", error)
      || !take_text (&question->answer, draft->answer, "answer", error)
      || !ff_take_hundredths (&points, draft->points, "points", &changed, error)
      || !take_text (&question->key, draft->key, "key", error))
    return FALSE;
  question->points = MAX (points, 0);
  take_lines (question->options, draft->options);
  if (question->kind != FF_QUESTION_CHOICE)
    {
      g_ptr_array_set_size (question->options, 0);
      question->multiple = FALSE;
      for (guint i = 0; i < question->translations->len; i++)
        g_clear_pointer (&((FfTranslation *) g_ptr_array_index (question->translations, i))->options, g_ptr_array_unref);
    }
  return TRUE;
}

/* What a new question is, when nobody says so: as the one before it. A choice wants options of its own first. */
static FfQuestionKind
usual_kind (const FfQuestionnaire *questionnaire, const FfDimension *dimension, int position)
{
  static const FfQuestionKind kinds[] = {
    [FF_QUESTIONNAIRE_RATING] = FF_QUESTION_RATING,      [FF_QUESTIONNAIRE_NPS] = FF_QUESTION_NPS,
    [FF_QUESTIONNAIRE_YES_NO] = FF_QUESTION_YES_NO,      [FF_QUESTIONNAIRE_CHOICE] = FF_QUESTION_CHOICE,
    [FF_QUESTIONNAIRE_TEXT] = FF_QUESTION_TEXT,          [FF_QUESTIONNAIRE_SERVQUAL] = FF_QUESTION_SERVQUAL,
    [FF_QUESTIONNAIRE_CSI] = FF_QUESTION_RATING,         [FF_QUESTIONNAIRE_NEEDS] = FF_QUESTION_RATING,
    [FF_QUESTIONNAIRE_OBSERVATION] = FF_QUESTION_RATING, [FF_QUESTIONNAIRE_TEST] = FF_QUESTION_SHORT,
  };

  if (position > 0 && questionnaire->kind != FF_QUESTIONNAIRE_TEST)
    return ff_dimension_get_question (dimension, (guint) position - 1)->kind;
  return kinds[questionnaire->kind];
}

/* One point, until somebody says more. */
static void
set_usual_points (const FfQuestionnaire *questionnaire, FfQuestion *question)
{
  if (questionnaire->kind == FF_QUESTIONNAIRE_TEST && question->points == 0)
    question->points = 100;
}

FfPut
ff_questionnaire_edit_put_question (FfDb *db, gint64 dimension_id, gint64 id, const FfQuestionDraft *draft, gint64 *new_id, GError **error)
{
  FfDimension *dimension = NULL;
  guint index = 0;
  g_autoptr (FfQuestionnaire) questionnaire
      = id != 0 ? read_of_question (db, id, &dimension, &index, error) : read_of_dimension (db, dimension_id, &index, error);
  FfQuestion *question;
  FfPut put;

  if (questionnaire == NULL)
    return FF_PUT_REFUSED;
  if (id == 0)
    {
      dimension = g_ptr_array_index (questionnaire->dimensions, index);
      question = ff_dimension_add_question (dimension, NULL, usual_kind (questionnaire, dimension, (int) dimension->questions->len), NULL);
      set_usual_points (questionnaire, question);
    }
  else
    question = g_ptr_array_index (dimension->questions, index);
  if (!take_question (question, draft, error))
    return FF_PUT_REFUSED;
  put = put_again (db, questionnaire, error);
  if (new_id != NULL)
    *new_id = question->id;
  return put;
}

/* "3. Was it clear?", "3、清楚吗？" → the question. A year at the beginning of one is none. */
static const char *
skip_number (const char *line)
{
  const char *p = line;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == line || p - line > 3)
    return line;
  if (g_str_has_prefix (p, "、"))
    p += strlen ("、");
  else if ((*p == '.' || *p == ')') && !g_ascii_isdigit (p[1]))
    p++;
  else if (g_str_has_prefix (p, "．"))
    p += strlen ("．");
  else
    return line;
  while (g_ascii_isspace (*p))
    p++;
  return *p != '\0' ? p : line;
}

guint
ff_questionnaire_edit_add_questions (FfDb *db, gint64 dimension_id, int position, const char *text, GError **error)
{
  guint index = 0;
  g_autoptr (FfQuestionnaire) questionnaire = read_of_dimension (db, dimension_id, &index, error);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  FfDimension *dimension;
  guint n = 0;

  if (questionnaire == NULL)
    return 0;
  dimension = g_ptr_array_index (questionnaire->dimensions, index);
  if (position < 0 || position > (int) dimension->questions->len)
    position = (int) dimension->questions->len;
  for (char **line = lines; *line != NULL; line++)
    {
      FfQuestion *question;

      if (*g_strstrip (*line) == '\0')
        continue;
      question = ff_dimension_add_question (dimension, NULL, usual_kind (questionnaire, dimension, position), skip_number (*line));
      set_usual_points (questionnaire, question);
      g_ptr_array_insert (dimension->questions, position,
                          g_ptr_array_steal_index (dimension->questions, dimension->questions->len - 1));
      position++;
      n++;
    }
  return n > 0 && put_again (db, questionnaire, error) != FF_PUT_REFUSED ? n : 0;
}

gboolean
ff_questionnaire_edit_move_question (FfDb *db, gint64 id, gint64 dimension_id, int position, GError **error)
{
  FfDimension *from = NULL;
  guint index = 0;
  g_autoptr (FfQuestionnaire) questionnaire = read_of_question (db, id, &from, &index, error);

  if (questionnaire == NULL)
    return FALSE;
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      FfDimension *to = g_ptr_array_index (questionnaire->dimensions, i);
      gpointer question;

      if (to->id != dimension_id)
        continue;
      question = g_ptr_array_steal_index (from->questions, index);
      g_ptr_array_insert (to->questions, CLAMP (position, 0, (int) to->questions->len), question);
      return put_again (db, questionnaire, error) != FF_PUT_REFUSED;
    }
  return read_of (db, 0, error) != NULL;
}

gboolean
ff_questionnaire_edit_delete_question (FfDb *db, gint64 id, GError **error)
{
  FfDimension *dimension = NULL;
  guint index = 0;
  g_autoptr (FfQuestionnaire) questionnaire = read_of_question (db, id, &dimension, &index, error);

  if (questionnaire == NULL)
    return FALSE;
  g_ptr_array_remove_index (dimension->questions, index);
  return put_again (db, questionnaire, error) != FF_PUT_REFUSED;
}

/* Translations -------------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
find_translations (FfQuestionnaire *questionnaire, const FfTextOf *of)
{
  const FfQuestion *question = of->question_id != 0 ? ff_questionnaire_find_id (questionnaire, of->question_id, NULL) : NULL;

  if (of->question_id != 0)
    return question != NULL ? question->translations : NULL;
  if (of->dimension_id == 0)
    return questionnaire->translations;
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    if (ff_questionnaire_get_dimension (questionnaire, i)->id == of->dimension_id)
      return ff_questionnaire_get_dimension (questionnaire, i)->translations;
  return NULL;
}

FfPut
ff_questionnaire_edit_translate (FfDb *db, const FfTextOf *of, const char *language, const char *title, const char *options,
                                 const char *intro, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaires_read (db, of->questionnaire_id, NULL, error);
  GPtrArray *translations = questionnaire != NULL ? find_translations (questionnaire, of) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *kept_title = NULL;
  g_autofree char *kept_intro = NULL;
  const FfTranslation *before;

  if (questionnaire == NULL)
    return FF_PUT_REFUSED;
  if (translations == NULL)
    {
      (void) read_of (db, 0, error);
      return FF_PUT_REFUSED;
    }
  before = ff_translations_find (translations, language);
  kept_title = g_strdup (title != NULL ? title : before != NULL ? before->title : NULL);
  kept_intro = g_strdup (intro != NULL ? intro : before != NULL ? before->intro : NULL);
  take_lines (lines, options);
  for (guint i = 0; options == NULL && before != NULL && before->options != NULL && i < before->options->len; i++)
    g_ptr_array_add (lines, g_strdup (g_ptr_array_index (before->options, i)));
  ff_translations_set (translations, language, kept_title, lines, kept_intro);
  return put_again (db, questionnaire, error);
}
