/* Answers to a test in a file of answers: what is named as the questionnaire is then the key of a leaf whose source is a test. */
#pragma once

#include "ff-import-kind.h"

G_BEGIN_DECLS

/* FfTestItem of the leaf of that key in a class's scheme; NULL without an error when it has no such test. */
GPtrArray *ff_import_test_read (FfDb *db, gint64 run_id, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A row of somebody's answers, a column for each item by its number. */
FfPut ff_import_test_put (FfImportPass *pass, const FfImportRow *row, gint64 run_id, const char *run, const char *employee_no,
                          const GPtrArray *items, GError **error);

G_END_DECLS
