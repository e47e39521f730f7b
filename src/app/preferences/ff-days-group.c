#include "config.h"

#include "ff-days-group.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"
#include "ff-holidays.h"
#include "ff-preference-parts.h"

struct _FfDaysGroup
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  FfPartList *days;
  GtkLabel *year_label;
  int year;
};

G_DEFINE_FINAL_TYPE (FfDaysGroup, ff_days_group, ADW_TYPE_BIN)

/* Years ------------------------------------------------------------------------------------------------------------ */

static void
show_year (FfDaysGroup *self, int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);

  self->year = year;
  gtk_label_set_label (self->year_label, text);
  ff_part_list_set_owner (self->days, year);
}

static void
on_previous (FfDaysGroup *self)
{
  show_year (self, self->year - 1);
}

static void
on_next (FfDaysGroup *self)
{
  show_year (self, self->year + 1);
}

/* Importing -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef group;
  char *path;
  FfHolidays *holidays;
  FfHolidayCounts counts;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_weak_ref_clear (&import->group);
  g_free (import->path);
  g_clear_pointer (&import->holidays, ff_holidays_free);
  g_free (import);
}

static gboolean
import_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Import *import = data;

  import->holidays = ff_holidays_read (import->path, error);
  return import->holidays != NULL && ff_holidays_put (db, import->holidays, &import->counts, error);
}

static char *
describe_import (const Import *import)
{
  GString *text = g_string_new (NULL);
  const GPtrArray *rejects = import->holidays->rejects;

  /* Translators: numbers of days. */
  g_string_append_printf (text, _("New: %u. Changed: %u. Known already: %u."), import->counts.n_new, import->counts.n_changed,
                          import->counts.n_same);
  for (guint i = 0; i < rejects->len; i++)
    {
      const FfHolidayReject *reject = g_ptr_array_index (rejects, i);

      /* Translators: an entry of a calendar file that was not taken, by its number, and why. */
      g_string_append_printf (text, _("\nEntry %u: %s"), reject->event, reject->reason);
    }
  return g_string_free (text, FALSE);
}

static gboolean
import_done (gpointer data, const GError *error)
{
  Import *import = data;
  g_autoptr (FfDaysGroup) self = g_weak_ref_get (&import->group);
  GtkWindow *window = self != NULL ? GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;
  g_autofree char *text = NULL;

  if (window == NULL)
    return error == NULL;
  if (error != NULL)
    {
      ff_compat_alert (window, _("No Days Were Imported"), error->message);
      return TRUE;
    }
  text = describe_import (import);
  ff_compat_alert (window, _("Days Imported"), text);
  return TRUE;
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (FfDaysGroup) self = user_data;
  Import *import;

  if (file == NULL)
    return;
  import = g_new0 (Import, 1);
  g_weak_ref_init (&import->group, self);
  import->path = g_file_get_path (file);
  ff_workspace_run (self->workspace, _("Import days off"), import_work, import_done, import, import_free);
}

static void
on_import (FfDaysGroup *self)
{
  static const char *const patterns[] = { "*.ics", NULL };

  ff_compat_open_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Import Days off"), _("Calendar files"), patterns,
                       on_file_chosen, g_object_ref (self));
}

/* The group -------------------------------------------------------------------------------------------------------- */

static GtkWidget *
icon_button (FfDaysGroup *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_strip (FfDaysGroup *self)
{
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *import = gtk_button_new_with_mnemonic (_("_Import from Calendar File…"));

  self->year_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->year_label), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->year_label), "numeric");
  gtk_box_append (GTK_BOX (strip), icon_button (self, "go-previous-symbolic", _("Year before"), G_CALLBACK (on_previous)));
  gtk_box_append (GTK_BOX (strip), GTK_WIDGET (self->year_label));
  gtk_box_append (GTK_BOX (strip), icon_button (self, "go-next-symbolic", _("Year after"), G_CALLBACK (on_next)));
  g_signal_connect_object (import, "clicked", G_CALLBACK (on_import), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (import, TRUE);
  gtk_widget_set_halign (import, GTK_ALIGN_END);
  gtk_widget_set_sensitive (import, ff_workspace_is_writable (self->workspace));
  gtk_box_append (GTK_BOX (strip), import);
  return strip;
}

static void
ff_days_group_finalize (GObject *object)
{
  g_clear_object (&FF_DAYS_GROUP (object)->workspace);
  G_OBJECT_CLASS (ff_days_group_parent_class)->finalize (object);
}

static void
ff_days_group_class_init (FfDaysGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_days_group_finalize;
}

static void
ff_days_group_init (FfDaysGroup *self)
{
}

GtkWidget *
ff_days_group_new (FfWorkspace *workspace)
{
  FfDaysGroup *self = g_object_new (FF_TYPE_DAYS_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  int year, month, mday;

  self->workspace = g_object_ref (workspace);
  ff_day_to_ymd (ff_time_day (ff_time_now ()), &year, &month, &mday);
  gtk_box_append (GTK_BOX (box), new_strip (self));
  self->days = FF_PART_LIST (ff_part_list_new (workspace, &ff_day_parts, 0));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->days));
  adw_bin_set_child (ADW_BIN (self), box);
  show_year (self, year);
  return GTK_WIDGET (self);
}
