/* A syllabus pasted as text: made-up outlines in the shapes in which they come, and what must hold for any text. */
#include "ff-outline.h"

#include <string.h>

static void
print_below (GPtrArray *items, int parent, GString *text)
{
  gboolean any = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const FfOutlineItem *item = g_ptr_array_index (items, i);

      if (item->parent != parent)
        continue;
      if (any)
        g_string_append (text, " | ");
      else if (parent >= 0)
        g_string_append (text, " {");
      any = TRUE;
      g_string_append_printf (text, "%s", item->title);
      if (item->named)
        g_string_append_printf (text, " <%s>", item->kind);
      if (item->minutes >= 0)
        g_string_append_printf (text, " %d'", item->minutes);
      print_below (items, (int) i, text);
    }
  if (any && parent >= 0)
    g_string_append_c (text, '}');
}

/* "A {A1 90' | A2 <case>} | B" */
static char *
print_outline (const char *text)
{
  g_autoptr (GPtrArray) items = ff_outline_read (text);
  GString *printed = g_string_new (NULL);

  print_below (items, -1, printed);
  return g_string_free (printed, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *tree;
} Outline;

static const Outline outlines[] = {
  { "nothing", "", "" },
  { "blank lines and rules", "\n \n\t\n---\n=====\n", "" },
  { "lectures, chapters, points, remarks",
    "第一讲：为什么要微笑\n一、微笑的价值\n1. 顾客先看见脸\n2. 电话里也听得见\n案例：三家花店\n二、微笑的练习\n1. 对镜练习\n1）上午\n2）下午\n"
    "第二讲 倾听\n一、听什么\n",
    "为什么要微笑 {微笑的价值 {顾客先看见脸 | 电话里也听得见 {三家花店 <case>}} | 微笑的练习 {对镜练习 {上午 | 下午}}} | 倾听 {听什么}" },
  { "traditional, with minutes and a deliverable",
    "第一講、花店的一天（90分鐘）\n（一）開門\n（二）關門 30 分鐘\n成果1(花店腳本1.0版本)：寫下一天\n課後作業：觀察一家店\n第二講、顧客的一天（1.5小時）\n",
    "花店的一天 90' {開門 | 關門 30' {成果1(花店腳本1.0版本)：寫下一天 <deliverable> | 觀察一家店 <homework>}} | 顧客的一天 90'" },
  { "chapters with sections", "第一章 甲\n第一节 乙\n第二节 丙\n第二章 丁\n第一节 戊\n", "甲 {乙 | 丙} | 丁 {戊}" },
  { "parts without 第", "模块一：甲\n单元1 乙\n模块二：丙\n", "甲 {乙} | 丙" },
  { "part and number in one", "PART01花的语言\n红色\nPART02花的价格\n", "花的语言 {红色} | 花的价格" },
  { "lectures and decimals", "Lecture 1: Roses\n1.1 Colour (20 min)\n1.2 Scent\nLecture 2: Tulips\n2.1 Bulbs – 1 h 15 min\n",
    "Roses {Colour 20' | Scent} | Tulips {Bulbs 75'}" },
  { "decimals alone", "1 Roses\n1.1 Colour\n1.1.1 Red\n1.1.2 White\n1.2 Scent\n2 Tulips\n2.1 Bulbs\n",
    "Roses {Colour {Red | White} | Scent} | Tulips {Bulbs}" },
  { "decimals with points", "1. Roses\n1.1. Colour\n2. Tulips\n2.1. Bulbs\n", "Roses {Colour} | Tulips {Bulbs}" },
  { "parts in Roman numbers", "Part I Roses\nA. Colour\na) red\nb) white\nB. Scent\nPart II Tulips\n",
    "Roses {Colour {red | white} | Scent} | Tulips" },
  { "Roman numbers", "I. Roses\n1. Colour\nII. Tulips\nIII. Asters\n", "Roses {Colour} | Tulips | Asters" },
  { "markdown", "# Flowers\n\n## 1. Roses\n- Colour\n  - red\n  - white\n- Scent\n\n## 2. Tulips\n* Bulbs\n",
    "Flowers {Roses {Colour {red | white} | Scent} | Tulips {Bulbs}}" },
  { "markdown in bold", "**Module 1: Roses**\n- Colour\n**Module 2:** Tulips\n", "Roses {Colour} | Tulips" },
  { "a smaller heading first", "## Roses\n### Colour\n# Trees\n## Oak\n", "Roses {Colour} | Trees {Oak}" },
  { "indented by tabs", "Roses\n\tColour\n\t\tred\n\t\twhite\n\tScent\nTulips\n\tBulbs\n", "Roses {Colour {red | white} | Scent} | Tulips {Bulbs}" },
  { "indented by spaces, unevenly", "Roses\n   Colour\n  Scent\nTulips\n", "Roses {Colour | Scent} | Tulips" },
  { "indented by wide spaces", "玫瑰\n　　颜色\n郁金香\n", "玫瑰 {颜色} | 郁金香" },
  { "numbers below unnumbered headings", "Morning\n  1. Roses\n  2. Tulips\nAfternoon\n  1. Asters\n", "Morning {Roses | Tulips} | Afternoon {Asters}" },
  { "no structure at all", "Roses\nTulips\nAsters\n", "Roses | Tulips | Asters" },
  { "text before the first number", "花艺课程\n第一讲 玫瑰\n一、颜色\n", "花艺课程 | 玫瑰 {颜色}" },
  { "a remark does not take what follows", "第一讲 玫瑰\n本讲两小时\n    一、颜色\n    二、气味\n", "玫瑰 {本讲两小时 | 颜色 | 气味}" },
  { "numbers below numbers", "1. Roses\n   1. Colour\n   2. Scent\n2. Tulips\n", "Roses {Colour | Scent} | Tulips" },
  { "indentation that comes and goes", "一、玫瑰\n　1、颜色\n2、气味\n二、郁金香\n1、球茎\n", "玫瑰 {颜色 | 气味} | 郁金香 {球茎}" },
  { "two signs behind one list's numbers", "1、玫瑰\n2. 郁金香\n3、紫菀\n", "玫瑰 | 郁金香 | 紫菀" },
  { "a style keeps its level", "一、玫瑰\n1. 颜色\n（1）红\n二、郁金香\n（1）球茎\n1. 价格\n", "玫瑰 {颜色 {红}} | 郁金香 {球茎 | 价格}" },
  { "circled numbers, in full width", "１．玫瑰\n①颜色\n②气味\n２．郁金香\n", "玫瑰 {颜色 | 气味} | 郁金香" },
  { "days", "第一天\n09 开场\n第二天 下午\n", "第一天 {开场} | 下午" },
  { "bullets of several signs", "● Roses\n  ○ Colour\n  ○ Scent\n● Tulips\n", "Roses {Colour | Scent} | Tulips" },
  { "kinds in all the places",
    "1. Case: Four shops\n2. Weigh the roses (Exercise)\n3. Group discussion – who pays?\n4. Coffee break 15 min\n5. 茶歇（20分钟）\n6. 练习一：称重\n"
    "7. 【案例】花店\n8. Homework 2: Watch a shop\n9. Deliverable: Script 1.0\n10. 头脑风暴：名字\n11. 案例\n",
    "Four shops <case> | Weigh the roses <exercise> | who pays? <discussion> | Coffee break <break> 15' | 茶歇 <break> 20' | 称重 <exercise> | "
    "花店 <case> | Watch a shop <homework> | Script 1.0 <deliverable> | 名字 <discussion> | 案例 <case>" },
  { "words that are no kinds", "Break the ice\nCase-hardened shears\nExercise caution with thorns\n案例分析的方法\nPart of the trade\nDaylight\n",
    "Break the ice | Case-hardened shears | Exercise caution with thorns | 案例分析的方法 | Part of the trade | Daylight" },
  { "time in all its forms",
    "Roses 90 min\nTulips, 45 minutes\nAsters [2 h]\n玫瑰（约1小时30分钟）\n郁金香 半小时\n紫菀：120分钟\n休息15分钟\n每天观察30分钟\n90分钟\n",
    "Roses 90' | Tulips 45' | Asters 120' | 玫瑰 90' | 郁金香 30' | 紫菀 120' | 休息 <break> 15' | 每天观察30分钟 | 90分钟 90'" },
  { "amounts that are no numbers", "1.5小时的散步\n2.0版本的腳本\n3 roses for one\n24小时花店\n2026年的花\n9:00 开门\n500元以内\n",
    "1.5小时的散步 | 2.0版本的腳本 | 3 roses for one | 24小时花店 | 2026年的花 | 9:00 开门 | 500元以内" },
  { "line ends of every sort", "1. a\r\n2. b\r3. c\xe2\x80\xa8" "4. d", "a | b | c | d" },
  { "bytes that are no text", "1. a\xff\n2. b", "a\xef\xbf\xbd | b" },
};

static void
test_outlines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autofree char *tree = print_outline (outlines[i].text);

      g_test_message ("%s", outlines[i].name);
      g_assert_cmpstr (tree, ==, outlines[i].tree);
    }
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    const char *kinds;
  } cases[] = {
    { "第一讲 a\n一、b\n1. c\n", "lecture section topic" },
    { "第一讲 a\nb\n", "lecture topic" },
    { "- a\n  - b\n    - c\n- d\n", "lecture section topic topic" },
    { "a\nb\n", "topic topic" },
    { "1. a\n1.1 b\n1.1.1 c\n休息\n", "lecture section topic break" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = ff_outline_read (cases[i].text);
      g_autoptr (GString) kinds = g_string_new (NULL);

      for (guint j = 0; j < items->len; j++)
        g_string_append_printf (kinds, "%s%s", j > 0 ? " " : "", ((FfOutlineItem *) g_ptr_array_index (items, j))->kind);
      g_assert_cmpstr (kinds->str, ==, cases[i].kinds);
    }
}

