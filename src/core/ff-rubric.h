/* A rubric: criteria, and for each the levels that say what is seen at how many points. The library keeps whole rubrics; a component of
   a scheme whose source is a rubric keeps criteria of its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* of the row, 0: not stored */
  char *title;
  char *description; /* NULL: none */
  gint64 points;     /* hundredths */
} FfRubricLevel;

typedef struct
{
  gint64 id; /* of the row, 0: not stored */
  char *key;
  char *title;
  char *note;        /* NULL: none */
  gint64 max;        /* hundredths of a point */
  GPtrArray *levels; /* FfRubricLevel, the best first; empty: only points are typed */
} FfCriterion;

typedef struct
{
  gint64 id; /* of the row, 0: not stored */
  gint64 version;
  char *key; /* of the built-in rubric that it is or was made from; NULL: somebody's own */
  char *title;
  char *note;          /* what it is for and where it comes from; NULL: none */
  GPtrArray *criteria; /* FfCriterion */
} FfRubric;

FfRubric *ff_rubric_new (const char *key, const char *title, const char *note) G_GNUC_WARN_UNUSED_RESULT;
void ff_rubric_free (FfRubric *rubric);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRubric, ff_rubric_free)

/* An array of FfCriterion that frees them. */
GPtrArray *ff_criteria_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* With the ids; NULL copies to NULL. */
GPtrArray *ff_criteria_copy (const GPtrArray *criteria) G_GNUC_WARN_UNUSED_RESULT;
/* Forgets the ids, so that the criteria are new wherever they are put. */
void ff_criteria_forget_ids (GPtrArray *criteria);
/* The points that can be reached: the sum of the maxima; 0 for NULL. */
gint64 ff_criteria_sum (const GPtrArray *criteria);
/* How many levels the criterion with the most has; 0 for NULL. */
guint ff_criteria_count_levels (const GPtrArray *criteria);
/* Refuses duplicate or empty keys and keys with a dot, a maximum of 0, a level without a title, with points below 0, above the maximum of
   its criterion, or not below those of the level before it. FF_ERROR_INVALID with a sentence. */
gboolean ff_criteria_validate (const GPtrArray *criteria, GError **error);

/* Appends to @criteria, which owns it. @key may be NULL until ff_criteria_fill_keys (). */
FfCriterion *ff_criteria_add (GPtrArray *criteria, const char *key, const char *title, gint64 max);
/* NULL if none has that key; @criteria may be NULL. */
FfCriterion *ff_criteria_find (const GPtrArray *criteria, const char *key);
/* Gives each criterion without a key the first of c1, c2 … that is free here and in @taken, which may be NULL. */
void ff_criteria_fill_keys (GPtrArray *criteria, const GPtrArray *taken);
/* Appends; the criterion owns it. */
FfRubricLevel *ff_criterion_add_level (FfCriterion *criterion, const char *title, const char *description, gint64 points);
/* Puts the best level first again after points were changed. */
void ff_criterion_sort_levels (FfCriterion *criterion);
const FfRubricLevel *ff_criterion_get_level (const FfCriterion *criterion, guint index);
/* The level that is worth exactly @points; NULL: none is. */
const FfRubricLevel *ff_criterion_find_level (const FfCriterion *criterion, gint64 points);

/* What is wrong with the key of a component or criterion; @seen collects the keys that were met. */
gboolean ff_scheme_key_validate (const char *key, const char *title, GHashTable *seen, GError **error);
gboolean ff_scheme_max_validate (const char *name, gint64 max, GError **error);

G_END_DECLS
