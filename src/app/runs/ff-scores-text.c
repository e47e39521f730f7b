#include "config.h"

#include "ff-scores-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ff-attendance-text.h"
#include "ff-number.h"

char *
ff_scores_text_number (double value, int places)
{
  char *text = g_strdup_printf ("%.*f", places, ff_round (value, places));
  char *end = text + strlen (text);

  if (places > 0)
    {
      while (end[-1] == '0')
        *--end = '\0';
      if (!g_ascii_isdigit (end[-1]))
        end[-1] = '\0';
    }

  return text;
}

char *
ff_scores_text_total (double total)
{
  return g_strdup_printf ("%.2f", total);
}

static gboolean
is_mark_of (const FfStoredMark *mark, int component, int criterion)
{
  return mark->component == component && mark->criterion == criterion;
}

static const FfStoredMark *
get_mark (const FfClassTrainee *trainee, guint i)
{
  return &g_array_index (trainee->marks, FfStoredMark, i);
}

FfScoreSource
ff_scores_text_find_source (const FfClassTrainee *trainee, int component, int criterion)
{
  FfScoreSource source = { 0, 0, "", 0 };

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *mark = get_mark (trainee, i);

      /* An attempt belongs to the whole leaf: a resit that is begun on one criterion is the one the others go on with. */
      if (mark->component == component && mark->attempt > source.attempt)
        source.attempt = mark->attempt;
    }
  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *mark = get_mark (trainee, i);

      if (!is_mark_of (mark, component, criterion) || mark->attempt != source.attempt)
        continue;
      source.raters++;
      source.rater = mark->rater != NULL ? mark->rater : "";
      source.score = mark->score;
    }
  source.attempt = MAX (source.attempt, 1);

  return source;
}

char *
ff_scores_text_list_raters (const FfClassTrainee *trainee, int component, int criterion)
{
  FfScoreSource source = ff_scores_text_find_source (trainee, component, criterion);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *mark = get_mark (trainee, i);
      g_autofree char *score = NULL;

      if (!is_mark_of (mark, component, criterion) || mark->attempt != source.attempt)
        continue;
      score = ff_hundredths_format (mark->score);
      /* Translators: between the names of raters, each with the mark given. */
      g_string_append_printf (names, "%s%s %s", names->len > 0 ? _(", ") : "",
                              mark->rater != NULL && mark->rater[0] != '\0' ? mark->rater : _("not named"), score);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

const char *
ff_scores_text_get_comment (const FfClassTrainee *trainee, int component)
{
  for (guint i = trainee->marks->len; i > 0; i--)
    {
      const FfStoredMark *mark = get_mark (trainee, i - 1);

      if (mark->component == component && mark->comment != NULL && mark->comment[0] != '\0')
        return mark->comment;
    }

  return NULL;
}

char *
ff_scores_text_list_comments (const FfClassTrainee *trainee, int component, int criterion)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *mark = get_mark (trainee, i);

      if (mark->component != component || (criterion >= 0 && mark->criterion != criterion) || mark->comment == NULL ||
          mark->comment[0] == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (mark->rater != NULL && mark->rater[0] != '\0')
        g_string_append_printf (text, C_("a rater and what he writes", "%s: %s"), mark->rater, mark->comment);
      else
        g_string_append (text, mark->comment);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

const char *
ff_scores_text_get_reason (const FfClassTrainee *trainee, int component)
{
  for (guint i = trainee->marks->len; i > 0; i--)
    {
      const FfStoredMark *mark = get_mark (trainee, i - 1);

      if (mark->component == component && mark->reason != NULL && mark->reason[0] != '\0')
        return mark->reason;
    }

  return NULL;
}

int
ff_scores_text_find_root (const FfScheme *scheme, int component)
{
  while (ff_scheme_get (scheme, (guint) component)->parent >= 0)
    component = ff_scheme_get (scheme, (guint) component)->parent;

  return component;
}

gint64 *
ff_scores_text_contributions (const FfScheme *scheme, const FfResult *result)
{
  guint n = ff_scheme_length (scheme);
  gint64 *parts = g_new0 (gint64, n);
  g_autofree double *rests = g_new0 (double, n);
  gint64 missing;

  if (!result->known)
    return parts;

  missing = llround (result->total * 100);
  for (guint i = 0; i < n; i++)
    {
      double exact = ff_result_contribution (result, scheme, i) * 100;

      parts[i] = (gint64) floor (exact + FF_TOLERANCE);
      rests[i] = exact - (double) parts[i];
      missing -= parts[i];
    }

  /* Every leaf is rounded down, so that at most one hundredth per leaf is missing. */
  for (; missing > 0; missing--)
    {
      guint largest = 0;

      for (guint i = 1; i < n; i++)
        {
          if (rests[i] > rests[largest])
            largest = i;
        }
      parts[largest]++;
      rests[largest] = -1;
    }

  return parts;
}

char *
ff_scores_text_disqualified (const FfClassFigures *figures, const FfClassTrainee *trainee)
{
  g_autofree char *rate = NULL, *limit = NULL;

  if (trainee->tally.qualification == FF_DISQUALIFIED_ATTENDED)
    {
      rate = ff_attendance_text_percent (trainee->tally.best_percent);
      limit = ff_attendance_text_percent (ff_hundredths_to_double (figures->rule.min_attended));
      return g_strdup_printf (_("at most %s %% attended, at least %s %% asked: no assessment"), rate, limit);
    }

  rate = ff_attendance_text_percent (trainee->tally.absence_percent);
  limit = ff_attendance_text_percent (ff_hundredths_to_double (figures->rule.max_absence));

  return g_strdup_printf (_("absence %s %%, limit %s %%: no assessment"), rate, limit);
}
