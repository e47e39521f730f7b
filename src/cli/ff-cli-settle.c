/* The command that settles the results of a class. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-cli-commands.h"
#include "ff-settling.h"

static void
note_settled (const char *code, const FfClassFigures *figures)
{
  g_autofree char *since = ff_time_format (figures->settlement->settled_at);

  /* Translators: a class's code, a date and time, a person */
  ff_cli_note (_("The results of class “%s” are settled since %s by %s."), code, since, figures->settlement->settled_by);
  ff_cli_note (ngettext ("%u trainee is ranked.", "%u trainees are ranked.", figures->ranked), figures->ranked);
}

/* Names everybody without whom the class could be settled. */
static gboolean
note_obstacles (const FfClassFigures *figures)
{
  guint n = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);
      g_autofree char *missing = NULL;

      if (!ff_settling_is_in_the_way (trainee))
        continue;
      missing = ff_settling_describe_missing (figures, trainee);
      /* Translators: an employee number, a name, what of this person is not assessed yet */
      ff_cli_note (_("%s %s is provisional and lacks: %s"), trainee->employee_no, trainee->name, missing);
      n++;
    }
  if (n > 0)
    ff_cli_note (ngettext ("The class was not settled, since %u trainee is provisional: enter what is missing, or leave this trainee out "
                           "for a reason in the window.",
                           "The class was not settled, since %u trainees are provisional: enter what is missing, or leave them out for a "
                           "reason in the window.",
                           n),
                 n);
  return n > 0;
}

static gboolean
run_settle (FfCliCall *call, GError **error)
{
  const char *code = ff_cli_call_get_option (call, "class");
  FfDb *db = ff_cli_call_get_db (call);
  gint64 id = ff_runs_find (db, code, error);
  g_autoptr (FfClassFigures) figures = NULL;

  if (id == 0)
    g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("There is no class “%s”."), code);
  if (id <= 0)
    return FALSE;
  figures = ff_class_figures_read (db, id, ff_time_now (), error);
  if (figures == NULL)
    return FALSE;
  if (!figures->settled)
    {
      if (note_obstacles (figures) || !ff_settling_settle (db, id, NULL, 0, error))
        return FALSE;
      g_clear_pointer (&figures, ff_class_figures_free);
      figures = ff_class_figures_read (db, id, ff_time_now (), error);
      if (figures == NULL)
        return FALSE;
    }
  note_settled (code, figures);
  return TRUE;
}

static const FfCliOption settle_options[] = {
  { "class", N_("CODE"), N_("The class"), TRUE },
  { NULL },
};

const FfCliCommand ff_cli_settle_commands[] = {
  { "settle", NULL, N_("Settle the results of a class, or say what is in the way"), FF_CLI_WRITE, settle_options, run_settle },
  { NULL },
};
