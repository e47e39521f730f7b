/* The commands of the calendar page: one way for the keyboard, the pointer and the menu. */
#include "config.h"

#include "ff-calendar-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-block.h"
#include "ff-calendar-card.h"
#include "ff-clash-popover.h"
#include "ff-clashes.h"
#include "ff-commands.h"
#include "ff-editors.h"
#include "ff-plan-kinds.h"
#include "ff-format.h"
#include "ff-window.h"

/* A session that is made at the cursor lasts so long at first. */
#define NEW_MINUTES 90

static FfWorkspace *
get_workspace (FfCalendarPage *self)
{
  return ff_page_get_workspace (FF_PAGE (self));
}

/* The session under the cursor; NULL: the cursor is on none. */
static const FfCalendarSession *
get_session (FfCalendarPage *self)
{
  FfCalendarView *view = ff_calendar_page_get_view (self);

  return ff_calendar_view_find_session (view, ff_calendar_view_get_session (view));
}

/* Opening ------------------------------------------------------------------------------------------------------------- */

/* The focus was in the popover, and goes back to where the cursor is. */
static gboolean
focus_later (gpointer user_data)
{
  FfCalendarPage *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ff_calendar_view_reveal (ff_calendar_page_get_view (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_popover_closed (FfCalendarPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_later, g_object_ref (self), g_object_unref);
}

static void
on_card_closed (FfCalendarPage *self, GtkWidget *card)
{
  on_popover_closed (self);
  if (self->card == card)
    ff_calendar_page_close_card (self);
}

static gboolean
unparent_later (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

void
ff_calendar_page_close_card (FfCalendarPage *self)
{
  GtkWidget *card = g_steal_pointer (&self->card);

  if (card == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (card));
  /* One of its buttons may be what closes it. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_later, g_object_ref (card), g_object_unref);
}

static void
open_card (FfCalendarPage *self, const FfCalendarSession *session, GtkWidget *anchor, gboolean by_pointer)
{
  FfWorkspace *workspace = get_workspace (self);
  graphene_rect_t bounds;

  ff_calendar_page_close_card (self);
  if (!gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds))
    return;
  self->card = ff_calendar_card_new (session, ff_workspace_is_writable (workspace));
  /* Of the page and not of the block: that one is used for other sessions too. */
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                                           (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_set_position (GTK_POPOVER (self->card), GTK_POS_RIGHT);
  /* The second click of a double click must reach the block. */
  gtk_popover_set_autohide (GTK_POPOVER (self->card), !by_pointer);
  g_signal_connect_object (self->card, "closed", G_CALLBACK (on_card_closed), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->card));
}

static void
open_clashes (FfCalendarPage *self, gint64 session_id, GtkWidget *anchor)
{
  GtkWidget *popover;

  ff_calendar_page_close_card (self);
  ff_clash_popover_open (anchor, get_workspace (self), session_id);
  popover = gtk_widget_get_last_child (anchor);
  if (GTK_IS_POPOVER (popover))
    g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self, G_CONNECT_SWAPPED);
}

static void
on_open (FfCalendarPage *self, gint64 session_id, GtkWidget *anchor, gboolean by_pointer, FfCalendarView *view)
{
  const FfCalendarSession *session = ff_calendar_view_find_session (view, session_id);

  if (session == NULL || anchor == NULL)
    return;
  if (session->clash && !session->cancelled)
    open_clashes (self, session_id, anchor);
  else
    open_card (self, session, anchor, by_pointer);
}

static void
edit (FfCalendarPage *self, gint64 session_id)
{
  const FfCalendarSession *session = ff_calendar_view_find_session (ff_calendar_page_get_view (self), session_id);

  ff_calendar_page_close_card (self);
  if (session != NULL && ff_workspace_is_writable (get_workspace (self)))
    ff_editor_open (GTK_WIDGET (self), get_workspace (self), &ff_session_editor, session->id, session->run_id);
}

/* A session that was just made is the one the cursor is on. */
static void
on_saved (FfCalendarPage *self, gint64 session_id)
{
  FfCalendarView *view = ff_calendar_page_get_view (self);

  ff_calendar_view_set_cursor (view, ff_calendar_view_get_cursor (view), session_id);
}

static void
create (FfCalendarPage *self, gint64 from, gint64 to)
{
  gint64 run_id = ff_calendar_page_get_run (self);
  FfEditorValues *preset = ff_editor_values_new ();
  g_autofree char *date = ff_day_format (ff_time_day (from));
  g_autofree char *start = ff_format_clock (from);
  g_autofree char *end = ff_format_clock (to);
  FfEditor *editor;

  ff_calendar_page_close_card (self);
  ff_editor_values_set (preset, "date", date);
  ff_editor_values_set (preset, "from", start);
  ff_editor_values_set (preset, "to", end);
  editor = ff_editor_open_with (GTK_WIDGET (self), get_workspace (self), run_id != 0 ? &ff_session_editor : &ff_any_session_editor, 0, run_id,
                                preset);
  if (editor != NULL)
    g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
}

/* Moving -------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfCalendarPage *page;
  gint64 session_id;
  FfCalendarSpan span;
  guint clashes;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_object_unref (move->page);
  g_free (move);
}

static gboolean
move_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Move *move = data;
  g_autoptr (GPtrArray) clashes = NULL;

  if (!ff_calendar_put_times (db, move->session_id, move->span.from, move->span.to, error))
    return FALSE;
  clashes = ff_clashes_of_session (db, move->session_id, error);
  if (clashes == NULL)
    return FALSE;
  for (guint i = 0; i < clashes->len; i++)
    move->clashes += ((FfClash *) g_ptr_array_index (clashes, i))->accepted == NULL;
  return TRUE;
}

static gboolean
move_done (gpointer data, const GError *error)
{
  Move *move = data;
  FfCalendarPage *self = move->page;
  FfWindow *window = ff_window_of (self);
  g_autofree char *day = ff_format_day_short (ff_time_day (move->span.from));
  g_autofree char *times = ff_calendar_session_times (move->span.from, move->span.to);
  g_autofree char *text = NULL;

  self->writing--;
  ff_calendar_page_read (self);
  if (error != NULL || window == NULL)
    return window == NULL;
  if (move->clashes > 0)
    text = g_strdup_printf (ngettext ("Moved to %s, %s: %d clash there", "Moved to %s, %s: %d clashes there", (gulong) move->clashes), day, times,
                            move->clashes);
  else
    /* Translators: of a session: a day, two times. */
    text = g_strdup_printf (_("Moved to %s, %s"), day, times);
  ff_window_toast_undo (window, text);
  return TRUE;
}

/* The block goes to its new place at once; should the writer refuse, the next reading puts it back. */
static void
show_moved (FfCalendarPage *self, gint64 session_id, FfCalendarSpan span)
{
  FfCalendarView *view = ff_calendar_page_get_view (self);
  FfCalendarSession *session = (FfCalendarSession *) ff_calendar_view_find_session (view, session_id);

  if (session == NULL)
    return;
  session->starts_at = span.from;
  session->ends_at = span.to;
  ff_calendar_view_set_cursor (view, span.from, session_id);
  ff_calendar_view_set_calendar (view, ff_calendar_view_get_calendar (view));
  ff_calendar_view_reveal (view, FALSE);
}

static void
move_to (FfCalendarPage *self, gint64 session_id, gint64 from, gint64 to)
{
  Move *move = g_new0 (Move, 1);

  ff_calendar_page_close_card (self);
  move->page = g_object_ref (self);
  move->session_id = session_id;
  move->span = (FfCalendarSpan) { from, to };
  self->writing++;
  /* What is being read is of before. */
  ff_calendar_page_stop_reading (self);
  show_moved (self, session_id, move->span);
  ff_workspace_run (get_workspace (self), _("Move a session"), move_work, move_done, move, move_free);
}

static FfCalendarDirection
parse_direction (GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "up"))
    return FF_CALENDAR_UP;
  if (g_str_equal (name, "down"))
    return FF_CALENDAR_DOWN;
  return g_str_equal (name, "left") ? FF_CALENDAR_LEFT : FF_CALENDAR_RIGHT;
}

