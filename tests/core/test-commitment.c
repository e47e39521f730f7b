/* Commitments: what counts as what, when each kind is due, and the log of seven days. */
#include "ff-commitment.h"

static FfDay
day (const char *text)
{
  FfDay parsed = FF_NO_DAY;

  if (text != NULL)
    g_assert_true (ff_day_parse (text, &parsed));
  return parsed;
}

static void
test_counts (void)
{
  /* Down: what it is; across: what is asked for. */
  static const gboolean expected[FF_N_COMMITMENT_KINDS][FF_N_COMMITMENT_KINDS] = {
    [FF_COMMITMENT_ANY] = { TRUE, TRUE, FALSE, TRUE, FALSE },
    [FF_COMMITMENT_CARD] = { FALSE, TRUE, FALSE, FALSE, FALSE },
    [FF_COMMITMENT_SEVEN_DAY] = { FALSE, FALSE, TRUE, FALSE, FALSE },
    [FF_COMMITMENT_MICRO_PLAN] = { FALSE, FALSE, FALSE, TRUE, FALSE },
    [FF_COMMITMENT_PROJECT] = { FALSE, FALSE, FALSE, FALSE, TRUE },
  };

  for (int kind = 0; kind < FF_N_COMMITMENT_KINDS; kind++)
    for (int wanted = 0; wanted < FF_N_COMMITMENT_KINDS; wanted++)
      g_assert_cmpint (ff_commitment_counts_as (kind, wanted), ==, expected[kind][wanted]);
}

static void
test_due (void)
{
  static const struct
  {
    FfCommitmentKind kind;
    const char *ends_on, *starts_on, *due_on;
  } cases[] = {
    { FF_COMMITMENT_CARD, "2026-09-22", NULL, "2026-09-22" },
    { FF_COMMITMENT_MICRO_PLAN, "2026-09-22", NULL, "2026-10-22" },
    { FF_COMMITMENT_ANY, "2026-12-15", NULL, "2027-01-14" },
    { FF_COMMITMENT_SEVEN_DAY, "2026-09-22", "2026-09-28", "2026-10-04" },
    { FF_COMMITMENT_SEVEN_DAY, "2026-09-22", NULL, NULL },
    { FF_COMMITMENT_PROJECT, "2026-09-22", "2026-09-28", NULL },
    { FF_COMMITMENT_CARD, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ff_commitment_due_on (cases[i].kind, day (cases[i].ends_on), day (cases[i].starts_on)), ==, day (cases[i].due_on));
}

static void
test_overdue (void)
{
  FfDay today = day ("2026-10-22");

  g_assert_false (ff_commitment_is_overdue (FF_COMMITMENT_PLANNED, today, today));
  g_assert_true (ff_commitment_is_overdue (FF_COMMITMENT_PLANNED, today - 1, today));
  g_assert_false (ff_commitment_is_overdue (FF_COMMITMENT_SUBMITTED, today - 1, today));
  g_assert_false (ff_commitment_is_overdue (FF_COMMITMENT_PLANNED, FF_NO_DAY, today));
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    gboolean known;
    FfCommitmentKind kind;
  } kinds[] = {
    { NULL, TRUE, FF_COMMITMENT_ANY },
    { "", TRUE, FF_COMMITMENT_ANY },
    { "card", TRUE, FF_COMMITMENT_CARD },
    { "Seven-Day", TRUE, FF_COMMITMENT_SEVEN_DAY },
    { "micro_plan", TRUE, FF_COMMITMENT_MICRO_PLAN },
    { "微行动方案", TRUE, FF_COMMITMENT_MICRO_PLAN },
    { "７天计划", TRUE, FF_COMMITMENT_SEVEN_DAY },
    { "七日計畫", TRUE, FF_COMMITMENT_SEVEN_DAY },
    { "poem", FALSE, FF_COMMITMENT_ANY },
  };
  FfCommitmentStatus status;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      FfCommitmentKind kind;

      g_assert_cmpint (ff_commitment_kind_parse (kinds[i].text, &kind), ==, kinds[i].known);
      if (kinds[i].known)
        g_assert_cmpint (kind, ==, kinds[i].kind);
    }
  for (int i = 0; i < FF_N_COMMITMENT_STATUSES; i++)
    {
      g_assert_true (ff_commitment_status_parse (ff_commitment_status_to_key (i), &status));
      g_assert_cmpint (status, ==, i);
    }
  g_assert_true (ff_commitment_status_parse ("已提交", &status));
  g_assert_cmpint (status, ==, FF_COMMITMENT_SUBMITTED);
  g_assert_false (ff_commitment_status_parse ("", &status));
}

static void
test_log (void)
{
  static const struct
  {
    int cases[FF_LOG_DAYS];
    int target;
    FfLogSum sum;
  } logs[] = {
    { { -1, -1, -1, -1, -1, -1, -1 }, 3, { 0, 0, 0 } },
    { { 3, 2, 4, 0, -1, 3, 5 }, 3, { 6, 4, 17 } },
    { { 0, 0, 0, 0, 0, 0, 0 }, 1, { 7, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      FfLogSum sum = ff_log_sum (logs[i].cases, FF_LOG_DAYS, logs[i].target);

      g_assert_cmpint (sum.logged, ==, logs[i].sum.logged);
      g_assert_cmpint (sum.reached, ==, logs[i].sum.reached);
      g_assert_cmpint (sum.cases, ==, logs[i].sum.cases);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commitment/counts-as", test_counts);
  g_test_add_func ("/commitment/due", test_due);
  g_test_add_func ("/commitment/overdue", test_overdue);
  g_test_add_func ("/commitment/words", test_words);
  g_test_add_func ("/commitment/log", test_log);
  return g_test_run ();
}
