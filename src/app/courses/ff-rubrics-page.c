#include "config.h"

#include "ff-rubrics-page.h"

#include <glib/gi18n-lib.h>

#include "ff-list-view.h"
#include "ff-number.h"
#include "ff-rubric-library.h"
#include "ff-rubric-text.h"

struct _FfRubricsPage
{
  FfPage parent_instance;

  FfListView *list;
};

G_DEFINE_FINAL_TYPE (FfRubricsPage, ff_rubrics_page, FF_TYPE_PAGE)

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
  { NC_ ("column", "Rubric"), 0, 220, TRUE, NULL, bind_title },
  { NC_ ("column", "What it is for"), -1, 160, TRUE, NULL, bind_note },
  { NC_ ("column", "Origin"), -1, 150, FALSE, setup_kind, bind_kind },
  { NC_ ("column", "Criteria"), -1, 80, FALSE, setup_number, bind_criteria },
  { NC_ ("column", "Points"), -1, 80, FALSE, setup_number, bind_points },
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

static const FfListKind kind = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "rubric",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .single_click = TRUE,
};

static void
on_row_activated (FfRubricsPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-rubric", "x", id);
}

static void
on_n_rows (FfRubricsPage *self)
{
  guint n;
  g_autofree char *subtitle = NULL;

  g_object_get (self->list, "n-rows", &n, NULL);
  subtitle = g_strdup_printf (ngettext ("%'u rubric", "%'u rubrics", n), n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
ff_rubrics_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_RUBRICS_PAGE (page)->list, text);
}

static void
ff_rubrics_page_constructed (GObject *object)
{
  FfRubricsPage *self = FF_RUBRICS_PAGE (object);

  G_OBJECT_CLASS (ff_rubrics_page_parent_class)->constructed (object);
  ff_list_view_set_up (self->list, &kind, ff_page_get_workspace (FF_PAGE (self)), C_ ("page", "Rubrics"));
}

static void
ff_rubrics_page_class_init (FfRubricsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_rubrics_page_constructed;
  FF_PAGE_CLASS (klass)->search = ff_rubrics_page_search;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-rubrics-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRubricsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_n_rows);
}

static void
ff_rubrics_page_init (FfRubricsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
