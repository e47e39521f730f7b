#include "config.h"

#include "ff-calendar-agenda.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-block.h"
#include "ff-calendar-head.h"
#include "ff-compat.h"
#include "ff-format.h"
#include "ff-tag.h"

/* A row: a day, something due in it, or a session of it. */
#define TYPE_ROW (row_get_type ())
G_DECLARE_FINAL_TYPE (Row, row, FF_AGENDA, ROW, GObject)

struct _Row
{
  GObject parent_instance;

  FfCalendar *calendar; /* owns the session */
  GPtrArray *dues;      /* own the due */
  FfDay day;
  const FfCalendarSession *session;
  const FfCalendarDue *due;
};

G_DEFINE_FINAL_TYPE (Row, row, G_TYPE_OBJECT)

static void
row_finalize (GObject *object)
{
  Row *row = FF_AGENDA_ROW (object);

  g_clear_pointer (&row->calendar, ff_calendar_unref);
  g_clear_pointer (&row->dues, g_ptr_array_unref);
  G_OBJECT_CLASS (row_parent_class)->finalize (object);
}

static void
row_class_init (RowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = row_finalize;
}

static void
row_init (Row *row)
{
}

struct _FfCalendarAgenda
{
  FfCalendarView parent_instance;

  GtkWidget *stack; /* the list, or the word that there is nothing */
  GtkWidget *list;
  GListStore *rows;
  GtkSingleSelection *selection;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FfCalendarAgenda, ff_calendar_agenda, FF_TYPE_CALENDAR_VIEW)

/* Rows ----------------------------------------------------------------------------------------------------------------- */

/* What stands in a row widget; of the three, one is shown. */
typedef struct
{
  GtkWidget *day;
  GtkWidget *due;
  GtkWidget *session;
  GtkWidget *times;
  GtkWidget *bar;
  GtkWidget *title;
  GtkWidget *code;
  GtkWidget *detail;
  GtkWidget *clash;
  GtkWidget *state;
} RowWidgets;

static GtkWidget *
new_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
new_session (RowWidgets *widgets)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  widgets->times = new_label (row, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (widgets->times), 11);
  gtk_label_set_ellipsize (GTK_LABEL (widgets->times), PANGO_ELLIPSIZE_NONE);
  widgets->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (row), widgets->bar);
  widgets->title = new_label (texts, "heading");
  widgets->code = new_label (below, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (widgets->code), PANGO_ELLIPSIZE_NONE);
  widgets->detail = new_label (below, "caption");
  gtk_widget_add_css_class (widgets->detail, "dim-label");
  gtk_box_append (GTK_BOX (texts), below);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  widgets->clash = ff_tag_new (C_("session", "Clash"), "ff-clash-symbolic", FF_TONE_BAD);
  widgets->state = ff_tag_new ("", NULL, FF_TONE_NEUTRAL);
  gtk_box_append (GTK_BOX (row), widgets->clash);
  gtk_box_append (GTK_BOX (row), widgets->state);
  gtk_widget_add_css_class (row, "agenda-session");
  return row;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  RowWidgets *widgets = g_new0 (RowWidgets, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  widgets->day = new_label (box, "agenda-day");
  widgets->due = ff_calendar_due_new ();
  gtk_widget_set_halign (widgets->due, GTK_ALIGN_START);
  gtk_widget_set_size_request (widgets->due, 320, -1);
  widgets->session = new_session (widgets);
  gtk_box_append (GTK_BOX (box), widgets->due);
  gtk_box_append (GTK_BOX (box), widgets->session);
  g_object_set_data_full (G_OBJECT (item), "widgets", widgets, g_free);
  gtk_list_item_set_child (item, box);
}

static void
bind_day (RowWidgets *widgets, const Row *row, FfDay today)
{
  const char *title = ff_work_calendar_title (row->calendar->days, row->day);
  g_autofree char *day = ff_format_day_long (row->day);
  /* Translators: a day, and what it is called: a holiday. */
  g_autofree char *text = title != NULL ? g_strdup_printf (_("%s · %s"), day, title) : g_strdup (day);

  gtk_label_set_label (GTK_LABEL (widgets->day), text);
  if (row->day == today)
    gtk_widget_add_css_class (widgets->day, "today");
  else
    gtk_widget_remove_css_class (widgets->day, "today");
}

