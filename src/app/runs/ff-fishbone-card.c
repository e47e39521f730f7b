#include "config.h"

#include "ff-fishbone-card.h"

#include <glib/gi18n-lib.h>

#include "ff-ask-popover.h"
#include "ff-chart.h"
#include "ff-commands.h"
#include "ff-editors.h"
#include "ff-improvement-plots.h"
#include "ff-window.h"

struct _FfFishboneCard
{
  GtkWidget parent_instance;

  FfWorkspace *workspace;
  FfOwner owner;
  const FfImprovementBoard *board; /* the pane's */
  gint64 item_id;
  GtkWidget *content;
  GtkLabel *title;
  GtkWidget *menu;
  FfChart *chart;
  GtkLabel *sentence;
  gint64 selected; /* the cause or branch that is to be selected after the next reading; 0: none */
};

G_DEFINE_FINAL_TYPE (FfFishboneCard, ff_fishbone_card, GTK_TYPE_WIDGET)

/* Where things are -------------------------------------------------------------------------------------------------- */

static const FfCause *
get_at (FfFishboneCard *self, int group, int index)
{
  g_autoptr (GPtrArray) branches = NULL;
  g_autoptr (GPtrArray) causes = NULL;
  const FfCause *branch;

  if (self->board == NULL || group < 0)
    return NULL;
  branches = ff_improvement_board_list_causes (self->board, self->item_id, 0);
  branch = (guint) group < branches->len ? g_ptr_array_index (branches, group) : NULL;
  if (branch == NULL || index < 0)
    return branch;
  causes = ff_improvement_board_list_causes (self->board, self->item_id, branch->id);
  return (guint) index < causes->len ? g_ptr_array_index (causes, index) : NULL;
}

static const FfCause *
get_selected (FfFishboneCard *self)
{
  int group, index;

  return ff_chart_get_selected (self->chart, &group, &index) ? get_at (self, group, index) : NULL;
}

static int
find_index (GPtrArray *causes, gint64 id)
{
  for (guint i = 0; i < causes->len; i++)
    if (((const FfCause *) g_ptr_array_index (causes, i))->id == id)
      return (int) i;
  return -1;
}

static gboolean
find_spot (FfFishboneCard *self, gint64 id, int *group, int *index)
{
  const FfCause *cause = self->board != NULL ? ff_improvement_board_find_cause (self->board, id) : NULL;
  g_autoptr (GPtrArray) branches = NULL, causes = NULL;

  if (cause == NULL || cause->improvement_id != self->item_id)
    return FALSE;
  branches = ff_improvement_board_list_causes (self->board, self->item_id, 0);
  *index = -1;
  *group = find_index (branches, cause->parent_id != 0 ? cause->parent_id : id);
  if (cause->parent_id == 0)
    return *group >= 0;
  causes = ff_improvement_board_list_causes (self->board, self->item_id, cause->parent_id);
  *index = find_index (causes, id);
  return *group >= 0 && *index >= 0;
}

/* Writing ----------------------------------------------------------------------------------------------------------- */

typedef enum
{
  ADD,      /* below cause_id, a branch; 0: a branch */
  RENAME,
  MARK,     /* with its evidence */
  UNMARK,
  MOVE,
  DELETE,
} Deed;

typedef struct
{
  GWeakRef card;
  Deed deed;
  gint64 item_id;
  gint64 cause_id;
  gint64 parent_id;
  int position;
  char *text;
  gint64 new_id;
  gboolean go_on; /* ask for the next one */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_weak_ref_clear (&change->card);
  g_free (change->text);
  g_free (change);
}

static Change *
change_new (FfFishboneCard *self, Deed deed, const FfCause *cause)
{
  Change *change = g_new0 (Change, 1);

  g_weak_ref_init (&change->card, self);
  change->deed = deed;
  change->item_id = self->item_id;
  change->cause_id = cause != NULL ? cause->id : 0;
  return change;
}

