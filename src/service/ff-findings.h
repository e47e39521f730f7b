/* What the need for training of a project, a class or a course is known from: facts, pain points, needs, gaps. */
#pragma once

#include "ff-finding-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;          /* background, pain_point, need, gap; required of a new one */
  const char *layer;         /* a key or a title; "": all */
  const char *text;          /* required of a new one */
  const char *source;
  const char *share;         /* percent of those asked: "38", "38.5%" */
  const char *syllabus_item; /* the id of the module that answers it, in digits; "": none */
} FfFindingDraft;

/* @finding_id 0 adds behind the others. @id may be NULL. */
FfPut ff_findings_put (FfDb *db, FfOwner owner, gint64 finding_id, const FfFindingDraft *draft, gint64 *id, GError **error);
/* FfFinding in order. */
GPtrArray *ff_findings_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone. */
FfFinding *ff_findings_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_findings_delete (FfDb *db, gint64 id, GError **error);
/* @position from 0, among all of the same owner. */
gboolean ff_findings_move (FfDb *db, gint64 id, int position, GError **error);
/* Appends what @from has to what @to has. */
gboolean ff_findings_copy (FfDb *db, FfOwner from, FfOwner to, GError **error);

/* The kinds in the order in which they are shown, NULL-terminated, and their names in the reader's language. */
extern const char *const ff_finding_kinds[];
const char *ff_finding_kind_title (const char *kind);

G_END_DECLS
