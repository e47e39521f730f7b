/* What is done with the people who are selected in a roster, by menu and by key. */
#include "config.h"

#include "ff-run-roster-private.h"

#include <glib/gi18n-lib.h>

#include "ff-ask-window.h"
#include "ff-editors.h"
#include "ff-enrol-window.h"
#include "ff-place-page.h"
#include "ff-replace-window.h"
#include "ff-roster.h"
#include "ff-runs.h"
#include "ff-teams-window.h"
#include "ff-teams.h"
#include "ff-window.h"

static gint64
run_id_of (FfRunRoster *self)
{
  return ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)));
}

static GArray *
get_selected (FfRunRoster *self)
{
  return ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));
}

/* The only one who is selected; 0: nobody, or several. */
static gint64
get_single (FfRunRoster *self)
{
  g_autoptr (GArray) ids = get_selected (self);

  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

/* One command for all who are selected -------------------------------------------------------------------------------- */

typedef struct _Task Task;

struct _Task
{
  GWeakRef roster;
  gint64 run_id;
  GArray *ids;
  gboolean (*change) (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error);
  char *text;      /* a reason, a reply */
  gint64 number;   /* a team, how far to move */
  gboolean promotes; /* leaves a place, for which somebody may wait */
  char *said;      /* of the toast */
  FfEnrolment *next; /* who could have the place */
};

static void
task_free (gpointer data)
{
  Task *task = data;

  g_weak_ref_clear (&task->roster);
  g_array_unref (task->ids);
  g_free (task->text);
  g_free (task->said);
  ff_enrolment_free (task->next);
  g_free (task);
}

static gboolean
task_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Task *task = data;
  g_autoptr (GError) local_error = NULL;

  if (!task->change (db, task, (const gint64 *) (gpointer) task->ids->data, task->ids->len, error))
    return FALSE;
  if (task->promotes)
    task->next = ff_roster_next_in (db, task->run_id, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return local_error == NULL;
}

/* "1 person withdrawn. 王 is first on the waiting list" [Take In] */
static void
offer_place (FfWindow *window, const Task *task)
{
  g_autofree char *text = g_strdup_printf (_("%s. %s is first on the waiting list."), task->said, task->next->name);
  g_autofree char *action = g_strdup_printf ("tab.promote(int64 %" G_GINT64_FORMAT ")", task->next->id);

  ff_window_toast_action (window, text, _("Take In"), action);
}

static gboolean
task_done (gpointer data, const GError *error)
{
  Task *task = data;
  g_autoptr (FfRunRoster) self = g_weak_ref_get (&task->roster);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;

  if (error != NULL)
    return FALSE;
  if (window != NULL && task->next != NULL)
    offer_place (window, task);
  else if (window != NULL && task->said != NULL)
    ff_window_toast_undo (window, task->said);
  return TRUE;
}

/* Takes @ids. */
static Task *
task_new (FfRunRoster *self, GArray *ids, gboolean (*change) (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error))
{
  Task *task = g_new0 (Task, 1);

  g_weak_ref_init (&task->roster, self);
  task->run_id = run_id_of (self);
  task->ids = ids;
  task->change = change;
  return task;
}

/* Takes @task; nothing is run for nobody. */
static void
run_task (FfRunRoster *self, const char *label, Task *task)
{
  if (task->ids->len > 0)
    ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), label, task_work, task_done, task, task_free);
  else
    task_free (task);
}

/* Withdrawing, with the reason ---------------------------------------------------------------------------------------- */

static gboolean
withdraw (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error)
{
  return ff_roster_withdraw (db, ids, n, task->text, error);
}

/* What is asked for a reason is kept until it is given. */
typedef struct
{
  FfRunRoster *roster;
  GArray *ids;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->roster);
  g_array_unref (asked->ids);
  g_free (asked);
}

static void
on_reason_given (const char *reason, gpointer user_data)
{
  Asked *asked = user_data;
  guint n = asked->ids->len;
  Task *task = task_new (asked->roster, g_array_ref (asked->ids), withdraw);

  task->text = g_strdup (reason);
  task->promotes = TRUE;
  task->said = g_strdup_printf (ngettext ("%u person withdrawn from the class", "%u people withdrawn from the class", n), n);
  run_task (asked->roster, _("Withdraw from the class"), task);
}

