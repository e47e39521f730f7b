/* Names, alone and in lists, in the language of some phrases. */
#pragma once

#include "ff-phrases.h"

G_BEGIN_DECLS

/* Names that are kept as "A; B", as a sentence joins them: A, B · A、B */
char *ff_phrases_names (FfPhrases *phrases, const char *names) G_GNUC_WARN_UNUSED_RESULT;
/* A layer by its key and its title in the reader's language; one that the organisation has named itself keeps its name. */
const char *ff_phrases_layer (FfPhrases *phrases, const char *key, const char *title);
/* Of an enrolment: enrolled, waitlisted, withdrawn; imports read these words. */
const char *ff_phrases_status (FfPhrases *phrases, const char *status);

G_END_DECLS
