/* The table trainer; what it shares with other tables is in ff-named-store.h. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  char *name;
  char *kind; /* internal, external, guest */
  char *organisation;
  char *email;
  char *phone;
  char *profile;
  char *public_name; /* what documents show; NULL: the name */
  char *duties;
  gint64 grade_id; /* 0: none */
  char *grade;     /* its name */
  gint64 rate;     /* its, of a class hour, hundredths of the currency; -1: no grade */
} FfTrainer;

void ff_trainer_free (FfTrainer *trainer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTrainer, ff_trainer_free)

/* The live row, or NULL: without an error when there is none. */
FfTrainer *ff_trainer_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfTrainer, by name. @search as typed; NULL: all. */
GPtrArray *ff_trainer_store_list (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean ff_trainer_store_insert (FfDb *db, FfTrainer *trainer, GError **error);
gboolean ff_trainer_store_update (FfDb *db, const FfTrainer *trainer, GError **error);
G_END_DECLS
