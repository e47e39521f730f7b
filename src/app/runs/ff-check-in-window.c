#include "config.h"

#include "ff-check-in-window.h"

#include <glib/gi18n-lib.h>

#include "ff-attendance-text.h"
#include "ff-check-in-list.h"
#include "ff-check-in.h"
#include "ff-courses.h"
#include "ff-editors.h"
#include "ff-format.h"
#include "ff-runs.h"

/* What can be done about the person who is shown. */
typedef enum
{
  OFFER_NOTHING,
  OFFER_ENROL, /* Enter in the empty field */
  OFFER_GUEST,
} Offer;

struct _FfCheckInWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  FfSession *session;
  FfAttendanceRule rule;
  gboolean leaving;
  guint waiting; /* scans in the writer's queue */

  Offer offer;
  gint64 trainee_id; /* of the person who is shown; 0: nobody */
  char *employee_no;

  AdwWindowTitle *title;
  GtkToggleButton *sign_in;
  GtkToggleButton *sign_out;
  GtkEditable *entry;
  GtkWidget *card;
  GtkLabel *name;
  GtkLabel *headline;
  GtkButton *action;
  GtkLabel *count;
  GtkProgressBar *progress;
  FfCheckInList *arrivals;
};

G_DEFINE_FINAL_TYPE (FfCheckInWindow, ff_check_in_window, ADW_TYPE_WINDOW)

/* The card ---------------------------------------------------------------------------------------------------------- */

static void
show_card (FfCheckInWindow *self, const char *css_class, const char *name, const char *headline)
{
  gtk_widget_set_css_classes (self->card, (const char *[]) { "check-in-card", css_class, NULL });
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->headline, headline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  headline, -1);
}

static void
set_offer (FfCheckInWindow *self, Offer offer, const char *label)
{
  self->offer = offer;
  gtk_widget_set_visible (GTK_WIDGET (self->action), offer != OFFER_NOTHING);
  if (label != NULL)
    gtk_button_set_label (self->action, label);
}

static void
show_stamped (FfCheckInWindow *self, const FfCheckIn *result)
{
  g_autofree char *said = ff_attendance_text_say (&self->rule, &result->record, &result->verdict);
  gboolean out = result->state == FF_CHECK_IN_SIGNED_OUT;
  g_autofree char *clock = ff_format_clock (out ? result->record.left_at : result->record.arrived_at);
  g_autofree char *headline = NULL;

  if (out && result->record.arrived_at == FF_NO_TIME && result->record.set == FF_ATTENDANCE_UNMARKED)
    headline = g_strdup_printf (_("Signed out at %s, but never signed in: not recorded yet."), clock);
  else
    /* Translators: a time of the day, and what it means: "12 min late: still present." */
    headline = g_strdup_printf (out ? _("Signed out at %s. %s") : _("Signed in at %s. %s"), clock, said);
  show_card (self, ff_check_in_status_class (result->verdict.status), result->name, headline);
  set_offer (self, OFFER_NOTHING, NULL);
}

static void
show_already (FfCheckInWindow *self, const FfCheckIn *result)
{
  g_autofree char *clock = result->record.arrived_at != FF_NO_TIME ? ff_format_clock (result->record.arrived_at) : NULL;
  g_autofree char *headline = clock != NULL ? g_strdup_printf (_("Already signed in at %s. F3 signs out."), clock)
                                            : g_strdup (_("Already marked by hand. F3 signs out."));

  show_card (self, "already", result->name, headline);
  set_offer (self, OFFER_NOTHING, NULL);
}

static void
show_not_enrolled (FfCheckInWindow *self, const FfCheckIn *result)
{
  const char *headline = _("Not enrolled in this class.");

  if (g_strcmp0 (result->enrolment_status, "waitlisted") == 0)
    headline = _("On the waiting list of this class.");
  else if (g_strcmp0 (result->enrolment_status, "withdrawn") == 0)
    headline = _("Withdrawn from this class.");
  show_card (self, "late", result->name, headline);
  set_offer (self, OFFER_ENROL, _("Enrol and Sign In (Enter)"));
}

static void
show_unknown (FfCheckInWindow *self, const char *text)
{
  show_card (self, "absent", text, _("Nobody has this number, and nobody in this class this name."));
  set_offer (self, OFFER_GUEST, _("New Guest… (F4)"));
}

