/* The page of a trainer, a venue or a trainee: its cards, and what can be done with it. */
#pragma once

#include "ff-page.h"
#include "ff-part-list.h"

G_BEGIN_DECLS

#define FF_PLACE_PAGE_CARDS 4

typedef struct
{
  /* Its name; NULL when it is gone. */
  char *(*read_name) (FfDb *db, gint64 id, GError **error);
  const char *table;      /* a change of it may change the name */
  /* A line below the name; NULL for none. */
  char *(*read_subtitle) (FfDb *db, gint64 id, GError **error);
  /* Opens a part of one of these cards, which have no editor. */
  void (*open) (FfPage *page, const FfPartKind *card, gint64 part_id);
  const FfPartKind *opening[FF_PLACE_PAGE_CARDS]; /* NULL: no more */
  const FfPartKind *left[FF_PLACE_PAGE_CARDS];  /* from top to bottom; NULL: no more */
  const FfPartKind *right[FF_PLACE_PAGE_CARDS];
  const FfEditorKind *editor;
  const FfEditorKind *unavailability; /* an editor whose context is the thing */
  FfWorkFunc delete;      /* its data is the id, a gint64 */
  const char *delete_label; /* N_ (); of the menu, … */
  const char *delete_batch; /* … of the batch, … */
  const char *deleted;      /* … of the toast */
} FfPlacePageKind;

extern const FfPlacePageKind ff_trainer_page;
extern const FfPlacePageKind ff_venue_page;
extern const FfPlacePageKind ff_trainee_page;

#define FF_TYPE_PLACE_PAGE (ff_place_page_get_type ())
G_DECLARE_FINAL_TYPE (FfPlacePage, ff_place_page, FF, PLACE_PAGE, FfPage)

FfPage *ff_place_page_new (FfWorkspace *workspace, const FfPlacePageKind *kind, gint64 id);

G_END_DECLS
