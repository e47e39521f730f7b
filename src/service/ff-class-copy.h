/* A class made after another one: its sessions with their agenda, its scheme, rule, goals and checklist, and its people if wanted. */
#pragma once

#include "ff-clashes.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 run_id;       /* of which */
  const char *code;    /* NULL or "": the next free one of its course */
  const char *title;   /* NULL or "": the same */
  FfDay starts_on;     /* where its first day comes to lie */
  gboolean any_day;    /* days off do not matter */
  gboolean people;     /* with those enrolled, their teams and leaders */
  gboolean provisional; /* its bookings */
} FfClassCopy;

/* FfSessionPlan that the copy would have. */
GPtrArray *ff_class_copy_plan (FfDb *db, const FfClassCopy *copy, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_class_copy_do (FfDb *db, const FfClassCopy *copy, gint64 *run_id, GError **error);

G_END_DECLS
