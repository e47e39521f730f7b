/* The people of a leaf that is being marked, at the side: how far each is, one team or all, and who is in front of you. */
#pragma once

#include <gtk/gtk.h>

#include "ff-marking-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_MARKING_PEOPLE (ff_marking_people_get_type ())
G_DECLARE_FINAL_TYPE (FfMarkingPeople, ff_marking_people, FF, MARKING_PEOPLE, GtkBox)

/* Signal chosen (guint person): by a click. */

GtkWidget *ff_marking_people_new (FfMarkingSheet *sheet);
void ff_marking_people_set_current (FfMarkingPeople *self, guint person);

G_END_DECLS
