/* The grid on a display: real keys and a real pointer by xdotool, and blocks by the clipboard's path. Skipped without a display; keys
   are skipped without xdotool. */
#include "config.h"

#include "grid-window.h"

static void
set_up (GridWindow *fixture, gconstpointer data)
{
  grid_window_set_up (fixture, 40, 8);
}

static void
tear_down (GridWindow *fixture, gconstpointer data)
{
  grid_window_tear_down (fixture);
}

static void
assert_cursor (GridWindow *fixture, int row, int column)
{
  int at_row, at_column;

  g_assert_true (ff_grid_get_cursor (fixture->grid, &at_row, &at_column));
  g_assert_cmpint (at_row, ==, row);
  g_assert_cmpint (at_column, ==, column + GRID_SAMPLE_FROZEN);
}

static void
activate (GridWindow *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->grid), action, NULL));
}

/* Blocks ------------------------------------------------------------------------------------------------------ */

/* The window that asks before a block is pasted, NULL: there is none. */
static GtkWindow *
find_preview (GridWindow *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (fixture->window))
        return l->data;
    }

  return NULL;
}

static void
append_sentences (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget) && (gtk_widget_has_css_class (widget, "heading") || gtk_widget_has_css_class (widget, "dim-label")))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_sentences (child, text);
}

/* Pastes, confirms what the preview says, and returns that; NULL when there was no preview. */
static char *
paste (GridWindow *fixture, const char *text)
{
  g_autoptr (GString) sentences = g_string_new (NULL);
  GtkWindow *preview;

  ff_grid_paste_text (fixture->grid, text);
  preview = find_preview (fixture);
  if (preview == NULL)
    return NULL;

  append_sentences (GTK_WIDGET (preview), sentences);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.paste", NULL);
  preview = find_preview (fixture);
  if (preview != NULL)
    gtk_window_destroy (preview);

  return g_string_free (g_steal_pointer (&sentences), FALSE);
}

static const struct
{
  const char *name;
  int row, column, last_row, last_column; /* selected */
  const char *text;
  const char *shown; /* by the preview, NULL: pasted at once */
  int n_commands;
  const char *cells[3]; /* of three columns from the place of the paste */
  gboolean refused; /* a sentence says so */
} paste_cases[] = {
  { "one value", 0, 0, 0, 0, "78\n", NULL, 1, { "78", "", "" } },
  { "one value with what a browser leaves around it", 0, 0, 0, 0, "\302\240\342\200\21378\343\200\200\r\n\r\n", NULL, 1, { "78", "", "" } },
  { "a line from Excel", 0, 0, 0, 0, "78\t80\t82\r\n", "3 cells change", 1, { "78", "80", "82" } },
  { "an empty cell leaves the one below it alone", 0, 0, 0, 0, "78\t\t82", "2 cells change", 1, { "78", "", "82" } },
  { "spaces are no part of a mark", 0, 0, 0, 0, " 78 \t80 ", "2 cells change", 1, { "78", "80", "" } },
  { "empty columns and rows at the end do not count", 0, 0, 0, 0, "78\t\t\r\n\t\t\r\n", NULL, 1, { "78", "", "" } },
  { "a refused value is left out, and says so", 0, 0, 0, 0, "78\t120\t82",
    "2 cells change · 1 refused\nWhat is refused is left out; its cell keeps what it has.", 1, { "78", "", "82" } },
  { "what hangs over falls off, and says so", 39, 7, 39, 7, "78\t80\n81\t82",
    "1 cell changes\n3 values fall off: the block is longer and wider than what is left of the grid.", 1, { "78", NULL, NULL } },
  { "what is too long falls off", 39, 0, 39, 0, "78\n80", "1 cell changes\n1 value falls off: the block is longer than what is below the cursor.",
    1, { "78", "", "" } },
  { "a row that is out takes nothing, and says so", 8, 0, 8, 0, "78\t80",
    "0 cells change\n2 values meet cells that cannot be edited, and are left out.", 0, { "", "", "" } },
  { "a single cell that is out", 8, 0, 8, 0, "78", NULL, 0, { "", "", "" }, TRUE },
  { "one value onto a selection fills it", 0, 0, 1, 2, "78", "6 cells change", 1, { "78", "78", "78" } },
  { "a line onto a selection of twice its size fills it", 0, 0, 1, 3, "78\t80", "8 cells change", 1, { "78", "80", "78" } },
  { "a block that does not fit the selection goes where it begins", 0, 0, 1, 2, "78\t80", "2 cells change", 1, { "78", "80", "" } },
  { "nothing", 0, 0, 0, 0, "", NULL, 0, { "", "", "" }, TRUE },
  { "empty cells", 0, 0, 0, 0, "\t\r\n\t\r\n", NULL, 0, { "", "", "" }, TRUE },
};

