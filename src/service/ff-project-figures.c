#include "config.h"

#include "ff-project-figures.h"

#include <string.h>

#include "ff-agenda.h"
#include "ff-findings.h"
#include "ff-goals.h"
#include "ff-hours.h"
#include "ff-settings.h"
#include "ff-tasks.h"

static void
project_class_free (gpointer data)
{
  FfProjectClass *class = data;

  ff_run_free (class->run);
  g_free (class);
}

void
ff_project_figures_free (FfProjectFigures *self)
{
  if (self == NULL)
    return;
  ff_project_free (self->project);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_clear_pointer (&self->classes, g_ptr_array_unref);
  ff_budget_figures_free (self->budget);
  g_free (self);
}

/* Hours ------------------------------------------------------------------------------------------------------------- */

static gboolean
read_hours (FfDb *db, gint64 run_id, int class_hour, gint64 *hours, GError **error)
{
  g_autoptr (GPtrArray) sessions = ff_sessions_of_run (db, run_id, error);
  g_autoptr (GPtrArray) agenda = sessions != NULL ? ff_agenda_store_of_run (db, run_id, error) : NULL;

  *hours = 0;
  if (agenda == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);

      if (!session->cancelled)
        *hours += ff_hours_of_minutes (ff_agenda_session_minutes (session, agenda), class_hour);
    }
  return TRUE;
}

/* Tasks ------------------------------------------------------------------------------------------------------------- */

static void
count_tasks (FfTaskCount *count, GPtrArray *tasks, FfDay today)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      const FfTask *task = g_ptr_array_index (tasks, i);

      count->all++;
      if (task->done_on != FF_NO_DAY)
        count->done++;
      else if (task->due_on != FF_NO_DAY && task->due_on < today)
        count->overdue++;
    }
}

static void
add_count (FfTaskCount *sum, const FfTaskCount *count)
{
  sum->all += count->all;
  sum->done += count->done;
  sum->overdue += count->overdue;
}

GPtrArray *
ff_project_figures_list_tasks (const FfProjectFigures *self, gint64 stage_id)
{
  GPtrArray *tasks = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, tasks);

  for (guint i = 0; i < self->tasks->len; i++)
    if (((const FfTask *) g_ptr_array_index (self->tasks, i))->stage_id == stage_id)
      g_ptr_array_add (tasks, g_ptr_array_index (self->tasks, i));
  return tasks;
}

/* Classes ----------------------------------------------------------------------------------------------------------- */

static gboolean
read_budget (FfDb *db, FfProjectFigures *self, FfProjectClass *class, GError **error)
{
  g_autoptr (GPtrArray) lines = ff_budgets_list (db, ff_owner_run (class->run->id), error);
  g_autoptr (FfBudgetFigures) own = lines != NULL ? ff_budget_figures_new (db, error) : NULL;

  if (own == NULL)
    return FALSE;
  ff_budget_figures_add (own, lines, class->run->cancelled);
  ff_budget_figures_add (self->budget, lines, class->run->cancelled);
  class->planned = own->total.planned;
  class->actual = own->total.actual;
  return TRUE;
}

static void
add_class (FfProjectFigures *self, const FfProjectClass *class)
{
  if (class->run->cancelled)
    return;
  self->seats += class->run->enrolled;
  self->hours += class->hours;
  self->sessions += class->run->sessions;
  self->held += class->run->held;
  add_count (&self->count, &class->tasks);
}

static gboolean
read_class (FfDb *db, FfProjectFigures *self, gint64 run_id, int class_hour, GError **error)
{
  FfProjectClass *class = g_new0 (FfProjectClass, 1);
  g_autoptr (GPtrArray) tasks = NULL;

  g_ptr_array_add (self->classes, class);
  class->run = ff_runs_read (db, run_id, error);
  if (class->run == NULL || !read_hours (db, run_id, class_hour, &class->hours, error) || !read_budget (db, self, class, error))
    return FALSE;
  tasks = ff_tasks_list (db, ff_owner_run (run_id), error);
  if (tasks == NULL)
    return FALSE;
  count_tasks (&class->tasks, tasks, self->today);
  add_class (self, class);
  return TRUE;
}

static gboolean
read_classes (FfDb *db, FfProjectFigures *self, GError **error)
{
  g_autoptr (GArray) runs = ff_projects_list_runs (db, self->project->id, error);
  FfSettings settings;

  self->classes = g_ptr_array_new_with_free_func (project_class_free);
  if (runs == NULL || !ff_settings_read (db, &settings, error))
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    if (!read_class (db, self, g_array_index (runs, gint64, i), settings.class_hour_minutes, error))
      return FALSE;
  self->people = ff_project_store_count_people (db, self->project->id, error);
  return self->people >= 0;
}

/* The whole --------------------------------------------------------------------------------------------------------- */

static gboolean
read_own (FfDb *db, FfProjectFigures *self, FfOwner owner, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  if ((self->findings = ff_findings_list (db, owner, error)) == NULL || (self->goals = ff_goals_list (db, owner, error)) == NULL
      || (self->stages = ff_stages_list (db, owner.id, error)) == NULL || (self->tasks = ff_tasks_list (db, owner, error)) == NULL
      || (self->duties = ff_duties_list (db, owner, error)) == NULL || (self->budget = ff_budget_figures_new (db, error)) == NULL
      || (lines = ff_budgets_list (db, owner, error)) == NULL)
    return FALSE;
  ff_budget_figures_add (self->budget, lines, FALSE);
  count_tasks (&self->count, self->tasks, self->today);
  return TRUE;
}

FfProjectFigures *
ff_project_figures_read (FfDb *db, gint64 project_id, FfMinute now, GError **error)
{
  g_autoptr (FfProjectFigures) self = g_new0 (FfProjectFigures, 1);
  gboolean read;

  self->today = ff_time_day (now);
  if (!ff_db_begin_read (db, error))
    return NULL;
  self->project = ff_projects_read (db, project_id, error);
  read = self->project != NULL && read_own (db, self, ff_owner_project (project_id), error) && read_classes (db, self, error);
  ff_db_end_read (db);
  return read ? g_steal_pointer (&self) : NULL;
}
