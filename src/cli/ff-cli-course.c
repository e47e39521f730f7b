/* Commands about a course as a file. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-cli-commands.h"
#include "ff-course-json.h"
#include "ff-encoding.h"
#include "ff-input-file.h"
#include "ff-outline.h"
#include "ff-output-file.h"
#include "ff-syllabus-outline.h"

static char *
make_label (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  /* Translators: names a step in the list of what can be undone; %s is a file */
  return g_strdup_printf (_("Import %s"), name);
}

static FfPut
put_file (FfCliCall *call, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autofree char *label = make_label (path);
  g_autoptr (FfBatch) batch = NULL;
  FfPut put;

  if (!ff_input_file_read (path, &text, &length, error))
    return FF_PUT_REFUSED;
  batch = ff_batch_begin (ff_cli_call_get_db (call), label, error);
  if (batch == NULL)
    return FF_PUT_REFUSED;
  put = ff_course_json_put (ff_cli_call_get_db (call), text, length, error);
  if (put == FF_PUT_REFUSED || ff_cli_call_has (call, "dry-run"))
    return put;

  return ff_batch_commit (g_steal_pointer (&batch), error) ? put : FF_PUT_REFUSED;
}

static gboolean
run_import_course (FfCliCall *call, GError **error)
{
  const char *path = ff_cli_call_get_argument (call, 0);
  g_autoptr (GError) refused = NULL;
  FfPut put = put_file (call, path, &refused);

  if (put == FF_PUT_REFUSED)
    {
      gboolean rejected = g_error_matches (refused, FF_ERROR, FF_ERROR_INVALID);

      if (rejected)
        g_prefix_error (&refused, "%s: ", path);
      g_propagate_error (error, g_steal_pointer (&refused));
      return ff_cli_print_counts (0, 0, 0, rejected, NULL) && FALSE;
    }

  return ff_cli_print_counts (put == FF_PUT_NEW, put == FF_PUT_CHANGED, put == FF_PUT_SAME, 0, error);
}

static FfCourse *
find_course (FfDb *db, const char *code, GError **error)
{
  gint64 id = ff_courses_find (db, code, error);

  if (id > 0)
    return ff_courses_read (db, id, error);
  if (id == 0)
    g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("There is no course “%s”."), code);
  return NULL;
}

static gboolean
run_export_course (FfCliCall *call, GError **error)
{
  const char *output = ff_cli_call_get_option (call, "output");
  g_autoptr (FfCourse) course = find_course (ff_cli_call_get_db (call), ff_cli_call_get_option (call, "course"), error);
  g_autofree char *text = NULL;

  if (course == NULL)
    return FALSE;
  text = ff_course_json_format (ff_cli_call_get_db (call), course, error);
  if (text == NULL || !ff_output_file_write (output, text, strlen (text), error))
    return FALSE;

  ff_cli_note (_("The course %s was written to “%s”."), course->code, output);
  return TRUE;
}

/* The text of a file in whatever encoding it is. */
static char *
read_text (FfCliCall *call, const char *path, GError **error)
{
  const char *name = ff_cli_call_get_option (call, "encoding");
  FfEncoding encoding = FF_ENCODING_AUTO;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (name != NULL && !ff_encoding_from_name (name, &encoding))
    {
      g_set_error (error, FF_CLI_ERROR, 0, _ ("“%s” is no encoding: write UTF-8, UTF-16LE, UTF-16BE, GB18030 or Big5."), name);
      return NULL;
    }
  if (!ff_input_file_read (path, &data, &length, error))
    return NULL;
  if (encoding == FF_ENCODING_AUTO)
    encoding = ff_encoding_detect ((const guint8 *) data, length);
  return ff_encoding_decode (encoding, (const guint8 *) data, length, &length);
}

static gboolean
put_outline (FfCliCall *call, const char *path, FfOutlineCounts *counts, GError **error)
{
  const char *code = ff_cli_call_get_option (call, "course");
  FfOutlineMode mode = ff_cli_call_has (call, "replace") ? FF_OUTLINE_REPLACE : FF_OUTLINE_APPEND;
  FfDb *db = ff_cli_call_get_db (call);
  g_autofree char *text = read_text (call, path, error);
  g_autofree char *label = make_label (path);
  g_autoptr (FfCourse) course = text != NULL ? find_course (db, code, error) : NULL;
  g_autoptr (GPtrArray) items = course != NULL ? ff_outline_read (text) : NULL;
  g_autoptr (FfBatch) batch = items != NULL ? ff_batch_begin (db, label, error) : NULL;

  if (batch == NULL || !ff_syllabus_put_outline (db, course->id, items, mode, counts, error))
    return FALSE;
  return ff_cli_call_has (call, "dry-run") || ff_batch_commit (g_steal_pointer (&batch), error);
}

static gboolean
run_import_outline (FfCliCall *call, GError **error)
{
  FfOutlineCounts counts = { 0 };

  if (!put_outline (call, ff_cli_call_get_argument (call, 0), &counts, error))
    {
      if (error != NULL && g_error_matches (*error, FF_ERROR, FF_ERROR_INVALID))
        ff_cli_print_counts (0, 0, 0, 0, NULL);
      return FALSE;
    }
  if (counts.n_deleted > 0)
    ff_cli_note (ngettext ("%u item of the syllabus is not in the text and is taken away.",
                           "%u items of the syllabus are not in the text and are taken away.", counts.n_deleted), counts.n_deleted);
  return ff_cli_print_counts (counts.n_new, counts.n_changed, counts.n_same, 0, error);
}

static const FfCliOption outline_options[] = {
  { "course", N_("CODE"), N_("The course"), TRUE },
  { "replace", NULL, N_("Take away what the syllabus has and the text lacks") },
  { "encoding", N_("NAME"), N_("The encoding of the file, when it is not told right: UTF-8, GB18030, Big5 …") },
  { "dry-run", NULL, N_("Say what would happen, and change nothing") },
  { NULL },
};

static const FfCliOption import_options[] = {
  { "dry-run", NULL, N_("Say what would happen, and change nothing") },
  { NULL },
};

static const FfCliOption export_options[] = {
  { "course", N_("CODE"), N_("The course"), TRUE },
  { "output", N_("FILE"), N_("Where it goes; a file there is replaced"), TRUE },
  { NULL },
};

const FfCliCommand ff_cli_course_commands[] = {
  { "import course", N_("FILE"), N_("A course with syllabus, scheme, attendance rule, questionnaires and metrics, from JSON"),
    FF_CLI_CREATE, import_options, run_import_course },
  { "import outline", N_("FILE"), N_("A syllabus as text, numbered, in markdown or indented, into the tree of a course"), FF_CLI_WRITE,
    outline_options, run_import_outline },
  { "export course", NULL, N_("A course as JSON, to be imported elsewhere"), FF_CLI_READ, export_options, run_export_course },
  { NULL },
};
