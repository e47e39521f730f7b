/* The weak items of a cycle as a Pareto chart: one is chosen by a click or by arrows and Enter, and is then looked into. */
#pragma once

#include <adwaita.h>

#include "ff-improvements.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_WEAK_ITEMS_CARD (ff_weak_items_card_get_type ())
G_DECLARE_FINAL_TYPE (FfWeakItemsCard, ff_weak_items_card, FF, WEAK_ITEMS_CARD, GtkWidget)

/* Signal: item-chosen (gint64 id). */

GtkWidget *ff_weak_items_card_new (FfWorkspace *workspace, FfOwner owner) G_GNUC_WARN_UNUSED_RESULT;
/* @chosen: the item that is looked into; 0: none. @board stays the caller's, until the next call. */
void ff_weak_items_card_set_board (FfWeakItemsCard *self, const FfImprovementBoard *board, gint64 chosen);

G_END_DECLS
