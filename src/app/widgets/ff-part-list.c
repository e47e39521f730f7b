#include "config.h"

#include "ff-part-list.h"

#include <glib/gi18n-lib.h>

#include "ff-window.h"

struct _FfPartList
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  const FfPartKind *kind;
  gint64 owner;

  GtkWidget *box;
  GtkWidget *add;
  GtkListBox *list;
  GtkLabel *empty;
  GtkLabel *foot;
  GtkSizeGroup *steps; /* the buttons of the rows are as wide as each other */

  GPtrArray *parts;          /* what is shown; NULL until it was read */
  GCancellable *cancellable; /* of the reading under way */
};

enum
{
  PART_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPartList, ff_part_list, ADW_TYPE_BIN)

FfPart *
ff_part_new (gint64 id, const char *title, const char *subtitle)
{
  FfPart *part = g_new0 (FfPart, 1);

  part->id = id;
  part->title = g_strdup (title);
  part->subtitle = g_strdup (subtitle);
  return part;
}

void
ff_part_free (FfPart *part)
{
  if (part == NULL)
    return;
  g_free (part->title);
  g_free (part->subtitle);
  g_free (part->value);
  g_free (part->tag);
  g_free (part->group);
  g_free (part->step);
  g_free (part);
}

/* Commands ------------------------------------------------------------------------------------------------------------- */

/* One command about one part, on its way to the writer and back. */
typedef struct
{
  GWeakRef list;
  const FfPartKind *kind;
  gint64 owner;
  gint64 id;
  int position;
  gboolean done;
} PartCommand;

static PartCommand *
part_command_new (FfPartList *self, gint64 id)
{
  PartCommand *command = g_new0 (PartCommand, 1);

  g_weak_ref_init (&command->list, self);
  command->kind = self->kind;
  command->owner = self->owner;
  command->id = id;
  return command;
}

static void
part_command_free (gpointer data)
{
  PartCommand *command = data;

  g_weak_ref_clear (&command->list);
  g_free (command);
}

static gboolean
move_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  PartCommand *command = data;

  return command->kind->move (db, command->owner, command->id, command->position, error);
}

static gboolean
tick_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  PartCommand *command = data;

  return command->kind->tick (db, command->owner, command->id, command->done, error);
}

static gboolean
step_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  PartCommand *command = data;

  return command->kind->step (db, command->owner, command->id, error);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  PartCommand *command = data;

  return command->kind->editor->delete (db, command->id, command->owner, error);
}

static void
move_part (FfPartList *self, gint64 id, int position)
{
  PartCommand *command;

  if (position < 0 || position >= (int) self->parts->len)
    return;
  command = part_command_new (self, id);
  command->position = position;
  ff_workspace_run (self->workspace, _(self->kind->move_label), move_work, NULL, command, part_command_free);
}

static gboolean
delete_done (gpointer data, const GError *error)
{
  PartCommand *command = data;
  g_autoptr (FfPartList) self = g_weak_ref_get (&command->list);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;

  if (error == NULL && window != NULL)
    ff_window_toast_undo (window, _(command->kind->editor->deleted));
  return FALSE;
}

static void
delete_part (FfPartList *self, gint64 id)
{
  ff_workspace_run (self->workspace, _(self->kind->editor->delete_label), delete_work, delete_done, part_command_new (self, id),
                    part_command_free);
}

/* Rows ----------------------------------------------------------------------------------------------------------------- */

static FfPart *
part_of_row (FfPartList *self, GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return self->parts != NULL && index >= 0 && (guint) index < self->parts->len ? g_ptr_array_index (self->parts, index) : NULL;
}

static void
on_row_activated (FfPartList *self, GtkListBoxRow *row)
{
  FfPart *part = part_of_row (self, row);

  if (part == NULL)
    return;
  if (self->kind->editor != NULL && !self->kind->announces)
    ff_editor_open (GTK_WIDGET (self), self->workspace, self->kind->editor, part->id, self->owner);
  else
    g_signal_emit (self, signals[PART_ACTIVATED], 0, part->id);
}

static void
on_add (FfPartList *self)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, self->kind->editor, 0, self->owner);
}

