/* What the lists of trainers, venues and equipment show: ids filtered and sorted, and a row's figures by its id. */
#pragma once

#include "ff-places.h"
#include "ff-qualifications.h"

G_BEGIN_DECLS

/* Beside those of FfNamedSort. */
#define FF_PLACE_SORT_HOURS (FF_NAMED_SORT_SIZE + 1) /* of trainers: taught this year */

/* gint64 ids; @sort an FfNamedSort or one of the above. */
GArray *ff_place_rows_list (FfDb *db, FfNamed kind, const char *search, int sort, gboolean descending, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  FfTrainer *trainer;
  FfBooking *next;           /* NULL: none to come */
  gint64 hours;              /* taught this year, hundredths */
  FfTrainerQualification *expiring; /* the first that ends; NULL: none does */
} FfTrainerRow;

typedef struct
{
  FfVenue *venue;
  FfBooking *next;
} FfVenueRow;

typedef struct
{
  FfEquipment *equipment;
  FfBooking *next;
} FfEquipmentRow;

/* NULL without an error when it is gone. */
FfTrainerRow *ff_place_rows_read_trainer (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfVenueRow *ff_place_rows_read_venue (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfEquipmentRow *ff_place_rows_read_equipment (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_trainer_row_free (FfTrainerRow *row);
void ff_venue_row_free (FfVenueRow *row);
void ff_equipment_row_free (FfEquipmentRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTrainerRow, ff_trainer_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfVenueRow, ff_venue_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfEquipmentRow, ff_equipment_row_free)

/* How much of a month a venue is booked: minutes of its sessions, provisional ones too, against the teaching hours of the days that
   are worked. A joint session counts once. */
typedef struct
{
  gint64 booked;
  gint64 open;
  int sessions;
} FfVenueUse;

gboolean ff_venue_use_read (FfDb *db, gint64 venue_id, int year, int month, FfVenueUse *use, GError **error);

G_END_DECLS
