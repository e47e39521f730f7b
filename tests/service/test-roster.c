/* The people of a class: many at once, the waiting list, replies, replacements; and pasted lists of them. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-pasted-people.h"
#include "ff-people.h"
#include "ff-roster.h"

/* Class CX-1 with E001 … E005 enrolled, and so many places. */
static gint64
make_class (FfDb *db, const char *capacity)
{
  gint64 id = class_make (db);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ff_runs_put (db, 0, &(FfRunDraft) { .code = "CX-1", .capacity = capacity }, NULL, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
  return id;
}

static gint64
add_person (FfDb *db, const char *no, const char *name, const char *department)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Add", &error);
  gint64 id = 0;

  g_assert_cmpint (ff_people_put_trainee (db, 0, &(FfTraineeDraft) { .employee_no = no, .name = name, .department = department }, &id, &error),
                   ==, FF_PUT_NEW);
  g_assert_true (ff_batch_commit (batch, &error));
  return id;
}

static FfEnrolment *
read_one (FfDb *db, gint64 run_id, const char *no)
{
  g_autoptr (GError) error = NULL;
  FfEnrolment *enrolment = ff_enrolment_store_read (db, class_enrolment (db, run_id, no), &error);

  g_assert_no_error (error);
  return enrolment;
}

static void
assert_status (FfDb *db, gint64 run_id, const char *no, const char *status)
{
  g_autoptr (FfEnrolment) enrolment = read_one (db, run_id, no);

  g_assert_cmpstr (enrolment->status, ==, status);
}

/* Enrolling ------------------------------------------------------------------------------------------------------ */

static void
test_enrol (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *capacity;
    gboolean rest_waits;
    int over;
    FfRosterCount count;
  } cases[] = {
    { "no limit", "", TRUE, 0, { 3, 0, 1 } },
    { "room for all", "8", TRUE, 0, { 3, 0, 1 } },
    { "room for two", "7", TRUE, 1, { 2, 1, 1 } },
    { "no room", "5", TRUE, 3, { 0, 3, 1 } },
    { "over full already", "3", TRUE, 3, { 0, 3, 1 } },
    { "over the capacity on purpose", "5", FALSE, 3, { 3, 0, 1 } },
  };
  gint64 ids[4];
  g_autoptr (GError) error = NULL;

  ids[0] = class_trainee (fixture->db, "E001");
  ids[1] = class_trainee (fixture->db, "E006");
  ids[2] = add_person (fixture->db, "E007", "王小明", "Service");
  ids[3] = add_person (fixture->db, "E008", "李四", "Service");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 run_id = make_class (fixture->db, cases[i].capacity);
      FfRosterRoom room;
      FfRosterCount count;

      g_test_message ("%s", cases[i].name);
      g_assert_true (ff_roster_get_room (fixture->db, run_id, ids, 4, &room, &error));
      g_assert_cmpint (room.coming, ==, 3);
      g_assert_cmpint (room.over, ==, cases[i].over);
      g_assert_true (ff_roster_enrol (fixture->db, run_id, ids, 4, cases[i].rest_waits, &count, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count.enrolled, ==, cases[i].count.enrolled);
      g_assert_cmpuint (count.waitlisted, ==, cases[i].count.waitlisted);
      g_assert_cmpuint (count.already, ==, cases[i].count.already);
      /* One undo each: the enrolment, the capacity where one was set, the class. */
      g_assert_true (ff_undo (fixture->db, &error));
      g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment"), ==, 5);
      while (store_count (fixture->db, "SELECT count(*) FROM run") > 0)
        g_assert_true (ff_undo (fixture->db, &error));
    }
}

