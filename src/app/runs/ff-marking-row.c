#include "config.h"

#include "ff-marking-row.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"

struct _FfMarkingRow
{
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *add_comment;
  GtkWidget *remark;
  GtkWidget *comment; /* the text of the remark */
  GtkWidget *cells;
  GtkStack *points;
  GtkWidget *shown; /* the points as they are kept */
  GtkWidget *entry;
  GtkWidget *complaint;

  char *levels;  /* what the cells were made from */
  char *kept;    /* the points as text */
  gboolean brief;
  gboolean typing;
  gboolean writable;
};

enum
{
  PRESSED,
  LEVEL,
  POINTS,
  LEFT,
  COMMENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfMarkingRow, ff_marking_row, GTK_TYPE_BOX)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Levels ---------------------------------------------------------------------------------------------------------- */

static void
on_cell_clicked (GtkButton *cell, FfMarkingRow *self)
{
  g_signal_emit (self, signals[LEVEL], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "level")));
}

/* The number that chooses it, what it is called and what it is worth; below, what is seen there. */
static GtkWidget *
make_cell (FfMarkingRow *self, const FfRubricLevel *level, guint index)
{
  GtkWidget *cell = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = new_label (level->title, "heading");
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *points = ff_hundredths_format (level->points);
  GtkWidget *cap = gtk_label_new (number);
  GtkWidget *worth = gtk_label_new (points);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_START);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (worth, GTK_ALIGN_START);
  gtk_widget_add_css_class (worth, "numeric");
  gtk_widget_add_css_class (worth, "dim-label");
  gtk_box_append (GTK_BOX (head), cap);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), worth);
  gtk_box_append (GTK_BOX (box), head);
  if (!self->brief && level->description != NULL)
    {
      GtkWidget *description = new_label (level->description, "caption");

      gtk_label_set_width_chars (GTK_LABEL (description), 10);
      gtk_box_append (GTK_BOX (box), description);
    }
  else if (level->description != NULL)
    gtk_widget_set_tooltip_text (cell, level->description);

  gtk_button_set_child (GTK_BUTTON (cell), box);
  gtk_widget_add_css_class (cell, "marking-cell");
  gtk_widget_set_focus_on_click (cell, FALSE);
  g_object_set_data (G_OBJECT (cell), "level", GINT_TO_POINTER (index));
  g_signal_connect_object (cell, "clicked", G_CALLBACK (on_cell_clicked), self, 0);
  return cell;
}

static char *
describe_levels (const FfMarkingRowFace *face)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; face->criterion != NULL && i < face->criterion->levels->len; i++)
    {
      const FfRubricLevel *level = ff_criterion_get_level (face->criterion, i);

      g_string_append_printf (text, "\n%" G_GINT64_FORMAT " %s\n%s", level->points, level->title,
                              level->description != NULL ? level->description : "");
    }
  return g_string_free (text, FALSE);
}

static void
show_levels (FfMarkingRow *self, const FfMarkingRowFace *face)
{
  g_autofree char *levels = describe_levels (face);
  GtkWidget *cell;

  if (g_strcmp0 (self->levels, levels) != 0)
    {
      while ((cell = gtk_widget_get_first_child (self->cells)) != NULL)
        gtk_box_remove (GTK_BOX (self->cells), cell);
      for (guint i = 0; face->criterion != NULL && i < face->criterion->levels->len; i++)
        gtk_box_append (GTK_BOX (self->cells), make_cell (self, ff_criterion_get_level (face->criterion, i), i));
      g_free (self->levels);
      self->levels = g_steal_pointer (&levels);
    }
  gtk_widget_set_visible (self->cells, gtk_widget_get_first_child (self->cells) != NULL);

  cell = gtk_widget_get_first_child (self->cells);
  for (guint i = 0; cell != NULL; cell = gtk_widget_get_next_sibling (cell), i++)
    {
      gboolean chosen = face->has_score && ff_criterion_get_level (face->criterion, i)->points == face->score;

      if (chosen)
        gtk_widget_add_css_class (cell, "chosen");
      else
        gtk_widget_remove_css_class (cell, "chosen");
      gtk_widget_set_sensitive (cell, face->writable);
    }
}

