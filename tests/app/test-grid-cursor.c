/* Where keys lead in a grid. Pictures: "." cannot be edited, "o" can, and "@" is where the cursor stands in the end. */
#include "config.h"

#include <string.h>

#include "ff-grid-cursor.h"

static gboolean
is_editable (int row, int column, gpointer user_data)
{
  const char *const *picture = user_data;

  return picture[row][column] == 'o';
}

/* 4 rows × 6 columns: two names in front, a total at the end, and the third row belongs to somebody who is out. */
static const char *const sheet[] = {
  "..ooo.",
  "..ooo.",
  "......",
  "..ooo.",
};

typedef struct
{
  const char *name;
  int row, column;
  const char *moves; /* see apply_moves() */
  int to_row, to_column;
} MoveCase;

static const MoveCase move_cases[] = {
  { "left", 0, 3, "l", 0, 2 },
  { "left goes to cells that cannot be edited", 0, 2, "l", 0, 1 },
  { "left stays at the edge", 1, 0, "l", 1, 0 },
  { "right stays at the edge", 1, 5, "r", 1, 5 },
  { "up stays at the edge", 0, 3, "u", 0, 3 },
  { "down enters the row that is out", 1, 3, "d", 2, 3 },
  { "down stays at the edge", 3, 3, "d", 3, 3 },
  { "edge right: end of what can be edited", 0, 2, "R", 0, 4 },
  { "edge right twice: end of the grid", 0, 2, "RR", 0, 5 },
  { "edge left from the first editable cell", 0, 2, "L", 0, 0 },
  { "edge left within the names", 0, 1, "L", 0, 0 },
  { "edge down stops above the row that is out", 0, 3, "D", 1, 3 },
  { "edge down twice", 0, 3, "DD", 3, 3 },
  { "edge up", 3, 3, "U", 0, 3 },
  { "tab", 0, 2, "t", 0, 3 },
  { "tab wraps over what cannot be edited", 0, 4, "t", 1, 2 },
  { "tab skips the row that is out", 1, 4, "t", 3, 2 },
  { "tab from a name", 0, 0, "t", 0, 2 },
  { "tab stays at the end", 3, 4, "t", 3, 4 },
  { "shift tab wraps", 1, 2, "T", 0, 4 },
  { "shift tab stays at the beginning", 0, 2, "T", 0, 2 },
  { "enter", 0, 3, "e", 1, 3 },
  { "enter skips the row that is out", 1, 3, "e", 3, 3 },
  { "enter stays at the bottom", 3, 3, "e", 3, 3 },
  { "shift enter", 3, 3, "E", 1, 3 },
  { "enter after tabs goes back to where they began", 0, 2, "tte", 1, 2 },
  { "an arrow ends the run of tabs", 0, 2, "tlre", 1, 3 },
  { "enter in a column that cannot be edited stays", 0, 5, "e", 0, 5 },
  { "home: first editable cell", 0, 4, "h", 0, 2 },
  { "home twice: first cell", 0, 4, "hh", 0, 0 },
  { "end", 0, 2, "n", 0, 4 },
  { "end twice", 0, 2, "nn", 0, 5 },
  { "home in the row that is out", 2, 3, "h", 2, 0 },
  { "page down", 0, 3, "p", 2, 3 },
  { "page down stops at the end", 0, 3, "pp", 3, 3 },
  { "page up", 3, 3, "P", 1, 3 },
  { "first", 3, 4, "f", 0, 2 },
  { "last", 0, 2, "z", 3, 4 },
};

static void
apply_moves (FfGridCursor *cursor, const char *moves, gboolean extend, const char *const *picture)
{
  static const struct
  {
    char letter;
    FfGridMove move;
  } letters[] = {
    { 'l', FF_GRID_MOVE_LEFT },       { 'r', FF_GRID_MOVE_RIGHT },      { 'u', FF_GRID_MOVE_UP },
    { 'd', FF_GRID_MOVE_DOWN },       { 'L', FF_GRID_MOVE_EDGE_LEFT },  { 'R', FF_GRID_MOVE_EDGE_RIGHT },
    { 'U', FF_GRID_MOVE_EDGE_UP },    { 'D', FF_GRID_MOVE_EDGE_DOWN },  { 't', FF_GRID_MOVE_NEXT },
    { 'T', FF_GRID_MOVE_PREVIOUS },   { 'e', FF_GRID_MOVE_ENTER },      { 'E', FF_GRID_MOVE_ENTER_BACK },
    { 'h', FF_GRID_MOVE_HOME },       { 'n', FF_GRID_MOVE_END },        { 'p', FF_GRID_MOVE_PAGE_DOWN },
    { 'P', FF_GRID_MOVE_PAGE_UP },    { 'f', FF_GRID_MOVE_FIRST },      { 'z', FF_GRID_MOVE_LAST },
  };

  for (const char *p = moves; *p != '\0'; p++)
    {
      gboolean known = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
        {
          if (letters[i].letter != *p)
            continue;
          ff_grid_cursor_move (cursor, letters[i].move, extend, 2, is_editable, (gpointer) picture);
          known = TRUE;
        }
      g_assert_true (known);
    }
}