static gboolean
change_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Change *change = data;
  FfCauseDraft draft = { .text = change->text };
  FfCauseDraft mark = { .root = "1", .evidence = change->text };
  FfCauseDraft unmark = { .root = "0" };

  switch (change->deed)
    {
    case ADD:
      return ff_causes_put (db, change->item_id, change->cause_id, 0, &draft, &change->new_id, error) != FF_PUT_REFUSED;
    case RENAME:
      return ff_causes_put (db, 0, 0, change->cause_id, &draft, NULL, error) != FF_PUT_REFUSED;
    case MARK:
      return ff_causes_put (db, 0, 0, change->cause_id, &mark, NULL, error) != FF_PUT_REFUSED;
    case UNMARK:
      return ff_causes_put (db, 0, 0, change->cause_id, &unmark, NULL, error) != FF_PUT_REFUSED;
    case MOVE:
      return ff_causes_move (db, change->cause_id, change->parent_id, change->position, error);
    case DELETE:
    default:
      return ff_causes_delete (db, change->cause_id, error);
    }
}

static void ask (FfFishboneCard *self, Deed deed, const FfCause *cause);

/* The board may have been read again before the writer says that it is done, or be read after. */
static gboolean
change_done (gpointer data, const GError *error)
{
  Change *change = data;
  g_autoptr (FfFishboneCard) self = g_weak_ref_get (&change->card);
  int group, index;

  if (self == NULL || error != NULL)
    return error == NULL;
  self->selected = change->new_id != 0 ? change->new_id : change->cause_id;
  if (find_spot (self, self->selected, &group, &index))
    ff_chart_select (self->chart, group, index);
  if (change->go_on && self->item_id == change->item_id)
    ask (self, ADD, ff_improvement_board_find_cause (self->board, change->cause_id));
  return TRUE;
}

static void
run (FfFishboneCard *self, Change *change)
{
  static const char *const labels[] = {
    [ADD] = N_ ("Add a cause"),           [RENAME] = N_ ("Rename a cause"), [MARK] = N_ ("Mark a root cause"),
    [UNMARK] = N_ ("Unmark a root cause"), [MOVE] = N_ ("Move a cause"),     [DELETE] = N_ ("Delete a cause"),
  };

  ff_workspace_run (self->workspace, _ (labels[change->deed]), change_work, change_done, change, change_free);
}

/* Asking ------------------------------------------------------------------------------------------------------------ */

static void
on_text (const char *text, gpointer user_data)
{
  Change *asked = user_data;
  g_autoptr (FfFishboneCard) self = g_weak_ref_get (&asked->card);
  Change *change;

  if (self == NULL)
    return;
  change = change_new (self, asked->deed, NULL);
  change->item_id = asked->item_id;
  change->cause_id = asked->cause_id;
  change->text = g_strdup (text);
  change->go_on = asked->deed == ADD && asked->cause_id != 0;
  run (self, change);
}

static char *
make_question (Deed deed, const FfCause *cause)
{
  if (deed == ADD && cause == NULL)
    return g_strdup (_ ("What is the new branch called?"));
  if (deed == ADD)
    /* Translators: %s is a branch of a fishbone: “People”. */
    return g_strdup_printf (_ ("A cause that lies in “%s”:"), ff_cause_title (cause));
  if (deed == RENAME)
    /* Translators: %s is a cause, or a branch. */
    return g_strdup_printf (_ ("“%s” is now called:"), ff_cause_title (cause));
  /* Translators: %s is a cause. */
  return g_strdup_printf (_ ("What shows that “%s” is a root cause?"), ff_cause_title (cause));
}

/* Beside the spot that it is about; a new branch beside the head. */
static void
ask (FfFishboneCard *self, Deed deed, const FfCause *cause)
{
  g_autofree char *question = make_question (deed, cause);
  GdkRectangle area = { 0 };
  int group = -1, index = -1;

  if (!ff_workspace_is_writable (self->workspace))
    return;
  if (cause != NULL)
    find_spot (self, cause->id, &group, &index);
  ff_chart_get_spot_area (self->chart, group, index, &area);
  ff_ask_popover_open (GTK_WIDGET (self->chart), &area, question, deed == MARK ? _ ("for example: 31 of 40 cases") : NULL,
                       deed == ADD ? _ ("_Add") : _ ("_Keep"), on_text, change_new (self, deed, cause), change_free);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
add_cause (FfFishboneCard *self, const FfCause *cause)
{
  if (cause != NULL)
    ask (self, ADD, cause->parent_id == 0 ? cause : ff_improvement_board_find_cause (self->board, cause->parent_id));
}

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  add_cause (user_data, get_selected (user_data));
}

