/* Text in columns on a terminal, where a Chinese character is two columns wide. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The columns of a terminal that @text takes. */
int ff_text_width (const char *text);

typedef struct _FfTextTable FfTextTable;

/* @right has one character per column: 'r' aligns a column to the right. */
FfTextTable *ff_text_table_new (const char *alignment) G_GNUC_WARN_UNUSED_RESULT;
void ff_text_table_free (FfTextTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTextTable, ff_text_table_free)

/* The next cell of the row; NULL is an empty one. */
void ff_text_table_add (FfTextTable *table, const char *text);
/* Appends the lines to @out, @indent spaces before each, two between columns. */
void ff_text_table_format (FfTextTable *table, int indent, GString *out);

G_END_DECLS
