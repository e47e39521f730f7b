#include "config.h"

#include "ff-demo-work.h"

#include <json-glib/json-glib.h>

#include "ff-assignments.h"
#include "ff-commitments.h"
#include "ff-demo-resources.h"
#include "ff-number.h"
#include "ff-runs.h"
#include "ff-submissions.h"

typedef struct
{
  FfDb *db;
  const char *language;
  FfMinute now;
  FfRun *run;
  GPtrArray *enrolments; /* enrolled ones */
} Work;

static const char *
text_of (const Work *self, JsonObject *titles)
{
  return json_object_get_string_member (titles, self->language);
}

static gint64
number_of (JsonObject *object, const char *member, gint64 usual)
{
  return json_object_has_member (object, member) ? json_object_get_int_member (object, member) : usual;
}

/* Whether trainee @i is among @share of a hundred: the same ones every time, and spread over the class. */
static gboolean
is_among (guint i, gint64 share)
{
  return (gint64) ((i * 37 + 11) % 100) < share;
}

/* Hand-ins ------------------------------------------------------------------------------------------------------------ */

static gboolean
put_submission (const Work *self, JsonObject *object, const FfAssignment *assignment, guint i, GError **error)
{
  const FfEnrolment *enrolment = g_ptr_array_index (self->enrolments, i);
  gboolean late = is_among (i + 5, number_of (object, "late", 0));
  FfHandInEntry entry = { .at = assignment->due_at + (late ? 500 + i * 60 : -40 - (gint64) i * 9 % 300) };

  if (entry.at > self->now)
    entry.at = self->now - 30 - i;
  if (assignment->by_team && (enrolment->team_id == 0 || !enrolment->leader))
    return TRUE;
  entry.has_score = is_among (i * 3 + 1, number_of (object, "marked", 0));
  entry.score = entry.has_score ? assignment->max * (65 + (i * 7) % 33) / 10000 * 100 : 0;
  return ff_submissions_enter (self->db, assignment->id, enrolment->id, &entry, error) != FF_PUT_REFUSED;
}

static gboolean
put_assignment (const Work *self, JsonObject *object, GError **error)
{
  g_autofree char *day = ff_day_format (self->run->starts_on + number_of (object, "day", 0));
  g_autofree char *due_at = g_strconcat (day, " ", json_object_get_string_member (object, "clock"), NULL);
  FfAssignmentDraft draft = {
    .title = text_of (self, json_object_get_object_member (object, "title")),
    .due_at = due_at,
    .max = json_object_has_member (object, "max") ? json_object_get_string_member (object, "max") : NULL,
    .by_team = json_object_has_member (object, "by_team") ? "1" : "0",
  };
  g_autoptr (FfAssignment) assignment = NULL;
  gint64 id;

  if (ff_assignments_put (self->db, self->run->id, 0, &draft, &id, error) == FF_PUT_REFUSED)
    return FALSE;
  assignment = ff_assignments_read (self->db, id, error);
  for (guint i = 0; assignment != NULL && i < self->enrolments->len; i++)
    if (is_among (i, number_of (object, "handed_in", 0)) && !put_submission (self, object, assignment, i, error))
      return FALSE;
  return assignment != NULL;
}

/* Commitments ---------------------------------------------------------------------------------------------------------- */

static FfCommitmentStatus
status_of (JsonObject *object, guint i)
{
  JsonArray *reached = json_object_get_array_member (object, "reached");
  int status = FF_COMMITMENT_PLANNED;

  while (status < FF_COMMITMENT_VERIFIED && is_among (i, json_array_get_int_element (reached, (guint) status)))
    status++;
  return status;
}

static gboolean
put_log (const Work *self, JsonObject *object, gint64 id, guint i, GError **error)
{
  static const int cases[] = { 3, 4, 2, 3, 5, 3, 0, 3, 4, 3, 1 };
  gint64 logged = number_of (object, "logged", 0) - (i % 3 == 0 ? 1 : 0);

  for (int day = 0; day < logged; day++)
    if (!ff_commitments_log (self->db, id, day, cases[(i * 5 + (guint) day) % G_N_ELEMENTS (cases)], error))
      return FALSE;
  return TRUE;
}

static gboolean
put_commitment (const Work *self, JsonObject *object, guint i, GError **error)
{
  const FfEnrolment *enrolment = g_ptr_array_index (self->enrolments, i);
  JsonArray *titles = json_object_get_array_member (object, "titles");
  FfCommitmentStatus status = status_of (object, i);
  FfDay today = ff_time_day (self->now);
  g_autofree char *starts_on = json_object_has_member (object, "starts") ? ff_day_format (today + number_of (object, "starts", 0)) : NULL;
  g_autofree char *reached_on = ff_day_format (MIN (today, self->run->ends_on + 5 + i % 20));
  FfCommitmentDraft draft = {
    .run = self->run->code,
    .employee_no = enrolment->employee_no,
    .title = text_of (self, json_array_get_object_element (titles, i % json_array_get_length (titles))),
    .kind = json_object_get_string_member (object, "kind"),
    .status = ff_commitment_status_to_key (status),
    .starts_on = starts_on,
    .submitted_on = status >= FF_COMMITMENT_SUBMITTED ? reached_on : NULL,
    .evidence = status >= FF_COMMITMENT_APPLIED && json_object_has_member (object, "evidence")
                    ? text_of (self, json_object_get_object_member (object, "evidence"))
                    : NULL,
  };
  JsonArray *mentors = json_object_has_member (object, "mentors") ? json_object_get_array_member (object, "mentors") : NULL;
  gint64 id;

  if (mentors != NULL)
    draft.mentor = text_of (self, json_array_get_object_element (mentors, i % json_array_get_length (mentors)));
  return ff_commitments_put (self->db, 0, &draft, &id, error) != FF_PUT_REFUSED && put_log (self, object, id, i, error);
}

static gboolean
put_commitments (const Work *self, JsonObject *object, GError **error)
{
  for (guint i = 0; i < self->enrolments->len; i++)
    if (is_among (i, number_of (object, "share", 100)) && !put_commitment (self, object, i, error))
      return FALSE;
  return TRUE;
}

/* Classes --------------------------------------------------------------------------------------------------------------- */

static gboolean
put_all (const Work *self, JsonObject *class, const char *member, gboolean (*put) (const Work *self, JsonObject *object, GError **error),
         GError **error)
{
  JsonArray *array = json_object_get_array_member (class, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!put (self, json_array_get_object_element (array, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
put_class (Work *self, JsonObject *class, GError **error)
{
  gint64 run_id = ff_runs_find (self->db, json_object_get_string_member (class, "class"), error);
  g_autoptr (FfRun) run = run_id > 0 ? ff_runs_read (self->db, run_id, error) : NULL;
  g_autoptr (GPtrArray) enrolments = run != NULL ? ff_enrolment_store_of_run (self->db, run_id, TRUE, error) : NULL;

  if (enrolments == NULL)
    return FALSE;
  self->run = run;
  self->enrolments = enrolments;
  return put_all (self, class, "assignments", put_assignment, error) && put_all (self, class, "commitments", put_commitments, error);
}

gboolean
ff_demo_put_work (FfDb *db, const char *language, FfMinute now, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ff_demo_get_resource (), "/org/fourfold/demo/work.json", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  Work self = { .db = db, .language = language, .now = now };
  JsonArray *classes;

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  classes = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "classes");
  for (guint i = 0; i < json_array_get_length (classes); i++)
    if (!put_class (&self, json_array_get_object_element (classes, i), error))
      return FALSE;
  return TRUE;
}
