/* Use cases of marks. */
#include "config.h"

#include "ff-register.h"

#include "ff-courses.h"
#include "ff-lookup.h"
#include "ff-mark-store.h"
#include "ff-marks.h"
#include "ff-number.h"
#include "ff-runs.h"
#include "ff-settling.h"
#include "ff-take.h"
#include "ff-team-marks.h"
#include "ff-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HIGHEST_ATTEMPT 99

/* Which leaf ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  int component;
  int criterion;
  guint n; /* how many match */
} Match;

static void
match_add (Match *match, int component, int criterion)
{
  match->component = component;
  match->criterion = criterion;
  match->n++;
}

static const FfCriterion *
get_criterion (const FfComponent *component, guint index)
{
  return g_ptr_array_index (component->criteria, index);
}

static guint
n_criteria (const FfComponent *component)
{
  return component->criteria != NULL ? component->criteria->len : 0;
}

/* "leaf" and "leaf.criterion"; keys may hold dots themselves. */
static void
match_key (const FfScheme *scheme, const char *name, Match *match)
{
  int component = ff_scheme_find (scheme, name);

  if (component >= 0)
    {
      match_add (match, component, -1);
      return;
    }
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *leaf = ff_scheme_get (scheme, i);
      gsize length = strlen (leaf->key);

      if (!g_str_has_prefix (name, leaf->key) || name[length] != '.')
        continue;
      for (guint j = 0; j < n_criteria (leaf); j++)
        if (g_str_equal (get_criterion (leaf, j)->key, name + length + 1))
          match_add (match, (int) i, (int) j);
    }
}

static void
match_title (const FfScheme *scheme, const char *name, Match *match)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);

      if (component->leaf && g_str_equal (component->title, name))
        match_add (match, (int) i, -1);
      for (guint j = 0; j < n_criteria (component); j++)
        if (g_str_equal (get_criterion (component, j)->title, name))
          match_add (match, (int) i, (int) j);
    }
}

/* The keys by which the parts of a component are marked, as a list for a sentence. */
static char *
list_parts (const FfScheme *scheme, int component)
{
  const FfComponent *whole = ff_scheme_get (scheme, (guint) component);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_criteria (whole); i++)
    g_string_append_printf (list, "%s%s.%s", list->len > 0 ? ", " : "", whole->key, get_criterion (whole, i)->key);
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->parent == component)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", ff_scheme_get (scheme, i)->key);
  return g_string_free (list, FALSE);
}

gboolean
ff_marking_find (const FfScheme *scheme, const char *name, int *component, int *criterion, GError **error)
{
  g_autofree char *line = ff_put_clean_line (name);
  Match match = { -1, -1, 0 };

  g_return_val_if_fail (scheme != NULL && component != NULL && criterion != NULL, FALSE);

  match_key (scheme, line, &match);
  if (match.n == 0)
    match_title (scheme, line, &match);
  if (match.n == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "component", _ ("The class's scheme has no component “%s”."), line);
  else if (match.n > 1)
    ff_put_set_error (error, FF_ERROR_INVALID, "component", _ ("Several components are called “%s”; write the key of the one you mean."),
                      line);
  else if (!ff_scheme_get (scheme, (guint) match.component)->leaf)
    {
      g_autofree char *parts = list_parts (scheme, match.component);

      ff_put_set_error (error, FF_ERROR_INVALID, "component", _ ("“%s” is a group; marks go to its parts: %s."), line, parts);
    }
  else
    {
      *component = match.component;
      *criterion = match.criterion;
      return TRUE;
    }
  return FALSE;
}

gboolean
ff_marking_find_by_ids (const FfScheme *scheme, gint64 component_id, gint64 criterion_id, int *component, int *criterion, GError **error)
{
  *criterion = -1;
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *leaf = ff_scheme_get (scheme, i);

      if (leaf->id != component_id || !leaf->leaf)
        continue;
      *component = (int) i;
      if (criterion_id == 0)
        return TRUE;
      for (guint j = 0; j < n_criteria (leaf); j++)
        if (get_criterion (leaf, j)->id == criterion_id)
          {
            *criterion = (int) j;
            return TRUE;
          }
    }
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("The class's scheme does not have this component any more."));
  return FALSE;
}

/* Whose mark ------------------------------------------------------------------------------------------------------- */

/* The enrolment, and the scheme of its class. */
typedef struct
{
  FfEnrolment *enrolment;
  const FfScheme *scheme;
  FfScheme *own_scheme; /* NULL: the caller's */
} Subject;

