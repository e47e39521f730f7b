#include "config.h"

#include "ff-pasted-people.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-enrolment-store.h"
#include "ff-number-list.h"
#include "ff-people.h"
#include "ff-put.h"

void
ff_pasted_free (FfPasted *pasted)
{
  if (pasted == NULL)
    return;
  g_free (pasted->text);
  g_free (pasted->advice);
  g_clear_pointer (&pasted->candidates, g_ptr_array_unref);
  g_free (pasted);
}

static gboolean
add_candidate (FfDb *db, GPtrArray *candidates, gint64 id, GError **error)
{
  FfTrainee *trainee;

  for (guint i = 0; i < candidates->len; i++)
    if (((const FfTrainee *) g_ptr_array_index (candidates, i))->id == id)
      return TRUE;
  trainee = ff_people_read_trainee (db, id, error);
  if (trainee == NULL)
    return FALSE;
  g_ptr_array_add (candidates, trainee);
  return TRUE;
}

/* A number is sure, so names are looked at only where there is none. The parts of a number that was found are none of their own:
   W-0001 is not 0001. */
static gboolean
find_by_numbers (FfDb *db, char **words, GPtrArray *candidates, GError **error)
{
  const char *found = "";

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = strstr (found, words[i]) == NULL ? ff_people_find_trainee (db, words[i], error) : 0;

      if (id < 0 || (id > 0 && !add_candidate (db, candidates, id, error)))
        return FALSE;
      if (id > 0)
        found = words[i];
    }
  return TRUE;
}

/* The whole entry first; its parts only when nobody is called like that. */
static gboolean
find_by_names (FfDb *db, char **words, GPtrArray *candidates, GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GArray) ids = NULL;

      if (g_utf8_strlen (words[i], -1) < 2)
        continue;
      ids = ff_trainee_store_find_by_name (db, words[i], error);
      if (ids == NULL)
        return FALSE;
      for (guint k = 0; k < ids->len; k++)
        if (!add_candidate (db, candidates, g_array_index (ids, gint64, k), error))
          return FALSE;
      if (i == 0 && ids->len > 0)
        return TRUE;
    }
  return TRUE;
}

