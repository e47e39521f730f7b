/* Clashes as the window says them: a title, who takes what, and the common time. All results are new strings. */
#pragma once

#include "ff-clashes.h"

G_BEGIN_DECLS

/* One clash, or several trainees who clash between the same two sessions: nobody reads a line for each of them. */
typedef struct
{
  GPtrArray *clashes; /* FfClash, borrowed; at least one */
} FfClashNote;

void ff_clash_note_free (FfClashNote *note);

/* FfClashNote of @clashes in their order; those that somebody accepted only when @accepted. */
GPtrArray *ff_clash_notes_new (GPtrArray *clashes, gboolean accepted) G_GNUC_WARN_UNUSED_RESULT;
const FfClash *ff_clash_note_first (const FfClashNote *note);
gboolean ff_clash_note_involves (const FfClashNote *note, gint64 session_id);

/* "Clash: venue" */
const char *ff_clash_note_title (const FfClashNote *note);
/* "Room 302 is taken by CX-2026-03 · S2", seen from the session @session_id (0: from one that is not stored, else the first side). */
char *ff_clash_note_sentence (const FfClashNote *note, gint64 session_id) G_GNUC_WARN_UNUSED_RESULT;
/* "Overlap Wed 23 Sep 14:30–15:30 (60 min)", and whether a side is provisional. */
char *ff_clash_note_overlap (const FfClashNote *note) G_GNUC_WARN_UNUSED_RESULT;
/* "Accepted because …, Lin on 22 September 2026" */
char *ff_clash_note_acceptance (const FfClashNote *note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
