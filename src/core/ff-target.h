/* Whether a figure meets its target: the one comparison of all four levels (RULES, 3–5). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_DIRECTION_UP,   /* more is better */
  FF_DIRECTION_DOWN, /* less is better */
} FfDirection;

typedef enum
{
  FF_MET_UNKNOWN, /* there is no figure, or no target */
  FF_MET_NO,
  FF_MET_YES,
} FfMet;

/* Unrounded, with FF_TOLERANCE: a figure that equals its target meets it. FF_MET_UNKNOWN when either is undefined. */
FfMet ff_target_met (double actual, double target, FfDirection direction);
/* Of two targets that both must be met: unknown while either is unknown and neither is missed. */
FfMet ff_met_both (FfMet a, FfMet b);

/* "up", "down" */
const char *ff_direction_to_key (FfDirection direction);
/* FALSE, and nothing set, for anything else. */
gboolean ff_direction_from_key (const char *key, FfDirection *direction);

G_END_DECLS
