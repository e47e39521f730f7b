#include "config.h"

#include "ff-marking-board.h"

#include <glib/gi18n-lib.h>

#include "ff-error.h"
#include "ff-marking-row.h"
#include "ff-number.h"

struct _FfMarkingBoard
{
  GtkBox parent_instance;

  FfMarkingSheet *sheet;
  gboolean by_criterion;
  gboolean writable;
  gint64 enrolment_id; /* where one is, */
  guint column;        /* … which stays while people and criteria come and go */

  GtkWidget *front;      /* in the mode of one criterion: it, for the person where one is */
  GtkWidget *scroller;   /* of the criteria */
  GtkWidget *rows;       /* FfMarkingRow, one per criterion */
  GtkWidget *people;     /* a list of FfMarkingRow, one per person */
  GtkWidget *people_scroller;
  GtkStringList *names;
  GPtrArray *live;       /* GtkListItem of the people that have a row */
};

enum
{
  MOVED,
  ENTERED,
  COMMENT,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfMarkingBoard, ff_marking_board, GTK_TYPE_BOX)

/* Where one is ---------------------------------------------------------------------------------------------------- */

gboolean
ff_marking_board_get_place (FfMarkingBoard *self, guint *person, guint *column)
{
  guint n_people, n_columns;
  int found;

  g_return_val_if_fail (FF_IS_MARKING_BOARD (self), FALSE);

  n_people = ff_marking_sheet_get_n_people (self->sheet);
  n_columns = ff_marking_sheet_get_n_columns (self->sheet);
  *person = *column = 0;
  if (n_people == 0 || n_columns == 0)
    return FALSE;
  found = ff_marking_sheet_find_person (self->sheet, self->enrolment_id);
  *person = found >= 0 ? (guint) found : 0;
  *column = MIN (self->column, n_columns - 1);
  return TRUE;
}

gboolean
ff_marking_board_get_by_criterion (FfMarkingBoard *self)
{
  g_return_val_if_fail (FF_IS_MARKING_BOARD (self), FALSE);

  return self->by_criterion;
}

/* Showing --------------------------------------------------------------------------------------------------------- */

/* In the mode of one criterion a person is the title, otherwise the criterion is. */
static void
show_row (FfMarkingBoard *self, GtkWidget *row, guint person, guint column, gboolean as_person)
{
  const FfCriterion *criterion = ff_marking_sheet_get_criterion (self->sheet, column);
  const FfClassTrainee *trainee = ff_marking_sheet_get_person (self->sheet, person);
  guint at_person, at_column;
  FfMarkingRowFace face = {
    .title = as_person ? trainee->name : ff_marking_sheet_get_title (self->sheet, column),
    .note = as_person && row != self->front ? trainee->team : criterion != NULL ? criterion->note : NULL,
    .criterion = criterion,
    .max = ff_marking_sheet_get_max (self->sheet, column),
    .comment = ff_marking_sheet_get_comment (self->sheet, person, column),
    .writable = self->writable,
  };

  ff_marking_board_get_place (self, &at_person, &at_column);
  face.current = row != self->front && at_person == person && at_column == column;
  face.has_score = ff_marking_sheet_get_score (self->sheet, person, column, &face.score);
  ff_marking_row_show (FF_MARKING_ROW (row), &face);
}

static void
show_item (FfMarkingBoard *self, GtkListItem *item)
{
  guint person, column, position = gtk_list_item_get_position (item);

  if (ff_marking_board_get_place (self, &person, &column) && position < ff_marking_sheet_get_n_people (self->sheet))
    show_row (self, gtk_list_item_get_child (item), position, column, TRUE);
}

static GtkWidget *
nth_row (FfMarkingBoard *self, guint column)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (; row != NULL && column > 0; column--)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* The row where one is; NULL while it is not there. */
static GtkWidget *
current_row (FfMarkingBoard *self)
{
  guint person, column;

  if (!ff_marking_board_get_place (self, &person, &column))
    return NULL;
  if (!self->by_criterion)
    return nth_row (self, column);
  for (guint i = 0; i < self->live->len; i++)
    if (gtk_list_item_get_position (g_ptr_array_index (self->live, i)) == person)
      return gtk_list_item_get_child (g_ptr_array_index (self->live, i));
  return NULL;
}

