#include "ff-outline-mark.h"

#include <string.h>

/* What may separate a number from its title. */
#define SEPARATORS ":：、.．，,-–—|"

static const char *
skip_spaces (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
is_one_of (const char *p, const char *set)
{
  return *p != '\0' && g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL;
}

static gboolean
is_space (const char *p)
{
  return *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));
}

static gboolean
is_wide (const char *p)
{
  return g_utf8_get_char (p) >= 0x2e80;
}

static gboolean
is_digit (const char *p)
{
  return *p != '\0' && g_unichar_isdigit (g_utf8_get_char (p));
}

/* Numbers ----------------------------------------------------------------------------------------------------------------- */

/* Up to three digits, also full-width ones; 0 when there are none. */
static int
take_digits (const char **p)
{
  const char *q = *p;
  int value = 0, n = 0;

  for (; n < 4; n++, q = g_utf8_next_char (q))
    {
      int digit = *q != '\0' ? g_unichar_digit_value (g_utf8_get_char (q)) : -1;

      if (digit < 0)
        break;
      value = value * 10 + digit;
    }
  if (n == 0 || n > 3)
    return 0;
  *p = q;
  return value;
}

/* 一, 十二, 二十三; 0 when it is none. */
static int
take_chinese (const char **p)
{
  static const char digits[] = "〇一二三四五六七八九";
  const char *q = *p;
  int value = 0, ones = -1;

  for (; *q != '\0'; q = g_utf8_next_char (q))
    {
      gunichar c = g_utf8_get_char (q);
      const char *digit = g_utf8_strchr (digits, -1, c == 0x96f6 ? 0x3007 : c); /* 零 */

      if (digit != NULL)
        {
          if (ones > 0)
            return 0;
          ones = (int) g_utf8_pointer_to_offset (digits, digit);
        }
      else if (c == 0x5341) /* 十 */
        {
          if (value >= 10)
            return 0;
          value = (ones < 0 ? 1 : ones) * 10;
          ones = -1;
        }
      else
        break;
    }
  value += MAX (ones, 0);
  if (value > 0)
    *p = q;
  return value;
}

/* II, iv; 0 when it is none. Every letter of one case. */
static int
take_roman (const char **p)
{
  static const struct { const char *text; int value; } numerals[]
    = { { "x", 10 }, { "ix", 9 }, { "v", 5 }, { "iv", 4 }, { "i", 1 } };
  const char *q = *p;
  gboolean upper = g_ascii_isupper (*q);
  int value = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (numerals);)
    {
      gsize n = strlen (numerals[i].text);

      if (g_ascii_strncasecmp (q, numerals[i].text, n) == 0 && g_ascii_isupper (*q) == upper
          && (n == 1 || g_ascii_isupper (q[1]) == upper) && value < 30)
        {
          q += n;
          value += numerals[i].value;
          i += n == 2 || *numerals[i].text == 'v' ? 1 : 0;
        }
      else
        i++;
    }
  if (g_ascii_isalpha (*q))
    return 0;
  *p = q;
  return value;
}

static int
take_any_number (const char **p)
{
  int value = take_digits (p);

  if (value == 0)
    value = take_chinese (p);
  return value != 0 ? value : take_roman (p);
}

/* The forms ----------------------------------------------------------------------------------------------------------------- */

/* The mark ends at @end and what separates it from its title. */
static FfMark
found (const char *line, const char *end, FfMarkForm form, int sign, int level, int value)
{
  const char *p = skip_spaces (end);

  while (is_one_of (p, SEPARATORS) && !(*p == '-' && !is_space (p + 1)))
    p = skip_spaces (g_utf8_next_char (p));
  return (FfMark) { form, sign, level, value, (gsize) (p - line) };
}

static const FfMark none = { FF_MARK_NONE, 0, 0, 0, 0 };

static FfMark
read_heading (const char *line)
{
  gsize n = strspn (line, "#");
  const char *rest = line + n;
  FfMark inner;

  if (n == 0 || n > 6 || (!is_space (rest) && !is_wide (rest)))
    return none;
  rest = skip_spaces (rest);
  inner = ff_mark_read (rest, "");
  if (inner.form != FF_MARK_BULLET)
    rest += inner.length;
  return (FfMark) { FF_MARK_HEADING, 0, (int) n, 0, (gsize) (rest - line) };
}

