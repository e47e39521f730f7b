/* The widget of a field depends on its kind alone: an entry row, with a calendar or a list of suggestions where that helps, a
   combo row, a switch, or a text view. */
#include "config.h"

#include "ff-editor-row.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-time.h"

struct _FfEditorRow
{
  GObject parent_instance;

  const FfEditorField *field;
  GPtrArray *choices;
  GtkWidget *widget; /* AdwEntryRow, AdwComboRow, GtkSwitch or GtkTextView; owned by the form */
  GtkWidget *row;
  GtkLabel *reason;
  GtkWidget *reason_row;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (FfEditorRow, ff_editor_row, G_TYPE_OBJECT)

enum
{
  LEFT,
  TYPED,
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_left (FfEditorRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
on_focus_leave (FfEditorRow *self)
{
  emit_left (self);
}

static void
on_entry_activated (FfEditorRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_text_changed (FfEditorRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
watch_focus (FfEditorRow *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

/* Suggestions ------------------------------------------------------------------------------------------------------ */

static void
append_value (GtkEditable *editable, const char *value)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  g_autofree char *text = *typed == '\0' ? g_strdup (value) : g_strdup_printf ("%s; %s", typed, value);

  gtk_editable_set_text (editable, text);
}

static void
on_suggestion_activated (FfEditorRow *self, GtkListBoxRow *row)
{
  const FfChoice *choice = g_ptr_array_index (self->choices, (guint) gtk_list_box_row_get_index (row));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_POPOVER);

  if (self->field->kind == FF_FIELD_SUGGEST_MANY)
    append_value (GTK_EDITABLE (self->widget), choice->title);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->widget), choice->title);
  gtk_popover_popdown (GTK_POPOVER (popover));
  emit_left (self);
}

static GtkWidget *
make_suggestions (FfEditorRow *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      const FfChoice *choice = g_ptr_array_index (self->choices, i);
      GtkWidget *label = gtk_label_new (choice->title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_suggestion_activated), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "menu");
  return popover;
}

/* Dates ------------------------------------------------------------------------------------------------------------ */

static void
on_day_selected (FfEditorRow *self, GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  if (self->setting)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER)));
  emit_left (self);
}

static void
on_calendar_shown (FfEditorRow *self, GtkPopover *popover)
{
  GtkWidget *calendar = gtk_popover_get_child (popover);
  FfDay day;
  int year, month, mday;

  if (!ff_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->widget)), &day))
    return;
  ff_day_to_ymd (day, &year, &month, &mday);
  self->setting = TRUE;
  /* The day first, so that no month is asked for a day it lacks. */
  g_object_set (calendar, "day", 1, NULL);
  g_object_set (calendar, "year", year, "month", month - 1, NULL);
  g_object_set (calendar, "day", mday, NULL);
  self->setting = FALSE;
}

static GtkWidget *
make_calendar (FfEditorRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (on_day_selected), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_calendar_shown), self, G_CONNECT_SWAPPED);
  return popover;
}

static void
add_helper (FfEditorRow *self, GtkWidget *popover, const char *icon, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->widget), button);
}