static void
activate_add_branch (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfFishboneCard *self = user_data;

  if (self->item_id != 0)
    ask (self, ADD, NULL);
}

static void
edit_item (FfFishboneCard *self)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_weak_item_editor, self->item_id, ff_owner_to_number (self->owner));
}

static void
activate_rename (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfFishboneCard *self = user_data;
  const FfCause *cause = get_selected (self);

  if (cause != NULL)
    ask (self, RENAME, cause);
  else if (self->item_id != 0)
    edit_item (self);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfFishboneCard *self = user_data;
  const FfCause *cause = get_selected (self);

  if (cause != NULL && cause->parent_id != 0)
    ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_cause_editor, cause->id, ff_owner_to_number (self->owner));
  else if (cause != NULL)
    ask (self, RENAME, cause);
  else if (self->item_id != 0)
    edit_item (self);
}

static void
activate_root (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfFishboneCard *self = user_data;
  const FfCause *cause = get_selected (self);

  if (cause == NULL || cause->parent_id == 0)
    return;
  if (cause->root)
    run (self, change_new (self, UNMARK, cause));
  else
    ask (self, MARK, cause);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfFishboneCard *self = user_data;
  const FfCause *cause = get_selected (self);

  if (cause != NULL)
    run (self, change_new (self, DELETE, cause));
}

static void
move (FfFishboneCard *self, const FfCause *cause, gint64 parent_id, int position)
{
  Change *change = change_new (self, MOVE, cause);

  change->parent_id = parent_id;
  change->position = position;
  run (self, change);
}

/* Along the branches, or along the branch. */
static void
activate_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfFishboneCard *self = user_data;
  const char *way = g_variant_get_string (parameter, NULL);
  gboolean across = g_str_equal (way, "left") || g_str_equal (way, "right");
  int step = g_str_equal (way, "left") || g_str_equal (way, "up") ? -1 : 1;
  const FfCause *cause = get_selected (self), *branch;
  int group, index;

  if (cause == NULL || !find_spot (self, cause->id, &group, &index))
    return;
  if (cause->parent_id == 0 && across && group + step >= 0)
    move (self, cause, 0, group + step);
  else if (cause->parent_id != 0 && !across && index + step >= 0)
    move (self, cause, cause->parent_id, index + step);
  else if (cause->parent_id != 0 && across && (branch = get_at (self, group + step, -1)) != NULL)
    move (self, cause, branch->id, G_MAXINT);
}

/* A branch takes a new cause, a cause shows all about it, the head is the weak item. */
static void
on_spot_activated (FfFishboneCard *self, int group, int index)
{
  const FfCause *cause = get_at (self, group, index);

  if (cause == NULL)
    edit_item (self);
  else if (cause->parent_id == 0)
    add_cause (self, cause);
  else
    ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_cause_editor, cause->id, ff_owner_to_number (self->owner));
}

/* Dragging ---------------------------------------------------------------------------------------------------------- */

static GdkContentProvider *
on_prepare (FfFishboneCard *self, double x, double y)
{
  int group, index;
  const FfCause *cause;

  if (!ff_workspace_is_writable (self->workspace) || !ff_chart_get_spot_at (self->chart, x, y, &group, &index))
    return NULL;
  cause = get_at (self, group, index);
  return cause != NULL && cause->parent_id != 0 ? gdk_content_provider_new_typed (G_TYPE_INT64, cause->id) : NULL;
}

static gboolean
on_drop (FfFishboneCard *self, const GValue *value, double x, double y)
{
  const FfCause *cause = self->board != NULL ? ff_improvement_board_find_cause (self->board, g_value_get_int64 (value)) : NULL;
  const FfCause *at;
  int group, index;

  if (cause == NULL || cause->improvement_id != self->item_id || cause->parent_id == 0
      || !ff_chart_get_spot_at (self->chart, x, y, &group, &index))
    return FALSE;
  at = get_at (self, group, index);
  if (at == NULL || at->id == cause->id)
    return FALSE;
  move (self, cause, at->parent_id == 0 ? at->id : at->parent_id, index >= 0 ? index : G_MAXINT);
  return TRUE;
}

