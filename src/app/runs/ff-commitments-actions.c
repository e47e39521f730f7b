/* What is done with the commitments that are selected, by menu and by key, and with those of everybody. */
#include "config.h"

#include "ff-commitments-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-action-plan.h"
#include "ff-commitment-dues.h"
#include "ff-commitments.h"
#include "ff-confirm-missing.h"
#include "ff-document-window.h"
#include "ff-editors.h"
#include "ff-window.h"

static gint64
run_id_of (FfCommitmentsPage *self)
{
  return ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)));
}

/* One command for all that are selected ---------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef page;
  GArray *ids;
  gboolean forward;
  guint n;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_weak_ref_clear (&task->page);
  g_array_unref (task->ids);
  g_free (task);
}

static Task *
task_new (FfCommitmentsPage *self)
{
  Task *task = g_new0 (Task, 1);

  g_weak_ref_init (&task->page, self);
  task->ids = ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));
  return task;
}

static const gint64 *
task_ids (const Task *task)
{
  return (const gint64 *) (gpointer) task->ids->data;
}

static gboolean
step_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return ff_commitments_step (db, task_ids (task), task->ids->len, task->forward, &task->n, error);
}

/* Says what became of them, or that there was nothing to do. */
static gboolean
step_done (gpointer data, const GError *error)
{
  Task *task = data;
  g_autoptr (FfCommitmentsPage) self = g_weak_ref_get (&task->page);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;
  g_autofree char *text = NULL;

  if (error != NULL || window == NULL)
    return FALSE;
  if (task->n == 0)
    {
      ff_window_toast (window, task->forward ? _("This is the last state already.") : _("This is the first state already."));
      return TRUE;
    }
  text = g_strdup_printf (task->forward ? ngettext ("%u commitment one state on", "%u commitments one state on", task->n)
                                        : ngettext ("%u commitment one state back", "%u commitments one state back", task->n),
                          task->n);
  ff_window_toast_undo (window, text);
  return TRUE;
}

/* A commitment that is handed in moves to the end of the list: who goes through it one by one stays where he is, at the next one. */
static void
go_on (FfCommitmentsPage *self, gint64 id)
{
  FfRowModel *model = ff_list_view_get_model (self->list);
  guint next = ff_row_model_find (model, id) + 1;

  if (next < g_list_model_get_n_items (G_LIST_MODEL (model)) && gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), next, TRUE);
}

static void
activate_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCommitmentsPage *self = user_data;
  Task *task = task_new (self);

  task->forward = g_variant_get_boolean (parameter);
  if (task->ids->len == 1)
    go_on (self, g_array_index (task->ids, gint64, 0));
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), _("Change the state of commitments"), step_work, step_done, task, task_free);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return ff_commitments_delete (db, task_ids (task), task->ids->len, error);
}

static gboolean
delete_done (gpointer data, const GError *error)
{
  Task *task = data;
  g_autoptr (FfCommitmentsPage) self = g_weak_ref_get (&task->page);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;
  g_autofree char *text = NULL;

  if (error != NULL || window == NULL)
    return FALSE;
  text = g_strdup_printf (ngettext ("%u commitment deleted", "%u commitments deleted", task->ids->len), task->ids->len);
  ff_window_toast_undo (window, text);
  return TRUE;
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCommitmentsPage *self = user_data;

  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), _("Delete commitments"), delete_work, delete_done, task_new (self), task_free);
}

/* Windows ---------------------------------------------------------------------------------------------------------------- */

static void
open_editor (FfCommitmentsPage *self, const FfEditorKind *editor, gint64 id)
{
  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), editor, id, run_id_of (self));
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCommitmentsPage *self = user_data;
  g_autoptr (GArray) ids = ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));

  if (ids->len == 1)
    open_editor (self, &ff_commitment_editor, g_array_index (ids, gint64, 0));
}

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_editor (user_data, &ff_new_commitment_editor, 0);
}

static void
activate_owe (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_editor (user_data, &ff_owed_commitment_editor, 0);
}

static void
activate_confirm_missing (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCommitmentsPage *self = user_data;

  ff_confirm_missing_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), run_id_of (self));
}

static FfDocument *
make_action_plan (FfDb *db, gconstpointer data, GError **error)
{
  return ff_action_plan_make (db, *(const gint64 *) data, error);
}

