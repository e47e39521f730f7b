#include "config.h"

#include "ff-criteria-window.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-document-window.h"
#include "ff-editors.h"
#include "ff-rubric-form.h"
#include "ff-rubric-picker.h"
#include "ff-rubric-table.h"
#include "ff-rubric-text.h"
#include "ff-rubrics.h"

struct _FfCriteriaWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  gint64 course_id, run_id;
  gint64 component_id;
  GArray *components; /* gint64: what the choice offers */
  GtkDropDown *choice;
  AdwWindowTitle *title;
  GtkStack *stack;
  AdwBin *place;
  FfRubricTable *table;
  AdwToastOverlay *toasts;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (FfCriteriaWindow, ff_criteria_window, ADW_TYPE_WINDOW)

/* Showing ----------------------------------------------------------------------------------------------------------- */

/* Only what people mark can have criteria. */
static gboolean
can_have_criteria (const FfComponent *component)
{
  return component->leaf && (component->source == FF_SOURCE_RUBRIC || component->source == FF_SOURCE_MANUAL);
}

static const FfComponent *
find_component (const FfScheme *scheme, gint64 id)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->id == id)
      return ff_scheme_get (scheme, i);
  return NULL;
}

/* What was shown, or else the first rubric, or else whatever could become one. */
static const FfComponent *
choose_component (FfCriteriaWindow *self, const FfScheme *scheme)
{
  const FfComponent *chosen = find_component (scheme, self->component_id);

  if (chosen != NULL && can_have_criteria (chosen))
    return chosen;
  chosen = NULL;
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);

      if (component->source == FF_SOURCE_RUBRIC && component->leaf)
        return component;
      if (chosen == NULL && can_have_criteria (component))
        chosen = component;
    }
  return chosen;
}

static void
show_choice (FfCriteriaWindow *self, const FfScheme *scheme)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->components, 0);
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);

      if (!can_have_criteria (component))
        continue;
      if (component->id == self->component_id)
        selected = self->components->len;
      gtk_string_list_append (titles, component->title);
      g_array_append_val (self->components, component->id);
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->components->len > 1);
}

