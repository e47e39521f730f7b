#include "config.h"

#include "ff-marking-window-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-rater-figures.h"
#include "ff-register.h"

/* Who marked last in a class, kept with its workspace for as long as that is open. */
#define LAST_RATER "ff-last-rater-%" G_GINT64_FORMAT

G_DEFINE_FINAL_TYPE (FfMarkingWindow, ff_marking_window, ADW_TYPE_WINDOW)

void
ff_marking_window_complain (FfMarkingWindow *self, const GError *error)
{
  AdwToast *toast;

  g_return_if_fail (FF_IS_MARKING_WINDOW (self) && error != NULL);

  if (self->toasts == NULL)
    return;
  toast = adw_toast_new (error->message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Writing --------------------------------------------------------------------------------------------------------- */

char *
ff_marking_window_name_place (FfMarkingWindow *self, guint person, guint column)
{
  /* Translators: a person and the criterion or component that is marked */
  return g_strdup_printf (_("%s: %s"), ff_marking_sheet_get_person (self->sheet, person)->name,
                          ff_marking_sheet_get_title (self->sheet, column));
}

/* One key, on its way to the writer. The sheet owns the entry and lives as long. */
typedef struct
{
  FfMarkingWindow *window;
  FfMarkingSheet *sheet;
  FfMarkingEntry *entry;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->sheet);
  g_object_unref (writing->window);
  g_free (writing);
}

static gboolean
writing_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const FfMarkingEntry *entry = ((Writing *) data)->entry;

  return ff_marking_set (db, entry->enrolment_id, entry->component_id, entry->criterion_id, entry->rater, entry->attempt,
                         entry->has_score, entry->score, error)
         != FF_PUT_REFUSED;
}

static gboolean
writing_done (gpointer data, const GError *error)
{
  Writing *writing = data;

  ff_marking_sheet_settle (writing->sheet, writing->entry);
  if (error == NULL)
    return TRUE;
  ff_marking_window_complain (writing->window, error);
  if (writing->window->context != NULL)
    ff_run_context_reload (writing->window->context);
  return TRUE;
}

static void
on_entered (FfMarkingWindow *self, FfMarkingEntry *entry)
{
  Writing *writing = g_new0 (Writing, 1);
  g_autofree char *place = NULL;
  g_autofree char *label = NULL;
  int person = ff_marking_sheet_find_person (self->sheet, entry->enrolment_id);
  guint column = 0;

  while (column + 1 < ff_marking_sheet_get_n_columns (self->sheet) && ff_marking_sheet_get_criterion (self->sheet, column) != NULL
         && ff_marking_sheet_get_criterion (self->sheet, column)->id != entry->criterion_id)
    column++;
  place = ff_marking_window_name_place (self, (guint) person, column);
  /* Translators: names a step of undo; %s is a person and a criterion */
  label = g_strdup_printf (entry->has_score ? _("Mark %s") : _("Clear the mark of %s"), place);
  writing->window = g_object_ref (self);
  writing->sheet = g_object_ref (self->sheet);
  writing->entry = entry;
  ff_workspace_run (self->workspace, label, writing_work, writing_done, writing, writing_free);
}

/* The head -------------------------------------------------------------------------------------------------------- */

/* The criteria that have no points yet, in words. */
static char *
list_missing (FfMarkingWindow *self, guint person)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ff_marking_sheet_get_n_columns (self->sheet); i++)
    {
      gint64 score;

      if (!ff_marking_sheet_get_score (self->sheet, person, i, &score))
        /* Translators: stands between the names of a list */
        g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", ff_marking_sheet_get_title (self->sheet, i));
    }
  return g_string_free (text, FALSE);
}

/* What the others gave is told once one's own mark is complete, so that nobody is led by it. */
static char *
describe_raters (FfMarkingWindow *self, guint person)
{
  const FfClassFigures *figures = ff_marking_sheet_get_figures (self->sheet);
  const FfClassTrainee *trainee = ff_marking_sheet_get_person (self->sheet, person);
  int component = ff_scheme_find (figures->scheme, ff_marking_sheet_get_leaf (self->sheet)->key);
  const FfLeafResult *leaf = &trainee->result.leaves[component];
  char points[G_ASCII_DTOSTR_BUF_SIZE];

  if (leaf->raters < 2)
    return NULL;
  g_ascii_formatd (points, sizeof points, "%.2f", leaf->points);
  return g_strdup_printf (ngettext ("Mean of %d rater: %s", "Mean of %d raters: %s", (gulong) leaf->raters), leaf->raters, points);
}

