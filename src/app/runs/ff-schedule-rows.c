#include "config.h"

#include "ff-schedule-rows.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-session-actions.h"
#include "ff-tag.h"
#include "ff-timetables.h"

static GtkWidget *
caption (const char *text, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static char *
format_times (FfMinute from, FfMinute to)
{
  g_autofree char *start = ff_format_clock (from);
  g_autofree char *end = ff_format_clock (to);

  return g_strdup_printf ("%s–%s", start, end);
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

GtkWidget *
ff_schedule_day_new (FfDay day, guint sessions)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text = ff_format_day_long (day);
  g_autofree char *count = g_strdup_printf (ngettext ("%u session", "%u sessions", sessions), sessions);
  GtkWidget *title = gtk_label_new (text);

  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), caption (count, -1));
  return box;
}

/* A session ---------------------------------------------------------------------------------------------------------------- */

static char *
describe_session (const FfSession *session)
{
  g_autofree char *trainers = session->trainers != NULL ? ff_format_names (session->trainers) : g_strdup (_("no trainer yet"));
  g_autofree char *audience = session->audience != NULL ? ff_format_names (session->audience) : NULL;
  gboolean online = g_str_equal (session->mode, "online");
  GString *text = g_string_new (session->venue != NULL ? session->venue : online ? C_("session form", "Online") : _("no venue yet"));

  g_string_append_printf (text, " · %s", trainers);
  if (audience != NULL)
    {
      /* Translators: whom a session is for: layers, teams, names */
      g_autofree char *whom = g_strdup_printf (_("for %s"), audience);

      g_string_append_printf (text, " · %s", whom);
    }
  if (session->joint != NULL)
    {
      /* Translators: the name of a booking that several classes share */
      g_autofree char *joint = g_strdup_printf (_("together with others: %s"), session->joint);

      g_string_append_printf (text, " · %s", joint);
    }
  if (session->reason != NULL)
    g_string_append_printf (text, "\n%s", session->reason);
  return g_string_free (text, FALSE);
}

static void
add_tags (AdwActionRow *row, const FfSession *session)
{
  if (session->cancelled)
    adw_action_row_add_suffix (row, ff_tag_new (C_("session", "Cancelled"), NULL, FF_TONE_NEUTRAL));
  else if (session->provisional)
    adw_action_row_add_suffix (row, ff_tag_new (C_("session", "Provisional"), NULL, FF_TONE_SOON));
  if (g_str_equal (session->mode, "hybrid"))
    adw_action_row_add_suffix (row, ff_tag_new (C_("session form", "Hybrid"), NULL, FF_TONE_ACCENT));
}

static GtkWidget *
link_button (const char *address)
{
  GtkWidget *button = gtk_link_button_new_with_label (address, C_("session", "Link"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

GtkWidget *
ff_schedule_clash_button_new (const FfSession *session, guint clashes, GCallback on_clash, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u clash", "%u clashes", clashes), clashes);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "dialog-warning-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "clash-button");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Show what stands in the way, and the ways out"));
  g_signal_connect_object (button, "clicked", on_clash, user_data, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
ff_schedule_session_new (const FfSession *session, guint clashes, GCallback on_clash, gpointer user_data)
{
  gboolean titled = session->title != NULL && *session->title != '\0';
  g_autofree char *title = titled ? g_strdup_printf ("%s  %s", session->key, session->title) : g_strdup (session->key);
  g_autofree char *subtitle = describe_session (session);
  g_autofree char *times = format_times (session->starts_at, session->ends_at);
  g_autofree char *name = g_strdup_printf ("session-%" G_GINT64_FORMAT, session->id);
  GtkWidget *row = row_new (title, subtitle);
  GtkWidget *clock = gtk_label_new (times);

  gtk_widget_add_css_class (clock, "numeric");
  gtk_widget_add_css_class (clock, "heading");
  if (session->cancelled)
    gtk_widget_add_css_class (clock, "struck");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), clock);
  add_tags (ADW_ACTION_ROW (row), session);
  if (session->link != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), link_button (session->link));
  if (clashes > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), ff_schedule_clash_button_new (session, clashes, on_clash, user_data));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), ff_session_actions_menu_button (session));
  gtk_widget_set_name (row, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", session->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "tab.edit-session");
  return row;
}

/* A slot ------------------------------------------------------------------------------------------------------------------- */

static char *
describe_slot (const FfAgendaSlot *slot, gboolean untitled)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (slot->activity != NULL && !untitled)
    g_ptr_array_add (parts, g_strdup (ff_activity_title (slot->activity)));
  if (slot->item != NULL && g_strcmp0 (slot->item, slot->title) != 0)
    /* Translators: an item of the syllabus */
    g_ptr_array_add (parts, g_strdup_printf (_("teaches %s"), slot->item));
  if (slot->trainer != NULL)
    g_ptr_array_add (parts, g_strdup (slot->trainer));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

GtkWidget *
ff_schedule_slot_new (const FfAgendaSlot *slot, gboolean outside)
{
  gboolean untitled = *slot->title == '\0';
  const char *activity = slot->activity != NULL ? ff_activity_title (slot->activity) : C_("slot", "Open");
  g_autofree char *subtitle = describe_slot (slot, untitled);
  g_autofree char *times = format_times (slot->starts_at, slot->ends_at);
  g_autofree char *name = g_strdup_printf ("slot-%" G_GINT64_FORMAT, slot->id);
  GtkWidget *row = row_new (untitled ? activity : slot->title, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), caption (times, 11));
  if (slot->syllabus_item_id != 0)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_add_css_class (icon, "success");
      gtk_widget_set_tooltip_text (icon, _("Teaches an item of the syllabus"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  if (outside)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), ff_tag_new (_("Outside of the session"), "dialog-warning-symbolic", FF_TONE_BAD));
  if (g_strcmp0 (slot->activity, FF_ACTIVITY_BREAK) == 0)
    gtk_widget_add_css_class (row, "dim-label");
  gtk_widget_add_css_class (row, "agenda-slot");
  gtk_widget_set_name (row, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(xx)", slot->session_id, slot->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "tab.edit-slot");
  return row;
}

GtkWidget *
ff_schedule_add_slot_new (gint64 session_id)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (_("Add a slot to this session…"));
  g_autofree char *name = g_strdup_printf ("add-%" G_GINT64_FORMAT, session_id);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "add-slot");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "agenda-slot");
  gtk_widget_set_name (row, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(xx)", session_id, (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "tab.edit-slot");
  return row;
}
