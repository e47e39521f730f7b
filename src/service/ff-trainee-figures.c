#include "config.h"

#include "ff-trainee-figures.h"

#include "ff-agenda.h"
#include "ff-hours.h"
#include "ff-layer-store.h"
#include "ff-people.h"
#include "ff-settings.h"

static void
trainee_class_free (FfTraineeClass *one)
{
  ff_run_free (one->run);
  ff_enrolment_free (one->enrolment);
  g_free (one);
}

static void
trainee_session_free (FfTraineeSession *session)
{
  g_free (session->run_title);
  g_free (session->title);
  g_free (session->venue);
  g_free (session);
}

void
ff_trainee_figures_free (FfTraineeFigures *figures)
{
  if (figures == NULL)
    return;
  g_clear_pointer (&figures->classes, g_ptr_array_unref);
  g_clear_pointer (&figures->upcoming, g_ptr_array_unref);
  g_free (figures);
}

/* What is gathered over the classes. */
typedef struct
{
  FfTraineeFigures *figures;
  FfMinute now;
  int class_hour;
  GArray *taken; /* FfHoursTaken */
} Reader;

/* One class ------------------------------------------------------------------------------------------------------------ */

static const FfClassTrainee *
find_trainee (const FfClassFigures *class_figures, gint64 enrolment_id)
{
  for (guint i = 0; i < class_figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (class_figures->trainees, i);

      if (trainee->enrolment_id == enrolment_id)
        return trainee;
    }
  return NULL;
}

static void
add_upcoming (Reader *reader, const FfRun *run, const FfSession *session)
{
  FfTraineeSession *upcoming = g_new0 (FfTraineeSession, 1);

  upcoming->session_id = session->id;
  upcoming->run_id = run->id;
  upcoming->run_title = g_strdup (run->title);
  upcoming->title = g_strdup (session->title);
  upcoming->venue = g_strdup (session->venue);
  upcoming->starts_at = session->starts_at;
  upcoming->ends_at = session->ends_at;
  g_ptr_array_add (reader->figures->upcoming, upcoming);
}

static gboolean
is_attended (const FfAttendanceCell *cell)
{
  FfAttendanceStatus status = cell->verdict.status;

  return cell->record.made_up || status == FF_ATTENDANCE_PRESENT || status == FF_ATTENDANCE_LATE || status == FF_ATTENDANCE_LEFT_EARLY;
}

static void
gather_sessions (Reader *reader, const FfClassFigures *class_figures, const FfClassTrainee *trainee, const GPtrArray *slots)
{
  for (guint i = 0; i < class_figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (class_figures->sessions, i);
      FfHoursTaken taken = {
        .day = ff_time_day (session->starts_at),
        .attended = is_attended (&trainee->cells[i]),
        .passed = trainee->passed == FF_PASSED_YES,
      };

      if (!trainee->cells[i].planned)
        continue;
      if (session->ends_at > reader->now)
        add_upcoming (reader, class_figures->run, session);
      taken.hours = ff_hours_of_minutes (ff_agenda_session_minutes (session, slots), reader->class_hour);
      g_array_append_val (reader->taken, taken);
    }
}

static gboolean
count_class (FfDb *db, Reader *reader, FfTraineeClass *one, GError **error)
{
  g_autoptr (FfClassFigures) class_figures = ff_class_figures_read (db, one->run->id, reader->now, error);
  g_autoptr (GPtrArray) slots = class_figures != NULL ? ff_agenda_store_of_run (db, one->run->id, error) : NULL;
  const FfClassTrainee *trainee = slots != NULL ? find_trainee (class_figures, one->enrolment->id) : NULL;

  if (trainee == NULL)
    return slots != NULL;
  one->counted = TRUE;
  one->tally = trainee->tally;
  one->disqualified = trainee->disqualified;
  one->known = trainee->result.known;
  one->provisional = trainee->result.provisional;
  one->total = trainee->result.total;
  one->passed = trainee->passed;
  one->rank = trainee->rank;
  one->ranked = class_figures->ranked;
  one->award = trainee->award;
  gather_sessions (reader, class_figures, trainee, slots);
  return TRUE;
}

static gboolean
read_classes (FfDb *db, Reader *reader, gint64 trainee_id, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolment_store_of_trainee (db, trainee_id, error);

  if (enrolments == NULL)
    return FALSE;
  for (guint i = 0; i < enrolments->len; i++)
    {
      FfTraineeClass *one = g_new0 (FfTraineeClass, 1);

      g_ptr_array_add (reader->figures->classes, one);
      one->enrolment = g_steal_pointer (&g_ptr_array_index (enrolments, i));
      one->run = ff_run_store_read (db, one->enrolment->run_id, reader->now, error);
      if (one->run == NULL)
        return FALSE;
      if (!one->run->cancelled && g_str_equal (one->enrolment->status, "enrolled") && !count_class (db, reader, one, error))
        return FALSE;
    }
  return TRUE;
}

/* The whole ------------------------------------------------------------------------------------------------------------ */

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const FfTraineeSession *first = *(FfTraineeSession *const *) a;
  const FfTraineeSession *second = *(FfTraineeSession *const *) b;

  if (first->starts_at != second->starts_at)
    return first->starts_at < second->starts_at ? -1 : 1;
  return first->session_id < second->session_id ? -1 : first->session_id > second->session_id;
}

static void
sum_year (Reader *reader, const FfSettings *settings)
{
  FfTraineeFigures *figures = reader->figures;
  const FfHoursTaken *taken = (const FfHoursTaken *) (gpointer) reader->taken->data;

  figures->hours = ff_hours_credited (taken, reader->taken->len, settings->credit_when_passed, figures->year);
  figures->credits = ff_hours_credits (figures->hours, settings->credit_hours);
  figures->missing = ff_hours_missing (figures->hours, figures->required);
  for (guint i = 0; i < reader->taken->len; i++)
    {
      int year, month, day;

      ff_day_to_ymd (taken[i].day, &year, &month, &day);
      figures->sessions_attended += taken[i].attended && year == figures->year;
    }
}

static gboolean
read_all (FfDb *db, Reader *reader, gint64 trainee_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FfTrainee) trainee = ff_people_read_trainee (db, trainee_id, error);
  g_autoptr (FfLayer) layer = trainee != NULL ? ff_layer_store_read (db, trainee->layer_id, &local_error) : NULL;
  FfSettings settings;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (trainee == NULL || !ff_settings_read (db, &settings, error))
    return FALSE;
  reader->figures->required = layer != NULL ? layer->required_hours : -1;
  reader->class_hour = settings.class_hour_minutes;
  if (!read_classes (db, reader, trainee_id, error))
    return FALSE;
  g_ptr_array_sort (reader->figures->upcoming, compare_sessions);
  sum_year (reader, &settings);
  return TRUE;
}

FfTraineeFigures *
ff_trainee_figures_read (FfDb *db, gint64 trainee_id, FfMinute now, GError **error)
{
  g_autoptr (FfTraineeFigures) figures = g_new0 (FfTraineeFigures, 1);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (FfHoursTaken));
  Reader reader = { .figures = figures, .now = now, .taken = taken };
  int month, day;
  gboolean ok;

  figures->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) trainee_class_free);
  figures->upcoming = g_ptr_array_new_with_free_func ((GDestroyNotify) trainee_session_free);
  ff_day_to_ymd (ff_time_day (now), &figures->year, &month, &day);
  if (!ff_db_begin_read (db, error))
    return NULL;
  ok = read_all (db, &reader, trainee_id, error);
  ff_db_end_read (db);
  return ok ? g_steal_pointer (&figures) : NULL;
}
