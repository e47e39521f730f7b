#include "config.h"

#include "ff-place-lists.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-number.h"
#include "ff-place-rows.h"
#include "ff-place-text.h"
#include "ff-tag.h"

static GtkWidget *
setup_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
set_number (GtkWidget *cell, int number)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%'d", number) : NULL;

  ff_list_cell_set_text (cell, text);
}

/* "Tue 22 Sep 09:00 · CX-101-02" */
static void
set_next (GtkWidget *cell, const FfBooking *next)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;

  if (next != NULL)
    {
      day = ff_format_day_short (ff_time_day (next->starts_at));
      clock = ff_format_clock (next->starts_at);
      text = g_strdup_printf ("%s %s · %s", day, clock, next->run_code);
    }
  ff_list_cell_set_text (cell, text);
}

/* Trainers --------------------------------------------------------------------------------------------------------- */

static void
bind_trainer_name (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfTrainerRow *) data)->trainer->name);
}

static void
bind_trainer_kind (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ff_trainer_kind_title (((const FfTrainerRow *) data)->trainer->kind));
}

static void
bind_trainer_organisation (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfTrainerRow *) data)->trainer->organisation);
}

static void
bind_trainer_grade (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfTrainerRow *) data)->trainer->grade);
}

static void
bind_trainer_next (GtkWidget *cell, gconstpointer data)
{
  set_next (cell, ((const FfTrainerRow *) data)->next);
}

static void
bind_trainer_hours (GtkWidget *cell, gconstpointer data)
{
  g_autofree char *text = ff_hundredths_format (((const FfTrainerRow *) data)->hours);

  ff_list_cell_set_text (cell, text);
}

static GtkWidget *
setup_expiry (void)
{
  return ff_tag_new ("", NULL, FF_TONE_NEUTRAL);
}

static void
bind_expiry (GtkWidget *cell, gconstpointer data)
{
  const FfTrainerRow *row = data;
  FfTone tone = FF_TONE_NEUTRAL;
  g_autofree char *text = row->expiring != NULL ? ff_place_text_expiry (row->expiring->expires_on, &tone) : NULL;

  gtk_widget_set_visible (cell, text != NULL);
  ff_tag_set (FF_TAG (cell), text != NULL ? text : "", NULL, tone);
  gtk_widget_set_tooltip_text (cell, row->expiring != NULL ? row->expiring->title : NULL);
}

static const FfListColumn trainer_columns[] = {
  { NC_ ("column", "Name"), FF_NAMED_SORT_NAME, 110, TRUE, NULL, bind_trainer_name },
  { NC_ ("column", "Kind"), FF_NAMED_SORT_KIND, 80, FALSE, NULL, bind_trainer_kind },
  { NC_ ("column", "Organisation"), FF_NAMED_SORT_ORGANISATION, 70, TRUE, NULL, bind_trainer_organisation },
  { NC_ ("column", "Grade"), FF_NAMED_SORT_GRADE, 70, FALSE, NULL, bind_trainer_grade },
  { NC_ ("column", "Next Session"), FF_NAMED_SORT_NEXT, 90, TRUE, NULL, bind_trainer_next },
  { NC_ ("column", "Year’s Hours"), FF_PLACE_SORT_HOURS, 95, FALSE, setup_number, bind_trainer_hours },
  { NC_ ("column", "Qualification"), FF_NAMED_SORT_EXPIRY, 175, FALSE, setup_expiry, bind_expiry },
};

/* Venues ----------------------------------------------------------------------------------------------------------- */

static void
bind_venue_name (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfVenueRow *) data)->venue->name);
}

static void
bind_venue_site (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfVenueRow *) data)->venue->site);
}

static void
bind_venue_address (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfVenueRow *) data)->venue->address);
}

static void
bind_venue_capacity (GtkWidget *cell, gconstpointer data)
{
  set_number (cell, ((const FfVenueRow *) data)->venue->capacity);
}

static void
bind_venue_next (GtkWidget *cell, gconstpointer data)
{
  set_next (cell, ((const FfVenueRow *) data)->next);
}

static void
bind_venue_fallback (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfVenueRow *) data)->venue->fallback);
}

