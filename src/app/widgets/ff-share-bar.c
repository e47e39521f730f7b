#include "config.h"

#include "ff-share-bar.h"

#define RADIUS 3

typedef struct
{
  double share;
  GdkRGBA colour;
} Part;

struct _FfShareBar
{
  GtkWidget parent_instance;

  GArray *parts;
};

G_DEFINE_FINAL_TYPE (FfShareBar, ff_share_bar, GTK_TYPE_WIDGET)

static void
ff_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfShareBar *self = FF_SHARE_BAR (widget);
  const GdkRGBA rest = { 0.5f, 0.5f, 0.5f, 0.22f };
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GskRoundedRect outline;
  double x = 0;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rest, &outline.bounds);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      double end = x + part->share * width;
      double gap = i + 1 < self->parts->len ? 1 : 0;

      gtk_snapshot_append_color (snapshot, &part->colour, &GRAPHENE_RECT_INIT ((float) x, 0, (float) MAX (end - x - gap, 0), height));
      x = end;
    }
  gtk_snapshot_pop (snapshot);
}

static void
ff_share_bar_finalize (GObject *object)
{
  g_array_unref (FF_SHARE_BAR (object)->parts);

  G_OBJECT_CLASS (ff_share_bar_parent_class)->finalize (object);
}

static void
ff_share_bar_class_init (FfShareBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_share_bar_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = ff_share_bar_snapshot;

  /* The figures stand beside it as text. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ff_share_bar_init (FfShareBar *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
}

GtkWidget *
ff_share_bar_new (int width, int height)
{
  return g_object_new (FF_TYPE_SHARE_BAR, "width-request", width, "height-request", height, "valign", GTK_ALIGN_CENTER, NULL);
}

void
ff_share_bar_clear (FfShareBar *self)
{
  g_return_if_fail (FF_IS_SHARE_BAR (self));

  g_array_set_size (self->parts, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ff_share_bar_add (FfShareBar *self, double share, const GdkRGBA *colour)
{
  g_return_if_fail (FF_IS_SHARE_BAR (self));

  g_array_append_val (self->parts, ((Part) { share, *colour }));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GdkRGBA
ff_share_bar_pick_colour (guint group, guint nth, guint n)
{
  static const GdkRGBA bases[] = {
    { 0x0f / 255.f, 0x8b / 255.f, 0x9c / 255.f, 1 },
    { 0x4f / 255.f, 0x4a / 255.f, 0x8c / 255.f, 1 },
  };
  GdkRGBA colour = bases[group % G_N_ELEMENTS (bases)];
  float white = n > 1 ? 0.62f * (float) nth / (float) (n - 1) : 0;

  colour.red += (1 - colour.red) * white;
  colour.green += (1 - colour.green) * white;
  colour.blue += (1 - colour.blue) * white;

  return colour;
}