/* Points ---------------------------------------------------------------------------------------------------------- */

static void
show_points (FfMarkingRow *self, const FfMarkingRowFace *face)
{
  g_autofree char *max = ff_hundredths_format (face->max);
  g_autofree char *text = NULL;

  g_free (self->kept);
  self->kept = face->has_score ? ff_hundredths_format (face->score) : g_strdup ("");
  /* Translators: points reached, and those that can be reached. */
  text = g_strdup_printf (_("%s of %s"), face->has_score ? self->kept : "–", max);
  gtk_button_set_label (GTK_BUTTON (self->shown), text);
  gtk_widget_set_sensitive (self->shown, face->writable);
  if (face->has_score && face->criterion != NULL && face->criterion->levels->len > 0
      && ff_criterion_find_level (face->criterion, face->score) == NULL)
    gtk_widget_add_css_class (self->shown, "chosen");
  else
    gtk_widget_remove_css_class (self->shown, "chosen");
}

static void
stop_typing (FfMarkingRow *self)
{
  if (!self->typing)
    return;
  self->typing = FALSE;
  ff_marking_row_complain (self, NULL);
  gtk_stack_set_visible_child (self->points, self->shown);
  g_signal_emit (self, signals[LEFT], 0);
}

/* Whoever listens complains if it is no mark. */
static gboolean
keep_points (FfMarkingRow *self, gboolean entered)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  ff_marking_row_complain (self, NULL);
  if (entered || !g_str_equal (text, self->kept))
    g_signal_emit (self, signals[POINTS], 0, text, entered);
  return !gtk_widget_get_visible (self->complaint);
}

static void
on_entry_activate (FfMarkingRow *self)
{
  if (keep_points (self, TRUE))
    stop_typing (self);
}

static gboolean
on_entry_key (FfMarkingRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  stop_typing (self);
  return GDK_EVENT_STOP;
}

/* What was typed is kept when it is left; what is refused stays there with the reason. Nothing typed is nothing meant. */
static void
on_entry_left (FfMarkingRow *self)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  if (self->typing && (empty || keep_points (self, FALSE)))
    stop_typing (self);
}

static void
on_shown_clicked (FfMarkingRow *self)
{
  g_signal_emit (self, signals[PRESSED], 0);
  ff_marking_row_type (self, NULL);
}

void
ff_marking_row_type (FfMarkingRow *self, const char *text)
{
  g_return_if_fail (FF_IS_MARKING_ROW (self));

  if (!self->writable)
    return;
  self->typing = TRUE;
  gtk_stack_set_visible_child (self->points, self->entry);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : self->kept);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
