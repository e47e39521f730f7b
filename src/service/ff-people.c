/* Trainees, and the departments and layers that they belong to. */
#include "config.h"

#include "ff-people.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-take.h"
#include "ff-time.h"
#include "ff-word.h"

#define EMPLOYEE_NO_MAX 64
#define NAME_MAX_CHARACTERS 200

static const char *const layer_keys[] = { "frontline", "support", "management" };

static const FfWord layer_words[] = {
  { "frontline", 0 },  { "frontlinestaff", 0 }, { "一线", 0 },     { "一線", 0 },     { "第一线", 0 },   { "第一線", 0 },
  { "一线员工", 0 },   { "一線員工", 0 },       { "第一線員工", 0 }, { "一线层", 0 },   { "一线人员", 0 }, { "support", 1 },
  { "supportstaff", 1 }, { "支持", 1 },         { "支援", 1 },     { "支持层", 1 },   { "支援層", 1 },   { "支持人员", 1 },
  { "支援人員", 1 },   { "支持部门", 1 },       { "management", 2 }, { "manager", 2 },  { "managers", 2 }, { "管理", 2 },
  { "管理层", 2 },     { "管理層", 2 },         { "管理者", 2 },   { "管理人员", 2 }, { "管理人員", 2 },
};

gint64
ff_people_find_layer (FfDb *db, const char *text, GError **error)
{
  g_autofree char *title = ff_put_clean_line (text);
  int word;
  gint64 id = ff_layer_store_find (db, title, error);

  if (id == 0 && ff_word_find_in (layer_words, title, &word))
    id = ff_layer_store_find (db, layer_keys[word], error);
  return id;
}

static void
refuse_layer (FfDb *db, const char *text, GError **error)
{
  g_autoptr (GPtrArray) layers = ff_layer_store_list (db, error);
  g_autoptr (GString) known = g_string_new (NULL);

  if (!layers)
    return;
  for (guint i = 0; i < layers->len; i++)
    {
      const FfChoice *layer = layers->pdata[i];
      /* Translators: stands between the members of a list, such as the names of layers. */
      g_string_append (known, i > 0 ? C_ ("list", ", ") : "");
      g_string_append (known, layer->title);
    }
  ff_put_set_error (error, FF_ERROR_NOT_FOUND, "layer", _("There is no layer “%s”: write one of %s."), text, known->str);
}

gint64
ff_people_need_layer (FfDb *db, const char *text, GError **error)
{
  gint64 id = ff_people_find_layer (db, text, error);

  if (id != 0)
    return id;
  refuse_layer (db, text, error);
  return -1;
}

/* Names between slashes, cleaned, without empty ones. */
static char *
clean_path (const char *path)
{
  g_autofree char *line = ff_put_clean_line (path);
  g_auto (GStrv) wide = g_strsplit (line, "／", -1);
  g_autofree char *narrow = g_strjoinv ("/", wide);
  g_auto (GStrv) names = NULL;
  g_autoptr (GString) result = NULL;

  if (!strchr (narrow, '/'))
    return g_steal_pointer (&narrow);
  names = g_strsplit (narrow, "/", -1);
  result = g_string_new (NULL);
  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *name = ff_put_clean_line (names[i]);
      if (*name == '\0')
        continue;
      g_string_append (result, result->len > 0 ? "/" : "");
      g_string_append (result, name);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

gint64
ff_people_find_department (FfDb *db, const char *path, GError **error)
{
  g_autofree char *names = clean_path (path);

  return ff_department_store_find (db, names, error);
}

gint64
ff_people_make_department (FfDb *db, const char *path, GError **error)
{
  g_autofree char *names = clean_path (path);

  if (*names == '\0')
    return 0;
  if (g_utf8_strlen (names, -1) > FF_TAKE_LINE_MAX)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "department", _("The path of this department is too long: shorten it to %d characters."),
                        FF_TAKE_LINE_MAX);
      return -1;
    }
  return ff_department_store_make (db, names, error);
}

