/* Use cases of test papers: the items of a leaf whose source is a test, and what trainees answered. Its mark follows from them (RULES, 2). */
#pragma once

#include "ff-put.h"
#include "ff-scheme.h"
#include "ff-test-paper.h"

G_BEGIN_DECLS

/* FfTestItem of a component of a course or of a class; empty when it has no paper. FF_ERROR_NOT_FOUND when it is gone. */
GPtrArray *ff_test_papers_read (FfDb *db, gint64 component_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts @items in place of those that the component has, which becomes a test. Items keep their answers by their numbers. */
FfPut ff_test_papers_put (FfDb *db, gint64 component_id, GPtrArray *items, GError **error);

/* What a trainee answered, as it was typed: letters of a choice, points of a short answer; "" takes it away. */
FfPut ff_test_papers_answer (FfDb *db, gint64 enrolment_id, gint64 item_id, int attempt, const char *text, GError **error);

G_END_DECLS