static void choose_session (FfCheckInWindow *self, gint64 session_id);

static void
show_result (FfCheckInWindow *self, const FfCheckIn *result, const char *text)
{
  self->trainee_id = result->trainee_id;
  g_free (self->employee_no);
  self->employee_no = g_strdup (result->employee_no);
  switch (result->state)
    {
    case FF_CHECK_IN_SIGNED_IN:
    case FF_CHECK_IN_SIGNED_OUT:
      show_stamped (self, result);
      break;
    case FF_CHECK_IN_ALREADY:
      show_already (self, result);
      break;
    case FF_CHECK_IN_NOT_ENROLLED:
      show_not_enrolled (self, result);
      break;
    case FF_CHECK_IN_AMBIGUOUS:
      show_card (self, "late", text, _("Several people in this class may be meant: type the number."));
      set_offer (self, OFFER_NOTHING, NULL);
      break;
    case FF_CHECK_IN_SESSION:
      choose_session (self, result->session_id);
      break;
    case FF_CHECK_IN_UNKNOWN:
    default:
      show_unknown (self, text);
      break;
    }
}

/* Scans --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  gint64 session_id;
  gint64 trainee_id; /* to be enrolled; 0: whoever the text means */
  char *text;
  FfMinute at;
  gboolean leaving;
  FfCheckIn result;
} Scan;

static void
scan_free (gpointer data)
{
  Scan *scan = data;

  g_weak_ref_clear (&scan->window);
  g_free (scan->text);
  ff_check_in_clear (&scan->result);
  g_free (scan);
}

static gboolean
scan_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Scan *scan = data;

  if (scan->trainee_id != 0)
    return ff_check_in_enrol (db, scan->session_id, scan->trainee_id, scan->at, &scan->result, error);

  return ff_check_in (db, scan->session_id, scan->text, scan->at, scan->leaving, &scan->result, error);
}

static void
show_waiting (FfCheckInWindow *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u is being written", "%u are being written", self->waiting), self->waiting);

  if (self->waiting > 1)
    gtk_label_set_text (self->headline, text);
}

static gboolean
scan_done (gpointer data, const GError *error)
{
  Scan *scan = data;
  g_autoptr (FfCheckInWindow) self = g_weak_ref_get (&scan->window);

  if (self == NULL)
    return FALSE;

  self->waiting--;
  if (error == NULL)
    show_result (self, &scan->result, scan->text);
  else
    {
      self->trainee_id = 0;
      show_card (self, "absent", scan->result.name != NULL ? scan->result.name : scan->text, error->message);
      set_offer (self, OFFER_NOTHING, NULL);
    }
  show_waiting (self);

  return TRUE;
}

static void
run_scan (FfCheckInWindow *self, const char *text, gint64 trainee_id, gboolean leaving)
{
  Scan *scan;
  g_autofree char *name = ff_check_in_name (ff_workspace_get_reader (self->workspace), text);
  g_autofree char *label = NULL;

  if (self->session == NULL)
    return;

  scan = g_new0 (Scan, 1);
  g_weak_ref_init (&scan->window, self);
  scan->session_id = self->session->id;
  scan->trainee_id = trainee_id;
  scan->text = g_strdup (text);
  scan->at = ff_time_now ();
  scan->leaving = leaving;
  if (trainee_id != 0)
    label = g_strdup_printf (_("Enrol %s and sign in"), name);
  else
    label = g_strdup_printf (leaving ? _("Sign %s out") : _("Sign %s in"), name);
  self->waiting++;
  show_waiting (self);
  ff_workspace_run (self->workspace, label, scan_work, scan_done, scan, scan_free);
}

void
ff_check_in_window_scan (FfCheckInWindow *self, const char *text)
{
  g_return_if_fail (FF_IS_CHECK_IN_WINDOW (self));
  g_return_if_fail (text != NULL);

  run_scan (self, text, 0, self->leaving);
}

/* What the person does ---------------------------------------------------------------------------------------------- */

