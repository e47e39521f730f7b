#include "config.h"

#include "ff-chosen-pane.h"

#include <glib/gi18n-lib.h>

#include "ff-clashes.h"
#include "ff-people.h"
#include "ff-roster.h"
#include "ff-row-model.h"

#define PREVIEW_DELAY_MS 150
/* Of more than so many people no clashes are looked for while they are being chosen. */
#define MAX_CHECKED 500
#define MAX_CLASHES 50

struct _FfChosenPane
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  gint64 run_id;
  GtkLabel *heading;
  GtkLabel *complaint;
  GtkStack *stack;
  GtkListView *list;
  FfRowModel *model;
  GtkLabel *places;
  GtkCheckButton *rest_waits;
  GtkExpander *clash_expander;
  GtkLabel *clash_title;
  GtkBox *clashes;
  GArray *ids; /* gint64 */
  FfRosterRoom room;
  guint preview_source;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfChosenPane, ff_chosen_pane, ADW_TYPE_BIN)

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Rows ---------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_people_read_trainees (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_trainee_free (data);
}

static const FfRowSource row_source = { read_rows, free_row };

static void
show_row (GtkListItem *item)
{
  FfRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkLabel *name = GTK_LABEL (gtk_widget_get_first_child (box));
  GtkLabel *number = GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (name)));
  const FfTrainee *trainee = ff_row_get_data (row);

  gtk_label_set_label (name, trainee != NULL ? trainee->name : "…");
  gtk_label_set_label (number, trainee != NULL ? trainee->employee_no : "");
  gtk_widget_set_tooltip_text (box, trainee != NULL ? trainee->department : NULL);
}

static void
on_remove_clicked (GtkListItem *item)
{
  GtkWidget *pane = gtk_widget_get_ancestor (gtk_list_item_get_child (item), FF_TYPE_CHOSEN_PANE);

  g_signal_emit (pane, signals[REMOVED], 0, ff_row_get_id (gtk_list_item_get_item (item)));
}

static void
on_setup (FfChosenPane *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Take from the list"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), item, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (FfChosenPane *self, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (show_row), item);
  show_row (item);
}

static void
on_unbind (FfChosenPane *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

/* What would happen ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef pane;
  gint64 run_id;
  GArray *ids;
  FfRosterRoom room;
  GPtrArray *clashes; /* FfClash; NULL: not looked for */
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_weak_ref_clear (&preview->pane);
  g_array_unref (preview->ids);
  g_clear_pointer (&preview->clashes, g_ptr_array_unref);
  g_free (preview);
}

static gboolean
preview_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Preview *preview = data;
  const gint64 *ids = (const gint64 *) (gpointer) preview->ids->data;

  if (!ff_roster_get_room (db, preview->run_id, ids, preview->ids->len, &preview->room, error))
    return FALSE;
  if (preview->ids->len == 0 || preview->ids->len > MAX_CHECKED)
    return TRUE;
  preview->clashes = ff_clashes_of_enrolling (db, preview->run_id, ids, preview->ids->len, error);
  return preview->clashes != NULL;
}

static void
show_places (FfChosenPane *self)
{
  const FfRosterRoom *room = &self->room;
  g_autofree char *taken = NULL;
  g_autofree char *over = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->places), room->capacity >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_waits), room->over > 0);
  if (room->over > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->places), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->places), "warning");
  if (room->capacity < 0)
    return;
  taken = g_strdup_printf (ngettext ("%d of %d place is taken.", "%d of %d places are taken.", (gulong) room->capacity), room->enrolled,
                           room->capacity);
  over = g_strdup_printf (ngettext ("%d of those chosen has no place.", "%d of those chosen have no place.", (gulong) room->over),
                          room->over);
  text = room->over > 0 ? g_strjoin (" ", taken, over, NULL) : g_steal_pointer (&taken);
  gtk_label_set_label (self->places, text);
}

static void
show_clashes (FfChosenPane *self, const GPtrArray *clashes)
{
  guint n = clashes != NULL ? clashes->len : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u clash", "%u clashes", n), n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->clashes))) != NULL)
    gtk_box_remove (self->clashes, child);
  for (guint i = 0; i < MIN (n, MAX_CLASHES); i++)
    {
      GtkWidget *label = gtk_label_new (((const FfClash *) g_ptr_array_index (clashes, i))->sentence);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->clashes, label);
    }
  gtk_label_set_label (self->clash_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->clash_expander), n > 0);
}

