#include "config.h"

#include "ff-except-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-name-key.h"
#include "ff-register.h"
#include "ff-window.h"
#include "ff-word.h"

/* What matches is shown up to here; somebody who types another letter sees the rest. */
#define MOST_MATCHES 6

typedef struct
{
  gint64 enrolment_id;
  char *name;
  char *note; /* number and department */
  char *employee_no;
  char *search_key;
  gboolean excepted;
} Person;

struct _FfExceptWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  gint64 session_id;
  char *session_key;
  GPtrArray *people; /* Person: those who are not marked */

  GtkEditable *entry;
  GtkLabel *complaint;
  GtkListBox *matches;
  GtkListBox *excepted;
  GtkButton *confirm;
};

G_DEFINE_FINAL_TYPE (FfExceptWindow, ff_except_window, ADW_TYPE_WINDOW)

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_free (person->note);
  g_free (person->employee_no);
  g_free (person->search_key);
  g_free (person);
}

/* Who is meant ---------------------------------------------------------------------------------------------------- */

/* Person: a whole number or name is one person, even if it is part of others. */
static GPtrArray *
find (FfExceptWindow *self, const char *text)
{
  g_autofree char *folded = ff_name_fold (text);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; folded != NULL && i < self->people->len; i++)
    {
      Person *person = g_ptr_array_index (self->people, i);
      g_autofree char *name = ff_name_fold (person->name);
      g_autofree char *number = ff_name_fold (person->employee_no);

      if (person->excepted || strstr (person->search_key, folded) == NULL)
        continue;
      if (g_strcmp0 (number, folded) == 0)
        {
          g_ptr_array_set_size (found, 0);
          g_ptr_array_add (found, person);
          break;
        }
      g_ptr_array_insert (found, g_strcmp0 (name, folded) == 0 ? 0 : -1, person);
    }

  return found;
}

static GtkWidget *
new_row (const Person *person, const char *icon)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = gtk_label_new (person->name);
  GtkWidget *note = gtk_label_new (person->note);

  gtk_widget_add_css_class (note, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (note, TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), note);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 10);
  gtk_widget_set_margin_end (box, 10);

  return box;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
append (GtkListBox *list, Person *person, const char *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_row (person, icon));
  g_object_set_data (G_OBJECT (row), "person", person);
  gtk_list_box_append (list, row);
}

static guint
count_excepted (FfExceptWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    n += ((const Person *) g_ptr_array_index (self->people, i))->excepted ? 1 : 0;

  return n;
}

static void
show_excepted (FfExceptWindow *self)
{
  guint n = count_excepted (self), rest = self->people->len - n;
  g_autofree char *label = g_strdup_printf (ngettext ("_Mark %u Present", "_Mark %u Present", rest), rest);

  clear (self->excepted);
  for (guint i = 0; i < self->people->len; i++)
    {
      Person *person = g_ptr_array_index (self->people, i);

      if (person->excepted)
        append (self->excepted, person, "window-close-symbolic");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->excepted), n > 0);
  gtk_button_set_label (self->confirm, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), rest > 0);
}

static void
show_matches (FfExceptWindow *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GPtrArray) found = find (self, text);

  clear (self->matches);
  for (guint i = 0; i < MIN (found->len, MOST_MATCHES); i++)
    append (self->matches, g_ptr_array_index (found, i), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->matches), found->len > 0);
  gtk_list_box_select_row (self->matches, gtk_list_box_get_row_at_index (self->matches, 0));
}

static void
complain (FfExceptWindow *self, const char *text)
{
  gtk_label_set_text (self->complaint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), text != NULL);
}

static void
on_changed (FfExceptWindow *self)
{
  complain (self, NULL);
  show_matches (self);
}

static void
except (FfExceptWindow *self, Person *person)
{
  person->excepted = TRUE;
  show_excepted (self);
}

/* Of a pasted list, whoever is meant without doubt; the rest stays to be mended. */
static void
take_list (FfExceptWindow *self, char **names)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) found = find (self, names[i]);

      if (found->len == 1)
        except (self, g_ptr_array_index (found, 0));
      else
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? "; " : "", names[i]);
    }
  gtk_editable_set_text (self->entry, rest->str);
  if (rest->len > 0)
    complain (self, _("Nobody who is not marked yet, or more than one, is meant by these: write each in full."));
}

static void
on_activate (FfExceptWindow *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_auto (GStrv) names = ff_names_split (text);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);

  if (names[0] == NULL)
    {
      g_signal_emit_by_name (self->confirm, "clicked");
      return;
    }
  if (names[1] != NULL)
    {
      take_list (self, names);
      return;
    }
  if (row == NULL)
    {
      complain (self, _("Nobody who is not marked yet has this name or number."));
      return;
    }
  except (self, g_object_get_data (G_OBJECT (row), "person"));
  gtk_editable_set_text (self->entry, "");
}

