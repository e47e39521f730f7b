/* Imports about classes: plan, schedule, enrolments, attendance, scores, commitments and metrics, each with its rejects, warnings and second runs. */
#include "config.h"

#include <string.h>

#include "ff-courses.h"
#include "ff-metrics.h"
#include "ff-projects.h"
#include "ff-runs.h"
#include "import-support.h"

static void
add_course (FfDb *db)
{
  g_autoptr (FfCourse) course = ff_course_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Add a course", &error);
  FfComponent *rubric;

  course->code = g_strdup ("CX-101");
  course->title = g_strdup ("客户体验");
  ff_scheme_add (course->scheme, -1, "written", "笔试", 4000);
  rubric = ff_scheme_add (course->scheme, -1, "practical", "实操", 6000);
  rubric->source = FF_SOURCE_RUBRIC;
  ff_component_add_criterion (rubric, "c1", "倾听", 500);
  ff_component_add_criterion (rubric, "c2", "表达", 500);
  rubric->max = 1000;
  ff_scheme_update (course->scheme);
  g_assert_cmpint (ff_courses_put (db, course, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
}

/* An NPS of the class, and complaints of the project that it belongs to. */
static void
add_metrics (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Add metrics", &error);
  gint64 run_id = ff_runs_find (db, "K1", &error), project_id = 0;

  g_assert_cmpint (ff_projects_put (db, 0, &(FfProjectDraft) { .code = "P1", .title = "客户体验提升" }, &project_id, &error), ==, FF_PUT_NEW);
  g_assert_true (ff_projects_take_run (db, project_id, run_id, &error));
  g_assert_cmpint (ff_metrics_put (db, ff_owner_run (run_id), 0, &(FfMetricDraft) { .title = "NPS" }, NULL, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_metrics_put (db, ff_owner_project (project_id), 0, &(FfMetricDraft) { .title = "Complaints" }, NULL, &error), ==,
                   FF_PUT_NEW);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_no_error (error);
}

/* A course, a class of two days with two people and a session. */
static FfDb *
open_with_class (void)
{
  FfDb *db = test_open_database ();

  add_course (db);
  test_expect (db, "trainees", "工号,姓名,层级\n00123,张三,一线\n124,李四,管理\n125,王五,一线\n", 0,
               "3 new, 0 changed, 0 unchanged, 0 rejected | applied");
  test_expect (db, "plan", "class,course,starts_on,ends_on,capacity\nK1,CX-101,2026-09-21,2026-09-22,2\n", 0,
               "1 new, 0 changed, 0 unchanged, 0 rejected | applied");
  test_expect (db, "schedule", "class,session,starts_at,ends_at,venue,trainers\nK1,S1,2026-09-21 08:30,2026-09-21 12:00,大教室,周文杰\n", 0,
               "1 new, 0 changed, 0 unchanged, 0 rejected | applied");
  test_expect (db, "enrolments", "class,employee_no,team\nK1,00123,第一组\nK1,124,第一组\n", 0,
               "2 new, 0 changed, 0 unchanged, 0 rejected | applied");
  add_metrics (db);
  return db;
}

static const struct
{
  const char *name;
  const char *kind;
  const char *text;
  FfImportFlags flags;
  const char *expected;
  const char *warns; /* part of a warning; NULL: none */
} cases[] = {
  { "plan in Chinese", "plan", "班次,课程,名称,开始日期,结束日期,人数,月份,类别,主办部门,学时,预算,必修\nK2,CX-101,第二期,2026/10/8,2026-10-09,30,,内训,人力资源部,12,5000,是\n",
    0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "plan by month", "plan", "class,course,month\nK2,CX-101,2026-11\n", 0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "plan again", "plan", "class,course,starts_on\nK1,CX-101,2026-09-21\n", 0, "0 new, 0 changed, 1 unchanged, 0 rejected | applied", NULL },
  { "plan changed", "plan", "class,capacity\nK1,40\n", 0, "0 new, 1 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "plan with an unknown course", "plan", "class,course,starts_on\nK2,CX-999,2026-10-08\nK3,CX-101,2026-10-08\n", 0,
    "1 new, 0 changed, 0 unchanged, 1 rejected | 2:course | refused", NULL },
  { "plan with a bad date, skipped", "plan", "班次,课程,开始日期\nK2,CX-101,九月\nK3,CX-101,2026-10-08\n", FF_IMPORT_SKIP_BAD,
    "1 new, 0 changed, 0 unchanged, 1 rejected | 2:开始日期 | applied", NULL },
  { "plan without the class", "plan", "class,course,starts_on\n,CX-101,2026-10-08\n", 0,
    "0 new, 0 changed, 0 unchanged, 1 rejected | 2:class | refused", NULL },

  { "schedule in Chinese", "schedule", "班次,课次,开始,结束,主题,场地,讲师,对象,形式\nK1,S2,2026-09-21 13:30,2026-09-21 17:30,服务意识,大教室,周文杰；李老师,一线,线下\n",
    0, "1 new, 0 changed, 0 unchanged, 0 rejected | applied", "李老师" },
  { "schedule with the day apart", "schedule", "班次,课次,日期,开始,结束\nK1,S2,2026-09-22,8:30,12:00\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "schedule that clashes", "schedule", "class,session,starts_at,ends_at,trainers\nK1,S2,2026-09-21 11:00,2026-09-21 13:00,周文杰\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied", "Clash: K1/S2: Trainer 周文杰 is also needed in class K1, session S1: 2026-09-21 11:00–12:00 (60 minutes)." },
  { "schedule of an unknown class", "schedule", "class,session,starts_at,ends_at\nK9,S1,2026-09-21 11:00,2026-09-21 13:00\n", 0,
    "0 new, 0 changed, 0 unchanged, 1 rejected | 2:class | refused", NULL },
  { "schedule that ends before it starts", "schedule", "class,session,starts_at,ends_at\nK1,S2,2026-09-21 11:00,2026-09-21 10:00\n", 0,
    "0 new, 0 changed, 0 unchanged, 1 rejected | 2:ends_at | refused", NULL },
  { "schedule again", "schedule", "class,session,starts_at,ends_at,trainers\nK1,S1,2026-09-21 08:30,2026-09-21 12:00,周文杰\n", 0,
    "0 new, 0 changed, 1 unchanged, 0 rejected | applied", NULL },

  { "enrolments over capacity", "enrolments", "班次,工号,小组,组长\nK1,125,第二组,是\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied", "holds 3 trainees, more than its 2 places" },
  { "enrolment changed", "enrolments", "班次,工号,小组,组长\nK1,124,第二组,1\nK1,00123,第一组,\n", 0,
    "0 new, 1 changed, 1 unchanged, 0 rejected | applied", NULL },
  { "enrolment of a number without its zeros", "enrolments", "class,employee_no\nK1,123\n", 0,
    "0 new, 0 changed, 0 unchanged, 1 rejected | 2:employee_no | refused", NULL },
  { "enrolment with an unknown status", "enrolments", "class,employee_no,status\nK1,125,maybe\n", 0,
    "0 new, 0 changed, 0 unchanged, 1 rejected | 2:status | refused", NULL },

  { "attendance by status and by time", "attendance", "班次,课次,工号,状态,签到,签退\nK1,S1,00123,迟到,,\nK1,S1,124,,8:41,12:00\n", 0,
    "2 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "attendance without anything", "attendance", "class,session,employee_no,status\nK1,S1,124,\n", 0,
    "0 new, 0 changed, 1 unchanged, 0 rejected | applied", NULL },
  { "attendance of somebody who is not enrolled", "attendance", "class,session,employee_no,status\nK1,S1,125,present\n", 0,
    "0 new, 0 changed, 0 unchanged, 1 rejected | 2:employee_no | refused", NULL },
  { "attendance of unknown sessions and words", "attendance", "class,session,employee_no,status\nK1,S9,124,present\nK1,S1,124,asleep\nK1,S1,00123,present\n",
    FF_IMPORT_SKIP_BAD, "1 new, 0 changed, 0 unchanged, 2 rejected | 2:session | 3:status | applied", NULL },

  { "scores, long", "scores", "class,employee_no,component,score,rater\nK1,00123,written,92.5,\nK1,00123,practical.c1,4,周文杰\n", 0,
    "2 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "scores, long, by title, none yet", "scores", "班次,工号,考核项目,分数,备注\nK1,124,笔试,80,x\nK1,00123,笔试,,y\n", 0,
    "1 new, 0 changed, 1 unchanged, 0 rejected | applied", NULL },
  { "scores beyond the maximum and of unknown components", "scores", "class,employee_no,component,score\nK1,124,written,101\nK1,124,drawing,1\nK1,124,,1\n", 0,
    "0 new, 0 changed, 0 unchanged, 3 rejected | 2:score | 3:component | 4:component | refused", NULL },
  { "scores, wide", "scores", "序号,class,employee_no,姓名,written,practical.c1,practical.c2\n1,K1,00123,张三,92.5,4,5\n2,K1,124,李四,80,,\n", 0,
    "2 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "scores, long, with Taiwan's headings", "scores", "班次,員工編號,職稱,評量項目,分數\nK1,124,主任,written,80\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "scores, wide, with a job title", "scores", "班次,員工編號,姓名,職稱,written\nK1,124,李四,主任,80\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "scores, wide, blank", "scores", "class,employee_no,written\nK1,00123,\n", 0, "0 new, 0 changed, 1 unchanged, 0 rejected | applied", NULL },
  { "scores, wide, a heading that is no component", "scores", "class,employee_no,written,drawing\nK1,00123,90,\nK1,124,80,7\n", FF_IMPORT_SKIP_BAD,
    "1 new, 0 changed, 0 unchanged, 1 rejected | 3:drawing | applied", NULL },
  { "scores, wide, one bad cell takes its row out", "scores", "class,employee_no,written,practical.c1\nK1,00123,90,9\nK1,124,80,5\n", FF_IMPORT_SKIP_BAD,
    "1 new, 0 changed, 0 unchanged, 1 rejected | 2:practical.c1 | applied", NULL },
  { "scores, wide, of an unknown class", "scores", "class,employee_no,written\nK9,00123,90\n", 0,
    "0 new, 0 changed, 0 unchanged, 1 rejected | 2:class | refused", NULL },
  { "commitments", "commitments",
    "class,employee_no,title,status,due_on,kind\nK1,00123,Listen first,submitted,2026-10-22,micro_plan\nK1,00123,Listen first,planned,,card\n"
    "K1,124,Log calls,,,seven_day\n",
    0, "3 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "commitments in Chinese, as a sheet prints them", "commitments",
    "微行动方案跟踪表,,,,,,\n班次,工号,姓名,行动承诺,状态,截止日期,类型\nK1,00123,张三,首问负责,已提交,2026年10月22日,微行动方案\nK1,124,李四,每日三例,计划中,,七天计划\n"
    "合计,2,,,,,\n",
    0, "2 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "commitments with Taiwan's headings, without a kind", "commitments", "班級,員工編號,行動承諾,狀態,期限,導師\nK1,124,先聽後說,已驗證,2026/10/22,周文傑\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "commitments, a state that is none, a kind that is none, a day that is none, no title", "commitments",
    "class,employee_no,title,status,due_on,kind\nK1,124,A,soon,,\nK1,124,B,,,poem\nK1,124,C,,9月,\nK1,124,,,,\nK1,124,D,applied,,\n", FF_IMPORT_SKIP_BAD,
    "1 new, 0 changed, 0 unchanged, 4 rejected | 2:status | 3:kind | 4:due_on | 5:title | applied", NULL },
  { "commitments of strangers", "commitments", "class,employee_no,title\nK9,124,A\nK1,125,A\nK1,7,A\n", 0,
    "0 new, 0 changed, 0 unchanged, 3 rejected | 2:class | 3:employee_no | 4:employee_no | refused", NULL },
  { "metrics, of a class and of its project", "metrics",
    "class,metric,date,value,comparison,size,cause\nK1,nps,2026-09-01,31,28,,Holiday\nK1,NPS,2026/9/8,33.0,,120,\nP1,complaints,2026-09-01,12,,,\n", 0,
    "3 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "metrics in Chinese, with a comparison group alone", "metrics",
    "客户体验指标,,,,\n班次,指标,日期,数值,对照组\nK1,nps,2026年9月1日,３１,28\nK1,nps,2026-9-8,,29\n合计,,,31,\n", 0,
    "2 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "metrics with Taiwan's headings", "metrics", "班級,指標名稱,統計日期,實際值\nK1,nps,2026/09/01,31\n", 0,
    "1 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
  { "metrics, the same day twice, as text and as a number", "metrics", "class,metric,date,value,cause\nK1,nps,2026-09-01,31,Fair\nK1,nps,2026/9/1,31.0,\n", 0,
    "1 new, 0 changed, 1 unchanged, 0 rejected | applied", NULL },
  { "metrics, nothing known, no number, no day, no value at all, a comparison in words", "metrics",
    "class,metric,date,value,comparison\nK9,nps,2026-09-01,1,\nK1,complaints,2026-09-01,1,\nK1,nps,2026-09-01,many,\nK1,nps,September,1,\n"
    "K1,nps,2026-09-01,,\nK1,nps,2026-09-01,1,yes\nK1,nps,2026-09-02,1,\n", FF_IMPORT_SKIP_BAD,
    "1 new, 0 changed, 0 unchanged, 6 rejected | 2:class | 3:metric | 4:value | 5:date | 6:value | 7:comparison | applied", NULL },
  { "scores, wide, of two raters", "scores", "class,employee_no,rater,practical.c1\nK1,00123,A,4\nK1,00123,B,5\n", 0,
    "2 new, 0 changed, 0 unchanged, 0 rejected | applied", NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfDb) db = open_with_class ();
      g_autoptr (FfImportResult) tried = NULL, done = NULL, again = NULL;
      g_autofree char *printed = NULL;
      gint64 journal = ff_db_journal_number (db);

      g_test_message ("%s", cases[i].name);
      tried = test_import (db, cases[i].kind, cases[i].text, cases[i].flags | FF_IMPORT_DRY_RUN);
      g_assert_cmpint (ff_db_journal_number (db), ==, journal);

      done = test_import (db, cases[i].kind, cases[i].text, cases[i].flags);
      printed = test_print_result (done);
      g_assert_cmpstr (printed, ==, cases[i].expected);
      g_assert_cmpuint (tried->n_new, ==, done->n_new);
      g_assert_cmpuint (tried->n_changed, ==, done->n_changed);
      g_assert_cmpuint (tried->n_same, ==, done->n_same);
      g_assert_cmpuint (tried->n_rejected, ==, done->n_rejected);
      g_assert_cmpuint (tried->warnings->len, ==, done->warnings->len);
      if (cases[i].warns != NULL)
        g_assert_true (test_says (done->warnings, cases[i].warns));
      else
        g_assert_cmpuint (done->warnings->len, ==, 0);
      if (done->refused)
        {
          g_assert_cmpint (ff_db_journal_number (db), ==, journal);
          continue;
        }

      /* What is in says nothing new. */
      again = test_import (db, cases[i].kind, cases[i].text, cases[i].flags);
      g_assert_cmpuint (again->n_new + again->n_changed, ==, 0);
      g_assert_cmpuint (again->n_same, ==, done->n_new + done->n_changed + done->n_same);
      if (done->n_new + done->n_changed == 0)
        continue;

      /* One undo takes all of it back, so that it is new again. */
      g_assert_true (ff_undo (db, NULL));
      ff_import_result_free (g_steal_pointer (&again));
      again = test_import (db, cases[i].kind, cases[i].text, cases[i].flags);
      g_assert_cmpuint (again->n_new, ==, done->n_new);
      g_assert_cmpuint (again->n_changed, ==, done->n_changed);
    }
}

/* Two sessions of one file that clash are told once. */
static void
test_clashes (void)
{
  g_autoptr (FfDb) db = open_with_class ();
  g_autoptr (FfImportResult) result = test_import (
      db, "schedule",
      "class,session,starts_at,ends_at,venue\nK1,A,2026-09-22 08:30,2026-09-22 12:00,小教室\nK1,B,2026-09-22 09:00,2026-09-22 10:00,小教室\n", 0);
  guint clashes = 0;

  for (guint i = 0; i < result->warnings->len; i++)
    clashes += g_str_has_prefix (g_ptr_array_index (result->warnings, i), "Clash");
  g_assert_cmpuint (clashes, ==, 3); /* and both trainees */
  g_assert_true (test_says (result->warnings, "Venue 小教室 is also taken by class K1, session B: 2026-09-22 09:00–10:00 (60 minutes)."));
  g_assert_true (test_says (result->warnings, "also takes part in class K1, session B: 2026-09-22 09:00–10:00 (60 minutes)."));
  g_assert_true (test_says (result->warnings, "The venue 小教室 is new"));
}

static void
test_kinds (void)
{
  guint n = 0;

  for (const FfImportKind *kind; (kind = ff_import_kind_get (n)) != NULL; n++)
    {
      g_assert_true (ff_import_kind_find (ff_import_kind_get_name (kind)) == kind);
      g_assert_nonnull (ff_import_kind_get_title (kind));
      g_assert_true (ff_import_kind_field_is_key (kind, 0));
      for (guint i = 0; ff_import_kind_get_field (kind, i) != NULL; i++)
        g_assert_nonnull (ff_import_kind_get_field_title (kind, i));
    }
  g_assert_cmpuint (n, ==, 9);
  g_assert_null (ff_import_kind_find ("nonsense"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_setenv ("FOURFOLD_NOW", "2026-09-23T08:30", TRUE);
  g_test_add_func ("/import-classes/cases", test_cases);
  g_test_add_func ("/import-classes/clashes", test_clashes);
  g_test_add_func ("/import-classes/kinds", test_kinds);
  return test_run ();
}
