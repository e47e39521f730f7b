#include "config.h"

#include "ff-today-rows.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-tag.h"

/* The strip shows no more dashes than fit a day's cell. */
#define MOST_DASHES 6

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_caption_icon (GtkWidget *box, const char *icon, const char *text)
{
  GtkWidget *dot = new_label ("·", "caption");
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = new_label (text, "caption");

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  /* Both names stay recognisable before the title is cut. */
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), 6));
  gtk_widget_add_css_class (dot, "dim-label");
  gtk_widget_add_css_class (image, "dim-label");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
}

/* The week ------------------------------------------------------------------------------------------------------------ */

/* A day leads to itself in the calendar. */
static GtkWidget *
new_day_button (GtkWidget *cell, const FfTodayDay *day, FfDay today)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *date = ff_format_day_long (day->day);
  g_autofree char *name = NULL;

  gtk_button_set_child (GTK_BUTTON (button), cell);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "week-day");
  if (day->day == today)
    gtk_widget_add_css_class (button, "today");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", day->day);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-calendar");
  gtk_widget_set_tooltip_text (button, date);
  /* Translators: for a screen reader: a day of the week strip, and how many sessions it has. */
  name = g_strdup_printf (ngettext ("%s, %d session", "%s, %d sessions", (gulong) day->sessions), date, day->sessions);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

