#include "config.h"

#include "ff-course-parts-json.h"

#include <glib/gi18n-lib.h>

#include "ff-deliverables.h"
#include "ff-findings.h"
#include "ff-goals.h"
#include "ff-timetables.h"

#define ROOT "$.course"

/* Places in the syllabus ---------------------------------------------------------------------------------------------------- */

static const FfSyllabusItem *
item_at (const FfCourse *course, guint index)
{
  return g_ptr_array_index (course->syllabus, index);
}

/* The @n-th child (from 1) of the item at @parent, -1 for none. */
static int
find_child (const FfCourse *course, int parent, guint64 n)
{
  guint64 count = 0;

  for (guint i = 0; i < course->syllabus->len; i++)
    if (item_at (course, i)->parent == parent && ++count == n)
      return (int) i;
  return -1;
}

/* "1.2" as the text of an id; NULL for what is no place of this syllabus. */
static char *
id_of_place (const FfCourse *course, const char *place)
{
  g_auto (GStrv) steps = g_strsplit (place, ".", -1);
  int index = -1;

  for (char **step = steps; *step != NULL; step++)
    {
      guint64 n;

      if (!g_ascii_string_to_unsigned (*step, 10, 1, G_MAXUINT32, &n, NULL) || (index = find_child (course, index, n)) < 0)
        return NULL;
    }
  return index >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, item_at (course, (guint) index)->id) : NULL;
}

static char *
place_of_index (const FfCourse *course, int index)
{
  g_autofree char *above = NULL;
  int n = 0;

  for (int i = 0; i <= index; i++)
    n += item_at (course, (guint) i)->parent == item_at (course, (guint) index)->parent;
  if (item_at (course, (guint) index)->parent < 0)
    return g_strdup_printf ("%d", n);
  above = place_of_index (course, item_at (course, (guint) index)->parent);
  return g_strdup_printf ("%s.%d", above, n);
}

static void
write_item (FfJsonWriter *writer, const FfCourse *course, gint64 item_id)
{
  for (guint i = 0; item_id != 0 && i < course->syllabus->len; i++)
    if (item_at (course, i)->id == item_id)
      {
        g_autofree char *place = place_of_index (course, (int) i);

        ff_json_text (writer, "item", place);
      }
}

static void
write_optional (FfJsonWriter *writer, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    ff_json_text (writer, name, text);
}

/* A number of the file as a draft takes it; NULL when it is not there. */
static char *
dup_number (JsonNode *node, const char *name)
{
  JsonNode *member = ff_json_get (node, name);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return member != NULL ? g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", json_node_get_double (member))) : NULL;
}

/* Lists --------------------------------------------------------------------------------------------------------------------- */