static void
subject_clear (Subject *subject)
{
  ff_enrolment_free (subject->enrolment);
  g_clear_pointer (&subject->own_scheme, ff_scheme_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

/* @scheme: of the class, or NULL to read it. */
static gboolean
read_subject (FfDb *db, gint64 enrolment_id, const FfScheme *scheme, Subject *subject, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  subject->enrolment = ff_enrolment_store_read (db, enrolment_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (subject->enrolment == NULL)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This enrolment does not exist any more."));
      return FALSE;
    }
  if (!g_str_equal (subject->enrolment->status, "enrolled"))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "employee_no",
                        _ ("Marks are kept only of enrolled trainees, and %s is on the waiting list or withdrawn."),
                        subject->enrolment->name);
      return FALSE;
    }
  if (scheme == NULL)
    scheme = subject->own_scheme = ff_schemes_read (db, 0, subject->enrolment->run_id, error);
  subject->scheme = scheme;
  return subject->scheme != NULL;
}

/* Writing ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  int component;
  int criterion;
  const char *rater;
  int attempt;
  gboolean has_score;
  gint64 score;
  const char *reason;
  const char *fallback; /* the reason where there is none yet; NULL: it is asked for */
} Score;

gboolean
ff_marking_check_score (const FfScheme *scheme, int component, int criterion, gint64 score, GError **error)
{
  const FfComponent *leaf = ff_scheme_get (scheme, (guint) component);
  g_autoptr (GError) local_error = NULL;

  if (leaf->source == FF_SOURCE_RUBRIC && criterion < 0)
    {
      g_autofree char *parts = list_parts (scheme, component);

      ff_put_set_error (error, FF_ERROR_INVALID, "component", _ ("“%s” is marked by its criteria: %s."), leaf->title, parts);
      return FALSE;
    }
  if (ff_mark_validate (scheme, (guint) component, criterion, score, &local_error))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "score", "%s", local_error->message);
  return FALSE;
}

/* A leaf that the program marks by itself is overridden for a reason, which stays when only the number changes. */
static gboolean
choose_reason (const FfComponent *leaf, const Score *score, FfMarkRow *row, GError **error)
{
  gboolean has_one = row->reason != NULL;

  row->reason = score->reason != NULL && *score->reason != '\0' ? score->reason : NULL;
  if (!ff_component_is_computed (leaf) || has_one || row->reason != NULL)
    return TRUE;
  row->reason = score->fallback;
  if (row->reason != NULL)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "reason",
                    _ ("“%s” is computed by the program; a mark by hand in its place needs a reason. Write why."), leaf->title);
  return FALSE;
}

