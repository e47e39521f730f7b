#include "config.h"

#include "ff-course-json.h"

#include <glib/gi18n-lib.h>

#include "ff-course-evaluation-json.h"
#include "ff-course-parts-json.h"
#include "ff-course-rules.h"
#include "ff-criteria-json.h"
#include "ff-questionnaire-json.h"
#include "ff-test-json.h"

#define ROOT "$.course"

/* Reading ---------------------------------------------------------------------------------------------------- */

/* Keys of components are unique in the whole scheme, and a weight is missing only where it would mean nothing. */
static gboolean
check_components (JsonNode *group, const char *path, GHashTable *keys, GError **error)
{
  for (guint i = 0; i < ff_json_get_length (group, "components"); i++)
    {
      JsonNode *component = ff_json_get_element (group, "components", i);
      const char *key = ff_json_get_text (component, "key", NULL);
      g_autofree char *place = g_strdup_printf ("%s.components[%u]", path, i);
      g_autofree char *member = g_strconcat (place, ".key", NULL);

      if (!g_hash_table_add (keys, (gpointer) key))
        {
          ff_json_set_error (error, member, _("The key “%s” is used twice; each needs its own."), key);
          return FALSE;
        }
      if (ff_json_get (component, "weight") == NULL && ff_json_get (component, "pretest_of") == NULL)
        {
          ff_json_set_error (error, place, _("The member “%s” is missing."), "weight");
          return FALSE;
        }
      if (!ff_criteria_json_check (component, place, error) || !ff_test_json_check (component, place, error)
          || !check_components (component, place, keys, error))
        return FALSE;
    }
  return TRUE;
}

JsonNode *
ff_course_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonNode) document = ff_json_parse (text, length, error);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  JsonNode *course;

  if (document == NULL || !ff_json_check (document, &ff_course_document_shape, error))
    return NULL;

  course = ff_json_get (document, "course");
  if (!check_components (ff_json_get (course, "scheme"), ROOT ".scheme", keys, error))
    return NULL;
  for (guint i = 0; i < ff_json_get_length (course, "questionnaires"); i++)
    {
      g_autofree char *path = g_strdup_printf (ROOT ".questionnaires[%u]", i);

      if (!ff_questionnaire_json_check (ff_json_get_element (course, "questionnaires", i), path, error))
        return NULL;
    }

  return g_steal_pointer (&document);
}

const char *
ff_course_json_get_code (JsonNode *document)
{
  return ff_json_get_text (ff_json_get (document, "course"), "code", NULL);
}

static void
apply_text (JsonNode *node, const char *name, char **text)
{
  const char *value = ff_json_get_text (node, name, NULL);

  if (value == NULL)
    return;
  g_free (*text);
  *text = g_strdup (value);
}

static void
apply_benefits (JsonNode *node, FfCourse *course)
{
  if (ff_json_get (node, "benefits") == NULL)
    return;

  g_ptr_array_set_size (course->benefits, 0);
  for (guint i = 0; i < ff_json_get_length (node, "benefits"); i++)
    g_ptr_array_add (course->benefits, g_strdup (json_node_get_string (ff_json_get_element (node, "benefits", i))));
}

static void
add_items (JsonNode *node, const char *member, FfCourse *course, int parent)
{
  for (guint i = 0; i < ff_json_get_length (node, member); i++)
    {
      JsonNode *child = ff_json_get_element (node, member, i);
      FfSyllabusItem *item
        = ff_course_add_item (course, parent, ff_json_get_text (child, "kind", NULL), ff_json_get_text (child, "title", NULL),
                              ff_json_get_int (child, "minutes", -1));

      item->layer = g_strdup (ff_json_get_text (child, "layer", NULL));
      item->made_to_order = ff_json_get_boolean (child, "made_to_order", FALSE);
      add_items (child, "children", course, course->syllabus->len - 1);
    }
}

static void
apply_syllabus (JsonNode *node, FfCourse *course)
{
  if (ff_json_get (node, "syllabus") == NULL)
    return;

  g_ptr_array_set_size (course->syllabus, 0);
  add_items (node, "syllabus", course, -1);
}

static void
apply_attendance (JsonNode *node, FfCourse *course)
{
  JsonNode *rule = ff_json_get (node, "attendance");

  if (rule == NULL)
    return;

  course->rule = FF_ATTENDANCE_RULE_DEFAULT;
  course->rule.grace_minutes = ff_json_get_int (rule, "grace_minutes", course->rule.grace_minutes);
  course->rule.max_absence = ff_json_get_hundredths (rule, "max_absence_percent", course->rule.max_absence);
  course->rule.min_attended = ff_json_get_hundredths (rule, "min_attended_percent", course->rule.min_attended);
  if (g_str_equal (ff_json_get_text (rule, "base", "sessions"), "minutes"))
    course->rule.base = FF_BASE_MINUTES;
}