static void
show_total (FfMarkingWindow *self, guint person)
{
  guint n_missing;
  gint64 sum = ff_marking_sheet_sum (self->sheet, person, &n_missing);
  g_autofree char *points = ff_hundredths_format (sum);
  g_autofree char *max = ff_hundredths_format (ff_marking_sheet_get_leaf (self->sheet)->max);
  g_autofree char *total = g_strdup_printf (_("%s of %s"), n_missing < ff_marking_sheet_get_n_columns (self->sheet) ? points : "–", max);
  g_autofree char *list = list_missing (self, person);
  g_autofree char *note = n_missing == 0 ? describe_raters (self, person) : g_strdup_printf (_("Missing: %s"), list);

  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->missing, note != NULL ? note : C_("marking", "Complete"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->missing), note);
}

static void
show_person (FfMarkingWindow *self, guint person)
{
  const FfClassTrainee *trainee = ff_marking_sheet_get_person (self->sheet, person);
  const FfComponent *leaf = ff_marking_sheet_get_leaf (self->sheet);
  g_autoptr (GString) about = g_string_new (NULL);

  if (trainee->team != NULL)
    g_string_append_printf (about, "%s · ", trainee->team);
  g_string_append (about, leaf->title);
  if (trainee->disqualified)
    g_string_append_printf (about, " · %s", _("Disqualified"));
  gtk_label_set_label (self->name, trainee->name);
  gtk_label_set_label (self->about, about->str);
  show_total (self, person);
}

/* Of one criterion: how many people have it. */
static void
show_criterion (FfMarkingWindow *self, guint column)
{
  guint n = ff_marking_sheet_get_n_people (self->sheet), n_columns = ff_marking_sheet_get_n_columns (self->sheet), done = 0;
  g_autofree char *about = NULL;
  g_autofree char *total = NULL;

  for (guint i = 0; i < n; i++)
    {
      gint64 score;

      done += ff_marking_sheet_get_score (self->sheet, i, column, &score);
    }
  about = g_strdup_printf (_("%s · criterion %u of %u"), ff_marking_sheet_get_leaf (self->sheet)->title, column + 1, n_columns);
  total = g_strdup_printf (ngettext ("%u of %u", "%u of %u", n), done, n);
  gtk_label_set_label (self->name, ff_marking_sheet_get_title (self->sheet, column));
  gtk_label_set_label (self->about, n_columns > 1 ? about : "");
  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->missing, ngettext ("person marked", "people marked", n));
}

static void
show_head (FfMarkingWindow *self)
{
  guint person, column;

  if (!ff_marking_board_get_place (self->board, &person, &column))
    return;
  ff_marking_people_set_current (self->people, person);
  if (ff_marking_board_get_by_criterion (self->board))
    show_criterion (self, column);
  else
    show_person (self, person);
}

/* Leaves and raters ----------------------------------------------------------------------------------------------- */

static void
fill_drop_down (FfMarkingWindow *self, GtkDropDown *drop_down, GPtrArray *titles, guint selected)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (titles, NULL);
  list = gtk_string_list_new ((const char *const *) titles->pdata);
  self->filling = TRUE;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
  self->filling = FALSE;
}

static void
fill_leaves (FfMarkingWindow *self, const FfClassFigures *figures)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint selected = 0;

  g_array_set_size (self->leaf_ids, 0);
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);

      if (!ff_marking_sheet_is_markable (component))
        continue;
      if (component->id == self->component_id)
        selected = titles->len;
      g_array_append_val (self->leaf_ids, component->id);
      g_ptr_array_add (titles, component->title);
    }
  if (titles->len > 0)
    self->component_id = g_array_index (self->leaf_ids, gint64, selected);
  fill_drop_down (self, self->leaves, titles, selected);
}

static void
add_rater (FfMarkingWindow *self, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (self->rater_names, name, g_str_equal, NULL))
    g_ptr_array_add (self->rater_names, g_strdup (name));
}

/* Nobody named, those who are listed, and who has marked without that. */
static void
list_raters (FfMarkingWindow *self, const FfClassFigures *figures)
{
  g_ptr_array_set_size (self->rater_names, 0);
  add_rater (self, "");
  for (guint i = 0; i < figures->raters->len; i++)
    add_rater (self, ((const FfRater *) g_ptr_array_index (figures->raters, i))->name);
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const GArray *marks = ((const FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->marks;

      for (guint j = 0; j < marks->len; j++)
        add_rater (self, g_array_index (marks, FfStoredMark, j).rater);
    }
}

static char *
last_rater_key (FfMarkingWindow *self)
{
  return g_strdup_printf (LAST_RATER, ff_run_context_get_run_id (self->context));
}

static void
fill_raters (FfMarkingWindow *self, const FfClassFigures *figures)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *key = last_rater_key (self);
  const char *last = self->asked ? ff_marking_sheet_get_rater (self->sheet) : g_object_get_data (G_OBJECT (self->workspace), key);
  guint selected = 0;

  list_raters (self, figures);
  for (guint i = 0; i < self->rater_names->len; i++)
    {
      const char *name = g_ptr_array_index (self->rater_names, i);

      g_ptr_array_add (titles, *name != '\0' ? (gpointer) name : (gpointer) _("Nobody named"));
      if (g_strcmp0 (name, last) == 0)
        selected = i;
    }
  /* With one rater there is nothing to ask. */
  if (last == NULL && self->rater_names->len == 2)
    selected = 1;
  self->asked = self->asked || last != NULL || self->rater_names->len <= 2;
  fill_drop_down (self, self->raters, titles, selected);
  ff_marking_sheet_set_rater (self->sheet, g_ptr_array_index (self->rater_names, selected));
}

