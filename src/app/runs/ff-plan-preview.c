#include "config.h"

#include "ff-plan-preview.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-people.h"
#include "ff-places.h"
#include "ff-runs.h"

static void
line_free (gpointer data)
{
  FfPlanLine *line = data;

  g_free (line->title);
  g_free (line->when);
  g_free (line->detail);
  g_ptr_array_unref (line->notes);
  g_free (line);
}

void
ff_plan_preview_free (FfPlanPreview *preview)
{
  if (preview == NULL)
    return;
  g_ptr_array_unref (preview->lines);
  g_free (preview->summary);
  g_free (preview->warning);
  g_free (preview);
}

/* What the lines call things by. */
typedef struct
{
  FfDb *db;
  GPtrArray *trainers; /* FfChoice */
  GPtrArray *layers;   /* FfChoice */
} Names;

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->trainers, g_ptr_array_unref);
  g_clear_pointer (&names->layers, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static const char *
find_title (GPtrArray *choices, gint64 id)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const FfChoice *choice = g_ptr_array_index (choices, i);

      if (choice->id == id)
        return choice->title;
    }
  return NULL;
}

/* Lines ---------------------------------------------------------------------------------------------------------------- */

static char *
format_times (FfMinute from, FfMinute to)
{
  g_autofree char *day = ff_format_day_short (ff_time_day (from));
  g_autofree char *start = ff_format_clock (from);
  g_autofree char *end = ff_format_clock (to);

  /* Translators: a day, and two times of it */
  return g_strdup_printf (_("%s %s–%s"), day, start, end);
}

static char *
join_trainers (const Names *names, const FfSessionPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->trainers->len; i++)
    {
      const char *name = find_title (names->trainers, g_array_index (plan->trainers, gint64, i));

      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
    }
  return text->len > 0 ? ff_format_names (text->str) : g_strdup (C_("trainers", "nobody yet"));
}

/* What would be different from what is stored. */
static char *
describe_change (const Names *names, const FfSessionPlan *plan, const FfSession *stored)
{
  g_autofree char *before = stored->trainers != NULL ? ff_format_names (stored->trainers) : g_strdup (C_("trainers", "nobody yet"));
  g_autofree char *after = join_trainers (names, plan);

  if (plan->cancelled)
    return g_strdup (_("will be cancelled"));
  if (plan->starts_at != stored->starts_at || plan->ends_at != stored->ends_at)
    {
      g_autofree char *when = format_times (stored->starts_at, stored->ends_at);

      /* Translators: before a change: the time of a session, such as Mon 28 Sep 09:00–12:00 */
      return g_strdup_printf (_("was %s"), when);
    }
  if (g_strcmp0 (before, after) != 0)
    /* Translators: two lists of trainers, before and after */
    return g_strdup_printf (_("%s → %s"), before, after);
  return stored->provisional && !plan->provisional ? g_strdup (_("will be confirmed")) : NULL;
}

static char *
describe_audience (const Names *names, const FfSessionPlan *plan)
{
  for (guint i = 0; i < plan->audience->len; i++)
    {
      const char *layer = find_title (names->layers, g_array_index (plan->audience, FfAudience, i).layer_id);

      if (layer != NULL)
        /* Translators: a layer, such as Management */
        return g_strdup_printf (_("for %s"), layer);
    }
  return NULL;
}

static FfPlanLine *
line_new (const Names *names, const FfSessionPlan *plan, GError **error)
{
  g_autoptr (FfSession) stored = plan->session_id != 0 ? ff_sessions_read (names->db, plan->session_id, error) : NULL;
  gboolean titled = plan->title != NULL && *plan->title != '\0';
  FfPlanLine *line;

  if (plan->session_id != 0 && stored == NULL)
    return NULL;
  line = g_new0 (FfPlanLine, 1);
  line->notes = g_ptr_array_new_with_free_func (g_free);
  if (titled && plan->key != NULL)
    line->title = g_strdup_printf ("%s  %s", plan->key, plan->title);
  else
    line->title = g_strdup (titled ? plan->title : plan->key != NULL ? plan->key : "");
  line->when = format_times (plan->starts_at, plan->ends_at);
  line->cancelled = plan->cancelled;
  line->detail = stored != NULL ? describe_change (names, plan, stored) : describe_audience (names, plan);
  return line;
}

