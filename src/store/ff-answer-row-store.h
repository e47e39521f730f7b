/* All answers to a questionnaire, form by form and with nothing kept: what its figures are computed from in one pass. */
#pragma once

#include "ff-db.h"
#include "ff-response.h"

G_BEGIN_DECLS

/* A form. */
typedef struct
{
  gint64 id;
  gint64 trainee_id; /* 0: no name */
  FfRaterRole role;
  int wave;
  gboolean invalid;  /* somebody said so */
} FfAnswerForm;

/* One answer of a form. */
typedef struct
{
  gint64 question_id; /* 0: the form is blank */
  FfAnswerPart part;
  gint64 value;       /* -1: none */
  const char *text;   /* NULL: none; until the function returns */
} FfAnswerRow;

/* The answers of a form come one after the other. */
typedef void (*FfAnswerRowFunc) (const FfAnswerForm *form, const FfAnswerRow *row, gpointer user_data);
/* With names and without, invalid forms too. */
gboolean ff_answer_row_store_foreach (FfDb *db, gint64 questionnaire_id, FfAnswerRowFunc func, gpointer user_data, GError **error);

G_END_DECLS
