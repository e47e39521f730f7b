/* A course as a file: both ways, what is refused, and the published schema, which says the same as the rules. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ff-course-json.h"
#include "ff-course-rules.h"
#include "ff-error.h"
#include "test-support.h"

#define DOCUMENT(course) "{\"fourfold\": 1, \"course\": {\"code\": \"C\", \"title\": \"T\"" course "}}"
#define SCHEME(components) DOCUMENT (", \"scheme\": {\"components\": [" components "]}")

#define LEVELS(levels)                                                                                                     \
  SCHEME ("{\"key\": \"r\", \"weight\": 1, \"source\": \"rubric\", \"criteria\": [{\"key\": \"c\", \"max\": 10, \"levels\": [" levels "]}]}")

static FfCourse *
read_course (const char *text, GError **error)
{
  g_autoptr (JsonNode) document = ff_course_json_parse (text, strlen (text), error);
  g_autoptr (FfCourse) course = ff_course_new ();

  if (document == NULL || !ff_course_json_apply (document, course, error))
    return NULL;
  return g_steal_pointer (&course);
}

static void
test_demo_courses (void)
{
  g_autofree char *root = g_test_build_filename (G_TEST_DIST, "..", "data", "demo", NULL);
  static const char *const languages[] = { "en", "zh_CN" };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *folder = g_build_filename (root, languages[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autofree char *text = NULL;
          g_autofree char *first = NULL;
          g_autofree char *second = NULL;
          g_autoptr (FfCourse) course = NULL;
          g_autoptr (FfCourse) again = NULL;
          g_autoptr (GError) error = NULL;

          if (!g_str_has_suffix (name, ".json"))
            continue;
          g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
          course = read_course (text, &error);
          g_assert_no_error (error);
          first = ff_course_json_format (NULL, course, NULL);
          again = read_course (first, &error);
          g_assert_no_error (error);
          second = ff_course_json_format (NULL, again, NULL);
          g_assert_cmpstr (first, ==, second);
          n++;
        }
    }
  g_assert_cmpuint (n, >=, 12);
}

static void
test_defaults (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCourse) course
    = read_course (SCHEME ("{\"key\": \"a\", \"weight\": 33.33}, {\"key\": \"r\", \"weight\": 1, \"source\": \"rubric\","
                           " \"criteria\": [{\"key\": \"c\", \"max\": 2.5}, {\"key\": \"d\", \"max\": 5}]}"),
                   &error);
  const FfComponent *leaf;

  g_assert_no_error (error);
  g_assert_cmpint (course->hours, ==, -1);
  g_assert_cmpint (course->rule.grace_minutes, ==, 15);
  g_assert_cmpint (course->rule.max_absence, ==, 2000);
  g_assert_cmpint (course->rule.min_attended, ==, -1);
  g_assert_cmpint (course->scheme->pass_mark, ==, 6000);
  leaf = ff_scheme_get (course->scheme, 0);
  g_assert_cmpstr (leaf->title, ==, "a");
  g_assert_cmpint (leaf->weight, ==, 3333);
  g_assert_cmpint (leaf->max, ==, 10000);
  g_assert_cmpint (ff_scheme_get (course->scheme, 1)->max, ==, 750);
}

/* Criteria keep their notes and levels, and the file is the same bytes again. */
static void
test_levels (void)
{
  static const char text[]
    = SCHEME ("{\"key\": \"r\", \"weight\": 1, \"source\": \"rubric\", \"criteria\": [{\"key\": \"c\", \"note\": \"n\", \"max\": 10,"
              " \"levels\": [{\"title\": \"A\", \"description\": \"seen\", \"points\": 10}, {\"title\": \"B\", \"points\": 2.5}]},"
              " {\"key\": \"d\", \"max\": 5, \"levels\": []}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCourse) course = read_course (text, &error);
  g_autoptr (FfCourse) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const FfCriterion *criterion;

  g_assert_no_error (error);
  first = ff_course_json_format (NULL, course, NULL);
  again = read_course (first, &error);
  g_assert_no_error (error);
  second = ff_course_json_format (NULL, again, NULL);
  g_assert_cmpstr (first, ==, second);
  criterion = g_ptr_array_index (ff_scheme_get (again->scheme, 0)->criteria, 0);
  g_assert_cmpstr (criterion->note, ==, "n");
  g_assert_cmpuint (criterion->levels->len, ==, 2);
  g_assert_cmpstr (ff_criterion_get_level (criterion, 0)->description, ==, "seen");
  g_assert_null (ff_criterion_get_level (criterion, 1)->description);
  g_assert_cmpint (ff_criterion_get_level (criterion, 1)->points, ==, 250);
  criterion = g_ptr_array_index (ff_scheme_get (again->scheme, 0)->criteria, 1);
  g_assert_cmpuint (criterion->levels->len, ==, 0);
}

/* So do the items of a test. */
static void
test_items (void)
{
  static const char text[]
    = SCHEME ("{\"key\": \"t\", \"weight\": 1, \"source\": \"test\", \"items\": ["
              "{\"key\": \"1\", \"kind\": \"choice\", \"title\": \"Which?\", \"options\": [\"x\", \"y\"], \"answer\": \"b\", \"points\": 2},"
              "{\"key\": \"2\", \"kind\": \"short\", \"title\": \"Why?\", \"points\": 2.5}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCourse) course = read_course (text, &error);
  g_autoptr (FfCourse) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const GPtrArray *items;

  g_assert_no_error (error);
  first = ff_course_json_format (NULL, course, NULL);
  again = read_course (first, &error);
  g_assert_no_error (error);
  second = ff_course_json_format (NULL, again, NULL);
  g_assert_cmpstr (first, ==, second);
  items = ff_scheme_get (again->scheme, 0)->items;
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (ff_test_items_get (items, 0)->answer, ==, "B");
  g_assert_cmpstr (g_ptr_array_index (ff_test_items_get (items, 0)->options, 1), ==, "y");
  g_assert_cmpint (ff_test_items_get (items, 1)->points, ==, 250);
}

/* A file that mentions little changes little. */
static void
test_partial (void)
{
  static const char full[] = "{\"course\": {\"code\": \"C\", \"title\": \"T\", \"method\": \"m\", \"benefits\": [\"b\"], \"hours\": 6.5}}";
  static const char part[] = "{\"course\": {\"code\": \"C\", \"title\": \"U\", \"benefits\": []}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCourse) course = read_course (full, &error);
  g_autoptr (JsonNode) document = ff_course_json_parse (part, strlen (part), &error);

  g_assert_no_error (error);
  g_assert_true (ff_course_json_apply (document, course, &error));
  g_assert_cmpstr (course->title, ==, "U");
  g_assert_cmpstr (course->method, ==, "m");
  g_assert_cmpuint (course->benefits->len, ==, 0);
  g_assert_cmpint (course->hours, ==, 650);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *path;
  } cases[] = {
    { "", "$: " },
    { "[]", "$: " },
    { "{\"course\": {\"code\": \"C\"}}", "$.course: " },
    { "{\"course\": {\"code\": \"\", \"title\": \"T\"}}", "$.course.code: " },
    { "{\"course\": {\"code\": 5, \"title\": \"T\"}}", "$.course.code: " },
    { "{\"course\": null}", "$.course: " },
    { "{\"fourfold\": 2, \"course\": {\"code\": \"C\", \"title\": \"T\"}}", "$.fourfold: " },
    { DOCUMENT (", \"hours\": true"), "$.course.hours: " },
    { DOCUMENT (", \"hours\": -0.5"), "$.course.hours: " },
    { DOCUMENT (", \"hours\": 1e300"), "$.course.hours: " },
    { DOCUMENT (", \"hours\": 0.001"), "$.course.hours: " },
    { DOCUMENT (", \"background\": null"), "$.course.background: " },
    { DOCUMENT (", \"syllabus\": [{\"kind\": \"lecture\", \"title\": \"x\", \"minutes\": 1.5}]"), "$.course.syllabus[0].minutes: " },
    { DOCUMENT (", \"attendance\": {\"base\": \"hours\"}"), "$.course.attendance.base: " },
    { DOCUMENT (", \"attendance\": {\"max_absence_percent\": 120}"), "$.course.attendance.max_absence_percent: " },
    { DOCUMENT (", \"title\": \"again\""), "$.course: " },
    { SCHEME ("{\"key\": \"a\"}"), "$.course.scheme.components[0]: " },
    { SCHEME ("{\"key\": \"a\", \"weight\": -1}"), "$.course.scheme.components[0].weight: " },
    { SCHEME ("{\"key\": \"a\", \"weight\": 0.125}"), "$.course.scheme.components[0].weight: " },
    { SCHEME ("{\"key\": \"a\", \"weight\": 1, \"max\": 0}"), "$.course.scheme.components[0].max: " },
    { SCHEME ("{\"key\": \"a\", \"weight\": 1, \"level\": 5}"), "$.course.scheme.components[0].level: " },
    { SCHEME ("{\"key\": \"a\", \"weight\": 1, \"source\": \"oracle\"}"), "$.course.scheme.components[0].source: " },
    { SCHEME ("{\"key\": \"a\", \"weight\": 1}, {\"key\": \"g\", \"weight\": 1, \"components\": [{\"key\": \"a\", \"weight\": 1}]}"),
      "$.course.scheme.components[1].components[0].key: " },
    { SCHEME ("{\"key\": \"a.b\", \"weight\": 1}"), "$.course.scheme: " },
    { SCHEME ("{\"key\": \"a\", \"weight\": 1, \"source\": \"rubric\"}"), "$.course.scheme: " },
    { SCHEME ("{\"key\": \"p\", \"pretest_of\": \"a\"}"), "$.course.scheme: " },
    { SCHEME ("{\"key\": \"r\", \"weight\": 1, \"source\": \"rubric\", \"criteria\": [{\"key\": \"c\", \"max\": 1}, {\"key\": \"c\", \"max\": 1}]}"),
      "$.course.scheme.components[0].criteria[1].key: " },
    { SCHEME ("{\"key\": \"t\", \"weight\": 1, \"source\": \"test\", \"items\": [{\"key\": \"1\", \"kind\": \"choice\", \"title\": \"t\","
              " \"options\": [\"x\"], \"answer\": \"B\", \"points\": 1}]}"),
      "$.course.scheme.components[0].items[0]: " },
    { LEVELS ("{\"title\": \"A\", \"points\": 11}"), "$.course.scheme.components[0].criteria[0].levels[0].points: " },
    { LEVELS ("{\"title\": \"A\", \"points\": 5}, {\"title\": \"B\", \"points\": 5}"),
      "$.course.scheme.components[0].criteria[0].levels[1].points: " },
    { LEVELS ("{\"title\": \"A\", \"points\": -1}"), "$.course.scheme.components[0].criteria[0].levels[0].points: " },
    { LEVELS ("{\"title\": \"\", \"points\": 1}"), "$.course.scheme.components[0].criteria[0].levels[0].title: " },
    { LEVELS ("{\"title\": \"A\"}"), "$.course.scheme.components[0].criteria[0].levels[0]: " },
    { LEVELS ("{\"title\": \"A\", \"points\": 1, \"colour\": \"red\"}"), "$.course.scheme.components[0].criteria[0].levels[0]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfCourse) course = read_course (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (course);
      g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, cases[i].path))
        g_error ("“%s” does not begin with “%s”", error->message, cases[i].path);
    }
}

