#include "config.h"

#include "ff-form-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FfFormDraft
{
  const FfQuestionnaire *questionnaire;
  GArray *places; /* FfAnswerColumn */
  FfResponse *response;
  guint place;
  GString *waiting;
  gboolean touched;
};

FfFormDraft *
ff_form_draft_new (const FfQuestionnaire *questionnaire)
{
  FfFormDraft *self = g_new0 (FfFormDraft, 1);

  self->questionnaire = questionnaire;
  self->places = ff_answer_columns_list (questionnaire);
  self->waiting = g_string_new (NULL);
  self->response = ff_response_new (questionnaire->id);
  return self;
}

void
ff_form_draft_free (FfFormDraft *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_string_free (self->waiting, TRUE);
  ff_response_free (self->response);
  g_free (self);
}

const GArray *
ff_form_draft_get_places (const FfFormDraft *self)
{
  return self->places;
}

guint
ff_form_draft_get_place (const FfFormDraft *self)
{
  return self->place;
}

void
ff_form_draft_go_to (FfFormDraft *self, guint place)
{
  self->place = MIN (place, self->places->len);
  g_string_truncate (self->waiting, 0);
}

FfResponse *
ff_form_draft_get_response (FfFormDraft *self)
{
  return self->response;
}

void
ff_form_draft_begin (FfFormDraft *self, const FfResponse *response)
{
  ff_response_free (self->response);
  self->response = response != NULL ? ff_response_copy (response) : ff_response_new (self->questionnaire->id);
  self->touched = FALSE;
  ff_form_draft_go_to (self, 0);
}

gboolean
ff_form_draft_is_touched (const FfFormDraft *self)
{
  return self->touched;
}

const char *
ff_form_draft_get_waiting (const FfFormDraft *self)
{
  return self->waiting->str;
}

/* Answers ------------------------------------------------------------------------------------------------------------------ */

static FfFormTaken
go_on (FfFormDraft *self)
{
  g_string_truncate (self->waiting, 0);
  self->touched = TRUE;
  if (self->place < self->places->len)
    self->place++;
  return self->place == self->places->len ? FF_FORM_COMPLETE : FF_FORM_TAKEN;
}

static FfFormTaken
put (FfFormDraft *self, const FfAnswerColumn *at, gint64 value, const char *text)
{
  ff_response_set (self->response, at->question->id, at->part, value, text);
  return go_on (self);
}

static void
get_scale (const FfFormDraft *self, const FfQuestion *question, int *lowest, int *highest)
{
  *lowest = question->kind == FF_QUESTION_NPS ? 0 : self->questionnaire->scale_min;
  *highest = question->kind == FF_QUESTION_NPS ? 10 : self->questionnaire->scale_max;
}

/* How many ratings begin with these digits; @exact is the one that is them. */
static guint
count_ratings (const FfFormDraft *self, const FfQuestion *question, const char *digits, int *exact)
{
  int lowest, highest;
  guint n = 0;

  *exact = -1;
  get_scale (self, question, &lowest, &highest);
  for (int rating = lowest; rating <= highest; rating++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "%d", rating);
      if (!g_str_has_prefix (text, digits))
        continue;
      n++;
      if (g_str_equal (text, digits))
        *exact = rating;
    }
  return n;
}

/* A digit is kept back only where it could be the beginning of a longer rating. */
static FfFormTaken
take_digit (FfFormDraft *self, const FfAnswerColumn *at, char digit)
{
  int lowest, highest, exact;
  guint n;

  g_string_append_c (self->waiting, digit);
  get_scale (self, at->question, &lowest, &highest);
  /* Where there is no 0, it is the 0 of 10. */
  if (g_str_equal (self->waiting->str, "0") && lowest > 0 && highest == 10)
    return put (self, at, 10, NULL);
  n = count_ratings (self, at->question, self->waiting->str, &exact);
  if (n > 1 || (n == 1 && exact < 0))
    return FF_FORM_TAKEN;
  if (n == 1)
    return put (self, at, exact, NULL);
  g_string_truncate (self->waiting, self->waiting->len - 1);
  return FF_FORM_WRONG;
}

/* What waits for a second digit is an answer by itself once something else is typed. */
static FfFormTaken
settle_waiting (FfFormDraft *self, const FfAnswerColumn *at)
{
  int exact;

  count_ratings (self, at->question, self->waiting->str, &exact);
  if (exact >= 0)
    return put (self, at, exact, NULL);
  g_string_truncate (self->waiting, 0);
  return FF_FORM_WRONG;
}

static FfFormTaken
take_rating (FfFormDraft *self, const FfAnswerColumn *at, gunichar key)
{
  FfFormTaken taken;

  if (key < '0' || key > '9')
    return FF_FORM_UNUSED;
  taken = take_digit (self, at, (char) key);
  if (taken != FF_FORM_WRONG || self->waiting->len == 0)
    return taken;
  taken = settle_waiting (self, at);
  if (taken == FF_FORM_COMPLETE)
    return FF_FORM_COMPLETE_BEFORE;
  return taken == FF_FORM_TAKEN ? ff_form_draft_key (self, key) : taken;
}