/* The kinds -------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_entry (FfEditorRow *self)
{
  GtkInputPurpose purpose = self->field->kind == FF_FIELD_NUMBER ? GTK_INPUT_PURPOSE_NUMBER : GTK_INPUT_PURPOSE_FREE_FORM;

  self->widget = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _(self->field->title), "input-purpose", purpose, NULL);
  g_signal_connect_object (self->widget, "entry-activated", G_CALLBACK (on_entry_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->widget, "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  watch_focus (self, self->widget);
  if (self->field->kind == FF_FIELD_DATE)
    add_helper (self, make_calendar (self), "x-office-calendar-symbolic", _("Choose a date"));
  if ((self->field->kind == FF_FIELD_SUGGEST || self->field->kind == FF_FIELD_SUGGEST_MANY) &&
      self->choices != NULL && self->choices->len > 0)
    add_helper (self, make_suggestions (self), "pan-down-symbolic", _("Choose a known value"));
  return self->widget;
}

static GtkWidget *
make_combo (FfEditorRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    gtk_string_list_append (titles, ((FfChoice *) g_ptr_array_index (self->choices, i))->title);
  self->widget = g_object_new (ADW_TYPE_COMBO_ROW, "title", _(self->field->title), "model", titles, NULL);
  g_signal_connect_object (self->widget, "notify::selected", G_CALLBACK (emit_left), self, G_CONNECT_SWAPPED);
  return self->widget;
}

static GtkWidget *
make_switch (FfEditorRow *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(self->field->title), NULL);

  self->widget = gtk_switch_new ();
  gtk_widget_set_valign (self->widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->widget);
  g_signal_connect_object (self->widget, "notify::active", G_CALLBACK (emit_left), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_paragraph (FfEditorRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_(self->field->title));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  self->widget = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->widget), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->widget), FALSE);
  gtk_widget_add_css_class (self->widget, "form-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->field->title), -1);
  watch_focus (self, self->widget);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 72);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->widget);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "form-paragraph");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
make_row (FfEditorRow *self)
{
  switch (self->field->kind)
    {
    case FF_FIELD_CHOICE:
      return make_combo (self);
    case FF_FIELD_SWITCH:
      return make_switch (self);
    case FF_FIELD_PARAGRAPH:
      return make_paragraph (self);
    case FF_FIELD_TEXT:
    case FF_FIELD_SUGGEST:
    case FF_FIELD_SUGGEST_MANY:
    case FF_FIELD_DATE:
    case FF_FIELD_TIME:
    case FF_FIELD_NUMBER:
    default:
      return make_entry (self);
    }
}

static void
ff_editor_row_finalize (GObject *object)
{
  g_clear_pointer (&FF_EDITOR_ROW (object)->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_editor_row_parent_class)->finalize (object);
}

static void
ff_editor_row_class_init (FfEditorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_editor_row_finalize;
  signals[LEFT] = g_signal_new ("left", FF_TYPE_EDITOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", FF_TYPE_EDITOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", FF_TYPE_EDITOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_editor_row_init (FfEditorRow *self)
{
}

static GtkWidget *
make_reason_row (FfEditorRow *self)
{
  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_label_set_xalign (self->reason, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "form-reason");
  self->reason_row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->reason_row), GTK_WIDGET (self->reason));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->reason_row), FALSE);
  gtk_widget_set_focusable (self->reason_row, FALSE);
  gtk_widget_set_visible (self->reason_row, FALSE);
  return self->reason_row;
}

FfEditorRow *
ff_editor_row_new (const FfEditorField *field, GPtrArray *choices, GtkListBox *form)
{
  FfEditorRow *self = g_object_new (FF_TYPE_EDITOR_ROW, NULL);

  self->field = field;
  self->choices = choices != NULL ? g_ptr_array_ref (choices) : NULL;
  self->row = make_row (self);
  gtk_list_box_append (form, self->row);
  gtk_list_box_append (form, make_reason_row (self));
  return self;
}

void
ff_editor_row_grab_focus (FfEditorRow *self)
{
  g_return_if_fail (FF_IS_EDITOR_ROW (self));

  gtk_widget_grab_focus (self->widget);
}

gboolean
ff_editor_row_is_open (FfEditorRow *self)
{
  g_return_val_if_fail (FF_IS_EDITOR_ROW (self), FALSE);

  return self->field->kind != FF_FIELD_CHOICE || self->choices->len > 1;
}

void
ff_editor_row_set_visible (FfEditorRow *self, gboolean visible)
{
  g_return_if_fail (FF_IS_EDITOR_ROW (self));

  gtk_widget_set_visible (self->row, visible);
  if (!visible)
    ff_editor_row_set_error (self, NULL);
}

const FfEditorField *
ff_editor_row_get_field (FfEditorRow *self)
{
  g_return_val_if_fail (FF_IS_EDITOR_ROW (self), NULL);

  return self->field;
}

static char *
dup_buffer_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static const char *
choice_value (const FfChoice *choice)
{
  return choice->key != NULL ? choice->key : choice->title;
}

char *
ff_editor_row_dup_text (FfEditorRow *self)
{
  g_return_val_if_fail (FF_IS_EDITOR_ROW (self), NULL);

  switch (self->field->kind)
    {
    case FF_FIELD_CHOICE:
      {
        guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));

        if (selected >= self->choices->len)
          return g_strdup ("");
        return g_strdup (choice_value (g_ptr_array_index (self->choices, selected)));
      }
    case FF_FIELD_SWITCH:
      return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->widget)) ? "1" : "0");
    case FF_FIELD_PARAGRAPH:
      return dup_buffer_text (GTK_TEXT_VIEW (self->widget));
    case FF_FIELD_TEXT:
    case FF_FIELD_SUGGEST:
    case FF_FIELD_SUGGEST_MANY:
    case FF_FIELD_DATE:
    case FF_FIELD_TIME:
    case FF_FIELD_NUMBER:
    default:
      return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
    }
}

static guint
find_choice (FfEditorRow *self, const char *text)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_strcmp0 (choice_value (g_ptr_array_index (self->choices, i)), text) == 0)
      return i;
  /* A row with one entry cannot be opened; what is needed and offers nothing else is that. */
  return self->field->required && self->choices->len == 1 ? 0 : GTK_INVALID_LIST_POSITION;
}

void
ff_editor_row_set_text (FfEditorRow *self, const char *text)
{
  g_return_if_fail (FF_IS_EDITOR_ROW (self));

  text = text != NULL ? text : "";
  self->setting = TRUE;
  switch (self->field->kind)
    {
    case FF_FIELD_CHOICE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget), find_choice (self, text));
      break;
    case FF_FIELD_SWITCH:
      gtk_switch_set_active (GTK_SWITCH (self->widget), g_str_equal (text, "1"));
      break;
    case FF_FIELD_PARAGRAPH:
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)), text, -1);
      break;
    case FF_FIELD_TEXT:
    case FF_FIELD_SUGGEST:
    case FF_FIELD_SUGGEST_MANY:
    case FF_FIELD_DATE:
    case FF_FIELD_TIME:
    case FF_FIELD_NUMBER:
    default:
      gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
      break;
    }
  self->setting = FALSE;
}

void
ff_editor_row_set_error (FfEditorRow *self, const char *reason)
{
  g_return_if_fail (FF_IS_EDITOR_ROW (self));

  if (reason != NULL)
    {
      gtk_label_set_label (self->reason, reason);
      gtk_widget_add_css_class (self->widget, "error");
    }
  else
    gtk_widget_remove_css_class (self->widget, "error");
  gtk_widget_set_visible (self->reason_row, reason != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : "", -1);
}

gboolean
ff_editor_row_has_error (FfEditorRow *self)
{
  g_return_val_if_fail (FF_IS_EDITOR_ROW (self), FALSE);

  return gtk_widget_get_visible (self->reason_row);
}
