/* Pasted lists of people: what are the entries, and what in each may name somebody. */
#include "config.h"

#include "ff-number-list.h"

static const struct
{
  const char *name;
  const char *paste;
  const char *entries; /* joined by " / "; a heading in square brackets */
} cases[] = {
  { "nothing", NULL, "" },
  { "blank", " \n\t\n", "" },
  { "a column of numbers", "E001\nE002\r\n\nE003\n", "E001 / E002 / E003" },
  { "numbers with commas", "E001, E002，E003；E004、E005", "E001 / E002 / E003 / E004 / E005" },
  { "numbers with spaces", "1001 1002　1003", "1001 / 1002 / 1003" },
  { "numbers with a mark that also counts", "1、2、3", "1 / 2 / 3" },
  { "longer ones with it", "101、102、103", "101 / 102 / 103" },
  { "long ones with it", "1001、1002", "1001 / 1002" },
  { "full width", "Ｅ００１\nＥ００２", "E001 / E002" },
  { "rows of a table", "E001\t张三\t客服部\nE002\t李四\t客服部", "E001\t张三\t客服部 / E002\t李四\t客服部" },
  { "a row of numbers", "1001\t1002\t1003", "1001 / 1002 / 1003" },
  { "rows of a CSV", "E001,张三\nE002,李四", "E001,张三 / E002,李四" },
  { "number and name", "E001 张三\nE002 李四", "E001 张三 / E002 李四" },
  { "names with spaces", "张三 李四 王小明", "张三 / 李四 / 王小明" },
  { "a name with a space in it", "张　三", "张 三" },
  { "a name of two words", "John Smith\nMary Jones", "John Smith / Mary Jones" },
  { "names with commas", "John Smith, Mary Jones", "John Smith / Mary Jones" },
  { "chat, one a line", "#接龙\n培训报名\n1. 张三\n2. 李四\n3. 王五", "[#接龙] / [培训报名] / 张三 / 李四 / 王五" },
  { "chat, all in a line", "1. 张三 2. 李四 3. 王五", "张三 / 李四 / 王五" },
  { "chat without spaces", "1.张三2.李四3.王五", "张三 / 李四 / 王五" },
  { "chat with other marks", "1、张三\n2、李四\n3）王五\n4：赵六", "张三 / 李四 / 王五 / 赵六" },
  { "chat with circled numbers", "①张三②李四 ③ 王五", "张三 / 李四 / 王五" },
  { "chat with employee numbers", "1. 1001\n2. 1002", "1001 / 1002" },
  { "chat with a line taken back", "1. 张三\n2. 李四\n5. 王五", "张三 / 李四 / 王五" },
  { "chat with an empty line in it", "1. 张三\n2.\n3. 王五", "张三 / 王五" },
  { "chat with departments", "例：姓名+部门\n1. 张三+客服部\n2. 李四（运营）", "[例:姓名+部门] / 张三+客服部 / 李四(运营)" },
  { "chat with a line out of count", "1. 张三\n李四\n2. 王五", "张三 / 李四 / 王五" },
  { "heading in the same line", "报名：1. 张三 2. 李四", "[报名:] / 张三 / 李四" },
  { "begins at another number", "12. 张三\n13. 李四", "12. 张三 / 13. 李四" },
  { "number with a hyphen", "W-0001\nW-0002", "W-0001 / W-0002" },
};

static void
test_entries (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries = ff_number_list_read (cases[i].paste);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", cases[i].name);
      for (guint k = 0; k < entries->len; k++)
        {
          const FfNumberEntry *entry = entries->pdata[k];

          g_string_append_printf (found, entry->heading ? "%s[%s]" : "%s%s", k > 0 ? " / " : "", entry->text);
        }
      g_assert_cmpstr (found->str, ==, cases[i].entries);
    }
}

static const struct
{
  const char *text;
  const char *words;
} word_cases[] = {
  { "E001", "E001" },
  { "E001 张三", "E001 张三 / E001 / 张三" },
  { "张三E001", "张三E001 / 张三 / E001" },
  { "张三-E001", "张三-E001 / 张三 / E001" },
  { "W-0001", "W-0001 / W / 0001" },
  { "1001，张三（客服部/热线）", "1001,张三(客服部/热线) / 1001 / 张三 / 客服部/热线 / 客服部 / 热线" },
  { "张 三", "张 三 / 张 / 三" },
  { "买买提·艾力 7", "买买提·艾力 7 / 买买提·艾力 / 7" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      g_autofree char *paste = g_strconcat ("1. ", word_cases[i].text, NULL);
      g_autoptr (GPtrArray) entries = ff_number_list_read (paste);
      g_autofree char *words = NULL;

      g_test_message ("%s", word_cases[i].text);
      g_assert_cmpuint (entries->len, ==, 1);
      words = g_strjoinv (" / ", ((FfNumberEntry *) entries->pdata[0])->words);
      g_assert_cmpstr (words, ==, word_cases[i].words);
    }
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) entries = ff_number_list_read ("E001\n\nE002, E003");

  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpuint (((FfNumberEntry *) entries->pdata[0])->line, ==, 1);
  g_assert_cmpuint (((FfNumberEntry *) entries->pdata[1])->line, ==, 3);
  g_assert_cmpuint (((FfNumberEntry *) entries->pdata[2])->line, ==, 3);
}

/* Whatever is pasted: nothing crashes, and no entry is empty. */
static void
test_random (void)
{
  static const char *const bits[] = { "1", "2", "3", ".", "、", ")", " ", "\n", "\t", "张三", "李四", "E00", "-", "/", "①", "②", "#", ",", "(" };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) paste = g_string_new (NULL);
      gint n = g_test_rand_int_range (0, 30);
      g_autoptr (GPtrArray) entries = NULL;

      for (gint i = 0; i < n; i++)
        g_string_append (paste, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      entries = ff_number_list_read (paste->str);
      for (guint i = 0; i < entries->len; i++)
        {
          const FfNumberEntry *entry = entries->pdata[i];

          g_assert_cmpstr (entry->text, !=, "");
          g_assert_nonnull (entry->words[0]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-list/entries", test_entries);
  g_test_add_func ("/number-list/words", test_words);
  g_test_add_func ("/number-list/lines", test_lines);
  g_test_add_func ("/number-list/random", test_random);
  return g_test_run ();
}
