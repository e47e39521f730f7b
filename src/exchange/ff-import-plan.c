/* Classes of a yearly plan. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-import-kind.h"
#include "ff-number.h"
#include "ff-runs.h"

enum
{
  CODE,
  COURSE,
  TITLE,
  STARTS_ON,
  ENDS_ON,
  CAPACITY,
  MONTH,
  CATEGORY,
  DEPARTMENT,
  HOURS,
  BUDGET,
  REQUIRED,
};

#define FIELD(member, title, flags, words) FF_FIELD (FfRunDraft, member, #member, title, flags, words)

static const FfField fields[] = {
  [CODE] = FF_FIELD (FfRunDraft, code, "class", N_ ("Class"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
                     "classcode|classno|班次|班次编号|班次編號|班次代码|班次代碼|班级|班級|班级编号|班級編號|班号|班號|班别|班別|梯次|期次"),
  [COURSE] = FIELD (course, N_ ("Course"), FF_FIELD_IDENTIFIER,
                    "coursecode|courseno|课程|課程|课程编号|課程編號|课程代码|課程代碼|课程号|課程號"),
  [TITLE] = FIELD (title, N_ ("Title"), FF_FIELD_PLAIN,
                   "classtitle|classname|名称|名稱|班次名称|班次名稱|班级名称|班級名稱|培训名称|培訓名稱|培训项目|培訓項目|项目名称|項目名稱|标题|標題"),
  [STARTS_ON] = FIELD (starts_on, N_ ("Starts on"), FF_FIELD_PLAIN,
                       "startdate|start|from|开始日期|開始日期|开班日期|開班日期|起始日期|开课日期|開課日期|开始时间|開始時間|开始|開始"),
  [ENDS_ON] = FIELD (ends_on, N_ ("Ends on"), FF_FIELD_PLAIN,
                     "enddate|end|to|结束日期|結束日期|结班日期|結班日期|結訓日期|截止日期|结束时间|結束時間|结束|結束"),
  [CAPACITY] = FIELD (capacity, N_ ("Places"), FF_FIELD_PLAIN,
                      "places|seats|人数|人數|计划人数|計劃人數|計畫人數|名额|名額|容量|班额|班額"),
  [MONTH] = FIELD (month, N_ ("Month"), FF_FIELD_PLAIN, "月份|月|计划月份|計劃月份|計畫月份"),
  [CATEGORY] = FIELD (category, N_ ("Category"), FF_FIELD_PLAIN, "类别|類別|培训类别|培訓類別|分类|分類|类型|類型"),
  [DEPARTMENT] = FIELD (department, N_ ("Host"), FF_FIELD_PLAIN,
                        "host|主办部门|主辦部門|主办单位|主辦單位|承办部门|承辦部門|组织部门|組織部門|部门|部門"),
  [HOURS] = FIELD (hours, N_ ("Hours"), FF_FIELD_PLAIN, "学时|學時|课时|課時|时数|時數|培训学时|訓練時數"),
  [BUDGET] = FIELD (budget, N_ ("Budget"), FF_FIELD_PLAIN, "预算|預算|经费|經費|费用预算|費用預算|经费预算|經費預算"),
  [REQUIRED] = FIELD (required, N_ ("Required"), FF_FIELD_PLAIN, "mandatory|compulsory|必修|是否必修|必修课|必修課"),
};

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  return ff_runs_put (pass->db, 0, row->draft, NULL, error);
}

static char *
format_unless_unknown (gint64 value)
{
  return value < 0 ? NULL : ff_hundredths_format (value);
}

static void
read_stored (FfImportPass *pass, const FfImportRow *row, char **values)
{
  const FfRunDraft *draft = row->draft;
  gint64 id = ff_runs_find (pass->db, draft->code, NULL);
  g_autoptr (FfRun) run = id > 0 ? ff_runs_read (pass->db, id, NULL) : NULL;

  if (run == NULL)
    return;
  values[CODE] = g_strdup (run->code);
  values[COURSE] = g_strdup (run->course_code);
  values[TITLE] = g_strdup (run->title);
  values[STARTS_ON] = ff_day_format (run->starts_on);
  values[ENDS_ON] = ff_day_format (run->ends_on);
  values[CAPACITY] = run->capacity < 0 ? NULL : g_strdup_printf ("%d", run->capacity);
  values[CATEGORY] = g_strdup (run->category);
  values[DEPARTMENT] = g_strdup (run->department);
  values[HOURS] = format_unless_unknown (run->hours);
  values[BUDGET] = format_unless_unknown (run->budget);
  values[REQUIRED] = g_strdup (run->required ? _ ("yes") : _ ("no"));
}

const FfImportKind ff_import_plan = {
  .name = "plan",
  .title = N_ ("Classes of a plan"),
  .label = N_ ("Import a plan from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (FfRunDraft),
  .put = put,
  .read = read_stored,
};
