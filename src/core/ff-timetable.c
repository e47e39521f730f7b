#include "ff-timetable.h"

#include <string.h>

/* Noon, when no calendar says where the halves of a day meet; and how long after the last hours an evening begins. */
#define USUAL_NOON (12 * 60 + 45)
#define USUAL_EVENING (18 * 60)
#define EVENING_AFTER 30
#define LONGEST_SEARCH 3660
#define LONGEST_TITLE 60

static void
made_slot_free (gpointer data)
{
  FfMadeSlot *slot = data;

  g_free (slot->title);
  g_free (slot->activity);
  g_free (slot);
}

void
ff_made_session_free (FfMadeSession *session)
{
  if (session == NULL)
    return;
  g_free (session->title);
  g_ptr_array_unref (session->slots);
  g_free (session);
}

/* Days ---------------------------------------------------------------------------------------------------------- */

static FfDay
next_worked (const FfWorkCalendar *calendar, FfDay day)
{
  return calendar != NULL ? ff_work_calendar_next (calendar, day) : day;
}

/* The first day on which is taught, from @day on. */
static FfDay
next_of_weekdays (const FfPlanQuery *query, FfDay day)
{
  for (FfDay last = day + LONGEST_SEARCH; day < last; day++)
    if ((query->rhythm.weekdays & (1u << (ff_day_weekday (day) - 1))) != 0
        && (query->calendar == NULL || ff_work_calendar_is_worked (query->calendar, day)))
      return day;
  return FF_NO_DAY;
}

/* The @n first teaching days; fewer when there are no more. */
static GArray *
list_days (const FfPlanQuery *query, int n)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FfDay));
  FfDay day = query->starts_on;

  for (int i = 0; i < n; i++)
    {
      FfDay planned = query->starts_on + (FfDay) i * MAX (1, query->rhythm.every);
      FfDay taken = query->rhythm.weekdays != 0 ? next_of_weekdays (query, day) : next_worked (query->calendar, MAX (planned, day));

      if (taken == FF_NO_DAY)
        break;
      g_array_append_val (days, taken);
      day = taken + 1;
    }
  return days;
}

gboolean
ff_timetable_shift_days (const FfDay *days, gsize n, FfDay to, const FfWorkCalendar *calendar, FfDay *moved)
{
  for (gsize i = 0; i < n; i++)
    {
      FfDay wanted = to + (days[i] - days[0]);

      moved[i] = next_worked (calendar, i > 0 ? MAX (wanted, moved[i - 1] + 1) : wanted);
      if (moved[i] == FF_NO_DAY)
        return FALSE;
    }
  return TRUE;
}

/* Halves of a day ------------------------------------------------------------------------------------------------- */

/* 0 is the first part; an evening is the one after the last hours. */
static int
part_of_day (const FfPlanQuery *query, int minute)
{
  gsize n = 0;
  const FfHours *hours = query->calendar != NULL ? ff_work_calendar_hours (query->calendar, &n) : NULL;
  int part = 0;

  if (n < 2)
    return (minute >= USUAL_NOON) + (minute >= USUAL_EVENING);
  for (gsize i = 0; i + 1 < n; i++)
    part += minute >= (hours[i].to + hours[i + 1].from) / 2;
  return part + (minute >= hours[n - 1].to + EVENING_AFTER);
}

/* Sessions ---------------------------------------------------------------------------------------------------------- */

static gboolean
is_break (const FfPlanSlot *slot)
{
  return g_strcmp0 (slot->activity, FF_ACTIVITY_BREAK) == 0;
}

static gboolean
says_something (const FfPlanSlot *slot)
{
  return is_break (slot) || slot->syllabus_item_id != 0 || (slot->title != NULL && *slot->title != '\0');
}

static FfMadeSlot *
made_slot_new (const FfPlanSlot *slot, FfDay day)
{
  FfMadeSlot *planned = g_new0 (FfMadeSlot, 1);

  planned->starts_at = ff_day_start (day) + slot->starts;
  planned->ends_at = ff_day_start (day) + slot->ends;
  planned->title = g_strdup (slot->title != NULL ? slot->title : "");
  planned->activity = g_strdup (slot->activity);
  planned->syllabus_item_id = slot->syllabus_item_id;
  return planned;
}

/* The titles of what is taught, each once, as far as they fit. */
static char *
join_titles (GPtrArray *group)
{
  g_autoptr (GString) title = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      const FfPlanSlot *slot = g_ptr_array_index (group, i);

      if (is_break (slot) || slot->title == NULL || *slot->title == '\0' || g_strcmp0 (last, slot->title) == 0)
        continue;
      if (last != NULL && g_utf8_strlen (title->str, -1) + g_utf8_strlen (slot->title, -1) > LONGEST_TITLE)
        {
          g_string_append (title, " …");
          break;
        }
      g_string_append_printf (title, "%s%s", last != NULL ? " · " : "", slot->title);
      last = slot->title;
    }
  return title->len > 0 ? g_strdup (title->str) : NULL;
}

