#include "config.h"

#include "ff-raters.h"

#include <glib/gi18n-lib.h>

#include "ff-marks.h"
#include "ff-named-store.h"
#include "ff-order-store.h"
#include "ff-settling.h"
#include "ff-take.h"

#define NAME_MAX_CHARACTERS 100

/* Reading --------------------------------------------------------------------------------------------------------- */

static const FfRater *
find_name (const GPtrArray *raters, const char *name)
{
  for (guint i = 0; i < raters->len; i++)
    {
      const FfRater *rater = g_ptr_array_index (raters, i);

      if (g_str_equal (rater->name, name))
        return rater;
    }
  return NULL;
}

GPtrArray *
ff_raters_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) raters = ff_rater_store_of_run (db, run_id, error);
  g_autoptr (GPtrArray) marked = raters != NULL ? ff_rater_store_marked (db, run_id, error) : NULL;
  guint n_listed = raters != NULL ? raters->len : 0;

  if (marked == NULL)
    return NULL;
  for (guint i = 0; i < n_listed; i++)
    {
      FfRater *rater = g_ptr_array_index (raters, i);
      const FfRater *counted = find_name (marked, rater->name);

      rater->marks = counted != NULL ? counted->marks : 0;
    }
  for (guint i = 0; i < marked->len; i++)
    {
      FfRater *rater = g_ptr_array_index (marked, i);

      if (find_name (raters, rater->name) != NULL)
        continue;
      g_ptr_array_add (raters, rater);
      rater->run_id = run_id;
      rater->weight = FF_RATER_WEIGHT;
      g_ptr_array_index (marked, i) = NULL;
    }
  return g_steal_pointer (&raters);
}

FfRater *
ff_raters_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfRater *rater = ff_rater_store_read (db, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (rater == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This rater no longer exists: somebody has deleted them meanwhile."));
  return rater;
}

/* How many marks a name has given in a class; -1 on error. */
static int
count_marks (FfDb *db, gint64 run_id, const char *name, GError **error)
{
  g_autoptr (GPtrArray) marked = ff_rater_store_marked (db, run_id, error);
  const FfRater *rater = marked != NULL ? find_name (marked, name) : NULL;

  return marked == NULL ? -1 : rater != NULL ? rater->marks : 0;
}

/* Writing --------------------------------------------------------------------------------------------------------- */

static FfRater *
rater_new (gint64 run_id)
{
  FfRater *rater = g_new0 (FfRater, 1);

  rater->run_id = run_id;
  rater->weight = FF_RATER_WEIGHT;
  return rater;
}

static gboolean
take_weight (FfRater *rater, const char *text, gboolean *changed, GError **error)
{
  gint64 weight = rater->weight;

  if (text != NULL && *text == '\0')
    text = "1";
  if (!ff_take_hundredths (&weight, text, "weight", changed, error))
    return FALSE;
  if (weight <= 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "weight", _("A weight must be above 0: 1 is as everybody’s, 2 twice as much."));
      return FALSE;
    }
  rater->weight = weight;
  return TRUE;
}

/* The name must be nobody else's: neither of somebody listed nor, unless the rater is new, of somebody who has marked. */
static gboolean
check_name (FfDb *db, const FfRater *rater, const char *old_name, GError **error)
{
  gint64 other;
  int marks;

  if (rater->name == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "name", _("Enter a name."));
      return FALSE;
    }
  other = ff_rater_store_find (db, rater->run_id, rater->name, error);
  if (other > 0 && other != rater->id)
    ff_put_set_error (error, FF_ERROR_EXISTS, "name", _("%s is a rater of this class already."), rater->name);
  if (other != 0 && other != rater->id)
    return FALSE;
  if (old_name == NULL || g_str_equal (old_name, rater->name))
    return TRUE;
  marks = count_marks (db, rater->run_id, rater->name, error);
  if (marks > 0)
    ff_put_set_error (error, FF_ERROR_EXISTS, "name", _("%s has given marks in this class: two people’s marks cannot become one’s."),
                      rater->name);
  return marks == 0;
}

static gboolean
write_rater (FfDb *db, FfRater *rater, const char *old_name, GError **error)
{
  if (rater->id == 0)
    return ff_rater_store_insert (db, rater, error);
  return ff_rater_store_update (db, rater, error)
         && (g_str_equal (old_name, rater->name) || ff_rater_store_rename_marks (db, rater->run_id, old_name, rater->name, error));
}

FfPut
ff_raters_put (FfDb *db, gint64 id, gint64 run_id, const FfRaterDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfRater) rater = id != 0 ? ff_raters_read (db, id, error) : rater_new (run_id);
  g_autofree char *old_name = rater != NULL ? g_strdup (rater->name) : NULL;
  gint64 old_weight = rater != NULL ? rater->weight : 0;
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (rater == NULL || !ff_take_line (&rater->name, draft->name, NAME_MAX_CHARACTERS, "name", &changed, error)
      || !take_weight (rater, draft->weight, &changed, error) || !check_name (db, rater, old_name, error)
      || (rater->weight != old_weight && !ff_settling_check_open (db, rater->run_id, error)))
    return FF_PUT_REFUSED;
  rater->trainer_id = ff_named_store_find (db, FF_NAMED_TRAINER, rater->name, error);
  if (rater->trainer_id < 0 || ((id == 0 || changed) && !write_rater (db, rater, old_name, error)))
    return FF_PUT_REFUSED;
  if (new_id != NULL)
    *new_id = rater->id;
  return id == 0 ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_raters_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_order_store_move (db, FF_ORDER_RATER, id, position, error);
}

gboolean
ff_raters_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfRater) rater = ff_raters_read (db, id, error);
  int marks = rater != NULL ? count_marks (db, rater->run_id, rater->name, error) : -1;

  if (marks > 0)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL,
                      ngettext ("%s has given %d mark in this class: clear it first, or give the rater another name.",
                                "%s has given %d marks in this class: clear them first, or give the rater another name.", (gulong) marks),
                      rater->name, marks);
  return marks == 0 && ff_rater_store_delete (db, id, error);
}
