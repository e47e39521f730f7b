/* The workbook reader: relations → workbook → shared strings and styles → one sheet, each part streamed through expat. */
#include "config.h"

#include "ff-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-xlsx-package.h"
#include "ff-xlsx-sheet.h"
#include "ff-xlsx-styles.h"

#define MAX_SHEETS 1000
#define MAX_STRINGS 4000000

/* Relations --------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *id;
  char *type; /* the last part of its address, which the strict and the transitional form share */
  char *target;
} Relation;

static void
relation_free (Relation *relation)
{
  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

typedef struct
{
  GPtrArray *relations;
  const char *base; /* the folder that targets are relative to */
} Relations;

/* "../worksheets/sheet1.xml" seen from "xl/" is "worksheets/sheet1.xml"; never anything outside of the archive. */
static char *
resolve_target (const char *base, const char *target)
{
  g_autofree char *joined = *target == '/' ? g_strdup (target) : g_strconcat (base, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **step = steps; *step != NULL; step++)
    {
      if (g_str_equal (*step, "..") && kept->len > 0)
        g_ptr_array_set_size (kept, kept->len - 1);
      else if (**step != '\0' && !g_str_equal (*step, ".") && !g_str_equal (*step, ".."))
        g_ptr_array_add (kept, *step);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
on_relation_start (FfXmlParse *parse, const char *element, const char **attributes, gpointer user_data)
{
  Relations *state = user_data;
  const char *id = ff_xml_attribute (attributes, "Id");
  const char *type = ff_xml_attribute (attributes, "Type");
  const char *target = ff_xml_attribute (attributes, "Target");
  const char *mode = ff_xml_attribute (attributes, "TargetMode");

  if (!g_str_equal (element, "Relationship") || id == NULL || type == NULL || target == NULL || g_strcmp0 (mode, "External") == 0)
    return;

  const char *slash = strrchr (type, '/');
  Relation *relation = g_new0 (Relation, 1);

  relation->id = g_strdup (id);
  relation->type = g_strdup (slash != NULL ? slash + 1 : type);
  relation->target = resolve_target (state->base, target);
  g_ptr_array_add (state->relations, relation);
}

static void
on_nothing_end (FfXmlParse *parse, const char *element, gpointer user_data)
{
}

static GPtrArray *
read_relations (FfXlsxPackage *package, const char *part, const char *base, GCancellable *cancellable, GError **error)
{
  static const FfXmlHandlers handlers = { on_relation_start, on_nothing_end, NULL };
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  Relations state = { relations, base };

  if (!ff_xlsx_package_parse (package, part, &handlers, &state, cancellable, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const char *
find_target (GPtrArray *relations, const char *id, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (g_str_equal (relation->type, type) && (id == NULL || g_str_equal (relation->id, id)))
        return relation->target;
    }
  return NULL;
}

/* The workbook's list of sheets ----------------------------------------------------------------------------------- */

typedef struct
{
  char *name;
  char *relation_id;
  gboolean hidden;
} SheetEntry;

static void
sheet_entry_free (SheetEntry *entry)
{
  g_free (entry->name);
  g_free (entry->relation_id);
  g_free (entry);
}

typedef struct
{
  GPtrArray *sheets;
  gboolean from_1904;
} Workbook;

static void
on_workbook_start (FfXmlParse *parse, const char *element, const char **attributes, gpointer user_data)
{
  Workbook *workbook = user_data;

  if (g_str_equal (element, "workbookPr"))
    {
      const char *value = ff_xml_attribute (attributes, "date1904");

      workbook->from_1904 = g_strcmp0 (value, "1") == 0 || g_strcmp0 (value, "true") == 0;
    }
  else if (g_str_equal (element, "sheet") && workbook->sheets->len < MAX_SHEETS)
    {
      const char *name = ff_xml_attribute (attributes, "name");
      const char *id = ff_xml_attribute (attributes, "id");
      const char *state = ff_xml_attribute (attributes, "state");
      SheetEntry *entry;

      if (name == NULL || id == NULL)
        return;
      entry = g_new0 (SheetEntry, 1);
      entry->name = g_strdup (name);
      entry->relation_id = g_strdup (id);
      entry->hidden = state != NULL && !g_str_equal (state, "visible");
      g_ptr_array_add (workbook->sheets, entry);
    }
}

/* Shared strings --------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfSheet *sheet;
  GArray *strings; /* guint32 offsets into the sheet's text */
  GString *value;
  gboolean in_text;
  guint phonetic;
} SharedStrings;

static void
on_string_start (FfXmlParse *parse, const char *element, const char **attributes, gpointer user_data)
{
  SharedStrings *state = user_data;

  if (g_str_equal (element, "si"))
    g_string_truncate (state->value, 0);
  else if (g_str_equal (element, "rPh"))
    state->phonetic++;
  else if (g_str_equal (element, "t"))
    state->in_text = state->phonetic == 0;
}

static void
on_string_end (FfXmlParse *parse, const char *element, gpointer user_data)
{
  SharedStrings *state = user_data;

  if (g_str_equal (element, "t"))
    state->in_text = FALSE;
  else if (g_str_equal (element, "rPh") && state->phonetic > 0)
    state->phonetic--;
  else if (g_str_equal (element, "si"))
    {
      guint32 offset;

      if (state->strings->len >= MAX_STRINGS)
        {
          ff_xml_parse_fail (parse, g_error_new (FF_ERROR, FF_ERROR_INVALID,
                                                 _ ("The workbook holds more than %d texts: save the sheet alone in a new workbook."),
                                                 MAX_STRINGS));
          return;
        }
      ff_xlsx_unescape (state->value);
      offset = ff_sheet_add_text (state->sheet, state->value->str, state->value->len);
      g_array_append_val (state->strings, offset);
    }
}

static void
on_string_text (FfXmlParse *parse, const char *text, int length, gpointer user_data)
{
  SharedStrings *state = user_data;

  if (state->in_text)
    g_string_append_len (state->value, text, length);
}

static gboolean
read_strings (FfXlsxPackage *package, const char *part, FfSheet *sheet, GArray *strings, GCancellable *cancellable, GError **error)
{
  static const FfXmlHandlers handlers = { on_string_start, on_string_end, on_string_text };
  g_autoptr (GString) value = g_string_new (NULL);
  SharedStrings state = { sheet, strings, value, FALSE, 0 };

  return ff_xlsx_package_parse (package, part, &handlers, &state, cancellable, error);
}

/* The whole --------------------------------------------------------------------------------------------------------- */

static char *
join_names (GPtrArray *names)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (joined, "%s“%s”", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The part of the asked sheet, or of the first one that people see. Chart sheets have no cells. */
static const char *
choose_sheet (Workbook *workbook, GPtrArray *relations, const char *wanted, FfSheet *sheet, GError **error)
{
  const SheetEntry *chosen = NULL;

  sheet->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (workbook->sheets, i);

      if (find_target (relations, entry->relation_id, "worksheet") == NULL)
        continue;
      g_ptr_array_add (sheet->names, g_strdup (entry->name));
      if (wanted != NULL ? g_str_equal (entry->name, wanted)
                         : chosen == NULL || (chosen->hidden && !entry->hidden))
        chosen = entry;
    }
  if (chosen == NULL && wanted != NULL && sheet->names->len > 0)
    {
      g_autofree char *names = join_names (sheet->names);

      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("There is no sheet “%s”; the workbook has %s."), wanted, names);
      return NULL;
    }
  if (chosen == NULL)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The workbook has no sheet with cells."));
      return NULL;
    }
  sheet->name = g_strdup (chosen->name);
  return find_target (relations, chosen->relation_id, "worksheet");
}

/* Where the workbook's own part is; other office formats in a zip archive are told from here. */
static char *
find_workbook (FfXlsxPackage *package, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) relations = NULL;
  const char *target;

  if (!ff_xlsx_package_has (package, "_rels/.rels"))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("This is a zip archive, but no Excel workbook: open it in a spreadsheet program and save it as .xlsx."));
      return NULL;
    }
  relations = read_relations (package, "_rels/.rels", "", cancellable, error);
  if (relations == NULL)
    return NULL;
  target = find_target (relations, NULL, "officeDocument");
  if (target == NULL || g_str_has_suffix (target, ".bin") || !g_str_has_prefix (target, "xl/"))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("This is no Excel workbook in the .xlsx format: open it in a spreadsheet program and save it as .xlsx."));
      return NULL;
    }
  return g_strdup (target);
}

