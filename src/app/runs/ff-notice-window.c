#include "config.h"

#include "ff-notice-window.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-settings.h"

struct _FfNoticeWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkTextView *text;
  GtkTextView *template;
  GtkFlowBox *places;
  GtkLabel *complaint;
  GtkWidget *reset;
  GtkLabel *sent;

  FfWorkspace *workspace;
  gint64 run_id;
  FfNoticeKind kind;
  FfNoticeFacts *facts; /* NULL until they are read */
  char *kept;           /* the template as it is stored, or the one to begin with */
  int people;
};

G_DEFINE_FINAL_TYPE (FfNoticeWindow, ff_notice_window, ADW_TYPE_WINDOW)

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The text --------------------------------------------------------------------------------------------------------- */

/* Fills the template as it stands in its editor; a place that there is nothing for is complained of there. */
static gboolean
fill (FfNoticeWindow *self)
{
  g_autofree char *template = dup_text (self->template);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->facts == NULL)
    return FALSE;
  text = ff_notice_text_fill (self->facts, self->kind, template, NULL, &self->people, &error);
  gtk_label_set_label (self->complaint, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), error != NULL);
  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  return text != NULL;
}

static void
on_note_clicked (AdwToast *toast, FfNoticeWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "notice.note", NULL);
}

static void
activate_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FfNoticeWindow *self = FF_NOTICE_WINDOW (widget);
  g_autofree char *text = dup_text (self->text);
  AdwToast *toast = adw_toast_new (_("Copied: paste it into a chat or a mail"));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (ff_workspace_is_writable (self->workspace))
    {
      adw_toast_set_button_label (toast, _("Note as Sent"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_note_clicked), self, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What was sent ---------------------------------------------------------------------------------------------------- */

static void
show_sent (FfNoticeWindow *self)
{
  g_autoptr (GPtrArray) notices = ff_notices_list (ff_workspace_get_reader (self->workspace), self->run_id, NULL);
  const FfNotice *last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; notices != NULL && i < notices->len && last == NULL; i++)
    {
      const FfNotice *notice = g_ptr_array_index (notices, i);

      if (g_str_equal (notice->kind, ff_notice_kind_key (self->kind)))
        last = notice;
    }
  if (last != NULL)
    {
      day = ff_format_day (last->sent_on);
      /* Translators: %s is a date. */
      text = g_strdup_printf (ngettext ("Sent on %s to %d person", "Sent on %s to %d people", (gulong) last->people), day, last->people);
    }
  gtk_label_set_label (self->sent, text != NULL ? text : _("Not sent yet"));
}

typedef struct
{
  FfNoticeWindow *window;
  gint64 run_id;
  FfNoticeKind kind;
  int people;
  char *template;
} Command;

static Command *
command_new (FfNoticeWindow *self)
{
  Command *command = g_new0 (Command, 1);

  command->window = g_object_ref (self);
  command->run_id = self->run_id;
  command->kind = self->kind;
  command->people = self->people;
  return command;
}

static void
command_free (gpointer data)
{
  Command *command = data;

  g_object_unref (command->window);
  g_free (command->template);
  g_free (command);
}

static gboolean
note_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Command *command = data;

  return ff_notices_note (db, command->run_id, command->kind, ff_time_day (ff_time_now ()), command->people, error);
}

static gboolean
note_done (gpointer data, const GError *error)
{
  Command *command = data;

  if (error == NULL)
    show_sent (command->window);
  return error == NULL;
}

static void
activate_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FfNoticeWindow *self = FF_NOTICE_WINDOW (widget);

  if (self->facts != NULL)
    ff_workspace_run (self->workspace, self->kind == FF_NOTICE_NOTICE ? _("Note that a notice was sent") : _("Note that a reminder was sent"),
                      note_work, note_done, command_new (self), command_free);
}

/* The template ----------------------------------------------------------------------------------------------------- */

static gboolean
keep_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Command *command = data;

  return ff_settings_put (db, ff_notice_kind_key (command->kind), command->template, error) != FF_PUT_REFUSED;
}

/* A template is kept when its editor is left, if it can be filled. The one to begin with is not stored, so that it follows the language. */
static void
keep (FfNoticeWindow *self)
{
  g_autofree char *template = dup_text (self->template);
  g_autofree char *usual = ff_notice_text_default (self->kind, NULL);
  Command *command;

  if (self->facts == NULL || g_strcmp0 (template, self->kept) == 0 || !fill (self) || !ff_workspace_is_writable (self->workspace))
    return;
  g_free (self->kept);
  self->kept = g_steal_pointer (&template);
  command = command_new (self);
  command->template = g_strdup (g_str_equal (self->kept, usual) ? "" : self->kept);
  ff_workspace_run (self->workspace, self->kind == FF_NOTICE_NOTICE ? _("Change the template of notices") : _("Change the template of reminders"),
                    keep_work, NULL, command, command_free);
}

