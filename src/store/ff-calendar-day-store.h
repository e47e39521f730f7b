/* The table calendar_day: days that differ from the week. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* 0: not stored */
  gint64 version;
  FfDay day;
  gboolean worked; /* a make-up day; else a day off */
  char *title;
} FfCalendarDay;

void ff_calendar_day_free (FfCalendarDay *day);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCalendarDay, ff_calendar_day_free)

/* FfCalendarDay in order of date; both ends are included, FF_NO_DAY leaves an end open. */
GPtrArray *ff_calendar_day_store_list (FfDb *db, FfDay from, FfDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_calendar_day_store_insert (FfDb *db, FfCalendarDay *day, GError **error);
gboolean ff_calendar_day_store_update (FfDb *db, const FfCalendarDay *day, GError **error);
gboolean ff_calendar_day_store_delete (FfDb *db, FfDay day, GError **error);

G_END_DECLS
