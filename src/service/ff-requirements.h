/* Required courses: who must take them, who is missing, and who is due again. */
#pragma once

#include "ff-put.h"
#include "ff-requirement-store.h"

G_BEGIN_DECLS

/* Whoever is due again within so many days is shown as soon due. */
#define FF_REQUIREMENT_SOON_DAYS 60

typedef struct
{
  const char *layer;        /* a key or a title; "" every layer */
  const char *department;   /* a path; "" every department */
  const char *valid_months; /* "" once is enough */
} FfRequirementDraft;

/* @id 0 adds one to the course. The same layer and department twice is refused. */
FfPut ff_requirements_put (FfDb *db, gint64 course_id, gint64 id, const FfRequirementDraft *draft, gint64 *new_id, GError **error);
gboolean ff_requirements_delete (FfDb *db, gint64 id, GError **error);
FfRequirement *ff_requirements_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_requirements_list (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  FF_REQUIRED_DONE,
  FF_REQUIRED_SOON,     /* done, and due again soon */
  FF_REQUIRED_OVERDUE,  /* done once, and due again by now */
  FF_REQUIRED_MISSING,  /* never done */
  FF_REQUIRED_N_STATES,
} FfRequiredState;

const char *ff_required_state_title (FfRequiredState state); /* translated */

typedef struct
{
  FfRequired *person;
  FfRequiredState state;
  FfDay due_on; /* again; FF_NO_DAY: never */
} FfRequiredPerson;

typedef struct
{
  char *department; /* path; NULL: people without one */
  int n_states[FF_REQUIRED_N_STATES];
  int enrolled;     /* of those not done: in a class to come */
  int people;
  guint first;      /* of FfRequirementFigures.people */
} FfRequiredDepartment;

/* One required course: everybody it is required of, by department, once each however many requirements name them. */
typedef struct
{
  gint64 course_id;
  char *course_code;
  char *course_title;
  int n_states[FF_REQUIRED_N_STATES];
  GPtrArray *departments; /* FfRequiredDepartment */
  GPtrArray *people;      /* FfRequiredPerson, department after department */
} FfRequirementFigures;

void ff_requirement_figures_free (FfRequirementFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRequirementFigures, ff_requirement_figures_free)

/* FfRequirementFigures of every required course, by title. Reads everybody: work for a thread of its own. */
GPtrArray *ff_requirement_figures_read (FfDb *db, FfDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is required of one person. */
typedef struct
{
  gint64 course_id;
  char *course_code;
  char *course_title;
  FfRequiredState state;
  FfDay taken_on;
  FfDay due_on;
  gboolean enrolled;
} FfRequiredCourse;

void ff_required_course_free (FfRequiredCourse *course);

/* FfRequiredCourse, those that are missing first. */
GPtrArray *ff_requirements_of_trainee (FfDb *db, gint64 trainee_id, FfDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