/* Clashes ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_side (const FfClashSide *side, const FfSessionPlan *plan)
{
  return side->run_code != NULL && side->session_id == plan->session_id
         && (plan->session_id != 0 || g_strcmp0 (side->key, plan->key) == 0);
}

static void
add_note (FfPlanLine *line, const FfSessionPlan *plan, const FfClashNote *note)
{
  g_autofree char *sentence = ff_clash_note_sentence (note, plan->session_id);
  g_autofree char *overlap = ff_clash_note_overlap (note);

  /* Translators: a clash, and its overlap */
  g_ptr_array_add (line->notes, g_strdup_printf (_("%s. %s"), sentence, overlap));
}

static gboolean
add_clashes (FfDb *db, FfPlanPreview *preview, GPtrArray *plans, GError **error)
{
  g_autoptr (GPtrArray) clashes = ff_clashes_of_plans (db, plans, error);
  g_autoptr (GPtrArray) notes = clashes != NULL ? ff_clash_notes_new (clashes, FALSE) : NULL;

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    for (guint k = 0; k < plans->len; k++)
      {
        const FfClash *clash = ff_clash_note_first (g_ptr_array_index (notes, i));
        const FfSessionPlan *plan = g_ptr_array_index (plans, k);

        if (is_side (&clash->a, plan) || is_side (&clash->b, plan))
          {
            add_note (g_ptr_array_index (preview->lines, k), plan, g_ptr_array_index (notes, i));
            break;
          }
      }
  if (notes->len > 0)
    preview->warning = g_strdup_printf (ngettext ("%u clash. It stays marked until it is resolved, or accepted with a reason.",
                                                  "%u clashes. They stay marked until they are resolved, or accepted with a reason.",
                                                  notes->len),
                                        notes->len);
  return TRUE;
}

/* The whole ---------------------------------------------------------------------------------------------------------------- */

static char *
summarise (GPtrArray *plans)
{
  FfDay first = 0, last = 0;
  gint64 minutes = 0;
  guint n = 0;
  g_autofree char *days = NULL;
  g_autofree char *count = NULL;
  g_autofree char *length = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      const FfSessionPlan *plan = g_ptr_array_index (plans, i);

      if (plan->cancelled)
        continue;
      first = n == 0 ? ff_time_day (plan->starts_at) : MIN (first, ff_time_day (plan->starts_at));
      last = n == 0 ? ff_time_day (plan->starts_at) : MAX (last, ff_time_day (plan->starts_at));
      minutes += plan->ends_at - plan->starts_at;
      n++;
    }
  if (n == 0)
    return g_strdup ("");
  days = ff_format_day_range (first, last);
  count = g_strdup_printf (ngettext ("%u session", "%u sessions", n), n);
  length = ff_format_duration (minutes);
  /* Translators: 12 sessions · 36 h · 8–23 September 2026 */
  return g_strdup_printf (_("%s · %s · %s"), count, length, days);
}

FfPlanPreview *
ff_plan_preview_read (FfDb *db, GPtrArray *plans, GError **error)
{
  g_autoptr (FfPlanPreview) preview = g_new0 (FfPlanPreview, 1);
  g_auto (Names) names = { .db = db };

  preview->lines = g_ptr_array_new_with_free_func (line_free);
  names.trainers = ff_people_list_trainers (db, NULL, error);
  names.layers = names.trainers != NULL ? ff_people_list_layers (db, error) : NULL;
  if (names.layers == NULL)
    return NULL;
  for (guint i = 0; i < plans->len; i++)
    {
      FfPlanLine *line = line_new (&names, g_ptr_array_index (plans, i), error);

      if (line == NULL)
        return NULL;
      g_ptr_array_add (preview->lines, line);
    }
  preview->summary = summarise (plans);
  return add_clashes (db, preview, plans, error) ? g_steal_pointer (&preview) : NULL;
}
