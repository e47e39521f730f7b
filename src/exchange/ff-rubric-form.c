#include "config.h"

#include "ff-rubric-form.h"

#include <glib/gi18n-lib.h>

#include "ff-criteria-edit.h"
#include "ff-number.h"
#include "ff-rubric-library.h"

/* How wide the columns are beside each other. */
#define CRITERION_SHARE 2.4
#define LEVEL_SHARE 3.0
#define POINTS_SHARE 1.0

#define LINE_HEIGHT 22

/* "20: Lets the guest finish" below "Good", which the head cannot say when levels are called differently. */
static char *
describe_level (const FfRubricLevel *level)
{
  g_autofree char *points = ff_hundredths_format (level->points);

  /* Translators: a level of a rubric on paper: its name and its points. */
  g_autofree char *head = g_strdup_printf (C_("rubric", "%s: %s"), level->title, points);

  return level->description != NULL ? g_strconcat (head, "\n", level->description, NULL) : g_steal_pointer (&head);
}

static char *
describe_criterion (const FfCriterion *criterion)
{
  return criterion->note != NULL ? g_strconcat (criterion->title, "\n", criterion->note, NULL) : g_strdup (criterion->title);
}

/* What the points are written before: "/ 20". */
static char *
describe_max (gint64 max)
{
  g_autofree char *points = ff_hundredths_format (max);

  return g_strdup_printf ("/ %s", points);
}

static void
add_table (FfDocument *document, const GPtrArray *criteria)
{
  guint n_levels = ff_criteria_count_levels (criteria), n = n_levels + 2;
  g_autofree FfDocumentColumn *columns = g_new0 (FfDocumentColumn, n);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  columns[0] = (FfDocumentColumn) { .title = C_("rubric", "Criterion"), .width = CRITERION_SHARE };
  for (guint i = 0; i < n_levels; i++)
    columns[i + 1] = (FfDocumentColumn) { .title = "", .width = LEVEL_SHARE, .group = C_("rubric", "Levels") };
  columns[n - 1] = (FfDocumentColumn) { .title = C_("rubric", "Points"), .width = POINTS_SHARE, .align = 1 };
  for (guint i = 0; i < criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (criteria, i);

      g_ptr_array_add (cells, describe_criterion (criterion));
      for (guint j = 0; j < n_levels; j++)
        g_ptr_array_add (cells, j < criterion->levels->len ? describe_level (ff_criterion_get_level (criterion, j)) : NULL);
      g_ptr_array_add (cells, describe_max (criterion->max));
    }
  g_ptr_array_add (cells, g_strdup (C_("rubric", "Total")));
  for (guint j = 0; j < n_levels; j++)
    g_ptr_array_add (cells, NULL);
  g_ptr_array_add (cells, describe_max (ff_criteria_sum (criteria)));
  ff_document_add_table (document, columns, n, (const char *const *) cells->pdata, criteria->len + 1, LINE_HEIGHT);
}

static FfDocument *
make (const char *title, const char *note, const GPtrArray *criteria)
{
  const char *const head[] = { C_("form", "Trainee"), C_("form", "Class"), C_("form", "Date") };
  const char *const foot[] = { C_("form", "Remarks"), C_("form", "Rater") };
  FfDocument *document = ff_document_new (FF_PAPER_A4_LANDSCAPE, title);

  ff_document_add_title (document, title);
  ff_document_add_blanks (document, head, NULL, G_N_ELEMENTS (head));
  if (note != NULL)
    ff_document_add_paragraph (document, note);
  ff_document_add_space (document, LINE_HEIGHT / 4);
  add_table (document, criteria);
  ff_document_add_space (document, LINE_HEIGHT / 2);
  ff_document_add_blanks (document, foot, NULL, G_N_ELEMENTS (foot));
  return document;
}

FfDocument *
ff_rubric_form_make (FfDb *db, gint64 rubric_id, GError **error)
{
  g_autoptr (FfRubric) rubric = ff_rubric_library_read (db, rubric_id, error);

  return rubric != NULL ? make (rubric->title, rubric->note, rubric->criteria) : NULL;
}

FfDocument *
ff_rubric_form_make_component (FfDb *db, gint64 component_id, GError **error)
{
  g_autofree char *title = ff_criteria_dup_title (db, component_id, error);
  g_autoptr (GPtrArray) criteria = title != NULL ? ff_criteria_read (db, FF_CRITERIA_OF_COMPONENT, component_id, error) : NULL;

  return criteria != NULL ? make (title, NULL, criteria) : NULL;
}
