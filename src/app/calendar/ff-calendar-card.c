#include "config.h"

#include "ff-calendar-card.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-block.h"
#include "ff-format.h"
#include "ff-tag.h"

#define WIDTH_CHARS 34

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_fact (GtkWidget *box, const char *icon, const char *text, gboolean known)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, "dim-label");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), new_label (text, known ? NULL : "dim-label"));
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_facts (GtkWidget *box, const FfCalendarSession *session)
{
  g_autofree char *day = ff_format_day_short (ff_time_day (session->starts_at));
  g_autofree char *times = ff_calendar_session_times (session->starts_at, session->ends_at);
  g_autofree char *length = ff_format_duration (session->ends_at - session->starts_at);
  gboolean one_day = ff_time_day (session->starts_at) == ff_time_day (session->ends_at - 1);
  /* Translators: a day, two times, a duration. */
  g_autofree char *when = one_day ? g_strdup_printf (_("%s, %s · %s"), day, times, length) : g_strdup_printf (_("%s · %s"), times, length);
  g_autofree char *trainers = session->trainers != NULL ? ff_format_names (session->trainers) : NULL;
  const char *venue = session->venue != NULL ? session->venue : session->online ? C_("session form", "Online") : NULL;

  add_fact (box, "ff-calendar-symbolic", when, TRUE);
  add_fact (box, "ff-venue-symbolic", venue != NULL ? venue : _("No venue yet"), venue != NULL);
  add_fact (box, "ff-person-symbolic", trainers != NULL ? trainers : _("No trainer yet"), trainers != NULL);
}

static void
add_states (GtkWidget *box, const FfCalendarSession *session)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (session->cancelled)
    gtk_box_append (GTK_BOX (row), ff_tag_new (C_("session", "Cancelled"), NULL, FF_TONE_NEUTRAL));
  if (session->provisional)
    gtk_box_append (GTK_BOX (row), ff_tag_new (C_("session", "Provisional"), NULL, FF_TONE_SOON));
  if (session->clash)
    gtk_box_append (GTK_BOX (row), ff_tag_new (C_("session", "Clash"), "ff-clash-symbolic", FF_TONE_BAD));
  gtk_widget_set_visible (row, gtk_widget_get_first_child (row) != NULL);
  gtk_box_append (GTK_BOX (box), row);
}

static GtkWidget *
add_button (GtkWidget *row, const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
add_buttons (GtkWidget *box, const FfCalendarSession *session, gboolean editable)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (editable)
    gtk_widget_add_css_class (add_button (row, _("_Edit…"), "page.edit-session", NULL), "suggested-action");
  add_button (row, _("_Attendance"), "win.take-attendance", g_variant_new ("(xx)", session->run_id, session->id));
  add_button (row, _("Open _Class"), "win.open-class", g_variant_new_int64 (session->run_id));
  if (editable && !session->cancelled)
    add_button (row, _("_Cancel Session…"), "page.cancel-session", NULL);
  gtk_widget_set_margin_top (row, 6);
  gtk_box_append (GTK_BOX (box), row);
}

GtkWidget *
ff_calendar_card_new (const FfCalendarSession *session, gboolean editable)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  /* Translators: a class's code and title. */
  g_autofree char *class = g_strdup_printf (C_("class", "%s %s"), session->run_code, session->run_title);
  GtkWidget *code = new_label (class, "caption-heading");

  gtk_widget_add_css_class (code, "class-code");
  gtk_widget_add_css_class (code, ff_class_colour (session->run_id));
  gtk_box_append (GTK_BOX (box), new_label (ff_calendar_session_title (session), "title-4"));
  gtk_box_append (GTK_BOX (box), code);
  add_states (box, session);
  add_facts (box, session);
  add_buttons (box, session, editable);
  gtk_widget_add_css_class (box, "calendar-card");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, ff_calendar_session_title (session), -1);
  return popover;
}