GPtrArray *
ff_people_list_layers (FfDb *db, GError **error)
{
  return ff_layer_store_list (db, error);
}

GPtrArray *
ff_people_list_departments (FfDb *db, GError **error)
{
  return ff_department_store_list (db, error);
}

static char *
fold_employee_no (const char *text, const char *field, GError **error)
{
  g_autofree char *employee_no = ff_identifier_fold (text);

  if (g_utf8_strlen (employee_no, -1) > EMPLOYEE_NO_MAX)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("An employee number has at most %d characters: shorten it."),
                        EMPLOYEE_NO_MAX);
      return NULL;
    }
  return g_steal_pointer (&employee_no);
}

static FfTrainee *
find_guest (FfDb *db, const FfTraineeDraft *draft, GError **error)
{
  g_autofree char *name = ff_put_clean_line (draft->name ? draft->name : "");
  g_autofree char *phone = ff_put_clean_line (draft->phone ? draft->phone : "");
  g_autoptr (GError) local_error = NULL;
  FfTrainee *guest;

  if (*name == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "name", _("Enter an employee number, or for a guest a name."));
      return NULL;
    }
  guest = ff_trainee_store_read_guest (db, name, phone, &local_error);
  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!guest)
    {
      guest = g_new0 (FfTrainee, 1);
      guest->guest = TRUE;
    }
  return guest;
}

static FfTrainee *
find_by_no (FfDb *db, const char *text, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *employee_no = fold_employee_no (text, "employee_no", error);
  FfTrainee *trainee;

  if (!employee_no)
    return NULL;
  trainee = ff_trainee_store_read_by_no (db, employee_no, &local_error);
  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!trainee)
    {
      trainee = g_new0 (FfTrainee, 1);
      trainee->employee_no = g_steal_pointer (&employee_no);
    }
  return trainee;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *line = text ? ff_put_clean_line (text) : NULL;
  return !line || *line == '\0';
}

/* The stored row that a draft is about, or a new one without an id. */
static FfTrainee *
find_trainee (FfDb *db, gint64 update_id, const FfTraineeDraft *draft, GError **error)
{
  if (update_id)
    return ff_people_read_trainee (db, update_id, error);
  if (is_blank (draft->employee_no))
    return find_guest (db, draft, error);
  return find_by_no (db, draft->employee_no, error);
}

/* Of a row found by its id, whose number may change: a guest who gets one is a guest no more. */
static gboolean
take_employee_no (FfDb *db, FfTrainee *trainee, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *employee_no = NULL;
  g_autoptr (FfTrainee) other = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!text || (trainee->guest && is_blank (text)))
    return TRUE;
  employee_no = fold_employee_no (text, "employee_no", error);
  if (!employee_no)
    return FALSE;
  if (*employee_no == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "employee_no", _("Enter an employee number."));
      return FALSE;
    }
  if (strcmp (employee_no, trainee->employee_no) == 0)
    return TRUE;
  other = ff_trainee_store_read_by_no (db, employee_no, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (other)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "employee_no", _("The employee number %s belongs to %s: enter another one."),
                        employee_no, other->name);
      return FALSE;
    }
  g_free (trainee->employee_no);
  trainee->employee_no = g_steal_pointer (&employee_no);
  trainee->guest = FALSE;
  *changed = TRUE;
  return TRUE;
}

static gboolean
take_name (FfTrainee *trainee, const FfTraineeDraft *draft, gboolean *changed, GError **error)
{
  if (!ff_take_line (&trainee->name, draft->name, NAME_MAX_CHARACTERS, "name", changed, error))
    return FALSE;
  if (trainee->name)
    return TRUE;
  if (trainee->id)
    ff_put_set_error (error, FF_ERROR_INVALID, "name", _("Enter a name: a trainee cannot be without one."));
  else
    ff_put_set_error (error, FF_ERROR_INVALID, "name", _("Nobody has the employee number %s yet: enter a name to add this trainee."),
                      trainee->employee_no);
  return FALSE;
}