static void
select_block (GridWindow *fixture, int row, int column, int last_row, int last_column)
{
  go_to (fixture, row, column);
  if (row != last_row || column != last_column)
    ff_grid_select (fixture->grid, row, column + GRID_SAMPLE_FROZEN, last_row, last_column + GRID_SAMPLE_FROZEN);
}

static void
test_paste (GridWindow *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paste_cases); i++)
    {
      int before = grid_sample_get_n_commands (fixture->sample);
      g_autofree char *shown = NULL;

      select_block (fixture, paste_cases[i].row, paste_cases[i].column, paste_cases[i].last_row, paste_cases[i].last_column);
      shown = paste (fixture, paste_cases[i].text);
      g_test_message ("%s", paste_cases[i].name);
      g_assert_cmpstr (shown, ==, paste_cases[i].shown);
      g_assert_cmpint (grid_sample_get_n_commands (fixture->sample) - before, ==, paste_cases[i].n_commands);
      g_assert_cmpint (fixture->refusal != NULL, ==, paste_cases[i].refused);
      for (int c = 0; c < 3 && paste_cases[i].cells[c] != NULL; c++)
        g_assert_cmpstr (grid_sample_get (fixture->sample, paste_cases[i].row, paste_cases[i].column + c), ==, paste_cases[i].cells[c]);

      g_clear_pointer (&fixture->refusal, g_free);
      activate (fixture, "grid.select-all");
      activate (fixture, "grid.clear");
    }
}

/* One refused value for one cell stays in sight with its reason; nothing else was asked. */
static void
test_paste_refused (GridWindow *fixture, gconstpointer data)
{
  go_to (fixture, 0, 0);
  ff_grid_paste_text (fixture->grid, "120");
  g_assert_null (find_preview (fixture));
  g_assert_true (ff_grid_is_editing (fixture->grid));
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, 0);
  ff_grid_cancel (fixture->grid);

  /* The rows go while the preview is open. */
  ff_grid_paste_text (fixture->grid, "1\t2");
  g_assert_nonnull (find_preview (fixture));
  ff_grid_model_structure_changed (FF_GRID_MODEL (fixture->sample));
  g_assert_null (find_preview (fixture));
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, 0);
  wait_until (is_laid_out (fixture));
}

/* What is there already is no change. */
static void
test_paste_same (GridWindow *fixture, gconstpointer data)
{
  g_autofree char *shown = NULL;

  go_to (fixture, 0, 0);
  g_free (paste (fixture, "1\t2\t3"));
  go_to (fixture, 0, 0);
  shown = paste (fixture, "1\t2\t4");
  g_assert_cmpstr (shown, ==, "1 cell changes · 2 stay the same");
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, 2);
}

static void
test_block_over_a_row_that_is_out (GridWindow *fixture, gconstpointer data)
{
  go_to (fixture, 7, 0);
  g_free (paste (fixture, "1\n2\n3\n"));
  g_assert_cmpstr (grid_sample_get (fixture->sample, 7, 0), ==, "1");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 8, 0), ==, "");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 9, 0), ==, "3");
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, 1);
  g_assert_cmpint (grid_sample_get_last_command (fixture->sample), ==, FF_GRID_COMMAND_PASTE);
}

