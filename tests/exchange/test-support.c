#include "config.h"

#include "test-support.h"

#include <glib/gstdio.h>
#include <minizip/zip.h>
#include <string.h>

static char *folder;

const char *
test_folder (void)
{
  if (folder == NULL)
    folder = g_dir_make_tmp ("fourfold-test-XXXXXX", NULL);
  g_assert_nonnull (folder);
  return folder;
}

char *
test_path (const char *name)
{
  return g_build_filename (test_folder (), name, NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

int
test_run (void)
{
  int result = g_test_run ();

  if (folder != NULL)
    remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  return result;
}

char *
test_write_file (const char *name, const char *data, gsize length)
{
  char *path = test_path (name);

  g_unlink (path);
  g_assert_true (g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return path;
}

char *
test_print_sheet (const FfSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const FfSheetRow *row = ff_sheet_get_row (sheet, i);
      const FfCell *cells = ff_sheet_get_cells (sheet, row);
      guint column = 0;

      g_string_append_printf (text, "%s%u:", i > 0 ? " / " : "", row->record);
      for (guint j = 0; j < row->n_cells; j++)
        {
          for (; column < cells[j].column; column++)
            g_string_append_c (text, '|');
          g_string_append (text, ff_sheet_get_text (sheet, &cells[j]));
        }
    }
  return g_string_free (text, FALSE);
}


static const TestPart usual_parts[] = {
  { "_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' "
                   "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
                   "Target='xl/workbook.xml'/></Relationships>" },
  { "xl/workbook.xml", "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
                       "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='Sheet1' "
                       "sheetId='1' r:id='rId1'/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
    "Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='rId2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' "
    "Target='sharedStrings.xml'/>"
    "<Relationship Id='rId3' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/>"
    "</Relationships>" },
  { "xl/sharedStrings.xml", "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>" },
  { "xl/styles.xml", "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>" },
};

static void
add_part (zipFile zip, const TestPart *part)
{
  gsize length = strlen (part->text);

  g_assert_cmpint (zipOpenNewFileInZip (zip, part->name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, Z_BEST_SPEED), ==, ZIP_OK);
  for (guint i = 0; i < MAX (part->times, 1); i++)
    g_assert_cmpint (zipWriteInFileInZip (zip, part->text, length), ==, ZIP_OK);
  g_assert_cmpint (zipCloseFileInZip (zip), ==, ZIP_OK);
}

char *
test_write_workbook (const char *name, const TestPart *parts, gboolean bare)
{
  char *path = test_path (name);
  zipFile zip = zipOpen (path, APPEND_STATUS_CREATE);

  g_assert_nonnull (zip);
  for (const TestPart *part = parts; part->name != NULL; part++)
    add_part (zip, part);
  for (gsize i = 0; !bare && i < G_N_ELEMENTS (usual_parts); i++)
    {
      gboolean given = FALSE;

      for (const TestPart *part = parts; part->name != NULL; part++)
        given = given || g_str_equal (part->name, usual_parts[i].name);
      if (!given)
        add_part (zip, &usual_parts[i]);
    }
  g_assert_cmpint (zipClose (zip, NULL), ==, ZIP_OK);
  return path;
}
