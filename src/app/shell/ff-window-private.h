/* What the files of FfWindow share. */
#pragma once

#include "ff-export-bar.h"
#include "ff-window.h"

G_BEGIN_DECLS

/* What a database is opened for. */
typedef enum
{
  FF_OPEN_PLAIN,
  FF_OPEN_DEMO,   /* filled with the demo organisation if it is empty */
  FF_OPEN_IMPORT, /* followed by the choice of a file of trainees */
} FfOpenPurpose;

struct _FfWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast *toast; /* the last one, while it is shown */
  GtkStack *states;
  GtkSpinner *spinner;
  GtkMenuButton *start_menu_button;
  AdwStatusPage *failure_page;

  GtkRevealer *sidebar_revealer;
  GtkMenuButton *main_menu_button;
  GtkListBox *sections;
  GtkLabel *database_label;
  GtkImage *saved_icon;
  GtkLabel *saved_label;

  AdwHeaderBar *header;
  AdwWindowTitle *page_title;
  GtkWidget *controls; /* of the current page, packed into the header bar */
  GtkWidget *sidebar_button;
  GtkWidget *back_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *page_menu_button;
  GtkWidget *primary_button;
  GtkImage *primary_icon;
  GtkLabel *primary_label;
  GtkWidget *search_button;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *pages;
  FfExportBar *export_bar;

  char *path; /* of the database that is open, or was asked for last */
  gboolean create;
  FfOpenPurpose purpose;
  FfWorkspace *workspace;
  FfPage *current;
  GPtrArray *history;         /* FfPage: a section's page, then what was put on top of it; the last one is current */
  GSignalGroup *page_signals; /* of the current page */
  GSignalGroup *visible_signals; /* of its innermost subpage */
  guint search_delay;
  gboolean narrow;
  guint narrow_idle;
};

/* ff-window.c */
void ff_window_open_for (FfWindow *self, const char *path, gboolean create, FfOpenPurpose purpose);

/* Beside the person's own database and apart from it. */
char *ff_window_dup_demo_path (void) G_GNUC_WARN_UNUSED_RESULT;

/* ff-window-outputs.c */
void ff_window_class_add_outputs (GtkWidgetClass *widget_class);

/* ff-window-answers.c */
void ff_window_class_add_answers (GtkWidgetClass *widget_class);

/* ff-window-import.c */
void ff_window_import (FfWindow *self, GFile *file);
void ff_window_choose_import (FfWindow *self);
void ff_window_init_drop (FfWindow *self);

/* ff-window-navigation.c */
void ff_window_init_sections (FfWindow *self);
void ff_window_forget_pages (FfWindow *self);
void ff_window_update_header (FfWindow *self);
void ff_window_select_section_row (FfWindow *self);

/* ff-window-actions.c */
void ff_window_class_add_actions (GtkWidgetClass *widget_class);
void ff_window_init_actions (FfWindow *self);
void ff_window_update_actions (FfWindow *self);

G_END_DECLS
