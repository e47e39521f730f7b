#include "config.h"

#include "ff-project-page.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-owned-parts.h"
#include "ff-project-text.h"
#include "ff-projects.h"
#include "ff-runs.h"
#include "ff-window.h"

/* Below this width what stands side by side stands below each other. */
#define NARROW_WIDTH 800

struct _FfProjectPage
{
  FfPage parent_instance;

  gint64 project_id;
  GtkBox *body;
  GtkFlowBox *facts;
  GtkLabel *summary;
  GPtrArray *pairs; /* GtkBox, of the body: two parts side by side */
};

G_DEFINE_FINAL_TYPE (FfProjectPage, ff_project_page, FF_TYPE_PAGE)

/* The head ---------------------------------------------------------------------------------------------------------- */

static void
add_fact (FfProjectPage *self, const char *icon, const char *text, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (text);
  GtkWidget *second = gtk_label_new (detail);

  if (text == NULL)
    return;
  gtk_widget_add_css_class (image, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (first, text);
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (column), first);
  gtk_box_append (GTK_BOX (column), second);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), column);
  gtk_flow_box_append (self->facts, box);
}

static void
show_head (FfProjectPage *self, const FfProject *project)
{
  g_autofree char *days = ff_project_text_days (project->first_day, project->last_day, FALSE);
  GtkWidget *tag = ff_tag_new (ff_run_status_title (project->status), NULL, ff_project_status_tone (project->status));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_flow_box_remove (self->facts, child);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_flow_box_append (self->facts, tag);
  add_fact (self, "ff-calendar-symbolic", days, C_ ("fact", "dates"));
  add_fact (self, "ff-people-symbolic", project->department, C_ ("fact", "host department"));
  add_fact (self, "ff-person-symbolic", project->sponsor, C_ ("fact", "sponsor"));
  gtk_label_set_label (self->summary, project->summary != NULL ? project->summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), project->summary != NULL);
}

static void
reload (FfProjectPage *self)
{
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));
  g_autoptr (FfProject) project = ff_projects_read (ff_workspace_get_reader (workspace), self->project_id, NULL);
  FfWindow *window = ff_window_of (self);

  if (project == NULL)
    {
      if (window != NULL)
        ff_window_back (window);
      return;
    }
  ff_page_set_title (FF_PAGE (self), project->title);
  ff_page_set_subtitle (FF_PAGE (self), project->code);
  show_head (self, project);
}

static void
on_changed (FfProjectPage *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "project", "run", "department", "setting", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    reload (self);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_project_editor, self->project_id, 0);
}

static gboolean
delete_project (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_projects_delete (db, *(gint64 *) data, error);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfProjectPage *self = user_data;

  ff_window_run (ff_window_of (self), _("Delete a project"), delete_project, self->project_id, _("Project deleted"));
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Edit Project…"), "page.edit");
  g_menu_append (menu, _("_Delete Project"), "page.delete");
  return G_MENU_MODEL (menu);
}

/* The page ---------------------------------------------------------------------------------------------------------- */

static void
ff_project_page_resized (FfPage *page, int width)
{
  FfProjectPage *self = FF_PROJECT_PAGE (page);
  GtkOrientation wanted = width < NARROW_WIDTH ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  for (guint i = 0; i < self->pairs->len; i++)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (g_ptr_array_index (self->pairs, i)), wanted);
}

static void
ff_project_page_finalize (GObject *object)
{
  g_ptr_array_unref (FF_PROJECT_PAGE (object)->pairs);
  G_OBJECT_CLASS (ff_project_page_parent_class)->finalize (object);
}

static void
ff_project_page_class_init (FfProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_project_page_finalize;
  FF_PAGE_CLASS (klass)->resized = ff_project_page_resized;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfProjectPage, body);
  gtk_widget_class_bind_template_child (widget_class, FfProjectPage, facts);
  gtk_widget_class_bind_template_child (widget_class, FfProjectPage, summary);
}

static void
ff_project_page_init (FfProjectPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "edit", .activate = activate_edit },
    { .name = "delete", .activate = activate_delete },
  };
  g_autoptr (GMenuModel) menu = make_menu ();

  self->pairs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  ff_page_set_menu (FF_PAGE (self), menu);
}

static GtkWidget *
make_part (FfProjectPage *self, const FfPartKind *kind)
{
  GtkWidget *part
      = ff_part_list_new (ff_page_get_workspace (FF_PAGE (self)), kind, ff_owner_to_number (ff_owner_project (self->project_id)));

  gtk_widget_set_valign (part, GTK_ALIGN_START);
  gtk_widget_set_hexpand (part, TRUE);
  return part;
}

static void
add_pair (FfProjectPage *self, GtkWidget *left, GtkWidget *right)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_box_append (GTK_BOX (pair), left);
  gtk_box_append (GTK_BOX (pair), right);
  gtk_box_append (self->body, pair);
  g_ptr_array_add (self->pairs, pair);
}

FfPage *
ff_project_page_new (FfWorkspace *workspace, gint64 project_id)
{
  FfProjectPage *self = g_object_new (FF_TYPE_PROJECT_PAGE, "workspace", workspace, NULL);

  self->project_id = project_id;
  add_pair (self, make_part (self, &ff_background_parts), make_part (self, &ff_pain_point_parts));
  add_pair (self, make_part (self, &ff_goal_parts), make_part (self, &ff_need_parts));
  add_pair (self, make_part (self, &ff_duty_parts), make_part (self, &ff_budget_parts));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return FF_PAGE (self);
}