static void
activate_withdraw (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;
  GArray *ids = get_selected (self);
  g_autofree char *explanation
      = g_strdup_printf (ngettext ("%u person leaves the class. Attendance and marks are kept.",
                                   "%u people leave the class. Attendance and marks are kept.", ids->len), ids->len);
  Asked *asked = g_new0 (Asked, 1);

  asked->roster = g_object_ref (self);
  asked->ids = ids;
  ff_ask_window_open (GTK_WIDGET (self), _("Withdraw from the Class"), explanation, _("Reason"), _("_Withdraw"), on_reason_given, asked,
                      asked_free);
}

static gboolean
remove_all (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!ff_enrolments_delete (db, ids[i], error))
      return FALSE;
  return TRUE;
}

static void
activate_remove (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;
  Task *task = task_new (self, get_selected (self), remove_all);

  task->promotes = TRUE;
  task->said = g_strdup_printf (ngettext ("%u person removed from the class", "%u people removed from the class", task->ids->len),
                                task->ids->len);
  run_task (self, _("Remove from the class"), task);
}

/* The waiting list ------------------------------------------------------------------------------------------------------ */

static gboolean
take_in (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error)
{
  return ff_roster_take_in (db, ids, n, error);
}

static void
take_in_ids (FfRunRoster *self, GArray *ids)
{
  Task *task = task_new (self, ids, take_in);

  task->said = g_strdup_printf (ngettext ("%u person enrolled", "%u people enrolled", ids->len), ids->len);
  run_task (self, _("Take in to the class"), task);
}

static void
activate_take_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  take_in_ids (user_data, get_selected (user_data));
}

static void
activate_promote (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = g_variant_get_int64 (parameter);

  g_array_append_val (ids, id);
  take_in_ids (user_data, ids);
}

static gboolean
put_waiting (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error)
{
  return ff_roster_put_waiting (db, ids, n, error);
}

static void
activate_put_waiting (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;
  Task *task = task_new (self, get_selected (self), put_waiting);

  task->said = g_strdup_printf (ngettext ("%u person put on the waiting list", "%u people put on the waiting list", task->ids->len),
                                task->ids->len);
  run_task (self, _("Put on the waiting list"), task);
}

static gboolean
move_waiting (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error)
{
  return ff_roster_move_waiting (db, ids[0], (int) task->number, error);
}

static void
activate_move_waiting (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;
  Task *task = task_new (self, get_selected (self), move_waiting);

  task->number = g_variant_get_int64 (parameter);
  run_task (self, _("Move on the waiting list"), task);
}

/* Replies and teams ------------------------------------------------------------------------------------------------------- */

static gboolean
reply (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error)
{
  return ff_roster_reply (db, ids, n, task->text, ff_time_day (ff_time_now ()), error);
}

static void
activate_reply (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;
  const char *given = g_variant_get_string (parameter, NULL);
  Task *task = task_new (self, get_selected (self), reply);

  task->text = *given != '\0' ? g_strdup (given) : NULL;
  run_task (self, _("Note replies"), task);
}

static gboolean
move_to_team (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error)
{
  return ff_teams_move (db, ids, n, task->number, error);
}

static void
activate_move_to_team (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;
  Task *task = task_new (self, get_selected (self), move_to_team);

  task->number = g_variant_get_int64 (parameter);
  run_task (self, _("Move to a team"), task);
}

static gboolean
toggle_leader (FfDb *db, const Task *task, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (FfEnrolment) enrolment = ff_roster_read (db, ids[0], error);

  return enrolment != NULL && ff_teams_set_leader (db, ids[0], !enrolment->leader, error);
}

static void
activate_leader (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunRoster *self = user_data;

  run_task (self, _("Name the leader of a team"), task_new (self, get_selected (self), toggle_leader));
}

/* Windows and pages --------------------------------------------------------------------------------------------------------- */

static void
activate_enrol (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_enrol_window_open (user_data, ff_page_get_workspace (user_data), run_id_of (user_data));
}

