/* What the tests of imports share: a database of their own, files from text, and results printed on a line. */
#pragma once

#include "ff-import.h"
#include "test-support.h"

/* A new database in the test's folder, empty, open for writing. */
FfDb *test_open_database (void) G_GNUC_WARN_UNUSED_RESULT;

/* Imports @text as a CSV file; asserts that no error comes up. */
FfImportResult *test_import (FfDb *db, const char *kind, const char *text, FfImportFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* "2 new, 1 changed, 0 unchanged, 1 rejected", then for each reject " | 4:姓名", then " | applied" or " | refused". */
char *test_print_result (const FfImportResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* Imports and compares with what test_print_result () prints. */
void test_expect (FfDb *db, const char *kind, const char *text, FfImportFlags flags, const char *expected);
/* Whether one of the sentences contains @part. */
gboolean test_says (GPtrArray *sentences, const char *part);
