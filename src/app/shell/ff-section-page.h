/* A section of the window that shows one of several pages under a switcher: classes, projects and the annual plan; courses and rubrics.
   What the visible page offers stands in the header bar. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *title; /* msgid in the context "page" */
  GType (*get_type) (void); /* derives from FfPage */
  /* What the page filters by stands beside the switcher, so that there is one strip above the list and not two. NULL: nothing. */
  GtkWidget *(*get_filters) (FfPage *page);
} FfSubpage;

#define FF_TYPE_SECTION_PAGE (ff_section_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FfSectionPage, ff_section_page, FF, SECTION_PAGE, FfPage)

struct _FfSectionPageClass
{
  FfPageClass parent_class;

  const FfSubpage *subpages; /* in the order in which they stand */
  gsize n_subpages;
};

void ff_section_page_show (FfSectionPage *self, const char *name);

G_END_DECLS
