/* The table interview: the trainees of a class who were drawn for one, and what they said. Share and seed of the draw stand in the class's
   row of the table evaluation. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 enrolment_id;
  char *employee_no; /* this and the next two: for reading */
  char *name;
  char *department;
  int position;  /* in the draw, from 1 on; 0: of an earlier one, kept for what was said */
  FfDay held_on; /* FF_NO_DAY: not yet */
  char *interviewer;
  char *best;
  char *worst;
  char *suggestions;
} FfInterview;

void ff_interview_free (FfInterview *interview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfInterview, ff_interview_free)

/* FfInterview of those who are enrolled, in the order of the draw, those of earlier draws last. */
GPtrArray *ff_interview_store_list (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfInterview *ff_interview_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the id. */
gboolean ff_interview_store_insert (FfDb *db, FfInterview *interview, GError **error);
gboolean ff_interview_store_update (FfDb *db, const FfInterview *interview, GError **error);
gboolean ff_interview_store_delete_of_enrolment (FfDb *db, gint64 enrolment_id, GError **error);

/* gint64 enrolments of the class from which is drawn: those enrolled and not taken out of level 1, by employee number in the order of code
   points. */
GArray *ff_interview_store_list_drawable (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Forgets the earlier draw: who has said nothing yet goes, who has keeps position 0. */
gboolean ff_interview_store_forget_draw (FfDb *db, gint64 run_id, GError **error);

G_END_DECLS
