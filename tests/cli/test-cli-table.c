#include "config.h"

#include "ff-cli-table.h"

static void
test_width (void)
{
  static const struct
  {
    const char *text;
    int width;
  } cases[] = {
    { "", 0 },      { "abc", 3 },   { "张三", 4 },           { "欧阳 ab", 7 },
    { "Ａ１", 4 }, { "é", 1 }, { "e\xcc\x81", 1 }, { "–", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ff_text_width (cases[i].text), ==, cases[i].width);
}

static void
test_columns (void)
{
  g_autoptr (FfTextTable) table = ff_text_table_new ("lrl");
  g_autoptr (GString) out = g_string_new (NULL);
  static const char *const cells[] = { "姓名", "总评", "x", "张三丰", "9", NULL, "Li", "100.00", "yes" };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    ff_text_table_add (table, cells[i]);
  ff_text_table_format (table, 1, out);
  g_assert_cmpstr (out->str, ==,
                   " 姓名      总评  x\n"
                   " 张三丰       9\n"
                   " Li      100.00  yes\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/table/width", test_width);
  g_test_add_func ("/cli/table/columns", test_columns);

  return g_test_run ();
}
