#include "config.h"

#include "ff-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-history-private.h"
#include "ff-layer-store.h"
#include "ff-tasks.h"

struct _FfHistory
{
  FfJournalReader *reader;
  GArray *trainee_ids; /* NULL: everybody */
  char *area;
  char *search; /* folded; NULL: everything */
  GHashTable *names; /* "table id" → what it is called */
  /* While a reading lasts. */
  FfDb *db;
  GPtrArray *changes;
  GError *error;
};

void
ff_change_free (FfChange *change)
{
  if (change == NULL)
    return;
  g_free (change->actor);
  g_free (change->label);
  g_free (change->undone_by);
  g_free (change->person);
  g_free (change->thing);
  g_free (change->subject);
  g_free (change->field);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

const FfHistoryArea *
ff_history_areas (gsize *n)
{
  static FfHistoryArea areas[] = {
    { "attendance", NC_ ("journal", "Attendance"), TRUE },
    { "marks", NC_ ("journal", "Marks"), TRUE },
    { "roster", NC_ ("journal", "Roster and teams"), TRUE },
    { "schedule", NC_ ("journal", "Schedule"), TRUE },
    { "scheme", NC_ ("journal", "Scheme"), TRUE },
    { "transfer", NC_ ("journal", "Work and commitments"), TRUE },
    { "evaluation", NC_ ("journal", "Evaluation"), TRUE },
    { "preparation", NC_ ("journal", "Preparation"), TRUE },
    { "improvement", NC_ ("journal", "Improvement"), TRUE },
    { "class", NC_ ("journal", "Classes and projects"), TRUE },
    { "courses", NC_ ("journal", "Courses"), FALSE },
    { "people", NC_ ("journal", "People"), FALSE },
    { "places", NC_ ("journal", "Places"), FALSE },
    { "settings", NC_ ("journal", "Settings"), FALSE },
  };
  static gsize translated;

  if (g_once_init_enter (&translated))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
        areas[i].title = g_dpgettext2 (GETTEXT_PACKAGE, "journal", areas[i].title);
      g_once_init_leave (&translated, 1);
    }
  *n = G_N_ELEMENTS (areas);
  return areas;
}

/* Making ---------------------------------------------------------------------------------------------------------------- */

