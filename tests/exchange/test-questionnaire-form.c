/* A questionnaire on paper, read back by another program. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ff-questionnaire-form.h"

static FfQuestionnaire *
make_questionnaire (gboolean anonymous)
{
  FfQuestionnaire *questionnaire = ff_questionnaire_new ("q", "Reaction");
  FfDimension *content = ff_questionnaire_add_dimension (questionnaire, "content", "Content");
  FfDimension *words = ff_questionnaire_add_dimension (questionnaire, "words", NULL);
  FfQuestion *rating, *choice;

  questionnaire->anonymous = anonymous;
  questionnaire->intro = g_strdup ("Please rate.");
  for (int i = 0; i < 5; i++)
    g_ptr_array_add (questionnaire->scale_labels, g_strdup_printf ("label%d", i + 1));
  rating = ff_dimension_add_question (content, "a", FF_QUESTION_RATING, "The pace was right");
  ff_dimension_add_question (content, "b", FF_QUESTION_RATING, NULL);
  ff_dimension_add_question (content, "c", FF_QUESTION_NPS, "Would you recommend it");
  ff_dimension_add_question (content, "d", FF_QUESTION_SERVQUAL, "The staff are polite");
  choice = ff_dimension_add_question (words, "e", FF_QUESTION_CHOICE, "Which fits");
  choice->multiple = TRUE;
  g_ptr_array_add (choice->options, g_strdup ("Online"));
  g_ptr_array_add (choice->options, g_strdup ("On site"));
  ff_dimension_add_question (words, "f", FF_QUESTION_TEXT, "What helped");
  ff_translations_set (rating->translations, "zh_CN", "节奏合适", NULL, NULL);
  return questionnaire;
}

/* All of its text without spaces: how far apart words stand is a matter of opinion. */
static char *
read_form (const FfQuestionnaire *questionnaire, const FfQuestionnaireFormOptions *options)
{
  g_autoptr (FfDocument) document = ff_questionnaire_form_make (questionnaire, options);
  g_autofree char *folder = g_dir_make_tmp ("fourfold-form-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "form.pdf", NULL);
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *spaced = NULL;
  GString *text = g_string_new (NULL);
  int status;

  g_assert_true (ff_document_save_pdf (document, path, &error));
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &spaced, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  for (const char *at = spaced; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (text, *at);
  g_unlink (path);
  g_rmdir (folder);
  return g_string_free (text, FALSE);
}

static void
test_form (void)
{
  static const struct
  {
    const char *name;
    gboolean anonymous;
    const char *language;
    const char *text;
    gboolean there;
  } cases[] = {
    { "title", TRUE, "en", "Reaction", TRUE },
    { "what it is for", TRUE, "en", "Pleaserate.", TRUE },
    { "which class", TRUE, "en", "CX-01", TRUE },
    { "labels of the scale", TRUE, "en", "1=label12=label23=label34=label45=label5", TRUE },
    { "a rating with its steps", TRUE, "en", "1Thepacewasright12345", TRUE },
    { "a question without a title is known by its key", TRUE, "en", "2b12345", TRUE },
    { "a translated question", TRUE, "zh_CN", "1节奏合适12345", TRUE },
    { "one that is not translated", TRUE, "zh_CN", "Wouldyourecommendit", TRUE },
    { "NPS has eleven steps", TRUE, "en", "3Wouldyourecommendit012345678910", TRUE },
    { "a pair is answered twice", TRUE, "en", "4Thestaffarepolite1234512345", TRUE },
    { "options with the letters that are typed", TRUE, "en", "AOnline☐BOnsite", TRUE },
    { "several options", TRUE, "en", "(tickallthatapply)", TRUE },
    { "numbers go on over dimensions", TRUE, "en", "6.Whathelped", TRUE },
    { "nobody signs an anonymous form", TRUE, "en", "Employeeno.", FALSE },
    { "a named one is signed", FALSE, "en", "Employeeno.", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfQuestionnaire) questionnaire = make_questionnaire (cases[i].anonymous);
      g_autofree char *text
          = read_form (questionnaire, &(FfQuestionnaireFormOptions) { .language = cases[i].language, .about = "CX-01" });

      g_test_message ("%s: %s", cases[i].name, text);
      g_assert_cmpint (strstr (text, cases[i].text) != NULL, ==, cases[i].there);
    }
}

static void
test_observation (void)
{
  g_autoptr (FfQuestionnaire) questionnaire = make_questionnaire (FALSE);
  g_autofree char *text = NULL;

  questionnaire->kind = FF_QUESTIONNAIRE_OBSERVATION;
  text = read_form (questionnaire, &(FfQuestionnaireFormOptions) { .language = "en" });
  g_assert_nonnull (strstr (text, "Observed"));
  g_assert_nonnull (strstr (text, "☐Superior"));
  g_assert_null (strstr (text, "Employeeno."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questionnaire-form/anonymous", test_form);
  g_test_add_func ("/questionnaire-form/observation", test_observation);
  return g_test_run ();
}
