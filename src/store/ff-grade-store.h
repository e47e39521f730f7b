/* The table trainer_grade: what a class hour of a trainer costs. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  char *name;
  gint64 rate; /* of a class hour, hundredths of the currency */
  int trainers; /* live ones of this grade */
} FfGrade;

void ff_grade_free (FfGrade *grade);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfGrade, ff_grade_free)

/* NULL without an error when there is none. */
FfGrade *ff_grade_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_grade_store_find (FfDb *db, const char *name, GError **error); /* 0 if there is none, -1 on error */
/* FfGrade, in order. */
GPtrArray *ff_grade_store_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Write the name and the rate; a new one stands last. */
gboolean ff_grade_store_insert (FfDb *db, FfGrade *grade, GError **error);
gboolean ff_grade_store_update (FfDb *db, const FfGrade *grade, GError **error);
/* Deleted trainers lose it too. */
gboolean ff_grade_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
