#include "config.h"

#include "ff-enrol-window.h"

#include <glib/gi18n-lib.h>

#include "ff-chosen-pane.h"
#include "ff-editors.h"
#include "ff-paste-pane.h"
#include "ff-roster.h"
#include "ff-trainee-picker.h"
#include "ff-window.h"

struct _FfEnrolWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkBox *find_page;
  GtkBox *paste_page;
  AdwBin *chosen_place;
  GtkButton *add;
  GtkButton *add_all;
  GtkButton *confirm;
  FfTraineePicker *picker;
  FfPastePane *paste;
  FfChosenPane *chosen;
  FfWorkspace *workspace;
  gint64 run_id;
  GArray *picked;       /* gint64: found and added, in this order */
  GHashTable *left_out; /* gint64: pasted, and taken from the list again */
  gboolean working;
};

G_DEFINE_FINAL_TYPE (FfEnrolWindow, ff_enrol_window, ADW_TYPE_WINDOW)

/* Who is chosen ------------------------------------------------------------------------------------------------------ */

static void
append_new (GArray *ids, GHashTable *seen, const GArray *more, GHashTable *left_out)
{
  for (guint i = 0; i < more->len; i++)
    {
      gint64 *id = &g_array_index (more, gint64, i);

      if ((left_out == NULL || !g_hash_table_contains (left_out, id)) && g_hash_table_add (seen, g_memdup2 (id, sizeof *id)))
        g_array_append_val (ids, *id);
    }
}

static void
update_chosen (FfEnrolWindow *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) pasted = ff_paste_pane_get_people (self->paste);

  append_new (ids, seen, self->picked, NULL);
  append_new (ids, seen, pasted, self->left_out);
  ff_chosen_pane_set_people (self->chosen, ids);
}

static void
pick (FfEnrolWindow *self, const GArray *more)
{
  g_array_append_vals (self->picked, more->data, more->len);
  update_chosen (self);
}

static void
on_activated (FfEnrolWindow *self, gint64 id)
{
  g_array_append_val (self->picked, id);
  update_chosen (self);
}

static void
on_add (FfEnrolWindow *self)
{
  g_autoptr (GArray) ids = ff_trainee_picker_get_selected (self->picker);

  pick (self, ids);
}

static void
on_add_all (FfEnrolWindow *self)
{
  g_autoptr (GArray) ids = ff_trainee_picker_get_found (self->picker);

  pick (self, ids);
}

static void
on_removed (FfEnrolWindow *self, gint64 id)
{
  for (guint i = self->picked->len; i > 0; i--)
    if (g_array_index (self->picked, gint64, i - 1) == id)
      g_array_remove_index (self->picked, i - 1);
  g_hash_table_add (self->left_out, g_memdup2 (&id, sizeof id));
  update_chosen (self);
}

static void
on_found_changed (FfEnrolWindow *self)
{
  guint n = ff_trainee_picker_get_n_found (self->picker);
  g_autoptr (GArray) selected = ff_trainee_picker_get_selected (self->picker);
  g_autofree char *all = g_strdup_printf (ngettext ("Add A_ll %'u Found", "Add A_ll %'u Found", n), n);

  gtk_button_set_label (self->add_all, all);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_all), n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), selected->len > 0);
}

/* A guest is added to the trainees and chosen at once. */
static void
on_guest_saved (FfEnrolWindow *self, gint64 id)
{
  on_activated (self, id);
}

static void
on_add_guest (FfEnrolWindow *self)
{
  FfEditor *editor = ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_guest_editor, 0, 0);

  if (editor != NULL)
    g_signal_connect_object (editor, "saved", G_CALLBACK (on_guest_saved), self, G_CONNECT_SWAPPED);
}

/* Enrolling ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfEnrolWindow *window;
  gint64 run_id;
  GArray *ids;
  gboolean rest_waits;
  FfRosterCount count;
} Enrolment;

static void
enrolment_free (gpointer data)
{
  Enrolment *enrolment = data;

  g_object_unref (enrolment->window);
  g_array_unref (enrolment->ids);
  g_free (enrolment);
}

static gboolean
enrol_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Enrolment *enrolment = data;

  return ff_roster_enrol (db, enrolment->run_id, (const gint64 *) (gpointer) enrolment->ids->data, enrolment->ids->len,
                          enrolment->rest_waits, &enrolment->count, error);
}

static char *
describe (const FfRosterCount *count)
{
  g_autofree char *enrolled = g_strdup_printf (ngettext ("%u person enrolled", "%u people enrolled", count->enrolled), count->enrolled);
  g_autofree char *waiting
      = g_strdup_printf (ngettext ("%u on the waiting list", "%u on the waiting list", count->waitlisted), count->waitlisted);

  /* Translators: joins "3 people enrolled" and "2 on the waiting list". */
  return count->waitlisted > 0 ? g_strdup_printf (_("%s, %s"), enrolled, waiting) : g_steal_pointer (&enrolled);
}