static const char *const units[] = {
  "部分", "单元", "單元", "模块", "模組", "模塊", "阶段", "階段", "课时", "課時", "专题", "專題", "主题", "主題",
  "讲", "講", "章", "节", "節", "篇", "课", "課", "天", "日", "步", "编", "編", "lecture", "module", "part", "chapter",
  "unit", "section", "session", "lesson", "day", "topic", "step", "block", "stage", "phase",
};

static gsize
find_unit (const char *p, int *sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize n = strlen (units[i]);

      if (g_ascii_strncasecmp (p, units[i], n) != 0)
        continue;
      *sign = (int) i;
      return n;
    }
  return 0;
}

/* 第一讲, 第 3 章 */
static FfMark
read_ordinal (const char *line)
{
  const char *p = line;
  int value, sign;
  gsize n;

  if (g_utf8_get_char (p) != 0x7b2c)
    return none;
  p = skip_spaces (g_utf8_next_char (p));
  value = take_digits (&p);
  if (value == 0)
    value = take_chinese (&p);
  p = skip_spaces (p);
  n = value != 0 ? find_unit (p, &sign) : 0;
  return n != 0 ? found (line, p + n, FF_MARK_NAMED, sign, 0, value) : none;
}

/* Lecture 1, PART01, Module II: …, 模块一 */
static FfMark
read_named (const char *line)
{
  int sign, value;
  gsize n = find_unit (line, &sign);
  const char *p = skip_spaces (line + n);
  const char *number = p;
  gboolean latin = g_ascii_isalpha (*line);

  if (n == 0 || (value = take_any_number (&p)) == 0)
    return none;
  /* "Part I" needs its space, "Section 2a" and "Day 1st" are words; 模块一 may go on at once. */
  if (latin && ((g_ascii_isalpha (*number) && number == line + n) || g_ascii_isalnum (*p)))
    return none;
  if (!latin && strlen (units[sign]) <= 3)
    return none; /* 讲一 and 日一 are no numbers */
  if (*p == '.' && g_ascii_isdigit (p[1]))
    return none;
  return found (line, p, FF_MARK_NAMED, sign, 0, value);
}

/* What stands behind a decimal without a space makes it an amount: 1.5小时, 2.5%. */
static gboolean
is_amount (const char *p)
{
  return g_ascii_isalpha (*p) || is_one_of (p, "%％小个個天万萬元倍分年月日次人米℃");
}

/* 1.1, 1.2.3 */
static FfMark
read_decimal (const char *line)
{
  const char *p = line;
  int value = take_digits (&p);
  int level = 0;

  while (value > 0 && (*p == '.' || g_utf8_get_char (p) == 0xff0e))
    {
      const char *q = g_utf8_next_char (p);
      int next = take_digits (&q);

      if (next == 0)
        break;
      value = next;
      level++;
      p = q;
    }
  if (level == 0 || is_amount (p))
    return none;
  return found (line, p, FF_MARK_DECIMAL, 0, level, value);
}

/* "1 Goals" before "1.1 …"; "01 Goals"; a number and a wide space. */
static gboolean
stands_apart (const char *line, const char *end, const char *next)
{
  gsize digits = (gsize) (end - line);

  if (*end == '\t' || strncmp (end, "  ", 2) == 0 || g_utf8_get_char (end) == 0x3000 || *line == '0')
    return *skip_spaces (end) != '\0';
  return *end == ' ' && strncmp (line, next, digits) == 0 && next[digits] == '.' && g_ascii_isdigit (next[digits + 1]);
}

/* 1. 1、 1: 1) */
static FfMark
read_number (const char *line, const char *next)
{
  const char *p = line;
  int value = take_digits (&p);
  const char *end = *p != '\0' ? g_utf8_next_char (p) : p;

  if (value == 0)
    return none;
  if (is_one_of (p, ")）"))
    return found (line, end, FF_MARK_NUMBER_PAREN, 0, 0, value);
  if (is_one_of (p, "、.．:：") && !is_digit (end))
    return found (line, end, FF_MARK_NUMBER, is_one_of (p, "、") ? 1 : is_one_of (p, ":：") ? 2 : 0, 0, value);
  return stands_apart (line, p, next) ? found (line, p, FF_MARK_NUMBER, 3, 0, value) : none;
}

static FfMark
read_chinese (const char *line)
{
  const char *p = line;
  int value = take_chinese (&p);

  if (value == 0 || !is_one_of (p, "、.．，,"))
    return none;
  return found (line, g_utf8_next_char (p), FF_MARK_CHINESE, 0, 0, value);
}