/* What lies between two slots is a break too. */
static void
add_pause (FfMadeSession *session, FfDay day, int from, int to)
{
  FfPlanSlot pause = { .starts = from, .ends = to, .activity = FF_ACTIVITY_BREAK };

  g_ptr_array_add (session->slots, made_slot_new (&pause, day));
}

/* One session out of the slots of a group, which begins with no break. */
static FfMadeSession *
session_new (GPtrArray *group, FfDay day)
{
  FfMadeSession *session = g_new0 (FfMadeSession, 1);
  const FfPlanSlot *first = g_ptr_array_index (group, 0);
  gboolean telling = FALSE;
  int ends = first->starts;

  while (is_break (g_ptr_array_index (group, group->len - 1)))
    g_ptr_array_set_size (group, (int) group->len - 1);
  session->slots = g_ptr_array_new_with_free_func (made_slot_free);
  session->layer_id = first->layer_id;
  session->title = join_titles (group);
  for (guint i = 0; i < group->len; i++)
    {
      const FfPlanSlot *slot = g_ptr_array_index (group, i);

      if (slot->starts > ends)
        add_pause (session, day, ends, slot->starts);
      telling |= says_something (slot) || slot->starts > ends;
      ends = MAX (ends, slot->ends);
      g_ptr_array_add (session->slots, made_slot_new (slot, day));
    }
  if (!telling)
    g_ptr_array_set_size (session->slots, 0);
  session->starts_at = ff_day_start (day) + first->starts;
  session->ends_at = ff_day_start (day) + ends;
  return session;
}

/* The slots of one teaching day, in order, as they become sessions. */
typedef struct
{
  const FfPlanQuery *query;
  const FfPlanSlot *const *slots;
  gsize n;
  FfDay day;
  GPtrArray *sessions;
} DayWork;

static void
close_group (DayWork *work, GPtrArray *group)
{
  if (group->len > 0)
    g_ptr_array_add (work->sessions, session_new (group, work->day));
  g_ptr_array_set_size (group, 0);
}

/* Somebody else's slot, which a session of @layer may not run through: for everybody any layer's, for a layer everybody's. */
static gboolean
parts_group (const FfPlanSlot *slot, gint64 layer)
{
  return !is_break (slot) && (layer == 0) != (slot->layer_id == 0);
}

/* The sessions of one layer (0: of everybody). Breaks are everybody's, too. */
static void
make_layer (DayWork *work, gint64 layer)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();
  int part = 0;

  for (gsize i = 0; i < work->n; i++)
    {
      const FfPlanSlot *slot = work->slots[i];
      int its_part = work->query->unit == FF_UNIT_HALF_DAY ? part_of_day (work->query, slot->starts) : 0;
      gboolean own = slot->layer_id == layer || (is_break (slot) && slot->layer_id == 0);

      if (parts_group (slot, layer) || its_part != part || (work->query->unit == FF_UNIT_SLOT && !is_break (slot)))
        close_group (work, group);
      part = its_part;
      if (own && !(is_break (slot) && (group->len == 0 || work->query->unit == FF_UNIT_SLOT)))
        g_ptr_array_add (group, (gpointer) slot);
    }
  close_group (work, group);
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const FfMadeSession *x = *(FfMadeSession *const *) a, *y = *(FfMadeSession *const *) b;

  if (x->starts_at != y->starts_at)
    return x->starts_at < y->starts_at ? -1 : 1;
  if (x->layer_id != y->layer_id)
    return x->layer_id < y->layer_id ? -1 : 1;
  return x->ends_at < y->ends_at ? -1 : x->ends_at > y->ends_at;
}

static void
make_day (const FfPlanQuery *query, const FfPlanSlot *const *slots, gsize n, FfDay day, GPtrArray *sessions)
{
  DayWork work = { query, slots, n, day, sessions };

  for (gsize i = 0; i < n; i++)
    {
      gboolean seen = FALSE;

      for (gsize k = 0; k < i; k++)
        seen |= slots[k]->layer_id == slots[i]->layer_id;
      if (!seen && sessions->len < FF_TIMETABLE_MAX_SESSIONS)
        make_layer (&work, slots[i]->layer_id);
    }
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const FfPlanSlot *x = *(const FfPlanSlot *const *) a, *y = *(const FfPlanSlot *const *) b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->starts != y->starts)
    return x->starts < y->starts ? -1 : 1;
  return x->ends < y->ends ? -1 : x->ends > y->ends;
}

