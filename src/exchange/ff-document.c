/* Building and drawing documents. Where things stand on the pages is decided in ff-document-layout.c. */
#include "config.h"

#include "ff-document-private.h"

#include <string.h>

#define A4_SHORT 595.276
#define A4_LONG 841.89
#define FOOT_HEIGHT 30.0
#define POINTS_PER_INCH 72

static const struct
{
  double size;
  PangoWeight weight;
  double ink; /* 0 black … 1 white */
} styles[] = {
  [FF_TEXT_TITLE] = { 17, PANGO_WEIGHT_BOLD, 0 },
  [FF_TEXT_HEADING] = { 12, PANGO_WEIGHT_BOLD, 0 },
  [FF_TEXT_BODY] = { 10, PANGO_WEIGHT_NORMAL, 0 },
  [FF_TEXT_FIELD_NAME] = { 10, PANGO_WEIGHT_BOLD, 0 },
  [FF_TEXT_CELL] = { 9.5, PANGO_WEIGHT_NORMAL, 0 },
  [FF_TEXT_CELL_HEADING] = { 9.5, PANGO_WEIGHT_BOLD, 0 },
  [FF_TEXT_FOOT] = { 8.5, PANGO_WEIGHT_NORMAL, 0.35 },
};

static void
block_free (gpointer data)
{
  FfBlock *block = data;

  if (block->destroy != NULL)
    block->destroy (block->data);
  g_free (block->name);
  g_free (block->text);
  g_free (block->columns);
  g_free (block->cells);
  g_free (block);
}

