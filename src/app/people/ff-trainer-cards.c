/* The cards of a trainer's page. */
#include "config.h"

#include "ff-place-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-place-text.h"
#include "ff-places.h"
#include "ff-qualifications.h"
#include "ff-settings.h"
#include "ff-trainer-figures.h"

/* Facts: each row opens the editor of them all ---------------------------------------------------------------------- */

static char *
describe_grade (FfDb *db, const FfTrainer *trainer, GError **error)
{
  g_autofree char *currency = ff_settings_get (db, "currency", error);
  g_autofree char *rate = trainer->grade != NULL ? ff_money_format (trainer->rate, currency) : NULL;

  if (trainer->grade == NULL)
    return NULL;
  /* Translators: a trainer's grade, and what a class hour of it costs. */
  return g_strdup_printf (_("%s · %s a class hour"), trainer->grade, rate);
}

static GPtrArray *
list_facts (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfTrainer) trainer = ff_people_read_trainer (db, id, error);
  g_autofree char *grade = trainer != NULL ? describe_grade (db, trainer, NULL) : NULL;
  GPtrArray *parts;

  if (trainer == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  ff_place_parts_add_fact (parts, id, _("Kind"), ff_trainer_kind_title (trainer->kind));
  ff_place_parts_add_fact (parts, id, _("Organisation"), trainer->organisation);
  ff_place_parts_add_fact (parts, id, _("Name on Documents"), trainer->public_name);
  ff_place_parts_add_fact (parts, id, _("Grade"), grade);
  ff_place_parts_add_fact (parts, id, _("E-mail"), trainer->email);
  ff_place_parts_add_fact (parts, id, _("Phone"), trainer->phone);
  ff_place_parts_add_fact (parts, id, _("Duties"), trainer->duties);
  ff_place_parts_add_fact (parts, id, _("Profile"), trainer->profile);
  return parts;
}

static const char *const fact_tables[] = { "trainer", "trainer_grade", "setting", NULL };

const FfPartKind ff_trainer_facts = {
  .title = N_("About"),
  .empty = N_("Who this is, and how to reach them."),
  .tables = fact_tables,
  .list = list_facts,
  .editor = &ff_trainer_editor,
};

/* Qualifications --------------------------------------------------------------------------------------------------- */

static char *
describe_qualification (const FfTrainerQualification *qualification)
{
  g_autofree char *day = NULL;
  g_autofree char *issued = NULL;

  if (qualification->issued_on == FF_NO_DAY)
    return g_strdup (qualification->evidence);
  day = ff_format_day_range_short (qualification->issued_on, qualification->issued_on);
  /* Translators: %s is the day on which a certificate was issued. */
  issued = g_strdup_printf (_("issued %s"), day);
  return qualification->evidence != NULL ? g_strdup_printf ("%s · %s", qualification->evidence, issued) : g_steal_pointer (&issued);
}

static GPtrArray *
list_qualifications (FfDb *db, gint64 trainer_id, GError **error)
{
  g_autoptr (GPtrArray) list = ff_qualifications_of_trainer (db, trainer_id, error);
  GPtrArray *parts;

  if (list == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < list->len; i++)
    {
      const FfTrainerQualification *qualification = g_ptr_array_index (list, i);
      g_autofree char *subtitle = describe_qualification (qualification);
      FfPart *part = ff_part_new (qualification->id, qualification->title, subtitle);

      part->tag = ff_place_text_expiry (qualification->expires_on, &part->tone);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const qualification_tables[] = { "qualification", NULL };

const FfPartKind ff_trainer_qualifications = {
  .title = N_("Qualifications"),
  .empty = N_("Certificates and licences, with the day until which they hold."),
  .add = N_("Add Qualification"),
  .tables = qualification_tables,
  .list = list_qualifications,
  .editor = &ff_qualification_editor,
};

/* Courses ---------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_courses (FfDb *db, gint64 trainer_id, GError **error)
{
  g_autoptr (GPtrArray) list = ff_trainer_courses_of_trainer (db, trainer_id, error);
  GPtrArray *parts;

  if (list == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < list->len; i++)
    {
      const FfTrainerCourse *course = g_ptr_array_index (list, i);
      g_autofree char *subtitle = course->qualification != NULL ? g_strdup_printf ("%s · %s", course->course_code, course->qualification)
                                                                : g_strdup (course->course_code);
      FfPart *part = ff_part_new (course->id, course->course_title, subtitle);

      if (course->qualification != NULL)
        part->tag = ff_place_text_expiry (course->expires_on, &part->tone);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const course_tables[] = { "trainer_course", "qualification", "course", NULL };

const FfPartKind ff_trainer_courses = {
  .title = N_("May Teach"),
  .empty = N_("A course that stands in no trainer’s list may be taught by anybody."),
  .add = N_("Add Course"),
  .tables = course_tables,
  .list = list_courses,
  .editor = &ff_trainer_course_editor,
};

/* Hours and fees --------------------------------------------------------------------------------------------------- */

static FfPart *
taught_part (gint64 id, const char *title, const FfTaught *taught, const char *currency)
{
  g_autofree char *sessions
      = g_strdup_printf (ngettext ("%d session held", "%d sessions held", (gulong) taught->sessions), taught->sessions);
  g_autofree char *number = ff_hundredths_format (taught->hours);
  /* Translators: class hours; %s is a number such as 6.5. */
  g_autofree char *hours = g_strdup_printf (_("%s h"), number);
  g_autofree char *fee = taught->fee >= 0 ? ff_money_format (taught->fee, currency) : NULL;
  FfPart *part = ff_part_new (id, title, sessions);

  part->value = fee != NULL ? g_strdup_printf ("%s · %s", hours, fee) : g_steal_pointer (&hours);
  return part;
}

/* The months in which the trainer taught, and the year. */
static GPtrArray *
list_taught (FfDb *db, gint64 trainer_id, GError **error)
{
  g_autofree char *currency = ff_settings_get (db, "currency", NULL);
  g_autofree char *whole_year = NULL;
  FfTrainerFigures figures;
  int year, month, mday;
  GPtrArray *parts;

  ff_day_to_ymd (ff_time_day (ff_time_now ()), &year, &month, &mday);
  if (!ff_trainer_figures_read (db, trainer_id, year, &figures, error))
    return NULL;
  parts = ff_place_parts_new ();
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *title = ff_format_month (ff_day_from_ymd (year, i + 1, 1));

      if (figures.months[i].sessions > 0)
        g_ptr_array_add (parts, taught_part (i + 1, title, &figures.months[i], currency));
    }
  /* Translators: the sum of a year's months; %d is the year. */
  whole_year = g_strdup_printf (_("Year %d"), year);
  if (parts->len > 0)
    g_ptr_array_add (parts, taught_part (0, whole_year, &figures.total, currency));
  return parts;
}

static const char *const taught_tables[] = { "session",  "session_trainer", "agenda_slot",   "syllabus_item", "run",
                                             "trainer",  "trainer_grade",   "setting",       NULL };

const FfPartKind ff_trainer_taught = {
  .title = N_("Hours and Fees This Year"),
  .empty = N_("Sessions that this trainer has held this year are counted here, in class hours."),
  .tables = taught_tables,
  .list = list_taught,
};
