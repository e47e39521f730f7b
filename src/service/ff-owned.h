/* What putting things that belong to an owner has in common; private to the services. */
#pragma once

#include "ff-owned-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* Ends a put: a new thing (*@id is 0) gets its position and is inserted, one that @changed is updated. */
typedef gboolean (*FfOwnedWrite) (FfDb *db, gpointer thing, GError **error);
FfPut ff_owned_write (FfDb *db, FfOwnedTable table, FfOwner owner, gpointer thing, const gint64 *id, int *position, gboolean changed,
                      FfOwnedWrite insert, FfOwnedWrite update, GError **error);

/* Takes a layer by its key or title; "" is all of them (0). NULL leaves it alone. */
gboolean ff_owned_take_layer (FfDb *db, gint64 *layer_id, const char *text, gboolean *changed, GError **error);
/* A text that must be there: FF_ERROR_INVALID with @message when it is empty. */
gboolean ff_owned_need (const char *stored, const char *field, const char *message, GError **error);
/* What a read means by NULL without an error. Takes @thing and returns it. */
gpointer ff_owned_found (gpointer thing, GError *local_error, GError **error);

G_END_DECLS
