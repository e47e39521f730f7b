/* What prepares a project or a class: who does what, what is handed out, what it costs. */
#pragma once

#include "ff-preparation-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* Of each kind: put with id 0 adds behind the others, list gives those of an owner in order, read says FF_ERROR_NOT_FOUND when it is gone,
   move counts from 0 among all of the same owner. */

typedef struct
{
  const char *role;   /* required of a new one: the lead, a group */
  const char *people; /* names separated by ; ； 、 or a line break */
  const char *duties;
} FfDutyDraft;

FfPut ff_duties_put (FfDb *db, FfOwner owner, gint64 duty_id, const FfDutyDraft *draft, gint64 *id, GError **error);
GPtrArray *ff_duties_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfDuty *ff_duties_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_duties_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_duties_move (FfDb *db, gint64 id, int position, GError **error);

typedef struct
{
  const char *title;  /* required of a new one */
  const char *needed; /* pieces; "": one for each trainee */
  const char *ready;
  const char *state; /* planned, ordered, ready, handed_out */
  const char *keeper; /* who sees to it */
  const char *note;
} FfMaterialDraft;

FfPut ff_materials_put (FfDb *db, gint64 run_id, gint64 material_id, const FfMaterialDraft *draft, gint64 *id, GError **error);
GPtrArray *ff_materials_list (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfMaterial *ff_materials_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_materials_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_materials_move (FfDb *db, gint64 id, int position, GError **error);
/* From planned to ordered to ready to handed out; what is handed out stays so. Whoever says that a material is ready says that there are
   as many as are needed. */
gboolean ff_materials_advance (FfDb *db, gint64 id, GError **error);
/* How many pieces a material needs, with one for each trainee when nobody said. */
int ff_material_get_needed (const FfMaterial *material);
/* The states in their order, NULL-terminated, and their names in the reader's language. */
extern const char *const ff_material_states[];
const char *ff_material_state_title (const char *state);

typedef struct
{
  const char *category; /* required of a new one */
  const char *title;
  const char *planned; /* money; "": not said */
  const char *actual;
  const char *approved_by;
  const char *approved_on; /* "": not approved */
  const char *note;
} FfBudgetDraft;

FfPut ff_budgets_put (FfDb *db, FfOwner owner, gint64 line_id, const FfBudgetDraft *draft, gint64 *id, GError **error);
GPtrArray *ff_budgets_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfBudgetLine *ff_budgets_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_budgets_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_budgets_move (FfDb *db, gint64 id, int position, GError **error);
/* char *: those that were used before and, behind them, the usual ones in the reader's language. */
GPtrArray *ff_budgets_list_categories (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
