#include "config.h"

#include "ff-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "ff-cli-help.h"
#include "ff-time.h"

gboolean
ff_cli_wants (int argc, char **argv)
{
  const char *first = argc > 1 ? argv[1] : NULL;

  /* The desktop starts the window with options of its own and with addresses in place of paths. */
  if (first == NULL || g_str_has_prefix (first, "--gapplication") || strstr (first, "://") != NULL)
    return FALSE;
  if (first[0] == '-' || ff_cli_words_lead (first))
    return TRUE;

  return !g_file_test (first, G_FILE_TEST_EXISTS);
}

void
ff_cli_note (const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* Not g_printerr (), which turns names into question marks where the locale is C. */
  fprintf (stderr, "%s\n", text);
}

gboolean
ff_cli_print (const char *text, GError **error)
{
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return TRUE;

  g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _("The output could not be written: %s."), g_strerror (errno));
  return FALSE;
}

gboolean
ff_cli_print_counts (guint n_new, guint n_changed, guint n_same, guint n_rejected, GError **error)
{
  /* Translators: how many things an import made, changed, left alone and refused */
  g_autofree char *line = g_strdup_printf (_("%u new, %u changed, %u unchanged, %u rejected"), n_new, n_changed, n_same, n_rejected);

  return ff_cli_print (line, error) && ff_cli_print ("\n", error);
}

static gboolean
check_clock (GError **error)
{
  const char *now = g_getenv ("FOURFOLD_NOW");
  FfMinute time;

  if (now == NULL || *now == '\0' || ff_time_parse (now, &time))
    return TRUE;

  g_set_error (error, FF_CLI_ERROR, 0, _("FOURFOLD_NOW is “%s”; it must be a time like 2026-09-23T08:30."), now);
  return FALSE;
}

static gboolean
run (FfCliCall *call, int argc, char **argv, GError **error)
{
  if (!ff_cli_call_parse (call, argc, argv, error))
    return FALSE;

  if (call->help)
    {
      g_autofree char *help = ff_cli_help_format (call);

      return ff_cli_print (help, error);
    }
  if (call->version)
    return ff_cli_print ("fourfold " FF_VERSION "\n", error);

  return check_clock (error) && ff_cli_call_open (call, error) && call->command->run (call, error);
}

int
ff_cli_run (int argc, char **argv)
{
  g_autoptr (FfCliCall) call = ff_cli_call_new ();
  g_autoptr (GError) error = NULL;

  g_set_prgname ("fourfold");

  if (run (call, argc, argv, &error))
    return FF_CLI_DONE;
  if (error == NULL)
    return FF_CLI_REFUSED;

  ff_cli_note ("fourfold: %s", error->message);
  if (error->domain != FF_CLI_ERROR)
    return FF_CLI_REFUSED;

  if (call->words != NULL)
    ff_cli_note (_("“fourfold %s --help” explains it."), call->words);
  else
    ff_cli_note (_("“fourfold --help” lists the commands."));
  return FF_CLI_USAGE;
}
