/* The rows that were rejected as a file of their own, to be mended and imported again. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-import.h"

/* As our CSV is written for spreadsheets: quoted where needed, and what would be read as a formula behind an apostrophe. */
static void
append_field (GString *out, const char *text)
{
  const char *first = text + strspn (text, " ");
  gboolean guarded = strchr ("=+-@\t\r\n", *first) != NULL && *first != '\0';

  if (!guarded && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append (out, guarded ? "\"'" : "\"");
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_row (GString *out, const FfImport *import, guint row, const char *reason)
{
  for (guint column = 0; column < ff_import_get_sheet (import)->n_columns; column++)
    {
      append_field (out, ff_import_get_value (import, row, column));
      g_string_append_c (out, ',');
    }
  append_field (out, reason);
  g_string_append (out, "\r\n");
}

gboolean
ff_import_save_rejects (const FfImport *import, const FfImportResult *result, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = g_filename_display_basename (path);

  g_return_val_if_fail (import != NULL && result != NULL && path != NULL, FALSE);

  if (ff_import_get_heading (import) >= 0)
    append_row (out, import, ff_import_get_heading (import), _ ("Why it was rejected"));
  for (guint i = 0; i < result->rejects->len; i++)
    {
      const FfImportReject *reject = g_ptr_array_index (result->rejects, i);

      append_row (out, import, reject->row, reject->reason);
    }
  if (g_file_set_contents_full (path, out->str, out->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failure))
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_READ_ONLY, _ ("“%s” cannot be written: %s."), name, failure->message);
  return FALSE;
}