static void
test_fill_down (GridWindow *fixture, gconstpointer data)
{
  go_to (fixture, 0, 0);
  g_free (paste (fixture, "70\t71\n"));
  select_block (fixture, 0, 0, 2, 1);
  activate (fixture, "grid.fill-down");
  g_assert_cmpint (grid_sample_get_last_command (fixture->sample), ==, FF_GRID_COMMAND_FILL);
  for (int row = 1; row < 3; row++)
    {
      g_assert_cmpstr (grid_sample_get (fixture->sample, row, 0), ==, "70");
      g_assert_cmpstr (grid_sample_get (fixture->sample, row, 1), ==, "71");
    }
  g_assert_cmpstr (grid_sample_get (fixture->sample, 3, 0), ==, "");

  /* A single cell takes what stands above it. */
  go_to (fixture, 3, 1);
  activate (fixture, "grid.fill-down");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 3, 1), ==, "71");

  /* And to the right. */
  select_block (fixture, 2, 0, 3, 3);
  activate (fixture, "grid.fill-right");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 2, 3), ==, "70");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 3, 3), ==, "");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 3, 1), ==, "");
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (GridWindow *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  go_to (fixture, 0, 0);
  g_free (paste (fixture, "70\t71\n72\t73\n"));
  activate (fixture, "grid.copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->grid)), NULL, on_text_read, &text);
  wait_until (text != NULL);
  g_assert_cmpstr (text, ==, "70\t71\n72\t73\n");

  activate (fixture, "grid.cut");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 1, 1), ==, "");
  g_assert_cmpint (grid_sample_get_last_command (fixture->sample), ==, FF_GRID_COMMAND_CUT);
  activate (fixture, "grid.paste");
  wait_until (find_preview (fixture) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_preview (fixture)), "preview.paste", NULL);
  g_assert_cmpstr (grid_sample_get (fixture->sample, 1, 1), ==, "73");
}

/* Many rows --------------------------------------------------------------------------------------------------- */

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += 1 + count_children (child);

  return n;
}

