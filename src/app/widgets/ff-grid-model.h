/* What a grid shows and what may be done to it. The grid knows nothing of attendance or marks; a model knows nothing of widgets. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The row number of the footer. */
#define FF_GRID_FOOTER (-1)

/* How a cell is coloured: one class of ui/grid.css each. */
typedef enum
{
  FF_GRID_STYLE_NONE,
  FF_GRID_STYLE_PRESENT,
  FF_GRID_STYLE_LATE,
  FF_GRID_STYLE_LEFT_EARLY,
  FF_GRID_STYLE_ABSENT,
  FF_GRID_STYLE_EXCUSED,
  FF_GRID_STYLE_UNRECORDED,
  FF_GRID_STYLE_NOT_PLANNED,
  FF_GRID_STYLE_FAILED,  /* under the pass mark, over the limit */
  FF_GRID_STYLE_DIM,
  FF_GRID_STYLE_AWARD,
  FF_GRID_STYLE_AWARD_SO_FAR,
} FfGridStyle;

/* What stands before the text of a cell. */
typedef enum
{
  FF_GRID_LEAD_NONE,
  FF_GRID_LEAD_DOTS,
  FF_GRID_LEAD_TAG_MISSED,
  FF_GRID_LEAD_TAG_SOON,
} FfGridLead;

typedef enum
{
  FF_GRID_BOLD = 1 << 0,
  FF_GRID_ITALIC = 1 << 1,
  FF_GRID_STRUCK = 1 << 2,
  FF_GRID_HATCHED = 1 << 3, /* not yet assessed */
  FF_GRID_CORNER = 1 << 4,  /* there is a comment */
  FF_GRID_FADED = 1 << 5,   /* belongs to somebody who is out */
} FfGridFlags;

/* A cell as it is shown. The texts are the cell's own. */
typedef struct
{
  char *text;
  char *superscript;
  char *lead;
  char *spoken;  /* what a screen reader says in place of the text; NULL: the text */
  char *tooltip; /* NULL: none */
  FfGridStyle style;
  FfGridLead lead_kind;
  FfGridFlags flags;
} FfGridCell;

void ff_grid_cell_clear (FfGridCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfGridCell, ff_grid_cell_clear)

typedef enum
{
  FF_GRID_TINT_NONE,
  FF_GRID_TINT_PROCESS, /* the two group colours take turns */
  FF_GRID_TINT_RESULT,
} FfGridTint;

typedef struct
{
  char *title;
  char *subtitle;   /* one or more lines, NULL: none */
  char *group;      /* neighbours with the same group and number stand under one heading; NULL: none */
  char *group_note; /* "40 %" */
  int group_number;
  FfGridTint tint;
  char *sample;     /* the longest text of the column, NULL: only the title counts */
  char *tooltip;
  int width;        /* least width in pixels at 96 dpi */
  float xalign;
  gboolean frozen;  /* stays when the rest scrolls; frozen columns come first */
  gboolean yields;  /* asks for its sample up to @width, and for the rest of it only where the window has room, before others expand */
  gboolean expand;  /* takes what the window is too wide */
  gboolean strong;  /* a strong line at its end */
  gboolean locked;  /* nothing in it may be changed: the heading wears a lock */
  gboolean current; /* the one that is being worked on: heading and cells in the accent colour */
} FfGridColumn;

FfGridColumn *ff_grid_column_new (const char *title, const char *subtitle, int width, float xalign) G_GNUC_WARN_UNUSED_RESULT;
void ff_grid_column_free (FfGridColumn *column);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfGridColumn, ff_grid_column_free)

typedef struct
{
  int row;
  int column;
  const char *text; /* "" clears */
} FfGridEdit;

/* The command that edits come from; it names the step of undo. */
typedef enum
{
  FF_GRID_COMMAND_TYPE,
  FF_GRID_COMMAND_PASTE,
  FF_GRID_COMMAND_CUT,
  FF_GRID_COMMAND_CLEAR,
  FF_GRID_COMMAND_FILL,
} FfGridCommand;

#define FF_TYPE_GRID_MODEL (ff_grid_model_get_type ())
G_DECLARE_INTERFACE (FfGridModel, ff_grid_model, FF, GRID_MODEL, GObject)

struct _FfGridModelInterface
{
  GTypeInterface parent_iface;

  int (*get_n_rows) (FfGridModel *model);
  int (*get_n_columns) (FfGridModel *model);
  const FfGridColumn *(*get_column) (FfGridModel *model, int column);
  gboolean (*has_footer) (FfGridModel *model);
  char *(*get_row_title) (FfGridModel *model, int row);
  void (*get_cell) (FfGridModel *model, int row, int column, FfGridCell *cell);
  gboolean (*get_row_message) (FfGridModel *model, int row, FfGridCell *cell, int *first_column, int *n_columns);
  gboolean (*is_editable) (FfGridModel *model, int row, int column);
  char *(*get_edit_text) (FfGridModel *model, int row, int column);
  char *(*validate) (FfGridModel *model, int row, int column, const char *text);
  char *(*preview_text) (FfGridModel *model, int row, int column, const char *text);
  const char *(*translate_key) (FfGridModel *model, int row, int column, gunichar key);
  void (*apply) (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits);
};

int ff_grid_model_get_n_rows (FfGridModel *model);
int ff_grid_model_get_n_columns (FfGridModel *model);
/* The model's own, until its structure changes. */
const FfGridColumn *ff_grid_model_get_column (FfGridModel *model, int column);
/* Optional: no footer. */
gboolean ff_grid_model_has_footer (FfGridModel *model);
/* Whom or what a row is about, for screen readers and messages. */
char *ff_grid_model_get_row_title (FfGridModel *model, int row) G_GNUC_WARN_UNUSED_RESULT;
/* Fills a cell that is all zero. */
void ff_grid_model_get_cell (FfGridModel *model, int row, int column, FfGridCell *cell);
/* Optional: a sentence in place of @n_columns cells, such as why somebody is out. */
gboolean ff_grid_model_get_row_message (FfGridModel *model, int row, FfGridCell *cell, int *first_column, int *n_columns);
gboolean ff_grid_model_is_editable (FfGridModel *model, int row, int column);
/* What the editor starts with and what is copied. Optional: the shown text. */
char *ff_grid_model_get_edit_text (FfGridModel *model, int row, int column) G_GNUC_WARN_UNUSED_RESULT;
/* NULL when the text may be set, else a sentence that says why not. */
char *ff_grid_model_validate (FfGridModel *model, int row, int column, const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* What get_edit_text() would say after a valid @text was set: "92.50" becomes "92.5". Optional: the text. */
char *ff_grid_model_preview_text (FfGridModel *model, int row, int column, const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Optional: a key that sets a cell at once and moves on; the text that it stands for, or NULL. */
const char *ff_grid_model_translate_key (FfGridModel *model, int row, int column, gunichar key);
/* One step of undo. Only editable cells and validated texts are given; the model emits cells-changed. */
void ff_grid_model_apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits);

/* Emits "cells-changed" (first row, number of rows); the footer is always meant too. */
void ff_grid_model_cells_changed (FfGridModel *model, int row, int n_rows);
/* Emits "structure-changed": rows or columns came or went. */
void ff_grid_model_structure_changed (FfGridModel *model);

G_END_DECLS
