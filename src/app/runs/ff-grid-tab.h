/* A tab of the class page that is a grid over an FfClassModel: what is entered goes to the writer and back, and while there is nothing to
   show, a page says what to do. The register and the marks derive from it. */
#pragma once

#include "ff-class-model.h"
#include "ff-grid.h"
#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_GRID_TAB (ff_grid_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (FfGridTab, ff_grid_tab, FF, GRID_TAB, FfRunTab)

struct _FfGridTabClass
{
  FfRunTabClass parent_class;

  /* Writes one entry of the model, on the writer's thread, inside the command's batch. */
  gboolean (*write_entry) (FfDb *db, gconstpointer entry, GError **error);
  /* Whether there is no grid to show; then what the page says in its place, in the reader's language. */
  gboolean (*is_empty) (const FfClassFigures *figures, const char **title, const char **description);
  /* The figures are others than before; the model has them already. Also while the tab is hidden. */
  void (*figures_changed) (FfGridTab *self, FfClassFigures *figures);
  /* The tab is on the screen for the first time. */
  void (*begin) (FfGridTab *self, FfClassFigures *figures);
  /* Optional: entries were not written, and are gone from the grid. TRUE when the person was told. */
  gboolean (*refused) (FfGridTab *self, const GError *error);
};

/* Once, from a subclass's init after its template is there. @stack has the pages "empty", which is @empty, and "grid". */
void ff_grid_tab_set_up (FfGridTab *self, FfClassModel *model, FfGrid *grid, GtkStack *stack, AdwStatusPage *empty);

FfClassModel *ff_grid_tab_get_model (FfGridTab *self);
FfGrid *ff_grid_tab_get_grid (FfGridTab *self);
/* NULL until they are known. */
FfClassFigures *ff_grid_tab_get_figures (FfGridTab *self);
/* A short word at the foot of the window. */
void ff_grid_tab_toast (FfGridTab *self, const char *text);
/* Of one of the page's own actions. */
void ff_grid_tab_set_enabled (FfGridTab *self, const char *action, gboolean enabled);

G_END_DECLS
