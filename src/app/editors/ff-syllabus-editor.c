#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-people.h"
#include "ff-syllabus-edit.h"

static const FfEditorField fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "kind", N_("Kind"), FF_FIELD_CHOICE, TRUE },
  { "minutes", N_("Minutes"), FF_FIELD_NUMBER, FALSE },
  { "layer", N_("For"), FF_FIELD_CHOICE, FALSE },
  { "made_to_order", N_("Made to order, only for a class that asks for it"), FF_FIELD_SWITCH, FALSE },
};

/* The context is the item that a new one follows, or the negative id of its course when there is none. */
static gint64
course_of (FfDb *db, gint64 context, GError **error)
{
  return context < 0 ? -context : ff_syllabus_find_course (db, context, error);
}

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 course_id = course_of (db, context, error);
  FfSyllabusDraft draft = {
    .kind = ff_editor_values_get (values, "kind"),
    .title = ff_editor_values_get (values, "title"),
    .minutes = ff_editor_values_get (values, "minutes"),
    .layer = ff_editor_values_get (values, "layer"),
    .made_to_order = g_strcmp0 (ff_editor_values_get (values, "made_to_order"), "1") == 0,
  };

  if (course_id <= 0)
    return FF_PUT_REFUSED;
  return ff_syllabus_put_item (db, course_id, id, context > 0 ? context : 0, &draft, new_id, error);
}

static const FfSyllabusItem *
find (const FfCourse *course, gint64 id)
{
  for (guint i = 0; i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      if (item->id == id)
        return item;
    }
  return NULL;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  gint64 course_id = course_of (db, context, error);
  g_autoptr (FfCourse) course = course_id > 0 ? ff_courses_read (db, course_id, error) : NULL;
  const FfSyllabusItem *item;
  g_autofree char *minutes = NULL;

  if (course == NULL)
    return FALSE;
  item = find (course, id != 0 ? id : context);
  if (id == 0)
    {
      ff_editor_values_set (values, "kind", item != NULL ? item->kind : "lecture");
      return TRUE;
    }
  if (item == NULL)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This item of the syllabus does not exist any more."));
      return FALSE;
    }
  minutes = item->minutes >= 0 ? g_strdup_printf ("%d", item->minutes) : NULL;
  ff_editor_values_set (values, "title", item->title);
  ff_editor_values_set (values, "kind", item->kind);
  ff_editor_values_set (values, "minutes", minutes);
  ff_editor_values_set (values, "layer", item->layer);
  ff_editor_values_set (values, "made_to_order", item->made_to_order ? "1" : "0");
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  GPtrArray *array;

  if (g_str_equal (field, "layer"))
    {
      array = ff_people_list_layers (db, error);
      if (array != NULL)
        {
          ff_editors_add_choice (array, "", C_("choice", "Everybody"));
          g_ptr_array_insert (array, 0, g_ptr_array_steal_index (array, array->len - 1));
        }
      return array;
    }
  array = ff_choices_new ();
  for (const char *const *kind = ff_syllabus_kinds (); *kind != NULL; kind++)
    ff_editors_add_choice (array, *kind, ff_syllabus_kind_title (*kind));
  return array;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  gint64 course_id = course_of (db, context, error);

  return course_id > 0 && ff_syllabus_delete (db, course_id, id, error);
}

const FfEditorKind ff_syllabus_editor = {
  .new_title = N_("New Syllabus Item"),
  .edit_title = N_("Syllabus Item"),
  .new_label = N_("Add to the syllabus"),
  .edit_label = N_("Change the syllabus"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Item"),
  .deleted = N_("Item deleted"),
};
