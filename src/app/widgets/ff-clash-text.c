#include "config.h"

#include "ff-clash-text.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

/* So many trainees are named before the rest is counted. */
#define MOST_NAMES 3

void
ff_clash_note_free (FfClashNote *note)
{
  g_ptr_array_unref (note->clashes);
  g_free (note);
}

const FfClash *
ff_clash_note_first (const FfClashNote *note)
{
  return g_ptr_array_index (note->clashes, 0);
}

static gboolean
belong_together (const FfClash *a, const FfClash *b)
{
  return a->kind == FF_CLASH_TRAINEE && b->kind == FF_CLASH_TRAINEE && a->joint_a == b->joint_a && a->joint_b == b->joint_b
         && a->from == b->from && a->to == b->to && (a->accepted != NULL) == (b->accepted != NULL);
}

static FfClashNote *
find_note (GPtrArray *notes, const FfClash *clash)
{
  for (guint i = 0; i < notes->len; i++)
    {
      FfClashNote *note = g_ptr_array_index (notes, i);

      if (belong_together (ff_clash_note_first (note), clash))
        return note;
    }
  return NULL;
}

GPtrArray *
ff_clash_notes_new (GPtrArray *clashes, gboolean accepted)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_clash_note_free);

  for (guint i = 0; i < clashes->len; i++)
    {
      FfClash *clash = g_ptr_array_index (clashes, i);
      FfClashNote *note;

      if (clash->accepted != NULL && !accepted)
        continue;
      note = clash->kind == FF_CLASH_TRAINEE ? find_note (notes, clash) : NULL;
      if (note == NULL)
        {
          note = g_new0 (FfClashNote, 1);
          note->clashes = g_ptr_array_new ();
          g_ptr_array_add (notes, note);
        }
      g_ptr_array_add (note->clashes, clash);
    }
  return notes;
}

gboolean
ff_clash_note_involves (const FfClashNote *note, gint64 session_id)
{
  const FfClash *clash = ff_clash_note_first (note);

  return clash->a.session_id == session_id || (clash->b.run_code != NULL && clash->b.session_id == session_id);
}

const char *
ff_clash_note_title (const FfClashNote *note)
{
  static const char *const titles[FF_CLASH_N_KINDS] = {
    [FF_CLASH_TRAINER] = N_("Clash: trainer"),
    [FF_CLASH_VENUE] = N_("Clash: venue"),
    [FF_CLASH_TRAINEE] = N_("Clash: trainees"),
    [FF_CLASH_EQUIPMENT] = N_("Clash: equipment"),
    [FF_CLASH_HOLIDAY] = N_("Clash: day off"),
    [FF_CLASH_UNAVAILABILITY] = N_("Clash: not available"),
    [FF_CLASH_CAPACITY] = N_("Clash: too few seats"),
    [FF_CLASH_QUALIFICATION] = N_("Clash: qualification"),
  };

  return _(titles[ff_clash_note_first (note)->kind]);
}

static char *
list_names (const FfClashNote *note)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint shown = MIN (note->clashes->len, MOST_NAMES);
  guint more = note->clashes->len - shown;
  g_autofree char *list = NULL;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", ((const FfClash *) g_ptr_array_index (note->clashes, i))->name);
  list = ff_format_names (names->str);
  if (more == 0)
    return g_steal_pointer (&list);
  /* Translators: some trainees by name, and how many more. */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", more), list, more);
}

