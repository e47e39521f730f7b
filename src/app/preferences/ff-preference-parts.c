#include "config.h"

#include "ff-preference-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-comment-phrases.h"
#include "ff-days.h"
#include "ff-departments.h"
#include "ff-editors.h"
#include "ff-format.h"
#include "ff-layers.h"
#include "ff-leave-kinds.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-qualifications.h"
#include "ff-settings.h"

/* Two of them a level: as wide as a letter each. */
#define INDENT "\u2003\u2003"

static GPtrArray *
new_parts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
}

/* Days ------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_days (FfDb *db, gint64 year, GError **error)
{
  FfDay first = ff_day_from_ymd ((int) year, 1, 1), last = ff_day_from_ymd ((int) year, 12, 31);
  g_autoptr (GPtrArray) days = ff_days_list (db, first, last, error);
  GPtrArray *parts;

  if (days == NULL)
    return NULL;
  parts = new_parts ();
  for (guint i = 0; i < days->len; i++)
    {
      const FfCalendarDay *day = g_ptr_array_index (days, i);
      g_autofree char *date = ff_format_day_long (day->day);
      FfPart *part = ff_part_new (day->id, date, day->title);

      part->tag = g_strdup (day->worked ? C_("kind of day", "Make-up working day") : C_("kind of day", "Day off"));
      part->tone = day->worked ? FF_TONE_ACCENT : FF_TONE_NEUTRAL;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const day_tables[] = { "calendar_day", NULL };

const FfPartKind ff_day_parts = {
  .title = N_("Days off and Make-Up Days"),
  .empty = N_("Holidays, and the days that are worked in their place. Import them from a calendar file, or add them one by one."),
  .add = N_("Add Days"),
  .tables = day_tables,
  .list = list_days,
  .editor = &ff_day_editor,
};

/* Layers ----------------------------------------------------------------------------------------------------------- */

static char *
count_people (int n)
{
  return g_strdup_printf (ngettext ("%'d person", "%'d people", (gulong) n), n);
}

