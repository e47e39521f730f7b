/* What the tests of readers and imports share: files in a folder of their own, and sheets printed on a line. */
#pragma once

#include "ff-sheet.h"

/* A folder that goes away with the test program. */
const char *test_folder (void);
char *test_path (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *test_write_file (const char *name, const char *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
/* g_test_run (), then removes the folder. */
int test_run (void);

/* "1:a|b / 3:c": the record number, then the cells up to the last filled one. */
char *test_print_sheet (const FfSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  const char *name;
  const char *text; /* NULL ends a list */
  guint times;      /* that it is written; 0 is once */
} TestPart;

/* A zip archive of these parts; a missing one of the usual parts of a workbook is filled in unless @bare. */
char *test_write_workbook (const char *name, const TestPart *parts, gboolean bare) G_GNUC_WARN_UNUSED_RESULT;