static const FfListColumn venue_columns[] = {
  { NC_ ("column", "Venue"), FF_NAMED_SORT_NAME, 120, TRUE, NULL, bind_venue_name },
  { NC_ ("column", "Seats"), FF_NAMED_SORT_SIZE, 80, FALSE, setup_number, bind_venue_capacity },
  { NC_ ("column", "Site"), FF_NAMED_SORT_SITE, 90, FALSE, NULL, bind_venue_site },
  { NC_ ("column", "Address"), -1, 100, TRUE, NULL, bind_venue_address },
  { NC_ ("column", "Next Booking"), FF_NAMED_SORT_NEXT, 110, TRUE, NULL, bind_venue_next },
  { NC_ ("column", "Fallback"), -1, 130, FALSE, NULL, bind_venue_fallback },
};

/* Equipment -------------------------------------------------------------------------------------------------------- */

static void
bind_equipment_name (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfEquipmentRow *) data)->equipment->name);
}

static void
bind_equipment_count (GtkWidget *cell, gconstpointer data)
{
  set_number (cell, ((const FfEquipmentRow *) data)->equipment->count);
}

static void
bind_equipment_in_venues (GtkWidget *cell, gconstpointer data)
{
  set_number (cell, ((const FfEquipmentRow *) data)->equipment->in_venues);
}

static void
bind_equipment_next (GtkWidget *cell, gconstpointer data)
{
  set_next (cell, ((const FfEquipmentRow *) data)->next);
}

static const FfListColumn equipment_columns[] = {
  { NC_ ("column", "Equipment"), FF_NAMED_SORT_NAME, 130, TRUE, NULL, bind_equipment_name },
  { NC_ ("column", "To Lend"), FF_NAMED_SORT_SIZE, 110, FALSE, setup_number, bind_equipment_count },
  { NC_ ("column", "In Venues"), -1, 110, FALSE, setup_number, bind_equipment_in_venues },
  { NC_ ("column", "Next Session"), FF_NAMED_SORT_NEXT, 130, TRUE, NULL, bind_equipment_next },
};

/* Reading ---------------------------------------------------------------------------------------------------------- */

typedef gpointer (*ReadRow) (FfDb *db, gint64 id, GError **error);

static GPtrArray *
read_rows (FfDb *db, const gint64 *ids, gsize n, ReadRow read, GDestroyNotify free_row, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n, free_row);
  g_autoptr (GError) local_error = NULL;

  for (gsize i = 0; i < n; i++)
    {
      g_ptr_array_add (rows, read (db, ids[i], &local_error));
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  return g_steal_pointer (&rows);
}

/* What a list of one kind of things needs to read itself. */
#define READING_OF(thing, KIND)                                                                                              \
  static gpointer read_##thing (FfDb *db, gint64 id, GError **error)                                                         \
  {                                                                                                                          \
    return ff_place_rows_read_##thing (db, id, error);                                                                       \
  }                                                                                                                          \
  static void free_##thing (gpointer row)                                                                                    \
  {                                                                                                                          \
    ff_##thing##_row_free (row);                                                                                             \
  }                                                                                                                          \
  static GPtrArray *read_##thing##_rows (gpointer source, const gint64 *ids, gsize n, GError **error)                        \
  {                                                                                                                          \
    return read_rows (source, ids, n, read_##thing, free_##thing, error);                                                    \
  }                                                                                                                          \
  static GArray *list_##thing (FfDb *db, const FfListQuery *query, GError **error)                                           \
  {                                                                                                                          \
    return ff_place_rows_list (db, KIND, query->search, query->sort, query->descending, error);                              \
  }                                                                                                                          \
  const FfListKind ff_##thing##_list = {                                                                                     \
    .rows = { read_##thing##_rows, free_##thing },                                                                           \
    .list = list_##thing,                                                                                                    \
    .table = #thing,                                                                                                         \
    .others = other_tables,                                                                                                  \
    .columns = thing##_columns,                                                                                              \
    .n_columns = G_N_ELEMENTS (thing##_columns),                                                                             \
    .first_sort = FF_NAMED_SORT_NAME,                                                                                        \
    .single_click = TRUE,                                                                                                    \
  }

static const char *const other_tables[] = { "session", "session_trainer", "session_equipment", "agenda_slot", "run", "qualification",
                                            "trainer_grade", "venue_equipment", "setting", NULL };

READING_OF (trainer, FF_NAMED_TRAINER);
READING_OF (venue, FF_NAMED_VENUE);
READING_OF (equipment, FF_NAMED_EQUIPMENT);