static void
enrol_shown (FfCheckInWindow *self)
{
  g_autofree char *text = g_strdup (self->employee_no != NULL ? self->employee_no : "");
  gint64 trainee_id = self->trainee_id;

  set_offer (self, OFFER_NOTHING, NULL);
  if (trainee_id != 0)
    run_scan (self, text, trainee_id, FALSE);
}

static void
on_guest_saved (FfCheckInWindow *self, gint64 trainee_id)
{
  run_scan (self, gtk_label_get_text (self->name), trainee_id, FALSE);
}

static void
open_guest (FfCheckInWindow *self)
{
  FfEditor *editor;

  if (self->session == NULL)
    return;
  editor = ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_guest_editor, 0, self->session->run_id);

  g_signal_connect_object (editor, "saved", G_CALLBACK (on_guest_saved), self, G_CONNECT_SWAPPED);
}

static void
on_action (FfCheckInWindow *self)
{
  if (self->offer == OFFER_ENROL)
    enrol_shown (self);
  else if (self->offer == OFFER_GUEST)
    open_guest (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_activate (FfCheckInWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  gtk_editable_set_text (self->entry, "");
  if (text[0] != '\0')
    ff_check_in_window_scan (self, text);
  else if (self->offer == OFFER_ENROL)
    enrol_shown (self);
}

static void
on_mode (FfCheckInWindow *self)
{
  self->leaving = gtk_toggle_button_get_active (self->sign_out);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
sign_out_shown (FfCheckInWindow *self)
{
  if (self->trainee_id != 0 && self->employee_no != NULL && self->offer == OFFER_NOTHING)
    run_scan (self, self->employee_no, 0, TRUE);
}

static gboolean
on_key_pressed (FfCheckInWindow *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_F3:
      sign_out_shown (self);
      return TRUE;
    case GDK_KEY_F4:
      open_guest (self);
      return TRUE;
    case GDK_KEY_F8:
      gtk_toggle_button_set_active (self->leaving ? self->sign_in : self->sign_out, TRUE);
      return TRUE;
    case GDK_KEY_Escape:
      if (gtk_editable_get_text (self->entry)[0] != '\0')
        gtk_editable_set_text (self->entry, "");
      else
        gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_undo (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FfCheckInWindow *self = FF_CHECK_IN_WINDOW (widget);
  const char *label = ff_workspace_get_undo_label (self->workspace);
  g_autofree char *name = g_strdup (label != NULL ? label : "");

  if (label == NULL)
    return TRUE;
  ff_workspace_undo (self->workspace);
  self->trainee_id = 0;
  show_card (self, "already", name, _("This is undone."));
  set_offer (self, OFFER_NOTHING, NULL);

  return TRUE;
}

/* The session ------------------------------------------------------------------------------------------------------------- */

static void
choose_session (FfCheckInWindow *self, gint64 session_id)
{
  FfDb *db = ff_workspace_get_reader (self->workspace);
  g_autoptr (GError) error = NULL;
  FfSession *session = ff_sessions_read (db, session_id, &error);
  g_autofree char *day = NULL, *starts = NULL, *ends = NULL, *subtitle = NULL;

  if (session == NULL || !ff_rules_read (db, 0, session->run_id, &self->rule, &error))
    {
      ff_session_free (session);
      show_card (self, "absent", "", error->message);
      return;
    }
  g_clear_pointer (&self->session, ff_session_free);
  self->session = session;
  day = ff_format_day_short (ff_time_day (session->starts_at));
  starts = ff_format_clock (session->starts_at);
  ends = ff_format_clock (session->ends_at);
  subtitle = g_strdup_printf ("%s · %s · %s %s–%s", session->run_code, session->key, day, starts, ends);
  adw_window_title_set_subtitle (self->title, subtitle);
  show_card (self, "waiting", session->key, session->title != NULL ? session->title : _("Ready to sign in."));
  set_offer (self, OFFER_NOTHING, NULL);
  ff_check_in_list_show (self->arrivals, session, &self->rule);
}

/* The window ---------------------------------------------------------------------------------------------------------------- */

static void
ff_check_in_window_dispose (GObject *object)
{
  FfCheckInWindow *self = FF_CHECK_IN_WINDOW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ff_check_in_window_parent_class)->dispose (object);
}

static void
ff_check_in_window_finalize (GObject *object)
{
  FfCheckInWindow *self = FF_CHECK_IN_WINDOW (object);

  g_clear_pointer (&self->session, ff_session_free);
  g_free (self->employee_no);

  G_OBJECT_CLASS (ff_check_in_window_parent_class)->finalize (object);
}

static void
ff_check_in_window_class_init (FfCheckInWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_check_in_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_check_in_window_finalize;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_z, GDK_CONTROL_MASK, on_undo, NULL);
}

static void
ff_check_in_window_init (FfCheckInWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
make_header (FfCheckInWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *modes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Check-In"), NULL));
  self->sign_in = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_("Sign _In")));
  self->sign_out = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_("Sign _Out")));
  gtk_toggle_button_set_group (self->sign_out, self->sign_in);
  gtk_toggle_button_set_active (self->sign_in, TRUE);
  g_signal_connect_swapped (self->sign_out, "toggled", G_CALLBACK (on_mode), self);
  gtk_widget_add_css_class (modes, "linked");
  gtk_box_append (GTK_BOX (modes), GTK_WIDGET (self->sign_in));
  gtk_box_append (GTK_BOX (modes), GTK_WIDGET (self->sign_out));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), modes);

  return header;
}

