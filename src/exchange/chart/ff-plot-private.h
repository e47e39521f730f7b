/* What the kinds of charts share. A kind is one file: its struct and constructor, how the struct is copied, and how it is laid out. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

/* Owns what a plot's struct points to. */
typedef struct _FfPlotKeeper FfPlotKeeper;

/* Puts a copy of the text in the place of the pointer; NULL stays. */
void ff_plot_keep_text (FfPlotKeeper *keeper, const char **text);
/* A copy of an array, NULL without elements. */
gpointer ff_plot_keep_array (FfPlotKeeper *keeper, gconstpointer array, gsize n, gsize size) G_GNUC_WARN_UNUSED_RESULT;
/* The same of texts, each of them copied. */
const char **ff_plot_keep_texts (FfPlotKeeper *keeper, const char *const *texts, gsize n) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gsize size;                                          /* of the struct */
  void (*keep) (FfPlotKeeper *keeper, gpointer data);  /* lets the copied struct point to copies; NULL: it points nowhere */
  void (*lay_out) (FfPlotScene *scene, gconstpointer data);
  double least_width;
  double least_height;
  double (*best_height) (gconstpointer data, double width);
  gboolean cell;
} FfPlotKind;

FfPlot *ff_plot_new (const FfPlotKind *kind, gconstpointer data, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
