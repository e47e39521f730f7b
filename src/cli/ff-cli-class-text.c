#include "config.h"

#include "ff-cli-class-text.h"

#include <glib/gi18n-lib.h>

#include "ff-cli-table.h"

/* One column for each leaf between the attendance and the outcome. */
static FfTextTable *
make_table (const FfScheme *scheme)
{
  g_autoptr (GString) alignment = g_string_new ("llrr");

  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->leaf)
      g_string_append_c (alignment, 'r');
  g_string_append (alignment, "rllr");

  return ff_text_table_new (alignment->str);
}

static void
add_heading (FfTextTable *table, const FfScheme *scheme)
{
  ff_text_table_add (table, _("Employee no."));
  ff_text_table_add (table, _("Name"));
  ff_text_table_add (table, _("Absence %"));
  ff_text_table_add (table, C_("column", "Can miss"));
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->leaf)
      ff_text_table_add (table, ff_scheme_get (scheme, i)->title);
  ff_text_table_add (table, _("Total"));
  ff_text_table_add (table, _("Outcome"));
  ff_text_table_add (table, _("Award"));
  ff_text_table_add (table, _("Rank"));
}

static void
add_number (FfTextTable *table, const char *format, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  ff_text_table_add (table, g_ascii_formatd (digits, sizeof digits, format, value));
}

static const char *
outcome (const FfClassTrainee *trainee)
{
  if (trainee->disqualified)
    return C_("outcome", "disqualified");
  if (trainee->result.provisional)
    return C_("outcome", "provisional");

  return trainee->passed == FF_PASSED_YES ? C_("outcome", "passed") : C_("outcome", "failed");
}

static void
add_trainee (FfTextTable *table, const FfScheme *scheme, const FfClassTrainee *trainee)
{
  ff_text_table_add (table, trainee->employee_no);
  ff_text_table_add (table, trainee->name);
  add_number (table, "%.1f", trainee->tally.absence_percent);
  add_number (table, "%.0f", trainee->tally.can_miss);
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfLeafResult *leaf = &trainee->result.leaves[i];

      if (!ff_scheme_get (scheme, i)->leaf)
        continue;
      if (leaf->exempt)
        ff_text_table_add (table, "EX");
      else if (leaf->assessed)
        add_number (table, "%.5g", leaf->percent);
      else
        ff_text_table_add (table, "–");
    }

  if (trainee->result.known)
    add_number (table, "%.2f", trainee->result.total);
  else
    ff_text_table_add (table, "–");
  ff_text_table_add (table, outcome (trainee));
  ff_text_table_add (table, trainee->award ? C_("outcome", "award") : NULL);
  if (trainee->rank > 0)
    add_number (table, "%.0f", trainee->rank);
  else
    ff_text_table_add (table, "–");
}

char *
ff_cli_class_text_format (const FfEvaluationFigures *evaluation)
{
  const FfClassFigures *figures = evaluation->class_figures;
  GString *out = g_string_new (NULL);
  g_autoptr (FfTextTable) table = make_table (figures->scheme);
  guint n = figures->trainees->len;

  g_string_append_printf (out, "%s  %s\n", figures->run->code, figures->run->title);
  g_string_append_printf (out, "%s · %s\n", figures->run->course_code, ff_run_status_title (figures->run->status));
  g_string_append_printf (out, ngettext ("%u trainee", "%u trainees", n), n);
  g_string_append (out, " · ");
  g_string_append_printf (out, ngettext ("%d of %d session held", "%d of %d sessions held", figures->planned_sessions),
                          figures->held_sessions, figures->planned_sessions);
  g_string_append (out, "\n\n");

  add_heading (table, figures->scheme);
  for (guint i = 0; i < n; i++)
    add_trainee (table, figures->scheme, g_ptr_array_index (figures->trainees, i));
  ff_text_table_format (table, 0, out);
  ff_cli_levels_text_append (out, evaluation);

  return g_string_free (out, FALSE);
}
