#include "config.h"

#include "ff-cli-help.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-cli-table.h"

/* The number of single-character changes between two words (Levenshtein, 1965). */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = j;

  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (gsize j = 1; j <= n; j++)
        {
          guint change = diagonal + (a[i - 1] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (change, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[n];
}

char *
ff_cli_help_find_near (const char *words)
{
  const FfCliCommand *command;
  guint best = strlen (words) / 3 + 1;
  g_autofree char *near = NULL;
  gsize n_words = 1;

  for (const char *at = words; *at != '\0'; at++)
    n_words += *at == ' ';

  for (guint i = 0; (command = ff_cli_command_get (i)) != NULL; i++)
    {
      g_auto (GStrv) all = g_strsplit (command->words, " ", -1);
      g_autofree char *start = NULL;
      guint far;

      /* As many words as were typed, so that “imprt” is near “import”. */
      for (guint last = g_strv_length (all); last > n_words; last--)
        g_clear_pointer (&all[last - 1], g_free);
      start = g_strjoinv (" ", all);
      far = distance (words, start);
      if (far < best)
        {
          best = far;
          g_free (near);
          near = g_steal_pointer (&start);
        }
    }

  return g_steal_pointer (&near);
}

static void
add_option (FfTextTable *table, const char *name, const char *value, const char *description)
{
  g_autofree char *text = value == NULL ? g_strdup_printf ("--%s", name) : g_strdup_printf ("--%s %s", name, value);

  ff_text_table_add (table, text);
  ff_text_table_add (table, description);
}

static void
append_options (GString *out, const FfCliCommand *command)
{
  g_autoptr (FfTextTable) table = ff_text_table_new ("ll");

  for (const FfCliOption *option = command != NULL ? command->options : NULL;
       option != NULL && option->name != NULL; option++)
    add_option (table, option->name, option->value != NULL ? _(option->value) : NULL, _(option->description));
  add_option (table, "database", _("FILE"), _("The database; without it, your own"));
  add_option (table, "help", NULL, _("Show this help"));
  if (command == NULL)
    add_option (table, "version", NULL, _("Show the version"));

  g_string_append_printf (out, "\n%s\n", _("Options:"));
  ff_text_table_format (table, 2, out);
}

static void
append_command_help (GString *out, const FfCliCommand *command)
{
  g_string_append_printf (out, "%s\n  fourfold %s", _("Usage:"), command->words);
  for (const FfCliOption *option = command->options; option != NULL && option->name != NULL; option++)
    {
      if (option->required)
        g_string_append_printf (out, " --%s %s", option->name, _(option->value));
      else if (option->value != NULL)
        g_string_append_printf (out, " [--%s %s]", option->name, _(option->value));
      else
        g_string_append_printf (out, " [--%s]", option->name);
    }
  if (command->arguments != NULL)
    g_string_append_printf (out, " %s", _(command->arguments));
  g_string_append_printf (out, "\n\n%s\n", _(command->summary));
  append_options (out, command);
}

static gboolean
begins_with (const FfCliCommand *command, const char *words)
{
  gsize n = words != NULL ? strlen (words) : 0;

  return words == NULL || (strncmp (command->words, words, n) == 0 && (command->words[n] == ' ' || command->words[n] == '\0'));
}

static void
append_overview (GString *out, const char *words)
{
  g_autoptr (FfTextTable) table = ff_text_table_new ("ll");
  const FfCliCommand *command;

  g_string_append_printf (out, "%s\n", _("Usage:"));
  if (words == NULL)
    g_string_append_printf (out, "  fourfold [%s]\n", _("FILE"));
  g_string_append_printf (out, "  fourfold %s\n\n%s\n", _("COMMAND …"), _("Commands:"));

  for (guint i = 0; (command = ff_cli_command_get (i)) != NULL; i++)
    {
      g_autofree char *call = NULL;

      if (!begins_with (command, words))
        continue;
      call = command->arguments != NULL ? g_strconcat (command->words, " ", _(command->arguments), NULL) : g_strdup (command->words);
      ff_text_table_add (table, call);
      ff_text_table_add (table, _(command->summary));
    }
  ff_text_table_format (table, 2, out);
  append_options (out, NULL);
  g_string_append_printf (out, "\n%s\n%s\n", _("“fourfold COMMAND --help” explains one command."),
                          _("Exit codes: 0 done, 1 refused and nothing changed, 2 wrong usage."));
}

char *
ff_cli_help_format (const FfCliCall *call)
{
  GString *out = g_string_new (NULL);

  if (call->command != NULL)
    append_command_help (out, call->command);
  else
    append_overview (out, call->words);

  return g_string_free (out, FALSE);
}
