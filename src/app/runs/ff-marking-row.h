/* One score as it is given: a criterion of the person in front of you, or a person by the criterion in front of you. Its levels are cells,
   points of one's own an entry. */
#pragma once

#include <gtk/gtk.h>

#include "ff-rubric.h"

G_BEGIN_DECLS

/* What a row shows; all texts are the caller's. */
typedef struct
{
  const char *title;
  const char *note;             /* NULL: none */
  const FfCriterion *criterion; /* its levels; NULL: none */
  gint64 max;                   /* hundredths */
  gboolean has_score;
  gint64 score;
  const char *comment;
  gboolean current;
  gboolean writable;
} FfMarkingRowFace;

#define FF_TYPE_MARKING_ROW (ff_marking_row_get_type ())
G_DECLARE_FINAL_TYPE (FfMarkingRow, ff_marking_row, FF, MARKING_ROW, GtkBox)

/* Signals
   pressed (): the row was clicked anywhere.
   level (int index): a level was clicked.
   points (const char *text, gboolean entered): points were typed, and kept by Enter or by leaving; a refusal goes to
     ff_marking_row_complain ().
   left (): points are no longer being typed.
   comment (): the comment was clicked. */

/* @brief: on one line, the levels without their descriptions, which stand elsewhere. */
GtkWidget *ff_marking_row_new (gboolean brief);
void ff_marking_row_show (FfMarkingRow *self, const FfMarkingRowFace *face);
/* Opens the entry for points; @text replaces what stands there, NULL leaves it. */
void ff_marking_row_type (FfMarkingRow *self, const char *text);
/* Says below what was typed why it is not taken; the entry stays open. NULL: nothing any more. */
void ff_marking_row_complain (FfMarkingRow *self, const char *reason);

G_END_DECLS
