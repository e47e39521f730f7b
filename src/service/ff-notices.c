#include "config.h"

#include "ff-notices.h"

#include "ff-batch.h"
#include "ff-mark-dues.h"

const char *
ff_notice_kind_key (FfNoticeKind kind)
{
  return kind == FF_NOTICE_NOTICE ? "notice" : "reminder";
}

FfNoticeFacts *
ff_notice_facts_read (FfDb *db, gint64 run_id, FfMinute now, GError **error)
{
  g_autoptr (FfNoticeFacts) facts = g_new0 (FfNoticeFacts, 1);

  g_return_val_if_fail (db != NULL, NULL);

  facts->figures = ff_class_figures_read (db, run_id, now, error);
  if (facts->figures == NULL)
    return NULL;
  facts->supervisors = ff_notice_store_read_supervisors (db, run_id, error);
  return facts->supervisors != NULL ? g_steal_pointer (&facts) : NULL;
}

void
ff_notice_facts_free (FfNoticeFacts *facts)
{
  g_clear_pointer (&facts->figures, ff_class_figures_free);
  g_clear_pointer (&facts->supervisors, g_hash_table_unref);
  g_free (facts);
}

gboolean
ff_notice_facts_is_unrecorded (const FfNoticeFacts *facts, const FfClassTrainee *trainee, guint session)
{
  const FfSession *held = g_ptr_array_index (facts->figures->sessions, session);
  const FfAttendanceCell *cell = &trainee->cells[session];

  return cell->planned && !held->closed && held->ends_at <= facts->figures->now && cell->verdict.status == FF_ATTENDANCE_UNMARKED;
}

gboolean
ff_notice_facts_is_unmarked (const FfNoticeFacts *facts, const FfClassTrainee *trainee, guint component)
{
  const FfComponent *leaf = ff_scheme_get (facts->figures->scheme, component);

  return ff_mark_dues_is_asked (leaf) && ff_mark_dues_day (facts->figures, leaf) <= ff_time_day (facts->figures->now)
         && ff_mark_dues_is_missing (trainee, component);
}

gboolean
ff_notices_note (FfDb *db, gint64 run_id, FfNoticeKind kind, FfDay day, int people, GError **error)
{
  FfNotice notice = { .run_id = run_id, .kind = (char *) ff_notice_kind_key (kind), .sent_on = day, .people = people };

  g_return_val_if_fail (db != NULL && day != FF_NO_DAY, FALSE);

  return ff_notice_store_insert (db, &notice, error);
}

GPtrArray *
ff_notices_list (FfDb *db, gint64 run_id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_notice_store_list (db, run_id, error);
}
