/* The words of a document, whose language need not be that of the window: read from the same catalogues, without touching the
   process's own language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FfPhrases FfPhrases;

/* "en", "zh_CN", "zh_TW", NULL */
extern const char *const ff_phrases_languages[];

/* The one of them that the reader of the window reads. */
const char *ff_phrases_reader_language (void);
/* One of them, or NULL: the reader's own. */
gboolean ff_phrases_is_language (const char *language);
/* A language without a catalogue on this machine speaks English. */
FfPhrases *ff_phrases_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void ff_phrases_free (FfPhrases *phrases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPhrases, ff_phrases_free)

/* @english is marked with N_(), or with NC_() when it has a @context; NULL: none. The result lives as long as @phrases. */
const char *ff_phrases_get (FfPhrases *phrases, const char *context, const char *english);

G_END_DECLS
