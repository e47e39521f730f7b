#include "config.h"

#include "ff-timetables.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-syllabus-store.h"
#include "ff-take.h"
#include "ff-time.h"
#include "ff-word.h"

#define DAYS_MAX 366
#define TITLE_MAX_CHARACTERS 200

/* Activities ------------------------------------------------------------------------------------------------------------ */

static const char *const activity_keys[] = { "talk", "discussion", "exercise", "case", "role_play", "test", "ceremony",
                                             FF_ACTIVITY_BREAK, NULL };

static const FfWord activity_words[] = {
  { "talk", 0 },       { "lecture", 0 },    { "讲授", 0 },     { "講授", 0 },   { "讲解", 0 },   { "講解", 0 },     { "授课", 0 },
  { "授課", 0 },       { "discussion", 1 }, { "讨论", 1 },     { "討論", 1 },   { "小组讨论", 1 }, { "小組討論", 1 }, { "研讨", 1 },
  { "研討", 1 },       { "exercise", 2 },   { "练习", 2 },     { "練習", 2 },   { "实操", 2 },   { "實操", 2 },     { "case", 3 },
  { "casestudy", 3 },  { "案例", 3 },       { "案例分析", 3 }, { "roleplay", 4 }, { "角色扮演", 4 }, { "情景演练", 4 }, { "情景演練", 4 },
  { "情境演練", 4 },   { "test", 5 },       { "考试", 5 },     { "考試", 5 },   { "测试", 5 },   { "測試", 5 },     { "测验", 5 },
  { "測驗", 5 },       { "ceremony", 6 },   { "仪式", 6 },     { "儀式", 6 },   { "开班", 6 },   { "開班", 6 },     { "结业", 6 },
  { "結業", 6 },       { "break", 7 },      { "休息", 7 },     { "茶歇", 7 },   { "午休", 7 },   { "午餐", 7 },     { "lunch", 7 },
  { "coffeebreak", 7 }, { "课间休息", 7 },  { "課間休息", 7 },
};

const char *
ff_activity_title (const char *activity)
{
  static const char *const titles[] = {
    NC_ ("activity", "Talk"), NC_ ("activity", "Discussion"), NC_ ("activity", "Exercise"), NC_ ("activity", "Case"),
    NC_ ("activity", "Role play"), NC_ ("activity", "Test"), NC_ ("activity", "Ceremony"), NC_ ("activity", "Break"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (titles) + 1 == G_N_ELEMENTS (activity_keys));
  for (gsize i = 0; activity != NULL && activity_keys[i] != NULL; i++)
    if (strcmp (activity, activity_keys[i]) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "activity", titles[i]);
  return activity;
}

const char *const *
ff_activity_keys (void)
{
  return activity_keys;
}

char *
ff_activity_from_text (const char *text)
{
  g_autofree char *line = ff_put_clean_line (text != NULL ? text : "");
  int index;

  if (*line == '\0')
    return NULL;
  if (ff_word_find_in (activity_words, line, &index))
    return g_strdup (activity_keys[index]);
  for (gsize i = 0; activity_keys[i] != NULL; i++)
    if (strcmp (line, activity_keys[i]) == 0 || strcmp (line, ff_activity_title (activity_keys[i])) == 0)
      return g_strdup (activity_keys[i]);
  return g_steal_pointer (&line);
}

/* One slot ---------------------------------------------------------------------------------------------------------------- */

GPtrArray *
ff_timetables_list (FfDb *db, gint64 course_id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_timetable_store_list (db, course_id, error);
}

FfTimetableSlot *
ff_timetables_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) failed = NULL;
  FfTimetableSlot *slot;

  g_return_val_if_fail (db != NULL, NULL);

  slot = ff_timetable_store_read (db, id, &failed);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (slot == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This part of the timetable does not exist any more."));
  return slot;
}

static gboolean
take_day (FfTimetableSlot *slot, const char *text, gboolean *changed, GError **error)
{
  int day = slot->day;

  if (!ff_take_number (&day, text, DAYS_MAX, 0, "day", changed, error))
    return FALSE;
  if (day < 1)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "day", _("Say which day of the course it is on: 1 is the first."));
      return FALSE;
    }
  slot->day = day;
  return TRUE;
}

