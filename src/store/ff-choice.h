/* One entry of a list to choose from: a layer, a department, a trainer, a venue. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  char *key;   /* of a layer; NULL otherwise */
  char *title; /* in the reader's language; a department's path */
} FfChoice;

void ff_choice_free (FfChoice *choice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfChoice, ff_choice_free)

G_END_DECLS
