#include "config.h"

#include "ff-course-page.h"

#include <glib/gi18n-lib.h>

#include "ff-asking-page.h"
#include "ff-course-card.h"
#include "ff-course-parts.h"
#include "ff-courses.h"
#include "ff-document-window.h"
#include "ff-editors.h"
#include "ff-format.h"
#include "ff-plan-kinds.h"
#include "ff-metric-parts.h"
#include "ff-owned-parts.h"
#include "ff-owner.h"
#include "ff-scheme-pane.h"
#include "ff-syllabus-pane.h"
#include "ff-timetable-pane.h"
#include "ff-window.h"

/* Below this width the scheme stands under the syllabus. */
#define NARROW_WIDTH 780
#define SYLLABUS_WIDTH 560
/* Below this one the tabs stand at the foot of the page. */
#define TABS_WIDTH 640

struct _FfCoursePage
{
  FfPage parent_instance;

  gint64 course_id;
  GtkPaned *paned;
  GtkWidget *switcher;
  AdwViewSwitcher *tabs;
  AdwViewSwitcherBar *switcher_bar;
  AdwBin *timetable;
  GtkBox *needs;
  GtkBox *delivery;
  GtkBox *levels;
  FfSyllabusPane *syllabus;
  FfSchemePane *scheme;
};

G_DEFINE_FINAL_TYPE (FfCoursePage, ff_course_page, FF_TYPE_PAGE)

/* "CX-101 · 18 h" */
static char *
make_subtitle (const FfCourse *course)
{
  g_autofree char *hours = NULL;

  if (course->hours < 0)
    return g_strdup (course->code);
  hours = ff_format_duration (course->hours * 60 / 100);
  /* Translators: below a course's title: its code and its length. */
  return g_strdup_printf (_("%s · %s"), course->code, hours);
}

static void
reload (FfCoursePage *self)
{
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCourse) course = ff_courses_read (ff_workspace_get_reader (workspace), self->course_id, &error);
  g_autofree char *subtitle = NULL;
  FfWindow *window = ff_window_of (self);

  if (course == NULL)
    {
      if (window != NULL)
        ff_window_back (window);
      return;
    }

  subtitle = make_subtitle (course);
  ff_page_set_title (FF_PAGE (self), course->title);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
  ff_scheme_pane_set_course (self->scheme, course);
  ff_syllabus_pane_set_course (self->syllabus, g_steal_pointer (&course));
}

static void
on_changed (FfCoursePage *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "course", "syllabus_item", "scheme", "component", "criterion", "attendance_rule", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    reload (self);
}

/* Commands --------------------------------------------------------------------------------------------------------- */

static void
on_class_added (FfCoursePage *self, gint64 run_id)
{
  ff_window_open_class (ff_window_of (self), run_id, "overview", 0);
}

static void
activate_new_class (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCoursePage *self = user_data;
  FfPlanWindow *plan = ff_plan_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_new_class_plan, self->course_id);

  if (plan != NULL)
    g_signal_connect_object (plan, "done", G_CALLBACK (on_class_added), self, G_CONNECT_SWAPPED);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCoursePage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_course_editor, self->course_id, 0);
}

static gboolean
delete_course (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_courses_delete (db, *(gint64 *) data, error);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCoursePage *self = user_data;

  ff_window_run (ff_window_of (self), _("Delete a course"), delete_course, self->course_id, _("Course deleted"));
}

static FfDocument *
make_card (FfDb *db, gconstpointer data, GError **error)
{
  return ff_course_card_make (db, *(const gint64 *) data, error);
}

static void
activate_card (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCoursePage *self = user_data;
  FfDocumentWindow *window = ff_document_window_new (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), _("Course Card"), NULL);

  ff_document_window_make (window, make_card, g_memdup2 (&self->course_id, sizeof self->course_id), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Course _Card…"), "page.card");
  g_menu_append (menu, _("_Edit Course…"), "page.edit");
  g_menu_append (menu, _("_Delete Course"), "page.delete");
  return G_MENU_MODEL (menu);
}

