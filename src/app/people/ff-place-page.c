#include "config.h"

#include "ff-place-page.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-place-parts.h"
#include "ff-places.h"
#include "ff-people.h"
#include "ff-runs.h"
#include "ff-trainee-cards.h"
#include "ff-window.h"

/* Below this width the columns stand below each other. */
#define NARROW_WIDTH 800
#define WIDEST 1100

struct _FfPlacePage
{
  FfPage parent_instance;

  const FfPlacePageKind *kind;
  gint64 id;
  GtkBox *columns;
};

G_DEFINE_FINAL_TYPE (FfPlacePage, ff_place_page, FF_TYPE_PAGE)

static void
reload (FfPlacePage *self)
{
  FfWorkspace *workspace = ff_page_get_workspace (FF_PAGE (self));
  g_autofree char *name = self->kind->read_name (ff_workspace_get_reader (workspace), self->id, NULL);
  FfWindow *window = ff_window_of (self);

  if (name != NULL)
    {
      g_autofree char *subtitle = self->kind->read_subtitle != NULL
                                      ? self->kind->read_subtitle (ff_workspace_get_reader (workspace), self->id, NULL) : NULL;

      ff_page_set_title (FF_PAGE (self), name);
      ff_page_set_subtitle (FF_PAGE (self), subtitle);
    }
  else if (window != NULL)
    ff_window_back (window);
}

static void
on_changed (FfPlacePage *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (table == NULL || g_str_equal (table, self->kind->table))
    reload (self);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfPlacePage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), self->kind->editor, self->id, 0);
}

static void
activate_unavailability (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfPlacePage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), self->kind->unavailability, 0, self->id);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfPlacePage *self = user_data;

  ff_window_run (ff_window_of (self), _(self->kind->delete_batch), self->kind->delete, self->id, _(self->kind->deleted));
}

static void
on_part_activated (FfPlacePage *self, gint64 part_id, GtkWidget *card)
{
  self->kind->open (FF_PAGE (self), g_object_get_data (G_OBJECT (card), "ff-kind"), part_id);
}

static GMenuModel *
make_menu (FfPlacePage *self)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Edit…"), "page.edit");
  g_menu_append (menu, _("New _Unavailability…"), "page.unavailability");
  g_menu_append (menu, _(self->kind->delete_label), "page.delete");
  return G_MENU_MODEL (menu);
}

/* The cards --------------------------------------------------------------------------------------------------------- */

/* The rows of other cards do not look as if they could be opened. */
static gboolean
is_opening (const FfPlacePageKind *kind, const FfPartKind *card)
{
  for (gsize i = 0; i < FF_PLACE_PAGE_CARDS; i++)
    if (kind->opening[i] == card)
      return TRUE;
  return FALSE;
}

static void
add_column (FfPlacePage *self, const FfPartKind *const *cards)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (gsize i = 0; i < FF_PLACE_PAGE_CARDS && cards[i] != NULL; i++)
    {
      GtkWidget *card = ff_part_list_new (ff_page_get_workspace (FF_PAGE (self)), cards[i], self->id);

      g_object_set_data (G_OBJECT (card), "ff-kind", (gpointer) cards[i]);
      if (is_opening (self->kind, cards[i]))
        g_signal_connect_object (card, "part-activated", G_CALLBACK (on_part_activated), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (column), card);
    }
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_box_append (self->columns, column);
}

static void
build (FfPlacePage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18));
  gtk_box_set_homogeneous (self->columns, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "page-body");
  add_column (self, self->kind->left);
  add_column (self, self->kind->right);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->columns));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
