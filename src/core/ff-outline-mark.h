/* The number or bullet with which a line of an outline begins; private to the core. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_MARK_NONE,
  FF_MARK_HEADING,      /* ## */
  FF_MARK_NAMED,        /* 第一讲, 模块一, Lecture 1, PART II */
  FF_MARK_CHINESE,      /* 一、 */
  FF_MARK_CHINESE_PAREN, /* （一） */
  FF_MARK_NUMBER,       /* 1. 1、 */
  FF_MARK_DECIMAL,      /* 1.1 1.1.1 */
  FF_MARK_NUMBER_PAREN, /* 1) */
  FF_MARK_PAREN_NUMBER, /* (1) */
  FF_MARK_CIRCLED,      /* ① ⑴ */
  FF_MARK_LETTER,       /* A. a) (a) */
  FF_MARK_ROMAN,        /* II. ii) */
  FF_MARK_BULLET,       /* - • */
} FfMarkForm;

typedef struct
{
  FfMarkForm form;
  int sign;     /* tells two styles of a form apart: the word, the bullet, what stands behind the number */
  int level;    /* of headings and decimals: how many # or points */
  int value;    /* 0 of headings and bullets */
  gsize length; /* bytes of the line, with the space behind */
} FfMark;

/* @line begins with a character that is no space, @next with that of the following line ("" after the last): "1 Goals" is numbered when
   "1.1 …" follows. */
FfMark ff_mark_read (const char *line, const char *next);

G_END_DECLS
