/* The tables mark and exemption: what each trainee reached in each leaf of the class's scheme. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* 0: not stored */
  gint64 version;
  gint64 enrolment_id;
  gint64 component_id;
  gint64 criterion_id; /* 0: the leaf itself */
  const char *rater;   /* "": nobody named */
  int attempt;
  gint64 score; /* hundredths of a point */
  const char *comment;
  const char *reason; /* why it overrides the leaf's own source; NULL: none is named */
  gint64 from_team_id; /* whose mark it follows; 0: somebody's own */
} FfMarkRow;

/* Fills id, version, score, the team and whether there is a reason (which is then not NULL, and not to be read) of the stored mark with this row's
   enrolment, component, criterion, rater and attempt; id 0: none. */
gboolean ff_mark_store_find (FfDb *db, FfMarkRow *row, GError **error);
/* Inserts a row with id 0; updates score and team of one with an id, and its reason unless that is NULL. */
gboolean ff_mark_store_write (FfDb *db, FfMarkRow *row, GError **error);
gboolean ff_mark_store_delete (FfDb *db, gint64 id, GError **error);
/* Of every rater and criterion; @n: how many marks it had. */
gboolean ff_mark_store_delete_attempt (FfDb *db, gint64 enrolment_id, gint64 component_id, int attempt, int *n, GError **error);
/* @comment NULL: none. @changed FALSE when it says so already. */
gboolean ff_mark_store_write_comment (FfDb *db, gint64 id, const char *comment, gboolean *changed, GError **error);
/* Puts the comment on the newest mark of a leaf; @changed FALSE when the leaf has none. */
gboolean ff_mark_store_set_comment (FfDb *db, gint64 enrolment_id, gint64 component_id, const char *comment, gboolean *found,
                                    gboolean *changed, GError **error);

/* Every mark of a class, those of withdrawn people too, since asking for each mark whose it is would take longer than reading it.
   @row and its texts are good during the call. */
typedef void (*FfMarkFunc) (const FfMarkRow *row, gpointer user_data);
gboolean ff_mark_store_foreach_of_run (FfDb *db, gint64 run_id, FfMarkFunc func, gpointer user_data, GError **error);

/* The reason for which somebody is exempt from a leaf, NULL without an error when he is not. */
char *ff_exemption_store_read (FfDb *db, gint64 enrolment_id, gint64 component_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_exemption_store_write (FfDb *db, gint64 enrolment_id, gint64 component_id, const char *reason, GError **error);
gboolean ff_exemption_store_delete (FfDb *db, gint64 enrolment_id, gint64 component_id, GError **error);
typedef void (*FfExemptionFunc) (gint64 enrolment_id, gint64 component_id, const char *reason, gpointer user_data);
gboolean ff_exemption_store_foreach_of_run (FfDb *db, gint64 run_id, FfExemptionFunc func, gpointer user_data, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_mark_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
