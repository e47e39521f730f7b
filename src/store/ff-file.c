/* A database seen as a file: what its first bytes say, where it lies, and how it is made to last. */
#include "config.h"

#include "ff-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "ff-migrate.h"

#define HEADER_SIZE 100
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

void
ff_file_set_error (int saved_errno, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("“%s” does not exist."), shown);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, FF_ERROR, FF_ERROR_READ_ONLY,
                   _ ("You are not allowed to use “%s”. Ask its owner for access, or copy it to a folder of your own."), shown);
      break;
    case ENOSPC:
    case EDQUOT:
    case EIO:
      g_set_error (error, FF_ERROR, FF_ERROR_FULL,
                   _ ("The disk that holds “%s” is full or fails. Free some space and try again."), shown);
      break;
    default:
      g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _ ("“%s” cannot be used: %s."), shown, g_strerror (saved_errno));
      break;
    }
}

static gboolean
judge_header (const char *shown, const guint8 *header, gssize length, int *user_version, GError **error)
{
  if (length == 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_FOREIGN,
                   _ ("“%s” is an empty file, not a Fourfold database. Choose another file, or delete this one first."), shown);
      return FALSE;
    }
  if (length < 16 || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_FOREIGN, _ ("“%s” is not a Fourfold database. Choose another file."), shown);
      return FALSE;
    }
  if (length < HEADER_SIZE)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_DAMAGED,
                   _ ("The database “%s” is cut off after %d bytes. Restore a backup of it."), shown, (int) length);
      return FALSE;
    }
  if (read_big_endian (header + APPLICATION_ID_OFFSET) != FF_DB_APPLICATION_ID)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_FOREIGN,
                   _ ("“%s” is a database of another program, not of Fourfold. Choose another file."), shown);
      return FALSE;
    }
  *user_version = (int) read_big_endian (header + USER_VERSION_OFFSET);
  if (*user_version > ff_migrate_latest ())
    {
      g_set_error (error, FF_ERROR, FF_ERROR_NEWER,
                   _ ("“%s” was made by a newer Fourfold. Update Fourfold on this computer to open it."), shown);
      return FALSE;
    }
  return TRUE;
}

gboolean
ff_file_sniff (const char *path, FfFileKind *kind, int *user_version, GError **error)
{
  guint8 header[HEADER_SIZE];
  struct stat status;
  g_autofree char *shown = g_filename_display_name (path);
  int version = 0;
  gssize length;
  int fd;

  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  *kind = FF_FILE_MISSING;
  if (fd < 0 && errno == ENOENT)
    return TRUE;
  if (fd < 0 || fstat (fd, &status) < 0)
    {
      ff_file_set_error (errno, path, error);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      close (fd);
      if (S_ISDIR (status.st_mode))
        g_set_error (error, FF_ERROR, FF_ERROR_FOREIGN, _ ("“%s” is a folder. Choose a Fourfold database in it."), shown);
      else
        g_set_error (error, FF_ERROR, FF_ERROR_FOREIGN, _ ("“%s” is not a Fourfold database. Choose another file."), shown);
      return FALSE;
    }

  length = pread (fd, header, sizeof header, 0);
  if (length < 0)
    {
      ff_file_set_error (errno, path, error);
      close (fd);
      return FALSE;
    }
  close (fd);
  if (!judge_header (shown, header, length, &version, error))
    return FALSE;
  *kind = FF_FILE_DATABASE;
  if (user_version != NULL)
    *user_version = version;
  return TRUE;
}

char *
ff_file_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *resolved = realpath (absolute, NULL);
  char *real_folder = NULL;
  char *result;

  if (resolved == NULL)
    real_folder = realpath (folder, NULL);
  if (resolved != NULL)
    result = g_strdup (resolved);
  else if (real_folder != NULL)
    result = g_build_filename (real_folder, name, NULL);
  else
    result = g_steal_pointer (&absolute);
  free (resolved);
  free (real_folder);
  return result;
}

gboolean
ff_file_type_is_remote (guint32 filesystem_type)
{
  static const guint32 remote[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xfe534d42, /* SMB2 */
    0xff534d42, /* CIFS */
    0x65735546, /* FUSE: sshfs, and what cannot be told from it */
    0x01021997, /* 9P */
    0x00c36400, /* Ceph */
    0x5346414f, /* AFS */
    0x73757245, /* Coda */
    0x0bd00bd0, /* Lustre */
  };

  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if (filesystem_type == remote[i])
      return TRUE;
  return FALSE;
}

gboolean
ff_file_is_remote (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs status;

  return statfs (folder, &status) == 0 && ff_file_type_is_remote ((guint32) status.f_type);
}

static gboolean
sync_at (const char *path, int flags, GError **error)
{
  int fd = open (path, flags | O_CLOEXEC);

  /* EINVAL: a file system that cannot make this kind of file last. */
  if (fd < 0 || (fsync (fd) < 0 && errno != EINVAL))
    {
      ff_file_set_error (errno, path, error);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

gboolean
ff_file_sync (const char *path, GError **error)
{
  return sync_at (path, O_RDONLY, error);
}

gboolean
ff_file_sync_parent (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_at (folder, O_RDONLY | O_DIRECTORY, error);
}

char *
ff_file_stamped (const char *path, const char *kind)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");
  const char *suffix = g_str_has_suffix (path, ".fourfold") ? ".fourfold" : "";
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (suffix));
  char *stamped = g_strdup_printf ("%s.%s-%s%s", stem, kind, stamp, suffix);

  for (int i = 2; g_file_test (stamped, G_FILE_TEST_EXISTS); i++)
    {
      g_free (stamped);
      stamped = g_strdup_printf ("%s.%s-%s-%d%s", stem, kind, stamp, i, suffix);
    }
  return stamped;
}
