#include "config.h"

#include "ff-questionnaire-form.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-phrases.h"
#include "ff-template.h"

/* How wide the columns are beside each other. */
#define NUMBER_SHARE 1.2
#define QUESTION_SHARE 8.0
#define STEP_SHARE 0.8

#define ROW_HEIGHT 22
#define WRITING_LINE 24
#define WRITING_LINES 3
#define NPS_STEPS 11

typedef struct
{
  FfDocument *document;
  const FfQuestionnaire *questionnaire;
  const char *language; /* in which the questions are asked, where they were translated */
  FfPhrases *phrases;
  guint number; /* of the question that was printed last */
} Form;

static const char *
phrase (const Form *form, const char *english)
{
  return ff_phrases_get (form->phrases, "questionnaire form", english);
}

/* A phrase with one place in it; a translator's slip in the name of the place shows the English. */
static char *
fill (const Form *form, const char *english, const char *place, const char *text)
{
  const FfTemplateValue values[] = { { place, text }, { NULL } };
  char *filled = ff_template_fill (phrase (form, english), values, NULL);

  return filled != NULL ? filled : ff_template_fill (english, values, NULL);
}

/* Tables: questions that are answered on the same steps ------------------------------------------------------------------ */

static gboolean
is_tabular (FfQuestionKind kind)
{
  return kind == FF_QUESTION_RATING || kind == FF_QUESTION_NPS || kind == FF_QUESTION_YES_NO || kind == FF_QUESTION_SERVQUAL;
}

/* The texts to be ticked, from the first step to the last. */
static GPtrArray *
list_steps (const Form *form, FfQuestionKind kind)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_free);
  int first = kind == FF_QUESTION_NPS ? 0 : form->questionnaire->scale_min;
  int last = kind == FF_QUESTION_NPS ? NPS_STEPS - 1 : form->questionnaire->scale_max;

  if (kind == FF_QUESTION_YES_NO)
    {
      g_ptr_array_add (steps, g_strdup (phrase (form, NC_ ("questionnaire form", "Yes"))));
      g_ptr_array_add (steps, g_strdup (phrase (form, NC_ ("questionnaire form", "No"))));
      return steps;
    }
  for (int step = first; step <= last; step++)
    g_ptr_array_add (steps, g_strdup_printf ("%d", step));
  return steps;
}

/* What the first and the last step mean, above the table: the numbers alone would not say which end is the good one. */
static void
add_key (Form *form, FfQuestionKind kind)
{
  const GPtrArray *labels = ff_questionnaire_scale_labels_in (form->questionnaire, form->language);
  g_autoptr (GString) text = g_string_new (NULL);

  if (kind == FF_QUESTION_NPS)
    g_string_append (text, phrase (form, NC_ ("questionnaire form", "0 = not at all likely … 10 = extremely likely")));
  else if (kind != FF_QUESTION_YES_NO && labels != NULL)
    for (guint i = 0; i < labels->len; i++)
      g_string_append_printf (text, "%s%d = %s", i > 0 ? "   " : "", form->questionnaire->scale_min + (int) i,
                              (const char *) g_ptr_array_index (labels, i));
  if (text->len > 0)
    ff_document_add_paragraph (form->document, text->str);
}

static void
add_row (Form *form, const FfQuestion *question, const GPtrArray *steps, guint parts, GPtrArray *cells)
{
  g_ptr_array_add (cells, g_strdup_printf ("%u", ++form->number));
  g_ptr_array_add (cells, g_strdup (ff_question_title_in (question, form->language)));
  for (guint part = 0; part < parts; part++)
    for (guint i = 0; i < steps->len; i++)
      g_ptr_array_add (cells, g_strdup (g_ptr_array_index (steps, i)));
}

/* The questions @first to before @end of a dimension, which are all of one kind. */
static void
add_table (Form *form, const FfDimension *dimension, guint first, guint end)
{
  FfQuestionKind kind = ff_dimension_get_question (dimension, first)->kind;
  g_autoptr (GPtrArray) steps = list_steps (form, kind);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint parts = kind == FF_QUESTION_SERVQUAL ? 2 : 1, n = 2 + parts * steps->len;
  g_autofree FfDocumentColumn *columns = g_new0 (FfDocumentColumn, n);

  columns[0] = (FfDocumentColumn){ .title = phrase (form, NC_ ("questionnaire form", "No.")), .width = NUMBER_SHARE, .align = 1 };
  columns[1] = (FfDocumentColumn){ .title = phrase (form, NC_ ("questionnaire form", "Question")), .width = QUESTION_SHARE };
  for (guint i = 2; i < n; i++)
    columns[i] = (FfDocumentColumn){ .title = "",
                                     .width = STEP_SHARE,
                                     .align = 0.5,
                                     .group = parts == 1           ? phrase (form, NC_ ("questionnaire form", "Circle one"))
                                              : i < 2 + steps->len ? phrase (form, NC_ ("questionnaire form", "Should be"))
                                                                   : phrase (form, NC_ ("questionnaire form", "Is")) };
  for (guint i = first; i < end; i++)
    add_row (form, ff_dimension_get_question (dimension, i), steps, parts, cells);
  ff_document_add_table (form->document, columns, n, (const char *const *) cells->pdata, end - first, ROW_HEIGHT);
}

