#include "config.h"

#include "ff-input-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "ff-error.h"

gboolean
ff_input_file_read (const char *path, char **data, gsize *length, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) failure = NULL;
  GStatBuf info;

  g_return_val_if_fail (path != NULL && data != NULL && length != NULL, FALSE);

  if (g_stat (path, &info) != 0)
    {
      int code = errno;

      g_set_error (error, FF_ERROR, code == ENOENT ? FF_ERROR_NOT_FOUND : FF_ERROR_FAILED, _ ("“%s” cannot be read: %s."), name,
                   g_strerror (code));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("“%s” is not a file."), name);
      return FALSE;
    }
  if (info.st_size > FF_INPUT_FILE_MAX_BYTES)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("“%s” is larger than %d MB: divide it into several files."), name,
                   FF_INPUT_FILE_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (!g_file_get_contents (path, data, length, &failure))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _ ("“%s” cannot be read: %s."), name, failure->message);
      return FALSE;
    }
  return TRUE;
}
