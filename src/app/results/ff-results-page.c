#include "config.h"

#include "ff-results-page.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar.h"
#include "ff-choice.h"
#include "ff-courses.h"
#include "ff-people.h"
#include "ff-results-parts.h"
#include "ff-results-table.h"
#include "ff-level-parts.h"
#include "ff-pair.h"

/* The longest titles of courses and departments leave room for the other filters. */
#define FILTER_CHARS 16
/* From this width of the page on the table has room for its bars. */
#define TABLE_WIDTH 1010

/* What the page can be limited to, in the order of its filters; the year is not a choice of the database. */
enum
{
  FILTER_YEAR,
  FILTER_COURSE,
  FILTER_DEPARTMENT,
  FILTER_LAYER,
  FILTER_TRAINER,
  N_FILTERS,
};

/* What is remembered between two readings; the reading under way holds it too. */
typedef struct
{
  FfResultsCache *cache;
} Memory;

struct _FfResultsPage
{
  FfPage parent_instance;

  GtkStack *stack;
  GtkBox *head;
  GtkBox *filters;
  GtkLabel *basis;
  GtkFlowBox *tiles;
  GtkBox *body;
  GtkDropDown *drops[N_FILTERS];
  GArray *ids[N_FILTERS]; /* gint64 of each entry; 0: all */
  FfResultsTable *table;
  GtkWidget *below; /* what stands below the table; NULL until it was read */
  GtkWidget *pair;  /* the first of it */
  int width;

  Memory *memory;
  FfResults *results;
  gboolean year_chosen; /* until then it is the present one, where anything ends in it */
  gboolean all_dues;
  gboolean filling;
  gboolean stale; /* something has changed since the reading that was begun last */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfResultsPage, ff_results_page, FF_TYPE_PAGE)

static void
memory_clear (gpointer data)
{
  g_clear_pointer (&((Memory *) data)->cache, ff_results_cache_free);
}

static Memory *
memory_new (void)
{
  Memory *memory = g_atomic_rc_box_new0 (Memory);

  memory->cache = ff_results_cache_new ();
  return memory;
}

/* Filters ------------------------------------------------------------------------------------------------------------------- */

static void read_again (FfResultsPage *self);

static gint64
get_filter (FfResultsPage *self, guint filter)
{
  guint selected = gtk_drop_down_get_selected (self->drops[filter]);

  return selected < self->ids[filter]->len ? g_array_index (self->ids[filter], gint64, selected) : 0;
}

/* The first entry is @all; what was chosen and is still there stays chosen. */
static void
set_entries (FfResultsPage *self, guint filter, const char *all, const GPtrArray *titles, const GArray *ids, gint64 chosen)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint selected = 0;

  g_array_set_size (self->ids[filter], 0);
  g_array_append_val (self->ids[filter], none);
  gtk_string_list_append (texts, all);
  for (guint i = 0; i < titles->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_array_append_val (self->ids[filter], id);
      gtk_string_list_append (texts, g_ptr_array_index (titles, i));
      if (id == chosen)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drops[filter], G_LIST_MODEL (texts));
  gtk_drop_down_set_selected (self->drops[filter], selected);
  self->filling = FALSE;
}

static void
set_choices (FfResultsPage *self, guint filter, const char *all, const GPtrArray *choices)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < choices->len; i++)
    {
      const FfChoice *choice = g_ptr_array_index (choices, i);

      g_ptr_array_add (titles, choice->title);
      g_array_append_val (ids, choice->id);
    }
  set_entries (self, filter, all, titles, ids, get_filter (self, filter));
}

static void
set_years (FfResultsPage *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->results->years->len; i++)
    {
      gint64 year = g_array_index (self->results->years, int, i);

      g_array_append_val (ids, year);
      g_ptr_array_add (titles, g_strdup_printf ("%d", (int) year));
    }
  set_entries (self, FILTER_YEAR, _ ("All years"), titles, ids, self->results->filter.year);
}

static void
on_filter_changed (FfResultsPage *self, GParamSpec *pspec, GtkDropDown *drop)
{
  if (self->filling)
    return;
  if (drop == self->drops[FILTER_YEAR])
    self->year_chosen = TRUE;
  read_again (self);
}

static void
on_chosen_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), FILTER_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_chosen_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/* What is chosen may be shortened; in the list it stands in full. */
static void
shorten_chosen (GtkDropDown *drop)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_chosen_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_chosen_bind), NULL);
  gtk_drop_down_set_list_factory (drop, gtk_drop_down_get_factory (drop));
  gtk_drop_down_set_factory (drop, factory);
}

