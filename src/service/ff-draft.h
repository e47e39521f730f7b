/* From the text of a draft to a stored value; private to the use cases. A NULL text leaves the value alone, "" clears it,
   and @changed is set, never cleared. A refusal carries @field. */
#pragma once

#include "ff-put.h"
#include "ff-time.h"

G_BEGIN_DECLS

void ff_draft_set_line (char **value, const char *text, gboolean *changed);
/* "" is FALSE. */
gboolean ff_draft_set_yes_no (gboolean *value, const char *text, const char *field, gboolean *changed, GError **error);
/* A whole number from 0 up; "" is -1. */
gboolean ff_draft_set_count (int *value, const char *text, const char *field, gboolean *changed, GError **error);
/* A number from 0 up, in hundredths; "" is -1. */
gboolean ff_draft_set_hundredths (gint64 *value, const char *text, const char *field, gboolean *changed, GError **error);
/* A date or a time cannot be cleared. */
gboolean ff_draft_set_day (FfDay *value, const char *text, const char *field, gboolean *changed, GError **error);
gboolean ff_draft_set_time (FfMinute *value, const char *text, const char *field, gboolean *changed, GError **error);

G_END_DECLS