static void
activate_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    int days;
    int minutes;
  } steps[] = {
    [FF_CALENDAR_UP] = { 0, -FF_CALENDAR_STEP },
    [FF_CALENDAR_DOWN] = { 0, FF_CALENDAR_STEP },
    [FF_CALENDAR_LEFT] = { -1, 0 },
    [FF_CALENDAR_RIGHT] = { 1, 0 },
  };
  FfCalendarPage *self = user_data;
  const FfCalendarSession *session = get_session (self);
  FfCalendarDirection direction = parse_direction (parameter);
  FfCalendarSpan span;

  if (session == NULL)
    return;
  span = ff_calendar_move ((FfCalendarSpan) { session->starts_at, session->ends_at }, steps[direction].days, steps[direction].minutes);
  move_to (self, session->id, span.from, span.to);
  if (span.from < ff_day_start (ff_calendar_view_get_calendar (ff_calendar_page_get_view (self))->from)
      || span.from >= ff_day_start (ff_calendar_view_get_calendar (ff_calendar_page_get_view (self))->to))
    ff_calendar_page_go_to (self, self->mode, ff_time_day (span.from), span.from);
}

static void
activate_resize (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCalendarPage *self = user_data;
  const FfCalendarSession *session = get_session (self);
  gboolean longer = g_str_equal (g_variant_get_string (parameter, NULL), "longer");
  FfCalendarSpan span;

  if (session == NULL)
    return;
  span = ff_calendar_resize ((FfCalendarSpan) { session->starts_at, session->ends_at }, longer ? FF_CALENDAR_STEP : -FF_CALENDAR_STEP);
  if (span.to != session->ends_at)
    move_to (self, session->id, span.from, span.to);
}

