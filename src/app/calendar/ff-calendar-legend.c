#include "config.h"

#include "ff-calendar-legend.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-view.h"
#include "ff-tag.h"

#define SPACING 18
#define MARGIN 18
/* More classes than this are never shown, however wide the window. */
#define MOST_CLASSES 12

struct _FfCalendarLegend
{
  GtkWidget parent_instance;

  FfCalendarPool entries;
  GtkWidget *rest;  /* there are more */
  GtkWidget *signs; /* at the other end */
  guint n_runs;
};

G_DEFINE_FINAL_TYPE (FfCalendarLegend, ff_calendar_legend, GTK_TYPE_WIDGET)

static GtkWidget *
new_entry (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  return box;
}

static void
bind_entry (GtkWidget *entry, const char *text, const char *style, const char *second)
{
  gtk_widget_set_css_classes (gtk_widget_get_first_child (entry), (const char *[]) { "legend-swatch", style, second, NULL });
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (entry)), text);
}

static void
add_sign (FfCalendarLegend *self, const char *text, const char *style)
{
  GtkWidget *entry = new_entry ();

  bind_entry (entry, text, style, NULL);
  gtk_box_append (GTK_BOX (self->signs), entry);
}

void
ff_calendar_legend_set_calendar (FfCalendarLegend *self, const FfCalendar *calendar)
{
  g_return_if_fail (FF_IS_CALENDAR_LEGEND (self));
  g_return_if_fail (calendar != NULL);

  self->n_runs = calendar->runs->len;
  ff_calendar_pool_begin (&self->entries);
  for (guint i = 0; i < MIN (self->n_runs, MOST_CLASSES); i++)
    {
      const FfCalendarRun *run = g_ptr_array_index (calendar->runs, i);
      /* Translators: a class's code and title. */
      g_autofree char *text = g_strdup_printf (C_("class", "%s %s"), run->code, run->title);

      bind_entry (ff_calendar_pool_take (&self->entries), text, "class-fill", ff_class_colour (run->run_id));
    }
  ff_calendar_pool_end (&self->entries);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
get_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
place (GtkWidget *widget, int x, int width, int height)
{
  int least;

  gtk_widget_set_child_visible (widget, TRUE);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, 0, MAX (width, least), height }, -1);
}

/* How many entries stand in @room, with the word about the rest if there is one. */
static guint
count_fitting (FfCalendarLegend *self, int room)
{
  int x = 0;
  guint fit = 0;

  for (guint i = 0; i < self->entries.used; i++)
    {
      gboolean last = i + 1 == self->n_runs;

      x += get_width (g_ptr_array_index (self->entries.widgets, i));
      if (x + (last ? 0 : SPACING + get_width (self->rest)) <= room)
        fit = i + 1;
      x += SPACING;
    }
  return fit;
}

static void
ff_calendar_legend_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfCalendarLegend *self = FF_CALENDAR_LEGEND (widget);
  int signs = get_width (self->signs);
  int x = MARGIN;
  guint shown;

  shown = count_fitting (self, width - 2 * MARGIN - signs - SPACING);
  for (guint i = 0; i < self->entries.used; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries.widgets, i);

      if (i >= shown)
        {
          gtk_widget_set_child_visible (entry, FALSE);
          continue;
        }
      place (entry, x, get_width (entry), height);
      x += get_width (entry) + SPACING;
    }
  gtk_widget_set_child_visible (self->rest, shown < self->n_runs);
  if (shown < self->n_runs)
    place (self->rest, x, get_width (self->rest), height);
  place (self->signs, MAX (width - MARGIN - signs, MARGIN), signs, height);
}

static void
ff_calendar_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  FfCalendarLegend *self = FF_CALENDAR_LEGEND (widget);
  int signs_minimum, signs_natural;

  gtk_widget_measure (self->signs, orientation, -1, &signs_minimum, &signs_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = signs_natural + 2 * MARGIN;
      return;
    }
  *minimum = *natural = signs_natural;
}

static void
ff_calendar_legend_dispose (GObject *object)
{
  FfCalendarLegend *self = FF_CALENDAR_LEGEND (object);

  ff_calendar_pool_clear (&self->entries);
  g_clear_pointer (&self->rest, gtk_widget_unparent);
  g_clear_pointer (&self->signs, gtk_widget_unparent);
  G_OBJECT_CLASS (ff_calendar_legend_parent_class)->dispose (object);
}

static void
ff_calendar_legend_class_init (FfCalendarLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_calendar_legend_dispose;
  widget_class->measure = ff_calendar_legend_measure;
  widget_class->size_allocate = ff_calendar_legend_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "calendarlegend");
}

static void
ff_calendar_legend_init (FfCalendarLegend *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  ff_calendar_pool_init (&self->entries, widget, new_entry);
  self->rest = gtk_label_new ("…");
  gtk_widget_set_tooltip_text (self->rest, _("There are more classes than fit here."));
  gtk_widget_set_parent (self->rest, widget);
  self->signs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  add_sign (self, C_("legend", "provisional"), "provisional");
  add_sign (self, C_("legend", "clash"), "clash");
  add_sign (self, C_("legend", "holiday"), "holiday");
  gtk_widget_set_parent (self->signs, widget);
}

GtkWidget *
ff_calendar_legend_new (void)
{
  return g_object_new (FF_TYPE_CALENDAR_LEGEND, NULL);
}
