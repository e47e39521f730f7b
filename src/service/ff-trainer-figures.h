/* What trainers taught in a year, and what that costs (RULES, 8): from sessions that were held. A joint session counts once. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  int sessions;
  gint64 hours; /* class hours, hundredths */
  gint64 fee;   /* hundredths of the currency; -1: the trainer has no grade */
} FfTaught;

typedef struct
{
  int year;
  gint64 rate; /* of a class hour by the trainer's grade; -1: none */
  FfTaught months[12];
  FfTaught total; /* the sum of the months */
} FfTrainerFigures;

/* Of a trainer in a year, up to now. */
gboolean ff_trainer_figures_read (FfDb *db, gint64 trainer_id, int year, FfTrainerFigures *figures, GError **error);
/* The hours of every trainer who taught in it: gint64 id → gint64 hours in hundredths. */
GHashTable *ff_trainer_figures_hours (FfDb *db, int year, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
