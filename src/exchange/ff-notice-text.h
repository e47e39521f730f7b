/* The words of notices and reminders, ready to be pasted into a chat or a mail: a template with named places (ff-template.h), filled for
   a class. The places: class code course dates sessions venue trainers link bring people count today, and in a reminder owed missing. */
#pragma once

#include "ff-notices.h"
#include "ff-phrases.h"

G_BEGIN_DECLS

/* The template to begin with, in a language of ff_phrases_languages (NULL: the reader's). */
char *ff_notice_text_default (FfNoticeKind kind, const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* @people (may be NULL) is whom it is about. FF_ERROR_INVALID for a place that there is nothing for. */
char *ff_notice_text_fill (const FfNoticeFacts *facts, FfNoticeKind kind, const char *template, const char *language, int *people,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The names of the places of a kind, NULL-terminated. */
const char *const *ff_notice_text_places (FfNoticeKind kind);

G_END_DECLS
