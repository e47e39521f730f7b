/* What is written beside a mark: a text for each mark of a cell, with the sentences of the comment bank at hand. */
#pragma once

#include <gtk/gtk.h>

#include "ff-scores-model.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_COMMENT_POPOVER (ff_comment_popover_get_type ())
G_DECLARE_FINAL_TYPE (FfCommentPopover, ff_comment_popover, FF, COMMENT_POPOVER, GtkPopover)

/* Points at @area of @parent, whose layout has to place popovers. For the marks of a trainee in a component, or in one criterion of it
   (−1: in all); there is at least one. Closing it takes the text, Escape does not. Goes by itself. */
FfCommentPopover *ff_comment_popover_open (GtkWidget *parent, const GdkRectangle *area, FfWorkspace *workspace, FfScoresModel *model,
                                           const FfClassTrainee *trainee, int component, int criterion);

G_END_DECLS
