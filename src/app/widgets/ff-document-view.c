/* FfDocumentPages draws; FfDocumentView scrolls and zooms it. Pages are kept as textures while they are in sight, so that scrolling does
   not lay their text out again. */
#include "config.h"

#include "ff-document-view.h"

#include <glib/gi18n-lib.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
#define GAP 18.0
#define SMALLEST 0.25
#define LARGEST 3.0

/* FfDocumentPages -------------------------------------------------------------------------------------------------- */

#define FF_TYPE_DOCUMENT_PAGES (ff_document_pages_get_type ())
G_DECLARE_FINAL_TYPE (FfDocumentPages, ff_document_pages, FF, DOCUMENT_PAGES, GtkWidget)

struct _FfDocumentPages
{
  GtkWidget parent_instance;

  FfDocument *document;
  double zoom;
  GtkAdjustment *scroll; /* borrowed from the scrolled window around it */
  GHashTable *textures;  /* page → GdkTexture, of the pages that were drawn last */
  double texture_scale;
};

G_DEFINE_FINAL_TYPE (FfDocumentPages, ff_document_pages, GTK_TYPE_WIDGET)

static void
get_page_size (FfDocumentPages *self, double *width, double *height)
{
  ff_document_page_size (self->document, width, height);
  *width *= self->zoom * PIXELS_PER_POINT;
  *height *= self->zoom * PIXELS_PER_POINT;
}

static void
ff_document_pages_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  FfDocumentPages *self = FF_DOCUMENT_PAGES (widget);
  double width;
  double height;

  if (self->document == NULL)
    return;
  get_page_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) (width + 2 * GAP);
  else
    *minimum = *natural = (int) (ff_document_n_pages (self->document) * (height + GAP) + GAP);
}

static GdkTexture *
paint_page (FfDocumentPages *self, int page, double width, double height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
  int columns = cairo_image_surface_get_width (surface);
  int rows = cairo_image_surface_get_height (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, self->zoom * PIXELS_PER_POINT * scale, self->zoom * PIXELS_PER_POINT * scale);
  ff_document_draw_page (self->document, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) rows * (gsize) cairo_image_surface_get_stride (surface));
  texture = gdk_memory_texture_new (columns, rows, GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

static GdkTexture *
get_texture (FfDocumentPages *self, int page, double width, double height)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkTexture *texture;

  if (scale != self->texture_scale)
    g_hash_table_remove_all (self->textures);
  self->texture_scale = scale;
  texture = g_hash_table_lookup (self->textures, GINT_TO_POINTER (page));
  if (texture == NULL)
    {
      texture = paint_page (self, page, width, height, scale);
      g_hash_table_insert (self->textures, GINT_TO_POINTER (page), texture);
    }
  return texture;
}

/* Those out of sight give their memory back. */
static void
forget_textures (FfDocumentPages *self, int first, int last)
{
  GHashTableIter pages;
  gpointer page;

  g_hash_table_iter_init (&pages, self->textures);
  while (g_hash_table_iter_next (&pages, &page, NULL))
    if (GPOINTER_TO_INT (page) < first - 1 || GPOINTER_TO_INT (page) > last + 1)
      g_hash_table_iter_remove (&pages);
}

static void
ff_document_pages_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfDocumentPages *self = FF_DOCUMENT_PAGES (widget);
  const GdkRGBA shadow = { 0, 0, 0, 0.22f };
  double width;
  double height;
  double top = gtk_adjustment_get_value (self->scroll);
  int first;
  int last;

  if (self->document == NULL)
    return;
  get_page_size (self, &width, &height);
  first = CLAMP ((int) ((top - GAP) / (height + GAP)), 0, ff_document_n_pages (self->document) - 1);
  last = CLAMP ((int) ((top + gtk_adjustment_get_page_size (self->scroll)) / (height + GAP)), first, ff_document_n_pages (self->document) - 1);
  for (int page = first; page <= last; page++)
    {
      graphene_rect_t area = GRAPHENE_RECT_INIT ((float) ((int) (gtk_widget_get_width (widget) - width) / 2),
                                                 (float) (int) (GAP + page * (height + GAP)), (float) (int) width, (float) (int) height);
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &area, 0);
      gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 1, 5);
      gtk_snapshot_append_texture (snapshot, get_texture (self, page, width, height), &area);
    }
  forget_textures (self, first, last);
}

static void
ff_document_pages_finalize (GObject *object)
{
  FfDocumentPages *self = FF_DOCUMENT_PAGES (object);

  g_clear_pointer (&self->document, ff_document_free);
  g_hash_table_unref (self->textures);
  G_OBJECT_CLASS (ff_document_pages_parent_class)->finalize (object);
}

