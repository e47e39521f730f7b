#include "config.h"

#include "ff-improvement-page.h"

#include <glib/gi18n-lib.h>

#include "ff-improvement-pane.h"
#include "ff-projects.h"

/* Of a class -------------------------------------------------------------------------------------------------------- */

struct _FfImprovementPage
{
  FfRunTab parent_instance;

  FfImprovementPane *pane;
};

G_DEFINE_FINAL_TYPE (FfImprovementPage, ff_improvement_page, FF_TYPE_RUN_TAB)

/* The pane reads what it shows itself; of the class it needs to know only which one it is. */
static void
ff_improvement_page_update (FfRunTab *tab, FfClassFigures *figures)
{
}

static void
ff_improvement_page_resized (FfPage *page, int width)
{
  ff_improvement_pane_set_width (FF_IMPROVEMENT_PAGE (page)->pane, width);
}

static gboolean
ff_improvement_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FF_IMPROVEMENT_PAGE (widget)->pane));
}

static void
ff_improvement_page_constructed (GObject *object)
{
  FfImprovementPage *self = FF_IMPROVEMENT_PAGE (object);

  G_OBJECT_CLASS (ff_improvement_page_parent_class)->constructed (object);
  self->pane = ff_improvement_pane_fill (FF_PAGE (self), ff_owner_run (ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)))),
                                         "tab");
}

static void
ff_improvement_page_class_init (FfImprovementPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = ff_improvement_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = ff_improvement_page_grab_focus;
  FF_PAGE_CLASS (klass)->resized = ff_improvement_page_resized;
  FF_RUN_TAB_CLASS (klass)->update = ff_improvement_page_update;
}

static void
ff_improvement_page_init (FfImprovementPage *self)
{
}

/* Of a project ------------------------------------------------------------------------------------------------------ */

struct _FfProjectImprovementPage
{
  FfPage parent_instance;

  FfImprovementPane *pane;
};

G_DEFINE_FINAL_TYPE (FfProjectImprovementPage, ff_project_improvement_page, FF_TYPE_PAGE)

static void
ff_project_improvement_page_resized (FfPage *page, int width)
{
  ff_improvement_pane_set_width (FF_PROJECT_IMPROVEMENT_PAGE (page)->pane, width);
}

static void
ff_project_improvement_page_class_init (FfProjectImprovementPageClass *klass)
{
  FF_PAGE_CLASS (klass)->resized = ff_project_improvement_page_resized;
}

static void
ff_project_improvement_page_init (FfProjectImprovementPage *self)
{
}

FfPage *
ff_project_improvement_page_new (FfWorkspace *workspace, gint64 project_id)
{
  FfProjectImprovementPage *self = g_object_new (FF_TYPE_PROJECT_IMPROVEMENT_PAGE, "workspace", workspace, NULL);
  g_autoptr (FfProject) project = ff_projects_read (ff_workspace_get_reader (workspace), project_id, NULL);

  self->pane = ff_improvement_pane_fill (FF_PAGE (self), ff_owner_project (project_id), "page");
  ff_page_set_title (FF_PAGE (self), _("Improvement"));
  if (project != NULL)
    ff_page_set_subtitle (FF_PAGE (self), project->title);
  return FF_PAGE (self);
}