ff_place_page_resized (FfPage *page, int width)
{
  FfPlacePage *self = FF_PLACE_PAGE (page);
  gboolean narrow = width < NARROW_WIDTH;

  gtk_box_set_homogeneous (self->columns, !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
ff_place_page_class_init (FfPlacePageClass *klass)
{
  FF_PAGE_CLASS (klass)->resized = ff_place_page_resized;
}

static void
ff_place_page_init (FfPlacePage *self)
{
  static const GActionEntry actions[] = {
    { .name = "edit", .activate = activate_edit },
    { .name = "unavailability", .activate = activate_unavailability },
    { .name = "delete", .activate = activate_delete },
  };

  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}

FfPage *
ff_place_page_new (FfWorkspace *workspace, const FfPlacePageKind *kind, gint64 id)
{
  FfPlacePage *self = g_object_new (FF_TYPE_PLACE_PAGE, "workspace", workspace, NULL);
  g_autoptr (GMenuModel) menu = NULL;

  self->kind = kind;
  self->id = id;
  menu = make_menu (self);
  build (self);
  ff_page_set_menu (FF_PAGE (self), menu);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return FF_PAGE (self);
}

/* The kinds --------------------------------------------------------------------------------------------------------- */

/* A session opens its class. */
static void
open_booking (FfPage *page, const FfPartKind *card, gint64 session_id)
{
  FfDb *reader = ff_workspace_get_reader (ff_page_get_workspace (page));
  g_autoptr (FfSession) session = ff_sessions_read (reader, session_id, NULL);

  if (session != NULL)
    ff_window_open_class (ff_window_of (page), session->run_id, NULL, 0);
}

static char *
read_trainer (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfTrainer) trainer = ff_people_read_trainer (db, id, error);

  return trainer != NULL ? g_steal_pointer (&trainer->name) : NULL;
}

static char *
read_venue (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfVenue) venue = ff_people_read_venue (db, id, error);

  return venue != NULL ? g_steal_pointer (&venue->name) : NULL;
}

static gboolean
delete_trainer (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_people_delete_trainer (db, *(gint64 *) data, error);
}

static gboolean
delete_venue (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_people_delete_venue (db, *(gint64 *) data, error);
}

const FfPlacePageKind ff_trainer_page = {
  .read_name = read_trainer,
  .table = "trainer",
  .open = open_booking,
  .opening = { &ff_trainer_bookings },
  .left = { &ff_trainer_facts, &ff_trainer_qualifications, &ff_trainer_courses },
  .right = { &ff_trainer_bookings, &ff_trainer_unavailability, &ff_trainer_taught },
  .editor = &ff_trainer_editor,
  .unavailability = &ff_trainer_unavailability_editor,
  .delete = delete_trainer,
  .delete_label = N_("_Delete Trainer"),
  .delete_batch = N_("Delete a trainer"),
  .deleted = N_("Trainer deleted"),
};

const FfPlacePageKind ff_venue_page = {
  .read_name = read_venue,
  .table = "venue",
  .open = open_booking,
  .opening = { &ff_venue_bookings },
  .left = { &ff_venue_facts, &ff_venue_zones, &ff_venue_equipment },
  .right = { &ff_venue_bookings, &ff_venue_unavailability, &ff_venue_use },
  .editor = &ff_venue_editor,
  .unavailability = &ff_venue_unavailability_editor,
  .delete = delete_venue,
  .delete_label = N_("_Delete Venue"),
  .delete_batch = N_("Delete a venue"),
  .deleted = N_("Venue deleted"),
};

static char *
read_trainee (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfTrainee) trainee = ff_people_read_trainee (db, id, error);

  return trainee != NULL ? g_steal_pointer (&trainee->name) : NULL;
}

static char *
read_trainee_place (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfTrainee) trainee = ff_people_read_trainee (db, id, error);

  return trainee != NULL ? g_strjoin (" · ", trainee->employee_no, trainee->department != NULL ? trainee->department : trainee->organisation, NULL)
                         : NULL;
}

static void
open_of_trainee (FfPage *page, const FfPartKind *card, gint64 id)
{
  FfWindow *window = ff_window_of (page);

  if (card == &ff_trainee_history)
    ff_window_open_class (window, id, NULL, 0);
  else if (card == &ff_trainee_upcoming)
    open_booking (page, card, id);
  else if (card == &ff_trainee_required)
    ff_window_open_course (window, id);
  else
    ff_window_push (window, ff_place_page_new (ff_page_get_workspace (page), &ff_trainee_page, id));
}

static gboolean
delete_trainee (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_people_delete_trainees (db, data, 1, error);
}

const FfPlacePageKind ff_trainee_page = {
  .read_name = read_trainee,
  .read_subtitle = read_trainee_place,
  .table = "trainee",
  .open = open_of_trainee,
  .opening = { &ff_trainee_history, &ff_trainee_upcoming, &ff_trainee_required, &ff_trainee_reports },
  .left = { &ff_trainee_facts, &ff_trainee_year, &ff_trainee_required, &ff_trainee_unavailability },
  .right = { &ff_trainee_history, &ff_trainee_upcoming, &ff_trainee_commitments, &ff_trainee_reports },
  .editor = &ff_trainee_editor,
  .unavailability = &ff_trainee_unavailability_editor,
  .delete = delete_trainee,
  .delete_label = N_("_Delete Trainee"),
  .delete_batch = N_("Delete a trainee"),
  .deleted = N_("Trainee deleted"),
};
