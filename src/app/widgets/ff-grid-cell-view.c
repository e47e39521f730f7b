#include "config.h"

#include "ff-grid-cell-view.h"

#define PADDING 4
#define LEAD_SPACING 6
#define TAG_PADDING 9
#define TAG_HEIGHT 3 /* more than its text */
#define HATCH_STEP 6
#define CORNER_SIZE 9

struct _FfGridCellView
{
  GtkWidget parent_instance;

  FfGridPalette *palette; /* the grid's */
  FfGridText text;
  FfGridText lead;
  FfGridStyle style;
  FfGridFlags flags;
  FfGridLead lead_kind;
  float xalign;
  char *words; /* of the text, for cells that are too narrow for it */
  char *name;
};

G_DEFINE_FINAL_TYPE (FfGridCellView, ff_grid_cell_view, GTK_TYPE_WIDGET)

/* Takes over what the palette holds; FALSE when it is the same. */
static gboolean
set_text (FfGridText *kept, FfGridText text)
{
  if (kept->node == text.node)
    return FALSE;

  g_clear_pointer (&kept->node, gsk_render_node_unref);
  *kept = text;
  if (kept->node != NULL)
    gsk_render_node_ref (kept->node);

  return TRUE;
}

void
ff_grid_cell_view_bind (FfGridCellView *self, const FfGridCell *cell, float xalign, const char *name)
{
  const char *words = cell->text != NULL ? cell->text : "";
  float place = cell->lead != NULL ? 0 : xalign;
  gboolean changed = FALSE;

  g_return_if_fail (FF_IS_GRID_CELL_VIEW (self));

  changed = set_text (&self->text, ff_grid_palette_get_text (self->palette, words, cell->superscript, cell->style, cell->flags));
  changed = set_text (&self->lead, cell->lead != NULL ? ff_grid_palette_get_lead (self->palette, cell->lead, cell->lead_kind, cell->flags)
                                                      : (FfGridText) { NULL }) || changed;
  if (changed || self->style != cell->style || self->flags != cell->flags || self->lead_kind != cell->lead_kind || self->xalign != place)
    {
      self->style = cell->style;
      self->flags = cell->flags;
      self->lead_kind = cell->lead_kind;
      self->xalign = place;
      g_free (self->words);
      self->words = g_strdup (words);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  if (g_strcmp0 (self->name, name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
append_text (GtkSnapshot *snapshot, const FfGridText *text, int x, int height)
{
  if (text->node == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (height - text->height) / 2));
  gtk_snapshot_append_node (snapshot, text->node);
  gtk_snapshot_restore (snapshot);
}

static void
append_hatch (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_rect_t *area)
{
  const GdkRGBA clear = { color->red, color->green, color->blue, 0 };
  const GskColorStop stops[] = {
    { 0, *color }, { 1.0f / HATCH_STEP, *color }, { 1.0f / HATCH_STEP, clear }, { 1, clear },
  };
  float half = (float) (HATCH_STEP / G_SQRT2);

  gtk_snapshot_append_repeating_linear_gradient (snapshot, area, &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (half, half), stops,
                                                 G_N_ELEMENTS (stops));
}

static void
append_corner (GtkSnapshot *snapshot, const GdkRGBA *color, int width)
{
  const GdkRGBA clear = { color->red, color->green, color->blue, 0 };
  const GskColorStop stops[] = { { 0, clear }, { 0.5f, clear }, { 0.52f, *color }, { 1, *color } };
  int x = width - CORNER_SIZE;

  gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (x, 0, CORNER_SIZE, CORNER_SIZE),
                                       &GRAPHENE_POINT_INIT (x, CORNER_SIZE), &GRAPHENE_POINT_INIT (width, 0), stops, G_N_ELEMENTS (stops));
}

/* The lines at the right and at the bottom stay free: they are the grid's. */
static void
snapshot_ground (FfGridCellView *self, GtkSnapshot *snapshot, int width, int height)
{
  gboolean faded = (self->flags & FF_GRID_FADED) != 0;
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, MAX (width - 1, 0), MAX (height - 1, 0));
  GdkRGBA color;

  if (ff_grid_palette_get_ground (self->palette, self->style, faded, &color))
    gtk_snapshot_append_color (snapshot, &color, &area);
  if ((self->flags & FF_GRID_HATCHED) != 0)
    {
      ff_grid_palette_get_color (self->palette, FF_GRID_INK_HATCH, faded, &color);
      append_hatch (snapshot, &color, &area);
    }
  if ((self->flags & FF_GRID_CORNER) != 0)
    {
      ff_grid_palette_get_color (self->palette, FF_GRID_INK_CORNER, faded, &color);
      append_corner (snapshot, &color, width - 1);
    }
}

/* Where the text may begin after it. */
static int
snapshot_lead (FfGridCellView *self, GtkSnapshot *snapshot, int height)
{
  gboolean tag = self->lead_kind == FF_GRID_LEAD_TAG_MISSED || self->lead_kind == FF_GRID_LEAD_TAG_SOON;
  int inside = tag ? TAG_PADDING : 0;

  if (self->lead.node == NULL)
    return PADDING;

  if (tag)
    {
      int tag_height = MIN (self->lead.height + TAG_HEIGHT, height);
      graphene_rect_t area = GRAPHENE_RECT_INIT (PADDING, (height - tag_height) / 2, self->lead.width + 2 * inside, tag_height);
      GskRoundedRect outline;
      GdkRGBA color;

      ff_grid_palette_get_color (self->palette,
                                 self->lead_kind == FF_GRID_LEAD_TAG_SOON ? FF_GRID_INK_TAG_SOON_GROUND : FF_GRID_INK_TAG_MISSED_GROUND,
                                 (self->flags & FF_GRID_FADED) != 0, &color);
      gsk_rounded_rect_init_from_rect (&outline, &area, (float) tag_height / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &color, &area);
      gtk_snapshot_pop (snapshot);
    }
  append_text (snapshot, &self->lead, PADDING + inside, height);

  return PADDING + self->lead.width + 2 * inside + LEAD_SPACING;
}

static void
ff_grid_cell_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfGridCellView *self = FF_GRID_CELL_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int x, room;

  snapshot_ground (self, snapshot, width, height);
  if (self->lead.node != NULL)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  x = snapshot_lead (self, snapshot, height);
  room = MAX (width - 1 - PADDING - x, 0);
  if (self->text.width <= room)
    {
      append_text (snapshot, &self->text, x + (int) ((float) (room - self->text.width) * self->xalign), height);
    }
  else
    {
      FfGridText cut = ff_grid_palette_cut_text (self->palette, self->words, self->style, self->flags, room);

      append_text (snapshot, &cut, x, height);
      g_clear_pointer (&cut.node, gsk_render_node_unref);
    }
  if (self->lead.node != NULL)
    gtk_snapshot_pop (snapshot);
}

static void
ff_grid_cell_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
ff_grid_cell_view_finalize (GObject *object)
{
  FfGridCellView *self = FF_GRID_CELL_VIEW (object);

  g_clear_pointer (&self->text.node, gsk_render_node_unref);
  g_clear_pointer (&self->lead.node, gsk_render_node_unref);
  g_free (self->words);
  g_free (self->name);

  G_OBJECT_CLASS (ff_grid_cell_view_parent_class)->finalize (object);
}

static void
ff_grid_cell_view_class_init (FfGridCellViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_grid_cell_view_finalize;
  widget_class->measure = ff_grid_cell_view_measure;
  widget_class->snapshot = ff_grid_cell_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
ff_grid_cell_view_init (FfGridCellView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ff_grid_cell_view_new (FfGridPalette *palette)
{
  FfGridCellView *self = g_object_new (FF_TYPE_GRID_CELL_VIEW, NULL);

  self->palette = palette;

  return GTK_WIDGET (self);
}
