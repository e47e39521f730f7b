#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-number.h"
#include "ff-scheme-edit.h"
#include "ff-scheme-measure.h"
#include "ff-tag.h"

static const FfEditorField fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "weight", N_("Weight in its group"), FF_FIELD_NUMBER, TRUE },
  { "group", N_("Group"), FF_FIELD_CHOICE, FALSE },
  { "level", N_("Measures level"), FF_FIELD_CHOICE, FALSE },
  { "pretest_of", N_("Pre-test of"), FF_FIELD_CHOICE, FALSE },
  { "source", N_("Where the mark comes from"), FF_FIELD_CHOICE, FALSE },
  { "max", N_("Maximum"), FF_FIELD_NUMBER, FALSE },
  { "criteria", N_("Criteria of a rubric, one per line: Listens = 20"), FF_FIELD_PARAGRAPH, FALSE },
  { "by_team", N_("Marked per team"), FF_FIELD_SWITCH, FALSE },
  { "attempts", N_("Of several attempts counts"), FF_FIELD_CHOICE, FALSE },
  { "drop_extremes", N_("Of five raters or more, leave out the highest and the lowest"), FF_FIELD_SWITCH, FALSE },
  { "key", N_("Key in files"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 course_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfComponentDraft draft = {
    .key = ff_editor_values_get (values, "key"),
    .title = ff_editor_values_get (values, "title"),
    .group = ff_editor_values_get (values, "group"),
    .weight = ff_editor_values_get (values, "weight"),
    .max = ff_editor_values_get (values, "max"),
    .source = ff_editor_values_get (values, "source"),
    .criteria = ff_editor_values_get (values, "criteria"),
    .by_team = ff_editor_values_get (values, "by_team"),
    .attempts = ff_editor_values_get (values, "attempts"),
    .drop_extremes = ff_editor_values_get (values, "drop_extremes"),
    .level = ff_editor_values_get (values, "level"),
    .pretest_of = ff_editor_values_get (values, "pretest_of"),
  };

  return ff_scheme_put_component (db, course_id, id, &draft, new_id, error);
}

static void
show_measure (const FfComponent *component, FfEditorValues *values)
{
  g_autofree char *level = g_strdup_printf ("%d", component->level);

  ff_editor_values_set (values, "level", level);
  ff_editor_values_set (values, "pretest_of", component->pretest_of);
}

static void
show (const FfScheme *scheme, const FfComponent *component, FfEditorValues *values)
{
  g_autofree char *weight = ff_hundredths_format (component->weight);
  g_autofree char *max = ff_hundredths_format (component->max);
  g_autofree char *criteria = ff_component_format_criteria (component);

  ff_editor_values_set (values, "key", component->key);
  ff_editor_values_set (values, "title", component->title);
  ff_editor_values_set (values, "group", component->parent >= 0 ? ff_scheme_get (scheme, (guint) component->parent)->key : "");
  ff_editor_values_set (values, "weight", weight);
  ff_editor_values_set (values, "max", max);
  ff_editor_values_set (values, "source", ff_component_source_to_key (component->source));
  ff_editor_values_set (values, "criteria", criteria);
  ff_editor_values_set (values, "by_team", component->by_team ? "1" : "0");
  ff_editor_values_set (values, "attempts", ff_attempt_rule_to_key (component->attempts));
  ff_editor_values_set (values, "drop_extremes", component->drop_extremes ? "1" : "0");
  show_measure (component, values);
}

static const FfComponent *
find_component (const FfScheme *scheme, gint64 id, GError **error)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->id == id)
      return ff_scheme_get (scheme, i);
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This component of the scheme does not exist any more."));
  return NULL;
}

static gboolean
load (FfDb *db, gint64 id, gint64 course_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, 0, error);
  g_autofree char *rest = NULL;
  const FfComponent *component;

  if (scheme == NULL)
    return FALSE;
  if (id == 0)
    {
      rest = ff_hundredths_format (MAX (0, 10000 - ff_scheme_sum (scheme, -1)));
      ff_editor_values_set (values, "weight", rest);
      ff_editor_values_set (values, "max", "100");
      ff_editor_values_set (values, "source", "manual");
      ff_editor_values_set (values, "attempts", ff_attempt_rule_to_key (FF_ATTEMPTS_CAPPED));
      ff_editor_values_set (values, "level", "0");
      return TRUE;
    }
  component = find_component (scheme, id, error);
  if (component != NULL)
    show (scheme, component, values);
  return component != NULL;
}

static GPtrArray *
list_groups (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, 0, error);
  GPtrArray *array;

  if (scheme == NULL)
    return NULL;
  array = ff_choices_new ();
  ff_editors_add_choice (array, "", C_("choice", "None"));
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    ff_editors_add_choice (array, ff_scheme_get (scheme, i)->key, ff_scheme_get (scheme, i)->title);
  return array;
}

