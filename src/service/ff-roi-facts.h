/* Use cases about what the results of a class or a project are worth. Nothing is claimed of which the facts are not all known. */
#pragma once

#include "ff-put.h"
#include "ff-roi-store.h"
#include "ff-roi.h"

G_BEGIN_DECLS

typedef struct
{
  const char *benefit;      /* an amount of money; this and the others: "" is not known */
  const char *months;       /* that the benefit is of, from 1 on */
  const char *cost;         /* "": what the budget lines add up to */
  const char *isolation;    /* percent of the benefit that the training did */
  const char *isolation_by; /* how that is known */
  const char *confidence;   /* percent */
  const char *note;
} FfRoiDraft;

/* An owner of whom nothing is known any more keeps no row. */
FfPut ff_roi_facts_put (FfDb *db, FfOwner owner, const FfRoiDraft *draft, GError **error);
/* The same, of what is not stored yet. FALSE with an error of the draft's member when it is refused. */
gboolean ff_roi_facts_take (FfRoiFacts *facts, const FfRoiDraft *draft, gboolean *changed, GError **error);
/* Of an owner of whom nothing is stored everything is unknown. */
FfRoiFacts *ff_roi_facts_read (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the facts rest on besides themselves. */
typedef struct
{
  gboolean has_baseline; /* a metric of the owner has one */
  gint64 budget;         /* what the budget lines say was spent, hundredths; -1: nothing */
} FfRoiGround;

/* Of a project with the budgets of its classes. */
gboolean ff_roi_ground_read (FfDb *db, FfOwner owner, FfRoiGround *ground, GError **error);
/* What the arithmetic works with; money in whole units of the currency. */
void ff_roi_facts_to_input (const FfRoiFacts *facts, const FfRoiGround *ground, FfRoiInput *input);

G_END_DECLS
