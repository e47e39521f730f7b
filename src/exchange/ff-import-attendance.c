/* Who came, and when. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-import-kind.h"
#include "ff-register.h"

#define FIELD(member, title, flags, words) FF_FIELD (FfAttendanceDraft, member, #member, title, flags, words)

static const FfField fields[] = {
  FF_FIELD (FfAttendanceDraft, run, "class", N_ ("Class"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
            "classcode|classno|班次|班次编号|班次編號|班次代码|班次代碼|班级|班級|班级编号|班級編號|班号|班號|班别|班別|梯次|期次"),
  FIELD (session, N_ ("Session"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
         "sessionkey|sessionno|课次|課次|节次|節次|场次|場次|堂次|课次编号|課次編號"),
  FIELD (employee_no, N_ ("Employee number"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
         "employeenumber|staffno|staffnumber|employeeid|staffid|工号|工號|员工工号|員工工號|员工编号|員工編號|员工号|職工號|职工号|职工编号|人员编号|"
         "人員編號|编号|編號"),
  FIELD (status, N_ ("Status"), FF_FIELD_PLAIN, "状态|狀態|出勤状态|出勤狀態|考勤状态|考勤狀態|出勤|考勤|出勤情况|出勤情況|签到状态|簽到狀態"),
  FIELD (arrived_at, N_ ("Arrived at"), FF_FIELD_PLAIN, "arrived|arrival|checkin|signin|签到|簽到|签到时间|簽到時間|到达时间|到達時間"),
  FIELD (left_at, N_ ("Left at"), FF_FIELD_PLAIN, "left|departure|checkout|signout|签退|簽退|签退时间|簽退時間|离开时间|離開時間"),
};

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  return ff_register_put (pass->db, row->draft, error);
}

const FfImportKind ff_import_attendance = {
  .name = "attendance",
  .title = N_ ("Attendance"),
  .label = N_ ("Import attendance from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (FfAttendanceDraft),
  .put = put,
};
