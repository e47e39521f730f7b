#include "config.h"

#include "ff-mark-dues.h"

int
ff_mark_dues_level (const FfScheme *scheme, const FfComponent *leaf)
{
  while (leaf->level == 0 && leaf->parent >= 0)
    leaf = ff_scheme_get (scheme, (guint) leaf->parent);
  return leaf->level;
}

FfDay
ff_mark_dues_day (const FfClassFigures *figures, const FfComponent *leaf)
{
  if (leaf->due_days >= 0)
    return figures->run->ends_on + leaf->due_days;
  return figures->run->ends_on + (ff_mark_dues_level (figures->scheme, leaf) == 2 ? 1 : 0);
}

gboolean
ff_mark_dues_is_asked (const FfComponent *component)
{
  return component->leaf && component->pretest_of == NULL && component->source != FF_SOURCE_ATTENDANCE
         && component->source != FF_SOURCE_COMMITMENT;
}

gboolean
ff_mark_dues_is_missing (const FfClassTrainee *trainee, guint component)
{
  const FfLeafResult *leaf = &trainee->result.leaves[component];

  return !leaf->assessed && !leaf->exempt && !trainee->disqualified;
}

int
ff_mark_dues_count (const FfClassFigures *figures, guint component)
{
  int n = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    n += ff_mark_dues_is_missing (g_ptr_array_index (figures->trainees, i), component);
  return n;
}
