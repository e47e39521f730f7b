/* Which marks of a class are due when, and whose are missing. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

/* The level of the nearest component above, or of the leaf itself; 0: none. */
int ff_mark_dues_level (const FfScheme *scheme, const FfComponent *leaf);
FfDay ff_mark_dues_day (const FfClassFigures *figures, const FfComponent *leaf);
/* Whether people have to mark it: attendance is asked for by session, commitments follow the trainees' own dates, and a pre-test cannot be
   made good. */
gboolean ff_mark_dues_is_asked (const FfComponent *component);
/* Whether this trainee's mark is missing. Who is disqualified needs none to be settled. */
gboolean ff_mark_dues_is_missing (const FfClassTrainee *trainee, guint component);
int ff_mark_dues_count (const FfClassFigures *figures, guint component);

G_END_DECLS
