#include "ff-outline-words.h"

#include <string.h>

#define MINUTES_MAX 100000

static const struct
{
  const char *word;
  const char *kind;
} words[] = {
  { "案例分析", "case" }, { "案例研讨", "case" }, { "案例研討", "case" }, { "案例分享", "case" }, { "案例讨论", "case" },
  { "案例討論", "case" }, { "案例", "case" }, { "case studies", "case" }, { "case study", "case" }, { "cases", "case" }, { "case", "case" },
  { "小组讨论", "discussion" }, { "小組討論", "discussion" }, { "分组讨论", "discussion" }, { "分組討論", "discussion" },
  { "头脑风暴", "discussion" }, { "頭腦風暴", "discussion" }, { "互动讨论", "discussion" }, { "互動討論", "discussion" },
  { "讨论", "discussion" }, { "討論", "discussion" }, { "研讨", "discussion" }, { "研討", "discussion" },
  { "group discussion", "discussion" }, { "discussion", "discussion" }, { "brainstorming", "discussion" }, { "brainstorm", "discussion" },
  { "现场练习", "exercise" }, { "現場練習", "exercise" }, { "现场作业", "exercise" }, { "現場作業", "exercise" },
  { "情景演练", "exercise" }, { "情景演練", "exercise" }, { "实战演练", "exercise" }, { "實戰演練", "exercise" },
  { "角色扮演", "exercise" }, { "课堂练习", "exercise" }, { "課堂練習", "exercise" }, { "练习", "exercise" }, { "練習", "exercise" },
  { "演练", "exercise" }, { "演練", "exercise" }, { "exercises", "exercise" }, { "exercise", "exercise" }, { "role play", "exercise" },
  { "role-play", "exercise" }, { "practice", "exercise" }, { "drill", "exercise" },
  { "课后作业", "homework" }, { "課後作業", "homework" }, { "作业", "homework" }, { "作業", "homework" }, { "homework", "homework" },
  { "assignment", "homework" },
  { "交付物", "deliverable" }, { "成果", "deliverable" }, { "产出", "deliverable" }, { "產出", "deliverable" },
  { "deliverables", "deliverable" }, { "deliverable", "deliverable" },
  { "课间休息", "break" }, { "課間休息", "break" }, { "休息", "break" }, { "茶歇", "break" }, { "午休", "break" }, { "午餐", "break" },
  { "coffee break", "break" }, { "tea break", "break" }, { "lunch break", "break" }, { "lunch", "break" }, { "break", "break" },
};

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
trim_end (const char *start, const char *end)
{
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end;
}

static gboolean
is_one_of (const char *p, const char *end, const char *set)
{
  return p < end && g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL;
}

/* The word with which [p, end) begins, as a whole; its length, 0 for none. */
static gsize
find_word (const char *p, const char *end, const char **kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i].word);

      if ((gsize) (end - p) < n || g_ascii_strncasecmp (p, words[i].word, n) != 0)
        continue;
      if (g_ascii_isalpha (*p) && p + n < end && g_ascii_isalpha (p[n]))
        continue;
      *kind = words[i].kind;
      return n;
    }
  return 0;
}

/* A number behind the word: 案例一, Case 2, 成果1.0 */
static const char *
skip_number (const char *p, const char *end)
{
  const char *q = skip_spaces (p, end);
  const char *first = q;

  while (q < end && (g_unichar_isdigit (g_utf8_get_char (q)) || is_one_of (q, end, "一二三四五六七八九十") || (q > first && *q == '.')))
    q = g_utf8_next_char (q);
  return q > first ? q : p;
}

/* @rest goes on with a title of its own behind the word. */
static gboolean
is_separated (const char *word, const char *p, const char *end, const char **rest)
{
  gboolean latin = g_ascii_isalpha (*word);
  const char *q = skip_spaces (p, end);

  if (is_one_of (q, end, ":：】]）)") || (is_one_of (q, end, "-–—") && (!latin || q > p)))
    q = skip_spaces (g_utf8_next_char (q), end);
  else if (latin || q == p)
    return FALSE;
  while (is_one_of (q, end, ":：-–—"))
    q = skip_spaces (g_utf8_next_char (q), end);
  *rest = q;
  return TRUE;
}

