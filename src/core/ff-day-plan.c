#include "ff-day-plan.h"

typedef struct
{
  const FfDaySlot *slots;
  const FfHours *hours;
  gsize n_hours;
  GArray *flaws;
} Check;

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Check *check = user_data;
  const FfDaySlot *x = &check->slots[*(const gsize *) a], *y = &check->slots[*(const gsize *) b];

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->starts != y->starts)
    return x->starts < y->starts ? -1 : 1;
  return x->ends < y->ends ? -1 : x->ends > y->ends;
}

static void
add_flaw (Check *check, FfDayFlaw flaw)
{
  for (guint i = 0; i < check->flaws->len; i++)
    {
      const FfDayFlaw *known = &g_array_index (check->flaws, FfDayFlaw, i);

      if (known->kind == flaw.kind && known->first == flaw.first && known->second == flaw.second && known->from == flaw.from)
        return;
    }
  g_array_append_val (check->flaws, flaw);
}

/* What of [from, to) is taught in, one flaw for each stretch. */
static void
add_gap (Check *check, FfDayFlaw flaw, int from, int to)
{
  for (gsize i = 0; i < check->n_hours; i++)
    {
      flaw.from = MAX (from, check->hours[i].from);
      flaw.to = MIN (to, check->hours[i].to);
      if (flaw.from < flaw.to)
        add_flaw (check, flaw);
    }
}

/* A day as one layer has it. @order holds the indexes of its slots, sorted. */
static void
check_layer (Check *check, const gsize *order, gsize n)
{
  gsize latest = 0; /* of the slots so far the one that ends last */

  for (gsize i = 1; i < n; i++)
    {
      const FfDaySlot *before = &check->slots[order[latest]], *slot = &check->slots[order[i]];
      FfDayFlaw flaw = { FF_DAY_OVERLAP, slot->day, slot->starts, MIN (before->ends, slot->ends), order[latest], order[i] };

      if (slot->starts < before->ends)
        add_flaw (check, flaw);
      else
        {
          flaw.kind = FF_DAY_GAP;
          add_gap (check, flaw, before->ends, slot->starts);
        }
      if (slot->ends > before->ends)
        latest = i;
    }
}

/* Each layer that has slots of its own on this day is looked at with those of everybody; what a layer without any would do meanwhile
   is not said, because the course may not be for it. */
static void
check_day (Check *check, const gsize *order, gsize n)
{
  g_autofree gsize *own = g_new (gsize, n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < n; i++)
    {
      const gint64 *layer = &check->slots[order[i]].layer;
      gsize n_own = 0;

      if (*layer == 0 || !g_hash_table_add (seen, (gpointer) layer))
        continue;
      for (gsize j = 0; j < n; j++)
        if (check->slots[order[j]].layer == 0 || check->slots[order[j]].layer == *layer)
          own[n_own++] = order[j];
      check_layer (check, own, n_own);
    }
  if (g_hash_table_size (seen) == 0)
    check_layer (check, order, n);
}

static int
compare_flaws (gconstpointer a, gconstpointer b)
{
  const FfDayFlaw *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return x->second < y->second ? -1 : x->second > y->second;
}

GArray *
ff_day_plan_check (const FfDaySlot *slots, gsize n_slots, const FfHours *hours, gsize n_hours)
{
  static const FfHours whole_day = { 0, 1440 };
  Check check = { slots, hours != NULL ? hours : &whole_day, hours != NULL ? n_hours : 1, g_array_new (FALSE, FALSE, sizeof (FfDayFlaw)) };
  g_autofree gsize *order = g_new (gsize, n_slots + 1);

  g_return_val_if_fail (slots != NULL || n_slots == 0, NULL);

  for (gsize i = 0; i < n_slots; i++)
    order[i] = i;
  g_qsort_with_data (order, n_slots, sizeof *order, compare_slots, &check);
  for (gsize first = 0, end; first < n_slots; first = end)
    {
      for (end = first; end < n_slots && slots[order[end]].day == slots[order[first]].day; end++)
        ;
      check_day (&check, order + first, end - first);
    }
  g_array_sort (check.flaws, compare_flaws);
  return check.flaws;
}
