/* A page of the window: what the header bar shows while it is on the screen, and the commands that are its own. The window
   reads all of it through properties, so a page never touches the header bar. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_PAGE (ff_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FfPage, ff_page, FF, PAGE, AdwBin)

struct _FfPageClass
{
  AdwBinClass parent_class;

  /* Shows what matches @text ("" is everything). Called after a pause in typing, never from the entry's own handler. */
  void (*search) (FfPage *self, const char *text);
  /* The page steps onto the screen. */
  void (*shown) (FfPage *self);
  /* The page has another width than before. Called outside of the layout, so that it may rearrange itself. */
  void (*resized) (FfPage *self, int width);
};

/* Properties, all readable and writable, all notified:
   workspace (construct only), title, subtitle, primary-label, primary-icon and primary-action (the one suggested command of
   the header bar; a detailed action name), menu (GMenuModel of the page), controls (a widget of the page's own that stands at the
   start of the header bar), can-search, subpage (the visible FfPage within this
   one, whose command, menu and search stand in the header bar in place of its parent's). */

FfWorkspace *ff_page_get_workspace (FfPage *self);
const char *ff_page_get_title (FfPage *self);
void ff_page_set_title (FfPage *self, const char *title);
const char *ff_page_get_subtitle (FfPage *self);
void ff_page_set_subtitle (FfPage *self, const char *subtitle);
/* NULL for all three: no command. @icon may be NULL. */
void ff_page_set_primary (FfPage *self, const char *label, const char *icon, const char *action);
void ff_page_set_menu (FfPage *self, GMenuModel *menu);
/* NULL: none. The page keeps a reference, so that it may put the widget elsewhere. */
void ff_page_set_controls (FfPage *self, GtkWidget *controls);
void ff_page_set_subpage (FfPage *self, FfPage *subpage);
/* The innermost visible page: @self, or its subpage's. */
FfPage *ff_page_get_visible (FfPage *self);

/* The page's own actions; the window offers them as "page.NAME" while the page is on the screen, those of a subpage as "tab.NAME". */
GActionMap *ff_page_get_actions (FfPage *self);

void ff_page_search (FfPage *self, const char *text);
void ff_page_shown (FfPage *self);

/* For a page of tabs, when it was resized: their icons stand above the words where there is no room beside them. The tabs stand in a
   GtkScrolledWindow, so that they do not keep the page wide. */
void ff_page_fit_tabs (AdwViewSwitcher *tabs, int width);

G_END_DECLS
