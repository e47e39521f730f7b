/* The attendance rule of a class in its editions. The first is what the course gave it; each later one says since when and why. */
#pragma once

#include "ff-attendance.h"
#include "ff-put.h"
#include "ff-rule-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *grace_minutes;
  const char *max_absence;  /* percent */
  const char *base;         /* sessions, minutes */
  const char *min_attended; /* percent; "": off */
} FfRuleDraft;

/* What the members say in place of those of @rule; NULL members leave theirs. */
gboolean ff_rule_editions_take (FfAttendanceRule *rule, const FfRuleDraft *draft, GError **error);

/* Makes the next edition, valid since today. @reason is required. The same rule is no new edition. */
FfPut ff_rule_editions_put (FfDb *db, gint64 run_id, const FfAttendanceRule *rule, const char *reason, GError **error);

/* What a class would be with another rule. */
typedef struct
{
  int planned_sessions;
  GPtrArray *disqualified; /* char *, the names of those who would be, and are not */
  GPtrArray *qualified;    /* char *, of those who would no longer be disqualified */
} FfRulePreview;

void ff_rule_preview_free (FfRulePreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRulePreview, ff_rule_preview_free)

FfRulePreview *ff_rule_editions_preview (FfDb *db, gint64 run_id, const FfAttendanceRule *rule, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
