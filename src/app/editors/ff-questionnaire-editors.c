/* The forms of a questionnaire's settings, of a dimension, of a question and of copying one. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-courses.h"
#include "ff-number.h"
#include "ff-projects.h"
#include "ff-questionnaire-edit.h"
#include "ff-questionnaire-library.h"
#include "ff-questionnaire-text.h"
#include "ff-runs.h"
#include "ff-tag.h"

#define LEVELS 4

static void
set_number (FfEditorValues *values, const char *name, gint64 number)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  ff_editor_values_set (values, name, text);
}

static void
set_ten_thousandths (FfEditorValues *values, const char *name, gint64 value)
{
  g_autofree char *text = value != FF_NO_TARGET ? ff_ten_thousandths_format (value) : NULL;

  ff_editor_values_set (values, name, text);
}

static void
set_hundredths (FfEditorValues *values, const char *name, gint64 value)
{
  g_autofree char *text = value >= 0 ? ff_hundredths_format (value) : NULL;

  ff_editor_values_set (values, name, text);
}

static void
set_lines (FfEditorValues *values, const char *name, const GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  ff_editor_values_set (values, name, text->str);
}

/* Settings ---------------------------------------------------------------------------------------------------------------- */

static const FfEditorField settings_fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "kind", N_("What it is"), FF_FIELD_CHOICE, TRUE },
  { "level", N_("Level"), FF_FIELD_CHOICE, FALSE },
  { "anonymous", N_("Anonymous"), FF_FIELD_SWITCH, FALSE },
  { "min_responses", N_("Show no figure below so many answers"), FF_FIELD_NUMBER, FALSE },
  { "scale_min", N_("Lowest rating"), FF_FIELD_NUMBER, FALSE },
  { "scale_max", N_("Highest rating"), FF_FIELD_NUMBER, FALSE },
  { "scale_labels", N_("What the ratings mean, one per line from the lowest on"), FF_FIELD_PARAGRAPH, FALSE },
  { "target", N_("Target of the mean"), FF_FIELD_NUMBER, FALSE },
  { "invited_by", N_("Who is invited"), FF_FIELD_CHOICE, FALSE },
  { "invited", N_("Forms handed out"), FF_FIELD_NUMBER, FALSE },
  { "half_invalid", N_("A form with fewer than half its ratings is invalid"), FF_FIELD_SWITCH, FALSE },
  { "intro", N_("What stands above the questions"), FF_FIELD_PARAGRAPH, FALSE },
  { "closed_on", N_("Closed on"), FF_FIELD_DATE, FALSE },
  { "key", N_("Key in files"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put_settings (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  const FfQuestionnaireDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .kind = ff_editor_values_get (values, "kind"),
    .level = ff_editor_values_get (values, "level"),
    .anonymous = ff_editor_values_get (values, "anonymous"),
    .scale_min = ff_editor_values_get (values, "scale_min"),
    .scale_max = ff_editor_values_get (values, "scale_max"),
    .scale_labels = ff_editor_values_get (values, "scale_labels"),
    .target = ff_editor_values_get (values, "target"),
    .min_responses = ff_editor_values_get (values, "min_responses"),
    .invited_by = ff_editor_values_get (values, "invited_by"),
    .invited = ff_editor_values_get (values, "invited"),
    .half_invalid = ff_editor_values_get (values, "half_invalid"),
    .intro = ff_editor_values_get (values, "intro"),
    .closed_on = ff_editor_values_get (values, "closed_on"),
    .key = ff_editor_values_get (values, "key"),
  };

  return ff_questionnaire_edit_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static void
show_settings (const FfQuestionnaire *questionnaire, FfEditorValues *values)
{
  ff_editor_values_set (values, "title", questionnaire->title);
  ff_editor_values_set (values, "kind", ff_questionnaire_kind_to_key (questionnaire->kind));
  if (questionnaire->level > 0)
    set_number (values, "level", questionnaire->level);
  ff_editor_values_set (values, "anonymous", questionnaire->anonymous ? "1" : "0");
  set_number (values, "scale_min", questionnaire->scale_min);
  set_number (values, "scale_max", questionnaire->scale_max);
  set_lines (values, "scale_labels", questionnaire->scale_labels);
  set_ten_thousandths (values, "target", questionnaire->target);
  set_number (values, "min_responses", questionnaire->min_responses);
  ff_editor_values_set (values, "invited_by", ff_invited_by_to_key (questionnaire->invited_by));
  set_number (values, "invited", questionnaire->invited);
  ff_editor_values_set (values, "half_invalid", questionnaire->half_invalid ? "1" : "0");
  ff_editor_values_set (values, "intro", questionnaire->intro);
  ff_editor_values_set (values, "closed_on", questionnaire->closed_on);
  ff_editor_values_set (values, "key", questionnaire->key);
}

/* A new one is what is asked most often: a reaction without names, with the target of the rules. */
static gboolean
load_settings (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = id != 0 ? ff_questionnaires_read (db, id, NULL, error) : ff_questionnaire_new (NULL, NULL);

  if (questionnaire == NULL)
    return FALSE;
  if (id == 0)
    {
      questionnaire->level = 1;
      questionnaire->anonymous = TRUE;
      questionnaire->target = 45000;
    }
  show_settings (questionnaire, values);
  return TRUE;
}

static GPtrArray *
list_levels (const char *none)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "", none);
  for (int level = 1; level <= LEVELS; level++)
    {
      g_autofree char *key = g_strdup_printf ("%d", level);
      g_autofree char *title = g_strdup_printf ("%d · %s", level, ff_level_title (level));

      ff_editors_add_choice (array, key, title);
    }
  return array;
}