static void
on_ticked (FfPartList *self, GParamSpec *pspec, GtkCheckButton *check)
{
  FfPart *part = part_of_row (self, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW)));
  PartCommand *command;

  if (part == NULL || part->done == gtk_check_button_get_active (check))
    return;
  command = part_command_new (self, part->id);
  command->done = gtk_check_button_get_active (check);
  ff_workspace_run (self->workspace, _(self->kind->tick_label), tick_work, NULL, command, part_command_free);
}

static void
on_step (FfPartList *self, GtkWidget *button)
{
  FfPart *part = part_of_row (self, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));

  if (part != NULL)
    ff_workspace_run (self->workspace, _(self->kind->step_label), step_work, NULL, part_command_new (self, part->id),
                      part_command_free);
}

static GdkContentProvider *
on_drag_prepare (FfPartList *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);
  FfPart *part = part_of_row (self, GTK_LIST_BOX_ROW (row));

  if (part == NULL || !ff_workspace_is_writable (self->workspace))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_INT64, part->id);
}

/* Dropping a part on a row puts it there; what lay between moves by one. Parts of another card are not taken. */
static gboolean
on_drop (FfPartList *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  gint64 id = g_value_get_int64 (value);

  for (guint i = 0; i < self->parts->len; i++)
    if (((FfPart *) g_ptr_array_index (self->parts, i))->id == id)
      {
        move_part (self, id, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
        return TRUE;
      }
  return FALSE;
}

static void
make_movable (FfPartList *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_widget_add_css_class (handle, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static void
add_tick (FfPartList *self, GtkWidget *row, const FfPart *part)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), part->done);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, part->title, -1);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
}

/* Rows without a button leave its room free, so that what stands before it is in line. */
static void
add_step (FfPartList *self, GtkWidget *row, const FfPart *part)
{
  GtkWidget *button = part->step != NULL ? gtk_button_new_with_label (part->step) : gtk_label_new (NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_size_group_add_widget (self->steps, button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (part->step == NULL)
    return;
  gtk_widget_set_sensitive (button, ff_workspace_is_writable (self->workspace));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_step), self, G_CONNECT_SWAPPED);
}

static void
add_level (GtkWidget *row, int level)
{
  GtkWidget *badge = ff_level_badge_new (level);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
}

/* The heading of a group stands above its first row. */
static void
update_group (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const FfPart *part = part_of_row (user_data, row);
  const FfPart *former = part_of_row (user_data, before);
  GtkWidget *heading;

  if (part == NULL || part->group == NULL || (former != NULL && g_strcmp0 (former->group, part->group) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = gtk_label_new (part->group);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "part-group");
  gtk_list_box_row_set_header (row, heading);
}

/* A row that leads nowhere does not look as if it did. */
static gboolean
opens (FfPartList *self)
{
  return self->kind->editor != NULL || g_signal_has_handler_pending (self, signals[PART_ACTIVATED], 0, FALSE);
}

static GtkWidget *
part_row (FfPartList *self, const FfPart *part)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), part->title);
  if (part->subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), part->subtitle);
  if (part->level > 0)
    add_level (row, part->level);
  if (self->kind->tick != NULL)
    add_tick (self, row, part);
  if (self->kind->move != NULL)
    make_movable (self, row);
  if (part->value != NULL)
    {
      GtkWidget *value = gtk_label_new (part->value);

      gtk_widget_add_css_class (value, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
    }
  if (part->tag != NULL)
    {
      GtkWidget *tag = ff_tag_new_shrinking (part->tag, part->tone);

      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
    }
  if (self->kind->step != NULL)
    add_step (self, row, part);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), opens (self));
  return row;
}

/* The part whose row, or something in it, has the focus. */
static FfPart *
focused_part (FfPartList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
                       ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                       : NULL;

  return part_of_row (self, (GtkListBoxRow *) row);
}

/* Shows @parts, which it takes, in place of what was shown; the focus stays with its part. */
static void
show_parts (FfPartList *self, GPtrArray *parts)
{
  const FfPart *former = focused_part (self);
  gint64 focused = former != NULL ? former->id : 0;
  GtkListBoxRow *row;
  g_autofree char *foot = NULL;

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  self->parts = parts;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const FfPart *part = g_ptr_array_index (self->parts, i);
      GtkWidget *widget = part_row (self, part);

      gtk_list_box_append (self->list, widget);
      if (part->id == focused)
        gtk_widget_grab_focus (widget);
    }
  if (self->kind->foot != NULL)
    foot = self->kind->foot (self->parts, self->owner);
  gtk_label_set_text (self->foot, foot != NULL ? foot : "");
  gtk_widget_set_visible (GTK_WIDGET (self->foot), foot != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->parts->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), self->parts->len == 0);
}

