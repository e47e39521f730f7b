#include "config.h"

#include "ff-people-page.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-list-view.h"
#include "ff-people.h"
#include "ff-place-lists.h"
#include "ff-place-page.h"
#include "ff-trainee-filter.h"
#include "ff-trainee-list.h"
#include "ff-window.h"

struct _FfPeoplePage
{
  FfPage parent_instance;

  GtkStack *stack;
  FfTraineeFilter *filters;
  FfListView *list;
  FfListView *trainers;
  FfListView *venues;
  FfListView *equipment;
  char *search;
};

G_DEFINE_FINAL_TYPE (FfPeoplePage, ff_people_page, FF_TYPE_PAGE)

/* Trainees ------------------------------------------------------------------------------------------------------------ */

static void
on_row_activated (FfPeoplePage *self, gint64 id)
{
  ff_window_push (ff_window_of (self), ff_place_page_new (ff_page_get_workspace (FF_PAGE (self)), &ff_trainee_page, id));
}

/* Deleting ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef page;
  GArray *ids;
} Deletion;

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_weak_ref_clear (&deletion->page);
  g_array_unref (deletion->ids);
  g_free (deletion);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Deletion *deletion = data;

  return ff_people_delete_trainees (db, (const gint64 *) (gpointer) deletion->ids->data, deletion->ids->len, error);
}

static gboolean
delete_done (gpointer data, const GError *error)
{
  Deletion *deletion = data;
  g_autoptr (FfPeoplePage) self = g_weak_ref_get (&deletion->page);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;
  guint n = deletion->ids->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u trainee deleted", "%u trainees deleted", n), n);

  if (error != NULL)
    return FALSE;
  if (window != NULL)
    ff_window_toast_undo (window, text);
  return TRUE;
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfPeoplePage *self = user_data;
  g_autoptr (GArray) ids = ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));
  g_autofree char *label = g_strdup_printf (ngettext ("Delete %u trainee", "Delete %u trainees", ids->len), ids->len);
  Deletion *deletion;

  if (ids->len == 0)
    return;

  deletion = g_new0 (Deletion, 1);
  g_weak_ref_init (&deletion->page, self);
  deletion->ids = g_steal_pointer (&ids);
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), label, delete_work, delete_done, deletion, deletion_free);
}

static void
on_selection_changed (FfPeoplePage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (ff_list_view_get_model (self->list)));
  GAction *action = g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), "delete");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               !gtk_bitset_is_empty (selected) && ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))));
}

/* Trainers, venues, equipment ----------------------------------------------------------------------------------------- */

static void
on_trainer_activated (FfPeoplePage *self, gint64 id)
{
  ff_window_push (ff_window_of (self), ff_place_page_new (ff_page_get_workspace (FF_PAGE (self)), &ff_trainer_page, id));
}

static void
on_venue_activated (FfPeoplePage *self, gint64 id)
{
  ff_window_push (ff_window_of (self), ff_place_page_new (ff_page_get_workspace (FF_PAGE (self)), &ff_venue_page, id));
}

static void
on_equipment_activated (FfPeoplePage *self, gint64 id)
{
  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_equipment_editor, id, 0);
}

/* The page ------------------------------------------------------------------------------------------------------------ */

static FfListView *
visible_list (FfPeoplePage *self)
{
  return FF_LIST_VIEW (gtk_stack_get_visible_child (self->stack));
}

static char *
describe_length (FfPeoplePage *self, guint n)
{
  FfListView *list = visible_list (self);

  if (list == self->trainers)
    return g_strdup_printf (ngettext ("%'u trainer", "%'u trainers", n), n);
  if (list == self->venues)
    return g_strdup_printf (ngettext ("%'u venue", "%'u venues", n), n);
  if (list == self->equipment)
    return g_strdup_printf (ngettext ("%'u kind of equipment", "%'u kinds of equipment", n), n);
  return g_strdup_printf (ngettext ("%'u trainee", "%'u trainees", n), n);
}

