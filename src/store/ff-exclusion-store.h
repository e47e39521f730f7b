/* The table level_exclusion: who is taken out of a level of his class, and why. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 enrolment_id;
  char *employee_no; /* this and the next two: for reading */
  char *name;
  char *department;
  int level; /* 1 to 4 */
  char *reason;
} FfExclusion;

void ff_exclusion_free (FfExclusion *exclusion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfExclusion, ff_exclusion_free)

/* FfExclusion of those who are enrolled, by level and employee number; @level 0: of all levels. */
GPtrArray *ff_exclusion_store_list (FfDb *db, gint64 run_id, int level, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfExclusion *ff_exclusion_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* 0 if there is none, -1 on error. */
gint64 ff_exclusion_store_find (FfDb *db, gint64 enrolment_id, int level, GError **error);
/* Sets the id. The update writes the reason. */
gboolean ff_exclusion_store_insert (FfDb *db, FfExclusion *exclusion, GError **error);
gboolean ff_exclusion_store_update (FfDb *db, const FfExclusion *exclusion, GError **error);
gboolean ff_exclusion_store_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_exclusion_store_delete_of_enrolment (FfDb *db, gint64 enrolment_id, GError **error);

G_END_DECLS
