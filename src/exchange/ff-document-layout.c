/* Where the parts of a document stand: top to bottom, page after page. A row or paragraph that is higher than a page is cut between
   two lines of its text. */
#include "config.h"

#include "ff-document-private.h"

#include <string.h>

#define FOOT_ROOM 40.0     /* below the text, for the number of the page */
#define CELL_PADDING 4.0   /* left and right of a cell's text */
#define ROW_PADDING 3.0    /* above and below it */
#define LINE_GAP 4.0       /* between fields, paragraphs */
#define HEADING_GAP 10.0   /* above a heading */
#define ASIDE_GAP 12.0
#define BLANK_HEIGHT 24.0

typedef struct
{
  FfDocument *document;
  GPtrArray *pages;
  GArray *page; /* the last of them */
  double left;
  double width;
  double bottom;
  double y;
  double aside_width; /* what stands at the right, down to aside_bottom */
  double aside_bottom;
  double field_width; /* of the names of the present run of fields; 0: to be measured */
} Flow;

static void
begin_page (Flow *flow)
{
  flow->page = g_array_new (FALSE, FALSE, sizeof (FfPiece));
  g_ptr_array_add (flow->pages, flow->page);
  flow->y = FF_DOCUMENT_MARGIN;
  flow->aside_width = 0;
  flow->aside_bottom = 0;
}

static gboolean
is_fresh (const Flow *flow)
{
  return flow->y <= FF_DOCUMENT_MARGIN;
}

static double
room (const Flow *flow)
{
  return flow->bottom - flow->y;
}

static double
page_room (const Flow *flow)
{
  return flow->bottom - FF_DOCUMENT_MARGIN;
}

/* The width of text that begins here. */
static double
text_width (const Flow *flow)
{
  return flow->y < flow->aside_bottom ? flow->width - flow->aside_width - ASIDE_GAP : flow->width;
}

static void
pass_aside (Flow *flow)
{
  if (flow->y < flow->aside_bottom)
    flow->y = flow->aside_bottom + LINE_GAP;
}

static void
put (Flow *flow, FfPiece piece)
{
  g_array_append_val (flow->page, piece);
}

static void
put_line (Flow *flow, double x, double y, double width, double height)
{
  put (flow, (FfPiece) { .kind = FF_PIECE_LINE, .x = x, .y = y, .width = width, .height = height });
}

/* Text ----------------------------------------------------------------------------------------------------------------- */

/* A text of which part may be placed already. */
typedef struct
{
  FfTextStyle style;
  double width;
  double align;
  const char *text;
  int length;
} Run;