static gboolean
read_workbook (FfXlsxPackage *package, FfSheet *sheet, const char *wanted, GCancellable *cancellable, GError **error)
{
  static const FfXmlHandlers handlers = { on_workbook_start, on_nothing_end, NULL };
  g_autofree char *part = find_workbook (package, cancellable, error);
  g_autofree char *folder = NULL, *file = NULL, *relations_part = NULL;
  g_autoptr (GPtrArray) relations = NULL, sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_entry_free);
  g_autoptr (GArray) strings = g_array_new (FALSE, FALSE, sizeof (guint32)), formats = NULL;
  Workbook workbook = { sheets, FALSE };
  const char *sheet_part, *strings_part, *styles_part;

  if (part == NULL)
    return FALSE;
  folder = g_path_get_dirname (part);
  file = g_path_get_basename (part);
  relations_part = g_strdup_printf ("%s/_rels/%s.rels", folder, file);
  relations = read_relations (package, relations_part, folder, cancellable, error);
  if (relations == NULL || !ff_xlsx_package_parse (package, part, &handlers, &workbook, cancellable, error))
    return FALSE;

  sheet_part = choose_sheet (&workbook, relations, wanted, sheet, error);
  if (sheet_part == NULL)
    return FALSE;
  strings_part = find_target (relations, NULL, "sharedStrings");
  if (strings_part != NULL && !read_strings (package, strings_part, sheet, strings, cancellable, error))
    return FALSE;
  styles_part = find_target (relations, NULL, "styles");
  if (styles_part != NULL && (formats = ff_xlsx_styles_read (package, styles_part, cancellable, error)) == NULL)
    return FALSE;
  return ff_xlsx_sheet_read (package, sheet_part, sheet, strings, formats, workbook.from_1904, cancellable, error);
}

FfSheet *
ff_xlsx_read (const char *path, const FfSheetOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (FfSheet) sheet = ff_sheet_new (path);
  g_autoptr (FfXlsxPackage) package = ff_xlsx_package_open (path, error);

  if (package == NULL || !read_workbook (package, sheet, options->sheet, cancellable, error))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_prefix_error (error, _ ("“%s”: "), name);
      return NULL;
    }
  return g_steal_pointer (&sheet);
}
