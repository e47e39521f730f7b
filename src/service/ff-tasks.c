#include "config.h"

#include "ff-tasks.h"

#include <glib/gi18n-lib.h>

#include "ff-days.h"
#include "ff-owned.h"
#include "ff-projects.h"
#include "ff-runs.h"
#include "ff-settings.h"
#include "ff-take.h"

/* In the order of a checklist. */
static const struct
{
  const char *key;
  const char *title;
  int level;
  gboolean dated;
  gboolean from_end;
  int days;
} kinds[] = {
  { "venue", NC_ ("task", "Venue confirmed"), 0, TRUE, FALSE, -7 },
  { "notice", NC_ ("task", "Notice sent"), 0, TRUE, FALSE, -5 },
  { "materials", NC_ ("task", "Materials ready"), 0, TRUE, FALSE, -3 },
  { "level1", NC_ ("task", "Reaction forms"), 1, TRUE, TRUE, 0 },
  { "level2", NC_ ("task", "Written and practical test"), 2, TRUE, TRUE, 1 },
  { "level3", NC_ ("task", "30-day follow-up"), 3, TRUE, TRUE, 30 },
  { "level4", NC_ ("task", "90-day measurement"), 4, TRUE, TRUE, 90 },
  { "other", NC_ ("task", "Other task"), 0, FALSE, FALSE, 0 },
};

static int
find_kind (const char *key)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].key, key) == 0)
      return i;
  return -1;
}

const char *
ff_task_kind_title (const char *kind)
{
  int i = find_kind (kind);

  return i >= 0 ? g_dpgettext2 (GETTEXT_PACKAGE, "task", kinds[i].title) : NULL;
}

int
ff_task_kind_level (const char *kind)
{
  int i = find_kind (kind);

  return i >= 0 ? kinds[i].level : 0;
}

gboolean
ff_task_kind_offset (const char *kind, int *days, gboolean *from_end)
{
  int i = find_kind (kind);

  if (i < 0 || !kinds[i].dated)
    return FALSE;
  *days = kinds[i].days;
  *from_end = kinds[i].from_end;
  return TRUE;
}

const char *
ff_task_title (const FfTask *task)
{
  g_return_val_if_fail (task != NULL, "");

  return task->title != NULL ? task->title : ff_task_kind_title (task->kind);
}

/* Putting ---------------------------------------------------------------------------------------------------------- */

static gboolean
insert (FfDb *db, gpointer task, GError **error)
{
  return ff_task_store_insert (db, task, error);
}

static gboolean
update (FfDb *db, gpointer task, GError **error)
{
  return ff_task_store_update (db, task, error);
}

static FfTask *
task_new (FfOwner owner, const char *kind)
{
  FfTask *task = g_new0 (FfTask, 1);

  task->owner = owner;
  task->kind = g_strdup (kind);
  task->due_on = task->done_on = FF_NO_DAY;
  return task;
}

static gboolean
take_kind (FfTask *task, const char *text, gboolean *changed, GError **error)
{
  const char *kind = text != NULL && *text == '\0' ? "other" : text;

  if (kind != NULL && find_kind (kind) < 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "kind", _ ("“%s” is no kind of task."), kind);
      return FALSE;
    }
  return ff_take_line (&task->kind, kind, FF_TAKE_LINE_MAX, "kind", changed, error);
}

static gboolean
take_due (FfTask *task, const char *text, gboolean *changed, GError **error)
{
  if (text == NULL || *text != '\0')
    return ff_take_day (&task->due_on, text, "due_on", changed, error);
  *changed |= task->due_on != FF_NO_DAY;
  task->due_on = FF_NO_DAY;
  return TRUE;
}

static gboolean
take_stage (FfDb *db, FfTask *task, const char *text, gboolean *changed, GError **error)
{
  g_autoptr (FfStage) stage = NULL;
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  if (*text != '\0')
    {
      if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
        stage = ff_stages_read (db, id, NULL);
      if (stage == NULL || task->owner.kind != FF_OWNER_PROJECT || stage->project_id != task->owner.id)
        {
          ff_put_set_error (error, FF_ERROR_NOT_FOUND, "stage", _ ("This project has no such stage any more: choose another."));
          return FALSE;
        }
    }
  *changed |= task->stage_id != id;
  task->stage_id = id;
  return TRUE;
}

FfPut
ff_tasks_put (FfDb *db, FfOwner owner, gint64 update_id, const FfTaskDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfTask) task = update_id != 0 ? ff_tasks_read (db, update_id, error) : task_new (owner, "other");
  gboolean changed = FALSE;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (task == NULL || !take_kind (task, draft->kind, &changed, error)
      || !ff_take_line (&task->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_take_line (&task->in_charge, draft->in_charge, FF_TAKE_LINE_MAX, "in_charge", &changed, error)
      || !take_due (task, draft->due_on, &changed, error) || !ff_take_text (&task->note, draft->note, "note", &changed, error)
      || !take_stage (db, task, draft->stage, &changed, error)
      || (g_str_equal (task->kind, "other") && !ff_owned_need (task->title, "title", _ ("Write what is to be done."), error)))
    return FF_PUT_REFUSED;
  put = ff_owned_write (db, FF_OWNED_TASK, owner, task, &task->id, &task->position, changed, insert, update, error);
  if (id != NULL)
    *id = task->id;
  return put;
}

GPtrArray *
ff_tasks_list (FfDb *db, FfOwner owner, GError **error)
{
  return ff_task_store_list (db, owner, error);
}

GPtrArray *
ff_tasks_list_open (FfDb *db, FfDay until, GError **error)
{
  return ff_task_store_list_open (db, until, error);
}

