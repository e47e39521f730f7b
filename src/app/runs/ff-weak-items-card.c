#include "config.h"

#include "ff-weak-items-card.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ff-chart.h"
#include "ff-commands.h"
#include "ff-editors.h"
#include "ff-gather-window.h"
#include "ff-improvement-plots.h"
#include "ff-window.h"

struct _FfWeakItemsCard
{
  GtkWidget parent_instance;

  FfWorkspace *workspace;
  FfOwner owner;
  const FfImprovementBoard *board; /* the pane's */
  GtkWidget *content;
  GtkLabel *sum;
  GtkStack *stack;
  FfChart *chart;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (FfWeakItemsCard, ff_weak_items_card, GTK_TYPE_WIDGET)

enum
{
  ITEM_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const FfImprovement *
get_at (FfWeakItemsCard *self, int index)
{
  if (self->board == NULL || index < 0 || (guint) index >= self->board->items->len)
    return NULL;
  return g_ptr_array_index (self->board->items, self->board->bars[index].index);
}

static const FfImprovement *
get_selected (FfWeakItemsCard *self)
{
  int group, index;

  return ff_chart_get_selected (self->chart, &group, &index) ? get_at (self, index) : NULL;
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
open_item (FfWeakItemsCard *self, gint64 id)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_weak_item_editor, id, ff_owner_to_number (self->owner));
}

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_item (user_data, 0);
}

static void
activate_gather (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfWeakItemsCard *self = user_data;

  ff_gather_window_open (GTK_WIDGET (self), self->workspace, self->owner);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const FfImprovement *item = get_selected (user_data);

  if (item != NULL)
    open_item (user_data, item->id);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_improvements_delete (db, *(gint64 *) data, error);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfWeakItemsCard *self = user_data;
  const FfImprovement *item = get_selected (self);

  if (item != NULL)
    ff_window_run (ff_window_of (self), _ ("Delete a weak item"), delete_work, item->id, _ ("Weak item deleted"));
}

static void
on_spot_activated (FfWeakItemsCard *self, int group, int index)
{
  const FfImprovement *item = get_at (self, index);

  if (item != NULL)
    g_signal_emit (self, signals[ITEM_CHOSEN], 0, item->id);
}

/* The card ---------------------------------------------------------------------------------------------------------- */

static char *
describe_sum (const FfImprovementBoard *board)
{
  if (board->items->len == 0)
    return NULL;
  /* Translators: under “Weak items”: what their weakness is, and what it adds up to. */
  return g_strdup_printf (ngettext ("weight × shortfall, %.0f point", "weight × shortfall, %.0f points", (gulong) round (board->weakness)),
                          round (board->weakness));
}

void
ff_weak_items_card_set_board (FfWeakItemsCard *self, const FfImprovementBoard *board, gint64 chosen)
{
  g_autoptr (FfPlot) plot = NULL;
  g_autofree char *sum = NULL;

  g_return_if_fail (FF_IS_WEAK_ITEMS_CARD (self));
  g_return_if_fail (board != NULL);

  self->board = board;
  plot = ff_improvement_plot_pareto (board);
  sum = describe_sum (board);
  gtk_label_set_label (self->sum, sum != NULL ? sum : "");
  gtk_label_set_label (self->sentence, ff_plot_get_sentence (plot));
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), board->items->len > 0);
  gtk_stack_set_visible_child_name (self->stack, board->items->len > 0 ? "chart" : "empty");
  ff_chart_set_plot (self->chart, board->items->len > 0 ? plot : NULL);
  for (guint i = 0; i < board->items->len; i++)
    if (get_at (self, (int) i)->id == chosen)
      ff_chart_select (self->chart, 0, (int) i);
}

static GtkWidget *
make_button (const char *icon, const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  if (icon != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_head (FfWeakItemsCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_ ("Weak items")), *sum = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "heading");
  self->sum = GTK_LABEL (sum);
  gtk_label_set_ellipsize (self->sum, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->sum, 0);
  gtk_widget_set_hexpand (sum, TRUE);
  gtk_widget_add_css_class (sum, "caption");
  gtk_widget_add_css_class (sum, "dim-label");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), sum);
  gtk_box_append (GTK_BOX (head), make_button (NULL, _ ("_Gather…"), _ ("Gather what misses its target on the four levels"), "part.gather"));
  gtk_box_append (GTK_BOX (head), make_button ("document-edit-symbolic", NULL, _ ("Edit the weak item"), "part.edit"));
  gtk_box_append (GTK_BOX (head), make_button ("list-add-symbolic", NULL, _ ("Add a weak item"), "part.add"));
  return head;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Nothing is known to be weak yet. Gather what misses its target on the four levels, or add what you saw yourself."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Gather…"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "part.gather");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
make_content (FfWeakItemsCard *self)
{
  GtkWidget *stack = gtk_stack_new (), *sentence = gtk_label_new (NULL);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->content, "card");
  gtk_widget_add_css_class (self->content, "chart-card");
  self->stack = GTK_STACK (stack);
  self->chart = FF_CHART (ff_chart_new ());
  ff_chart_set_selectable (self->chart, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, 240);
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->chart), "chart");
  self->sentence = GTK_LABEL (sentence);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_box_append (GTK_BOX (self->content), make_head (self));
  gtk_box_append (GTK_BOX (self->content), stack);
  gtk_box_append (GTK_BOX (self->content), sentence);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_signal_connect_object (self->chart, "spot-activated", G_CALLBACK (on_spot_activated), self, G_CONNECT_SWAPPED);
}

static void
ff_weak_items_card_dispose (GObject *object)
{
  FfWeakItemsCard *self = FF_WEAK_ITEMS_CARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_weak_items_card_parent_class)->dispose (object);
}

static void
ff_weak_items_card_class_init (FfWeakItemsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_weak_items_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ITEM_CHOSEN]
      = g_signal_new ("item-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ff_weak_items_card_init (FfWeakItemsCard *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = activate_add },
    { .name = "gather", .activate = activate_gather },
    { .name = "edit", .activate = activate_edit },
    { .name = "rename", .activate = activate_edit },
    { .name = "delete", .activate = activate_delete },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "part", G_ACTION_GROUP (actions));
  make_content (self);
  ff_commands_add_local (GTK_WIDGET (self), FF_COMMANDS_IMPROVEMENT);
}

GtkWidget *
ff_weak_items_card_new (FfWorkspace *workspace, FfOwner owner)
{
  FfWeakItemsCard *self = g_object_new (FF_TYPE_WEAK_ITEMS_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->owner = owner;
  return GTK_WIDGET (self);
}