/* Widgets for what is in view only, however far one has scrolled. */
static void
test_pool (GridWindow *fixture, gconstpointer data)
{
  FfGrid *grid;
  guint widgets;
  gint64 begin;

  tear_down (fixture, data);
  grid_window_set_up (fixture, 500, 60);
  grid = fixture->grid;
  widgets = count_children (GTK_WIDGET (grid));

  begin = g_get_monotonic_time ();
  for (int row = 0; row < 500; row++)
    {
      ff_grid_set_cursor (grid, row, GRID_SAMPLE_FROZEN + row % 60);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_test_minimized_result ((double) (g_get_monotonic_time () - begin) / 500000, "a move in 500 × 60, in ms");
  assert_cursor (fixture, 499, 499 % 60);
  g_assert_true (has_focus (fixture));
  g_assert_cmpuint (count_children (GTK_WIDGET (grid)), <, widgets * 2);
}

static void
test_shrinks (GridWindow *fixture, gconstpointer data)
{
  g_autoptr (GridSample) small = grid_sample_new (2, 2);
  g_autoptr (GridSample) none = grid_sample_new (0, 0);

  go_to (fixture, 39, 7);
  ff_grid_set_model (fixture->grid, FF_GRID_MODEL (small));
  wait_until (is_laid_out (fixture));
  assert_cursor (fixture, 0, 0);
  ff_grid_set_model (fixture->grid, FF_GRID_MODEL (none));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (ff_grid_get_cursor (fixture->grid, NULL, NULL));
  ff_grid_set_model (fixture->grid, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  ff_grid_set_model (fixture->grid, FF_GRID_MODEL (fixture->sample));
  wait_until (is_laid_out (fixture));
}

/* 0 until it is laid out. */
static int
get_width (GridWindow *fixture, int column)
{
  GdkRectangle area = { 0 };

  return ff_grid_get_cell_area (fixture->grid, 0, column, &area) ? area.width : 0;
}

static void
set_long_text (GridWindow *fixture, int column, const char *text)
{
  FfGridColumn *of_sample = (FfGridColumn *) ff_grid_model_get_column (FF_GRID_MODEL (fixture->sample), column);

  of_sample->yields = TRUE;
  g_free (of_sample->sample);
  of_sample->sample = g_strdup (text);
  ff_grid_model_structure_changed (FF_GRID_MODEL (fixture->sample));
}

/* A long text takes what the window has too much before the column that expands does, and never more than that. */
static void
test_long_texts_take_the_surplus_first (GridWindow *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (2000, 'm');
  int name = get_width (fixture, 1);
  int department = get_width (fixture, 2);
  int longer;
  GdkRectangle last = { 0 };

  set_long_text (fixture, 2, "A department with a long name");
  wait_until ((longer = get_width (fixture, 2)) > department);
  g_assert_cmpint (get_width (fixture, 1) + longer, ==, name + department);

  set_long_text (fixture, 2, endless);
  wait_until (get_width (fixture, 2) > longer);
  g_assert_true (ff_grid_get_cell_area (fixture->grid, 0, GRID_SAMPLE_FROZEN + 7, &last));
  g_assert_cmpint (last.x + last.width, ==, gtk_widget_get_width (GTK_WIDGET (fixture->grid)));
}

/* Coming and going -------------------------------------------------------------------------------------------- */

/* A scrolled window may be given another adjustment at any time; the grid fills it in, and follows it. */
static void
test_follows_a_new_adjustment (GridWindow *fixture, gconstpointer data)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_window_get_child (GTK_WINDOW (fixture->window)));
  GtkAdjustment *adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  GdkRectangle area;

  gtk_scrolled_window_set_vadjustment (scrolled, adjustment);
  wait_until (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
  g_assert_false (ff_grid_get_cell_area (fixture->grid, 39, GRID_SAMPLE_FROZEN, &area));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_true (ff_grid_get_cell_area (fixture->grid, 39, GRID_SAMPLE_FROZEN, &area));
}

/* The window still holds the editor, which had the focus; what it says then must not reach a grid that is gone. */
static void
test_goes_while_typing (GridWindow *fixture, gconstpointer data)
{
  go_to (fixture, 1, 1);
  activate (fixture, "grid.edit");
  g_assert_true (ff_grid_is_editing (fixture->grid));
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
}

/* Real keys --------------------------------------------------------------------------------------------------- */

static int
get_mark (int row, int column)
{
  return 10 + (row * 8 + column) % 90;
}

/* Thirty trainees with eight marks each, typed line by line as from a sheet of paper. */
static void
test_typing (GridWindow *fixture, gconstpointer data)
{
  if (!can_press_keys ())
    return;

  point_at (fixture, 0, 0);
  for (int row = 0; row < 31; row++)
    {
      g_autoptr (GString) keys = g_string_new ("xdotool key --delay 1");

      if (row == 8)
        continue;
      for (int column = 0; column < 8; column++)
        g_string_append_printf (keys, " %d %d %s", get_mark (row, column) / 10, get_mark (row, column) % 10, column < 7 ? "Tab" : "Return");
      xdotool (keys->str);
      wait_until (is_at (fixture, row == 7 ? 9 : row + 1, 0));
    }

  for (int row = 0; row < 31; row++)
    {
      for (int column = 0; column < 8; column++)
        {
          g_autofree char *mark = g_strdup_printf ("%d", get_mark (row, column));

          g_assert_cmpstr (grid_sample_get (fixture->sample, row, column), ==, row == 8 ? "" : mark);
        }
    }
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, 240);
}

