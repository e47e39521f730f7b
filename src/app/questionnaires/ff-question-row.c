#include "config.h"

#include "ff-question-row.h"

#include <glib/gi18n-lib.h>

#include "ff-questionnaire-text.h"

struct _FfQuestionRow
{
  AdwBin parent_instance;

  gint64 id;
  char *title; /* as it is stored */
  gboolean test;
  gboolean setting; /* values come from the database, not from the person */
  GtkWidget *box;
  GtkLabel *number;
  GtkEditable *entry;
  GtkDropDown *kind;
  GtkButton *options;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (FfQuestionRow, ff_question_row, ADW_TYPE_BIN)

/* What a test may ask, and what all others may. */
static const FfQuestionKind test_kinds[] = { FF_QUESTION_CHOICE, FF_QUESTION_SHORT };
static const FfQuestionKind usual_kinds[] = { FF_QUESTION_RATING, FF_QUESTION_NPS,  FF_QUESTION_YES_NO,
                                              FF_QUESTION_CHOICE, FF_QUESTION_TEXT, FF_QUESTION_SERVQUAL };

static const FfQuestionKind *
kinds_of (FfQuestionRow *self, guint *n)
{
  *n = self->test ? G_N_ELEMENTS (test_kinds) : G_N_ELEMENTS (usual_kinds);
  return self->test ? test_kinds : usual_kinds;
}

static void
fill_kinds (FfQuestionRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n;
  const FfQuestionKind *kinds = kinds_of (self, &n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (titles, ff_question_kind_title (kinds[i]));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (titles));
}

static void
on_kind_selected (FfQuestionRow *self)
{
  guint n;
  const FfQuestionKind *kinds = kinds_of (self, &n);
  guint selected = gtk_drop_down_get_selected (self->kind);

  if (!self->setting && selected < n)
    gtk_widget_activate_action (GTK_WIDGET (self), "questionnaire.set-kind", "(xs)", self->id, ff_question_kind_to_key (kinds[selected]));
}

static void
keep_title (FfQuestionRow *self)
{
  const char *typed = gtk_editable_get_text (self->entry);

  if (g_strcmp0 (typed, self->title != NULL ? self->title : "") != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "questionnaire.set-title", "(xs)", self->id, typed);
}

/* Enter goes on to the next question, or to the line that adds one. */
static void
on_activate (FfQuestionRow *self)
{
  keep_title (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "questionnaire.next", "x", self->id);
}

static GMenuModel *
make_menu (FfQuestionRow *self)
{
  static const struct
  {
    const char *label;
    const char *action;
    int by;
  } items[] = {
    { N_("_Edit…"), "questionnaire.edit-question", 0 },
    { N_("Move _Up"), "questionnaire.move-question", -1 },
    { N_("Move _Down"), "questionnaire.move-question", 1 },
    { N_("_Delete"), "questionnaire.delete-question", 0 },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      if (items[i].by != 0)
        g_menu_item_set_action_and_target (item, items[i].action, "(xi)", self->id, items[i].by);
      else
        g_menu_item_set_action_and_target (item, items[i].action, "x", self->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Keys ---------------------------------------------------------------------------------------------------------------------- */

static gboolean
move_by (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfQuestionRow *self = FF_QUESTION_ROW (widget);

  keep_title (self);
  return gtk_widget_activate_action (widget, "questionnaire.move-question", "(xi)", self->id, g_variant_get_int32 (arguments));
}

static void
add_shortcut (GtkEventController *controller, const char *trigger, int by)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (move_by, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* Dragging -------------------------------------------------------------------------------------------------------------------- */

static GdkContentProvider *
on_drag_prepare (FfQuestionRow *self, double x, double y, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_INT64, self->id);
}

/* What is dropped takes this one's place. */
static gboolean
on_drop (FfQuestionRow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "questionnaire.drop-question", "(xx)", g_value_get_int64 (value), self->id);
}

static void
make_movable (FfQuestionRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_box_prepend (GTK_BOX (self->box), handle);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  add_shortcut (keys, "<Alt>Up", -1);
  add_shortcut (keys, "<Alt>Down", 1);
  /* Before the text takes the keys for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The row ----------------------------------------------------------------------------------------------------------------------- */

static void
on_options_clicked (FfQuestionRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "questionnaire.edit-question", "x", self->id);
}

static void
ff_question_row_finalize (GObject *object)
{
  g_free (FF_QUESTION_ROW (object)->title);
  G_OBJECT_CLASS (ff_question_row_parent_class)->finalize (object);
}

static void
ff_question_row_class_init (FfQuestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_question_row_finalize;
}

static void
ff_question_row_init (FfQuestionRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->options = GTK_BUTTON (gtk_button_new ());
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());

  gtk_label_set_width_chars (self->number, 3);
  gtk_label_set_xalign (self->number, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_editable_set_width_chars (self->entry, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->options), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "flat");
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _("Question menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What an answer is"), -1);

  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->options));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->menu));
  adw_bin_set_child (ADW_BIN (self), self->box);

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (on_kind_selected), self);
  g_signal_connect_swapped (self->options, "clicked", G_CALLBACK (on_options_clicked), self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep_title), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

GtkWidget *
ff_question_row_new (gboolean editable)
{
  FfQuestionRow *self = g_object_new (FF_TYPE_QUESTION_ROW, NULL);

  gtk_editable_set_editable (self->entry, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->options), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), editable);
  if (editable)
    make_movable (self);
  return GTK_WIDGET (self);
}

static void
show_options (FfQuestionRow *self, const FfQuestion *question)
{
  guint n = question->options->len;
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("%u option", "%u options", n), n) : g_strdup (_("Options…"));

  gtk_button_set_label (self->options, label);
  gtk_widget_set_visible (GTK_WIDGET (self->options), question->kind == FF_QUESTION_CHOICE);
}

void
ff_question_row_set (FfQuestionRow *self, const FfQuestion *question, guint number, gboolean test)
{
  g_autofree char *place = g_strdup_printf ("%u", number);
  const char *title = question->title != NULL ? question->title : "";
  g_autoptr (GMenuModel) menu = NULL;
  guint n;
  const FfQuestionKind *kinds;
  gboolean typing = g_strcmp0 (gtk_editable_get_text (self->entry), self->title != NULL ? self->title : "") != 0
                    && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry)));

  self->setting = TRUE;
  self->id = question->id;
  if (gtk_drop_down_get_model (self->kind) == NULL || self->test != test)
    {
      self->test = test;
      fill_kinds (self);
    }
  g_free (self->title);
  self->title = g_strdup (question->title);
  if (!typing && g_strcmp0 (gtk_editable_get_text (self->entry), title) != 0)
    ff_question_row_set_text (self->entry, title);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), question->key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question->key, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->number), question->key);
  gtk_label_set_label (self->number, place);
  kinds = kinds_of (self, &n);
  for (guint i = 0; i < n; i++)
    if (kinds[i] == question->kind)
      gtk_drop_down_set_selected (self->kind, i);
  show_options (self, question);
  menu = make_menu (self);
  gtk_menu_button_set_menu_model (self->menu, menu);
  self->setting = FALSE;
}

void
ff_question_row_set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
}

gint64
ff_question_row_get_id (FfQuestionRow *self)
{
  g_return_val_if_fail (FF_IS_QUESTION_ROW (self), 0);

  return self->id;
}

void
ff_question_row_focus (FfQuestionRow *self)
{
  g_return_if_fail (FF_IS_QUESTION_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
