/* A list of people as somebody pastes it: numbers or names from a column, a mail, or a chat in which everybody adds a line (接龙):
   "1. 张三 2. 李四". Tells the entries apart and what in each may name a person; who that is, the caller looks up. Nothing is guessed
   and nothing dropped: what stands before the first number of a counted list is kept as its heading. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint line;       /* of the paste, from 1 */
  char *text;       /* the entry without its number in the list */
  char **words;     /* what may be an employee number or a name: the whole entry first, then its parts */
  gboolean heading; /* stands before a counted list and is no entry */
} FfNumberEntry;

void ff_number_entry_free (FfNumberEntry *entry);

/* FfNumberEntry in the order of the paste. NULL is "". */
GPtrArray *ff_number_list_read (const char *paste) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
