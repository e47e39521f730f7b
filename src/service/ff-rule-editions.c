#include "config.h"

#include "ff-rule-editions.h"

#include "ff-class-figures.h"
#include "ff-course-private.h"
#include "ff-settling.h"
#include "ff-take.h"
#include "ff-time.h"

#include <glib/gi18n-lib.h>

#define DAY_MINUTES 1440

gboolean
ff_rule_editions_take (FfAttendanceRule *rule, const FfRuleDraft *draft, GError **error)
{
  FfAttendanceRule taken = *rule;
  gboolean changed = FALSE;

  if (!ff_take_number (&taken.grace_minutes, draft->grace_minutes, DAY_MINUTES, -1, "grace_minutes", &changed, error)
      || !ff_take_percent (&taken.max_absence, draft->max_absence, -1, "max_absence", &changed, error)
      || !ff_take_percent (&taken.min_attended, draft->min_attended, -1, "min_attended", &changed, error))
    return FALSE;
  if (taken.grace_minutes < 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "grace_minutes", _ ("Enter how many minutes somebody may be late; 0 for none."));
  else if (taken.max_absence < 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "max_absence", _ ("Enter how much absence is allowed, in percent."));
  else
    {
      if (draft->base != NULL)
        taken.base = g_str_equal (draft->base, "minutes") ? FF_BASE_MINUTES : FF_BASE_SESSIONS;
      *rule = taken;
      return TRUE;
    }
  return FALSE;
}

FfPut
ff_rule_editions_put (FfDb *db, gint64 run_id, const FfAttendanceRule *rule, const char *reason, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Change the attendance rule"), error);
  g_auto (FfRuleEdition) edition = FF_RULE_EDITION_INIT;
  gboolean changed = FALSE;

  g_return_val_if_fail (rule != NULL, FF_PUT_REFUSED);

  if (batch == NULL || !ff_rules_check (rule, error) || !ff_rule_store_read_edition (db, run_id, &edition, error))
    return FF_PUT_REFUSED;
  if (ff_attendance_rule_equal (rule, &edition.rule))
    return FF_PUT_SAME;
  g_clear_pointer (&edition.reason, g_free);
  if (!ff_take_line (&edition.reason, reason != NULL ? reason : "", FF_TAKE_LINE_MAX, "reason", &changed, error))
    return FF_PUT_REFUSED;
  if (edition.reason == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "reason", _ ("Write why the rule is changed: it decides who is disqualified."));
      return FF_PUT_REFUSED;
    }
  if (!ff_settling_check_open (db, run_id, error))
    return FF_PUT_REFUSED;
  edition.rule = *rule;
  edition.number++;
  edition.since = ff_time_day (ff_time_now ());
  if (!ff_rule_store_write_edition (db, run_id, &edition, error) || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  return FF_PUT_CHANGED;
}

/* What would be --------------------------------------------------------------------------------------------------- */

void
ff_rule_preview_free (FfRulePreview *preview)
{
  if (preview == NULL)
    return;
  g_ptr_array_unref (preview->disqualified);
  g_ptr_array_unref (preview->qualified);
  g_free (preview);
}

static gboolean *
note_disqualified (const FfClassFigures *figures)
{
  gboolean *disqualified = g_new0 (gboolean, figures->trainees->len + 1);

  for (guint i = 0; i < figures->trainees->len; i++)
    disqualified[i] = ((const FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->disqualified;
  return disqualified;
}

FfRulePreview *
ff_rule_editions_preview (FfDb *db, gint64 run_id, const FfAttendanceRule *rule, GError **error)
{
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, run_id, ff_time_now (), error);
  g_autofree gboolean *before = NULL;
  FfRulePreview *preview;

  g_return_val_if_fail (rule != NULL, NULL);

  if (figures == NULL)
    return NULL;
  before = note_disqualified (figures);
  figures->rule = *rule;
  ff_class_figures_update (figures);

  preview = g_new0 (FfRulePreview, 1);
  preview->planned_sessions = figures->planned_sessions;
  preview->disqualified = g_ptr_array_new_with_free_func (g_free);
  preview->qualified = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (trainee->disqualified != before[i])
        g_ptr_array_add (trainee->disqualified ? preview->disqualified : preview->qualified, g_strdup (trainee->name));
    }
  return preview;
}