static void
choose_rater (FfMarkingWindow *self, guint index)
{
  const char *name = g_ptr_array_index (self->rater_names, index);

  self->asked = TRUE;
  g_object_set_data_full (G_OBJECT (self->workspace), last_rater_key (self), g_strdup (name), g_free);
  ff_marking_sheet_set_rater (self->sheet, name);
}

/* What is shown --------------------------------------------------------------------------------------------------- */

static void
on_who_clicked (GtkButton *button, FfMarkingWindow *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rater"));

  choose_rater (self, index);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->raters, index);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "mark");
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
  show_head (self);
}

/* The listed ones first; nobody last. */
static void
fill_who (FfMarkingWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->who))) != NULL)
    gtk_box_remove (self->who, child);
  for (guint i = 1; i <= self->rater_names->len; i++)
    {
      guint index = i % self->rater_names->len;
      GtkWidget *button = gtk_button_new_with_label (index > 0 ? g_ptr_array_index (self->rater_names, index) : _("Nobody named"));

      g_object_set_data (G_OBJECT (button), "rater", GUINT_TO_POINTER (index));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_who_clicked), self, 0);
      gtk_box_append (self->who, button);
    }
}

static void
show_page (FfMarkingWindow *self, const FfClassFigures *figures)
{
  const char *name = "mark";
  gboolean same;

  if (self->leaf_ids->len == 0 || figures->trainees->len == 0)
    {
      adw_status_page_set_title (self->empty, self->leaf_ids->len == 0 ? _("Nothing Is Marked by Hand") : _("Nobody Is Enrolled"));
      name = "empty";
    }
  else if (!self->asked)
    {
      fill_who (self);
      name = "who";
    }
  same = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
  gtk_stack_set_visible_child_name (self->stack, name);
  /* The names are made anew each time; the board keeps its focus. */
  if (g_str_equal (name, "who"))
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->who)));
  else if (!same && g_str_equal (name, "mark"))
    gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
on_figures (FfMarkingWindow *self)
{
  FfClassFigures *figures = ff_run_context_get_figures (self->context);

  fill_leaves (self, figures);
  ff_marking_sheet_set_figures (self->sheet, figures);
  ff_marking_sheet_set_leaf (self->sheet, self->component_id);
  fill_raters (self, figures);
  if (self->enrolment_id != 0)
    {
      int person = ff_marking_sheet_find_person (self->sheet, self->enrolment_id);

      self->enrolment_id = 0;
      ff_marking_board_go_to (self->board, (guint) MAX (person, 0), 0);
    }
  show_page (self, figures);
  show_head (self);
}

static void
on_leaf (FfMarkingWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->leaves);

  if (self->filling || selected >= self->leaf_ids->len)
    return;
  self->component_id = g_array_index (self->leaf_ids, gint64, selected);
  ff_marking_sheet_set_leaf (self->sheet, self->component_id);
  show_head (self);
}

static void
on_rater (FfMarkingWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->raters);

  if (self->filling || selected >= self->rater_names->len)
    return;
  choose_rater (self, selected);
  gtk_stack_set_visible_child_name (self->stack, "mark");
  show_head (self);
}

static void
on_mode (FfMarkingWindow *self)
{
  gboolean by_criterion = gtk_toggle_button_get_active (self->by_criterion);

  gtk_widget_set_visible (GTK_WIDGET (self->people), !by_criterion);
  ff_marking_board_set_by_criterion (self->board, by_criterion);
}

static void
on_person_chosen (FfMarkingWindow *self, guint person)
{
  ff_marking_board_go_to (self->board, person, 0);
}

static void
on_comment (FfMarkingWindow *self, GtkWidget *row)
{
  ff_marking_window_open_comment (self, row);
}

/* Keys ------------------------------------------------------------------------------------------------------------ */

