#include "config.h"

#include "ff-trainee-cards.h"

#include <glib/gi18n-lib.h>

#include "ff-commitments.h"
#include "ff-editors.h"
#include "ff-format.h"
#include "ff-number.h"
#include "ff-people.h"
#include "ff-place-parts.h"
#include "ff-place-text.h"
#include "ff-requirements.h"
#include "ff-roster.h"
#include "ff-scores-text.h"
#include "ff-trainee-figures.h"

/* More than anybody reads on a card. */
#define MAX_PEOPLE 100
#define MAX_UPCOMING 20

/* Facts: each row opens the editor of them all ---------------------------------------------------------------------- */

static char *
describe_person (const char *name, const char *employee_no)
{
  return name != NULL ? g_strdup_printf ("%s · %s", name, employee_no) : NULL;
}

static GPtrArray *
list_facts (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfTrainee) trainee = ff_people_read_trainee (db, id, error);
  g_autofree char *supervisor = NULL;
  g_autofree char *mentor = NULL;
  GPtrArray *parts;

  if (trainee == NULL)
    return NULL;
  supervisor = describe_person (trainee->supervisor_name, trainee->supervisor_no);
  mentor = describe_person (trainee->mentor_name, trainee->mentor_no);
  parts = ff_place_parts_new ();
  ff_place_parts_add_fact (parts, id, trainee->guest ? _("Guest") : _("Employee No."), trainee->employee_no);
  ff_place_parts_add_fact (parts, id, _("Employment"), trainee->left ? C_("employment", "Left") : NULL);
  ff_place_parts_add_fact (parts, id, _("Organisation"), trainee->organisation);
  ff_place_parts_add_fact (parts, id, _("Department"), trainee->department);
  ff_place_parts_add_fact (parts, id, _("Layer"), trainee->layer_title);
  ff_place_parts_add_fact (parts, id, _("Job Title"), trainee->job_title);
  ff_place_parts_add_fact (parts, id, _("Supervisor"), supervisor);
  ff_place_parts_add_fact (parts, id, _("Mentor"), mentor);
  ff_place_parts_add_fact (parts, id, _("E-mail"), trainee->email);
  ff_place_parts_add_fact (parts, id, _("Phone"), trainee->phone);
  return parts;
}

static const char *const fact_tables[] = { "trainee", "department", "layer", NULL };

const FfPartKind ff_trainee_facts = {
  .title = N_("About"),
  .empty = N_("Who this is, and where they work."),
  .tables = fact_tables,
  .list = list_facts,
  .editor = &ff_trainee_editor,
};

/* The year ------------------------------------------------------------------------------------------------------------ */

static char *
describe_hours (const FfTraineeFigures *figures)
{
  g_autofree char *hours = ff_hundredths_format (figures->hours);
  g_autofree char *required = figures->required >= 0 ? ff_hundredths_format (figures->required) : NULL;

  if (required == NULL)
    /* Translators: class hours; %s is a number such as 6.5. */
    return g_strdup_printf (_("%s h"), hours);
  /* Translators: class hours, and how many are asked for: "6.5 of 40 h". */
  return g_strdup_printf (_("%s of %s h"), hours, required);
}

static GPtrArray *
list_year (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfTraineeFigures) figures = ff_trainee_figures_read (db, id, ff_time_now (), error);
  g_autofree char *title = NULL;
  g_autofree char *sessions = NULL;
  GPtrArray *parts;
  FfPart *part;

  if (figures == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  title = g_strdup_printf (_("Class Hours of %d"), figures->year);
  sessions = g_strdup_printf (ngettext ("%d session attended", "%d sessions attended", (gulong) figures->sessions_attended),
                              figures->sessions_attended);
  part = ff_part_new (1, title, sessions);
  part->value = describe_hours (figures);
  if (figures->required > 0)
    {
      g_autofree char *missing = ff_hundredths_format (figures->missing);

      part->tag = figures->missing > 0 ? g_strdup_printf (_("%s h to go"), missing) : g_strdup (_("Reached"));
      part->tone = figures->missing > 0 ? FF_TONE_SOON : FF_TONE_GOOD;
    }
  g_ptr_array_add (parts, part);
  part = ff_part_new (2, _("Credits"), NULL);
  part->value = ff_hundredths_format (figures->credits);
  g_ptr_array_add (parts, part);
  return parts;
}

static const char *const figure_tables[] = { "enrolment", "run",   "session", "session_audience", "attendance", "agenda_slot", "mark", "exemption",
                                             "component", "layer", "setting", "trainee",          NULL };

