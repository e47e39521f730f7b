#include "config.h"

#include "ff-improvement-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-reviews.h"

static GPtrArray *
parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
}

static GPtrArray *
list_reviews (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) reviews = ff_reviews_list (db, ff_owner_from_number (owner), error);
  GPtrArray *parts = reviews != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < reviews->len; i++)
    {
      const FfReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *day = ff_format_day (review->held_on);
      g_autofree char *next = review->next_on != FF_NO_DAY ? ff_format_day_short (review->next_on) : NULL;
      FfPart *part = ff_part_new (review->id, day, review->decisions != NULL ? review->decisions : review->minutes);

      /* Translators: %s is a day. */
      part->value = next != NULL && i == 0 ? g_strdup_printf (_("next %s"), next) : NULL;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const review_tables[] = { "review", NULL };

const FfPartKind ff_review_parts = {
  .title = N_("Reviews"),
  .empty = N_("Look at the actions once a month: who was there, what was said, what was decided, and when the next review is."),
  .add = N_("Add a Review"),
  .tables = review_tables,
  .list = list_reviews,
  .editor = &ff_review_editor,
};

static GPtrArray *
list_cases (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) cases = ff_best_cases_list (db, ff_owner_from_number (owner), error);
  GPtrArray *parts = cases != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < cases->len; i++)
    {
      const FfBestCase *best_case = g_ptr_array_index (cases, i);
      FfPart *part = ff_part_new (best_case->id, best_case->title, best_case->result != NULL ? best_case->result : best_case->situation);

      part->value = g_strdup (best_case->trainee);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const case_tables[] = { "best_case", "trainee", NULL };

const FfPartKind ff_best_case_parts = {
  .title = N_("Best Cases"),
  .empty = N_("What went so well that others should know: situation, task, action and result. The cases of all classes stand under Courses."),
  .add = N_("Add a Best Case"),
  .tables = case_tables,
  .list = list_cases,
  .editor = &ff_best_case_editor,
};
