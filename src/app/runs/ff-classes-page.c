#include "config.h"

#include "ff-classes-page.h"

#include <glib/gi18n-lib.h>

#include "ff-plan-page.h"
#include "ff-projects-page.h"
#include "ff-required-page.h"
#include "ff-runs-page.h"

struct _FfClassesPage
{
  FfPage parent_instance;

  GtkStack *stack;
  GtkStack *filters;
};

G_DEFINE_FINAL_TYPE (FfClassesPage, ff_classes_page, FF_TYPE_PAGE)

/* In the order in which they stand. Each type derives from FfPage. What a page filters by stands beside the switcher, so that there is one
   strip above the list and not two. */
static const struct
{
  const char *name;
  const char *title;
  GType (*get_type) (void);
  GtkWidget *(*get_filters) (FfPage *page); /* NULL: it filters by nothing */
} subpages[] = {
  { "classes", NC_ ("page", "Classes"), ff_runs_page_get_type, ff_runs_page_get_filters },
  { "projects", NC_ ("page", "Projects"), ff_projects_page_get_type, NULL },
  { "plan", NC_ ("page", "Annual Plan"), ff_plan_page_get_type, ff_plan_page_get_filters },
  { "required", NC_ ("page", "Required Courses"), ff_required_page_get_type, NULL },
};

static FfPage *
get_visible (FfClassesPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return FF_IS_PAGE (child) ? FF_PAGE (child) : NULL;
}

static void
update_subtitle (FfClassesPage *self)
{
  FfPage *visible = get_visible (self);

  if (visible != NULL)
    ff_page_set_subtitle (FF_PAGE (self), ff_page_get_subtitle (visible));
}

static void
on_subpage_changed (FfClassesPage *self)
{
  FfPage *visible = get_visible (self);
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  GtkWidget *filters = name != NULL ? gtk_stack_get_child_by_name (self->filters, name) : NULL;

  if (visible == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->filters), filters != NULL);
  if (filters != NULL)
    gtk_stack_set_visible_child (self->filters, filters);
  ff_page_set_subpage (FF_PAGE (self), visible);
  update_subtitle (self);
  ff_page_shown (visible);
}

static void
ff_classes_page_shown (FfPage *page)
{
  FfPage *visible = get_visible (FF_CLASSES_PAGE (page));

  if (visible != NULL)
    ff_page_shown (visible);
}

static void
add_subpage (FfClassesPage *self, gsize i)
{
  GtkWidget *page = g_object_new (subpages[i].get_type (), "workspace", ff_page_get_workspace (FF_PAGE (self)), NULL);

  gtk_stack_add_titled (self->stack, page, subpages[i].name, g_dpgettext2 (GETTEXT_PACKAGE, "page", subpages[i].title));
  if (subpages[i].get_filters != NULL)
    gtk_stack_add_named (self->filters, subpages[i].get_filters (FF_PAGE (page)), subpages[i].name);
  g_signal_connect_object (page, "notify::subtitle", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED);
}

static void
ff_classes_page_constructed (GObject *object)
{
  FfClassesPage *self = FF_CLASSES_PAGE (object);

  G_OBJECT_CLASS (ff_classes_page_parent_class)->constructed (object);
  for (gsize i = 0; i < G_N_ELEMENTS (subpages); i++)
    add_subpage (self, i);
  on_subpage_changed (self);
}

static void
ff_classes_page_class_init (FfClassesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_classes_page_constructed;
  FF_PAGE_CLASS (klass)->shown = ff_classes_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-classes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfClassesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfClassesPage, filters);
  gtk_widget_class_bind_template_callback (widget_class, on_subpage_changed);
}

static void
ff_classes_page_init (FfClassesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ff_classes_page_show (FfClassesPage *self, const char *name)
{
  g_return_if_fail (FF_IS_CLASSES_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, name);
}