const FfPartKind ff_trainee_year = {
  .title = N_("This Year"),
  .empty = N_("Hours of attended sessions are counted here."),
  .tables = figure_tables,
  .list = list_year,
};

/* Classes ------------------------------------------------------------------------------------------------------------- */

static char *
describe_attendance (const FfTraineeClass *one)
{
  g_autofree char *attended = g_strdup_printf (ngettext ("%d of %d session attended", "%d of %d sessions attended",
                                                         (gulong) one->tally.planned),
                                               one->tally.attended, one->tally.planned);

  if (one->tally.absent == 0)
    return g_steal_pointer (&attended);
  /* Translators: "3 of 4 sessions attended, 1 absent" */
  return g_strdup_printf (_("%s, %d absent"), attended, one->tally.absent);
}

static void
set_outcome (FfPart *part, const FfTraineeClass *one)
{
  if (one->disqualified)
    {
      part->tag = g_strdup (_("Disqualified"));
      part->tone = FF_TONE_BAD;
    }
  else if (one->award)
    {
      part->tag = g_strdup (_("Award"));
      part->tone = FF_TONE_ACCENT;
    }
  else if (one->passed == FF_PASSED_YES)
    {
      part->tag = g_strdup (_("Passed"));
      part->tone = FF_TONE_GOOD;
    }
  else if (one->known && !one->provisional)
    {
      part->tag = g_strdup (_("Not passed"));
      part->tone = FF_TONE_BAD;
    }
  else
    part->tag = g_strdup (ff_run_status_title (one->run->status));
}

static FfPart *
class_part (const FfTraineeClass *one)
{
  g_autofree char *dates = ff_format_day_range_short (one->run->starts_on, one->run->ends_on);
  g_autofree char *came = one->counted && one->tally.planned > 0 ? describe_attendance (one) : NULL;
  g_autofree char *subtitle = g_strjoin (" · ", one->run->code, dates, came, NULL);
  FfPart *part = ff_part_new (one->run->id, one->run->title, subtitle);

  part->tone = FF_TONE_NEUTRAL;
  if (!one->counted)
    {
      part->tag = g_strdup (one->run->cancelled ? ff_run_status_title (FF_RUN_CANCELLED) : ff_roster_status_title (one->enrolment->status));
      return part;
    }
  if (one->known)
    {
      g_autofree char *total = ff_scores_text_total (one->total);

      /* Translators: a total that is not final, because marks are missing. */
      part->value = one->provisional ? g_strdup_printf (_("%s so far"), total) : g_steal_pointer (&total);
    }
  set_outcome (part, one);
  return part;
}

static GPtrArray *
list_history (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfTraineeFigures) figures = ff_trainee_figures_read (db, id, ff_time_now (), error);
  GPtrArray *parts;

  if (figures == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < figures->classes->len; i++)
    g_ptr_array_add (parts, class_part (g_ptr_array_index (figures->classes, i)));
  return parts;
}

const FfPartKind ff_trainee_history = {
  .title = N_("Classes"),
  .empty = N_("Classes appear here when this trainee is enrolled in them."),
  .tables = figure_tables,
  .list = list_history,
};

/* Sessions to come ------------------------------------------------------------------------------------------------------ */

static GPtrArray *
list_upcoming (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfTraineeFigures) figures = ff_trainee_figures_read (db, id, ff_time_now (), error);
  GPtrArray *parts;

  if (figures == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < MIN (figures->upcoming->len, MAX_UPCOMING); i++)
    {
      const FfTraineeSession *session = g_ptr_array_index (figures->upcoming, i);
      g_autofree char *span = ff_place_text_span (session->starts_at, session->ends_at);
      g_autofree char *subtitle = g_strjoin (" · ", span, session->venue, NULL);

      g_ptr_array_add (parts, ff_part_new (session->session_id, session->title != NULL ? session->title : session->run_title, subtitle));
    }
  return parts;
}

static char *
say_cut (GPtrArray *parts, gint64 owner)
{
  if (parts->len < MAX_UPCOMING)
    return NULL;
  return g_strdup_printf (_("The next %d; the calendar shows all of them."), MAX_UPCOMING);
}

const FfPartKind ff_trainee_upcoming = {
  .title = N_("Sessions to Come"),
  .empty = N_("No session to come is meant for this trainee."),
  .tables = figure_tables,
  .list = list_upcoming,
  .foot = say_cut,
};

/* Required courses ------------------------------------------------------------------------------------------------------ */

