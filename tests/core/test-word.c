#include "ff-word.h"

#include "ff-error.h"

static void
test_find (void)
{
  static const FfWord words[] = { { "leftearly", 1 }, { "早退", 1 }, { "late", 2 } };
  static const struct
  {
    const char *text;
    int value; /* 0: not in the table */
  } cases[] = {
    { "left_early", 1 }, { "Left early", 1 }, { "LEFT-EARLY", 1 }, { "ｌａｔｅ", 2 }, { " late ", 2 }, { "早 退", 1 },
    { "early", 0 },      { "later", 0 },      { "", 0 },           { "迟到", 0 },      { "late\xff", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int value = 0;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (ff_word_find_in (words, cases[i].text, &value), ==, cases[i].value != 0);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_yes_no (void)
{
  static const struct
  {
    const char *text;
    int value; /* −1: neither */
  } cases[] = {
    { "1", TRUE }, { "Yes", TRUE }, { "是", TRUE }, { "１", TRUE }, { "√", TRUE }, { "TRUE", TRUE },
    { "0", FALSE }, { "no", FALSE }, { "否", FALSE }, { "无", FALSE }, { "無", FALSE },
    { "", -1 },    { "2", -1 },     { "maybe", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean value = -1;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ff_yes_no_parse (cases[i].text, &value), ==, cases[i].value >= 0);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *names; /* joined by | */
  } cases[] = {
    { "李娜;张伟", "李娜|张伟" }, { "李娜； 张伟 、王芳", "李娜|张伟|王芳" }, { "李娜\r\n张伟", "李娜|张伟" },
    { "Li Na; Li Na", "Li Na" },  { ";;李娜;", "李娜" },                    { "", "" },
    { "Smith, John", "Smith, John" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = ff_names_split (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", names);

      g_assert_cmpstr (joined, ==, cases[i].names);
    }
}

/* The member an error is about survives being passed on. */
static void
test_error_field (void)
{
  g_autoptr (GError) error = g_error_new_literal (FF_ERROR, FF_ERROR_INVALID, "The weight is below 0.");
  g_autoptr (GError) foreign = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "There is no such file.");
  g_autoptr (GError) copy = NULL;

  g_assert_null (ff_error_get_field (NULL));
  g_assert_null (ff_error_get_field (foreign));
  g_assert_null (ff_error_get_field (error));
  ff_error_set_field (error, "weight");
  copy = g_error_copy (error);
  g_assert_cmpstr (ff_error_get_field (error), ==, "weight");
  g_assert_cmpstr (ff_error_get_field (copy), ==, "weight");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/find", test_find);
  g_test_add_func ("/word/yes-no", test_yes_no);
  g_test_add_func ("/word/split", test_split);
  g_test_add_func ("/word/error-field", test_error_field);
  return g_test_run ();
}
