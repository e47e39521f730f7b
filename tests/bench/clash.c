/* Prints the nanoseconds that it takes to check one session among COUNT, the rest of them as densely spread over trainers, venues and
   classes whatever their number.  usage: clash COUNT */
#include "ff-schedule.h"

#include <stdio.h>
#include <stdlib.h>

#define CHECKS 2000
#define SESSIONS_OF_RUN 20
#define TRAINEES_OF_RUN 25
#define SESSIONS_OF_DAY 40

int
main (int argc, char **argv)
{
  gint64 n = argc > 1 ? atoll (argv[1]) : 10000, begin;
  g_autoptr (FfSchedule) schedule = ff_schedule_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gsize hits = 0;
  int group = FF_NO_GROUP;

  for (gint64 i = 0; i < 50; i++)
    ff_schedule_add_venue (schedule, i + 1, 24, 15, i % 2 == 0 ? "North" : "South");
  ff_schedule_set_travel_minutes (schedule, 30);
  for (gint64 i = 0; i < n; i++)
    {
      gint64 trainees[TRAINEES_OF_RUN], trainer = 1 + g_rand_int_range (random, 0, 100);
      FfMinute from = ff_day_start (i / SESSIONS_OF_DAY) + 60 * g_rand_int_range (random, 8, 16);

      for (int j = 0; i % SESSIONS_OF_RUN == 0 && j < TRAINEES_OF_RUN; j++)
        trainees[j] = 1 + g_rand_int_range (random, 0, (int) (n / 8));
      if (i % SESSIONS_OF_RUN == 0)
        group = ff_schedule_add_group (schedule, trainees, TRAINEES_OF_RUN);
      ff_schedule_add_booking (schedule, &(FfScheduleBooking) { .id = i + 1, .run_id = i / SESSIONS_OF_RUN, .from = from, .to = from + 120,
                                         .venue_id = 1 + g_rand_int_range (random, 0, 50), .trainers = &trainer, .n_trainers = 1, .group = group });
    }
  for (int round = 0; round < 2; round++) /* the first one sorts the indexes */
    {
      begin = g_get_monotonic_time ();
      for (gint64 i = 0; i < CHECKS; i++)
        {
          gint64 id = 1 + i * (n / CHECKS);
          g_autoptr (GArray) found = ff_schedule_check (schedule, &id, 1);

          hits += found->len;
        }
    }
  printf ("%.0f\n", 1000.0 * (double) (g_get_monotonic_time () - begin) / CHECKS);
  return hits > 0 ? 0 : 1;
}
