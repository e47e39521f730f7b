/* The sheet on which the people of a class sign: one for each day or for each session, in the usual form of an HR desk. */
#pragma once

#include "ff-barcode.h"
#include "ff-class-figures.h"
#include "ff-document.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 run_id;
  gint64 session_id;   /* 0: every session that is not cancelled */
  FfDay day;           /* FF_NO_DAY: every day */
  gboolean by_session; /* a sheet for each session; else for each day, its sessions side by side */
  int rows;            /* on a page; 0: as many as fit */
  int blanks;          /* rows without a name at the end; -1: what is left of the last page */
  gboolean by_team;
  gboolean times;      /* columns for the time in and the time out */
  FfBarcodeKind code;  /* of "CLASS/SESSION", "CLASS/SESSION+SESSION"; a class whose code Code 128 lacks gets QR */
  const char *language; /* one of ff_phrases_languages; NULL: the reader's */
} FfSigninOptions;

#define FF_SIGNIN_OPTIONS_DEFAULT ((FfSigninOptions) { .day = FF_NO_DAY, .blanks = -1, .code = FF_BARCODE_QR })
#define FF_SIGNIN_MAX_ROWS 40

/* FF_ERROR_NOT_FOUND when the class has no such session. */
FfDocument *ff_signin_sheet_make (FfDb *db, const FfSigninOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from figures that were read already. */
FfDocument *ff_signin_sheet_make_of (const FfClassFigures *figures, const FfSigninOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
