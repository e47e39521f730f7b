#include "config.h"

#include "ff-rubric-page.h"

#include <glib/gi18n-lib.h>

#include "ff-document-window.h"
#include "ff-editors.h"
#include "ff-rubric-form.h"
#include "ff-rubric-library.h"
#include "ff-rubric-table.h"
#include "ff-rubric-text.h"
#include "ff-window.h"

struct _FfRubricPage
{
  FfPage parent_instance;

  gint64 id;   /* as the library has it */
  char *key;   /* of the built-in rubric that it is or was; NULL: none */
  char *title;
  GtkLabel *note;
  GtkBox *builtin; /* what is said of a built-in rubric that nobody has changed */
  FfTag *kind;
  AdwBin *place;
  FfRubricTable *table;
};

G_DEFINE_FINAL_TYPE (FfRubricPage, ff_rubric_page, FF_TYPE_PAGE)

/* What can be done depends on whose text it is. */
static void
show_menu (FfRubricPage *self)
{
  gboolean builtin = ff_rubric_library_is_builtin (self->id);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Print Form…"), "page.print");
  g_menu_append (menu, _("_Copy Rubric"), "page.copy");
  if (builtin)
    g_menu_append (menu, _("C_hange This Rubric"), "page.change");
  else
    g_menu_append (menu, _("_Edit Title and Note…"), "page.edit");
  if (!builtin && self->key != NULL)
    g_menu_append (menu, _("_Return to the Built-in Text"), "page.delete");
  else if (!builtin)
    g_menu_append (menu, _("_Delete Rubric"), "page.delete");
  ff_page_set_menu (FF_PAGE (self), G_MENU_MODEL (menu));
}

static void
show_rubric (FfRubricPage *self, const FfRubric *rubric)
{
  gboolean builtin = ff_rubric_library_is_builtin (rubric->id);
  g_autofree char *size = ff_rubric_text_size (rubric->criteria);

  self->id = rubric->id;
  g_free (self->key);
  self->key = g_strdup (rubric->key);
  g_free (self->title);
  self->title = g_strdup (rubric->title);
  ff_page_set_title (FF_PAGE (self), rubric->title);
  ff_page_set_subtitle (FF_PAGE (self), size);
  gtk_label_set_label (self->note, rubric->note != NULL ? rubric->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), rubric->note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->builtin), builtin);
  ff_tag_set (self->kind, ff_rubric_text_kind (rubric), NULL, ff_rubric_text_tone (rubric));
  ff_rubric_table_set (self->table, builtin ? 0 : rubric->id, rubric->criteria);
  show_menu (self);
}

/* A built-in rubric and its changed copy take each other's place, whether by a command here or by undo. */
static gint64
find_id (FfRubricPage *self, FfDb *db)
{
  gint64 changed = self->key != NULL ? ff_rubric_store_find (db, self->key, NULL) : 0;

  if (changed > 0)
    return changed;
  return self->key != NULL ? ff_rubric_library_builtin_id (self->key) : self->id;
}

static void
reload (FfRubricPage *self)
{
  FfDb *db = ff_workspace_get_reader (ff_page_get_workspace (FF_PAGE (self)));
  g_autoptr (FfRubric) rubric = ff_rubric_library_read (db, find_id (self, db), NULL);
  FfWindow *window = ff_window_of (self);

  if (rubric != NULL)
    show_rubric (self, rubric);
  else if (window != NULL)
    ff_window_back (window);
}

static void
on_changed (FfRubricPage *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "rubric", "rubric_criterion", "rubric_level", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    reload (self);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef page;
  gint64 id;
  char *key; /* NULL: a copy of somebody's own */
  char *title;
  gint64 made;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_weak_ref_clear (&copy->page);
  g_free (copy->key);
  g_free (copy->title);
  g_free (copy);
}

static gboolean
copy_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Copy *copy = data;
  g_autoptr (FfRubric) rubric = ff_rubric_library_read (db, copy->id, error);

  copy->made = rubric != NULL ? ff_rubrics_copy (db, rubric, copy->key, copy->title, error) : 0;
  return copy->made != 0;
}

