/* The table wave: when the behaviour of a class is looked at again. The first look has no row; evaluation dates it. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 run_id;
  int number; /* from 2 on; responses name it */
  int days;   /* after the end of the class */
  char *title; /* NULL: called by its days */
} FfWave;

void ff_wave_free (FfWave *wave);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfWave, ff_wave_free)

/* FfWave by days. */
GPtrArray *ff_wave_store_list (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfWave *ff_wave_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The first number that no wave and no response of the class has had; -1 on error. */
int ff_wave_store_next_number (FfDb *db, gint64 run_id, GError **error);
/* How many forms were answered in that wave, with names and without; -1 on error. */
int ff_wave_store_count_responses (FfDb *db, gint64 run_id, int number, GError **error);
/* Sets the id. The update leaves class and number alone. */
gboolean ff_wave_store_insert (FfDb *db, FfWave *wave, GError **error);
gboolean ff_wave_store_update (FfDb *db, const FfWave *wave, GError **error);
gboolean ff_wave_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
