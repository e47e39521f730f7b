#include "config.h"

#include "ff-qualifications.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-order-store.h"
#include "ff-places.h"
#include "ff-take.h"

#define NAME_MAX_CHARACTERS 200

FfExpiry
ff_qualification_expiry (FfDay expires_on, FfDay today)
{
  if (expires_on == FF_NO_DAY)
    return FF_EXPIRY_NEVER;
  if (expires_on < today)
    return FF_EXPIRY_PAST;
  return expires_on - today <= FF_EXPIRY_SOON_DAYS ? FF_EXPIRY_SOON : FF_EXPIRY_LATER;
}

/* Qualifications -------------------------------------------------------------------------------------------------- */

GPtrArray *
ff_qualifications_of_trainer (FfDb *db, gint64 trainer_id, GError **error)
{
  return ff_qualification_store_of_trainer (db, trainer_id, error);
}

FfTrainerQualification *
ff_qualifications_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfTrainerQualification *qualification = ff_qualification_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!qualification)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This qualification no longer exists: somebody has deleted it meanwhile."));
  return qualification;
}

static FfTrainerQualification *
make_qualification (FfDb *db, gint64 trainer_id, GError **error)
{
  g_autoptr (FfTrainer) trainer = ff_people_read_trainer (db, trainer_id, error);
  FfTrainerQualification *qualification;

  if (!trainer)
    return NULL;
  qualification = g_new0 (FfTrainerQualification, 1);
  qualification->trainer_id = trainer_id;
  qualification->issued_on = FF_NO_DAY;
  qualification->expires_on = FF_NO_DAY;
  return qualification;
}

FfPut
ff_qualifications_put (FfDb *db, gint64 update_id, gint64 trainer_id, const FfQualificationDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfTrainerQualification) qualification =
      update_id ? ff_qualifications_read (db, update_id, error) : make_qualification (db, trainer_id, error);

  if (!qualification
      || !ff_take_line (&qualification->title, draft->title, NAME_MAX_CHARACTERS, "title", &changed, error)
      || !ff_take_line (&qualification->evidence, draft->evidence, FF_TAKE_LINE_MAX, "evidence", &changed, error)
      || !ff_take_optional_day (&qualification->issued_on, draft->issued_on, "issued_on", &changed, error)
      || !ff_take_optional_day (&qualification->expires_on, draft->expires_on, "expires_on", &changed, error))
    return FF_PUT_REFUSED;
  if (!qualification->title)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Enter what the trainer is qualified for."));
      return FF_PUT_REFUSED;
    }
  if (qualification->issued_on != FF_NO_DAY && qualification->expires_on != FF_NO_DAY && qualification->expires_on < qualification->issued_on)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "expires_on", _("This ends before it was issued: enter a later day."));
      return FF_PUT_REFUSED;
    }

  if (!(update_id ? !changed || ff_qualification_store_update (db, qualification, error)
                  : ff_qualification_store_insert (db, qualification, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = qualification->id;
  return !update_id ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_qualifications_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_qualification_store_delete (db, id, error);
}

/* Courses ---------------------------------------------------------------------------------------------------------- */

GPtrArray *
ff_trainer_courses_of_trainer (FfDb *db, gint64 trainer_id, GError **error)
{
  return ff_trainer_course_store_of_trainer (db, trainer_id, error);
}

FfTrainerCourse *
ff_trainer_courses_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfTrainerCourse *course = ff_trainer_course_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!course)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This course is no longer in the trainer's list: somebody has taken it out meanwhile."));
  return course;
}

/* 0 with an error when there is none. */
static gint64
need_course (FfDb *db, const char *code, GError **error)
{
  g_autofree char *clean = code ? ff_put_clean_line (code) : g_strdup ("");
  gint64 id = *clean ? ff_courses_find (db, clean, error) : 0;

  if (id == 0 && *clean == '\0')
    ff_put_set_error (error, FF_ERROR_INVALID, "course", _("Choose a course."));
  else if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "course", _("There is no course “%s”; add it first."), clean);
  return MAX (id, 0);
}

/* By its title among those of the trainer; several of one title: the one that ends last. */
static gboolean
take_qualification (FfDb *db, FfTrainerCourse *course, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *title = text ? ff_put_clean_line (text) : NULL;
  g_autoptr (GPtrArray) known = title ? ff_qualification_store_of_trainer (db, course->trainer_id, error) : NULL;
  gint64 found = 0;

  if (!title)
    return TRUE;
  if (!known)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    {
      const FfTrainerQualification *qualification = known->pdata[i];
      if (g_str_equal (qualification->title, title))
        found = qualification->id;
    }
  if (found == 0 && *title)
    {
      ff_put_set_error (error, FF_ERROR_NOT_FOUND, "qualification", _("The trainer has no qualification “%s”; add it first."), title);
      return FALSE;
    }
  *changed = *changed || course->qualification_id != found;
  course->qualification_id = found;
  return TRUE;
}

