#include "config.h"

#include "ff-requirements.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-take.h"

#define MOST_MONTHS 1200
#define MONTHS_PER_YEAR 12

/* Who must take a course --------------------------------------------------------------------------------------------- */

FfRequirement *
ff_requirements_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  FfRequirement *requirement;

  g_return_val_if_fail (db != NULL, NULL);

  requirement = ff_requirement_store_read (db, id, &problem);
  if (requirement != NULL)
    return requirement;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This requirement does not exist any more."));
  return NULL;
}

GPtrArray *
ff_requirements_list (FfDb *db, gint64 course_id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_requirement_store_list (db, course_id, error);
}

gboolean
ff_requirements_delete (FfDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return ff_requirement_store_delete (db, id, error);
}

static void
take_id (gint64 *stored, gint64 id, gboolean *changed)
{
  *changed |= *stored != id;
  *stored = id;
}

static gboolean
take_draft (FfDb *db, FfRequirement *requirement, const FfRequirementDraft *draft, gboolean *changed, GError **error)
{
  if (draft->layer != NULL)
    {
      gint64 id = *draft->layer != '\0' ? ff_people_need_layer (db, draft->layer, error) : 0;

      if (id < 0 || (id == 0 && *draft->layer != '\0'))
        return FALSE;
      take_id (&requirement->layer_id, id, changed);
    }
  if (draft->department != NULL)
    {
      gint64 id = *draft->department != '\0' ? ff_people_make_department (db, draft->department, error) : 0;

      if (id < 0)
        return FALSE;
      take_id (&requirement->department_id, id, changed);
    }
  return ff_take_number (&requirement->valid_months, draft->valid_months, MOST_MONTHS, 0, "valid_months", changed, error);
}

static gboolean
is_free (FfDb *db, const FfRequirement *requirement, GError **error)
{
  g_autoptr (GPtrArray) others = ff_requirement_store_list (db, requirement->course_id, error);

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      const FfRequirement *other = g_ptr_array_index (others, i);

      if (other->id != requirement->id && other->layer_id == requirement->layer_id
          && other->department_id == requirement->department_id)
        {
          ff_put_set_error (error, FF_ERROR_EXISTS, "layer", _ ("The course is required of these people already."));
          return FALSE;
        }
    }
  return TRUE;
}

FfPut
ff_requirements_put (FfDb *db, gint64 course_id, gint64 id, const FfRequirementDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfRequirement) requirement = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (db != NULL && draft != NULL, FF_PUT_REFUSED);

  requirement = id != 0 ? ff_requirements_read (db, id, error) : g_new0 (FfRequirement, 1);
  if (requirement == NULL)
    return FF_PUT_REFUSED;
  if (id == 0)
    requirement->course_id = course_id;
  if (!take_draft (db, requirement, draft, &changed, error) || !is_free (db, requirement, error))
    return FF_PUT_REFUSED;
  if (id == 0 ? !ff_requirement_store_insert (db, requirement, error)
              : changed && !ff_requirement_store_update (db, requirement, error))
    return FF_PUT_REFUSED;
  if (new_id != NULL)
    *new_id = requirement->id;
  if (id == 0)
    return FF_PUT_NEW;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

/* Who has -------------------------------------------------------------------------------------------------------------- */

