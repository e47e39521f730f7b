/* Commands about the database as a whole: fill it with the demo, look it through, copy it, put a copy back. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-backup.h"
#include "ff-check.h"
#include "ff-cli-commands.h"
#include "ff-courses.h"
#include "ff-demo.h"
#include "ff-people.h"
#include "ff-plans.h"
#include "ff-projects.h"
#include "ff-runs.h"

static gboolean
run_demo (FfCliCall *call, GError **error)
{
  if (!ff_demo_fill (ff_cli_call_get_db (call), ff_time_now (), error))
    return FALSE;

  ff_cli_note (_("The demo organisation is in “%s”. A running class is %s, a finished one %s."), ff_cli_call_get_database (call),
               FF_DEMO_RUNNING_CLASS, FF_DEMO_FINISHED_CLASS);
  return TRUE;
}

static gboolean
run_check (FfCliCall *call, GError **error)
{
  static const FfCheckFunc invariants[] = { ff_people_check, ff_courses_check, ff_runs_check, ff_projects_check, ff_plans_check, NULL };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!ff_db_check (ff_cli_call_get_db (call), invariants, findings, error))
    return FALSE;
  if (findings->len == 0)
    {
      ff_cli_note (_("The database is in order."));
      return TRUE;
    }

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = g_strconcat (g_ptr_array_index (findings, i), "\n", NULL);

      if (!ff_cli_print (line, error))
        return FALSE;
    }
  ff_cli_note (ngettext ("%u thing is wrong with the database.", "%u things are wrong with the database.", findings->len),
               findings->len);
  return FALSE;
}

static gboolean
run_backup (FfCliCall *call, GError **error)
{
  const char *output = ff_cli_call_get_option (call, "output");

  if (!ff_backup_create (ff_cli_call_get_db (call), output, error))
    return FALSE;

  ff_cli_note (_("The database was copied to “%s”, and the copy was verified."), output);
  return TRUE;
}

static gboolean
run_restore (FfCliCall *call, GError **error)
{
  g_autofree char *kept = NULL;

  if (!ff_backup_restore (ff_cli_call_get_argument (call, 0), ff_cli_call_get_database (call), &kept, error))
    return FALSE;

  if (kept != NULL)
    ff_cli_note (_("The database was restored. What was there before is kept as “%s”."), kept);
  else
    ff_cli_note (_("The database was restored."));
  return TRUE;
}

static const FfCliOption backup_options[] = {
  { "output", N_("FILE"), N_("Where the copy goes; a file there is replaced"), TRUE },
  { NULL },
};

const FfCliCommand ff_cli_database_commands[] = {
  { "demo", NULL, N_("Fill a new database with a believable organisation"), FF_CLI_CREATE, NULL, run_demo },
  { "check", NULL, N_("Look the database through and list what is wrong"), FF_CLI_READ, NULL, run_check },
  { "backup", NULL, N_("Make a verified copy of the database"), FF_CLI_READ, backup_options, run_backup },
  { "restore", N_("FILE"), N_("Put a verified copy in the place of the database and keep the old file"), FF_CLI_NO_DATABASE, NULL,
    run_restore },
  { NULL },
};