static FfTrainerCourse *
make_trainer_course (FfDb *db, gint64 trainer_id, GError **error)
{
  g_autoptr (FfTrainer) trainer = ff_people_read_trainer (db, trainer_id, error);
  FfTrainerCourse *course;

  if (!trainer)
    return NULL;
  course = g_new0 (FfTrainerCourse, 1);
  course->trainer_id = trainer_id;
  return course;
}

static gboolean
take_course (FfDb *db, FfTrainerCourse *course, const char *code, gboolean *changed, GError **error)
{
  gint64 course_id = code || course->id == 0 ? need_course (db, code, error) : course->course_id;
  gint64 other = course_id ? ff_trainer_course_store_find (db, course->trainer_id, course_id, error) : -1;

  if (other < 0)
    return FALSE;
  if (other > 0 && other != course->id)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "course", _("This course is in the trainer's list already."));
      return FALSE;
    }
  *changed = *changed || course->course_id != course_id;
  course->course_id = course_id;
  return TRUE;
}

FfPut
ff_trainer_courses_put (FfDb *db, gint64 update_id, gint64 trainer_id, const FfTrainerCourseDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfTrainerCourse) course =
      update_id ? ff_trainer_courses_read (db, update_id, error) : make_trainer_course (db, trainer_id, error);

  if (!course || !take_course (db, course, draft->course, &changed, error)
      || !take_qualification (db, course, draft->qualification, &changed, error))
    return FF_PUT_REFUSED;
  if (!(update_id ? !changed || ff_trainer_course_store_update (db, course, error) : ff_trainer_course_store_insert (db, course, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = course->id;
  return !update_id ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_trainer_courses_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_trainer_course_store_delete (db, id, error);
}

/* Grades ----------------------------------------------------------------------------------------------------------- */

GPtrArray *
ff_grades_list (FfDb *db, GError **error)
{
  return ff_grade_store_list (db, error);
}

FfGrade *
ff_grades_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfGrade *grade = ff_grade_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!grade)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This grade no longer exists: somebody has deleted it meanwhile."));
  return grade;
}

static gboolean
take_grade_name (FfDb *db, FfGrade *grade, const char *name, gboolean *changed, GError **error)
{
  gint64 other;

  if (!ff_take_line (&grade->name, name, NAME_MAX_CHARACTERS, "name", changed, error))
    return FALSE;
  if (!grade->name)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "name", _("Enter a name."));
      return FALSE;
    }
  other = ff_grade_store_find (db, grade->name, error);
  if (other > 0 && other != grade->id)
    ff_put_set_error (error, FF_ERROR_EXISTS, "name", _("There is another grade called %s: choose a name that tells them apart."), grade->name);
  return other == 0 || other == grade->id;
}

FfPut
ff_grades_put (FfDb *db, gint64 update_id, const FfGradeDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfGrade) grade = update_id ? ff_grades_read (db, update_id, error) : g_new0 (FfGrade, 1);

  if (!grade || !take_grade_name (db, grade, draft->name, &changed, error)
      || !ff_take_money (&grade->rate, draft->rate, "rate", &changed, error))
    return FF_PUT_REFUSED;
  grade->rate = MAX (grade->rate, 0);
  if (!(update_id ? !changed || ff_grade_store_update (db, grade, error) : ff_grade_store_insert (db, grade, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = grade->id;
  return !update_id ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_grades_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_order_store_move (db, FF_ORDER_GRADE, id, position, error);
}

gboolean
ff_grades_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfGrade) grade = ff_grades_read (db, id, error);

  if (!grade)
    return FALSE;
  if (grade->trainers > 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, NULL,
                        ngettext ("%d trainer has this grade: give the trainer another one first.",
                                  "%d trainers have this grade: give them another one first.", (gulong) grade->trainers),
                        grade->trainers);
      return FALSE;
    }
  return ff_grade_store_delete (db, id, error);
}

GPtrArray *
ff_trainer_courses_of_course (FfDb *db, gint64 course_id, GError **error)
{
  return ff_trainer_course_store_of_course (db, course_id, error);
}

GPtrArray *
ff_qualifications_list_titles (FfDb *db, GError **error)
{
  return ff_qualification_store_list_titles (db, error);
}