static gboolean
enrol_done (gpointer data, const GError *error)
{
  Enrolment *enrolment = data;
  FfEnrolWindow *self = enrolment->window;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *said = describe (&enrolment->count);

  self->working = FALSE;
  if (self->workspace == NULL)
    return error == NULL;
  if (error != NULL)
    {
      ff_chosen_pane_set_complaint (self->chosen, error->message);
      return TRUE;
    }
  gtk_window_destroy (GTK_WINDOW (self));
  if (FF_IS_WINDOW (parent))
    ff_window_toast_undo (FF_WINDOW (parent), said);
  return TRUE;
}

static void
on_confirm (FfEnrolWindow *self)
{
  GArray *ids = ff_chosen_pane_get_people (self->chosen);
  g_autofree char *label = g_strdup_printf (ngettext ("Enrol %u person", "Enrol %u people", ids->len), ids->len);
  Enrolment *enrolment;

  if (ids->len == 0 || self->working)
    return;
  enrolment = g_new0 (Enrolment, 1);
  enrolment->window = g_object_ref (self);
  enrolment->run_id = self->run_id;
  enrolment->ids = g_array_ref (ids);
  enrolment->rest_waits = ff_chosen_pane_get_rest_waits (self->chosen);
  self->working = TRUE;
  ff_workspace_run (self->workspace, label, enrol_work, enrol_done, enrolment, enrolment_free);
}

static void
on_chosen_changed (FfEnrolWindow *self)
{
  guint n = ff_chosen_pane_get_people (self->chosen)->len;
  guint over = MIN (n, ff_chosen_pane_get_n_over (self->chosen));
  g_autofree char *label = NULL;

  if (n == 0)
    label = g_strdup (_("_Enrol"));
  else if (over > 0 && ff_chosen_pane_get_rest_waits (self->chosen))
    /* Translators: of a button: so many are enrolled, so many are put on the waiting list. */
    label = g_strdup_printf (_("_Enrol %u, %u Wait"), n - over, over);
  else
    label = g_strdup_printf (ngettext ("_Enrol %u Person", "_Enrol %u People", n), n);
  gtk_button_set_label (self->confirm, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), n > 0);
  ff_chosen_pane_set_complaint (self->chosen, NULL);
}

/* The window ---------------------------------------------------------------------------------------------------------- */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
on_control_enter (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  on_confirm (FF_ENROL_WINDOW (widget));
  return TRUE;
}

static void
ff_enrol_window_dispose (GObject *object)
{
  g_clear_object (&FF_ENROL_WINDOW (object)->workspace);
  G_OBJECT_CLASS (ff_enrol_window_parent_class)->dispose (object);
}

static void
ff_enrol_window_finalize (GObject *object)
{
  FfEnrolWindow *self = FF_ENROL_WINDOW (object);

  g_array_unref (self->picked);
  g_hash_table_unref (self->left_out);
  G_OBJECT_CLASS (ff_enrol_window_parent_class)->finalize (object);
}

static void
ff_enrol_window_class_init (FfEnrolWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_enrol_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_enrol_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-enrol-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, find_page);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, paste_page);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, chosen_place);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, add);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, add_all);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_add_all);
  gtk_widget_class_bind_template_callback (widget_class, on_add_guest);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_control_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_control_enter, NULL);
}

static void
ff_enrol_window_init (FfEnrolWindow *self)
{
  self->picked = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_panes (FfEnrolWindow *self)
{
  GtkWidget *picker = ff_trainee_picker_new (self->workspace, self->run_id);
  GtkWidget *paste = ff_paste_pane_new (self->workspace, self->run_id);
  GtkWidget *chosen = ff_chosen_pane_new (self->workspace, self->run_id);

  self->picker = FF_TRAINEE_PICKER (picker);
  self->paste = FF_PASTE_PANE (paste);
  self->chosen = FF_CHOSEN_PANE (chosen);
  gtk_widget_set_vexpand (picker, TRUE);
  gtk_widget_set_vexpand (paste, TRUE);
  gtk_box_prepend (self->find_page, picker);
  gtk_box_append (self->paste_page, paste);
  adw_bin_set_child (self->chosen_place, chosen);
  g_signal_connect_object (picker, "changed", G_CALLBACK (on_found_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (paste, "changed", G_CALLBACK (update_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chosen, "changed", G_CALLBACK (on_chosen_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chosen, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
}

FfEnrolWindow *
ff_enrol_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  FfEnrolWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_ENROL_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  add_panes (self);
  on_found_changed (self);
  on_chosen_changed (self);
  ff_trainee_picker_grab_search (self->picker);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
