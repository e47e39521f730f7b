/* What a command is. Each file of commands exports a table; ff-cli-commands.c lists the tables. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CLI_DONE = 0,
  FF_CLI_REFUSED = 1,
  FF_CLI_USAGE = 2,
} FfCliExit;

/* An error of this domain is the caller's wrong usage; any other one is a refusal. */
#define FF_CLI_ERROR (ff_cli_error_quark ())
GQuark ff_cli_error_quark (void);

typedef enum
{
  FF_CLI_NO_DATABASE,
  FF_CLI_READ,   /* opened for reading; works while another process writes */
  FF_CLI_WRITE,  /* the file must exist */
  FF_CLI_CREATE, /* made if there is none; with --dry-run a new one is forgotten again */
} FfCliDatabase;

typedef struct
{
  const char *name;        /* "class" is given as --class */
  const char *value;       /* "CODE", translatable; NULL: a flag. One that starts with FILE need not be UTF-8 */
  const char *description; /* translatable sentence */
  gboolean required;
  const char *const *words; /* the values that it takes; NULL: any */
} FfCliOption;

typedef struct _FfCliCall FfCliCall;

typedef struct
{
  const char *words;     /* "import trainees" */
  const char *arguments; /* "FILE", one word for each required argument; NULL: none */
  const char *summary;   /* translatable, a line */
  FfCliDatabase database;
  const FfCliOption *options; /* ends with an empty one; NULL: none */
  /* FALSE with @error: it is printed. FALSE without: the command has said on stderr what is wrong. */
  gboolean (*run) (FfCliCall *call, GError **error);
} FfCliCommand;

/* Every command, in the order of the help; NULL after the last. */
const FfCliCommand *ff_cli_command_get (guint index);

/* For a command's function --------------------------------------------------------------------------------------- */

FfDb *ff_cli_call_get_db (FfCliCall *call);
/* For long work after the last look into the database. */
void ff_cli_call_close_db (FfCliCall *call);
/* The path that --database named, or the user's own. */
const char *ff_cli_call_get_database (FfCliCall *call);
/* The argument at @index; always there. */
const char *ff_cli_call_get_argument (FfCliCall *call, guint index);
/* NULL: not given. */
const char *ff_cli_call_get_option (FfCliCall *call, const char *name);
gboolean ff_cli_call_has (FfCliCall *call, const char *name);

/* A line on stderr, in the user's language. */
void ff_cli_note (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The line after every import, on stdout. */
gboolean ff_cli_print_counts (guint n_new, guint n_changed, guint n_same, guint n_rejected, GError **error);
/* Text on stdout as it is, UTF-8. FALSE when it cannot be written. */
gboolean ff_cli_print (const char *text, GError **error);

G_END_DECLS
