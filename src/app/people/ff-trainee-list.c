#include "config.h"

#include "ff-trainee-list.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"

static void
bind_name (GtkWidget *cell, gconstpointer data)
{
  const FfTrainee *trainee = data;

  ff_list_cell_set_text (cell, trainee->name);
  if (trainee->left)
    gtk_widget_add_css_class (cell, "dim-label");
  else
    gtk_widget_remove_css_class (cell, "dim-label");
}

static void
bind_employee_no (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfTrainee *) data)->employee_no);
}

static void
bind_layer (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfTrainee *) data)->layer_title);
}

static void
bind_department (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfTrainee *) data)->department);
}

static void
bind_job_title (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfTrainee *) data)->job_title);
}

static const FfListColumn columns[] = {
  { NC_ ("column", "Name"), FF_PEOPLE_SORT_NAME, 0, TRUE, NULL, bind_name },
  { NC_ ("column", "Employee No."), FF_PEOPLE_SORT_EMPLOYEE_NO, 150, FALSE, NULL, bind_employee_no },
  { NC_ ("column", "Layer"), FF_PEOPLE_SORT_LAYER, 130, FALSE, NULL, bind_layer },
  { NC_ ("column", "Department"), FF_PEOPLE_SORT_DEPARTMENT, 0, TRUE, NULL, bind_department },
  { NC_ ("column", "Job Title"), FF_PEOPLE_SORT_JOB_TITLE, 0, TRUE, NULL, bind_job_title },
};

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_people_read_trainees (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_trainee_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  FfPeopleQuery people = {
    .search = query->search,
    .layer_id = query->filters[FF_TRAINEE_FILTER_LAYER],
    .department_id = query->filters[FF_TRAINEE_FILTER_DEPARTMENT],
    .kind = (FfPeopleKind) query->filters[FF_TRAINEE_FILTER_KIND],
    .not_in_run = query->filters[FF_TRAINEE_FILTER_NOT_IN_CLASS],
    .sort = (FfPeopleSort) query->sort,
    .descending = query->descending,
  };

  return ff_people_list_trainees (db, &people, error);
}

static const char *const other_tables[] = { "department", "layer", "enrolment", NULL };

const FfListKind ff_trainee_list = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "trainee",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = FF_PEOPLE_SORT_NAME,
  .n_own_filters = FF_TRAINEE_FILTER_NOT_IN_CLASS + 1,
};
