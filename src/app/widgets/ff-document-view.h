/* The pages of a document below each other, as they will be printed; Ctrl and the wheel zoom. */
#pragma once

#include <adwaita.h>

#include "ff-document.h"

G_BEGIN_DECLS

#define FF_TYPE_DOCUMENT_VIEW (ff_document_view_get_type ())
G_DECLARE_FINAL_TYPE (FfDocumentView, ff_document_view, FF, DOCUMENT_VIEW, AdwBin)

/* Takes a reference; stays where it was scrolled to. NULL: none. */
void ff_document_view_set_document (FfDocumentView *self, FfDocument *document);

/* 1.0 is the size on paper; 0: as wide as the view, which it begins with. Property: zoom, in effect. */
void ff_document_view_set_zoom (FfDocumentView *self, double zoom);
double ff_document_view_get_zoom (FfDocumentView *self);
/* To the next of a few steps; @direction is 1 or -1. */
void ff_document_view_step_zoom (FfDocumentView *self, int direction);

G_END_DECLS
