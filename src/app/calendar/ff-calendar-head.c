#include "config.h"

#include "ff-calendar-head.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-grid.h"
#include "ff-format.h"
#include "ff-tag.h"

#define DAY_HEIGHT 38
#define CHIP_HEIGHT 24
#define CHIP_GAP 3
#define FOOT 4
/* More of one day stand behind "n more". */
#define MOST_CHIPS 2

/* What stands below the number of a day. */
typedef struct
{
  GtkWidget *widget;
  int from; /* days */
  int to;   /* the last one, included */
  int row;
} Chip;

struct _FfCalendarHead
{
  GtkWidget parent_instance;

  FfCalendarView *view; /* owns the head */
  int n_days;
  int rows;
  GArray *chips; /* Chip */
  GtkWidget *due_label;
  FfCalendarPool day_pool;
  FfCalendarPool due_pool;
  FfCalendarPool title_pool;
  FfCalendarPool more_pool;
};

G_DEFINE_FINAL_TYPE (FfCalendarHead, ff_calendar_head, GTK_TYPE_WIDGET)

/* Days ---------------------------------------------------------------------------------------------------------------- */

static void
on_day_clicked (GtkWidget *button)
{
  FfCalendarHead *self = FF_CALENDAR_HEAD (gtk_widget_get_parent (button));
  FfCalendar *calendar = ff_calendar_view_get_calendar (self->view);

  for (guint i = 0; i < self->day_pool.used; i++)
    if (g_ptr_array_index (self->day_pool.widgets, i) == button)
      ff_calendar_view_show_day (self->view, calendar->from + i);
}

static GtkWidget *
new_day (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *weekday = gtk_label_new (NULL);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_add_css_class (weekday, "dim-label");
  gtk_widget_add_css_class (number, "day-number");
  gtk_widget_set_valign (number, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), weekday);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_signal_connect (button, "clicked", G_CALLBACK (on_day_clicked), NULL);
  return button;
}

static void
fill_days (FfCalendarHead *self, const FfCalendar *calendar)
{
  FfDay today = ff_time_day (ff_calendar_view_get_now (self->view));

  ff_calendar_pool_begin (&self->day_pool);
  for (FfDay day = calendar->from; day < calendar->to; day++)
    {
      GtkWidget *button = ff_calendar_pool_take (&self->day_pool);
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
      g_autofree char *name = ff_format_day_long (day);
      g_autofree char *number = NULL;
      int year, month, mday;

      ff_day_to_ymd (day, &year, &month, &mday);
      number = g_strdup_printf ("%d", mday);
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), ff_format_weekday_short (day));
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), number);
      gtk_widget_set_css_classes (button, (const char *[]) { "flat", "calendar-day", day == today ? "today" : NULL, NULL });
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  ff_calendar_pool_end (&self->day_pool);
}

/* What is due --------------------------------------------------------------------------------------------------------- */

GtkWidget *
ff_calendar_due_new (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_inscription_new (NULL);

  gtk_inscription_set_min_lines (GTK_INSCRIPTION (title), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (title), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), ff_level_badge_new (1));
  gtk_box_append (GTK_BOX (box), title);
  gtk_button_set_child (GTK_BUTTON (button), box);
  return button;
}

