/* Writes one JSON document: two spaces of indent, keys in the order in which they come, numbers in their shortest form, so that the
   same thing is always the same bytes. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _FfJsonWriter FfJsonWriter;

FfJsonWriter *ff_json_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the writer. The text ends with a line break. */
char *ff_json_writer_finish (FfJsonWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

/* @key: NULL inside an array and for the whole document. */
void ff_json_begin_object (FfJsonWriter *writer, const char *key);
void ff_json_begin_array (FfJsonWriter *writer, const char *key);
void ff_json_end (FfJsonWriter *writer);
void ff_json_null (FfJsonWriter *writer, const char *key);
void ff_json_boolean (FfJsonWriter *writer, const char *key, gboolean value);
void ff_json_int (FfJsonWriter *writer, const char *key, gint64 value);
void ff_json_double (FfJsonWriter *writer, const char *key, double value);
/* 9250 → 92.5 */
void ff_json_hundredths (FfJsonWriter *writer, const char *key, gint64 value);
/* NULL is null. */
void ff_json_text (FfJsonWriter *writer, const char *key, const char *value);

G_END_DECLS
