/* What the overview of a class says about its figures, as plain values: no widgets, so that it can be tested. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

typedef struct
{
  int expected; /* trainees a session is for */
  int recorded;
  int attended;
} FfSessionFacts;

FfSessionFacts ff_run_facts_of_session (const FfClassFigures *figures, guint session);

typedef struct
{
  int held_cells;     /* trainee × held session, as far as it is recorded */
  int attended_cells;
  int disqualified;
  int marks_needed;   /* trainee × leaf with a share, exempted ones left out */
  int marks_given;
  int passed, failed, open; /* open: provisional */
  double mean_total;  /* of the final totals; −1: none */
} FfRunFacts;

FfRunFacts ff_run_facts (const FfClassFigures *figures);

typedef enum
{
  FF_OPEN_REGISTER, /* a held session is not completely recorded */
  FF_OPEN_MARKS,    /* a leaf has missing marks in a class that is over */
  FF_OPEN_RESULTS,  /* everything is assessed and not settled, or no longer what was settled */
  FF_OPEN_ABSENCE,  /* a trainee can miss no more, or is disqualified */
  FF_OPEN_PLACE,    /* a session to come has no venue */
  FF_OPEN_TRAINER,  /* or no trainer */
} FfOpenKind;

/* Something that waits for somebody. */
typedef struct
{
  FfOpenKind kind;
  gint64 session_id; /* of a register or a place */
  char *title;
  char *detail;
} FfOpenItem;

void ff_open_item_free (FfOpenItem *item);
/* FfOpenItem, the most urgent first. */
GPtrArray *ff_run_facts_list_open (const FfClassFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
