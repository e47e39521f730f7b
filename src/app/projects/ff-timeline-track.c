#include "config.h"

#include "ff-timeline-track.h"

#include "ff-format.h"

#define MIN_WIDTH 120
#define HEIGHT 22
#define BAR_HEIGHT 12
#define MARK_SIZE 10
#define DATE_GAP 8
#define DAYS_OF_WEEK 7

struct _FfTimelineTrack
{
  GtkWidget parent_instance;

  FfDay first, last, today;
  gboolean dated; /* it shows dates, so that lines would cut them */
  GArray *items;  /* Item */
};

/* A child over the days @from to @to. */
typedef struct
{
  GtkWidget *widget;
  FfDay from, to;
  enum { ITEM_BAR, ITEM_MARK, ITEM_DATE } kind;
} Item;

G_DEFINE_FINAL_TYPE (FfTimelineTrack, ff_timeline_track, GTK_TYPE_WIDGET)

static FfDay
monday_of (FfDay day)
{
  return day - (ff_day_weekday (day) - 1);
}

/* Where a day begins. */
static double
day_x (FfTimelineTrack *self, FfDay day)
{
  return (double) (day - self->first) * gtk_widget_get_width (GTK_WIDGET (self)) / (double) (self->last - self->first + 1);
}

static void
ff_timeline_track_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static int
date_width (const Item *item)
{
  int natural;

  gtk_widget_measure (item->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
allocate (GtkWidget *child, double x, double y, double width, double height)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));

  gtk_widget_allocate (child, (int) MAX (width, 1), (int) height, -1, transform);
}

/* Dates that would run into the one before are left out. */
static void
allocate_date (FfTimelineTrack *self, const Item *item, int width, int height, double *free_from)
{
  int wanted = date_width (item);
  double x = day_x (self, item->from);
  gboolean fits = x >= *free_from && x + wanted <= width;

  gtk_widget_set_child_visible (item->widget, fits);
  if (!fits)
    return;
  *free_from = x + wanted + DATE_GAP;
  allocate (item->widget, x, 0, wanted, height);
}

static void
ff_timeline_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfTimelineTrack *self = FF_TIMELINE_TRACK (widget);
  double free_from = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double from = day_x (self, item->from);
      double to = day_x (self, item->to + 1);

      switch (item->kind)
        {
        case ITEM_BAR:
          allocate (item->widget, from, (height - BAR_HEIGHT) / 2.0, MAX (to - from, MARK_SIZE), BAR_HEIGHT);
          break;
        case ITEM_MARK:
          allocate (item->widget, (from + to - MARK_SIZE) / 2, (height - MARK_SIZE) / 2.0, MARK_SIZE, MARK_SIZE);
          break;
        case ITEM_DATE:
        default:
          allocate_date (self, item, width, height, &free_from);
        }
    }
}

static void
draw_line (GtkSnapshot *snapshot, double x, double width, int height, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height));
}

static void
ff_timeline_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfTimelineTrack *self = FF_TIMELINE_TRACK (widget);
  const GdkRGBA week = { 0.5f, 0.5f, 0.5f, 0.22f };
  const GdkRGBA now = { 0.21f, 0.52f, 0.89f, 0.9f };
  int height = gtk_widget_get_height (widget);

  for (FfDay day = monday_of (self->first + DAYS_OF_WEEK - 1); day <= self->last && !self->dated; day += DAYS_OF_WEEK)
    draw_line (snapshot, (int) day_x (self, day), 1, height, &week);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  if (self->today >= self->first && self->today <= self->last && !self->dated)
    draw_line (snapshot, (int) ((day_x (self, self->today) + day_x (self, self->today + 1)) / 2), 2, height, &now);
}

static void
ff_timeline_track_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ff_timeline_track_parent_class)->dispose (object);
}

static void
ff_timeline_track_finalize (GObject *object)
{
  g_array_unref (FF_TIMELINE_TRACK (object)->items);
  G_OBJECT_CLASS (ff_timeline_track_parent_class)->finalize (object);
}

static void
ff_timeline_track_class_init (FfTimelineTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_timeline_track_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_timeline_track_finalize;
  widget_class->measure = ff_timeline_track_measure;
  widget_class->size_allocate = ff_timeline_track_size_allocate;
  widget_class->snapshot = ff_timeline_track_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ff_timeline_track_init (FfTimelineTrack *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ff_timeline_track_new (FfDay first, FfDay last, FfDay today)
{
  FfTimelineTrack *self;

  g_return_val_if_fail (first != FF_NO_DAY && last >= first, NULL);

  self = g_object_new (FF_TYPE_TIMELINE_TRACK, NULL);
  self->first = first;
  self->last = last;
  self->today = today;
  return GTK_WIDGET (self);
}

static void
add_item (FfTimelineTrack *self, Item item)
{
  gtk_widget_set_parent (item.widget, GTK_WIDGET (self));
  g_array_append_val (self->items, item);
}

static GtkWidget *
make_block (const char *css_class, FfTone tone)
{
  static const char *const tones[] = {
    [FF_TONE_NEUTRAL] = "tone-neutral", [FF_TONE_ACCENT] = "tone-accent", [FF_TONE_GOOD] = "tone-good",
    [FF_TONE_SOON] = "tone-soon",       [FF_TONE_BAD] = "tone-bad",
  };
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (block, css_class);
  gtk_widget_add_css_class (block, tones[tone]);
  return block;
}

void
ff_timeline_track_add_bar (FfTimelineTrack *self, FfDay from, FfDay to, FfTone tone)
{
  g_return_if_fail (FF_IS_TIMELINE_TRACK (self));

  add_item (self, (Item) { make_block ("timeline-bar", tone), from, to, ITEM_BAR });
}

void
ff_timeline_track_add_mark (FfTimelineTrack *self, FfDay day, FfTone tone)
{
  g_return_if_fail (FF_IS_TIMELINE_TRACK (self));

  add_item (self, (Item) { make_block ("timeline-mark", tone), day, day, ITEM_MARK });
}

void
ff_timeline_track_add_dates (FfTimelineTrack *self)
{
  g_return_if_fail (FF_IS_TIMELINE_TRACK (self));

  self->dated = TRUE;
  for (FfDay day = monday_of (self->first + DAYS_OF_WEEK - 1); day <= self->last; day += DAYS_OF_WEEK)
    {
      g_autofree char *text = ff_format_day_brief (day);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      add_item (self, (Item) { label, day, day, ITEM_DATE });
    }
}
