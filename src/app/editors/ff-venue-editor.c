#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-places.h"

static const FfEditorField fields[] = {
  { "name", N_("Name of the venue"), FF_FIELD_TEXT, TRUE },
  { "capacity", N_("Seats"), FF_FIELD_NUMBER, FALSE },
  { "setup_minutes", N_("Setup time in minutes"), FF_FIELD_NUMBER, FALSE },
  { "address", N_("Address"), FF_FIELD_TEXT, FALSE },
  { "site", N_("Site, if there are several"), FF_FIELD_TEXT, FALSE },
  { "fallback", N_("Fallback, when it cannot be had"), FF_FIELD_SUGGEST, FALSE },
  { "note", N_("Note: whom to ask, technician, keys"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfVenueDraft draft = {
    .name = ff_editor_values_get (values, "name"),
    .capacity = ff_editor_values_get (values, "capacity"),
    .setup_minutes = ff_editor_values_get (values, "setup_minutes"),
    .address = ff_editor_values_get (values, "address"),
    .site = ff_editor_values_get (values, "site"),
    .fallback = ff_editor_values_get (values, "fallback"),
    .note = ff_editor_values_get (values, "note"),
  };

  return ff_people_put_venue (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfVenue) venue = NULL;
  g_autofree char *capacity = NULL;
  g_autofree char *setup = NULL;

  if (id == 0)
    return TRUE;
  venue = ff_people_read_venue (db, id, error);
  if (venue == NULL)
    return FALSE;
  capacity = venue->capacity >= 0 ? g_strdup_printf ("%d", venue->capacity) : NULL;
  setup = venue->setup_minutes > 0 ? g_strdup_printf ("%d", venue->setup_minutes) : NULL;
  ff_editor_values_set (values, "name", venue->name);
  ff_editor_values_set (values, "capacity", capacity);
  ff_editor_values_set (values, "setup_minutes", setup);
  ff_editor_values_set (values, "address", venue->address);
  ff_editor_values_set (values, "site", venue->site);
  ff_editor_values_set (values, "fallback", venue->fallback);
  ff_editor_values_set (values, "note", venue->note);
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  return ff_people_list_venues (db, NULL, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_people_delete_venue (db, id, error);
}

const FfEditorKind ff_venue_editor = {
  .new_title = N_("New Venue"),
  .edit_title = N_("Venue"),
  .new_label = N_("Add a venue"),
  .edit_label = N_("Change a venue"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Venue"),
  .deleted = N_("Venue deleted"),
};