/* A line that is too long for a title goes on below itself, cut after a sentence. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new ("1. ");
  g_autoptr (GPtrArray) items = NULL;
  const FfOutlineItem *head, *rest;

  for (int i = 0; i < 90; i++)
    g_string_append (text, "花开了。");
  g_string_append (text, " (90 min)\n2. b\n");
  for (int i = 0; i < 30; i++)
    g_string_append (text, "叶落了吗");
  items = ff_outline_read (text->str);
  g_assert_cmpuint (items->len, ==, 3);
  head = g_ptr_array_index (items, 0);
  g_assert_cmpint (g_utf8_strlen (head->title, -1), ==, 360);
  g_assert_cmpint (head->minutes, ==, 90);
  g_string_assign (text, "1. ");
  for (int i = 0; i < 110; i++)
    g_string_append (text, "花开了。");
  g_ptr_array_unref (items);
  items = ff_outline_read (text->str);
  g_assert_cmpuint (items->len, ==, 2);
  head = g_ptr_array_index (items, 0);
  rest = g_ptr_array_index (items, 1);
  g_assert_cmpint (g_utf8_strlen (head->title, -1), ==, FF_OUTLINE_MAX_TITLE);
  g_assert_cmpint (rest->parent, ==, 0);
  g_assert_true (g_str_has_suffix (head->title, "。"));
}

/* What must hold for any text --------------------------------------------------------------------------------------------------- */

