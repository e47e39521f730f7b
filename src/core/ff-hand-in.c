#include "config.h"

#include "ff-hand-in.h"

#include <string.h>

#include "ff-number.h"
#include "ff-word.h"

int
ff_hand_in_days_late (FfMinute due_at, FfMinute handed_in_at)
{
  if (due_at == FF_NO_TIME || handed_in_at == FF_NO_TIME)
    return 0;
  if (ff_time_minute_of_day (handed_in_at) == 0)
    return (int) MAX (ff_time_day (handed_in_at) - ff_time_day (due_at), 0);
  if (handed_in_at <= due_at)
    return 0;
  return (int) ((handed_in_at - due_at + FF_MINUTES_PER_DAY - 1) / FF_MINUTES_PER_DAY);
}

FfHandInState
ff_hand_in_state (FfMinute due_at, FfMinute handed_in_at, FfMinute now)
{
  if (handed_in_at == FF_NO_TIME)
    return due_at != FF_NO_TIME && now > due_at ? FF_HAND_IN_MISSING : FF_HAND_IN_NOTHING;
  return ff_hand_in_days_late (due_at, handed_in_at) > 0 ? FF_HAND_IN_LATE : FF_HAND_IN_ON_TIME;
}

/* Typed text -------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfMinute now;
  FfDay day;    /* FF_NO_DAY: not said */
  int clock;    /* −1: not said */
  FfHandInEntry entry;
} Reading;

typedef enum
{
  WORD_NOW,
  WORD_NEXT,
} Word;

static const FfWord words[] = {
  { "now", WORD_NOW },   { "h", WORD_NOW },     { "✓", WORD_NOW },     { "√", WORD_NOW },
  { "已交", WORD_NOW },  { "現在", WORD_NOW },  { "现在", WORD_NOW },  { "已繳", WORD_NOW },
  { "next", WORD_NEXT }, { "n", WORD_NEXT },    { "新版", WORD_NEXT },
};

static gboolean
take_word (Reading *reading, const char *word)
{
  int value;

  if (!ff_word_find_in (words, word, &value))
    return FALSE;
  if (value == WORD_NOW ? reading->entry.now : reading->entry.next)
    return FALSE;
  if (value == WORD_NOW)
    reading->entry.now = TRUE;
  else
    reading->entry.next = TRUE;
  return TRUE;
}

/* One or two digits. */
static gboolean
take_number (const char **text, int *number)
{
  const char *p = *text;

  *number = 0;
  while (g_ascii_isdigit (*p) && p < *text + 2)
    *number = *number * 10 + g_ascii_digit_value (*p++);
  if (p == *text || g_ascii_isdigit (*p))
    return FALSE;
  *text = p;
  return TRUE;
}

static gboolean
take_sign (const char **text, const char *sign)
{
  if (!g_str_has_prefix (*text, sign))
    return FALSE;
  *text += strlen (sign);
  return TRUE;
}

/* "9-22", "9/22", "9月22日": the last such day, since what is handed in lies behind us. A point would be a mark. */
static gboolean
parse_short_day (const char *word, FfMinute now, FfDay *day)
{
  int year, this_month, today, month, mday;
  const char *p = word;

  if (!take_number (&p, &month) || (!take_sign (&p, "-") && !take_sign (&p, "/") && !take_sign (&p, "月")) || !take_number (&p, &mday))
    return FALSE;
  if (*p != '\0' && strcmp (p, "日") != 0 && strcmp (p, "号") != 0 && strcmp (p, "號") != 0)
    return FALSE;
  ff_day_to_ymd (ff_time_day (now), &year, &this_month, &today);
  *day = ff_day_from_ymd (month > this_month || (month == this_month && mday > today) ? year - 1 : year, month, mday);
  return *day != FF_NO_DAY;
}

static gboolean
take_day (Reading *reading, const char *word)
{
  FfDay day;

  if (!parse_short_day (word, reading->now, &day) && !ff_day_parse (word, &day))
    return FALSE;
  if (reading->day != FF_NO_DAY)
    return FALSE;
  reading->day = day;
  return TRUE;
}

/* Digits alone are a mark. */
static gboolean
take_clock (Reading *reading, const char *word)
{
  int clock;

  if ((strchr (word, ':') == NULL && strstr (word, "：") == NULL) || !ff_clock_parse (word, &clock) || reading->clock >= 0)
    return FALSE;
  reading->clock = clock;
  return TRUE;
}

static gboolean
take_score (Reading *reading, const char *word)
{
  gint64 score;

  if (!ff_hundredths_parse (word, &score) || score < 0 || reading->entry.has_score)
    return FALSE;
  reading->entry.has_score = TRUE;
  reading->entry.score = score;
  return TRUE;
}

static gboolean
finish (Reading *reading)
{
  FfHandInEntry *entry = &reading->entry;

  if (entry->now && (reading->day != FF_NO_DAY || reading->clock >= 0))
    return FALSE;
  if (reading->day != FF_NO_DAY || reading->clock >= 0)
    entry->at = ff_day_start (reading->day != FF_NO_DAY ? reading->day : ff_time_day (reading->now)) + MAX (reading->clock, 0);
  else if (entry->now || entry->next)
    entry->at = reading->now;
  return entry->at != FF_NO_TIME || entry->has_score;
}

gboolean
ff_hand_in_parse (const char *text, FfMinute now, FfHandInEntry *entry)
{
  Reading reading = { .now = now, .day = FF_NO_DAY, .clock = -1, .entry = { .at = FF_NO_TIME } };
  g_autofree char *spaced = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL && entry != NULL, FALSE);

  spaced = g_strdelimit (g_strdup (text), "\t\n;", ' ');
  parts = g_strsplit (spaced, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !take_word (&reading, parts[i]) && !take_clock (&reading, parts[i]) && !take_day (&reading, parts[i])
        && !take_score (&reading, parts[i]))
      return FALSE;
  if (!finish (&reading))
    return FALSE;
  *entry = reading.entry;
  return TRUE;
}
