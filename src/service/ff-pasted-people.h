/* A pasted list of people (ff-number-list.h) held against the trainees: who is meant by each entry, and where that is not certain,
   what to do. Nobody is guessed: of namesakes the one whose department the entry names is meant, otherwise somebody chooses. */
#pragma once

#include "ff-trainee-store.h"

G_BEGIN_DECLS

typedef enum
{
  FF_PASTED_FOUND,
  FF_PASTED_TWICE,     /* stands further up already */
  FF_PASTED_ENROLLED,  /* is in the class already */
  FF_PASTED_UNKNOWN,
  FF_PASTED_AMBIGUOUS, /* one of the people in candidates */
  FF_PASTED_HEADING,   /* no entry: what stands before a counted list */
} FfPastedState;

typedef struct
{
  FfPastedState state;
  guint line;
  char *text;
  gint64 trainee_id;     /* of a found one, also when it is twice or enrolled; 0: none */
  GPtrArray *candidates; /* FfTrainee: the one that was found, or those it may be */
  char *advice;          /* what is wrong and what to do, translated; NULL: nothing */
} FfPasted;

void ff_pasted_free (FfPasted *pasted);

/* FfPasted in the order of the paste. @run_id 0: of no class. */
GPtrArray *ff_pasted_people_read (FfDb *db, gint64 run_id, const char *paste, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The one trainee that a person typed: a number, a name that only one has, or both. Refused as an error of @field. NULL text, and "",
   give NULL without an error. */
FfTrainee *ff_pasted_people_find_one (FfDb *db, const char *text, const char *field, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