static void
update_subtitle (FfPeoplePage *self)
{
  g_autofree char *subtitle = NULL;
  guint n;

  g_object_get (visible_list (self), "n-rows", &n, NULL);
  subtitle = describe_length (self, n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
on_kind_changed (FfPeoplePage *self)
{
  FfListView *list = visible_list (self);

  gtk_widget_set_visible (GTK_WIDGET (self->filters), list == self->list);
  if (list == self->trainers)
    ff_page_set_primary (FF_PAGE (self), _("Add T_rainer"), "list-add-symbolic", "win.new-trainer");
  else if (list == self->venues)
    ff_page_set_primary (FF_PAGE (self), _("Add _Venue"), "list-add-symbolic", "win.new-venue");
  else if (list == self->equipment)
    ff_page_set_primary (FF_PAGE (self), _("Add E_quipment"), "list-add-symbolic", "win.new-equipment");
  else
    ff_page_set_primary (FF_PAGE (self), _("Add _Trainee"), "list-add-symbolic", "win.new-trainee");
  ff_list_view_set_search (list, self->search);
  update_subtitle (self);
}

static void
ff_people_page_search (FfPage *page, const char *text)
{
  FfPeoplePage *self = FF_PEOPLE_PAGE (page);

  g_free (self->search);
  self->search = g_strdup (text);
  ff_list_view_set_search (visible_list (self), self->search);
}

static void
set_up_places (FfPeoplePage *self)
{
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));

  ff_list_view_set_up (self->trainers, &ff_trainer_list, workspace, _("Trainers"));
  ff_list_view_set_up (self->venues, &ff_venue_list, workspace, _("Venues"));
  ff_list_view_set_up (self->equipment, &ff_equipment_list, workspace, _("Equipment"));
}

static void
ff_people_page_constructed (GObject *object)
{
  static const GActionEntry actions[] = {
    { .name = "delete", .activate = activate_delete },
  };
  FfPeoplePage *self = FF_PEOPLE_PAGE (object);
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));

  G_OBJECT_CLASS (ff_people_page_parent_class)->constructed (object);
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  ff_list_view_set_up (self->list, &ff_trainee_list, workspace, _("Trainees"));
  g_signal_connect_object (ff_list_view_get_model (self->list), "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_list_view_get_model (self->list), "items-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  ff_trainee_filter_set_up (self->filters, workspace, self->list, FALSE);
  ff_list_view_set_delete_action (self->list, "page.delete");
  set_up_places (self);
  on_selection_changed (self);
  on_kind_changed (self);
}

static void
ff_people_page_finalize (GObject *object)
{
  FfPeoplePage *self = FF_PEOPLE_PAGE (object);

  g_free (self->search);
  G_OBJECT_CLASS (ff_people_page_parent_class)->finalize (object);
}

static gboolean
ff_people_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (visible_list (FF_PEOPLE_PAGE (widget))));
}

static void
ff_people_page_class_init (FfPeoplePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_people_page_constructed;
  object_class->finalize = ff_people_page_finalize;
  FF_PAGE_CLASS (klass)->search = ff_people_page_search;
  GTK_WIDGET_CLASS (klass)->grab_focus = ff_people_page_grab_focus;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  g_type_ensure (FF_TYPE_TRAINEE_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfPeoplePage, filters);
  gtk_widget_class_bind_template_child (widget_class, FfPeoplePage, list);
  gtk_widget_class_bind_template_child (widget_class, FfPeoplePage, trainers);
  gtk_widget_class_bind_template_child (widget_class, FfPeoplePage, venues);
  gtk_widget_class_bind_template_child (widget_class, FfPeoplePage, equipment);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_trainer_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_venue_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_equipment_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed);
  gtk_widget_class_bind_template_callback (widget_class, update_subtitle);
}

static void
ff_people_page_init (FfPeoplePage *self)
{
  self->search = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
