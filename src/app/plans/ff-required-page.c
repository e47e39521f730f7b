#include "config.h"

#include "ff-required-page.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-required-people.h"
#include "ff-requirements.h"
#include "ff-tag.h"

struct _FfRequiredPage
{
  FfPage parent_instance;

  GtkStack *stack;
  GtkListBox *courses;

  GPtrArray *figures;      /* FfRequirementFigures; NULL until they were read */
  GPtrArray *requirements; /* FfRequirement of all courses */
  GHashTable *unfolded;    /* gint64 ids of courses */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfRequiredPage, ff_required_page, FF_TYPE_PAGE)

/* Rows --------------------------------------------------------------------------------------------------------------- */

/* "Frontline in Retail, again after 12 months" */
static char *
describe_requirement (const FfRequirement *requirement)
{
  g_autofree char *whom = NULL;

  if (requirement->layer != NULL && requirement->department != NULL)
    /* Translators: a layer, and the department in which it is. */
    whom = g_strdup_printf (_("%s in %s"), requirement->layer, requirement->department);
  else if (requirement->layer != NULL)
    whom = g_strdup (requirement->layer);
  else
    whom = g_strdup (requirement->department != NULL ? requirement->department : _("Everybody"));
  if (requirement->valid_months == 0)
    return g_steal_pointer (&whom);
  /* Translators: of whom a course is required, and after how many months again. */
  return g_strdup_printf (ngettext ("%s, again after %d month", "%s, again after %d months", (gulong) requirement->valid_months), whom,
                          requirement->valid_months);
}

static void
add_tags (GtkWidget *box, const int *n_states)
{
  static const struct
  {
    FfRequiredState state;
    FfTone tone;
  } tags[] = {
    { FF_REQUIRED_MISSING, FF_TONE_BAD },
    { FF_REQUIRED_OVERDUE, FF_TONE_BAD },
    { FF_REQUIRED_SOON, FF_TONE_SOON },
    { FF_REQUIRED_DONE, FF_TONE_GOOD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (n_states[tags[i].state] > 0)
      {
        /* Translators: how many people are in a state, and the state. */
        g_autofree char *text = g_strdup_printf (C_ ("required course", "%d %s"), n_states[tags[i].state],
                                                 ff_required_state_title (tags[i].state));
        GtkWidget *tag = ff_tag_new (text, NULL, tags[i].tone);

        gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
        gtk_box_append (GTK_BOX (box), tag);
      }
}

static void
on_department (FfRequiredPage *self, AdwActionRow *row)
{
  guint course = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "course"));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "department"));
  const FfRequirementFigures *figures = g_ptr_array_index (self->figures, course);

  ff_required_people_open (GTK_WIDGET (self), figures, g_ptr_array_index (figures->departments, index));
}

static GtkWidget *
department_row (FfRequiredPage *self, guint course, guint index)
{
  const FfRequirementFigures *figures = g_ptr_array_index (self->figures, course);
  const FfRequiredDepartment *department = g_ptr_array_index (figures->departments, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean lacking = department->n_states[FF_REQUIRED_DONE] < department->people;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 department->department != NULL ? department->department : _("Without a department"));
  if (department->enrolled > 0)
    {
      g_autofree char *enrolled = g_strdup_printf (
          ngettext ("%d of them is enrolled in a class", "%d of them are enrolled in a class", (gulong) department->enrolled),
          department->enrolled);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), enrolled);
    }
  add_tags (tags, department->n_states);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tags);
  g_object_set_data (G_OBJECT (row), "course", GUINT_TO_POINTER (course));
  g_object_set_data (G_OBJECT (row), "department", GUINT_TO_POINTER (index));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), lacking);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_department), self, G_CONNECT_SWAPPED);
  return row;
}

static void
on_requirement (FfRequiredPage *self, AdwActionRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "requirement");

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_requirement_editor, *id, 0);
}

