/* Which rows belong to a class: the way by which each table leads to it, found in the schema. Private to store/. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

/* The column of a table that names its owner. */
typedef struct
{
  const char *table;  /* these are interned */
  const char *column; /* NULL: the table is `run` itself, or leads to no class */
  const char *owner;
  guint depth; /* steps to the class */
} FfTableOwner;

/* FfTableOwner of each journaled table, those nearer to the class first, those without one last. Of several ways the shortest counts, of
   several short ones that of the first column. */
GArray *ff_journal_owners (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The condition that a row of a table belongs to the class $run; NULL: no row does. */
char *ff_journal_owner_condition (GArray *owners, const char *table) G_GNUC_WARN_UNUSED_RESULT;
/* SELECT of the class of the row $id; NULL: the table leads to none. */
char *ff_journal_owner_query (GArray *owners, const char *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