static void
show_component (FfCriteriaWindow *self, const FfComponent *component)
{
  gboolean rubric = component != NULL && component->criteria != NULL && component->criteria->len > 0;
  g_autofree char *size = rubric ? ff_rubric_text_size (component->criteria) : NULL;

  /* Where there is a choice, it names the component. */
  adw_window_title_set_title (self->title, self->components->len == 1 && component != NULL ? component->title : _("Criteria and Levels"));
  adw_window_title_set_subtitle (self->title, size != NULL ? size : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "criteria.take", component != NULL && ff_workspace_is_writable (self->workspace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "criteria.add", component != NULL && ff_workspace_is_writable (self->workspace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "criteria.keep", rubric && ff_workspace_is_writable (self->workspace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "criteria.print", rubric);
  gtk_stack_set_visible_child_name (self->stack, rubric ? "table" : component != NULL ? "typed" : "none");
  if (rubric)
    ff_rubric_table_set (self->table, component->id, component->criteria);
}

static void
reload (FfCriteriaWindow *self)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (ff_workspace_get_reader (self->workspace), self->course_id, self->run_id, NULL);
  const FfComponent *component = scheme != NULL ? choose_component (self, scheme) : NULL;

  if (scheme == NULL)
    return;
  self->setting = TRUE;
  self->component_id = component != NULL ? component->id : 0;
  show_choice (self, scheme);
  show_component (self, component);
  self->setting = FALSE;
}

static void
on_changed (FfCriteriaWindow *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "component", "criterion", "criterion_level", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    reload (self);
}

static void
on_choice (FfCriteriaWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (self->setting || selected >= self->components->len)
    return;
  self->component_id = g_array_index (self->components, gint64, selected);
  reload (self);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
activate_take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfCriteriaWindow *self = FF_CRITERIA_WINDOW (widget);

  ff_rubric_picker_open (widget, self->workspace, self->component_id);
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfCriteriaWindow *self = FF_CRITERIA_WINDOW (widget);

  ff_editor_open (widget, self->workspace, &ff_component_criterion_editor, 0, self->component_id);
}

typedef struct
{
  GWeakRef window;
  gint64 component_id;
} Keeping;

static void
keeping_free (gpointer data)
{
  g_weak_ref_clear (&((Keeping *) data)->window);
  g_free (data);
}

static gboolean
keep_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Keeping *keeping = data;
  g_autofree char *title = ff_criteria_dup_title (db, keeping->component_id, error);
  g_autoptr (FfRubric) rubric = title != NULL ? ff_rubric_new (NULL, title, NULL) : NULL;
  GPtrArray *criteria = rubric != NULL ? ff_criteria_read (db, FF_CRITERIA_OF_COMPONENT, keeping->component_id, error) : NULL;

  if (criteria == NULL)
    return FALSE;
  g_ptr_array_unref (rubric->criteria);
  rubric->criteria = criteria;
  return ff_rubrics_copy (db, rubric, NULL, title, error) != 0;
}

static gboolean
keep_done (gpointer data, const GError *error)
{
  g_autoptr (FfCriteriaWindow) self = g_weak_ref_get (&((Keeping *) data)->window);

  if (error == NULL && self != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Kept in the library")));
  return error == NULL;
}

static void
activate_keep (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfCriteriaWindow *self = FF_CRITERIA_WINDOW (widget);
  Keeping *keeping = g_new0 (Keeping, 1);

  g_weak_ref_init (&keeping->window, self);
  keeping->component_id = self->component_id;
  ff_workspace_run (self->workspace, _("Keep a rubric in the library"), keep_work, keep_done, keeping, keeping_free);
}

static FfDocument *
make_form (FfDb *db, gconstpointer data, GError **error)
{
  return ff_rubric_form_make_component (db, *(const gint64 *) data, error);
}

static void
activate_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfCriteriaWindow *self = FF_CRITERIA_WINDOW (widget);
  FfDocumentWindow *window = ff_document_window_new (widget, self->workspace, _("Assessment Form"), NULL);

  ff_document_window_make (window, make_form, g_memdup2 (&self->component_id, sizeof self->component_id), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_workspace_undo (FF_CRITERIA_WINDOW (widget)->workspace);
}

/* The window -------------------------------------------------------------------------------------------------------- */

static void
ff_criteria_window_dispose (GObject *object)
{
  FfCriteriaWindow *self = FF_CRITERIA_WINDOW (object);

  /* The choice loses its model while it goes, which nobody chose. */
  self->setting = TRUE;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_criteria_window_parent_class)->dispose (object);
}

static void
ff_criteria_window_finalize (GObject *object)
{
  g_array_unref (FF_CRITERIA_WINDOW (object)->components);
  G_OBJECT_CLASS (ff_criteria_window_parent_class)->finalize (object);
}

static void
ff_criteria_window_class_init (FfCriteriaWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_criteria_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_criteria_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-criteria-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCriteriaWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, FfCriteriaWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FfCriteriaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfCriteriaWindow, place);
  gtk_widget_class_bind_template_child (widget_class, FfCriteriaWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_install_action (widget_class, "criteria.take", NULL, activate_take);
  gtk_widget_class_install_action (widget_class, "criteria.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "criteria.keep", NULL, activate_keep);
  gtk_widget_class_install_action (widget_class, "criteria.print", NULL, activate_print);
  gtk_widget_class_install_action (widget_class, "criteria.undo", NULL, activate_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "criteria.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "criteria.print", NULL);
}

static void
ff_criteria_window_init (FfCriteriaWindow *self)
{
  self->components = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

FfCriteriaWindow *
ff_criteria_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 course_id, gint64 run_id, gint64 component_id)
{
  FfCriteriaWindow *self;
  GtkWidget *table;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace) && (course_id == 0) != (run_id == 0), NULL);

  self = g_object_new (FF_TYPE_CRITERIA_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  table = ff_rubric_table_new (workspace, FF_CRITERIA_OF_COMPONENT);
  self->workspace = g_object_ref (workspace);
  self->course_id = course_id;
  self->run_id = run_id;
  self->component_id = component_id;
  self->table = FF_RUBRIC_TABLE (table);
  adw_bin_set_child (self->place, table);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
ff_run_criteria_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  ff_criteria_window_open (parent, workspace, 0, run_id, 0);
}
