/* A test paper as text, as one types it or finds it in a document:

     1. (2) Which words open a call?
     A. "What?"   B. A greeting and the name
     Answer: B
     2.（5分）写出闭环五步。
     答案：……

   A line with a number begins an item; lines with a letter are its options, several may share a line; “Answer”, “Key”, 答案 name the key,
   which may also stand in brackets at the end of the question（ B ）. Points stand in brackets with the question or on a line of their own.
   Items with options or a key of letters are choices, the others are answered in words. */
#pragma once

#include "ff-test-paper.h"

G_BEGIN_DECLS

/* Never fails: what cannot be right is for ff_test_items_validate () to say. An item without points gives @points (hundredths). */
GPtrArray *ff_test_text_parse (const char *text, gint64 points) G_GNUC_WARN_UNUSED_RESULT;
/* What ff_test_text_parse () reads again as the same items. */
char *ff_test_text_format (const GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
