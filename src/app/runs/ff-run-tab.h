/* A tab of the class page: an FfPage with the class that all tabs share. Overview, roster, attendance and scores derive from it. */
#pragma once

#include "ff-page.h"
#include "ff-run-context.h"

G_BEGIN_DECLS

#define FF_TYPE_RUN_TAB (ff_run_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (FfRunTab, ff_run_tab, FF, RUN_TAB, FfPage)

struct _FfRunTabClass
{
  FfPageClass parent_class;

  /* The figures were read, for the first time or again; called for a tab on the screen, or when it next steps there. */
  void (*update) (FfRunTab *self, FfClassFigures *figures);
  /* Shows one session (attendance) or ignores it; after update (). */
  void (*show_session) (FfRunTab *self, gint64 session_id);
};

/* Property: context (construct only). Constructed as g_object_new (TYPE, "workspace", …, "context", …, NULL). */
FfRunContext *ff_run_tab_get_context (FfRunTab *self);
/* NULL until they are known. */
FfClassFigures *ff_run_tab_get_figures (FfRunTab *self);
void ff_run_tab_show_session (FfRunTab *self, gint64 session_id);

G_END_DECLS
