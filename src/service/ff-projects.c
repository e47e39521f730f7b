#include "config.h"

#include "ff-projects.h"

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-owned.h"
#include "ff-people.h"
#include "ff-rows.h"
#include "ff-runs.h"
#include "ff-take.h"

#define LONGEST_CODE 64

static gboolean
take_code (FfDb *db, FfProject *project, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *code = NULL;
  gint64 other;

  if (text == NULL && project->code != NULL)
    return TRUE;
  code = ff_identifier_fold (text != NULL ? text : "");
  if (*code == '\0' || g_utf8_strlen (code, -1) > LONGEST_CODE)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "code", _("A project needs a code of 1 to %d characters."), LONGEST_CODE);
      return FALSE;
    }
  if (g_strcmp0 (code, project->code) == 0)
    return TRUE;
  other = ff_project_store_find (db, code, error);
  if (other < 0)
    return FALSE;
  if (other != 0 && other != project->id)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "code", _("The code %s belongs to another project; choose a different one."), code);
      return FALSE;
    }
  g_free (project->code);
  project->code = g_steal_pointer (&code);
  *changed = TRUE;
  return TRUE;
}

static gboolean
take_department (FfDb *db, FfProject *project, const char *text, gboolean *changed, GError **error)
{
  gint64 id;

  if (text == NULL)
    return TRUE;
  id = ff_people_make_department (db, text, error);
  if (id < 0)
    return FALSE;
  *changed = *changed || id != project->department_id;
  project->department_id = id;
  return TRUE;
}

/* Days of a project or a stage: each may be left open, but the last may not lie before the first. */
static gboolean
take_days (FfDay *first, FfDay *last, const char *starts_on, const char *ends_on, gboolean *changed, GError **error)
{
  if (!ff_take_optional_day (first, starts_on, "starts_on", changed, error)
      || !ff_take_optional_day (last, ends_on, "ends_on", changed, error))
    return FALSE;
  if (*first == FF_NO_DAY || *last == FF_NO_DAY || *first <= *last)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "ends_on", _("The last day lies before the first; choose a later one."));
  return FALSE;
}

static gboolean
take_draft (FfDb *db, FfProject *project, const FfProjectDraft *draft, gboolean *changed, GError **error)
{
  return take_code (db, project, draft->code, changed, error)
         && ff_take_line (&project->title, draft->title, FF_TAKE_LINE_MAX, "title", changed, error)
         && ff_owned_need (project->title, "title", _("Give the project a title."), error)
         && take_department (db, project, draft->department, changed, error)
         && ff_take_line (&project->sponsor, draft->sponsor, FF_TAKE_LINE_MAX, "sponsor", changed, error)
         && ff_take_text (&project->summary, draft->summary, "summary", changed, error)
         && take_days (&project->starts_on, &project->ends_on, draft->starts_on, draft->ends_on, changed, error)
         && ff_take_money (&project->budget, draft->budget, "budget", changed, error);
}

static FfProject *
project_new (void)
{
  FfProject *project = g_new0 (FfProject, 1);

  project->starts_on = project->ends_on = FF_NO_DAY;
  project->budget = -1;
  return project;
}

static FfProject *
find_subject (FfDb *db, gint64 update_id, const FfProjectDraft *draft, GError **error)
{
  gint64 id = update_id;

  if (id == 0 && draft->code != NULL)
    id = ff_projects_find (db, draft->code, error);
  if (id < 0)
    return NULL;
  return id != 0 ? ff_projects_read (db, id, error) : project_new ();
}

FfPut
ff_projects_put (FfDb *db, gint64 update_id, const FfProjectDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Change a project"), error);
  g_autoptr (FfProject) project = NULL;
  gboolean changed = FALSE;
  gboolean is_new;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (batch == NULL)
    return FF_PUT_REFUSED;
  project = find_subject (db, update_id, draft, error);
  if (project == NULL || !take_draft (db, project, draft, &changed, error))
    return FF_PUT_REFUSED;
  is_new = project->id == 0;
  if (is_new ? !ff_project_store_insert (db, project, error) : changed && !ff_project_store_update (db, project, error))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = project->id;
  if (!ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  if (is_new)
    return FF_PUT_NEW;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_projects_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfProject) project = ff_projects_read (db, id, error);

  return project != NULL && ff_project_store_mark_deleted (db, id, error);
}