/* Questions by themselves -------------------------------------------------------------------------------------------------- */

static void
draw_lines (cairo_t *cr, double width, double height, gpointer data)
{
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 0.5);
  for (double y = WRITING_LINE; y <= height; y += WRITING_LINE)
    {
      cairo_move_to (cr, 0, y - 1);
      cairo_line_to (cr, width, y - 1);
    }
  cairo_stroke (cr);
}

/* "7. What helped you most?", with what is to be done and what it is worth. */
static void
add_question (Form *form, const FfQuestion *question)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%u. %s", ++form->number, ff_question_title_in (question, form->language));
  if (question->kind == FF_QUESTION_CHOICE && question->multiple)
    g_string_append_printf (text, "  %s", phrase (form, NC_ ("questionnaire form", "(tick all that apply)")));
  if (question->points > 0)
    {
      g_autofree char *points = ff_hundredths_format (question->points);
      g_autofree char *worth = fill (form, NC_ ("questionnaire form", "({points} points)"), "points", points);

      g_string_append_printf (text, "  %s", worth);
    }
  ff_document_add_paragraph (form->document, text->str);
}

static void
add_options (Form *form, const FfQuestion *question)
{
  const GPtrArray *options = ff_question_options_in (question, form->language);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (text, "%s☐ %c  %s", i > 0 ? "\n" : "", (char) ('A' + i),
                            (const char *) g_ptr_array_index (options, i));
  ff_document_add_paragraph (form->document, text->str);
}

static void
add_single (Form *form, const FfQuestion *question)
{
  add_question (form, question);
  if (question->kind == FF_QUESTION_CHOICE)
    add_options (form, question);
  else
    ff_document_add_drawing (form->document, 0, WRITING_LINES * WRITING_LINE, draw_lines, NULL, NULL);
  ff_document_add_space (form->document, ROW_HEIGHT / 4);
}

/* The whole ------------------------------------------------------------------------------------------------------------------ */

static void
add_dimension (Form *form, const FfDimension *dimension)
{
  guint i = 0;

  ff_document_add_heading (form->document, ff_dimension_title_in (dimension, form->language));
  while (i < dimension->questions->len)
    {
      const FfQuestion *question = ff_dimension_get_question (dimension, i);
      guint first = i++;

      if (!is_tabular (question->kind))
        {
          add_single (form, question);
          continue;
        }
      while (i < dimension->questions->len && ff_dimension_get_question (dimension, i)->kind == question->kind)
        i++;
      add_key (form, question->kind);
      add_table (form, dimension, first, i);
    }
  ff_document_add_space (form->document, ROW_HEIGHT / 3);
}

/* Who fills it in: nobody is asked where it is anonymous. */
static void
add_head (Form *form)
{
  const char *const named[] = { phrase (form, NC_ ("questionnaire form", "Name")),
                                phrase (form, NC_ ("questionnaire form", "Employee no.")),
                                phrase (form, NC_ ("questionnaire form", "Date")) };
  const char *const observed[] = { phrase (form, NC_ ("questionnaire form", "Observed")),
                                   phrase (form, NC_ ("questionnaire form", "Observer")),
                                   phrase (form, NC_ ("questionnaire form", "Date")) };
  const FfQuestionnaire *questionnaire = form->questionnaire;

  if (questionnaire->kind == FF_QUESTIONNAIRE_OBSERVATION)
    {
      ff_document_add_blanks (form->document, observed, NULL, G_N_ELEMENTS (observed));
      ff_document_add_paragraph (form->document, phrase (form, NC_ ("questionnaire form", "☐ Self   ☐ Superior   ☐ Colleague")));
    }
  else if (!questionnaire->anonymous)
    ff_document_add_blanks (form->document, named, NULL, G_N_ELEMENTS (named));
}

FfDocument *
ff_questionnaire_form_make (const FfQuestionnaire *questionnaire, const FfQuestionnaireFormOptions *options)
{
  g_autoptr (FfPhrases) phrases = NULL;
  const char *intro, *language, *title;
  Form form;

  g_return_val_if_fail (questionnaire != NULL, NULL);
  g_return_val_if_fail (ff_phrases_is_language (options->language), NULL);

  phrases = ff_phrases_new (options->language);
  language = options->language != NULL ? options->language : ff_phrases_reader_language ();
  title = ff_questionnaire_title_in (questionnaire, language);
  intro = ff_questionnaire_intro_in (questionnaire, language);
  form = (Form){ .document = ff_document_new (FF_PAPER_A4_PORTRAIT, title),
                 .questionnaire = questionnaire,
                 .language = language,
                 .phrases = phrases };
  ff_document_set_language (form.document, options->language);
  ff_document_add_title (form.document, title);
  if (options->about != NULL)
    {
      ff_document_add_paragraph (form.document, options->about);
      ff_document_set_foot (form.document, options->about);
    }
  add_head (&form);
  if (intro != NULL)
    ff_document_add_paragraph (form.document, intro);
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    add_dimension (&form, ff_questionnaire_get_dimension (questionnaire, i));
  ff_document_add_paragraph (form.document, phrase (&form, NC_ ("questionnaire form", "Thank you.")));
  return form.document;
}
