/* What stands in the header bar for the calendar: paging, the choice of a view, and the filters. */
#include "config.h"

#include "ff-calendar-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-commands.h"

/* Narrower than this, the controls have a line of their own. */
#define NARROW_WIDTH 860
/* From these widths on, first the common filters and then all say what they let pass; below them they show their icons. */
#define COMMON_WIDTH 1160
#define ALL_WIDTH 1400
/* The same in a line of their own. */
#define NARROW_COMMON_WIDTH 640
#define NARROW_ALL_WIDTH 820

static const char *const view_names[] = {
  [FF_CALENDAR_MODE_DAY] = N_("Day"),
  [FF_CALENDAR_MODE_WEEK] = N_("Week"),
  [FF_CALENDAR_MODE_MONTH] = N_("Month"),
  [FF_CALENDAR_MODE_AGENDA] = N_("Agenda"),
};

static GtkWidget *
new_icon_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
new_paging (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *today = gtk_button_new_with_label (C_("calendar", "Today"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "page.today");
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), new_icon_button ("go-previous-symbolic", _("The period before"), "page.previous-period"));
  gtk_box_append (GTK_BOX (box), today);
  gtk_box_append (GTK_BOX (box), new_icon_button ("go-next-symbolic", _("The next period"), "page.next-period"));
  return box;
}

static GtkWidget *
new_view_button (void)
{
  static const char *const targets[] = { "page.view::day", "page.view::week", "page.view::month", "page.view::agenda" };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    g_menu_append (menu, g_dgettext (GETTEXT_PACKAGE, view_names[i]), targets[i]);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("What the calendar shows at once"));
  return button;
}

static void
on_filter_changed (FfCalendarPage *self)
{
  ff_calendar_page_close_card (self);
  ff_calendar_page_read (self);
}

static void
add_filters (FfCalendarPage *self, GtkBox *box)
{
  static const struct
  {
    const char *icon;
    const char *all;
  } kinds[FF_N_CALENDAR_FILTERS] = {
    [FF_CALENDAR_FILTER_VENUES] = { "ff-venue-symbolic", N_("All venues") },
    [FF_CALENDAR_FILTER_TRAINERS] = { "ff-person-symbolic", N_("All trainers") },
    [FF_CALENDAR_FILTER_RUNS] = { "ff-class-symbolic", N_("All classes") },
    [FF_CALENDAR_FILTER_DEPARTMENTS] = { "ff-people-symbolic", N_("All departments") },
  };

  for (int i = 0; i < FF_N_CALENDAR_FILTERS; i++)
    {
      self->filters[i] = FF_FILTER_BUTTON (ff_filter_button_new (kinds[i].icon, _(kinds[i].all)));
      g_signal_connect_object (self->filters[i], "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
      gtk_box_append (box, GTK_WIDGET (self->filters[i]));
    }
}

void
ff_calendar_page_init_controls (FfCalendarPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->controls = g_object_ref_sink (box);
  self->view_button = GTK_MENU_BUTTON (new_view_button ());
  gtk_box_append (GTK_BOX (box), new_paging ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view_button));
  add_filters (self, GTK_BOX (box));
  /* Until the width is known they stand in the strip: in the header bar they would be what makes a window wide. */
  adw_bin_set_child (self->strip, box);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), TRUE);
  ff_command_append (menu, "page.show-cancelled");
  ff_page_set_menu (FF_PAGE (self), G_MENU_MODEL (menu));
}

void
ff_calendar_page_arrange_controls (FfCalendarPage *self, int width)
{
  gboolean narrow = width < NARROW_WIDTH;
  int common_width = narrow ? NARROW_COMMON_WIDTH : COMMON_WIDTH;
  int all_width = narrow ? NARROW_ALL_WIDTH : ALL_WIDTH;

  for (int i = 0; i < FF_N_CALENDAR_FILTERS; i++)
    {
      gboolean common = i == FF_CALENDAR_FILTER_VENUES || i == FF_CALENDAR_FILTER_TRAINERS;

      ff_filter_button_set_compact (self->filters[i], width < (common ? common_width : all_width));
    }
  if (narrow == (adw_bin_get_child (self->strip) != NULL))
    return;
  if (narrow)
    {
      ff_page_set_controls (FF_PAGE (self), NULL);
      if (gtk_widget_get_parent (self->controls) == NULL)
        adw_bin_set_child (self->strip, self->controls);
    }
  else
    {
      adw_bin_set_child (self->strip, NULL);
      ff_page_set_controls (FF_PAGE (self), self->controls);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->strip), narrow);
}

void
ff_calendar_page_update_controls (FfCalendarPage *self)
{
  gtk_menu_button_set_label (self->view_button, _(view_names[self->mode]));
  gtk_widget_set_visible (self->controls, self->has_classes);
}
