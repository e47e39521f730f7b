#include "config.h"

#include "ff-calendar-view.h"

typedef struct
{
  FfCalendar *calendar;
  GPtrArray *dues;
  FfMinute now;
  FfMinute cursor;
  gint64 session_id;
  gboolean editable;
} FfCalendarViewPrivate;

enum
{
  OPEN,
  EDIT,
  CREATE,
  MOVE,
  DRAG,
  SHOW_DAY,
  CURSOR_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FfCalendarView, ff_calendar_view, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((FfCalendarViewPrivate *) ff_calendar_view_get_instance_private (self))

static void
ff_calendar_view_dispose (GObject *object)
{
  FfCalendarViewPrivate *priv = PRIVATE (FF_CALENDAR_VIEW (object));

  g_clear_pointer (&priv->calendar, ff_calendar_unref);
  g_clear_pointer (&priv->dues, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_calendar_view_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n, ...)
{
  va_list types;
  guint id;

  va_start (types, n);
  id = g_signal_new_valist (name, FF_TYPE_CALENDAR_VIEW, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE, n, types);
  va_end (types);
  return id;
}

static void
ff_calendar_view_class_init (FfCalendarViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_calendar_view_dispose;

  signals[OPEN] = new_signal ("open", 3, G_TYPE_INT64, GTK_TYPE_WIDGET, G_TYPE_BOOLEAN);
  signals[EDIT] = new_signal ("edit", 1, G_TYPE_INT64);
  signals[CREATE] = new_signal ("create", 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[MOVE] = new_signal ("move", 3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64);
  signals[DRAG] = new_signal ("drag", 3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64);
  signals[SHOW_DAY] = new_signal ("show-day", 1, G_TYPE_INT64);
  signals[CURSOR_MOVED] = new_signal ("cursor-moved", 0);
}

static void
ff_calendar_view_init (FfCalendarView *self)
{
  PRIVATE (self)->cursor = FF_NO_TIME;
  PRIVATE (self)->now = FF_NO_TIME;
}

static void
update (FfCalendarView *self)
{
  FF_CALENDAR_VIEW_GET_CLASS (self)->update (self);
}

/* What is shown ------------------------------------------------------------------------------------------------------ */

void
ff_calendar_view_set_calendar (FfCalendarView *self, FfCalendar *calendar)
{
  FfCalendarViewPrivate *priv;

  g_return_if_fail (FF_IS_CALENDAR_VIEW (self));

  priv = PRIVATE (self);
  if (calendar != NULL)
    ff_calendar_ref (calendar);
  g_clear_pointer (&priv->calendar, ff_calendar_unref);
  priv->calendar = calendar;
  update (self);
}

FfCalendar *
ff_calendar_view_get_calendar (FfCalendarView *self)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), NULL);
  return PRIVATE (self)->calendar;
}

void
ff_calendar_view_set_dues (FfCalendarView *self, GPtrArray *dues)
{
  FfCalendarViewPrivate *priv;

  g_return_if_fail (FF_IS_CALENDAR_VIEW (self));

  priv = PRIVATE (self);
  if (dues == priv->dues)
    return;
  g_clear_pointer (&priv->dues, g_ptr_array_unref);
  priv->dues = dues != NULL ? g_ptr_array_ref (dues) : NULL;
  update (self);
}

GPtrArray *
ff_calendar_view_get_dues (FfCalendarView *self)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), NULL);
  return PRIVATE (self)->dues;
}

void
ff_calendar_view_set_now (FfCalendarView *self, FfMinute now)
{
  g_return_if_fail (FF_IS_CALENDAR_VIEW (self));

  if (PRIVATE (self)->now == now)
    return;
  PRIVATE (self)->now = now;
  update (self);
}

FfMinute
ff_calendar_view_get_now (FfCalendarView *self)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), FF_NO_TIME);
  return PRIVATE (self)->now;
}

void
ff_calendar_view_set_editable (FfCalendarView *self, gboolean editable)
{
  g_return_if_fail (FF_IS_CALENDAR_VIEW (self));
  PRIVATE (self)->editable = editable;
}

gboolean
ff_calendar_view_is_editable (FfCalendarView *self)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), FALSE);
  return PRIVATE (self)->editable;
}

const FfCalendarSession *
ff_calendar_view_find_session (FfCalendarView *self, gint64 session_id)
{
  FfCalendar *calendar;

  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), NULL);

  calendar = PRIVATE (self)->calendar;
  for (guint i = 0; calendar != NULL && session_id != 0 && i < calendar->sessions->len; i++)
    {
      const FfCalendarSession *session = g_ptr_array_index (calendar->sessions, i);

      if (session->id == session_id)
        return session;
    }
  return NULL;
}

/* The cursor --------------------------------------------------------------------------------------------------------- */

