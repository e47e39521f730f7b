/* The demo organisation: invented, believable, dated relative to the present, in the language of the user. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* Fills @db: 6 courses, 9 classes past, running and planned, 240 trainees, 9 trainers, 5 venues, attendance and marks with gaps.
   The same @now and language give the same data. It is no step of undo: nobody wants to lose the whole demo by Ctrl+Z.
   FF_ERROR_EXISTS when @db holds a course or a trainee. */
gboolean ff_demo_fill (FfDb *db, FfMinute now, GError **error);

/* The class that a first look should open: its two days are today and yesterday. */
#define FF_DEMO_RUNNING_CLASS "CX-03"
/* A class whose four levels are over. */
#define FF_DEMO_FINISHED_CLASS "CX-01"

G_END_DECLS
