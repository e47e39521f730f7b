#include "config.h"

#include "ff-weight-bar.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"

#define TIER_HEIGHT 26
#define TIER_GAP 4

struct _FfWeightBar
{
  GtkWidget parent_instance;

  FfScheme *scheme; /* NULL: nothing to show */
};

G_DEFINE_FINAL_TYPE (FfWeightBar, ff_weight_bar, GTK_TYPE_WIDGET)

static const char *const families[][3] = {
  { "#0f8b9c", "#36a5b3", "#7fc7d0" },
  { "#48458a", "#6f6cb3", "#bdbae2" },
  { "#865e3c", "#a98462", "#d2bda8" },
  { "#b5306b", "#cb6793", "#e3adc5" },
  { "#c64600", "#d97941", "#ecb796" },
};

static int
branch_of (const FfScheme *scheme, guint component)
{
  const FfComponent *at = ff_scheme_get (scheme, component);
  guint root = component;
  int branch = 0;

  while (at->parent >= 0)
    {
      root = (guint) at->parent;
      at = ff_scheme_get (scheme, root);
    }
  for (guint i = 0; i < root; i++)
    branch += ff_scheme_get (scheme, i)->parent < 0;
  return branch;
}

GdkRGBA
ff_weight_bar_colour (const FfScheme *scheme, guint component)
{
  GdkRGBA colour;
  int depth = MIN (ff_scheme_get (scheme, component)->depth, 2);

  gdk_rgba_parse (&colour, families[branch_of (scheme, component) % (int) G_N_ELEMENTS (families)][depth]);
  return colour;
}

static int
count_tiers (const FfScheme *scheme)
{
  int deepest = 0;

  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    deepest = MAX (deepest, ff_scheme_get (scheme, i)->depth);
  return deepest + 1;
}

static void
ff_weight_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  FfWeightBar *self = FF_WEIGHT_BAR (widget);
  int tiers = self->scheme != NULL ? count_tiers (self->scheme) : 1;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : tiers * (TIER_HEIGHT + TIER_GAP) - TIER_GAP;
}

static void
draw_block (FfWeightBar *self, GtkSnapshot *snapshot, guint component, const graphene_rect_t *block)
{
  const FfComponent *at = ff_scheme_get (self->scheme, component);
  GdkRGBA colour = ff_weight_bar_colour (self->scheme, component);
  GdkRGBA text = at->depth >= 2 ? (GdkRGBA) { 0, 0, 0, 0.8f } : (GdkRGBA) { 1, 1, 1, 1 };
  g_autofree char *weight = ff_hundredths_format (at->weight);
  g_autofree char *label = g_strdup_printf ("%s %s", at->title, weight);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), label);
  GskRoundedRect rounded;
  int width, height;

  gsk_rounded_rect_init_from_rect (&rounded, block, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colour, block);
  /* The title goes first when there is no room, then the figure. */
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width + 8 > block->size.width)
    {
      pango_layout_set_text (layout, weight, -1);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  if (width + 4 <= block->size.width)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (block->origin.x + (block->size.width - (float) width) / 2,
                                                              block->origin.y + (block->size.height - (float) height) / 2));
      gtk_snapshot_append_layout (snapshot, layout, &text);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

/* What a group does not give to anything. */
static void
draw_gap (GtkSnapshot *snapshot, const graphene_rect_t *gap)
{
  const GdkRGBA red = { 0.75f, 0.11f, 0.16f, 0.55f };

  gtk_snapshot_push_repeat (snapshot, gap, &GRAPHENE_RECT_INIT (gap->origin.x, gap->origin.y, 4, gap->size.height));
  gtk_snapshot_append_color (snapshot, &red, &GRAPHENE_RECT_INIT (gap->origin.x, gap->origin.y, 2, gap->size.height));
  gtk_snapshot_pop (snapshot);
}

static void
draw_children (FfWeightBar *self, GtkSnapshot *snapshot, int parent, int tier, float x, float width)
{
  gint64 sum = ff_scheme_sum (self->scheme, parent);
  gint64 whole = MAX (sum, 10000);
  float y = (float) (tier * (TIER_HEIGHT + TIER_GAP));
  float at = x;

  for (guint i = 0; i < ff_scheme_length (self->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (self->scheme, i);
      float part = width * (float) component->weight / (float) whole;

      if (component->parent != parent || component->pretest_of != NULL || part <= 0)
        continue;
      draw_block (self, snapshot, i, &GRAPHENE_RECT_INIT (at, y, MAX (1, part - 2), TIER_HEIGHT));
      if (!component->leaf)
        draw_children (self, snapshot, (int) i, tier + 1, at, part - 2);
      at += part;
    }
  if (sum > 0 && sum < 10000)
    draw_gap (snapshot, &GRAPHENE_RECT_INIT (at, y, x + width - at, TIER_HEIGHT));
}

static void
ff_weight_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfWeightBar *self = FF_WEIGHT_BAR (widget);

  if (self->scheme != NULL)
    draw_children (self, snapshot, -1, 0, 0, (float) gtk_widget_get_width (widget));
}

static void
ff_weight_bar_finalize (GObject *object)
{
  g_clear_pointer (&FF_WEIGHT_BAR (object)->scheme, ff_scheme_free);
  G_OBJECT_CLASS (ff_weight_bar_parent_class)->finalize (object);
}

static void
ff_weight_bar_class_init (FfWeightBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_weight_bar_finalize;
  widget_class->measure = ff_weight_bar_measure;
  widget_class->snapshot = ff_weight_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "weightbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ff_weight_bar_init (FfWeightBar *self)
{
}

GtkWidget *
ff_weight_bar_new (void)
{
  return g_object_new (FF_TYPE_WEIGHT_BAR, NULL);
}

/* "Process 40 %, Result 60 %" */
static char *
describe (const FfScheme *scheme)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      g_autofree char *share = ff_hundredths_format ((gint64) ff_round (component->share * 10000, 0));

      if (component->leaf && component->share > 0)
        {
          g_string_append (text, text->len > 0 ? C_("list", ", ") : "");
          /* Translators: a component of the scheme and its share of the total. */
          g_string_append_printf (text, _("%s %s %%"), component->title, share);
        }
    }
  return g_string_free (text, FALSE);
}

void
ff_weight_bar_set_scheme (FfWeightBar *self, const FfScheme *scheme)
{
  g_autofree char *text = NULL;

  g_return_if_fail (FF_IS_WEIGHT_BAR (self) && scheme != NULL);

  g_clear_pointer (&self->scheme, ff_scheme_free);
  self->scheme = ff_scheme_copy (scheme);
  ff_scheme_update (self->scheme);
  text = describe (self->scheme);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
