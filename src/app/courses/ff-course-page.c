#include "config.h"

#include "ff-course-page.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-format.h"
#include "ff-window.h"

struct _FfCoursePage
{
  FfPage parent_instance;

  gint64 course_id;
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
}

static void
on_changed (FfCoursePage *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "course", "syllabus_item", "scheme", "component", "criterion", "attendance_rule", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    reload (self);
}

static void
ff_course_page_class_init (FfCoursePageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/fourfold/Fourfold/ff-course-page.ui");
}

static void
ff_course_page_init (FfCoursePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

FfPage *
ff_course_page_new (FfWorkspace *workspace, gint64 course_id)
{
  FfCoursePage *self = g_object_new (FF_TYPE_COURSE_PAGE, "workspace", workspace, NULL);

  self->course_id = course_id;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return FF_PAGE (self);
}
