/* A window that makes or changes sessions: a form at the left, at the right the sessions as they would be, with what they clash with,
   worked out anew while one types. Nothing is written before its button is pressed; then it is one step of undo. */
#pragma once

#include "ff-editor.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;   /* N_ () of the window */
  const char *label;   /* of the batch, N_ () */
  const char *confirm; /* of the button, N_ () */
  const char *done;    /* of the toast, N_ (); NULL: none */
  const FfEditorField *fields;
  gsize n_fields;

  /* On the main thread: what stands in the form at first, its choices, and what follows from a field that was filled, for fields that
     the person has left alone; as of an editor. The last may be NULL. */
  gboolean (*load) (FfDb *db, gint64 context, FfEditorValues *values, GError **error);
  GPtrArray *(*choices) (FfDb *db, gint64 context, const char *field, GError **error);
  void (*suggest) (FfDb *db, const char *field, const char *text, FfEditorValues *suggestions);
  /* Whether a field means anything with these values; NULL: each always does. */
  gboolean (*shows) (const char *field, FfEditorValues *values);
  /* On a reader's thread: FfSessionPlan of the sessions as they would be. A new one is told by its key. */
  GPtrArray *(*plan) (FfDb *db, gint64 context, FfEditorValues *values, GError **error);
  /* On the writer's thread. @id is what was made, or the class. */
  gboolean (*apply) (FfDb *db, gint64 context, FfEditorValues *values, gint64 *id, GError **error);
} FfPlanKind;

#define FF_TYPE_PLAN_WINDOW (ff_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (FfPlanWindow, ff_plan_window, FF, PLAN_WINDOW, AdwWindow)

/* Signal: done (gint64 id), after it was written. */

/* Opens over @parent. The window owns itself; NULL when what it is about is gone. */
FfPlanWindow *ff_plan_window_open (GtkWidget *parent, FfWorkspace *workspace, const FfPlanKind *kind, gint64 context);

G_END_DECLS
