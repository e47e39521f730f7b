/* What a component of a scheme is to the evaluation: the learning mark of level 2, which one component is, or a pre-test of another
   one, outside the total. */
#pragma once

#include "ff-courses.h"
#include "ff-owner.h"

G_BEGIN_DECLS

#define FF_LEARNING_LEVEL 2

/* @level "0" to "4", 0 none; @pretest_of a key, "" none; NULL leaves what is there alone, as "" does for @level. A component that
   becomes the learning mark takes that from the one that was. Wants ff_scheme_update () before. */
gboolean ff_scheme_take_measure (FfScheme *scheme, FfComponent *component, const char *level, const char *pretest_of, GError **error);
/* The same for a component that is stored, in the scheme of a course or in the copy of a class. */
FfPut ff_scheme_put_measure (FfDb *db, FfOwner owner, gint64 component_id, const char *level, const char *pretest_of, GError **error);

/* The scheme of a course or a class. */
FfScheme *ff_scheme_read_of (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* "Pre-test of Written"; NULL of what is none. */
char *ff_scheme_describe_pretest (const FfScheme *scheme, const FfComponent *component) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