const char *
ff_required_state_title (FfRequiredState state)
{
  switch (state)
    {
    case FF_REQUIRED_DONE:
      return C_ ("required course", "Done");
    case FF_REQUIRED_SOON:
      return C_ ("required course", "Due again soon");
    case FF_REQUIRED_OVERDUE:
      return C_ ("required course", "Due again");
    case FF_REQUIRED_MISSING:
      return C_ ("required course", "Missing");
    case FF_REQUIRED_N_STATES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The same day so many months later; the last day of a month that is too short. */
static FfDay
add_months (FfDay day, int months)
{
  int year, month, mday;
  FfDay later = FF_NO_DAY;

  ff_day_to_ymd (day, &year, &month, &mday);
  year += (month - 1 + months) / MONTHS_PER_YEAR;
  month = (month - 1 + months) % MONTHS_PER_YEAR + 1;
  while (later == FF_NO_DAY)
    later = ff_day_from_ymd (year, month, mday--);
  return later;
}

static FfRequiredState
state_of (const FfRequired *person, int valid_months, FfDay today, FfDay *due_on)
{
  *due_on = FF_NO_DAY;
  if (person->taken_on == FF_NO_DAY)
    return FF_REQUIRED_MISSING;
  if (valid_months == 0)
    return FF_REQUIRED_DONE;
  *due_on = add_months (person->taken_on, valid_months);
  if (*due_on <= today)
    return FF_REQUIRED_OVERDUE;
  return *due_on <= today + FF_REQUIREMENT_SOON_DAYS ? FF_REQUIRED_SOON : FF_REQUIRED_DONE;
}

static void
required_person_free (FfRequiredPerson *person)
{
  ff_required_free (person->person);
  g_free (person);
}

static void
department_free (FfRequiredDepartment *department)
{
  g_free (department->department);
  g_free (department);
}

void
ff_requirement_figures_free (FfRequirementFigures *figures)
{
  if (figures == NULL)
    return;
  g_free (figures->course_code);
  g_free (figures->course_title);
  g_clear_pointer (&figures->departments, g_ptr_array_unref);
  g_clear_pointer (&figures->people, g_ptr_array_unref);
  g_free (figures);
}

void
ff_required_course_free (FfRequiredCourse *course)
{
  if (course == NULL)
    return;
  g_free (course->course_code);
  g_free (course->course_title);
  g_free (course);
}

static FfRequirementFigures *
figures_new (const FfRequirement *requirement)
{
  FfRequirementFigures *figures = g_new0 (FfRequirementFigures, 1);

  figures->course_id = requirement->course_id;
  figures->course_code = g_strdup (requirement->course_code);
  figures->course_title = g_strdup (requirement->course_title);
  figures->departments = g_ptr_array_new_with_free_func ((GDestroyNotify) department_free);
  figures->people = g_ptr_array_new_with_free_func ((GDestroyNotify) required_person_free);
  return figures;
}

static gboolean
applies (const FfRequirement *requirement, const FfRequired *person)
{
  gsize n = requirement->department != NULL ? strlen (requirement->department) : 0;

  if (requirement->layer_id != 0 && requirement->layer_id != person->layer_id)
    return FALSE;
  return n == 0
         || (person->department != NULL && strncmp (person->department, requirement->department, n) == 0
             && (person->department[n] == '\0' || person->department[n] == '/'));
}

/* Of the requirements that apply to a person the worst state counts, and of the same state what is due sooner. FALSE when none applies. */
static gboolean
judge (const FfRequired *person, FfRequirement *const *requirements, guint n, FfDay today, FfRequiredState *state, FfDay *due_on)
{
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      FfDay due_by_it;
      FfRequiredState state_by_it;

      if (!applies (requirements[i], person))
        continue;
      state_by_it = state_of (person, requirements[i]->valid_months, today, &due_by_it);
      if (found && (state_by_it < *state
                    || (state_by_it == *state && (due_by_it == FF_NO_DAY || (*due_on != FF_NO_DAY && *due_on <= due_by_it)))))
        continue;
      found = TRUE;
      *state = state_by_it;
      *due_on = due_by_it;
    }
  return found;
}

/* How many requirements from the first on are of its course: those of one course stand together. */
static guint
count_of_course (FfRequirement *const *requirements, guint n)
{
  guint of_course = 1;

  while (of_course < n && requirements[of_course]->course_id == requirements[0]->course_id)
    of_course++;
  return of_course;
}

static gboolean
add_people (FfRequirementFigures *figures, FfRequirement *const *requirements, guint n, FfDb *db, FfDay today, GError **error)
{
  g_autoptr (GPtrArray) people = ff_requirement_store_people (db, figures->course_id, today, error);

  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      FfRequired *person = g_ptr_array_index (people, i);
      FfRequiredPerson *entry;
      FfRequiredState state;
      FfDay due_on;

      if (!judge (person, requirements, n, today, &state, &due_on))
        continue;
      entry = g_new0 (FfRequiredPerson, 1);
      entry->person = person;
      entry->state = state;
      entry->due_on = due_on;
      g_ptr_array_add (figures->people, entry);
      people->pdata[i] = NULL;
    }
  return TRUE;
}

