/* What a weak item comes from, as a fishbone that is written on: a click on a branch adds a cause, Enter the next one; keys and a menu do the
   rest (FF_COMMANDS_IMPROVEMENT), and a cause is dragged to another branch. */
#pragma once

#include <adwaita.h>

#include "ff-improvements.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_FISHBONE_CARD (ff_fishbone_card_get_type ())
G_DECLARE_FINAL_TYPE (FfFishboneCard, ff_fishbone_card, FF, FISHBONE_CARD, GtkWidget)

GtkWidget *ff_fishbone_card_new (FfWorkspace *workspace, FfOwner owner) G_GNUC_WARN_UNUSED_RESULT;
/* @item NULL: there is none. Both stay the caller's, until the next call. What was selected stays so. */
void ff_fishbone_card_set_item (FfFishboneCard *self, const FfImprovementBoard *board, const FfImprovement *item);

G_END_DECLS