void
ff_calendar_view_set_cursor (FfCalendarView *self, FfMinute time, gint64 session_id)
{
  FfCalendarViewPrivate *priv;

  g_return_if_fail (FF_IS_CALENDAR_VIEW (self));

  priv = PRIVATE (self);
  if (priv->cursor == time && priv->session_id == session_id)
    return;
  priv->cursor = time;
  priv->session_id = session_id;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

FfMinute
ff_calendar_view_get_cursor (FfCalendarView *self)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), FF_NO_TIME);
  return PRIVATE (self)->cursor;
}

gint64
ff_calendar_view_get_session (FfCalendarView *self)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), 0);
  return PRIVATE (self)->session_id;
}

gboolean
ff_calendar_view_move_cursor (FfCalendarView *self, FfCalendarDirection direction)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), FALSE);
  return FF_CALENDAR_VIEW_GET_CLASS (self)->move_cursor (self, direction);
}

void
ff_calendar_view_reveal (FfCalendarView *self, gboolean focus)
{
  g_return_if_fail (FF_IS_CALENDAR_VIEW (self));
  FF_CALENDAR_VIEW_GET_CLASS (self)->reveal (self, focus);
}

gboolean
ff_calendar_view_cancel (FfCalendarView *self)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), FALSE);
  return FF_CALENDAR_VIEW_GET_CLASS (self)->cancel (self);
}

void
ff_calendar_view_judge (FfCalendarView *self, const char *reason)
{
  g_return_if_fail (FF_IS_CALENDAR_VIEW (self));

  if (FF_CALENDAR_VIEW_GET_CLASS (self)->judge != NULL)
    FF_CALENDAR_VIEW_GET_CLASS (self)->judge (self, reason);
}

GtkWidget *
ff_calendar_view_find (FfCalendarView *self, gint64 session_id)
{
  g_return_val_if_fail (FF_IS_CALENDAR_VIEW (self), NULL);
  return FF_CALENDAR_VIEW_GET_CLASS (self)->find (self, session_id);
}

/* What the person wants ---------------------------------------------------------------------------------------------- */

void
ff_calendar_view_open (FfCalendarView *self, gint64 session_id, GtkWidget *anchor, gboolean by_pointer)
{
  g_signal_emit (self, signals[OPEN], 0, session_id, anchor, by_pointer);
}

void
ff_calendar_view_edit (FfCalendarView *self, gint64 session_id)
{
  g_signal_emit (self, signals[EDIT], 0, session_id);
}

void
ff_calendar_view_create (FfCalendarView *self, FfCalendarSpan span)
{
  g_signal_emit (self, signals[CREATE], 0, span.from, span.to);
}

void
ff_calendar_view_move (FfCalendarView *self, gint64 session_id, FfCalendarSpan span)
{
  g_signal_emit (self, signals[MOVE], 0, session_id, span.from, span.to);
}

void
ff_calendar_view_drag (FfCalendarView *self, gint64 session_id, FfCalendarSpan span)
{
  g_signal_emit (self, signals[DRAG], 0, session_id, span.from, span.to);
}

void
ff_calendar_view_show_day (FfCalendarView *self, FfDay day)
{
  g_signal_emit (self, signals[SHOW_DAY], 0, day);
}

/* Pools --------------------------------------------------------------------------------------------------------------- */

void
ff_calendar_pool_init (FfCalendarPool *pool, GtkWidget *parent, GtkWidget *(*make) (void))
{
  *pool = (FfCalendarPool) { .parent = parent, .make = make, .widgets = g_ptr_array_new () };
}

void
ff_calendar_pool_clear (FfCalendarPool *pool)
{
  for (guint i = 0; pool->widgets != NULL && i < pool->widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (pool->widgets, i));
  g_clear_pointer (&pool->widgets, g_ptr_array_unref);
  pool->used = 0;
}

void
ff_calendar_pool_begin (FfCalendarPool *pool)
{
  pool->used = 0;
}

GtkWidget *
ff_calendar_pool_take (FfCalendarPool *pool)
{
  GtkWidget *widget;

  if (pool->used == pool->widgets->len)
    {
      widget = pool->make ();
      gtk_widget_set_parent (widget, pool->parent);
      g_ptr_array_add (pool->widgets, widget);
    }
  widget = g_ptr_array_index (pool->widgets, pool->used++);
  gtk_widget_set_visible (widget, TRUE);
  return widget;
}

void
ff_calendar_pool_end (FfCalendarPool *pool)
{
  for (guint i = pool->used; i < pool->widgets->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (pool->widgets, i), FALSE);
}

void
ff_calendar_pool_hide (FfCalendarPool *pool)
{
  ff_calendar_pool_begin (pool);
  ff_calendar_pool_end (pool);
}