static void
ff_document_pages_class_init (FfDocumentPagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_document_pages_finalize;
  widget_class->measure = ff_document_pages_measure;
  widget_class->snapshot = ff_document_pages_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ff_document_pages_init (FfDocumentPages *self)
{
  self->zoom = 1;
  self->textures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

static void
repaint (FfDocumentPages *self)
{
  g_hash_table_remove_all (self->textures);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* FfDocumentView --------------------------------------------------------------------------------------------------- */

struct _FfDocumentView
{
  AdwBin parent_instance;

  GtkWidget *scrolled;
  FfDocumentPages *pages;
  gboolean fits; /* the width decides the zoom */
  guint fit_idle;
};

enum
{
  PROP_ZOOM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FfDocumentView, ff_document_view, ADW_TYPE_BIN)

static void
apply_zoom (FfDocumentView *self, double zoom)
{
  zoom = CLAMP (zoom, SMALLEST, LARGEST);
  if (ABS (zoom - self->pages->zoom) < 0.002)
    return;
  self->pages->zoom = zoom;
  repaint (self->pages);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
fit (FfDocumentView *self)
{
  double room = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)));
  double width;
  double height;

  if (self->pages->document == NULL || room <= 2 * GAP)
    return;
  ff_document_page_size (self->pages->document, &width, &height);
  apply_zoom (self, MIN (1.5, (room - 2 * GAP - 1) / (width * PIXELS_PER_POINT)));
}

static gboolean
on_fit_idle (gpointer user_data)
{
  FfDocumentView *self = user_data;

  self->fit_idle = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* The width is known while sizes are given out, when nothing may ask for another size. */
static void
on_width_changed (FfDocumentView *self)
{
  if (self->fits && self->fit_idle == 0)
    self->fit_idle = g_idle_add (on_fit_idle, self);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  ff_document_view_step_zoom (user_data, dy < 0 ? 1 : -1);
  return GDK_EVENT_STOP;
}

void
ff_document_view_set_document (FfDocumentView *self, FfDocument *document)
{
  g_autofree char *label = NULL;
  int n;

  g_return_if_fail (FF_IS_DOCUMENT_VIEW (self));

  g_clear_pointer (&self->pages->document, ff_document_free);
  self->pages->document = document != NULL ? ff_document_ref (document) : NULL;
  repaint (self->pages);
  if (document == NULL)
    return;

  n = ff_document_n_pages (document);
  /* Translators: what a screen reader says of the pages of a document; %s is its title. */
  label = g_strdup_printf (ngettext ("%s, %d page", "%s, %d pages", (gulong) n), ff_document_get_title (document), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pages), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->fits)
    fit (self);
}

double
ff_document_view_get_zoom (FfDocumentView *self)
{
  g_return_val_if_fail (FF_IS_DOCUMENT_VIEW (self), 1);
  return self->pages->zoom;
}

void
ff_document_view_set_zoom (FfDocumentView *self, double zoom)
{
  g_return_if_fail (FF_IS_DOCUMENT_VIEW (self));

  self->fits = zoom <= 0;
  if (self->fits)
    fit (self);
  else
    apply_zoom (self, zoom);
}

void
ff_document_view_step_zoom (FfDocumentView *self, int direction)
{
  static const double steps[] = { SMALLEST, 0.5, 0.75, 1, 1.25, 1.5, 2, LARGEST };
  double now;

  g_return_if_fail (FF_IS_DOCUMENT_VIEW (self));

  now = self->pages->zoom;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double step = steps[direction > 0 ? i : G_N_ELEMENTS (steps) - 1 - i];

      if (direction > 0 ? step > now + 0.01 : step < now - 0.01)
        {
          ff_document_view_set_zoom (self, step);
          return;
        }
    }
}

static void
ff_document_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, ff_document_view_get_zoom (FF_DOCUMENT_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ff_document_view_dispose (GObject *object)
{
  FfDocumentView *self = FF_DOCUMENT_VIEW (object);

  g_clear_handle_id (&self->fit_idle, g_source_remove);
  G_OBJECT_CLASS (ff_document_view_parent_class)->dispose (object);
}

static void
ff_document_view_class_init (FfDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_document_view_get_property;
  object_class->dispose = ff_document_view_dispose;
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, SMALLEST, LARGEST, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ff_document_view_init (FfDocumentView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->fits = TRUE;
  self->pages = g_object_new (FF_TYPE_DOCUMENT_PAGES, NULL);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->pages));
  gtk_widget_set_focusable (self->scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);

  self->pages->scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (self->pages->scroll, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self->pages, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "notify::page-size",
                           G_CALLBACK (on_width_changed), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (self->scrolled, scroll);
}
