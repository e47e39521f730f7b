/* make-class FILE: a database with one class as a running one looks: 27 trainees, 12 sessions, a scheme, some of the marks. For
   looking at the register and the scores. The clock is FOURFOLD_NOW=2026-09-22T14:12. */
#include "config.h"

#include "ff-courses.h"
#include "ff-people.h"
#include "ff-register.h"
#include "ff-runs.h"

#define RUN "CX-2026-03"

static const char *const names[] = {
  "Chen Yutong", "Wang Zihan",  "Liu Siyuan",   "Zhao Jiayi",   "Sun Wenbo",   "Ma Junjie",   "Xu Ruoyun",
  "Hu Tianyi",   "Guo Meiling", "He Yichen",    "Lin Peishan",  "Gao Zixuan",  "Luo Jinghua", "Zheng Kexin",
  "Liang Haoran", "Xie Wanqing", "Song Yifan",  "Tang Shuhui",  "Han Zhiyuan", "Feng Lijuan", "Deng Xiaofei",
  "Cao Mingzhe", "Peng Yuxin",  "Zeng Anqi",    "Xiao Ruilin",  "Tian Bowen",  "张三",
};

static const char *const departments[] = { "Contact Centre", "After-sales", "Stores East", "Logistics", "Stores West" };

static const char *const dates[] = { "2026-09-08", "2026-09-09", "2026-09-15", "2026-09-16", "2026-09-22", "2026-09-23" };

/* Everything that differs from being there on time. */
static const struct
{
  int trainee, session;
  const char *status, *arrived_at, *left_at;
} exceptions[] = {
  { 0, 2, NULL, "09:08", NULL },  { 1, 4, NULL, "09:04", NULL },   { 2, 3, "absent", NULL, NULL }, { 2, 9, NULL, "14:08", NULL },
  { 3, 6, NULL, "09:00", "11:50" }, { 5, 1, "absent", NULL, NULL }, { 5, 5, NULL, "14:22", NULL },  { 6, 8, NULL, "09:11", NULL },
  { 8, 0, "absent", NULL, NULL }, { 8, 1, "absent", NULL, NULL },  { 8, 2, "absent", NULL, NULL }, { 8, 3, "absent", NULL, NULL },
  { 14, 2, "absent", NULL, NULL }, { 14, 7, NULL, "14:06", NULL }, { 15, 4, "excused", NULL, NULL }, { 15, 5, "excused", NULL, NULL },
  { 17, 8, "absent", NULL, NULL }, { 19, 1, NULL, "14:03", NULL }, { 20, 4, NULL, "09:12", NULL }, { 20, 6, "absent", NULL, NULL },
};

static void
die (GError *error)
{
  g_error ("%s", error->message);
}

static void
add_course (FfDb *db)
{
  static const struct
  {
    int parent;
    const char *key, *title;
    gint64 weight;
  } components[] = {
    { -1, "process", "Process", 4000 },       { 0, "participation", "Participation", 3000 }, { 0, "exercises", "Exercises", 4000 },
    { 0, "card", "Commitment", 3000 },        { -1, "result", "Result", 6000 },              { 4, "written", "Written", 2800 },
    { 4, "practical_a", "Practical A", 2100 }, { 4, "practical_b", "Practical B", 2100 },     { 4, "job", "On the job", 3000 },
  };
  g_autoptr (FfCourse) course = ff_course_new ();
  GError *error = NULL;

  course->code = g_strdup ("CX");
  course->title = g_strdup ("Customer Experience Service · Supervisors");
  course->scheme = course->scheme != NULL ? course->scheme : ff_scheme_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (components); i++)
    ff_scheme_add (course->scheme, components[i].parent, components[i].key, components[i].title, components[i].weight);
  ff_component_add_criterion ((FfComponent *) ff_scheme_get (course->scheme, 7), "greeting", "Greeting", 4000);
  ff_component_add_criterion ((FfComponent *) ff_scheme_get (course->scheme, 7), "solution", "Solution", 6000);
  ((FfComponent *) ff_scheme_get (course->scheme, 7))->source = FF_SOURCE_RUBRIC;
  ff_scheme_update (course->scheme);
  if (ff_courses_put (db, course, &error) == FF_PUT_REFUSED)
    die (error);
}

