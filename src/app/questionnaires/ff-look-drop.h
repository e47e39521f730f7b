/* A choice among the looks at behaviour of a class, with their days. */
#pragma once

#include <gtk/gtk.h>

#include "ff-db.h"

G_BEGIN_DECLS

/* Fills @drop and chooses the last look that is due. Leaves it empty where there is no class. */
void ff_look_drop_fill (GtkDropDown *drop, FfDb *db, gint64 run_id);
/* The number of a look, as forms name it; 1 where there is nothing to choose. */
int ff_look_drop_get (GtkDropDown *drop);
void ff_look_drop_set (GtkDropDown *drop, int number);

G_END_DECLS
