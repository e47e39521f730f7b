/* The lists of trainers, venues and equipment. */
#pragma once

#include "ff-list-view.h"

G_BEGIN_DECLS

extern const FfListKind ff_trainer_list;
extern const FfListKind ff_venue_list;
extern const FfListKind ff_equipment_list;

G_END_DECLS
