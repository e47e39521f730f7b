/* Criteria and their levels as a table like a printed rubric: a row for each criterion, a column for each level. Where it may be changed, a
   click or Enter on a cell opens its form, Alt+Up and Alt+Down move a criterion, Delete takes a cell away. */
#pragma once

#include <adwaita.h>

#include "ff-criteria-edit.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_RUBRIC_TABLE (ff_rubric_table_get_type ())
G_DECLARE_FINAL_TYPE (FfRubricTable, ff_rubric_table, FF, RUBRIC_TABLE, AdwBin)

GtkWidget *ff_rubric_table_new (FfWorkspace *workspace, FfCriteriaOf of);
/* Copies @criteria. @owner_id: the rubric or component that a change is written to; 0: for reading only. */
void ff_rubric_table_set (FfRubricTable *self, gint64 owner_id, const GPtrArray *criteria);
/* The cell of a level (@level from 0) or, with -1, of a criterion; NULL: there is none. */
GtkWidget *ff_rubric_table_get_cell (FfRubricTable *self, guint criterion, int level);

G_END_DECLS
