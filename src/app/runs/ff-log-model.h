/* The logs of the seven-day plans of a class, as a grid: trainees down, the seven days across, and whether each reached its number. */
#pragma once

#include "ff-class-model.h"

G_BEGIN_DECLS

/* What is to be written for one cell. */
typedef struct
{
  gint64 commitment_id;
  int day;      /* from 0; −1: the first day is another */
  int cases;    /* FF_LOG_NONE: nothing */
  FfDay starts_on;
} FfLogEntry;

#define FF_TYPE_LOG_MODEL (ff_log_model_get_type ())
G_DECLARE_FINAL_TYPE (FfLogModel, ff_log_model, FF, LOG_MODEL, FfClassModel)

FfLogModel *ff_log_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The day (from 0) of a column; −1: none. */
int ff_log_model_get_day (FfLogModel *self, int column);

G_END_DECLS
