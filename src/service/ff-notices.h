/* Notices and reminders of a class: what they tell, and what was sent when. Their words are made in exchange/ff-notice-text.h. */
#pragma once

#include "ff-class-figures.h"
#include "ff-notice-store.h"

G_BEGIN_DECLS

typedef enum
{
  FF_NOTICE_NOTICE,   /* when, where, who, what to bring */
  FF_NOTICE_REMINDER, /* who owes what */
} FfNoticeKind;

/* "notice", "reminder": the kind in the table and the key of the setting that holds its template. */
const char *ff_notice_kind_key (FfNoticeKind kind);

typedef struct
{
  FfClassFigures *figures;
  GHashTable *supervisors; /* trainee id (gint64 *) → name */
} FfNoticeFacts;

FfNoticeFacts *ff_notice_facts_read (FfDb *db, gint64 run_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_notice_facts_free (FfNoticeFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfNoticeFacts, ff_notice_facts_free)

/* Whether a register is still open: the session is over and this trainee's attendance is not recorded. */
gboolean ff_notice_facts_is_unrecorded (const FfNoticeFacts *facts, const FfClassTrainee *trainee, guint session);
/* Whether a mark is due by now and missing. */
gboolean ff_notice_facts_is_unmarked (const FfNoticeFacts *facts, const FfClassTrainee *trainee, guint component);

/* Notes that it was sent on @day to so many people. In the caller's batch. */
gboolean ff_notices_note (FfDb *db, gint64 run_id, FfNoticeKind kind, FfDay day, int people, GError **error);
/* FfNotice, the newest first. */
GPtrArray *ff_notices_list (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
