#include "config.h"

#include "ff-grid-draft.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (FfGridDraftCell, ff_grid_draft_cell, G_TYPE_OBJECT)

struct _FfGridDraft
{
  FfGridModel *model;
  GPtrArray *cells[FF_GRID_DRAFT_N_STATES];
};

static void
ff_grid_draft_cell_finalize (GObject *object)
{
  FfGridDraftCell *self = FF_GRID_DRAFT_CELL (object);

  g_free (self->before);
  g_free (self->after);
  g_free (self->text);
  g_free (self->reason);

  G_OBJECT_CLASS (ff_grid_draft_cell_parent_class)->finalize (object);
}

static void
ff_grid_draft_cell_class_init (FfGridDraftCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_grid_draft_cell_finalize;
}

static void
ff_grid_draft_cell_init (FfGridDraftCell *self)
{
}

FfGridDraft *
ff_grid_draft_new (FfGridModel *model)
{
  FfGridDraft *self = g_new0 (FfGridDraft, 1);

  self->model = g_object_ref (model);
  for (int i = 0; i < FF_GRID_DRAFT_N_STATES; i++)
    self->cells[i] = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
ff_grid_draft_free (FfGridDraft *self)
{
  if (self == NULL)
    return;

  for (int i = 0; i < FF_GRID_DRAFT_N_STATES; i++)
    g_ptr_array_unref (self->cells[i]);
  g_object_unref (self->model);
  g_free (self);
}

FfGridModel *
ff_grid_draft_get_model (FfGridDraft *self)
{
  return self->model;
}

static void
judge (FfGridDraft *self, FfGridDraftCell *cell)
{
  if (g_str_equal (cell->before, cell->text))
    {
      cell->state = FF_GRID_DRAFT_SAME;
      return;
    }
  if (!ff_grid_model_is_editable (self->model, cell->row, cell->column))
    {
      cell->state = FF_GRID_DRAFT_LOCKED;
      return;
    }
  cell->reason = ff_grid_model_validate (self->model, cell->row, cell->column, cell->text);
  if (cell->reason != NULL)
    {
      cell->state = FF_GRID_DRAFT_REFUSED;
      return;
    }

  g_free (cell->after);
  cell->after = ff_grid_model_preview_text (self->model, cell->row, cell->column, cell->text);
  cell->state = g_str_equal (cell->before, cell->after) ? FF_GRID_DRAFT_SAME : FF_GRID_DRAFT_CHANGES;
}

void
ff_grid_draft_add (FfGridDraft *self, int row, int column, const char *text)
{
  FfGridDraftCell *cell = g_object_new (FF_TYPE_GRID_DRAFT_CELL, NULL);

  cell->row = row;
  cell->column = column;
  cell->before = ff_grid_model_get_edit_text (self->model, row, column);
  cell->text = g_strdup (text);
  cell->after = g_strdup (text);
  judge (self, cell);
  g_ptr_array_add (self->cells[cell->state], cell);
}

guint
ff_grid_draft_count (FfGridDraft *self, FfGridDraftState state)
{
  return self->cells[state]->len;
}

FfGridDraftCell *
ff_grid_draft_get (FfGridDraft *self, FfGridDraftState state, guint nth)
{
  return g_ptr_array_index (self->cells[state], nth);
}

char *
ff_grid_draft_describe_refusal (FfGridDraft *self)
{
  const FfGridDraftCell *cell;
  g_autofree char *row_title = NULL;

  if (self->cells[FF_GRID_DRAFT_REFUSED]->len == 0)
    return NULL;

  cell = ff_grid_draft_get (self, FF_GRID_DRAFT_REFUSED, 0);
  row_title = ff_grid_model_get_row_title (self->model, cell->row);

  /* Translators: where and why a command on several cells was refused: the row's title, the column's title, a sentence. */
  return g_strdup_printf (_("%s, %s: %s Nothing was changed."), row_title, ff_grid_model_get_column (self->model, cell->column)->title,
                          cell->reason);
}

void
ff_grid_draft_apply (FfGridDraft *self, FfGridCommand command)
{
  GPtrArray *cells = self->cells[FF_GRID_DRAFT_CHANGES];
  g_autofree FfGridEdit *edits = g_new (FfGridEdit, cells->len);

  for (guint i = 0; i < cells->len; i++)
    {
      const FfGridDraftCell *cell = g_ptr_array_index (cells, i);

      edits[i] = (FfGridEdit) { cell->row, cell->column, cell->text };
    }
  if (cells->len > 0)
    ff_grid_model_apply (self->model, command, edits, cells->len);
}
