#include "config.h"

#include "ff-commitment.h"

#include <glib/gi18n-lib.h>

#include "ff-word.h"

static const FfWord kind_words[] = {
  { "", FF_COMMITMENT_ANY },
  { "card", FF_COMMITMENT_CARD },
  { "commitmentcard", FF_COMMITMENT_CARD },
  { "承诺卡", FF_COMMITMENT_CARD },
  { "承諾卡", FF_COMMITMENT_CARD },
  { "行动承诺卡", FF_COMMITMENT_CARD },
  { "行動承諾卡", FF_COMMITMENT_CARD },
  { "sevenday", FF_COMMITMENT_SEVEN_DAY },
  { "sevendayplan", FF_COMMITMENT_SEVEN_DAY },
  { "7day", FF_COMMITMENT_SEVEN_DAY },
  { "7dayplan", FF_COMMITMENT_SEVEN_DAY },
  { "七天计划", FF_COMMITMENT_SEVEN_DAY },
  { "七日计划", FF_COMMITMENT_SEVEN_DAY },
  { "7天计划", FF_COMMITMENT_SEVEN_DAY },
  { "7日计划", FF_COMMITMENT_SEVEN_DAY },
  { "七天行动计划", FF_COMMITMENT_SEVEN_DAY },
  { "7天行动计划", FF_COMMITMENT_SEVEN_DAY },
  { "七天計畫", FF_COMMITMENT_SEVEN_DAY },
  { "七日計畫", FF_COMMITMENT_SEVEN_DAY },
  { "7天計畫", FF_COMMITMENT_SEVEN_DAY },
  { "7日計畫", FF_COMMITMENT_SEVEN_DAY },
  { "microplan", FF_COMMITMENT_MICRO_PLAN },
  { "microactionplan", FF_COMMITMENT_MICRO_PLAN },
  { "actionplan", FF_COMMITMENT_MICRO_PLAN },
  { "微行动", FF_COMMITMENT_MICRO_PLAN },
  { "微行动方案", FF_COMMITMENT_MICRO_PLAN },
  { "微行动计划", FF_COMMITMENT_MICRO_PLAN },
  { "微計畫", FF_COMMITMENT_MICRO_PLAN },
  { "微行動", FF_COMMITMENT_MICRO_PLAN },
  { "微行動方案", FF_COMMITMENT_MICRO_PLAN },
  { "微行動計畫", FF_COMMITMENT_MICRO_PLAN },
  { "行动计划", FF_COMMITMENT_MICRO_PLAN },
  { "行動計畫", FF_COMMITMENT_MICRO_PLAN },
  { "project", FF_COMMITMENT_PROJECT },
  { "项目", FF_COMMITMENT_PROJECT },
  { "專案", FF_COMMITMENT_PROJECT },
  { "改进项目", FF_COMMITMENT_PROJECT },
  { "改善專案", FF_COMMITMENT_PROJECT },
};

static const FfWord status_words[] = {
  { "planned", FF_COMMITMENT_PLANNED },
  { "open", FF_COMMITMENT_PLANNED },
  { "计划中", FF_COMMITMENT_PLANNED },
  { "已计划", FF_COMMITMENT_PLANNED },
  { "未提交", FF_COMMITMENT_PLANNED },
  { "待提交", FF_COMMITMENT_PLANNED },
  { "計畫中", FF_COMMITMENT_PLANNED },
  { "已計畫", FF_COMMITMENT_PLANNED },
  { "未繳交", FF_COMMITMENT_PLANNED },
  { "待繳交", FF_COMMITMENT_PLANNED },
  { "submitted", FF_COMMITMENT_SUBMITTED },
  { "handedin", FF_COMMITMENT_SUBMITTED },
  { "已提交", FF_COMMITMENT_SUBMITTED },
  { "提交", FF_COMMITMENT_SUBMITTED },
  { "已交", FF_COMMITMENT_SUBMITTED },
  { "已繳交", FF_COMMITMENT_SUBMITTED },
  { "applied", FF_COMMITMENT_APPLIED },
  { "done", FF_COMMITMENT_APPLIED },
  { "已应用", FF_COMMITMENT_APPLIED },
  { "已落地", FF_COMMITMENT_APPLIED },
  { "已实施", FF_COMMITMENT_APPLIED },
  { "已完成", FF_COMMITMENT_APPLIED },
  { "已應用", FF_COMMITMENT_APPLIED },
  { "已落實", FF_COMMITMENT_APPLIED },
  { "已實施", FF_COMMITMENT_APPLIED },
  { "verified", FF_COMMITMENT_VERIFIED },
  { "confirmed", FF_COMMITMENT_VERIFIED },
  { "已验证", FF_COMMITMENT_VERIFIED },
  { "已核实", FF_COMMITMENT_VERIFIED },
  { "已确认", FF_COMMITMENT_VERIFIED },
  { "已驗證", FF_COMMITMENT_VERIFIED },
  { "已核實", FF_COMMITMENT_VERIFIED },
  { "已確認", FF_COMMITMENT_VERIFIED },
};

