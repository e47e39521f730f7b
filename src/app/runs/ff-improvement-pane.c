#include "config.h"

#include "ff-improvement-pane.h"

#include <glib/gi18n-lib.h>

#include "ff-action-board.h"
#include "ff-document-window.h"
#include "ff-editors.h"
#include "ff-fishbone-card.h"
#include "ff-format.h"
#include "ff-improvement-parts.h"
#include "ff-improvement-plan.h"
#include "ff-pair.h"
#include "ff-tag.h"
#include "ff-weak-items-card.h"
#include "ff-window.h"

/* From this width on the four columns stand side by side. */
#define BOARD_WIDTH 760

struct _FfImprovementPane
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  FfOwner owner;
  GSimpleAction *close_action;
  FfImprovementBoard *board;
  gint64 cycle_id; /* 0: the newest */
  gint64 item_id;  /* that is looked into; 0: the weakest */
  GtkLabel *cycle;
  FfTag *state;
  GtkDropDown *cycles;
  gboolean listing; /* the cycles are being listed: nobody chose one */
  FfWeakItemsCard *items;
  FfFishboneCard *fishbone;
  FfActionBoard *actions;
  GtkWidget *charts;
  GtkWidget *parts;
  GtkScrolledWindow *scroller;
  GCancellable *cancellable; /* of the reading under way */
};

G_DEFINE_FINAL_TYPE (FfImprovementPane, ff_improvement_pane, ADW_TYPE_BIN)

/* Showing ----------------------------------------------------------------------------------------------------------- */

static char *
describe_cycle (const FfImprovementCycle *cycle)
{
  g_autofree char *start = ff_format_day (cycle->starts_on);
  g_autofree char *end = cycle->closed_on != FF_NO_DAY ? ff_format_day_range (cycle->starts_on, cycle->closed_on) : NULL;

  if (end != NULL)
    /* Translators: the number of a cycle, and from when to when it ran. */
    return g_strdup_printf (_ ("Cycle %d, %s"), cycle->number, end);
  /* Translators: the number of a cycle, and the day on which it began. */
  return g_strdup_printf (_ ("Cycle %d since %s"), cycle->number, start);
}

static void
show_cycle (FfImprovementPane *self)
{
  const FfImprovementCycle *cycle = self->board->cycle;
  GtkStringList *titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  self->listing = TRUE;
  for (guint i = 0; i < self->board->cycles->len; i++)
    {
      g_autofree char *title = describe_cycle (g_ptr_array_index (self->board->cycles, i));

      gtk_string_list_append (titles, title);
      chosen = g_ptr_array_index (self->board->cycles, i) == (gpointer) cycle ? i : chosen;
    }
  gtk_drop_down_set_model (self->cycles, G_LIST_MODEL (titles));
  if (self->board->cycles->len > 0)
    gtk_drop_down_set_selected (self->cycles, chosen);
  g_object_unref (titles);
  self->listing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->cycles), self->board->cycles->len > 0);
  gtk_label_set_label (self->cycle, cycle == NULL         ? _ ("The first cycle begins with what you add.")
                                    : cycle->note != NULL ? cycle->note
                                                          : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), cycle != NULL && cycle->closed_on != FF_NO_DAY);
  g_simple_action_set_enabled (self->close_action, cycle != NULL && cycle->closed_on == FF_NO_DAY);
}

static void
show_item (FfImprovementPane *self, gint64 id)
{
  const FfImprovement *item = ff_improvement_board_find_item (self->board, id);

  if (item == NULL && self->board->items->len > 0)
    item = g_ptr_array_index (self->board->items, 0);
  self->item_id = item != NULL ? item->id : 0;
  ff_fishbone_card_set_item (self->fishbone, self->board, item);
}

static void
show_board (FfImprovementPane *self, FfImprovementBoard *board)
{
  g_autoptr (FfImprovementBoard) before = self->board;

  self->board = board;
  show_cycle (self);
  show_item (self, self->item_id);
  ff_weak_items_card_set_board (self->items, board, self->item_id);
  ff_action_board_set_board (self->actions, board);
}

