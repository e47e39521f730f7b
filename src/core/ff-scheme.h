/* A scheme: the tree of components whose weighted marks make a total (RULES, 2). */
#pragma once

#include "ff-rubric.h"
#include "ff-test-paper.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SOURCE_MANUAL,
  FF_SOURCE_RUBRIC,
  FF_SOURCE_TEST,
  FF_SOURCE_ATTENDANCE,
  FF_SOURCE_COMMITMENT,
} FfComponentSource;

typedef enum
{
  FF_ATTEMPTS_CAPPED, /* the last, capped at the pass mark from the second on */
  FF_ATTEMPTS_BEST,
  FF_ATTEMPTS_LAST,
} FfAttemptRule;

typedef enum
{
  FF_AWARD_DOWN,
  FF_AWARD_NEAREST,
  FF_AWARD_UP,
} FfAwardRounding;

typedef struct
{
  gint64 id;
  char *key;
  char *title;
  int parent;    /* index into the scheme's components, -1: at the root; always before the child */
  gint64 weight; /* hundredths */
  gint64 max;    /* hundredths of a point; of a rubric the sum of its criteria */
  FfComponentSource source;
  int level;        /* 0: none */
  char *pretest_of; /* a leaf's key; NULL: not a pre-test. Pre-tests stand outside the total */
  char *commitment_kind;
  FfAttemptRule attempts;
  gboolean drop_extremes;
  gboolean by_team;
  int due_days;         /* -1: none */
  GPtrArray *criteria;  /* FfCriterion, NULL unless a rubric */
  GPtrArray *items;     /* FfTestItem of a test; NULL or empty: it has no paper, and its mark is entered */

  /* set by ff_scheme_update () */
  gboolean leaf;
  int depth;
  double share;        /* of the whole, 0…1; a pre-test's is 0 */
  gint64 children_sum; /* hundredths: the sum of the children's weights, of a group */
} FfComponent;

typedef struct
{
  gint64 id;
  gint64 pass_mark, good_mark, excellent_mark; /* hundredths */
  gint64 award_percent;                        /* hundredths of a percent */
  FfAwardRounding award_rounding;
  GPtrArray *components; /* FfComponent in tree order, parents before children */
} FfScheme;

FfScheme *ff_scheme_new (void) G_GNUC_WARN_UNUSED_RESULT;
FfScheme *ff_scheme_copy (const FfScheme *scheme) G_GNUC_WARN_UNUSED_RESULT;
void ff_scheme_free (FfScheme *scheme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfScheme, ff_scheme_free)

/* Appends a component with defaults; the scheme owns it. @parent is an index or -1. */
FfComponent *ff_scheme_add (FfScheme *scheme, int parent, const char *key, const char *title, gint64 weight);
FfCriterion *ff_component_add_criterion (FfComponent *component, const char *key, const char *title, gint64 max);

/* Computes leaf, depth, share and children_sum of every component, and the maximum of a rubric; call after any change. A weight
   whose siblings' sum is 0 has no share. */
void ff_scheme_update (FfScheme *scheme);

/* Refuses duplicate or empty keys and keys with a dot, negative weights, a maximum of 0, a source on a group, a pre-test of
   something that is no leaf, a rubric without criteria or with ones that ff_criteria_validate () refuses, an unknown kind of commitment (NULL is "card"), a pass mark or share
   of awards outside 0…100. FF_ERROR_INVALID with a sentence. Wants ff_scheme_update () before. */
gboolean ff_scheme_validate (const FfScheme *scheme, GError **error);

guint ff_scheme_length (const FfScheme *scheme);
const FfComponent *ff_scheme_get (const FfScheme *scheme, guint index);
/* -1 if there is none */
int ff_scheme_find (const FfScheme *scheme, const char *key);
/* The sum of the weights on a level whose parent is @parent, pre-tests left out; hundredths. 10000 is what a reader expects. */
gint64 ff_scheme_sum (const FfScheme *scheme, int parent);

/* Whether the program has a mark for the leaf by itself, which a mark by hand then overrides for a reason. */
gboolean ff_component_is_computed (const FfComponent *component);

const char *ff_component_source_to_key (FfComponentSource source);
gboolean ff_component_source_from_key (const char *key, FfComponentSource *source);
const char *ff_attempt_rule_to_key (FfAttemptRule rule);
gboolean ff_attempt_rule_from_key (const char *key, FfAttemptRule *rule);
const char *ff_award_rounding_to_key (FfAwardRounding rounding);
gboolean ff_award_rounding_from_key (const char *key, FfAwardRounding *rounding);

G_END_DECLS