const char *
ff_commitment_kind_to_key (FfCommitmentKind kind)
{
  static const char *const keys[FF_N_COMMITMENT_KINDS] = {
    [FF_COMMITMENT_ANY] = NULL,
    [FF_COMMITMENT_CARD] = "card",
    [FF_COMMITMENT_SEVEN_DAY] = "seven_day",
    [FF_COMMITMENT_MICRO_PLAN] = "micro_plan",
    [FF_COMMITMENT_PROJECT] = "project",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (keys), NULL);
  return keys[kind];
}

const char *
ff_commitment_status_to_key (FfCommitmentStatus status)
{
  static const char *const keys[FF_N_COMMITMENT_STATUSES] = {
    [FF_COMMITMENT_PLANNED] = "planned",
    [FF_COMMITMENT_SUBMITTED] = "submitted",
    [FF_COMMITMENT_APPLIED] = "applied",
    [FF_COMMITMENT_VERIFIED] = "verified",
  };

  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (keys), NULL);
  return keys[status];
}

gboolean
ff_commitment_kind_parse (const char *text, FfCommitmentKind *kind)
{
  int value;

  g_return_val_if_fail (kind != NULL, FALSE);

  if (!ff_word_find_in (kind_words, text != NULL ? text : "", &value))
    return FALSE;
  *kind = (FfCommitmentKind) value;
  return TRUE;
}

gboolean
ff_commitment_status_parse (const char *text, FfCommitmentStatus *status)
{
  int value;

  g_return_val_if_fail (status != NULL, FALSE);

  if (!ff_word_find_in (status_words, text != NULL ? text : "", &value))
    return FALSE;
  *status = (FfCommitmentStatus) value;
  return TRUE;
}

const char *
ff_commitment_kind_title (FfCommitmentKind kind)
{
  switch (kind)
    {
    case FF_COMMITMENT_CARD:
      return C_("commitment", "Commitment card");
    case FF_COMMITMENT_SEVEN_DAY:
      return C_("commitment", "Seven-day plan");
    case FF_COMMITMENT_MICRO_PLAN:
      return C_("commitment", "Micro action plan");
    case FF_COMMITMENT_PROJECT:
      return C_("commitment", "Project");
    case FF_COMMITMENT_ANY:
    default:
      return C_("commitment", "Card and plan");
    }
}

const char *
ff_commitment_status_title (FfCommitmentStatus status)
{
  switch (status)
    {
    case FF_COMMITMENT_SUBMITTED:
      return C_("commitment", "Handed in");
    case FF_COMMITMENT_APPLIED:
      return C_("commitment", "Applied");
    case FF_COMMITMENT_VERIFIED:
      return C_("commitment", "Verified");
    case FF_COMMITMENT_PLANNED:
    default:
      return C_("commitment", "Planned");
    }
}

gboolean
ff_commitment_counts_as (FfCommitmentKind kind, FfCommitmentKind wanted)
{
  return kind == wanted
         || (kind == FF_COMMITMENT_ANY && (wanted == FF_COMMITMENT_CARD || wanted == FF_COMMITMENT_MICRO_PLAN));
}

static FfDay
days_after (FfDay day, int days)
{
  return day != FF_NO_DAY ? day + days : FF_NO_DAY;
}

FfDay
ff_commitment_due_on (FfCommitmentKind kind, FfDay ends_on, FfDay starts_on)
{
  switch (kind)
    {
    case FF_COMMITMENT_CARD:
      return ends_on;
    case FF_COMMITMENT_SEVEN_DAY:
      return days_after (starts_on, FF_LOG_DAYS - 1);
    case FF_COMMITMENT_MICRO_PLAN:
    case FF_COMMITMENT_ANY:
      return days_after (ends_on, FF_MICRO_PLAN_DAYS);
    case FF_COMMITMENT_PROJECT:
    default:
      return FF_NO_DAY;
    }
}

gboolean
ff_commitment_is_overdue (FfCommitmentStatus status, FfDay due_on, FfDay today)
{
  return status == FF_COMMITMENT_PLANNED && due_on != FF_NO_DAY && due_on < today;
}

FfLogSum
ff_log_sum (const int *cases, gsize n_days, int target)
{
  FfLogSum sum = { 0 };

  g_return_val_if_fail (cases != NULL || n_days == 0, sum);

  for (gsize i = 0; i < n_days; i++)
    {
      if (cases[i] == FF_LOG_NONE)
        continue;
      sum.logged++;
      sum.cases += cases[i];
      sum.reached += cases[i] >= target ? 1 : 0;
    }
  return sum;
}
