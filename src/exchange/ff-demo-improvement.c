#include "config.h"

#include "ff-demo-improvement.h"

#include <json-glib/json-glib.h>

#include "ff-demo-resources.h"
#include "ff-enrolment-store.h"
#include "ff-improvement-actions.h"
#include "ff-improvements.h"
#include "ff-reviews.h"
#include "ff-runs.h"

typedef struct
{
  FfDb *db;
  const char *language;
  FfDay today;
  FfOwner owner;
  GArray *items; /* gint64, in the order of the file */
} Demo;

/* NULL where the file says nothing. */
static const char *
get_text (const Demo *demo, JsonObject *object, const char *member)
{
  JsonObject *texts = json_object_has_member (object, member) ? json_object_get_object_member (object, member) : NULL;

  return texts != NULL ? json_object_get_string_member (texts, demo->language) : NULL;
}

static char *
get_day (const Demo *demo, JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) ? ff_day_format (demo->today + json_object_get_int_member (object, member)) : NULL;
}

static char *
get_number (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) ? g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (object, member)) : NULL;
}

static const char *
get_plain (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gboolean
put_causes (const Demo *demo, gint64 item_id, const FfCause *branch, JsonArray *causes, GError **error)
{
  for (guint i = 0; i < json_array_get_length (causes); i++)
    {
      JsonObject *object = json_array_get_object_element (causes, i);
      const char *evidence = get_text (demo, object, "evidence");
      FfCauseDraft draft = { .text = get_text (demo, object, "text"), .root = evidence != NULL ? "1" : "0", .evidence = evidence };

      if (ff_causes_put (demo->db, item_id, branch->id, 0, &draft, NULL, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_fishbone (const Demo *demo, gint64 item_id, JsonObject *causes, GError **error)
{
  g_autoptr (GPtrArray) branches = ff_cause_store_list (demo->db, item_id, error);

  for (guint i = 0; branches != NULL && i < branches->len; i++)
    {
      const FfCause *branch = g_ptr_array_index (branches, i);
      const char *key = ff_branch_to_key (branch->branch);

      if (json_object_has_member (causes, key)
          && !put_causes (demo, item_id, branch, json_object_get_array_member (causes, key), error))
        return FALSE;
    }
  return branches != NULL;
}

static gboolean
put_item (Demo *demo, JsonObject *object, GError **error)
{
  g_autofree char *level = get_number (object, "level");
  FfImprovementDraft draft = {
    .title = get_text (demo, object, "title"),
    .level = level,
    .weakness = get_plain (object, "weakness"),
    .fact = get_text (demo, object, "fact"),
  };
  gint64 id = 0;

  if (ff_improvements_put (demo->db, demo->owner, 0, &draft, &id, error) == FF_PUT_REFUSED)
    return FALSE;
  g_array_append_val (demo->items, id);
  return put_fishbone (demo, id, json_object_get_object_member (object, "causes"), error);
}

static gboolean
put_action (Demo *demo, JsonObject *object, GError **error)
{
  g_autofree char *level = get_number (object, "level"), *step = get_number (object, "step"), *due = get_day (demo, object, "due");
  g_autofree char *item = NULL;
  FfActionDraft draft = {
    .title = get_text (demo, object, "title"),
    .level = level,
    .step = step,
    .in_charge = get_text (demo, object, "who"),
    .due_on = due,
    .state = json_object_has_member (object, "done") ? "done" : "open",
    .measure = get_text (demo, object, "measure"),
    .unit = get_text (demo, object, "unit"),
    .direction = json_object_has_member (object, "down") ? "down" : "up",
    .before = get_plain (object, "before"),
    .goal = get_plain (object, "goal"),
    .after = get_plain (object, "after"),
    .kept = json_object_has_member (object, "kept") ? "1" : NULL,
    .result = get_text (demo, object, "result"),
  };

  if (json_object_has_member (object, "item"))
    item = g_strdup_printf ("%" G_GINT64_FORMAT,
                            g_array_index (demo->items, gint64, (guint) json_object_get_int_member (object, "item")));
  draft.improvement = item;
  return ff_actions_put (demo->db, demo->owner, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_review (Demo *demo, JsonObject *object, GError **error)
{
  g_autofree char *held = get_day (demo, object, "held"), *next = get_day (demo, object, "next");
  FfReviewDraft draft = {
    .held_on = held,
    .next_on = next,
    .people = get_text (demo, object, "people"),
    .minutes = get_text (demo, object, "minutes"),
    .decisions = get_text (demo, object, "decisions"),
  };

  return ff_reviews_put (demo->db, demo->owner, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_case (Demo *demo, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolment_store_of_run (demo->db, demo->owner.id, TRUE, error);
  g_autofree char *day = get_day (demo, object, "day");
  guint person = (guint) json_object_get_int_member (object, "person");
  FfBestCaseDraft draft = {
    .title = get_text (demo, object, "title"),
    .day = day,
    .situation = get_text (demo, object, "situation"),
    .task = get_text (demo, object, "task"),
    .action = get_text (demo, object, "action"),
    .result = get_text (demo, object, "result"),
    .keywords = get_text (demo, object, "keywords"),
  };

  if (enrolments == NULL)
    return FALSE;
  if (person < enrolments->len)
    draft.employee_no = ((const FfEnrolment *) g_ptr_array_index (enrolments, person))->employee_no;
  return ff_best_cases_put (demo->db, demo->owner, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_all (Demo *demo, JsonObject *root, const char *member, gboolean (*put) (Demo *, JsonObject *, GError **), GError **error)
{
  JsonArray *array = json_object_get_array_member (root, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!put (demo, json_array_get_object_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* The cycle began some weeks ago, and not when the demo was made. */
static gboolean
begin_cycle (const Demo *demo, JsonObject *root, GError **error)
{
  FfImprovementCycle cycle = { .owner = demo->owner, .number = 1, .closed_on = FF_NO_DAY };

  cycle.starts_on = demo->today + json_object_get_int_member (root, "began");
  return ff_improvement_store_insert_cycle (demo->db, &cycle, error);
}

gboolean
ff_demo_put_improvement (FfDb *db, const char *language, FfDay today, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ff_demo_get_resource (), "/org/fourfold/demo/improvement.json",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));
  Demo demo = { .db = db, .language = language, .today = today, .items = items };
  JsonObject *root;
  gint64 run_id;

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  root = json_node_get_object (json_parser_get_root (parser));
  run_id = ff_runs_find (db, json_object_get_string_member (root, "class"), error);
  if (run_id <= 0)
    return FALSE;
  demo.owner = ff_owner_run (run_id);
  return begin_cycle (&demo, root, error) && put_all (&demo, root, "items", put_item, error)
         && put_all (&demo, root, "actions", put_action, error) && put_all (&demo, root, "reviews", put_review, error)
         && put_all (&demo, root, "cases", put_case, error);
}
