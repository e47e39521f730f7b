/* The table equipment: things of which there are so many to lend. What it shares with other tables is in ff-named-store.h. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  char *name;
  int count;     /* movable ones, that sessions share */
  int in_venues; /* those that stand somewhere for good */
} FfEquipment;

void ff_equipment_free (FfEquipment *equipment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfEquipment, ff_equipment_free)

/* The live row, or NULL: without an error when there is none. */
FfEquipment *ff_equipment_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Write the name and the count. */
gboolean ff_equipment_store_insert (FfDb *db, FfEquipment *equipment, GError **error);
gboolean ff_equipment_store_update (FfDb *db, const FfEquipment *equipment, GError **error);

G_END_DECLS
