/* How criteria with their levels are checked and written, whether they belong to a component of a scheme or to a rubric of the library;
   private to the services. */
#pragma once

#include "ff-criterion-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

#define FF_CRITERIA_KEY_MAX 64

/* A key and a title as they are kept; a missing title becomes the key. */
gboolean ff_criteria_clean_key_and_title (char **key, char **title, const char *field, GError **error);
gboolean ff_criteria_clean (GPtrArray *criteria, const char *field, GError **error);
FfCriterion *ff_criteria_find_by_id (const GPtrArray *criteria, gint64 id);
/* Which stored criterion or level is which: first by an id that the owner has, then a criterion by a key and a level by a place that
   nobody claimed. Ids of another owner, as in a copy, count for nothing, nor does one that stands twice. Either may be NULL. */
void ff_criteria_adopt_ids (GPtrArray *criteria, const GPtrArray *stored);
/* Makes what is stored for the owner that of @criteria (NULL: nothing), whose ids were adopted; unchanged rows stay out of the journal.
   @changed is set, never cleared. */
gboolean ff_criteria_write (FfDb *db, FfCriteriaOf of, gint64 owner_id, GPtrArray *criteria, const GPtrArray *stored, gboolean *changed,
                            GError **error);

G_END_DECLS
