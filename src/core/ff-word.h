/* Words with a fixed meaning as files and people write them, in all our languages: yes and no, a status, a kind. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *word; /* lower case, without spaces, hyphens and underscores */
  int value;
} FfWord;

/* Lower case, full-width forms narrow, without spaces, hyphens and underscores; NULL for what is no UTF-8. */
char *ff_word_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Full-width forms, case, spaces, hyphens and underscores make no difference. FALSE for a word that is not in the table. */
gboolean ff_word_find (const FfWord *words, gsize n, const char *text, int *value);
#define ff_word_find_in(words, text, value) ff_word_find ((words), G_N_ELEMENTS (words), (text), (value))

/* 1, yes, true, 是, √ … and 0, no, false, 否 … */
gboolean ff_yes_no_parse (const char *text, gboolean *value);

/* The names in a list separated by ; ； 、 or line breaks: trimmed, without empty ones and repetitions. */
char **ff_names_split (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
