/* The tables duty, material and budget_line: who does what, what is handed out, and what it costs. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* Of each kind: list gives those of an owner in order, read NULL without an error when there is none, insert sets the id, and update
   leaves owner and position alone. */

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner; /* a project or a class */
  int position;
  char *role;
  char *people; /* names separated by "; "; NULL: nobody yet */
  char *duties;
} FfDuty;

void ff_duty_free (FfDuty *duty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfDuty, ff_duty_free)

GPtrArray *ff_duty_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfDuty *ff_duty_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_duty_store_insert (FfDb *db, FfDuty *duty, GError **error);
gboolean ff_duty_store_update (FfDb *db, const FfDuty *duty, GError **error);

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner; /* a class */
  int position;
  char *title;
  int needed;  /* -1: one for each trainee */
  int ready;
  char *state; /* planned, ordered, ready, handed_out */
  char *keeper; /* who sees to it */
  char *note;
  int trainees; /* enrolled in the class */
} FfMaterial;

void ff_material_free (FfMaterial *material);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfMaterial, ff_material_free)

GPtrArray *ff_material_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfMaterial *ff_material_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_material_store_insert (FfDb *db, FfMaterial *material, GError **error);
gboolean ff_material_store_update (FfDb *db, const FfMaterial *material, GError **error);

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner; /* a project or a class */
  int position;
  char *category;
  char *title;
  gint64 planned; /* hundredths of the currency; -1: not said */
  gint64 actual;
  char *approved_by;
  FfDay approved_on; /* FF_NO_DAY: not approved */
  char *note;
} FfBudgetLine;

void ff_budget_line_free (FfBudgetLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfBudgetLine, ff_budget_line_free)

GPtrArray *ff_budget_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfBudgetLine *ff_budget_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_budget_store_insert (FfDb *db, FfBudgetLine *line, GError **error);
gboolean ff_budget_store_update (FfDb *db, const FfBudgetLine *line, GError **error);
/* char *: the categories that any line has, by name. */
GPtrArray *ff_budget_store_list_categories (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
