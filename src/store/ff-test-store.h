/* The tables test_item and test_answer: the papers of leaves whose source is a test, and what each trainee answered. */
#pragma once

#include "ff-db.h"
#include "ff-test-paper.h"

G_BEGIN_DECLS

/* FfTestItem of a component in their order. */
GPtrArray *ff_test_item_store_list (FfDb *db, gint64 component_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @position counts from 1. Insert sets the id; update leaves the key. */
gboolean ff_test_item_store_insert (FfDb *db, gint64 component_id, int position, FfTestItem *item, GError **error);
gboolean ff_test_item_store_update (FfDb *db, int position, const FfTestItem *item, GError **error);
gboolean ff_test_item_store_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_test_item_store_delete_all (FfDb *db, gint64 component_id, GError **error);
/* The component that an item belongs to; 0 if there is no such item, -1 on error. */
gint64 ff_test_item_store_find_component (FfDb *db, gint64 id, GError **error);

typedef struct
{
  gint64 id; /* 0: not stored */
  gint64 enrolment_id;
  gint64 item_id;
  int attempt;
  const char *letters; /* NULL: not entered */
  gint64 score;        /* hundredths; -1: not entered */
} FfTestAnswerRow;

/* How many answers an item (@item_id 0: a component's paper) has; -1 on error. */
int ff_test_answer_store_count (FfDb *db, gint64 component_id, gint64 item_id, GError **error);
/* The highest points that an item was given, 0: none; -1 on error. */
gint64 ff_test_answer_store_highest (FfDb *db, gint64 item_id, GError **error);
/* Fills id, letters and score of the stored answer of this enrolment, item and attempt; id 0: none. @letters is to be freed. */
gboolean ff_test_answer_store_find (FfDb *db, FfTestAnswerRow *row, char **letters, GError **error);
/* Inserts a row with id 0; updates one with an id, and deletes it when nothing is entered. */
gboolean ff_test_answer_store_write (FfDb *db, const FfTestAnswerRow *row, GError **error);
/* Of a class, in the order of enrolments, attempts and items. @row and its text are good during the call. */
typedef void (*FfTestAnswerFunc) (const FfTestAnswerRow *row, gint64 component_id, gpointer user_data);
gboolean ff_test_answer_store_foreach_of_run (FfDb *db, gint64 run_id, FfTestAnswerFunc func, gpointer user_data, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_test_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
