#include "config.h"

#include "ff-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-days-group.h"
#include "ff-editors.h"
#include "ff-preference-parts.h"
#include "ff-settings-form.h"
#include "ff-settings.h"
#include "ff-weekday-row.h"

struct _FfPreferencesWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (FfPreferencesWindow, ff_preferences_window, ADW_TYPE_WINDOW)

/* The lists that belong to nobody have an owner all the same. */
#define EVERYBODY 1

/* General ---------------------------------------------------------------------------------------------------------- */

static const FfEditorField organisation_fields[] = {
  { FF_SETTING_ORGANISATION, N_("Name of the organisation"), FF_FIELD_TEXT, FALSE },
  { FF_SETTING_CURRENCY, N_("Currency: a sign such as ¥, or a word"), FF_FIELD_TEXT, FALSE },
};

static const FfEditorField hour_fields[] = {
  { FF_SETTING_CLASS_HOUR, N_("A class hour"), FF_FIELD_CHOICE, FALSE },
  { FF_SETTING_CREDIT_HOURS, N_("Class hours of one credit"), FF_FIELD_NUMBER, FALSE },
  { FF_SETTING_CREDIT_WHEN_PASSED, N_("Credit hours only to those who passed"), FF_FIELD_SWITCH, FALSE },
};

static GPtrArray *
hour_choices (const char *key)
{
  static const int minutes[] = { 45, 50, 60 };
  GPtrArray *choices;

  if (!g_str_equal (key, FF_SETTING_CLASS_HOUR))
    return NULL;
  choices = ff_choices_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", minutes[i]);
      g_autofree char *title = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes[i]), minutes[i]);

      ff_editors_add_choice (choices, value, title);
    }
  return choices;
}

static AdwPreferencesPage *
add_page (FfPreferencesWindow *self, const char *name, const char *title)
{
  GtkWidget *page = adw_preferences_page_new ();

  gtk_stack_add_titled (self->pages, page, name, title);
  return ADW_PREFERENCES_PAGE (page);
}

static void
add_group (AdwPreferencesPage *page, const char *title, const char *description, GtkWidget *content)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_group_add (group, content);
  adw_preferences_page_add (page, group);
}

static void
add_general (FfPreferencesWindow *self)
{
  AdwPreferencesPage *page = add_page (self, "general", C_("preferences", "General"));

  add_group (page, _("Organisation"), NULL,
             ff_settings_form_new (self->workspace, organisation_fields, G_N_ELEMENTS (organisation_fields), NULL));
  add_group (page, _("Hours and Credits"), _("Breaks are no class hours; what is left of less than half an hour is not counted."),
             ff_settings_form_new (self->workspace, hour_fields, G_N_ELEMENTS (hour_fields), hour_choices));
}

/* Working time ----------------------------------------------------------------------------------------------------- */

static const FfEditorField time_fields[] = {
  { FF_SETTING_HOURS, N_("Teaching hours"), FF_FIELD_TEXT, FALSE },
  { FF_SETTING_TRAVEL_MINUTES, N_("Minutes between two sites"), FF_FIELD_NUMBER, FALSE },
  { FF_SETTING_MOVE_DUE_DATES, N_("Move what is due on a day off to the next working day"), FF_FIELD_SWITCH, FALSE },
};

static void
add_time (FfPreferencesWindow *self)
{
  AdwPreferencesPage *page = add_page (self, "time", _("Working Time"));

  add_group (page, _("The Week"), _("Sessions are proposed on these days; days off and make-up days differ from them."),
             ff_weekday_row_new (self->workspace));
  add_group (page, _("Teaching hours"), _("Write the teaching hours as 08:30-12:00 13:30-17:30; what lies between them is never proposed."),
             ff_settings_form_new (self->workspace, time_fields, G_N_ELEMENTS (time_fields), NULL));
}

/* Lists ------------------------------------------------------------------------------------------------------------ */

static void
add_list (FfPreferencesWindow *self, const char *name, const char *title, const FfPartKind *kind)
{
  add_group (add_page (self, name, title), NULL, NULL, ff_part_list_new (self->workspace, kind, EVERYBODY));
}

static void
on_merge (FfPreferencesWindow *self)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_department_merge_editor, 0, 0);
}

static void
add_departments (FfPreferencesWindow *self)
{
  AdwPreferencesPage *page = add_page (self, "departments", _("Departments"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *merge = gtk_button_new_with_mnemonic (_("_Merge Two Departments…"));

  gtk_widget_set_halign (merge, GTK_ALIGN_END);
  gtk_widget_set_sensitive (merge, ff_workspace_is_writable (self->workspace));
  g_signal_connect_object (merge, "clicked", G_CALLBACK (on_merge), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), ff_part_list_new (self->workspace, &ff_department_parts, EVERYBODY));
  gtk_box_append (GTK_BOX (box), merge);
  add_group (page, NULL, NULL, box);
}

/* The window ------------------------------------------------------------------------------------------------------- */

static void
build (FfPreferencesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *split = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *sidebar = gtk_stack_sidebar_new ();

  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_widget_set_size_request (sidebar, 170, -1);
  gtk_stack_sidebar_set_stack (GTK_STACK_SIDEBAR (sidebar), self->pages);
  gtk_box_append (GTK_BOX (split), sidebar);
  gtk_box_append (GTK_BOX (split), GTK_WIDGET (self->pages));
  gtk_widget_set_vexpand (split, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), split);
  adw_window_set_content (ADW_WINDOW (self), box);

  add_general (self);
  add_time (self);
  add_group (add_page (self, "days", C_("preferences", "Days off")), NULL, NULL, ff_days_group_new (self->workspace));
  add_list (self, "layers", _("Layers"), &ff_layer_parts);
  add_list (self, "grades", _("Grades of Trainers"), &ff_grade_parts);
  add_list (self, "leave", _("Leave"), &ff_leave_kind_parts);
  add_list (self, "phrases", _("Comments"), &ff_comment_phrase_parts);
  add_departments (self);
}

/* The window stands before the one that has these commands. */
static gboolean
on_undo (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FfPreferencesWindow *self = FF_PREFERENCES_WINDOW (widget);

  if (g_variant_get_boolean (args))
    ff_workspace_undo (self->workspace);
  else
    ff_workspace_redo (self->workspace);
  return TRUE;
}

static void
ff_preferences_window_finalize (GObject *object)
{
  g_clear_object (&FF_PREFERENCES_WINDOW (object)->workspace);
  G_OBJECT_CLASS (ff_preferences_window_parent_class)->finalize (object);
}

static void
ff_preferences_window_class_init (FfPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_preferences_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, on_undo, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_undo, "b", FALSE);
}

static void
ff_preferences_window_init (FfPreferencesWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Preferences"));
  gtk_window_set_default_size (GTK_WINDOW (self), 780, 640);
}

void
ff_preferences_window_show_page (FfPreferencesWindow *self, const char *name)
{
  g_return_if_fail (FF_IS_PREFERENCES_WINDOW (self));

  gtk_stack_set_visible_child_name (self->pages, name);
}

FfPreferencesWindow *
ff_preferences_window_open (GtkWindow *parent, FfWorkspace *workspace)
{
  FfPreferencesWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_PREFERENCES_WINDOW, "modal", TRUE, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  build (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
