#include "config.h"

#include "ff-grid-model.h"

G_DEFINE_INTERFACE (FfGridModel, ff_grid_model, G_TYPE_OBJECT)

enum
{
  CELLS_CHANGED,
  STRUCTURE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
ff_grid_cell_clear (FfGridCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->superscript, g_free);
  g_clear_pointer (&cell->lead, g_free);
  g_clear_pointer (&cell->spoken, g_free);
  g_clear_pointer (&cell->tooltip, g_free);
}

FfGridColumn *
ff_grid_column_new (const char *title, const char *subtitle, int width, float xalign)
{
  FfGridColumn *column = g_new0 (FfGridColumn, 1);

  column->title = g_strdup (title);
  column->subtitle = g_strdup (subtitle);
  column->width = width;
  column->xalign = xalign;

  return column;
}

void
ff_grid_column_free (FfGridColumn *column)
{
  if (column == NULL)
    return;

  g_free (column->title);
  g_free (column->subtitle);
  g_free (column->group);
  g_free (column->group_note);
  g_free (column->sample);
  g_free (column->tooltip);
  g_free (column);
}

static void
ff_grid_model_default_init (FfGridModelInterface *iface)
{
  signals[CELLS_CHANGED] = g_signal_new ("cells-changed", FF_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[STRUCTURE_CHANGED] = g_signal_new ("structure-changed", FF_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
}

int
ff_grid_model_get_n_rows (FfGridModel *model)
{
  return FF_GRID_MODEL_GET_IFACE (model)->get_n_rows (model);
}

int
ff_grid_model_get_n_columns (FfGridModel *model)
{
  return FF_GRID_MODEL_GET_IFACE (model)->get_n_columns (model);
}

const FfGridColumn *
ff_grid_model_get_column (FfGridModel *model, int column)
{
  return FF_GRID_MODEL_GET_IFACE (model)->get_column (model, column);
}

gboolean
ff_grid_model_has_footer (FfGridModel *model)
{
  FfGridModelInterface *iface = FF_GRID_MODEL_GET_IFACE (model);

  return iface->has_footer != NULL && iface->has_footer (model);
}

char *
ff_grid_model_get_row_title (FfGridModel *model, int row)
{
  return FF_GRID_MODEL_GET_IFACE (model)->get_row_title (model, row);
}

void
ff_grid_model_get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  FF_GRID_MODEL_GET_IFACE (model)->get_cell (model, row, column, cell);
}

gboolean
ff_grid_model_get_row_message (FfGridModel *model, int row, FfGridCell *cell, int *first_column, int *n_columns)
{
  FfGridModelInterface *iface = FF_GRID_MODEL_GET_IFACE (model);

  return iface->get_row_message != NULL && iface->get_row_message (model, row, cell, first_column, n_columns);
}

gboolean
ff_grid_model_is_editable (FfGridModel *model, int row, int column)
{
  return FF_GRID_MODEL_GET_IFACE (model)->is_editable (model, row, column);
}

char *
ff_grid_model_get_edit_text (FfGridModel *model, int row, int column)
{
  FfGridModelInterface *iface = FF_GRID_MODEL_GET_IFACE (model);
  g_auto (FfGridCell) cell = { NULL };

  if (iface->get_edit_text != NULL)
    return iface->get_edit_text (model, row, column);

  iface->get_cell (model, row, column, &cell);

  return cell.text != NULL ? g_steal_pointer (&cell.text) : g_strdup ("");
}

char *
ff_grid_model_validate (FfGridModel *model, int row, int column, const char *text)
{
  return FF_GRID_MODEL_GET_IFACE (model)->validate (model, row, column, text);
}

char *
ff_grid_model_preview_text (FfGridModel *model, int row, int column, const char *text)
{
  FfGridModelInterface *iface = FF_GRID_MODEL_GET_IFACE (model);

  return iface->preview_text != NULL ? iface->preview_text (model, row, column, text) : g_strdup (text);
}

const char *
ff_grid_model_translate_key (FfGridModel *model, int row, int column, gunichar key)
{
  FfGridModelInterface *iface = FF_GRID_MODEL_GET_IFACE (model);

  return iface->translate_key != NULL ? iface->translate_key (model, row, column, key) : NULL;
}

void
ff_grid_model_apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FF_GRID_MODEL_GET_IFACE (model)->apply (model, command, edits, n_edits);
}

void
ff_grid_model_cells_changed (FfGridModel *model, int row, int n_rows)
{
  g_return_if_fail (FF_IS_GRID_MODEL (model));

  g_signal_emit (model, signals[CELLS_CHANGED], 0, row, n_rows);
}

void
ff_grid_model_structure_changed (FfGridModel *model)
{
  g_return_if_fail (FF_IS_GRID_MODEL (model));

  g_signal_emit (model, signals[STRUCTURE_CHANGED], 0);
}
