/* When trainers, venues and trainees cannot be booked. The clock stands at 2026-09-22 13:52. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-people.h"
#include "ff-unavailability.h"

static gint64
add_trainer (FfDb *db, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  gint64 id = 0;

  ff_people_put_trainer (db, 0, &(FfTrainerDraft) { .name = name }, &id, &error);
  g_assert_no_error (error);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
  return id;
}

static FfPut
put (FfDb *db, gint64 update_id, FfAway who, gint64 owner, const FfUnavailabilityDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &inner);
  FfPut result;

  g_assert_no_error (inner);
  result = ff_unavailability_put (db, update_id, who, owner, draft, id, error);
  ff_batch_commit (g_steal_pointer (&batch), &inner);
  g_assert_no_error (inner);
  return result;
}

static guint
count (FfDb *db, FfAway who, gint64 owner, FfMinute from, FfMinute to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ff_unavailability_list (db, who, owner, from, to, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
test_put (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 owner = add_trainer (db, "李梅");
  gint64 id = 0;
  g_autoptr (FfUnavailability) away = NULL;
  FfMinute morning = class_time ("2026-10-05 09:00");

  g_assert_cmpint (put (db, 0, FF_AWAY_TRAINER, owner,
                        &(FfUnavailabilityDraft) { .starts_at = "2026-10-05", .ends_at = "2026-10-06", .reason = " 年假 " }, &id, &error),
                   ==, FF_PUT_NEW);
  away = ff_unavailability_read (db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (away->who, ==, FF_AWAY_TRAINER);
  g_assert_cmpint (away->owner_id, ==, owner);
  g_assert_cmpstr (away->name, ==, "李梅");
  g_assert_cmpstr (away->kind, ==, "leave");
  g_assert_cmpstr (away->reason, ==, "年假");
  g_assert_cmpint (away->starts_at, ==, class_time ("2026-10-05 00:00"));
  g_assert_cmpint (away->ends_at, ==, class_time ("2026-10-07 00:00"));

  /* Touching is no overlap. */
  g_assert_cmpuint (count (db, FF_AWAY_TRAINER, owner, FF_NO_TIME, FF_NO_TIME), ==, 1);
  g_assert_cmpuint (count (db, FF_AWAY_TRAINER, owner, away->ends_at, FF_NO_TIME), ==, 0);
  g_assert_cmpuint (count (db, FF_AWAY_TRAINER, owner, FF_NO_TIME, away->starts_at), ==, 0);
  g_assert_cmpuint (count (db, FF_AWAY_TRAINER, owner, morning, morning + 1), ==, 1);
  g_assert_cmpuint (count (db, FF_AWAY_VENUE, owner, FF_NO_TIME, FF_NO_TIME), ==, 0);

  g_assert_cmpint (put (db, id, FF_AWAY_TRAINER, owner, &(FfUnavailabilityDraft) { .ends_at = "2026-10-06 12:00", .kind = "轮班" }, NULL,
                        &error),
                   ==, FF_PUT_CHANGED);
  g_assert_cmpint (put (db, id, FF_AWAY_TRAINER, owner, &(FfUnavailabilityDraft) { .kind = "shift" }, NULL, &error), ==, FF_PUT_SAME);
  g_assert_no_error (error);
  g_clear_pointer (&away, ff_unavailability_free);
  away = ff_unavailability_read (db, id, &error);
  g_assert_cmpstr (away->kind, ==, "shift");
  g_assert_cmpint (away->ends_at, ==, class_time ("2026-10-06 12:00"));

  g_assert_true (ff_undo (db, &error));
  g_assert_true (ff_undo (db, &error));
  g_assert_cmpuint (count (db, FF_AWAY_TRAINER, owner, FF_NO_TIME, FF_NO_TIME), ==, 0);
  g_assert_true (ff_redo (db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (db, FF_AWAY_TRAINER, owner, FF_NO_TIME, FF_NO_TIME), ==, 1);
}

static void
test_refusals (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 owner; /* 0: the trainer */
    FfUnavailabilityDraft draft;
    FfError code;
    const char *field;
  } cases[] = {
    { "no time", 0, { .reason = "x" }, FF_ERROR_INVALID, "starts_at" },
    { "no end", 0, { .starts_at = "2026-10-05 09:00", .ends_at = "" }, FF_ERROR_INVALID, "ends_at" },
    { "a day that does not exist", 0, { .starts_at = "2026-02-29", .ends_at = "2026-03-01" }, FF_ERROR_INVALID, "starts_at" },
    { "an end before the start", 0, { .starts_at = "2026-10-05", .ends_at = "2026-10-04" }, FF_ERROR_INVALID, "ends_at" },
    { "an end at the start", 0, { .starts_at = "2026-10-05 09:00", .ends_at = "2026-10-05 09:00" }, FF_ERROR_INVALID, "ends_at" },
    { "a word that is no kind", 0, { .starts_at = "2026-10-05", .ends_at = "2026-10-05", .kind = "nap" }, FF_ERROR_INVALID, "kind" },
    { "nobody", 999, { .starts_at = "2026-10-05", .ends_at = "2026-10-05" }, FF_ERROR_NOT_FOUND, NULL },
  };
  gint64 owner = add_trainer (fixture->db, "Ann");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (put (fixture->db, 0, FF_AWAY_TRAINER, cases[i].owner ? cases[i].owner : owner, &cases[i].draft, NULL, &error), ==,
                       FF_PUT_REFUSED);
      class_assert_refused (&error, cases[i].code, cases[i].field);
    }
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM unavailability"), ==, 0);
}

static void
test_between (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = NULL;
  gint64 trainer = add_trainer (db, "Ann");
  gint64 trainee = class_trainee (db, "E001");
  g_autoptr (GPtrArray) list = NULL;

  put (db, 0, FF_AWAY_TRAINEE, trainee, &(FfUnavailabilityDraft) { .starts_at = "2026-10-05", .ends_at = "2026-10-05" }, NULL, &error);
  put (db, 0, FF_AWAY_TRAINER, trainer, &(FfUnavailabilityDraft) { .starts_at = "2026-10-04", .ends_at = "2026-10-05" }, NULL, &error);
  g_assert_no_error (error);
  list = ff_unavailability_between (db, class_time ("2026-10-05 00:00"), class_time ("2026-10-06 00:00"), &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((FfUnavailability *) list->pdata[0])->who, ==, FF_AWAY_TRAINER);
  g_assert_cmpint (((FfUnavailability *) list->pdata[1])->owner_id, ==, trainee);

  batch = ff_batch_begin (db, "Test", &error);
  g_assert_true (ff_people_delete_trainer (db, trainer, &error));
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ff_unavailability_between (db, FF_NO_TIME, FF_NO_TIME, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/unavailability/put", test_put);
  class_test_add ("/unavailability/refusals", test_refusals);
  class_test_add ("/unavailability/between", test_between);
  return g_test_run ();
}
