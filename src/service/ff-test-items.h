/* How the items of a test paper are checked and written with the scheme that they belong to; private to the services. */
#pragma once

#include "ff-put.h"
#include "ff-test-paper.h"

G_BEGIN_DECLS

/* Texts as they are kept: one line each, the key of a choice as its letters. */
void ff_test_items_clean (GPtrArray *items);
/* Which stored item is which: by its key. Either may be NULL. */
void ff_test_items_adopt_ids (GPtrArray *items, const GPtrArray *stored);
/* Refuses to take an item away that has answers, to make another kind of it, and to let it give less than somebody has. */
gboolean ff_test_items_check (FfDb *db, const GPtrArray *items, const GPtrArray *stored, GError **error);
/* Makes what is stored for the component that of @items (NULL: nothing), whose ids were adopted; unchanged rows stay out of the journal.
   @changed is set, never cleared. */
gboolean ff_test_items_write (FfDb *db, gint64 component_id, GPtrArray *items, const GPtrArray *stored, gboolean *changed, GError **error);

G_END_DECLS
