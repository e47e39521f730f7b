/* Marks of teams: who is given them, who keeps his own, what follows; and random commands against a plain second implementation. */
#include "config.h"

#include "ff-class-figures.h"
#include "ff-class-test.h"
#include "ff-courses.h"
#include "ff-settling.h"
#include "ff-team-marks.h"
#include "ff-teams.h"

#define N_PEOPLE 5

typedef struct
{
  FfDb *db;
  gint64 run_id;
  gint64 teams[2];
  gint64 people[N_PEOPLE];
  gint64 leaf;       /* participation: of the class, by team */
  gint64 criterion;  /* practical.c1 */
  gint64 practical;
} Class;

static void
mark_by_team (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, 0, run_id, &error);
  FfBatch *batch = ff_batch_begin (db, "By team", &error);

  ((FfComponent *) ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "participation")))->by_team = TRUE;
  ((FfComponent *) ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "practical")))->by_team = TRUE;
  g_assert_cmpint (ff_schemes_put (db, 0, run_id, scheme, &error), ==, FF_PUT_CHANGED);
  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
}

/* E001, E002 and E003 are Red, E004 is Blue, E005 is in no team. */
static void
class_init (Class *class, FfDb *db)
{
  static const int team_of[N_PEOPLE] = { 0, 0, 0, 1, -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = NULL;
  const FfComponent *practical;

  class->db = db;
  class->run_id = class_make (db);
  mark_by_team (db, class->run_id);
  ff_teams_put (db, 0, class->run_id, "Red", NULL, &class->teams[0], &error);
  ff_teams_put (db, 0, class->run_id, "Blue", NULL, &class->teams[1], &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *no = g_strdup_printf ("E%03u", i + 1);

      class->people[i] = class_enrolment (db, class->run_id, no);
      if (team_of[i] >= 0)
        ff_teams_move (db, &class->people[i], 1, class->teams[team_of[i]], &error);
      g_assert_no_error (error);
    }
  scheme = ff_schemes_read (db, 0, class->run_id, &error);
  g_assert_no_error (error);
  class->leaf = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "participation"))->id;
  practical = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "practical"));
  class->practical = practical->id;
  class->criterion = ((const FfCriterion *) g_ptr_array_index (practical->criteria, 0))->id;
}

/* -1 removes. */
static FfPut
set_team (const Class *class, guint team, gint64 score, FfTeamMarkNews *news)
{
  FfTeamMarkKey key = { class->teams[team], class->leaf, 0, "", 1 };
  g_autoptr (GError) error = NULL;
  FfPut result = ff_team_marks_set (class->db, &key, score >= 0, MAX (score, 0), news, &error);

  g_assert_no_error (error);
  return result;
}

static FfPut
set_own (const Class *class, guint person, gint64 score)
{
  g_autoptr (GError) error = NULL;
  FfPut result = ff_marking_set (class->db, class->people[person], class->leaf, 0, "", 1, score >= 0, MAX (score, 0), &error);

  g_assert_no_error (error);
  return result;
}

static FfPut
follow (const Class *class, guint person, GError **error)
{
  return ff_team_marks_follow (class->db, &(FfMarkKey) { class->people[person], class->leaf, 0, "", 1 }, error);
}

static void
move (const Class *class, guint person, int team)
{
  g_autoptr (GError) error = NULL;

  ff_teams_move (class->db, &class->people[person], 1, team >= 0 ? class->teams[team] : 0, &error);
  g_assert_no_error (error);
}

/* The score of a person, -1 for none, and the team that it follows, -1 for none. */
static void
read_mark (const Class *class, guint person, gint64 *score, int *team)
{
  FfMarkRow row = { .enrolment_id = class->people[person], .component_id = class->leaf, .rater = "", .attempt = 1 };
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_mark_store_find (class->db, &row, &error));
  g_assert_no_error (error);
  *score = row.id != 0 ? row.score : -1;
  *team = row.id == 0 || row.from_team_id == 0 ? -1 : row.from_team_id == class->teams[0] ? 0 : 1;
}

static void
assert_marks (const Class *class, const gint64 *scores, const int *teams)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      gint64 score;
      int team;

      read_mark (class, i, &score, &team);
      g_assert_cmpint (score, ==, scores[i]);
      g_assert_cmpint (team, ==, teams[i]);
    }
  class_assert_sound (class->db);
}

#define MARKS(...) ((const gint64[N_PEOPLE]) { __VA_ARGS__ })
#define FROM(...) ((const int[N_PEOPLE]) { __VA_ARGS__ })

