/* What a command on several cells would do, before it does it: each cell with what stands there and what would come, and why not. */
#pragma once

#include "ff-grid-model.h"

G_BEGIN_DECLS

typedef enum
{
  FF_GRID_DRAFT_CHANGES,
  FF_GRID_DRAFT_SAME,    /* that is there already */
  FF_GRID_DRAFT_REFUSED, /* for a reason */
  FF_GRID_DRAFT_LOCKED,  /* the cell cannot be edited */
  FF_GRID_DRAFT_N_STATES
} FfGridDraftState;

#define FF_TYPE_GRID_DRAFT_CELL (ff_grid_draft_cell_get_type ())
G_DECLARE_FINAL_TYPE (FfGridDraftCell, ff_grid_draft_cell, FF, GRID_DRAFT_CELL, GObject)

struct _FfGridDraftCell
{
  GObject parent_instance;

  int row;
  int column;
  FfGridDraftState state;
  char *before; /* as one would edit it */
  char *after;
  char *text;   /* as it came */
  char *reason; /* of a refusal */
};

typedef struct _FfGridDraft FfGridDraft;

FfGridDraft *ff_grid_draft_new (FfGridModel *model) G_GNUC_WARN_UNUSED_RESULT;
void ff_grid_draft_free (FfGridDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfGridDraft, ff_grid_draft_free)

FfGridModel *ff_grid_draft_get_model (FfGridDraft *self);
/* The place must exist. */
void ff_grid_draft_add (FfGridDraft *self, int row, int column, const char *text);
guint ff_grid_draft_count (FfGridDraft *self, FfGridDraftState state);
/* The nth one of a state. */
FfGridDraftCell *ff_grid_draft_get (FfGridDraft *self, FfGridDraftState state, guint nth);
/* The first refusal with its place as a sentence, NULL: none. */
char *ff_grid_draft_describe_refusal (FfGridDraft *self) G_GNUC_WARN_UNUSED_RESULT;
/* Applies what changes, as one step of undo; nothing if nothing does. */
void ff_grid_draft_apply (FfGridDraft *self, FfGridCommand command);

G_END_DECLS