static FfHistory *
new_with_reader (FfJournalReader *reader)
{
  FfHistory *self = g_new0 (FfHistory, 1);

  self->reader = reader;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/* The journal tells the time in UTC, people tell the day where they are. */
static char *
day_in_utc (FfDay day)
{
  int year, month, mday;
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) utc = NULL;

  if (day == FF_NO_DAY)
    return NULL;
  ff_day_to_ymd (day, &year, &month, &mday);
  local = g_date_time_new_local (year, month, mday, 0, 0, 0);
  utc = local != NULL ? g_date_time_to_utc (local) : NULL;
  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static gboolean
is_of_area (const char *name, gpointer user_data)
{
  const FfHistoryTable *table = ff_history_find_table (name);

  return table != NULL && g_str_equal (table->area, user_data);
}

FfHistory *
ff_history_new (gint64 run_id, const FfHistoryFilter *filter)
{
  FfHistory *self = new_with_reader (run_id != 0 ? ff_journal_reader_new_for_run (run_id) : ff_journal_reader_new ());
  g_autofree char *from = day_in_utc (filter->from);
  g_autofree char *until = day_in_utc (filter->until != FF_NO_DAY ? filter->until + 1 : FF_NO_DAY);

  ff_journal_reader_set_times (self->reader, from, until);
  if (filter->trainee_ids != NULL && filter->trainee_ids->len > 0)
    self->trainee_ids = g_array_ref (filter->trainee_ids);
  self->area = g_strdup (filter->area);
  if (self->area != NULL)
    ff_journal_reader_set_tables (self->reader, is_of_area, self->area);
  if (filter->search != NULL && *filter->search != '\0')
    self->search = g_utf8_casefold (filter->search, -1);
  return self;
}

FfHistory *
ff_history_new_for_rows (const char *table, GArray *row_ids)
{
  return new_with_reader (ff_journal_reader_new_for_rows (table, row_ids));
}

FfHistory *
ff_history_new_for_keys (const char *table, const FfRowKey *keys, gsize n)
{
  return new_with_reader (ff_journal_reader_new_for_keys (table, keys, n));
}

void
ff_history_free (FfHistory *self)
{
  if (self == NULL)
    return;
  ff_journal_reader_free (self->reader);
  g_hash_table_unref (self->names);
  g_clear_pointer (&self->trainee_ids, g_array_unref);
  g_free (self->area);
  g_free (self->search);
  g_free (self);
}

/* Names ----------------------------------------------------------------------------------------------------------------- */

static const char *name_of (FfHistory *self, const char *table, gint64 id);

/* A row as it is, or as it was before it went. */
static FfRowImage *
find_row (FfHistory *self, const char *table, gint64 id)
{
  FfRowImage *image = ff_journal_read_row (self->db, table, id, self->error == NULL ? &self->error : NULL);

  return image != NULL ? image : ff_journal_reader_get_gone (self->reader, table, id);
}

/* A part that says all that was said before, as a criterion names its component, takes its place. */
static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (g_str_has_prefix (part, text->str))
    g_string_truncate (text, 0);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Which one of its table a row is. */
static char *
describe (FfHistory *self, const FfHistoryTable *table, const FfRowImage *image)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (strcmp (table->name, "layer") == 0)
    return g_strdup (ff_layer_title (ff_row_image_get (image, "key"), ff_row_image_get (image, "title")));
  if (strcmp (table->name, "task") == 0 && ff_row_image_get (image, "title") == NULL)
    return g_strdup (ff_task_kind_title (ff_row_image_get (image, "kind")));
  for (gsize i = 0; i < G_N_ELEMENTS (table->subject) && table->subject[i] != NULL; i++)
    {
      const FfHistoryField *field = ff_history_find_field (NULL, table->subject[i]);
      const char *value = ff_row_image_get (image, table->subject[i]);

      if (value != NULL && field != NULL && field->kind == FF_FIELD_REFERENCE)
        value = name_of (self, field->target, g_ascii_strtoll (value, NULL, 10));
      add_part (text, value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gint64
trainee_of (FfHistory *self, const char *table, gint64 row_id, const FfRowImage *image)
{
  g_autoptr (FfRowImage) enrolment = NULL;
  gint64 enrolment_id = ff_row_image_get_int (image, "enrolment_id");
  gint64 trainee_id = ff_row_image_get_int (image, "trainee_id");

  if (strcmp (table, "trainee") == 0)
    return row_id;
  if (trainee_id != 0 || enrolment_id == 0)
    return trainee_id;
  enrolment = find_row (self, "enrolment", enrolment_id);
  return ff_row_image_get_int (enrolment, "trainee_id");
}

static char *
make_name (FfHistory *self, const char *table, gint64 id)
{
  const FfHistoryTable *words = ff_history_find_table (table);
  g_autoptr (FfRowImage) image = find_row (self, table, id);
  g_autofree char *name = NULL;

  if (image == NULL || words == NULL)
    return g_strdup ("");
  if (strcmp (table, "trainee") == 0)
    return g_strdup (ff_row_image_get (image, "name"));
  if (strcmp (table, "enrolment") == 0)
    return g_strdup (name_of (self, "trainee", ff_row_image_get_int (image, "trainee_id")));
  name = describe (self, words, image);
  return g_steal_pointer (&name);
}

static const char *
name_of (FfHistory *self, const char *table, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);
  char *name = g_hash_table_lookup (self->names, key);

  if (name == NULL)
    {
      name = make_name (self, table, id);
      g_hash_table_insert (self->names, g_steal_pointer (&key), name);
    }
  return name;
}

/* Changes --------------------------------------------------------------------------------------------------------------- */

static FfMinute
local_minute (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return FF_NO_TIME;
  return ff_day_start (ff_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local)))
         + g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

static char *
format_value (FfHistory *self, const FfHistoryField *field, const char *table, const char *value)
{
  if (value == NULL)
    return NULL;
  if (field->kind == FF_FIELD_REFERENCE)
    return g_strdup (name_of (self, field->target, g_ascii_strtoll (value, NULL, 10)));
  return ff_history_format (field, table, value);
}

static FfChange *
change_new (const FfJournalEntry *entry, const FfHistoryTable *table)
{
  FfChange *change = g_new0 (FfChange, 1);

  change->line = entry->line;
  change->batch_id = entry->batch_id;
  change->at = local_minute (entry->at);
  change->actor = g_strdup (entry->actor);
  change->label = g_strdup (entry->label);
  change->undone = entry->undone;
  change->undone_by = entry->undone ? g_strdup (entry->undone_by) : NULL;
  change->table = entry->table;
  change->row_id = entry->row_id;
  change->thing = g_strdup (ff_history_table_title (table));
  return change;
}

static gboolean
contains (const char *text, const char *search)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, search) != NULL;
}

static gboolean
is_found (FfHistory *self, const FfChange *change)
{
  const char *const texts[] = { change->person, change->subject, change->thing, change->field, change->before,
                                change->after,  change->label,   change->actor };

  for (gsize i = 0; self->search != NULL && i < G_N_ELEMENTS (texts); i++)
    if (contains (texts[i], self->search))
      return TRUE;
  return self->search == NULL;
}

/* What was entered as the row came to be, of the fields that stay as they are without being asked. */
static gboolean
is_silent (const FfHistoryField *field, const char *before, const char *after)
{
  const char *value = before != NULL ? before : after;

  return field->kind == FF_FIELD_HIDDEN || value == NULL
         || ((before == NULL || after == NULL) && field->kind == FF_FIELD_YES_NO && strcmp (value, "0") == 0);
}

