/* A test paper: the items of a leaf whose source is a test, and what an answer to one is worth (RULES, 2). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_TEST_CHOICE, /* right when exactly the letters of the key were chosen */
  FF_TEST_SHORT,  /* a marker gives points */
} FfTestKind;

typedef struct
{
  gint64 id; /* of the row, 0: not stored */
  char *key;
  FfTestKind kind;
  char *title;
  GPtrArray *options; /* char *, A first; empty: they stand on the paper alone */
  char *answer;       /* of a choice: the letters that are right, in order; of a short one: a model answer or NULL */
  gint64 points;      /* hundredths */
} FfTestItem;

/* An array of FfTestItem that frees them. */
GPtrArray *ff_test_items_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* With the ids; NULL copies to NULL. */
GPtrArray *ff_test_items_copy (const GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
/* Appends to @items, which owns it. */
FfTestItem *ff_test_items_add (GPtrArray *items, const char *key, FfTestKind kind, const char *title, gint64 points);
FfTestItem *ff_test_items_find (const GPtrArray *items, const char *key);
const FfTestItem *ff_test_items_get (const GPtrArray *items, guint index);
gboolean ff_test_item_equal (const FfTestItem *a, const FfTestItem *b);
/* The points that can be reached; 0 for NULL. */
gint64 ff_test_items_sum (const GPtrArray *items);
/* Refuses duplicate or empty keys, empty titles, items without points, a choice without a key and a key that is no option. FF_ERROR_INVALID
   with a sentence. */
gboolean ff_test_items_validate (const GPtrArray *items, GError **error);

const char *ff_test_kind_to_key (FfTestKind kind);
gboolean ff_test_kind_from_key (const char *key, FfTestKind *kind);

/* "b", "B", "acd", "A, C", "134", "ＡＣ" → upper case, in order, each once; "-", "0", "无" → "". NULL for anything else. */
char *ff_test_letters_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* What somebody answered; what does not belong to the item's kind is not looked at. */
typedef struct
{
  const char *letters; /* NULL: not entered yet; "": nothing was chosen */
  gint64 score;        /* hundredths; -1: not entered yet */
} FfTestAnswer;

#define FF_TEST_ANSWER_NONE ((FfTestAnswer) { NULL, -1 })

/* Hundredths; -1 while it is not entered. A choice gives all of its points or none. */
gint64 ff_test_item_points (const FfTestItem *item, const FfTestAnswer *answer);
/* What was typed for an item: letters of a choice, points of a short one; "" takes the answer away. @letters is to be freed. FALSE with a
   sentence when the item has no such answer. */
gboolean ff_test_answer_parse (const FfTestItem *item, const char *text, char **letters, gint64 *score, GError **error);

typedef struct
{
  gint64 points;   /* hundredths, of the items that are entered */
  gint64 possible; /* of all items */
  guint missing;   /* items that are not entered; the paper is assessed once it is 0 */
} FfTestSum;

/* @answers in the order of @items. */
void ff_test_paper_sum (const GPtrArray *items, const FfTestAnswer *answers, FfTestSum *sum);

G_END_DECLS
