/* From the keys of a draft to ids. */
#include "config.h"

#include "ff-lookup.h"

#include "ff-name-key.h"
#include "ff-people.h"
#include "ff-projects.h"
#include "ff-runs.h"

#include <glib/gi18n-lib.h>

gint64
ff_lookup_project (FfDb *db, const char *code, GError **error)
{
  gint64 id = ff_projects_find (db, code != NULL ? code : "", error);

  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "project", _ ("There is no project “%s”; add it first."), code != NULL ? code : "");
  return MAX (id, 0);
}

gint64
ff_lookup_run (FfDb *db, const char *code, GError **error)
{
  gint64 id = ff_runs_find (db, code != NULL ? code : "", error);

  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "run", _ ("There is no class “%s”; add it first."), code != NULL ? code : "");
  return MAX (id, 0);
}

gint64
ff_lookup_session (FfDb *db, gint64 run_id, const char *key, const char *run_code, GError **error)
{
  g_autofree char *folded = ff_identifier_fold (key != NULL ? key : "");
  gint64 id = ff_session_store_find (db, run_id, folded, error);

  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "session", _ ("Class %s has no session “%s”; add it first."), run_code, folded);
  return MAX (id, 0);
}

gint64
ff_lookup_trainee (FfDb *db, const char *employee_no, GError **error)
{
  gint64 id = ff_people_find_trainee (db, employee_no != NULL ? employee_no : "", error);
  g_autofree char *similar = NULL;

  if (id != 0)
    return MAX (id, 0);
  similar = employee_no != NULL ? ff_people_find_similar_no (db, employee_no) : NULL;
  if (similar != NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "employee_no",
                      _ ("There is no trainee with the employee number “%s”; did you mean %s?"), employee_no, similar);
  else
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "employee_no",
                      _ ("There is no trainee with the employee number “%s”; add the trainee first."),
                      employee_no != NULL ? employee_no : "");
  return 0;
}

gint64
ff_lookup_enrolment (FfDb *db, gint64 run_id, const char *employee_no, const char *run_code, GError **error)
{
  gint64 trainee_id = ff_lookup_trainee (db, employee_no, error);
  gint64 id;

  if (trainee_id == 0)
    return 0;
  id = ff_enrolment_store_find (db, run_id, trainee_id, error);
  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "employee_no", _ ("%s is not enrolled in class %s; enrol the trainee first."),
                      employee_no, run_code);
  return MAX (id, 0);
}
