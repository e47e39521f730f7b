/* Words of the pages of trainers and venues that several of their parts share. */
#pragma once

#include "ff-tag.h"
#include "ff-time.h"
#include "ff-unavailability.h"

G_BEGIN_DECLS

/* "Until 1 October 2026", "Expired on …", with the tone of a tag; NULL for what holds for good. */
char *ff_place_text_expiry (FfDay expires_on, FfTone *tone) G_GNUC_WARN_UNUSED_RESULT;
/* "5–6 Oct 2026", "Mon 5 Oct 09:00–12:00", "Mon 5 Oct 09:00 – Tue 6 Oct 12:00" */
char *ff_place_text_span (FfMinute from, FfMinute to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
