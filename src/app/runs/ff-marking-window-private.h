/* What the files of FfMarkingWindow share. */
#pragma once

#include "ff-key-legend.h"
#include "ff-marking-board.h"
#include "ff-marking-people.h"
#include "ff-marking-window.h"
#include "ff-run-context.h"

G_BEGIN_DECLS

struct _FfMarkingWindow
{
  AdwWindow parent_instance;

  GtkToggleButton *by_criterion;
  GtkDropDown *leaves;
  GtkDropDown *raters;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkBox *who;
  GtkBox *desk;
  GtkBox *main;
  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *total;
  GtkLabel *missing;
  FfKeyLegend *legend;
  FfMarkingBoard *board;
  FfMarkingPeople *people;

  FfWorkspace *workspace;
  FfRunContext *context;
  FfMarkingSheet *sheet;
  gint64 component_id; /* to begin with, as the next */
  gint64 enrolment_id;
  gboolean asked; /* who marks, or it need not be */
  GArray *leaf_ids;       /* of the entries of leaves */
  GPtrArray *rater_names; /* of the entries of raters; the first is "" */
  gboolean filling;
};

/* ff-marking-comment.c: a popover on @anchor for the comment on the score where one is. */
void ff_marking_window_open_comment (FfMarkingWindow *self, GtkWidget *anchor);

/* ff-marking-window.c: what stands for a mark in a label of undo: "Sun Wenbo: Empathy". */
char *ff_marking_window_name_place (FfMarkingWindow *self, guint person, guint column) G_GNUC_WARN_UNUSED_RESULT;
/* Says in the window itself what was refused. */
void ff_marking_window_complain (FfMarkingWindow *self, const GError *error);

G_END_DECLS