static void
test_waiting_list (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = make_class (fixture->db, "5");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfEnrolment) next = NULL;
  gint64 ids[2] = { class_trainee (fixture->db, "E006"), add_person (fixture->db, "E007", "王小明", "Service") };
  gint64 first, second, leaving = class_enrolment (fixture->db, run_id, "E002");

  g_assert_true (ff_roster_enrol (fixture->db, run_id, ids, 2, TRUE, NULL, &error));
  first = class_enrolment (fixture->db, run_id, "E006");
  second = class_enrolment (fixture->db, run_id, "E007");

  /* Nobody moves up while the class is full. */
  next = ff_roster_next_in (fixture->db, run_id, &error);
  g_assert_null (next);
  g_assert_false (ff_roster_take_in (fixture->db, &first, 1, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  assert_status (fixture->db, run_id, "E006", "waitlisted");

  g_assert_true (ff_roster_move_waiting (fixture->db, second, -1, &error));
  g_assert_true (ff_roster_withdraw (fixture->db, &leaving, 1, "Ill", &error));
  next = ff_roster_next_in (fixture->db, run_id, &error);
  g_assert_cmpint (next->id, ==, second);
  g_assert_true (ff_roster_take_in (fixture->db, &second, 1, &error));
  assert_status (fixture->db, run_id, "E007", "enrolled");
  g_clear_pointer (&next, ff_enrolment_free);
  g_assert_null (next = ff_roster_next_in (fixture->db, run_id, &error));

  /* Who left and comes back stands at the end of the list. */
  g_assert_true (ff_roster_put_waiting (fixture->db, &leaving, 1, &error));
  {
    g_autoptr (GArray) waiting = ff_enrolment_store_list_waiting (fixture->db, run_id, &error);
    g_autoptr (FfEnrolment) back = read_one (fixture->db, run_id, "E002");

    g_assert_cmpuint (waiting->len, ==, 2);
    g_assert_cmpint (g_array_index (waiting, gint64, 0), ==, first);
    g_assert_cmpint (g_array_index (waiting, gint64, 1), ==, leaving);
    g_assert_null (back->reason);
  }
  g_assert_true (ff_undo (fixture->db, &error));
  {
    g_autoptr (FfEnrolment) gone = read_one (fixture->db, run_id, "E002");

    g_assert_cmpstr (gone->status, ==, "withdrawn");
    g_assert_cmpstr (gone->reason, ==, "Ill");
  }
  class_assert_sound (fixture->db);
  store_assert_sound (fixture->db);
}

/* An import puts people on the list as well. */
static void
test_waiting_by_import (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = make_class (fixture->db, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfEnrolment) enrolment = NULL;
  FfEnrolmentDraft draft = { .run = "CX-1", .employee_no = "E006", .status = "候补" };

  g_assert_cmpint (ff_enrolments_put (fixture->db, &draft, NULL, NULL, &error), ==, FF_PUT_NEW);
  draft.employee_no = "E003";
  g_assert_cmpint (ff_enrolments_put (fixture->db, &draft, NULL, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_enrolments_put (fixture->db, &draft, NULL, NULL, &error), ==, FF_PUT_SAME);
  enrolment = read_one (fixture->db, run_id, "E003");
  g_assert_cmpint (enrolment->waiting, ==, 2);
  draft.status = "enrolled";
  g_assert_cmpint (ff_enrolments_put (fixture->db, &draft, NULL, NULL, &error), ==, FF_PUT_CHANGED);
  g_clear_pointer (&enrolment, ff_enrolment_free);
  enrolment = read_one (fixture->db, run_id, "E003");
  g_assert_cmpint (enrolment->waiting, ==, 0);
}

/* Replies and replacements --------------------------------------------------------------------------------------- */

static void
test_replies (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = make_class (fixture->db, "");
  gint64 ids[2] = { class_enrolment (fixture->db, run_id, "E001"), class_enrolment (fixture->db, run_id, "E002") };
  FfDay day = ff_time_day (class_time ("2026-09-18 00:00"));
  g_autoptr (GError) error = NULL;
  g_autoptr (FfEnrolment) enrolment = NULL;

  g_assert_true (ff_roster_reply (fixture->db, ids, 2, "coming", day, &error));
  enrolment = read_one (fixture->db, run_id, "E002");
  g_assert_cmpstr (enrolment->reply, ==, "coming");
  g_assert_cmpint (enrolment->replied_on, ==, day);

  /* The same reply again keeps its day. */
  g_assert_true (ff_roster_reply (fixture->db, ids, 1, "coming", day + 1, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE replied_on = '2026-09-18'"), ==, 2);
  g_assert_true (ff_roster_reply (fixture->db, ids, 1, NULL, day, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE reply IS NOT NULL"), ==, 1);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE replied_on IS NOT NULL"), ==, 1);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE reply IS NOT NULL"), ==, 0);
}

static void
test_replace (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = make_class (fixture->db, "5");
  gint64 leaving = class_enrolment (fixture->db, run_id, "E002"), new_id = 0;
  gint64 other = class_trainee (fixture->db, "E006");
  FfEnrolmentDraft lead = { .run = "CX-1", .employee_no = "E002", .team = "Red", .leader = "1" };
  FfSessionDraft past = { .run = "CX-1", .key = "S1", .audience = "E002" };
  FfSessionDraft coming = { .run = "CX-1", .key = "S4", .audience = "E002; E003" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfEnrolment) a = NULL;
  g_autoptr (FfEnrolment) b = NULL;

  g_assert_cmpint (ff_enrolments_put (fixture->db, &lead, NULL, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &past, NULL, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &coming, NULL, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);

  g_assert_false (ff_roster_replace (fixture->db, leaving, class_trainee (fixture->db, "E003"), "Ill", NULL, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_true (ff_roster_replace (fixture->db, leaving, other, "Ill", &new_id, &error));
  g_assert_no_error (error);
  a = read_one (fixture->db, run_id, "E002");
  b = read_one (fixture->db, run_id, "E006");
  g_assert_cmpstr (a->status, ==, "withdrawn");
  g_assert_cmpstr (a->reason, ==, "Ill");
  g_assert_cmpstr (a->reply, ==, "replaced");
  g_assert_cmpint (a->replaced_by_id, ==, new_id);
  g_assert_cmpstr (a->replaced_by, ==, "Trainee 6");
  g_assert_cmpint (a->team_id, ==, 0);
  g_assert_cmpint (b->id, ==, new_id);
  g_assert_cmpstr (b->status, ==, "enrolled");
  g_assert_cmpstr (b->team, ==, "Red");
  g_assert_true (b->leader);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM session_audience JOIN trainee ON trainee.id = trainee_id"
                                             " WHERE employee_no = 'E006'"), ==, 1);
  class_assert_sound (fixture->db);

  /* Twice is not possible, and removing the successor leaves nothing that points to him. */
  g_assert_false (ff_roster_replace (fixture->db, leaving, other, NULL, NULL, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_true (ff_enrolments_delete (fixture->db, new_id, &error));
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_no_error (error);
  assert_status (fixture->db, run_id, "E002", "enrolled");
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment"), ==, 5);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE leader = 1"), ==, 1);
  store_assert_sound (fixture->db);
}

/* Whoever replaces somebody who waits takes his place in the list. */
static void
test_replace_waiting (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = make_class (fixture->db, "5");
  gint64 ids[2] = { class_trainee (fixture->db, "E006"), add_person (fixture->db, "E007", "王小明", "Service") };
  gint64 other = add_person (fixture->db, "E008", "李四", "Service"), new_id;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) waiting = NULL;

  g_assert_true (ff_roster_enrol (fixture->db, run_id, ids, 2, TRUE, NULL, &error));
  g_assert_true (ff_roster_replace (fixture->db, class_enrolment (fixture->db, run_id, "E006"), other, NULL, &new_id, &error));
  waiting = ff_enrolment_store_list_waiting (fixture->db, run_id, &error);
  g_assert_cmpuint (waiting->len, ==, 2);
  g_assert_cmpint (g_array_index (waiting, gint64, 0), ==, new_id);
}

/* Pasted lists --------------------------------------------------------------------------------------------------- */

static const char *
state_name (FfPastedState state)
{
  static const char *const names[] = {
    [FF_PASTED_FOUND] = "found",     [FF_PASTED_TWICE] = "twice",         [FF_PASTED_ENROLLED] = "enrolled",
    [FF_PASTED_UNKNOWN] = "unknown", [FF_PASTED_AMBIGUOUS] = "ambiguous", [FF_PASTED_HEADING] = "heading",
  };

  return names[state];
}

static void
test_paste (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *paste;
    const char *states; /* with the number where one is certain */
  } cases[] = {
    { "numbers", "Z1, Z2", "found Z1 / found Z2" },
    { "chat", "#接龙\n1. 王小明 2. 李四", "heading / found Z1 / found Z2" },
    { "written in another way", "1. 王 小 明", "found Z1" },
    { "namesakes", "张伟", "ambiguous" },
    { "namesakes with a department", "1. 张伟 运营\n2. 张伟（客服）", "found Z4 / found Z3" },
    { "namesakes with a number", "Z3 张伟", "found Z3" },
    { "namesakes in the same department", "张伟 Group", "ambiguous" },
    { "number and another's name", "Z1 李四", "ambiguous" },
    { "number and a name that nobody has", "Z1 赵六", "found Z1" },
    { "unknown", "Z9\n赵六", "unknown / unknown" },
    { "leading zeros lost", "42", "unknown" },
    { "twice", "Z1\n王小明", "found Z1 / twice Z1" },
    { "in the class already", "E001, Z1", "enrolled E001 / found Z1" },
    { "guest by number", "W-0001", "found W-0001" },
    { "two in one entry", "Z1 and Z2", "ambiguous" },
    { "rows", "Z1\t王小明\t客服\nZ2\t李四\t客服", "found Z1 / found Z2" },
  };
  gint64 run_id = make_class (fixture->db, "");
  g_autoptr (GError) error = NULL;

  add_person (fixture->db, "Z1", "王小明", "Group/客服");
  add_person (fixture->db, "Z2", "李四", "Group/客服");
  add_person (fixture->db, "Z3", "张伟", "Group/客服");
  add_person (fixture->db, "Z4", "张伟", "Group/运营");
  add_person (fixture->db, "0001", "赵七", "Group/运营");
  add_person (fixture->db, "00042", "孙八", "Group/运营");
  add_person (fixture->db, "", "周九", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) people = ff_pasted_people_read (fixture->db, run_id, cases[i].paste, &error);
      g_autoptr (GString) states = g_string_new (NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      for (guint k = 0; k < people->len; k++)
        {
          const FfPasted *pasted = g_ptr_array_index (people, k);

          g_string_append_printf (states, "%s%s", k > 0 ? " / " : "", state_name (pasted->state));
          if (pasted->trainee_id != 0)
            g_string_append_printf (states, " %s", ((const FfTrainee *) g_ptr_array_index (pasted->candidates, 0))->employee_no);
          g_assert_cmpint (pasted->advice == NULL, ==, pasted->state == FF_PASTED_FOUND);
        }
      g_assert_cmpstr (states->str, ==, cases[i].states);
    }
}

static void
test_find_one (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfTrainee) one = NULL;

  add_person (fixture->db, "Z1", "王小明", "Group/客服");
  add_person (fixture->db, "Z2", "王小明", "Group/运营");
  g_assert_null (ff_pasted_people_find_one (fixture->db, " ", "mentor_no", &error));
  g_assert_no_error (error);
  one = ff_pasted_people_find_one (fixture->db, "王小明 Z2", "mentor_no", &error);
  g_assert_cmpstr (one->employee_no, ==, "Z2");
  g_assert_null (ff_pasted_people_find_one (fixture->db, "王小明", "mentor_no", &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "mentor_no");
  g_assert_null (ff_pasted_people_find_one (fixture->db, "赵六", "mentor_no", &error));
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "mentor_no");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/roster/enrol", test_enrol);
  class_test_add ("/roster/waiting-list", test_waiting_list);
  class_test_add ("/roster/waiting-by-import", test_waiting_by_import);
  class_test_add ("/roster/replies", test_replies);
  class_test_add ("/roster/replace", test_replace);
  class_test_add ("/roster/replace-waiting", test_replace_waiting);
  class_test_add ("/roster/paste", test_paste);
  class_test_add ("/roster/find-one", test_find_one);
  return g_test_run ();
}