static void
bind_session (RowWidgets *widgets, const FfCalendarSession *session)
{
  g_autofree char *times = ff_calendar_session_times (session->starts_at, session->ends_at);
  g_autofree char *trainers = session->trainers != NULL ? ff_format_names (session->trainers) : NULL;
  const char *venue = session->venue != NULL ? session->venue : session->online ? C_("session form", "Online") : NULL;
  /* Translators: a venue and trainers. */
  g_autofree char *both = venue != NULL && trainers != NULL ? g_strdup_printf (_("%s · %s"), venue, trainers) : NULL;
  const char *state = session->cancelled ? C_("session", "Cancelled") : session->provisional ? C_("session", "Provisional") : NULL;
  const char *colour = ff_class_colour (session->run_id);

  gtk_label_set_label (GTK_LABEL (widgets->times), times);
  gtk_widget_set_css_classes (widgets->bar, (const char *[]) { "class-bar", colour, NULL });
  gtk_label_set_label (GTK_LABEL (widgets->title), ff_calendar_session_title (session));
  gtk_label_set_label (GTK_LABEL (widgets->code), session->run_code);
  gtk_widget_set_css_classes (widgets->code, (const char *[]) { "caption-heading", "class-code", colour, NULL });
  gtk_label_set_label (GTK_LABEL (widgets->detail), both != NULL ? both : venue != NULL ? venue : trainers != NULL ? trainers : "");
  gtk_widget_set_visible (widgets->clash, session->clash && !session->cancelled);
  gtk_widget_set_visible (widgets->state, state != NULL);
  if (state != NULL)
    ff_tag_set (FF_TAG (widgets->state), state, NULL, session->cancelled ? FF_TONE_NEUTRAL : FF_TONE_SOON);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, FfCalendarAgenda *self)
{
  RowWidgets *widgets = g_object_get_data (G_OBJECT (item), "widgets");
  const Row *row = gtk_list_item_get_item (item);
  FfDay today = ff_time_day (ff_calendar_view_get_now (FF_CALENDAR_VIEW (self)));

  gtk_widget_set_visible (widgets->day, row->session == NULL && row->due == NULL);
  gtk_widget_set_visible (widgets->due, row->due != NULL);
  gtk_widget_set_visible (widgets->session, row->session != NULL);
  gtk_list_item_set_activatable (item, row->session != NULL);
  gtk_list_item_set_selectable (item, row->session != NULL);
  if (row->session != NULL)
    bind_session (widgets, row->session);
  else if (row->due != NULL)
    ff_calendar_due_bind (widgets->due, row->due, today);
  else
    bind_day (widgets, row, today);
}

/* Filling ---------------------------------------------------------------------------------------------------------------- */

static Row *
row_new (FfCalendar *calendar, GPtrArray *dues, FfDay day, const FfCalendarSession *session, const FfCalendarDue *due)
{
  Row *row = g_object_new (TYPE_ROW, NULL);

  row->calendar = ff_calendar_ref (calendar);
  row->dues = dues != NULL ? g_ptr_array_ref (dues) : NULL;
  row->day = day;
  row->session = session;
  row->due = due;
  return row;
}

static void
add_day (GPtrArray *rows, FfCalendar *calendar, GPtrArray *dues, FfDay day, guint *next_session, guint *next_due)
{
  guint heading = rows->len;

  g_ptr_array_add (rows, row_new (calendar, NULL, day, NULL, NULL));
  for (; dues != NULL && *next_due < dues->len; (*next_due)++)
    {
      const FfCalendarDue *due = g_ptr_array_index (dues, *next_due);

      if (due->day > day)
        break;
      if (due->day == day)
        g_ptr_array_add (rows, row_new (calendar, dues, day, NULL, due));
    }
  for (; *next_session < calendar->sessions->len; (*next_session)++)
    {
      const FfCalendarSession *session = g_ptr_array_index (calendar->sessions, *next_session);

      /* One that began before the period stands on its first day. */
      if (ff_time_day (session->starts_at) > day)
        break;
      g_ptr_array_add (rows, row_new (calendar, NULL, day, session, NULL));
    }
  if (rows->len == heading + 1 && ff_work_calendar_title (calendar->days, day) == NULL)
    g_ptr_array_set_size (rows, (int) heading);
}

