#include "config.h"

#include "ff-assignments-page.h"

#include <glib/gi18n-lib.h>

#include "ff-commitments-page.h"
#include "ff-hand-ins-page.h"
#include "ff-log-page.h"

struct _FfAssignmentsPage
{
  FfRunTab parent_instance;

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (FfAssignmentsPage, ff_assignments_page, FF_TYPE_RUN_TAB)

/* In the order in which they stand. Each type derives from FfRunTab. */
static const struct
{
  const char *name;
  const char *title;
  GType (*get_type) (void);
} views[] = {
  { "hand-ins", NC_("view", "Hand-Ins"), ff_hand_ins_page_get_type },
  { "commitments", NC_("view", "Commitments"), ff_commitments_page_get_type },
  { "log", NC_("view", "Seven-Day Log"), ff_log_page_get_type },
};

static void
on_view_changed (FfAssignmentsPage *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->stack);

  if (FF_IS_PAGE (view))
    ff_page_set_subpage (FF_PAGE (self), FF_PAGE (view));
}

/* The views hear of the figures themselves. */
static void
ff_assignments_page_update (FfRunTab *tab, FfClassFigures *figures)
{
}

static gboolean
ff_assignments_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = gtk_stack_get_visible_child (FF_ASSIGNMENTS_PAGE (widget)->stack);

  return view != NULL && gtk_widget_grab_focus (view);
}

static void
ff_assignments_page_constructed (GObject *object)
{
  FfAssignmentsPage *self = FF_ASSIGNMENTS_PAGE (object);

  G_OBJECT_CLASS (ff_assignments_page_parent_class)->constructed (object);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *view = g_object_new (views[i].get_type (), "workspace", ff_page_get_workspace (FF_PAGE (self)), "context",
                                      ff_run_tab_get_context (FF_RUN_TAB (self)), NULL);

      gtk_stack_add_titled (self->stack, view, views[i].name, g_dpgettext2 (GETTEXT_PACKAGE, "view", views[i].title));
    }
  on_view_changed (self);
}

static void
ff_assignments_page_class_init (FfAssignmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_assignments_page_constructed;
  widget_class->grab_focus = ff_assignments_page_grab_focus;
  FF_RUN_TAB_CLASS (klass)->update = ff_assignments_page_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-assignments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfAssignmentsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
ff_assignments_page_init (FfAssignmentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ff_assignments_page_show (FfAssignmentsPage *self, const char *view)
{
  g_return_if_fail (FF_IS_ASSIGNMENTS_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, view);
}
