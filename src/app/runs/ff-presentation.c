#include "config.h"

#include "ff-presentation.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-mark-dues.h"

static void
person_free (gpointer data)
{
  FfPresentationPerson *person = data;

  g_free (person->name);
  g_free (person->team);
  g_free (person);
}

void
ff_presentation_free (FfPresentation *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->session);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->components);
  g_ptr_array_unref (self->teams);
  g_free (self->counts);
  g_free (self);
}

static const FfClassTrainee *
get_trainee (const FfClassFigures *figures, guint index)
{
  return g_ptr_array_index (figures->trainees, index);
}

static const FfSession *
get_session (const FfClassFigures *figures, guint index)
{
  return g_ptr_array_index (figures->sessions, index);
}

/* The session --------------------------------------------------------------------------------------------------------- */

static gboolean
is_on (const FfSession *session, FfDay day)
{
  return ff_time_day (session->starts_at) <= day && ff_time_day (session->ends_at) >= day;
}

/* Today's that is on or comes next, then the last of today, then the next of another day; -1: none. */
static int
choose_session (const FfClassFigures *figures, FfMinute now)
{
  int last = -1;

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = get_session (figures, i);

      if (session->cancelled)
        continue;
      if (session->ends_at > now)
        return last >= 0 && !is_on (session, ff_time_day (now)) ? last : (int) i;
      if (is_on (session, ff_time_day (now)))
        last = (int) i;
    }
  return last;
}

static char *
describe_session (const FfSession *session, FfMinute now)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *from = ff_format_clock (session->starts_at);
  g_autofree char *to = ff_format_clock (session->ends_at);

  g_ptr_array_add (parts, g_strdup (session->title != NULL && *session->title != '\0' ? session->title : session->key));
  if (!is_on (session, ff_time_day (now)))
    g_ptr_array_add (parts, ff_format_day_short (ff_time_day (session->starts_at)));
  /* Translators: the times of a session, from and to. */
  g_ptr_array_add (parts, g_strdup_printf (_("%s–%s"), from, to));
  if (session->venue != NULL)
    g_ptr_array_add (parts, g_strdup (session->venue));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* The names ----------------------------------------------------------------------------------------------------------- */

static gboolean
has_come (const FfAttendanceCell *cell)
{
  return cell->record.arrived_at != FF_NO_TIME || cell->verdict.status == FF_ATTENDANCE_PRESENT || cell->verdict.status == FF_ATTENDANCE_LATE
         || cell->verdict.status == FF_ATTENDANCE_LEFT_EARLY;
}

static void
add_person (FfPresentation *self, const FfClassTrainee *trainee, int session)
{
  FfPresentationPerson *person;

  if (session >= 0 && !trainee->cells[session].planned)
    return;
  person = g_new0 (FfPresentationPerson, 1);
  person->name = g_strdup (trainee->name);
  person->team = trainee->team_id != 0 ? g_strdup (trainee->team) : NULL;
  person->here = self->register_open && has_come (&trainee->cells[session]);
  self->here += person->here;
  g_ptr_array_add (self->people, person);
}

/* Team by team; who is in none comes last. */
static void
add_people (FfPresentation *self, const FfClassFigures *figures, int session)
{
  for (guint i = 0; i <= figures->teams->len; i++)
    {
      gint64 team = i < figures->teams->len ? ((const FfTeam *) g_ptr_array_index (figures->teams, i))->id : 0;

      for (guint k = 0; k < figures->trainees->len; k++)
        if (get_trainee (figures, k)->team_id == team)
          add_person (self, get_trainee (figures, k), session);
    }
}

/* The progress -------------------------------------------------------------------------------------------------------- */

static gboolean
is_done (const FfClassTrainee *trainee, guint component)
{
  return trainee->exempt[component] || trainee->disqualified || trainee->result.leaves[component].assessed;
}

static FfPresentationCount
count_team (const FfClassFigures *figures, gint64 team_id, gboolean everybody, guint component)
{
  FfPresentationCount count = { 0, 0 };

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = get_trainee (figures, i);

      if (!everybody && trainee->team_id != team_id)
        continue;
      count.done += is_done (trainee, component);
      count.of++;
    }
  return count;
}

static gboolean
has_people_without_team (const FfClassFigures *figures)
{
  for (guint i = 0; i < figures->trainees->len; i++)
    if (get_trainee (figures, i)->team_id == 0)
      return TRUE;
  return FALSE;
}

static void
add_progress (FfPresentation *self, const FfClassFigures *figures)
{
  g_autoptr (GArray) leaves = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_teams = figures->teams->len;

  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    if (ff_mark_dues_is_asked (ff_scheme_get (figures->scheme, i)))
      {
        g_array_append_val (leaves, i);
        g_ptr_array_add (self->components, g_strdup (ff_scheme_get (figures->scheme, i)->title));
      }
  for (guint i = 0; i < n_teams; i++)
    g_ptr_array_add (self->teams, g_strdup (((const FfTeam *) g_ptr_array_index (figures->teams, i))->name));
  if (n_teams == 0)
    g_ptr_array_add (self->teams, g_strdup (C_("presentation", "Everybody")));
  else if (has_people_without_team (figures))
    g_ptr_array_add (self->teams, g_strdup (C_("presentation", "In no team")));

  self->counts = g_new0 (FfPresentationCount, MAX (1, self->teams->len * leaves->len));
  for (guint i = 0; i < self->teams->len; i++)
    for (guint k = 0; k < leaves->len; k++)
      {
        gint64 team_id = i < n_teams ? ((const FfTeam *) g_ptr_array_index (figures->teams, i))->id : 0;

        self->counts[i * leaves->len + k] = count_team (figures, team_id, n_teams == 0, g_array_index (leaves, guint, k));
      }
}

FfPresentation *
ff_presentation_new (const FfClassFigures *figures, FfMinute now)
{
  FfPresentation *self = g_new0 (FfPresentation, 1);
  int session = choose_session (figures, now);

  self->title = g_strdup (figures->run->title);
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->components = g_ptr_array_new_with_free_func (g_free);
  self->teams = g_ptr_array_new_with_free_func (g_free);
  if (session >= 0)
    {
      self->session = describe_session (get_session (figures, (guint) session), now);
      self->register_open = is_on (get_session (figures, (guint) session), ff_time_day (now));
    }
  add_people (self, figures, session);
  add_progress (self, figures);
  return self;
}
