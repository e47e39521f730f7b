/* What many statements read or bind: dates and times, numbers that may be left open. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* FF_NO_DAY and FF_NO_TIME stand for NULL. */
FfDay ff_statement_get_day (FfStatement *statement, int column);
FfMinute ff_statement_get_time (FfStatement *statement, int column);
void ff_statement_bind_day (FfStatement *statement, const char *name, FfDay day);
void ff_statement_bind_time (FfStatement *statement, const char *name, FfMinute time);

/* -1 stands for NULL. */
gint64 ff_statement_get_number (FfStatement *statement, int column);
void ff_statement_bind_number (FfStatement *statement, const char *name, gint64 value);

/* Adds what @describe says about each row that @sql (a literal without parameters) finds. */
gboolean ff_statement_describe_rows (FfDb *db, const char *sql, char *(*describe) (FfStatement *row), GPtrArray *sentences,
                                     GError **error);

G_END_DECLS