static void
add_filters (FfResultsPage *self)
{
  static const char *const names[] = { N_ ("Year"), N_ ("Course"), N_ ("Department"), N_ ("Layer"), N_ ("Trainer") };

  for (guint i = 0; i < N_FILTERS; i++)
    {
      GtkWidget *drop = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

      shorten_chosen (GTK_DROP_DOWN (drop));
      gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), i != FILTER_YEAR && i != FILTER_LAYER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (names[i]), -1);
      gtk_widget_set_tooltip_text (drop, _ (names[i]));
      g_signal_connect_object (drop, "notify::selected", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->filters, drop);
      self->drops[i] = GTK_DROP_DOWN (drop);
      self->ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
}

/* Showing ------------------------------------------------------------------------------------------------------------------- */

static void
show_tiles (FfResultsPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    gtk_flow_box_remove (self->tiles, child);
  for (int level = 1; level <= 4; level++)
    {
      GtkWidget *cell = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (cell), ff_results_tile_new (self->results, level));
      gtk_widget_set_focusable (cell, FALSE);
      gtk_flow_box_append (self->tiles, cell);
    }
}

static void
show_below (FfResultsPage *self)
{
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->pair = ff_level_pair_new (ff_results_trend_new (self->results), ff_results_words_new (self->results));
  ff_pair_set_width (self->pair, self->width);
  gtk_box_append (GTK_BOX (below), self->pair);
  gtk_box_append (GTK_BOX (below), ff_results_dues_new (self->results, self->all_dues));
  if (self->below != NULL)
    gtk_box_remove (self->body, self->below);
  gtk_box_append (self->body, below);
  self->below = below;
}

static void
show_basis (FfResultsPage *self)
{
  guint n = self->results->rows->len;
  g_autofree char *classes = g_strdup_printf (ngettext ("%u class", "%u classes", n), n);
  g_autofree char *people = g_strdup_printf (ngettext ("%u seat", "%u seats", self->results->people), self->results->people);
  /* Translators: numbers of classes and of seats taken in them, and the least number of people that a figure rests on. */
  g_autofree char *text =
      g_strdup_printf (_ ("%s · %s · figures of fewer than %d people are not shown"), classes, people, FF_RESULTS_MINIMUM);

  gtk_label_set_label (self->basis, text);
}

/* Nothing is chosen, and there is nothing. */
static gboolean
is_empty (FfResultsPage *self)
{
  return self->results->years->len == 0;
}

static void
show_results (FfResultsPage *self, FfResults *results)
{
  g_autoptr (FfResults) before = self->results;

  self->results = results;
  ff_results_table_set_results (self->table, results);
  set_years (self);
  show_basis (self);
  show_tiles (self);
  show_below (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty (self) ? "empty" : "results");
}

/* Reading ------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef page;
  Memory *memory;
  FfResultsFilter filter;
  gboolean present; /* the present year, if anything ends in it */
  FfResults *results;
  FfCalendarChoices choices;
  GPtrArray *courses; /* FfChoice */
  GPtrArray *layers;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->page);
  g_atomic_rc_box_release_full (reading->memory, memory_clear);
  g_clear_pointer (&reading->results, ff_results_free);
  ff_calendar_choices_clear (&reading->choices);
  g_clear_pointer (&reading->courses, g_ptr_array_unref);
  g_clear_pointer (&reading->layers, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
list_courses (FfDb *db, Reading *reading, GError **error)
{
  g_autoptr (GArray) ids = ff_courses_list (db, NULL, FF_COURSE_SORT_TITLE, FALSE, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return FALSE;
  rows = ff_courses_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error);
  if (rows == NULL)
    return FALSE;
  reading->courses = ff_choices_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      const FfCourseRow *row = g_ptr_array_index (rows, i);
      FfChoice *choice = g_new0 (FfChoice, 1);

      choice->id = row->id;
      choice->title = g_strdup (row->title);
      g_ptr_array_add (reading->courses, choice);
    }
  return TRUE;
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;
  FfMinute now = ff_time_now ();
  int month, day;

  if (reading->present)
    ff_day_to_ymd (ff_time_day (now), &reading->filter.year, &month, &day);
  reading->results = ff_results_read (db, reading->memory->cache, &reading->filter, now, error);
  /* Early in January the year before is what there is to see. */
  if (reading->results != NULL && reading->present && reading->results->rows->len == 0 && reading->results->years->len > 0)
    {
      reading->filter.year = g_array_index (reading->results->years, int, 0);
      g_clear_pointer (&reading->results, ff_results_free);
      reading->results = ff_results_read (db, reading->memory->cache, &reading->filter, now, error);
    }
  if (reading->results == NULL || !ff_calendar_read_choices (db, &reading->choices, error) || !list_courses (db, reading, error))
    return FALSE;
  reading->layers = ff_people_list_layers (db, error);
  return reading->layers != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfResultsPage) self = g_weak_ref_get (&reading->page);

  if (self == NULL || error != NULL)
    return self == NULL;
  set_choices (self, FILTER_COURSE, _ ("All courses"), reading->courses);
  set_choices (self, FILTER_DEPARTMENT, _ ("All departments"), reading->choices.departments);
  set_choices (self, FILTER_LAYER, _ ("All layers"), reading->layers);
  set_choices (self, FILTER_TRAINER, _ ("All trainers"), reading->choices.trainers);
  show_results (self, g_steal_pointer (&reading->results));
  return TRUE;
}