static FfBlock *
add_block (FfDocument *self, FfBlockKind kind)
{
  FfBlock *block = g_new0 (FfBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  return block;
}

/* The faces are named, so that Han characters take the forms of the document's language and not those of whichever font comes first. */
static const char *
find_family (const char *language)
{
  if (g_str_has_prefix (language, "zh_TW") || g_str_has_prefix (language, "zh_HK"))
    return "Noto Sans CJK TC, Source Han Sans TC, Microsoft JhengHei, Sans";
  if (g_str_has_prefix (language, "zh"))
    return "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, Sans";
  return "Cantarell, Noto Sans, DejaVu Sans, Noto Sans CJK SC, Sans";
}

static const char *
find_language (FfDocument *self)
{
  return self->language != NULL ? self->language : g_get_language_names ()[0];
}

static gboolean
is_chinese (FfDocument *self)
{
  return g_str_has_prefix (find_language (self), "zh");
}

PangoContext *
ff_document_make_context (PangoFontMap *fonts, const char *language)
{
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autoptr (PangoFontDescription) face = pango_font_description_new ();

  if (language == NULL)
    language = g_get_language_names ()[0];
  /* Nothing may hang on the device: a preview, a printer and a PDF break their lines at the same places. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, POINTS_PER_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_font_description_set_family_static (face, find_family (language));
  pango_context_set_font_description (context, face);
  return context;
}

static void
set_up_text (FfDocument *self)
{
  PangoContext *context = ff_document_make_context (self->fonts, find_language (self));

  g_clear_object (&self->layout);
  self->layout = pango_layout_new (context);
  for (int i = 0; i < FF_N_TEXTS; i++)
    {
      g_clear_pointer (&self->faces[i], pango_font_description_free);
      self->faces[i] = pango_font_description_copy (pango_context_get_font_description (context));
      pango_font_description_set_absolute_size (self->faces[i], styles[i].size * PANGO_SCALE);
      pango_font_description_set_weight (self->faces[i], styles[i].weight);
    }
  g_object_unref (context);
}

FfDocument *
ff_document_new (FfPaper paper, const char *title)
{
  FfDocument *self = g_new0 (FfDocument, 1);

  g_return_val_if_fail (title != NULL, self);

  self->owners = 1;
  self->width = paper == FF_PAPER_A4_PORTRAIT ? A4_SHORT : A4_LONG;
  self->height = paper == FF_PAPER_A4_PORTRAIT ? A4_LONG : A4_SHORT;
  self->title = g_strdup (title);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->texts = g_string_chunk_new (4096);
  self->fonts = pango_cairo_font_map_new ();
  set_up_text (self);
  return self;
}

FfDocument *
ff_document_ref (FfDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->owners);
  return self;
}

void
ff_document_free (FfDocument *self)
{
  if (!g_atomic_int_dec_and_test (&self->owners))
    return;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  for (int i = 0; i < FF_N_TEXTS; i++)
    pango_font_description_free (self->faces[i]);
  g_clear_object (&self->layout);
  g_clear_object (&self->fonts);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->blocks);
  g_free (self->foot);
  g_free (self->language);
  g_free (self->title);
  g_free (self);
}

const char *
ff_document_get_title (FfDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

void
ff_document_set_language (FfDocument *self, const char *language)
{
  g_return_if_fail (self != NULL);

  g_free (self->language);
  self->language = g_strdup (language);
  set_up_text (self);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}

void
ff_document_set_foot (FfDocument *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->foot);
  self->foot = g_strdup (text);
}

/* Building ----------------------------------------------------------------------------------------------------------- */

static void
add_text (FfDocument *self, FfTextStyle style, const char *text)
{
  FfBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  block = add_block (self, FF_BLOCK_TEXT);
  block->style = style;
  block->text = g_strdup (text);
}

void
ff_document_add_title (FfDocument *self, const char *text)
{
  add_text (self, FF_TEXT_TITLE, text);
}

void
ff_document_add_heading (FfDocument *self, const char *text)
{
  add_text (self, FF_TEXT_HEADING, text);
}

void
ff_document_add_paragraph (FfDocument *self, const char *text)
{
  add_text (self, FF_TEXT_BODY, text);
}

const char *
ff_document_keep_name (FfDocument *self, const char *name)
{
  g_autofree char *text = g_strconcat (name, is_chinese (self) ? "：" : ":", NULL);

  return g_string_chunk_insert_const (self->texts, text);
}

void
ff_document_add_field (FfDocument *self, const char *name, const char *text)
{
  FfBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  block = add_block (self, FF_BLOCK_FIELD);
  block->name = g_strdup (name);
  block->text = g_strdup (text != NULL ? text : "");
}

static const char **
keep_texts (FfDocument *self, const char *const *texts, gsize n)
{
  const char **kept = g_new0 (const char *, n);

  for (gsize i = 0; i < n; i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      kept[i] = g_string_chunk_insert_const (self->texts, texts[i]);
  return kept;
}

void
ff_document_add_blanks (FfDocument *self, const char *const *names, const char *const *values, gsize n)
{
  FfBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (names != NULL && n > 0);

  block = add_block (self, FF_BLOCK_BLANKS);
  block->cells = g_renew (const char *, keep_texts (self, names, n), 2 * n);
  for (gsize i = 0; i < n; i++)
    block->cells[n + i] = values != NULL && values[i] != NULL ? g_string_chunk_insert_const (self->texts, values[i]) : NULL;
  block->n_columns = n;
}

void
ff_document_add_space (FfDocument *self, double height)
{
  g_return_if_fail (self != NULL);

  add_block (self, FF_BLOCK_SPACE)->height = height;
}

void
ff_document_break_page (FfDocument *self)
{
  g_return_if_fail (self != NULL);

  add_block (self, FF_BLOCK_BREAK);
}

static void
add_drawing (FfDocument *self, FfBlockKind kind, double width, double height, FfDocumentDraw draw, gpointer data, GDestroyNotify destroy)
{
  FfBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (draw != NULL);

  block = add_block (self, kind);
  block->width = width;
  block->height = height;
  block->draw = draw;
  block->data = data;
  block->destroy = destroy;
}

void
ff_document_add_drawing (FfDocument *self, double width, double height, FfDocumentDraw draw, gpointer data, GDestroyNotify destroy)
{
  add_drawing (self, FF_BLOCK_DRAWING, width, height, draw, data, destroy);
}

void
ff_document_add_aside (FfDocument *self, double width, double height, FfDocumentDraw draw, gpointer data, GDestroyNotify destroy)
{
  add_drawing (self, FF_BLOCK_ASIDE, width, height, draw, data, destroy);
}

void
ff_document_add_table (FfDocument *self, const FfDocumentColumn *columns, gsize n_columns, const char *const *cells, gsize n_rows,
                       double row_height)
{
  FfBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (columns != NULL && n_columns > 0);
  g_return_if_fail (cells != NULL || n_rows == 0);

  block = add_block (self, FF_BLOCK_TABLE);
  block->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  block->n_columns = n_columns;
  for (gsize i = 0; i < n_columns; i++)
    {
      block->columns[i].title = g_string_chunk_insert_const (self->texts, columns[i].title != NULL ? columns[i].title : "");
      if (columns[i].group != NULL)
        block->columns[i].group = g_string_chunk_insert_const (self->texts, columns[i].group);
    }
  block->cells = keep_texts (self, cells, n_rows * n_columns);
  block->n_rows = n_rows;
  block->height = row_height;
}

/* Showing ------------------------------------------------------------------------------------------------------------ */

PangoLayout *
ff_document_lay (FfDocument *self, FfTextStyle style, double width, double align, const char *text, int length)
{
  PangoLayout *layout = self->layout;

  pango_layout_set_font_description (layout, self->faces[style]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, align < 0.25 ? PANGO_ALIGN_LEFT : align > 0.75 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, length);
  return layout;
}

static GPtrArray *
get_pages (FfDocument *self)
{
  if (self->pages == NULL)
    self->pages = ff_document_paginate (self, &self->room);
  return self->pages;
}

int
ff_document_n_pages (FfDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (int) get_pages (self)->len;
}

double
ff_document_get_room (FfDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  get_pages (self);
  return self->room;
}

void
ff_document_page_size (FfDocument *self, double *width, double *height)
{
  g_return_if_fail (self != NULL);

  *width = self->width;
  *height = self->height;
}

static void
draw_text (FfDocument *self, cairo_t *cr, FfTextStyle style, double x, double y, double width, double align, const char *text, int length)
{
  PangoLayout *layout = ff_document_lay (self, style, width, align, text, length);

  cairo_set_source_rgb (cr, styles[style].ink, styles[style].ink, styles[style].ink);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_foot (FfDocument *self, cairo_t *cr, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, get_pages (self)->len);
  double width = self->width - 2 * FF_DOCUMENT_MARGIN;
  double y = self->height - FOOT_HEIGHT;

  draw_text (self, cr, FF_TEXT_FOOT, FF_DOCUMENT_MARGIN, y, width, self->foot != NULL ? 1 : 0.5, number, -1);
  if (self->foot != NULL)
    {
      /* One line, or it would run out of the page. */
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      draw_text (self, cr, FF_TEXT_FOOT, FF_DOCUMENT_MARGIN, y, width - 60, 0, self->foot, -1);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
    }
}

static void
draw_piece (FfDocument *self, cairo_t *cr, const FfPiece *piece)
{
  switch (piece->kind)
    {
    case FF_PIECE_TEXT:
      draw_text (self, cr, piece->style, piece->x, piece->y, piece->width, piece->align, piece->text, piece->length);
      break;
    case FF_PIECE_LINE:
      cairo_set_source_rgb (cr, 0.25, 0.25, 0.25);
      cairo_set_line_width (cr, 0.6);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
      cairo_move_to (cr, piece->x, piece->y);
      cairo_rel_line_to (cr, piece->width, piece->height);
      cairo_stroke (cr);
      break;
    case FF_PIECE_SHADE:
      cairo_set_source_rgb (cr, 0.93, 0.93, 0.93);
      cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
      cairo_fill (cr);
      break;
    case FF_PIECE_DRAWING:
      cairo_save (cr);
      cairo_translate (cr, piece->x, piece->y);
      cairo_set_source_rgb (cr, 0, 0, 0);
      piece->block->draw (cr, piece->width, piece->height, piece->block->data);
      cairo_restore (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
ff_document_draw_page (FfDocument *self, cairo_t *cr, int page)
{
  GArray *pieces;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page >= 0 && page < ff_document_n_pages (self));

  pieces = g_ptr_array_index (get_pages (self), page);
  cairo_save (cr);
  for (guint i = 0; i < pieces->len; i++)
    draw_piece (self, cr, &g_array_index (pieces, FfPiece, i));
  draw_foot (self, cr, (guint) page);
  cairo_restore (cr);
}
