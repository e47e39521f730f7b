/* What the files of FfRunRoster share. */
#pragma once

#include "ff-list-view.h"
#include "ff-run-roster.h"
#include "ff-run-tab.h"

G_BEGIN_DECLS

struct _FfRunRoster
{
  FfRunTab parent_instance;

  FfListView *list;
  GMenu *team_menu; /* one item a team; part of the menus of the page and of the rows */
};

/* ff-run-roster-actions.c */
void ff_run_roster_init_actions (FfRunRoster *self);
/* Once the list is there: its menu and its keys. */
void ff_run_roster_set_up_menu (FfRunRoster *self);
void ff_run_roster_update_actions (FfRunRoster *self);
/* The teams of the class are others than before. */
void ff_run_roster_update_teams (FfRunRoster *self);

G_END_DECLS
