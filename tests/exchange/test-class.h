/* Classes made up at random and computed by the core, for tests of what is exported. */
#pragma once

#include "ff-class-figures.h"

/* The same seed makes the same class. */
FfClassFigures *test_class_new (guint32 seed, guint n_trainees) G_GNUC_WARN_UNUSED_RESULT;
void test_class_free (FfClassFigures *figures);