/* Going about --------------------------------------------------------------------------------------------------------- */

/* The cursor keeps its time of the day, or the week and the day. */
static void
step (FfCalendarPage *self, int n, FfMinute time)
{
  ff_calendar_page_go_to (self, self->mode, ff_calendar_step (self->mode, self->day, n), time);
  self->focus_is_new = TRUE;
}

static void
activate_previous (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (user_data, -1, FF_NO_TIME);
}

static void
activate_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (user_data, 1, FF_NO_TIME);
}

static void
activate_today (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCalendarPage *self = user_data;

  ff_calendar_page_go_to (self, self->mode, ff_time_day (self->now), FF_NO_TIME);
  self->focus_is_new = TRUE;
}

static void
activate_cursor (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCalendarPage *self = user_data;
  FfCalendarView *view = ff_calendar_page_get_view (self);
  FfCalendarDirection direction = parse_direction (parameter);
  FfMinute time = ff_calendar_view_get_cursor (view);
  int days = direction == FF_CALENDAR_LEFT ? -1 : direction == FF_CALENDAR_RIGHT ? 1 : direction == FF_CALENDAR_UP ? -7 : 7;

  ff_calendar_page_close_card (self);
  if (ff_calendar_view_move_cursor (view, direction))
    {
      ff_calendar_view_reveal (view, TRUE);
      return;
    }
  if (time == FF_NO_TIME)
    return;
  ff_calendar_page_go_to (self, self->mode, ff_time_day (time) + days, time + (FfMinute) days * FF_MINUTES_PER_DAY);
  self->focus_is_new = TRUE;
}

static void
activate_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const names[]
      = { [FF_CALENDAR_MODE_DAY] = "day", [FF_CALENDAR_MODE_WEEK] = "week", [FF_CALENDAR_MODE_MONTH] = "month", [FF_CALENDAR_MODE_AGENDA] = "agenda" };
  FfCalendarPage *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);
  FfMinute cursor = ff_calendar_view_get_cursor (ff_calendar_page_get_view (self));
  FfDay day = cursor != FF_NO_TIME ? ff_time_day (cursor) : self->day;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name) && (FfCalendarMode) i != self->mode)
      {
        g_simple_action_set_state (action, parameter);
        ff_calendar_page_go_to (self, (FfCalendarMode) i, day, FF_NO_TIME);
        self->focus_is_new = TRUE;
      }
}

static void
on_show_day (FfCalendarPage *self, gint64 day)
{
  g_action_group_activate_action (G_ACTION_GROUP (ff_page_get_actions (FF_PAGE (self))), "view", g_variant_new_string ("day"));
  ff_calendar_page_go_to (self, FF_CALENDAR_MODE_DAY, day, FF_NO_TIME);
}

/* The session under the cursor, or the place --------------------------------------------------------------------------- */