/* The changed text of a built-in rubric stands in its place; a copy has a page of its own. */
static gboolean
copy_done (gpointer data, const GError *error)
{
  Copy *copy = data;
  g_autoptr (FfRubricPage) self = g_weak_ref_get (&copy->page);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;

  if (error != NULL)
    return FALSE;
  if (window == NULL)
    return TRUE;
  if (copy->key != NULL)
    {
      /* The button that was pressed is gone. */
      reload (self);
      gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
    }
  else
    ff_window_push (window, ff_rubric_page_new (ff_page_get_workspace (FF_PAGE (self)), copy->made));
  ff_window_toast_undo (window, copy->key != NULL ? _("The rubric can be changed now") : _("Rubric copied"));
  return TRUE;
}

/* Takes @title. */
static void
run_copy (FfRubricPage *self, const char *label, const char *key, char *title)
{
  Copy *copy = g_new0 (Copy, 1);

  g_weak_ref_init (&copy->page, self);
  copy->id = self->id;
  copy->key = g_strdup (key);
  copy->title = title;
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), label, copy_work, copy_done, copy, copy_free);
}

static void
activate_change (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRubricPage *self = user_data;

  if (ff_rubric_library_is_builtin (self->id))
    run_copy (self, _("Change a built-in rubric"), self->key, g_strdup (self->title));
}

static void
activate_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRubricPage *self = user_data;

  /* Translators: the title of a copy; %s is that of the original. */
  run_copy (self, _("Copy a rubric"), NULL, g_strdup_printf (_("%s (copy)"), self->title));
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRubricPage *self = user_data;

  if (!ff_rubric_library_is_builtin (self->id))
    ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_rubric_editor, self->id, 0);
}

static gboolean
delete_rubric (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_rubrics_delete (db, *(gint64 *) data, error);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRubricPage *self = user_data;

  if (ff_rubric_library_is_builtin (self->id))
    return;
  if (self->key != NULL)
    ff_window_run (ff_window_of (self), _("Return to a built-in rubric"), delete_rubric, self->id, _("The built-in text is back"));
  else
    ff_window_run (ff_window_of (self), _("Delete a rubric"), delete_rubric, self->id, _("Rubric deleted"));
}

static FfDocument *
make_form (FfDb *db, gconstpointer data, GError **error)
{
  return ff_rubric_form_make (db, *(const gint64 *) data, error);
}

static void
activate_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRubricPage *self = user_data;
  FfDocumentWindow *window = ff_document_window_new (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), _("Assessment Form"), NULL);

  ff_document_window_make (window, make_form, g_memdup2 (&self->id, sizeof self->id), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

/* The page ---------------------------------------------------------------------------------------------------------- */

static void
ff_rubric_page_finalize (GObject *object)
{
  FfRubricPage *self = FF_RUBRIC_PAGE (object);

  g_free (self->key);
  g_free (self->title);
  G_OBJECT_CLASS (ff_rubric_page_parent_class)->finalize (object);
}

static void
ff_rubric_page_class_init (FfRubricPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_rubric_page_finalize;

  g_type_ensure (FF_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-rubric-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRubricPage, note);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPage, builtin);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPage, kind);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPage, place);
}

static void
ff_rubric_page_init (FfRubricPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "print", .activate = activate_print },
    { .name = "change", .activate = activate_change },
    { .name = "copy", .activate = activate_copy },
    { .name = "edit", .activate = activate_edit },
    { .name = "delete", .activate = activate_delete },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  ff_page_set_primary (FF_PAGE (self), _("Print Form…"), "printer-symbolic", "page.print");
}

FfPage *
ff_rubric_page_new (FfWorkspace *workspace, gint64 id)
{
  FfRubricPage *self = g_object_new (FF_TYPE_RUBRIC_PAGE, "workspace", workspace, NULL);
  GtkWidget *table = ff_rubric_table_new (workspace, FF_CRITERIA_OF_RUBRIC);
  GActionMap *actions = ff_page_get_actions (FF_PAGE (self));

  self->id = id;
  self->table = FF_RUBRIC_TABLE (table);
  adw_bin_set_child (self->place, table);
  for (const char *const *name = (const char *const[]) { "change", "copy", "edit", "delete", NULL }; *name != NULL; name++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, *name)), ff_workspace_is_writable (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return FF_PAGE (self);
}
