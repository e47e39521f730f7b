/* A model for tests and for looking at the grid: texts, of which some columns can be edited. Numbers above 100 are refused. */
#pragma once

#include "ff-grid-model.h"

G_BEGIN_DECLS

#define GRID_SAMPLE_FROZEN 3

#define GRID_TYPE_SAMPLE (grid_sample_get_type ())
G_DECLARE_FINAL_TYPE (GridSample, grid_sample, GRID, SAMPLE, GObject)

/* Three frozen columns and @n_columns that can be edited; row 8 is out, with a sentence in place of its cells. */
GridSample *grid_sample_new (int n_rows, int n_columns) G_GNUC_WARN_UNUSED_RESULT;
/* @column counts from the first one that can be edited. */
const char *grid_sample_get (GridSample *self, int row, int column);
int grid_sample_get_n_commands (GridSample *self);
FfGridCommand grid_sample_get_last_command (GridSample *self);
/* Keys p and a set a cell at once. */
void grid_sample_set_status_keys (GridSample *self, gboolean status_keys);
/* Colours, hatches, marks and tags of every kind. */
void grid_sample_set_colourful (GridSample *self, gboolean colourful);

G_END_DECLS
