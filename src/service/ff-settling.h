/* Use cases of settling a class (RULES, 2): its ranks, awards and totals are fixed, until somebody reopens them for a reason. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

/* FF_ERROR_SETTLED with a sentence that says since when, if the results of the class are settled. Every use case that writes what a
   total, a rank or an award rests on asks here, once it knows that something would change. */
gboolean ff_settling_check_open (FfDb *db, gint64 run_id, GError **error);
/* The same for the class of an enrolment. */
gboolean ff_settling_check_enrolment_open (FfDb *db, gint64 enrolment_id, GError **error);

/* Whether the class can only be settled without this trainee: something is not assessed yet. Who is disqualified needs nothing. */
gboolean ff_settling_is_in_the_way (const FfClassTrainee *trainee);
/* The indices of the leaves (guint) that count and are missing. */
GArray *ff_settling_list_missing (const FfClassFigures *figures, const FfClassTrainee *trainee) G_GNUC_WARN_UNUSED_RESULT;
/* Their titles, as a list for a sentence. */
char *ff_settling_describe_missing (const FfClassFigures *figures, const FfClassTrainee *trainee) G_GNUC_WARN_UNUSED_RESULT;

/* Somebody who is left out, and why. */
typedef struct
{
  gint64 enrolment_id;
  const char *reason;
} FfLeftOut;

/* FF_ERROR_INVALID when somebody is in the way who is not left out, when the reason of one who is says nothing, and when somebody is left
   out who lacks nothing; FF_ERROR_SETTLED when it is settled already. */
gboolean ff_settling_settle (FfDb *db, gint64 run_id, const FfLeftOut *left_out, gsize n, GError **error);
/* Takes the fixed results away. @reason must say something; the journal keeps it. What is open already stays so. */
gboolean ff_settling_reopen (FfDb *db, gint64 run_id, const char *reason, GError **error);

G_END_DECLS
