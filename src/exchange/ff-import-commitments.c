/* What trainees mean to do after a class: cards, seven-day plans, micro action plans, projects. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-commitments.h"
#include "ff-import-kind.h"

#define FIELD(member, title, flags, words) FF_FIELD (FfCommitmentDraft, member, #member, title, flags, words)

static const FfField fields[] = {
  FF_FIELD (FfCommitmentDraft, run, "class", N_("Class"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
            "classcode|classno|班次|班次编号|班次編號|班次代码|班次代碼|班级|班級|班级编号|班級編號|班号|班號|班别|班別|梯次|期次"),
  FIELD (employee_no, N_("Employee number"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
         "employeenumber|staffno|staffnumber|employeeid|staffid|工号|工號|员工工号|員工工號|员工编号|員工編號|员工号|職工號|职工号|职工编号|人员编号|"
         "人員編號|编号|編號"),
  FIELD (title, N_("What"), FF_FIELD_KEY | FF_FIELD_NEEDED,
         "what|commitment|plan|action|承诺|承諾|行动承诺|行動承諾|承诺内容|承諾內容|行动计划|行動計畫|微行动方案|微行動方案|计划名称|計畫名稱|内容|內容|"
         "标题|標題|主题|主題|名称|名稱"),
  FIELD (status, N_("State"), FF_FIELD_PLAIN, "state|progress|状态|狀態|进度|進度|完成情况|完成情況|完成状态|完成狀態|进展|進展"),
  FIELD (due_on, N_("Due"), FF_FIELD_PLAIN,
         "due|duedate|deadline|截止日期|到期日|到期日期|截止|期限|完成期限|截止时间|截止時間|应完成日期|應完成日期|到期"),
  FIELD (kind, N_("Kind"), FF_FIELD_PLAIN, "type|类型|類型|类别|類別|种类|種類|承诺类型|承諾類型"),
  FIELD (mentor, N_("Mentor"), FF_FIELD_PLAIN, "coach|导师|導師|辅导人|輔導人|带教人|帶教人|教练|教練"),
  FIELD (evidence, N_("Evidence"), FF_FIELD_PLAIN, "proof|证据|證據|佐证|佐證|证明材料|證明資料|成果证明|成果證明|结果|結果"),
  FF_FIELD_OF_PEOPLE ("name", "fullname|姓名|员工姓名|員工姓名|学员姓名|學員姓名|学员|學員"),
  FF_FIELD_OF_PEOPLE ("department", "dept|部门|部門|所属部门|所屬部門"),
  FF_FIELD_OF_PEOPLE ("team", "group|小组|小組|组别|組別"),
};

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  return ff_commitments_put (pass->db, 0, row->draft, NULL, error);
}

const FfImportKind ff_import_commitments = {
  .name = "commitments",
  .title = N_("Commitments"),
  .label = N_("Import commitments from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (FfCommitmentDraft),
  .put = put,
};
