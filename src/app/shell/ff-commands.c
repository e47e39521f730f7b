#include "config.h"

#include "ff-commands.h"

#include <glib/gi18n-lib.h>

static const FfCommand commands[] = {
  { "win.open", N_ ("_Open…"), NULL, { "<Control>o" }, FF_COMMANDS_GENERAL },
  { "win.open-demo", N_ ("Try the _Demo"), NULL, { NULL }, FF_COMMANDS_GENERAL },
  { "win.import", N_ ("_Import…"), NULL, { "<Control>i" }, FF_COMMANDS_GENERAL },
  { "win.search", N_ ("_Search"), NULL, { "<Control>f" }, FF_COMMANDS_GENERAL },
  { "win.journal", N_ ("_Journal"), NULL, { "<Control><Shift>j" }, FF_COMMANDS_GENERAL },
  { "win.preferences", N_ ("_Preferences"), NULL, { "<Control>comma" }, FF_COMMANDS_GENERAL },
  { "app.shortcuts", N_ ("_Keyboard Shortcuts"), NULL, { "<Control>question" }, FF_COMMANDS_GENERAL },
  { "app.about", N_ ("_About Fourfold"), NULL, { NULL }, FF_COMMANDS_GENERAL },
  { "window.close", N_ ("_Close Window"), NULL, { "<Control>w" }, FF_COMMANDS_GENERAL },
  { "app.quit", N_ ("_Quit"), NULL, { "<Control>q" }, FF_COMMANDS_GENERAL },

  { "win.show-page::today", N_ ("Show Today"), NULL, { "<Alt>1" }, FF_COMMANDS_PAGES },
  { "win.show-page::calendar", N_ ("Show the Calendar"), NULL, { "<Alt>2" }, FF_COMMANDS_PAGES },
  { "win.show-page::classes", N_ ("Show Classes"), NULL, { "<Alt>3" }, FF_COMMANDS_PAGES },
  { "win.show-page::courses", N_ ("Show Courses"), NULL, { "<Alt>4" }, FF_COMMANDS_PAGES },
  { "win.show-page::people", N_ ("Show People"), NULL, { "<Alt>5" }, FF_COMMANDS_PAGES },
  { "win.show-page::questionnaires", N_ ("Show Questionnaires"), NULL, { "<Alt>6" }, FF_COMMANDS_PAGES },
  { "win.show-page::results", N_ ("Show Results"), NULL, { "<Alt>7" }, FF_COMMANDS_PAGES },
  { "win.back", N_ ("Go _Back"), NULL, { "<Alt>Left" }, FF_COMMANDS_PAGES },
  { "win.sidebar", N_ ("Show or Hide the _Sidebar"), NULL, { "F9" }, FF_COMMANDS_PAGES },

  { "win.undo", N_ ("_Undo"), NULL, { "<Control>z" }, FF_COMMANDS_EDIT },
  { "win.redo", N_ ("_Redo"), NULL, { "<Control><Shift>z", "<Control>y" }, FF_COMMANDS_EDIT },
  { "win.new", N_ ("_New on This Page"), NULL, { "<Control>n" }, FF_COMMANDS_EDIT },
  { "win.new-class", N_ ("New _Class"), N_ ("Add a class"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-course", N_ ("New C_ourse"), N_ ("Add a course"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-project", N_ ("New _Project"), N_ ("Add a project"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-questionnaire", N_ ("New _Questionnaire"), N_ ("Add a questionnaire"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-rubric", N_ ("New _Rubric"), N_ ("Add a rubric"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-trainee", N_ ("Add _Trainee"), N_ ("Add a trainee"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-trainer", N_ ("Add T_rainer"), N_ ("Add a trainer"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-venue", N_ ("Add _Venue"), N_ ("Add a venue"), { NULL }, FF_COMMANDS_EDIT },
  { "win.new-equipment", N_ ("Add E_quipment"), N_ ("Add equipment"), { NULL }, FF_COMMANDS_EDIT },

  { "page.show-tab::overview", N_ ("Overview of the Class"), NULL, { "<Control>1" }, FF_COMMANDS_CLASS },
  { "page.questionnaires", N_ ("_Questionnaires and Targets"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "page.show-tab::schedule", N_ ("Schedule"), NULL, { "<Control>2" }, FF_COMMANDS_CLASS },
  { "page.show-tab::preparation", N_ ("Preparation of the Class"), NULL, { "<Control>3" }, FF_COMMANDS_CLASS },
  { "page.show-tab::roster", N_ ("Roster"), NULL, { "<Control>4" }, FF_COMMANDS_CLASS },
  { "page.show-tab::attendance", N_ ("Attendance"), NULL, { "<Control>5" }, FF_COMMANDS_CLASS },
  { "page.show-tab::assignments/hand-ins", N_ ("Assignments and Hand-Ins"), NULL, { "<Control>6" }, FF_COMMANDS_CLASS },
  { "page.show-tab::assignments/commitments", N_ ("Commitments of the Class"), NULL, { "<Control><Shift>c" }, FF_COMMANDS_CLASS },
  { "page.show-tab::assignments/log", N_ ("Seven-Day Log of the Class"), NULL, { "<Control><Shift>l" }, FF_COMMANDS_CLASS },
  { "page.show-tab::scores", N_ ("Scores"), NULL, { "<Control>7" }, FF_COMMANDS_CLASS },
  { "page.show-tab::evaluation/0", N_ ("The Four Levels of the Class"), NULL, { "<Control>8" }, FF_COMMANDS_CLASS },
  { "page.show-tab::evaluation/1", N_ ("Level 1, Reaction"), NULL, { "<Control><Alt>1" }, FF_COMMANDS_CLASS },
  { "page.show-tab::evaluation/2", N_ ("Level 2, Learning"), NULL, { "<Control><Alt>2" }, FF_COMMANDS_CLASS },
  { "page.show-tab::evaluation/3", N_ ("Level 3, Behaviour"), NULL, { "<Control><Alt>3" }, FF_COMMANDS_CLASS },
  { "page.show-tab::evaluation/4", N_ ("Level 4, Results"), NULL, { "<Control><Alt>4" }, FF_COMMANDS_CLASS },
  { "tab.take-questionnaire", N_ ("_Take a Questionnaire…"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "tab.import-answers", N_ ("Import _Answers…"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "tab.enter-forms", N_ ("_Enter Forms…"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "win.paste-answers", N_ ("P_aste Answers…"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "tab.who-has-answered", N_ ("_Who Has Not Answered…"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "tab.forms-handed-out", N_ ("_Forms Handed Out…"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "tab.print-form", N_ ("_Print the Form…"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "tab.draw-interviews", N_ ("_Draw Interviews…"), NULL, { NULL }, FF_COMMANDS_CLASS },
  { "page.show-tab::improvement", N_ ("Improvement of the Class"), NULL, { "<Control>9" }, FF_COMMANDS_CLASS },
  { "page.journal", N_ ("_Journal of the Class"), NULL, { "<Control>j" }, FF_COMMANDS_CLASS },
  { "tab.test-papers", N_ ("Enter _Test Papers…"), NULL, { "<Control>t" }, FF_COMMANDS_CLASS },
  { "tab.check-in", N_ ("Check _In…"), NULL, { "<Control>k" }, FF_COMMANDS_CLASS },
  { "tab.mark-rest-present", N_ ("Mark _Rest Present"), NULL, { "<Control>r" }, FF_COMMANDS_CLASS },
  { "tab.present-except", N_ ("All Present _Except…"), NULL, { "<Control><Shift>e" }, FF_COMMANDS_CLASS },
  { "page.export", N_ ("E_xport to Excel…"), NULL, { "<Control>e" }, FF_COMMANDS_CLASS },
  { "tab.team-marks", N_ ("Marks of _Teams…"), NULL, { "<Control><Shift>t" }, FF_COMMANDS_CLASS },
  { "page.present", N_ ("_Present to the Room"), NULL, { "F5", "<Control><Shift>p" }, FF_COMMANDS_CLASS },
  { "tab.mark-with-rubric", N_ ("_Mark with Rubric…"), NULL, { "<Control><Shift>m" }, FF_COMMANDS_CLASS },
  { "page.settle-results", N_ ("_Settle Results…"), NULL, { "<Control><Shift>r" }, FF_COMMANDS_CLASS },
  { "page.reopen-results", N_ ("_Reopen Results…"), NULL, { NULL }, FF_COMMANDS_CLASS },

  { "tab.comment-mark", N_ ("Comment on the Mark"), NULL, { "<Control>m" }, FF_COMMANDS_MARKS },
  { "tab.mark-history", N_ ("History of the Mark"), NULL, { "<Control>h" }, FF_COMMANDS_MARKS },
  { "tab.new-attempt", N_ ("New Attempt"), NULL, { "<Control>plus", "<Control>equal" }, FF_COMMANDS_MARKS },
  { "tab.delete-attempt", N_ ("Delete the Last Attempt"), NULL, { "<Control>minus" }, FF_COMMANDS_MARKS },
  { "tab.explain", N_ ("Why This Total"), NULL, { "F8" }, FF_COMMANDS_MARKS },

  { "page.view::day", N_ ("A Day"), NULL, { "1" }, FF_COMMANDS_CALENDAR },
  { "page.view::week", N_ ("A Week"), NULL, { "2" }, FF_COMMANDS_CALENDAR },
  { "page.view::month", N_ ("A Month"), NULL, { "3" }, FF_COMMANDS_CALENDAR },
  { "page.view::agenda", N_ ("An Agenda"), NULL, { "4" }, FF_COMMANDS_CALENDAR },
  { "page.previous-period", N_ ("The Period Before"), NULL, { "Page_Up" }, FF_COMMANDS_CALENDAR },
  { "page.next-period", N_ ("The Next Period"), NULL, { "Page_Down" }, FF_COMMANDS_CALENDAR },
  { "page.today", N_ ("Today"), NULL, { "Home" }, FF_COMMANDS_CALENDAR },
  { "page.cursor::up", N_ ("The Session or Half Hour Above"), NULL, { "Up" }, FF_COMMANDS_CALENDAR },
  { "page.cursor::down", N_ ("The Session or Half Hour Below"), NULL, { "Down" }, FF_COMMANDS_CALENDAR },
  { "page.cursor::left", N_ ("The Day Before"), NULL, { "Left" }, FF_COMMANDS_CALENDAR },
  { "page.cursor::right", N_ ("The Next Day"), NULL, { "Right" }, FF_COMMANDS_CALENDAR },
  { "page.open-session", N_ ("Open the Session"), NULL, { "Return", "KP_Enter" }, FF_COMMANDS_CALENDAR },
  { "page.edit-session", N_ ("_Edit the Session"), NULL, { "F2" }, FF_COMMANDS_CALENDAR },
  { "page.new-session", N_ ("_New Session"), NULL, { "n" }, FF_COMMANDS_CALENDAR },
  { "page.move::up", N_ ("Move the Session up by a Quarter of an Hour"), NULL, { "<Alt>Up" }, FF_COMMANDS_CALENDAR },
  { "page.move::down", N_ ("Move the Session down by a Quarter of an Hour"), NULL, { "<Alt>Down" }, FF_COMMANDS_CALENDAR },
  { "page.move::left", N_ ("Move the Session to the Day Before"), NULL, { "<Alt>Left" }, FF_COMMANDS_CALENDAR },
  { "page.move::right", N_ ("Move the Session to the Next Day"), NULL, { "<Alt>Right" }, FF_COMMANDS_CALENDAR },
  { "page.resize::shorter", N_ ("Make the Session Shorter"), NULL, { "<Shift><Alt>Up" }, FF_COMMANDS_CALENDAR },
  { "page.resize::longer", N_ ("Make the Session Longer"), NULL, { "<Shift><Alt>Down" }, FF_COMMANDS_CALENDAR },
  { "page.cancel-session", N_ ("_Cancel the Session…"), NULL, { "Delete" }, FF_COMMANDS_CALENDAR },
  { "page.show-cancelled", N_ ("Show _Cancelled Sessions"), NULL, { NULL }, FF_COMMANDS_CALENDAR },
  { "page.cancel-drag", N_ ("Leave off Dragging"), NULL, { "Escape" }, FF_COMMANDS_CALENDAR },

  { "grid.edit", N_ ("_Edit"), NULL, { "F2" }, FF_COMMANDS_GRID },
  { "grid.cut", N_ ("Cu_t"), NULL, { "<Control>x" }, FF_COMMANDS_GRID },
  { "grid.copy", N_ ("_Copy"), NULL, { "<Control>c" }, FF_COMMANDS_GRID },
  { "grid.paste", N_ ("_Paste"), NULL, { "<Control>v" }, FF_COMMANDS_GRID },
  { "grid.fill-down", N_ ("_Fill Down"), NULL, { "<Control>d" }, FF_COMMANDS_GRID },
  { "grid.fill-right", N_ ("Fill _Right"), NULL, { "<Control><Shift>d" }, FF_COMMANDS_GRID },
  { "grid.clear", N_ ("C_lear"), NULL, { "Delete" }, FF_COMMANDS_GRID },
  { "grid.select-all", N_ ("Select _All"), NULL, { "<Control>a" }, FF_COMMANDS_GRID },

  { "part.add", N_ ("_Add a Cause, an Action or a Weak Item"), NULL, { "Insert", "n" }, FF_COMMANDS_IMPROVEMENT },
  { "part.add-branch", N_ ("Add a _Branch"), NULL, { "b" }, FF_COMMANDS_IMPROVEMENT },
  { "part.rename", N_ ("Re_name"), NULL, { "F2" }, FF_COMMANDS_IMPROVEMENT },
  { "part.root", N_ ("_Root Cause, with Its Evidence"), NULL, { "r" }, FF_COMMANDS_IMPROVEMENT },
  { "part.edit", N_ ("_Edit Everything about It"), NULL, { "e" }, FF_COMMANDS_IMPROVEMENT },
  { "part.delete", N_ ("_Delete"), NULL, { "Delete" }, FF_COMMANDS_IMPROVEMENT },
  { "part.move::left", N_ ("Move to the Phase or Branch _Before"), NULL, { "<Control>Left" }, FF_COMMANDS_IMPROVEMENT },
  { "part.move::right", N_ ("Move to the Ne_xt Phase or Branch"), NULL, { "<Control>Right" }, FF_COMMANDS_IMPROVEMENT },
  { "part.move::up", N_ ("Move _Up"), NULL, { "<Control>Up", "<Alt>Up" }, FF_COMMANDS_IMPROVEMENT },
  { "part.move::down", N_ ("Move Do_wn"), NULL, { "<Control>Down", "<Alt>Down" }, FF_COMMANDS_IMPROVEMENT },
};

static const char *const group_titles[] = {
  [FF_COMMANDS_GENERAL] = N_ ("General"),
  [FF_COMMANDS_PAGES] = N_ ("Pages"),
  [FF_COMMANDS_EDIT] = N_ ("Editing"),
  [FF_COMMANDS_CLASS] = N_ ("In a Class"),
  [FF_COMMANDS_MARKS] = N_ ("In the Marks"),
  [FF_COMMANDS_CALENDAR] = N_ ("In the Calendar"),
  [FF_COMMANDS_GRID] = N_ ("In a Grid"),
  [FF_COMMANDS_IMPROVEMENT] = N_ ("In the Improvement of a Class"),
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

gboolean
ff_command_group_is_local (FfCommandGroup group)
{
  return group == FF_COMMANDS_CALENDAR || group == FF_COMMANDS_GRID || group == FF_COMMANDS_IMPROVEMENT;
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

      if (ff_command_group_is_local (commands[i].group))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (commands[i].accels); k++)
        accels[k] = commands[i].accels[k];
      gtk_application_set_accels_for_action (application, commands[i].action, accels);
    }
}

/* What a person types, or does in a popover, is no command to what lies below. */
static gboolean
run_local (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const FfCommand *command = user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (focus == NULL || gtk_widget_get_native (focus) != GTK_NATIVE (root) || GTK_IS_EDITABLE (focus))
    return FALSE;
  return g_action_parse_detailed_name (command->action, &name, &target, NULL) && gtk_widget_activate_action_variant (widget, name, target);
}

void
ff_commands_add_local (GtkWidget *widget, FfCommandGroup group)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* Before a scrolled window takes the keys that scroll. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    for (guint k = 0; commands[i].group == group && k < G_N_ELEMENTS (commands[i].accels) && commands[i].accels[k] != NULL; k++)
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (commands[i].accels[k]),
                                                              gtk_callback_action_new (run_local, (gpointer) &commands[i], NULL)));
  gtk_widget_add_controller (widget, controller);
}
