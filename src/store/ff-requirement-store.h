/* The table requirement: who must have taken a course, and who has. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 course_id;
  char *course_code;
  char *course_title;
  gint64 layer_id;      /* 0: every layer */
  char *layer_key;
  char *layer;          /* in the reader's language */
  gint64 department_id; /* 0: every department; with those below it */
  char *department;     /* path */
  int valid_months;     /* due again after so many; 0: once is enough */
} FfRequirement;

void ff_requirement_free (FfRequirement *requirement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRequirement, ff_requirement_free)

/* FfRequirement of one course, or (0) of all, by course. */
GPtrArray *ff_requirement_store_list (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfRequirement *ff_requirement_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_requirement_store_insert (FfDb *db, FfRequirement *requirement, GError **error);
gboolean ff_requirement_store_update (FfDb *db, const FfRequirement *requirement, GError **error);
gboolean ff_requirement_store_delete (FfDb *db, gint64 id, GError **error);

/* One person, and a course. Taken: enrolled in a class of it that has ended, and attended one of its sessions at least. */
typedef struct
{
  gint64 trainee_id;
  char *employee_no;
  char *name;
  gint64 layer_id;  /* 0: none */
  char *department; /* path, NULL */
  FfDay taken_on;   /* the last day of the newest such class; FF_NO_DAY: never */
  gboolean enrolled; /* in a class that has not ended */
} FfRequired;

void ff_required_free (FfRequired *required);

/* FfRequired of everybody employed, or of one person if that is such a one, whomever the course is required of; by department and name. */
GPtrArray *ff_requirement_store_people (FfDb *db, gint64 course_id, FfDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_requirement_store_person (FfDb *db, gint64 course_id, gint64 trainee_id, FfDay today, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