static void
add_components (JsonNode *group, FfScheme *scheme, int parent)
{
  for (guint i = 0; i < ff_json_get_length (group, "components"); i++)
    {
      JsonNode *node = ff_json_get_element (group, "components", i);
      const char *key = ff_json_get_text (node, "key", NULL);
      FfComponent *component
        = ff_scheme_add (scheme, parent, key, ff_json_get_text (node, "title", key), ff_json_get_hundredths (node, "weight", 0));

      component->max = ff_json_get_hundredths (node, "max", component->max);
      (void) ff_component_source_from_key (ff_json_get_text (node, "source", "manual"), &component->source);
      (void) ff_attempt_rule_from_key (ff_json_get_text (node, "attempts", "capped"), &component->attempts);
      component->level = ff_json_get_int (node, "level", 0);
      component->pretest_of = g_strdup (ff_json_get_text (node, "pretest_of", NULL));
      component->commitment_kind = g_strdup (ff_json_get_text (node, "commitment_kind", NULL));
      component->drop_extremes = ff_json_get_boolean (node, "drop_extremes", FALSE);
      component->by_team = ff_json_get_boolean (node, "by_team", FALSE);
      component->due_days = ff_json_get_int (node, "due_days", -1);
      if (ff_json_get_length (node, "criteria") > 0)
        component->criteria = ff_criteria_new ();
      ff_criteria_json_read (node, component->criteria);
      component->items = ff_test_json_read (node);
      add_components (node, scheme, ff_scheme_length (scheme) - 1);
    }
}

static gboolean
apply_scheme (JsonNode *course_node, FfCourse *course, GError **error)
{
  JsonNode *node = ff_json_get (course_node, "scheme");
  FfScheme *scheme;

  if (node == NULL)
    return TRUE;

  scheme = ff_scheme_new ();
  scheme->pass_mark = ff_json_get_hundredths (node, "pass_mark", scheme->pass_mark);
  scheme->good_mark = ff_json_get_hundredths (node, "good_mark", scheme->good_mark);
  scheme->excellent_mark = ff_json_get_hundredths (node, "excellent_mark", scheme->excellent_mark);
  scheme->award_percent = ff_json_get_hundredths (node, "award_percent", scheme->award_percent);
  (void) ff_award_rounding_from_key (ff_json_get_text (node, "award_rounding", "down"), &scheme->award_rounding);
  add_components (node, scheme, -1);
  ff_scheme_update (scheme);

  ff_scheme_free (course->scheme);
  course->scheme = scheme;
  if (ff_scheme_validate (scheme, error))
    return TRUE;
  g_prefix_error (error, ROOT ".scheme: ");
  return FALSE;
}

gboolean
ff_course_json_apply (JsonNode *document, FfCourse *course, GError **error)
{
  JsonNode *node = ff_json_get (document, "course");

  apply_text (node, "code", &course->code);
  apply_text (node, "title", &course->title);
  apply_text (node, "category", &course->category);
  apply_text (node, "background", &course->background);
  apply_text (node, "audience", &course->audience);
  apply_text (node, "method", &course->method);
  course->hours = ff_json_get_hundredths (node, "hours", course->hours);
  apply_benefits (node, course);
  apply_syllabus (node, course);
  apply_attendance (node, course);

  return apply_scheme (node, course, error);
}

FfPut
ff_course_json_put (FfDb *db, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonNode) document = ff_course_json_parse (text, length, error);
  g_autoptr (FfCourse) course = NULL;
  FfPut put;
  gint64 id = document != NULL ? ff_courses_find (db, ff_course_json_get_code (document), error) : -1;

  if (id < 0)
    return FF_PUT_REFUSED;
  course = id > 0 ? ff_courses_read (db, id, error) : ff_course_new ();
  if (course == NULL || !ff_course_json_apply (document, course, error))
    return FF_PUT_REFUSED;

  put = ff_courses_put (db, course, error);
  if (put != FF_PUT_REFUSED)
    put = ff_course_evaluation_put (db, course, ff_json_get (document, "course"), put, error);
  return put != FF_PUT_REFUSED ? ff_course_parts_put (db, course, ff_json_get (document, "course"), put, error) : put;
}

/* Writing ---------------------------------------------------------------------------------------------------- */

static void
write_optional (FfJsonWriter *writer, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    ff_json_text (writer, name, text);
}

/* The items below @parent, each with its own ones. */
static void
write_items (FfJsonWriter *writer, const char *name, const FfCourse *course, int parent)
{
  gboolean any = FALSE;

  for (guint i = 0; i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      if (item->parent != parent)
        continue;
      if (!any)
        ff_json_begin_array (writer, name);
      any = TRUE;
      ff_json_begin_object (writer, NULL);
      ff_json_text (writer, "kind", item->kind);
      ff_json_text (writer, "title", item->title);
      if (item->minutes >= 0)
        ff_json_int (writer, "minutes", item->minutes);
      write_optional (writer, "layer", item->layer);
      if (item->made_to_order)
        ff_json_boolean (writer, "made_to_order", TRUE);
      write_items (writer, "children", course, i);
      ff_json_end (writer);
    }
  if (any)
    ff_json_end (writer);
}

