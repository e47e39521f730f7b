/* Titles edited in place: one that is there (F2), and new ones, which are typed one after another: Enter adds and goes on, Tab moves the
   new item in or out, Escape or an empty line ends. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-syllabus-pane-private.h"

typedef struct
{
  GWeakRef pane;
  gint64 course_id;
  gint64 item_id;
  FfSyllabusPlace place;
  char *kind;
  char *title;
  gboolean go_on;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_weak_ref_clear (&entry->pane);
  g_free (entry->kind);
  g_free (entry->title);
  g_free (entry);
}

static Entry *
entry_new (FfSyllabusPane *self, const char *title)
{
  Entry *entry = g_new0 (Entry, 1);

  g_weak_ref_init (&entry->pane, self);
  entry->course_id = self->course->id;
  entry->title = g_strdup (title);
  return entry;
}

static gboolean
is_empty (const char *text)
{
  g_autofree char *line = ff_put_clean_line (text);

  return *line == '\0';
}

static void
end_editing (FfSyllabusPane *self)
{
  gboolean was_new = self->edited == FF_SYLLABUS_NEW_ID;
  FfSyllabusRow *row = g_hash_table_lookup (self->rows, &self->edited);

  self->edited = 0;
  self->go_on_after = 0;
  g_clear_pointer (&self->typed, g_free);
  /* The other rows stay, because one of them may be under the pointer that was just pressed. */
  if (was_new && self->course->syllabus->len > 0)
    ff_syllabus_node_remove (self->nodes, FF_SYLLABUS_NEW_ID);
  else if (was_new)
    ff_syllabus_pane_rebuild (self);
  else if (row != NULL)
    ff_syllabus_row_stop_editing (row);
}

/* New items ------------------------------------------------------------------------------------------------------------------- */

static void
begin_new (FfSyllabusPane *self, FfSyllabusPlace place)
{
  self->edited = FF_SYLLABUS_NEW_ID;
  self->place = place;
  self->go_on_after = 0;
  if (self->typed == NULL)
    self->typed = g_strdup ("");
  ff_syllabus_pane_rebuild (self);
}

static gboolean
add_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Entry *entry = data;
  FfSyllabusDraft draft = { .kind = entry->kind, .title = entry->title };

  return ff_syllabus_add_item (db, entry->course_id, &entry->place, &draft, &entry->item_id, error) != FF_PUT_REFUSED;
}

/* The syllabus with the new item may have come before or come afterwards. */
static gboolean
add_done (gpointer data, const GError *error)
{
  Entry *entry = data;
  g_autoptr (FfSyllabusPane) self = g_weak_ref_get (&entry->pane);

  if (self == NULL || self->course->id != entry->course_id)
    return FALSE;
  if (error == NULL)
    self->wanted = entry->item_id;
  if (error == NULL && entry->go_on && self->edited == FF_SYLLABUS_NEW_ID)
    self->go_on_after = entry->item_id;
  ff_syllabus_pane_rebuild (self);
  return FALSE;
}

static void
add_typed (FfSyllabusPane *self, gboolean go_on)
{
  Entry *entry = entry_new (self, self->typed);

  entry->place = self->place;
  entry->kind = g_strdup (ff_syllabus_place_kind (self->course, &self->place));
  entry->go_on = go_on;
  ff_workspace_run (self->workspace, _("Add to the syllabus"), add_work, add_done, entry, entry_free);
}

void
ff_syllabus_pane_add (FfSyllabusPane *self)
{
  if (ff_workspace_is_writable (self->workspace))
    begin_new (self, ff_syllabus_place_after (self->course, ff_syllabus_pane_get_selected (self)));
}

FfCourse *
ff_syllabus_pane_make_preview (FfSyllabusPane *self)
{
  FfCourse *preview;
  const FfSyllabusItem *item;
  g_autofree int *indexes = g_new0 (int, self->course->syllabus->len + 1);
  gboolean added = FALSE;

  if (self->edited != FF_SYLLABUS_NEW_ID)
    return NULL;
  preview = ff_course_new ();
  for (guint i = 0; i <= self->course->syllabus->len; i++)
    {
      item = i < self->course->syllabus->len ? g_ptr_array_index (self->course->syllabus, i) : NULL;
      if (!added && (item == NULL || item->id == self->place.before_id))
        {
          int parent = -1;

          for (guint j = 0; j < i; j++)
            if (((FfSyllabusItem *) g_ptr_array_index (self->course->syllabus, j))->id == self->place.parent_id)
              parent = indexes[j];
          ff_course_add_item (preview, parent, ff_syllabus_place_kind (self->course, &self->place), "", -1)->id = FF_SYLLABUS_NEW_ID;
          added = TRUE;
        }
      if (item != NULL)
        {
          FfSyllabusItem *copy = ff_course_add_item (preview, item->parent >= 0 ? indexes[item->parent] : -1, item->kind, item->title,
                                                     item->minutes);

          copy->id = item->id;
          copy->layer = g_strdup (item->layer);
          copy->made_to_order = item->made_to_order;
          indexes[i] = (int) preview->syllabus->len - 1;
        }
    }
  return preview;
}

