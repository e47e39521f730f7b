/* Use cases about what a session needs: trainers, venues, equipment. */
#pragma once

#include "ff-equipment-store.h"
#include "ff-named-store.h"
#include "ff-put.h"
#include "ff-trainer-store.h"
#include "ff-venue-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* the key */
  const char *kind; /* internal, external, guest, 内部 … */
  const char *organisation;
  const char *email;
  const char *phone;
  const char *profile;
  const char *public_name; /* what documents show in place of the name */
  const char *duties;
  const char *grade;       /* the name of one that exists */
} FfTrainerDraft;

typedef struct
{
  const char *name;     /* the key */
  const char *capacity; /* a number */
  const char *setup_minutes;
  const char *address;
  const char *site;     /* travelling from one to another takes time */
  const char *fallback; /* the name of another venue */
  const char *note;
} FfVenueDraft;

typedef struct
{
  const char *name;  /* the key */
  const char *count; /* movable ones, a number */
} FfEquipmentDraft;

/* @update_id: 0 finds by name and adds when unknown; else edits that row (its name may change). @id may be NULL. */
FfPut ff_people_put_trainer (FfDb *db, gint64 update_id, const FfTrainerDraft *draft, gint64 *id, GError **error);
FfPut ff_people_put_venue (FfDb *db, gint64 update_id, const FfVenueDraft *draft, gint64 *id, GError **error);
FfPut ff_people_put_equipment (FfDb *db, gint64 update_id, const FfEquipmentDraft *draft, gint64 *id, GError **error);
FfTrainer *ff_people_read_trainer (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfVenue *ff_people_read_venue (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfEquipment *ff_people_read_equipment (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* FfChoice of the live ones, by name; @search as typed, NULL: all. */
GPtrArray *ff_people_list_trainers (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_people_list_venues (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_people_list_equipment (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfTrainer and FfVenue, by name. */
GPtrArray *ff_people_search_trainers (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_people_search_venues (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* FfBooking by time: the sessions to come, of live classes and not cancelled, that need it. At most @limit, -1: all. */
GPtrArray *ff_people_bookings (FfDb *db, FfNamed kind, gint64 id, int limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Refuse while a session to come or a venue needs them, and name it. */
gboolean ff_people_delete_trainer (FfDb *db, gint64 id, GError **error);
gboolean ff_people_delete_venue (FfDb *db, gint64 id, GError **error);
gboolean ff_people_delete_equipment (FfDb *db, gint64 id, GError **error);

/* In the reader's language. */
const char *ff_trainer_kind_title (const char *kind);

G_END_DECLS
