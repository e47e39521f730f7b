#include "config.h"

#include "ff-today-page.h"

#include <glib/gi18n-lib.h>

#include "ff-clash-popover.h"
#include "ff-clashes-page.h"
#include "ff-format.h"
#include "ff-today-rows.h"
#include "ff-window.h"

/* Narrower than this, the right column stands below the left one. */
#define NARROW_WIDTH 760
#define SIDE_WIDTH 366
/* So many due things are shown at first; the rest on demand. */
#define FIRST_DUES 6
#define FIRST_CLASHES 3
#define SECONDS_PER_MINUTE 60

struct _FfTodayPage
{
  FfPage parent_instance;

  GtkStack *stack;
  GtkBox *week;
  GtkBox *columns;
  GtkWidget *side;
  GtkLabel *sessions_detail;
  GtkLabel *now_label;
  GtkListBox *sessions;
  GtkWidget *attention_part;
  GtkLabel *attention_detail;
  GtkListBox *attention;
  GtkButton *due_all;
  GtkListBox *dues;
  GtkLabel *week_sessions;
  GtkLabel *week_attendance;
  GtkLabel *week_classes;

  FfToday *today; /* what is shown; NULL until it was read */
  gboolean all_dues;
  GCancellable *cancellable;
  guint minute_timer;
};

G_DEFINE_FINAL_TYPE (FfTodayPage, ff_today_page, FF_TYPE_PAGE)

/* Filling the page ---------------------------------------------------------------------------------------------------- */

/* Empties @list; returns which of its rows held the focus, -1 if none did. */
static int
clear_rows (GtkListBox *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkListBoxRow *row;
  int focused = -1;

  for (int i = 0; focus != NULL && (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row)))
      focused = i;
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  return focused;
}

/* The page fills itself every minute: whoever was about to press a button there still is. */
static void
restore_focus (GtkListBox *list, int focused)
{
  GtkListBoxRow *row = focused >= 0 ? gtk_list_box_get_row_at_index (list, focused) : NULL;

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
new_placeholder (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "placeholder");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
fill_week (FfTodayPage *self)
{
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (self->week))) != NULL)
    gtk_box_remove (self->week, cell);
  for (guint i = 0; i < G_N_ELEMENTS (self->today->week); i++)
    gtk_box_append (self->week, ff_today_day_new (&self->today->week[i], ff_time_day (self->today->now)));
}

static void
fill_sessions (FfTodayPage *self)
{
  const FfToday *today = self->today;
  int focused = clear_rows (self->sessions);
  int next = ff_today_next_session (today);
  gint64 minutes = 0;
  g_autofree char *clock = ff_format_clock (today->now);
  /* Translators: above the sessions of today, at the right: the time. */
  g_autofree char *now = g_strdup_printf (_("Now %s"), clock);
  g_autofree char *detail = NULL;

  for (guint i = 0; i < today->sessions->len; i++)
    {
      const FfTodaySession *session = g_ptr_array_index (today->sessions, i);

      if (!session->session->cancelled)
        minutes += session->session->ends_at - session->session->starts_at;
      gtk_list_box_append (self->sessions, ff_today_session_row_new (session, today->now, (int) i == next));
    }
  if (today->sessions->len > 0)
    {
      g_autofree char *duration = ff_format_duration (minutes);

      /* Translators: how many sessions there are today, and how long they last together. */
      detail = g_strdup_printf (_("%u · %s"), today->sessions->len, duration);
    }
  else
    gtk_list_box_append (self->sessions, new_placeholder (_("No sessions today")));
  gtk_label_set_label (self->sessions_detail, detail != NULL ? detail : "");
  gtk_label_set_label (self->now_label, now);
  restore_focus (self->sessions, focused);
}

static void
fill_attention (FfTodayPage *self)
{
  g_autoptr (GPtrArray) notes = ff_clash_notes_new (self->today->clashes, FALSE);
  int focused = clear_rows (self->attention);
  guint n = self->today->attention->len + notes->len;
  g_autofree char *detail = g_strdup_printf ("%u", n);

  for (guint i = 0; i < MIN (notes->len, FIRST_CLASHES); i++)
    gtk_list_box_append (self->attention, ff_today_clash_row_new (g_ptr_array_index (notes, i)));
  if (notes->len > 0)
    gtk_list_box_append (self->attention, ff_today_more_clashes_row_new (notes->len));
  for (guint i = 0; i < self->today->attention->len; i++)
    gtk_list_box_append (self->attention, ff_today_attention_row_new (g_ptr_array_index (self->today->attention, i)));
  gtk_label_set_label (self->attention_detail, detail);
  gtk_widget_set_visible (self->attention_part, n > 0);
  restore_focus (self->attention, focused);
}

static void
fill_dues (FfTodayPage *self)
{
  int focused = clear_rows (self->dues);
  guint n = self->today->dues->len;
  guint shown = self->all_dues ? n : MIN (n, FIRST_DUES);
  /* Translators: a button that shows everything that is due. */
  g_autofree char *all = g_strdup_printf (_("All %u"), n);

  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->dues, ff_today_due_row_new (g_ptr_array_index (self->today->dues, i), ff_time_day (self->today->now)));
  if (n == 0)
    gtk_list_box_append (self->dues, new_placeholder (_("Nothing is due")));
  gtk_button_set_label (self->due_all, self->all_dues ? _("Fewer") : all);
  gtk_widget_set_visible (GTK_WIDGET (self->due_all), n > FIRST_DUES);
  restore_focus (self->dues, focused);
}

