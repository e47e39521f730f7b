#include "config.h"

#include "ff-syllabus-row.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-people.h"
#include "ff-tag.h"

struct _FfSyllabusRow
{
  GtkWidget parent_instance;

  FfSyllabusNode *node;
  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *entry;
  GtkWidget *tags;
  GtkWidget *minutes;
  guint left_source;
};

G_DEFINE_FINAL_TYPE (FfSyllabusRow, ff_syllabus_row, GTK_TYPE_WIDGET)

enum
{
  TYPED,
  ENTERED,
  CANCELLED,
  LEFT,
  SHIFTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Kinds that the number and the place do not say already. */
static const struct
{
  const char *kind;
  const char *icon;
} pills[] = {
  { "exercise", "ff-exercise-symbolic" },   { "case", "ff-case-symbolic" },         { "discussion", "ff-people-symbolic" },
  { "deliverable", "ff-deliverable-symbolic" }, { "homework", "ff-homework-symbolic" }, { "break", "ff-break-symbolic" },
};

static void
add_kind (FfSyllabusRow *self, const char *kind)
{
  g_autofree char *css_class = g_strconcat ("kind-", kind, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pills); i++)
    if (g_str_equal (pills[i].kind, kind))
      {
        GtkWidget *tag = ff_tag_new (ff_syllabus_kind_title (kind), pills[i].icon, FF_TONE_NEUTRAL);

        gtk_widget_add_css_class (tag, css_class);
        gtk_box_append (GTK_BOX (self->tags), tag);
      }
}

static void
show_tags (FfSyllabusRow *self)
{
  const FfSyllabusItem *item = self->node != NULL ? ff_syllabus_node_get_item (self->node) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tags)) != NULL)
    gtk_box_remove (GTK_BOX (self->tags), child);
  if (item == NULL)
    return;
  add_kind (self, item->kind);
  if (item->layer != NULL)
    gtk_box_append (GTK_BOX (self->tags), ff_tag_new (ff_layer_title (item->layer, NULL), NULL, FF_TONE_GOOD));
  if (item->made_to_order)
    gtk_box_append (GTK_BOX (self->tags), ff_tag_new (C_("audience", "Made to order"), NULL, FF_TONE_SOON));
}

static void
show_minutes (FfSyllabusRow *self)
{
  int minutes = self->node != NULL ? ff_syllabus_node_get_minutes (self->node) : -1;
  int below = self->node != NULL ? ff_syllabus_node_sum_children (self->node) : -1;
  g_autofree char *duration = minutes >= 0 ? ff_format_duration (minutes) : NULL;
  g_autofree char *sum = below >= 0 ? ff_format_duration (below) : NULL;
  /* Less is nothing to wonder at: not every minute needs an item. */
  gboolean exceeds = below > minutes;
  /* Translators: %s are durations, such as "80 min". */
  g_autofree char *tooltip = exceeds ? g_strdup_printf (_("The items below it add up to %s, more than its %s."), sum, duration) : NULL;

  gtk_label_set_label (GTK_LABEL (self->minutes), duration != NULL ? duration : "");
  gtk_widget_set_tooltip_text (self->minutes, tooltip);
  if (exceeds)
    gtk_widget_add_css_class (self->minutes, "warning-text");
  else
    gtk_widget_remove_css_class (self->minutes, "warning-text");
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_title (FfSyllabusRow *self)
{
  const FfSyllabusItem *item = self->node != NULL ? ff_syllabus_node_get_item (self->node) : NULL;
  const char *number = self->node != NULL ? ff_syllabus_node_get_number (self->node) : "";
  gboolean lecture = item != NULL && g_str_equal (item->kind, "lecture");

  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_widget_set_visible (self->number, *number != '\0');
  set_css_class (self->number, "heading", lecture);
  set_css_class (self->number, "dim-label", TRUE);
  gtk_label_set_label (GTK_LABEL (self->title), item != NULL ? item->title : "");
  set_css_class (self->title, "heading", lecture);
  set_css_class (self->title, "syllabus-topic", item != NULL && *number == '\0');
}

/* Only what is cut off is worth a tooltip. */
static gboolean
on_query_tooltip (GtkLabel *title, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (title)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (title));
  return TRUE;
}

/* Editing -------------------------------------------------------------------------------------------------------------------- */

static void
on_typed (FfSyllabusRow *self)
{
  g_signal_emit (self, signals[TYPED], 0);
}

