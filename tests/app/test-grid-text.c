/* Blocks of cells from the clipboards of other programs. In the tables "|" parts cells and "/" rows. */
#include "config.h"

#include "ff-grid-text.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *rows;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "nothing", "", "" },
  { "one cell", "78", "78" },
  { "a line break at the end adds no row", "78\n", "78" },
  { "Excel's line breaks", "78\t80\r\n81\t82\r\n", "78|80/81|82" },
  { "old line breaks", "78\r79\r", "78/79" },
  { "an empty cell within", "78\t\t80", "78||80" },
  { "an empty cell at the end", "78\t\n79\t80\n", "78|/79|80" },
  { "an empty row within", "78\n\n80\n", "78//80" },
  { "rows of different lengths", "1\t2\t3\n4\n", "1|2|3/4" },
  { "a quoted tab", "\"a\tb\"\tc", "a\tb|c" },
  { "a quoted line break", "\"a\nb\"\tc\n", "a\nb|c" },
  { "a quoted Windows line break becomes plain", "\"a\r\nb\"", "a\nb" },
  { "doubled quotes", "\"say \"\"yes\"\"\"\t1", "say \"yes\"|1" },
  { "a quote within is a letter", "5\" nails\t1", "5\" nails|1" },
  { "a quote that nobody closes is a letter", "\"open\t1\n2", "\"open|1/2" },
  { "a quote that closes too early is a letter", "\"a\"b\tc", "\"a\"b|c" },
  { "only quotes", "\"\"\t\"\"", "|" },
  { "Chinese", "张三\t９２．５\n李四\t80\n", "张三|９２．５/李四|80" },
  { "lone tab", "\t", "|" },
};

static char *
join (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      if (i > 0)
        g_string_append_c (text, '/');
      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", (char *) g_ptr_array_index (row, j));
    }

  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autoptr (GPtrArray) rows = ff_grid_text_parse (parse_cases[i].text);
      g_autofree char *joined = join (rows);

      g_test_message ("%s", parse_cases[i].name);
      g_assert_cmpstr (joined, ==, parse_cases[i].rows);
    }
}

/* What a paste takes of it: blanks around texts, and empty rows and columns at the end, are left out. */
static const ParseCase trim_cases[] = {
  { "Excel: a block ends its last line", "78\t80\r\n81\t82\r\n", "78|80/81|82" },
  { "Excel: a line break in a cell is a line feed in quotes", "\"good\nwork\"\t80\r\n", "good\nwork|80" },
  { "Excel: empty cells to the right and below", "78\t\t\r\n\t\t\r\n\t\t\r\n", "78" },
  { "Excel: a thousand with its comma is no two cells", "\"1,200\"\t80", "1,200|80" },
  { "Excel: a number with a currency's no-break space", "\302\24078\302\240\t80", "78|80" },
  { "Excel in Chinese: a decimal comma", "92,5\t80", "92,5|80" },
  { "WPS: no line break at the end", "78\t80\r\n81\t82", "78|80/81|82" },
  { "WPS: a line break in a cell of Windows", "\"好\r\n很好\"\t80\r\n", "好\n很好|80" },
  { "WPS: full-width digits and space", "９２．５\343\200\200\t８０", "９２．５|８０" },
  { "LibreOffice: line feeds alone", "78\t80\n81\t82\n", "78|80/81|82" },
  { "LibreOffice: quotes in a quoted text are doubled", "\"he said \"\"go\"\"\tnow\"\t1\n", "he said \"go\"\tnow|1" },
  { "LibreOffice: a quote within a text stays", "12\" pipe\t1\n", "12\" pipe|1" },
  { "Numbers: a byte order mark in front", "\357\273\27778\t80\n", "78|80" },
  { "a browser: zero-width spaces", "\342\200\21378\342\200\213\t80", "78|80" },
  { "a browser: empty lines around", "78\n\n\n", "78" },
  { "a column of words in Chinese", "出勤\n迟到\n\n缺勤\n", "出勤/迟到//缺勤" },
  { "blanks within a text stay", " not  yet \t80", "not  yet|80" },
  { "an empty first column stays", "\t80\n\t81\n", "|80/|81" },
  { "only blanks", " \t\302\240\r\n", "" },
};

static void
test_trim (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (trim_cases); i++)
    {
      g_autoptr (GPtrArray) rows = ff_grid_text_parse (trim_cases[i].text);
      g_autofree char *joined = NULL;

      ff_grid_text_trim (rows);
      joined = join (rows);
      g_test_message ("%s", trim_cases[i].name);
      g_assert_cmpstr (joined, ==, trim_cases[i].rows);
    }
}

static void
test_round_trip (void)
{
  static const char *const cells[] = { "78", "", "a\tb", "a\nb", "\"", "\"\"", "say \"yes\"", "\"a\"b", "5\" nails", "张三", "'", " " };

  for (guint columns = 1; columns <= G_N_ELEMENTS (cells); columns++)
    {
      g_autoptr (GPtrArray) rows = ff_grid_text_new_rows ();
      g_autoptr (GPtrArray) again = NULL;
      g_autofree char *text = NULL, *before = NULL, *after = NULL;

      for (guint i = 0; i < 3; i++)
        {
          GPtrArray *row = ff_grid_text_add_row (rows);

          for (guint j = 0; j < columns; j++)
            g_ptr_array_add (row, g_strdup (cells[(i * 5 + j) % G_N_ELEMENTS (cells)]));
        }

      text = ff_grid_text_format (rows);
      again = ff_grid_text_parse (text);
      before = join (rows);
      after = join (again);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Whatever a clipboard holds, the parser ends, and what it read survives a round trip. */
static void
test_random (void)
{
  static const char letters[] = "\"\"\t\n\ra1";

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) rows = NULL, again = NULL;
      g_autofree char *formatted = NULL, *before = NULL, *after = NULL;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);

      rows = ff_grid_text_parse (text->str);
      formatted = ff_grid_text_format (rows);
      again = ff_grid_text_parse (formatted);
      before = join (rows);
      after = join (again);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grid-text/parse", test_parse);
  g_test_add_func ("/grid-text/trim", test_trim);
  g_test_add_func ("/grid-text/round-trip", test_round_trip);
  g_test_add_func ("/grid-text/random", test_random);

  return g_test_run ();
}