static GPtrArray *
list_layers (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) layers = ff_layers_list (db, error);
  GPtrArray *parts;

  if (layers == NULL)
    return NULL;
  parts = new_parts ();
  for (guint i = 0; i < layers->len; i++)
    {
      const FfLayer *layer = g_ptr_array_index (layers, i);
      g_autofree char *people = count_people (layer->trainees);
      g_autofree char *hours = layer->required_hours >= 0 ? ff_hundredths_format (layer->required_hours) : NULL;
      FfPart *part = ff_part_new (layer->id, ff_layer_title (layer->key, layer->own_title), people);

      if (hours != NULL)
        /* Translators: class hours that are required of a layer a year. */
        part->value = g_strdup_printf (_("%s h a year"), hours);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
move_layer (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_layers_move (db, id, position, error);
}

static const char *const layer_tables[] = { "layer", "trainee", NULL };

const FfPartKind ff_layer_parts = {
  .title = N_("Layers"),
  .empty = N_("The levels of the organisation for which training differs."),
  .add = N_("Add Layer"),
  .tables = layer_tables,
  .list = list_layers,
  .editor = &ff_layer_editor,
  .move = move_layer,
  .move_label = N_("Move a layer"),
};

/* Grades ----------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_grades (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) grades = ff_grades_list (db, error);
  g_autofree char *currency = ff_settings_get (db, "currency", NULL);
  GPtrArray *parts;

  if (grades == NULL)
    return NULL;
  parts = new_parts ();
  for (guint i = 0; i < grades->len; i++)
    {
      const FfGrade *grade = g_ptr_array_index (grades, i);
      g_autofree char *trainers = g_strdup_printf (ngettext ("%d trainer", "%d trainers", (gulong) grade->trainers), grade->trainers);
      g_autofree char *rate = ff_money_format (grade->rate, currency);
      FfPart *part = ff_part_new (grade->id, grade->name, trainers);

      /* Translators: the fee of a class hour. */
      part->value = g_strdup_printf (_("%s a class hour"), rate);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
move_grade (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_grades_move (db, id, position, error);
}

static const char *const grade_tables[] = { "trainer_grade", "trainer", "setting", NULL };

const FfPartKind ff_grade_parts = {
  .title = N_("Grades of Trainers"),
  .empty = N_("Lecturer, senior lecturer, expert …: the fee of a trainer is the hours taught times the rate of the grade."),
  .add = N_("Add Grade"),
  .tables = grade_tables,
  .list = list_grades,
  .editor = &ff_grade_editor,
  .move = move_grade,
  .move_label = N_("Move a grade of trainers"),
};

/* Kinds of leave --------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_leave_kinds (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) kinds = ff_leave_kinds_list (db, error);
  GPtrArray *parts;

  if (kinds == NULL)
    return NULL;
  parts = new_parts ();
  for (guint i = 0; i < kinds->len; i++)
    {
      const FfLeaveKind *kind = g_ptr_array_index (kinds, i);

      g_ptr_array_add (parts, ff_part_new (kind->id, ff_leave_kind_get_title (kind),
                                           kind->counts ? _("Counts as absent") : _("Is not an absence")));
    }
  return parts;
}

static gboolean
move_leave_kind (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_leave_kinds_move (db, id, position, error);
}

static const char *const leave_kind_tables[] = { "leave_kind", NULL };

const FfPartKind ff_leave_kind_parts = {
  .title = N_("Kinds of Leave"),
  .empty = N_("What somebody can be excused for. In the register X excuses, and Shift+X asks for the kind."),
  .add = N_("Add Kind of Leave"),
  .tables = leave_kind_tables,
  .list = list_leave_kinds,
  .editor = &ff_leave_kind_editor,
  .move = move_leave_kind,
  .move_label = N_("Move a kind of leave"),
};

/* Phrases ---------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_phrases (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) phrases = ff_comment_phrases_list (db, error);
  GPtrArray *parts;

  if (phrases == NULL)
    return NULL;
  parts = new_parts ();
  for (guint i = 0; i < phrases->len; i++)
    {
      const FfCommentPhrase *phrase = g_ptr_array_index (phrases, i);
      FfPart *part = ff_part_new (phrase->id, phrase->text, NULL);

      part->group = g_strdup (phrase->category);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
move_phrase (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_comment_phrases_move (db, id, position, error);
}

static const char *const phrase_tables[] = { "comment_phrase", NULL };

const FfPartKind ff_comment_phrase_parts = {
  .title = N_("Phrases for Comments"),
  .empty = N_("Sentences that you use again when you comment on a mark. They stand beside the comment, each with a number."),
  .add = N_("Add Phrase"),
  .tables = phrase_tables,
  .list = list_phrases,
  .editor = &ff_comment_phrase_editor,
  .move = move_phrase,
  .move_label = N_("Move a phrase"),
};

/* Departments ------------------------------------------------------------------------------------------------------ */

static GPtrArray *
list_departments (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) tree = ff_departments_tree (db, error);
  GPtrArray *parts;

  if (tree == NULL)
    return NULL;
  parts = new_parts ();
  for (guint i = 0; i < tree->len; i++)
    {
      const FfDepartment *department = g_ptr_array_index (tree, i);
      g_autoptr (GString) title = g_string_new (NULL);
      FfPart *part;

      for (int k = 0; k < department->depth; k++)
        g_string_append (title, INDENT);
      g_string_append (title, department->name);
      part = ff_part_new (department->id, title->str, NULL);
      if (department->trainees > 0)
        part->value = count_people (department->trainees);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const department_tables[] = { "department", "trainee", NULL };

const FfPartKind ff_department_parts = {
  .title = N_("Departments"),
  .empty = N_("They come with the roster that you import; a slash stands between a department and the one below."),
  .add = N_("Add Department"),
  .tables = department_tables,
  .list = list_departments,
  .editor = &ff_department_editor,
};
