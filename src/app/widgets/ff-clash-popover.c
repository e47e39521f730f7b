#include "config.h"

#include "ff-clash-popover.h"

#include <glib/gi18n-lib.h>

#include "ff-clash-text.h"
#include "ff-format.h"
#include "ff-runs.h"
#include "ff-window.h"

#define WIDTH 396
/* More clashes of one session are counted, not shown. */
#define MOST_NOTES 3

/* What a reader found out. */
typedef struct
{
  GPtrArray *clashes; /* FfClash */
  GPtrArray *slots;   /* FfFreeSlot */
  GPtrArray *venues;  /* FfFreeVenue */
} Findings;

#define FF_TYPE_CLASH_POPOVER (ff_clash_popover_get_type ())
G_DECLARE_FINAL_TYPE (FfClashPopover, ff_clash_popover, FF, CLASH_POPOVER, GtkPopover)

struct _FfClashPopover
{
  GtkPopover parent_instance;

  FfWorkspace *workspace;
  gint64 session_id;
  GtkBox *content;
  GtkWidget *reason; /* the entry of a reason; NULL until it is asked for */
  Findings findings;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfClashPopover, ff_clash_popover, GTK_TYPE_POPOVER)

static void
findings_clear (Findings *findings)
{
  g_clear_pointer (&findings->clashes, g_ptr_array_unref);
  g_clear_pointer (&findings->slots, g_ptr_array_unref);
  g_clear_pointer (&findings->venues, g_ptr_array_unref);
}

/* Commands ------------------------------------------------------------------------------------------------------------ */

/* What the writer does to the session: put a draft, or accept clashes. */
typedef struct
{
  FfWindow *window;
  gint64 session_id;
  char *starts_at;
  char *ends_at;
  char *venue;
  char *reason; /* "" takes the acceptance back; NULL: this is a draft */
  GPtrArray *clashes;
  char *toast;
} Command;

static void
command_free (gpointer data)
{
  Command *command = data;

  g_clear_object (&command->window);
  g_free (command->starts_at);
  g_free (command->ends_at);
  g_free (command->venue);
  g_free (command->reason);
  g_clear_pointer (&command->clashes, g_ptr_array_unref);
  g_free (command->toast);
  g_free (command);
}

