/* The triggers that keep the journal, generated from the schema. Private to store/. */
#pragma once

#include "ff-db-private.h"

G_BEGIN_DECLS

/* The tables with a `version` column, in order of name. */
GPtrArray *ff_journal_tables (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_journal_columns (FfDb *db, const char *table, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Stored triggers that refuse a write to a user table while no batch is open. */
gboolean ff_journal_drop_guards (FfDb *db, GError **error);
gboolean ff_journal_create_guards (FfDb *db, GError **error);

/* The writer's TEMP triggers that note each change of a row. */
gboolean ff_journal_install (FfDb *db, GError **error);

G_END_DECLS
