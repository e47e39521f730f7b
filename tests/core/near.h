/* Comparing figures that may be undefined. */
#pragma once

#include <glib.h>
#include <math.h>

#define UNDEFINED ((double) NAN)

/* Both are undefined, or neither is and they lie no farther apart than @tolerance, which may be 0. */
static inline void
ff_assert_near (const char *file, int line, const char *value_text, double value, double expected, double tolerance)
{
  if (isnan (value) ? isnan (expected) : fabs (value - expected) <= tolerance)
    return;
  g_error ("%s:%d: %s is %.15g, not %.15g ± %g", file, line, value_text, value, expected, tolerance);
}

#define assert_near(value, expected, tolerance) ff_assert_near (__FILE__, __LINE__, #value, (value), (expected), (tolerance))
