/* Commands on blocks of cells: copy, cut, paste, fill, clear. Each is checked as a whole before anything changes; of a paste one sees
   before what it would do. */
#include "config.h"

#include "ff-grid-private.h"

#include <glib/gi18n-lib.h>

#include "ff-grid-draft.h"
#include "ff-grid-paste-window.h"
#include "ff-grid-text.h"

/* FALSE when a cell refuses its text: then nothing changes. */
static gboolean
apply_or_refuse (FfGrid *self, FfGridDraft *draft, FfGridCommand command)
{
  g_autofree char *refusal = ff_grid_draft_describe_refusal (draft);

  if (refusal != NULL)
    g_signal_emit (self, ff_grid_signals[FF_GRID_REFUSED], 0, refusal);
  else
    ff_grid_draft_apply (draft, command);

  return refusal == NULL;
}

static void
fill_block (FfGrid *self, const FfGridBlock *block, const char *text, FfGridCommand command)
{
  g_autoptr (FfGridDraft) draft = ff_grid_draft_new (self->model);

  for (int row = block->first_row; row <= block->last_row; row++)
    {
      for (int column = block->first_column; column <= block->last_column; column++)
        ff_grid_draft_add (draft, row, column, text);
    }
  apply_or_refuse (self, draft, command);
}

void
ff_grid_set_block (FfGrid *self, const FfGridBlock *block, const char *text)
{
  fill_block (self, block, text, FF_GRID_COMMAND_TYPE);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGrid *self = FF_GRID (widget);
  g_autoptr (GPtrArray) rows = ff_grid_text_new_rows ();
  g_autofree char *text = NULL;
  FfGridBlock block;

  if (!ff_grid_cursor_get_block (&self->cursor, &block))
    return;

  for (int r = block.first_row; r <= block.last_row; r++)
    {
      GPtrArray *row = ff_grid_text_add_row (rows);

      for (int c = block.first_column; c <= block.last_column; c++)
        g_ptr_array_add (row, ff_grid_model_get_edit_text (self->model, r, c));
    }
  text = ff_grid_text_format (rows);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGrid *self = FF_GRID (widget);
  FfGridBlock block;

  if (ff_grid_cursor_get_block (&self->cursor, &block))
    fill_block (self, &block, "", FF_GRID_COMMAND_CLEAR);
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGrid *self = FF_GRID (widget);
  FfGridBlock block;

  copy_action (widget, name, parameter);
  if (ff_grid_cursor_get_block (&self->cursor, &block))
    fill_block (self, &block, "", FF_GRID_COMMAND_CUT);
}

/* From its first line or column to all others, each from its own. */
static void
fill (FfGrid *self, const FfGridBlock *block, gboolean down)
{
  g_autoptr (FfGridDraft) draft = ff_grid_draft_new (self->model);

  for (int row = block->first_row + (down ? 1 : 0); row <= block->last_row; row++)
    {
      for (int column = block->first_column + (down ? 0 : 1); column <= block->last_column; column++)
        {
          g_autofree char *text = ff_grid_model_get_edit_text (self->model, down ? block->first_row : row,
                                                               down ? column : block->first_column);

          ff_grid_draft_add (draft, row, column, text);
        }
    }
  apply_or_refuse (self, draft, FF_GRID_COMMAND_FILL);
}

static void
fill_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGrid *self = FF_GRID (widget);
  FfGridBlock block;

  if (!ff_grid_cursor_get_block (&self->cursor, &block))
    return;

  /* A single line takes what stands above it. */
  if (block.first_row == block.last_row)
    block.first_row = MAX (block.first_row - 1, 0);
  fill (self, &block, TRUE);
}

static void
fill_right_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGrid *self = FF_GRID (widget);
  FfGridBlock block;

  if (!ff_grid_cursor_get_block (&self->cursor, &block))
    return;

  if (block.first_column == block.last_column)
    block.first_column = MAX (block.first_column - 1, 0);
  fill (self, &block, FALSE);
}

void
ff_grid_fill_from (FfGrid *self, const FfGridBlock *source, const FfGridBlock *target)
{
  g_autoptr (FfGridDraft) draft = ff_grid_draft_new (self->model);
  int rows = source->last_row - source->first_row + 1;
  int columns = source->last_column - source->first_column + 1;

  for (int row = target->first_row; row <= target->last_row; row++)
    {
      for (int column = target->first_column; column <= target->last_column; column++)
        {
          /* Upwards and to the left, too, the copies stand edge to edge with the source. */
          int r = source->first_row + ((row - source->first_row) % rows + rows) % rows;
          int c = source->first_column + ((column - source->first_column) % columns + columns) % columns;
          g_autofree char *text = ff_grid_model_get_edit_text (self->model, r, c);

          ff_grid_draft_add (draft, row, column, text);
        }
    }
  apply_or_refuse (self, draft, FF_GRID_COMMAND_FILL);
}

/* Pasting ----------------------------------------------------------------------------------------------------- */