/* Reading -------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef list;
  const FfPartKind *kind;
  gint64 owner;
  GPtrArray *parts;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->list);
  g_clear_pointer (&reading->parts, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->parts = reading->kind->list (db, reading->owner, error);
  return reading->parts != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfPartList) self = g_weak_ref_get (&reading->list);

  if (self == NULL || error != NULL)
    return self == NULL;
  show_parts (self, g_steal_pointer (&reading->parts));
  return TRUE;
}

static void
stop_reading (FfPartList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_parts (FfPartList *self)
{
  Reading *reading;

  stop_reading (self);
  if (self->owner == 0)
    {
      show_parts (self, g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free));
      return;
    }
  reading = g_new0 (Reading, 1);
  g_weak_ref_init (&reading->list, self);
  reading->kind = self->kind;
  reading->owner = self->owner;
  self->cancellable = g_cancellable_new ();
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
on_changed (FfPartList *self, const char *table)
{
  /* Without a name: another program changed the file, and nobody knows what. */
  if (table == NULL || g_strv_contains (self->kind->tables, table))
    read_parts (self);
}

static void
on_writable (FfPartList *self)
{
  gtk_widget_set_sensitive (self->add, ff_workspace_is_writable (self->workspace));
}

/* Keys ----------------------------------------------------------------------------------------------------------------- */

static gboolean
on_key (FfPartList *self, guint key, guint code, GdkModifierType state)
{
  gboolean alt = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK;
  FfPart *part = focused_part (self);
  guint index;

  if (part == NULL || !ff_workspace_is_writable (self->workspace) || !g_ptr_array_find (self->parts, part, &index))
    return GDK_EVENT_PROPAGATE;
  if (alt && self->kind->move != NULL && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    {
      move_part (self, part->id, (int) index + (key == GDK_KEY_Up ? -1 : 1));
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Delete && self->kind->editor != NULL && self->kind->editor->delete != NULL)
    {
      delete_part (self, part->id);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The class ------------------------------------------------------------------------------------------------------------ */

static void
ff_part_list_dispose (GObject *object)
{
  FfPartList *self = FF_PART_LIST (object);

  stop_reading (self);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  g_clear_object (&self->steps);
  G_OBJECT_CLASS (ff_part_list_parent_class)->dispose (object);
}

static void
ff_part_list_class_init (FfPartListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_part_list_dispose;

  signals[PART_ACTIVATED] = g_signal_new ("part-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkLabel *
add_line (FfPartList *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static void
ff_part_list_init (FfPartList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->steps = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_set_header_func (self->list, update_group, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/* The title, and beside it the button that adds. */
static void
add_heading (FfPartList *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_(self->kind->title));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (heading), title);
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_visible (self->add, self->kind->add != NULL && self->kind->editor != NULL);
  if (self->kind->add != NULL)
    gtk_widget_set_tooltip_text (self->add, _(self->kind->add));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (heading), self->add);
  gtk_box_append (GTK_BOX (self->box), heading);
}

GtkWidget *
ff_part_list_new (FfWorkspace *workspace, const FfPartKind *kind, gint64 owner)
{
  FfPartList *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace) && kind != NULL, NULL);

  self = g_object_new (FF_TYPE_PART_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->owner = owner;
  add_heading (self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  self->empty = add_line (self, "dim-label");
  gtk_label_set_text (self->empty, _(kind->empty));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
  self->foot = add_line (self, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->title), -1);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::writable", G_CALLBACK (on_writable), self, G_CONNECT_SWAPPED);
  on_writable (self);
  read_parts (self);
  return GTK_WIDGET (self);
}

void
ff_part_list_set_owner (FfPartList *self, gint64 owner)
{
  g_return_if_fail (FF_IS_PART_LIST (self));

  if (self->owner == owner)
    return;
  self->owner = owner;
  read_parts (self);
}

guint
ff_part_list_get_n_parts (FfPartList *self)
{
  g_return_val_if_fail (FF_IS_PART_LIST (self), 0);

  return self->parts != NULL ? self->parts->len : 0;
}
