#include "config.h"

#include "ff-look-drop.h"

#include <glib/gi18n-lib.h>

#include "ff-evaluation-plan.h"
#include "ff-format.h"
#include "ff-time.h"

#define LOOKS "ff-looks"

static const GPtrArray *
get_looks (GtkDropDown *drop)
{
  return g_object_get_data (G_OBJECT (drop), LOOKS);
}

static char *
describe (const FfLook *look)
{
  g_autofree char *days = g_strdup_printf (ngettext ("%d day after the class", "%d days after the class", (gulong) look->days), look->days);
  g_autofree char *due = look->due_on != FF_NO_DAY ? ff_format_day_short (look->due_on) : g_strdup ("–");

  return g_strdup_printf (_("%s · %s"), look->title != NULL ? look->title : days, due);
}

void
ff_look_drop_fill (GtkDropDown *drop, FfDb *db, gint64 run_id)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GPtrArray *looks;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop));

  looks = ff_looks_list (db, run_id, NULL);
  if (looks == NULL)
    return;
  for (guint i = 0; i < looks->len; i++)
    {
      g_autofree char *text = describe (g_ptr_array_index (looks, i));

      gtk_string_list_append (list, text);
    }
  g_object_set_data_full (G_OBJECT (drop), LOOKS, looks, (GDestroyNotify) g_ptr_array_unref);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
  ff_look_drop_set (drop, ff_looks_find_due (looks, ff_time_day (ff_time_now ())));
}

int
ff_look_drop_get (GtkDropDown *drop)
{
  const GPtrArray *looks = get_looks (drop);
  guint at = gtk_drop_down_get_selected (drop);

  return looks != NULL && at < looks->len ? ((const FfLook *) g_ptr_array_index (looks, at))->number : 1;
}

void
ff_look_drop_set (GtkDropDown *drop, int number)
{
  const GPtrArray *looks = get_looks (drop);

  for (guint i = 0; looks != NULL && i < looks->len; i++)
    if (((const FfLook *) g_ptr_array_index (looks, i))->number == number)
      gtk_drop_down_set_selected (drop, i);
}
