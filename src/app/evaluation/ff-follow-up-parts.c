#include "config.h"

#include "ff-follow-up-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-exclusion-store.h"
#include "ff-format.h"
#include "ff-interview-store.h"
#include "ff-scheme-measure.h"

/* What was said, in one line. */
static char *
describe_interview (const FfInterview *interview)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (interview->best != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("Best: %s"), interview->best));
  if (interview->worst != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("Worst: %s"), interview->worst));
  if (interview->suggestions != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("Suggestions: %s"), interview->suggestions));
  if (parts->len == 0)
    return g_strdup (interview->department);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GPtrArray *
list_interviews (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) interviews = ff_interview_store_list (db, run_id, error);
  GPtrArray *parts = interviews != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free) : NULL;

  for (guint i = 0; parts != NULL && i < interviews->len; i++)
    {
      const FfInterview *interview = g_ptr_array_index (interviews, i);
      g_autofree char *subtitle = describe_interview (interview);
      FfPart *part = ff_part_new (interview->id, interview->name, subtitle);

      if (interview->held_on != FF_NO_DAY)
        part->value = ff_format_day_short (interview->held_on);
      else if (interview->position == 0)
        part->value = g_strdup (C_("interview", "earlier draw"));
      else
        {
          part->tag = g_strdup (C_("interview", "To be held"));
          part->tone = FF_TONE_SOON;
        }
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static char *
count_interviews (GPtrArray *parts, gint64 owner)
{
  guint open = 0;

  for (guint i = 0; i < parts->len; i++)
    open += ((const FfPart *) g_ptr_array_index (parts, i))->tag != NULL ? 1 : 0;
  if (parts->len == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u of %u interview held", "%u of %u interviews held", parts->len), parts->len - open, parts->len);
}

static const char *const interview_tables[] = { "interview", "enrolment", NULL };

const FfPartKind ff_interview_parts = {
  .title = N_("Interviews"),
  .empty = N_("Draw some of the trainees by lot, and ask what was best, what was worst, and what to change."),
  .tables = interview_tables,
  .list = list_interviews,
  .editor = &ff_interview_editor,
  .foot = count_interviews,
};

/* Taken out ---------------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_exclusions (FfDb *db, gint64 context, GError **error)
{
  g_autoptr (GPtrArray) exclusions
      = ff_exclusion_store_list (db, ff_level_context_run (context), ff_level_context_level (context), error);
  GPtrArray *parts = exclusions != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free) : NULL;

  for (guint i = 0; parts != NULL && i < exclusions->len; i++)
    {
      const FfExclusion *exclusion = g_ptr_array_index (exclusions, i);
      FfPart *part = ff_part_new (exclusion->id, exclusion->name, exclusion->reason);

      part->value = g_strdup (exclusion->employee_no);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const exclusion_tables[] = { "level_exclusion", "enrolment", NULL };

const FfPartKind ff_exclusion_parts = {
  .title = N_("Taken out of This Level"),
  .empty = N_("Everybody counts. Whoever left, moved or is on long leave can be taken out, with the reason."),
  .add = N_("Take Somebody Out…"),
  .tables = exclusion_tables,
  .list = list_exclusions,
  .editor = &ff_exclusion_editor,
};

/* Level 2 -------------------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_measures (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_scheme_read_of (db, ff_owner_from_number (owner), error);
  GPtrArray *parts = scheme != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free) : NULL;

  for (guint i = 0; parts != NULL && i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      const char *group = component->parent >= 0 ? ff_scheme_get (scheme, (guint) component->parent)->title : NULL;
      FfPart *part = ff_part_new (component->id, component->title, group);

      part->level = component->level;
      part->tag = ff_scheme_describe_pretest (scheme, component);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const measure_tables[] = { "component", "scheme", NULL };

const FfPartKind ff_measure_parts = {
  .title = N_("What the Scheme Measures"),
  .empty = N_("The scheme of this class has no components."),
  .tables = measure_tables,
  .list = list_measures,
  .editor = &ff_measure_editor,
};
