/* Trainees, trainers, venues and equipment. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_PEOPLE_PAGE (ff_people_page_get_type ())
G_DECLARE_FINAL_TYPE (FfPeoplePage, ff_people_page, FF, PEOPLE_PAGE, FfPage)

G_END_DECLS