/* A block on its way into the grid. */
typedef struct
{
  FfGrid *grid; /* held */
  FfGridBlock block; /* the cells that it fills */
  guint lost; /* values that lie outside */
  int lost_rows;
  int lost_columns;
} Pasting;

static void
pasting_free (gpointer data)
{
  Pasting *pasting = data;

  g_object_unref (pasting->grid);
  g_free (pasting);
}

static int
get_width (GPtrArray *rows)
{
  guint width = 0;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (rows, i))->len);

  return (int) width;
}

/* A block that fits several times into the selection fills it: one value each of its cells. */
static void
find_target (const FfGridBlock *selection, int height, int width, FfGridBlock *target)
{
  int rows = selection->last_row - selection->first_row + 1;
  int columns = selection->last_column - selection->first_column + 1;

  *target = *selection;
  if (rows % height != 0 || columns % width != 0)
    {
      target->last_row = target->first_row + height - 1;
      target->last_column = target->first_column + width - 1;
    }
}

/* An empty cell of the block leaves the one below it alone. */
static FfGridDraft *
draft_paste (Pasting *pasting, GPtrArray *rows, int height, int width)
{
  FfGrid *self = pasting->grid;
  FfGridDraft *draft = ff_grid_draft_new (self->model);
  FfGridBlock *block = &pasting->block;

  for (int row = block->first_row; row <= block->last_row; row++)
    {
      GPtrArray *cells = g_ptr_array_index (rows, (row - block->first_row) % height);

      for (int column = block->first_column; column <= block->last_column; column++)
        {
          int c = (column - block->first_column) % width;
          const char *text = c < (int) cells->len ? g_ptr_array_index (cells, c) : "";

          if (text[0] == '\0')
            continue;
          if (row >= self->cursor.n_rows || column >= self->cursor.n_columns)
            pasting->lost++;
          else
            ff_grid_draft_add (draft, row, column, text);
        }
    }
  pasting->lost_rows = MAX (block->last_row - self->cursor.n_rows + 1, 0);
  pasting->lost_columns = MAX (block->last_column - self->cursor.n_columns + 1, 0);
  block->last_row -= pasting->lost_rows;
  block->last_column -= pasting->lost_columns;

  return draft;
}

/* One sees what was pasted. */
static void
select_pasted (gpointer user_data)
{
  Pasting *pasting = user_data;
  FfGridCursor *cursor = &pasting->grid->cursor;

  ff_grid_cursor_set (cursor, pasting->block.last_row, pasting->block.last_column, FALSE);
  ff_grid_cursor_set (cursor, pasting->block.first_row, pasting->block.first_column, TRUE);
  ff_grid_cursor_changed (pasting->grid);
}

static void
paste_rows (FfGrid *self, GPtrArray *rows)
{
  g_autoptr (FfGridDraft) draft = NULL;
  Pasting *pasting;
  FfGridBlock selection, target;
  int width = get_width (rows);

  if (!ff_grid_cursor_get_block (&self->cursor, &selection))
    return;
  if (rows->len == 0)
    {
      g_signal_emit (self, ff_grid_signals[FF_GRID_REFUSED], 0, _("The copied cells are empty: there is nothing to paste."));
      return;
    }

  find_target (&selection, (int) rows->len, width, &target);
  if (target.first_row == target.last_row && target.first_column == target.last_column)
    {
      ff_grid_enter_text (self, g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, 0), 0), FF_GRID_COMMAND_PASTE);
      return;
    }

  pasting = g_new0 (Pasting, 1);
  pasting->grid = g_object_ref (self);
  pasting->block = target;
  draft = draft_paste (pasting, rows, (int) rows->len, width);
  ff_grid_paste_window_open (GTK_WIDGET (self), g_steal_pointer (&draft), pasting->lost, pasting->lost_rows, pasting->lost_columns,
                             select_pasted, pasting, pasting_free);
}

void
ff_grid_paste_text (FfGrid *self, const char *text)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (FF_IS_GRID (self));
  g_return_if_fail (text != NULL);

  rows = ff_grid_text_parse (text);
  ff_grid_text_trim (rows);
  paste_rows (self, rows);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfGrid) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text == NULL)
    g_signal_emit (self, ff_grid_signals[FF_GRID_REFUSED], 0, _("There is no text on the clipboard. Copy some cells first."));
  else if (self->model != NULL && ff_grid_commit (self))
    ff_grid_paste_text (self, text);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read, g_object_ref (widget));
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGrid *self = FF_GRID (widget);

  /* Without scrolling: one selects all to copy, and wants to see the same cells after it. */
  ff_grid_cursor_select_all (&self->cursor);
  gtk_widget_queue_allocate (widget);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_grid_begin_edit (FF_GRID (widget), FALSE);
}

void
ff_grid_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "grid.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "grid.cut", NULL, cut_action);
  gtk_widget_class_install_action (widget_class, "grid.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "grid.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "grid.fill-down", NULL, fill_down_action);
  gtk_widget_class_install_action (widget_class, "grid.fill-right", NULL, fill_right_action);
  gtk_widget_class_install_action (widget_class, "grid.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "grid.edit", NULL, edit_action);
}