void
ff_calendar_due_bind (GtkWidget *button, const FfCalendarDue *due, FfDay today)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  /* Translators: what is due, and the code of the class. */
  g_autofree char *text = g_strdup_printf (_("%s · %s"), due->title, due->run_code);
  g_autofree char *day = ff_format_due (due->day, today);
  /* Translators: for a screen reader and a tooltip: what is due, and when. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), text, day);
  GtkWidget *badge = ff_level_badge_new (due->level);

  gtk_box_remove (GTK_BOX (box), gtk_widget_get_first_child (box));
  gtk_box_prepend (GTK_BOX (box), badge);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (box)), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xsx)", due->run_id, due->tab, (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-class-tab");
  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "due-chip", due->day < today ? "overdue" : due->day == today ? "soon" : "later", NULL });
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_title (void)
{
  GtkWidget *title = gtk_inscription_new (NULL);

  gtk_inscription_set_yalign (GTK_INSCRIPTION (title), 0.5);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (title), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  return title;
}

static void
add_chip (FfCalendarHead *self, GtkWidget *widget, int from, int to, int row)
{
  g_array_append_vals (self->chips, &(Chip) { widget, from, to, row }, 1);
  self->rows = MAX (self->rows, row + 1);
}

/* "Mid-Autumn Festival · public holiday", over all the days of that name. Returns the last one. */
static int
add_title (FfCalendarHead *self, const FfCalendar *calendar, int day)
{
  const char *title = ff_work_calendar_title (calendar->days, calendar->from + day);
  FfDayKind kind = ff_work_calendar_kind (calendar->days, calendar->from + day);
  GtkWidget *widget = ff_calendar_pool_take (&self->title_pool);
  int last = day;
  g_autofree char *text = NULL;

  while (last + 1 < self->n_days && ff_work_calendar_kind (calendar->days, calendar->from + last + 1) == kind
         && g_strcmp0 (ff_work_calendar_title (calendar->days, calendar->from + last + 1), title) == 0)
    last++;
  if (kind == FF_DAY_OFF)
    /* Translators: the name of a holiday. */
    text = g_strdup_printf (_("%s · day off"), title);
  else
    /* Translators: the name of a working day on a weekend, worked for a holiday on another day. */
    text = g_strdup_printf (_("%s · working day"), title);
  gtk_inscription_set_text (GTK_INSCRIPTION (widget), text);
  gtk_widget_set_tooltip_text (widget, text);
  gtk_widget_set_css_classes (widget, (const char *[]) { "day-title", kind == FF_DAY_OFF ? "holiday" : "worked", NULL });
  add_chip (self, widget, day, last, 0);
  return last;
}

static void
on_more_clicked (GtkWidget *button)
{
  FfCalendarHead *self = FF_CALENDAR_HEAD (gtk_widget_get_parent (button));

  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, i);

      if (chip->widget == button)
        ff_calendar_view_show_day (self->view, ff_calendar_view_get_calendar (self->view)->from + chip->from);
    }
}

static GtkWidget *
new_more (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "due-chip", NULL });
  g_signal_connect (button, "clicked", G_CALLBACK (on_more_clicked), NULL);
  return button;
}

/* The dues of a day from @row on; a day alone shows them all. */
static void
add_dues (FfCalendarHead *self, GPtrArray *dues, FfDay first, int day, int row)
{
  FfDay today = ff_time_day (ff_calendar_view_get_now (self->view));
  int most = self->n_days == 1 ? G_MAXINT : MOST_CHIPS;
  int n = 0, shown;

  for (guint i = 0; i < dues->len; i++)
    n += ((FfCalendarDue *) g_ptr_array_index (dues, i))->day == first + day;
  shown = row + n <= most ? n : MAX (0, most - row - 1);
  n -= shown;
  for (guint i = 0; i < dues->len && shown > 0; i++)
    {
      const FfCalendarDue *due = g_ptr_array_index (dues, i);
      GtkWidget *chip;

      if (due->day != first + day)
        continue;
      chip = ff_calendar_pool_take (&self->due_pool);
      ff_calendar_due_bind (chip, due, today);
      add_chip (self, chip, day, day, row++);
      shown--;
    }
  if (n > 0)
    {
      GtkWidget *more = ff_calendar_pool_take (&self->more_pool);
      g_autofree char *text = g_strdup_printf (ngettext ("%d more due", "%d more due", (gulong) n), n);

      gtk_button_set_label (GTK_BUTTON (more), text);
      add_chip (self, more, day, day, row);
    }
}

static void
fill_chips (FfCalendarHead *self, const FfCalendar *calendar)
{
  GPtrArray *dues = ff_calendar_view_get_dues (self->view);
  int titled = -1; /* the last day below whose name a title stands */

  g_array_set_size (self->chips, 0);
  self->rows = 1;
  ff_calendar_pool_begin (&self->due_pool);
  ff_calendar_pool_begin (&self->title_pool);
  ff_calendar_pool_begin (&self->more_pool);
  for (int day = 0; day < self->n_days; day++)
    {
      if (day > titled && ff_work_calendar_title (calendar->days, calendar->from + day) != NULL)
        titled = add_title (self, calendar, day);
      if (dues != NULL)
        add_dues (self, dues, calendar->from, day, day <= titled ? 1 : 0);
    }
  ff_calendar_pool_end (&self->due_pool);
  ff_calendar_pool_end (&self->title_pool);
  ff_calendar_pool_end (&self->more_pool);
}

