/* The words for what the journal keeps: tables, their columns, and how a value is read. Private to ff-history. */
#pragma once

#include "ff-db.h"
#include "ff-row-image.h"

G_BEGIN_DECLS

/* A table of the journal. */
typedef struct
{
  const char *name;
  const char *area;       /* the filter that it belongs to */
  const char *title;      /* msgid with the context "journal": what a row of it is */
  const char *subject[3]; /* columns that say which one it is, NULL-terminated unless full */
  gboolean by_value;      /* adding or removing a row is the change of a value, and is told so */
} FfHistoryTable;

typedef enum
{
  FF_FIELD_TEXT,
  FF_FIELD_NUMBER,
  FF_FIELD_HUNDREDTHS,
  FF_FIELD_TEN_THOUSANDTHS,
  FF_FIELD_PERCENT, /* in hundredths */
  FF_FIELD_CLOCK,   /* a date and time of which the day is known from elsewhere */
  FF_FIELD_YES_NO,
  FF_FIELD_WORD,
  FF_FIELD_REFERENCE,
  FF_FIELD_HIDDEN, /* kept for the program's own sake, or said by the subject */
} FfFieldKind;

typedef struct
{
  const char *table; /* NULL: of every table that says nothing else */
  const char *column;
  const char *title; /* msgid with the context "field" */
  FfFieldKind kind;
  const char *target; /* of a reference */
  gboolean plain;     /* can be put back by itself: nothing else depends on it */
} FfHistoryField;

/* NULL for one that is not known; a test sees to it that there is none. */
const FfHistoryTable *ff_history_find_table (const char *name);
/* @table NULL: what every table says of that column. */
const FfHistoryField *ff_history_find_field (const char *table, const char *column);
const char *ff_history_table_title (const FfHistoryTable *table);
const char *ff_history_field_title (const FfHistoryField *field);

/* A value that needs no other row to be understood, in the reader's language. */
char *ff_history_format (const FfHistoryField *field, const char *table, const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
