/* A sample of the pile is typed again and compared answer by answer; which of two is right is read from the paper once more. */
#include "config.h"

#include "ff-form-entry-private.h"

#include <glib/gi18n-lib.h>

/* A tenth of the pile, and at least three. */
#define SHARE 10
#define LEAST 3

static guint
sample_size (guint n)
{
  return MIN (n, MAX (LEAST, (n + SHARE - 1) / SHARE));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* Drawn by lot, then in the order of the pile, so that the papers are found. */
static GArray *
draw_sample (guint n)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (places, i);
  for (guint i = 0; i < sample_size (n); i++)
    {
      guint other = (guint) g_random_int_range ((gint32) i, (gint32) n);
      guint kept = g_array_index (places, guint, i);

      g_array_index (places, guint, i) = g_array_index (places, guint, other);
      g_array_index (places, guint, other) = kept;
    }
  g_array_set_size (places, sample_size (n));
  g_array_sort (places, compare_places);
  return places;
}

static FfPileForm *
get_form (FfFormEntryWindow *self)
{
  return g_ptr_array_index (self->pile, g_array_index (self->sample, guint, self->sample_at));
}

static void
show_form (FfFormEntryWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  ff_form_board_begin (self->board, NULL);
  ff_response_take_about (ff_form_draft_get_response (self->draft), get_form (self)->response);
  ff_form_entry_show_state (self);
}

void
ff_form_check_begin (FfFormEntryWindow *self)
{
  g_return_if_fail (self->pile->len >= LEAST);

  self->sample = draw_sample (self->pile->len);
  self->sample_at = 0;
  self->check = (FfEntryCheck) { 0 };
  show_form (self);
}

/* The result ------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 questionnaire_id;
  FfEntryCheck check;
} Kept;

static gboolean
keep_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Kept *kept = data;

  return ff_entry_check_store_add (db, kept->questionnaire_id, &kept->check, error);
}

static void
show_result (FfFormEntryWindow *self)
{
  const FfEntryCheck *check = &self->check;
  double percent = check->answers > 0 ? 100.0 * check->differing / check->answers : 0;
  /* Translators: how many answers differed, how many were compared, and that as a percentage */
  g_autofree char *text = g_strdup_printf (ngettext ("%d of %d answers differed when it was typed again: %.1f %% typing errors.",
                                                     "%d of %d answers differed when they were typed again: %.1f %% typing errors.",
                                                     (gulong) check->answers),
                                           check->differing, check->answers, percent);

  gtk_label_set_label (self->done_text, text);
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
finish (FfFormEntryWindow *self)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept) { self->questionnaire->id, self->check };
  ff_workspace_run (self->workspace, _("Check typed forms"), keep_work, NULL, kept, g_free);
  ff_form_check_stop (self);
  show_result (self);
}

void
ff_form_check_stop (FfFormEntryWindow *self)
{
  g_clear_pointer (&self->sample, g_array_unref);
  ff_form_entry_go_to (self, self->pile->len);
}

static void
next_form (FfFormEntryWindow *self)
{
  self->check.forms++;
  if (++self->sample_at == self->sample->len)
    finish (self);
  else
    show_form (self);
}

/* Comparing --------------------------------------------------------------------------------------------------------------------- */

static const FfAnswerColumn *
get_differing (FfFormEntryWindow *self)
{
  guint place = g_array_index (self->differing, guint, self->differing_at);

  return &g_array_index (ff_form_draft_get_places (self->draft), FfAnswerColumn, place);
}

static void
set_side (GtkLabel *label, const FfAnswerColumn *column, const FfResponse *response)
{
  g_autofree char *said = ff_form_answer_say (column, response);

  gtk_label_set_label (label, *said != '\0' ? said : _("not answered"));
}

static void
show_differing (FfFormEntryWindow *self)
{
  const FfAnswerColumn *column = get_differing (self);
  g_autofree char *title = ff_answer_columns_title (column);

  gtk_label_set_label (self->compare_question, title);
  set_side (self->compare_first, column, get_form (self)->response);
  set_side (self->compare_second, column, ff_form_draft_get_response (self->draft));
  gtk_stack_set_visible_child_name (self->stack, "compare");
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self->compare_question)));
}

static gboolean
differs (const FfAnswerColumn *column, const FfResponse *first, const FfResponse *second)
{
  g_autofree char *one = ff_form_answer_say (column, first);
  g_autofree char *other = ff_form_answer_say (column, second);

  return !g_str_equal (one, other);
}

void
ff_form_check_compare (FfFormEntryWindow *self)
{
  const GArray *places = ff_form_draft_get_places (self->draft);

  g_array_set_size (self->differing, 0);
  for (guint i = 0; i < places->len; i++)
    if (differs (&g_array_index (places, FfAnswerColumn, i), get_form (self)->response, ff_form_draft_get_response (self->draft)))
      g_array_append_val (self->differing, i);
  self->check.answers += (int) places->len;
  self->check.differing += (int) self->differing->len;
  self->differing_at = 0;
  if (self->differing->len > 0)
    show_differing (self);
  else
    next_form (self);
}

/* What was chosen goes into the draft, which is then what is kept. */
void
ff_form_check_choose (FfFormEntryWindow *self, gboolean second)
{
  const FfAnswerColumn *column = get_differing (self);
  const FfAnswer *first = ff_response_find (get_form (self)->response, column->question->id, column->part);

  if (!second)
    ff_response_set (ff_form_draft_get_response (self->draft), column->question->id, column->part, first != NULL ? first->value : -1,
                     first != NULL ? first->text : NULL);
  if (++self->differing_at < self->differing->len)
    {
      show_differing (self);
      return;
    }
  ff_form_entry_keep (self, g_array_index (self->sample, guint, self->sample_at), ff_form_draft_get_response (self->draft));
  next_form (self);
}

gboolean
ff_form_check_key (FfFormEntryWindow *self, guint keyval)
{
  if (self->sample == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "compare") != 0)
    return FALSE;
  if (keyval != GDK_KEY_1 && keyval != GDK_KEY_KP_1 && keyval != GDK_KEY_2 && keyval != GDK_KEY_KP_2)
    return FALSE;
  ff_form_check_choose (self, keyval == GDK_KEY_2 || keyval == GDK_KEY_KP_2);
  return TRUE;
}
