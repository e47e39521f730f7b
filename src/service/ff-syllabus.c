/* The syllabus of a course: which stored row is which item, and the rows that differ. */
#include "config.h"

#include "ff-course-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-syllabus-store.h"
#include "ff-take.h"

#define MINUTES_MAX 100000

const char *const *
ff_syllabus_kinds (void)
{
  static const char *const kinds[] = { "lecture", "section", "topic", "exercise", "case", "discussion", "deliverable", "homework", "break",
                                       NULL };

  return kinds;
}

const char *
ff_syllabus_kind_title (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *title;
  } kinds[] = {
    { "lecture", NC_ ("syllabus", "Lecture") },     { "section", NC_ ("syllabus", "Section") },
    { "topic", NC_ ("syllabus", "Topic") },         { "exercise", NC_ ("syllabus", "Exercise") },
    { "case", NC_ ("syllabus", "Case") },           { "discussion", NC_ ("syllabus", "Discussion") },
    { "deliverable", NC_ ("syllabus", "Deliverable") }, { "homework", NC_ ("syllabus", "Homework") },
    { "break", NC_ ("syllabus", "Break") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "syllabus", kinds[i].title);
  return NULL;
}

static gboolean
check_item (FfSyllabusItem *item, GError **error)
{
  gboolean changed;

  if (!ff_take_line (&item->title, item->title ? item->title : "", FF_TAKE_LINE_MAX, "syllabus", &changed, error))
    return FALSE;
  if (!item->title)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "syllabus", _("An item of the syllabus has no title: enter one, or delete the item."));
      return FALSE;
    }
  if (!ff_syllabus_kind_title (item->kind))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "syllabus", _("“%s” is no kind of syllabus item: “%s” needs another one."),
                        item->kind ? item->kind : "", item->title);
      return FALSE;
    }
  if (item->minutes < -1 || item->minutes > MINUTES_MAX)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "syllabus", _("“%s” cannot take %d minutes: enter 0 or more."), item->title, item->minutes);
      return FALSE;
    }
  return TRUE;
}

gboolean
ff_syllabus_check (FfDb *db, FfCourse *course, GError **error)
{
  for (guint i = 0; i < course->syllabus->len; i++)
    {
      FfSyllabusItem *item = course->syllabus->pdata[i];
      g_return_val_if_fail (item->parent >= -1 && item->parent < (int) i, FALSE);
      if (!check_item (item, error) || (item->layer && ff_people_need_layer (db, item->layer, error) < 0))
        return FALSE;
    }
  return TRUE;
}

/* One put of a syllabus: the stored rows, and for each item of the course the row that it is (NULL: a new one). */
typedef struct
{
  FfCourse *course;
  GPtrArray *stored;
  gboolean *claimed; /* one per stored row */
  const FfSyllabusRow **rows; /* one per item */
} Matching;

static FfSyllabusItem *
item_at (const Matching *matching, guint index)
{
  return matching->course->syllabus->pdata[index];
}

static void
claim (Matching *matching, guint index, guint row)
{
  matching->claimed[row] = TRUE;
  matching->rows[index] = matching->stored->pdata[row];
  item_at (matching, index)->id = matching->rows[index]->item->id;
}

static void
match_ids (Matching *matching)
{
  for (guint i = 0; i < matching->course->syllabus->len; i++)
    for (guint j = 0; j < matching->stored->len && !matching->rows[i]; j++)
      {
        const FfSyllabusRow *row = matching->stored->pdata[j];
        if (item_at (matching, i)->id == row->item->id && !matching->claimed[j])
          claim (matching, i, j);
      }
}

static gboolean
is_same_item (const FfSyllabusItem *item, const FfSyllabusRow *row, int position, gboolean by_title)
{
  if (by_title)
    return strcmp (item->title, row->item->title) == 0 && strcmp (item->kind, row->item->kind) == 0;
  return position == row->position;
}

/* The children of an item (-1: of the root) that have no row yet, among the free children of its row. */
static void
match_children (Matching *matching, int parent, gint64 parent_id, gboolean by_title)
{
  int position = 0;

  for (guint i = parent + 1; i < matching->course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = item_at (matching, i);
      if (item->parent != parent)
        continue;
      position++;
      for (guint j = 0; j < matching->stored->len && !matching->rows[i]; j++)
        {
          const FfSyllabusRow *row = matching->stored->pdata[j];
          if (!matching->claimed[j] && row->parent_id == parent_id && is_same_item (item, row, position, by_title))
            claim (matching, i, j);
        }
    }
}

/* By id first; then, level by level, by title, so that moved items stay themselves; then by position, so that renamed ones do. */
static void
match (Matching *matching)
{
  match_ids (matching);
  for (int parent = -1; parent < (int) matching->course->syllabus->len; parent++)
    {
      gint64 parent_id = 0;
      if (parent >= 0 && !matching->rows[parent])
        continue;
      if (parent >= 0)
        parent_id = matching->rows[parent]->item->id;
      match_children (matching, parent, parent_id, TRUE);
      match_children (matching, parent, parent_id, FALSE);
    }
}

static gboolean
delete_unclaimed (FfDb *db, const Matching *matching, gboolean *changed, GError **error)
{
  for (guint j = 0; j < matching->stored->len; j++)
    {
      const FfSyllabusRow *row = matching->stored->pdata[j];
      if (matching->claimed[j])
        continue;
      if (!ff_syllabus_store_delete (db, row->item->id, error))
        return FALSE;
      *changed = TRUE;
    }
  return TRUE;
}

static gboolean
rows_equal (const FfSyllabusRow *a, const FfSyllabusRow *b)
{
  return a->parent_id == b->parent_id && a->position == b->position && a->layer_id == b->layer_id
         && a->item->minutes == b->item->minutes && a->item->made_to_order == b->item->made_to_order
         && strcmp (a->item->kind, b->item->kind) == 0
         && strcmp (a->item->title, b->item->title) == 0;
}

static gboolean
write_item (FfDb *db, const Matching *matching, guint index, int position, gboolean *changed, GError **error)
{
  FfSyllabusItem *item = item_at (matching, index);
  FfSyllabusRow row = { .item = item, .position = position };

  if (item->parent >= 0)
    row.parent_id = item_at (matching, item->parent)->id;
  if (item->layer)
    {
      row.layer_id = ff_people_need_layer (db, item->layer, error);
      if (row.layer_id < 0)
        return FALSE;
    }
  if (matching->rows[index] && rows_equal (&row, matching->rows[index]))
    return TRUE;
  *changed = TRUE;
  if (matching->rows[index])
    return ff_syllabus_store_update (db, &row, error);
  return ff_syllabus_store_insert (db, matching->course->id, &row, error);
}

gboolean
ff_syllabus_write (FfDb *db, FfCourse *course, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) stored = ff_syllabus_store_read (db, course->id, error);
  g_autofree int *positions = g_new0 (int, course->syllabus->len + 1);
  g_autofree gboolean *claimed = NULL;
  g_autofree const FfSyllabusRow **rows = g_new0 (const FfSyllabusRow *, course->syllabus->len + 1);
  Matching matching = { course, stored, NULL, rows };

  if (!stored)
    return FALSE;
  claimed = g_new0 (gboolean, stored->len + 1);
  matching.claimed = claimed;
  match (&matching);
  if (!delete_unclaimed (db, &matching, changed, error))
    return FALSE;
  for (guint i = 0; i < course->syllabus->len; i++)
    {
      int *position = &positions[item_at (&matching, i)->parent + 1];
      if (!write_item (db, &matching, i, ++*position, changed, error))
        return FALSE;
    }
  return TRUE;
}
