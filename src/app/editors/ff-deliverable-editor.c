/* What participants produce, in one of its editions. The context is the course. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-deliverables.h"

static const FfEditorField fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "edition", N_("Edition"), FF_FIELD_TEXT, FALSE },
  { "item", N_("Made in"), FF_FIELD_CHOICE, FALSE },
  { "issued_on", N_("Issued On"), FF_FIELD_DATE, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfDeliverableDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .edition = ff_editor_values_get (values, "edition"),
    .item = ff_editor_values_get (values, "item"),
    .issued_on = ff_editor_values_get (values, "issued_on"),
    .note = ff_editor_values_get (values, "note"),
  };

  return ff_deliverables_put (db, context, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfDeliverable) deliverable = NULL;
  g_autofree char *item = NULL, *issued_on = NULL;

  ff_editor_values_set (values, "edition", "1.0");
  if (id == 0)
    return TRUE;
  deliverable = ff_deliverables_read (db, id, error);
  if (deliverable == NULL)
    return FALSE;
  item = deliverable->item_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, deliverable->item_id) : NULL;
  issued_on = deliverable->issued_on != FF_NO_DAY ? ff_day_format (deliverable->issued_on) : NULL;
  ff_editor_values_set (values, "title", deliverable->title);
  ff_editor_values_set (values, "edition", deliverable->edition);
  ff_editor_values_set (values, "item", item);
  ff_editor_values_set (values, "issued_on", issued_on);
  ff_editor_values_set (values, "note", deliverable->note);
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  return ff_editors_list_syllabus (db, context, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_deliverables_delete (db, id, error);
}

const FfEditorKind ff_deliverable_editor = {
  .new_title = N_("New Deliverable"),
  .edit_title = N_("Deliverable"),
  .new_label = N_("Add a deliverable"),
  .edit_label = N_("Change a deliverable"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Deliverable"),
  .deleted = N_("Deliverable deleted"),
};
