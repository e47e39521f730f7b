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
/* An array of FfChoice that frees them. */
GPtrArray *ff_choices_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
