/* Sections, the pages on top of them, and what the header bar says of the one that is shown. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-page.h"
#include "ff-catalogue-page.h"
#include "ff-classes-page.h"
#include "ff-course-page.h"
#include "ff-people-page.h"
#include "ff-project-page.h"
#include "ff-questionnaire-page.h"
#include "ff-questionnaires-page.h"
#include "ff-results-page.h"
#include "ff-rubric-page.h"
#include "ff-run-page.h"
#include "ff-today-page.h"
#include "ff-window-private.h"

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} sections[] = {
  { "today", NC_ ("page", "Today"), "ff-today-symbolic", ff_today_page_get_type },
  { "calendar", NC_ ("page", "Calendar"), "ff-calendar-symbolic", ff_calendar_page_get_type },
  { "classes", NC_ ("page", "Classes"), "ff-class-symbolic", ff_classes_page_get_type },
  { "courses", NC_ ("page", "Courses"), "ff-course-symbolic", ff_catalogue_page_get_type },
  { "people", NC_ ("page", "People"), "ff-people-symbolic", ff_people_page_get_type },
  { "questionnaires", NC_ ("page", "Questionnaires"), "ff-questionnaire-symbolic", ff_questionnaires_page_get_type },
  { "results", NC_ ("page", "Results"), "ff-results-symbolic", ff_results_page_get_type },
};

static GtkWidget *
new_section_row (guint i)
{
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "page", sections[i].title);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (sections[i].icon);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "count-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, sections[i].name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

void
ff_window_init_sections (FfWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_list_box_append (self->sections, new_section_row (i));
}

static GtkListBoxRow *
find_row (FfWindow *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].name, name))
      return gtk_list_box_get_row_at_index (self->sections, (int) i);
  return NULL;
}

void
ff_window_set_badge (FfWindow *self, const char *section, guint number)
{
  GtkListBoxRow *row;
  GtkWidget *badge;
  g_autofree char *text = NULL;

  g_return_if_fail (FF_IS_WINDOW (self));

  row = find_row (self, section);
  g_return_if_fail (row != NULL);
  badge = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
  text = g_strdup_printf ("%u", number);
  gtk_label_set_label (GTK_LABEL (badge), text);
  gtk_widget_set_visible (badge, number > 0);
}

static void
set_action_groups (FfWindow *self)
{
  FfPage *visible = self->current != NULL ? ff_page_get_visible (self->current) : NULL;
  GActionGroup *page = self->current != NULL ? G_ACTION_GROUP (ff_page_get_actions (self->current)) : NULL;
  GActionGroup *tab = visible != NULL && visible != self->current ? G_ACTION_GROUP (ff_page_get_actions (visible)) : NULL;

  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", page);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tab", tab);
}

static void
update_primary (FfWindow *self, FfPage *visible)
{
  g_autofree char *label = NULL, *icon = NULL, *action = NULL;

  g_object_get (visible, "primary-label", &label, "primary-icon", &icon, "primary-action", &action, NULL);
  gtk_widget_set_visible (self->primary_button, label != NULL && action != NULL);
  if (label == NULL || action == NULL)
    return;

  gtk_label_set_label (self->primary_label, label);
  gtk_image_set_from_icon_name (self->primary_icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->primary_icon), icon != NULL);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->primary_button), action);
}

/* The menu of the innermost page first, then that of the page around it. */
static void
update_menu (FfWindow *self, FfPage *visible)
{
  g_autoptr (GMenuModel) inner = NULL;
  g_autoptr (GMenuModel) outer = NULL;
  g_autoptr (GMenu) menu = NULL;

  g_object_get (visible, "menu", &inner, NULL);
  if (visible != self->current)
    g_object_get (self->current, "menu", &outer, NULL);
  if (inner != NULL || outer != NULL)
    {
      menu = g_menu_new ();
      if (inner != NULL)
        g_menu_append_section (menu, NULL, inner);
      if (outer != NULL)
        g_menu_append_section (menu, NULL, outer);
    }
  gtk_menu_button_set_menu_model (self->page_menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->page_menu_button), menu != NULL);
}

static void
set_controls (FfWindow *self, GtkWidget *controls)
{
  if (self->controls == controls)
    return;
  /* The page may have taken it back already. */
  if (self->controls != NULL && gtk_widget_is_ancestor (self->controls, GTK_WIDGET (self->header)))
    adw_header_bar_remove (self->header, self->controls);
  g_set_weak_pointer (&self->controls, controls);
  if (controls != NULL)
    adw_header_bar_pack_start (self->header, controls);
}

static void
update_controls (FfWindow *self)
{
  g_autoptr (GtkWidget) controls = NULL;

  if (self->current != NULL)
    g_object_get (self->current, "controls", &controls, NULL);
  set_controls (self, controls);
}

void
ff_window_update_header (FfWindow *self)
{
  FfPage *visible;
  gboolean can_search, takes_keys;

  if (self->current == NULL)
    return;

  visible = ff_page_get_visible (self->current);
  g_signal_group_set_target (self->visible_signals, visible);
  set_action_groups (self);

  adw_window_title_set_title (self->page_title, ff_page_get_title (self->current) != NULL ? ff_page_get_title (self->current) : "");
  adw_window_title_set_subtitle (self->page_title,
                                 ff_page_get_subtitle (self->current) != NULL ? ff_page_get_subtitle (self->current) : "");
  gtk_widget_set_visible (self->back_button, self->history->len > 1);
  update_controls (self);
  update_primary (self, visible);
  update_menu (self, visible);

  g_object_get (visible, "can-search", &can_search, NULL);
  gtk_widget_set_visible (self->search_button, can_search);
  if (!can_search)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  /* Typing on a list searches it; within a class, which cannot be searched as a whole, typing belongs to the grid. */
  g_object_get (self->current, "can-search", &takes_keys, NULL);
  gtk_search_bar_set_key_capture_widget (self->search_bar, can_search && takes_keys ? GTK_WIDGET (self) : NULL);
}

