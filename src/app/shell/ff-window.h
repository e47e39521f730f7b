/* One window on one database: sidebar, header bar, pages and their history. */
#pragma once

#include "ff-export-bar.h"
#include "ff-page.h"
#include "ff-time.h"

G_BEGIN_DECLS

#define FF_TYPE_WINDOW (ff_window_get_type ())
G_DECLARE_FINAL_TYPE (FfWindow, ff_window, FF, WINDOW, AdwApplicationWindow)

FfWindow *ff_window_new (GtkApplication *application);

/* Opens a database in the background and closes the one before; what goes wrong stands on a page. */
void ff_window_open (FfWindow *self, const char *path, gboolean create);
/* The page of the first start, without a database. */
void ff_window_show_start (FfWindow *self);
/* NULL while none is open. */
FfWorkspace *ff_window_get_workspace (FfWindow *self);

/* Puts a page on top of the one that is shown; Back takes it away and destroys it. Takes the floating reference. */
void ff_window_push (FfWindow *self, FfPage *page);
void ff_window_back (FfWindow *self);
/* "today", "calendar", "classes", "courses", "people", "questionnaires" */
void ff_window_show_section (FfWindow *self, const char *name);
/* The calendar at a day. */
void ff_window_show_calendar (FfWindow *self, FfDay day);
void ff_window_open_class (FfWindow *self, gint64 run_id, const char *tab, gint64 session_id);
void ff_window_open_course (FfWindow *self, gint64 course_id);
void ff_window_open_project (FfWindow *self, gint64 project_id);
/* @id as the library has it: below 0 for a built-in rubric. */
void ff_window_open_rubric (FfWindow *self, gint64 id);
/* Any questionnaire, whoever has it; below 0 a built-in one. */
void ff_window_open_questionnaire (FfWindow *self, gint64 id);
/* The number beside a section in the sidebar; 0 hides it. */
void ff_window_set_badge (FfWindow *self, const char *section, guint number);

/* A short word at the foot of the window. */
void ff_window_toast (FfWindow *self, const char *text);
/* The same with a button that undoes the command just made. */
void ff_window_toast_undo (FfWindow *self, const char *text);
/* The same with another button; @action is detailed. */
void ff_window_toast_action (FfWindow *self, const char *text, const char *button, const char *action);
/* Runs a command about one thing, whose id @work gets as a gint64, and says so with a way back. @label as of a batch. */
void ff_window_run (FfWindow *self, const char *label, FfWorkFunc work, gint64 id, const char *toast);
/* What a class hands out: a section for its menu. The actions behind it are "win.print-sign-in" ((xx): class, session or 0) and, with the
   class's id (x), "win.copy-notice", "win.copy-reminder", "win.export-roster" and "win.export-calendar" (0: all classes). */
GMenuModel *ff_window_make_outputs_menu (gint64 run_id) G_GNUC_WARN_UNUSED_RESULT;
/* How answers come in, a section for a menu: "win.type-forms", "win.paste-answers", "win.import-answers", "win.who-answered", each with the id
   (x) of a questionnaire that belongs to a class. */
GMenuModel *ff_window_make_answers_menu (gint64 questionnaire_id) G_GNUC_WARN_UNUSED_RESULT;
/* Asks where a file goes and writes it there, with progress and a way to stop. @file_name: what is proposed. */
void ff_window_export (FfWindow *self, const char *title, const char *file_name, const char *filter_title, const char *pattern,
                       FfExportFunc func, gpointer data, GDestroyNotify destroy);
/* A sentence that says what was refused and what to do. */
void ff_window_show_error (FfWindow *self, const GError *error);

/* The window that a widget is in. */
FfWindow *ff_window_of (gpointer widget);

G_END_DECLS
