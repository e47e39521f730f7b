#include "config.h"

#include "ff-teams-window.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-runs.h"
#include "ff-team-card.h"
#include "ff-teams.h"

struct _FfTeamsWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkFlowBox *cards;
  FfWorkspace *workspace;
  gint64 run_id;
  GMenu *team_menu; /* of every row: the teams to move to */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfTeamsWindow, ff_teams_window, ADW_TYPE_WINDOW)

/* Reading --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  gint64 run_id;
  GPtrArray *teams;      /* FfTeam */
  GPtrArray *enrolments; /* FfEnrolment */
  gboolean drawn;
  guint32 seed;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->window);
  g_clear_pointer (&reading->teams, g_ptr_array_unref);
  g_clear_pointer (&reading->enrolments, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (GError) local_error = NULL;

  reading->teams = ff_teams_of_run (db, reading->run_id, error);
  reading->enrolments = reading->teams != NULL ? ff_enrolments_of_run (db, reading->run_id, error) : NULL;
  if (reading->enrolments == NULL)
    return FALSE;
  reading->drawn = ff_teams_get_seed (db, reading->run_id, &reading->seed, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return local_error == NULL;
}

static void
fill_team_menu (FfTeamsWindow *self, const GPtrArray *teams)
{
  g_menu_remove_all (self->team_menu);
  for (guint i = 0; i < teams->len; i++)
    {
      const FfTeam *team = g_ptr_array_index (teams, i);
      g_autofree char *action = g_strdup_printf ("card.move(int64 %" G_GINT64_FORMAT ")", team->id);

      g_menu_append (self->team_menu, team->name, action);
    }
  g_menu_append (self->team_menu, _("No Team"), "card.move(int64 0)");
}

static void
add_card (FfTeamsWindow *self, const FfTeam *team, const GPtrArray *enrolments)
{
  gint64 team_id = team != NULL ? team->id : 0;
  GtkWidget *card = ff_team_card_new (self->workspace, self->run_id, team, G_MENU_MODEL (self->team_menu));
  guint n = 0;

  for (guint i = 0; i < enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      if (enrolment->team_id != team_id || !g_str_equal (enrolment->status, "enrolled"))
        continue;
      ff_team_card_add_member (FF_TEAM_CARD (card), enrolment);
      n++;
    }
  /* Who is in no team stands in a card of its own, as long as there is somebody. */
  if (team != NULL || n > 0)
    gtk_flow_box_insert (self->cards, card, -1);
  else
    g_object_unref (g_object_ref_sink (card));
}

static void
show_title (FfTeamsWindow *self, const Reading *reading)
{
  g_autofree char *subtitle = NULL;

  if (reading->drawn && reading->teams->len > 0)
    /* Translators: the number by which a draw of teams can be repeated. */
    subtitle = g_strdup_printf (_("Draw no. %u"), reading->seed);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfTeamsWindow) self = g_weak_ref_get (&reading->window);
  GtkWidget *child;

  if (self == NULL || error != NULL)
    return self == NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_flow_box_remove (self->cards, child);
  fill_team_menu (self, reading->teams);
  for (guint i = 0; i < reading->teams->len; i++)
    add_card (self, g_ptr_array_index (reading->teams, i), reading->enrolments);
  add_card (self, NULL, reading->enrolments);
  show_title (self, reading);
  gtk_stack_set_visible_child_name (self->stack, reading->teams->len > 0 ? "teams" : "empty");
  return TRUE;
}

static void
read_again (FfTeamsWindow *self)
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->window, self);
  reading->run_id = self->run_id;
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
on_changed (FfTeamsWindow *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "team", "enrolment", "trainee", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    read_again (self);
}

/* Commands -------------------------------------------------------------------------------------------------------------- */

static void
on_draw (FfTeamsWindow *self)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_team_draw_editor, 0, self->run_id);
}

static void
on_draw_topics (FfTeamsWindow *self)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_topic_draw_editor, 0, self->run_id);
}

static void
on_add_team (FfTeamsWindow *self)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_team_editor, 0, self->run_id);
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_workspace_undo (FF_TEAMS_WINDOW (widget)->workspace);
}

/* The window ------------------------------------------------------------------------------------------------------------ */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ff_teams_window_dispose (GObject *object)
{
  FfTeamsWindow *self = FF_TEAMS_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_teams_window_parent_class)->dispose (object);
}

static void
ff_teams_window_finalize (GObject *object)
{
  g_object_unref (FF_TEAMS_WINDOW (object)->team_menu);
  G_OBJECT_CLASS (ff_teams_window_parent_class)->finalize (object);
}

static void
ff_teams_window_class_init (FfTeamsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_teams_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_teams_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-teams-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTeamsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FfTeamsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfTeamsWindow, cards);
  gtk_widget_class_bind_template_callback (widget_class, on_draw);
  gtk_widget_class_bind_template_callback (widget_class, on_draw_topics);
  gtk_widget_class_bind_template_callback (widget_class, on_add_team);
  gtk_widget_class_install_action (widget_class, "teams.undo", NULL, activate_undo);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "teams.undo", NULL);
}

static void
ff_teams_window_init (FfTeamsWindow *self)
{
  self->team_menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

FfTeamsWindow *
ff_teams_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  FfTeamsWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_TEAMS_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_again (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