static void
ff_course_page_resized (FfPage *page, int width)
{
  FfCoursePage *self = FF_COURSE_PAGE (page);
  GtkOrientation wanted = width < NARROW_WIDTH ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  ff_page_fit_tabs (self->tabs, width);
  gtk_widget_set_visible (self->switcher, width >= TABS_WIDTH);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, width < TABS_WIDTH);
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == wanted)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), wanted);
  gtk_paned_set_position (self->paned,
                          wanted == GTK_ORIENTATION_VERTICAL ? gtk_widget_get_height (GTK_WIDGET (self)) / 2 : SYLLABUS_WIDTH);
}

static void
ff_course_page_class_init (FfCoursePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FF_PAGE_CLASS (klass)->resized = ff_course_page_resized;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-course-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCoursePage, paned);
  gtk_widget_class_bind_template_child (widget_class, FfCoursePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, FfCoursePage, tabs);
  gtk_widget_class_bind_template_child (widget_class, FfCoursePage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, FfCoursePage, timetable);
  gtk_widget_class_bind_template_child (widget_class, FfCoursePage, needs);
  gtk_widget_class_bind_template_child (widget_class, FfCoursePage, delivery);
  gtk_widget_class_bind_template_child (widget_class, FfCoursePage, levels);
}

static void
ff_course_page_init (FfCoursePage *self)
{
  static const GActionEntry actions[] = {
    { .name = "new-class", .activate = activate_new_class },
    { .name = "card", .activate = activate_card },
    { .name = "edit", .activate = activate_edit },
    { .name = "delete", .activate = activate_delete },
  };
  g_autoptr (GMenuModel) menu = make_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  ff_page_set_primary (FF_PAGE (self), _("New Class…"), "list-add-symbolic", "page.new-class");
  ff_page_set_menu (FF_PAGE (self), menu);
}

static void
add_parts (FfCoursePage *self)
{
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));
  gint64 owner = ff_owner_to_number (ff_owner_course (self->course_id));

  gtk_box_append (self->needs, ff_part_list_new (workspace, &ff_background_parts, owner));
  gtk_box_append (self->needs, ff_part_list_new (workspace, &ff_pain_point_parts, owner));
  gtk_box_append (self->needs, ff_part_list_new (workspace, &ff_need_parts, owner));
  gtk_box_append (self->needs, ff_part_list_new (workspace, &ff_goal_parts, owner));
  gtk_box_append (self->delivery, ff_part_list_new (workspace, &ff_deliverable_parts, self->course_id));
  gtk_box_append (self->delivery, ff_part_list_new (workspace, &ff_course_trainer_parts, self->course_id));
  gtk_box_append (self->delivery, ff_part_list_new (workspace, &ff_requirement_parts, self->course_id));
  gtk_box_append (self->levels, ff_questionnaire_list_new (workspace, ff_owner_course (self->course_id)));
  gtk_box_append (self->levels, ff_part_list_new (workspace, &ff_evaluation_plan_parts, owner));
  gtk_box_append (self->levels, ff_metric_list_new (workspace, ff_owner_course (self->course_id)));
  adw_bin_set_child (self->timetable, ff_timetable_pane_new (workspace, self->course_id));
}

FfPage *
ff_course_page_new (FfWorkspace *workspace, gint64 course_id)
{
  FfCoursePage *self = g_object_new (FF_TYPE_COURSE_PAGE, "workspace", workspace, NULL);
  GtkWidget *syllabus = ff_syllabus_pane_new (workspace);
  GtkWidget *scheme = ff_scheme_pane_new (workspace);

  self->course_id = course_id;
  self->syllabus = FF_SYLLABUS_PANE (syllabus);
  self->scheme = FF_SCHEME_PANE (scheme);
  gtk_paned_set_start_child (self->paned, syllabus);
  gtk_paned_set_end_child (self->paned, scheme);
  add_parts (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return FF_PAGE (self);
}
