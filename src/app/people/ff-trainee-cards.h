/* The cards of a trainee's page; the owner is the trainee's id. */
#pragma once

#include "ff-part-list.h"

G_BEGIN_DECLS

extern const FfPartKind ff_trainee_facts;
extern const FfPartKind ff_trainee_year;     /* hours and credits against what the layer asks */
extern const FfPartKind ff_trainee_commitments;
extern const FfPartKind ff_trainee_required; /* part-activated: a course */
extern const FfPartKind ff_trainee_upcoming; /* part-activated: a session */
extern const FfPartKind ff_trainee_history;  /* part-activated: a class */
extern const FfPartKind ff_trainee_reports;  /* part-activated: a trainee */

G_END_DECLS