static void
activate_add_guest (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_editor_open (user_data, ff_page_get_workspace (user_data), &ff_guest_editor, 0, run_id_of (user_data));
}

static void
activate_teams (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_teams_window_open (user_data, ff_page_get_workspace (user_data), run_id_of (user_data));
}

static void
activate_replace (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 id = get_single (user_data);

  if (id != 0)
    ff_replace_window_open (user_data, ff_page_get_workspace (user_data), id);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 id = get_single (user_data);

  if (id != 0)
    ff_editor_open (user_data, ff_page_get_workspace (user_data), &ff_enrolment_editor, id, run_id_of (user_data));
}

static void
activate_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfWorkspace *workspace = ff_page_get_workspace (user_data);
  gint64 id = get_single (user_data);
  g_autoptr (FfEnrolment) enrolment = id != 0 ? ff_roster_read (ff_workspace_get_reader (workspace), id, NULL) : NULL;

  if (enrolment != NULL)
    ff_window_push (ff_window_of (user_data), ff_place_page_new (workspace, &ff_trainee_page, enrolment->trainee_id));
}

/* The menus --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *label; /* NULL: a new section begins */
  const char *action;
  const char *key;   /* NULL: none */
} Item;

static const Item row_items[] = {
  { N_("_Open the Trainee"), "tab.open", NULL },
  { N_("_Edit the Enrolment…"), "tab.edit", "F2" },
  { NULL },
  { N_("_Take In"), "tab.take-in", NULL },
  { N_("Put on the Waiting _List"), "tab.put-waiting", NULL },
  { N_("Move _Up the Waiting List"), "tab.move-waiting(int64 -1)", "<Alt>Up" },
  { N_("Move _Down the Waiting List"), "tab.move-waiting(int64 1)", "<Alt>Down" },
  { NULL },
  { N_("_Replace by Somebody…"), "tab.replace", NULL },
  { N_("_Withdraw…"), "tab.withdraw", NULL },
  { N_("Re_move"), "tab.remove", "Delete" },
};

static const Item reply_items[] = {
  { N_("_Coming"), "tab.reply('coming')", "y" },
  { N_("On _Leave"), "tab.reply('leave')", "n" },
  { N_("_No Reply Yet"), "tab.reply('')", "BackSpace" },
};

static void
append_item (GMenu *menu, const Item *item)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (_(item->label), item->action);

  if (item->key != NULL)
    g_menu_item_set_attribute (entry, "accel", "s", item->key);
  g_menu_append_item (menu, entry);
}

static void
append_items (GMenu *menu, const Item *items, gsize n)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (gsize i = 0; i < n; i++)
    {
      if (items[i].label != NULL)
        append_item (section, &items[i]);
      if (items[i].label != NULL && i + 1 < n)
        continue;
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_clear_object (&section);
      section = g_menu_new ();
    }
}

static GMenu *
make_row_menu (FfRunRoster *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) parts = g_menu_new ();
  g_autoptr (GMenu) replies = g_menu_new ();

  append_items (replies, reply_items, G_N_ELEMENTS (reply_items));
  g_menu_append_submenu (parts, _("_Reply"), G_MENU_MODEL (replies));
  g_menu_append_submenu (parts, _("Move to T_eam"), G_MENU_MODEL (self->team_menu));
  append_item (parts, &(Item) { N_("Leader of the _Team, or Not"), "tab.leader", NULL });
  g_menu_append_section (menu, NULL, G_MENU_MODEL (parts));
  append_items (menu, row_items, G_N_ELEMENTS (row_items));
  return menu;
}

static GMenu *
make_page_menu (GMenu *row_menu)
{
  static const Item items[] = {
    { N_("Tea_ms…"), "tab.teams", NULL },
    { N_("Add a _Guest…"), "tab.add-guest", NULL },
    { N_("_Import…"), "win.import", NULL },
  };
  GMenu *menu = g_menu_new ();

  append_items (menu, items, G_N_ELEMENTS (items));
  g_menu_append_submenu (menu, _("The _Selected People"), G_MENU_MODEL (row_menu));
  return menu;
}

