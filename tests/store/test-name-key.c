/* Names as keys: what a person types finds whom. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "ff-name-key.h"

static const struct
{
  const char *name;
  const char *extra;
  const char *key; /* parts joined by | */
} keys[] = {
  { "张三", NULL, "张三|zhangsan|zs" },
  { "張三", NULL, "张三|zhangsan|zs" },
  { "张　三", NULL, "张三|zhangsan|zs" },
  { " 张 三 ", NULL, "张三|zhangsan|zs" },
  { "张三", "0012", "张三|zhangsan|zs|0012" },
  { "张三", "San ZHANG", "张三|zhangsan|zs|sanzhang|sz" },
  { "单雄信", NULL, "单雄信|shanxiongxin|sxx|danxiongxin|dxx" },
  { "解珍", NULL, "解珍|xiezhen|xz|jiezhen|jz" },
  { "仇和", NULL, "仇和|qiuhe|qh|chouhe|ch" },
  { "欧阳锋", NULL, "欧阳锋|ouyangfeng|oyf" },
  { "歐陽鋒", NULL, "欧阳锋|ouyangfeng|oyf" },
  { "尉迟恭", NULL, "尉迟恭|yuchigong|ycg|weichigong|wcg" },
  { "单于明", NULL, "单于明|chanyuming|cym|danyuming|dym" },
  { "单于", NULL, "单于|shanyu|sy|danyu|dy" }, /* of the family 单 */
  { "吕布", NULL, "吕布|lubu|lb|lvbu" },
  { "朴志勋", NULL, "朴志勋|piaozhixun|pzx|puzhixun" },
  { "阿依古丽·买买提", NULL, "阿依古丽买买提|ayigulimaimaiti|ayglmmt" },
  { "Ann Lee", NULL, "annlee|al" },
  { "Ａｎｎ　Ｌｅｅ", NULL, "annlee|al" },
  { "José Ångström", NULL, "joséångström|joseangstrom|ja" },
  { "张Wei", NULL, "张wei|zhangwei|zw" },
  { "Excel 入门", NULL, "excel入门|excelrumen|erm" },
  { "A", NULL, "a" },
  { "", NULL, "" },
  { "", "7", "7" },
};

static void
test_keys (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = g_strdelimit (ff_name_search_key (keys[i].name, keys[i].extra), "\x1f", '|');

      g_assert_cmpstr (key, ==, keys[i].key);
    }
}

static const struct
{
  const char *typed;
  const char *name;
  const char *extra;
  gboolean finds;
} searches[] = {
  { "zs", "张三", NULL, TRUE },
  { "ZS", "张三", NULL, TRUE },
  { "zhangsan", "张三", NULL, TRUE },
  { "Zhang San", "张三", NULL, TRUE },
  { "zhangs", "张三", NULL, TRUE },
  { "张三", "張三", NULL, TRUE },
  { "張三", "张三", NULL, TRUE },
  { "张　三", "张三", NULL, TRUE },
  { "三", "张三", NULL, TRUE },
  { "ｚｓ", "张三", NULL, TRUE },
  { "ls", "张三", NULL, FALSE },
  { "sz", "张三", NULL, FALSE },
  { "shan", "单雄信", NULL, TRUE },
  { "dan", "单雄信", NULL, TRUE },
  { "lvbu", "吕布", NULL, TRUE },
  { "lubu", "吕布", NULL, TRUE },
  { "阿依古丽•买买提", "阿依古丽·买买提", NULL, TRUE },
  { "阿依古丽・买", "阿依古丽·买买提", NULL, TRUE },
  { "阿依古丽．买", "阿依古丽·买买提", NULL, TRUE },
  { "阿依古丽买买提", "阿依古丽·买买提", NULL, TRUE },
  { "jose", "José", NULL, TRUE },
  { "josé", "José", NULL, TRUE },
  { "０012", "张三", "0012", TRUE },
  { "jie jue", "解决问题", NULL, TRUE },
  { "100%", "100% 达标", NULL, TRUE },
  { "100%", "1000 达标", NULL, FALSE },
  { "a_b", "A_B", NULL, TRUE },
  { "a_b", "AXB", NULL, FALSE },
  { "a\\b", "A\\B", NULL, TRUE },
};

