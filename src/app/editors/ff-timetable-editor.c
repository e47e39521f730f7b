/* One slot of a course's timetable, and the copy of it for another layer. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-timetables.h"

static const FfEditorField fields[] = {
  { "day", N_("Teaching day"), FF_FIELD_NUMBER, TRUE },
  { "starts", N_("From"), FF_FIELD_TIME, TRUE },
  { "ends", N_("To"), FF_FIELD_TIME, TRUE },
  { "item", N_("Teaches"), FF_FIELD_CHOICE, FALSE },
  { "title", N_("Title, when it is another"), FF_FIELD_TEXT, FALSE },
  { "activity", N_("Activity"), FF_FIELD_SUGGEST, FALSE },
  { "layer", N_("For"), FF_FIELD_CHOICE, FALSE },
};

static char *
format_clock (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfTimetableDraft draft = {
    .day = ff_editor_values_get (values, "day"),
    .starts = ff_editor_values_get (values, "starts"),
    .ends = ff_editor_values_get (values, "ends"),
    .title = ff_editor_values_get (values, "title"),
    .activity = ff_editor_values_get (values, "activity"),
    .item = ff_editor_values_get (values, "item"),
    .layer = ff_editor_values_get (values, "layer"),
  };

  return ff_timetables_put (db, context / FF_TIMETABLE_DAYS, id, &draft, new_id, error);
}

/* A new slot begins where the last one of its day ends; the first of a further day where the first of the day before began. */
static gboolean
suggest_start (FfDb *db, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) slots = ff_timetables_list (db, context / FF_TIMETABLE_DAYS, error);
  int day = (int) (context % FF_TIMETABLE_DAYS), starts = -1;
  g_autofree char *day_text = NULL;
  g_autofree char *starts_text = NULL;

  if (slots == NULL)
    return FALSE;
  for (guint i = 0; day == 0 && i < slots->len; i++)
    day = MAX (day, ((FfTimetableSlot *) g_ptr_array_index (slots, slots->len - 1))->day);
  day = MAX (day, 1);
  for (guint i = 0; i < slots->len; i++)
    {
      const FfTimetableSlot *slot = g_ptr_array_index (slots, i);

      if (slot->day == day)
        starts = MAX (starts, slot->ends);
    }
  for (guint i = 0; starts < 0 && i < slots->len; i++)
    if (((FfTimetableSlot *) g_ptr_array_index (slots, i))->day == day - 1)
      starts = ((FfTimetableSlot *) g_ptr_array_index (slots, i))->starts;
  day_text = g_strdup_printf ("%d", day);
  starts_text = starts >= 0 && starts < 1440 ? format_clock (starts) : NULL;
  ff_editor_values_set (values, "day", day_text);
  ff_editor_values_set (values, "starts", starts_text);
  return TRUE;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTimetableSlot) slot = NULL;
  g_autofree char *day = NULL, *starts = NULL, *ends = NULL, *item = NULL;

  if (id == 0)
    return suggest_start (db, context, values, error);
  slot = ff_timetables_read (db, id, error);
  if (slot == NULL)
    return FALSE;
  day = g_strdup_printf ("%d", slot->day);
  starts = format_clock (slot->starts);
  ends = format_clock (slot->ends);
  item = slot->item_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, slot->item_id) : NULL;
  ff_editor_values_set (values, "day", day);
  ff_editor_values_set (values, "starts", starts);
  ff_editor_values_set (values, "ends", ends);
  ff_editor_values_set (values, "title", slot->title);
  ff_editor_values_set (values, "activity", ff_activity_title (slot->activity));
  ff_editor_values_set (values, "item", item);
  ff_editor_values_set (values, "layer", slot->layer);
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "activity"))
    return ff_editors_list_activities ();
  if (g_str_equal (field, "item"))
    return ff_editors_list_syllabus (db, context / FF_TIMETABLE_DAYS, error);
  return ff_editors_list_layers (db, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_timetables_delete (db, id, error);
}

const FfEditorKind ff_timetable_editor = {
  .new_title = N_("New Slot"),
  .edit_title = N_("Slot of the Timetable"),
  .new_label = N_("Add to the timetable"),
  .edit_label = N_("Change the timetable"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Slot"),
  .deleted = N_("Slot deleted"),
};

/* The copy ------------------------------------------------------------------------------------------------------------------ */

static const FfEditorField copy_fields[] = {
  { "from", N_("Slots That Are For"), FF_FIELD_CHOICE, FALSE },
  { "to", N_("Also For"), FF_FIELD_CHOICE, FALSE },
};

static FfPut
put_copy (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  guint n_copied = 0;

  if (!ff_timetables_copy_layer (db, context, ff_editor_values_get (values, "from"), ff_editor_values_get (values, "to"), &n_copied, error))
    return FF_PUT_REFUSED;
  if (n_copied > 0)
    return FF_PUT_NEW;
  ff_put_set_error (error, FF_ERROR_INVALID, "from", _("There is no slot to copy: choose another layer."));
  return FF_PUT_REFUSED;
}

static gboolean
load_copy (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

const FfEditorKind ff_timetable_copy_editor = {
  .new_title = N_("Copy for a Layer"),
  .new_label = N_("Copy the timetable for a layer"),
  .fields = copy_fields,
  .n_fields = G_N_ELEMENTS (copy_fields),
  .put = put_copy,
  .load = load_copy,
  .choices = choices,
  .confirm_label = N_("_Copy"),
};
