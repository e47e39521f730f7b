/* What tests of windows over a database start from: an empty workspace, a parent, and a look at what stands in a window. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"
#include "wait.h"

typedef struct
{
  char *folder;
  FfWorkspace *workspace;
  GtkWidget *parent;
  guint n_changes; /* of the workspace; a test may set it back */
} WorkspaceFixture;

void workspace_set_up (WorkspaceFixture *self, gconstpointer data);
void workspace_tear_down (WorkspaceFixture *self, gconstpointer data);

/* GTK, libadwaita and the program's own templates; FALSE where there is no display. */
gboolean workspace_test_init (int *argc, char ***argv);

/* The first widget of a type below @widget whose string @property is @value; NULL if there is none. */
GtkWidget *workspace_find (GtkWidget *widget, GType type, const char *property, const char *value);

/* Until a widget has stood at one place of its window for five frames: a pointer can be moved to it then. */
void workspace_wait_still (GtkWidget *widget);
