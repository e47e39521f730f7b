/* What a part of a program's run costs: milliseconds of wall time and of the processor, and the peak of memory. */
#pragma once

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct
{
  double wall;
  double cpu; /* of all threads */
  long kb;
} Cost;

static inline double
cost_wall (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static inline double
cost_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static inline long
cost_memory (const char *name)
{
  FILE *status = fopen ("/proc/self/status", "r");
  char line[256];
  long kb = 0;

  while (status != NULL && fgets (line, sizeof line, status) != NULL)
    if (strncmp (line, name, strlen (name)) == 0)
      sscanf (line + strlen (name), ": %ld", &kb);
  if (status != NULL)
    fclose (status);
  return kb;
}

/* Sets the peak of memory back to what is resident now, too. What became resident since @kb_at_start will not count. */
static inline void
cost_begin (Cost *cost, long kb_at_start)
{
  FILE *refs = fopen ("/proc/self/clear_refs", "w");

  if (refs != NULL)
    {
      fputs ("5", refs);
      fclose (refs);
    }
  *cost = (Cost) { cost_wall (), cost_cpu (), cost_memory ("VmRSS") - kb_at_start };
}

static inline void
cost_print (const Cost *begin)
{
  printf ("cost wall %.1f cpu %.1f kb %ld\n", cost_wall () - begin->wall, cost_cpu () - begin->cpu, cost_memory ("VmHWM") - begin->kb);
}
