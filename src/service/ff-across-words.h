/* What the four levels say across classes, in plain words of the reader's language. */
#pragma once

#include "ff-results.h"

G_BEGIN_DECLS

typedef struct
{
  int level; /* 0: of all four */
  char *text;
} FfAcrossSentence;

void ff_across_sentence_free (FfAcrossSentence *sentence);

/* FfAcrossSentence, level by level; never empty. Compares each course with its own past alone, and says nothing of cells that are
   suppressed. */
GPtrArray *ff_across_words (const FfResults *results) G_GNUC_WARN_UNUSED_RESULT;

/* A cell's figure as tables write it: "4.42", "91 %"; "–" where it is not known. */
char *ff_results_cell_words (const FfResultsCell *cell, int level) G_GNUC_WARN_UNUSED_RESULT;
/* Why a cell shows no figure, or what its figure lacks: a short text; NULL: nothing is to be said. */
char *ff_results_cell_note (const FfResultsCell *cell, int level) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
