#include "config.h"

#include "ff-time-popover.h"

#include <glib/gi18n-lib.h>

#include "ff-attendance-text.h"
#include "ff-format.h"

struct _FfTimePopover
{
  GtkPopover parent_instance;

  GtkLabel *name;
  GtkLabel *session;
  GtkEditable *arrived;
  GtkEditable *left;
  GtkLabel *tag;
  GtkLabel *headline;
  GtkLabel *detail;

  FfAttendanceModel *model;
  int row;
  int column;
  gint64 enrolment_id; /* the row may hold somebody else by the time the popover closes */
  FfAttendanceRecord before;
  gboolean filling;
  gboolean cancelled;
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfTimePopover, ff_time_popover, GTK_TYPE_POPOVER)

static const char *const tag_classes[] = {
  [FF_GRID_STYLE_PRESENT] = "present", [FF_GRID_STYLE_LATE] = "late",       [FF_GRID_STYLE_LEFT_EARLY] = "left-early",
  [FF_GRID_STYLE_ABSENT] = "absent",   [FF_GRID_STYLE_EXCUSED] = "excused", [FF_GRID_STYLE_UNRECORDED] = "unrecorded",
};

static const FfSession *
get_session (FfTimePopover *self)
{
  int session = ff_attendance_model_get_session_of_column (self->model, self->column);

  return session < 0 ? NULL : g_ptr_array_index (ff_class_model_get_figures (FF_CLASS_MODEL (self->model))->sessions, session);
}

/* The record that the two entries say. */
static gboolean
read_record (FfTimePopover *self, FfAttendanceRecord *record, GError **error)
{
  g_autofree char *arrived = g_strstrip (g_strdup (gtk_editable_get_text (self->arrived)));
  g_autofree char *left = g_strstrip (g_strdup (gtk_editable_get_text (self->left)));
  g_autofree char *text = g_strconcat (arrived, left[0] != '\0' ? "-" : "", left, NULL);

  *record = self->before;
  if (arrived[0] == '\0')
    record->arrived_at = FF_NO_TIME;
  if (left[0] == '\0')
    record->left_at = FF_NO_TIME;
  if (text[0] == '\0' && self->before.set != FF_ATTENDANCE_UNMARKED)
    return TRUE;

  return ff_attendance_text_parse (text, get_session (self), record, error);
}

static void
show_refusal (FfTimePopover *self, const char *reason)
{
  gtk_label_set_text (self->tag, "?");
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag), (const char *[]) { "status", "unrecorded", NULL });
  gtk_label_set_text (self->headline, _("This cannot be saved."));
  gtk_label_set_text (self->detail, reason);
}

static void
show_meaning (FfTimePopover *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), self->row);
  int session = ff_attendance_model_get_session_of_column (self->model, self->column);
  g_auto (FfGridCell) cell = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *consequence = NULL;
  FfAttendanceRecord record;
  FfAttendanceVerdict verdict;

  if (trainee == NULL || session < 0)
    return;
  if (!read_record (self, &record, &error))
    {
      show_refusal (self, error->message);
      return;
    }

  verdict = ff_attendance_text_judge (figures, (guint) session, &record);
  ff_attendance_text_show (&figures->rule, &record, &verdict, &cell);
  tag = cell.superscript != NULL ? g_markup_printf_escaped ("%s<sup>%s</sup>", cell.text, cell.superscript)
                                 : g_markup_escape_text (cell.text, -1);
  consequence = ff_attendance_text_consequence (figures, trainee, (guint) session, &record);
  gtk_label_set_markup (self->tag, tag);
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag), (const char *[]) { "status", tag_classes[cell.style], NULL });
  gtk_label_set_text (self->headline, cell.spoken);
  gtk_label_set_text (self->detail, consequence);
}

static void
on_changed (FfTimePopover *self)
{
  if (!self->filling)
    show_meaning (self);
}

/* FALSE if the times are refused. */
static gboolean
take (FfTimePopover *self)
{
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), self->row);
  FfAttendanceRecord record;

  if (trainee == NULL || trainee->enrolment_id != self->enrolment_id || get_session (self) == NULL)
    return TRUE;
  if (!read_record (self, &record, NULL))
    return FALSE;
  if (!ff_attendance_record_equal (&record, &self->before))
    ff_attendance_model_set_record (self->model, self->row, self->column, &record);
  self->before = record;

  return TRUE;
}

