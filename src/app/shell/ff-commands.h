/* Every command of the window in one table: menus, buttons, tooltips, shortcuts, the list of shortcuts and the labels of undo
   steps all read it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FF_COMMANDS_GENERAL,
  FF_COMMANDS_PAGES,
  FF_COMMANDS_EDIT,
  FF_COMMANDS_CLASS,
  FF_COMMANDS_MARKS,
  FF_COMMANDS_CALENDAR, /* single keys: they act where the calendar has the focus, and are typed elsewhere */
  FF_COMMANDS_GRID,     /* these act where a grid has the focus, which takes its keys itself */
  FF_COMMANDS_IMPROVEMENT, /* these act where a weak item, a fishbone or the board of actions has the focus, as far as it knows them */
  FF_N_COMMAND_GROUPS,
} FfCommandGroup;

typedef struct
{
  const char *action;  /* a detailed action name, "win.show-page::today" */
  const char *label;   /* as in a menu; msgid */
  const char *undo;    /* what the journal and Undo call it; msgid, NULL: it changes nothing or names what it did itself */
  const char *accels[3]; /* NULL-terminated unless full; msgids are not needed */
  FfCommandGroup group;
} FfCommand;

const FfCommand *ff_commands_get (guint *n);
/* NULL for an unknown one. */
const FfCommand *ff_command_find (const char *action);
/* Both in the reader's language. */
const char *ff_command_label (const char *action);
const char *ff_command_undo_label (const char *action);
const char *ff_command_group_title (FfCommandGroup group);
/* Whether its keys act only where a certain widget has the focus, and mean something else in other places. */
gboolean ff_command_group_is_local (FfCommandGroup group);

/* Appends a command to a menu under its own label. */
void ff_command_append (GMenu *menu, const char *action);
void ff_commands_set_accels (GtkApplication *application);
/* The shortcuts of a group that acts only where @widget has the focus; the application's leave them out. */
void ff_commands_add_local (GtkWidget *widget, FfCommandGroup group);

G_END_DECLS