/* "24:00" is the end of a day, which no clock shows. */
static gboolean
take_clock (int *minutes, const char *text, const char *field, gboolean *changed, GError **error)
{
  g_autofree char *line = text != NULL ? ff_put_clean_line (text) : NULL;
  int parsed = 1440;

  if (line == NULL)
    return TRUE;
  if (strcmp (line, "24:00") != 0 && !ff_clock_parse (line, &parsed))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is no time of day. Write for example 9:00."), line);
      return FALSE;
    }
  *changed = *changed || parsed != *minutes;
  *minutes = parsed;
  return TRUE;
}

static gboolean
take_layer (FfDb *db, FfTimetableSlot *slot, const char *text, gboolean *changed, GError **error)
{
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  if (*text != '\0' && (id = ff_people_need_layer (db, text, error)) < 0)
    return FALSE;
  *changed = *changed || id != slot->layer_id;
  slot->layer_id = id;
  return TRUE;
}

static gboolean
take_item (FfDb *db, FfTimetableSlot *slot, const char *text, gboolean *changed, GError **error)
{
  gint64 id = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
  gint64 course_id;

  if (text == NULL)
    return TRUE;
  course_id = id != 0 ? ff_syllabus_store_find_course (db, id, error) : slot->course_id;
  if (course_id < 0)
    return FALSE;
  if (course_id != slot->course_id)
    {
      ff_put_set_error (error, FF_ERROR_NOT_FOUND, "item", _("This item of the syllabus does not exist any more."));
      return FALSE;
    }
  *changed = *changed || id != slot->item_id;
  slot->item_id = id;
  return TRUE;
}

static gboolean
take_activity (FfTimetableSlot *slot, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *activity = ff_activity_from_text (text);

  return text == NULL || ff_take_line (&slot->activity, activity != NULL ? activity : "", TITLE_MAX_CHARACTERS, "activity", changed, error);
}