static GtkWidget *
requirement_row (FfRequiredPage *self, const FfRequirement *requirement)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = describe_requirement (requirement);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Required of these people"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "requirement", g_memdup2 (&requirement->id, sizeof requirement->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_requirement), self, G_CONNECT_SWAPPED);
  return row;
}

static void
on_unfolded (FfRequiredPage *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "course");

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->unfolded, g_memdup2 (id, sizeof *id));
  else
    g_hash_table_remove (self->unfolded, id);
}

static GtkWidget *
course_row (FfRequiredPage *self, guint index)
{
  const FfRequirementFigures *figures = g_ptr_array_index (self->figures, index);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), figures->course_title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), figures->course_code);
  add_tags (tags, figures->n_states);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), tags);
  for (guint i = 0; i < self->requirements->len; i++)
    {
      const FfRequirement *requirement = g_ptr_array_index (self->requirements, i);

      if (requirement->course_id == figures->course_id)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), requirement_row (self, requirement));
    }
  for (guint i = 0; i < figures->departments->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), department_row (self, index, i));
  g_object_set_data_full (G_OBJECT (row), "course", g_memdup2 (&figures->course_id, sizeof figures->course_id), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (self->unfolded, &figures->course_id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_unfolded), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_figures (FfRequiredPage *self)
{
  guint n = self->figures->len;
  GtkListBoxRow *row;
  g_autofree char *subtitle = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->courses, 0)) != NULL)
    gtk_list_box_remove (self->courses, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->courses, course_row (self, i));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "courses" : "empty");
  subtitle = g_strdup_printf (ngettext ("%u required course", "%u required courses", n), n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

/* Reading ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef page;
  GPtrArray *figures;
  GPtrArray *requirements;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->page);
  g_clear_pointer (&reading->figures, g_ptr_array_unref);
  g_clear_pointer (&reading->requirements, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->figures = ff_requirement_figures_read (db, ff_time_day (ff_time_now ()), error);
  if (reading->figures != NULL)
    reading->requirements = ff_requirements_list (db, 0, error);
  return reading->requirements != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfRequiredPage) self = g_weak_ref_get (&reading->page);

  if (self == NULL || error != NULL)
    return self == NULL;
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  self->figures = g_steal_pointer (&reading->figures);
  self->requirements = g_steal_pointer (&reading->requirements);
  show_figures (self);
  return TRUE;
}

static void
stop_reading (FfRequiredPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_figures (FfRequiredPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->page, self);
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free, self->cancellable);
}

/* Everybody is read: only while somebody looks. */
static void
on_changed (FfRequiredPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_figures (self);
}

static void
require (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ff_editor_open (data, ff_page_get_workspace (data), &ff_requirement_editor, 0, 0);
}

static const GActionEntry actions[] = {
  { .name = "require", .activate = require },
};

/* The page ----------------------------------------------------------------------------------------------------------- */

static void
ff_required_page_shown (FfPage *page)
{
  read_figures (FF_REQUIRED_PAGE (page));
}

static void
ff_required_page_constructed (GObject *object)
{
  FfRequiredPage *self = FF_REQUIRED_PAGE (object);

  G_OBJECT_CLASS (ff_required_page_parent_class)->constructed (object);
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (ff_page_get_workspace (FF_PAGE (self)), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
ff_required_page_dispose (GObject *object)
{
  FfRequiredPage *self = FF_REQUIRED_PAGE (object);

  stop_reading (self);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  g_clear_pointer (&self->unfolded, g_hash_table_unref);
  G_OBJECT_CLASS (ff_required_page_parent_class)->dispose (object);
}

static void
ff_required_page_class_init (FfRequiredPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_required_page_constructed;
  object_class->dispose = ff_required_page_dispose;
  FF_PAGE_CLASS (klass)->shown = ff_required_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-required-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRequiredPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRequiredPage, courses);
}

static void
ff_required_page_init (FfRequiredPage *self)
{
  self->unfolded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
