/* What the command line said, read against the table of commands. */
#pragma once

#include "ff-cli-command.h"

G_BEGIN_DECLS

struct _FfCliCall
{
  const FfCliCommand *command; /* NULL: none was named */
  char *words;                 /* as far as they lead to commands */
  gboolean help;
  gboolean version;
  char *database;
  GPtrArray *arguments; /* char * */
  GHashTable *options;  /* name → value, "" of a flag */
  FfDb *db;
  char *scratch; /* the folder of a database that is only for a dry run */
};

/* Reads the arguments; FF_CLI_ERROR says what is wrong with them. The call is to be freed either way. */
gboolean ff_cli_call_parse (FfCliCall *call, int argc, char **argv, GError **error);
/* Opens the command's database as its table says. */
gboolean ff_cli_call_open (FfCliCall *call, GError **error);
FfCliCall *ff_cli_call_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_cli_call_free (FfCliCall *call);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCliCall, ff_cli_call_free)

/* Whether commands begin with @words ("import", "import trainees"). */
gboolean ff_cli_words_lead (const char *words);

G_END_DECLS