static void
test_escape_and_edit (GridWindow *fixture, gconstpointer data)
{
  if (!can_press_keys ())
    return;

  point_at (fixture, 0, 0);
  xdotool ("xdotool key 7 8 Return");
  wait_until (is_at (fixture, 1, 0));
  xdotool ("xdotool key Up 9 9 Escape Down");
  wait_until (is_at (fixture, 1, 0) && !ff_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_sample_get (fixture->sample, 0, 0), ==, "78");

  /* F2 goes on with what is there; arrows stay in the text. */
  xdotool ("xdotool key Up F2 Left BackSpace 6 Return");
  wait_until (is_at (fixture, 1, 0));
  g_assert_cmpstr (grid_sample_get (fixture->sample, 0, 0), ==, "68");

  /* Typing overwrites; an arrow takes the text and moves. */
  xdotool ("xdotool key 5 Right");
  wait_until (is_at (fixture, 1, 1));
  g_assert_cmpstr (grid_sample_get (fixture->sample, 1, 0), ==, "5");
}

static void
test_refused (GridWindow *fixture, gconstpointer data)
{
  if (!can_press_keys ())
    return;

  point_at (fixture, 0, 0);
  xdotool ("xdotool key 1 2 0 Return");
  wait_until (ff_grid_is_editing (fixture->grid) && has_focus (fixture));
  xdotool ("xdotool key Down Tab Home");
  wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (fixture->grid))))), "120"));
  assert_cursor (fixture, 0, 0);
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, 0);

  xdotool ("xdotool key End BackSpace Return");
  wait_until (is_at (fixture, 1, 0));
  g_assert_cmpstr (grid_sample_get (fixture->sample, 0, 0), ==, "12");
}

static void
test_status_keys (GridWindow *fixture, gconstpointer data)
{
  if (!can_press_keys ())
    return;

  grid_sample_set_status_keys (fixture->sample, TRUE);
  point_at (fixture, 6, 2);
  xdotool ("xdotool key p a p");
  wait_until (is_at (fixture, 10, 2));
  g_assert_cmpstr (grid_sample_get (fixture->sample, 6, 2), ==, "P");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 7, 2), ==, "A");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 8, 2), ==, "");
  g_assert_cmpstr (grid_sample_get (fixture->sample, 9, 2), ==, "P");

  /* On a selection, every cell of it, as one command. */
  xdotool ("xdotool key shift+Down shift+Right a");
  wait_until (g_str_equal (grid_sample_get (fixture->sample, 11, 3), "A"));
  g_assert_cmpstr (grid_sample_get (fixture->sample, 10, 2), ==, "A");
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, 4);

  xdotool ("xdotool key Delete");
  wait_until (g_str_equal (grid_sample_get (fixture->sample, 11, 3), ""));
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, 5);
}

static void
test_clicking_elsewhere_commits (GridWindow *fixture, gconstpointer data)
{
  if (!can_press_keys ())
    return;

  point_at (fixture, 0, 0);
  xdotool ("xdotool key 7 7");
  wait_until (ff_grid_is_editing (fixture->grid));
  point_at (fixture, 4, 3);
  g_assert_cmpstr (grid_sample_get (fixture->sample, 0, 0), ==, "77");
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ++*(int *) user_data;

  return G_SOURCE_CONTINUE;
}

/* A second frame begins: what was queued before the first has its place. */
static void
wait_for_layout (GridWindow *fixture)
{
  int frames = 0;
  guint id = gtk_widget_add_tick_callback (GTK_WIDGET (fixture->grid), count_frame, &frames, NULL);

  wait_until (frames > 1);
  gtk_widget_remove_tick_callback (GTK_WIDGET (fixture->grid), id);
}