/* Level 2 alone: the other levels do not go by marks. */
static GPtrArray *
list_levels (void)
{
  GPtrArray *array = ff_choices_new ();
  g_autofree char *number = g_strdup_printf ("%d", FF_LEARNING_LEVEL);
  g_autofree char *title = g_strdup_printf (C_("level", "%d %s"), FF_LEARNING_LEVEL, ff_level_title (FF_LEARNING_LEVEL));

  ff_editors_add_choice (array, "0", C_("choice", "None"));
  ff_editors_add_choice (array, number, title);
  return array;
}

/* What a pre-test can be compared with. */
static GPtrArray *
list_leaves (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_scheme_read_of (db, owner, error);
  GPtrArray *array;

  if (scheme == NULL)
    return NULL;
  array = ff_choices_new ();
  ff_editors_add_choice (array, "", C_("choice", "None"));
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->leaf && ff_scheme_get (scheme, i)->pretest_of == NULL)
      ff_editors_add_choice (array, ff_scheme_get (scheme, i)->key, ff_scheme_get (scheme, i)->title);
  return array;
}

static gboolean
is_set (FfEditorValues *values, const char *field, const char *none)
{
  const char *text = ff_editor_values_get (values, field);

  return text != NULL && *text != '\0' && g_strcmp0 (text, none) != 0;
}

/* A pre-test stands outside the total and what is learned; what is imported as both shows both. */
static gboolean
shows (const char *field, FfEditorValues *values)
{
  gboolean pretest = is_set (values, "pretest_of", "");

  if (g_str_equal (field, "weight"))
    return !pretest;
  if (g_str_equal (field, "level"))
    return !pretest || is_set (values, "level", "0");
  return pretest || !g_str_equal (field, "pretest_of") || !is_set (values, "level", "0");
}

static GPtrArray *
choices (FfDb *db, gint64 course_id, const char *field, GError **error)
{
  GPtrArray *array;

  if (g_str_equal (field, "level"))
    return list_levels ();
  if (g_str_equal (field, "pretest_of"))
    return list_leaves (db, ff_owner_course (course_id), error);
  if (g_str_equal (field, "group"))
    return list_groups (db, course_id, error);
  array = ff_choices_new ();
  if (g_str_equal (field, "attempts"))
    {
      ff_editors_add_choice (array, ff_attempt_rule_to_key (FF_ATTEMPTS_CAPPED), C_("attempts", "The last, at most the pass mark"));
      ff_editors_add_choice (array, ff_attempt_rule_to_key (FF_ATTEMPTS_LAST), C_("attempts", "The last"));
      ff_editors_add_choice (array, ff_attempt_rule_to_key (FF_ATTEMPTS_BEST), C_("attempts", "The best"));
      return array;
    }
  ff_editors_add_choice (array, "manual", C_("source of a mark", "Typed in"));
  ff_editors_add_choice (array, "rubric", C_("source of a mark", "Rubric with criteria"));
  ff_editors_add_choice (array, "attendance", C_("source of a mark", "Attendance"));
  return array;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_scheme_delete_component (db, context, id, error);
}

const FfEditorKind ff_component_editor = {
  .new_title = N_("New Component"),
  .edit_title = N_("Component"),
  .new_label = N_("Add to the scheme"),
  .edit_label = N_("Change the scheme"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .shows = shows,
  .delete = delete,
  .delete_label = N_("Delete Component"),
  .deleted = N_("Component deleted"),
};

/* Of a class, whose scheme is its own -------------------------------------------------------------------------------- */

static const FfEditorField measure_fields[] = {
  { "level", N_("Measures level"), FF_FIELD_CHOICE, FALSE },
  { "pretest_of", N_("Pre-test of"), FF_FIELD_CHOICE, FALSE },
};

static FfPut
put_measure (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return ff_scheme_put_measure (db, ff_owner_from_number (context), id, ff_editor_values_get (values, "level"),
                                ff_editor_values_get (values, "pretest_of"), error);
}

static gboolean
load_measure (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_scheme_read_of (db, ff_owner_from_number (context), error);
  const FfComponent *component = scheme != NULL ? find_component (scheme, id, error) : NULL;

  if (component != NULL)
    show_measure (component, values);
  return component != NULL;
}

static GPtrArray *
measure_choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  return g_str_equal (field, "level") ? list_levels () : list_leaves (db, ff_owner_from_number (context), error);
}

const FfEditorKind ff_measure_editor = {
  .new_title = N_("What It Measures"),
  .edit_title = N_("What It Measures"),
  .new_label = N_("Change what the scheme measures"),
  .edit_label = N_("Change what the scheme measures"),
  .fields = measure_fields,
  .n_fields = G_N_ELEMENTS (measure_fields),
  .put = put_measure,
  .load = load_measure,
  .choices = measure_choices,
  .shows = shows,
};