static const FfWord employment_words[] = {
  { "employed", 0 }, { "active", 0 },  { "在职", 0 }, { "在職", 0 },   { "在岗", 0 },   { "在崗", 0 },   { "试用", 0 }, { "試用", 0 },
  { "left", 1 },     { "resigned", 1 }, { "离职", 1 }, { "離職", 1 },   { "已离职", 1 }, { "已離職", 1 }, { "退休", 1 }, { "retired", 1 },
};

static gboolean
take_employment (FfTrainee *trainee, const char *text, gboolean *changed, GError **error)
{
  int left = 0;

  if (!text)
    return TRUE;
  if (!is_blank (text) && !ff_word_find_in (employment_words, text, &left))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "employment", _("“%s” is not known as employment: write “employed” or “left”."), text);
      return FALSE;
    }
  *changed = *changed || trainee->left != left;
  trainee->left = left;
  return TRUE;
}

static gboolean
take_layer (FfDb *db, FfTrainee *trainee, const FfTraineeDraft *draft, gboolean *changed, GError **error)
{
  gint64 id = draft->layer_id;

  if (!draft->layer && id == 0)
    return TRUE;
  if (id == 0 && !is_blank (draft->layer))
    id = ff_people_need_layer (db, draft->layer, error);
  if (id < 0)
    return FALSE;
  *changed = *changed || id != trainee->layer_id;
  trainee->layer_id = id;
  return TRUE;
}

static gboolean
take_department (FfDb *db, FfTrainee *trainee, const FfTraineeDraft *draft, gboolean *changed, GError **error)
{
  gint64 id = draft->department_id;

  if (!draft->department && id == 0)
    return TRUE;
  if (id == 0)
    id = ff_people_make_department (db, draft->department, error);
  if (id < 0)
    return FALSE;
  *changed = *changed || id != trainee->department_id;
  trainee->department_id = id;
  return TRUE;
}

/* A supervisor or mentor by number. */
static gboolean
take_person (FfDb *db, gint64 *stored, const char *text, const FfTrainee *trainee, const char *field, gboolean *changed, GError **error)
{
  g_autofree char *employee_no = NULL;
  gint64 id;

  if (!text)
    return TRUE;
  employee_no = fold_employee_no (text, field, error);
  if (!employee_no)
    return FALSE;
  id = *employee_no ? ff_trainee_store_find (db, employee_no, error) : 0;
  if (id < 0)
    return FALSE;
  if (*employee_no && g_strcmp0 (employee_no, trainee->employee_no) == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("%s cannot be one's own supervisor or mentor: enter another number."),
                        employee_no);
      return FALSE;
    }
  if (*employee_no && id == 0)
    {
      ff_put_set_error (error, FF_ERROR_NOT_FOUND, field, _("Nobody has the employee number %s: add that person first."), employee_no);
      return FALSE;
    }
  *changed = *changed || id != *stored;
  *stored = id;
  return TRUE;
}

/* Everything that can be refused comes before the department, which may be made. */
static gboolean
take_draft (FfDb *db, FfTrainee *trainee, const FfTraineeDraft *draft, gboolean *changed, GError **error)
{
  return take_name (trainee, draft, changed, error)
         && ff_take_line (&trainee->name_latin, draft->name_latin, NAME_MAX_CHARACTERS, "name_latin", changed, error)
         && ff_take_line (&trainee->job_title, draft->job_title, FF_TAKE_LINE_MAX, "job_title", changed, error)
         && ff_take_line (&trainee->organisation, draft->organisation, FF_TAKE_LINE_MAX, "organisation", changed, error)
         && ff_take_email (&trainee->email, draft->email, changed, error)
         && ff_take_phone (&trainee->phone, draft->phone, changed, error)
         && take_employment (trainee, draft->employment, changed, error)
         && take_layer (db, trainee, draft, changed, error)
         && take_person (db, &trainee->supervisor_id, draft->supervisor_no, trainee, "supervisor_no", changed, error)
         && take_person (db, &trainee->mentor_id, draft->mentor_no, trainee, "mentor_no", changed, error)
         && take_department (db, trainee, draft, changed, error);
}

