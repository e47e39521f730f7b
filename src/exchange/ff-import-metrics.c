/* Values of metrics: a row for each day, of those who were trained and, beside it, of the group that was not. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-import-kind.h"
#include "ff-metrics.h"

#define FIELD(member, name, title, flags, words) FF_FIELD (FfMetricRowDraft, member, name, title, flags, words)

enum
{
  OWNER,
  METRIC,
  DAY,
  VALUE,
  COMPARISON,
  SIZE,
  CAUSE,
};

static const FfField fields[] = {
  [OWNER] = FIELD (owner, "class", N_("Class"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
         "classcode|classno|project|projectcode|班次|班次编号|班次編號|班次代码|班次代碼|班级|班級|班级编号|班級編號|班号|班號|班别|班別|梯次|期次|"
         "班次或项目|班次或專案|项目编号|项目代码|專案編號|專案代碼"),
  [METRIC] = FIELD (metric, "metric", N_("Metric"), FF_FIELD_KEY | FF_FIELD_NEEDED,
         "metrickey|metricname|indicator|kpi|指标|指標|指标名称|指標名稱|指标编号|指標編號|指标代码|指標代碼|业务指标|業務指標|绩效指标|績效指標"),
  [DAY] = FIELD (day, "date", N_("Date"), FF_FIELD_KEY | FF_FIELD_NEEDED,
         "day|measuredon|日期|统计日期|統計日期|数据日期|數據日期|测量日期|測量日期|观测日期|觀測日期|统计时间|統計時間|时间|時間"),
  [VALUE] = FIELD (value, "value", N_("Value"), FF_FIELD_KEY,
         "actual|figure|数值|數值|值|指标值|指標值|实际值|實際值|实绩|實績|结果|結果|数据|數據"),
  [COMPARISON] = FIELD (comparison, "comparison", N_("Comparison group"), FF_FIELD_PLAIN,
         "comparisonvalue|comparisongroup|control|controlgroup|对照组|對照組|对照组数值|對照組數值|对照值|對照值|对照组值|對照組值|比较组|比較組"),
  [SIZE] = FIELD (size, "size", N_("How many it is a share of"), FF_FIELD_PLAIN,
         "n|base|denominator|samplesize|样本量|樣本量|样本数|樣本數|总数|總數|分母|基数|基數"),
  [CAUSE] = FIELD (cause, "cause", N_("Cause"), FF_FIELD_PLAIN, "reason|explanation|原因|异常原因|異常原因|原因说明|原因說明"),
  FF_FIELD_OF_PEOPLE ("unit", "单位|單位"),
};

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  return ff_metrics_put_row (pass->db, row->draft, error);
}

static void
read_stored (FfImportPass *pass, const FfImportRow *row, char **values)
{
  const FfMetricRowDraft *draft = row->draft;
  gint64 id = ff_metrics_find_of_row (pass->db, draft, NULL);
  FfDay day;

  if (id == 0 || draft->day == NULL || !ff_day_parse (draft->day, &day))
    return;
  for (int comparison = 0; comparison <= 1; comparison++)
    {
      g_autoptr (FfMetricEntry) entry = ff_metric_store_find_entry (pass->db, id, comparison != 0, day, NULL);

      if (entry == NULL)
        continue;
      values[DAY] = g_strdup (draft->day);
      values[comparison ? COMPARISON : VALUE] = g_strdup (entry->value);
      if (comparison)
        continue;
      values[SIZE] = entry->size > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->size) : NULL;
      values[CAUSE] = g_strdup (entry->cause);
    }
}

const FfImportKind ff_import_metrics = {
  .name = "metrics",
  .title = N_("Values of metrics"),
  .label = N_("Import values of metrics from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (FfMetricRowDraft),
  .put = put,
  .read = read_stored,
};