static void
on_entered (FfSyllabusRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
say_left (gpointer user_data)
{
  FfSyllabusRow *self = user_data;

  self->left_source = 0;
  if (gtk_widget_get_visible (self->entry) && !gtk_widget_has_focus (self->entry))
    g_signal_emit (self, signals[LEFT], 0);
  return G_SOURCE_REMOVE;
}

/* Whoever hears of it may take the row away, which GTK does not bear while it moves the keyboard on. */
static void
on_left (FfSyllabusRow *self)
{
  if (gtk_widget_get_visible (self->entry) && self->left_source == 0)
    self->left_source = g_idle_add_full (G_PRIORITY_DEFAULT, say_left, self, NULL);
}

static gboolean
on_key (FfSyllabusRow *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean alt = modifiers == GDK_ALT_MASK;

  if (key == GDK_KEY_Escape && modifiers == 0)
    g_signal_emit (self, signals[CANCELLED], 0);
  else if ((key == GDK_KEY_Tab && modifiers == 0) || (alt && key == GDK_KEY_Right))
    g_signal_emit (self, signals[SHIFTED], 0, TRUE);
  else if (key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && modifiers == GDK_SHIFT_MASK) || (alt && key == GDK_KEY_Left))
    g_signal_emit (self, signals[SHIFTED], 0, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_entry (FfSyllabusRow *self)
{
  GtkWidget *entry = gtk_text_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (entry, "syllabus-entry");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_visible (entry, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_entered), self);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/* The widget -------------------------------------------------------------------------------------------------------------------- */

static void
ff_syllabus_row_dispose (GObject *object)
{
  FfSyllabusRow *self = FF_SYLLABUS_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->left_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (ff_syllabus_row_parent_class)->dispose (object);
}

static void
ff_syllabus_row_class_init (FfSyllabusRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_syllabus_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "syllabusrow");
  signals[TYPED] = g_signal_new ("typed", FF_TYPE_SYLLABUS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", FF_TYPE_SYLLABUS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", FF_TYPE_SYLLABUS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", FF_TYPE_SYLLABUS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHIFTED] = g_signal_new ("shifted", FF_TYPE_SYLLABUS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_BOOLEAN);
}

static void
ff_syllabus_row_init (FfSyllabusRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "numeric");
  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_has_tooltip (self->title, TRUE);
  g_signal_connect (self->title, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  self->entry = make_entry (self);
  self->tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (self->tags, TRUE);
  self->minutes = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->minutes, "dim-label");
  gtk_widget_add_css_class (self->minutes, "numeric");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_parent (self->tags, GTK_WIDGET (self));
  gtk_widget_set_parent (self->minutes, GTK_WIDGET (self));
}

GtkWidget *
ff_syllabus_row_new (void)
{
  return g_object_new (FF_TYPE_SYLLABUS_ROW, "hexpand", TRUE, NULL);
}

void
ff_syllabus_row_set_node (FfSyllabusRow *self, FfSyllabusNode *node)
{
  g_return_if_fail (FF_IS_SYLLABUS_ROW (self));

  ff_syllabus_row_stop_editing (self);
  g_set_object (&self->node, node);
  show_title (self);
  show_tags (self);
  show_minutes (self);
}

FfSyllabusNode *
ff_syllabus_row_get_node (FfSyllabusRow *self)
{
  g_return_val_if_fail (FF_IS_SYLLABUS_ROW (self), NULL);

  return self->node;
}

void
ff_syllabus_row_edit (FfSyllabusRow *self, const char *text, gboolean select)
{
  g_return_if_fail (FF_IS_SYLLABUS_ROW (self) && text != NULL);

  gtk_widget_set_visible (self->title, FALSE);
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_set_hexpand (self->tags, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), select ? 0 : -1, -1);
}

void
ff_syllabus_row_stop_editing (FfSyllabusRow *self)
{
  g_return_if_fail (FF_IS_SYLLABUS_ROW (self));

  gtk_widget_set_visible (self->entry, FALSE);
  gtk_widget_set_visible (self->title, TRUE);
  gtk_widget_set_hexpand (self->tags, TRUE);
}

const char *
ff_syllabus_row_get_text (FfSyllabusRow *self)
{
  g_return_val_if_fail (FF_IS_SYLLABUS_ROW (self), NULL);

  return gtk_widget_get_visible (self->entry) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : NULL;
}
