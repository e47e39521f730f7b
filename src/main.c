/* Picks window or command; nothing else. */
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "ff-cli.h"
#ifdef FF_WITH_WINDOW
#include "ff-application.h"
#endif

static void
set_up_translations (void)
{
  /* A build folder carries its own catalogues, so that an uninstalled program speaks the user's language too. */
  const char *folder = g_file_test (FF_BUILD_LOCALE_DIR, G_FILE_TEST_IS_DIR) ? FF_BUILD_LOCALE_DIR : FF_LOCALE_DIR;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  set_up_translations ();

#ifdef FF_WITH_WINDOW
  if (!ff_cli_wants (argc, argv))
    {
      g_autoptr (FfApplication) application = ff_application_new ();

      return g_application_run (G_APPLICATION (application), argc, argv);
    }
#endif
  return ff_cli_run (argc, argv);
}
