#include "config.h"

#include "ff-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _FfOutputFile
{
  char *path;      /* links resolved */
  char *folder;
  char *temporary; /* NULL once it is renamed */
  mode_t mode;     /* what the target has, or would have if it were made in the usual way */
};

void
ff_output_file_set_error (GError **error, const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, FF_ERROR, FF_ERROR_FULL,
                   _("There is no room on the disk for “%s”; make room or choose another folder. Nothing was written."), name);
      break;
    case EIO:
      g_set_error (error, FF_ERROR, FF_ERROR_FULL,
                   _("The disk failed while “%s” was written; choose another folder. Nothing was written."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, FF_ERROR, FF_ERROR_READ_ONLY,
                   _("You may not write “%s”; choose another folder."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND,
                   _("The folder of “%s” does not exist; make it or choose another one."), name);
      break;
    default:
      g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _("“%s” could not be written: %s."), name, g_strerror (number));
    }
}

/* The mask is read from /proc, because asking umask () for it changes it for every thread for a moment. */
static mode_t
read_umask (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL) && (line = strstr (status, "\nUmask:")) != NULL)
    return strtoul (line + strlen ("\nUmask:"), NULL, 8);

  return 077;
}

static gboolean
look_at_target (FfOutputFile *file, GError **error)
{
  struct stat known;

  if (stat (file->path, &known) != 0)
    {
      file->mode = 0666 & ~read_umask ();
      return TRUE;
    }
  if (!S_ISREG (known.st_mode))
    {
      g_autofree char *name = g_filename_display_name (file->path);

      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is a folder or a device; name a file."), name);
      return FALSE;
    }
  if (access (file->path, W_OK) != 0)
    {
      ff_output_file_set_error (error, file->path, errno);
      return FALSE;
    }

  file->mode = known.st_mode & 07777;
  return TRUE;
}

FfOutputFile *
ff_output_file_new (const char *path, GError **error)
{
  g_autoptr (FfOutputFile) file = g_new0 (FfOutputFile, 1);
  char *resolved = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? realpath (path, NULL) : NULL;

  file->path = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);
  file->folder = g_path_get_dirname (file->path);
  if (!look_at_target (file, error))
    return NULL;

  for (int attempt = 0;; attempt++)
    {
      g_autofree char *name = g_strdup_printf (".fourfold-%08x.part", g_random_int ());
      int fd;

      file->temporary = g_build_filename (file->folder, name, NULL);
      fd = g_open (file->temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
      if (fd >= 0)
        {
          close (fd);
          return g_steal_pointer (&file);
        }

      g_clear_pointer (&file->temporary, g_free);
      if (errno != EEXIST || attempt == 100)
        {
          ff_output_file_set_error (error, file->path, errno);
          return NULL;
        }
    }
}

void
ff_output_file_free (FfOutputFile *file)
{
  if (file->temporary != NULL)
    g_unlink (file->temporary);
  g_free (file->temporary);
  g_free (file->folder);
  g_free (file->path);
  g_free (file);
}

const char *
ff_output_file_get_temporary (FfOutputFile *file)
{
  return file->temporary;
}

const char *
ff_output_file_get_folder (FfOutputFile *file)
{
  return file->folder;
}

gboolean
ff_output_file_sync (FfOutputFile *file, GError **error)
{
  int fd = g_open (file->temporary, O_RDWR | O_CLOEXEC, 0);
  int number = fd < 0 || fsync (fd) != 0 || fchmod (fd, file->mode) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);
  if (number == 0)
    return TRUE;

  ff_output_file_set_error (error, file->path, number);
  return FALSE;
}

gboolean
ff_output_file_commit (FfOutputFile *file, GError **error)
{
  int fd;

  if (g_rename (file->temporary, file->path) != 0)
    {
      ff_output_file_set_error (error, file->path, errno);
      return FALSE;
    }
  g_clear_pointer (&file->temporary, g_free);

  /* The new name is on the disk only when the folder is. Some file systems cannot do that, and then it is theirs to keep it. */
  fd = g_open (file->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      (void) fsync (fd);
      close (fd);
    }
  return TRUE;
}

gboolean
ff_output_file_write (const char *path, const char *text, gsize length, GError **error)
{
  g_autoptr (FfOutputFile) file = ff_output_file_new (path, error);
  FILE *stream;
  gboolean good;
  int number;

  if (file == NULL)
    return FALSE;

  stream = fopen (file->temporary, "we");
  good = stream != NULL && fwrite (text, 1, length, stream) == length;
  number = errno;
  if (stream != NULL && fclose (stream) != 0 && good)
    {
      good = FALSE;
      number = errno;
    }
  if (!good)
    {
      ff_output_file_set_error (error, path, number);
      return FALSE;
    }

  return ff_output_file_sync (file, error) && ff_output_file_commit (file, error);
}