static void
make_droppable (FfFishboneCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->chart), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self->chart), GTK_EVENT_CONTROLLER (target));
}

/* The card ---------------------------------------------------------------------------------------------------------- */

void
ff_fishbone_card_set_item (FfFishboneCard *self, const FfImprovementBoard *board, const FfImprovement *item)
{
  const FfCause *selected;
  gint64 selected_id;
  g_autofree char *title = NULL, *sentence = NULL;
  g_autoptr (FfPlot) plot = NULL;
  int group, index;

  g_return_if_fail (FF_IS_FISHBONE_CARD (self));

  /* Before the board that it points into is gone. */
  selected = item != NULL && item->id == self->item_id ? get_selected (self) : NULL;
  selected_id = self->selected != 0 ? self->selected : selected != NULL ? selected->id : 0;
  self->selected = 0;
  self->board = board;
  self->item_id = item != NULL ? item->id : 0;
  gtk_widget_set_sensitive (self->menu, item != NULL);
  if (item != NULL)
    {
      plot = ff_improvement_plot_fishbone (board, item);
      title = g_strdup (ff_plot_get_title (plot));
      sentence = g_strdup (ff_plot_get_sentence (plot));
    }
  gtk_label_set_label (self->title, title != NULL ? title : _ ("Why"));
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : _ ("Here the causes of a weak item are looked for, once there is one."));
  ff_chart_set_plot (self->chart, plot);
  if (find_spot (self, selected_id, &group, &index))
    ff_chart_select (self->chart, group, index);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *more = g_menu_new ();

  ff_command_append (menu, "part.add");
  ff_command_append (menu, "part.add-branch");
  ff_command_append (menu, "part.rename");
  ff_command_append (menu, "part.root");
  ff_command_append (menu, "part.edit");
  ff_command_append (menu, "part.delete");
  ff_command_append (more, "part.move::left");
  ff_command_append (more, "part.move::right");
  ff_command_append (more, "part.move::up");
  ff_command_append (more, "part.move::down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_object_unref (more);
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_head (FfFishboneCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (NULL), *kind = gtk_label_new (_ ("fishbone"));
  g_autoptr (GMenuModel) menu = make_menu ();

  self->title = GTK_LABEL (title);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_widget_set_hexpand (kind, TRUE);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->menu), C_ ("fishbone", "Edit"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), kind);
  gtk_box_append (GTK_BOX (head), self->menu);
  return head;
}

static void
make_content (FfFishboneCard *self)
{
  GtkWidget *sentence = gtk_label_new (NULL);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->content, "card");
  gtk_widget_add_css_class (self->content, "chart-card");
  self->chart = FF_CHART (ff_chart_new ());
  ff_chart_set_selectable (self->chart, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, 240);
  gtk_widget_set_vexpand (GTK_WIDGET (self->chart), TRUE);
  self->sentence = GTK_LABEL (sentence);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_box_append (GTK_BOX (self->content), make_head (self));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (self->content), sentence);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_signal_connect_object (self->chart, "spot-activated", G_CALLBACK (on_spot_activated), self, G_CONNECT_SWAPPED);
  make_droppable (self);
}

static void
ff_fishbone_card_dispose (GObject *object)
{
  FfFishboneCard *self = FF_FISHBONE_CARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_fishbone_card_parent_class)->dispose (object);
}

static void
ff_fishbone_card_class_init (FfFishboneCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_fishbone_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ff_fishbone_card_init (FfFishboneCard *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = activate_add },       { .name = "add-branch", .activate = activate_add_branch },
    { .name = "rename", .activate = activate_rename }, { .name = "edit", .activate = activate_edit },
    { .name = "root", .activate = activate_root },     { .name = "delete", .activate = activate_delete },
    { .name = "move", .activate = activate_move, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  make_content (self);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "part", G_ACTION_GROUP (actions));
  ff_commands_add_local (GTK_WIDGET (self), FF_COMMANDS_IMPROVEMENT);
}

GtkWidget *
ff_fishbone_card_new (FfWorkspace *workspace, FfOwner owner)
{
  FfFishboneCard *self = g_object_new (FF_TYPE_FISHBONE_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->owner = owner;
  ff_fishbone_card_set_item (self, NULL, NULL);
  return GTK_WIDGET (self);
}
