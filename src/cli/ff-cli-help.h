/* Help from the table of commands. */
#pragma once

#include "ff-cli-call.h"

G_BEGIN_DECLS

/* The help of the program, of the commands that begin with the words given so far, or of one command. */
char *ff_cli_help_format (const FfCliCall *call) G_GNUC_WARN_UNUSED_RESULT;
/* The words of the command that was probably meant; NULL if nothing is near. */
char *ff_cli_help_find_near (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