gint64
ff_projects_find (FfDb *db, const char *code, GError **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (code != NULL, -1);

  folded = ff_identifier_fold (code);
  return ff_project_store_find (db, folded, error);
}

FfProject *
ff_projects_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfProject *project = ff_project_store_read (db, id, ff_time_now (), &local_error);

  if (project == NULL && local_error == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This project does not exist any more."));
  else if (project == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return project;
}

static gpointer
read_row (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  return ff_project_store_read (db, id, now, error);
}

GPtrArray *
ff_projects_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  return ff_rows_read_by_id (db, ids, n, ff_time_now (), read_row, (GDestroyNotify) ff_project_free, error);
}

GArray *
ff_projects_list (FfDb *db, const char *search, FfProjectSort sort, gboolean descending, GError **error)
{
  return ff_project_store_list (db, search, sort, descending, error);
}

GArray *
ff_projects_list_runs (FfDb *db, gint64 project_id, GError **error)
{
  return ff_project_store_list_runs (db, project_id, error);
}

gboolean
ff_projects_take_run (FfDb *db, gint64 project_id, gint64 run_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (FfProject) project = NULL;

  if (run == NULL)
    return FALSE;
  if (project_id != 0)
    {
      project = ff_projects_read (db, project_id, error);
      if (project == NULL)
        return FALSE;
    }
  return run->project_id == project_id || ff_project_store_set_run (db, run_id, project_id, error);
}

/* Stages ------------------------------------------------------------------------------------------------------------ */

static FfStage *
stage_new (gint64 project_id)
{
  FfStage *stage = g_new0 (FfStage, 1);

  stage->project_id = project_id;
  stage->starts_on = stage->ends_on = FF_NO_DAY;
  return stage;
}

static gboolean
insert_stage (FfDb *db, gpointer stage, GError **error)
{
  return ff_stage_store_insert (db, stage, error);
}

static gboolean
update_stage (FfDb *db, gpointer stage, GError **error)
{
  return ff_stage_store_update (db, stage, error);
}

FfPut
ff_stages_put (FfDb *db, gint64 project_id, gint64 stage_id, const FfStageDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfStage) stage = stage_id != 0 ? ff_stages_read (db, stage_id, error) : stage_new (project_id);
  gboolean changed = FALSE;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (stage == NULL || !ff_take_line (&stage->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_owned_need (stage->title, "title", _("Give the stage a title."), error)
      || !ff_take_line (&stage->owner, draft->owner, FF_TAKE_LINE_MAX, "owner", &changed, error)
      || !take_days (&stage->starts_on, &stage->ends_on, draft->starts_on, draft->ends_on, &changed, error))
    return FF_PUT_REFUSED;
  put = ff_owned_write (db, FF_OWNED_STAGE, ff_owner_project (stage->project_id), stage, &stage->id, &stage->position, changed,
                        insert_stage, update_stage, error);
  if (id != NULL)
    *id = stage->id;
  return put;
}

GPtrArray *
ff_stages_list (FfDb *db, gint64 project_id, GError **error)
{
  return ff_stage_store_list (db, project_id, error);
}

FfStage *
ff_stages_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfStage *stage = ff_stage_store_read (db, id, &local_error);

  return ff_owned_found (stage, local_error, error);
}

gboolean
ff_stages_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_stage_store_delete (db, id, error);
}

gboolean
ff_stages_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_STAGE, id, position, error);
}

gboolean
ff_projects_check (FfDb *db, GPtrArray *sentences, GError **error)
{
  return ff_project_store_check (db, sentences, error);
}
