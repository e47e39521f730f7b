/* The table trainer. */
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
} FfTrainer;

void ff_trainer_free (FfTrainer *trainer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTrainer, ff_trainer_free)

/* The live row, or NULL: without an error when there is none. */
FfTrainer *ff_trainer_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_trainer_store_find (FfDb *db, const char *name, GError **error); /* 0 if there is none, -1 on error */
/* FfTrainer, by name. @search as typed; NULL: all. */
GPtrArray *ff_trainer_store_list (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean ff_trainer_store_insert (FfDb *db, FfTrainer *trainer, GError **error);
gboolean ff_trainer_store_update (FfDb *db, const FfTrainer *trainer, GError **error);
gboolean ff_trainer_store_mark_deleted (FfDb *db, gint64 id, GError **error);
/* "CX-101-02 S3 2026-09-22 09:00" of the first session of a live class, not cancelled, that ends after @now
   ('YYYY-MM-DD HH:MM') and needs this trainer; NULL without an error when there is none. */
char *ff_trainer_store_next_session (FfDb *db, gint64 id, const char *now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one sentence for each thing that is wrong. */
gboolean ff_trainer_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