static FfPart *
required_part (const FfRequiredCourse *course)
{
  static const FfTone tones[] = {
    [FF_REQUIRED_DONE] = FF_TONE_GOOD,
    [FF_REQUIRED_SOON] = FF_TONE_SOON,
    [FF_REQUIRED_OVERDUE] = FF_TONE_BAD,
    [FF_REQUIRED_MISSING] = FF_TONE_BAD,
  };
  g_autofree char *due = course->due_on != FF_NO_DAY ? ff_format_day (course->due_on) : NULL;
  /* Translators: %s is the day by which a required course is due again. */
  g_autofree char *again = due != NULL ? g_strdup_printf (_("due again on %s"), due) : NULL;
  const char *enrolled = course->enrolled && course->state != FF_REQUIRED_DONE ? _("enrolled in a class to come") : again;
  g_autofree char *subtitle = g_strjoin (" · ", course->course_code, enrolled, NULL);
  FfPart *part = ff_part_new (course->course_id, course->course_title, subtitle);

  part->tag = g_strdup (ff_required_state_title (course->state));
  part->tone = tones[course->state];
  return part;
}

static GPtrArray *
list_required (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) courses = ff_requirements_of_trainee (db, id, ff_time_day (ff_time_now ()), error);
  GPtrArray *parts;

  if (courses == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < courses->len; i++)
    g_ptr_array_add (parts, required_part (g_ptr_array_index (courses, i)));
  return parts;
}

static const char *const required_tables[] = { "requirement", "enrolment", "run", "course", "trainee", "mark", "attendance", NULL };

const FfPartKind ff_trainee_required = {
  .title = N_("Required Courses"),
  .empty = N_("No course is required of this trainee’s layer and department."),
  .tables = required_tables,
  .list = list_required,
};

/* Commitments ----------------------------------------------------------------------------------------------------------- */

static FfPart *
commitment_part (const FfCommitment *commitment)
{
  g_autofree char *due = commitment->due_on != FF_NO_DAY ? ff_format_day (commitment->due_on) : NULL;
  g_autofree char *subtitle = g_strjoin (" · ", commitment->run_code, ff_commitment_kind_title (commitment->kind), due, NULL);
  FfPart *part = ff_part_new (commitment->id, commitment->title, subtitle);
  gboolean overdue = ff_commitment_is_overdue (commitment->status, commitment->due_on, ff_time_day (ff_time_now ()));

  part->tag = g_strdup (ff_commitment_status_title (commitment->status));
  part->tone = overdue                                              ? FF_TONE_BAD
               : commitment->status >= FF_COMMITMENT_APPLIED ? FF_TONE_GOOD
                                                                    : FF_TONE_NEUTRAL;
  return part;
}

static GPtrArray *
list_commitments (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) commitments = ff_commitments_of_trainee (db, id, error);
  GPtrArray *parts;

  if (commitments == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < commitments->len; i++)
    g_ptr_array_add (parts, commitment_part (g_ptr_array_index (commitments, i)));
  return parts;
}

static const char *const commitment_tables[] = { "commitment", "enrolment", "run", NULL };

const FfPartKind ff_trainee_commitments = {
  .title = N_("Commitments"),
  .empty = N_("This trainee has committed to nothing in any class."),
  .tables = commitment_tables,
  .list = list_commitments,
  .editor = &ff_commitment_editor,
};

/* People ----------------------------------------------------------------------------------------------------------------- */

static gboolean
add_people (FfDb *db, gint64 id, gboolean guided, GPtrArray *parts, GError **error)
{
  g_autoptr (GArray) ids = ff_people_list_reports (db, id, guided, error);
  g_autoptr (GPtrArray) people = NULL;

  if (ids == NULL)
    return FALSE;
  people = ff_people_read_trainees (db, (const gint64 *) (gpointer) ids->data, MIN (ids->len, MAX_PEOPLE), error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const FfTrainee *trainee = g_ptr_array_index (people, i);
      g_autofree char *subtitle = NULL;
      FfPart *part;

      if (trainee == NULL)
        continue;
      subtitle = g_strjoin (" · ", trainee->employee_no, trainee->job_title, NULL);
      part = ff_part_new (trainee->id, trainee->name, subtitle);
      part->group = g_strdup (guided ? _("Has as a mentor") : _("Reporting"));
      g_ptr_array_add (parts, part);
    }
  return people != NULL;
}

static GPtrArray *
list_reports (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) parts = ff_place_parts_new ();

  if (!add_people (db, id, FALSE, parts, error) || !add_people (db, id, TRUE, parts, error))
    return NULL;
  return g_steal_pointer (&parts);
}

static const char *const report_tables[] = { "trainee", NULL };

const FfPartKind ff_trainee_reports = {
  .title = N_("People"),
  .empty = N_("Nobody has this trainee as a supervisor or mentor."),
  .tables = report_tables,
  .list = list_reports,
};
