#include "config.h"

#include "ff-rubric-list.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-rubric-library.h"
#include "ff-rubric-text.h"

static void
bind_title (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfRubric *) data)->title);
}

static void
bind_note (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfRubric *) data)->note);
}

static GtkWidget *
setup_kind (void)
{
  return ff_tag_new ("", NULL, FF_TONE_NEUTRAL);
}

static void
bind_kind (GtkWidget *cell, gconstpointer data)
{
  const FfRubric *rubric = data;

  ff_tag_set (FF_TAG (cell), ff_rubric_text_kind (rubric), NULL, ff_rubric_text_tone (rubric));
}

static GtkWidget *
setup_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
bind_criteria (GtkWidget *cell, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("%u", ((const FfRubric *) data)->criteria->len);

  ff_list_cell_set_text (cell, text);
}

static void
bind_points (GtkWidget *cell, gconstpointer data)
{
  g_autofree char *text = ff_hundredths_format (ff_criteria_sum (((const FfRubric *) data)->criteria));

  ff_list_cell_set_text (cell, text);
}

static const FfListColumn columns[] = {
  { NC_ ("column", "Rubric"), 0, 190, TRUE, NULL, bind_title },
  { NC_ ("column", "What it is for"), -1, 160, TRUE, NULL, bind_note },
  { NC_ ("column", "Origin"), -1, 140, FALSE, setup_kind, bind_kind },
  { NC_ ("column", "Criteria"), -1, 80, FALSE, setup_number, bind_criteria },
  { NC_ ("column", "Points"), -1, 80, FALSE, setup_number, bind_points },
};

static const FfListColumn choice_columns[] = {
  { NC_ ("column", "Rubric"), 0, 0, TRUE, NULL, bind_title },
  { NC_ ("column", "Points"), -1, 70, FALSE, setup_number, bind_points },
};

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_rubric_library_read_rows (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_rubric_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  return ff_rubric_library_list (db, query->search, query->descending, error);
}

static const char *const other_tables[] = { "rubric_criterion", "rubric_level", NULL };

#define LIBRARY \
  .rows = { read_rows, free_row }, .list = list_ids, .table = "rubric", .others = other_tables

const FfListKind ff_rubric_list = {
  LIBRARY,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .single_click = TRUE,
};

const FfListKind ff_rubric_choice_list = {
  LIBRARY,
  .columns = choice_columns,
  .n_columns = G_N_ELEMENTS (choice_columns),
};
