#include "config.h"

#include "ff-test-page.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-test-model.h"
#include "ff-test-papers.h"
#include "ff-test-window.h"
#include "ff-window.h"

struct _FfTestPage
{
  FfGridTab parent_instance;

  FfTestModel *model;
  FfGrid *grid;
  GtkDropDown *paper;
  GtkDropDown *attempt;
  GArray *components; /* gint64, in the order of the drop-down */
  gint64 shown;       /* the component and the attempt in the grid */
  int shown_attempt;
  gboolean filling;   /* the drop-downs change by themselves */
};

G_DEFINE_FINAL_TYPE (FfTestPage, ff_test_page, FF_TYPE_GRID_TAB)

static gboolean
is_test (const FfComponent *component)
{
  return component->leaf && component->source == FF_SOURCE_TEST;
}

gboolean
ff_test_page_applies (const FfClassFigures *figures)
{
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    if (is_test (ff_scheme_get (figures->scheme, i)))
      return TRUE;
  return FALSE;
}

/* Writing ------------------------------------------------------------------------------------------------------------------- */

static gboolean
write_entry (FfDb *db, gconstpointer data, GError **error)
{
  const FfTestEntry *entry = data;
  g_autofree char *text = NULL;

  if (entry->letters != NULL)
    text = g_strdup (*entry->letters != '\0' ? entry->letters : "-");
  else
    text = entry->score >= 0 ? ff_hundredths_format (entry->score) : g_strdup ("");
  return ff_test_papers_answer (db, entry->enrolment_id, entry->item_id, entry->attempt, text, error) != FF_PUT_REFUSED;
}

/* Which paper --------------------------------------------------------------------------------------------------------------- */

/* 0: the class has no test. */
static gint64
get_component_id (FfTestPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->paper);

  return selected < self->components->len ? g_array_index (self->components, gint64, selected) : 0;
}

static int
find_component (const FfClassFigures *figures, gint64 id)
{
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    if (ff_scheme_get (figures->scheme, i)->id == id)
      return (int) i;
  return -1;
}

/* What is being typed is left alone unless it is of another paper. */
static void
show_paper (FfTestPage *self)
{
  gint64 component_id = get_component_id (self);
  int attempt = (int) gtk_drop_down_get_selected (self->attempt) + 1;

  if (self->filling || (component_id == self->shown && attempt == self->shown_attempt) || !ff_grid_commit (self->grid))
    return;
  self->shown = component_id;
  self->shown_attempt = attempt;
  ff_test_model_set_paper (self->model, component_id, attempt);
}

/* One attempt more than anybody has begun. */
static void
fill_attempts (FfTestPage *self, const FfClassFigures *figures)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->attempt));
  guint selected = gtk_drop_down_get_selected (self->attempt);
  int component = find_component (figures, get_component_id (self));
  guint wanted = 2;

  for (guint i = 0; component >= 0 && i < figures->trainees->len; i++)
    wanted = MAX (wanted, (guint) ff_class_trainee_last_attempt (g_ptr_array_index (figures->trainees, i), component) + 1);
  if (wanted == g_list_model_get_n_items (G_LIST_MODEL (list)))
    return;
  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), NULL);
  for (guint i = 1; i <= wanted; i++)
    {
      g_autofree char *text = g_strdup_printf (_("Attempt %u"), i);

      gtk_string_list_append (list, text);
    }
  gtk_drop_down_set_selected (self->attempt, selected < wanted ? selected : 0);
}

static void
fill_papers (FfTestPage *self, const FfClassFigures *figures)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  gint64 chosen = get_component_id (self);
  guint selected = 0;

  g_array_set_size (self->components, 0);
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);

      if (!is_test (component))
        continue;
      if (component->id == chosen)
        selected = self->components->len;
      g_array_append_val (self->components, component->id);
      gtk_string_list_append (list, component->title);
    }
  gtk_drop_down_set_model (self->paper, G_LIST_MODEL (list));
  g_object_unref (list);
  gtk_drop_down_set_selected (self->paper, selected);
}

static gboolean
is_empty (const FfClassFigures *figures, const char **title, const char **description)
{
  *title = _("No Test Paper Yet");
  *description = _("Paste the paper with its key: the marks then follow from the answers.");
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);

      if (is_test (component) && component->items != NULL && component->items->len > 0)
        {
          *title = _("Nobody Is Enrolled");
          *description = _("Enrol trainees on the Roster tab: each one is a row of answers.");
          return figures->trainees->len == 0;
        }
    }
  return TRUE;
}

