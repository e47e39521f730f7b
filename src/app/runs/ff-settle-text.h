/* The settling of a class in words. No widgets. */
#pragma once

#include "ff-settling.h"

G_BEGIN_DECLS

/* How the award came about: the share, the number ranked, the rounding, and who is in by a tie. */
char *ff_settle_text_award (const FfClassFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* "Settled on 22 September 2026, 13:52, by Lin". The figures must be settled. */
char *ff_settle_text_settled (const FfClassFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* That what is settled is not what would be computed now; NULL when it is. */
char *ff_settle_text_differing (const FfClassFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* Sentences about what is still open and does not stand in the way: sessions to come, registers. Never NULL. */
GPtrArray *ff_settle_text_warnings (const FfClassFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  guint in_the_way;   /* provisional, and neither disqualified nor settled */
  guint left_out;     /* of a settled class */
  guint passed, failed, disqualified; /* failed: not by disqualification */
  guint awarded;
} FfSettleCount;

FfSettleCount ff_settle_text_count (const FfClassFigures *figures);

G_END_DECLS
