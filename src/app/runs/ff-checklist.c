#include "config.h"

#include "ff-checklist.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-tasks.h"

/* As long before its day a task is coloured. */
#define SOON_DAYS 7

/* "7 days before the first day", in charge, the note. */
static char *
describe (const FfTask *task)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean from_end = FALSE;
  int days = 0;

  if (ff_task_kind_offset (task->kind, &days, &from_end) && days < 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d day before the class", "%d days before the class", (gulong) -days), -days));
  else if (from_end && days == 0)
    g_ptr_array_add (parts, g_strdup (_("at the end of the class")));
  else if (from_end)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d day after the class", "%d days after the class", (gulong) days), days));
  if (task->in_charge != NULL)
    g_ptr_array_add (parts, g_strdup (task->in_charge));
  if (task->note != NULL)
    g_ptr_array_add (parts, g_strdup (task->note));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* What is due stands in a pill, coloured by how soon; what has time is plain. */
static void
set_due (FfPart *part, const FfTask *task, FfDay today)
{
  if (task->due_on == FF_NO_DAY)
    return;
  if (task->done_on != FF_NO_DAY || task->due_on > today + SOON_DAYS)
    {
      part->value = ff_format_day_short (task->due_on);
      return;
    }
  part->tag = ff_format_due (task->due_on, today);
  part->tone = task->due_on < today ? FF_TONE_BAD : FF_TONE_SOON;
}

static GPtrArray *
list (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) tasks = ff_tasks_list (db, ff_owner_from_number (owner), error);
  FfDay today = ff_time_day (ff_time_now ());
  GPtrArray *parts = tasks != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free) : NULL;

  for (guint i = 0; parts != NULL && i < tasks->len; i++)
    {
      const FfTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *subtitle = describe (task);
      FfPart *part = ff_part_new (task->id, ff_task_title (task), subtitle);

      part->done = task->done_on != FF_NO_DAY;
      part->level = ff_task_kind_level (task->kind);
      set_due (part, task, today);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
move (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_tasks_move (db, id, position, error);
}

static gboolean
tick (FfDb *db, gint64 owner, gint64 id, gboolean done, GError **error)
{
  return ff_tasks_tick (db, id, done, error);
}

static char *
foot (GPtrArray *parts, gint64 owner)
{
  guint done = 0;

  for (guint i = 0; i < parts->len; i++)
    done += ((FfPart *) g_ptr_array_index (parts, i))->done;
  if (parts->len == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u of %u task done", "%u of %u tasks done", parts->len), done, parts->len);
}

static const char *const tables[] = { "task", NULL };

const FfPartKind ff_checklist_parts = {
  .title = N_("Checklist"),
  .empty = N_("What has to be done before and after the class, with its day, stands here."),
  .add = N_("Add Task…"),
  .tables = tables,
  .list = list,
  .editor = &ff_task_editor,
  .move = move,
  .move_label = N_("Move a task"),
  .tick = tick,
  .tick_label = N_("Tick a task"),
  .foot = foot,
};
