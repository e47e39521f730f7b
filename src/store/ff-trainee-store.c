#include "config.h"

#include "ff-trainee-store.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-layer-store.h"
#include "ff-name-key.h"
#include "ff-rows.h"

/* W-0001; W-12345 when there are as many. */
#define GUEST_DIGITS 4
#define GUEST_DIGITS_MAX 10

#define SELECT_TRAINEE                                                                                               \
  "SELECT trainee.id, trainee.version, trainee.employee_no, trainee.name, trainee.name_latin,"                       \
  " trainee.layer_id, layer.key, layer.title, trainee.department_id, department.path,"                               \
  " trainee.job_title, trainee.email, trainee.phone,"                                                                \
  " trainee.supervisor_id, supervisor.employee_no, supervisor.name,"                                                 \
  " trainee.mentor_id, mentor.employee_no, mentor.name,"                                                             \
  " trainee.employment, trainee.organisation, trainee.guest"                                                         \
  " FROM trainee"                                                                                                    \
  " LEFT JOIN layer ON layer.id = trainee.layer_id"                                                                  \
  " LEFT JOIN department ON department.id = trainee.department_id"                                                   \
  " LEFT JOIN trainee AS supervisor ON supervisor.id = trainee.supervisor_id"                                        \
  " LEFT JOIN trainee AS mentor ON mentor.id = trainee.mentor_id"                                                    \
  " WHERE trainee.deleted = 0"

enum
{
  TRAINEE_ID,
  TRAINEE_VERSION,
  TRAINEE_EMPLOYEE_NO,
  TRAINEE_NAME,
  TRAINEE_NAME_LATIN,
  TRAINEE_LAYER_ID,
  TRAINEE_LAYER_KEY,
  TRAINEE_LAYER_TITLE,
  TRAINEE_DEPARTMENT_ID,
  TRAINEE_DEPARTMENT,
  TRAINEE_JOB_TITLE,
  TRAINEE_EMAIL,
  TRAINEE_PHONE,
  TRAINEE_SUPERVISOR_ID,
  TRAINEE_SUPERVISOR_NO,
  TRAINEE_SUPERVISOR_NAME,
  TRAINEE_MENTOR_ID,
  TRAINEE_MENTOR_NO,
  TRAINEE_MENTOR_NAME,
  TRAINEE_EMPLOYMENT,
  TRAINEE_ORGANISATION,
  TRAINEE_GUEST,
};

void
ff_trainee_free (FfTrainee *trainee)
{
  if (!trainee)
    return;

  g_free (trainee->employee_no);
  g_free (trainee->name);
  g_free (trainee->name_latin);
  g_free (trainee->layer);
  g_free (trainee->layer_title);
  g_free (trainee->department);
  g_free (trainee->job_title);
  g_free (trainee->email);
  g_free (trainee->phone);
  g_free (trainee->supervisor_no);
  g_free (trainee->supervisor_name);
  g_free (trainee->mentor_no);
  g_free (trainee->mentor_name);
  g_free (trainee->organisation);
  g_free (trainee);
}

static FfTrainee *
trainee_from_row (FfStatement *row)
{
  FfTrainee *trainee = g_new0 (FfTrainee, 1);
  trainee->id = ff_statement_get_int (row, TRAINEE_ID);
  trainee->version = ff_statement_get_int (row, TRAINEE_VERSION);
  trainee->employee_no = ff_statement_dup_text (row, TRAINEE_EMPLOYEE_NO);
  trainee->name = ff_statement_dup_text (row, TRAINEE_NAME);
  trainee->name_latin = ff_statement_dup_text (row, TRAINEE_NAME_LATIN);
  trainee->layer_id = ff_statement_get_int (row, TRAINEE_LAYER_ID);
  trainee->layer = ff_statement_dup_text (row, TRAINEE_LAYER_KEY);
  if (trainee->layer)
    trainee->layer_title = g_strdup (ff_layer_title (trainee->layer, ff_statement_get_text (row, TRAINEE_LAYER_TITLE)));
  trainee->department_id = ff_statement_get_int (row, TRAINEE_DEPARTMENT_ID);
  trainee->department = ff_statement_dup_text (row, TRAINEE_DEPARTMENT);
  trainee->job_title = ff_statement_dup_text (row, TRAINEE_JOB_TITLE);
  trainee->email = ff_statement_dup_text (row, TRAINEE_EMAIL);
  trainee->phone = ff_statement_dup_text (row, TRAINEE_PHONE);
  trainee->supervisor_id = ff_statement_get_int (row, TRAINEE_SUPERVISOR_ID);
  trainee->supervisor_no = ff_statement_dup_text (row, TRAINEE_SUPERVISOR_NO);
  trainee->supervisor_name = ff_statement_dup_text (row, TRAINEE_SUPERVISOR_NAME);
  trainee->mentor_id = ff_statement_get_int (row, TRAINEE_MENTOR_ID);
  trainee->mentor_no = ff_statement_dup_text (row, TRAINEE_MENTOR_NO);
  trainee->mentor_name = ff_statement_dup_text (row, TRAINEE_MENTOR_NAME);
  trainee->left = g_strcmp0 (ff_statement_get_text (row, TRAINEE_EMPLOYMENT), "left") == 0;
  trainee->organisation = ff_statement_dup_text (row, TRAINEE_ORGANISATION);
  trainee->guest = ff_statement_get_int (row, TRAINEE_GUEST) != 0;
  return trainee;
}

