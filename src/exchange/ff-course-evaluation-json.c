#include "config.h"

#include "ff-course-evaluation-json.h"

#include "ff-decimal.h"
#include "ff-evaluations.h"
#include "ff-json-rule.h"
#include "ff-metric-store.h"
#include "ff-questionnaire-json.h"
#include "ff-questionnaires.h"

#define ROOT "$.course"

/* Putting ----------------------------------------------------------------------------------------------------------------- */

static gboolean
put_questionnaires (FfDb *db, FfOwner owner, JsonNode *node, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_questionnaire_free);

  if (ff_json_get (node, "questionnaires") == NULL)
    return TRUE;
  for (guint i = 0; i < ff_json_get_length (node, "questionnaires"); i++)
    g_ptr_array_add (list, ff_questionnaire_json_read (ff_json_get_element (node, "questionnaires", i)));
  if (ff_questionnaires_put_all (db, owner, list, changed, error))
    return TRUE;
  g_prefix_error (error, ROOT ".questionnaires: ");
  return FALSE;
}

/* A number of the file as a draft takes it; what is missing is as by default, NULL leaves it alone. */
static char *
dup_number (JsonNode *node, const char *name, const char *missing)
{
  JsonNode *member = ff_json_get (node, name);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return member != NULL ? g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", json_node_get_double (member))) : g_strdup (missing);
}

static gboolean
put_targets (FfDb *db, FfOwner owner, JsonNode *node, gboolean *changed, GError **error)
{
  JsonNode *behaviour = ff_json_get (node, "behaviour");
  g_autofree char *learning = dup_number (node, "learning_target_percent", NULL);
  g_autofree char *results = dup_number (node, "results_days", NULL);
  g_autofree char *interview = dup_number (node, "interview_percent", NULL);
  g_autofree char *days = dup_number (behaviour, "days", behaviour != NULL ? "30" : NULL);
  g_autofree char *applied = dup_number (behaviour, "applied_target_percent", behaviour != NULL ? "85" : NULL);
  g_autofree char *submitted = dup_number (behaviour, "submitted_target_percent", behaviour != NULL ? "100" : NULL);
  const FfEvaluationDraft draft = {
    .learning_target = learning,
    .behaviour_days = days,
    .applied_target = applied,
    .submitted_target = submitted,
    .results_days = results,
    .interview_share = interview,
  };
  FfPut put;

  if (behaviour == NULL && learning == NULL && results == NULL && interview == NULL)
    return TRUE;
  put = ff_evaluations_put (db, owner, &draft, error);
  *changed = *changed || put != FF_PUT_SAME;
  if (put == FF_PUT_REFUSED)
    g_prefix_error (error, ROOT ": ");
  return put != FF_PUT_REFUSED;
}

static char *
dup_text (JsonNode *node, const char *name, const char *missing)
{
  const char *text = ff_json_get_text (node, name, missing);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static char *
dup_decimal (JsonNode *node, const char *name)
{
  JsonNode *member = ff_json_get (node, name);

  return member != NULL ? ff_decimal_format (json_node_get_double (member)) : NULL;
}

static FfMetric *
read_metric (JsonNode *node)
{
  FfMetric *metric = g_new0 (FfMetric, 1);

  metric->key = dup_text (node, "key", NULL);
  metric->title = dup_text (node, "title", NULL);
  metric->unit = dup_text (node, "unit", NULL);
  metric->direction = dup_text (node, "direction", "up");
  metric->baseline = dup_decimal (node, "baseline");
  metric->target_kind = dup_text (node, "target_kind", NULL);
  metric->target = dup_decimal (node, "target");
  metric->actual_by = dup_text (node, "actual_by", "latest");
  metric->last_n = (int) ff_json_get_int (node, "last_n", 0);
  metric->chart = dup_text (node, "chart", "run");
  metric->formula = dup_text (node, "formula", NULL);
  metric->in_charge = dup_text (node, "owner", NULL);
  return metric;
}

static gboolean
put_metrics (FfDb *db, FfOwner owner, JsonNode *node, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_metric_free);

  if (ff_json_get (node, "metrics") == NULL)
    return TRUE;
  for (guint i = 0; i < ff_json_get_length (node, "metrics"); i++)
    g_ptr_array_add (list, read_metric (ff_json_get_element (node, "metrics", i)));
  if (ff_evaluations_put_metrics (db, owner, list, changed, error))
    return TRUE;
  g_prefix_error (error, ROOT ".metrics: ");
  return FALSE;
}

