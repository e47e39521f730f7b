/* The commands: everything the program does without a display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the arguments name a command or ask for help or version, so that no window is wanted. */
gboolean ff_cli_wants (int argc, char **argv);

/* 0 done, 1 refused (nothing was changed), 2 wrong usage. */
int ff_cli_run (int argc, char **argv);

G_END_DECLS
