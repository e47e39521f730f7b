/* Running the main loop until something has happened. Where nothing does, the test ends and says which wait it was. */
#pragma once

#include <glib.h>

/* Seconds. FOURFOLD_TEST_PATIENCE overrides it where everything is many times slower, as when leaks are traced. */
static inline guint
wait_patience (void)
{
  const char *seconds = g_getenv ("FOURFOLD_TEST_PATIENCE");

  return seconds != NULL ? (guint) g_ascii_strtoull (seconds, NULL, 10) : 30;
}

static inline gboolean
wait_failed (gpointer where)
{
  g_error ("Nothing happened for too long: %s", (const char *) where);
  return G_SOURCE_REMOVE;
}

#define WAIT_UNTIL(condition) \
  G_STMT_START \
  { \
    guint timeout = g_timeout_add_seconds (wait_patience (), wait_failed, (gpointer) G_STRLOC ": " #condition); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (timeout); \
  } \
  G_STMT_END
