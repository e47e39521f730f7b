/* Who filled in a form about somebody: himself, his supervisor or a peer, by one key; of a peer the name too, so that the forms of two can be
   told apart. */
#pragma once

#include <gtk/gtk.h>

#include "ff-response.h"

G_BEGIN_DECLS

#define FF_TYPE_FORM_RATER (ff_form_rater_get_type ())
G_DECLARE_FINAL_TYPE (FfFormRater, ff_form_rater, FF, FORM_RATER, GtkBox)

/* Signals
   changed (): another rater or name stands there.
   chosen (): a key has said who it was, and the form can go on. */

void ff_form_rater_set (FfFormRater *self, FfRaterRole role, const char *name);
/* FF_RATER_ROLE_NONE until it was said. */
FfRaterRole ff_form_rater_get_role (FfFormRater *self);
/* "" for none. */
const char *ff_form_rater_get_name (FfFormRater *self);
/* Waits for the key. */
void ff_form_rater_grab (FfFormRater *self);
/* Waits for the name of a peer. */
void ff_form_rater_grab_name (FfFormRater *self);

G_END_DECLS
