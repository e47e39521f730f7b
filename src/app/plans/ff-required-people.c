#include "config.h"

#include "ff-required-people.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

#define WINDOW_WIDTH 560
#define WINDOW_HEIGHT 620

static char *
describe (const FfRequiredPerson *person)
{
  g_autofree char *day = person->due_on != FF_NO_DAY ? ff_format_day (person->due_on) : NULL;
  g_autofree char *state = day != NULL
                               /* Translators: the state of a required course, and the date on which it is due again. */
                               ? g_strdup_printf (_("%s, %s"), ff_required_state_title (person->state), day)
                               : g_strdup (ff_required_state_title (person->state));

  if (!person->person->enrolled)
    return g_steal_pointer (&state);
  /* Translators: the state of a required course of somebody who stands in a class of it already. */
  return g_strdup_printf (_("%s; enrolled in a class"), state);
}

static void
on_copy (GtkButton *button, const char *names)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), names);
}

/* A line for each, whose parts are separated by tabs; the same with the department goes to @names. */
static GtkStringList *
make_lines (const FfRequirementFigures *figures, const FfRequiredDepartment *department, GString *names)
{
  GtkStringList *lines = gtk_string_list_new (NULL);
  guint first = department != NULL ? department->first : 0;
  guint end = department != NULL ? first + (guint) department->people : figures->people->len;

  for (guint i = first; i < end; i++)
    {
      const FfRequiredPerson *person = g_ptr_array_index (figures->people, i);
      g_autofree char *state = NULL;
      g_autofree char *line = NULL;

      if (person->state == FF_REQUIRED_DONE)
        continue;
      state = describe (person);
      line = g_strdup_printf ("%s\t%s\t%s", person->person->employee_no, person->person->name, state);
      gtk_string_list_append (lines, line);
      g_string_append_printf (names, "%s\t%s\t%s\t%s\n", person->person->employee_no, person->person->name,
                              person->person->department != NULL ? person->person->department : "", state);
    }
  return lines;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (int i = 0; i < 3; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), i == 2 ? 1 : 0);
      gtk_label_set_width_chars (GTK_LABEL (label), i == 0 ? 8 : -1);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, i == 2);
      if (i != 1)
        gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_auto (GStrv) parts = g_strsplit (gtk_string_object_get_string (gtk_list_item_get_item (item)), "\t", 3);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  for (char **part = parts; *part != NULL && label != NULL; part++, label = gtk_widget_get_next_sibling (label))
    gtk_label_set_text (GTK_LABEL (label), *part);
}

static void
close_by_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

static GtkWidget *
make_list (GtkStringList *lines)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (lines))), factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

void
ff_required_people_open (GtkWidget *parent, const FfRequirementFigures *figures, const FfRequiredDepartment *department)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *window, *box, *header, *copy;

  g_return_if_fail (GTK_IS_WIDGET (parent) && figures != NULL);

  window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (window),
                        department != NULL && department->department != NULL ? department->department : figures->course_title);
  gtk_window_set_default_size (GTK_WINDOW (window), WINDOW_WIDTH, WINDOW_HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  close_by_escape (window);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  header = adw_header_bar_new ();
  copy = gtk_button_new_with_mnemonic (_("_Copy Names"));
  gtk_widget_set_tooltip_text (copy, _("Copy the list, to paste it into a message or into the window that enrols"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_list (make_lines (figures, department, names)));
  adw_window_set_content (ADW_WINDOW (window), box);
  g_signal_connect_data (copy, "clicked", G_CALLBACK (on_copy), g_strdup (names->str), (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_window_present (GTK_WINDOW (window));
}
