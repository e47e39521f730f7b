#include "config.h"

#include "ff-history-row.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-window.h"

struct _FfHistoryRow
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  gboolean brief;
  const FfChange *change;
  GtkWidget *time;
  GtkWidget *actor;
  GtkWidget *subject;
  GtkWidget *before;
  GtkWidget *arrow;
  GtkWidget *after;
  GtkWidget *command;
  GtkWidget *restore;
};

G_DEFINE_FINAL_TYPE (FfHistoryRow, ff_history_row, ADW_TYPE_BIN)

static guint restoring_signal;

/* Restoring ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfWindow *window;
  gint64 line;
  const char *column;
} Command;

static void
command_free (gpointer data)
{
  Command *command = data;

  g_clear_object (&command->window);
  g_free (command);
}

static gboolean
command_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;

  return ff_history_restore (db, command->line, command->column, error) != FF_PUT_REFUSED;
}

static gboolean
command_done (gpointer data, const GError *error)
{
  Command *command = data;

  if (error != NULL)
    return FALSE;
  if (command->window != NULL)
    ff_window_toast_undo (command->window, _("Value restored"));
  return TRUE;
}

static void
on_restore (FfHistoryRow *self)
{
  g_autofree char *label = NULL;
  Command *command;
  GtkRoot *root;

  if (self->change == NULL)
    return;
  label = ff_history_restore_label (self->change);
  command = g_new0 (Command, 1);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  command->window = FF_IS_WINDOW (root) ? g_object_ref (FF_WINDOW (root)) : NULL;
  command->line = self->change->line;
  command->column = self->change->column;
  ff_workspace_run (self->workspace, label, command_work, command_done, command, command_free);
  g_signal_emit (self, restoring_signal, 0);
}

/* What it shows --------------------------------------------------------------------------------------------------------- */

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
set_style (GtkWidget *widget, const char *style, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

/* "张三 · Written test · Mark" */
static char *
make_subject (const FfHistoryRow *self, const FfChange *change)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (!self->brief && change->person != NULL)
    g_ptr_array_add (parts, change->person);
  if (!self->brief && *change->subject != '\0')
    g_ptr_array_add (parts, change->subject);
  g_ptr_array_add (parts, change->field != NULL ? change->field : change->thing);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_values (FfHistoryRow *self, const FfChange *change)
{
  gboolean values = change->kind == FF_CHANGE_VALUE;

  gtk_widget_set_visible (self->arrow, values);
  gtk_widget_set_visible (self->before, values);
  if (!values)
    {
      set_text (self->after, change->kind == FF_CHANGE_ADDED ? C_("journal", "Added") : C_("journal", "Removed"));
      return;
    }
  set_text (self->before, change->before != NULL ? change->before : C_("no value", "–"));
  set_text (self->after, change->after != NULL ? change->after : C_("no value", "–"));
}

static char *
make_note (const FfHistoryRow *self, const FfChange *change)
{
  if (change->undone && change->undone_by != NULL)
    /* Translators: a command, and who took it back. */
    return g_strdup_printf (_("%s · undone by %s"), change->label, change->undone_by);
  return self->brief ? NULL : g_strdup (change->label);
}

static void
update_accessible (FfHistoryRow *self, const FfChange *change, const char *time, const char *subject)
{
  g_autofree char *restore = NULL;
  g_autofree char *sentence
      /* Translators: when, who, of what, the value before and after. */
      = g_strdup_printf (_("%s, %s: %s, from %s to %s"), time, change->actor, subject, change->before ? change->before : C_("no value", "–"),
                         change->after ? change->after : C_("no value", "–"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  if (!change->restorable)
    return;
  /* Translators: the button that makes a field again what it was; a value stands for %s. */
  restore = change->before != NULL ? g_strdup_printf (_("Restore %s"), change->before) : g_strdup (_("Restore: leave empty"));
  gtk_widget_set_tooltip_text (self->restore, restore);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->restore), GTK_ACCESSIBLE_PROPERTY_LABEL, restore, -1);
}

void
ff_history_row_set_change (FfHistoryRow *self, const FfChange *change)
{
  g_autofree char *clock = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (FF_IS_HISTORY_ROW (self));

  self->change = change;
  if (change == NULL)
    return;
  clock = ff_format_clock (change->at);
  day = self->brief ? ff_format_day_brief (ff_time_day (change->at)) : NULL;
  time = day != NULL ? g_strdup_printf ("%s %s", day, clock) : g_strdup (clock);
  subject = make_subject (self, change);
  note = make_note (self, change);
  set_text (self->time, time);
  set_text (self->actor, change->actor);
  set_text (self->subject, subject);
  set_text (self->command, note);
  show_values (self, change);
  set_style (GTK_WIDGET (self), "undone", change->undone);
  gtk_widget_set_opacity (self->restore, change->restorable ? 1 : 0);
  gtk_widget_set_sensitive (self->restore, change->restorable && ff_workspace_is_writable (self->workspace));
  update_accessible (self, change, time, subject);
}

/* Making ---------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *style, gboolean dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_values (FfHistoryRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->before = new_label ("history-value", TRUE);
  self->arrow = gtk_label_new ("→");
  self->after = new_label ("history-value", FALSE);
  gtk_widget_add_css_class (self->arrow, "dim-label");
  gtk_widget_add_css_class (self->after, "history-after");
  gtk_box_append (GTK_BOX (box), self->before);
  gtk_box_append (GTK_BOX (box), self->arrow);
  gtk_box_append (GTK_BOX (box), self->after);
  return box;
}

static void
ff_history_row_dispose (GObject *object)
{
  FfHistoryRow *self = FF_HISTORY_ROW (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_history_row_parent_class)->dispose (object);
}

static void
ff_history_row_class_init (FfHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_history_row_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  restoring_signal = g_signal_new ("restoring", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_history_row_init (FfHistoryRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *when = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *what = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->time = new_label ("history-time", FALSE);
  self->actor = new_label ("caption", TRUE);
  self->subject = new_label ("history-subject", FALSE);
  self->command = new_label ("caption", TRUE);
  self->restore = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_label_set_width_chars (GTK_LABEL (self->actor), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (self->actor), 12);
  gtk_box_append (GTK_BOX (when), self->time);
  gtk_box_append (GTK_BOX (when), self->actor);
  gtk_box_append (GTK_BOX (what), self->subject);
  gtk_box_append (GTK_BOX (what), make_values (self));
  gtk_box_append (GTK_BOX (what), self->command);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_set_valign (self->restore, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->restore, "flat");
  g_signal_connect_object (self->restore, "clicked", G_CALLBACK (on_restore), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), when);
  gtk_box_append (GTK_BOX (row), what);
  gtk_box_append (GTK_BOX (row), self->restore);
  gtk_widget_add_css_class (GTK_WIDGET (self), "history-row");
  adw_bin_set_child (ADW_BIN (self), row);
}

GtkWidget *
ff_history_row_new (FfWorkspace *workspace, gboolean brief)
{
  FfHistoryRow *self = g_object_new (FF_TYPE_HISTORY_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->brief = brief;
  return GTK_WIDGET (self);
}