static void
test_members (StoreFixture *fixture, gconstpointer data)
{
  g_auto (FfTeamMarkNews) first = { NULL };
  g_auto (FfTeamMarkNews) second = { NULL };
  g_autoptr (GError) error = NULL;
  Class class;

  class_init (&class, fixture->db);
  set_own (&class, 1, 9200);
  ff_marking_set_exempt (fixture->db, class.people[2], class.leaf, TRUE, "on leave", &error);
  g_assert_no_error (error);

  /* Who has a mark keeps it, who is exempt stays so, and both are named. */
  g_assert_cmpint (set_team (&class, 0, 8500, &first), ==, FF_PUT_NEW);
  assert_marks (&class, MARKS (8500, 9200, -1, -1, -1), FROM (0, -1, -1, -1, -1));
  g_assert_cmpuint (first.given, ==, 1);
  g_assert_cmpuint (first.own->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (first.own, 0), ==, "Trainee 2");
  g_assert_cmpuint (first.exempt->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (first.exempt, 0), ==, "Trainee 3");
  g_assert_cmpint (set_team (&class, 0, 8500, NULL), ==, FF_PUT_SAME);

  /* Another mark changes those that follow; who joined since is not given it, nor who is not exempt any more. */
  move (&class, 4, 0);
  ff_marking_set_exempt (fixture->db, class.people[2], class.leaf, FALSE, NULL, &error);
  g_assert_cmpint (set_team (&class, 0, 7000, &second), ==, FF_PUT_CHANGED);
  assert_marks (&class, MARKS (7000, 9200, -1, -1, -1), FROM (0, -1, -1, -1, -1));
  g_assert_cmpuint (second.given, ==, 0);
  g_assert_null (second.exempt);

  /* They are given it one by one. */
  g_assert_cmpint (follow (&class, 4, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (follow (&class, 4, &error), ==, FF_PUT_SAME);
  assert_marks (&class, MARKS (7000, 9200, -1, -1, 7000), FROM (0, -1, -1, -1, 0));

  /* The mark of the day stays with who leaves, and still follows; nobody of the other team is touched. */
  move (&class, 0, 1);
  set_team (&class, 1, 6000, NULL);
  set_team (&class, 0, 7500, NULL);
  assert_marks (&class, MARKS (7500, 9200, -1, 6000, 7500), FROM (0, -1, -1, 1, 0));

  /* Removed, it takes those that follow along. */
  g_assert_cmpint (set_team (&class, 0, -1, NULL), ==, FF_PUT_CHANGED);
  assert_marks (&class, MARKS (-1, 9200, -1, 6000, -1), FROM (-1, -1, -1, 1, -1));
  g_assert_cmpint (set_team (&class, 0, -1, NULL), ==, FF_PUT_SAME);
  g_assert_no_error (error);
}

/* A mark typed for one member is his own; taken away, the team's stands there again. */
static void
test_override (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Class class;

  class_init (&class, fixture->db);
  set_team (&class, 0, 8500, NULL);
  g_assert_cmpint (set_own (&class, 0, 8500), ==, FF_PUT_SAME);
  assert_marks (&class, MARKS (8500, 8500, 8500, -1, -1), FROM (0, 0, 0, -1, -1));
  g_assert_cmpint (set_own (&class, 0, 9500), ==, FF_PUT_CHANGED);
  set_team (&class, 0, 6000, NULL);
  assert_marks (&class, MARKS (9500, 6000, 6000, -1, -1), FROM (-1, 0, 0, -1, -1));
  g_assert_cmpint (set_own (&class, 0, -1), ==, FF_PUT_CHANGED);
  assert_marks (&class, MARKS (6000, 6000, 6000, -1, -1), FROM (0, 0, 0, -1, -1));

  /* What follows is removed for good, and given again on request. */
  g_assert_cmpint (set_own (&class, 0, -1), ==, FF_PUT_CHANGED);
  assert_marks (&class, MARKS (-1, 6000, 6000, -1, -1), FROM (-1, 0, 0, -1, -1));
  g_assert_cmpint (follow (&class, 0, &error), ==, FF_PUT_CHANGED);
  assert_marks (&class, MARKS (6000, 6000, 6000, -1, -1), FROM (0, 0, 0, -1, -1));

  /* An import is typed by hand too. */
  g_assert_cmpint (ff_marking_put (fixture->db, &(FfScoreDraft) { .run = "CX-1", .employee_no = "E002", .component = "participation",
                                                                  .score = "77" }, &error),
                   ==, FF_PUT_CHANGED);
  assert_marks (&class, MARKS (6000, 7700, 6000, -1, -1), FROM (0, -1, 0, -1, -1));

  /* A team that is deleted leaves its members what they have. */
  ff_teams_delete (fixture->db, class.teams[0], &error);
  g_assert_no_error (error);
  assert_marks (&class, MARKS (6000, 7700, 6000, -1, -1), FROM (-1, -1, -1, -1, -1));
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *leaf;
    int criterion; /* -1: the leaf */
    gint64 score;
    FfError code;
    const char *field;
  } cases[] = {
    { "not marked by team", "written", -1, 8000, FF_ERROR_INVALID, "component" },
    { "above the maximum", "participation", -1, 10001, FF_ERROR_INVALID, "score" },
    { "a rubric as a whole", "practical", -1, 800, FF_ERROR_INVALID, "component" },
    { "a criterion above its maximum", "practical", 0, 501, FF_ERROR_INVALID, "score" },
    { "a criterion", "practical", 0, 500, 0, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = NULL;
  Class class;

  class_init (&class, fixture->db);
  scheme = ff_schemes_read (fixture->db, 0, class.run_id, &error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfComponent *leaf = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, cases[i].leaf));
      gint64 criterion = cases[i].criterion >= 0 ? ((FfCriterion *) g_ptr_array_index (leaf->criteria, 0))->id : 0;
      FfTeamMarkKey key = { class.teams[0], leaf->id, criterion, NULL, 1 };
      FfPut result = ff_team_marks_set (fixture->db, &key, TRUE, cases[i].score, NULL, &error);

      g_test_message ("%s", cases[i].name);
      if (cases[i].code != 0)
        class_assert_refused (&error, cases[i].code, cases[i].field);
      else
        g_assert_no_error (error);
      g_assert_cmpint (result, ==, cases[i].code != 0 ? FF_PUT_REFUSED : FF_PUT_NEW);
    }
  g_assert_cmpint (follow (&class, 4, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "team");
}

static void
test_by_team (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfScheme) scheme = NULL;
  gint64 attendance;
  Class class;

  class_init (&class, fixture->db);
  scheme = ff_schemes_read (fixture->db, 0, class.run_id, &error);
  attendance = ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "attendance"))->id;
  g_assert_cmpint (ff_team_marks_set_by_team (fixture->db, class.run_id, attendance, TRUE, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "component");
  g_assert_cmpint (ff_team_marks_set_by_team (fixture->db, class.run_id, class.leaf, TRUE, &error), ==, FF_PUT_SAME);
  set_team (&class, 0, 8000, NULL);
  g_assert_cmpint (ff_team_marks_set_by_team (fixture->db, class.run_id, class.leaf, FALSE, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "component");
  set_team (&class, 0, -1, NULL);
  g_assert_cmpint (ff_team_marks_set_by_team (fixture->db, class.run_id, class.leaf, FALSE, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
}

static void
test_settled (StoreFixture *fixture, gconstpointer data)
{
  FfLeftOut left_out[N_PEOPLE];
  FfTeamMarkKey key;
  g_autoptr (GError) error = NULL;
  Class class;

  class_init (&class, fixture->db);
  set_team (&class, 0, 8000, NULL);
  set_own (&class, 1, 9000);
  for (guint i = 0; i < N_PEOPLE; i++)
    left_out[i] = (FfLeftOut) { class.people[i], "not assessed" };
  ff_settling_settle (fixture->db, class.run_id, left_out, N_PEOPLE, &error);
  g_assert_no_error (error);

  key = (FfTeamMarkKey) { class.teams[0], class.leaf, 0, "", 1 };
  g_assert_cmpint (ff_team_marks_set (fixture->db, &key, TRUE, 8100, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_SETTLED, NULL);
  g_assert_cmpint (ff_team_marks_set (fixture->db, &key, FALSE, 0, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_SETTLED, NULL);
  g_assert_cmpint (follow (&class, 1, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_SETTLED, NULL);
}

static void
test_figures (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = NULL;
  const FfTeamMark *mark;
  Class class;
  int leaf;

  class_init (&class, fixture->db);
  set_team (&class, 0, 8000, NULL);
  figures = ff_class_figures_read (fixture->db, class.run_id, ff_time_now (), &error);
  g_assert_no_error (error);
  leaf = ff_scheme_find (figures->scheme, "participation");
  mark = ff_class_figures_find_team_mark (figures, class.teams[0], leaf, -1, "", 1);
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->score, ==, 8000);
  g_assert_null (ff_class_figures_find_team_mark (figures, class.teams[1], leaf, -1, "", 1));
  g_assert_null (ff_class_figures_find_team_mark (figures, class.teams[0], leaf, -1, "Lin", 1));
  g_assert_null (ff_class_figures_find_team_mark (figures, class.teams[0], leaf, -1, "", 2));
  g_assert_cmpstr (ff_class_figures_team_name (figures, class.teams[0]), ==, "Red");
}

/* Random commands --------------------------------------------------------------------------------------------------- */

/* The rules once more, over plain arrays; -1: none. */
typedef struct
{
  gint64 team_score[2];
  int team[N_PEOPLE];
  gint64 score[N_PEOPLE];
  int from[N_PEOPLE];
} Plain;

static void
plain_set_team (Plain *plain, int team, gint64 score)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    if (plain->from[i] == team)
      {
        plain->score[i] = score;
        plain->from[i] = score >= 0 ? team : -1;
      }
    else if (plain->team_score[team] < 0 && score >= 0 && plain->team[i] == team && plain->score[i] < 0)
      {
        plain->score[i] = score;
        plain->from[i] = team;
      }
  plain->team_score[team] = score;
}

static void
plain_follow (Plain *plain, guint person)
{
  int team = plain->team[person];

  if (team < 0 || plain->team_score[team] < 0)
    return;
  plain->score[person] = plain->team_score[team];
  plain->from[person] = team;
}

static void
plain_set_own (Plain *plain, guint person, gint64 score)
{
  gboolean own = plain->score[person] >= 0 && plain->from[person] < 0;
  int team = plain->team[person];

  if (score == plain->score[person])
    return;
  plain->score[person] = score;
  plain->from[person] = -1;
  if (score < 0 && own && team >= 0 && plain->team_score[team] >= 0)
    plain_follow (plain, person);
}

static void
do_random (const Class *class, Plain *plain)
{
  guint person = (guint) g_test_rand_int_range (0, N_PEOPLE);
  int team = g_test_rand_int_range (0, 2);
  gint64 score = g_test_rand_int_range (0, 4) == 0 ? -1 : 100 * g_test_rand_int_range (0, 4);
  g_autoptr (GError) error = NULL;

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
    case 1:
      set_team (class, (guint) team, score, NULL);
      plain_set_team (plain, team, score);
      break;
    case 2:
      set_own (class, person, score);
      plain_set_own (plain, person, score);
      break;
    case 3:
      follow (class, person, &error);
      plain_follow (plain, person);
      break;
    default:
      team = g_test_rand_int_range (-1, 2);
      move (class, person, team);
      plain->team[person] = team;
      break;
    }
}

static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  Plain plain = { { -1, -1 }, { 0, 0, 0, 1, -1 }, { -1, -1, -1, -1, -1 }, { -1, -1, -1, -1, -1 } };
  Class class;

  class_init (&class, fixture->db);
  for (guint i = 0; i < 400; i++)
    {
      do_random (&class, &plain);
      assert_marks (&class, plain.score, plain.from);
    }
}

static gint64
count_marks (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT (SELECT count(*) FROM mark) + (SELECT count(*) FROM team_mark)", &error);

  g_assert_cmpint (ff_statement_step (statement, &error), ==, FF_STEP_ROW);
  return ff_statement_get_int (statement, 0);
}

/* All of it taken back step by step, nothing is left; and done again, everything is as it was. */
static void
test_random_undo (StoreFixture *fixture, gconstpointer data)
{
  Plain plain = { { -1, -1 }, { 0, 0, 0, 1, -1 }, { -1, -1, -1, -1, -1 }, { -1, -1, -1, -1, -1 } };
  g_autoptr (GError) error = NULL;
  gint64 before;
  guint n = 0;
  Class class;

  class_init (&class, fixture->db);
  for (guint i = 0; i < 60; i++)
    {
      before = ff_db_journal_number (fixture->db);
      do_random (&class, &plain);
      n += ff_db_journal_number (fixture->db) != before;
    }
  for (guint i = 0; i < n; i++)
    g_assert_true (ff_undo (fixture->db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_marks (fixture->db), ==, 0);
  for (guint i = 0; i < n; i++)
    g_assert_true (ff_redo (fixture->db, &error));
  assert_marks (&class, plain.score, plain.from);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/team-marks/members", test_members);
  class_test_add ("/team-marks/override", test_override);
  class_test_add ("/team-marks/refused", test_refused);
  class_test_add ("/team-marks/by-team", test_by_team);
  class_test_add ("/team-marks/settled", test_settled);
  class_test_add ("/team-marks/figures", test_figures);
  class_test_add ("/team-marks/random", test_random);
  class_test_add ("/team-marks/random-undo", test_random_undo);
  return g_test_run ();
}
