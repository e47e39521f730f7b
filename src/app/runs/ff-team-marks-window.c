#include "config.h"

#include "ff-team-marks-window.h"

#include <glib/gi18n-lib.h>

#include "ff-grid.h"
#include "ff-run-context.h"
#include "ff-team-marks-model.h"
#include "ff-team-marks-text.h"
#include "ff-team-marks.h"

struct _FfTeamMarksWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkMenuButton *components;
  GtkBox *leaves;
  GtkLabel *complaint;
  GtkStack *stack;
  FfGrid *grid;
  AdwPreferencesGroup *deviants;
  AdwStatusPage *empty;

  FfWorkspace *workspace;
  gint64 run_id;
  FfRunContext *context;
  FfClassFigures *figures; /* the context's, NULL until they are known */
  FfTeamMarksModel *model;
  GPtrArray *rows; /* of the deviants */
  gboolean filling; /* the check buttons are set by what was read */
};

G_DEFINE_FINAL_TYPE (FfTeamMarksWindow, ff_team_marks_window, ADW_TYPE_WINDOW)

static void
complain (FfTeamMarksWindow *self, const char *text)
{
  gtk_label_set_label (self->complaint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), text != NULL);
}

/* Writing ------------------------------------------------------------------------------------------------------------ */

/* A command of this window on its way to the writer and back; the one of the members that is not NULL says which. */
typedef struct
{
  GWeakRef window;
  GArray *entries;  /* FfTeamMarkEntry */
  FfMarkKey *follower;
  char *rater;      /* of the follower */
  gint64 component_id;
  gboolean by_team;
  gint64 run_id;
} Task;

static Task *
task_new (FfTeamMarksWindow *self)
{
  Task *task = g_new0 (Task, 1);

  g_weak_ref_init (&task->window, self);
  task->run_id = self->run_id;
  return task;
}

static void
task_free (gpointer data)
{
  Task *task = data;

  g_weak_ref_clear (&task->window);
  g_clear_pointer (&task->entries, g_array_unref);
  g_free (task->follower);
  g_free (task->rater);
  g_free (task);
}

static gboolean
entries_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Task *task = data;

  for (guint i = 0; i < task->entries->len; i++)
    {
      const FfTeamMarkEntry *entry = &g_array_index (task->entries, FfTeamMarkEntry, i);
      FfTeamMarkKey key = { entry->team_id, entry->component_id, entry->criterion_id, entry->rater, entry->attempt };

      if (ff_team_marks_set (db, &key, entry->has_score, entry->score, NULL, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_team_marks_follow (db, ((const Task *) data)->follower, error) != FF_PUT_REFUSED;
}

static gboolean
by_team_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Task *task = data;

  return ff_team_marks_set_by_team (db, task->run_id, task->component_id, task->by_team, error) != FF_PUT_REFUSED;
}

/* What was refused is taken off the grid again by reading what is stored. */
static gboolean
task_done (gpointer data, const GError *error)
{
  g_autoptr (FfTeamMarksWindow) self = g_weak_ref_get (&((Task *) data)->window);

  if (self == NULL)
    return FALSE;
  complain (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    ff_run_context_reload (self->context);
  return TRUE;
}

static void
on_entered (FfTeamMarksWindow *self, const char *label, GArray *entries)
{
  Task *task = task_new (self);

  task->entries = g_array_ref (entries);
  ff_workspace_run (self->workspace, label, entries_work, task_done, task, task_free);
}

static void
on_refused (FfTeamMarksWindow *self, const char *sentence)
{
  complain (self, sentence);
}

/* Who does not follow ------------------------------------------------------------------------------------------------ */

static void
on_follow (GtkWidget *button, FfTeamMarksWindow *self)
{
  const FfTeamDeviant *deviant = g_object_get_data (G_OBJECT (button), "ff-deviant");
  const FfComponent *leaf = ff_scheme_get (self->figures->scheme, (guint) deviant->mark->component);
  const FfCriterion *criterion
      = deviant->mark->criterion >= 0 ? g_ptr_array_index (leaf->criteria, (guint) deviant->mark->criterion) : NULL;
  g_autofree char *label = g_strdup_printf (_("Give %s the team's mark in %s"), deviant->trainee->name, leaf->title);
  Task *task = task_new (self);

  task->rater = g_strdup (deviant->mark->rater);
  task->follower = g_new (FfMarkKey, 1);
  *task->follower = (FfMarkKey) { deviant->trainee->enrolment_id, leaf->id, criterion != NULL ? criterion->id : 0, task->rater,
                                  deviant->mark->attempt };
  ff_workspace_run (self->workspace, label, follow_work, task_done, task, task_free);
}

static void
add_deviant (FfTeamMarksWindow *self, const FfTeamDeviant *deviant)
{
  g_autofree char *subtitle = ff_team_marks_text_describe (self->figures, deviant);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", deviant->trainee->name, "subtitle", subtitle, NULL);
  GtkWidget *button = gtk_button_new_with_label (deviant->own != NULL ? _("Take the Team's Mark") : _("Give the Team's Mark"));

  g_object_set_data_full (G_OBJECT (button), "ff-deviant", g_memdup2 (deviant, sizeof *deviant), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, ff_workspace_is_writable (self->workspace));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_follow), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->deviants, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_deviants (FfTeamMarksWindow *self)
{
  g_autoptr (GArray) deviants = ff_team_marks_text_list_deviants (self->figures);
  const char *all = self->figures->team_marks->len > 0 ? _("Everybody in a team has the mark of the team.")
                                                       : _("Type a team's mark: each of its members is given it.");

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->deviants, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < deviants->len; i++)
    add_deviant (self, &g_array_index (deviants, FfTeamDeviant, i));
  adw_preferences_group_set_description (self->deviants, deviants->len > 0 ? NULL : all);
}

/* Which leaves ------------------------------------------------------------------------------------------------------- */

static void
on_leaf_toggled (GtkCheckButton *check, FfTeamMarksWindow *self)
{
  Task *task;

  if (self->filling)
    return;
  task = task_new (self);
  task->component_id = *(const gint64 *) g_object_get_data (G_OBJECT (check), "ff-id");
  task->by_team = gtk_check_button_get_active (check);
  ff_workspace_run (self->workspace, task->by_team ? _("Mark a component per team") : _("Mark a component person by person"), by_team_work,
                    task_done, task, task_free);
}

static gboolean
is_markable (const FfComponent *component)
{
  return component->leaf && !ff_component_is_computed (component);
}

static GtkWidget *
new_check (FfTeamMarksWindow *self, const FfComponent *component)
{
  GtkWidget *check = gtk_check_button_new_with_label (component->title);

  g_object_set_data_full (G_OBJECT (check), "ff-id", g_memdup2 (&component->id, sizeof component->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_leaf_toggled), self, 0);
  return check;
}

/* The check buttons stay what they are, so that one can tick several; a class's leaves seldom change while this window is open. */
static void
show_leaves (FfTeamMarksWindow *self)
{
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->leaves));

  for (guint i = 0; i < ff_scheme_length (self->figures->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (self->figures->scheme, i);

      if (!is_markable (component))
        continue;
      if (check == NULL)
        {
          check = new_check (self, component);
          gtk_box_append (self->leaves, check);
        }
      if (*(const gint64 *) g_object_get_data (G_OBJECT (check), "ff-id") == component->id)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), component->by_team);
      check = gtk_widget_get_next_sibling (check);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->components), ff_workspace_is_writable (self->workspace));
}