static void
on_template_changed (FfNoticeWindow *self)
{
  g_autofree char *template = dup_text (self->template);
  g_autofree char *usual = ff_notice_text_default (self->kind, NULL);

  fill (self);
  gtk_widget_set_sensitive (self->reset, !g_str_equal (template, usual));
}

static void
on_page_changed (FfNoticeWindow *self)
{
  keep (self);
}

static gboolean
on_close (FfNoticeWindow *self)
{
  keep (self);
  return GDK_EVENT_PROPAGATE;
}

static void
on_reset (FfNoticeWindow *self)
{
  g_autofree char *usual = ff_notice_text_default (self->kind, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->template), usual, -1);
  keep (self);
}

static void
on_place_clicked (FfNoticeWindow *self, GtkButton *button)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->template), gtk_button_get_label (button), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->template));
}

static void
add_places (FfNoticeWindow *self)
{
  for (const char *const *place = ff_notice_text_places (self->kind); *place != NULL; place++)
    {
      g_autofree char *label = g_strdup_printf ("{%s}", *place);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (button, "small");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_place_clicked), self, G_CONNECT_SWAPPED);
      gtk_flow_box_append (self->places, button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

static void
load_template (FfNoticeWindow *self)
{
  char *stored = ff_settings_get (ff_workspace_get_reader (self->workspace), ff_notice_kind_key (self->kind), NULL);

  self->kept = stored != NULL && *stored != '\0' ? stored : ff_notice_text_default (self->kind, NULL);
  if (self->kept != stored)
    g_free (stored);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->template), self->kept, -1);
}

/* What it tells ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfNoticeWindow *window;
  gint64 run_id;
  FfNoticeFacts *facts;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->facts, ff_notice_facts_free);
  g_object_unref (reading->window);
  g_free (reading);
}

static gboolean
read_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->facts = ff_notice_facts_read (db, reading->run_id, ff_time_now (), error);
  return reading->facts != NULL;
}

static gboolean
read_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  FfNoticeWindow *self = reading->window;

  if (error != NULL)
    return FALSE;
  self->facts = g_steal_pointer (&reading->facts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notice.copy", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notice.note", ff_workspace_is_writable (self->workspace));
  /* A stored template may name a place that is no more; its editor then says so. */
  if (!fill (self))
    gtk_stack_set_visible_child_name (self->stack, "template");
  return TRUE;
}

/* ------------------------------------------------------------------------------------------------------------------ */

static void
ff_notice_window_dispose (GObject *object)
{
  FfNoticeWindow *self = FF_NOTICE_WINDOW (object);

  g_clear_pointer (&self->facts, ff_notice_facts_free);
  g_clear_pointer (&self->kept, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_notice_window_parent_class)->dispose (object);
}

static void
ff_notice_window_class_init (FfNoticeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_notice_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-notice-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfNoticeWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FfNoticeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfNoticeWindow, text);
  gtk_widget_class_bind_template_child (widget_class, FfNoticeWindow, template);
  gtk_widget_class_bind_template_child (widget_class, FfNoticeWindow, places);
  gtk_widget_class_bind_template_child (widget_class, FfNoticeWindow, complaint);
  gtk_widget_class_bind_template_child (widget_class, FfNoticeWindow, reset);
  gtk_widget_class_bind_template_child (widget_class, FfNoticeWindow, sent);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_install_action (widget_class, "notice.copy", NULL, activate_copy);
  gtk_widget_class_install_action (widget_class, "notice.note", NULL, activate_note);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ff_notice_window_init (FfNoticeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notice.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notice.note", FALSE);
}

void
ff_notice_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id, FfNoticeKind kind)
{
  FfNoticeWindow *self;
  Reading *reading;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_WORKSPACE (workspace));

  self = g_object_new (FF_TYPE_NOTICE_WINDOW, "transient-for", gtk_widget_get_root (parent), "modal", TRUE, "title",
                       kind == FF_NOTICE_NOTICE ? _("Notice") : _("Reminder"), NULL);
  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  self->kind = kind;
  add_places (self);
  load_template (self);
  gtk_text_view_set_editable (self->template, ff_workspace_is_writable (workspace));
  g_signal_connect_object (gtk_text_view_get_buffer (self->template), "changed", G_CALLBACK (on_template_changed), self, G_CONNECT_SWAPPED);
  show_sent (self);

  reading = g_new0 (Reading, 1);
  reading->window = g_object_ref (self);
  reading->run_id = run_id;
  ff_workspace_read (workspace, read_work, read_done, reading, reading_free, NULL);
  gtk_window_present (GTK_WINDOW (self));
}