/* Renaming ---------------------------------------------------------------------------------------------------------------------- */

static gboolean
rename_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Entry *entry = data;

  return ff_syllabus_rename (db, entry->course_id, entry->item_id, entry->title, error) != FF_PUT_REFUSED;
}

/* Keeps what was typed for an item that is there; "" leaves it as it was. */
static void
keep_title (FfSyllabusPane *self, FfSyllabusRow *row)
{
  const char *text = ff_syllabus_row_get_text (row);
  const FfSyllabusItem *item = ff_syllabus_node_get_item (ff_syllabus_row_get_node (row));
  Entry *entry;

  if (text != NULL && !is_empty (text) && g_strcmp0 (text, item->title) != 0)
    {
      entry = entry_new (self, text);
      entry->item_id = item->id;
      ff_workspace_run (self->workspace, _("Change the syllabus"), rename_work, NULL, entry, entry_free);
    }
  end_editing (self);
}

void
ff_syllabus_pane_rename (FfSyllabusPane *self)
{
  gint64 id = ff_syllabus_pane_get_selected (self);
  FfSyllabusRow *row = g_hash_table_lookup (self->rows, &id);

  if (row == NULL || self->edited != 0 || !ff_workspace_is_writable (self->workspace))
    return;
  self->edited = id;
  ff_syllabus_row_edit (row, ff_syllabus_node_get_item (ff_syllabus_row_get_node (row))->title, TRUE);
}

/* Of the row ---------------------------------------------------------------------------------------------------------------------- */

static gboolean
is_edited (FfSyllabusPane *self, FfSyllabusRow *row)
{
  FfSyllabusNode *node = ff_syllabus_row_get_node (row);

  return !self->rebuilding && self->edited != 0 && node != NULL && ff_syllabus_node_get_id (node) == self->edited;
}

static void
on_typed (FfSyllabusPane *self, FfSyllabusRow *row)
{
  const char *text = ff_syllabus_row_get_text (row);

  if (!is_edited (self, row) || self->edited != FF_SYLLABUS_NEW_ID || text == NULL || self->typed == text)
    return;
  g_free (self->typed);
  self->typed = g_strdup (text);
}

static void
on_entered (FfSyllabusPane *self, FfSyllabusRow *row)
{
  if (!is_edited (self, row))
    return;
  if (self->edited != FF_SYLLABUS_NEW_ID)
    {
      keep_title (self, row);
      ff_syllabus_pane_focus_row (self);
    }
  else if (is_empty (self->typed))
    {
      end_editing (self);
      ff_syllabus_pane_focus_row (self);
    }
  else
    {
      add_typed (self, TRUE);
      /* What is typed from here on is the next one. */
      ff_syllabus_row_edit (row, "", FALSE);
    }
}

static void
on_cancelled (FfSyllabusPane *self, FfSyllabusRow *row)
{
  if (!is_edited (self, row))
    return;
  end_editing (self);
  ff_syllabus_pane_focus_row (self);
}

static void
on_left (FfSyllabusPane *self, FfSyllabusRow *row)
{
  if (!is_edited (self, row))
    return;
  if (self->edited != FF_SYLLABUS_NEW_ID)
    {
      keep_title (self, row);
      return;
    }
  if (!is_empty (self->typed))
    add_typed (self, FALSE);
  end_editing (self);
}

static void
on_shifted (FfSyllabusPane *self, gboolean inward, FfSyllabusRow *row)
{
  if (!is_edited (self, row))
    return;
  if (self->edited != FF_SYLLABUS_NEW_ID)
    {
      keep_title (self, row);
      ff_syllabus_pane_focus_row (self);
      ff_syllabus_pane_move (self, inward ? FF_SYLLABUS_INDENT : FF_SYLLABUS_OUTDENT);
    }
  else if (self->go_on_after == 0 && ff_syllabus_place_shift (self->course, &self->place, inward))
    {
      g_hash_table_remove (self->folded, &self->place.parent_id);
      ff_syllabus_pane_rebuild (self);
    }
}

void
ff_syllabus_pane_connect_row (FfSyllabusPane *self, FfSyllabusRow *row)
{
  g_signal_connect_object (row, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "cancelled", G_CALLBACK (on_cancelled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "shifted", G_CALLBACK (on_shifted), self, G_CONNECT_SWAPPED);
}

void
ff_syllabus_pane_resume_editing (FfSyllabusPane *self)
{
  FfSyllabusRow *row = self->edited != 0 ? g_hash_table_lookup (self->rows, &self->edited) : NULL;

  if (row == NULL || ff_syllabus_row_get_text (row) != NULL)
    return;
  if (self->edited == FF_SYLLABUS_NEW_ID)
    ff_syllabus_row_edit (row, self->typed, FALSE);
  else
    self->edited = 0;
}
