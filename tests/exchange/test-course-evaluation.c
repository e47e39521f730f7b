/* The four levels in the file of a course: into the tables and back, and what a second import does. */
#include "config.h"

#include <string.h>

#include "ff-course-json.h"
#include "ff-courses.h"
#include "import-support.h"

#define DOCUMENT(members) "{\"fourfold\": 1, \"course\": {\"code\": \"C\", \"title\": \"T\"" members "}}"

#define QUESTIONNAIRE                                                                                                              \
  ", \"questionnaires\": [{\"key\": \"reaction\", \"level\": 1, \"kind\": \"rating\", \"anonymous\": true, \"scale\": [1, 5],"   \
  " \"target\": 4.5, \"dimensions\": [{\"key\": \"content\", \"title\": \"Content\", \"weight\": 1, \"questions\": ["             \
  "{\"key\": \"q1\", \"kind\": \"rating\", \"title\": \"Clear?\"}]},"                                                               \
  " {\"key\": \"loyalty\", \"questions\": [{\"key\": \"q9\", \"kind\": \"nps\", \"title\": \"Recommend?\"}]}]}]"
#define BEHAVIOUR ", \"behaviour\": {\"days\": 45, \"applied_target_percent\": 80, \"submitted_target_percent\": 95.5}"
#define METRICS                                                                                                                  \
  ", \"metrics\": [{\"key\": \"nps\", \"title\": \"NPS\", \"unit\": \"points\", \"direction\": \"up\", \"baseline\": 30,"         \
  " \"target_kind\": \"relative\", \"target\": 15.25}, {\"key\": \"time\", \"direction\": \"down\", \"baseline\": -1.5}]"
#define DAYS ", \"results_days\": 60, \"learning_target_percent\": 85"
#define RICH                                                                                                                     \
  ", \"questionnaires\": [{\"key\": \"paper\", \"title\": \"Paper\", \"language\": \"en\", \"kind\": \"test\", \"anonymous\": false," \
  " \"scale\": [0, 3], \"scale_labels\": [\"a\", \"b\", \"c\", \"d\"], \"min_responses\": 8, \"invited_by\": \"attended\","       \
  " \"half_invalid\": true, \"intro\": \"Read.\", \"dimensions\": [{\"key\": \"d\", \"weight\": 0.25, \"target\": 2.5,"            \
  " \"about\": \"trainer\", \"questions\": [{\"key\": \"i\", \"kind\": \"choice\", \"title\": \"Which?\", \"choices\": [\"x\", \"y\"]," \
  " \"multiple\": true, \"weight\": 2, \"answer\": \"AB\", \"points\": 2.5,"                                                      \
  " \"translations\": [{\"language\": \"zh_CN\", \"title\": \"哪个？\", \"options\": [\"甲\", \"乙\"]}]}],"                          \
  " \"translations\": [{\"language\": \"zh_CN\", \"title\": \"维度\"}]}],"                                                         \
  " \"translations\": [{\"language\": \"zh_CN\", \"title\": \"试卷\", \"intro\": \"请读。\"}]}]"

static FfPut
import (FfDb *db, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Import", &error);
  FfPut put = ff_course_json_put (db, text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  return put;
}

static char *
export (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCourse) course = ff_courses_read (db, ff_courses_find (db, "C", NULL), &error);
  char *text = ff_course_json_format (db, course, &error);

  g_assert_no_error (error);
  return text;
}

