/* The table attendance_rule: of a course, or the copy that a class keeps. One of the two owners is 0. */
#pragma once

#include "ff-attendance.h"
#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* @id is 0 and @rule the default when the owner has none of its own. */
gboolean ff_rule_store_read (FfDb *db, gint64 course_id, gint64 run_id, FfAttendanceRule *rule, gint64 *id, GError **error);
gboolean ff_rule_store_insert (FfDb *db, gint64 course_id, gint64 run_id, const FfAttendanceRule *rule, GError **error);
gboolean ff_rule_store_update (FfDb *db, gint64 id, const FfAttendanceRule *rule, GError **error);

/* The rule of a class as it stands now. */
typedef struct
{
  FfAttendanceRule rule;
  gint64 id;     /* 0: the class has none of its own */
  int number;    /* from 1 */
  FfDay since;   /* FF_NO_DAY: from the beginning */
  char *reason;  /* NULL of the first */
} FfRuleEdition;

#define FF_RULE_EDITION_INIT { .rule = { 15, 2000, FF_BASE_SESSIONS, -1 }, .number = 1, .since = FF_NO_DAY }

void ff_rule_edition_clear (FfRuleEdition *edition);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfRuleEdition, ff_rule_edition_clear)

/* @edition was initialised. */
gboolean ff_rule_store_read_edition (FfDb *db, gint64 run_id, FfRuleEdition *edition, GError **error);
/* Inserts one with id 0, and updates one with an id. */
gboolean ff_rule_store_write_edition (FfDb *db, gint64 run_id, FfRuleEdition *edition, GError **error);

G_END_DECLS
