#include "config.h"

#include "ff-commands.h"

#include <glib/gi18n-lib.h>

static const FfCommand commands[] = {
  { "win.open", N_ ("_Open…"), NULL, { "<Control>o" }, FF_COMMANDS_GENERAL },
  { "win.open-demo", N_ ("Try the _Demo"), NULL, { NULL }, FF_COMMANDS_GENERAL },
  { "win.import", N_ ("_Import…"), NULL, { "<Control>i" }, FF_COMMANDS_GENERAL },
  { "win.search", N_ ("_Search"), NULL, { "<Control>f" }, FF_COMMANDS_GENERAL },
  { "app.shortcuts", N_ ("_Keyboard Shortcuts"), NULL, { "<Control>question" }, FF_COMMANDS_GENERAL },
  { "app.about", N_ ("_About Fourfold"), NULL, { NULL }, FF_COMMANDS_GENERAL },
  { "window.close", N_ ("_Close Window"), NULL, { "<Control>w" }, FF_COMMANDS_GENERAL },
  { "app.quit", N_ ("_Quit"), NULL, { "<Control>q" }, FF_COMMANDS_GENERAL },

  { "win.show-page::today", N_ ("Show Today"), NULL, { "<Alt>1" }, FF_COMMANDS_PAGES },
  { "win.show-page::classes", N_ ("Show Classes"), NULL, { "<Alt>2" }, FF_COMMANDS_PAGES },
  { "win.show-page::courses", N_ ("Show Courses"), NULL, { "<Alt>3" }, FF_COMMANDS_PAGES },
  { "win.show-page::people", N_ ("Show People"), NULL, { "<Alt>4" }, FF_COMMANDS_PAGES },
  { "win.back", N_ ("Go _Back"), NULL, { "<Alt>Left" }, FF_COMMANDS_PAGES },
  { "win.sidebar", N_ ("Show or Hide the _Sidebar"), NULL, { "F9" }, FF_COMMANDS_PAGES },

  { "win.undo", N_ ("_Undo"), NULL, { "<Control>z" }, FF_COMMANDS_EDIT },
  { "win.redo", N_ ("_Redo"), NULL, { "<Control><Shift>z", "<Control>y" }, FF_COMMANDS_EDIT },
  { "win.new", N_ ("_New on This Page"), NULL, { "<Control>n" }, FF_COMMANDS_EDIT },
  { "win.new-class", N_ ("New _Class"), N_ ("Add a class"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-course", N_ ("New C_ourse"), N_ ("Add a course"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-project", N_ ("New _Project"), N_ ("Add a project"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-trainee", N_ ("Add _Trainee"), N_ ("Add a trainee"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-trainer", N_ ("Add T_rainer"), N_ ("Add a trainer"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-venue", N_ ("Add _Venue"), N_ ("Add a venue"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-equipment", N_ ("Add E_quipment"), N_ ("Add equipment"), { NULL }, FF_COMMANDS_EDIT },

  { "page.show-tab::overview", N_ ("Overview of the Class"), NULL, { "<Control>1" }, FF_COMMANDS_CLASS },
  { "page.show-tab::roster", N_ ("Roster"), NULL, { "<Control>2" }, FF_COMMANDS_CLASS },
  { "page.show-tab::attendance", N_ ("Attendance"), NULL, { "<Control>3" }, FF_COMMANDS_CLASS },
  { "page.show-tab::scores", N_ ("Scores"), NULL, { "<Control>4" }, FF_COMMANDS_CLASS },
  { "page.export", N_ ("E_xport to Excel…"), NULL, { "<Control>e" }, FF_COMMANDS_CLASS },
};

static const char *const group_titles[] = {
  [FF_COMMANDS_GENERAL] = N_ ("General"),
  [FF_COMMANDS_PAGES] = N_ ("Pages"),
  [FF_COMMANDS_EDIT] = N_ ("Editing"),
  [FF_COMMANDS_CLASS] = N_ ("In a Class"),
};

const FfCommand *
ff_commands_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (commands);
  return commands;
}

const FfCommand *
ff_command_find (const char *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, action))
      return &commands[i];
  return NULL;
}

const char *
ff_command_label (const char *action)
{
  const FfCommand *command = ff_command_find (action);

  g_return_val_if_fail (command != NULL, action);
  return _(command->label);
}

const char *
ff_command_undo_label (const char *action)
{
  const FfCommand *command = ff_command_find (action);

  g_return_val_if_fail (command != NULL && command->undo != NULL, action);
  return _(command->undo);
}

const char *
ff_command_group_title (FfCommandGroup group)
{
  g_return_val_if_fail (group < FF_N_COMMAND_GROUPS, "");
  return _(group_titles[group]);
}

void
ff_command_append (GMenu *menu, const char *action)
{
  g_return_if_fail (G_IS_MENU (menu));

  g_menu_append (menu, ff_command_label (action), action);
}

void
ff_commands_set_accels (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *accels[G_N_ELEMENTS (commands[i].accels) + 1] = { NULL };

      for (guint k = 0; k < G_N_ELEMENTS (commands[i].accels); k++)
        accels[k] = commands[i].accels[k];
      gtk_application_set_accels_for_action (application, commands[i].action, accels);
    }
}