static void
fill_figures (FfTodayPage *self)
{
  g_autofree char *sessions = g_strdup_printf ("%d", self->today->week_sessions);
  g_autofree char *classes = g_strdup_printf ("%d", self->today->running_classes);
  /* Translators: a percentage. */
  g_autofree char *percent = g_strdup_printf (_("%.0f %%"), self->today->attendance_percent);

  gtk_label_set_label (self->week_sessions, sessions);
  gtk_label_set_label (self->week_classes, classes);
  gtk_label_set_label (self->week_attendance, self->today->attendance_percent >= 0 ? percent : "–");
}

static gboolean
is_empty (const FfToday *today)
{
  return today->week_sessions == 0 && today->running_classes == 0 && today->sessions->len == 0 && today->dues->len == 0 &&
         today->attention->len == 0 && today->clashes->len == 0;
}

/* As many as there are rows, not counting each trainee of a clash. */
static guint
count_attention (const FfToday *today)
{
  g_autoptr (GPtrArray) notes = ff_clash_notes_new (today->clashes, FALSE);

  return today->attention->len + notes->len;
}

static void
show_today (FfTodayPage *self)
{
  FfDay day = ff_time_day (self->today->now);
  g_autofree char *date = ff_format_day_long (day);
  /* Translators: below "Today": the date and the number of the week. */
  g_autofree char *subtitle = g_strdup_printf (_("%s · week %d"), date, ff_day_week (day));
  FfWindow *window = ff_window_of (self);

  ff_page_set_subtitle (FF_PAGE (self), subtitle);
  fill_week (self);
  fill_sessions (self);
  fill_attention (self);
  fill_dues (self);
  fill_figures (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty (self->today) ? "empty" : "day");
  if (window != NULL)
    ff_window_set_badge (window, "today", self->today->dues->len + count_attention (self->today));
}

/* Reading ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef page;
  FfToday *today;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->page);
  g_clear_pointer (&reading->today, ff_today_free);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->today = ff_today_read (db, ff_time_now (), error);
  return reading->today != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfTodayPage) self = g_weak_ref_get (&reading->page);

  if (self == NULL || error != NULL)
    return self == NULL;

  g_clear_pointer (&self->today, ff_today_free);
  self->today = g_steal_pointer (&reading->today);
  show_today (self);
  return TRUE;
}

static void
read_again (FfTodayPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_weak_ref_init (&reading->page, self);
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void wait_for_minute (FfTodayPage *self);

static gboolean
on_minute (gpointer user_data)
{
  FfTodayPage *self = user_data;

  self->minute_timer = 0;
  read_again (self);
  wait_for_minute (self);
  return G_SOURCE_REMOVE;
}

/* Wakes just after the clock's next minute, so that "in 8 min" changes when the clock does. */
static void
wait_for_minute (FfTodayPage *self)
{
  gint64 second = g_get_real_time () / G_USEC_PER_SEC % SECONDS_PER_MINUTE;

  self->minute_timer = g_timeout_add_seconds ((guint) (SECONDS_PER_MINUTE - second), on_minute, self);
}

static void
on_due_all_clicked (FfTodayPage *self)
{
  self->all_dues = !self->all_dues;
  if (self->today != NULL)
    fill_dues (self);
}

/* Clashes ------------------------------------------------------------------------------------------------------------- */

static void
activate_show_clashes (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfPage *page = user_data;

  ff_window_push (ff_window_of (page), ff_clashes_page_new (ff_page_get_workspace (page)));
}

/* Beside the button that was pressed, which has the focus. */
static void
activate_solve_clash (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfTodayPage *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean beside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->attention));

  ff_clash_popover_open (beside ? focus : GTK_WIDGET (self->attention), ff_page_get_workspace (FF_PAGE (self)),
                         g_variant_get_int64 (parameter));
}

/* The page ------------------------------------------------------------------------------------------------------------ */

static void
ff_today_page_resized (FfPage *page, int width)
{
  FfTodayPage *self = FF_TODAY_PAGE (page);
  gboolean narrow = width < NARROW_WIDTH;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->side, narrow ? -1 : SIDE_WIDTH, -1);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
ff_today_page_constructed (GObject *object)
{
  FfTodayPage *self = FF_TODAY_PAGE (object);

  G_OBJECT_CLASS (ff_today_page_parent_class)->constructed (object);
  g_signal_connect_object (ff_page_get_workspace (FF_PAGE (self)), "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);
  wait_for_minute (self);
}

static void
ff_today_page_dispose (GObject *object)
{
  FfTodayPage *self = FF_TODAY_PAGE (object);

  g_clear_handle_id (&self->minute_timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->today, ff_today_free);
  G_OBJECT_CLASS (ff_today_page_parent_class)->dispose (object);
}

static void
ff_today_page_class_init (FfTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_today_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ff_today_page_dispose;
  FF_PAGE_CLASS (klass)->resized = ff_today_page_resized;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, week);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, side);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, sessions_detail);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, now_label);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, sessions);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, attention_part);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, attention_detail);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, attention);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, due_all);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, dues);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, week_sessions);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, week_attendance);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, week_classes);
  gtk_widget_class_bind_template_callback (widget_class, on_due_all_clicked);
}

static void
ff_today_page_init (FfTodayPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "show-clashes", .activate = activate_show_clashes },
    { .name = "solve-clash", .activate = activate_solve_clash, .parameter_type = "x" },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}
