/* Dates as people read them, in the language of some phrases. All results are new strings. */
#pragma once

#include "ff-phrases.h"
#include "ff-time.h"

G_BEGIN_DECLS

char *ff_phrases_day (FfPhrases *phrases, FfDay day) G_GNUC_WARN_UNUSED_RESULT;       /* 22 September 2026 · 2026年9月22日 */
char *ff_phrases_day_long (FfPhrases *phrases, FfDay day) G_GNUC_WARN_UNUSED_RESULT;  /* Tuesday 22 September 2026 · 2026年9月22日 星期二 */
char *ff_phrases_day_short (FfPhrases *phrases, FfDay day) G_GNUC_WARN_UNUSED_RESULT; /* Tue 22 Sep · 9月22日 周二 */
char *ff_phrases_day_brief (FfPhrases *phrases, FfDay day) G_GNUC_WARN_UNUSED_RESULT; /* 22 Sep · 9月22日 */
char *ff_phrases_day_range (FfPhrases *phrases, FfDay from, FfDay to) G_GNUC_WARN_UNUSED_RESULT;       /* 8–23 September 2026 · 2026年9月8–23日 */
char *ff_phrases_day_range_short (FfPhrases *phrases, FfDay from, FfDay to) G_GNUC_WARN_UNUSED_RESULT; /* 8–23 Sep 2026 */
char *ff_phrases_month (FfPhrases *phrases, FfDay day) G_GNUC_WARN_UNUSED_RESULT;                       /* September 2026 · 2026年9月 */
const char *ff_phrases_weekday_short (FfPhrases *phrases, FfDay day);                 /* Tue · 周二 */

G_END_DECLS