/* "… （案例）" */
static const char *
take_bracketed (const char *start, const char **end)
{
  const char *last = *end > start ? g_utf8_prev_char (*end) : start;
  const char *open = last;
  const char *kind = NULL;
  const char *word;
  gsize n;

  if (!is_one_of (last, *end, ")）]】"))
    return NULL;
  while (open > start && !is_one_of (open, *end, "(（[【"))
    open = g_utf8_prev_char (open);
  if (open == start)
    return NULL;
  word = skip_spaces (g_utf8_next_char (open), last);
  n = find_word (word, last, &kind);
  if (n == 0 || skip_spaces (skip_number (word + n, last), last) != last)
    return NULL;
  *end = trim_end (start, open);
  return kind;
}

const char *
ff_outline_take_kind (const char **start, const char **end)
{
  const char *p = is_one_of (*start, *end, "(（[【") ? g_utf8_next_char (*start) : *start;
  const char *kind = NULL, *rest, *behind;
  gsize n = find_word (p, *end, &kind);

  if (n == 0)
    return take_bracketed (*start, end);
  behind = skip_number (p + n, *end);
  if (is_separated (p, behind, *end, &rest) && rest < *end)
    *start = rest;
  else if (skip_spaces (behind, *end) < *end && !(behind > p + n && is_one_of (behind, *end, "(（")) && !is_one_of (behind, *end, ":：】])）"))
    return take_bracketed (*start, end);
  return kind;
}

/* Time ---------------------------------------------------------------------------------------------------------------------- */

#define ABOUT "(?:约|約|大约|大約|about|approx\\.?|ca\\.?)?\\s*"
#define HOURS "(?:hours?|hrs?|h|个?小时|個?小時)"
#define MINUTES "(?:minutes?|mins?|分钟|分鐘|′|')"
#define TIME ABOUT "(?:(?<h>\\d{1,4}(?:[.．]\\d{1,2})?)\\s*" HOURS "(?:\\s*(?<hm>\\d{1,3})\\s*(?:" MINUTES "|分))?|(?<m>\\d{1,6})\\s*" MINUTES \
             "|(?<half>半个?小时|半個?小時))"

static const GRegex *
get_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("(?<gap>[\\s,，、:：;；|–—-]*)(?:[(（【\\[]\\s*" TIME "\\s*[)）】\\]]|" TIME ")\\s*$",
                                            G_REGEX_CASELESS | G_REGEX_DUPNAMES | G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

static double
fetch_number (GMatchInfo *match, const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text != NULL && *text != '\0' ? g_ascii_strtod (text, NULL) : -1;
}

static int
count_minutes (GMatchInfo *match)
{
  double hours = fetch_number (match, "h"), more = fetch_number (match, "hm"), minutes = fetch_number (match, "m");

  if (hours >= 0)
    minutes = hours * 60 + MAX (more, 0);
  else if (minutes < 0)
    minutes = 30;
  return minutes <= MINUTES_MAX ? (int) (minutes + 0.5) : -1;
}

int
ff_outline_take_minutes (const char **start, const char **end)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = g_strndup (*start, (gsize) (*end - *start));
  g_autofree char *gap = NULL;
  const char *kind = NULL, *rest_start = *start, *rest_end;
  gboolean apart;
  int from, minutes;

  if (!g_regex_match (get_regex (), text, 0, &match) || !g_match_info_fetch_pos (match, 0, &from, NULL))
    return -1;
  minutes = count_minutes (match);
  rest_end = *start + from;
  if (minutes < 0 || from == 0)
    return minutes;
  gap = g_match_info_fetch_named (match, "gap");
  apart = *gap != '\0' || strchr (")]", text[strlen (text) - 1]) != NULL || g_str_has_suffix (text, "）") || g_str_has_suffix (text, "】");
  /* "Observe every day 30 min" is apart, 每天观察30分钟 is a sentence; but 休息15分钟 is a break. */
  if (!apart)
    {
      gsize n = find_word (rest_start, rest_end, &kind);

      if (n == 0 || rest_start + n != rest_end || strcmp (kind, "break") != 0)
        return -1;
    }
  *end = rest_end;
  return minutes;
}