static gboolean
names_department (char **words, const FfTrainee *trainee)
{
  for (guint i = 1; trainee->department != NULL && words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= 2 && strcmp (words[i], trainee->name) != 0 && strstr (trainee->department, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Of namesakes, the one in the department that stands beside the name; if that is one. */
static void
narrow_by_department (GPtrArray *candidates, char **words)
{
  guint at = 0, n = 0;

  for (guint i = 0; i < candidates->len; i++)
    if (names_department (words, g_ptr_array_index (candidates, i)))
      {
        at = i;
        n++;
      }
  if (n != 1)
    return;
  g_ptr_array_remove_range (candidates, at + 1, candidates->len - at - 1);
  g_ptr_array_remove_range (candidates, 0, at);
}

/* A number beside the name of somebody else is a slip that only a person can mend. */
static gboolean
add_named_otherwise (FfDb *db, char **words, GPtrArray *candidates, GError **error)
{
  const FfTrainee *numbered = g_ptr_array_index (candidates, 0);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_trainee_free);

  if (!find_by_names (db, words, named, error))
    return FALSE;
  for (guint i = 0; i < named->len; i++)
    if (((const FfTrainee *) g_ptr_array_index (named, i))->id == numbered->id)
      return TRUE;
  for (guint i = 0; i < named->len; i++)
    if (!add_candidate (db, candidates, ((const FfTrainee *) g_ptr_array_index (named, i))->id, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
find_candidates (FfDb *db, char **words, GError **error)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_trainee_free);
  gboolean ok = find_by_numbers (db, words, candidates, error);

  if (ok && candidates->len == 0)
    {
      ok = find_by_names (db, words, candidates, error);
      if (ok && candidates->len > 1)
        narrow_by_department (candidates, words);
    }
  else if (ok && candidates->len == 1)
    ok = add_named_otherwise (db, words, candidates, error);
  return ok ? g_steal_pointer (&candidates) : NULL;
}

/* What to do ------------------------------------------------------------------------------------------------------------- */

static char *
advise_unknown (FfDb *db, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *similar = ff_people_find_similar_no (db, words[i]);

      if (similar != NULL)
        return g_strdup_printf (_("Nobody has this number, but somebody has %s: write it in full."), similar);
    }
  return g_strdup (_("Nobody has this number or name: correct it, or add this person on the People page first."));
}

static char *
advise_ambiguous (const GPtrArray *candidates)
{
  const FfTrainee *first = g_ptr_array_index (candidates, 0);
  const FfTrainee *second = g_ptr_array_index (candidates, 1);

  if (strcmp (first->name, second->name) == 0)
    return g_strdup_printf (ngettext ("%u person has this name: choose who is meant.", "%u people have this name: choose who is meant.",
                                      candidates->len),
                            candidates->len);
  /* Translators: two people whom one entry of a pasted list may mean. */
  return g_strdup_printf (_("This may be %s or %s: choose who is meant."), first->name, second->name);
}

static gboolean
is_enrolled (FfDb *db, gint64 run_id, gint64 trainee_id, gboolean *enrolled, GError **error)
{
  gint64 id = run_id != 0 ? ff_enrolment_store_find (db, run_id, trainee_id, error) : 0;
  g_autoptr (FfEnrolment) enrolment = NULL;

  *enrolled = FALSE;
  if (id <= 0)
    return id == 0;
  enrolment = ff_enrolment_store_read (db, id, error);
  *enrolled = enrolment != NULL && g_str_equal (enrolment->status, "enrolled");
  return enrolment != NULL;
}

static gboolean
judge (FfDb *db, gint64 run_id, FfPasted *pasted, char **words, GHashTable *seen, GError **error)
{
  gboolean enrolled;

  if (pasted->candidates->len != 1)
    {
      pasted->state = pasted->candidates->len == 0 ? FF_PASTED_UNKNOWN : FF_PASTED_AMBIGUOUS;
      pasted->advice = pasted->candidates->len == 0 ? advise_unknown (db, words) : advise_ambiguous (pasted->candidates);
      return TRUE;
    }
  pasted->trainee_id = ((const FfTrainee *) g_ptr_array_index (pasted->candidates, 0))->id;
  if (!is_enrolled (db, run_id, pasted->trainee_id, &enrolled, error))
    return FALSE;
  if (!g_hash_table_add (seen, g_memdup2 (&pasted->trainee_id, sizeof pasted->trainee_id)))
    {
      pasted->state = FF_PASTED_TWICE;
      pasted->advice = g_strdup (_("Stands further up in the list already."));
    }
  else if (enrolled)
    {
      pasted->state = FF_PASTED_ENROLLED;
      pasted->advice = g_strdup (_("Is in this class already."));
    }
  return TRUE;
}

GPtrArray *
ff_pasted_people_read (FfDb *db, gint64 run_id, const char *paste, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_pasted_free);
  g_autoptr (GPtrArray) entries = ff_number_list_read (paste);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      FfNumberEntry *entry = g_ptr_array_index (entries, i);
      FfPasted *pasted = g_new0 (FfPasted, 1);

      g_ptr_array_add (people, pasted);
      pasted->line = entry->line;
      pasted->text = g_steal_pointer (&entry->text);
      if (entry->heading)
        {
          pasted->state = FF_PASTED_HEADING;
          pasted->advice = g_strdup (_("Stands before the list and is left out."));
          continue;
        }
      pasted->candidates = find_candidates (db, entry->words, error);
      if (pasted->candidates == NULL || !judge (db, run_id, pasted, entry->words, seen, error))
        return NULL;
    }
  return g_steal_pointer (&people);
}

FfTrainee *
ff_pasted_people_find_one (FfDb *db, const char *text, const char *field, GError **error)
{
  g_autofree char *line = text != NULL ? ff_put_clean_line (text) : g_strdup ("");
  g_autofree char *counted = g_strconcat ("1. ", line, NULL);
  g_autoptr (GPtrArray) entries = *line != '\0' ? ff_number_list_read (counted) : NULL;
  FfNumberEntry *entry = entries != NULL && entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;
  g_autoptr (GPtrArray) candidates = entry != NULL ? find_candidates (db, entry->words, error) : NULL;

  if (candidates == NULL)
    return NULL;
  if (candidates->len == 1)
    return g_ptr_array_steal_index (candidates, 0);
  if (candidates->len == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, field, _("Nobody has the number or the name “%s”: choose somebody from the list."), line);
  else
    ff_put_set_error (error, FF_ERROR_INVALID, field,
                      _("“%s” may be more than one person: write the employee number, or choose from the list."), line);
  return NULL;
}
