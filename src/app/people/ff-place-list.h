/* A short list of names that open in their editor: trainers, venues. */
#pragma once

#include <adwaita.h>

#include "ff-editor.h"

G_BEGIN_DECLS

typedef struct
{
  const char *table;
  GPtrArray *(*list) (FfDb *db, const char *search, GError **error); /* FfChoice */
  const FfEditorKind *editor;
} FfPlaceListKind;

#define FF_TYPE_PLACE_LIST (ff_place_list_get_type ())
G_DECLARE_FINAL_TYPE (FfPlaceList, ff_place_list, FF, PLACE_LIST, AdwBin)

/* Property: length (guint), notified after each reading; empty-page (GtkWidget). */
void ff_place_list_set_up (FfPlaceList *self, const FfPlaceListKind *kind, FfWorkspace *workspace, const char *name);
void ff_place_list_set_search (FfPlaceList *self, const char *search);
guint ff_place_list_get_length (FfPlaceList *self);

G_END_DECLS