static void
on_item_chosen (FfImprovementPane *self, gint64 id)
{
  show_item (self, id);
}

/* Reading ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef pane;
  FfOwner owner;
  gint64 cycle_id;
  FfImprovementBoard *board;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->pane);
  ff_improvement_board_free (reading->board);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->board = ff_improvement_board_read (db, reading->owner, reading->cycle_id, error);
  return reading->board != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfImprovementPane) self = g_weak_ref_get (&reading->pane);

  if (self != NULL && error == NULL)
    show_board (self, g_steal_pointer (&reading->board));
  return self == NULL || error == NULL;
}

static void
stop_reading (FfImprovementPane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
reload (FfImprovementPane *self)
{
  Reading *reading = g_new0 (Reading, 1);

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->pane, self);
  reading->owner = self->owner;
  reading->cycle_id = self->cycle_id;
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
on_changed (FfImprovementPane *self, const char *table)
{
  static const char *const tables[] = { "improvement_cycle", "improvement", "cause", "improvement_action", NULL };

  /* The end of a cycle leads to the next one. */
  if (g_strcmp0 (table, "improvement_cycle") == 0)
    self->cycle_id = 0;
  if (table == NULL || g_strv_contains (tables, table))
    reload (self);
}

static void
on_cycle_selected (FfImprovementPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->cycles);

  if (self->listing || self->board == NULL || selected >= self->board->cycles->len)
    return;
  self->cycle_id = ((const FfImprovementCycle *) g_ptr_array_index (self->board->cycles, selected))->id;
  reload (self);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
activate_new_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_action_board_add (FF_IMPROVEMENT_PANE (user_data)->actions, FF_PHASE_PLAN);
}

static void
activate_gather (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (FF_IMPROVEMENT_PANE (user_data)->items), "part.gather", NULL);
}

static void
activate_close_cycle (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfImprovementPane *self = user_data;

  if (self->board != NULL && self->board->cycle != NULL)
    ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_cycle_close_editor, 0, self->board->cycle->id);
}

static FfDocument *
make_plan (FfDb *db, gconstpointer data, GError **error)
{
  const gint64 *numbers = data;

  return ff_improvement_plan_make (db, ff_owner_from_number (numbers[0]), numbers[1], error);
}

static void
activate_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfImprovementPane *self = user_data;
  gint64 numbers[] = { ff_owner_to_number (self->owner), self->cycle_id };
  FfDocumentWindow *window = ff_document_window_new (GTK_WIDGET (self), self->workspace, _ ("Action Plan"), NULL);

  ff_document_window_make (window, make_plan, g_memdup2 (numbers, sizeof numbers), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static GMenuModel *
make_menu (const char *prefix)
{
  GMenu *menu = g_menu_new ();
  const struct
  {
    const char *label, *name;
  } entries[] = {
    { _ ("_Gather Weak Items…"), "gather" },
    { _ ("_Print or Save the Action Plan…"), "print-plan" },
    { _ ("_Close the Cycle…"), "close-cycle" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *action = g_strdup_printf ("%s.%s", prefix, entries[i].name);

      g_menu_append (menu, entries[i].label, action);
    }
  return G_MENU_MODEL (menu);
}

/* The pane ---------------------------------------------------------------------------------------------------------- */

void
ff_improvement_pane_set_width (FfImprovementPane *self, int width)
{
  g_return_if_fail (FF_IS_IMPROVEMENT_PANE (self));

  ff_pair_set_width (self->charts, width);
  ff_pair_set_width (self->parts, width);
  ff_action_board_set_narrow (self->actions, width < BOARD_WIDTH);
}

static GtkWidget *
make_line (FfImprovementPane *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cycles = gtk_drop_down_new (NULL, NULL), *note = gtk_label_new (NULL);

  self->cycles = GTK_DROP_DOWN (cycles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cycles), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cycle"), -1);
  g_signal_connect_object (cycles, "notify::selected", G_CALLBACK (on_cycle_selected), self, G_CONNECT_SWAPPED);
  self->state = FF_TAG (ff_tag_new (C_ ("cycle", "Closed"), NULL, FF_TONE_NEUTRAL));
  gtk_widget_set_valign (GTK_WIDGET (self->state), GTK_ALIGN_CENTER);
  self->cycle = GTK_LABEL (note);
  gtk_label_set_ellipsize (self->cycle, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->cycle, 0);
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (line), cycles);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (line), note);
  return line;
}