/* What is shown ------------------------------------------------------------------------------------------------------ */

static gboolean
has_leaves (const FfScheme *scheme)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->leaf && ff_scheme_get (scheme, i)->by_team)
      return TRUE;
  return FALSE;
}

static void
show_empty (FfTeamMarksWindow *self)
{
  gboolean no_teams = self->figures->teams->len == 0;

  adw_status_page_set_title (self->empty, no_teams ? _("No Teams Yet") : _("Nothing Is Marked per Team"));
  adw_status_page_set_description (self->empty,
                                   no_teams ? _("Draw teams on the Roster tab: each one is a row of marks.")
                                            : _("Choose above which components of the scheme of this class a team is given as a whole."));
  gtk_stack_set_visible_child_name (self->stack, no_teams || !has_leaves (self->figures->scheme) ? "empty" : "marks");
}

static void
show_figures (FfTeamMarksWindow *self)
{
  /* Translators: the title of a class and its code. */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s"), self->figures->run->title, self->figures->run->code);

  self->filling = TRUE;
  adw_window_title_set_subtitle (self->title, subtitle);
  ff_team_marks_model_set_figures (self->model, self->figures, ff_workspace_is_writable (self->workspace));
  show_leaves (self);
  show_deviants (self);
  show_empty (self);
  self->filling = FALSE;
}

static void
on_figures (FfTeamMarksWindow *self)
{
  gboolean first = self->figures == NULL;

  self->figures = ff_run_context_get_figures (self->context);
  show_figures (self);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* The window --------------------------------------------------------------------------------------------------------- */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* What is typed is taken; what is refused keeps the window open, with the reason at its cell. */
static gboolean
ff_team_marks_window_close_request (GtkWindow *window)
{
  FfTeamMarksWindow *self = FF_TEAM_MARKS_WINDOW (window);

  return !ff_grid_commit (self->grid) || GTK_WINDOW_CLASS (ff_team_marks_window_parent_class)->close_request (window);
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_workspace_undo (FF_TEAM_MARKS_WINDOW (widget)->workspace);
}

static void
ff_team_marks_window_dispose (GObject *object)
{
  FfTeamMarksWindow *self = FF_TEAM_MARKS_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (ff_team_marks_window_parent_class)->dispose (object);
}

static void
ff_team_marks_window_finalize (GObject *object)
{
  FfTeamMarksWindow *self = FF_TEAM_MARKS_WINDOW (object);

  /* The grid looks at the figures as long as it is there. */
  g_clear_object (&self->context);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ff_team_marks_window_parent_class)->finalize (object);
}

static void
ff_team_marks_window_class_init (FfTeamMarksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_team_marks_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_team_marks_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ff_team_marks_window_close_request;
  g_type_ensure (FF_TYPE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-team-marks-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTeamMarksWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FfTeamMarksWindow, components);
  gtk_widget_class_bind_template_child (widget_class, FfTeamMarksWindow, leaves);
  gtk_widget_class_bind_template_child (widget_class, FfTeamMarksWindow, complaint);
  gtk_widget_class_bind_template_child (widget_class, FfTeamMarksWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfTeamMarksWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, FfTeamMarksWindow, deviants);
  gtk_widget_class_bind_template_child (widget_class, FfTeamMarksWindow, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
  gtk_widget_class_install_action (widget_class, "teams.undo", NULL, activate_undo);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "teams.undo", NULL);
}

static void
ff_team_marks_window_init (FfTeamMarksWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->model = ff_team_marks_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_grid_set_model (self->grid, FF_GRID_MODEL (self->model));
  g_signal_connect_object (self->model, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Marks of teams"), -1);
}

void
ff_team_marks_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  FfTeamMarksWindow *self;

  g_return_if_fail (FF_IS_WORKSPACE (workspace));

  self = g_object_new (FF_TYPE_TEAM_MARKS_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  self->context = ff_run_context_new (workspace, run_id);
  g_signal_connect_object (self->context, "figures-changed", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "gone", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