static void
create_at_cursor (FfCalendarPage *self)
{
  FfMinute time = ff_calendar_view_get_cursor (ff_calendar_page_get_view (self));
  FfMinute from = time != FF_NO_TIME ? ff_calendar_snap (time) : ff_day_start (self->day) + 9 * 60;
  FfMinute midnight = ff_day_start (ff_time_day (from) + 1);

  create (self, from, MIN (from + NEW_MINUTES, midnight - FF_CALENDAR_STEP));
}

static void
activate_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  create_at_cursor (user_data);
}

static void
activate_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCalendarPage *self = user_data;
  FfCalendarView *view = ff_calendar_page_get_view (self);
  const FfCalendarSession *session = get_session (self);

  if (session != NULL)
    on_open (self, session->id, ff_calendar_view_find (view, session->id), FALSE, view);
  else if (ff_calendar_view_is_editable (view))
    create_at_cursor (self);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCalendarPage *self = user_data;

  edit (self, ff_calendar_view_get_session (ff_calendar_page_get_view (self)));
}

static void
activate_cancel_session (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCalendarPage *self = user_data;
  const FfCalendarSession *session = get_session (self);

  ff_calendar_page_close_card (self);
  if (session != NULL && !session->cancelled)
    ff_plan_window_open (GTK_WIDGET (self), get_workspace (self), &ff_cancel_plan, session->id);
}

static void
activate_show_cancelled (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCalendarPage *self = user_data;

  self->with_cancelled = !self->with_cancelled;
  g_simple_action_set_state (action, g_variant_new_boolean (self->with_cancelled));
  ff_calendar_page_read (self);
}

static void
activate_cancel_drag (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfCalendarPage *self = user_data;

  if (!ff_calendar_view_cancel (ff_calendar_page_get_view (self)))
    ff_calendar_page_close_card (self);
}

static const GActionEntry entries[] = {
  { .name = "previous-period", .activate = activate_previous },
  { .name = "next-period", .activate = activate_next },
  { .name = "today", .activate = activate_today },
  { .name = "view", .activate = activate_view, .parameter_type = "s", .state = "'week'" },
  { .name = "cursor", .activate = activate_cursor, .parameter_type = "s" },
  { .name = "open-session", .activate = activate_open },
  { .name = "edit-session", .activate = activate_edit },
  { .name = "new-session", .activate = activate_new },
  { .name = "move", .activate = activate_move, .parameter_type = "s" },
  { .name = "resize", .activate = activate_resize, .parameter_type = "s" },
  { .name = "cancel-session", .activate = activate_cancel_session },
  { .name = "show-cancelled", .activate = activate_show_cancelled, .state = "false" },
  { .name = "cancel-drag", .activate = activate_cancel_drag },
};

void
ff_calendar_page_init_actions (FfCalendarPage *self)
{
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), entries, G_N_ELEMENTS (entries), self);
  ff_calendar_page_update_actions (self);
}

static void
set_enabled (FfCalendarPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), name)), enabled);
}

void
ff_calendar_page_update_actions (FfCalendarPage *self)
{
  gboolean writable = ff_workspace_is_writable (get_workspace (self));
  const FfCalendarSession *session = get_session (self);
  gboolean movable = writable && session != NULL && !session->cancelled;
  /* An agenda is a list, which has keys of its own. */
  gboolean is_list = self->mode == FF_CALENDAR_MODE_AGENDA;

  set_enabled (self, "cursor", !is_list);
  set_enabled (self, "open-session", !is_list);
  set_enabled (self, "new-session", writable && self->has_classes);
  set_enabled (self, "edit-session", writable && session != NULL);
  set_enabled (self, "move", movable);
  set_enabled (self, "resize", movable);
  set_enabled (self, "cancel-session", movable);
  if (writable && self->has_classes)
    ff_page_set_primary (FF_PAGE (self), _("_New Session"), "list-add-symbolic", "page.new-session");
  else
    ff_page_set_primary (FF_PAGE (self), NULL, NULL, NULL);
}

void
ff_calendar_page_connect_view (FfCalendarPage *self, FfCalendarView *view)
{
  g_signal_connect_object (view, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "edit", G_CALLBACK (edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "create", G_CALLBACK (create), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "move", G_CALLBACK (move_to), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "drag", G_CALLBACK (ff_calendar_page_judge), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "show-day", G_CALLBACK (on_show_day), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "cursor-moved", G_CALLBACK (ff_calendar_page_update_actions), self, G_CONNECT_SWAPPED);
}