static GtkWidget *
make_part (FfImprovementPane *self, const FfPartKind *kind)
{
  GtkWidget *part = ff_part_list_new (self->workspace, kind, ff_owner_to_number (self->owner));

  gtk_widget_set_valign (part, GTK_ALIGN_START);
  gtk_widget_set_hexpand (part, TRUE);
  return part;
}

static GtkWidget *
make_body (FfImprovementPane *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->items = FF_WEAK_ITEMS_CARD (ff_weak_items_card_new (self->workspace, self->owner));
  self->fishbone = FF_FISHBONE_CARD (ff_fishbone_card_new (self->workspace, self->owner));
  self->actions = FF_ACTION_BOARD (ff_action_board_new (self->workspace, self->owner));
  self->charts = ff_pair_new (GTK_WIDGET (self->items), GTK_WIDGET (self->fishbone));
  self->parts = ff_pair_new (make_part (self, &ff_review_parts), make_part (self, &ff_best_case_parts));
  g_signal_connect_object (self->items, "item-chosen", G_CALLBACK (on_item_chosen), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (body, "page-body");
  gtk_box_append (GTK_BOX (body), make_line (self));
  gtk_box_append (GTK_BOX (body), self->charts);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->actions));
  gtk_box_append (GTK_BOX (body), self->parts);
  return body;
}

static void
make_content (FfImprovementPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1360);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1200);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_body (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  self->scroller = GTK_SCROLLED_WINDOW (scrolled);
}

/* The keys are for the cards, but the page opens at its top. */
static gboolean
ff_improvement_pane_grab_focus (GtkWidget *widget)
{
  FfImprovementPane *self = FF_IMPROVEMENT_PANE (widget);
  gboolean grabbed = gtk_widget_grab_focus (GTK_WIDGET (self->actions));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  return grabbed;
}

static void
ff_improvement_pane_dispose (GObject *object)
{
  FfImprovementPane *self = FF_IMPROVEMENT_PANE (object);

  stop_reading (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->board, ff_improvement_board_free);
  g_clear_object (&self->close_action);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_improvement_pane_parent_class)->dispose (object);
}

static void
ff_improvement_pane_class_init (FfImprovementPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_improvement_pane_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ff_improvement_pane_grab_focus;
}

static void
ff_improvement_pane_init (FfImprovementPane *self)
{
}

static void
add_commands (FfImprovementPane *self, FfPage *page, const char *prefix)
{
  static const GActionEntry entries[] = {
    { .name = "new-action", .activate = activate_new_action },
    { .name = "gather", .activate = activate_gather },
    { .name = "print-plan", .activate = activate_print },
    { .name = "close-cycle", .activate = activate_close_cycle },
  };
  GActionMap *actions = ff_page_get_actions (page);
  g_autoptr (GMenuModel) menu = make_menu (prefix);
  g_autofree char *primary = g_strdup_printf ("%s.new-action", prefix);

  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
  self->close_action = g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "close-cycle")));
  g_simple_action_set_enabled (self->close_action, FALSE);
  ff_page_set_primary (page, _ ("Add _Action"), "list-add-symbolic", primary);
  ff_page_set_menu (page, menu);
}

FfImprovementPane *
ff_improvement_pane_fill (FfPage *page, FfOwner owner, const char *prefix)
{
  FfImprovementPane *self = g_object_new (FF_TYPE_IMPROVEMENT_PANE, NULL);

  self->workspace = g_object_ref (ff_page_get_workspace (page));
  self->owner = owner;
  make_content (self);
  add_commands (self, page, prefix);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (page), GTK_WIDGET (self));
  reload (self);
  return self;
}
