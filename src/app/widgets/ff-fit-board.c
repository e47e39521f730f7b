#include "config.h"

#include "ff-fit-board.h"

#include <string.h>

#define SPACING 10
/* Inside a tile, on each side. */
#define PADDING_X 14
#define PADDING_Y 6
/* In sizes of the type. */
#define LINE_HEIGHT 1.4
#define HEADING_LINE_HEIGHT 1.2
#define DETAIL 0.6
#define LARGEST 96
/* At which size texts are measured; they grow in proportion. */
#define MEASURED_AT 100
/* So many of 100 texts decide on the size; longer ones are set smaller, down to this part of it, and then cut. */
#define DECIDING_PERCENT 85
#define LEAST_PART 0.55

typedef struct
{
  GtkWidget *widget;
  GtkWidget *text;
  GtkWidget *detail; /* NULL: none */
  gboolean heading;
  double width;        /* of the text, at a size of 1 */
  double word_width;   /* of its longest word, or of half of it where words may be broken */
  double detail_width; /* of the detail, when the text has a size of 1 */
} Tile;

struct _FfFitBoard
{
  GtkWidget parent_instance;

  GArray *tiles;
  guint columns;      /* 0: chosen */
  guint used_columns;
  int width, height;  /* that the type was fitted to */
  guint fit_id;
};

G_DEFINE_FINAL_TYPE (FfFitBoard, ff_fit_board, GTK_TYPE_WIDGET)

static Tile *
tile_at (FfFitBoard *self, guint index)
{
  return &g_array_index (self->tiles, Tile, index);
}

/* The size ---------------------------------------------------------------------------------------------------------- */

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
deciding_width (const double *widths, guint n)
{
  g_autofree double *sorted = g_memdup2 (widths, n * sizeof *widths);

  qsort (sorted, n, sizeof *sorted, compare_widths);
  return MAX (sorted[(n - 1) * DECIDING_PERCENT / 100], 0.01);
}

static double
fit_columns (double widest, guint n, gboolean details, int width, int height, guint columns)
{
  guint rows = (n + columns - 1) / columns;
  double inner_width = (width - SPACING * (double) (columns - 1)) / columns - 2 * PADDING_X;
  double inner_height = (height - SPACING * (double) (rows - 1)) / rows - 2 * PADDING_Y;

  return MIN (inner_width / widest, inner_height / (LINE_HEIGHT * (details ? 1 + DETAIL : 1)));
}

double
ff_fit_board_fit (const double *widths, guint n, gboolean details, int width, int height, guint *columns)
{
  double widest, best = 0;
  guint from = *columns != 0 ? *columns : 1, to = *columns != 0 ? *columns : n;

  if (n == 0)
    {
      *columns = 1;
      return 0;
    }
  widest = deciding_width (widths, n);
  *columns = from;
  for (guint i = from; i <= to; i++)
    {
      double size = fit_columns (widest, n, details, width, height, i);

      if (size > best)
        {
          best = size;
          *columns = i;
        }
    }
  return CLAMP (best, 1, LARGEST);
}

static void
set_size (GtkWidget *label, double size)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

/* Of a heading, which may stand on two lines: broken in the middle at best, and seldom there. A word that just fits would be broken by what
   rounding adds. */
static double
fit_heading (const Tile *tile, double inner_width, double inner_height)
{
  double one_line = inner_width / tile->width;
  double two_lines = MIN (0.94 * inner_width / MAX (tile->word_width, 0.62 * tile->width), inner_height / (2 * HEADING_LINE_HEIGHT));

  return MAX (one_line, two_lines);
}

/* The size of all headings of the first row, or of the first column: that of the one which needs the smallest. */
static double
fit_headings (FfFitBoard *self, gboolean first_row, guint columns, double size, double inner_width, double inner_height)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (tile_at (self, i)->heading && tile_at (self, i)->width > 0 && (i < columns) == first_row)
      size = MIN (size, fit_heading (tile_at (self, i), inner_width, inner_height));
  return MAX (size, 1);
}

static void
fit (FfFitBoard *self)
{
  g_autofree double *widths = g_new0 (double, self->tiles->len + 1);
  guint columns = self->columns;
  gboolean details = FALSE;
  double size, inner_width, inner_height, row_heading, column_heading;
  guint rows;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      widths[i] = MAX (tile_at (self, i)->width, tile_at (self, i)->detail_width);
      details = details || tile_at (self, i)->detail != NULL;
    }
  size = ff_fit_board_fit (widths, self->tiles->len, details, self->width, self->height, &columns);
  inner_width = (self->width - SPACING * (double) (columns - 1)) / columns - 2 * PADDING_X;
  rows = MAX (1, (self->tiles->len + columns - 1) / columns);
  inner_height = (self->height - SPACING * (double) (rows - 1)) / rows;
  column_heading = fit_headings (self, TRUE, columns, size, inner_width, inner_height);
  row_heading = fit_headings (self, FALSE, columns, size, inner_width, inner_height);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = tile_at (self, i);
      double own = widths[i] > 0 ? MIN (size, inner_width / widths[i]) : size;

      own = MAX (MAX (own, size * LEAST_PART), 1);
      if (tile->heading)
        own = i < columns ? column_heading : row_heading;
      set_size (tile->text, own);
      if (tile->detail != NULL)
        set_size (tile->detail, own * DETAIL);
    }
  self->used_columns = columns;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
