#include "config.h"

#include "ff-team-card.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-teams.h"

struct _FfTeamCard
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  gint64 run_id;
  gint64 team_id;
  GMenuModel *team_menu;
  GtkLabel *count;
  GtkListBox *people;
  guint n_people;
};

G_DEFINE_FINAL_TYPE (FfTeamCard, ff_team_card, ADW_TYPE_BIN)

/* What is done with one person ----------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 enrolment_id;
  gint64 team_id;
  gboolean leads;
} Task;

static gboolean
move_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Task *task = data;

  return ff_teams_move (db, &task->enrolment_id, 1, task->team_id, error);
}

static gboolean
leader_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Task *task = data;

  return ff_teams_set_leader (db, task->enrolment_id, task->leads, error);
}

static void
move (FfTeamCard *self, gint64 enrolment_id, gint64 team_id)
{
  Task *task = g_new0 (Task, 1);

  task->enrolment_id = enrolment_id;
  task->team_id = team_id;
  ff_workspace_run (self->workspace, _("Move to a team"), move_work, NULL, task, g_free);
}

static gint64
enrolment_of (gpointer widget)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (widget), "ff-id");
}

static void
activate_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfTeamCard *self = FF_TEAM_CARD (gtk_widget_get_ancestor (user_data, FF_TYPE_TEAM_CARD));

  move (self, enrolment_of (user_data), g_variant_get_int64 (parameter));
}

static void
on_star_toggled (GtkToggleButton *star, GtkWidget *row)
{
  FfTeamCard *self = FF_TEAM_CARD (gtk_widget_get_ancestor (row, FF_TYPE_TEAM_CARD));
  Task *task = g_new0 (Task, 1);

  task->enrolment_id = enrolment_of (row);
  task->leads = gtk_toggle_button_get_active (star);
  ff_workspace_run (self->workspace, _("Name the leader of a team"), leader_work, NULL, task, g_free);
}

/* Dragging ---------------------------------------------------------------------------------------------------------------- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, enrolment_of (row));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
on_drop (FfTeamCard *self, const GValue *value)
{
  move (self, g_value_get_int64 (value), self->team_id);
  return TRUE;
}

/* Rows -------------------------------------------------------------------------------------------------------------------- */

static void
add_actions (FfTeamCard *self, GtkWidget *row)
{
  static const GActionEntry actions[] = {
    { .name = "move", .activate = activate_move, .parameter_type = "x" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), row);
  gtk_widget_insert_action_group (row, "card", G_ACTION_GROUP (group));
}

static GtkWidget *
new_star (const FfEnrolment *enrolment, GtkWidget *row)
{
  GtkWidget *star = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (star), enrolment->leader ? "starred-symbolic" : "non-starred-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), enrolment->leader);
  gtk_widget_add_css_class (star, "flat");
  gtk_widget_add_css_class (star, "team-star");
  gtk_widget_set_tooltip_text (star, enrolment->leader ? _("Leads the team") : _("Make this the leader of the team"));
  g_signal_connect_object (star, "toggled", G_CALLBACK (on_star_toggled), row, 0);
  return star;
}

static GtkWidget *
new_menu_button (FfTeamCard *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append_section (menu, _("Move to Team"), self->team_menu);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Move to another team"));
  return button;
}

static GtkWidget *
new_texts (const FfEnrolment *enrolment)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (enrolment->name);
  g_autofree char *place = g_strjoin (" · ", enrolment->layer_title != NULL ? enrolment->layer_title : enrolment->employee_no,
                                      enrolment->department, NULL);
  GtkWidget *detail = gtk_label_new (place);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), detail);
  return texts;
}

void
ff_team_card_add_member (FfTeamCard *self, const FfEnrolment *enrolment)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkDragSource *source = gtk_drag_source_new ();
  g_autofree char *count = NULL;

  g_return_if_fail (FF_IS_TEAM_CARD (self));

  g_object_set_data_full (G_OBJECT (row), "ff-id", g_memdup2 (&enrolment->id, sizeof enrolment->id), g_free);
  add_actions (self, row);
  gtk_box_append (GTK_BOX (box), new_texts (enrolment));
  if (self->team_id != 0)
    gtk_box_append (GTK_BOX (box), new_star (enrolment, row));
  gtk_box_append (GTK_BOX (box), new_menu_button (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), row, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_list_box_append (self->people, row);

  self->n_people++;
  count = g_strdup_printf (ngettext ("%u person", "%u people", self->n_people), self->n_people);
  gtk_label_set_label (self->count, count);
}

/* The card ---------------------------------------------------------------------------------------------------------------- */

static void
on_edit (FfTeamCard *self)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_team_editor, self->team_id, self->run_id);
}

static void
ff_team_card_dispose (GObject *object)
{
  FfTeamCard *self = FF_TEAM_CARD (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->team_menu);
  G_OBJECT_CLASS (ff_team_card_parent_class)->dispose (object);
}

static void
ff_team_card_class_init (FfTeamCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_team_card_dispose;
}

static void
ff_team_card_init (FfTeamCard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
new_header (FfTeamCard *self, const FfTeam *team)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (team != NULL ? team->name : _("In No Team Yet"));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_set_hexpand (count, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count), 0);
  self->count = GTK_LABEL (count);
  gtk_box_append (GTK_BOX (header), name);
  gtk_box_append (GTK_BOX (header), count);
  if (team != NULL)
    {
      GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

      gtk_widget_add_css_class (edit, "flat");
      gtk_widget_set_tooltip_text (edit, _("Name, topic, or delete this team"));
      g_signal_connect_object (edit, "clicked", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (header), edit);
    }
  return header;
}

GtkWidget *
ff_team_card_new (FfWorkspace *workspace, gint64 run_id, const FfTeam *team, GMenuModel *team_menu)
{
  FfTeamCard *self = g_object_new (FF_TYPE_TEAM_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  self->team_id = team != NULL ? team->id : 0;
  self->team_menu = g_object_ref (team_menu);
  gtk_box_append (GTK_BOX (box), new_header (self, team));
  if (team != NULL && team->topic != NULL)
    {
      GtkWidget *topic = gtk_label_new (team->topic);

      gtk_label_set_wrap (GTK_LABEL (topic), TRUE);
      gtk_label_set_xalign (GTK_LABEL (topic), 0);
      gtk_box_append (GTK_BOX (box), topic);
    }
  self->people = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->people, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "team-people");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "team-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->people), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  team != NULL ? team->name : _("In No Team Yet"), -1);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