/* Taking somebody's own mark away gives him back what his team has. */
static FfPut
remove_mark (FfDb *db, FfMarkRow *row, GError **error)
{
  gboolean followed = FALSE;

  if (row->id == 0)
    return FF_PUT_SAME;
  if (!ff_settling_check_enrolment_open (db, row->enrolment_id, error) || !ff_team_marks_take_back (db, row, &followed, error))
    return FF_PUT_REFUSED;
  if (followed)
    return FF_PUT_CHANGED;
  return ff_mark_store_delete (db, row->id, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static FfPut
lift_exemption (FfDb *db, gint64 enrolment_id, gint64 component_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *reason = ff_exemption_store_read (db, enrolment_id, component_id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FF_PUT_REFUSED;
    }
  if (reason == NULL)
    return FF_PUT_SAME;
  if (!ff_settling_check_enrolment_open (db, enrolment_id, error))
    return FF_PUT_REFUSED;
  return ff_exemption_store_delete (db, enrolment_id, component_id, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static FfPut
write_score (FfDb *db, const Subject *subject, const Score *score, GError **error)
{
  const FfComponent *leaf = ff_scheme_get (subject->scheme, (guint) score->component);
  FfMarkRow row = {
    .enrolment_id = subject->enrolment->id,
    .component_id = leaf->id,
    .criterion_id = score->criterion >= 0 ? get_criterion (leaf, (guint) score->criterion)->id : 0,
    .rater = score->rater,
    .attempt = score->attempt,
  };
  gboolean is_new;
  FfPut lifted;

  if (score->has_score && !ff_marking_check_score (subject->scheme, score->component, score->criterion, score->score, error))
    return FF_PUT_REFUSED;
  if (!ff_mark_store_find (db, &row, error))
    return FF_PUT_REFUSED;
  if (!score->has_score)
    return remove_mark (db, &row, error);
  if (!choose_reason (leaf, score, &row, error))
    return FF_PUT_REFUSED;
  lifted = lift_exemption (db, row.enrolment_id, row.component_id, error);
  if (lifted == FF_PUT_REFUSED || (row.id != 0 && row.score == score->score && row.reason == NULL))
    return lifted;
  is_new = row.id == 0;
  row.score = score->score;
  row.from_team_id = 0;
  if (!ff_settling_check_enrolment_open (db, row.enrolment_id, error) || !ff_mark_store_write (db, &row, error))
    return FF_PUT_REFUSED;
  return is_new && lifted == FF_PUT_SAME ? FF_PUT_NEW : FF_PUT_CHANGED;
}

static FfPut
write_exempt (FfDb *db, gint64 enrolment_id, gint64 component_id, const char *reason, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *stored = ff_exemption_store_read (db, enrolment_id, component_id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FF_PUT_REFUSED;
    }
  if (g_strcmp0 (stored, reason) == 0)
    return FF_PUT_SAME;
  if (!ff_settling_check_enrolment_open (db, enrolment_id, error)
      || !ff_exemption_store_write (db, enrolment_id, component_id, reason, error))
    return FF_PUT_REFUSED;
  return stored != NULL ? FF_PUT_CHANGED : FF_PUT_NEW;
}

/* From a draft ------------------------------------------------------------------------------------------------------ */

static gboolean
is_exempt_word (const char *text)
{
  static const FfWord words[] = {
    { "ex", 1 }, { "exempt", 1 }, { "免考", 1 }, { "免修", 1 }, { "免", 1 },
  };
  int value;

  return ff_word_find_in (words, text, &value);
}

static gboolean
parse_attempt (const char *text, int *attempt, GError **error)
{
  gint64 value;

  *attempt = 1;
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!ff_hundredths_parse (text, &value) || value % 100 != 0 || value < 100 || value > HIGHEST_ATTEMPT * 100)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "attempt", _ ("“%s” is not the number of an attempt, which counts from 1."), text);
      return FALSE;
    }
  *attempt = (int) (value / 100);
  return TRUE;
}

/* What an import exempts without saying why keeps a reason that somebody gave before. */
static FfPut
put_exempt (FfDb *db, const Subject *subject, int component, const char *reason, GError **error)
{
  gint64 component_id = ff_scheme_get (subject->scheme, (guint) component)->id;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *stored = ff_exemption_store_read (db, subject->enrolment->id, component_id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FF_PUT_REFUSED;
    }
  if (reason == NULL || *reason == '\0')
    reason = stored != NULL ? stored : _ ("Exempt in an imported file");
  return write_exempt (db, subject->enrolment->id, component_id, reason, error);
}

static FfPut
put_score (FfDb *db, const FfScoreDraft *draft, const Subject *subject, GError **error)
{
  g_autofree char *text = ff_put_clean_line (draft->score != NULL ? draft->score : "");
  g_autofree char *rater = NULL;
  Score score = { .has_score = TRUE, .reason = draft->reason, .fallback = _ ("Entered by hand") };
  gboolean changed = FALSE;

  if (!ff_marking_find (subject->scheme, draft->component != NULL ? draft->component : "", &score.component, &score.criterion, error)
      || !ff_take_line (&rater, draft->rater, FF_TAKE_LINE_MAX, "rater", &changed, error)
      || !parse_attempt (draft->attempt, &score.attempt, error))
    return FF_PUT_REFUSED;
  score.rater = rater != NULL ? rater : "";
  if (*text == '\0')
    return FF_PUT_SAME;
  if (is_exempt_word (text))
    return put_exempt (db, subject, score.component, draft->reason, error);
  if (!ff_hundredths_parse (text, &score.score))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "score", _ ("“%s” is not a score; write a number, or EX to exempt."), text);
      return FF_PUT_REFUSED;
    }
  return write_score (db, subject, &score, error);
}