void
ff_run_roster_update_teams (FfRunRoster *self)
{
  g_autoptr (GPtrArray) teams = ff_teams_of_run (ff_workspace_get_reader (ff_page_get_workspace (FF_PAGE (self))), run_id_of (self), NULL);

  g_menu_remove_all (self->team_menu);
  for (guint i = 0; teams != NULL && i < teams->len; i++)
    {
      const FfTeam *team = g_ptr_array_index (teams, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (team->name, NULL);

      g_menu_item_set_action_and_target (item, "tab.move-to-team", "x", team->id);
      g_menu_append_item (self->team_menu, item);
    }
  g_menu_append (self->team_menu, _("No Team"), "tab.move-to-team(int64 0)");
}

void
ff_run_roster_set_up_menu (FfRunRoster *self)
{
  g_autoptr (GMenu) row_menu = make_row_menu (self);
  g_autoptr (GMenu) page_menu = make_page_menu (row_menu);

  ff_list_view_set_menu (self->list, G_MENU_MODEL (row_menu));
  ff_page_set_menu (FF_PAGE (self), G_MENU_MODEL (page_menu));
  for (gsize i = 0; i < G_N_ELEMENTS (row_items); i++)
    if (row_items[i].key != NULL)
      ff_list_view_add_shortcut (self->list, row_items[i].key, row_items[i].action);
  for (gsize i = 0; i < G_N_ELEMENTS (reply_items); i++)
    ff_list_view_add_shortcut (self->list, reply_items[i].key, reply_items[i].action);
}

/* The actions --------------------------------------------------------------------------------------------------------------- */

/* What an action needs: somebody selected, exactly one, the right to write. */
typedef enum
{
  NEEDS_SOME = 1 << 0,
  NEEDS_ONE = 1 << 1,
  NEEDS_WRITING = 1 << 2,
} Needs;

static const struct
{
  GActionEntry entry;
  Needs needs;
} actions[] = {
  { { .name = "enrol", .activate = activate_enrol }, NEEDS_WRITING },
  { { .name = "add-guest", .activate = activate_add_guest }, NEEDS_WRITING },
  { { .name = "teams", .activate = activate_teams }, 0 },
  { { .name = "open", .activate = activate_open }, NEEDS_ONE },
  { { .name = "edit", .activate = activate_edit }, NEEDS_ONE },
  { { .name = "replace", .activate = activate_replace }, NEEDS_ONE | NEEDS_WRITING },
  { { .name = "leader", .activate = activate_leader }, NEEDS_ONE | NEEDS_WRITING },
  { { .name = "move-waiting", .activate = activate_move_waiting, .parameter_type = "x" }, NEEDS_ONE | NEEDS_WRITING },
  { { .name = "promote", .activate = activate_promote, .parameter_type = "x" }, NEEDS_WRITING },
  { { .name = "reply", .activate = activate_reply, .parameter_type = "s" }, NEEDS_SOME | NEEDS_WRITING },
  { { .name = "move-to-team", .activate = activate_move_to_team, .parameter_type = "x" }, NEEDS_SOME | NEEDS_WRITING },
  { { .name = "take-in", .activate = activate_take_in }, NEEDS_SOME | NEEDS_WRITING },
  { { .name = "put-waiting", .activate = activate_put_waiting }, NEEDS_SOME | NEEDS_WRITING },
  { { .name = "withdraw", .activate = activate_withdraw }, NEEDS_SOME | NEEDS_WRITING },
  { { .name = "remove", .activate = activate_remove }, NEEDS_SOME | NEEDS_WRITING },
};

void
ff_run_roster_init_actions (FfRunRoster *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), &actions[i].entry, 1, self);
}

void
ff_run_roster_update_actions (FfRunRoster *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (ff_list_view_get_model (self->list)));
  guint64 n = gtk_bitset_get_size (selected);
  gboolean writable = ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      Needs needs = actions[i].needs;
      GAction *action = g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), actions[i].entry.name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), (!(needs & NEEDS_SOME) || n > 0) && (!(needs & NEEDS_ONE) || n == 1)
                                                                 && (!(needs & NEEDS_WRITING) || writable));
    }
}
