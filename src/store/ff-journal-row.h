/* A row in the journal's form, and a column of it put back from there. Private to store/. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

/* SELECT of the row $id of a table as the JSON object that the journal would keep of it. */
FfStatement *ff_journal_row_prepare (FfDb *db, const char *table, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
