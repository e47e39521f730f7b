#include "config.h"

#include "ff-test-papers.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-enrolment-write.h"
#include "ff-scheme-store.h"
#include "ff-settling.h"
#include "ff-test-store.h"

#define HIGHEST_ATTEMPT 99

/* Papers ---------------------------------------------------------------------------------------------------------------- */

/* The scheme that holds a component, and the component in it. */
static FfScheme *
read_scheme (FfDb *db, gint64 component_id, gint64 *course_id, gint64 *run_id, FfComponent **component, GError **error)
{
  g_autoptr (FfScheme) scheme = NULL;

  if (!ff_component_store_find_owner (db, component_id, course_id, run_id, error))
    return NULL;
  if (*course_id != 0 || *run_id != 0)
    scheme = ff_schemes_read (db, *course_id, *run_id, error);
  else
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This component does not exist any more."));
  for (guint i = 0; scheme != NULL && i < scheme->components->len; i++)
    {
      *component = g_ptr_array_index (scheme->components, i);
      if ((*component)->id == component_id)
        return g_steal_pointer (&scheme);
    }
  return NULL;
}

GPtrArray *
ff_test_papers_read (FfDb *db, gint64 component_id, GError **error)
{
  FfComponent *component = NULL;
  gint64 course_id, run_id;
  g_autoptr (FfScheme) scheme = read_scheme (db, component_id, &course_id, &run_id, &component, error);

  if (scheme == NULL)
    return NULL;
  return component->items != NULL ? ff_test_items_copy (component->items) : ff_test_items_new ();
}

FfPut
ff_test_papers_put (FfDb *db, gint64 component_id, GPtrArray *items, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Change a test paper"), error);
  FfComponent *component = NULL;
  gint64 course_id, run_id;
  g_autoptr (FfScheme) scheme = batch != NULL ? read_scheme (db, component_id, &course_id, &run_id, &component, error) : NULL;
  FfPut result;

  g_return_val_if_fail (items != NULL, FF_PUT_REFUSED);

  if (scheme == NULL)
    return FF_PUT_REFUSED;
  if (!component->leaf || component->source == FF_SOURCE_RUBRIC)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("“%s” is a group or a rubric; a test paper belongs to another component."),
                        component->title);
      return FF_PUT_REFUSED;
    }
  component->source = FF_SOURCE_TEST;
  g_clear_pointer (&component->items, g_ptr_array_unref);
  component->items = ff_test_items_copy (items);
  result = ff_schemes_put (db, course_id, run_id, scheme, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

/* Answers --------------------------------------------------------------------------------------------------------------- */

/* An item of the class's own scheme. */
static FfTestItem *
find_item (FfDb *db, const FfEnrolment *enrolment, gint64 item_id, FfScheme **scheme, GError **error)
{
  gint64 component_id = ff_test_item_store_find_component (db, item_id, error);
  FfComponent *component = NULL;
  gint64 course_id, run_id = 0;

  if (component_id < 0)
    return NULL;
  if (component_id > 0)
    {
      *scheme = read_scheme (db, component_id, &course_id, &run_id, &component, error);
      if (*scheme == NULL)
        return NULL;
    }
  for (guint i = 0; component != NULL && run_id == enrolment->run_id && i < component->items->len; i++)
    if (ff_test_items_get (component->items, i)->id == item_id)
      return g_ptr_array_index (component->items, i);
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This item of the test does not exist any more."));
  return NULL;
}

static gboolean
check_person (const FfEnrolment *enrolment, GError **error)
{
  if (g_str_equal (enrolment->status, "enrolled"))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "employee_no",
                    _("Answers are kept only of enrolled trainees, and %s is on the waiting list or withdrawn."), enrolment->name);
  return FALSE;
}

static FfPut
write_answer (FfDb *db, const FfEnrolment *enrolment, const FfTestItem *item, int attempt, const char *letters, gint64 score, GError **error)
{
  FfTestAnswerRow row = { .enrolment_id = enrolment->id, .item_id = item->id, .attempt = attempt };
  g_autofree char *stored = NULL;
  gboolean is_new;

  if (!ff_test_answer_store_find (db, &row, &stored, error))
    return FF_PUT_REFUSED;
  if (g_strcmp0 (stored, letters) == 0 && row.score == score)
    return FF_PUT_SAME;
  if (!check_person (enrolment, error) || !ff_settling_check_open (db, enrolment->run_id, error))
    return FF_PUT_REFUSED;
  is_new = row.id == 0;
  row.letters = letters;
  row.score = score;
  if (!ff_test_answer_store_write (db, &row, error))
    return FF_PUT_REFUSED;
  return is_new ? FF_PUT_NEW : FF_PUT_CHANGED;
}

FfPut
ff_test_papers_answer (FfDb *db, gint64 enrolment_id, gint64 item_id, int attempt, const char *text, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Enter an answer"), error);
  g_autoptr (FfEnrolment) enrolment = batch != NULL ? ff_enrolment_need (db, enrolment_id, error) : NULL;
  g_autoptr (FfScheme) scheme = NULL;
  const FfTestItem *item = enrolment != NULL ? find_item (db, enrolment, item_id, &scheme, error) : NULL;
  g_autofree char *letters = NULL;
  g_autoptr (GError) problem = NULL;
  gint64 score;
  FfPut result;

  g_return_val_if_fail (attempt >= 1 && attempt <= HIGHEST_ATTEMPT, FF_PUT_REFUSED);

  if (item == NULL)
    return FF_PUT_REFUSED;
  if (!ff_test_answer_parse (item, text != NULL ? text : "", &letters, &score, &problem))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "answer", "%s", problem->message);
      return FF_PUT_REFUSED;
    }
  result = write_answer (db, enrolment, item, attempt, letters, score, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}