FfPut
ff_course_evaluation_put (FfDb *db, const FfCourse *course, JsonNode *node, FfPut put, GError **error)
{
  FfOwner owner = ff_owner_course (course->id);
  gboolean changed = FALSE;

  if (!put_questionnaires (db, owner, node, &changed, error) || !put_targets (db, owner, node, &changed, error)
      || !put_metrics (db, owner, node, &changed, error))
    return FF_PUT_REFUSED;
  return put == FF_PUT_SAME && changed ? FF_PUT_CHANGED : put;
}

/* Writing ----------------------------------------------------------------------------------------------------------------- */

static gboolean
write_questionnaires (FfJsonWriter *writer, FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (GPtrArray) list = ff_questionnaires_list (db, owner, error);

  if (list == NULL)
    return FALSE;
  if (list->len > 0)
    ff_json_begin_array (writer, "questionnaires");
  for (guint i = 0; i < list->len; i++)
    ff_questionnaire_json_write (writer, g_ptr_array_index (list, i));
  if (list->len > 0)
    ff_json_end (writer);
  return TRUE;
}

static void
write_behaviour (FfJsonWriter *writer, const FfEvaluation *evaluation)
{
  ff_json_begin_object (writer, "behaviour");
  ff_json_int (writer, "days", evaluation->behaviour_days);
  ff_json_hundredths (writer, "applied_target_percent", evaluation->applied_target);
  ff_json_hundredths (writer, "submitted_target_percent", evaluation->submitted_target);
  ff_json_end (writer);
}

static void
write_targets (FfJsonWriter *writer, const FfEvaluation *evaluation)
{
  const FfEvaluation usual = FF_EVALUATION_INIT;

  ff_json_int (writer, "results_days", evaluation->results_days);
  if (evaluation->learning_target >= 0)
    ff_json_hundredths (writer, "learning_target_percent", evaluation->learning_target);
  if (evaluation->interview_share != usual.interview_share)
    ff_json_hundredths (writer, "interview_percent", evaluation->interview_share);
}

static void
write_optional (FfJsonWriter *writer, const char *name, const char *text, const char *usual)
{
  if (text != NULL && g_strcmp0 (text, usual) != 0)
    ff_json_text (writer, name, text);
}

static void
write_decimal (FfJsonWriter *writer, const char *name, const char *decimal)
{
  if (decimal != NULL)
    ff_json_double (writer, name, ff_decimal_to_double (decimal));
}

static void
write_metric (FfJsonWriter *writer, const FfMetric *metric)
{
  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "key", metric->key);
  write_optional (writer, "title", metric->title, NULL);
  write_optional (writer, "unit", metric->unit, NULL);
  ff_json_text (writer, "direction", metric->direction);
  write_decimal (writer, "baseline", metric->baseline);
  write_optional (writer, "target_kind", metric->target_kind, NULL);
  write_decimal (writer, "target", metric->target);
  write_optional (writer, "actual_by", metric->actual_by, "latest");
  if (metric->last_n > 0)
    ff_json_int (writer, "last_n", metric->last_n);
  write_optional (writer, "chart", metric->chart, "run");
  write_optional (writer, "formula", metric->formula, NULL);
  write_optional (writer, "owner", metric->in_charge, NULL);
  ff_json_end (writer);
}

static gboolean
write_metrics (FfJsonWriter *writer, FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (GPtrArray) list = ff_metric_store_list (db, owner, error);

  if (list == NULL)
    return FALSE;
  if (list->len > 0)
    ff_json_begin_array (writer, "metrics");
  for (guint i = 0; i < list->len; i++)
    write_metric (writer, g_ptr_array_index (list, i));
  if (list->len > 0)
    ff_json_end (writer);
  return TRUE;
}

gboolean
ff_course_evaluation_write (FfJsonWriter *writer, FfDb *db, const FfCourse *course, GError **error)
{
  FfOwner owner = ff_owner_course (course->id);
  FfEvaluation evaluation;

  if (!ff_evaluation_store_read (db, owner, &evaluation, error) || !write_questionnaires (writer, db, owner, error))
    return FALSE;
  if (evaluation.id != 0)
    write_behaviour (writer, &evaluation);
  if (!write_metrics (writer, db, owner, error))
    return FALSE;
  if (evaluation.id != 0)
    write_targets (writer, &evaluation);
  return TRUE;
}
