#include "config.h"

#include "ff-weekday-row.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-settings.h"

#define DAYS 7

struct _FfWeekdayRow
{
  AdwActionRow parent_instance;

  FfWorkspace *workspace;
  GtkToggleButton *days[DAYS]; /* from Monday */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (FfWeekdayRow, ff_weekday_row, ADW_TYPE_ACTION_ROW)

static gboolean
keep_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_settings_put (db, FF_SETTING_WEEKDAYS, data, error) != FF_PUT_REFUSED;
}

/* "12345" of the buttons that are pressed. */
static void
on_toggled (FfWeekdayRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->showing)
    return;
  for (int i = 0; i < DAYS; i++)
    if (gtk_toggle_button_get_active (self->days[i]))
      g_string_append_printf (text, "%d", i + 1);
  ff_workspace_run (self->workspace, _("Change the preferences"), keep_work, NULL, g_strdup (text->str), g_free);
}

static void
show (FfWeekdayRow *self)
{
  FfSettings settings;

  if (!ff_settings_read (ff_workspace_get_reader (self->workspace), &settings, NULL))
    return;
  self->showing = TRUE;
  for (int i = 0; i < DAYS; i++)
    gtk_toggle_button_set_active (self->days[i], (settings.weekdays >> i) & 1);
  self->showing = FALSE;
}

static void
on_changed (FfWeekdayRow *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (table == NULL || g_str_equal (table, "setting"))
    show (self);
}

static void
ff_weekday_row_finalize (GObject *object)
{
  g_clear_object (&FF_WEEKDAY_ROW (object)->workspace);
  G_OBJECT_CLASS (ff_weekday_row_parent_class)->finalize (object);
}

static void
ff_weekday_row_class_init (FfWeekdayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_weekday_row_finalize;
}

static void
ff_weekday_row_init (FfWeekdayRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  FfDay monday = ff_day_from_ymd (2026, 1, 5);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (int i = 0; i < DAYS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (ff_format_weekday_short (monday + i));

      self->days[i] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Working days"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
}

GtkWidget *
ff_weekday_row_new (FfWorkspace *workspace)
{
  FfWeekdayRow *self = g_object_new (FF_TYPE_WEEKDAY_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  gtk_widget_set_sensitive (GTK_WIDGET (self), ff_workspace_is_writable (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
