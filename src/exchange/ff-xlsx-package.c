#include "config.h"

#include "ff-xlsx-package.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <minizip/unzip.h>
#include <string.h>

#define MAX_PARTS 2000
#define MAX_INFLATED (512LL * 1024 * 1024)
#define MAX_PART_NAME 512
#define MAX_DEPTH 64
#define CHUNK (64 * 1024)

struct _FfXlsxPackage
{
  unzFile zip;
  GHashTable *parts; /* lower-case name → unz_file_pos */
  gint64 inflated;   /* bytes of all parts so far, as they came out, whatever the archive declares */
};

struct _FfXmlParse
{
  XML_Parser parser;
  const FfXmlHandlers *handlers;
  gpointer user_data;
  GError *error;
  guint depth;
};

void
ff_xlsx_set_damaged (GError **error)
{
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
               _ ("The workbook is damaged or cut off: open it in a spreadsheet program and save it again as .xlsx."));
}

/* Some programs write backslashes, and part names are the same in any case. */
static char *
normalize_part (const char *name)
{
  char *part = g_ascii_strdown (*name == '/' ? name + 1 : name, -1);

  return g_strdelimit (part, "\\", '/');
}

static gboolean
list_parts (FfXlsxPackage *package)
{
  char name[MAX_PART_NAME];
  unz_file_info64 info;
  guint n = 0;
  int code = unzGoToFirstFile (package->zip);

  for (; code == UNZ_OK; code = unzGoToNextFile (package->zip))
    {
      unz_file_pos position;

      if (++n > MAX_PARTS)
        return FALSE;
      if (unzGetCurrentFileInfo64 (package->zip, &info, name, sizeof name - 1, NULL, 0, NULL, 0) != UNZ_OK)
        return FALSE;
      name[MIN (info.size_filename, sizeof name - 1)] = '\0';
      if (info.size_filename >= sizeof name || unzGetFilePos (package->zip, &position) != UNZ_OK)
        continue;
      g_hash_table_insert (package->parts, normalize_part (name), g_memdup2 (&position, sizeof position));
    }
  return code == UNZ_END_OF_LIST_OF_FILE;
}

FfXlsxPackage *
ff_xlsx_package_open (const char *path, GError **error)
{
  g_autoptr (FfXlsxPackage) package = g_new0 (FfXlsxPackage, 1);

  package->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  package->zip = unzOpen64 (path);
  if (package->zip == NULL || !list_parts (package))
    {
      ff_xlsx_set_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&package);
}

void
ff_xlsx_package_free (FfXlsxPackage *package)
{
  if (package == NULL)
    return;
  if (package->zip != NULL)
    unzClose (package->zip);
  g_hash_table_unref (package->parts);
  g_free (package);
}

gboolean
ff_xlsx_package_has (FfXlsxPackage *package, const char *part)
{
  g_autofree char *name = normalize_part (part);

  return g_hash_table_contains (package->parts, name);
}

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

const char *
ff_xml_attribute (const char **attributes, const char *name)
{
  for (; *attributes != NULL; attributes += 2)
    if (g_str_equal (local_name (attributes[0]), name))
      return attributes[1];
  return NULL;
}

void
ff_xml_parse_fail (FfXmlParse *parse, GError *error)
{
  if (parse->error == NULL)
    parse->error = error;
  else
    g_error_free (error);
  XML_StopParser (parse->parser, XML_FALSE);
}

static void
on_start (void *data, const char *name, const char **attributes)
{
  FfXmlParse *parse = data;

  /* expat may still deliver what it has read when it is stopped. */
  if (parse->error != NULL)
    return;
  if (++parse->depth > MAX_DEPTH)
    {
      GError *error = NULL;

      ff_xlsx_set_damaged (&error);
      ff_xml_parse_fail (parse, error);
      return;
    }
  parse->handlers->start (parse, local_name (name), attributes, parse->user_data);
}

static void
on_end (void *data, const char *name)
{
  FfXmlParse *parse = data;

  if (parse->error != NULL)
    return;
  parse->depth--;
  parse->handlers->end (parse, local_name (name), parse->user_data);
}

static void
on_text (void *data, const char *text, int length)
{
  FfXmlParse *parse = data;

  if (parse->error == NULL && parse->handlers->text != NULL)
    parse->handlers->text (parse, text, length, parse->user_data);
}

static void
on_doctype (void *data, const char *name, const char *system_id, const char *public_id, int has_subset)
{
  ff_xml_parse_fail (data, g_error_new (FF_ERROR, FF_ERROR_INVALID,
                                        _ ("The workbook holds a document type declaration, which no spreadsheet program writes: "
                                           "open it in one and save it again as .xlsx.")));
}

static gboolean
feed (FfXlsxPackage *package, FfXmlParse *parse, GCancellable *cancellable, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  int n;

  do
    {
      n = unzReadCurrentFile (package->zip, chunk, CHUNK);
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, FF_ERROR, FF_ERROR_CANCELLED, _ ("The file was not read to its end, since you cancelled."));
          return FALSE;
        }
      package->inflated += MAX (n, 0);
      if (package->inflated > MAX_INFLATED)
        {
          g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                       _ ("The workbook unpacks to more than %d MB: save the sheet alone in a new workbook."),
                       (int) (MAX_INFLATED / 1024 / 1024));
          return FALSE;
        }
      if (n < 0 || XML_Parse (parse->parser, chunk, n, n == 0) != XML_STATUS_OK || parse->error != NULL)
        {
          if (parse->error != NULL)
            g_propagate_error (error, g_steal_pointer (&parse->error));
          else
            ff_xlsx_set_damaged (error);
          return FALSE;
        }
    }
  while (n > 0);
  return TRUE;
}

gboolean
ff_xlsx_package_parse (FfXlsxPackage *package, const char *part, const FfXmlHandlers *handlers, gpointer user_data,
                       GCancellable *cancellable, GError **error)
{
  g_autofree char *name = normalize_part (part);
  unz_file_pos *position = g_hash_table_lookup (package->parts, name);
  FfXmlParse parse = { .handlers = handlers, .user_data = user_data };
  gboolean ok;

  if (position == NULL || unzGoToFilePos (package->zip, position) != UNZ_OK || unzOpenCurrentFile (package->zip) != UNZ_OK)
    {
      ff_xlsx_set_damaged (error);
      return FALSE;
    }

  parse.parser = XML_ParserCreate (NULL);
  XML_SetUserData (parse.parser, &parse);
  XML_SetElementHandler (parse.parser, on_start, on_end);
  XML_SetCharacterDataHandler (parse.parser, on_text);
  XML_SetStartDoctypeDeclHandler (parse.parser, on_doctype);
  ok = feed (package, &parse, cancellable, error);
  XML_ParserFree (parse.parser);
  g_clear_error (&parse.error);

  /* Closing tells whether the checksum was right. */
  if (unzCloseCurrentFile (package->zip) != UNZ_OK && ok)
    {
      ff_xlsx_set_damaged (error);
      ok = FALSE;
    }
  return ok;
}