/* The schema ------------------------------------------------------------------------------------------------- */

static void write_shape (FfJsonWriter *writer, const FfJsonShape *shape);

static void
write_reference (FfJsonWriter *writer, const FfJsonShape *shape)
{
  g_autofree char *reference = g_strconcat ("#/$defs/", shape->name, NULL);

  ff_json_text (writer, "$ref", reference);
}

static void
write_items (FfJsonWriter *writer, const FfJsonRule *rule)
{
  ff_json_text (writer, "type", "array");
  ff_json_begin_object (writer, "items");
  if (rule->type == FF_JSON_OBJECTS)
    write_reference (writer, rule->shape);
  else
    ff_json_text (writer, "type", rule->type == FF_JSON_TEXTS ? "string" : "integer");
  ff_json_end (writer);
  if (rule->type == FF_JSON_NUMBERS)
    {
      ff_json_int (writer, "minItems", 2);
      ff_json_int (writer, "maxItems", 2);
    }
}

static void
write_rule (FfJsonWriter *writer, const FfJsonRule *rule)
{
  g_autofree char *about = rule->type == FF_JSON_NUMBER ? g_strdup_printf ("%s At most %d decimals.", rule->about, rule->decimals)
                                                        : g_strdup (rule->about);

  ff_json_begin_object (writer, rule->name);
  ff_json_text (writer, "description", about);
  switch (rule->type)
    {
    case FF_JSON_TEXT:
    case FF_JSON_WORD:
      ff_json_text (writer, "type", "string");
      if (rule->required)
        ff_json_int (writer, "minLength", 1);
      if (rule->type == FF_JSON_TEXT)
        break;
      ff_json_begin_array (writer, "enum");
      for (const char *const *word = rule->words; *word != NULL; word++)
        ff_json_text (writer, NULL, *word);
      ff_json_end (writer);
      break;
    case FF_JSON_INTEGER:
    case FF_JSON_NUMBER:
      ff_json_text (writer, "type", rule->type == FF_JSON_INTEGER ? "integer" : "number");
      ff_json_double (writer, "minimum", rule->min);
      ff_json_double (writer, "maximum", rule->max);
      break;
    case FF_JSON_BOOLEAN:
      ff_json_text (writer, "type", "boolean");
      break;
    case FF_JSON_OBJECT:
      write_reference (writer, rule->shape);
      break;
    case FF_JSON_TEXTS:
    case FF_JSON_NUMBERS:
    case FF_JSON_OBJECTS:
    default:
      write_items (writer, rule);
    }
  ff_json_end (writer);
}