/* LIKE '%' || query || '%' ESCAPE '\', of what the store asks SQLite. */
static gboolean
is_found (const char *key, const char *query)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = query; *p != '\0'; p++)
    {
      if (*p == '\\')
        p++;
      else
        g_assert_true (*p != '%' && *p != '_');
      g_string_append_c (plain, *p);
    }
  return strstr (key, plain->str) != NULL;
}

static void
test_searches (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *key = ff_name_search_key (searches[i].name, searches[i].extra);
      g_autofree char *query = ff_name_query (searches[i].typed);

      g_test_message ("%s finds %s", searches[i].typed, searches[i].name);
      g_assert_cmpint (is_found (key, query), ==, searches[i].finds);
    }
}

static void
test_empty_queries (void)
{
  static const char *const nothing[] = { NULL, "", "  ", "　", "·", "\u200b\u202e" };

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    g_assert_null (ff_name_query (nothing[i]));
}

static void
test_order (void)
{
  static const char *const sorted[] = { "Ann", "Ann Lee", "Anna", "单雄信" /* shan */, "史进", "Smith", "张安", "张三", "張三丰", "赵四" };
  static const char *const titles[] = { "单项训练" /* dan */, "解决问题" /* jie */, "史实" };

  for (gsize i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autofree char *a = ff_name_sort_key (sorted[i - 1]);
      g_autofree char *b = ff_name_sort_key (sorted[i]);

      g_test_message ("%s < %s", sorted[i - 1], sorted[i]);
      g_assert_cmpint (strcmp (a, b), <, 0);
    }
  for (gsize i = 1; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *a = ff_title_sort_key (titles[i - 1]);
      g_autofree char *b = ff_title_sort_key (titles[i]);

      g_assert_cmpint (strcmp (a, b), <, 0);
    }
}

static void
test_identifiers (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } identifiers[] = {
    { " 00123 ", "00123" }, { "００１２３", "00123" }, { "Ab-１", "Ab-1" }, { "　W-0001　", "W-0001" }, { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (identifiers); i++)
    {
      g_autofree char *folded = ff_identifier_fold (identifiers[i].text);

      g_assert_cmpstr (folded, ==, identifiers[i].folded);
    }
}

static void
test_invalid (void)
{
  g_autofree char *key = ff_name_search_key ("张\xff三", NULL);
  g_autofree char *query = ff_name_query ("\xe5\xbc");
  g_autofree char *folded = ff_identifier_fold ("\xff");

  g_assert_true (g_utf8_validate (key, -1, NULL));
  g_assert_true (g_utf8_validate (query, -1, NULL));
  g_assert_true (g_utf8_validate (folded, -1, NULL));
}

static gpointer
make_keys (gpointer data)
{
  for (gunichar c = 0x4e00; c < 0x4e00 + 400; c++)
    {
      char name[16] = "";
      g_autofree char *key = NULL;

      name[g_unichar_to_utf8 (c, name)] = '\0';
      key = ff_name_search_key (name, NULL);
      g_assert_nonnull (key);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("keys", make_keys, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-key/keys", test_keys);
  g_test_add_func ("/name-key/searches", test_searches);
  g_test_add_func ("/name-key/empty-queries", test_empty_queries);
  g_test_add_func ("/name-key/order", test_order);
  g_test_add_func ("/name-key/identifiers", test_identifiers);
  g_test_add_func ("/name-key/invalid", test_invalid);
  g_test_add_func ("/name-key/threads", test_threads);
  return g_test_run ();
}
