/* When a trainer, a venue or a trainee cannot be booked; the context is that owner. Days alone mean whole days. */
#include "config.h"

#include "ff-editors.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-unavailability.h"

static const FfEditorField fields[] = {
  { "kind", N_("Kind"), FF_FIELD_CHOICE, FALSE },
  { "from_day", N_("From the day"), FF_FIELD_DATE, TRUE },
  { "from_time", N_("From the hour; empty: all day"), FF_FIELD_TIME, FALSE },
  { "to_day", N_("To the day"), FF_FIELD_DATE, TRUE },
  { "to_time", N_("To the hour; empty: all day"), FF_FIELD_TIME, FALSE },
  { "reason", N_("Reason"), FF_FIELD_TEXT, FALSE },
};

/* "2026-09-22" or "2026-09-22 09:00"; NULL when the hour is none. */
static char *
compose (FfEditorValues *values, const char *day_field, const char *time_field, GError **error)
{
  const char *day = ff_editor_values_get (values, day_field);
  const char *clock = ff_editor_values_get (values, time_field);
  int minute;

  if (clock == NULL || *clock == '\0')
    return g_strdup (day);
  if (!ff_clock_parse (clock, &minute))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, time_field, _("“%s” is no time. Write it as 09:00 or 0900."), clock);
      return NULL;
    }
  return g_strdup_printf ("%s %02d:%02d", day, minute / 60, minute % 60);
}

/* The use case knows starts_at and ends_at. */
static void
rename_field (GError **error)
{
  const char *field = error != NULL && *error != NULL ? ff_put_error_field (*error) : NULL;

  if (g_strcmp0 (field, "starts_at") == 0)
    ff_error_set_field (*error, "from_day");
  else if (g_strcmp0 (field, "ends_at") == 0)
    ff_error_set_field (*error, "to_day");
}

static FfPut
put (FfDb *db, FfAway who, gint64 id, gint64 owner, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autofree char *starts_at = compose (values, "from_day", "from_time", error);
  g_autofree char *ends_at = starts_at != NULL ? compose (values, "to_day", "to_time", error) : NULL;
  FfUnavailabilityDraft draft = {
    .starts_at = starts_at,
    .ends_at = ends_at,
    .kind = ff_editor_values_get (values, "kind"),
    .reason = ff_editor_values_get (values, "reason"),
  };
  FfPut result;

  if (ends_at == NULL)
    return FF_PUT_REFUSED;
  result = ff_unavailability_put (db, id, who, owner, &draft, new_id, error);
  if (result == FF_PUT_REFUSED)
    rename_field (error);
  return result;
}

/* The first minute of a day is no hour to name; as an end it belongs to the day before. */
static void
show_moment (FfMinute moment, gboolean end, const char *day_field, const char *time_field, FfEditorValues *values)
{
  gboolean whole_day = ff_time_minute_of_day (moment) == 0;
  g_autofree char *text = ff_time_format (moment);
  g_autofree char *day = ff_day_format (ff_time_day (moment) - (whole_day && end ? 1 : 0));

  ff_editor_values_set (values, day_field, day);
  ff_editor_values_set (values, time_field, whole_day ? "" : text + strlen ("YYYY-MM-DD "));
}

static gboolean
load (FfDb *db, FfAway who, gint64 id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfUnavailability) away = id != 0 ? ff_unavailability_read (db, id, error) : NULL;
  FfDay today = ff_time_day (ff_time_now ());

  if (id != 0 && away == NULL)
    return FALSE;
  ff_editor_values_set (values, "kind", away != NULL ? away->kind : who == FF_AWAY_VENUE ? "blocked" : "leave");
  show_moment (away != NULL ? away->starts_at : ff_day_start (today), FALSE, "from_day", "from_time", values);
  show_moment (away != NULL ? away->ends_at : ff_day_start (today + 1), TRUE, "to_day", "to_time", values);
  ff_editor_values_set (values, "reason", away != NULL ? away->reason : NULL);
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  static const char *const kinds[] = { "leave", "shift", "blocked", "other" };
  GPtrArray *array = ff_choices_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    ff_editors_add_choice (array, kinds[i], ff_unavailability_kind_title (kinds[i]));
  return array;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 owner, GError **error)
{
  return ff_unavailability_delete (db, id, error);
}

/* A kind of editor knows its owner's id, not what that is the id of. */
#define EDITOR_OF(owner, WHO)                                                                                                      \
  static FfPut put_of_##owner (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)        \
  {                                                                                                                                \
    return put (db, WHO, id, context, values, new_id, error);                                                                      \
  }                                                                                                                                \
  static gboolean load_of_##owner (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)                    \
  {                                                                                                                                \
    return load (db, WHO, id, values, error);                                                                                      \
  }                                                                                                                                \
  const FfEditorKind ff_##owner##_unavailability_editor = {                                                                        \
    .new_title = N_("New Unavailability"),                                                                                         \
    .edit_title = N_("Unavailability"),                                                                                            \
    .new_label = N_("Add an unavailability"),                                                                                      \
    .edit_label = N_("Change an unavailability"),                                                                                  \
    .fields = fields,                                                                                                              \
    .n_fields = G_N_ELEMENTS (fields),                                                                                             \
    .put = put_of_##owner,                                                                                                         \
    .load = load_of_##owner,                                                                                                       \
    .choices = choices,                                                                                                            \
    .delete = delete,                                                                                                              \
    .delete_label = N_("Delete Unavailability"),                                                                                   \
    .deleted = N_("Unavailability deleted"),                                                                                       \
  }

EDITOR_OF (trainer, FF_AWAY_TRAINER);
EDITOR_OF (venue, FF_AWAY_VENUE);
EDITOR_OF (trainee, FF_AWAY_TRAINEE);