/* A scanner types as fast as it can: no input method stands between, which would take a letter for the beginning of a word. */
static GtkWidget *
make_entry (FfCheckInWindow *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  g_object_set (entry, "im-module", "gtk-im-context-simple", "placeholder-text", _("Scan or type a number, or a name in pinyin"), NULL);
  gtk_widget_add_css_class (entry, "check-in-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Employee number"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);

  return entry;
}

static GtkWidget *
make_card (FfCheckInWindow *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->headline = GTK_LABEL (gtk_label_new (NULL));
  self->action = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "check-in-name");
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), "title-4");
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (self->headline, TRUE);
  gtk_label_set_justify (self->headline, GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self->action), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->action), "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->action), FALSE);
  g_signal_connect_swapped (self->action, "clicked", G_CALLBACK (on_action), self);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->headline));
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->action));
  gtk_widget_set_size_request (self->card, -1, 150);

  return self->card;
}

static void
on_counted (FfCheckInWindow *self, int recorded, int expected)
{
  /* Translators: how many of a session's trainees are recorded, and how many there are. */
  g_autofree char *text = g_strdup_printf (_("%d of %d"), recorded, expected);

  gtk_label_set_text (self->count, text);
  gtk_progress_bar_set_fraction (self->progress, expected > 0 ? (double) recorded / expected : 0);
}

static GtkWidget *
make_list (FfCheckInWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->arrivals = FF_CHECK_IN_LIST (ff_check_in_list_new (self->workspace));
  g_signal_connect_object (self->arrivals, "counted", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->arrivals));
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static void
add_key (GtkBox *box, const char *key, const char *meaning)
{
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *label = gtk_label_new (meaning);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, cap);
  gtk_box_append (box, label);
}

static GtkWidget *
make_foot (FfCheckInWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  add_key (GTK_BOX (foot), "F3", C_("check-in", "sign out"));
  add_key (GTK_BOX (foot), "F4", C_("check-in", "new guest"));
  add_key (GTK_BOX (foot), "F8", C_("check-in", "in or out"));
  add_key (GTK_BOX (foot), "Ctrl Z", C_("check-in", "undo"));
  gtk_widget_set_hexpand (space, TRUE);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "title-4");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 90, -1);
  gtk_box_append (GTK_BOX (foot), space);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->progress));
  gtk_widget_add_css_class (foot, "legend-bar");

  return foot;
}

static void
build (FfCheckInWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  gtk_widget_add_css_class (content, "check-in");
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (content), make_entry (self));
  gtk_box_append (GTK_BOX (content), make_card (self));
  gtk_box_append (GTK_BOX (content), make_list (self));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

FfCheckInWindow *
ff_check_in_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 session_id)
{
  FfCheckInWindow *self = g_object_new (FF_TYPE_CHECK_IN_WINDOW, "transient-for", gtk_widget_get_root (parent), "title", _("Check-In"),
                                        "default-width", 700, "default-height", 640, NULL);

  self->workspace = g_object_ref (workspace);
  build (self);
  choose_session (self, session_id);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