ff_marking_row_complain (FfMarkingRow *self, const char *reason)
{
  g_return_if_fail (FF_IS_MARKING_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->complaint), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->complaint, reason != NULL);
  if (reason != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

/* The row --------------------------------------------------------------------------------------------------------- */

void
ff_marking_row_show (FfMarkingRow *self, const FfMarkingRowFace *face)
{
  g_return_if_fail (FF_IS_MARKING_ROW (self) && face != NULL);

  self->writable = face->writable;
  gtk_label_set_label (GTK_LABEL (self->title), face->title);
  gtk_label_set_label (GTK_LABEL (self->note), face->note != NULL ? face->note : "");
  gtk_widget_set_visible (self->note, face->note != NULL);
  gtk_label_set_label (GTK_LABEL (self->comment), face->comment != NULL ? face->comment : "");
  gtk_widget_set_visible (self->remark, !self->brief && face->comment != NULL);
  gtk_widget_set_visible (self->add_comment, !self->brief && face->comment == NULL && face->current && face->has_score && face->writable);
  show_levels (self, face);
  show_points (self, face);
  if (face->current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

static void
on_pressed (FfMarkingRow *self)
{
  g_signal_emit (self, signals[PRESSED], 0);
}

static void
on_remark_clicked (FfMarkingRow *self)
{
  g_signal_emit (self, signals[PRESSED], 0);
  g_signal_emit (self, signals[COMMENT], 0);
}

static void
ff_marking_row_finalize (GObject *object)
{
  FfMarkingRow *self = FF_MARKING_ROW (object);

  g_free (self->levels);
  g_free (self->kept);
  G_OBJECT_CLASS (ff_marking_row_parent_class)->finalize (object);
}

static void
ff_marking_row_class_init (FfMarkingRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_marking_row_finalize;
  signals[PRESSED] = g_signal_new ("pressed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEVEL] = g_signal_new ("level", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[POINTS] = g_signal_new ("points", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                  G_TYPE_BOOLEAN);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMMENT] = g_signal_new ("comment", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_points (FfMarkingRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->points = GTK_STACK (gtk_stack_new ());
  self->shown = gtk_button_new ();
  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->shown, "flat");
  gtk_widget_add_css_class (self->shown, "numeric");
  gtk_widget_set_focus_on_click (self->shown, FALSE);
  gtk_widget_set_halign (self->shown, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (self->shown, _("Give points of your own"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  g_signal_connect_object (self->shown, "clicked", G_CALLBACK (on_shown_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_entry_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_entry_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_entry_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);
  gtk_stack_add_child (self->points, self->shown);
  gtk_stack_add_child (self->points, self->entry);
  gtk_widget_set_size_request (GTK_WIDGET (self->points), 96, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->points), GTK_ALIGN_START);
  return GTK_WIDGET (self->points);
}

static GtkWidget *
make_titles (FfMarkingRow *self)
{
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = new_label (NULL, "heading");
  self->note = new_label (NULL, "caption");
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_box_append (GTK_BOX (titles), self->title);
  gtk_box_append (GTK_BOX (titles), self->note);
  return titles;
}

/* A button that opens the comment. */
static GtkWidget *
make_link (FfMarkingRow *self, GtkWidget *label)
{
  GtkWidget *link = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (link), label);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "marking-link");
  gtk_widget_set_valign (link, GTK_ALIGN_START);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_set_focus_on_click (link, FALSE);
  g_signal_connect_object (link, "clicked", G_CALLBACK (on_remark_clicked), self, G_CONNECT_SWAPPED);
  return link;
}

static void
ff_marking_row_init (FfMarkingRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->kept = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "marking-row");
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* In full the levels stand below the titles, in brief beside them. */
static void
build (FfMarkingRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *titles = make_titles (self);

  self->cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->cells), TRUE);
  self->complaint = new_label (NULL, "error");
  gtk_widget_set_visible (self->complaint, FALSE);

  gtk_box_append (GTK_BOX (head), titles);
  if (self->brief)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "brief");
      gtk_widget_set_size_request (titles, 150, -1);
      gtk_widget_set_hexpand (self->cells, TRUE);
      gtk_box_append (GTK_BOX (head), self->cells);
    }
  else
    gtk_widget_set_hexpand (titles, TRUE);
  self->add_comment = make_link (self, gtk_label_new (_("Comment")));
  gtk_box_append (GTK_BOX (head), self->add_comment);
  gtk_box_append (GTK_BOX (head), make_points (self));
  gtk_box_append (GTK_BOX (self), head);
  if (!self->brief)
    gtk_box_append (GTK_BOX (self), self->cells);
  gtk_box_append (GTK_BOX (self), self->complaint);
  self->comment = gtk_label_new (NULL);
  self->remark = make_link (self, self->comment);
  gtk_box_append (GTK_BOX (self), self->remark);
}

GtkWidget *
ff_marking_row_new (gboolean brief)
{
  FfMarkingRow *self = g_object_new (FF_TYPE_MARKING_ROW, NULL);

  self->brief = brief;
  build (self);
  return GTK_WIDGET (self);
}
