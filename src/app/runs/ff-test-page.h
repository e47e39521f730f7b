/* The answers of a class in its tests, typed from the papers: one key for each choice, points for what was answered in words. */
#pragma once

#include "ff-grid-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_TEST_PAGE (ff_test_page_get_type ())
G_DECLARE_FINAL_TYPE (FfTestPage, ff_test_page, FF, TEST_PAGE, FfGridTab)

FfPage *ff_test_page_new (FfWorkspace *workspace, gint64 run_id);
/* Puts it on top of what the window of @parent shows. */
void ff_test_page_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);
/* Whether the class has a component that is a test. */
gboolean ff_test_page_applies (const FfClassFigures *figures);

G_END_DECLS
