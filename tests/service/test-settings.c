/* Settings, and the calendar that they make with the days that differ. */
#include "config.h"

#include "ff-days.h"
#include "ff-settings.h"
#include "ff-store-test.h"

static FfPut
put (FfDb *db, const char *key, const char *value, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Set", NULL);
  FfPut result = ff_settings_put (db, key, value, error);

  if (result != FF_PUT_REFUSED)
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), NULL));
  return result;
}

static void
test_defaults (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FfSettings settings;

  ff_settings_read (fixture->db, &settings, &error);
  g_assert_no_error (error);
  g_assert_cmpint (settings.class_hour_minutes, ==, 45);
  g_assert_cmpint (settings.credit_hours, ==, 1600);
  g_assert_false (settings.credit_when_passed);
  g_assert_cmpuint (settings.weekdays, ==, 0x1f);
  g_assert_cmpuint (settings.n_hours, ==, 2);
  g_assert_cmpint (settings.hours[1].from, ==, 13 * 60 + 30);
  g_assert_cmpint (settings.travel_minutes, ==, 30);
  g_assert_false (settings.move_due_dates);
  g_assert_null (ff_settings_get (fixture->db, FF_SETTING_NOTICE, &error));
  g_assert_no_error (error);
}

static void
test_put (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *value;
    const char *kept; /* NULL: refused */
  } cases[] = {
    { FF_SETTING_CLASS_HOUR, "50", "50" },
    { FF_SETTING_CLASS_HOUR, "40", NULL },
    { FF_SETTING_CREDIT_HOURS, "12.5", "12.5" },
    { FF_SETTING_CREDIT_HOURS, "0", NULL },
    { FF_SETTING_CREDIT_WHEN_PASSED, "是", "1" },
    { FF_SETTING_CREDIT_WHEN_PASSED, "perhaps", NULL },
    { FF_SETTING_WEEKDAYS, "654321", "123456" },
    { FF_SETTING_WEEKDAYS, "0", NULL },
    { FF_SETTING_HOURS, " 9:00–11:30  14:00-16:00 ", "09:00-11:30 14:00-16:00" },
    { FF_SETTING_HOURS, "9:00-11:30 11:00-12:00", NULL },
    { FF_SETTING_HOURS, "11:30-9:00", NULL },
    { FF_SETTING_HOURS, "1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00 9:00-10:00", NULL },
    { FF_SETTING_TRAVEL_MINUTES, "0", "0" },
    { FF_SETTING_TRAVEL_MINUTES, "7.5", NULL },
    { FF_SETTING_ORGANISATION, " 云帆 ", "云帆" },
    { FF_SETTING_NOTICE, "{class}\n{dates}", "{class}\n{dates}" },
    { FF_SETTING_TRAVEL_MINUTES, "", "30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = ff_settings_get (fixture->db, cases[i].key, NULL);
      FfPut result = put (fixture->db, cases[i].key, cases[i].value, &error);
      g_autofree char *after = ff_settings_get (fixture->db, cases[i].key, NULL);

      g_test_message ("%s = “%s”", cases[i].key, cases[i].value);
      g_assert_cmpint (result == FF_PUT_REFUSED, ==, cases[i].kept == NULL);
      g_assert_cmpstr (after, ==, cases[i].kept != NULL ? cases[i].kept : before);
      if (result == FF_PUT_REFUSED)
        g_assert_cmpstr (ff_put_error_field (error), ==, cases[i].key);
      else
        g_assert_cmpint (put (fixture->db, cases[i].key, cases[i].value, &error), ==, FF_PUT_SAME);
    }
}

static void
test_days (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Holidays", &error);
  g_autoptr (FfWorkCalendar) calendar = NULL;
  FfDay holiday = ff_day_from_ymd (2026, 10, 1);
  FfDay sunday = ff_day_from_ymd (2026, 9, 27);

  g_assert_cmpint (ff_days_put (fixture->db, holiday, FALSE, " National Day ", &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_days_put (fixture->db, holiday, FALSE, "National Day", &error), ==, FF_PUT_SAME);
  g_assert_cmpint (ff_days_put (fixture->db, sunday, FALSE, NULL, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_days_put (fixture->db, sunday, TRUE, NULL, &error), ==, FF_PUT_CHANGED);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);

  calendar = ff_days_read_calendar (fixture->db, sunday, holiday, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ff_work_calendar_kind (calendar, holiday), ==, FF_DAY_OFF);
  g_assert_cmpstr (ff_work_calendar_title (calendar, holiday), ==, "National Day");
  g_assert_cmpint (ff_work_calendar_kind (calendar, sunday), ==, FF_DAY_MAKE_UP);

  /* What lies outside of the asked days is not read. */
  g_clear_pointer (&calendar, ff_work_calendar_free);
  calendar = ff_days_read_calendar (fixture->db, holiday, FF_NO_DAY, &error);
  g_assert_cmpint (ff_work_calendar_kind (calendar, sunday), ==, FF_DAY_OFF);

  ff_undo (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM calendar_day"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/settings/defaults", test_defaults);
  store_test_add ("/settings/put", test_put);
  store_test_add ("/settings/days", test_days);
  return g_test_run ();
}
