#include "config.h"

#include "ff-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-error.h"

struct _FfLock
{
  char *path;
  int fd;
  gboolean was_left;
};

static char *
holder_describe (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *since = g_date_time_format (now, "%Y-%m-%d %H:%M");

  return g_strdup_printf ("user=%s\nhost=%s\npid=%ld\nsince=%s\n", g_get_user_name (), g_get_host_name (),
                          (long) getpid (), since);
}

static char *
holder_field (const char *text, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], key) && lines[i][strlen (key)] == '=')
      return g_strdup (lines[i] + strlen (key) + 1);
  return NULL;
}

static void
set_busy (int fd, const char *db_path, GError **error)
{
  char text[512] = "";
  gssize length = pread (fd, text, sizeof text - 1, 0);
  g_autofree char *name = g_path_get_basename (db_path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *valid = g_utf8_make_valid (text, MAX (length, 0));
  g_autofree char *user = holder_field (valid, "user");
  g_autofree char *host = holder_field (valid, "host");
  g_autofree char *pid = holder_field (valid, "pid");
  g_autofree char *since = holder_field (valid, "since");

  if (user != NULL && host != NULL && pid != NULL && since != NULL)
    /* Translators: file name, user, computer, process number, date and time */
    g_set_error (error, FF_ERROR, FF_ERROR_BUSY,
                 _ ("“%s” is being written by %s on %s (process %s, since %s). Close it there and try again."), shown, user,
                 host, pid, since);
  else
    g_set_error (error, FF_ERROR, FF_ERROR_BUSY,
                 _ ("“%s” is being written by another program. Close it there and try again."), shown);
}

static void
set_cannot_lock (int saved_errno, const char *db_path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (db_path);
  g_autofree char *shown = g_filename_display_name (folder);

  if (saved_errno == ENOSPC || saved_errno == EDQUOT || saved_errno == EIO)
    g_set_error (error, FF_ERROR, FF_ERROR_FULL,
                 _ ("The disk that holds “%s” is full or fails. Free some space and try again."), shown);
  else if (saved_errno == ENOENT)
    g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("The folder “%s” does not exist."), shown);
  else
    g_set_error (error, FF_ERROR, FF_ERROR_READ_ONLY,
                 _ ("The folder “%s” cannot be written (%s). Copy the database to a folder of your own."), shown,
                 g_strerror (saved_errno));
}

/* FALSE with errno 0: somebody else removed the file between opening and locking it, so the lock is worth nothing. */
static gboolean
take_once (FfLock *lock, const char *db_path, GError **error)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  struct stat mine, there;

  lock->fd = open (lock->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (lock->fd < 0)
    {
      set_cannot_lock (errno, db_path, error);
      return FALSE;
    }
  if (fcntl (lock->fd, F_OFD_SETLK, &whole) < 0)
    {
      if (errno == EAGAIN || errno == EACCES)
        set_busy (lock->fd, db_path, error);
      else
        set_cannot_lock (errno, db_path, error);
      return FALSE;
    }
  return fstat (lock->fd, &mine) == 0 && stat (lock->path, &there) == 0 && mine.st_ino == there.st_ino
         && mine.st_dev == there.st_dev;
}

FfLock *
ff_lock_take (const char *db_path, GError **error)
{
  g_autofree FfLock *lock = g_new0 (FfLock, 1);
  g_autofree char *path = g_strconcat (db_path, ".lock", NULL);
  g_autofree char *text = holder_describe ();
  GError *local_error = NULL;
  struct stat status;

  lock->path = path;
  while (!take_once (lock, db_path, &local_error))
    {
      if (lock->fd >= 0)
        close (lock->fd);
      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return NULL;
        }
    }

  lock->was_left = fstat (lock->fd, &status) == 0 && status.st_size > 0;
  if (ftruncate (lock->fd, 0) < 0 || pwrite (lock->fd, text, strlen (text), 0) != (gssize) strlen (text))
    {
      set_cannot_lock (errno, db_path, error);
      close (lock->fd);
      return NULL;
    }
  g_steal_pointer (&path);
  return g_steal_pointer (&lock);
}

gboolean
ff_lock_was_left (FfLock *lock)
{
  return lock->was_left;
}

void
ff_lock_release (FfLock *lock)
{
  if (lock == NULL)
    return;
  /* The file goes before the lock, so that nobody finds a file of ours that is not locked. */
  unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
