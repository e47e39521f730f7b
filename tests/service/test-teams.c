/* The teams of a class: drawn, named, given topics, led. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-teams.h"

static FfTeam *
read_team (FfDb *db, gint64 run_id, guint position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams = ff_teams_of_run (db, run_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (position, <, teams->len);
  return g_ptr_array_steal_index (teams, position);
}

static void
test_draw (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 waiting = class_enrolment (fixture->db, run_id, "E005");
  g_autoptr (GError) error = NULL;
  guint32 seed = 0;

  g_assert_false (ff_teams_get_seed (fixture->db, run_id, &seed, &error));
  g_assert_false (ff_teams_draw (fixture->db, run_id, 6, TRUE, 42, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "teams");
  g_assert_false (ff_teams_draw (fixture->db, run_id, 0, TRUE, 42, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "teams");

  g_assert_true (ff_enrolments_withdraw (fixture->db, waiting, NULL, &error));
  g_assert_true (ff_teams_draw (fixture->db, run_id, 2, TRUE, 42, &error));
  g_assert_no_error (error);
  g_assert_true (ff_teams_get_seed (fixture->db, run_id, &seed, &error));
  g_assert_cmpuint (seed, ==, 42);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM team"), ==, 2);
  /* Two of each layer in the class, one of each in a team; who is withdrawn is in none. */
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM (SELECT DISTINCT team_id, layer_id FROM enrolment"
                                             " WHERE team_id IS NOT NULL)"), ==, 4);
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE team_id IS NULL"), ==, 1);

  /* Drawn again into fewer: the first keeps its name, the other goes. */
  {
    g_autoptr (FfTeam) first = read_team (fixture->db, run_id, 0);

    g_assert_cmpint (ff_teams_put (fixture->db, first->id, 0, "Red", "Complaints", NULL, &error), ==, FF_PUT_CHANGED);
  }
  g_assert_true (ff_teams_draw (fixture->db, run_id, 1, FALSE, 43, &error));
  {
    g_autoptr (FfTeam) only = read_team (fixture->db, run_id, 0);

    g_assert_cmpstr (only->name, ==, "Red");
    g_assert_cmpstr (only->topic, ==, "Complaints");
    g_assert_cmpint (only->people, ==, 4);
  }
  for (guint i = 0; i < 3; i++)
    g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM team"), ==, 0);
  g_assert_false (ff_teams_get_seed (fixture->db, run_id, &seed, &error));
  class_assert_sound (fixture->db);
  store_assert_sound (fixture->db);
}

static void
test_put (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db), red = 0, blue = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfTeam) team = NULL;

  g_assert_cmpint (ff_teams_put (fixture->db, 0, run_id, "Red", " Complaints ", &red, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_teams_put (fixture->db, 0, run_id, "", NULL, &blue, &error), ==, FF_PUT_NEW);
  team = ff_teams_read (fixture->db, blue, &error);
  g_assert_cmpstr (team->name, ==, "Team 2");
  g_assert_cmpint (ff_teams_put (fixture->db, red, 0, NULL, "Complaints", NULL, &error), ==, FF_PUT_SAME);

  g_assert_cmpint (ff_teams_put (fixture->db, blue, 0, "Red", NULL, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "name");
  g_assert_cmpint (ff_teams_put (fixture->db, blue, 0, "", NULL, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "name");
  g_assert_cmpint (ff_teams_put (fixture->db, blue, 0, NULL, "Complaints", NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "topic");
  g_assert_cmpint (ff_teams_put (fixture->db, 0, run_id, "Red", NULL, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "name");
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM team"), ==, 2);

  g_assert_cmpint (ff_teams_put (fixture->db, red, 0, NULL, "", NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_teams_put (fixture->db, blue, 0, NULL, "Complaints", NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
}

static void
test_members (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db), red = 0, blue = 0;
  gint64 ids[3];
  g_autoptr (GError) error = NULL;
  g_autoptr (FfTeam) team = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *no = g_strdup_printf ("E%03u", i + 1);

      ids[i] = class_enrolment (fixture->db, run_id, no);
    }
  ff_teams_put (fixture->db, 0, run_id, "Red", NULL, &red, &error);
  ff_teams_put (fixture->db, 0, run_id, "Blue", NULL, &blue, &error);
  g_assert_false (ff_teams_set_leader (fixture->db, ids[0], TRUE, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);

  g_assert_true (ff_teams_move (fixture->db, ids, 3, red, &error));
  g_assert_true (ff_teams_set_leader (fixture->db, ids[0], TRUE, &error));
  g_assert_true (ff_teams_set_leader (fixture->db, ids[1], TRUE, &error));
  team = ff_teams_read (fixture->db, red, &error);
  g_assert_cmpint (team->people, ==, 3);
  g_assert_cmpstr (team->leader, ==, "Trainee 2");
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE leader = 1"), ==, 1);

  /* The leader of one team is none in another. */
  g_assert_true (ff_teams_move (fixture->db, &ids[1], 1, blue, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE leader = 1"), ==, 0);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE leader = 1"), ==, 1);

  g_assert_cmpint (ff_sessions_put (fixture->db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S4", .audience = "Red" }, NULL, NULL, &error),
                   ==, FF_PUT_CHANGED);
  g_assert_false (ff_teams_delete (fixture->db, red, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_true (ff_teams_delete (fixture->db, red, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE team_id IS NOT NULL OR leader = 1"), ==, 0);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_cmpint (store_count (fixture->db, "SELECT count(*) FROM enrolment WHERE team_id IS NOT NULL"), ==, 3);
  store_assert_sound (fixture->db);
}

static void
test_topics (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *topics;
    gboolean ok;
  } cases[] = {
    { "too few", "a\n\n", FALSE },
    { "one twice", "a\nb\n a \nc", FALSE },
    { "enough", "a\nb\nc", TRUE },
    { "more than enough", "c\nd\ne\nf\ng", TRUE },
    { "the same again", "c\nd\ne\nf\ng", TRUE },
  };
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_teams_draw (fixture->db, run_id, 3, FALSE, 1, &error));
  for (guint32 i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (ff_teams_draw_topics (fixture->db, run_id, cases[i].topics, i, &error), ==, cases[i].ok);
      if (!cases[i].ok)
        class_assert_refused (&error, FF_ERROR_INVALID, "topics");
      g_assert_no_error (error);
      g_assert_cmpint (store_count (fixture->db, "SELECT count(DISTINCT topic) FROM team"), ==, cases[i].ok ? 3 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/teams/draw", test_draw);
  class_test_add ("/teams/put", test_put);
  class_test_add ("/teams/members", test_members);
  class_test_add ("/teams/topics", test_topics);
  return g_test_run ();
}
