/* A row as the journal keeps it: the JSON object of its columns, all of them numbers without fraction, texts and nulls. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FfRowImage FfRowImage;

/* NULL for NULL and for text that is no such object. */
FfRowImage *ff_row_image_parse (const char *json) G_GNUC_WARN_UNUSED_RESULT;
void ff_row_image_free (FfRowImage *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRowImage, ff_row_image_free)

guint ff_row_image_n_columns (const FfRowImage *image);
const char *ff_row_image_get_column (const FfRowImage *image, guint index);
/* A number as its digits; NULL for null, for a column that the row did not have then, and in a NULL image. */
const char *ff_row_image_get (const FfRowImage *image, const char *column);
gint64 ff_row_image_get_int (const FfRowImage *image, const char *column); /* 0 for NULL */

G_END_DECLS
