#include "config.h"

#include "grid-sample.h"

#define OUT_ROW 8

struct _GridSample
{
  GObject parent_instance;

  int n_rows;
  int n_columns; /* without the frozen ones */
  GPtrArray *columns;
  char **texts;
  int n_commands;
  FfGridCommand last_command;
  gboolean status_keys;
  gboolean colourful;
};

static void grid_sample_model_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GridSample, grid_sample, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, grid_sample_model_init))

static char **
text_at (GridSample *self, int row, int column)
{
  return &self->texts[row * self->n_columns + column - GRID_SAMPLE_FROZEN];
}

static int
get_n_rows (FfGridModel *model)
{
  return GRID_SAMPLE (model)->n_rows;
}

static int
get_n_columns (FfGridModel *model)
{
  return GRID_SAMPLE (model)->n_columns + GRID_SAMPLE_FROZEN;
}

static const FfGridColumn *
get_column (FfGridModel *model, int column)
{
  return g_ptr_array_index (GRID_SAMPLE (model)->columns, column);
}

static gboolean
has_footer (FfGridModel *model)
{
  return TRUE;
}

static char *
get_row_title (FfGridModel *model, int row)
{
  return row == FF_GRID_FOOTER ? g_strdup ("Mean") : g_strdup_printf ("Trainee %d", row + 1);
}

static void
colour_cell (FfGridCell *cell, int row, int column)
{
  static const struct
  {
    FfGridStyle style;
    const char *text, *superscript, *lead;
    FfGridLead lead_kind;
    FfGridFlags flags;
  } looks[] = {
    { FF_GRID_STYLE_PRESENT, "✓" },
    { FF_GRID_STYLE_LATE, "L 08" },
    { FF_GRID_STYLE_PRESENT, "✓" },
    { FF_GRID_STYLE_LEFT_EARLY, "E 10" },
    { FF_GRID_STYLE_ABSENT, "A", "22" },
    { FF_GRID_STYLE_EXCUSED, "X" },
    { FF_GRID_STYLE_UNRECORDED, "–" },
    { FF_GRID_STYLE_NONE, "78", .flags = FF_GRID_CORNER },
    { FF_GRID_STYLE_NONE, "", .flags = FF_GRID_HATCHED },
    { FF_GRID_STYLE_FAILED, "52", .flags = FF_GRID_CORNER },
    { FF_GRID_STYLE_NONE, "77.63", .flags = FF_GRID_ITALIC },
    { FF_GRID_STYLE_NONE, "87.38", .flags = FF_GRID_BOLD },
    { FF_GRID_STYLE_AWARD, "★" },
    { FF_GRID_STYLE_AWARD_SO_FAR, "☆" },
    { FF_GRID_STYLE_NONE, "2 more", NULL, "●●", FF_GRID_LEAD_DOTS },
    { FF_GRID_STYLE_NONE, "", NULL, "Disqualified", FF_GRID_LEAD_TAG_MISSED },
    { FF_GRID_STYLE_NONE, "", NULL, "⚠ 0 more", FF_GRID_LEAD_TAG_SOON },
  };
  gsize i = (gsize) (row * 5 + column) % G_N_ELEMENTS (looks);

  cell->style = looks[i].style;
  cell->text = g_strdup (looks[i].text);
  cell->superscript = g_strdup (looks[i].superscript);
  cell->lead = g_strdup (looks[i].lead);
  cell->lead_kind = looks[i].lead_kind;
  cell->flags = looks[i].flags;
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  GridSample *self = GRID_SAMPLE (model);

  if (row == FF_GRID_FOOTER)
    {
      cell->text = column == 1 ? g_strdup ("Mean") : g_strdup ("80.5");
      cell->flags = column == 1 ? FF_GRID_BOLD : 0;
    }
  else if (column == 0)
    {
      cell->text = g_strdup_printf ("%d", row + 1);
      cell->style = FF_GRID_STYLE_DIM;
    }
  else if (column == 1)
    {
      cell->text = g_strdup_printf ("Trainee %d", row + 1);
      cell->flags = row == OUT_ROW ? FF_GRID_STRUCK : 0;
    }
  else if (column == 2)
    {
      cell->text = g_strdup (row % 2 == 0 ? "Contact Centre" : "Stores East");
      cell->style = FF_GRID_STYLE_DIM;
    }
  else if (self->colourful)
    {
      colour_cell (cell, row, column);
    }
  else
    {
      cell->text = g_strdup (*text_at (self, row, column));
    }
}

