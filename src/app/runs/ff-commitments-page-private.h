/* What the files of FfCommitmentsPage share. */
#pragma once

#include "ff-commitments-page.h"
#include "ff-list-view.h"

G_BEGIN_DECLS

struct _FfCommitmentsPage
{
  FfRunTab parent_instance;

  FfListView *list;
  GtkWidget *bar; /* above the list: what is overdue, and the filters */
  GtkLabel *overdue;
  GtkWidget *confirm;
  GtkBox *filters;
  GtkDropDown *kind;
  GtkDropDown *status;
  GtkDropDown *team;
  GPtrArray *teams; /* FfTeam, the drop-down's after its first entry */
  gboolean filling;
  gboolean wants_focus; /* once there are rows */
};

/* ff-commitments-actions.c */
void ff_commitments_page_init_actions (FfCommitmentsPage *self);
/* Once the list is there: its menu and its keys. */
void ff_commitments_page_set_up_menu (FfCommitmentsPage *self);
void ff_commitments_page_update_actions (FfCommitmentsPage *self);

G_END_DECLS
