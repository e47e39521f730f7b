/* Days off and make-up working days, one or several at once; the context is the year that is shown. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-days.h"

#define MAX_DAYS 366

static const FfEditorField fields[] = {
  { "from", N_("From the day"), FF_FIELD_DATE, TRUE },
  { "to", N_("To the day; empty: one day"), FF_FIELD_DATE, FALSE },
  { "kind", N_("Kind"), FF_FIELD_CHOICE, FALSE },
  { "title", N_("What it is called"), FF_FIELD_TEXT, FALSE },
};

/* The day of an id; NULL with an error when it is gone. */
static FfCalendarDay *
read_day (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) days = ff_days_list (db, FF_NO_DAY, FF_NO_DAY, error);

  for (guint i = 0; days != NULL && i < days->len; i++)
    if (((const FfCalendarDay *) g_ptr_array_index (days, i))->id == id)
      return g_ptr_array_steal_index (days, i);
  if (days != NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This day is no longer in the list: somebody has deleted it meanwhile."));
  return NULL;
}

static gboolean
parse (FfEditorValues *values, const char *field, FfDay *day, GError **error)
{
  const char *text = ff_editor_values_get (values, field);

  if (ff_day_parse (text, day))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is no date. Write it as 2026-09-22."), text);
  return FALSE;
}

static gboolean
parse_range (FfEditorValues *values, FfDay *from, FfDay *to, GError **error)
{
  const char *last = ff_editor_values_get (values, "to");

  if (!parse (values, "from", from, error))
    return FALSE;
  *to = *from;
  if (last != NULL && *last != '\0' && !parse (values, "to", to, error))
    return FALSE;
  if (*to >= *from && *to - *from < MAX_DAYS)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "to", _("Enter a day after the first one, and within a year of it."));
  return FALSE;
}

/* A day that was edited into others gives way to them. */
static gboolean
remove_former (FfDb *db, gint64 id, FfDay from, FfDay to, GError **error)
{
  g_autoptr (FfCalendarDay) former = read_day (db, id, error);

  if (former == NULL)
    return FALSE;
  return (former->day >= from && former->day <= to) || ff_days_delete (db, former->day, error);
}

static FfPut
put (FfDb *db, gint64 id, gint64 year, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gboolean worked = g_strcmp0 (ff_editor_values_get (values, "kind"), "working") == 0;
  FfPut result = FF_PUT_SAME;
  FfDay from, to;

  if (!parse_range (values, &from, &to, error) || (id != 0 && !remove_former (db, id, from, to, error)))
    return FF_PUT_REFUSED;
  for (FfDay day = from; day <= to; day++)
    {
      FfPut put = ff_days_put (db, day, worked, ff_editor_values_get (values, "title"), error);

      if (put == FF_PUT_REFUSED)
        return FF_PUT_REFUSED;
      result = MAX (result, put);
    }
  g_autoptr (GPtrArray) stored = ff_days_list (db, from, from, error);
  if (stored == NULL || stored->len == 0)
    return FF_PUT_REFUSED;
  *new_id = ((const FfCalendarDay *) g_ptr_array_index (stored, 0))->id;
  return result;
}

static gboolean
load (FfDb *db, gint64 id, gint64 year, FfEditorValues *values, GError **error)
{
  g_autoptr (FfCalendarDay) day = id != 0 ? read_day (db, id, error) : NULL;
  FfDay today = ff_time_day (ff_time_now ());
  g_autofree char *text = NULL;
  int this_year, month, mday;

  if (id != 0 && day == NULL)
    return FALSE;
  ff_day_to_ymd (today, &this_year, &month, &mday);
  text = ff_day_format (day != NULL ? day->day : year == this_year ? today : ff_day_from_ymd ((int) year, 1, 1));
  ff_editor_values_set (values, "from", text);
  ff_editor_values_set (values, "to", day != NULL ? text : NULL);
  ff_editor_values_set (values, "kind", day != NULL && day->worked ? "working" : "off");
  ff_editor_values_set (values, "title", day != NULL ? day->title : NULL);
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "off", C_("kind of day", "Day off"));
  ff_editors_add_choice (array, "working", C_("kind of day", "Make-up working day"));
  return array;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 year, GError **error)
{
  g_autoptr (FfCalendarDay) day = read_day (db, id, error);

  return day != NULL && ff_days_delete (db, day->day, error);
}

const FfEditorKind ff_day_editor = {
  .new_title = N_("New Days"),
  .edit_title = N_("Day"),
  .new_label = N_("Add days off or make-up days"),
  .edit_label = N_("Change a day off or a make-up day"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Day"),
  .deleted = N_("Day deleted"),
};
