/* Days off and make-up working days out of an iCalendar file (RFC 5545), ours or anybody's. Each whole-day event is a holiday, its last
   day excluded as the standard has it; one whose title has 班, or says working day, is a make-up working day (RULES, 7). */
#pragma once

#include "ff-days.h"

G_BEGIN_DECLS

typedef struct
{
  FfDay day;
  gboolean worked;
  char *title; /* NULL: none */
} FfHoliday;

typedef struct
{
  guint event;          /* from 1, in the order of the file */
  const char *property; /* "DTSTART"; static */
  char *reason;         /* a sentence */
} FfHolidayReject;

typedef struct
{
  GPtrArray *days;    /* FfHoliday, in order of date, each day once */
  GPtrArray *rejects; /* FfHolidayReject */
} FfHolidays;

/* FF_ERROR_INVALID for what is no calendar. */
FfHolidays *ff_holidays_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of text in memory; @text ends with a zero byte. */
FfHolidays *ff_holidays_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_holidays_free (FfHolidays *holidays);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfHolidays, ff_holidays_free)

typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_same;
} FfHolidayCounts;

/* Puts them in the caller's batch. @counts may be NULL. */
gboolean ff_holidays_put (FfDb *db, const FfHolidays *holidays, FfHolidayCounts *counts, GError **error);

G_END_DECLS