static FfTrainee *
read_one (FfStatement *statement, GError **error)
{
  return ff_statement_step (statement, error) == FF_STEP_ROW ? trainee_from_row (statement) : NULL;
}

FfTrainee *
ff_trainee_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_TRAINEE " AND trainee.id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return read_one (statement, error);
}

FfTrainee *
ff_trainee_store_read_by_no (FfDb *db, const char *employee_no, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_TRAINEE " AND trainee.employee_no = $employee_no", error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$employee_no", employee_no);
  return read_one (statement, error);
}

/* The sort key stands in the query because it has an index and the name has none. */
FfTrainee *
ff_trainee_store_read_guest (FfDb *db, const char *name, const char *phone, GError **error)
{
  g_autofree char *sort_key = ff_name_sort_key (name);
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    SELECT_TRAINEE " AND trainee.sort_key = $sort_key AND trainee.name = $name AND coalesce (trainee.phone, '') = $phone"
                   " AND trainee.guest = 1 ORDER BY trainee.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$sort_key", sort_key);
  ff_statement_bind_text (statement, "$name", name);
  ff_statement_bind_text (statement, "$phone", phone ? phone : "");
  return read_one (statement, error);
}

gint64
ff_trainee_store_find (FfDb *db, const char *employee_no, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id FROM trainee WHERE deleted = 0 AND employee_no = $employee_no", error);
  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$employee_no", employee_no);
  return ff_rows_get_id (statement, error);
}

GArray *
ff_trainee_store_find_by_name (FfDb *db, const char *name, GError **error)
{
  g_autofree char *sort_key = ff_name_sort_key (name);
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id FROM trainee WHERE deleted = 0 AND sort_key = $sort_key ORDER BY id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$sort_key", sort_key);
  return ff_rows_list_ids (statement, error);
}

GArray *
ff_trainee_store_list_reports (FfDb *db, gint64 id, gboolean guided, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    guided ? "SELECT id FROM trainee WHERE deleted = 0 AND mentor_id = $id ORDER BY sort_key, id"
           : "SELECT id FROM trainee WHERE deleted = 0 AND supervisor_id = $id ORDER BY sort_key, id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_list_ids (statement, error);
}

char *
ff_trainee_store_find_similar_no (FfDb *db, const char *employee_no)
{
  const char *bare = employee_no + strspn (employee_no, "0");
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT employee_no FROM trainee WHERE deleted = 0 AND employee_no <> $employee_no AND employee_no IN"
    " ($bare, '0' || $bare, '00' || $bare, '000' || $bare, '0000' || $bare, '00000' || $bare, '000000' || $bare,"
    " '0000000' || $bare, '00000000' || $bare, '000000000' || $bare, '0000000000' || $bare) ORDER BY employee_no", NULL);
  if (!statement || *bare == '\0')
    return NULL;
  ff_statement_bind_text (statement, "$employee_no", employee_no);
  ff_statement_bind_text (statement, "$bare", bare);
  return ff_rows_get_text (statement, NULL);
}

gboolean
ff_trainee_store_each_no (FfDb *db, gboolean zeros_only, FfEmployeeNoFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      zeros_only ? "SELECT employee_no FROM trainee WHERE deleted = 0 AND employee_no >= '0' AND employee_no < '1'"
                 : "SELECT employee_no FROM trainee WHERE deleted = 0",
      error);
  FfStep step;

  if (!statement)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    func (ff_statement_get_text (statement, 0), user_data);
  return step == FF_STEP_DONE;
}

static char *
format_guest_no (guint64 number)
{
  return g_strdup_printf ("W-%0*" G_GUINT64_FORMAT, GUEST_DIGITS, number);
}

/* The highest of those with so many digits; 0 if there is none. One that somebody wrote in another way is passed over: it stands in
   nobody's way. The length is compared, not sorted by, because SQLite then takes the index that was made for this. */
static gboolean
find_highest_guest (FfDb *db, int digits, guint64 *highest, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT employee_no FROM trainee WHERE deleted = 0 AND employee_no >= 'W-' AND employee_no < 'W.'"
    " AND length (employee_no) = $length ORDER BY employee_no DESC", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$length", (gint64) strlen ("W-") + digits);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const char *employee_no = ff_statement_get_text (statement, 0);
      guint64 number;
      if (!g_ascii_string_to_unsigned (employee_no + strlen ("W-"), 10, 1, G_MAXUINT32 - 1, &number, NULL))
        continue;
      g_autofree char *ours = format_guest_no (number);
      if (strcmp (ours, employee_no) != 0)
        continue;
      *highest = number;
      return TRUE;
    }
  return step == FF_STEP_DONE;
}