FfPut
ff_marking_put (FfDb *db, const FfScoreDraft *draft, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Record a mark"), error);
  g_auto (Subject) subject = { NULL };
  gint64 run_id, enrolment_id;
  FfPut result;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (batch == NULL || (run_id = ff_lookup_run (db, draft->run, error)) == 0
      || (enrolment_id = ff_lookup_enrolment (db, run_id, draft->employee_no, draft->run, error)) == 0
      || !read_subject (db, enrolment_id, draft->scheme, &subject, error))
    return FF_PUT_REFUSED;
  result = put_score (db, draft, &subject, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

/* By ids ------------------------------------------------------------------------------------------------------------ */

static FfPut
set_mark (FfDb *db, const FfMarkKey *key, Score *score, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Record a mark"), error);
  g_auto (Subject) subject = { NULL };
  g_autofree char *name = NULL;
  gboolean changed = FALSE;
  FfPut result;

  if (batch == NULL || !read_subject (db, key->enrolment_id, NULL, &subject, error)
      || !ff_marking_find_by_ids (subject.scheme, key->component_id, key->criterion_id, &score->component, &score->criterion, error)
      || !ff_take_line (&name, key->rater, FF_TAKE_LINE_MAX, "rater", &changed, error))
    return FF_PUT_REFUSED;
  score->rater = name != NULL ? name : "";
  score->attempt = key->attempt;
  result = write_score (db, &subject, score, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

FfPut
ff_marking_set (FfDb *db, gint64 enrolment_id, gint64 component_id, gint64 criterion_id, const char *rater, int attempt,
                gboolean has_score, gint64 value, GError **error)
{
  Score score = { .has_score = has_score, .score = value };

  g_return_val_if_fail (attempt >= 1, FF_PUT_REFUSED);

  return set_mark (db, &(FfMarkKey) { enrolment_id, component_id, criterion_id, rater, attempt }, &score, error);
}

FfPut
ff_marking_override (FfDb *db, const FfMarkKey *key, gint64 value, const char *reason, GError **error)
{
  g_autofree char *line = ff_put_clean_line (reason != NULL ? reason : "");
  Score score = { .has_score = TRUE, .score = value, .reason = line };

  g_return_val_if_fail (key != NULL && key->attempt >= 1, FF_PUT_REFUSED);

  return set_mark (db, key, &score, error);
}

FfPut
ff_marking_delete_attempt (FfDb *db, gint64 enrolment_id, gint64 component_id, int attempt, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Delete an attempt"), error);
  g_auto (Subject) subject = { NULL };
  int n = 0;

  if (batch == NULL || !read_subject (db, enrolment_id, NULL, &subject, error)
      || !ff_settling_check_enrolment_open (db, enrolment_id, error)
      || !ff_mark_store_delete_attempt (db, enrolment_id, component_id, attempt, &n, error)
      || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return n > 0 ? FF_PUT_CHANGED : FF_PUT_SAME;
}

FfPut
ff_marking_set_exempt (FfDb *db, gint64 enrolment_id, gint64 component_id, gboolean exempt, const char *reason, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Change an exemption"), error);
  g_autofree char *line = ff_put_clean_line (reason != NULL ? reason : "");
  g_auto (Subject) subject = { NULL };
  int component, criterion;
  FfPut result;

  if (batch == NULL || !read_subject (db, enrolment_id, NULL, &subject, error)
      || !ff_marking_find_by_ids (subject.scheme, component_id, 0, &component, &criterion, error))
    return FF_PUT_REFUSED;
  if (exempt && *line == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "reason", _ ("An exemption needs a reason; write why."));
      return FF_PUT_REFUSED;
    }
  result = exempt ? write_exempt (db, enrolment_id, component_id, line, error) : lift_exemption (db, enrolment_id, component_id, error);
  if (result == FF_PUT_REFUSED || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return result;
}

static void
refuse_comment (GError **error)
{
  ff_put_set_error (error, FF_ERROR_INVALID, "comment", _ ("There is no mark to comment on; enter one first."));
}

FfPut
ff_marking_set_comment (FfDb *db, gint64 enrolment_id, gint64 component_id, const char *comment, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Comment on a mark"), error);
  g_autofree char *text = ff_put_clean_text (comment != NULL ? comment : "");
  gboolean found = FALSE, changed = FALSE;

  if (batch == NULL
      || !ff_mark_store_set_comment (db, enrolment_id, component_id, *text != '\0' ? text : NULL, &found, &changed, error))
    return FF_PUT_REFUSED;
  if (!found)
    {
      refuse_comment (error);
      return FF_PUT_REFUSED;
    }
  if (!ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

FfPut
ff_marking_comment (FfDb *db, const FfMarkKey *key, const char *comment, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Comment on a mark"), error);
  g_autofree char *text = ff_put_clean_text (comment != NULL ? comment : "");
  FfMarkRow row = { .enrolment_id = key->enrolment_id, .component_id = key->component_id, .criterion_id = key->criterion_id,
                    .rater = key->rater != NULL ? key->rater : "", .attempt = key->attempt };
  gboolean changed = FALSE;

  if (batch == NULL || !ff_mark_store_find (db, &row, error))
    return FF_PUT_REFUSED;
  if (row.id == 0)
    {
      refuse_comment (error);
      return FF_PUT_REFUSED;
    }
  if (!ff_mark_store_write_comment (db, row.id, *text != '\0' ? text : NULL, &changed, error)
      || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}
