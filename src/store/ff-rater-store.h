/* The table rater: who marks a class, with what weight. A mark holds the rater's name. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* 0: not stored */
  gint64 version;
  gint64 run_id;
  char *name;
  gint64 trainer_id; /* 0: no trainer of the database */
  gint64 weight;     /* hundredths; only the proportion counts */
  int marks;         /* how many they have given in the class; only the service counts them */
} FfRater;

void ff_rater_free (FfRater *rater);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRater, ff_rater_free)

/* FfRater in their order. */
GPtrArray *ff_rater_store_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfRater *ff_rater_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* 0 if there is none, -1 on error. */
gint64 ff_rater_store_find (FfDb *db, gint64 run_id, const char *name, GError **error);
/* A new one stands last. */
gboolean ff_rater_store_insert (FfDb *db, FfRater *rater, GError **error);
gboolean ff_rater_store_update (FfDb *db, const FfRater *rater, GError **error);
gboolean ff_rater_store_delete (FfDb *db, gint64 id, GError **error);

/* Everybody who has given marks in a class, listed or not, by name: FfRater with the id 0. */
GPtrArray *ff_rater_store_marked (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Gives the marks of one name in a class to another, which must have none there. */
gboolean ff_rater_store_rename_marks (FfDb *db, gint64 run_id, const char *from, const char *to, GError **error);

G_END_DECLS
