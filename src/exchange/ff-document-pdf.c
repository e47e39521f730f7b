/* A document as a PDF file, whole or not at all. */
#include "config.h"

#include "ff-document-private.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "ff-output-file.h"

#define NAMED_CHARACTERS 8 /* in a message about missing glyphs */

/* Adds the characters of the layout that no font can draw. */
static void
collect_missing (PangoLayout *layout, GString *missing)
{
  PangoLayoutIter *runs = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);

  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (runs);

      for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++)
        {
          const char *character = text + run->item->offset + run->glyphs->log_clusters[i];
          g_autofree char *copy = g_strndup (character, (gsize) (g_utf8_next_char (character) - character));

          if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY &&
              g_utf8_strlen (missing->str, -1) < NAMED_CHARACTERS && strstr (missing->str, copy) == NULL)
            g_string_append (missing, copy);
        }
    }
  while (pango_layout_iter_next_run (runs));
  pango_layout_iter_free (runs);
}

gboolean
ff_document_check_fonts (FfDocument *self, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, FALSE);

  (void) ff_document_n_pages (self);
  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *pieces = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < pieces->len; k++)
        {
          const FfPiece *piece = &g_array_index (pieces, FfPiece, k);
          PangoLayout *layout;

          if (piece->kind != FF_PIECE_TEXT)
            continue;
          layout = ff_document_lay (self, piece->style, piece->width, piece->align, piece->text, piece->length);
          if (pango_layout_get_unknown_glyphs_count (layout) > 0)
            collect_missing (layout, missing);
        }
    }
  if (missing->len == 0)
    return TRUE;

  g_set_error (error, FF_ERROR, FF_ERROR_FAILED,
               _("No font on this computer can draw “%s”; install one that does, such as the package fonts-noto-cjk."), missing->str);
  return FALSE;
}

typedef struct
{
  FILE *stream;
  int number; /* the first errno; 0: none */
} Sink;

static cairo_status_t
write_sink (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->number == 0 && fwrite (data, 1, length, sink->stream) != length)
    sink->number = errno != 0 ? errno : EIO;
  return sink->number == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

typedef struct
{
  GCancellable *cancellable;
  FfProgressFunc progress;
  gpointer user_data;
} Watch;

static gboolean
draw_pages (FfDocument *self, cairo_surface_t *surface, const Watch *watch)
{
  int n = ff_document_n_pages (self);
  cairo_t *cr = cairo_create (surface);
  gboolean cancelled = FALSE;

  for (int page = 0; page < n && !cancelled; page++)
    {
      ff_document_draw_page (self, cr, page);
      cairo_show_page (cr);
      if (watch->progress != NULL)
        watch->progress ((guint64) page + 1, (guint64) n, watch->user_data);
      cancelled = watch->cancellable != NULL && g_cancellable_is_cancelled (watch->cancellable);
    }
  cairo_destroy (cr);
  return !cancelled;
}

/* FALSE with an error, or without one when it was cancelled. */
static gboolean
write_pages (FfDocument *self, Sink *sink, const Watch *watch, GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_sink, sink, self->width, self->height);
  cairo_status_t status;
  gboolean whole;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Fourfold");
  whole = draw_pages (self, surface, watch);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!whole)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_CANCELLED, _("Cancelled; nothing was written."));
  else if (status != CAIRO_STATUS_SUCCESS && sink->number == 0)
    g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _("The pages could not be drawn: %s."), cairo_status_to_string (status));
  return whole && status == CAIRO_STATUS_SUCCESS;
}

gboolean
ff_document_write_pdf (FfDocument *self, const char *path, GCancellable *cancellable, FfProgressFunc progress,
                       gpointer user_data, GError **error)
{
  const Watch watch = { cancellable, progress, user_data };
  g_autoptr (FfOutputFile) file = NULL;
  Sink sink = { NULL };
  gboolean good;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (!ff_document_check_fonts (self, error))
    return FALSE;
  file = ff_output_file_new (path, error);
  if (file == NULL)
    return FALSE;

  sink.stream = fopen (ff_output_file_get_temporary (file), "we");
  if (sink.stream == NULL)
    {
      ff_output_file_set_error (error, path, errno);
      return FALSE;
    }
  good = write_pages (self, &sink, &watch, error);
  if (fclose (sink.stream) != 0 && sink.number == 0)
    sink.number = errno;
  if (sink.number != 0 && (error == NULL || *error == NULL))
    ff_output_file_set_error (error, path, sink.number);

  return good && sink.number == 0 && ff_output_file_sync (file, error) && ff_output_file_commit (file, error);
}

gboolean
ff_document_save_pdf (FfDocument *self, const char *path, GError **error)
{
  return ff_document_write_pdf (self, path, NULL, NULL, NULL, error);
}
