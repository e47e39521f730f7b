/* Commands on blocks of cells: copy, cut, paste, fill down, clear. Each is checked as a whole before anything changes. */
#include "config.h"

#include "ff-grid-private.h"

#include <glib/gi18n-lib.h>

#include "ff-grid-text.h"

/* Edits that own their texts. */
typedef struct
{
  FfGrid *grid;
  GArray *edits;
  GPtrArray *texts;
  char *reason; /* of the first one that is refused */
  guint left_out; /* values for cells that cannot be edited */
} Draft;

static void
draft_init (Draft *draft, FfGrid *grid)
{
  draft->grid = grid;
  draft->edits = g_array_new (FALSE, FALSE, sizeof (FfGridEdit));
  draft->texts = g_ptr_array_new_with_free_func (g_free);
  draft->reason = NULL;
  draft->left_out = 0;
}

static void
draft_clear (Draft *draft)
{
  g_array_unref (draft->edits);
  g_ptr_array_unref (draft->texts);
  g_free (draft->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

/* Cells that cannot be edited, and texts that are there already, are passed over. */
static void
draft_add (Draft *draft, int row, int column, const char *text)
{
  FfGridModel *model = draft->grid->model;
  g_autofree char *before = NULL;
  g_autofree char *reason = NULL;
  char *kept;

  if (draft->reason != NULL)
    return;
  before = ff_grid_model_get_edit_text (model, row, column);
  if (g_str_equal (before, text))
    return;
  if (!ff_grid_model_is_editable (model, row, column))
    {
      draft->left_out++;
      return;
    }

  reason = ff_grid_model_validate (model, row, column, text);
  if (reason != NULL)
    {
      g_autofree char *row_title = ff_grid_model_get_row_title (model, row);

      /* Translators: where and why a paste was refused: the row's title, the column's title, a sentence. */
      draft->reason = g_strdup_printf (_("%s, %s: %s Nothing was changed."), row_title,
                                       ff_grid_model_get_column (model, column)->title, reason);
      return;
    }

  kept = g_strdup (text);
  g_ptr_array_add (draft->texts, kept);
  g_array_append_val (draft->edits, ((FfGridEdit) { row, column, kept }));
}

static gboolean
draft_apply (Draft *draft, FfGridCommand command)
{
  if (draft->reason != NULL)
    {
      g_signal_emit (draft->grid, ff_grid_signals[FF_GRID_REFUSED], 0, draft->reason);
      return FALSE;
    }
  if (draft->edits->len > 0)
    ff_grid_model_apply (draft->grid->model, command, (const FfGridEdit *) draft->edits->data, draft->edits->len);

  return TRUE;
}

static void
fill_block (FfGrid *self, const FfGridBlock *block, const char *text, FfGridCommand command)
{
  g_auto (Draft) draft;

  draft_init (&draft, self);
  for (int row = block->first_row; row <= block->last_row; row++)
    {
      for (int column = block->first_column; column <= block->last_column; column++)
        draft_add (&draft, row, column, text);
    }
  draft_apply (&draft, command);
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

static void
fill_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGrid *self = FF_GRID (widget);
  g_auto (Draft) draft;
  FfGridBlock block;

  draft_init (&draft, self);
  if (!ff_grid_cursor_get_block (&self->cursor, &block))
    return;

  /* A single line takes what stands above it. */
  if (block.first_row == block.last_row)
    block.first_row = MAX (block.first_row - 1, 0);
  for (int column = block.first_column; column <= block.last_column; column++)
    {
      g_autofree char *text = ff_grid_model_get_edit_text (self->model, block.first_row, column);

      for (int row = block.first_row + 1; row <= block.last_row; row++)
        draft_add (&draft, row, column, text);
    }
  draft_apply (&draft, FF_GRID_COMMAND_FILL);
}

/* A pasted value that found no place does not go in silence. */
static void
say_what_was_left_out (const Draft *draft)
{
  g_autofree char *text = NULL;

  if (draft->left_out == 0)
    return;
  text = g_strdup_printf (ngettext ("%u value was left out: there is no cell for it that can be edited.",
                                    "%u values were left out: there are no cells for them that can be edited.", draft->left_out),
                          draft->left_out);
  g_signal_emit (draft->grid, ff_grid_signals[FF_GRID_REFUSED], 0, text);
}

/* A single value goes into each selected cell; a block goes where the selection begins, and what hangs over is cut off. An empty
   cell of the block leaves the one below it alone. */
static void
paste_rows (FfGrid *self, GPtrArray *rows)
{
  g_auto (Draft) draft;
  FfGridBlock block;
  int last_column;

  draft_init (&draft, self);
  if (rows->len == 0 || !ff_grid_cursor_get_block (&self->cursor, &block))
    return;

  if (rows->len == 1 && ((GPtrArray *) g_ptr_array_index (rows, 0))->len == 1)
    {
      const char *text = g_strstrip (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, 0), 0));

      if (text[0] != '\0')
        fill_block (self, &block, text, FF_GRID_COMMAND_PASTE);
      return;
    }

  last_column = block.first_column;
  for (int r = 0; r < (int) rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (rows, r);

      for (int c = 0; c < (int) row->len; c++)
        {
          char *text = g_strstrip (g_ptr_array_index (row, c));
          gboolean hangs_over = block.first_row + r >= self->cursor.n_rows || block.first_column + c >= self->cursor.n_columns;

          if (!hangs_over)
            last_column = MAX (last_column, block.first_column + c);
          if (text[0] == '\0')
            continue;
          if (hangs_over)
            draft.left_out++;
          else
            draft_add (&draft, block.first_row + r, block.first_column + c, text);
        }
    }

  if (!draft_apply (&draft, FF_GRID_COMMAND_PASTE))
    return;
  say_what_was_left_out (&draft);

  ff_grid_cursor_set (&self->cursor, MIN (block.first_row + (int) rows->len, self->cursor.n_rows) - 1, last_column, FALSE);
  ff_grid_cursor_set (&self->cursor, block.first_row, block.first_column, TRUE);
  ff_grid_cursor_changed (self);
}

void
ff_grid_paste_text (FfGrid *self, const char *text)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (FF_IS_GRID (self));
  g_return_if_fail (text != NULL);

  rows = ff_grid_text_parse (text);
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
  gtk_widget_class_install_action (widget_class, "grid.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "grid.edit", NULL, edit_action);
}
