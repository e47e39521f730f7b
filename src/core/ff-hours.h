/* Class hours, credits and trainers' fees (RULES, 8). Hours, credits and money are integers in hundredths, so that a year adds up
   to what its months say. */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

/* A part of a session that its agenda names: a break, or time that one trainer gives. */
typedef struct
{
  FfMinute from;
  FfMinute to;
  gboolean is_break;
  gint64 trainer_id; /* 0: whoever the session names */
} FfHoursSlot;

/* @minutes in class hours of @class_hour (45, 50, 60) minutes, down to the half hour: a multiple of 50. */
gint64 ff_hours_of_minutes (gint64 minutes, int class_hour);

/* Minutes of the session [@from, @to) that are no break. Slots may overlap each other and reach over the session's ends. */
gint64 ff_hours_session_minutes (FfMinute from, FfMinute to, const FfHoursSlot *slots, gsize n);
/* Minutes of it that @trainer_id gives: the slots that name the trainer, and, when the session itself does (@leads), what neither a
   break nor another trainer's slot takes. Time that two trainers give together counts for each. */
gint64 ff_hours_taught_minutes (FfMinute from, FfMinute to, const FfHoursSlot *slots, gsize n, gint64 trainer_id, gboolean leads);

/* What @hours cost at the @rate of a class hour, rounded half up to the hundredth. */
gint64 ff_hours_fee (gint64 hours, gint64 rate);

/* One session of a trainee. */
typedef struct
{
  FfDay day;
  gint64 hours;      /* the session's */
  gboolean attended; /* late and left early too, and made up */
  gboolean passed;   /* its class */
} FfHoursTaken;

/* The hours that a trainee is credited with: those of attended sessions, with @when_passed only of passed classes. @year 0: of all. */
gint64 ff_hours_credited (const FfHoursTaken *sessions, gsize n, gboolean when_passed, int year);
/* Credits of @hours at @credit_hours a credit, rounded half up to the hundredth; 0 when a credit has no hours. */
gint64 ff_hours_credits (gint64 hours, gint64 credit_hours);
/* What is missing of a year's requirement (-1: there is none); never below 0. */
gint64 ff_hours_missing (gint64 hours, gint64 required);

G_END_DECLS