/* "Mark · Li · attempt 2": who gave it, and which of several it is. */
static char *
name_field (const FfHistoryField *field, const FfRowImage *image)
{
  g_autoptr (GString) text = g_string_new (ff_history_field_title (field));
  const char *rater = ff_row_image_get (image, "rater");
  gint64 attempt = ff_row_image_get_int (image, "attempt");

  if (rater != NULL && *rater != '\0')
    g_string_append_printf (text, " · %s", rater);
  if (attempt > 1)
    g_string_append_printf (text, _(" · attempt %d"), (int) attempt);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
add_change (FfHistory *self, const FfJournalEntry *entry, const FfHistoryTable *table, const FfHistoryField *field, FfChangeKind kind)
{
  const FfRowImage *image = entry->after != NULL ? entry->after : entry->before;
  g_autoptr (FfChange) change = change_new (entry, table);

  change->kind = kind;
  change->trainee_id = trainee_of (self, entry->table, entry->row_id, image);
  change->person = change->trainee_id != 0 ? g_strdup (name_of (self, "trainee", change->trainee_id)) : NULL;
  change->subject = describe (self, table, image);
  if (field != NULL)
    {
      change->column = field->column;
      change->field = name_field (field, image);
      change->before = format_value (self, field, table->name, ff_row_image_get (entry->before, field->column));
      change->after = format_value (self, field, table->name, ff_row_image_get (entry->after, field->column));
      change->restorable = !change->undone && ff_history_can_restore (table, field);
    }
  if (!is_found (self, change))
    return FALSE;
  g_ptr_array_add (self->changes, g_steal_pointer (&change));
  return TRUE;
}

/* Each field that the line changed. */
static gboolean
add_fields (FfHistory *self, const FfJournalEntry *entry, const FfHistoryTable *table)
{
  const FfRowImage *image = entry->after != NULL ? entry->after : entry->before;
  gboolean added = FALSE;

  for (guint i = 0; i < ff_row_image_n_columns (image); i++)
    {
      const char *column = ff_row_image_get_column (image, i);
      const char *before = ff_row_image_get (entry->before, column);
      const char *after = ff_row_image_get (entry->after, column);
      const FfHistoryField *field = g_strcmp0 (before, after) != 0 ? ff_history_find_field (table->name, column) : NULL;

      if (field != NULL && !is_silent (field, before, after) && add_change (self, entry, table, field, FF_CHANGE_VALUE))
        added = TRUE;
    }
  return added;
}

static gboolean
is_chosen (FfHistory *self, const FfJournalEntry *entry, const FfRowImage *image)
{
  gint64 trainee_id;

  if (self->trainee_ids == NULL)
    return TRUE;
  trainee_id = trainee_of (self, entry->table, entry->row_id, image);
  for (guint i = 0; i < self->trainee_ids->len; i++)
    if (g_array_index (self->trainee_ids, gint64, i) == trainee_id)
      return TRUE;
  return FALSE;
}

static gboolean
take (const FfJournalEntry *entry, gpointer user_data)
{
  FfHistory *self = user_data;
  const FfHistoryTable *table = ff_history_find_table (entry->table);
  const FfRowImage *image = entry->after != NULL ? entry->after : entry->before;

  if (table == NULL || image == NULL)
    return FALSE;
  if (!is_chosen (self, entry, image))
    return FALSE;
  if ((entry->before != NULL && entry->after != NULL) || table->by_value)
    return add_fields (self, entry, table);
  return add_change (self, entry, table, NULL, entry->before == NULL ? FF_CHANGE_ADDED : FF_CHANGE_REMOVED);
}

gboolean
ff_history_read (FfHistory *self, FfDb *db, guint limit, GPtrArray *changes, GError **error)
{
  gboolean read;

  g_return_val_if_fail (self != NULL && db != NULL && changes != NULL, FALSE);

  self->db = db;
  self->changes = changes;
  read = ff_journal_reader_read (self->reader, db, limit, take, self, error);
  self->db = NULL;
  self->changes = NULL;
  if (self->error == NULL)
    return read;
  if (read)
    g_propagate_error (error, self->error);
  else
    g_error_free (self->error);
  self->error = NULL;
  return FALSE;
}

gboolean
ff_history_is_done (FfHistory *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return ff_journal_reader_is_done (self->reader);
}

GPtrArray *
ff_history_of_rows (FfDb *db, const char *table, GArray *row_ids, GError **error)
{
  g_autoptr (FfHistory) history = ff_history_new_for_rows (table, row_ids);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_change_free);

  while (!ff_history_is_done (history))
    if (!ff_history_read (history, db, G_MAXUINT, changes, error))
      return NULL;
  return g_steal_pointer (&changes);
}
