/* What the files of FfDocument share. */
#pragma once

#include <pango/pangocairo.h>

#include "ff-document.h"

G_BEGIN_DECLS

#define FF_DOCUMENT_MARGIN 48.0

typedef enum
{
  FF_TEXT_TITLE,
  FF_TEXT_HEADING,
  FF_TEXT_BODY,
  FF_TEXT_FIELD_NAME,
  FF_TEXT_CELL,
  FF_TEXT_CELL_HEADING,
  FF_TEXT_FOOT,
  FF_N_TEXTS,
} FfTextStyle;

typedef enum
{
  FF_BLOCK_TEXT,
  FF_BLOCK_FIELD,
  FF_BLOCK_BLANKS,
  FF_BLOCK_SPACE,
  FF_BLOCK_BREAK,
  FF_BLOCK_DRAWING,
  FF_BLOCK_ASIDE,
  FF_BLOCK_TABLE,
} FfBlockKind;

/* One thing that a caller added. */
typedef struct
{
  FfBlockKind kind;
  FfTextStyle style;
  char *name;  /* of a field */
  char *text;
  double width;
  double height; /* of a space, a drawing; the least height of a table's rows */
  FfDocumentDraw draw;
  gpointer data;
  GDestroyNotify destroy;
  FfDocumentColumn *columns;
  gsize n_columns;
  const char **cells; /* of a table; blanks have a row of names and one of values */
  gsize n_rows;
} FfBlock;

typedef enum
{
  FF_PIECE_TEXT,
  FF_PIECE_LINE,
  FF_PIECE_SHADE,
  FF_PIECE_DRAWING,
} FfPieceKind;

/* Something at its place on a page. Layouts of text are made again to draw it, because a large table holds too many to keep. */
typedef struct
{
  FfPieceKind kind;
  FfTextStyle style;
  double x;
  double y;
  double width;  /* of a line: how far it runs to the right */
  double height; /* of a line: how far it runs down */
  double align;
  const char *text; /* of a block */
  int length;       /* bytes */
  const FfBlock *block;
} FfPiece;

struct _FfDocument
{
  gint owners;
  double width;
  double height;
  char *title;
  char *language;
  char *foot;
  GPtrArray *blocks; /* FfBlock */
  GStringChunk *texts;
  PangoFontMap *fonts;
  PangoLayout *layout; /* the one with which everything is measured and drawn */
  PangoFontDescription *faces[FF_N_TEXTS];
  GPtrArray *pages;    /* GArray of FfPiece; NULL: to be laid out */
  double room;         /* on the last of them */
};

/* A context with the faces of a language, the same on every device; NULL: the reader's own language. */
PangoContext *ff_document_make_context (PangoFontMap *fonts, const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the one layout up. */
PangoLayout *ff_document_lay (FfDocument *self, FfTextStyle style, double width, double align, const char *text, int length);
/* Places every block; @room is what is left of the last page. */
GPtrArray *ff_document_paginate (FfDocument *self, double *room) G_GNUC_WARN_UNUSED_RESULT;
/* "Name:" with the colon of the document's language. */
const char *ff_document_keep_name (FfDocument *self, const char *name);

G_END_DECLS