FfPut
ff_people_put_trainee (FfDb *db, gint64 update_id, const FfTraineeDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  gboolean is_new, written;
  g_autoptr (FfTrainee) trainee = find_trainee (db, update_id, draft, error);

  if (!trainee)
    return FF_PUT_REFUSED;
  is_new = trainee->id == 0;
  if (update_id && !take_employee_no (db, trainee, draft->employee_no, &changed, error))
    return FF_PUT_REFUSED;
  if (!take_draft (db, trainee, draft, &changed, error))
    return FF_PUT_REFUSED;

  if (is_new && !trainee->employee_no)
    {
      trainee->employee_no = ff_trainee_store_next_guest_no (db, error);
      if (!trainee->employee_no)
        return FF_PUT_REFUSED;
    }
  if (is_new)
    written = ff_trainee_store_insert (db, trainee, error);
  else
    written = !changed || ff_trainee_store_update (db, trainee, error);
  if (!written)
    return FF_PUT_REFUSED;
  if (id)
    *id = trainee->id;
  return is_new ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

FfPut
ff_people_link_trainee (FfDb *db, gint64 id, const char *supervisor_no, const char *mentor_no, GError **error)
{
  FfTraineeDraft draft = { .supervisor_no = supervisor_no, .mentor_no = mentor_no };

  return ff_people_put_trainee (db, id, &draft, NULL, error);
}

gboolean
ff_people_delete_trainees (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autofree char *today = ff_day_format (ff_time_day (ff_time_now ()));

  for (gsize i = 0; i < n; i++)
    if (!ff_trainee_store_mark_deleted (db, ids[i], error)
        || !ff_trainee_store_withdraw (db, ids[i], today, _("No longer among the trainees"), error))
      return FALSE;
  return ff_trainee_store_forget_deleted (db, error);
}

FfTrainee *
ff_people_read_trainee (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfTrainee *trainee = ff_trainee_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!trainee)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This trainee no longer exists: somebody has deleted it meanwhile."));
  return trainee;
}

GPtrArray *
ff_people_read_trainees (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GPtrArray) trainees = g_ptr_array_new_full (n, (GDestroyNotify) ff_trainee_free);
  g_autoptr (GError) local_error = NULL;

  for (gsize i = 0; i < n; i++)
    {
      g_ptr_array_add (trainees, ff_trainee_store_read (db, ids[i], &local_error));
      if (local_error)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  return g_steal_pointer (&trainees);
}

gint64
ff_people_find_trainee (FfDb *db, const char *employee_no, GError **error)
{
  g_autofree char *folded = ff_identifier_fold (employee_no);
  return ff_trainee_store_find (db, folded, error);
}

gboolean
ff_people_each_employee_no (FfDb *db, gboolean zeros_only, FfEmployeeNoFunc func, gpointer user_data, GError **error)
{
  return ff_trainee_store_each_no (db, zeros_only, func, user_data, error);
}

char *
ff_people_find_similar_no (FfDb *db, const char *employee_no)
{
  g_autofree char *folded = ff_identifier_fold (employee_no);
  return ff_trainee_store_find_similar_no (db, folded);
}

GArray *
ff_people_list_trainees (FfDb *db, const FfPeopleQuery *query, GError **error)
{
  return ff_trainee_store_list (db, query, error);
}

GArray *
ff_people_list_reports (FfDb *db, gint64 id, gboolean guided, GError **error)
{
  return ff_trainee_store_list_reports (db, id, guided, error);
}

gboolean
ff_people_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_department_store_check (db, findings, error) && ff_trainee_store_check (db, findings, error)
         && ff_named_store_check (db, findings, error);
}