static void
figures_changed (FfGridTab *tab, FfClassFigures *figures)
{
  FfTestPage *self = FF_TEST_PAGE (tab);

  self->filling = TRUE;
  fill_papers (self, figures);
  fill_attempts (self, figures);
  self->filling = FALSE;
  show_paper (self);
  ff_page_set_subtitle (FF_PAGE (self), figures->run->title);
}

/* At the first paper's first item. */
static void
begin (FfGridTab *tab, FfClassFigures *figures)
{
  FfTestPage *self = FF_TEST_PAGE (tab);

  for (int column = 0; column < ff_grid_model_get_n_columns (FF_GRID_MODEL (self->model)); column++)
    if (ff_grid_model_is_editable (FF_GRID_MODEL (self->model), 0, column))
      {
        ff_grid_set_cursor (self->grid, 0, column);
        break;
      }
}

/* The page ------------------------------------------------------------------------------------------------------------------ */

static void
activate_paper (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfTestPage *self = user_data;
  gint64 component_id = get_component_id (self);

  if (component_id != 0 && ff_grid_commit (self->grid))
    ff_test_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), component_id);
}

static void
ff_test_page_dispose (GObject *object)
{
  FfTestPage *self = FF_TEST_PAGE (object);

  g_clear_object (&self->model);
  G_OBJECT_CLASS (ff_test_page_parent_class)->dispose (object);
}

static void
ff_test_page_finalize (GObject *object)
{
  g_array_unref (FF_TEST_PAGE (object)->components);
  G_OBJECT_CLASS (ff_test_page_parent_class)->finalize (object);
}

static void
ff_test_page_class_init (FfTestPageClass *klass)
{
  FfGridTabClass *tab_class = FF_GRID_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_test_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_test_page_finalize;
  tab_class->write_entry = write_entry;
  tab_class->is_empty = is_empty;
  tab_class->figures_changed = figures_changed;
  tab_class->begin = begin;
}

static GtkWidget *
make_strip (FfTestPage *self)
{
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->paper = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->attempt = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Test"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->attempt), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attempt"), -1);
  g_signal_connect_object (self->paper, "notify::selected", G_CALLBACK (show_paper), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::selected", G_CALLBACK (show_paper), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (strip, "filter-strip");
  gtk_box_append (GTK_BOX (strip), GTK_WIDGET (self->paper));
  gtk_box_append (GTK_BOX (strip), GTK_WIDGET (self->attempt));
  return strip;
}

static GtkWidget *
make_foot (void)
{
  GtkWidget *label = gtk_label_new (_("One key for a choice: A to F, 1 to 6, 0 for none. Several right letters: type them, then Enter."));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "legend-bar");
  return label;
}

static GtkWidget *
make_grid (FfTestPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grid = FF_GRID (ff_grid_new ());
  ff_grid_set_row_height (self->grid, 28);
  ff_grid_set_across (self->grid, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answers"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_foot ());
  return box;
}

static void
ff_test_page_init (FfTestPage *self)
{
  static const GActionEntry actions[] = { { .name = "paper", .activate = activate_paper } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *empty = adw_status_page_new ();

  self->components = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->model = ff_test_model_new ();
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "ff-scores-symbolic");
  gtk_stack_add_named (GTK_STACK (stack), empty, "empty");
  gtk_box_append (GTK_BOX (box), make_strip (self));
  gtk_stack_add_named (GTK_STACK (stack), make_grid (self), "grid");
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
  ff_grid_tab_set_up (FF_GRID_TAB (self), FF_CLASS_MODEL (self->model), self->grid, GTK_STACK (stack), ADW_STATUS_PAGE (empty));
  ff_page_set_title (FF_PAGE (self), _("Test Papers"));
}

FfPage *
ff_test_page_new (FfWorkspace *workspace, gint64 run_id)
{
  g_autoptr (FfRunContext) context = ff_run_context_new (workspace, run_id);
  FfPage *page = g_object_new (FF_TYPE_TEST_PAGE, "workspace", workspace, "context", context, "can-search", TRUE, NULL);

  if (ff_workspace_is_writable (workspace))
    ff_page_set_primary (page, _("Edit Paper…"), "document-edit-symbolic", "page.paper");
  return page;
}

void
ff_test_page_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  ff_window_push (ff_window_of (parent), ff_test_page_new (workspace, run_id));
}
