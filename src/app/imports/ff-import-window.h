/* A window in which a spreadsheet is looked at before it is imported: how it is read, what each column means, and what each row would do. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_IMPORT_WINDOW (ff_import_window_get_type ())
G_DECLARE_FINAL_TYPE (FfImportWindow, ff_import_window, FF, IMPORT_WINDOW, AdwWindow)

/* Opens over @parent with a file. @kind is a name of ff_import_kind_find (), or NULL to be guessed from the heading. The window owns itself;
   a file that cannot be read shows its reason in it. Signal: imported (const char *summary), after rows went in. */
FfImportWindow *ff_import_window_open (GtkWidget *parent, FfWorkspace *workspace, GFile *file, const char *kind);

/* The same for answers to a questionnaire of a class, which the file then need not name. A @scratch file goes away with the window. */
FfImportWindow *ff_import_window_open_answers (GtkWidget *parent, FfWorkspace *workspace, GFile *file, gboolean scratch, const char *run_code,
                                               const char *key);

G_END_DECLS