/* From the corner of one selected block to a cell, in several moves, as a hand does. */
static void
drag_handle (GridWindow *fixture, int row, int column, int to_row, int to_column, const char *end)
{
  GdkRectangle from, to;
  g_autofree char *words = NULL;

  wait_for_layout (fixture);
  g_assert_true (ff_grid_get_cell_area (fixture->grid, row, column + GRID_SAMPLE_FROZEN, &from));
  g_assert_true (ff_grid_get_cell_area (fixture->grid, to_row, to_column + GRID_SAMPLE_FROZEN, &to));
  words = g_strdup_printf ("xdotool mousemove %d %d mousedown 1 mousemove_relative 4 9 mousemove_relative 0 9 mousemove %d %d%s mouseup 1",
                           from.x + from.width - 1, from.y + from.height - 1, to.x + to.width / 2, to.y + to.height / 2, end);
  xdotool (words);
}

static const struct
{
  const char *name;
  int row, column, last_row, last_column; /* selected: 11 and 12 above 21 and 22 */
  int to_row, to_column;
  int see_row, see_column;
  const char *seen;
} fill_cases[] = {
  { "one cell down", 1, 1, 1, 1, 4, 1, 4, 1, "11" },
  { "down takes turns", 1, 1, 2, 2, 5, 2, 5, 2, "12" },
  { "to the right", 1, 1, 2, 1, 2, 4, 2, 4, "21" },
  { "to the left", 1, 1, 2, 1, 2, 0, 2, 0, "21" },
  { "up, edge to edge", 1, 1, 2, 1, 0, 1, 0, 1, "21" },
  { "the farther way counts", 1, 1, 1, 1, 6, 2, 6, 1, "11" },
};

static void
test_fill_handle (GridWindow *fixture, gconstpointer data)
{
  int before;

  if (!can_press_keys ())
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (fill_cases); i++)
    {
      go_to (fixture, 1, 1);
      g_free (paste (fixture, "11\t12\n21\t22"));
      select_block (fixture, fill_cases[i].row, fill_cases[i].column, fill_cases[i].last_row, fill_cases[i].last_column);
      before = grid_sample_get_n_commands (fixture->sample);
      g_test_message ("%s", fill_cases[i].name);
      drag_handle (fixture, fill_cases[i].last_row, fill_cases[i].last_column, fill_cases[i].to_row, fill_cases[i].to_column, "");
      wait_until (grid_sample_get_n_commands (fixture->sample) > before);
      g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, before + 1);
      g_assert_cmpint (grid_sample_get_last_command (fixture->sample), ==, FF_GRID_COMMAND_FILL);
      g_assert_cmpstr (grid_sample_get (fixture->sample, fill_cases[i].see_row, fill_cases[i].see_column), ==, fill_cases[i].seen);
      activate (fixture, "grid.select-all");
      activate (fixture, "grid.clear");
    }

  /* Escape while one drags: nothing happens. What is clicked afterwards shows that the release was seen. */
  go_to (fixture, 1, 1);
  ff_grid_paste_text (fixture->grid, "11");
  before = grid_sample_get_n_commands (fixture->sample);
  drag_handle (fixture, 1, 1, 4, 1, " key Escape");
  point_at (fixture, 6, 3);
  g_assert_cmpint (grid_sample_get_n_commands (fixture->sample), ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }

#define add(name, func) g_test_add ("/grid/" name, GridWindow, NULL, set_up, func, tear_down)
  add ("paste", test_paste);
  add ("paste-refused", test_paste_refused);
  add ("paste-same", test_paste_same);
  add ("block-over-a-row-that-is-out", test_block_over_a_row_that_is_out);
  add ("fill-down", test_fill_down);
  add ("copy", test_copy);
  add ("pool", test_pool);
  add ("shrinks", test_shrinks);
  add ("long-texts-take-the-surplus-first", test_long_texts_take_the_surplus_first);
  add ("follows-a-new-adjustment", test_follows_a_new_adjustment);
  add ("goes-while-typing", test_goes_while_typing);
  add ("typing", test_typing);
  add ("escape-and-edit", test_escape_and_edit);
  add ("refused", test_refused);
  add ("status-keys", test_status_keys);
  add ("fill-handle", test_fill_handle);
  add ("clicking-elsewhere-commits", test_clicking_elsewhere_commits);

  return g_test_run ();
}