/* @item is the id of the syllabus item that the element names, "" for none. */
static gboolean
put_slot (FfDb *db, const FfCourse *course, JsonNode *node, const char *item, GError **error)
{
  g_autofree char *day = dup_number (node, "day");
  FfTimetableDraft draft = {
    .day = day,
    .starts = ff_json_get_text (node, "from", NULL),
    .ends = ff_json_get_text (node, "to", NULL),
    .title = ff_json_get_text (node, "title", ""),
    .activity = ff_json_get_text (node, "activity", ""),
    .item = item,
    .layer = ff_json_get_text (node, "layer", ""),
  };

  return ff_timetables_put (db, course->id, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_need (FfDb *db, const FfCourse *course, JsonNode *node, const char *item, GError **error)
{
  g_autofree char *share = dup_number (node, "percent");
  FfFindingDraft draft = {
    .kind = ff_json_get_text (node, "kind", NULL),
    .layer = ff_json_get_text (node, "layer", ""),
    .text = ff_json_get_text (node, "text", NULL),
    .source = ff_json_get_text (node, "source", ""),
    .share = share,
    .syllabus_item = item,
  };

  return ff_findings_put (db, ff_owner_course (course->id), 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_goal (FfDb *db, const FfCourse *course, JsonNode *node, const char *item, GError **error)
{
  g_autofree char *level = dup_number (node, "level");
  FfGoalDraft draft = {
    .level = level,
    .layer = ff_json_get_text (node, "layer", ""),
    .text = ff_json_get_text (node, "text", NULL),
  };

  return ff_goals_put (db, ff_owner_course (course->id), 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
put_deliverable (FfDb *db, const FfCourse *course, JsonNode *node, const char *item, GError **error)
{
  FfDeliverableDraft draft = {
    .title = ff_json_get_text (node, "title", NULL),
    .edition = ff_json_get_text (node, "edition", ""),
    .item = item,
    .issued_on = ff_json_get_text (node, "issued_on", ""),
    .note = ff_json_get_text (node, "note", ""),
  };

  return ff_deliverables_put (db, course->id, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static GPtrArray *
list_slots (FfDb *db, gint64 course_id, GError **error)
{
  return ff_timetables_list (db, course_id, error);
}

static GPtrArray *
list_needs (FfDb *db, gint64 course_id, GError **error)
{
  return ff_findings_list (db, ff_owner_course (course_id), error);
}

static GPtrArray *
list_goals (FfDb *db, gint64 course_id, GError **error)
{
  return ff_goals_list (db, ff_owner_course (course_id), error);
}

static void
write_clock (FfJsonWriter *writer, const char *name, int minutes)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  ff_json_text (writer, name, text);
}

static void
write_slot (FfJsonWriter *writer, const FfCourse *course, gconstpointer data)
{
  const FfTimetableSlot *slot = data;

  ff_json_int (writer, "day", slot->day);
  write_clock (writer, "from", slot->starts);
  write_clock (writer, "to", slot->ends);
  ff_json_text (writer, "title", slot->title);
  write_optional (writer, "activity", slot->activity);
  write_item (writer, course, slot->item_id);
  write_optional (writer, "layer", slot->layer);
}

static void
write_need (FfJsonWriter *writer, const FfCourse *course, gconstpointer data)
{
  const FfFinding *finding = data;

  ff_json_text (writer, "kind", finding->kind);
  write_optional (writer, "layer", finding->layer_key);
  ff_json_text (writer, "text", finding->text);
  write_optional (writer, "source", finding->source);
  if (finding->share >= 0)
    ff_json_hundredths (writer, "percent", finding->share);
  write_item (writer, course, finding->syllabus_item_id);
}

static void
write_goal (FfJsonWriter *writer, const FfCourse *course, gconstpointer data)
{
  const FfGoal *goal = data;

  if (goal->level > 0)
    ff_json_int (writer, "level", goal->level);
  write_optional (writer, "layer", goal->layer_key);
  ff_json_text (writer, "text", goal->text);
}

static void
write_deliverable (FfJsonWriter *writer, const FfCourse *course, gconstpointer data)
{
  const FfDeliverable *deliverable = data;
  g_autofree char *issued_on = deliverable->issued_on != FF_NO_DAY ? ff_day_format (deliverable->issued_on) : NULL;

  ff_json_text (writer, "title", deliverable->title);
  ff_json_text (writer, "edition", deliverable->edition);
  write_item (writer, course, deliverable->item_id);
  write_optional (writer, "issued_on", issued_on);
  write_optional (writer, "note", deliverable->note);
}

typedef struct
{
  const char *name; /* of the member */
  /* The elements of a list, which all begin with their id. */
  GPtrArray *(*list) (FfDb *db, gint64 course_id, GError **error);
  gboolean (*delete) (FfDb *db, gint64 id, GError **error);
  gboolean (*put) (FfDb *db, const FfCourse *course, JsonNode *node, const char *item, GError **error);
  void (*write) (FfJsonWriter *writer, const FfCourse *course, gconstpointer element);
} Part;

G_STATIC_ASSERT (G_STRUCT_OFFSET (FfTimetableSlot, id) == 0 && G_STRUCT_OFFSET (FfFinding, id) == 0 && G_STRUCT_OFFSET (FfGoal, id) == 0
                 && G_STRUCT_OFFSET (FfDeliverable, id) == 0);

/* In the order in which they are written. */
static const Part parts[] = {
  { "timetable", list_slots, ff_timetables_delete, put_slot, write_slot },
  { "needs", list_needs, ff_findings_delete, put_need, write_need },
  { "goals", list_goals, ff_goals_delete, put_goal, write_goal },
  { "deliverables", ff_deliverables_list, ff_deliverables_delete, put_deliverable, write_deliverable },
};

static void
write_list (FfJsonWriter *writer, const Part *part, const char *name, const FfCourse *course, GPtrArray *list)
{
  ff_json_begin_array (writer, name);
  for (guint i = 0; i < list->len; i++)
    {
      ff_json_begin_object (writer, NULL);
      part->write (writer, course, g_ptr_array_index (list, i));
      ff_json_end (writer);
    }
  ff_json_end (writer);
}

gboolean
ff_course_parts_write (FfJsonWriter *writer, FfDb *db, const FfCourse *course, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) list = parts[i].list (db, course->id, error);

      if (list == NULL)
        return FALSE;
      if (list->len > 0)
        write_list (writer, &parts[i], parts[i].name, course, list);
    }
  return TRUE;
}

/* Putting --------------------------------------------------------------------------------------------------------------------- */

static char *
format_part (FfDb *db, const Part *part, const FfCourse *course, GError **error)
{
  g_autoptr (GPtrArray) list = part->list (db, course->id, error);
  FfJsonWriter *writer;

  if (list == NULL)
    return NULL;
  writer = ff_json_writer_new ();
  write_list (writer, part, NULL, course, list);
  return ff_json_writer_finish (writer);
}

static gboolean
delete_part (FfDb *db, const Part *part, const FfCourse *course, GError **error)
{
  g_autoptr (GPtrArray) list = part->list (db, course->id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!part->delete (db, *(gint64 *) g_ptr_array_index (list, i), error))
      return FALSE;
  return list != NULL;
}

static gboolean
put_element (FfDb *db, const Part *part, const FfCourse *course, JsonNode *element, const char *path, GError **error)
{
  const char *place = ff_json_get_text (element, "item", NULL);
  g_autofree char *item = place != NULL ? id_of_place (course, place) : g_strdup ("");

  if (item == NULL)
    {
      g_autofree char *member = g_strconcat (path, ".item", NULL);

      ff_json_set_error (error, member, _("The syllabus has no item at %s."), place);
      return FALSE;
    }
  if (part->put (db, course, element, item, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

/* Writes the list anew, and takes that back when it is the same as before. */
static gboolean
put_part (FfDb *db, const Part *part, const FfCourse *course, JsonNode *node, gboolean *changed, GError **error)
{
  g_autofree char *before = format_part (db, part, course, error);
  g_autofree char *after = NULL;
  g_autoptr (FfBatch) batch = before != NULL ? ff_batch_begin (db, _("Import a course"), error) : NULL;

  if (batch == NULL || !delete_part (db, part, course, error))
    return FALSE;
  for (guint i = 0; i < ff_json_get_length (node, part->name); i++)
    {
      g_autofree char *path = g_strdup_printf (ROOT ".%s[%u]", part->name, i);

      if (!put_element (db, part, course, ff_json_get_element (node, part->name, i), path, error))
        return FALSE;
    }
  after = format_part (db, part, course, error);
  if (after == NULL)
    return FALSE;
  if (g_str_equal (before, after))
    return TRUE;
  *changed = TRUE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

FfPut
ff_course_parts_put (FfDb *db, const FfCourse *course, JsonNode *node, FfPut put, GError **error)
{
  gboolean changed = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (ff_json_get (node, parts[i].name) != NULL && !put_part (db, &parts[i], course, node, &changed, error))
      return FF_PUT_REFUSED;
  return put == FF_PUT_SAME && changed ? FF_PUT_CHANGED : put;
}
