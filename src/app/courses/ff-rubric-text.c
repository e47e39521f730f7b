#include "config.h"

#include "ff-rubric-text.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-rubric-library.h"

const char *
ff_rubric_text_kind (const FfRubric *rubric)
{
  if (ff_rubric_library_is_builtin (rubric->id))
    return C_("rubric", "Built-in");
  return rubric->key != NULL ? C_("rubric", "Built-in, changed") : C_("rubric", "Own");
}

FfTone
ff_rubric_text_tone (const FfRubric *rubric)
{
  if (ff_rubric_library_is_builtin (rubric->id))
    return FF_TONE_NEUTRAL;
  return rubric->key != NULL ? FF_TONE_SOON : FF_TONE_ACCENT;
}

char *
ff_rubric_text_size (const GPtrArray *criteria)
{
  gint64 sum = ff_criteria_sum (criteria);
  g_autofree char *number = ff_hundredths_format (sum);
  g_autofree char *points = g_strdup_printf (ngettext ("%s point", "%s points", sum == 100 ? 1 : 2), number);
  g_autofree char *count = g_strdup_printf (ngettext ("%u criterion", "%u criteria", criteria->len), criteria->len);

  /* Translators: the size of a rubric: how many criteria, how many points. */
  return g_strdup_printf (C_("rubric", "%s · %s"), count, points);
}
