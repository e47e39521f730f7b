#pragma once

#include "ff-db-private.h"

G_BEGIN_DECLS

/* Also out of the connection's cache. */
void ff_statement_free (FfStatement *statement);

G_END_DECLS
