#include "ff-cli.h"

gboolean
ff_cli_wants (int argc, char **argv)
{
  return argc > 1 && g_str_equal (argv[1], "--version");
}

int
ff_cli_run (int argc, char **argv)
{
  g_print ("fourfold\n");
  return 0;
}