/* Whether everything in @part stands in @whole too, objects member by member. */
static gboolean
holds (JsonNode *whole, JsonNode *part)
{
  if (whole == NULL || json_node_get_node_type (whole) != json_node_get_node_type (part))
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (part))
    {
      g_autoptr (GList) names = json_object_get_members (json_node_get_object (part));

      for (GList *name = names; name != NULL; name = name->next)
        if (!holds (json_object_get_member (json_node_get_object (whole), name->data),
                    json_object_get_member (json_node_get_object (part), name->data)))
          return FALSE;
      return TRUE;
    }
  if (JSON_NODE_HOLDS_ARRAY (part))
    {
      JsonArray *a = json_node_get_array (whole), *b = json_node_get_array (part);

      for (guint i = 0; i < json_array_get_length (b); i++)
        if (i >= json_array_get_length (a) || !holds (json_array_get_element (a, i), json_array_get_element (b, i)))
          return FALSE;
      return json_array_get_length (a) == json_array_get_length (b);
    }
  if (json_node_get_value_type (part) == G_TYPE_STRING)
    return g_strcmp0 (json_node_get_string (whole), json_node_get_string (part)) == 0;
  return json_node_get_double (whole) == json_node_get_double (part)
         && json_node_get_boolean (whole) == json_node_get_boolean (part);
}

static void
test_both_ways (void)
{
  static const char *const documents[] = {
    DOCUMENT (QUESTIONNAIRE), DOCUMENT (BEHAVIOUR), DOCUMENT (METRICS), DOCUMENT (DAYS), DOCUMENT (RICH),
    DOCUMENT (QUESTIONNAIRE BEHAVIOUR METRICS DAYS ", \"interview_percent\": 20"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (FfDb) db = test_open_database ();
      g_autoptr (FfDb) other = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autoptr (JsonNode) given = json_from_string (documents[i], NULL);
      g_autoptr (JsonNode) written = NULL;

      g_test_message ("%s", documents[i]);
      g_assert_cmpint (import (db, documents[i]), ==, FF_PUT_NEW);
      g_assert_cmpint (import (db, documents[i]), ==, FF_PUT_SAME);
      first = export (db);
      written = json_from_string (first, NULL);
      if (!holds (written, given))
        g_error ("%s", first);
      g_assert_cmpint (import (db, first), ==, FF_PUT_SAME);
      g_clear_pointer (&db, ff_db_close);
      other = test_open_database ();
      g_assert_cmpint (import (other, first), ==, FF_PUT_NEW);
      second = export (other);
      g_assert_cmpstr (first, ==, second);
    }
}

/* What a file does not mention stays; what it lists is replaced. */
static void
test_again (void)
{
  static const struct
  {
    const char *name;
    const char *document;
    const char *has, *lacks; /* in the file then; NULL: nothing */
  } cases[] = {
    { "nothing", DOCUMENT (""), "\"results_days\": 60", NULL },
    { "days alone", DOCUMENT (", \"results_days\": 61"), "\"learning_target_percent\": 85", "\"results_days\": 60" },
    { "no metrics", DOCUMENT (", \"metrics\": []"), "\"q1\"", "\"baseline\"" },
    { "other metrics", DOCUMENT (", \"metrics\": [{\"key\": \"time\", \"direction\": \"up\"}, {\"key\": \"new\"}]"), "\"new\"", "\"nps\", \"title\"" },
    { "no questionnaires", DOCUMENT (", \"questionnaires\": []"), "\"baseline\"", "\"q1\"" },
    { "another questionnaire", DOCUMENT (", \"questionnaires\": [{\"key\": \"needs\", \"kind\": \"needs\"}]"), "\"needs\"", "\"q1\"" },
    { "behaviour as by default", DOCUMENT (", \"behaviour\": {}"), "\"days\": 30", "\"days\": 45" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfDb) db = test_open_database ();
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].name);
      import (db, DOCUMENT (QUESTIONNAIRE BEHAVIOUR METRICS DAYS));
      import (db, cases[i].document);
      text = export (db);
      if (cases[i].has != NULL && strstr (text, cases[i].has) == NULL)
        g_error ("%s is not in %s", cases[i].has, text);
      if (cases[i].lacks != NULL && strstr (text, cases[i].lacks) != NULL)
        g_error ("%s is in %s", cases[i].lacks, text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/course-evaluation/both-ways", test_both_ways);
  g_test_add_func ("/exchange/course-evaluation/again", test_again);

  return test_run ();
}
