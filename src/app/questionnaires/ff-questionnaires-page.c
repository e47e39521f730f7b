#include "config.h"

#include "ff-questionnaires-page.h"

#include <glib/gi18n-lib.h>

#include "ff-list-view.h"
#include "ff-questionnaire-library.h"
#include "ff-questionnaire-text.h"
#include "ff-tag.h"

#define LEVELS 4

/* The filters of the list; 0 is none of each. */
enum
{
  FILTER_PLACE,
  FILTER_KIND,
  FILTER_LEVEL,
};

struct _FfQuestionnairesPage
{
  FfPage parent_instance;

  FfListView *list;
  GtkDropDown *place;
  GtkDropDown *kind;
  GtkDropDown *level;
};

G_DEFINE_FINAL_TYPE (FfQuestionnairesPage, ff_questionnaires_page, FF_TYPE_PAGE)

/* Columns ------------------------------------------------------------------------------------------------------------- */

static void
bind_title (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfQuestionnaireRow *) data)->title);
}

static void
bind_place (GtkWidget *cell, gconstpointer data)
{
  g_autofree char *place = ff_questionnaire_text_place (data);

  ff_list_cell_set_text (cell, place);
}

static void
bind_kind (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ff_questionnaire_kind_title (((const FfQuestionnaireRow *) data)->kind));
}

static GtkWidget *
setup_level (void)
{
  GtkWidget *cell = adw_bin_new ();

  gtk_widget_set_halign (cell, GTK_ALIGN_START);
  return cell;
}

static void
bind_level (GtkWidget *cell, gconstpointer data)
{
  int level = ((const FfQuestionnaireRow *) data)->level;

  adw_bin_set_child (ADW_BIN (cell), level > 0 ? ff_level_badge_new (level) : NULL);
}

static void
bind_names (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfQuestionnaireRow *) data)->anonymous ? C_ ("questionnaire", "Anonymous")
                                                                               : C_ ("questionnaire", "With names"));
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
bind_questions (GtkWidget *cell, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("%d", ((const FfQuestionnaireRow *) data)->questions);

  ff_list_cell_set_text (cell, text);
}

/* What stands in the library is never answered itself. */
static void
bind_responses (GtkWidget *cell, gconstpointer data)
{
  const FfQuestionnaireRow *row = data;
  g_autofree char *text = row->owner.kind != FF_OWNER_NONE ? g_strdup_printf ("%d", row->responses) : NULL;

  ff_list_cell_set_text (cell, text);
}

static const FfListColumn columns[] = {
  { NC_ ("column", "Questionnaire"), FF_QUESTIONNAIRE_SORT_TITLE, 180, TRUE, NULL, bind_title },
  { NC_ ("column", "Where it stands"), FF_QUESTIONNAIRE_SORT_OWNER, 150, TRUE, NULL, bind_place },
  { NC_ ("column", "What it is"), FF_QUESTIONNAIRE_SORT_KIND, 150, FALSE, NULL, bind_kind },
  { NC_ ("column", "Level"), FF_QUESTIONNAIRE_SORT_LEVEL, 70, FALSE, setup_level, bind_level },
  { NC_ ("column", "Names"), -1, 110, FALSE, NULL, bind_names },
  { NC_ ("column", "Questions"), -1, 90, FALSE, setup_number, bind_questions },
  { NC_ ("column", "Returned"), FF_QUESTIONNAIRE_SORT_RESPONSES, 90, FALSE, setup_number, bind_responses },
};

/* The list ------------------------------------------------------------------------------------------------------------ */

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_questionnaire_library_read_rows (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_questionnaire_row_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  const FfQuestionnaireQuery questionnaires = {
    .search = query->search,
    .place = (FfQuestionnairePlace) query->filters[FILTER_PLACE],
    .kind = (int) query->filters[FILTER_KIND] - 1,
    .level = (int) query->filters[FILTER_LEVEL],
    .sort = (FfQuestionnaireSort) query->sort,
    .descending = query->descending,
  };

  return ff_questionnaire_library_list (db, &questionnaires, error);
}

static const char *const other_tables[] = { "question", "response", "anonymous_response", "course", "run", "project", NULL };

static const FfListKind list_kind = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "questionnaire",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = FF_QUESTIONNAIRE_SORT_TITLE,
  .single_click = TRUE,
};

static void
on_row_activated (FfQuestionnairesPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-questionnaire", "x", id);
}

static void
on_filter_changed (FfQuestionnairesPage *self)
{
  ff_list_view_set_filter (self->list, FILTER_PLACE, gtk_drop_down_get_selected (self->place));
  ff_list_view_set_filter (self->list, FILTER_KIND, gtk_drop_down_get_selected (self->kind));
  ff_list_view_set_filter (self->list, FILTER_LEVEL, gtk_drop_down_get_selected (self->level));
}

static void
on_n_rows (FfQuestionnairesPage *self)
{
  guint n;
  g_autofree char *subtitle = NULL;

  g_object_get (self->list, "n-rows", &n, NULL);
  subtitle = g_strdup_printf (ngettext ("%'u questionnaire", "%'u questionnaires", n), n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
ff_questionnaires_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_QUESTIONNAIRES_PAGE (page)->list, text);
}

static void
set_titles (FfQuestionnairesPage *self, GtkDropDown *drop_down, GtkStringList *titles)
{
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
  g_object_unref (titles);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
}

/* The first choice of each shows all; then in the order of their values. */
static void
fill_filters (FfQuestionnairesPage *self)
{
  const char *const places[] = { _("Everywhere"), _("In the library"), _("Of courses"), _("Of classes"), _("Of projects"), NULL };
  GtkStringList *kinds = gtk_string_list_new (NULL);
  GtkStringList *levels = gtk_string_list_new (NULL);

  gtk_string_list_append (kinds, _("All kinds"));
  for (FfQuestionnaireKind kind = FF_QUESTIONNAIRE_RATING; kind <= FF_QUESTIONNAIRE_TEST; kind++)
    gtk_string_list_append (kinds, ff_questionnaire_kind_title (kind));
  gtk_string_list_append (levels, _("All levels"));
  for (int level = 1; level <= LEVELS; level++)
    {
      g_autofree char *title = g_strdup_printf ("%d · %s", level, ff_level_title (level));

      gtk_string_list_append (levels, title);
    }
  set_titles (self, self->place, gtk_string_list_new (places));
  set_titles (self, self->kind, kinds);
  set_titles (self, self->level, levels);
}

static void
ff_questionnaires_page_constructed (GObject *object)
{
  FfQuestionnairesPage *self = FF_QUESTIONNAIRES_PAGE (object);

  G_OBJECT_CLASS (ff_questionnaires_page_parent_class)->constructed (object);
  fill_filters (self);
  ff_list_view_set_up (self->list, &list_kind, ff_page_get_workspace (FF_PAGE (self)), C_ ("page", "Questionnaires"));
}

static void
ff_questionnaires_page_class_init (FfQuestionnairesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_questionnaires_page_constructed;
  FF_PAGE_CLASS (klass)->search = ff_questionnaires_page_search;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-questionnaires-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairesPage, list);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairesPage, place);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairesPage, kind);
  gtk_widget_class_bind_template_child (widget_class, FfQuestionnairesPage, level);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_n_rows);
}

static void
ff_questionnaires_page_init (FfQuestionnairesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