static void
add_people (FfDb *db)
{
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *number = g_strdup_printf ("E%03zu", i + 1);

      if (ff_people_put_trainee (db, 0,
                                 &(FfTraineeDraft) { .employee_no = number, .name = names[i], .layer = "frontline",
                                                     .department = departments[i * 7 % G_N_ELEMENTS (departments)] },
                                 NULL, &error) == FF_PUT_REFUSED ||
          ff_enrolments_put (db, &(FfEnrolmentDraft) { .run = RUN, .employee_no = number }, NULL, NULL, &error) == FF_PUT_REFUSED)
        die (error);
    }
}

static void
add_sessions (FfDb *db)
{
  GError *error = NULL;

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *key = g_strdup_printf ("S%zu", i + 1);
      g_autofree char *starts = g_strdup_printf ("%s %s", dates[i / 2], i % 2 == 0 ? "09:00" : "14:00");
      g_autofree char *ends = g_strdup_printf ("%s %s", dates[i / 2], i % 2 == 0 ? "12:00" : "15:30");

      if (ff_sessions_put (db, 0,
                           &(FfSessionDraft) { .run = RUN, .key = key, .starts_at = starts, .ends_at = ends,
                                               .title = "LSCAT complaint dialogue", .venue = "Room 1" },
                           NULL, NULL, &error) == FF_PUT_REFUSED)
        die (error);
    }
}

static void
add_attendance (FfDb *db)
{
  GError *error = NULL;

  for (int t = 0; t < (int) G_N_ELEMENTS (names); t++)
    {
      for (int s = 0; s < 10; s++)
        {
          g_autofree char *number = g_strdup_printf ("E%03d", t + 1);
          g_autofree char *key = g_strdup_printf ("S%d", s + 1);
          FfAttendanceDraft draft = { .run = RUN, .session = key, .employee_no = number, .status = "present" };

          if (s == 9 && t > 4)
            continue;
          for (gsize i = 0; i < G_N_ELEMENTS (exceptions); i++)
            {
              if (exceptions[i].trainee != t || exceptions[i].session != s)
                continue;
              draft.status = exceptions[i].status;
              draft.arrived_at = exceptions[i].arrived_at;
              draft.left_at = exceptions[i].left_at;
            }
          if (ff_register_put (db, &draft, &error) == FF_PUT_REFUSED)
            die (error);
        }
    }
}

static void
put_mark (FfDb *db, int trainee, const char *component, const char *rater, int score)
{
  g_autofree char *number = g_strdup_printf ("E%03d", trainee + 1);
  g_autofree char *text = g_strdup_printf ("%d", score);
  GError *error = NULL;

  if (ff_marking_put (db, &(FfScoreDraft) { .run = RUN, .employee_no = number, .component = component, .score = text, .rater = rater },
                      &error) == FF_PUT_REFUSED)
    die (error);
}

static void
add_marks (FfDb *db)
{
  static const char *const leaves[] = { "participation", "exercises", "card", "written", "practical_a", "job" };

  for (int t = 0; t < (int) G_N_ELEMENTS (names); t++)
    {
      for (int i = 0; i < (int) G_N_ELEMENTS (leaves); i++)
        {
          if ((i == 5 && t % 3 == 2) || (i == 2 && t == 14))
            continue;
          put_mark (db, t, leaves[i], i == 4 && t == 4 ? "Lin Ruoxi" : NULL, t == 2 && i == 3 ? 52 : 62 + (t * 13 + i * 7) % 37);
        }
      if (t % 4 != 3)
        {
          put_mark (db, t, "practical_b.greeting", NULL, 20 + t * 7 % 20);
          put_mark (db, t, "practical_b.solution", NULL, 35 + t * 11 % 25);
        }
    }
  put_mark (db, 4, "practical_a", "Zhou Qihang", 80);
}

int
main (int argc, char *argv[])
{
  g_autoptr (FfDb) db = NULL;
  g_autoptr (FfBatch) batch = NULL;
  GError *error = NULL;

  if (argc != 2)
    {
      g_printerr ("make-class FILE\n");
      return 2;
    }

  db = ff_db_open (argv[1], FF_DB_CREATE, &error);
  if (db == NULL)
    die (error);
  batch = ff_batch_begin (db, "Make a class", &error);
  if (batch == NULL)
    die (error);
  add_course (db);
  if (ff_runs_put (db, 0,
                   &(FfRunDraft) { .code = RUN, .course = "CX", .starts_on = "2026-09-08", .ends_on = "2026-09-23", .capacity = "30" },
                   NULL, &error) == FF_PUT_REFUSED)
    die (error);
  add_people (db);
  add_sessions (db);
  add_attendance (db);
  add_marks (db);
  if (!ff_batch_commit (g_steal_pointer (&batch), &error))
    die (error);

  return 0;
}
