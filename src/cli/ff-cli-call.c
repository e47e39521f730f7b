#include "config.h"

#include "ff-cli-call.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ff-cli-help.h"

G_DEFINE_QUARK (ff-cli-error-quark, ff_cli_error)

FfCliCall *
ff_cli_call_new (void)
{
  FfCliCall *call = g_new0 (FfCliCall, 1);

  call->arguments = g_ptr_array_new_with_free_func (g_free);
  call->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return call;
}

static void
remove_scratch (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
ff_cli_call_free (FfCliCall *call)
{
  g_clear_pointer (&call->db, ff_db_close);
  if (call->scratch != NULL)
    remove_scratch (call->scratch);
  g_free (call->scratch);
  g_free (call->words);
  g_free (call->database);
  g_ptr_array_unref (call->arguments);
  g_hash_table_unref (call->options);
  g_free (call);
}

static gboolean
words_begin_with (const char *words, const char *prefix)
{
  gsize n = strlen (prefix);

  return strncmp (words, prefix, n) == 0 && (words[n] == ' ' || words[n] == '\0');
}

gboolean
ff_cli_words_lead (const char *words)
{
  const FfCliCommand *command;

  for (guint i = 0; (command = ff_cli_command_get (i)) != NULL; i++)
    if (words_begin_with (command->words, words))
      return TRUE;

  return FALSE;
}

static const FfCliCommand *
find_command (const char *words)
{
  const FfCliCommand *command;

  for (guint i = 0; (command = ff_cli_command_get (i)) != NULL; i++)
    if (g_str_equal (command->words, words))
      return command;

  return NULL;
}

static const FfCliOption *
find_option (const FfCliCommand *command, const char *name)
{
  for (const FfCliOption *option = command->options; option != NULL && option->name != NULL; option++)
    if (g_str_equal (option->name, name))
      return option;

  return NULL;
}

static gboolean
refuse_bad_text (const char *text, const char *value_name, GError **error)
{
  /* The name of a file is bytes, whatever they are; everything else is text. */
  if (g_str_has_prefix (value_name, "FILE") || g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error (error, FF_CLI_ERROR, 0, _("An argument is not valid UTF-8 text."));
  return FALSE;
}

static gboolean
take_word (FfCliCall *call, const char *word, GError **error)
{
  g_autofree char *words = NULL;

  if (!refuse_bad_text (word, "", error))
    return FALSE;

  words = call->words == NULL ? g_strdup (word) : g_strconcat (call->words, " ", word, NULL);
  if (!ff_cli_words_lead (words))
    {
      g_autofree char *near = ff_cli_help_find_near (words);

      if (near != NULL)
        g_set_error (error, FF_CLI_ERROR, 0, _("There is no command “%s”. Did you mean “%s”?"), words, near);
      else if (call->words == NULL)
        g_set_error (error, FF_CLI_ERROR, 0, _("“%s” is neither a command nor a file."), words);
      else
        g_set_error (error, FF_CLI_ERROR, 0, _("There is no command “%s”."), words);
      return FALSE;
    }

  g_free (call->words);
  call->words = g_steal_pointer (&words);
  call->command = find_command (call->words);

  return TRUE;
}

/* The name of the next required argument, "" after the last. */
static const char *
argument_name (const FfCliCommand *command, guint index, char **names)
{
  return index < g_strv_length (names) ? names[index] : "";
}

static gboolean
take_argument (FfCliCall *call, const char *text, GError **error)
{
  const char *names = call->command->arguments;
  g_auto (GStrv) split = g_strsplit (names != NULL ? names : "", " ", -1);
  const char *name = argument_name (call->command, call->arguments->len, split);

  if (*name == '\0')
    {
      g_set_error (error, FF_CLI_ERROR, 0, _("There is one argument too many: “%s”."), text);
      return FALSE;
    }
  if (!refuse_bad_text (text, name, error))
    return FALSE;

  g_ptr_array_add (call->arguments, g_strdup (text));
  return TRUE;
}

/* @at is the place of an option in @argv; it moves on when the next one is its value. */
static gboolean
take_option (FfCliCall *call, int argc, char **argv, int *at, GError **error)
{
  const char *text = argv[*at];
  const char *equals = strchr (text, '=');
  g_autofree char *name = NULL;
  const FfCliOption *option = NULL;
  const char *value = equals != NULL ? equals + 1 : NULL;
  gboolean database;

  if (g_str_equal (text, "-h") || g_str_equal (text, "--help"))
    return call->help = TRUE;
  if (g_str_equal (text, "--version"))
    return call->version = TRUE;

  name = g_str_has_prefix (text, "--")
    ? (equals != NULL ? g_strndup (text + 2, equals - text - 2) : g_strdup (text + 2)) : g_strdup ("");
  database = g_str_equal (name, "database");
  if (!database && call->command != NULL)
    option = find_option (call->command, name);
  if (!database && option == NULL)
    {
      g_set_error (error, FF_CLI_ERROR, 0, _("There is no option “%s” here."), text);
      return FALSE;
    }

  if (!database && option->value == NULL)
    {
      if (value != NULL)
        {
          g_set_error (error, FF_CLI_ERROR, 0, _("The option “--%s” takes no value."), name);
          return FALSE;
        }
      g_hash_table_replace (call->options, g_steal_pointer (&name), g_strdup (""));
      return TRUE;
    }

  /* A value that looks like an option is given as --name=VALUE. */
  if (value == NULL && *at + 1 < argc && !g_str_has_prefix (argv[*at + 1], "--"))
    value = argv[++*at];
  if (value == NULL || *value == '\0')
    {
      g_set_error (error, FF_CLI_ERROR, 0, _("The option “--%s” needs a value."), name);
      return FALSE;
    }
  if (!refuse_bad_text (value, database ? "FILE" : option->value, error))
    return FALSE;
  if (!database && option->words != NULL && !g_strv_contains (option->words, value))
    {
      g_autofree char *words = g_strjoinv (", ", (char **) option->words);

      g_set_error (error, FF_CLI_ERROR, 0, _("The option “--%s” takes one of %s, not “%s”."), name, words, value);
      return FALSE;
    }

  if (database)
    {
      g_free (call->database);
      call->database = g_strdup (value);
    }
  else
    g_hash_table_replace (call->options, g_steal_pointer (&name), g_strdup (value));
  return TRUE;
}

static gboolean
check_complete (FfCliCall *call, GError **error)
{
  const FfCliCommand *command = call->command;
  g_auto (GStrv) names = NULL;

  if (command == NULL)
    {
      if (call->words != NULL)
        g_set_error (error, FF_CLI_ERROR, 0, _("“%s” needs one more word."), call->words);
      else
        g_set_error (error, FF_CLI_ERROR, 0, _("Name a command."));
      return FALSE;
    }

  names = g_strsplit (command->arguments != NULL ? command->arguments : "", " ", -1);
  if (call->arguments->len < g_strv_length (names))
    {
      g_set_error (error, FF_CLI_ERROR, 0, _("The argument %s is missing."), _(names[call->arguments->len]));
      return FALSE;
    }
  for (const FfCliOption *option = command->options; option != NULL && option->name != NULL; option++)
    if (option->required && !g_hash_table_contains (call->options, option->name))
      {
        g_set_error (error, FF_CLI_ERROR, 0, _("The option “--%s” is missing."), option->name);
        return FALSE;
      }

  return TRUE;
}

gboolean
ff_cli_call_parse (FfCliCall *call, int argc, char **argv, GError **error)
{
  gboolean options_end = FALSE;

  for (int i = 1; i < argc; i++)
    {
      const char *text = argv[i];
      gboolean good;

      if (!options_end && g_str_equal (text, "--"))
        {
          options_end = TRUE;
          continue;
        }
      if (!options_end && text[0] == '-' && text[1] != '\0')
        good = take_option (call, argc, argv, &i, error);
      else if (call->command == NULL)
        good = take_word (call, text, error);
      else
        good = take_argument (call, text, error);
      if (!good)
        return FALSE;
    }

  return call->help || call->version || check_complete (call, error);
}

gboolean
ff_cli_call_open (FfCliCall *call, GError **error)
{
  FfDbMode mode = FF_DB_READ;

  if (call->database == NULL)
    call->database = ff_db_default_path ();

  switch (call->command->database)
    {
    case FF_CLI_NO_DATABASE:
      return TRUE;
    case FF_CLI_READ:
      mode = FF_DB_READ;
      break;
    case FF_CLI_WRITE:
      mode = FF_DB_WRITE;
      break;
    case FF_CLI_CREATE:
      mode = FF_DB_CREATE;
      if (ff_cli_call_has (call, "dry-run") && !g_file_test (call->database, G_FILE_TEST_EXISTS))
        {
          g_autofree char *scratch = g_dir_make_tmp ("fourfold-XXXXXX", error);

          if (scratch == NULL)
            return FALSE;
          g_free (call->database);
          call->database = g_build_filename (scratch, "dry-run.fourfold", NULL);
          call->scratch = g_steal_pointer (&scratch);
        }
      break;
    default:
      g_assert_not_reached ();
    }

  call->db = ff_db_open (call->database, mode, error);
  return call->db != NULL;
}

FfDb *
ff_cli_call_get_db (FfCliCall *call)
{
  return call->db;
}

void
ff_cli_call_close_db (FfCliCall *call)
{
  g_clear_pointer (&call->db, ff_db_close);
}

const char *
ff_cli_call_get_database (FfCliCall *call)
{
  return call->database;
}

const char *
ff_cli_call_get_argument (FfCliCall *call, guint index)
{
  g_return_val_if_fail (index < call->arguments->len, NULL);

  return g_ptr_array_index (call->arguments, index);
}

const char *
ff_cli_call_get_option (FfCliCall *call, const char *name)
{
  return g_hash_table_lookup (call->options, name);
}

gboolean
ff_cli_call_has (FfCliCall *call, const char *name)
{
  return g_hash_table_contains (call->options, name);
}