static gboolean
get_row_message (FfGridModel *model, int row, FfGridCell *cell, int *first_column, int *n_columns)
{
  if (row != OUT_ROW || GRID_SAMPLE (model)->n_columns == 0)
    return FALSE;

  cell->lead = g_strdup ("Disqualified");
  cell->lead_kind = FF_GRID_LEAD_TAG_MISSED;
  cell->text = g_strdup ("absence 33.3 %, limit 20 %: no assessment");
  cell->style = FF_GRID_STYLE_DIM;
  *first_column = GRID_SAMPLE_FROZEN;
  *n_columns = GRID_SAMPLE (model)->n_columns;

  return TRUE;
}

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  return row != FF_GRID_FOOTER && row != OUT_ROW && column >= GRID_SAMPLE_FROZEN;
}

static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  g_auto (FfGridCell) cell = { NULL };

  if (column >= GRID_SAMPLE_FROZEN)
    return g_strdup (*text_at (GRID_SAMPLE (model), row, column));

  get_cell (model, row, column, &cell);

  return g_strdup (cell.text);
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  if (g_ascii_strtod (text, NULL) > 100)
    return g_strdup_printf ("%s is above the maximum of 100.", text);

  return NULL;
}

static const char *
translate_key (FfGridModel *model, int row, int column, gunichar key)
{
  if (!GRID_SAMPLE (model)->status_keys)
    return NULL;

  switch (g_unichar_tolower (key))
    {
    case 'p':
      return "P";
    case 'a':
      return "A";
    default:
      return NULL;
    }
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  GridSample *self = GRID_SAMPLE (model);

  self->n_commands++;
  self->last_command = command;
  for (gsize i = 0; i < n_edits; i++)
    {
      char **text = text_at (self, edits[i].row, edits[i].column);

      g_assert_true (is_editable (model, edits[i].row, edits[i].column));
      g_free (*text);
      *text = g_strdup (edits[i].text);
      ff_grid_model_cells_changed (model, edits[i].row, 1);
    }
}

static void
grid_sample_model_init (FfGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->has_footer = has_footer;
  iface->get_row_title = get_row_title;
  iface->get_cell = get_cell;
  iface->get_row_message = get_row_message;
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->translate_key = translate_key;
  iface->apply = apply;
}

static void
grid_sample_finalize (GObject *object)
{
  GridSample *self = GRID_SAMPLE (object);

  for (int i = 0; i < self->n_rows * self->n_columns; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (grid_sample_parent_class)->finalize (object);
}

static void
grid_sample_class_init (GridSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = grid_sample_finalize;
}

static void
grid_sample_init (GridSample *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_grid_column_free);
}

static void
add_columns (GridSample *self)
{
  static const struct
  {
    const char *title;
    int width;
  } frozen[GRID_SAMPLE_FROZEN] = { { "#", 32 }, { "Trainee", 120 }, { "Department", 110 } };

  for (int i = 0; i < GRID_SAMPLE_FROZEN; i++)
    {
      FfGridColumn *column = ff_grid_column_new (frozen[i].title, NULL, frozen[i].width, 0);

      column->frozen = TRUE;
      column->expand = i == 1;
      column->strong = i == GRID_SAMPLE_FROZEN - 1;
      g_ptr_array_add (self->columns, column);
    }

  for (int i = 0; i < self->n_columns; i++)
    {
      g_autofree char *title = g_strdup_printf ("S%d", i + 1);
      FfGridColumn *column = ff_grid_column_new (title, "Tue 8\nam", 44, 0.5f);

      column->group = g_strdup (i < self->n_columns / 2 ? "Process" : "Result");
      column->group_note = g_strdup (i < self->n_columns / 2 ? "40 %" : "60 %");
      column->group_number = i < self->n_columns / 2 ? 1 : 2;
      column->tint = i < self->n_columns / 2 ? FF_GRID_TINT_PROCESS : FF_GRID_TINT_RESULT;
      column->strong = i % 4 == 3;
      column->current = i == 5;
      g_ptr_array_add (self->columns, column);
    }
}

GridSample *
grid_sample_new (int n_rows, int n_columns)
{
  GridSample *self = g_object_new (GRID_TYPE_SAMPLE, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->texts = g_new (char *, n_rows * n_columns);
  for (int i = 0; i < n_rows * n_columns; i++)
    self->texts[i] = g_strdup ("");
  add_columns (self);

  return self;
}

const char *
grid_sample_get (GridSample *self, int row, int column)
{
  return *text_at (self, row, column + GRID_SAMPLE_FROZEN);
}

int
grid_sample_get_n_commands (GridSample *self)
{
  return self->n_commands;
}

FfGridCommand
grid_sample_get_last_command (GridSample *self)
{
  return self->last_command;
}

void
grid_sample_set_status_keys (GridSample *self, gboolean status_keys)
{
  self->status_keys = status_keys;
}

void
grid_sample_set_colourful (GridSample *self, gboolean colourful)
{
  self->colourful = colourful;
}