static void
write_shape (FfJsonWriter *writer, const FfJsonShape *shape)
{
  gboolean any = FALSE;

  ff_json_text (writer, "type", "object");
  ff_json_boolean (writer, "additionalProperties", FALSE);
  for (const FfJsonRule *rule = shape->rules; rule->name != NULL; rule++)
    any = any || rule->required;
  if (any)
    {
      ff_json_begin_array (writer, "required");
      for (const FfJsonRule *rule = shape->rules; rule->name != NULL; rule++)
        if (rule->required)
          ff_json_text (writer, NULL, rule->name);
      ff_json_end (writer);
    }
  ff_json_begin_object (writer, "properties");
  for (const FfJsonRule *rule = shape->rules; rule->name != NULL; rule++)
    write_rule (writer, rule);
  ff_json_end (writer);
}

/* Each shape once, in the order in which the document comes to them. */
static void
write_definitions (FfJsonWriter *writer, const FfJsonShape *shape, GHashTable *seen)
{
  for (const FfJsonRule *rule = shape->rules; rule->name != NULL; rule++)
    if (rule->shape != NULL && g_hash_table_add (seen, (gpointer) rule->shape))
      {
        ff_json_begin_object (writer, rule->shape->name);
        write_shape (writer, rule->shape);
        ff_json_end (writer);
        write_definitions (writer, rule->shape, seen);
      }
}