/* Counts the people, who stand department after department. */
static void
count_departments (FfRequirementFigures *figures)
{
  FfRequiredDepartment *department = NULL;

  for (guint i = 0; i < figures->people->len; i++)
    {
      const FfRequiredPerson *entry = g_ptr_array_index (figures->people, i);

      if (department == NULL || g_strcmp0 (department->department, entry->person->department) != 0)
        {
          department = g_new0 (FfRequiredDepartment, 1);
          department->department = g_strdup (entry->person->department);
          department->first = i;
          g_ptr_array_add (figures->departments, department);
        }
      department->people++;
      department->n_states[entry->state]++;
      department->enrolled += entry->state != FF_REQUIRED_DONE && entry->person->enrolled;
      figures->n_states[entry->state]++;
    }
}

GPtrArray *
ff_requirement_figures_read (FfDb *db, FfDay today, GError **error)
{
  g_autoptr (GPtrArray) requirements = NULL;
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_requirement_figures_free);
  guint n;

  g_return_val_if_fail (db != NULL && today != FF_NO_DAY, NULL);

  requirements = ff_requirement_store_list (db, 0, error);
  if (requirements == NULL)
    return NULL;
  for (guint i = 0; i < requirements->len; i += n)
    {
      FfRequirement *const *of_course = (FfRequirement *const *) (requirements->pdata + i);
      FfRequirementFigures *figures = figures_new (of_course[0]);

      n = count_of_course (of_course, requirements->len - i);
      g_ptr_array_add (courses, figures);
      if (!add_people (figures, of_course, n, db, today, error))
        return NULL;
      count_departments (figures);
    }
  return g_steal_pointer (&courses);
}

static int
compare_courses (gconstpointer a, gconstpointer b)
{
  const FfRequiredCourse *course_a = *(const FfRequiredCourse *const *) a;
  const FfRequiredCourse *course_b = *(const FfRequiredCourse *const *) b;

  return course_a->state != course_b->state ? (int) course_b->state - (int) course_a->state
                                            : g_strcmp0 (course_a->course_code, course_b->course_code);
}

static gboolean
add_course (GPtrArray *courses, FfRequirement *const *requirements, guint n, FfDb *db, gint64 trainee_id, FfDay today, GError **error)
{
  g_autoptr (GPtrArray) people = ff_requirement_store_person (db, requirements[0]->course_id, trainee_id, today, error);
  const FfRequired *person;
  FfRequiredCourse *course;
  FfRequiredState state;
  FfDay due_on;

  if (people == NULL)
    return FALSE;
  person = people->len > 0 ? g_ptr_array_index (people, 0) : NULL;
  if (person == NULL || !judge (person, requirements, n, today, &state, &due_on))
    return TRUE;
  course = g_new0 (FfRequiredCourse, 1);
  course->course_id = requirements[0]->course_id;
  course->course_code = g_strdup (requirements[0]->course_code);
  course->course_title = g_strdup (requirements[0]->course_title);
  course->taken_on = person->taken_on;
  course->enrolled = person->enrolled;
  course->state = state;
  course->due_on = due_on;
  g_ptr_array_add (courses, course);
  return TRUE;
}

GPtrArray *
ff_requirements_of_trainee (FfDb *db, gint64 trainee_id, FfDay today, GError **error)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_required_course_free);
  g_autoptr (GPtrArray) requirements = NULL;
  guint n;

  g_return_val_if_fail (db != NULL && today != FF_NO_DAY, NULL);

  requirements = ff_requirement_store_list (db, 0, error);
  if (requirements == NULL)
    return NULL;
  for (guint i = 0; i < requirements->len; i += n)
    {
      FfRequirement *const *of_course = (FfRequirement *const *) (requirements->pdata + i);

      n = count_of_course (of_course, requirements->len - i);
      if (!add_course (courses, of_course, n, db, trainee_id, today, error))
        return NULL;
    }
  g_ptr_array_sort (courses, compare_courses);
  return g_steal_pointer (&courses);
}