static void
activate_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCommitmentsPage *self = user_data;
  gint64 run_id = run_id_of (self);
  FfDocumentWindow *window = ff_document_window_new (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), _("Action Plan"), NULL);

  ff_document_window_make (window, make_action_plan, g_memdup2 (&run_id, sizeof run_id), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

/* Menus ------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *label; /* NULL: a new section */
  const char *action;
  const char *key;
} Item;

static const Item row_items[] = {
  { N_("One State _On"), "tab.step(true)", "plus" },
  { N_("One State _Back"), "tab.step(false)", "minus" },
  { NULL },
  { N_("_Edit…"), "tab.edit", "F2" },
  { N_("_Delete"), "tab.delete", NULL },
};

static const Item page_items[] = {
  { N_("Ask _Everybody for a Commitment…"), "tab.owe", NULL },
  { N_("_Add a Commitment…"), "tab.add", NULL },
  { N_("_Confirm Missing as 0…"), "tab.confirm-missing", NULL },
  { N_("_Print the Action Plan…"), "tab.print-action-plan", NULL },
  { N_("_Import…"), "win.import", NULL },
};

static GMenu *
make_menu (const Item *items, gsize n)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) entry = items[i].label != NULL ? g_menu_item_new (_(items[i].label), items[i].action) : NULL;

      if (entry == NULL)
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_set_object (&section, NULL);
          section = g_menu_new ();
          continue;
        }
      if (items[i].key != NULL)
        g_menu_item_set_attribute (entry, "accel", "s", items[i].key);
      g_menu_append_item (section, entry);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return menu;
}

void
ff_commitments_page_set_up_menu (FfCommitmentsPage *self)
{
  g_autoptr (GMenu) row_menu = make_menu (row_items, G_N_ELEMENTS (row_items));
  g_autoptr (GMenu) page_menu = make_menu (page_items, G_N_ELEMENTS (page_items));

  g_menu_append_submenu (page_menu, _("The _Selected Commitments"), G_MENU_MODEL (row_menu));
  ff_page_set_menu (FF_PAGE (self), G_MENU_MODEL (page_menu));
  ff_list_view_set_menu (self->list, G_MENU_MODEL (row_menu));
  ff_list_view_set_delete_action (self->list, "tab.delete");
  for (gsize i = 0; i < G_N_ELEMENTS (row_items); i++)
    if (row_items[i].key != NULL)
      ff_list_view_add_shortcut (self->list, row_items[i].key, row_items[i].action);
  ff_list_view_add_shortcut (self->list, "KP_Add", "tab.step(true)");
  ff_list_view_add_shortcut (self->list, "KP_Subtract", "tab.step(false)");
}

/* The actions --------------------------------------------------------------------------------------------------------------- */

typedef enum
{
  NEEDS_SOME = 1 << 0,
  NEEDS_ONE = 1 << 1,
  NEEDS_WRITING = 1 << 2,
  NEEDS_MISSING = 1 << 3, /* somebody's mark is missing and overdue */
} Needs;

static const struct
{
  GActionEntry entry;
  Needs needs;
} actions[] = {
  { { .name = "owe", .activate = activate_owe }, NEEDS_WRITING },
  { { .name = "add", .activate = activate_add }, NEEDS_WRITING },
  { { .name = "edit", .activate = activate_edit }, NEEDS_ONE },
  { { .name = "print-action-plan", .activate = activate_print }, 0 },
  { { .name = "step", .activate = activate_step, .parameter_type = "b" }, NEEDS_SOME | NEEDS_WRITING },
  { { .name = "delete", .activate = activate_delete }, NEEDS_SOME | NEEDS_WRITING },
  { { .name = "confirm-missing", .activate = activate_confirm_missing }, NEEDS_WRITING | NEEDS_MISSING },
};

void
ff_commitments_page_init_actions (FfCommitmentsPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), &actions[i].entry, 1, self);
}

void
ff_commitments_page_update_actions (FfCommitmentsPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (ff_list_view_get_model (self->list)));
  const FfClassFigures *figures = ff_run_tab_get_figures (FF_RUN_TAB (self));
  gboolean writable = ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));
  gboolean missing = figures != NULL && ff_commitment_dues_find (figures) >= 0;
  guint64 n = gtk_bitset_get_size (selected);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      Needs needs = actions[i].needs;
      GAction *action = g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), actions[i].entry.name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), (!(needs & NEEDS_SOME) || n > 0) && (!(needs & NEEDS_ONE) || n == 1)
                                                                 && (!(needs & NEEDS_WRITING) || writable)
                                                                 && (!(needs & NEEDS_MISSING) || missing));
    }
}