static gboolean
scroll_to_row (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FfMarkingBoard *self = FF_MARKING_BOARD (widget);
  GtkWidget *row = self->by_criterion ? NULL : current_row (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (row, self->rows, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_place (FfMarkingBoard *self)
{
  guint person, column;

  if (!ff_marking_board_get_place (self, &person, &column))
    return;
  if (self->by_criterion)
    gtk_widget_activate_action (self->people, "list.scroll-to-item", "u", person);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_row, NULL, NULL);
}

static void on_pressed (GtkWidget *row, FfMarkingBoard *self);
static void on_level (GtkWidget *row, int level, FfMarkingBoard *self);
static void on_points (GtkWidget *row, const char *text, gboolean entered, FfMarkingBoard *self);
static void on_left (GtkWidget *row, FfMarkingBoard *self);
static void on_comment (GtkWidget *row, FfMarkingBoard *self);

static GtkWidget *
make_row (FfMarkingBoard *self, gboolean brief)
{
  GtkWidget *row = ff_marking_row_new (brief);

  g_signal_connect_object (row, "pressed", G_CALLBACK (on_pressed), self, 0);
  g_signal_connect_object (row, "level", G_CALLBACK (on_level), self, 0);
  g_signal_connect_object (row, "points", G_CALLBACK (on_points), self, 0);
  g_signal_connect_object (row, "left", G_CALLBACK (on_left), self, 0);
  g_signal_connect_object (row, "comment", G_CALLBACK (on_comment), self, 0);
  return row;
}

static void
show_criteria (FfMarkingBoard *self, guint person)
{
  guint n = ff_marking_sheet_get_n_columns (self->sheet), i = 0;
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (; i < n; i++, row = gtk_widget_get_next_sibling (row))
    {
      if (row == NULL)
        {
          row = make_row (self, FALSE);
          gtk_box_append (GTK_BOX (self->rows), row);
        }
      show_row (self, row, person, i, FALSE);
    }
  while ((row = nth_row (self, n)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
}

/* The list is only told of other people when they are others, so that it stays where it is. */
static void
show_people (FfMarkingBoard *self)
{
  guint n = ff_marking_sheet_get_n_people (self->sheet);

  if (n != g_list_model_get_n_items (G_LIST_MODEL (self->names)))
    {
      g_autofree const char **names = g_new0 (const char *, n + 1);

      for (guint i = 0; i < n; i++)
        names[i] = ff_marking_sheet_get_person (self->sheet, i)->name;
      gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), names);
    }
  for (guint i = 0; i < self->live->len; i++)
    show_item (self, g_ptr_array_index (self->live, i));
}

/* The keys go to the board, so it says where one is. */
static void
describe_place (FfMarkingBoard *self, guint person, guint column)
{
  const FfCriterion *criterion = ff_marking_sheet_get_criterion (self->sheet, column);
  gint64 score;
  gboolean has_score = ff_marking_sheet_get_score (self->sheet, person, column, &score);
  const FfRubricLevel *level = has_score && criterion != NULL ? ff_criterion_find_level (criterion, score) : NULL;
  g_autofree char *points = has_score ? ff_hundredths_format (score) : g_strdup (C_("marking", "Nothing yet"));
  g_autofree char *text = g_strdup_printf ("%s, %s: %s %s", ff_marking_sheet_get_person (self->sheet, person)->name,
                                           ff_marking_sheet_get_title (self->sheet, column), points, level != NULL ? level->title : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
refresh (FfMarkingBoard *self)
{
  guint person, column;
  gboolean any = ff_marking_board_get_place (self, &person, &column);

  gtk_widget_set_visible (self->scroller, any && !self->by_criterion);
  gtk_widget_set_visible (self->people_scroller, any && self->by_criterion);
  gtk_widget_set_visible (self->front, any && self->by_criterion);
  if (!any)
    return;
  describe_place (self, person, column);
  if (self->by_criterion)
    {
      show_row (self, self->front, person, column, TRUE);
      show_people (self);
    }
  else
    show_criteria (self, person);
}

/* Moving ---------------------------------------------------------------------------------------------------------- */

void
ff_marking_board_go_to (FfMarkingBoard *self, guint person, guint column)
{
  g_return_if_fail (FF_IS_MARKING_BOARD (self));

  if (person < ff_marking_sheet_get_n_people (self->sheet))
    self->enrolment_id = ff_marking_sheet_get_person (self->sheet, person)->enrolment_id;
  self->column = column;
  refresh (self);
  scroll_to_place (self);
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
move (FfMarkingBoard *self, int people, int columns)
{
  guint person, column;
  int to_person, to_column;

  if (!ff_marking_board_get_place (self, &person, &column))
    return FALSE;
  to_person = (int) person + people;
  to_column = (int) column + columns;
  if (to_person < 0 || to_person >= (int) ff_marking_sheet_get_n_people (self->sheet) || to_column < 0
      || to_column >= (int) ff_marking_sheet_get_n_columns (self->sheet))
    return FALSE;
  ff_marking_board_go_to (self, (guint) to_person, (guint) to_column);
  return TRUE;
}

/* Down or up the rows, whatever they are. */
static gboolean
move_row (FfMarkingBoard *self, int step)
{
  return self->by_criterion ? move (self, step, 0) : move (self, 0, step);
}

gboolean
ff_marking_board_turn (FfMarkingBoard *self, int step)
{
  guint person, column;

  g_return_val_if_fail (FF_IS_MARKING_BOARD (self), FALSE);

  if (!ff_marking_board_get_place (self, &person, &column))
    return FALSE;
  if (self->by_criterion)
    return move (self, -(int) person, step);
  return move (self, step, -(int) column);
}

void
ff_marking_board_set_by_criterion (FfMarkingBoard *self, gboolean by_criterion)
{
  g_return_if_fail (FF_IS_MARKING_BOARD (self));

  self->by_criterion = by_criterion;
  refresh (self);
  scroll_to_place (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
ff_marking_board_set_writable (FfMarkingBoard *self, gboolean writable)
{
  g_return_if_fail (FF_IS_MARKING_BOARD (self));

  self->writable = writable;
  refresh (self);
}

/* Marking --------------------------------------------------------------------------------------------------------- */

/* Where a row stands. */
static gboolean
find_row (FfMarkingBoard *self, GtkWidget *row, guint *person, guint *column)
{
  if (!ff_marking_board_get_place (self, person, column))
    return FALSE;
  if (row == self->front)
    return TRUE;
  if (!self->by_criterion)
    {
      *column = 0;
      for (GtkWidget *other = gtk_widget_get_first_child (self->rows); other != row; other = gtk_widget_get_next_sibling (other))
        ++*column;
      return TRUE;
    }
  for (guint i = 0; i < self->live->len; i++)
    if (gtk_list_item_get_child (g_ptr_array_index (self->live, i)) == row)
      {
        *person = gtk_list_item_get_position (g_ptr_array_index (self->live, i));
        return TRUE;
      }
  return FALSE;
}

static gboolean
enter (FfMarkingBoard *self, guint person, guint column, gboolean has_score, gint64 score, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfMarkingEntry *entry = ff_marking_sheet_enter (self->sheet, person, column, has_score, score, &local_error);

  if (entry != NULL)
    g_signal_emit (self, signals[ENTERED], 0, entry);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* FALSE when the criterion has no such level. */
static gboolean
choose_level (FfMarkingBoard *self, guint person, guint column, guint level)
{
  const FfCriterion *criterion = ff_marking_sheet_get_criterion (self->sheet, column);

  if (criterion == NULL || level >= criterion->levels->len)
    return FALSE;
  enter (self, person, column, TRUE, ff_criterion_get_level (criterion, level)->points, NULL);
  move_row (self, 1);
  return TRUE;
}

static void
on_pressed (GtkWidget *row, FfMarkingBoard *self)
{
  guint person, column;

  if (find_row (self, row, &person, &column))
    ff_marking_board_go_to (self, person, column);
}

static void
on_level (GtkWidget *row, int level, FfMarkingBoard *self)
{
  guint person, column;

  if (!find_row (self, row, &person, &column))
    return;
  ff_marking_board_go_to (self, person, column);
  choose_level (self, person, column, (guint) level);
}

static void
on_points (GtkWidget *row, const char *text, gboolean entered, FfMarkingBoard *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  guint person, column;
  gint64 score = 0;

  if (!find_row (self, row, &person, &column))
    return;
  if (*typed != '\0' && !ff_hundredths_parse (typed, &score))
    ff_marking_row_complain (FF_MARKING_ROW (row), _("Type a number, or leave the field empty."));
  else if (!enter (self, person, column, *typed != '\0', score, &error))
    ff_marking_row_complain (FF_MARKING_ROW (row), error->message);
  else if (entered)
    move_row (self, 1);
}

static void
on_left (GtkWidget *row, FfMarkingBoard *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
on_comment (GtkWidget *row, FfMarkingBoard *self)
{
  g_signal_emit (self, signals[COMMENT], 0, row);
}

/* Keys ------------------------------------------------------------------------------------------------------------ */

static int
read_digit (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

static void
clear (FfMarkingBoard *self)
{
  guint person, column;

  if (ff_marking_board_get_place (self, &person, &column))
    enter (self, person, column, FALSE, 0, NULL);
}

static void
type_points (FfMarkingBoard *self, const char *text)
{
  GtkWidget *row = current_row (self);

  if (row != NULL)
    ff_marking_row_type (FF_MARKING_ROW (row), text);
}

/* Where there are levels a digit chooses one, and 0 none; otherwise it begins a number. */
static gboolean
press_digit (FfMarkingBoard *self, int digit)
{
  char text[2] = { (char) ('0' + digit), '\0' };
  const FfCriterion *criterion;
  guint person, column;

  if (!ff_marking_board_get_place (self, &person, &column))
    return FALSE;
  criterion = ff_marking_sheet_get_criterion (self->sheet, column);
  if (criterion == NULL || criterion->levels->len == 0)
    type_points (self, text);
  else if (digit == 0)
    clear (self);
  else if (!choose_level (self, person, column, (guint) digit - 1))
    type_points (self, text);
  return TRUE;
}

gboolean
ff_marking_board_key (FfMarkingBoard *self, guint keyval, GdkModifierType state)
{
  GtkWidget *row;

  g_return_val_if_fail (FF_IS_MARKING_BOARD (self), FALSE);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_row (self, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_row (self, 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return self->by_criterion ? move (self, 0, -1) : move (self, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return self->by_criterion ? move (self, 0, 1) : move (self, 1, 0);
    default:
      break;
    }
  if (!self->writable)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_equal:
    case GDK_KEY_KP_Equal:
      type_points (self, "");
      return TRUE;
    case GDK_KEY_F2:
      type_points (self, NULL);
      return TRUE;
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      clear (self);
      return TRUE;
    case GDK_KEY_c:
      row = current_row (self);
      if (row != NULL)
        g_signal_emit (self, signals[COMMENT], 0, row);
      return TRUE;
    default:
      return read_digit (keyval) >= 0 && press_digit (self, read_digit (keyval));
    }
}

/* The object ------------------------------------------------------------------------------------------------------ */

static void
on_item_setup (GtkSignalListItemFactory *factory, GtkListItem *item, FfMarkingBoard *self)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, make_row (self, TRUE));
}

static void
on_item_bind (GtkSignalListItemFactory *factory, GtkListItem *item, FfMarkingBoard *self)
{
  g_ptr_array_add (self->live, item);
  show_item (self, item);
}

static void
on_item_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, FfMarkingBoard *self)
{
  g_ptr_array_remove_fast (self->live, item);
}

static void
ff_marking_board_dispose (GObject *object)
{
  FfMarkingBoard *self = FF_MARKING_BOARD (object);

  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (ff_marking_board_parent_class)->dispose (object);
}

static void
ff_marking_board_finalize (GObject *object)
{
  FfMarkingBoard *self = FF_MARKING_BOARD (object);

  g_ptr_array_unref (self->live);
  G_OBJECT_CLASS (ff_marking_board_parent_class)->finalize (object);
}

static void
ff_marking_board_class_init (FfMarkingBoardClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_marking_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_marking_board_finalize;
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[COMMENT] = g_signal_new ("comment", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
ff_marking_board_init (FfMarkingBoard *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->live = g_ptr_array_new ();
  self->names = gtk_string_list_new (NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_item_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_item_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_item_unbind), self, 0);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "marking-rows");
  self->scroller = make_scroller (self->rows);
  self->people = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->names))), factory);
  gtk_widget_add_css_class (self->people, "marking-people");
  self->people_scroller = make_scroller (self->people);
  self->front = make_row (self, FALSE);
  gtk_widget_add_css_class (self->front, "front");
  gtk_box_append (GTK_BOX (self), self->front);
  gtk_box_append (GTK_BOX (self), self->scroller);
  gtk_box_append (GTK_BOX (self), self->people_scroller);
}

GtkWidget *
ff_marking_board_new (FfMarkingSheet *sheet)
{
  FfMarkingBoard *self;

  g_return_val_if_fail (FF_IS_MARKING_SHEET (sheet), NULL);

  self = g_object_new (FF_TYPE_MARKING_BOARD, NULL);
  self->sheet = g_object_ref (sheet);
  g_signal_connect_object (sheet, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
