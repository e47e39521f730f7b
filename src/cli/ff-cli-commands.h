/* The tables of commands, one per file; each ends with an empty command. */
#pragma once

#include "ff-cli-command.h"

G_BEGIN_DECLS

extern const FfCliCommand ff_cli_analyse_commands[];
extern const FfCliCommand ff_cli_class_commands[];
extern const FfCliCommand ff_cli_clash_commands[];
extern const FfCliCommand ff_cli_course_commands[];
extern const FfCliCommand ff_cli_database_commands[];
extern const FfCliCommand ff_cli_export_commands[];
extern const FfCliCommand ff_cli_import_commands[];
extern const FfCliCommand ff_cli_settle_commands[];

G_END_DECLS