fit_now (gpointer user_data)
{
  FfFitBoard *self = user_data;

  self->fit_id = 0;
  if (self->width > 0)
    fit (self);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are being given out: the type is part of them. */
static void
queue_fit (FfFitBoard *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_now, self, NULL);
}

/* The widget -------------------------------------------------------------------------------------------------------- */

static void
ff_fit_board_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                      int *natural_baseline)
{
  FfFitBoard *self = FF_FIT_BOARD (widget);

  /* The type follows the board and never the board the type, so what the tiles would like does not count. */
  for (guint i = 0; i < self->tiles->len; i++)
    gtk_widget_measure (tile_at (self, i)->widget, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 1;
  *natural = 1;
}

static void
ff_fit_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfFitBoard *self = FF_FIT_BOARD (widget);
  guint n = self->tiles->len;
  guint columns = MAX (1, self->used_columns), rows = MAX (1, (n + columns - 1) / columns);
  int tile_width = (width - SPACING * ((int) columns - 1)) / (int) columns;
  int tile_height = (height - SPACING * ((int) rows - 1)) / (int) rows;

  if (width != self->width || height != self->height)
    {
      self->width = width;
      self->height = height;
      queue_fit (self);
    }
  for (guint i = 0; i < n; i++)
    {
      GtkAllocation area = { (int) (i % columns) * (tile_width + SPACING), (int) (i / columns) * (tile_height + SPACING), MAX (1, tile_width),
                             MAX (1, tile_height) };

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        area.x = width - area.x - area.width;
      gtk_widget_size_allocate (tile_at (self, i)->widget, &area, -1);
    }
}

static void
ff_fit_board_dispose (GObject *object)
{
  FfFitBoard *self = FF_FIT_BOARD (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  ff_fit_board_clear (self);
  G_OBJECT_CLASS (ff_fit_board_parent_class)->dispose (object);
}

static void
ff_fit_board_finalize (GObject *object)
{
  g_array_unref (FF_FIT_BOARD (object)->tiles);
  G_OBJECT_CLASS (ff_fit_board_parent_class)->finalize (object);
}

static void
ff_fit_board_class_init (FfFitBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_fit_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_fit_board_finalize;
  widget_class->measure = ff_fit_board_measure;
  widget_class->size_allocate = ff_fit_board_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "fitboard");
}

static void
ff_fit_board_init (FfFitBoard *self)
{
  self->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ff_fit_board_new (void)
{
  return g_object_new (FF_TYPE_FIT_BOARD, NULL);
}

void
ff_fit_board_set_columns (FfFitBoard *self, guint columns)
{
  g_return_if_fail (FF_IS_FIT_BOARD (self));

  self->columns = columns;
  queue_fit (self);
}

void
ff_fit_board_clear (FfFitBoard *self)
{
  g_return_if_fail (FF_IS_FIT_BOARD (self));

  for (guint i = 0; i < self->tiles->len; i++)
    gtk_widget_unparent (tile_at (self, i)->widget);
  g_array_set_size (self->tiles, 0);
}

static double
measure_text (FfFitBoard *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  int width;

  pango_font_description_set_absolute_size (font, MEASURED_AT * PANGO_SCALE);
  /* As heavy as the tiles may be, so that a bold one fits too. */
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_font_description_free (font);
  return (double) width / MEASURED_AT;
}

/* The widest word; Chinese is broken anywhere. */
static double
measure_words (FfFitBoard *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_is_ascii (words[i]))
      widest = MAX (widest, measure_text (self, words[i]));
  return widest;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

void
ff_fit_board_add (FfFitBoard *self, const char *text, const char *detail, const char *css_class, const char *spoken)
{
  Tile tile = { .widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), .text = new_label (text, "text") };

  g_return_if_fail (FF_IS_FIT_BOARD (self));
  g_return_if_fail (text != NULL);

  tile.width = measure_text (self, text);
  gtk_widget_set_vexpand (tile.text, TRUE);
  gtk_box_append (GTK_BOX (tile.widget), tile.text);
  if (detail != NULL)
    {
      tile.detail = new_label (detail, "detail");
      tile.detail_width = measure_text (self, detail) * DETAIL;
      gtk_widget_set_valign (tile.text, GTK_ALIGN_END);
      gtk_widget_set_vexpand (tile.detail, TRUE);
      gtk_widget_set_valign (tile.detail, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (tile.widget), tile.detail);
    }
  gtk_widget_add_css_class (tile.widget, "tile");
  if (css_class != NULL)
    gtk_widget_add_css_class (tile.widget, css_class);
  if (spoken != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (tile.widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_parent (tile.widget, GTK_WIDGET (self));
  g_array_append_val (self->tiles, tile);
  queue_fit (self);
}

void
ff_fit_board_add_heading (FfFitBoard *self, const char *text)
{
  Tile *tile;

  g_return_if_fail (FF_IS_FIT_BOARD (self));

  ff_fit_board_add (self, text, NULL, "heading", NULL);
  tile = tile_at (self, self->tiles->len - 1);
  tile->heading = TRUE;
  tile->word_width = measure_words (self, text);
  gtk_label_set_single_line_mode (GTK_LABEL (tile->text), FALSE);
  gtk_label_set_wrap (GTK_LABEL (tile->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (tile->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (tile->text), 2);
  gtk_label_set_justify (GTK_LABEL (tile->text), GTK_JUSTIFY_CENTER);
}
