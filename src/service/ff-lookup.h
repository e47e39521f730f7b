/* From the keys of a draft to ids. 0 with an error of the draft's member when there is none; private to the use cases. */
#pragma once

#include "ff-put.h"

G_BEGIN_DECLS

gint64 ff_lookup_project (FfDb *db, const char *code, GError **error);
gint64 ff_lookup_run (FfDb *db, const char *code, GError **error);
gint64 ff_lookup_session (FfDb *db, gint64 run_id, const char *key, const char *run_code, GError **error);
gint64 ff_lookup_trainee (FfDb *db, const char *employee_no, GError **error);
/* The enrolment of a trainee in a class, whatever its status. */
gint64 ff_lookup_enrolment (FfDb *db, gint64 run_id, const char *employee_no, const char *run_code, GError **error);

G_END_DECLS
