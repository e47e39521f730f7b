/* Use cases about the equipment that a session needs. */
#pragma once

#include "ff-put.h"

G_BEGIN_DECLS

/* "Projector × 2; Recorder"; "" when it needs none. */
char *ff_session_equipment_describe (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same as people write it, with x or * too. NULL leaves it alone; equipment that is not known is refused. The error's field is
   "equipment". */
FfPut ff_session_equipment_put (FfDb *db, gint64 session_id, const char *text, GError **error);

G_END_DECLS
