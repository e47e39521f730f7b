/* Hand-ins of a class: who has handed in what, when, and how it was marked. A view of the tab Assignments. */
#pragma once

#include "ff-grid-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_HAND_INS_PAGE (ff_hand_ins_page_get_type ())
G_DECLARE_FINAL_TYPE (FfHandInsPage, ff_hand_ins_page, FF, HAND_INS_PAGE, FfGridTab)

G_END_DECLS