static char *
pair_sentence (const FfClashNote *note, const FfClashSide *other)
{
  const FfClash *clash = ff_clash_note_first (note);
  /* Translators: a class and a session of it. */
  g_autofree char *session = g_strdup_printf (_("%s · %s"), other->run_code, other->key != NULL ? other->key : other->title);
  g_autofree char *names = list_names (note);

  switch (clash->kind)
    {
    case FF_CLASH_TRAINER:
      /* Translators: a trainer, and the class and session that need the same person. */
      return g_strdup_printf (_("%s also teaches %s"), clash->name, session);
    case FF_CLASH_VENUE:
      /* Translators: a venue, and the class and session that it is taken by. */
      return g_strdup_printf (_("%s is taken by %s"), clash->name, session);
    case FF_CLASH_EQUIPMENT:
      /* Translators: two counts of a piece of equipment, and the class and session that need it, too. */
      return g_strdup_printf (_("%s: %d needed, %d there, with %s"), clash->name, clash->need, clash->have, session);
    case FF_CLASH_TRAINEE:
    case FF_CLASH_HOLIDAY:
    case FF_CLASH_UNAVAILABILITY:
    case FF_CLASH_CAPACITY:
    case FF_CLASH_QUALIFICATION:
    default:
      /* Translators: trainees, and the class and session in which they take part, too. */
      return g_strdup_printf (ngettext ("%s also takes part in %s", "%s also take part in %s", note->clashes->len), names, session);
    }
}

char *
ff_clash_note_sentence (const FfClashNote *note, gint64 session_id)
{
  const FfClash *clash = ff_clash_note_first (note);
  gboolean from_b = clash->b.run_code != NULL && clash->b.session_id == session_id && clash->a.session_id != session_id;

  if (clash->b.run_code != NULL)
    return pair_sentence (note, from_b ? &clash->a : &clash->b);
  switch (clash->kind)
    {
    case FF_CLASH_HOLIDAY:
      /* Translators: the name of a holiday. */
      return g_strdup_printf (_("%s is a day off"), clash->name);
    case FF_CLASH_CAPACITY:
      /* Translators: a venue, its seats, people. */
      return g_strdup_printf (ngettext ("%s has %d seat for %d trainees", "%s has %d seats for %d trainees", (gulong) clash->have), clash->name,
                              clash->have, clash->need);
    case FF_CLASH_QUALIFICATION:
      /* Translators: a trainer. */
      return g_strdup_printf (_("%s may not teach this course then"), clash->name);
    case FF_CLASH_EQUIPMENT:
      /* Translators: equipment and two counts of it. */
      return g_strdup_printf (_("%s: %d needed, %d there"), clash->name, clash->need, clash->have);
    case FF_CLASH_UNAVAILABILITY:
    case FF_CLASH_TRAINER:
    case FF_CLASH_VENUE:
    case FF_CLASH_TRAINEE:
    default:
      /* Translators: a trainer, a venue or a trainee. */
      return g_strdup_printf (_("%s cannot be booked then"), clash->name);
    }
}

char *
ff_clash_note_overlap (const FfClashNote *note)
{
  const FfClash *clash = ff_clash_note_first (note);
  int minutes = (int) (clash->to - clash->from);
  g_autofree char *day = ff_format_day_short (ff_time_day (clash->from));
  g_autofree char *last = ff_format_day_short (ff_time_day (clash->to - 1));
  g_autofree char *from = ff_format_clock (clash->from);
  g_autofree char *to = ff_format_clock (clash->to);
  g_autofree char *text = NULL;

  if (g_str_equal (day, last))
    /* Translators: a day, two times, minutes. */
    text = g_strdup_printf (_("Overlap %s %s–%s (%d min)"), day, from, to, minutes);
  else
    /* Translators: a day and a time, twice. */
    text = g_strdup_printf (_("Overlap %s %s – %s %s"), day, from, last, to);
  if (!clash->provisional)
    return g_steal_pointer (&text);
  /* Translators: when two sessions overlap; one of them is not confirmed. */
  return g_strdup_printf (C_ ("booking", "%s, provisional"), text);
}

char *
ff_clash_note_acceptance (const FfClashNote *note)
{
  const FfClash *clash = ff_clash_note_first (note);
  g_autofree char *day = NULL;

  if (clash->accepted == NULL)
    return NULL;
  day = ff_format_day (clash->accepted_on);
  /* Translators: the reason, who gave it, and a date. */
  return g_strdup_printf (_("Accepted: %s (%s, %s)"), clash->accepted, clash->accepted_by, day);
}