static char *
print_schema (void)
{
  FfJsonWriter *writer = ff_json_writer_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
  ff_json_text (writer, "title", "A course of Fourfold");
  ff_json_text (writer, "description",
                "What “fourfold import course” reads and “fourfold export course” writes. The program also refuses a member that stands "
                "twice, a key that is used twice, and a scheme that does not hold together.");
  write_shape (writer, &ff_course_document_shape);
  ff_json_begin_object (writer, "$defs");
  write_definitions (writer, &ff_course_document_shape, seen);
  ff_json_end (writer);
  ff_json_end (writer);

  return ff_json_writer_finish (writer);
}

/* After a change of the rules, FOURFOLD_TEST_UPDATE=1 writes the schema anew. */
static void
test_schema (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", "course.schema.json", NULL);
  g_autofree char *schema = print_schema ();
  g_autofree char *published = NULL;

  if (g_getenv ("FOURFOLD_TEST_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, schema, -1, NULL));
  g_assert_true (g_file_get_contents (path, &published, NULL, NULL));
  g_assert_cmpstr (published, ==, schema);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/course-json/demo", test_demo_courses);
  g_test_add_func ("/exchange/course-json/defaults", test_defaults);
  g_test_add_func ("/exchange/course-json/levels", test_levels);
  g_test_add_func ("/exchange/course-json/items", test_items);
  g_test_add_func ("/exchange/course-json/partial", test_partial);
  g_test_add_func ("/exchange/course-json/refused", test_refused);
  g_test_add_func ("/exchange/course-json/schema", test_schema);

  return test_run ();
}