FfTask *
ff_tasks_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfTask *task = ff_task_store_read (db, id, &local_error);

  return ff_owned_found (task, local_error, error);
}

gboolean
ff_tasks_tick (FfDb *db, gint64 id, gboolean done, GError **error)
{
  g_autoptr (FfTask) task = ff_tasks_read (db, id, error);

  if (task == NULL || (task->done_on != FF_NO_DAY) == (done != FALSE))
    return task != NULL;
  task->done_on = done ? ff_time_day (ff_time_now ()) : FF_NO_DAY;
  return ff_task_store_update (db, task, error);
}

gboolean
ff_tasks_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_TASK, id, position, error);
}

gboolean
ff_tasks_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_owned_store_delete (db, FF_OWNED_TASK, id, error);
}

/* Dates of a class --------------------------------------------------------------------------------------------------- */

/* The days off if due dates move away from them, else NULL without an error. */
static gboolean
read_calendar (FfDb *db, FfWorkCalendar **calendar, GError **error)
{
  FfSettings settings;

  if (!ff_settings_read (db, &settings, error))
    return FALSE;
  *calendar = settings.move_due_dates ? ff_days_read_calendar (db, FF_NO_DAY, FF_NO_DAY, error) : NULL;
  return !settings.move_due_dates || *calendar != NULL;
}

static FfDay
off_days_off (const FfWorkCalendar *calendar, FfDay day)
{
  FfDay worked = calendar != NULL ? ff_work_calendar_next (calendar, day) : day;

  return worked != FF_NO_DAY ? worked : day;
}

static gboolean
has_kind (GPtrArray *tasks, const char *kind)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_str_equal (((FfTask *) g_ptr_array_index (tasks, i))->kind, kind))
      return TRUE;
  return FALSE;
}

gboolean
ff_tasks_make_checklist (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) tasks = run != NULL ? ff_task_store_list (db, ff_owner_run (run_id), error) : NULL;
  g_autoptr (FfWorkCalendar) calendar = NULL;
  int position = tasks != NULL ? ff_owned_store_next_position (db, FF_OWNED_TASK, ff_owner_run (run_id), error) : -1;

  if (position < 0 || !read_calendar (db, &calendar, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (FfTask) task = task_new (ff_owner_run (run_id), kinds[i].key);

      if (!kinds[i].dated || has_kind (tasks, kinds[i].key))
        continue;
      task->position = position++;
      task->due_on = off_days_off (calendar, (kinds[i].from_end ? run->ends_on : run->starts_on) + kinds[i].days);
      if (!ff_task_store_insert (db, task, error))
        return FALSE;
    }
  return TRUE;
}

/* The days that a class is dated by. */
typedef struct
{
  FfDay starts_on;
  FfDay ends_on;
} Dates;

/* Where a task's day comes to lie when its class moves. One that was dated by its kind is again; another one stays as far from the
   class's first or last day as it was, whichever is nearer. */
static FfDay
follow (const FfTask *task, const Dates *old, const FfRun *run, const FfWorkCalendar *calendar)
{
  int i = find_kind (task->kind);
  gboolean from_end = i >= 0 && kinds[i].dated ? kinds[i].from_end : task->due_on - old->starts_on > old->ends_on - task->due_on;
  FfDay old_base = from_end ? old->ends_on : old->starts_on;
  FfDay base = from_end ? run->ends_on : run->starts_on;

  if (base == old_base)
    return task->due_on;
  if (i >= 0 && kinds[i].dated && task->due_on == off_days_off (calendar, old_base + kinds[i].days))
    return off_days_off (calendar, base + kinds[i].days);
  return off_days_off (calendar, task->due_on + base - old_base);
}

gboolean
ff_tasks_follow (FfDb *db, gint64 run_id, FfDay old_start, FfDay old_end, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) tasks = run != NULL ? ff_task_store_list (db, ff_owner_run (run_id), error) : NULL;
  g_autoptr (FfWorkCalendar) calendar = NULL;
  Dates old = { old_start, old_end };

  if (tasks == NULL || !read_calendar (db, &calendar, error))
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    {
      FfTask *task = g_ptr_array_index (tasks, i);
      FfDay due_on = task->due_on != FF_NO_DAY ? follow (task, &old, run, calendar) : FF_NO_DAY;

      if (task->done_on != FF_NO_DAY || due_on == task->due_on)
        continue;
      task->due_on = due_on;
      if (!ff_task_store_update (db, task, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_tasks_copy (FfDb *db, gint64 from, gint64 to, GError **error)
{
  g_autoptr (FfRun) source = ff_runs_read (db, from, error);
  g_autoptr (FfRun) run = source != NULL ? ff_runs_read (db, to, error) : NULL;
  g_autoptr (GPtrArray) tasks = run != NULL ? ff_task_store_list (db, ff_owner_run (from), error) : NULL;
  g_autoptr (FfWorkCalendar) calendar = NULL;
  int position = tasks != NULL ? ff_owned_store_next_position (db, FF_OWNED_TASK, ff_owner_run (to), error) : -1;

  if (position < 0 || !read_calendar (db, &calendar, error))
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    {
      FfTask *task = g_ptr_array_index (tasks, i);

      task->owner = ff_owner_run (to);
      task->position = position++;
      task->done_on = FF_NO_DAY;
      if (task->due_on != FF_NO_DAY)
        task->due_on = follow (task, &(Dates) { source->starts_on, source->ends_on }, run, calendar);
      if (!ff_task_store_insert (db, task, error))
        return FALSE;
    }
  return TRUE;
}
