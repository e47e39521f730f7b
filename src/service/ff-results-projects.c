/* What projects came to that have metrics of their own. There are few of them, and they are read anew each time. */
#include "config.h"

#include "ff-results-private.h"

#include "ff-project-store.h"

static void
project_free (FfResultsProject *project)
{
  g_free (project->code);
  g_free (project->title);
  g_free (project);
}

static FfResultsProject *
read_one (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  g_autoptr (FfEvaluationFigures) figures = ff_evaluation_figures_read_project (db, id, now, error);
  g_autoptr (FfProject) stored = figures != NULL ? ff_project_store_read (db, id, now, error) : NULL;
  const FfMetricFigures *metric = NULL;
  FfResultsProject *project;

  if (stored == NULL)
    return NULL;
  if (figures->results.metrics->len > 0)
    metric = g_ptr_array_index (figures->results.metrics, 0);
  project = g_new0 (FfResultsProject, 1);
  project->project_id = id;
  project->code = g_strdup (stored->code);
  project->title = g_strdup (stored->title);
  project->ends_on = figures->ends_on;
  project->results = ff_results_cell (ff_evaluation_figures_get_level (figures, 4), metric != NULL ? metric->change_percent : FF_UNDEFINED);
  return project;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const FfResultsProject *one = *(const FfResultsProject *const *) a, *other = *(const FfResultsProject *const *) b;

  if (one->ends_on != other->ends_on)
    return one->ends_on > other->ends_on ? -1 : 1;
  return g_strcmp0 (one->code, other->code);
}

GPtrArray *
ff_results_list_projects (FfDb *db, FfMinute now, GError **error)
{
  g_autoptr (GArray) ids = ff_results_store_list_projects (db, error);
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func ((GDestroyNotify) project_free);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      FfResultsProject *project = read_one (db, g_array_index (ids, gint64, i), now, error);

      if (project == NULL)
        return NULL;
      g_ptr_array_add (projects, project);
    }
  g_ptr_array_sort (projects, compare);
  return g_steal_pointer (&projects);
}
