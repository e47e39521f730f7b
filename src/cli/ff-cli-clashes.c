/* The command that lists what stands in the way of sessions. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-clashes-json.h"
#include "ff-cli-commands.h"

/* A line for each: the session, then the sentence, then why it may stand. */
static char *
format_text (const GPtrArray *clashes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < clashes->len; i++)
    {
      const FfClash *clash = g_ptr_array_index (clashes, i);

      g_string_append_printf (text, "%s/%s: %s", clash->a.run_code, clash->a.key, clash->sentence);
      if (clash->accepted != NULL)
        {
          g_string_append_c (text, ' ');
          /* Translators: why a clash may stand. */
          g_string_append_printf (text, _("Accepted: %s"), clash->accepted);
        }
      g_string_append_c (text, '\n');
    }
  if (clashes->len == 0)
    g_string_append_printf (text, "%s\n", _("There are no clashes."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
run_show_clashes (FfCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) clashes = ff_clashes_all (ff_cli_call_get_db (call), error);
  g_autofree char *text = NULL;

  if (clashes == NULL)
    return FALSE;
  text = ff_cli_call_has (call, "json") ? ff_clashes_json_format (clashes) : format_text (clashes);
  return ff_cli_print (text, error);
}

static const FfCliOption show_options[] = {
  { "json", NULL, N_("As one JSON document") },
  { NULL },
};

const FfCliCommand ff_cli_clash_commands[] = {
  { "show clashes", NULL, N_("Every clash in the schedule"), FF_CLI_READ, show_options, run_show_clashes },
  { NULL },
};
