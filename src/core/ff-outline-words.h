/* What the words of an outline's line say: its kind, how long it takes; private to the core. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each looks at [*start, *end) of a line and, when it finds what it looks for, takes it off at one end, unless nothing would be left. */

/* "Case: …", "成果2：…", "… (Discussion)", "休息"; NULL when no word says a kind. */
const char *ff_outline_take_kind (const char **start, const char **end);
/* "… (90 min)", "…，1.5小时", "… 2 h 30 min"; -1 when nothing says how long it takes. */
int ff_outline_take_minutes (const char **start, const char **end);

G_END_DECLS