GtkWidget *
ff_today_day_new (const FfTodayDay *day, FfDay today)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dashes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int year, month, mday;
  g_autofree char *number = NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%d session", "%d sessions", (gulong) day->sessions), day->sessions);
  GtkWidget *weekday, *date;

  ff_day_to_ymd (day->day, &year, &month, &mday);
  number = g_strdup_printf ("%d", mday);
  weekday = new_label (ff_format_weekday_short (day->day), "dim-label");
  date = gtk_label_new (number);
  gtk_widget_add_css_class (date, "day-number");
  gtk_box_append (GTK_BOX (head), weekday);
  gtk_box_append (GTK_BOX (head), date);
  gtk_box_append (GTK_BOX (cell), head);

  gtk_widget_add_css_class (dashes, "day-dashes");
  for (guint i = 0; i < MIN (day->run_ids->len, MOST_DASHES); i++)
    {
      GtkWidget *dash = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dash, "day-dash");
      gtk_widget_add_css_class (dash, ff_class_colour (g_array_index (day->run_ids, gint64, i)));
      gtk_box_append (GTK_BOX (dashes), dash);
    }
  gtk_box_append (GTK_BOX (cell), dashes);
  gtk_box_append (GTK_BOX (cell), new_label (day->sessions > 0 ? count : "", "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (cell), "dim-label");

  return new_day_button (cell, day, today);
}

/* Sessions ------------------------------------------------------------------------------------------------------------ */

FfSessionState
ff_today_session_state (const FfTodaySession *session, FfMinute now)
{
  if (session->session->cancelled)
    return FF_SESSION_CANCELLED;
  if (session->expected > 0 && session->recorded >= session->expected)
    return FF_SESSION_RECORDED;
  if (now >= session->session->ends_at)
    return FF_SESSION_MISSING;
  return now >= session->session->starts_at ? FF_SESSION_RUNNING : FF_SESSION_COMING;
}

int
ff_today_next_session (const FfToday *today)
{
  for (guint i = 0; i < today->sessions->len; i++)
    {
      FfSessionState state = ff_today_session_state (g_ptr_array_index (today->sessions, i), today->now);

      if (state == FF_SESSION_RUNNING || state == FF_SESSION_COMING)
        return (int) i;
    }
  return -1;
}

static GtkWidget *
new_coming_tag (const FfTodaySession *session, FfMinute now, gboolean next)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (next)
    {
      g_autofree char *duration = ff_format_duration (session->session->starts_at - now);

      /* Translators: when the next session begins, such as "in 8 min". */
      text = g_strdup_printf (_("in %s"), duration);
      return ff_tag_new (text, NULL, FF_TONE_ACCENT);
    }

  text = g_strdup_printf (ngettext ("%d trainee", "%d trainees", (gulong) session->expected), session->expected);
  label = new_label (text, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
new_session_tag (const FfTodaySession *session, FfSessionState state, FfMinute now, gboolean next)
{
  g_autofree char *text = NULL;

  switch (state)
    {
    case FF_SESSION_CANCELLED:
      return ff_tag_new (_("Cancelled"), NULL, FF_TONE_BAD);
    case FF_SESSION_RECORDED:
      text = g_strdup_printf (_("%d of %d present"), session->attended, session->expected);
      return ff_tag_new (text, "ff-attendance-symbolic", FF_TONE_GOOD);
    case FF_SESSION_MISSING:
      if (session->expected == 0)
        return ff_tag_new (_("Nobody enrolled"), NULL, FF_TONE_NEUTRAL);
      if (session->recorded == 0)
        return ff_tag_new (_("Not recorded"), "ff-alert-symbolic", FF_TONE_SOON);
      text = g_strdup_printf (_("%d of %d recorded"), session->recorded, session->expected);
      return ff_tag_new (text, "ff-alert-symbolic", FF_TONE_SOON);
    case FF_SESSION_RUNNING:
      return ff_tag_new (_("Now"), NULL, FF_TONE_ACCENT);
    case FF_SESSION_COMING:
    default:
      return new_coming_tag (session, now, next);
    }
}

static GtkWidget *
new_time_label (FfMinute time, const char *style)
{
  g_autofree char *text = ff_format_clock (time);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
new_times (const FfSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), new_time_label (session->starts_at, "heading"));
  gtk_box_append (GTK_BOX (box), new_time_label (session->ends_at, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
new_session_text (const FfSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *code = new_label (session->run_code, "caption-heading");

  gtk_widget_add_css_class (code, "class-code");
  gtk_widget_add_css_class (code, ff_class_colour (session->run_id));
  gtk_label_set_ellipsize (GTK_LABEL (code), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (line), code);
  if (session->venue != NULL)
    add_caption_icon (line, "ff-venue-symbolic", session->venue);
  if (session->trainers != NULL && session->trainers[0] != '\0')
    {
      g_autofree char *trainers = ff_format_names (session->trainers);

      add_caption_icon (line, "ff-person-symbolic", trainers);
    }

  gtk_box_append (GTK_BOX (box), new_label (session->title != NULL ? session->title : session->run_title, "heading"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
new_session_button (const FfSession *session, FfSessionState state, gboolean next)
{
  gboolean open = state == FF_SESSION_RECORDED || state == FF_SESSION_CANCELLED;
  GtkWidget *button = gtk_button_new_with_label (open ? _("Open") : _("Take Attendance"));
  /* Translators: for a screen reader: the button's label, and the session. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), open ? _("Open") : _("Take Attendance"),
                                           session->title != NULL ? session->title : session->run_title);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", session->run_id, session->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.take-attendance");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (next)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

static GtkWidget *
new_sheet_button (const FfSession *session)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", session->run_id, session->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.print-sign-in");
  gtk_widget_set_tooltip_text (button, _("Print the sign-in sheet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Print the sign-in sheet"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

GtkWidget *
ff_today_session_row_new (const FfTodaySession *session, FfMinute now, gboolean next)
{
  FfSessionState state = ff_today_session_state (session, now);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "class-bar");
  gtk_widget_add_css_class (bar, ff_class_colour (session->session->run_id));
  gtk_box_append (GTK_BOX (box), new_times (session->session));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_session_text (session->session));
  gtk_box_append (GTK_BOX (box), new_session_tag (session, state, now, next));
  if (!session->session->cancelled)
    gtk_box_append (GTK_BOX (box), new_sheet_button (session->session));
  gtk_box_append (GTK_BOX (box), new_session_button (session->session, state, next));
  gtk_widget_add_css_class (box, "today-row");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  if (next)
    gtk_widget_add_css_class (row, "next");
  return row;
}

/* What is due, and who needs attention ---------------------------------------------------------------------------------- */

static GtkWidget *
new_texts (const char *title, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *below = new_label (detail, "caption");

  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label (title, NULL));
  gtk_box_append (GTK_BOX (box), below);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
new_disc (const char *icon)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, "disc");
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}

static const char *
due_icon (FfDueKind kind)
{
  switch (kind)
    {
    case FF_DUE_REGISTER:
      return "ff-attendance-symbolic";
    case FF_DUE_SESSION_SETUP:
      return "ff-venue-symbolic";
    case FF_DUE_TASK:
      return "object-select-symbolic";
    case FF_DUE_ACTION:
      return "ff-improvement-symbolic";
    case FF_DUE_HAND_INS:
    case FF_DUE_COMMITMENTS:
      return "ff-deliverable-symbolic";
    case FF_DUE_MARKS:
    default:
      return "ff-scores-symbolic";
    }
}

static const char *
due_tab (FfDueKind kind)
{
  switch (kind)
    {
    case FF_DUE_REGISTER:
      return "attendance";
    case FF_DUE_MARKS:
      return "scores";
    case FF_DUE_HAND_INS:
      return "assignments/hand-ins";
    case FF_DUE_COMMITMENTS:
      return "assignments/commitments";
    case FF_DUE_ACTION:
      return "improvement";
    case FF_DUE_TASK:
    case FF_DUE_SESSION_SETUP:
    default:
      return "overview";
    }
}

GtkWidget *
ff_today_due_row_new (const FfDue *due, FfDay today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *when = ff_format_due (due->due_on, today);
  /* Translators: what is due: the class's code, and more about it. */
  g_autofree char *detail = due->detail != NULL ? g_strdup_printf (_("%s · %s"), due->run_code, due->detail) : g_strdup (due->run_code);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", due->title, detail, when);
  FfTone tone = due->due_on < today ? FF_TONE_BAD : due->due_on == today ? FF_TONE_SOON : FF_TONE_NEUTRAL;

  gtk_box_append (GTK_BOX (box), due->level > 0 ? ff_level_badge_new (due->level) : new_disc (due_icon (due->kind)));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "small");
  gtk_box_append (GTK_BOX (box), new_texts (due->title, detail));
  gtk_box_append (GTK_BOX (box), ff_tag_new (when, NULL, tone));
  gtk_widget_add_css_class (box, "today-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(xsx)", due->run_id, due_tab (due->kind), due->session_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-class-tab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

GtkWidget *
ff_today_attention_row_new (const FfAttention *attention)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_("Open"));
  g_autofree char *name = g_strdup_printf (_("%s: %s"), _("Open"), attention->title);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xsx)", attention->run_id, "attendance", (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-class-tab");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), new_disc ("ff-person-symbolic"));
  gtk_box_append (GTK_BOX (box), new_texts (attention->title, attention->detail));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "today-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

GtkWidget *
ff_today_clash_row_new (const FfClashNote *note)
{
  const FfClash *clash = ff_clash_note_first (note);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *disc = gtk_image_new_from_icon_name ("ff-clash-symbolic");
  GtkWidget *button = gtk_button_new_with_label (_("Solve…"));
  g_autofree char *sentence = ff_clash_note_sentence (note, 0);
  g_autofree char *overlap = ff_clash_note_overlap (note);
  /* Translators: a class, one of its sessions, and when it clashes. */
  g_autofree char *detail = g_strdup_printf (_("%s · %s · %s"), clash->a.run_code, clash->a.key, overlap);
  g_autofree char *name = g_strdup_printf (_("%s: %s"), _("Solve…"), sentence);

  gtk_widget_add_css_class (disc, "clash-disc");
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", clash->a.session_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.solve-clash");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), disc);
  gtk_box_append (GTK_BOX (box), new_texts (sentence, detail));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "today-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(xsx)", clash->a.run_id, "schedule", clash->a.session_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-class-tab");
  return row;
}

GtkWidget *
ff_today_more_clashes_row_new (guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u clash", "Show all %u clashes", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "today-more");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.show-clashes");
  return row;
}
