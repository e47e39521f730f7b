#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-leave-kinds.h"

static const FfEditorField fields[] = {
  { "title", N_("Name of the leave"), FF_FIELD_TEXT, FALSE },
  { "counts", N_("Counts as absent"), FF_FIELD_SWITCH, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfLeaveKindDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .counts = ff_editor_values_get (values, "counts"),
  };
  g_autoptr (FfLeaveKind) stored = id != 0 ? ff_leave_kinds_read (db, id, error) : NULL;

  if (id != 0 && stored == NULL)
    return FF_PUT_REFUSED;
  /* The built-in name as the form shows it is no name of its own: it would stay in one language. */
  if (stored != NULL && stored->own_title == NULL && g_strcmp0 (draft.title, ff_leave_kind_built_in_title (stored->key)) == 0)
    draft.title = NULL;
  return ff_leave_kinds_put (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfLeaveKind) kind = NULL;

  if (id == 0)
    return TRUE;
  kind = ff_leave_kinds_read (db, id, error);
  if (kind == NULL)
    return FALSE;
  ff_editor_values_set (values, "title", ff_leave_kind_get_title (kind));
  ff_editor_values_set (values, "counts", kind->counts ? "1" : "0");
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_leave_kinds_delete (db, id, error);
}

const FfEditorKind ff_leave_kind_editor = {
  .new_title = N_("New Kind of Leave"),
  .edit_title = N_("Kind of Leave"),
  .new_label = N_("Add a kind of leave"),
  .edit_label = N_("Change a kind of leave"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .delete = delete,
  .delete_label = N_("Delete Kind of Leave"),
  .deleted = N_("Kind of leave deleted"),
};
