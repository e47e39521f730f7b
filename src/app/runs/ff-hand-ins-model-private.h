/* What the files of the hand-ins' model share: ff-hand-ins-model.c builds the columns and lays entries over the figures, -cells.c shows,
   -edit.c takes what is typed. */
#pragma once

#include "ff-hand-ins-model.h"

G_BEGIN_DECLS

enum
{
  FF_HAND_INS_COLUMN_NUMBER,
  FF_HAND_INS_COLUMN_TRAINEE,
  FF_HAND_INS_COLUMN_TEAM,
  FF_HAND_INS_N_FROZEN,
};

struct _FfHandInsModel
{
  FfClassModel parent_instance;
};

static inline FfClassFigures *
ff_hand_ins_model_figures (FfHandInsModel *self)
{
  return ff_class_model_get_figures (FF_CLASS_MODEL (self));
}

/* The index of the assignment of a column; −1: none. */
int ff_hand_ins_model_index (FfHandInsModel *self, int column);

/* ff-hand-ins-model-cells.c, ff-hand-ins-model-edit.c */
/* These answer the grid's questions of their files. */
void ff_hand_ins_model_init_cells (FfGridModelInterface *iface);
void ff_hand_ins_model_init_edit (FfGridModelInterface *iface);

G_END_DECLS