GPtrArray *
ff_timetable_make (const FfPlanQuery *query, const FfPlanSlot *slots, gsize n_slots)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_made_session_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GArray) days = NULL;
  const FfPlanSlot *const *sorted;

  g_return_val_if_fail (query != NULL && (slots != NULL || n_slots == 0), sessions);

  if (n_slots == 0)
    return sessions;
  for (gsize i = 0; i < n_slots; i++)
    g_ptr_array_add (order, (gpointer) &slots[i]);
  g_ptr_array_sort (order, compare_slots);
  sorted = (const FfPlanSlot *const *) order->pdata;
  days = list_days (query, sorted[n_slots - 1]->day);
  for (gsize from = 0, to; from < n_slots; from = to)
    {
      for (to = from; to < n_slots && sorted[to]->day == sorted[from]->day; to++)
        ;
      if (sorted[from]->day >= 1 && sorted[from]->day <= (int) days->len)
        make_day (query, sorted + from, to - from, g_array_index (days, FfDay, sorted[from]->day - 1), sessions);
    }
  g_ptr_array_sort (sessions, compare_sessions);
  return sessions;
}

/* Patterns ---------------------------------------------------------------------------------------------------------- */

/* What is still to be taught while a pattern is laid out. */
typedef struct
{
  const FfPattern *pattern;
  int left;       /* minutes; G_MAXINT: a number of sessions decides */
  gsize item;     /* the one that comes next */
  int item_taught; /* minutes of it that were taught already */
  GArray *slots;  /* FfPlanSlot */
} Filling;

static void
add_slot (Filling *filling, int day, int from, int to, const FfPlanItem *item)
{
  FfPlanSlot slot = { .day = day, .starts = from, .ends = to };

  if (item != NULL)
    {
      slot.title = item->title;
      slot.activity = item->activity;
      slot.syllabus_item_id = item->syllabus_item_id;
    }
  g_array_append_val (filling->slots, slot);
  filling->left -= filling->left != G_MAXINT ? to - from : 0;
}

/* Teaches from @from to @to with the items that come next, and with nothing in particular when they have run out. */
static void
fill_stretch (Filling *filling, int day, int from, int to)
{
  const FfPattern *pattern = filling->pattern;

  while (from < to && filling->left > 0)
    {
      const FfPlanItem *item = filling->item < pattern->n_items ? &pattern->items[filling->item] : NULL;
      int end = MIN (to, from + MIN (filling->left, to - from));

      if (item != NULL && item->minutes - filling->item_taught <= 0)
        {
          filling->item++;
          filling->item_taught = 0;
          continue;
        }
      if (item != NULL)
        end = MIN (end, from + item->minutes - filling->item_taught);
      add_slot (filling, day, from, end, item);
      filling->item_taught += end - from;
      from = end;
    }
}

/* One stretch of hours, with its breaks. A break that nothing would follow is left out. */
static void
fill_hours (Filling *filling, int day, const FfHours *hours)
{
  static const FfPlanSlot rest = { .activity = FF_ACTIVITY_BREAK };
  const FfPattern *pattern = filling->pattern;
  int teach = pattern->teach > 0 && pattern->pause > 0 ? pattern->teach : hours->to - hours->from;

  for (int from = hours->from; from < hours->to && filling->left > 0;)
    {
      int to = MIN (from + teach, hours->to);
      FfPlanSlot pause = rest;

      fill_stretch (filling, day, from, to);
      from = to + pattern->pause;
      if (from >= hours->to || filling->left <= 0)
        break;
      pause.day = day;
      pause.starts = to;
      pause.ends = from;
      g_array_append_val (filling->slots, pause);
    }
}

static int
sum_items (const FfPattern *pattern)
{
  int minutes = 0;

  for (gsize i = 0; i < pattern->n_items; i++)
    minutes += MAX (0, pattern->items[i].minutes);
  return minutes;
}

GPtrArray *
ff_timetable_make_pattern (const FfPlanQuery *query, const FfPattern *pattern)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (FfPlanSlot));
  Filling filling = { .pattern = pattern, .slots = slots };
  GPtrArray *sessions;

  g_return_val_if_fail (query != NULL && pattern != NULL, NULL);

  filling.left = pattern->sessions > 0 ? G_MAXINT : pattern->minutes > 0 ? pattern->minutes : sum_items (pattern);
  /* Each day holds a session at least. */
  for (int day = 1; filling.left > 0 && day <= (pattern->sessions > 0 ? pattern->sessions : FF_TIMETABLE_MAX_SESSIONS); day++)
    for (gsize i = 0; i < pattern->n_hours; i++)
      fill_hours (&filling, day, &pattern->hours[i]);
  sessions = ff_timetable_make (query, (const FfPlanSlot *) (gpointer) slots->data, slots->len);
  if (pattern->sessions > 0 && sessions->len > (guint) pattern->sessions)
    g_ptr_array_set_size (sessions, pattern->sessions);
  return sessions;
}