static FfGridCursor
new_cursor (int row, int column)
{
  FfGridCursor cursor = FF_GRID_CURSOR_INIT;

  ff_grid_cursor_resize (&cursor, G_N_ELEMENTS (sheet), (int) strlen (sheet[0]));
  ff_grid_cursor_set (&cursor, row, column, FALSE);

  return cursor;
}

static void
test_moves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      const MoveCase *c = &move_cases[i];
      FfGridCursor cursor = new_cursor (c->row, c->column);

      apply_moves (&cursor, c->moves, FALSE, sheet);
      g_test_message ("%s", c->name);
      g_assert_cmpint (cursor.row, ==, c->to_row);
      g_assert_cmpint (cursor.column, ==, c->to_column);
      g_assert_cmpint (cursor.anchor_row, ==, cursor.row);
      g_assert_cmpint (cursor.anchor_column, ==, cursor.column);
    }
}

static const struct
{
  const char *name;
  int row, column;
  const char *moves;
  FfGridBlock block;
} block_cases[] = {
  { "down and right", 0, 2, "drr", { 0, 1, 2, 4 } },
  { "up and left", 3, 4, "ul", { 2, 3, 3, 4 } },
  { "back again", 1, 3, "drlu", { 1, 1, 3, 3 } },
  { "to the edge of the grid", 0, 2, "RRDD", { 0, 3, 2, 5 } },
  { "a page", 0, 3, "p", { 0, 2, 3, 3 } },
  { "tab does not extend", 0, 2, "dt", { 1, 1, 3, 3 } },
};

static void
test_blocks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (block_cases); i++)
    {
      FfGridCursor cursor = new_cursor (block_cases[i].row, block_cases[i].column);
      FfGridBlock block;

      apply_moves (&cursor, block_cases[i].moves, TRUE, sheet);
      g_test_message ("%s", block_cases[i].name);
      g_assert_true (ff_grid_cursor_get_block (&cursor, &block));
      g_assert_cmpmem (&block, sizeof block, &block_cases[i].block, sizeof block);
    }
}

static void
test_resize (void)
{
  FfGridCursor cursor = new_cursor (3, 5);
  FfGridBlock block;

  ff_grid_cursor_resize (&cursor, 2, 4);
  g_assert_cmpint (cursor.row, ==, 1);
  g_assert_cmpint (cursor.column, ==, 3);

  ff_grid_cursor_resize (&cursor, 0, 4);
  g_assert_cmpint (cursor.row, ==, -1);
  g_assert_false (ff_grid_cursor_get_block (&cursor, &block));
  g_assert_false (ff_grid_cursor_move (&cursor, FF_GRID_MOVE_DOWN, FALSE, 1, is_editable, (gpointer) sheet));
  g_assert_false (ff_grid_cursor_set (&cursor, 1, 1, FALSE));

  ff_grid_cursor_resize (&cursor, 4, 6);
  g_assert_cmpint (cursor.row, ==, 0);
  g_assert_cmpint (cursor.column, ==, 0);
}

static void
test_says_whether_it_moved (void)
{
  FfGridCursor cursor = new_cursor (3, 4);

  g_assert_false (ff_grid_cursor_move (&cursor, FF_GRID_MOVE_NEXT, FALSE, 1, is_editable, (gpointer) sheet));
  g_assert_true (ff_grid_cursor_move (&cursor, FF_GRID_MOVE_PREVIOUS, FALSE, 1, is_editable, (gpointer) sheet));
  g_assert_false (ff_grid_cursor_set (&cursor, 3, 3, FALSE));
  ff_grid_cursor_select_all (&cursor);
  g_assert_true (ff_grid_cursor_set (&cursor, 3, 5, FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grid-cursor/moves", test_moves);
  g_test_add_func ("/grid-cursor/blocks", test_blocks);
  g_test_add_func ("/grid-cursor/resize", test_resize);
  g_test_add_func ("/grid-cursor/says-whether-it-moved", test_says_whether_it_moved);

  return g_test_run ();
}