/* The row of the cursor, else the first of its day or after it. */
static guint
find_row (FfCalendarAgenda *self)
{
  FfMinute cursor = ff_calendar_view_get_cursor (FF_CALENDAR_VIEW (self));
  gint64 session_id = ff_calendar_view_get_session (FF_CALENDAR_VIEW (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint after = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Row) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (session_id != 0 && row->session != NULL && row->session->id == session_id)
        return i;
      if (after == GTK_INVALID_LIST_POSITION && cursor != FF_NO_TIME && row->session != NULL && row->session->ends_at > cursor)
        after = i;
    }
  return after;
}

static void
ff_calendar_agenda_update (FfCalendarView *view)
{
  FfCalendarAgenda *self = FF_CALENDAR_AGENDA (view);
  FfCalendar *calendar = ff_calendar_view_get_calendar (view);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint next_session = 0, next_due = 0, n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (calendar == NULL)
    {
      g_list_store_remove_all (self->rows);
      return;
    }
  for (FfDay day = calendar->from; day < calendar->to; day++)
    add_day (rows, calendar, ff_calendar_view_get_dues (view), day, &next_session, &next_due);
  self->filling = TRUE;
  /* In two steps: in one, the list would look the old rows up in the new ones. */
  g_list_store_splice (self->rows, 0, n, NULL, 0);
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  gtk_single_selection_set_selected (self->selection, find_row (self));
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), rows->len > 0 ? "list" : "empty");
}

/* The cursor --------------------------------------------------------------------------------------------------------------- */

static void
on_selected (FfCalendarAgenda *self)
{
  Row *row = gtk_single_selection_get_selected_item (self->selection);

  if (!self->filling && row != NULL && row->session != NULL)
    ff_calendar_view_set_cursor (FF_CALENDAR_VIEW (self), row->session->starts_at, row->session->id);
}

static GtkWidget *
find_row_widget (FfCalendarAgenda *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->list) ? focus : self->list;
}

static void
on_activate (FfCalendarAgenda *self, guint position)
{
  g_autoptr (Row) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row->session == NULL)
    return;
  ff_calendar_view_set_cursor (FF_CALENDAR_VIEW (self), row->session->starts_at, row->session->id);
  ff_calendar_view_open (FF_CALENDAR_VIEW (self), row->session->id, find_row_widget (self), FALSE);
}

/* The list has arrow keys of its own. */
static gboolean
ff_calendar_agenda_move_cursor (FfCalendarView *view, FfCalendarDirection direction)
{
  return TRUE;
}

static void
ff_calendar_agenda_reveal (FfCalendarView *view, gboolean focus)
{
  FfCalendarAgenda *self = FF_CALENDAR_AGENDA (view);
  guint position = find_row (self);
  GtkWidget *first = gtk_widget_get_first_child (self->list);

  if (position != GTK_INVALID_LIST_POSITION && first != NULL)
    {
      gtk_single_selection_set_selected (self->selection, position);
      gtk_widget_activate_action (first, "list.scroll-to-item", "u", position);
    }
  if (focus)
    gtk_widget_grab_focus (self->list);
}

static gboolean
ff_calendar_agenda_cancel (FfCalendarView *view)
{
  return FALSE;
}

static GtkWidget *
ff_calendar_agenda_find (FfCalendarView *view, gint64 session_id)
{
  return find_row_widget (FF_CALENDAR_AGENDA (view));
}

/* The class ----------------------------------------------------------------------------------------------------------------- */

static void
ff_calendar_agenda_dispose (GObject *object)
{
  FfCalendarAgenda *self = FF_CALENDAR_AGENDA (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ff_calendar_agenda_parent_class)->dispose (object);
}

static void
ff_calendar_agenda_class_init (FfCalendarAgendaClass *klass)
{
  FfCalendarViewClass *view_class = FF_CALENDAR_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_calendar_agenda_dispose;
  view_class->update = ff_calendar_agenda_update;
  view_class->move_cursor = ff_calendar_agenda_move_cursor;
  view_class->reveal = ff_calendar_agenda_reveal;
  view_class->cancel = ff_calendar_agenda_cancel;
  view_class->find = ff_calendar_agenda_find;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "ff-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Sessions in This Month"));
  return page;
}

static void
ff_calendar_agenda_init (FfCalendarAgenda *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (TYPE_ROW);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "agenda");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Agenda"), -1);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  ff_compat_calm_scrolling (GTK_SCROLLED_WINDOW (scrolled));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (), "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
