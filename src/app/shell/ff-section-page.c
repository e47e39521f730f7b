#include "config.h"

#include "ff-section-page.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkStack *stack;
  GtkStack *filters;
} FfSectionPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FfSectionPage, ff_section_page, FF_TYPE_PAGE)

static FfSectionPagePrivate *
get_private (FfSectionPage *self)
{
  return ff_section_page_get_instance_private (self);
}

static FfPage *
get_visible (FfSectionPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (get_private (self)->stack);

  return FF_IS_PAGE (child) ? FF_PAGE (child) : NULL;
}

static void
update_subtitle (FfSectionPage *self)
{
  FfPage *visible = get_visible (self);

  if (visible != NULL)
    ff_page_set_subtitle (FF_PAGE (self), ff_page_get_subtitle (visible));
}

static void
on_subpage_changed (FfSectionPage *self)
{
  FfSectionPagePrivate *private = get_private (self);
  FfPage *visible = get_visible (self);
  const char *name = gtk_stack_get_visible_child_name (private->stack);
  GtkWidget *filters = name != NULL ? gtk_stack_get_child_by_name (private->filters, name) : NULL;

  if (visible == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (private->filters), filters != NULL);
  if (filters != NULL)
    gtk_stack_set_visible_child (private->filters, filters);
  ff_page_set_subpage (FF_PAGE (self), visible);
  update_subtitle (self);
  ff_page_shown (visible);
}

static void
ff_section_page_shown (FfPage *page)
{
  FfPage *visible = get_visible (FF_SECTION_PAGE (page));

  if (visible != NULL)
    ff_page_shown (visible);
}

static void
add_subpage (FfSectionPage *self, const FfSubpage *subpage)
{
  FfSectionPagePrivate *private = get_private (self);
  GtkWidget *page = g_object_new (subpage->get_type (), "workspace", ff_page_get_workspace (FF_PAGE (self)), NULL);

  gtk_stack_add_titled (private->stack, page, subpage->name, g_dpgettext2 (GETTEXT_PACKAGE, "page", subpage->title));
  if (subpage->get_filters != NULL)
    gtk_stack_add_named (private->filters, subpage->get_filters (FF_PAGE (page)), subpage->name);
  g_signal_connect_object (page, "notify::subtitle", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED);
}

static void
ff_section_page_constructed (GObject *object)
{
  FfSectionPage *self = FF_SECTION_PAGE (object);
  FfSectionPageClass *klass = FF_SECTION_PAGE_GET_CLASS (self);

  G_OBJECT_CLASS (ff_section_page_parent_class)->constructed (object);
  for (gsize i = 0; i < klass->n_subpages; i++)
    add_subpage (self, &klass->subpages[i]);
  on_subpage_changed (self);
}

static void
ff_section_page_class_init (FfSectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_section_page_constructed;
  FF_PAGE_CLASS (klass)->shown = ff_section_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-section-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, FfSectionPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, FfSectionPage, filters);
  gtk_widget_class_bind_template_callback (widget_class, on_subpage_changed);
}

static void
ff_section_page_init (FfSectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ff_section_page_show (FfSectionPage *self, const char *name)
{
  g_return_if_fail (FF_IS_SECTION_PAGE (self));

  gtk_stack_set_visible_child_name (get_private (self)->stack, name);
}