char *
ff_trainee_store_next_guest_no (FfDb *db, GError **error)
{
  guint64 highest = 0;

  for (int digits = GUEST_DIGITS_MAX; digits >= GUEST_DIGITS && highest == 0; digits--)
    if (!find_highest_guest (db, digits, &highest, error))
      return NULL;
  return format_guest_no (highest + 1);
}

/* What a trainee is found by beside the name. */
static char *
make_extra (const char *employee_no, const char *name_latin)
{
  return g_strjoin (" ", employee_no, name_latin, NULL);
}

char *
ff_trainee_store_make_search_key (const char *name, const char *employee_no, const char *name_latin)
{
  g_autofree char *extra = make_extra (employee_no, name_latin);
  return ff_name_search_key (name, extra);
}

static void
bind_trainee (FfStatement *statement, const FfTrainee *trainee)
{
  g_autofree char *extra = make_extra (trainee->employee_no, trainee->name_latin);
  g_autofree char *search_key = NULL;
  g_autofree char *sort_key = NULL;

  ff_name_keys (trainee->name, extra, &search_key, &sort_key);
  ff_statement_bind_text (statement, "$employee_no", trainee->employee_no);
  ff_statement_bind_text (statement, "$name", trainee->name);
  ff_statement_bind_text (statement, "$name_latin", trainee->name_latin);
  ff_statement_bind_id (statement, "$layer", trainee->layer_id);
  ff_statement_bind_id (statement, "$department", trainee->department_id);
  ff_statement_bind_text (statement, "$job_title", trainee->job_title);
  ff_statement_bind_text (statement, "$email", trainee->email);
  ff_statement_bind_text (statement, "$phone", trainee->phone);
  ff_statement_bind_id (statement, "$supervisor", trainee->supervisor_id);
  ff_statement_bind_id (statement, "$mentor", trainee->mentor_id);
  ff_statement_bind_text (statement, "$employment", trainee->left ? "left" : "employed");
  ff_statement_bind_text (statement, "$organisation", trainee->organisation);
  ff_statement_bind_int (statement, "$guest", trainee->guest);
  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

gboolean
ff_trainee_store_insert (FfDb *db, FfTrainee *trainee, GError **error)
{
  /* Of a single row FAIL leaves no more behind than ABORT, and is cheaper: see ff-journal.c. */
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT OR FAIL INTO trainee (employee_no, name, name_latin, layer_id, department_id, job_title, email, phone, supervisor_id,"
    " mentor_id, employment, organisation, guest, search_key, sort_key)"
    " VALUES ($employee_no, $name, $name_latin, $layer, $department, $job_title, $email, $phone, $supervisor,"
    " $mentor, $employment, $organisation, $guest, $search_key, $sort_key)", error);
  if (!statement)
    return FALSE;
  bind_trainee (statement, trainee);
  trainee->version = 1;
  return ff_statement_insert (statement, &trainee->id, error);
}

gboolean
ff_trainee_store_update (FfDb *db, const FfTrainee *trainee, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainee SET employee_no = $employee_no, name = $name, name_latin = $name_latin, layer_id = $layer,"
    " department_id = $department, job_title = $job_title, email = $email, phone = $phone, supervisor_id = $supervisor,"
    " mentor_id = $mentor, employment = $employment, organisation = $organisation, guest = $guest,"
    " search_key = $search_key, sort_key = $sort_key, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_trainee (statement, trainee);
  ff_statement_bind_int (statement, "$id", trainee->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_trainee_store_mark_deleted (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainee SET deleted = 1, version = version + 1 WHERE id = $id AND deleted = 0", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_trainee_store_withdraw (FfDb *db, gint64 id, const char *today, const char *reason, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE enrolment SET status = 'withdrawn', reason = $reason, waiting = NULL, version = version + 1"
    " WHERE trainee_id = $id AND status <> 'withdrawn'"
    " AND NOT EXISTS (SELECT 1 FROM settled_result WHERE enrolment_id = enrolment.id)"
    " AND run_id IN (SELECT run.id FROM run WHERE run.deleted = 0 AND run.cancelled = 0 AND run.starts_on > $today)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_text (statement, "$today", today);
  ff_statement_bind_text (statement, "$reason", reason);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_trainee_store_forget_deleted (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainee SET version = version + 1,"
    " supervisor_id = (SELECT boss.id FROM trainee AS boss WHERE boss.id = trainee.supervisor_id AND boss.deleted = 0),"
    " mentor_id = (SELECT guide.id FROM trainee AS guide WHERE guide.id = trainee.mentor_id AND guide.deleted = 0)"
    " WHERE deleted = 0 AND EXISTS (SELECT 1 FROM trainee AS gone WHERE gone.deleted = 1"
    " AND gone.id IN (trainee.supervisor_id, trainee.mentor_id))", error);
  if (!statement)
    return FALSE;
  return ff_statement_run (statement, NULL, error);
}
