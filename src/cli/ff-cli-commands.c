/* The one list of all commands: a file of commands is a table and a line here. */
#include "config.h"

#include "ff-cli-commands.h"

static const FfCliCommand *const tables[] = {
  ff_cli_course_commands,
  ff_cli_import_commands,
  ff_cli_class_commands,
  ff_cli_settle_commands,
  ff_cli_clash_commands,
  ff_cli_export_commands,
  ff_cli_analyse_commands,
  ff_cli_database_commands,
};

const FfCliCommand *
ff_cli_command_get (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const FfCliCommand *command = tables[i];

      for (; command->words != NULL; command++)
        {
          if (index == 0)
            return command;
          index--;
        }
    }

  return NULL;
}
