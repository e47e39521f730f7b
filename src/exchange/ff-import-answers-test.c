#include "config.h"

#include "ff-import-answers-test.h"

#include <glib/gi18n-lib.h>

#include "ff-lookup.h"
#include "ff-courses.h"
#include "ff-test-papers.h"

#define FIRST_ATTEMPT 1

GPtrArray *
ff_import_test_read (FfDb *db, gint64 run_id, const char *key, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, 0, run_id, error);
  g_autofree char *trimmed = g_strstrip (g_strdup (key));
  int leaf = scheme != NULL ? ff_scheme_find (scheme, trimmed) : -1;

  if (leaf < 0 || ff_scheme_get (scheme, (guint) leaf)->source != FF_SOURCE_TEST)
    return NULL;
  return ff_test_papers_read (db, ff_scheme_get (scheme, (guint) leaf)->id, error);
}

static const FfTestItem *
find_item (const GPtrArray *items, const char *target)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (target));

  for (guint i = 0; i < items->len; i++)
    {
      const FfTestItem *item = g_ptr_array_index (items, i);

      if (g_ascii_strcasecmp (item->key, trimmed) == 0)
        return item;
    }
  return NULL;
}

static FfPut
put_cell (FfImportPass *pass, const FfImportRow *row, guint column, gint64 enrolment_id, const GPtrArray *items, GError **error)
{
  const char *heading = ff_import_get_heading_text (pass->import, column);
  const FfTestItem *item = find_item (items, ff_import_get_target (pass->import, column));
  g_autoptr (GError) failure = NULL;
  FfPut put = FF_PUT_REFUSED;

  if (item == NULL)
    g_set_error (&failure, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no item of this test: rename the column or take it out."), heading);
  else
    put = ff_test_papers_answer (pass->db, enrolment_id, item->id, FIRST_ATTEMPT, ff_import_get_value (pass->import, row->index, column), &failure);
  if (put != FF_PUT_REFUSED)
    return put;
  if (ff_import_is_about_row (failure))
    ff_import_reject_at (pass, row->index, (int) column, heading, failure->message);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FF_PUT_REFUSED;
}

FfPut
ff_import_test_put (FfImportPass *pass, const FfImportRow *row, gint64 run_id, const char *run, const char *employee_no,
                    const GPtrArray *items, GError **error)
{
  g_autoptr (FfBatch) batch = NULL;
  FfPut strongest = FF_PUT_SAME;
  gint64 enrolment_id;

  if (employee_no == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "employee_no", _("Answers to a test need the number of the trainee who gave them."));
      return FF_PUT_REFUSED;
    }
  enrolment_id = ff_lookup_enrolment (pass->db, run_id, employee_no, run, error);
  if (enrolment_id == 0 || (batch = ff_batch_begin (pass->db, "", error)) == NULL)
    return FF_PUT_REFUSED;
  for (guint i = 0; i < row->n_others; i++)
    {
      FfPut put = put_cell (pass, row, row->others[i], enrolment_id, items, error);

      if (put == FF_PUT_REFUSED)
        return put;
      if (put == FF_PUT_NEW || strongest == FF_PUT_SAME)
        strongest = put;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error) ? strongest : FF_PUT_REFUSED;
}
