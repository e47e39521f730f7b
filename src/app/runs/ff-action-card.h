/* An action on the board: its level, what is done, its measure before and after, who is in charge and how it stands. */
#pragma once

#include <gtk/gtk.h>

#include "ff-improvement-actions.h"

G_BEGIN_DECLS

/* A row of a column; everything on it is read as one sentence. */
GtkWidget *ff_action_card_new (const FfAction *action, FfDay today) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_action_card_get_id (GtkWidget *card);

G_END_DECLS