/* (1) （一） (a) */
static FfMark
read_paren (const char *line)
{
  const char *p = g_utf8_next_char (line);
  FfMarkForm form = FF_MARK_PAREN_NUMBER;
  int value, sign = 0;

  if (!is_one_of (line, "(（"))
    return none;
  value = take_digits (&p);
  if (value == 0 && (value = take_chinese (&p)) != 0)
    form = FF_MARK_CHINESE_PAREN;
  if (value == 0 && g_ascii_isalpha (*p))
    {
      form = FF_MARK_LETTER;
      sign = g_ascii_isupper (*p) ? 4 : 5;
      value = g_ascii_tolower (*p++) - 'a' + 1;
    }
  return value != 0 && is_one_of (p, ")）") ? found (line, g_utf8_next_char (p), form, sign, 0, value) : none;
}

static FfMark
read_circled (const char *line)
{
  static const struct { gunichar first, last; } blocks[] = {
    { 0x2460, 0x2473 }, { 0x2474, 0x2487 }, { 0x2488, 0x249b }, { 0x2776, 0x277f }, { 0x3220, 0x3229 }, { 0x3280, 0x3289 }, { 0x2160, 0x216b },
  };
  gunichar c = g_utf8_get_char (line);

  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (c >= blocks[i].first && c <= blocks[i].last)
      return found (line, g_utf8_next_char (line), FF_MARK_CIRCLED, (int) i, 0, (int) (c - blocks[i].first) + 1);
  return none;
}

/* A. b) C、 and II. iv): a letter alone is Roman only where it is I, V or X. */
static FfMark
read_letter (const char *line)
{
  const char *p = line;
  gboolean upper = g_ascii_isupper (*line);
  int value = take_roman (&p);
  FfMarkForm form = value != 0 ? FF_MARK_ROMAN : FF_MARK_LETTER;
  int sign;

  if (value == 0)
    {
      if (!g_ascii_isalpha (*line))
        return none;
      value = g_ascii_tolower (*line) - 'a' + 1;
      p = line + 1;
    }
  if (!is_one_of (p, ".．、)）") || !(is_space (g_utf8_next_char (p)) || is_wide (g_utf8_next_char (p))))
    return none;
  sign = (upper ? 0 : 1) + (is_one_of (p, ")）") ? 2 : 0);
  return found (line, g_utf8_next_char (p), form, sign, 0, value);
}

static FfMark
read_bullet (const char *line)
{
  gunichar c = g_utf8_get_char (line);
  const char *end = g_utf8_next_char (line);
  gboolean apart = is_space (end);

  if (is_one_of (line, "•●○◦▪■□◆◇★☆➢➤►▶√✓✔»※·") || (c >= 0xf000 && c <= 0xf0ff)
      || (apart && is_one_of (line, "*+–—")) || (*line == '-' && (apart || is_wide (end))))
    return (FfMark) { FF_MARK_BULLET, (int) c, 0, 0, (gsize) (skip_spaces (end) - line) };
  return none;
}

static FfMark
read_plain (const char *line, const char *next)
{
  FfMark mark = read_heading (line);

  if (mark.form == FF_MARK_NONE)
    mark = read_ordinal (line);
  if (mark.form == FF_MARK_NONE)
    mark = read_named (line);
  if (mark.form == FF_MARK_NONE)
    mark = read_chinese (line);
  if (mark.form == FF_MARK_NONE)
    mark = read_paren (line);
  if (mark.form == FF_MARK_NONE)
    mark = read_decimal (line);
  if (mark.form == FF_MARK_NONE)
    mark = read_number (line, next);
  if (mark.form == FF_MARK_NONE)
    mark = read_circled (line);
  if (mark.form == FF_MARK_NONE)
    mark = read_letter (line);
  return mark.form != FF_MARK_NONE ? mark : read_bullet (line);
}

FfMark
ff_mark_read (const char *line, const char *next)
{
  gboolean bold = g_str_has_prefix (line, "**") && strstr (line + 2, "**") != NULL;
  FfMark mark = *line != '\0' ? read_plain (bold ? line + 2 : line, next) : none;

  if (bold && mark.form != FF_MARK_NONE)
    {
      mark.length += 2;
      if (g_str_has_prefix (line + mark.length, "**"))
        mark.length = (gsize) (skip_spaces (line + mark.length + 2) - line);
    }
  return mark;
}
