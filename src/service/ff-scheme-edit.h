/* Use cases of a person who edits the scheme of a course: one component is added, changed or taken away. Classes keep the copy they
   were made with. */
#pragma once

#include "ff-courses.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;      /* "" makes one from the title's place: c1, c2 … */
  const char *title;
  const char *group;    /* the key of the group that it belongs to; "" the root */
  const char *weight;
  const char *max;      /* "" 100 */
  const char *source;   /* manual, rubric, attendance … */
  const char *criteria; /* of a rubric, one a line: "Listens = 20" */
  const char *by_team;       /* 1, 0: marked per team */
  const char *attempts;      /* capped, best, last */
  const char *drop_extremes; /* 1, 0: of five raters or more */
  const char *level;         /* of evaluation, which it measures: 0 (none) to 4; only one has 2 */
  const char *pretest_of;    /* the key of a component with marks; "" none. A pre-test has no weight */
} FfComponentDraft;

/* @component_id 0 adds one. NULL members leave what is stored alone. @id may be NULL. */
FfPut ff_scheme_put_component (FfDb *db, gint64 course_id, gint64 component_id, const FfComponentDraft *draft, gint64 *id, GError **error);
/* @weight in hundredths. */
FfPut ff_scheme_set_weight (FfDb *db, gint64 course_id, gint64 component_id, gint64 weight, GError **error);
/* Takes a component away with everything below it. */
gboolean ff_scheme_delete_component (FfDb *db, gint64 course_id, gint64 component_id, GError **error);
/* Scales the weights of a group (0: the root) so that they add to 100. */
FfPut ff_scheme_spread (FfDb *db, gint64 course_id, gint64 group_id, GError **error);

/* The criteria of a rubric as the lines that @criteria takes. */
char *ff_component_format_criteria (const FfComponent *component) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
