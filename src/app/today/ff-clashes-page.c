#include "config.h"

#include "ff-clashes-page.h"

#include <glib/gi18n-lib.h>

#include "ff-clash-popover.h"
#include "ff-clash-text.h"
#include "ff-format.h"

/* More than anybody mends in a day; the rest is counted. */
#define MOST_NOTES 300

struct _FfClashesPage
{
  FfPage parent_instance;

  GtkStack *stack;
  GtkBox *days;
  GtkCheckButton *accepted;
  GPtrArray *clashes; /* FfClash; NULL until they were read */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfClashesPage, ff_clashes_page, FF_TYPE_PAGE)

/* Rows ---------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfWorkspace *workspace; /* borrowed: the button does not outlive the page */
  gint64 session_id;
} Target;

static void
on_mend (GtkWidget *button, gpointer user_data)
{
  const Target *target = user_data;

  ff_clash_popover_open (button, target->workspace, target->session_id);
}

static GtkWidget *
mend_button (FfClashesPage *self, const FfClashNote *note, const char *sentence)
{
  const FfClash *clash = ff_clash_note_first (note);
  GtkWidget *button = gtk_button_new_with_label (clash->accepted != NULL ? _("Accepted…") : _("Solve…"));
  g_autofree char *name = g_strdup_printf (_("%s: %s"), gtk_button_get_label (GTK_BUTTON (button)), sentence);
  Target target = { ff_page_get_workspace (FF_PAGE (self)), clash->a.session_id };

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_mend), g_memdup2 (&target, sizeof target), (GClosureNotify) (void (*) (void)) g_free,
                         0);
  return button;
}

static GtkWidget *
clash_row (FfClashesPage *self, const FfClashNote *note)
{
  const FfClash *clash = ff_clash_note_first (note);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("ff-clash-symbolic");
  g_autofree char *sentence = ff_clash_note_sentence (note, 0);
  g_autofree char *overlap = ff_clash_note_overlap (note);
  g_autofree char *acceptance = ff_clash_note_acceptance (note);
  /* Translators: a class, one of its sessions, and when it clashes. */
  g_autofree char *where = g_strdup_printf (_("%s · %s · %s"), clash->a.run_code, clash->a.key, overlap);
  g_autofree char *subtitle = acceptance != NULL ? g_strdup_printf ("%s\n%s", where, acceptance) : g_strdup (where);

  gtk_widget_add_css_class (icon, acceptance != NULL ? "dim-label" : "clash-disc");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mend_button (self, note, sentence));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(xsx)", clash->a.run_id, "schedule", clash->a.session_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-class-tab");
  return row;
}

static GtkWidget *
add_day (FfClashesPage *self, FfDay day)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *title = ff_format_day_long (day);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (self->days, label);
  gtk_box_append (self->days, list);
  return list;
}

static void
show_clashes (FfClashesPage *self)
{
  g_autoptr (GPtrArray) notes = NULL;
  GtkWidget *child, *list = NULL;
  FfDay shown = FF_NO_DAY;

  if (self->clashes == NULL)
    return;
  notes = ff_clash_notes_new (self->clashes, gtk_check_button_get_active (self->accepted));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
  for (guint i = 0; i < MIN (notes->len, MOST_NOTES); i++)
    {
      const FfClashNote *note = g_ptr_array_index (notes, i);
      FfDay day = ff_time_day (ff_clash_note_first (note)->from);

      if (day != shown)
        list = add_day (self, day);
      shown = day;
      gtk_list_box_append (GTK_LIST_BOX (list), clash_row (self, note));
    }
  if (notes->len > MOST_NOTES)
    {
      guint more = notes->len - MOST_NOTES;
      g_autofree char *text = g_strdup_printf (ngettext ("%u more clash later", "%u more clashes later", more), more);

      gtk_box_append (self->days, gtk_label_new (text));
    }
  gtk_stack_set_visible_child_name (self->stack, notes->len > 0 ? "clashes" : "none");
}

/* Reading ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef page;
  GPtrArray *clashes;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->page);
  g_clear_pointer (&reading->clashes, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->clashes = ff_clashes_from (db, ff_time_now (), error);
  return reading->clashes != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfClashesPage) self = g_weak_ref_get (&reading->page);

  if (self == NULL || error != NULL)
    return self == NULL;
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  self->clashes = g_steal_pointer (&reading->clashes);
  show_clashes (self);
  return TRUE;
}

static void
read_again (FfClashesPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->page, self);
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free, self->cancellable);
}

/* The page ------------------------------------------------------------------------------------------------------------ */

static void
ff_clashes_page_dispose (GObject *object)
{
  FfClashesPage *self = FF_CLASHES_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_clashes_page_parent_class)->dispose (object);
}

static void
ff_clashes_page_class_init (FfClashesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_clashes_page_dispose;
}

static GtkWidget *
make_body (FfClashesPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->days = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->days), "page-body");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->days));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
ff_clashes_page_init (FfClashesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *none = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "emblem-ok-symbolic", "title", _("No Clashes"), "description",
                                  _("From today on, nothing stands in the way of a session."), NULL);

  self->accepted = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("Show _accepted ones, too")));
  g_signal_connect_object (self->accepted, "toggled", G_CALLBACK (show_clashes), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (strip, "filter-strip");
  gtk_box_append (GTK_BOX (strip), GTK_WIDGET (self->accepted));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, adw_bin_new (), "reading");
  gtk_stack_add_named (self->stack, make_body (self), "clashes");
  gtk_stack_add_named (self->stack, none, "none");
  gtk_box_append (GTK_BOX (box), strip);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  ff_page_set_title (FF_PAGE (self), _("Clashes"));
}

FfPage *
ff_clashes_page_new (FfWorkspace *workspace)
{
  FfClashesPage *self = g_object_new (FF_TYPE_CLASHES_PAGE, "workspace", workspace, NULL);

  g_signal_connect_object (workspace, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);
  return FF_PAGE (self);
}