/* What is taught says what a slot is called, and else what is done in it does. */
static gboolean
fill_title (FfDb *db, FfTimetableSlot *slot, gboolean *changed, GError **error)
{
  g_autofree char *title = NULL;

  if (slot->title != NULL)
    return TRUE;
  if (slot->item_id != 0)
    {
      g_autoptr (GError) failed = NULL;

      title = ff_syllabus_store_read_title (db, slot->item_id, &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
    }
  if (title == NULL)
    title = g_strdup (ff_activity_title (slot->activity));
  if (title != NULL)
    return ff_take_line (&slot->title, title, FF_TAKE_LINE_MAX, "title", changed, error);
  ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Say what happens then: give a title, an item of the syllabus or an activity."));
  return FALSE;
}

static gboolean
check_times (const FfTimetableSlot *slot, GError **error)
{
  if (slot->day < 1)
    ff_put_set_error (error, FF_ERROR_INVALID, "day", _("Say which day of the course it is on: 1 is the first."));
  else if (slot->starts < 0 || slot->starts >= 1440)
    ff_put_set_error (error, FF_ERROR_INVALID, "starts", _("Say when it starts, for example 9:00."));
  else if (slot->ends <= slot->starts)
    ff_put_set_error (error, FF_ERROR_INVALID, "ends", _("The end must come after the start."));
  else
    return TRUE;
  return FALSE;
}

FfPut
ff_timetables_put (FfDb *db, gint64 course_id, gint64 id, const FfTimetableDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfTimetableSlot) slot = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (db != NULL && draft != NULL, FF_PUT_REFUSED);

  if (id != 0)
    slot = ff_timetables_read (db, id, error);
  else
    {
      slot = g_new0 (FfTimetableSlot, 1);
      slot->course_id = course_id;
      slot->starts = -1;
    }
  if (slot == NULL
      || !take_day (slot, draft->day, &changed, error)
      || !take_clock (&slot->starts, draft->starts, "starts", &changed, error)
      || !take_clock (&slot->ends, draft->ends, "ends", &changed, error)
      || !check_times (slot, error)
      || !ff_take_line (&slot->title, draft->title, TITLE_MAX_CHARACTERS, "title", &changed, error)
      || !take_activity (slot, draft->activity, &changed, error)
      || !take_item (db, slot, draft->item, &changed, error)
      || !take_layer (db, slot, draft->layer, &changed, error)
      || !fill_title (db, slot, &changed, error))
    return FF_PUT_REFUSED;

  if (!(id == 0 ? ff_timetable_store_insert (db, slot, error) : !changed || ff_timetable_store_update (db, slot, error)))
    return FF_PUT_REFUSED;
  if (new_id != NULL)
    *new_id = slot->id;
  return id == 0 ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_timetables_delete (FfDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return ff_timetable_store_delete (db, id, error);
}

/* Days and layers ---------------------------------------------------------------------------------------------------------- */

static const FfTimetableSlot *
slot_at (GPtrArray *slots, guint index)
{
  return g_ptr_array_index (slots, index);
}

/* A further slot with another day or layer; the strings are borrowed for the insert. */
static gboolean
insert_copy (FfDb *db, const FfTimetableSlot *slot, int day, gint64 layer_id, GError **error)
{
  FfTimetableSlot copy = *slot;

  copy.day = day;
  copy.layer_id = layer_id;
  return ff_timetable_store_insert (db, &copy, error);
}

gboolean
ff_timetables_duplicate_day (FfDb *db, gint64 course_id, int day, int *new_day, GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  int last = 0;

  g_return_val_if_fail (db != NULL, FALSE);

  slots = ff_timetable_store_list (db, course_id, error);
  if (slots == NULL)
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    last = MAX (last, slot_at (slots, i)->day);
  for (guint i = 0; i < slots->len; i++)
    if (slot_at (slots, i)->day == day && !insert_copy (db, slot_at (slots, i), last + 1, slot_at (slots, i)->layer_id, error))
      return FALSE;
  if (new_day != NULL)
    *new_day = last + 1;
  return TRUE;
}

gboolean
ff_timetables_delete_day (FfDb *db, gint64 course_id, int day, GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  slots = ff_timetable_store_list (db, course_id, error);
  if (slots == NULL || !ff_timetable_store_delete_day (db, course_id, day, error))
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    {
      FfTimetableSlot *slot = g_ptr_array_index (slots, i);

      if (slot->day <= day)
        continue;
      slot->day--;
      if (!ff_timetable_store_update (db, slot, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_twin (GPtrArray *slots, const FfTimetableSlot *wanted, gint64 layer_id)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const FfTimetableSlot *slot = slot_at (slots, i);

      if (slot->layer_id == layer_id && slot->day == wanted->day && slot->starts == wanted->starts && slot->ends == wanted->ends
          && strcmp (slot->title, wanted->title) == 0)
        return TRUE;
    }
  return FALSE;
}

static gint64
find_layer (FfDb *db, const char *layer, GError **error)
{
  return layer == NULL || *layer == '\0' ? 0 : ff_people_need_layer (db, layer, error);
}

gboolean
ff_timetables_copy_layer (FfDb *db, gint64 course_id, const char *from, const char *to, guint *n_copied, GError **error)
{
  gint64 from_id = find_layer (db, from, error);
  gint64 to_id = from_id >= 0 ? find_layer (db, to, error) : -1;
  g_autoptr (GPtrArray) slots = to_id >= 0 ? ff_timetable_store_list (db, course_id, error) : NULL;
  guint n = 0;

  if (slots == NULL)
    return FALSE;
  if (from_id == to_id)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "to", _("Choose another layer than the one whose timetable is copied."));
      return FALSE;
    }
  for (guint i = 0; i < slots->len; i++)
    {
      const FfTimetableSlot *slot = slot_at (slots, i);

      if (slot->layer_id != from_id || has_twin (slots, slot, to_id))
        continue;
      if (!insert_copy (db, slot, slot->day, to_id, error))
        return FALSE;
      n++;
    }
  if (n_copied != NULL)
    *n_copied = n;
  return TRUE;
}

/* Figures -------------------------------------------------------------------------------------------------------------------- */

GArray *
ff_timetables_check (GPtrArray *slots, const FfHours *hours, gsize n_hours)
{
  g_autofree FfDaySlot *plain = NULL;

  g_return_val_if_fail (slots != NULL, NULL);

  plain = g_new (FfDaySlot, slots->len + 1);
  for (guint i = 0; i < slots->len; i++)
    {
      const FfTimetableSlot *slot = slot_at (slots, i);

      plain[i] = (FfDaySlot) { slot->day, slot->starts, slot->ends, slot->layer_id };
    }
  return ff_day_plan_check (plain, slots->len, hours, n_hours);
}

int
ff_timetables_count_minutes (GPtrArray *slots, int day, gint64 layer_id)
{
  int minutes = 0;

  g_return_val_if_fail (slots != NULL, 0);

  for (guint i = 0; i < slots->len; i++)
    {
      const FfTimetableSlot *slot = slot_at (slots, i);

      if (slot->day == day && (slot->layer_id == 0 || slot->layer_id == layer_id) && g_strcmp0 (slot->activity, FF_ACTIVITY_BREAK) != 0)
        minutes += slot->ends - slot->starts;
    }
  return minutes;
}