void
ff_calendar_head_update (FfCalendarHead *self)
{
  FfCalendar *calendar = ff_calendar_view_get_calendar (self->view);

  if (calendar == NULL)
    {
      self->n_days = 0;
      g_array_set_size (self->chips, 0);
      ff_calendar_pool_hide (&self->day_pool);
      ff_calendar_pool_hide (&self->due_pool);
      ff_calendar_pool_hide (&self->title_pool);
      ff_calendar_pool_hide (&self->more_pool);
      return;
    }
  self->n_days = (int) (calendar->to - calendar->from);
  fill_days (self, calendar);
  fill_chips (self, calendar);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Layout -------------------------------------------------------------------------------------------------------------- */

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, MAX (height, least) }, -1);
}

static void
ff_calendar_head_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfCalendarHead *self = FF_CALENDAR_HEAD (widget);

  allocate (self->due_label, 0, DAY_HEIGHT, FF_CALENDAR_GUTTER, CHIP_HEIGHT);
  for (guint i = 0; i < self->day_pool.used; i++)
    {
      int x = ff_calendar_day_x (width, self->n_days, (int) i);

      allocate (g_ptr_array_index (self->day_pool.widgets, i), x, 1, ff_calendar_day_x (width, self->n_days, (int) i + 1) - x, DAY_HEIGHT - 2);
    }
  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, i);
      int x = ff_calendar_day_x (width, self->n_days, chip->from) + 2;
      int room = ff_calendar_day_x (width, self->n_days, chip->to + 1) - x - 6;

      allocate (chip->widget, x, DAY_HEIGHT + chip->row * (CHIP_HEIGHT + CHIP_GAP), room, CHIP_HEIGHT);
    }
}

static void
ff_calendar_head_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  FfCalendarHead *self = FF_CALENDAR_HEAD (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? DAY_HEIGHT + MAX (self->rows, 1) * (CHIP_HEIGHT + CHIP_GAP) + FOOT : FF_CALENDAR_GUTTER;
}

static void
ff_calendar_head_dispose (GObject *object)
{
  FfCalendarHead *self = FF_CALENDAR_HEAD (object);

  ff_calendar_pool_clear (&self->day_pool);
  ff_calendar_pool_clear (&self->due_pool);
  ff_calendar_pool_clear (&self->title_pool);
  ff_calendar_pool_clear (&self->more_pool);
  g_clear_pointer (&self->due_label, gtk_widget_unparent);
  g_clear_pointer (&self->chips, g_array_unref);
  G_OBJECT_CLASS (ff_calendar_head_parent_class)->dispose (object);
}

static void
ff_calendar_head_class_init (FfCalendarHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_calendar_head_dispose;
  widget_class->measure = ff_calendar_head_measure;
  widget_class->size_allocate = ff_calendar_head_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "calendarhead");
}

static void
ff_calendar_head_init (FfCalendarHead *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  self->due_label = gtk_label_new (C_("calendar", "due"));
  gtk_widget_add_css_class (self->due_label, "hour");
  gtk_label_set_xalign (GTK_LABEL (self->due_label), 1);
  gtk_widget_set_parent (self->due_label, widget);
  ff_calendar_pool_init (&self->day_pool, widget, new_day);
  ff_calendar_pool_init (&self->due_pool, widget, ff_calendar_due_new);
  ff_calendar_pool_init (&self->title_pool, widget, new_title);
  ff_calendar_pool_init (&self->more_pool, widget, new_more);
}

GtkWidget *
ff_calendar_head_new (FfCalendarView *view)
{
  FfCalendarHead *self = g_object_new (FF_TYPE_CALENDAR_HEAD, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}
