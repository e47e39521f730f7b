#include "config.h"

#include "ff-plot-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"

#define MOST_DIGITS 400 /* of the largest double, and decimals */

struct _FfPlotKeeper
{
  GStringChunk *texts;
  GPtrArray *arrays;
};

struct _FfPlot
{
  gint owners;
  const FfPlotKind *kind;
  gpointer data; /* the kind's struct */
  FfPlotKeeper keeper;
  const char *title;
  const char *sentence;
};

/* Copies --------------------------------------------------------------------------------------------------------------- */

void
ff_plot_keep_text (FfPlotKeeper *keeper, const char **text)
{
  if (*text != NULL)
    *text = g_string_chunk_insert (keeper->texts, *text);
}

gpointer
ff_plot_keep_array (FfPlotKeeper *keeper, gconstpointer array, gsize n, gsize size)
{
  gpointer copy;

  if (n == 0)
    return NULL;
  copy = g_memdup2 (array, n * size);
  g_ptr_array_add (keeper->arrays, copy);
  return copy;
}

const char **
ff_plot_keep_texts (FfPlotKeeper *keeper, const char *const *texts, gsize n)
{
  const char **copies = ff_plot_keep_array (keeper, texts, n, sizeof *texts);

  for (gsize i = 0; i < n; i++)
    ff_plot_keep_text (keeper, &copies[i]);
  return copies;
}

/* ---------------------------------------------------------------------------------------------------------------------- */

FfPlot *
ff_plot_new (const FfPlotKind *kind, gconstpointer data, const char *title, const char *sentence)
{
  FfPlot *self;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (FfPlot, 1);
  self->owners = 1;
  self->kind = kind;
  self->keeper.texts = g_string_chunk_new (256);
  self->keeper.arrays = g_ptr_array_new_with_free_func (g_free);
  self->data = g_memdup2 (data, kind->size);
  if (kind->keep != NULL)
    kind->keep (&self->keeper, self->data);
  self->title = title;
  ff_plot_keep_text (&self->keeper, &self->title);
  self->sentence = sentence != NULL ? sentence : "";
  ff_plot_keep_text (&self->keeper, &self->sentence);
  return self;
}

FfPlot *
ff_plot_ref (FfPlot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->owners);
  return self;
}

void
ff_plot_unref (FfPlot *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->owners))
    return;
  g_string_chunk_free (self->keeper.texts);
  g_ptr_array_unref (self->keeper.arrays);
  g_free (self->data);
  g_free (self);
}

const char *
ff_plot_get_title (FfPlot *self)
{
  return self->title;
}

const char *
ff_plot_get_sentence (FfPlot *self)
{
  return self->sentence;
}

gboolean
ff_plot_is_cell (FfPlot *self)
{
  return self->kind->cell;
}

void
ff_plot_get_least_size (FfPlot *self, double *width, double *height)
{
  *width = self->kind->least_width;
  *height = self->kind->least_height;
}

double
ff_plot_get_best_height (FfPlot *self, double width)
{
  return MAX (self->kind->least_height, self->kind->best_height (self->data, MAX (width, self->kind->least_width)));
}

FfPlotScene *
ff_plot_lay_out (FfPlot *self, double width, double height, const FfPlotMeter *meter)
{
  FfPlotScene *scene;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (meter != NULL, NULL);

  scene = ff_plot_scene_new (MAX (1, width), MAX (1, height), meter);
  self->kind->lay_out (scene, self->data);
  return scene;
}

void
ff_plot_draw (FfPlot *self, cairo_t *cr, double width, double height, FfPlotLook look, const char *language)
{
  g_autoptr (FfPlotPen) pen = ff_plot_pen_new_for_paper (language);
  g_autoptr (FfPlotScene) scene = ff_plot_lay_out (self, width, height, ff_plot_pen_get_meter (pen));

  ff_plot_scene_draw (scene, cr, pen, look);
}

/* Numbers -------------------------------------------------------------------------------------------------------------- */

char *
ff_plot_number_format (const FfPlotNumber *self, double value)
{
  char digits[MOST_DIGITS];
  g_autofree char *format = g_strdup_printf ("%%.%df", self->decimals);
  double rounded = ff_round (value, self->decimals);
  const char *sign = rounded < 0 ? "−" : self->sign && rounded > 0 ? "+" : "";

  if (!isfinite (value))
    return g_strdup ("–");
  g_ascii_formatd (digits, sizeof digits, format, fabs (rounded));
  return g_strconcat (sign, digits, self->unit, NULL);
}

FfPlotNumber
ff_plot_percent (int decimals)
{
  /* Translators: a percentage. */
  g_autofree char *unit = g_strdup_printf (_("%s %%"), "");

  return (FfPlotNumber) { decimals, FALSE, g_intern_string (unit) };
}
