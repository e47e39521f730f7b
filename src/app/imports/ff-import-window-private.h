/* What the files of the import window share: the window itself, the table of rows, and the choice of columns. */
#pragma once

#include "ff-import-rows.h"
#include "ff-import-window.h"

G_BEGIN_DECLS

struct _FfImportWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *confirm;
  GtkLabel *file_name;
  GtkDropDown *kind_choice;
  GtkWidget *encoding_box;
  GtkDropDown *encoding;
  GtkWidget *detected;
  GtkWidget *sheet_box;
  GtkDropDown *sheet;
  GtkBox *columns;
  GtkDropDown *show;
  GtkStack *stack;
  AdwStatusPage *complaint;
  GtkColumnView *view;
  GtkWidget *fix;
  GtkLabel *fix_reason;
  GtkEntry *fix_entry;
  GtkButton *save_rejects;
  GtkWidget *asked_box;
  GtkDropDown *asked;
  GtkWidget *again;
  GtkLabel *undo_note;
  GtkLabel *counts;
  GtkLabel *notes;
  GtkProgressBar *progress;

  FfWorkspace *workspace;
  char *path;
  const FfImportKind *kind;
  FfImport *import;       /* NULL: the file could not be read */
  FfImportResult *result; /* of the last dry run; NULL: none yet */
  GPtrArray *questionnaires; /* FfQuestionnaireRow, as in the choice of who was asked */
  char *class_code;          /* of answers whose file does not say it; NULL: not chosen */
  char *questionnaire;
  GPtrArray *targets;        /* FfImportTarget, of the columns that are matched by their heading */
  gboolean recalled;         /* columns are matched as somebody did it before */
  gboolean by_hand;          /* or does it now */
  gboolean take_again;
  gboolean scratch;          /* the file is only there to be read here */
  GCancellable *cancellable;
  guint fix_row;          /* of the rejected row that is being mended */
  int fix_column;
  gboolean working;
  gboolean setting;       /* the window itself sets its choices */
  gboolean gone;          /* closed while a run was under way */
};

/* A dry run of the import as it is matched now; what it would do is then shown. */
void ff_import_window_preview (FfImportWindow *self);

/* The table: made anew for each file, and filled after each dry run. */
void ff_import_window_build_table (FfImportWindow *self);
void ff_import_window_show_rows (FfImportWindow *self);
/* What each column means. */
void ff_import_window_show_columns (FfImportWindow *self);
/* Answers: which questionnaire they are to, and how their columns were matched before. */
void ff_import_window_prepare_answers (FfImportWindow *self);
void ff_import_window_bind_answers (GtkWidgetClass *widget_class);
/* The first row that was rejected, to be mended or skipped. */
void ff_import_window_show_fix (FfImportWindow *self);
void ff_import_window_bind_table (GtkWidgetClass *widget_class);

G_END_DECLS
