#include "config.h"

#include "ff-grid-tab.h"

#include "ff-window.h"

typedef struct
{
  FfClassModel *model;
  FfGrid *grid;         /* these three are the template's */
  GtkStack *stack;
  AdwStatusPage *empty;
  gboolean begun;
} FfGridTabPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FfGridTab, ff_grid_tab, FF_TYPE_RUN_TAB)

#define PRIVATE(self) ((FfGridTabPrivate *) ff_grid_tab_get_instance_private ((FfGridTab *) (self)))

/* Writing ----------------------------------------------------------------------------------------------------- */

/* Entries on their way to the writer and back. */
typedef struct
{
  GWeakRef tab;
  GArray *entries;
  gboolean (*write) (FfDb *db, gconstpointer entry, GError **error);
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_weak_ref_clear (&writing->tab);
  g_array_unref (writing->entries);
  g_free (writing);
}

static gboolean
writing_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Writing *writing = data;
  gsize size = g_array_get_element_size (writing->entries);

  for (guint i = 0; i < writing->entries->len; i++)
    {
      if (!writing->write (db, writing->entries->data + i * size, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
writing_done (gpointer data, const GError *error)
{
  Writing *writing = data;
  g_autoptr (FfGridTab) self = g_weak_ref_get (&writing->tab);

  if (self == NULL)
    return FALSE;

  ff_class_model_settle (PRIVATE (self)->model, writing->entries);
  if (error == NULL)
    return FALSE;

  ff_run_context_reload (ff_run_tab_get_context (FF_RUN_TAB (self)));

  return FF_GRID_TAB_GET_CLASS (self)->refused != NULL && FF_GRID_TAB_GET_CLASS (self)->refused (self, error);
}

static void
on_entered (FfGridTab *self, const char *label, GArray *entries, const char *said)
{
  Writing *writing = g_new0 (Writing, 1);
  FfWindow *window = ff_window_of (self);

  g_weak_ref_init (&writing->tab, self);
  writing->entries = g_array_ref (entries);
  writing->write = FF_GRID_TAB_GET_CLASS (self)->write_entry;
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), label, writing_work, writing_done, writing, writing_free);
  if (said != NULL && window != NULL)
    ff_window_toast_undo (window, said);
}

/* What is shown ----------------------------------------------------------------------------------------------- */

static void
update_empty (FfGridTab *self, const FfClassFigures *figures)
{
  FfGridTabPrivate *priv = PRIVATE (self);
  const char *title, *description;
  gboolean empty = FF_GRID_TAB_GET_CLASS (self)->is_empty (figures, &title, &description);

  if (empty)
    {
      adw_status_page_set_title (priv->empty, title);
      adw_status_page_set_description (priv->empty, description);
    }
  gtk_stack_set_visible_child_name (priv->stack, empty ? "empty" : "grid");
}

static void
on_figures_changed (FfGridTab *self)
{
  FfGridTabPrivate *priv = PRIVATE (self);
  FfClassFigures *figures = ff_run_tab_get_figures (FF_RUN_TAB (self));

  ff_class_model_set_writable (priv->model, ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))));
  ff_class_model_set_figures (priv->model, figures);
  update_empty (self, figures);
  FF_GRID_TAB_GET_CLASS (self)->figures_changed (self, figures);
}

static void
ff_grid_tab_update (FfRunTab *tab, FfClassFigures *figures)
{
  FfGridTab *self = FF_GRID_TAB (tab);
  FfGridTabPrivate *priv = PRIVATE (self);

  if (priv->begun)
    return;

  priv->begun = TRUE;
  FF_GRID_TAB_GET_CLASS (self)->begin (self, figures);
  gtk_widget_grab_focus (GTK_WIDGET (priv->grid));
}

static void
ff_grid_tab_search (FfPage *page, const char *text)
{
  ff_class_model_set_search (PRIVATE (page)->model, text);
}

static gboolean
ff_grid_tab_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PRIVATE (widget)->grid));
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_grid_tab_constructed (GObject *object)
{
  FfGridTab *self = FF_GRID_TAB (object);

  /* Before the tab hears of it, and also while it is hidden: the model must not keep figures that are gone. */
  g_signal_connect_object (ff_run_tab_get_context (FF_RUN_TAB (self)), "figures-changed", G_CALLBACK (on_figures_changed), self,
                           G_CONNECT_SWAPPED);
  G_OBJECT_CLASS (ff_grid_tab_parent_class)->constructed (object);

  if (ff_run_tab_get_figures (FF_RUN_TAB (self)) != NULL)
    on_figures_changed (self);
}

static void
ff_grid_tab_dispose (GObject *object)
{
  FfGridTabPrivate *priv = PRIVATE (object);

  if (priv->model != NULL)
    g_signal_handlers_disconnect_by_data (priv->model, object);
  g_clear_object (&priv->model);

  G_OBJECT_CLASS (ff_grid_tab_parent_class)->dispose (object);
}

static void
ff_grid_tab_class_init (FfGridTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ff_grid_tab_constructed;
  object_class->dispose = ff_grid_tab_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ff_grid_tab_grab_focus;
  FF_PAGE_CLASS (klass)->search = ff_grid_tab_search;
  FF_RUN_TAB_CLASS (klass)->update = ff_grid_tab_update;
}

static void
ff_grid_tab_init (FfGridTab *self)
{
}

void
ff_grid_tab_set_up (FfGridTab *self, FfClassModel *model, FfGrid *grid, GtkStack *stack, AdwStatusPage *empty)
{
  FfGridTabPrivate *priv = PRIVATE (self);

  g_return_if_fail (FF_IS_GRID_TAB (self));
  g_return_if_fail (priv->model == NULL);

  priv->model = g_object_ref (model);
  priv->grid = grid;
  priv->stack = stack;
  priv->empty = empty;
  ff_grid_set_model (grid, FF_GRID_MODEL (model));
  g_signal_connect_swapped (model, "entered", G_CALLBACK (on_entered), self);
  g_signal_connect_swapped (grid, "refused", G_CALLBACK (ff_grid_tab_toast), self);
}

FfClassModel *
ff_grid_tab_get_model (FfGridTab *self)
{
  g_return_val_if_fail (FF_IS_GRID_TAB (self), NULL);

  return PRIVATE (self)->model;
}

FfGrid *
ff_grid_tab_get_grid (FfGridTab *self)
{
  g_return_val_if_fail (FF_IS_GRID_TAB (self), NULL);

  return PRIVATE (self)->grid;
}

FfClassFigures *
ff_grid_tab_get_figures (FfGridTab *self)
{
  g_return_val_if_fail (FF_IS_GRID_TAB (self), NULL);

  return ff_class_model_get_figures (PRIVATE (self)->model);
}

void
ff_grid_tab_toast (FfGridTab *self, const char *text)
{
  FfWindow *window;

  g_return_if_fail (FF_IS_GRID_TAB (self));

  window = ff_window_of (self);
  if (window != NULL)
    ff_window_toast (window, text);
}

void
ff_grid_tab_set_enabled (FfGridTab *self, const char *action, gboolean enabled)
{
  GAction *found;

  g_return_if_fail (FF_IS_GRID_TAB (self));

  found = g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), action);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}