static double
measure (Flow *flow, const Run *run)
{
  PangoRectangle extents;

  if (run->length == 0)
    return 0;
  pango_layout_get_extents (ff_document_lay (flow->document, run->style, run->width, run->align, run->text, run->length), NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}

/* How many bytes of the run's lines fit into @height, at least one line's; @used is what they take. */
static int
fit_lines (Flow *flow, const Run *run, double height, double *used)
{
  PangoLayout *layout = ff_document_lay (flow->document, run->style, run->width, run->align, run->text, run->length);
  PangoLayoutIter *lines = pango_layout_get_iter (layout);
  int fitting = run->length;

  *used = 0;
  for (gboolean first = TRUE;; first = FALSE)
    {
      int top;
      int bottom;

      pango_layout_iter_get_line_yrange (lines, &top, &bottom);
      if (!first && bottom > height * PANGO_SCALE)
        {
          fitting = pango_layout_iter_get_line_readonly (lines)->start_index;
          break;
        }
      *used = (double) bottom / PANGO_SCALE;
      if (!pango_layout_iter_next_line (lines))
        break;
    }
  pango_layout_iter_free (lines);
  return fitting;
}

static void
put_run (Flow *flow, const Run *run, int length, double x, double y)
{
  /* The line feed at which a text was cut would be an empty line at its end. */
  if (length > 0 && run->text[length - 1] == '\n')
    length--;
  if (length > 0)
    put (flow, (FfPiece) { .kind = FF_PIECE_TEXT, .style = run->style, .x = x, .y = y, .width = run->width, .align = run->align,
                           .text = run->text, .length = length });
}

/* From left to right, each run in its column at @xs; what does not fit goes on on the next page. */
static void
put_runs (Flow *flow, Run *runs, const double *xs, gsize n)
{
  double height = 0;
  gboolean more;

  for (gsize i = 0; i < n; i++)
    height = MAX (height, measure (flow, &runs[i]));
  if (height > room (flow) && height <= page_room (flow) && !is_fresh (flow))
    begin_page (flow);

  do
    {
      double deepest = 0;

      more = FALSE;
      for (gsize i = 0; i < n; i++)
        {
          double used;
          int length;

          if (runs[i].length == 0)
            continue;
          length = fit_lines (flow, &runs[i], room (flow), &used);
          put_run (flow, &runs[i], length, xs[i], flow->y);
          runs[i].text += length;
          runs[i].length -= length;
          deepest = MAX (deepest, used);
          more = more || runs[i].length > 0;
        }
      flow->y += deepest;
      if (more)
        begin_page (flow);
    }
  while (more);
}

static Run
run_of (FfTextStyle style, double width, double align, const char *text)
{
  return (Run) { style, width, align, text != NULL ? text : "", text != NULL ? (int) strlen (text) : 0 };
}

/* A heading needs room for itself and a few lines of what it heads. */
static void
keep_with_next (Flow *flow, const Run *run)
{
  if (!is_fresh (flow) && measure (flow, run) + 48 > room (flow))
    begin_page (flow);
}

static void
place_text (Flow *flow, const FfBlock *block)
{
  Run run = run_of (block->style, text_width (flow), block->style == FF_TEXT_TITLE ? 0.5 : 0, block->text);

  if (block->style == FF_TEXT_HEADING && !is_fresh (flow))
    flow->y += HEADING_GAP;
  if (block->style != FF_TEXT_BODY)
    keep_with_next (flow, &run);
  run.width = text_width (flow);
  put_runs (flow, &run, &flow->left, 1);
  flow->y += block->style == FF_TEXT_TITLE ? 2 * LINE_GAP : LINE_GAP;
}

/* Fields --------------------------------------------------------------------------------------------------------------- */

static double
natural_width (Flow *flow, FfTextStyle style, const char *text)
{
  PangoRectangle extents;

  pango_layout_get_extents (ff_document_lay (flow->document, style, -1, 0, text, -1), NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/* The names of neighbouring fields share a column, at most a third of the page. */
static void
measure_fields (Flow *flow, guint first)
{
  GPtrArray *blocks = flow->document->blocks;

  for (guint i = first; i < blocks->len; i++)
    {
      const FfBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != FF_BLOCK_FIELD)
        break;
      flow->field_width = MAX (flow->field_width, natural_width (flow, FF_TEXT_FIELD_NAME, ff_document_keep_name (flow->document, block->name)));
    }
  flow->field_width = MIN (flow->field_width + 6, flow->width / 3);
}

static void
place_field (Flow *flow, const FfBlock *block, guint index)
{
  double xs[2];
  Run runs[2];

  if (flow->field_width <= 0)
    measure_fields (flow, index);
  xs[0] = flow->left;
  xs[1] = flow->left + flow->field_width;
  runs[0] = run_of (FF_TEXT_FIELD_NAME, flow->field_width, 0, ff_document_keep_name (flow->document, block->name));
  runs[1] = run_of (FF_TEXT_BODY, text_width (flow) - flow->field_width, 0, block->text);
  put_runs (flow, runs, xs, 2);
  flow->y += LINE_GAP;
}

static void
place_blanks (Flow *flow, const FfBlock *block)
{
  double share = flow->width / (double) block->n_columns;

  pass_aside (flow);
  if (room (flow) < BLANK_HEIGHT && !is_fresh (flow))
    begin_page (flow);
  for (gsize i = 0; i < block->n_columns; i++)
    {
      const char *name = ff_document_keep_name (flow->document, block->cells[i] != NULL ? block->cells[i] : "");
      Run run = run_of (FF_TEXT_BODY, -1, 0, name);
      double x = flow->left + share * (double) i;
      double end = natural_width (flow, FF_TEXT_BODY, name) + 4;
      double height = measure (flow, &run);

      put_run (flow, &run, run.length, x, flow->y + BLANK_HEIGHT - 4 - height);
      if (block->cells[block->n_columns + i] != NULL)
        {
          Run value = run_of (FF_TEXT_BODY, share - end - 14, 0.5, block->cells[block->n_columns + i]);

          put_run (flow, &value, value.length, x + end, flow->y + BLANK_HEIGHT - 4 - height);
        }
      put_line (flow, x + end, flow->y + BLANK_HEIGHT - 4, MAX (0, share - end - 14), 0);
    }
  flow->y += BLANK_HEIGHT;
}

/* Drawings --------------------------------------------------------------------------------------------------------------- */

static void
place_drawing (Flow *flow, const FfBlock *block)
{
  double width = block->width > 0 ? MIN (block->width, flow->width) : flow->width;

  pass_aside (flow);
  if (room (flow) < block->height && !is_fresh (flow))
    begin_page (flow);
  put (flow, (FfPiece) { .kind = FF_PIECE_DRAWING, .x = flow->left + (flow->width - width) / 2, .y = flow->y, .width = width,
                         .height = block->height, .block = block });
  flow->y += block->height + LINE_GAP;
}

static void
place_aside (Flow *flow, const FfBlock *block)
{
  pass_aside (flow);
  if (room (flow) < block->height && !is_fresh (flow))
    begin_page (flow);
  put (flow, (FfPiece) { .kind = FF_PIECE_DRAWING, .x = flow->left + flow->width - block->width, .y = flow->y, .width = block->width,
                         .height = block->height, .block = block });
  flow->aside_width = block->width;
  flow->aside_bottom = flow->y + block->height;
}

/* Tables ----------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  Flow *flow;
  const FfBlock *block;
  double *xs; /* of the columns' left edges, and of the table's right one */
  Run *runs;
  double heading_height;
  double group_height; /* of the line of groups above it; 0: none */
} Table;

static double
cell_width (const Table *table, gsize first, gsize last)
{
  return table->xs[last + 1] - table->xs[first] - 2 * CELL_PADDING;
}

static void
divide_columns (Table *table)
{
  const FfBlock *block = table->block;
  double shares = 0;

  for (gsize i = 0; i < block->n_columns; i++)
    shares += block->columns[i].width;
  table->xs[0] = table->flow->left;
  for (gsize i = 0; i < block->n_columns; i++)
    table->xs[i + 1] = table->xs[i] + table->flow->width * (shares > 0 ? block->columns[i].width / shares : 1.0 / (double) block->n_columns);
}

/* The last column of the group that begins at @first. */
static gsize
group_end (const FfBlock *block, gsize first)
{
  gsize last = first;

  while (last + 1 < block->n_columns && g_strcmp0 (block->columns[first].group, block->columns[last + 1].group) == 0)
    last++;
  return last;
}

static void
measure_heading (Table *table)
{
  const FfBlock *block = table->block;

  double alone = 0; /* the highest title without a group, which has both lines */

  for (gsize i = 0; i < block->n_columns; i++)
    {
      Run title = run_of (FF_TEXT_CELL_HEADING, cell_width (table, i, i), 0.5, block->columns[i].title);
      double height = *title.text != '\0' ? measure (table->flow, &title) + 2 * ROW_PADDING : 0;

      if (block->columns[i].group == NULL)
        {
          alone = MAX (alone, height);
        }
      else
        {
          gboolean begins = i == 0 || g_strcmp0 (block->columns[i - 1].group, block->columns[i].group) != 0;
          Run group = run_of (FF_TEXT_CELL_HEADING, cell_width (table, i, group_end (block, i)), 0.5, begins ? block->columns[i].group : NULL);

          table->heading_height = MAX (table->heading_height, height);
          table->group_height = MAX (table->group_height, measure (table->flow, &group) + 2 * ROW_PADDING);
        }
    }
  table->heading_height = MAX (table->heading_height, alone - table->group_height);
}

/* A text in the middle of the height of its cell. */
static void
put_centred (Table *table, gsize first, gsize last, double y, double height, const char *text)
{
  Run run = run_of (FF_TEXT_CELL_HEADING, cell_width (table, first, last), 0.5, text);

  put_run (table->flow, &run, run.length, table->xs[first] + CELL_PADDING, y + (height - measure (table->flow, &run)) / 2);
}

static double
table_width (const Table *table)
{
  return table->xs[table->block->n_columns] - table->xs[0];
}

static void
put_heading_of (Table *table, gsize first, gsize last)
{
  Flow *flow = table->flow;
  const FfBlock *block = table->block;
  double top = flow->y;
  double height = table->group_height + table->heading_height;

  if (block->columns[first].group != NULL)
    {
      put_centred (table, first, last, top, table->group_height, block->columns[first].group);
      put_line (flow, table->xs[first], top + table->group_height, table->xs[last + 1] - table->xs[first], 0);
      top += table->group_height;
      height -= table->group_height;
    }
  for (gsize i = first; i <= last; i++)
    {
      put_centred (table, i, i, top, height, block->columns[i].title);
      put_line (flow, table->xs[i], i == first ? flow->y : top, 0, i == first ? table->group_height + table->heading_height : height);
    }
}

static void
put_heading (Table *table)
{
  Flow *flow = table->flow;
  double height = table->group_height + table->heading_height;

  put_line (flow, table->xs[0], flow->y + height, table_width (table), 0);
  if (height <= 0)
    return;

  put (flow, (FfPiece) { .kind = FF_PIECE_SHADE, .x = table->xs[0], .y = flow->y, .width = table_width (table), .height = height });
  put_line (flow, table->xs[0], flow->y, table_width (table), 0);
  for (gsize first = 0; first < table->block->n_columns;)
    {
      gsize last = table->block->columns[first].group != NULL ? group_end (table->block, first) : first;

      put_heading_of (table, first, last);
      first = last + 1;
    }
  put_line (flow, table->xs[table->block->n_columns], flow->y, 0, height);
  flow->y += height;
}

static void
turn_page (Table *table)
{
  begin_page (table->flow);
  put_heading (table);
}

/* Takes of each run what fits, draws the rules of what it takes, and moves down. */
static gboolean
put_slice (Table *table, gsize n, double least)
{
  Flow *flow = table->flow;
  double height = least;
  gboolean more = FALSE;
  int *taken = g_newa (int, n);
  double *used = g_newa (double, n);

  for (gsize i = 0; i < n; i++)
    {
      used[i] = 0;
      taken[i] = table->runs[i].length > 0 ? fit_lines (flow, &table->runs[i], room (flow) - 2 * ROW_PADDING, &used[i]) : 0;
      height = MAX (height, used[i] + 2 * ROW_PADDING);
    }
  for (gsize i = 0; i < n; i++)
    {
      Run *run = &table->runs[i];

      put_run (flow, run, taken[i], table->xs[i] + CELL_PADDING, flow->y + (height - used[i]) / 2);
      run->text += taken[i];
      run->length -= taken[i];
      more = more || run->length > 0;
      put_line (flow, table->xs[i], flow->y, 0, height);
    }
  put_line (flow, table->xs[table->block->n_columns], flow->y, 0, height);
  flow->y += height;
  put_line (flow, table->xs[0], flow->y, table_width (table), 0);
  return more;
}

static gboolean
is_group (const char *const *cells)
{
  return cells[0] != NULL && g_str_has_prefix (cells[0], FF_DOCUMENT_GROUP);
}

/* Fills the runs of a row; its height. */
static double
prepare_row (Table *table, const char *const *cells)
{
  const FfBlock *block = table->block;
  gboolean group = is_group (cells);
  double height = group ? 0 : block->height;

  for (gsize i = 0; i < (group ? 1 : block->n_columns); i++)
    {
      table->runs[i] = group ? run_of (FF_TEXT_CELL_HEADING, cell_width (table, 0, block->n_columns - 1), 0, cells[0] + strlen (FF_DOCUMENT_GROUP))
                             : run_of (FF_TEXT_CELL, cell_width (table, i, i), block->columns[i].align, cells[i]);
      height = MAX (height, measure (table->flow, &table->runs[i]) + 2 * ROW_PADDING);
    }
  return height;
}

static void
put_row (Table *table, gsize row)
{
  Flow *flow = table->flow;
  const FfBlock *block = table->block;
  const char *const *cells = block->cells + row * block->n_columns;
  gboolean group = is_group (cells);
  gsize n = group ? 1 : block->n_columns;
  double height = prepare_row (table, cells);
  double keep = group ? block->height + 2 * ROW_PADDING : 0; /* the name of a group does not stand alone at the foot of a page */

  /* Half a point of rounding must not send a row of a full page to the next one. */
  if (height + keep > room (flow) + 0.5 && height + keep <= page_room (flow) - table->group_height - table->heading_height)
    turn_page (table);
  if (group)
    put (flow, (FfPiece) { .kind = FF_PIECE_SHADE, .x = table->xs[0], .y = flow->y + 0.3, .width = table_width (table), .height = MIN (height, room (flow)) });
  while (put_slice (table, n, MIN (height, room (flow))))
    {
      turn_page (table);
      height = 0;
    }
}

static void
place_table (Flow *flow, const FfBlock *block)
{
  g_autofree double *xs = g_new0 (double, block->n_columns + 1);
  g_autofree Run *runs = g_new0 (Run, block->n_columns);
  Table table = { .flow = flow, .block = block, .xs = xs, .runs = runs };

  pass_aside (flow);
  divide_columns (&table);
  measure_heading (&table);
  if (table.group_height + table.heading_height + MAX (block->height, 20) > room (flow) && !is_fresh (flow))
    begin_page (flow);
  put_heading (&table);
  for (gsize row = 0; row < block->n_rows; row++)
    put_row (&table, row);
  flow->y += 2 * LINE_GAP;
}

/* ------------------------------------------------------------------------------------------------------------------------ */

static void
place (Flow *flow, const FfBlock *block, guint index)
{
  if (block->kind != FF_BLOCK_FIELD)
    flow->field_width = 0;

  switch (block->kind)
    {
    case FF_BLOCK_TEXT:
      place_text (flow, block);
      break;
    case FF_BLOCK_FIELD:
      place_field (flow, block, index);
      break;
    case FF_BLOCK_BLANKS:
      place_blanks (flow, block);
      break;
    case FF_BLOCK_SPACE:
      if (!is_fresh (flow))
        flow->y += block->height;
      break;
    case FF_BLOCK_BREAK:
      if (!is_fresh (flow))
        begin_page (flow);
      break;
    case FF_BLOCK_DRAWING:
      place_drawing (flow, block);
      break;
    case FF_BLOCK_ASIDE:
      place_aside (flow, block);
      break;
    case FF_BLOCK_TABLE:
      place_table (flow, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static Flow
make_flow (FfDocument *self)
{
  return (Flow) { .document = self, .left = FF_DOCUMENT_MARGIN, .width = self->width - 2 * FF_DOCUMENT_MARGIN,
                  .bottom = self->height - FOOT_ROOM };
}

double
ff_document_measure_row (FfDocument *self, const FfDocumentColumn *columns, gsize n_columns, const char *const *cells, double row_height)
{
  g_autofree double *xs = g_new0 (double, n_columns + 1);
  g_autofree Run *runs = g_new0 (Run, n_columns);
  const FfBlock block = { .columns = (FfDocumentColumn *) columns, .n_columns = n_columns, .height = row_height };
  Flow flow = make_flow (self);
  Table table = { .flow = &flow, .block = &block, .xs = xs, .runs = runs };

  g_return_val_if_fail (self != NULL && columns != NULL && cells != NULL, 0);

  divide_columns (&table);
  return prepare_row (&table, cells);
}

GPtrArray *
ff_document_paginate (FfDocument *self, double *room_left)
{
  Flow flow = make_flow (self);

  flow.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  begin_page (&flow);
  for (guint i = 0; i < self->blocks->len; i++)
    place (&flow, g_ptr_array_index (self->blocks, i), i);

  pass_aside (&flow);
  *room_left = MAX (0, room (&flow));
  return flow.pages;
}