static GPtrArray *
list_kinds (void)
{
  GPtrArray *array = ff_choices_new ();

  for (FfQuestionnaireKind kind = FF_QUESTIONNAIRE_RATING; kind <= FF_QUESTIONNAIRE_TEST; kind++)
    ff_editors_add_choice (array, ff_questionnaire_kind_to_key (kind), ff_questionnaire_kind_title (kind));
  return array;
}

static GPtrArray *
list_invitations (void)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "enrolled", _("Everybody who is enrolled"));
  ff_editors_add_choice (array, "attended", _("Whoever attended a session"));
  ff_editors_add_choice (array, "typed", _("As many as forms were handed out"));
  return array;
}

static GPtrArray *
choose_settings (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "kind"))
    return list_kinds ();
  return g_str_equal (field, "level") ? list_levels (C_ ("level", "Of no level")) : list_invitations ();
}

static FfEditorNotice *
preview_settings (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  FfEditorNotice *notice = ff_editor_notice_new ();
  gboolean anonymous = g_strcmp0 (ff_editor_values_get (values, "anonymous"), "1") == 0;

  g_ptr_array_add (notice->sentences, g_strdup (ff_questionnaire_text_anonymous (anonymous)));
  return notice;
}

const FfEditorKind ff_questionnaire_editor = {
  .new_title = N_("New Questionnaire"),
  .edit_title = N_("Settings of the Questionnaire"),
  .new_label = N_("Add a questionnaire"),
  .edit_label = N_("Change a questionnaire"),
  .fields = settings_fields,
  .n_fields = G_N_ELEMENTS (settings_fields),
  .put = put_settings,
  .load = load_settings,
  .choices = choose_settings,
  .preview = preview_settings,
  .informs = TRUE,
};

/* Dimensions ---------------------------------------------------------------------------------------------------------------- */

static const FfEditorField dimension_fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, FALSE },
  { "weight", N_("Weight among the dimensions"), FF_FIELD_NUMBER, FALSE },
  { "target", N_("Target, where it is another than that of the whole"), FF_FIELD_NUMBER, FALSE },
  { "about", N_("What it judges"), FF_FIELD_CHOICE, FALSE },
  { "key", N_("Key in files"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put_dimension (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  const FfDimensionDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .weight = ff_editor_values_get (values, "weight"),
    .target = ff_editor_values_get (values, "target"),
    .about = ff_editor_values_get (values, "about"),
    .key = ff_editor_values_get (values, "key"),
  };

  return ff_questionnaire_edit_put_dimension (db, context, id, &draft, new_id, error);
}

static gboolean
load_dimension (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaires_read (db, context, NULL, error);

  if (questionnaire == NULL)
    return FALSE;
  if (id == 0)
    {
      ff_editor_values_set (values, "weight", "1");
      return TRUE;
    }
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimension *dimension = ff_questionnaire_get_dimension (questionnaire, i);

      if (dimension->id != id)
        continue;
      ff_editor_values_set (values, "title", dimension->title);
      set_ten_thousandths (values, "weight", dimension->weight);
      set_ten_thousandths (values, "target", dimension->target);
      ff_editor_values_set (values, "about", ff_about_to_key (dimension->about));
      ff_editor_values_set (values, "key", dimension->key);
      return TRUE;
    }
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This dimension does not exist any more."));
  return FALSE;
}