static FfFormTaken
take_yes_no (FfFormDraft *self, const FfAnswerColumn *at, gunichar key)
{
  if (key == 'y' || key == '1')
    return put (self, at, 1, NULL);
  if (key == 'n' || key == '0')
    return put (self, at, 0, NULL);
  return g_unichar_isalnum (key) ? FF_FORM_WRONG : FF_FORM_UNUSED;
}

/* The letters of several options in the order of the paper, with @option in it or out of it. */
static void
toggle_option (FfFormDraft *self, const FfAnswerColumn *at, guint option)
{
  const FfAnswer *answer = ff_response_find (self->response, at->question->id, at->part);
  g_autoptr (GString) letters = g_string_new (NULL);
  gint64 value = -1;

  for (guint i = 0; i < at->question->options->len; i++)
    {
      char letter = (char) ('A' + i);
      gboolean chosen = answer != NULL && answer->text != NULL && strchr (answer->text, letter) != NULL;

      if (chosen == (i == option))
        continue;
      g_string_append_c (letters, letter);
      value = letters->len == 1 ? (gint64) i + 1 : 0;
    }
  ff_response_set (self->response, at->question->id, at->part, value, letters->len > 0 ? letters->str : NULL);
  self->touched = TRUE;
}

static FfFormTaken
take_option (FfFormDraft *self, const FfAnswerColumn *at, gunichar key)
{
  char text[2];
  guint option;

  if (key >= 'a' && key <= 'z')
    option = key - 'a';
  else if (key >= '1' && key <= '9')
    option = key - '1';
  else
    return FF_FORM_UNUSED;
  if (option >= at->question->options->len)
    return FF_FORM_WRONG;
  if (at->question->multiple)
    {
      toggle_option (self, at, option);
      return FF_FORM_TAKEN;
    }
  g_snprintf (text, sizeof text, "%c", (char) ('A' + option));
  return put (self, at, (gint64) option + 1, text);
}

static FfFormTaken
go_back (FfFormDraft *self)
{
  if (self->waiting->len > 0)
    g_string_truncate (self->waiting, 0);
  else if (self->place > 0)
    self->place--;
  else
    return FF_FORM_UNUSED;
  return FF_FORM_TAKEN;
}

/* Space and Enter; the options that were toggled are what Space would else clear. */
static FfFormTaken
leave (FfFormDraft *self, const FfAnswerColumn *at, gunichar key)
{
  if (self->waiting->len > 0)
    return settle_waiting (self, at);
  if (key == ' ' && !(at->question->kind == FF_QUESTION_CHOICE && at->question->multiple))
    return put (self, at, -1, NULL);
  return go_on (self);
}

FfFormTaken
ff_form_draft_key (FfFormDraft *self, gunichar key)
{
  const FfAnswerColumn *at;

  g_return_val_if_fail (self != NULL, FF_FORM_UNUSED);

  if (key == FF_FORM_BACK)
    return go_back (self);
  if (self->place >= self->places->len)
    return FF_FORM_UNUSED;
  at = &g_array_index (self->places, FfAnswerColumn, self->place);
  if (key == ' ' || key == FF_FORM_ON)
    return leave (self, at, key);
  key = g_unichar_tolower (key);
  switch (at->question->kind)
    {
    case FF_QUESTION_RATING:
    case FF_QUESTION_SERVQUAL:
    case FF_QUESTION_NPS:
      return take_rating (self, at, key);
    case FF_QUESTION_YES_NO:
      return take_yes_no (self, at, key);
    case FF_QUESTION_CHOICE:
      return take_option (self, at, key);
    case FF_QUESTION_TEXT:
    case FF_QUESTION_SHORT:
    default:
      return FF_FORM_UNUSED;
    }
}

FfFormTaken
ff_form_draft_choose (FfFormDraft *self, guint place, gint64 value)
{
  const FfAnswerColumn *at;

  g_return_val_if_fail (self != NULL && place < self->places->len, FF_FORM_UNUSED);

  ff_form_draft_go_to (self, place);
  at = &g_array_index (self->places, FfAnswerColumn, place);
  if (at->question->kind == FF_QUESTION_CHOICE)
    return take_option (self, at, (gunichar) ('a' + value - 1));
  return put (self, at, value, NULL);
}

void
ff_form_draft_set_text (FfFormDraft *self, guint place, const char *text)
{
  const FfAnswerColumn *at;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  g_return_if_fail (self != NULL && place < self->places->len);

  at = &g_array_index (self->places, FfAnswerColumn, place);
  ff_response_set (self->response, at->question->id, at->part, -1, *trimmed != '\0' ? trimmed : NULL);
  self->touched = self->touched || *trimmed != '\0';
}

char *
ff_form_answer_say (const FfAnswerColumn *place, const FfResponse *response)
{
  const FfAnswer *answer = ff_response_find (response, place->question->id, place->part);

  if (answer == NULL)
    return g_strdup ("");
  if (answer->text != NULL)
    return g_strdup (answer->text);
  if (place->question->kind == FF_QUESTION_YES_NO)
    return g_strdup (answer->value != 0 ? C_("answer", "Yes") : C_("answer", "No"));
  return g_strdup_printf ("%" G_GINT64_FORMAT, answer->value);
}
