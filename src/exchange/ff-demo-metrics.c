#include "config.h"

#include "ff-demo-metrics.h"

#include <json-glib/json-glib.h>

#include "ff-decimal.h"
#include "ff-demo-resources.h"
#include "ff-evaluation-plan.h"
#include "ff-metrics.h"
#include "ff-projects.h"
#include "ff-roi-facts.h"
#include "ff-runs.h"

typedef struct
{
  FfDb *db;
  const char *language;
  FfDay today;
} Demo;

/* A member that is the same in all languages, or an object of one for each; NULL if there is none. */
static const char *
text_of (const Demo *demo, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return NULL;
  return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_string_member (json_node_get_object (node), demo->language)
                                       : json_node_get_string (node);
}

static FfMetricDraft
make_draft (const Demo *demo, JsonObject *object)
{
  return (FfMetricDraft) {
    .key = text_of (demo, object, "key"),
    .title = text_of (demo, object, "title"),
    .unit = text_of (demo, object, "unit"),
    .direction = text_of (demo, object, "direction"),
    .baseline = text_of (demo, object, "baseline"),
    .target_kind = text_of (demo, object, "target_kind"),
    .target = text_of (demo, object, "target"),
    .actual_by = text_of (demo, object, "actual_by"),
    .last_n = text_of (demo, object, "last_n"),
    .chart = text_of (demo, object, "chart"),
    .formula = text_of (demo, object, "formula"),
    .in_charge = text_of (demo, object, "in_charge"),
  };
}

static gboolean
put_project (const Demo *demo, JsonObject *object, GError **error)
{
  gint64 id = ff_projects_find (demo->db, json_object_get_string_member (object, "code"), error);
  JsonArray *metrics = json_object_get_array_member (object, "metrics");

  for (guint i = 0; id > 0 && i < json_array_get_length (metrics); i++)
    {
      FfMetricDraft draft = make_draft (demo, json_array_get_object_element (metrics, i));

      if (ff_metrics_put (demo->db, ff_owner_project (id), 0, &draft, NULL, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return id > 0;
}

/* What the classes' metrics say beyond those of their course. */
static gboolean
put_details (const Demo *demo, JsonObject *object, GError **error)
{
  gint64 run_id = ff_runs_find (demo->db, json_object_get_string_member (object, "class"), error);
  gint64 id = run_id > 0 ? ff_metrics_find (demo->db, ff_owner_run (run_id), json_object_get_string_member (object, "metric"), error) : -1;
  FfMetricDraft draft = make_draft (demo, object);

  return id > 0 && ff_metrics_put (demo->db, ff_owner_run (run_id), id, &draft, NULL, error) != FF_PUT_REFUSED;
}

/* The last day of a class, or of the last class of a project. */
static FfDay
find_end (const Demo *demo, const char *code, GError **error)
{
  gint64 run_id = ff_runs_find (demo->db, code, error);
  gint64 project_id = run_id == 0 ? ff_projects_find (demo->db, code, error) : 0;
  g_autoptr (GArray) ids = NULL;
  FfDay end = FF_NO_DAY;

  if (project_id > 0)
    ids = ff_projects_list_runs (demo->db, project_id, error);
  else if (run_id > 0)
    ids = g_array_append_val (g_array_new (FALSE, FALSE, sizeof (gint64)), run_id);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (FfRun) run = ff_runs_read (demo->db, g_array_index (ids, gint64, i), error);

      if (run == NULL)
        return FF_NO_DAY;
      end = MAX (end, run->ends_on);
    }
  return end;
}

static char *
number_at (JsonObject *object, const char *member, guint index)
{
  JsonArray *array = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;

  return array != NULL ? ff_decimal_format (json_array_get_double_element (array, index)) : NULL;
}

static gboolean
put_value (const Demo *demo, JsonObject *object, guint index, FfDay day, GError **error)
{
  g_autofree char *text = ff_day_format (day), *place = g_strdup_printf ("%u", index);
  g_autofree char *value = number_at (object, "values", index);
  g_autofree char *comparison = number_at (object, "comparison", index);
  g_autofree char *size = number_at (object, "sizes", index);
  JsonObject *causes = json_object_has_member (object, "causes") ? json_object_get_object_member (object, "causes") : NULL;
  FfMetricRowDraft draft = {
    .owner = json_object_get_string_member (object, "owner"),
    .metric = json_object_get_string_member (object, "metric"),
    .day = text,
    .value = value,
    .comparison = comparison,
    .size = size,
    .cause = causes != NULL ? text_of (demo, causes, place) : NULL,
  };

  return ff_metrics_put_row (demo->db, &draft, error) != FF_PUT_REFUSED;
}

static gboolean
put_series (const Demo *demo, JsonObject *object, GError **error)
{
  FfDay end = find_end (demo, json_object_get_string_member (object, "owner"), error);
  guint n = json_array_get_length (json_object_get_array_member (object, "values"));

  if (end == FF_NO_DAY)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      FfDay day = end + json_object_get_int_member (object, "from") + i * json_object_get_int_member (object, "every");

      if (day <= demo->today && !put_value (demo, object, i, day, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_worth (const Demo *demo, JsonObject *object, GError **error)
{
  gint64 run_id = ff_runs_find (demo->db, json_object_get_string_member (object, "class"), error);
  FfRoiDraft draft = {
    .benefit = text_of (demo, object, "benefit"),
    .months = text_of (demo, object, "months"),
    .isolation = text_of (demo, object, "isolation"),
    .isolation_by = text_of (demo, object, "isolation_by"),
    .confidence = text_of (demo, object, "confidence"),
  };

  return run_id > 0 && ff_roi_facts_put (demo->db, ff_owner_run (run_id), &draft, error) != FF_PUT_REFUSED;
}

static gboolean
put_wave (const Demo *demo, JsonObject *object, GError **error)
{
  gint64 run_id = ff_runs_find (demo->db, json_object_get_string_member (object, "class"), error);
  FfWaveDraft draft = { .days = text_of (demo, object, "days") };

  return run_id > 0 && ff_waves_put (demo->db, run_id, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_each (const Demo *demo, JsonObject *root, const char *member, gboolean (*put) (const Demo *, JsonObject *, GError **), GError **error)
{
  JsonArray *array = json_object_get_array_member (root, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!put (demo, json_array_get_object_element (array, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ff_demo_put_metrics (FfDb *db, const char *language, FfDay today, GError **error)
{
  Demo demo = { db, language, today };
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (ff_demo_get_resource (), "/org/fourfold/demo/metrics.json", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  root = json_node_get_object (json_parser_get_root (parser));
  return put_project (&demo, json_object_get_object_member (root, "project"), error) && put_each (&demo, root, "details", put_details, error)
         && put_each (&demo, root, "series", put_series, error)
         && put_worth (&demo, json_object_get_object_member (root, "worth"), error)
         && put_wave (&demo, json_object_get_object_member (root, "wave"), error);
}
