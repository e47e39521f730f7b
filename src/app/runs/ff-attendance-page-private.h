/* What the files of the attendance tab share: ff-attendance-page.c is the grid and what stands around it, -actions.c what can be done. */
#pragma once

#include "ff-attendance-model.h"
#include "ff-attendance-page.h"
#include "ff-key-legend.h"

G_BEGIN_DECLS

struct _FfAttendancePage
{
  FfGridTab parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkLabel *rule;
  GtkDropDown *departments;
  GtkDropDown *teams;
  FfGrid *grid;
  GMenuModel *cell_section;
  GMenuModel *person_section;
  GtkLabel *person;
  FfKeyLegend *legend;
  GtkLabel *leave; /* what X means, in the legend */
  GtkLabel *progress_text;
  GtkProgressBar *progress;

  FfAttendanceModel *model;
  GtkWidget *time_popover;
  GtkWidget *leave_popover;
  char *department_list; /* what the drop-downs were made from */
  char *team_list;
  gboolean filling;
  gboolean begun; /* the cursor was put where one goes on */
};

/* ff-attendance-page.c */
/* The session that is worked on; NULL: none. */
const FfSession *ff_attendance_page_get_session (FfAttendancePage *self);
/* The trainee of the row with the cursor; NULL: none. */
FfClassTrainee *ff_attendance_page_get_trainee (FfAttendancePage *self);
/* The cell with the cursor; NULL when it is none of a planned session. */
FfAttendanceCell *ff_attendance_page_get_cell (FfAttendancePage *self);
void ff_attendance_page_open_time (FfAttendancePage *self);
void ff_attendance_page_open_leave (FfAttendancePage *self);

/* ff-attendance-actions.c */
void ff_attendance_page_add_actions (FfAttendancePage *self);
void ff_attendance_page_update_actions (FfAttendancePage *self);

G_END_DECLS
