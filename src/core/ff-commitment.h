/* What a trainee means to do after the class (RULES, 5): its kinds, its four states, when it is due, and the log of a seven-day plan. */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_COMMITMENT_ANY, /* a row without a kind: it counts as a card and as a micro plan */
  FF_COMMITMENT_CARD,
  FF_COMMITMENT_SEVEN_DAY,
  FF_COMMITMENT_MICRO_PLAN,
  FF_COMMITMENT_PROJECT,
} FfCommitmentKind;
#define FF_N_COMMITMENT_KINDS 5

typedef enum
{
  FF_COMMITMENT_PLANNED,
  FF_COMMITMENT_SUBMITTED,
  FF_COMMITMENT_APPLIED,
  FF_COMMITMENT_VERIFIED,
} FfCommitmentStatus;
#define FF_N_COMMITMENT_STATUSES 4

/* "card", "seven_day", "micro_plan", "project", "planned" …; NULL for no kind. */
const char *ff_commitment_kind_to_key (FfCommitmentKind kind);
const char *ff_commitment_status_to_key (FfCommitmentStatus status);
/* A key or its word in any of our languages; NULL and "" are no kind. FALSE for anything else. */
gboolean ff_commitment_kind_parse (const char *text, FfCommitmentKind *kind);
/* The same; there is no state without a word. */
gboolean ff_commitment_status_parse (const char *text, FfCommitmentStatus *status);
/* Both in the reader's language. */
const char *ff_commitment_kind_title (FfCommitmentKind kind);
const char *ff_commitment_status_title (FfCommitmentStatus status);

/* Whether a commitment of this kind is one of the kind that is asked for. */
gboolean ff_commitment_counts_as (FfCommitmentKind kind, FfCommitmentKind wanted);

/* Days after the class at which a micro plan is due. */
#define FF_MICRO_PLAN_DAYS 30
/* When it is due if nobody says otherwise: a card at the end of the class, a seven-day plan on its seventh day, a micro plan 30 days after
   the end of the class; a project has no term of its own. FF_NO_DAY: none. @starts_on, @ends_on: FF_NO_DAY when not known. */
FfDay ff_commitment_due_on (FfCommitmentKind kind, FfDay ends_on, FfDay starts_on);
/* Still planned, and its day is over. */
gboolean ff_commitment_is_overdue (FfCommitmentStatus status, FfDay due_on, FfDay today);

/* The log of a seven-day plan. */
#define FF_LOG_DAYS 7
#define FF_LOG_TARGET 3
#define FF_LOG_NONE (-1) /* nothing was logged */

typedef struct
{
  int logged;  /* days with a number */
  int reached; /* days with at least the target */
  gint64 cases;
} FfLogSum;

/* @cases: one number a day, or FF_LOG_NONE. */
FfLogSum ff_log_sum (const int *cases, gsize n_days, int target);

G_END_DECLS