void
ff_window_select_section_row (FfWindow *self)
{
  GtkListBoxRow *row = NULL;

  if (self->history->len > 0)
    row = find_row (self, gtk_widget_get_name (g_ptr_array_index (self->history, 0)));
  gtk_list_box_select_row (self->sections, row);
}

/* Who walks along the sidebar with the arrow keys stays there. */
static gboolean
focus_is_in_sidebar (FfWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sections));
}

static void
set_current (FfWindow *self, FfPage *page)
{
  g_clear_handle_id (&self->search_delay, g_source_remove);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  g_clear_handle_id (&self->search_delay, g_source_remove);

  self->current = page;
  g_signal_group_set_target (self->page_signals, page);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  ff_window_select_section_row (self);
  ff_window_update_header (self);
  ff_window_update_actions (self);
  if (!focus_is_in_sidebar (self))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  ff_page_shown (page);
}

/* Takes the pages on top of the section's own away; that one stays, with what was typed and chosen on it. */
static void
drop_pushed (FfWindow *self, guint keep)
{
  while (self->history->len > keep)
    {
      FfPage *page = g_ptr_array_steal_index (self->history, self->history->len - 1);

      if (page == self->current)
        {
          g_signal_group_set_target (self->page_signals, NULL);
          g_signal_group_set_target (self->visible_signals, NULL);
          self->current = NULL;
        }
      gtk_stack_remove (self->pages, GTK_WIDGET (page));
    }
}

void
ff_window_forget_pages (FfWindow *self)
{
  GtkWidget *child;

  g_signal_group_set_target (self->page_signals, NULL);
  g_signal_group_set_target (self->visible_signals, NULL);
  self->current = NULL;
  set_controls (self, NULL);
  g_ptr_array_set_size (self->history, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
  set_action_groups (self);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    ff_window_set_badge (self, sections[i].name, 0);
}

static FfPage *
ensure_section (FfWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].name, name))
      {
        page = g_object_new (sections[i].get_type (), "workspace", self->workspace, "name", name, NULL);
        gtk_stack_add_named (self->pages, page, name);
      }
  return FF_PAGE (page);
}

void
ff_window_show_section (FfWindow *self, const char *name)
{
  FfPage *page;

  g_return_if_fail (FF_IS_WINDOW (self));
  g_return_if_fail (find_row (self, name) != NULL);

  if (self->workspace == NULL)
    return;

  page = ensure_section (self, name);
  if (page == self->current)
    return;
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  drop_pushed (self, 1);
  g_ptr_array_set_size (self->history, 0);
  g_ptr_array_add (self->history, page);
  set_current (self, page);
}

void
ff_window_push (FfWindow *self, FfPage *page)
{
  g_return_if_fail (FF_IS_WINDOW (self));
  g_return_if_fail (FF_IS_PAGE (page));

  gtk_stack_add_child (self->pages, GTK_WIDGET (page));
  g_ptr_array_add (self->history, page);
  set_current (self, page);
}

void
ff_window_back (FfWindow *self)
{
  FfPage *page;

  g_return_if_fail (FF_IS_WINDOW (self));

  if (self->history->len < 2)
    return;

  page = g_ptr_array_index (self->history, self->history->len - 2);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  drop_pushed (self, self->history->len - 1);
  set_current (self, page);
}

void
ff_window_show_calendar (FfWindow *self, FfDay day)
{
  g_return_if_fail (FF_IS_WINDOW (self));

  if (self->workspace == NULL)
    return;
  ff_window_show_section (self, "calendar");
  ff_calendar_page_show_day (FF_CALENDAR_PAGE (self->current), day);
}

void
ff_window_open_class (FfWindow *self, gint64 run_id, const char *tab, gint64 session_id)
{
  FfPage *page;

  g_return_if_fail (FF_IS_WINDOW (self));

  if (self->workspace == NULL)
    return;

  page = ff_run_page_new (self->workspace, run_id);
  ff_window_push (self, page);
  if (tab != NULL)
    ff_run_page_show_tab (FF_RUN_PAGE (page), tab, session_id);
}

void
ff_window_open_course (FfWindow *self, gint64 course_id)
{
  g_return_if_fail (FF_IS_WINDOW (self));

  if (self->workspace != NULL)
    ff_window_push (self, ff_course_page_new (self->workspace, course_id));
}

void
ff_window_open_project (FfWindow *self, gint64 project_id)
{
  g_return_if_fail (FF_IS_WINDOW (self));

  if (self->workspace != NULL)
    ff_window_push (self, ff_project_page_new (self->workspace, project_id));
}

void
ff_window_open_rubric (FfWindow *self, gint64 id)
{
  g_return_if_fail (FF_IS_WINDOW (self));

  if (self->workspace != NULL)
    ff_window_push (self, ff_rubric_page_new (self->workspace, id));
}

void
ff_window_open_questionnaire (FfWindow *self, gint64 id)
{
  g_return_if_fail (FF_IS_WINDOW (self));

  if (self->workspace != NULL)
    ff_window_push (self, ff_questionnaire_page_new (self->workspace, id));
}
