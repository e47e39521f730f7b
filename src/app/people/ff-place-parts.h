/* The cards of the pages of a trainer and of a venue; the owner is its id. */
#pragma once

#include "ff-part-list.h"

G_BEGIN_DECLS

extern const FfPartKind ff_trainer_facts;
extern const FfPartKind ff_trainer_qualifications;
extern const FfPartKind ff_trainer_courses;
extern const FfPartKind ff_trainer_unavailability;
extern const FfPartKind ff_trainer_bookings; /* part-activated: a session */
extern const FfPartKind ff_trainer_taught;

extern const FfPartKind ff_venue_facts;
extern const FfPartKind ff_venue_zones;
extern const FfPartKind ff_venue_equipment;
extern const FfPartKind ff_venue_unavailability;
extern const FfPartKind ff_venue_bookings; /* part-activated: a session */
extern const FfPartKind ff_venue_use;

extern const FfPartKind ff_trainee_unavailability;

/* No parts yet. */
GPtrArray *ff_place_parts_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Adds what is known of a thing, a row that opens its editor; nothing for a NULL @text. */
void ff_place_parts_add_fact (GPtrArray *parts, gint64 id, const char *title, const char *text);

G_END_DECLS