static void
on_activate (FfTimePopover *self)
{
  if (!take (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
step (FfTimePopover *self, int minutes)
{
  const FfSession *session = get_session (self);
  g_autofree char *text = NULL;
  FfMinute time;
  int minute;

  if (session == NULL)
    return;
  time = session->starts_at;
  if (ff_clock_parse (gtk_editable_get_text (self->arrived), &minute))
    time = ff_day_start (ff_time_day (session->starts_at)) + CLAMP (minute + minutes, 0, FF_MINUTES_PER_DAY - 1);
  text = ff_format_clock (time);
  gtk_editable_set_text (self->arrived, text);
}

static void
on_earlier (FfTimePopover *self)
{
  step (self, -1);
}

static void
on_later (FfTimePopover *self)
{
  step (self, 1);
}

static gboolean
on_key_pressed (FfTimePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean in_arrived = gtk_widget_get_focus_child (GTK_WIDGET (self->arrived)) != NULL;

  if (keyval == GDK_KEY_Escape)
    {
      self->cancelled = TRUE;
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    }
  if (in_arrived && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      step (self, keyval == GDK_KEY_Up ? 1 : -1);
      return TRUE;
    }

  return FALSE;
}

static void
ff_time_popover_closed (GtkPopover *popover)
{
  FfTimePopover *self = FF_TIME_POPOVER (popover);

  if (!self->cancelled && self->model != NULL)
    take (self);
  g_clear_object (&self->model);
}

static void
ff_time_popover_dispose (GObject *object)
{
  FfTimePopover *self = FF_TIME_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_TIME_POPOVER);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ff_time_popover_parent_class)->dispose (object);
}

static void
ff_time_popover_class_init (FfTimePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_time_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = ff_time_popover_closed;

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-time-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTimePopover, name);
  gtk_widget_class_bind_template_child (widget_class, FfTimePopover, session);
  gtk_widget_class_bind_template_child (widget_class, FfTimePopover, arrived);
  gtk_widget_class_bind_template_child (widget_class, FfTimePopover, left);
  gtk_widget_class_bind_template_child (widget_class, FfTimePopover, tag);
  gtk_widget_class_bind_template_child (widget_class, FfTimePopover, headline);
  gtk_widget_class_bind_template_child (widget_class, FfTimePopover, detail);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier);
  gtk_widget_class_bind_template_callback (widget_class, on_later);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
ff_time_popover_init (FfTimePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ff_time_popover_new (void)
{
  return g_object_new (FF_TYPE_TIME_POPOVER, NULL);
}

static void
fill_entry (GtkEditable *entry, FfMinute time)
{
  g_autofree char *text = time != FF_NO_TIME ? ff_format_clock (time) : g_strdup ("");

  gtk_editable_set_text (entry, text);
}

void
ff_time_popover_open (FfTimePopover *self, FfAttendanceModel *model, int row, int column)
{
  const FfClassTrainee *trainee;
  const FfSession *session;
  g_autofree char *starts = NULL, *ends = NULL, *text = NULL;

  g_return_if_fail (FF_IS_TIME_POPOVER (self));
  g_return_if_fail (FF_IS_ATTENDANCE_MODEL (model));

  g_set_object (&self->model, model);
  self->row = row;
  self->column = column;
  self->cancelled = FALSE;
  trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (model), row);
  session = get_session (self);
  g_return_if_fail (trainee != NULL && session != NULL);

  self->enrolment_id = trainee->enrolment_id;
  self->before = trainee->cells[ff_attendance_model_get_session_of_column (model, column)].record;
  starts = ff_format_clock (session->starts_at);
  ends = ff_format_clock (session->ends_at);
  text = g_strdup_printf ("%s · %s–%s", session->key, starts, ends);
  gtk_label_set_text (self->name, trainee->name);
  gtk_label_set_text (self->session, text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->arrived), starts);

  self->filling = TRUE;
  fill_entry (self->arrived, self->before.arrived_at);
  fill_entry (self->left, self->before.left_at);
  self->filling = FALSE;
  show_meaning (self);

  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->arrived));
}
