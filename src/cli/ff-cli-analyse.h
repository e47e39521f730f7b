/* The kinds of analyse that print more than a list of figures. */
#pragma once

#include "ff-cli-command.h"

G_BEGIN_DECLS

gboolean ff_cli_analyse_items (FfCliCall *call, GError **error);
gboolean ff_cli_analyse_pareto (FfCliCall *call, GError **error);

/* The number above 0 that --max names, NAN when it is not given. */
gboolean ff_cli_analyse_get_max (FfCliCall *call, double *max, GError **error);

G_END_DECLS
