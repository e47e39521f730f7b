/* The peak of this process's resident memory over a part of its run. */
#pragma once

#include <stdio.h>
#include <string.h>

static inline long
memory_status_kb (const char *name)
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

/* Sets the peak back to what is resident now, and returns that. */
static inline long
memory_peak_restart (void)
{
  FILE *refs = fopen ("/proc/self/clear_refs", "w");

  if (refs != NULL)
    {
      fputs ("5", refs);
      fclose (refs);
    }
  return memory_status_kb ("VmRSS");
}

static inline long
memory_peak_since (long before)
{
  return memory_status_kb ("VmHWM") - before;
}