static void
write_attendance (FfJsonWriter *writer, const FfAttendanceRule *rule)
{
  ff_json_begin_object (writer, "attendance");
  ff_json_int (writer, "grace_minutes", rule->grace_minutes);
  ff_json_hundredths (writer, "max_absence_percent", rule->max_absence);
  ff_json_text (writer, "base", rule->base == FF_BASE_MINUTES ? "minutes" : "sessions");
  if (rule->min_attended >= 0)
    ff_json_hundredths (writer, "min_attended_percent", rule->min_attended);
  ff_json_end (writer);
}

static void write_components (FfJsonWriter *writer, const FfScheme *scheme, int parent);

static void
write_component (FfJsonWriter *writer, const FfScheme *scheme, guint index)
{
  const FfComponent *component = ff_scheme_get (scheme, index);

  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "key", component->key);
  ff_json_text (writer, "title", component->title);
  if (component->pretest_of == NULL)
    ff_json_hundredths (writer, "weight", component->weight);
  if (component->leaf && component->source != FF_SOURCE_RUBRIC)
    ff_json_hundredths (writer, "max", component->max);
  if (component->source != FF_SOURCE_MANUAL)
    ff_json_text (writer, "source", ff_component_source_to_key (component->source));
  if (component->level > 0)
    ff_json_int (writer, "level", component->level);
  write_optional (writer, "pretest_of", component->pretest_of);
  write_optional (writer, "commitment_kind", component->commitment_kind);
  if (component->attempts != FF_ATTEMPTS_CAPPED)
    ff_json_text (writer, "attempts", ff_attempt_rule_to_key (component->attempts));
  if (component->drop_extremes)
    ff_json_boolean (writer, "drop_extremes", TRUE);
  if (component->by_team)
    ff_json_boolean (writer, "by_team", TRUE);
  if (component->due_days >= 0)
    ff_json_int (writer, "due_days", component->due_days);
  if (component->criteria != NULL && component->criteria->len > 0)
    ff_criteria_json_write (writer, component->criteria);
  if (component->items != NULL && component->items->len > 0)
    ff_test_json_write (writer, component->items);
  if (!component->leaf)
    write_components (writer, scheme, index);
  ff_json_end (writer);
}

static void
write_components (FfJsonWriter *writer, const FfScheme *scheme, int parent)
{
  ff_json_begin_array (writer, "components");
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->parent == parent)
      write_component (writer, scheme, i);
  ff_json_end (writer);
}

static void
write_scheme (FfJsonWriter *writer, const FfScheme *scheme)
{
  ff_json_begin_object (writer, "scheme");
  ff_json_hundredths (writer, "pass_mark", scheme->pass_mark);
  ff_json_hundredths (writer, "good_mark", scheme->good_mark);
  ff_json_hundredths (writer, "excellent_mark", scheme->excellent_mark);
  ff_json_hundredths (writer, "award_percent", scheme->award_percent);
  ff_json_text (writer, "award_rounding", ff_award_rounding_to_key (scheme->award_rounding));
  write_components (writer, scheme, -1);
  ff_json_end (writer);
}

char *
ff_course_json_format (FfDb *db, const FfCourse *course, GError **error)
{
  FfJsonWriter *writer = ff_json_writer_new ();
  g_autofree char *text = NULL;
  gboolean done;

  ff_json_begin_object (writer, NULL);
  ff_json_int (writer, "fourfold", 1);
  ff_json_begin_object (writer, "course");
  ff_json_text (writer, "code", course->code);
  ff_json_text (writer, "title", course->title);
  write_optional (writer, "category", course->category);
  write_optional (writer, "background", course->background);
  if (course->benefits->len > 0)
    {
      ff_json_begin_array (writer, "benefits");
      for (guint i = 0; i < course->benefits->len; i++)
        ff_json_text (writer, NULL, g_ptr_array_index (course->benefits, i));
      ff_json_end (writer);
    }
  write_optional (writer, "audience", course->audience);
  write_optional (writer, "method", course->method);
  if (course->hours >= 0)
    ff_json_hundredths (writer, "hours", course->hours);
  write_items (writer, "syllabus", course, -1);
  write_attendance (writer, &course->rule);
  write_scheme (writer, course->scheme);
  done = db == NULL || (ff_course_evaluation_write (writer, db, course, error) && ff_course_parts_write (writer, db, course, error));
  ff_json_end (writer);
  ff_json_end (writer);

  text = ff_json_writer_finish (writer);
  return done ? g_steal_pointer (&text) : NULL;
}