static GPtrArray *
choose_dimension (FfDb *db, gint64 context, const char *field, GError **error)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "", C_ ("questionnaire", "The class"));
  ff_editors_add_choice (array, "trainer", C_ ("questionnaire", "The trainer"));
  ff_editors_add_choice (array, "venue", C_ ("questionnaire", "The venue"));
  return array;
}

static gboolean
delete_dimension (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_questionnaire_edit_delete_dimension (db, id, error);
}

const FfEditorKind ff_dimension_editor = {
  .new_title = N_("New Dimension"),
  .edit_title = N_("Dimension"),
  .new_label = N_("Add a dimension"),
  .edit_label = N_("Change a dimension"),
  .fields = dimension_fields,
  .n_fields = G_N_ELEMENTS (dimension_fields),
  .put = put_dimension,
  .load = load_dimension,
  .choices = choose_dimension,
  .delete = delete_dimension,
  .delete_label = N_("Delete Dimension"),
  .deleted = N_("Dimension deleted"),
};

/* Questions ------------------------------------------------------------------------------------------------------------------- */

static const FfEditorField question_fields[] = {
  { "title", N_("Question"), FF_FIELD_PARAGRAPH, FALSE },
  { "kind", N_("What an answer is"), FF_FIELD_CHOICE, TRUE },
  { "options", N_("Options of a choice, one per line"), FF_FIELD_PARAGRAPH, FALSE },
  { "multiple", N_("More than one option may be chosen"), FF_FIELD_SWITCH, FALSE },
  { "weight", N_("Weight in its factor (CSI)"), FF_FIELD_NUMBER, FALSE },
  { "answer", N_("Of a test: the right letters, or a model answer"), FF_FIELD_TEXT, FALSE },
  { "points", N_("Of a test: points"), FF_FIELD_NUMBER, FALSE },
  { "key", N_("Key in files"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put_question (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  const FfQuestionDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .kind = ff_editor_values_get (values, "kind"),
    .options = ff_editor_values_get (values, "options"),
    .multiple = ff_editor_values_get (values, "multiple"),
    .weight = ff_editor_values_get (values, "weight"),
    .answer = ff_editor_values_get (values, "answer"),
    .points = ff_editor_values_get (values, "points"),
    .key = ff_editor_values_get (values, "key"),
  };

  return ff_questionnaire_edit_put_question (db, context, id, &draft, new_id, error);
}

static gboolean
load_question (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  gint64 whole = id != 0 ? ff_questionnaire_store_find_of_question (db, id, error) : 0;
  g_autoptr (FfQuestionnaire) questionnaire = whole > 0 ? ff_questionnaires_read (db, whole, NULL, error) : NULL;
  const FfQuestion *question = questionnaire != NULL ? ff_questionnaire_find_id (questionnaire, id, NULL) : NULL;

  if (question == NULL)
    {
      if (whole == 0)
        g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This question does not exist any more."));
      return FALSE;
    }
  ff_editor_values_set (values, "title", question->title);
  ff_editor_values_set (values, "kind", ff_question_kind_to_key (question->kind));
  set_lines (values, "options", question->options);
  ff_editor_values_set (values, "multiple", question->multiple ? "1" : "0");
  set_ten_thousandths (values, "weight", question->weight);
  ff_editor_values_set (values, "answer", question->answer);
  if (question->points > 0)
    set_hundredths (values, "points", question->points);
  ff_editor_values_set (values, "key", question->key);
  return TRUE;
}

static GPtrArray *
choose_question (FfDb *db, gint64 context, const char *field, GError **error)
{
  GPtrArray *array = ff_choices_new ();

  for (FfQuestionKind kind = FF_QUESTION_RATING; kind <= FF_QUESTION_SHORT; kind++)
    ff_editors_add_choice (array, ff_question_kind_to_key (kind), ff_question_kind_title (kind));
  return array;
}

static gboolean
delete_question (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_questionnaire_edit_delete_question (db, id, error);
}

const FfEditorKind ff_question_editor = {
  .new_title = N_("New Question"),
  .edit_title = N_("Question"),
  .new_label = N_("Add a question"),
  .edit_label = N_("Change a question"),
  .fields = question_fields,
  .n_fields = G_N_ELEMENTS (question_fields),
  .put = put_question,
  .load = load_question,
  .choices = choose_question,
  .delete = delete_question,
  .delete_label = N_("Delete Question"),
  .deleted = N_("Question deleted"),
};

/* Copies ------------------------------------------------------------------------------------------------------------------------ */

static const FfEditorField copy_fields[] = {
  { "title", N_("Title of the copy"), FF_FIELD_TEXT, TRUE },
  { "to", N_("Code of the course, class or project; empty: the library"), FF_FIELD_SUGGEST, FALSE },
};

/* Whom a code names: a course, else a class, else a project; nobody is the library. */
static gboolean
find_owner (FfDb *db, const char *code, FfOwner *owner, GError **error)
{
  gint64 id;

  *owner = FF_OWNER_INIT (FF_OWNER_NONE, 0);
  if (*code == '\0')
    return TRUE;
  if ((id = ff_courses_find (db, code, error)) != 0)
    *owner = ff_owner_course (id);
  else if ((id = ff_runs_find (db, code, error)) != 0)
    *owner = ff_owner_run (id);
  else if ((id = ff_projects_find (db, code, error)) != 0)
    *owner = ff_owner_project (id);
  else
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "to", _("There is no course, class or project with the code %s."), code);
  return owner->id > 0;
}

static FfPut
put_copy (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_library_read (db, context, NULL, error);
  g_autoptr (GPtrArray) rows = questionnaire != NULL ? ff_questionnaire_library_read_rows (db, &context, 1, error) : NULL;
  const FfQuestionnaireRow *row = rows != NULL ? g_ptr_array_index (rows, 0) : NULL;
  const char *title = ff_editor_values_get (values, "title");
  FfOwner to;

  if (row == NULL || !find_owner (db, ff_editor_values_get (values, "to"), &to, error))
    return FF_PUT_REFUSED;
  /* A title that was left as it was offered stays translated. */
  *new_id = ff_questionnaires_copy (db, questionnaire, to, g_strcmp0 (title, row->title) != 0 ? title : NULL, error);
  return *new_id != 0 ? FF_PUT_NEW : FF_PUT_REFUSED;
}

static gboolean
load_copy (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) rows = ff_questionnaire_library_read_rows (db, &context, 1, error);
  const FfQuestionnaireRow *row = rows != NULL ? g_ptr_array_index (rows, 0) : NULL;

  if (row == NULL)
    return FALSE;
  ff_editor_values_set (values, "title", row->title);
  return TRUE;
}

static GPtrArray *
suggest_owners (FfDb *db, gint64 context, const char *field, GError **error)
{
  g_autoptr (GPtrArray) courses = ff_editors_list_courses (db, error);
  GPtrArray *codes = courses != NULL ? ff_choices_new () : NULL;

  for (guint i = 0; codes != NULL && i < courses->len; i++)
    ff_editors_add_choice (codes, NULL, ((const FfChoice *) g_ptr_array_index (courses, i))->key);
  return codes;
}

const FfEditorKind ff_questionnaire_copy_editor = {
  .new_title = N_("Copy Questionnaire"),
  .new_label = N_("Copy a questionnaire"),
  .fields = copy_fields,
  .n_fields = G_N_ELEMENTS (copy_fields),
  .put = put_copy,
  .load = load_copy,
  .choices = suggest_owners,
  .confirm_label = N_("_Copy"),
};
