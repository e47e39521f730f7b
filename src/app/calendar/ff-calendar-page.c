#include "config.h"

#include "ff-calendar-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-agenda.h"
#include "ff-calendar-month.h"
#include "ff-calendar-week.h"
#include "ff-commands.h"
#include "ff-format.h"

#define SECONDS_PER_MINUTE 60

G_DEFINE_FINAL_TYPE (FfCalendarPage, ff_calendar_page, FF_TYPE_PAGE)

FfCalendarView *
ff_calendar_page_get_view (FfCalendarPage *self)
{
  switch (self->mode)
    {
    case FF_CALENDAR_MODE_MONTH:
      return self->month;
    case FF_CALENDAR_MODE_AGENDA:
      return self->agenda;
    case FF_CALENDAR_MODE_DAY:
    case FF_CALENDAR_MODE_WEEK:
    default:
      return self->hours;
    }
}

static void
update_subtitle (FfCalendarPage *self)
{
  g_autofree char *text = NULL;
  FfDay from, to;

  ff_calendar_period (self->mode, self->day, &from, &to);
  if (self->mode == FF_CALENDAR_MODE_DAY)
    text = ff_format_day_long (self->day);
  else if (self->mode == FF_CALENDAR_MODE_WEEK)
    text = ff_format_day_range_short (from, to - 1);
  else
    text = ff_format_month (self->day);
  ff_page_set_subtitle (FF_PAGE (self), text);
}

static gboolean
on_read_idle (gpointer user_data)
{
  FfCalendarPage *self = user_data;

  self->read_idle = 0;
  if (self->writing == 0)
    ff_calendar_page_start_reading (self);
  return G_SOURCE_REMOVE;
}

void
ff_calendar_page_read (FfCalendarPage *self)
{
  /* A commit changes several tables, and each says so. */
  if (self->read_idle == 0 && self->writing == 0)
    self->read_idle = g_idle_add (on_read_idle, self);
}

void
ff_calendar_page_go_to (FfCalendarPage *self, FfCalendarMode mode, FfDay day, FfMinute time)
{
  FfCalendarView *before = ff_calendar_page_get_view (self);
  FfCalendarView *view;

  ff_calendar_page_close_card (self);
  self->mode = mode;
  self->day = day;
  view = ff_calendar_page_get_view (self);
  if (view != before)
    {
      /* What the other view shows of another period would flash by. */
      ff_calendar_view_set_calendar (view, NULL);
      gtk_stack_set_visible_child (self->views, GTK_WIDGET (view));
    }
  ff_calendar_view_set_cursor (view, time, 0);
  self->cursor_is_new = TRUE;
  update_subtitle (self);
  ff_calendar_page_update_controls (self);
  ff_calendar_page_update_actions (self);
  ff_calendar_page_read (self);
}

/* The clock ----------------------------------------------------------------------------------------------------------- */

static void wait_for_minute (FfCalendarPage *self);

static void
update_now (FfCalendarPage *self)
{
  self->now = ff_time_now ();
  ff_calendar_view_set_now (self->hours, self->now);
  ff_calendar_view_set_now (self->month, self->now);
  ff_calendar_view_set_now (self->agenda, self->now);
}

static gboolean
on_minute (gpointer user_data)
{
  FfCalendarPage *self = user_data;

  self->minute_timer = 0;
  update_now (self);
  wait_for_minute (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_minute (FfCalendarPage *self)
{
  gint64 second = g_get_real_time () / G_USEC_PER_SEC % SECONDS_PER_MINUTE;

  self->minute_timer = g_timeout_add_seconds ((guint) (SECONDS_PER_MINUTE - second), on_minute, self);
}

/* The page ------------------------------------------------------------------------------------------------------------ */

static void
on_changed (FfCalendarPage *self, const char *table)
{
  static const char *const named[] = { "run", "trainer", "venue", "department" };

  ff_calendar_page_read (self);
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (table == NULL || g_str_equal (table, named[i]))
      {
        ff_calendar_page_read_choices (self);
        return;
      }
}

static void
ff_calendar_page_resized (FfPage *page, int width)
{
  ff_calendar_page_arrange_controls (FF_CALENDAR_PAGE (page), width);
}

static void
ff_calendar_page_shown (FfPage *page)
{
  ff_calendar_view_reveal (ff_calendar_page_get_view (FF_CALENDAR_PAGE (page)), TRUE);
}

static void
ff_calendar_page_constructed (GObject *object)
{
  FfCalendarPage *self = FF_CALENDAR_PAGE (object);
  FfCalendarView *views[] = { self->hours, self->month, self->agenda };
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));

  G_OBJECT_CLASS (ff_calendar_page_parent_class)->constructed (object);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      ff_calendar_page_connect_view (self, views[i]);
      ff_calendar_view_set_editable (views[i], ff_workspace_is_writable (workspace));
    }
  ff_calendar_page_init_controls (self);
  ff_calendar_page_init_actions (self);
  ff_commands_add_local (GTK_WIDGET (self->views), FF_COMMANDS_CALENDAR);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  update_now (self);
  wait_for_minute (self);
  ff_calendar_page_read_choices (self);
  ff_calendar_page_go_to (self, FF_CALENDAR_MODE_WEEK, ff_time_day (self->now), FF_NO_TIME);
}

static void
ff_calendar_page_dispose (GObject *object)
{
  FfCalendarPage *self = FF_CALENDAR_PAGE (object);

  ff_calendar_page_close_card (self);
  ff_calendar_page_stop_reading (self);
  g_clear_handle_id (&self->read_idle, g_source_remove);
  g_clear_handle_id (&self->minute_timer, g_source_remove);
  g_clear_object (&self->controls);
  G_OBJECT_CLASS (ff_calendar_page_parent_class)->dispose (object);
}

static void
ff_calendar_page_class_init (FfCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_calendar_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ff_calendar_page_dispose;
  FF_PAGE_CLASS (klass)->resized = ff_calendar_page_resized;
  FF_PAGE_CLASS (klass)->shown = ff_calendar_page_shown;

  g_type_ensure (FF_TYPE_CALENDAR_WEEK);
  g_type_ensure (FF_TYPE_CALENDAR_MONTH);
  g_type_ensure (FF_TYPE_CALENDAR_AGENDA);
  g_type_ensure (FF_TYPE_CALENDAR_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCalendarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfCalendarPage, strip);
  gtk_widget_class_bind_template_child (widget_class, FfCalendarPage, views);
  gtk_widget_class_bind_template_child (widget_class, FfCalendarPage, hours);
  gtk_widget_class_bind_template_child (widget_class, FfCalendarPage, month);
  gtk_widget_class_bind_template_child (widget_class, FfCalendarPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, FfCalendarPage, legend);
}

/* All classes leave by one file; a class's own menu has its own. */
static void
set_menu (FfCalendarPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("Export Ca_lendar…"), NULL);

  g_menu_item_set_action_and_target (item, "win.export-calendar", "x", (gint64) 0);
  g_menu_append_item (menu, item);
  ff_page_set_menu (FF_PAGE (self), G_MENU_MODEL (menu));
}

static void
ff_calendar_page_init (FfCalendarPage *self)
{
  self->has_classes = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_menu (self);
}

void
ff_calendar_page_show_day (FfCalendarPage *self, FfDay day)
{
  g_return_if_fail (FF_IS_CALENDAR_PAGE (self));
  ff_calendar_page_go_to (self, self->mode, day, FF_NO_TIME);
}
