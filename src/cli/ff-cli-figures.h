/* Figures as a command prints them: a list in the terminal, or members of a JSON object. */
#pragma once

#include "ff-cli-command.h"
#include "ff-cli-table.h"
#include "ff-json-writer.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CLI_NUMBER,
  FF_CLI_COUNT,
  FF_CLI_YES_NO, /* 0 is no */
} FfCliFigureKind;

typedef struct
{
  const char *key;   /* in the JSON */
  const char *title; /* translatable; NULL: not in the list, because its heading says it */
  double value;      /* one that is not finite is not defined: null, – */
  FfCliFigureKind kind;
} FfCliFigure;

/* Into the object that is open. */
void ff_cli_figures_write (FfJsonWriter *writer, const FfCliFigure *figures, gsize n);
/* Appends a line for each, title and value. */
void ff_cli_figures_format (const FfCliFigure *figures, gsize n, GString *text);
/* The next cell of a table. */
void ff_cli_figure_add (FfTextTable *table, double value, FfCliFigureKind kind);

/* All there is to print: as JSON when the call has --json, else @heading, a whole line, and the list. */
gboolean ff_cli_figures_print (FfCliCall *call, const char *heading, const FfCliFigure *figures, gsize n, GError **error);

G_END_DECLS