static gboolean
preview_done (gpointer data, const GError *error)
{
  Preview *preview = data;
  g_autoptr (FfChosenPane) self = g_weak_ref_get (&preview->pane);

  if (self == NULL || error != NULL)
    return self == NULL;
  self->room = preview->room;
  show_places (self);
  show_clashes (self, preview->clashes);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static gboolean
read_preview (gpointer user_data)
{
  FfChosenPane *self = user_data;
  Preview *preview = g_new0 (Preview, 1);

  self->preview_source = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&preview->pane, self);
  preview->run_id = self->run_id;
  preview->ids = g_array_ref (self->ids);
  ff_workspace_read (self->workspace, preview_work, preview_done, preview, preview_free, self->cancellable);
  return G_SOURCE_REMOVE;
}

/* The pane ------------------------------------------------------------------------------------------------------------- */

static void
on_rest_toggled (FfChosenPane *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ff_chosen_pane_dispose (GObject *object)
{
  FfChosenPane *self = FF_CHOSEN_PANE (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_chosen_pane_parent_class)->dispose (object);
}

static void
ff_chosen_pane_finalize (GObject *object)
{
  g_array_unref (FF_CHOSEN_PANE (object)->ids);
  G_OBJECT_CLASS (ff_chosen_pane_parent_class)->finalize (object);
}

static void
ff_chosen_pane_class_init (FfChosenPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_chosen_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_chosen_pane_finalize;
  signals[CHANGED] = g_signal_new ("changed", FF_TYPE_CHOSEN_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", FF_TYPE_CHOSEN_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-chosen-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, heading);
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, complaint);
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, stack);
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, list);
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, places);
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, rest_waits);
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, clash_expander);
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, clash_title);
  gtk_widget_class_bind_template_child (widget_class, FfChosenPane, clashes);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_rest_toggled);
}

static void
ff_chosen_pane_init (FfChosenPane *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->room.capacity = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ff_chosen_pane_new (FfWorkspace *workspace, gint64 run_id)
{
  FfChosenPane *self = g_object_new (FF_TYPE_CHOSEN_PANE, NULL);
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  self->model = ff_row_model_new (&row_source, ff_workspace_get_reader (workspace));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->model));
  ff_chosen_pane_set_people (self, nobody);
  return GTK_WIDGET (self);
}

void
ff_chosen_pane_set_people (FfChosenPane *self, GArray *ids)
{
  g_autofree char *heading = NULL;

  g_return_if_fail (FF_IS_CHOSEN_PANE (self));
  g_return_if_fail (ids != NULL);

  g_array_ref (ids);
  g_array_unref (self->ids);
  self->ids = ids;
  heading = g_strdup_printf (ngettext ("%'u person chosen", "%'u people chosen", ids->len), ids->len);
  gtk_label_set_label (self->heading, heading);
  gtk_stack_set_visible_child_name (self->stack, ids->len > 0 ? "list" : "empty");
  ff_row_model_take_ids (self->model, ff_row_model_begin_query (self->model), ids);
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add (PREVIEW_DELAY_MS, read_preview, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

GArray *
ff_chosen_pane_get_people (FfChosenPane *self)
{
  g_return_val_if_fail (FF_IS_CHOSEN_PANE (self), NULL);

  return self->ids;
}

guint
ff_chosen_pane_get_n_over (FfChosenPane *self)
{
  g_return_val_if_fail (FF_IS_CHOSEN_PANE (self), 0);

  return (guint) self->room.over;
}

gboolean
ff_chosen_pane_get_rest_waits (FfChosenPane *self)
{
  g_return_val_if_fail (FF_IS_CHOSEN_PANE (self), FALSE);

  return gtk_check_button_get_active (self->rest_waits);
}

void
ff_chosen_pane_set_complaint (FfChosenPane *self, const char *complaint)
{
  g_return_if_fail (FF_IS_CHOSEN_PANE (self));

  gtk_label_set_label (self->complaint, complaint != NULL ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), complaint != NULL);
}
