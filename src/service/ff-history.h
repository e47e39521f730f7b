/* What was changed, by whom and when, in words: the history of some rows, of a class, or of everything, read from the newest change
   backwards; and the way back to one value. */
#pragma once

#include "ff-journal-reader.h"
#include "ff-put.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CHANGE_VALUE,
  FF_CHANGE_ADDED,   /* the thing as a whole */
  FF_CHANGE_REMOVED,
} FfChangeKind;

/* One field of one row. */
typedef struct
{
  gint64 line; /* of the journal: with @column what ff_history_restore () takes */
  gint64 batch_id;
  FfMinute at; /* local */
  char *actor;
  char *label;    /* of the command */
  gboolean undone;
  char *undone_by; /* NULL: it stands */
  FfChangeKind kind;
  const char *table;  /* interned */
  const char *column; /* interned; NULL: the row as a whole */
  gint64 row_id;
  gint64 trainee_id; /* whom it is about, 0: nobody in particular */
  char *person;      /* NULL: nobody */
  char *thing;       /* what a row of this table is: "Mark" */
  char *subject;     /* which one: "S2 · Opening"; "": there is nothing to say */
  char *field;       /* NULL: the row as a whole */
  char *before;      /* NULL: nothing stood there */
  char *after;
  gboolean restorable;
} FfChange;

void ff_change_free (FfChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfChange, ff_change_free)

/* What a person chose to see. Members that are 0 or NULL limit nothing. */
typedef struct
{
  GArray *trainee_ids; /* gint64; NULL or empty: everybody, and what is about nobody */
  const char *area;    /* a key of ff_history_areas () */
  FfDay from;          /* FF_NO_DAY: from the beginning */
  FfDay until;         /* this day too; FF_NO_DAY: until now */
  const char *search; /* as typed: part of a name, a field, a value, a command or of who did it */
} FfHistoryFilter;

#define FF_HISTORY_FILTER_NONE ((FfHistoryFilter) { NULL, NULL, FF_NO_DAY, FF_NO_DAY, NULL })

typedef struct
{
  const char *key;
  const char *title; /* translated */
  gboolean of_class; /* a class has such changes */
} FfHistoryArea;
/* In the order of a menu. */
const FfHistoryArea *ff_history_areas (gsize *n);

typedef struct _FfHistory FfHistory;

/* @run_id 0: of the whole database. */
FfHistory *ff_history_new (gint64 run_id, const FfHistoryFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
FfHistory *ff_history_new_for_rows (const char *table, GArray *row_ids) G_GNUC_WARN_UNUSED_RESULT;
/* Also of rows that were removed meanwhile: { "enrolment_id", … }, { "component_id", … } of "mark". */
FfHistory *ff_history_new_for_keys (const char *table, const FfRowKey *keys, gsize n) G_GNUC_WARN_UNUSED_RESULT;
void ff_history_free (FfHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfHistory, ff_history_free)

/* Appends about @limit further changes (FfChange) to @changes, newest first; fewer when a great part of the journal has nothing that
   is asked for: ask again until ff_history_is_done (). FF_ERROR_CONFLICT when something was written since the first reading. */
gboolean ff_history_read (FfHistory *self, FfDb *db, guint limit, GPtrArray *changes, GError **error);
gboolean ff_history_is_done (FfHistory *self);

/* All changes of some rows, newest first. */
GPtrArray *ff_history_of_rows (FfDb *db, const char *table, GArray *row_ids, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a field again what it was before a line of the journal. Refuses when what it belonged to is gone, when the class is settled, and
   when a rule of today forbids that value. */
FfPut ff_history_restore (FfDb *db, gint64 line, const char *column, GError **error);
/* "Restore the mark of 张三": what the step of undo is called. */
char *ff_history_restore_label (const FfChange *change) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
