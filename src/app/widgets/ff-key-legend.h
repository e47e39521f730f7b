/* What the keys and signs of a page mean, in one line: it shows as many of its children as there is room for, the first ones first,
   and never a part of one. In a .ui file any widget may be its child. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_KEY_LEGEND (ff_key_legend_get_type ())
G_DECLARE_FINAL_TYPE (FfKeyLegend, ff_key_legend, FF, KEY_LEGEND, GtkWidget)

GtkWidget *ff_key_legend_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A key cap with its meaning, whose label is returned. @action, as "tab.mark::P": a press by pointer does the same as the key; NULL: it is
   only read. */
GtkLabel *ff_key_legend_add (FfKeyLegend *self, const char *key, const char *action, const char *meaning);

G_END_DECLS
