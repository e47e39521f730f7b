#include "config.h"

#include "ff-demo-project.h"

#include <json-glib/json-glib.h>

#include "ff-courses.h"
#include "ff-demo-resources.h"
#include "ff-findings.h"
#include "ff-goals.h"
#include "ff-preparation.h"
#include "ff-projects.h"
#include "ff-runs.h"
#include "ff-tasks.h"

typedef struct
{
  FfDb *db;
  const char *language;
  FfDay today;
  JsonObject *file;
  FfOwner project;
  gint64 run_id; /* its last class, which is prepared in detail */
} Project;

/* NULL for a member that is not there. */
static const char *
plain (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) ? json_object_get_string_member (object, member) : NULL;
}

static const char *
text (const Project *self, JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) ? plain (json_object_get_object_member (object, member), self->language) : NULL;
}

/* A day that the file tells as so many days from today. */
static char *
day (const Project *self, JsonObject *object, const char *member)
{
  if (!json_object_has_member (object, member))
    return NULL;
  return ff_day_format (self->today + json_object_get_int_member (object, member));
}

typedef gboolean (*PutFunc) (Project *self, JsonObject *object, FfOwner owner, GError **error);

static gboolean
put_all (Project *self, const char *member, FfOwner owner, PutFunc put, GError **error)
{
  JsonArray *array = json_object_get_array_member (self->file, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!put (self, json_array_get_object_element (array, i), owner, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_project (Project *self, const char *const *departments, GError **error)
{
  g_autofree char *starts_on = day (self, self->file, "start");
  g_autofree char *ends_on = day (self, self->file, "end");
  FfProjectDraft draft = {
    .code = plain (self->file, "code"),
    .title = text (self, self->file, "title"),
    .department = departments[json_object_get_int_member (self->file, "department")],
    .sponsor = text (self, self->file, "sponsor"),
    .summary = text (self, self->file, "summary"),
    .starts_on = starts_on,
    .ends_on = ends_on,
    .budget = plain (self->file, "budget"),
  };
  gint64 id = 0;

  if (ff_projects_put (self->db, 0, &draft, &id, error) == FF_PUT_REFUSED)
    return FALSE;
  self->project = ff_owner_project (id);
  return TRUE;
}

/* The module that answers a finding is a lecture of the classes' course, by its number. */
static char *
find_module (Project *self, JsonObject *object, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (self->db, self->run_id, error);
  g_autoptr (FfCourse) course = run != NULL ? ff_courses_read (self->db, run->course_id, error) : NULL;
  gint64 number = json_object_get_int_member (object, "module");

  for (guint i = 0; course != NULL && i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      if (g_str_equal (item->kind, "lecture") && --number == 0)
        return g_strdup_printf ("%" G_GINT64_FORMAT, item->id);
    }
  return NULL;
}

static gboolean
put_finding (Project *self, JsonObject *object, FfOwner owner, GError **error)
{
  g_autofree char *module = json_object_has_member (object, "module") ? find_module (self, object, error) : NULL;
  FfFindingDraft draft = {
    .kind = plain (object, "kind"),
    .layer = plain (object, "layer"),
    .text = text (self, object, "text"),
    .source = text (self, object, "source"),
    .share = plain (object, "share"),
    .syllabus_item = module,
  };

  return ff_findings_put (self->db, owner, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_goal (Project *self, JsonObject *object, FfOwner owner, GError **error)
{
  FfGoalDraft draft = { .level = plain (object, "level"), .layer = plain (object, "layer"), .text = text (self, object, "text") };

  return ff_goals_put (self->db, owner, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_task (Project *self, JsonObject *object, const char *stage, GError **error)
{
  g_autofree char *due_on = day (self, object, "due");
  FfTaskDraft draft = {
    .title = text (self, object, "title"),
    .in_charge = text (self, object, "owner"),
    .due_on = due_on,
    .stage = stage,
  };
  gint64 id = 0;

  if (ff_tasks_put (self->db, self->project, 0, &draft, &id, error) == FF_PUT_REFUSED)
    return FALSE;
  return !json_object_has_member (object, "done") || ff_tasks_tick (self->db, id, TRUE, error);
}

static gboolean
put_stage (Project *self, JsonObject *object, FfOwner owner, GError **error)
{
  g_autofree char *starts_on = day (self, object, "start");
  g_autofree char *ends_on = day (self, object, "end");
  g_autofree char *stage = NULL;
  FfStageDraft draft = {
    .title = text (self, object, "title"),
    .owner = text (self, object, "owner"),
    .starts_on = starts_on,
    .ends_on = ends_on,
  };
  JsonArray *tasks = json_object_get_array_member (object, "tasks");
  gint64 id = 0;

  if (ff_stages_put (self->db, owner.id, 0, &draft, &id, error) == FF_PUT_REFUSED)
    return FALSE;
  stage = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  for (guint i = 0; i < json_array_get_length (tasks); i++)
    if (!put_task (self, json_array_get_object_element (tasks, i), stage, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_duty (Project *self, JsonObject *object, FfOwner owner, GError **error)
{
  FfDutyDraft draft = { text (self, object, "role"), text (self, object, "people"), text (self, object, "duties") };

  return ff_duties_put (self->db, owner, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_budget_line (Project *self, JsonObject *object, FfOwner owner, GError **error)
{
  g_autofree char *approved_on = day (self, object, "approved");
  FfBudgetDraft draft = {
    .category = text (self, object, "category"),
    .title = text (self, object, "title"),
    .planned = plain (object, "planned"),
    .actual = plain (object, "actual"),
    .approved_by = approved_on != NULL ? text (self, self->file, "sponsor") : NULL,
    .approved_on = approved_on,
  };

  return ff_budgets_put (self->db, owner, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_material (Project *self, JsonObject *object, FfOwner owner, GError **error)
{
  FfMaterialDraft draft = {
    .title = text (self, object, "title"),
    .needed = plain (object, "needed"),
    .ready = plain (object, "ready"),
    .state = plain (object, "state"),
    .keeper = text (self, object, "keeper"),
  };

  return ff_materials_put (self->db, owner.id, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
take_classes (Project *self, GError **error)
{
  JsonArray *classes = json_object_get_array_member (self->file, "classes");

  for (guint i = 0; i < json_array_get_length (classes); i++)
    {
      self->run_id = ff_runs_find (self->db, json_array_get_string_element (classes, i), error);
      if (self->run_id <= 0 || !ff_projects_take_run (self->db, self->project.id, self->run_id, error)
          || !put_all (self, "class_budget", ff_owner_run (self->run_id), put_budget_line, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_demo_put_project (FfDb *db, const char *language, FfDay today, const char *const *departments, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ff_demo_get_resource (), "/org/fourfold/demo/project.json",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  Project self = { .db = db, .language = language, .today = today };

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  self.file = json_node_get_object (json_parser_get_root (parser));
  return put_project (&self, departments, error) && take_classes (&self, error)
         && put_all (&self, "findings", self.project, put_finding, error) && put_all (&self, "goals", self.project, put_goal, error)
         && put_all (&self, "stages", self.project, put_stage, error) && put_all (&self, "duties", self.project, put_duty, error)
         && put_all (&self, "budget_lines", self.project, put_budget_line, error)
         && put_all (&self, "materials", ff_owner_run (self.run_id), put_material, error);
}