static void
read_again (FfResultsPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  self->stale = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_weak_ref_init (&reading->page, self);
  reading->memory = g_atomic_rc_box_acquire (self->memory);
  reading->present = !self->year_chosen;
  reading->filter = (FfResultsFilter){
    .year = (int) get_filter (self, FILTER_YEAR),
    .course_id = get_filter (self, FILTER_COURSE),
    .department_id = get_filter (self, FILTER_DEPARTMENT),
    .layer_id = get_filter (self, FILTER_LAYER),
    .trainer_id = get_filter (self, FILTER_TRAINER),
  };
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free,
                     self->cancellable);
}

/* What is pressed -------------------------------------------------------------------------------------------------------------
 */

static void
open_level (FfResultsPage *self, gint64 run_id, int level)
{
  g_autofree char *tab = level > 0 ? g_strdup_printf ("evaluation/%d", level) : g_strdup ("evaluation");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-class-tab", "(xsx)", run_id, tab, (gint64) 0);
}

static void
activate_open_level (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 run_id;
  int level;

  g_variant_get (parameter, "(xi)", &run_id, &level);
  open_level (user_data, run_id, level);
}

static void
activate_all_dues (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfResultsPage *self = user_data;

  self->all_dues = TRUE;
  show_below (self);
}

static void
on_row_activated (FfResultsPage *self, gint64 run_id)
{
  open_level (self, run_id, 0);
}

/* The page ------------------------------------------------------------------------------------------------------------------- */

/* Reading all classes takes a while: behind another page it waits until somebody looks. */
static void
on_changed (FfResultsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_again (self);
  else
    self->stale = TRUE;
}

static void
ff_results_page_map (GtkWidget *widget)
{
  FfResultsPage *self = FF_RESULTS_PAGE (widget);

  GTK_WIDGET_CLASS (ff_results_page_parent_class)->map (widget);
  /* What is due changes with the day. */
  if (self->stale || (self->results != NULL && self->results->today != ff_time_day (ff_time_now ())))
    read_again (self);
}

static void
ff_results_page_resized (FfPage *page, int width)
{
  FfResultsPage *self = FF_RESULTS_PAGE (page);
  gboolean narrow = width < FF_PAIR_NARROW_WIDTH;

  self->width = width;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_xalign (self->basis, narrow ? 0 : 1);
  gtk_flow_box_set_max_children_per_line (self->tiles, narrow ? 2 : 4);
  ff_results_table_set_narrow (self->table, width < TABLE_WIDTH);
  if (self->pair != NULL)
    ff_pair_set_width (self->pair, width);
}

static void
ff_results_page_constructed (GObject *object)
{
  FfResultsPage *self = FF_RESULTS_PAGE (object);

  G_OBJECT_CLASS (ff_results_page_parent_class)->constructed (object);
  g_signal_connect_object (ff_page_get_workspace (FF_PAGE (self)), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  self->stale = TRUE;
}

static void
ff_results_page_dispose (GObject *object)
{
  FfResultsPage *self = FF_RESULTS_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->table != NULL)
    ff_results_table_set_results (self->table, NULL);
  self->table = NULL;
  g_clear_pointer (&self->results, ff_results_free);
  for (guint i = 0; i < N_FILTERS; i++)
    g_clear_pointer (&self->ids[i], g_array_unref);
  if (self->memory != NULL)
    g_atomic_rc_box_release_full (g_steal_pointer (&self->memory), memory_clear);
  G_OBJECT_CLASS (ff_results_page_parent_class)->dispose (object);
}

static void
ff_results_page_class_init (FfResultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_results_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ff_results_page_dispose;
  widget_class->map = ff_results_page_map;
  FF_PAGE_CLASS (klass)->resized = ff_results_page_resized;

  g_type_ensure (FF_TYPE_RESULTS_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfResultsPage, head);
  gtk_widget_class_bind_template_child (widget_class, FfResultsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FfResultsPage, basis);
  gtk_widget_class_bind_template_child (widget_class, FfResultsPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, FfResultsPage, body);
  gtk_widget_class_bind_template_child (widget_class, FfResultsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ff_results_page_init (FfResultsPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "open-level", .activate = activate_open_level, .parameter_type = "(xi)" },
    { .name = "all-dues", .activate = activate_all_dues },
  };

  self->memory = memory_new ();
  self->width = FF_PAIR_NARROW_WIDTH;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_filters (self);
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}