static void
append_visible (GString *visible, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0xfeff && c != 0x200b)
        g_string_append_unichar (visible, c);
    }
}

static gboolean
is_rule (const char *line)
{
  return strlen (line) >= 3 && strspn (line, "-=_*~# ") == strlen (line);
}

/* The visible characters of every line, but of rules. */
static char *
expect_visible (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) normal = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  GString *visible = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (normal, c == '\r' || c == '\v' || c == '\f' || c == 0x2028 || c == 0x2029 ? '\n' : c);
    }
  lines = g_strsplit (normal->str, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      const char *start = *line;

      while (*start != '\0' && (g_unichar_isspace (g_utf8_get_char (start)) || g_utf8_get_char (start) == 0xfeff || g_utf8_get_char (start) == 0x200b))
        start = g_utf8_next_char (start);
      if (!is_rule (g_strchomp ((char *) start)))
        append_visible (visible, start);
    }
  return g_string_free (visible, FALSE);
}

static void
assert_sound (const char *text)
{
  g_autoptr (GPtrArray) items = ff_outline_read (text);
  g_autofree char *expected = expect_visible (text);
  g_autoptr (GString) visible = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const FfOutlineItem *item = g_ptr_array_index (items, i);

      g_assert_cmpint (item->parent, <, (int) i);
      g_assert_cmpint (item->depth, ==, item->parent < 0 ? 0 : ((FfOutlineItem *) g_ptr_array_index (items, item->parent))->depth + 1);
      g_assert_cmpint (item->depth, <, FF_OUTLINE_MAX_DEPTH);
      g_assert_nonnull (item->kind);
      g_assert_true (*item->title != '\0');
      g_assert_cmpint (g_utf8_strlen (item->title, -1), <=, FF_OUTLINE_MAX_TITLE);
      g_assert_cmpint (item->minutes, >=, -1);
      append_visible (visible, item->lead);
      append_visible (visible, item->title);
      append_visible (visible, item->trail);
    }
  g_assert_cmpstr (visible->str, ==, expected);
}

static void
test_nothing_dropped (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outlines); i++)
    assert_sound (outlines[i].text);
}

/* Lines made of pieces that mean something, in any order. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "第一讲", "第", "十二", "章", "一、", "（二）", "1.", "1", ".2", ")", "①", "Lecture ", "Part ", "II", "a)", "# ", "## ", "- ", "* ", "**", "•",
    "\t", "  ", "　", " ", ":", "：", "案例", "Case", "成果2(", "讨论", "break", "(", "（", "【", "】", "90", " min", "分钟", "小时", "1.5", "半小时",
    "花", "roses", "\n", "\n", "\n", "\r\n", "\xe2\x80\xa8", "\xff", "---", "\xef\xbb\xbf", "、", "-", "——",
  };

  for (int run = 0; run < 3000; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_sound (text->str);
    }
}

/* A deep and a long one in a moment: nothing is quadratic that people would notice. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 2000; i++)
    {
      for (int j = 0; j < i; j++)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, "%d) a\n", i);
    }
  assert_sound (text->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/outlines", test_outlines);
  g_test_add_func ("/outline/kinds", test_kinds);
  g_test_add_func ("/outline/long-line", test_long_line);
  g_test_add_func ("/outline/nothing-dropped", test_nothing_dropped);
  g_test_add_func ("/outline/random", test_random);
  g_test_add_func ("/outline/large", test_large);
  return g_test_run ();
}