static void
turn (FfMarkingWindow *self, int step)
{
  if (ff_marking_board_turn (self->board, step))
    return;
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (step > 0 ? _("That was the last one.") : _("This is the first one.")));
}

static void
activate_turn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (FF_MARKING_WINDOW (widget), g_variant_get_int32 (parameter));
}

/* Keys that turn the page, also while something is typed. */
static gboolean
press_turn (FfMarkingWindow *self, guint keyval, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down || (control && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)))
    turn (self, 1);
  else if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    turn (self, -1);
  else
    return FALSE;
  return TRUE;
}

/* Ahead of whatever has the focus, but not of a popover, nor of a text that is being typed. */
static gboolean
on_key (FfMarkingWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean typing = GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (page, "mark") != 0 || (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL))
    return GDK_EVENT_PROPAGATE;
  if (press_turn (self, keyval, state))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->board));
      return GDK_EVENT_STOP;
    }
  if (typing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  return ff_marking_board_key (self->board, keyval, state);
}

/* The keys are the window's again, not those of the last entry. */
static void
on_left (FfMarkingWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* The window stands before the one that has these commands. */
static gboolean
on_undo (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FfMarkingWindow *self = FF_MARKING_WINDOW (widget);

  if (g_variant_get_boolean (args))
    ff_workspace_undo (self->workspace);
  else
    ff_workspace_redo (self->workspace);
  return TRUE;
}

/* The window ------------------------------------------------------------------------------------------------------ */

static void
ff_marking_window_dispose (GObject *object)
{
  FfMarkingWindow *self = FF_MARKING_WINDOW (object);

  if (self->sheet != NULL)
    ff_marking_sheet_set_figures (self->sheet, NULL);
  g_clear_object (&self->context);
  g_clear_object (&self->sheet);
  g_clear_object (&self->workspace);
  self->toasts = NULL;
  G_OBJECT_CLASS (ff_marking_window_parent_class)->dispose (object);
}

static void
ff_marking_window_finalize (GObject *object)
{
  FfMarkingWindow *self = FF_MARKING_WINDOW (object);

  g_array_unref (self->leaf_ids);
  g_ptr_array_unref (self->rater_names);
  G_OBJECT_CLASS (ff_marking_window_parent_class)->finalize (object);
}

static void
ff_marking_window_class_init (FfMarkingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_marking_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_marking_window_finalize;
  g_type_ensure (FF_TYPE_KEY_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-marking-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, by_criterion);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, leaves);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, raters);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, who);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, main);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, name);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, about);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, total);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, missing);
  gtk_widget_class_bind_template_child (widget_class, FfMarkingWindow, legend);
  gtk_widget_class_bind_template_callback (widget_class, on_mode);
  gtk_widget_class_bind_template_callback (widget_class, on_leaf);
  gtk_widget_class_bind_template_callback (widget_class, on_rater);
  gtk_widget_class_install_action (widget_class, "marking.turn", "i", activate_turn);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, on_undo, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_undo, "b", FALSE);
}

static void
add_legend (FfMarkingWindow *self)
{
  ff_key_legend_add (self->legend, "1 … 9", NULL, _("choose a level"));
  ff_key_legend_add (self->legend, "=", NULL, _("points of your own"));
  ff_key_legend_add (self->legend, "0", NULL, _("clear"));
  ff_key_legend_add (self->legend, "PgDn", "marking.turn(1)", _("next person or criterion"));
  ff_key_legend_add (self->legend, "C", NULL, _("comment"));
  ff_key_legend_add (self->legend, "↑ ↓", NULL, _("move"));
}

static void
ff_marking_window_init (FfMarkingWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->leaf_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rater_names = g_ptr_array_new_with_free_func (g_free);
  self->sheet = ff_marking_sheet_new ();
  self->board = FF_MARKING_BOARD (ff_marking_board_new (self->sheet));
  self->people = FF_MARKING_PEOPLE (ff_marking_people_new (self->sheet));
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_box_prepend (self->desk, GTK_WIDGET (self->people));
  gtk_box_append (self->main, GTK_WIDGET (self->board));
  gtk_widget_set_vexpand (GTK_WIDGET (self->board), TRUE);
  add_legend (self);
  g_signal_connect_object (self->board, "moved", G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "comment", G_CALLBACK (on_comment), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "chosen", G_CALLBACK (on_person_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "changed", G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

FfMarkingWindow *
ff_marking_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id, gint64 component_id, gint64 enrolment_id)
{
  FfMarkingWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_MARKING_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->component_id = component_id;
  self->enrolment_id = enrolment_id;
  self->context = ff_run_context_new (workspace, run_id);
  g_signal_connect_object (self->context, "figures-changed", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "gone", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  ff_marking_board_set_writable (self->board, ff_workspace_is_writable (workspace));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
