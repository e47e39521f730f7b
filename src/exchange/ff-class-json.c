#include "config.h"

#include "ff-class-json.h"

#include "ff-levels-json.h"

static void
write_components (FfJsonWriter *writer, const FfScheme *scheme, const FfResult *result)
{
  ff_json_begin_object (writer, "components");
  for (guint i = 0; i < result->n_leaves; i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);

      if (!component->leaf)
        continue;
      if (result->leaves[i].assessed)
        ff_json_double (writer, component->key, result->leaves[i].percent);
      else
        ff_json_null (writer, component->key);
    }
  ff_json_end (writer);

  ff_json_begin_array (writer, "exempt");
  for (guint i = 0; i < result->n_leaves; i++)
    if (result->leaves[i].exempt)
      ff_json_text (writer, NULL, ff_scheme_get (scheme, i)->key);
  ff_json_end (writer);
}

static void
write_trainee (FfJsonWriter *writer, const FfScheme *scheme, const FfClassTrainee *trainee)
{
  const FfAttendanceTally *tally = &trainee->tally;

  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "employee_no", trainee->employee_no);
  ff_json_text (writer, "name", trainee->name);
  ff_json_int (writer, "attended", tally->attended);
  ff_json_int (writer, "absent", tally->absent);
  ff_json_int (writer, "excused", tally->excused);
  ff_json_int (writer, "unmarked", tally->unmarked);
  ff_json_double (writer, "absence_percent", tally->absence_percent);
  ff_json_boolean (writer, "disqualified", trainee->disqualified);
  ff_json_int (writer, "can_miss", tally->can_miss);
  write_components (writer, scheme, &trainee->result);

  if (trainee->result.known)
    ff_json_double (writer, "total", trainee->result.total);
  else
    ff_json_null (writer, "total");
  ff_json_boolean (writer, "provisional", trainee->result.provisional);
  if (trainee->passed == FF_PASSED_UNKNOWN)
    ff_json_null (writer, "passed");
  else
    ff_json_boolean (writer, "passed", trainee->passed == FF_PASSED_YES);
  if (trainee->rank > 0)
    ff_json_int (writer, "rank", trainee->rank);
  else
    ff_json_null (writer, "rank");
  ff_json_boolean (writer, "award", trainee->award);
  ff_json_end (writer);
}

char *
ff_class_json_format (const FfClassFigures *figures, const FfEvaluationFigures *levels)
{
  FfJsonWriter *writer = ff_json_writer_new ();

  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "class", figures->run->code);
  ff_json_text (writer, "course", figures->run->course_code);
  ff_json_text (writer, "status", ff_run_status_to_key (figures->run->status));
  ff_json_boolean (writer, "settled", figures->settled);
  ff_json_int (writer, "planned_sessions", figures->planned_sessions);
  ff_json_int (writer, "held_sessions", figures->held_sessions);
  ff_json_int (writer, "enrolled", figures->trainees->len);

  ff_json_begin_array (writer, "trainees");
  for (guint i = 0; i < figures->trainees->len; i++)
    write_trainee (writer, figures->scheme, g_ptr_array_index (figures->trainees, i));
  ff_json_end (writer);

  if (levels != NULL)
    ff_levels_json_write (writer, levels);
  else
    ff_json_null (writer, "levels");
  ff_json_end (writer);

  return ff_json_writer_finish (writer);
}
