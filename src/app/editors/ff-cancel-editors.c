/* Cancelling a class asks for the reason first. What is cancelled is the context: there is nothing to edit afterwards. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-runs.h"

static const FfEditorField fields[] = {
  { "reason", N_("Reason"), FF_FIELD_TEXT, TRUE },
};

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

static FfPut
cancel_run (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  *new_id = run_id;
  return ff_runs_cancel (db, run_id, ff_editor_values_get (values, "reason"), error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

const FfEditorKind ff_run_cancel_editor = {
  .new_title = N_("Cancel the Class"),
  .edit_title = N_("Cancel the Class"),
  .new_label = N_("Cancel a class"),
  .edit_label = N_("Cancel a class"),
  .confirm_label = N_("_Cancel the Class"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = cancel_run,
  .load = load,
};