static void
on_match_activated (FfExceptWindow *self, GtkListBoxRow *row)
{
  except (self, g_object_get_data (G_OBJECT (row), "person"));
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_excepted_activated (FfExceptWindow *self, GtkListBoxRow *row)
{
  ((Person *) g_object_get_data (G_OBJECT (row), "person"))->excepted = FALSE;
  show_excepted (self);
  show_matches (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Up and down choose among the matches while the entry has the focus. */
static gboolean
on_key_pressed (FfExceptWindow *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL)
    return FALSE;
  row = gtk_list_box_get_row_at_index (self->matches, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    gtk_list_box_select_row (self->matches, row);

  return TRUE;
}

/* Writing --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfWindow *window; /* a reference */
  gint64 session_id;
  GArray *except;
  guint n;
} Marking;

static void
marking_free (gpointer data)
{
  Marking *marking = data;

  g_clear_object (&marking->window);
  g_array_unref (marking->except);
  g_free (marking);
}

static gboolean
marking_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Marking *marking = data;

  return ff_register_mark_present_except (db, marking->session_id, (const gint64 *) marking->except->data, marking->except->len, &marking->n,
                                          error);
}

static gboolean
marking_done (gpointer data, const GError *error)
{
  const Marking *marking = data;
  g_autofree char *text = g_strdup_printf (ngettext ("%u trainee marked present", "%u trainees marked present", marking->n), marking->n);

  if (error == NULL && marking->window != NULL)
    ff_window_toast_undo (marking->window, text);

  return FALSE;
}

static void
on_confirm (FfExceptWindow *self)
{
  Marking *marking = g_new0 (Marking, 1);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  /* Translators: a session's key. */
  g_autofree char *label = g_strdup_printf (_("Mark all of %s present, with exceptions"), self->session_key);

  marking->window = FF_IS_WINDOW (window) ? g_object_ref (FF_WINDOW (window)) : NULL;
  marking->session_id = self->session_id;
  marking->except = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = g_ptr_array_index (self->people, i);

      if (person->excepted)
        g_array_append_val (marking->except, person->enrolment_id);
    }
  ff_workspace_run (self->workspace, label, marking_work, marking_done, marking, marking_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The window ------------------------------------------------------------------------------------------------------ */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static gboolean
on_control_return (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit_by_name (FF_EXCEPT_WINDOW (widget)->confirm, "clicked");

  return TRUE;
}

static void
ff_except_window_finalize (GObject *object)
{
  FfExceptWindow *self = FF_EXCEPT_WINDOW (object);

  g_clear_object (&self->workspace);
  g_free (self->session_key);
  g_ptr_array_unref (self->people);

  G_OBJECT_CLASS (ff_except_window_parent_class)->finalize (object);
}

static void
ff_except_window_class_init (FfExceptWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_except_window_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_control_return, NULL);
}

static void
ff_except_window_init (FfExceptWindow *self)
{
  self->people = g_ptr_array_new_with_free_func (person_free);
}

static GtkWidget *
make_header (FfExceptWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->confirm = GTK_BUTTON (gtk_button_new_with_mnemonic (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->confirm), "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->confirm, "clicked", G_CALLBACK (on_confirm), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->confirm));

  return header;
}

static GtkListBox *
new_list (FfExceptWindow *self, GtkSelectionMode mode, GCallback activated, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), mode);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_visible (list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (list, "row-activated", activated, self);

  return GTK_LIST_BOX (list);
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_form (FfExceptWindow *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *explanation = g_strdup_printf (
    ngettext ("%u trainee of %s is not marked yet. Type who is missing, one after the other: a name, pinyin or a number.",
              "%u trainees of %s are not marked yet. Type who is missing, one after the other: a name, pinyin or a number.", self->people->len),
    self->people->len, self->session_key);

  self->entry = GTK_EDITABLE (entry);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (entry, keys);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_PRIMARY, "system-search-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who is missing"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);
  self->complaint = GTK_LABEL (new_text (NULL, "form-complaint"));
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  self->matches = new_list (self, GTK_SELECTION_SINGLE, G_CALLBACK (on_match_activated), _("Who may be meant"));
  self->excepted = new_list (self, GTK_SELECTION_NONE, G_CALLBACK (on_excepted_activated), _("Not present"));
  gtk_widget_add_css_class (form, "form");
  gtk_box_append (GTK_BOX (form), new_text (explanation, "body"));
  gtk_box_append (GTK_BOX (form), entry);
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->complaint));
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->matches));
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->excepted));
  gtk_box_append (GTK_BOX (form), new_text (_("Enter takes the one that is marked; Enter in the empty field marks the others present. "
                                              "Those named here stay as they are."), "dim-label"));

  return form;
}

static void
take_people (FfExceptWindow *self, const FfClassFigures *figures, guint session)
{
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);
      Person *person;

      if (!trainee->cells[session].planned || trainee->cells[session].verdict.status != FF_ATTENDANCE_UNMARKED)
        continue;
      person = g_new0 (Person, 1);
      person->enrolment_id = trainee->enrolment_id;
      person->name = g_strdup (trainee->name);
      person->employee_no = g_strdup (trainee->employee_no);
      person->note = trainee->department != NULL ? g_strdup_printf ("%s · %s", trainee->employee_no, trainee->department)
                                                 : g_strdup (trainee->employee_no);
      person->search_key = g_strdup (trainee->search_key);
      g_ptr_array_add (self->people, person);
    }
}

FfExceptWindow *
ff_except_window_open (GtkWidget *parent, FfWorkspace *workspace, const FfClassFigures *figures, guint session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  const FfSession *s;
  FfExceptWindow *self;

  g_return_val_if_fail (figures != NULL && session < figures->sessions->len, NULL);

  s = g_ptr_array_index (figures->sessions, session);
  self = g_object_new (FF_TYPE_EXCEPT_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), "title",
                       _("All Present Except…"), "default-width", 520, "default-height", 520, NULL);
  self->workspace = g_object_ref (workspace);
  self->session_id = s->id;
  self->session_key = g_strdup (s->key);
  take_people (self, figures, session);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_form (self));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  show_excepted (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