static gboolean
command_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;
  FfSessionDraft draft = { .starts_at = command->starts_at, .ends_at = command->ends_at, .venue = command->venue };

  if (command->reason == NULL)
    return ff_sessions_move (db, command->session_id, &draft, error) != FF_PUT_REFUSED;
  for (guint i = 0; i < command->clashes->len; i++)
    {
      const FfClash *clash = g_ptr_array_index (command->clashes, i);

      /* What was accepted before keeps its own reason. */
      if ((clash->accepted != NULL) == (*command->reason == '\0')
          && ff_clashes_accept (db, clash, command->reason, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
command_done (gpointer data, const GError *error)
{
  Command *command = data;

  if (error != NULL)
    return FALSE;
  if (command->window != NULL)
    ff_window_toast_undo (command->window, command->toast);
  return TRUE;
}

static Command *
command_new (FfClashPopover *self)
{
  Command *command = g_new0 (Command, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  while (GTK_IS_WINDOW (root) && !FF_IS_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  command->window = FF_IS_WINDOW (root) ? g_object_ref (FF_WINDOW (root)) : NULL;
  command->session_id = self->session_id;
  return command;
}

static void
run (FfClashPopover *self, const char *label, Command *command)
{
  ff_workspace_run (self->workspace, label, command_work, command_done, command, command_free);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_move (FfClashPopover *self)
{
  const FfFreeSlot *slot = g_ptr_array_index (self->findings.slots, 0);
  Command *command = command_new (self);
  g_autofree char *day = ff_format_day_short (ff_time_day (slot->starts_at));
  g_autofree char *clock = ff_format_clock (slot->starts_at);

  command->starts_at = ff_time_format (slot->starts_at);
  command->ends_at = ff_time_format (slot->ends_at);
  /* Translators: a day and a time. */
  command->toast = g_strdup_printf (_("Session moved to %s, %s"), day, clock);
  run (self, _("Move a session"), command);
}

static void
on_change_venue (FfClashPopover *self)
{
  const FfFreeVenue *venue = g_ptr_array_index (self->findings.venues, 0);
  Command *command = command_new (self);

  command->venue = g_strdup (venue->venue);
  /* Translators: a venue. */
  command->toast = g_strdup_printf (_("Session moved to %s"), venue->venue);
  run (self, _("Change the venue of a session"), command);
}

static void
on_accept (FfClashPopover *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autofree char *clean = ff_put_clean_line (reason);
  Command *command;

  if (*clean == '\0')
    {
      gtk_widget_add_css_class (self->reason, "error");
      gtk_widget_grab_focus (self->reason);
      return;
    }
  command = command_new (self);
  command->reason = g_steal_pointer (&clean);
  command->clashes = g_ptr_array_ref (self->findings.clashes);
  command->toast = g_strdup (_("Clash accepted"));
  run (self, _("Accept a clash"), command);
}

static void
on_take_back (FfClashPopover *self)
{
  Command *command = command_new (self);

  command->reason = g_strdup ("");
  command->clashes = g_ptr_array_ref (self->findings.clashes);
  command->toast = g_strdup (_("Clash no longer accepted"));
  run (self, _("Take the acceptance of a clash back"), command);
}

/* The content --------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_texts (const char *title, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), new_label (title, NULL));
  if (detail != NULL)
    {
      GtkWidget *below = new_label (detail, "caption");

      gtk_widget_add_css_class (below, "dim-label");
      gtk_box_append (GTK_BOX (box), below);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
add_row (FfClashPopover *self, const char *icon, const char *icon_style)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  if (icon_style != NULL)
    gtk_widget_add_css_class (image, icon_style);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "clash-row");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->content)) != NULL)
    gtk_box_append (self->content, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (self->content, row);
  return row;
}

static GtkWidget *
add_button (FfClashPopover *self, GtkWidget *row, const char *label, GCallback callback, const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, ff_workspace_is_writable (self->workspace));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
add_note (FfClashPopover *self, const FfClashNote *note)
{
  GtkWidget *row = add_row (self, "ff-clash-symbolic", "clash-disc");
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *sentence = ff_clash_note_sentence (note, self->session_id);
  g_autofree char *overlap = ff_clash_note_overlap (note);
  g_autofree char *acceptance = ff_clash_note_acceptance (note);
  GtkWidget *below = new_label (overlap, "caption");

  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (texts), new_label (ff_clash_note_title (note), "heading"));
  gtk_box_append (GTK_BOX (texts), new_label (sentence, NULL));
  gtk_box_append (GTK_BOX (texts), below);
  if (acceptance != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (acceptance, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
}

static void
add_slot (FfClashPopover *self, const FfFreeSlot *slot)
{
  GtkWidget *row = add_row (self, "ff-calendar-symbolic", "clash-way");
  g_autofree char *day = ff_format_day_short (ff_time_day (slot->starts_at));
  g_autofree char *from = ff_format_clock (slot->starts_at);
  g_autofree char *to = ff_format_clock (slot->ends_at);
  /* Translators: a day and two times. */
  g_autofree char *title = g_strdup_printf (_("Next free: %s %s–%s"), day, from, to);
  g_autofree char *people
      = g_strdup_printf (ngettext ("%d of %d trainee", "%d of %d trainees", (gulong) slot->trainees), slot->free_trainees, slot->trainees);
  g_autofree char *detail = NULL;

  if (slot->venue != NULL)
    /* Translators: a venue, and how many trainees are free. */
    detail = g_strdup_printf (_("%s, same trainer, %s"), slot->venue, people);
  else
    /* Translators: how many trainees are free. */
    detail = g_strdup_printf (_("Same trainer, %s"), people);
  gtk_box_append (GTK_BOX (row), new_texts (title, detail));
  add_button (self, row, _("_Move"), G_CALLBACK (on_move), "suggested-action");
}

static void
add_venue (FfClashPopover *self, const FfFreeVenue *venue)
{
  GtkWidget *row = add_row (self, "ff-venue-symbolic", "clash-way");
  /* Translators: a venue. */
  g_autofree char *title = g_strdup_printf (_("%s at the same time"), venue->venue);
  g_autofree char *detail = NULL;

  if (venue->capacity >= 0)
    detail = g_strdup_printf (ngettext ("%d seat for %d trainees", "%d seats for %d trainees", (gulong) venue->capacity), venue->capacity,
                              venue->trainees);
  gtk_box_append (GTK_BOX (row), new_texts (title, detail));
  add_button (self, row, _("Change _Room"), G_CALLBACK (on_change_venue), NULL);
}

static void
on_ask_reason (FfClashPopover *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);
  GtkWidget *texts = gtk_widget_get_prev_sibling (button);

  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Because …"));
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why both are kept"), -1);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (on_accept), self, G_CONNECT_SWAPPED);
  gtk_box_remove (GTK_BOX (row), texts);
  gtk_box_remove (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), self->reason);
  add_button (self, row, _("_Accept"), G_CALLBACK (on_accept), "suggested-action");
  gtk_widget_grab_focus (self->reason);
}

static gboolean
is_open (const Findings *findings)
{
  for (guint i = 0; i < findings->clashes->len; i++)
    if (((const FfClash *) g_ptr_array_index (findings->clashes, i))->accepted == NULL)
      return TRUE;
  return FALSE;
}

static void
add_ways_out (FfClashPopover *self)
{
  GtkWidget *row;

  if (!is_open (&self->findings))
    {
      row = add_row (self, "document-edit-symbolic", NULL);
      gtk_box_append (GTK_BOX (row), new_texts (_("Both are kept"), NULL));
      add_button (self, row, _("_Take Back"), G_CALLBACK (on_take_back), "flat");
      return;
    }
  if (self->findings.slots->len > 0)
    add_slot (self, g_ptr_array_index (self->findings.slots, 0));
  if (self->findings.venues->len > 0)
    add_venue (self, g_ptr_array_index (self->findings.venues, 0));
  row = add_row (self, "document-edit-symbolic", NULL);
  gtk_box_append (GTK_BOX (row), new_texts (_("Keep both and note why"), NULL));
  add_button (self, row, _("_Accept…"), G_CALLBACK (on_ask_reason), "flat");
}

static void
clear (FfClashPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
show_sentence (FfClashPopover *self, const char *text)
{
  GtkWidget *label = new_label (text, "dim-label");

  clear (self);
  gtk_widget_add_css_class (label, "clash-row");
  gtk_box_append (self->content, label);
}

static void
show_findings (FfClashPopover *self)
{
  g_autoptr (GPtrArray) notes = ff_clash_notes_new (self->findings.clashes, !is_open (&self->findings));

  if (notes->len == 0)
    {
      show_sentence (self, _("Nothing stands in the way of this session."));
      return;
    }
  clear (self);
  for (guint i = 0; i < MIN (notes->len, MOST_NOTES); i++)
    add_note (self, g_ptr_array_index (notes, i));
  if (notes->len > MOST_NOTES)
    {
      guint more = notes->len - MOST_NOTES;
      GtkWidget *row = add_row (self, "view-more-horizontal-symbolic", NULL);
      g_autofree char *text = g_strdup_printf (ngettext ("%u more clash", "%u more clashes", more), more);

      gtk_box_append (GTK_BOX (row), new_texts (text, NULL));
    }
  add_ways_out (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Reading ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef popover;
  gint64 session_id;
  Findings findings;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->popover);
  findings_clear (&reading->findings);
  g_free (reading);
}

static gboolean
is_about_venue (GPtrArray *clashes)
{
  for (guint i = 0; i < clashes->len; i++)
    {
      const FfClash *clash = g_ptr_array_index (clashes, i);

      if (clash->resource == FF_RESOURCE_VENUE && clash->accepted == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;
  Findings *findings = &reading->findings;
  g_autoptr (FfSessionPlan) plan = ff_session_plan_read (db, reading->session_id, error);

  findings->clashes = plan != NULL ? ff_clashes_of_session (db, reading->session_id, error) : NULL;
  if (findings->clashes == NULL)
    return FALSE;
  findings->slots = ff_clashes_next_free (db, plan, NULL, error);
  if (findings->slots == NULL)
    return FALSE;
  findings->venues = is_about_venue (findings->clashes) ? ff_clashes_free_venues (db, plan, error) : g_ptr_array_new ();
  return findings->venues != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfClashPopover) self = g_weak_ref_get (&reading->popover);

  if (self == NULL)
    return TRUE;
  if (error != NULL)
    {
      show_sentence (self, error->message);
      return TRUE;
    }
  self->findings = reading->findings;
  reading->findings = (Findings) { NULL };
  show_findings (self);
  return TRUE;
}

/* The popover --------------------------------------------------------------------------------------------------------- */

static gboolean
unparent (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not within the signal: the popover still has to give the focus back. */
static void
ff_clash_popover_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent, g_object_ref (popover), g_object_unref);
}

static void
on_anchor_destroyed (GtkWidget *popover)
{
  unparent (popover);
}

static void
ff_clash_popover_dispose (GObject *object)
{
  FfClashPopover *self = FF_CLASH_POPOVER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  findings_clear (&self->findings);
  G_OBJECT_CLASS (ff_clash_popover_parent_class)->dispose (object);
}

static void
ff_clash_popover_class_init (FfClashPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_clash_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = ff_clash_popover_closed;
}

static void
ff_clash_popover_init (FfClashPopover *self)
{
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_size_request (GTK_WIDGET (self->content), WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->content));
  gtk_widget_add_css_class (GTK_WIDGET (self), "clash-popover");
}

void
ff_clash_popover_open (GtkWidget *anchor, FfWorkspace *workspace, gint64 session_id)
{
  FfClashPopover *self;
  Reading *reading;

  g_return_if_fail (GTK_IS_WIDGET (anchor) && FF_IS_WORKSPACE (workspace));

  self = g_object_new (FF_TYPE_CLASH_POPOVER, NULL);
  self->workspace = g_object_ref (workspace);
  self->session_id = session_id;
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_parent (GTK_WIDGET (self), anchor);
  g_signal_connect_object (anchor, "destroy", G_CALLBACK (on_anchor_destroyed), self, G_CONNECT_SWAPPED);
  show_sentence (self, _("Looking for ways out …"));
  reading = g_new0 (Reading, 1);
  g_weak_ref_init (&reading->popover, self);
  reading->session_id = session_id;
  ff_workspace_read (workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
  gtk_popover_popup (GTK_POPOVER (self));
}
