#include "config.h"

#include "ff-check-in-list.h"

#include <glib/gi18n-lib.h>

#include "ff-attendance-store.h"
#include "ff-attendance-text.h"
#include "ff-format.h"

#define ARRIVALS 30

struct _FfCheckInList
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  GtkListBox *rows;
  gint64 session_id; /* 0: none is shown */
  FfMinute starts_at;
  FfMinute ends_at;
  FfAttendanceRule rule;
  GCancellable *cancellable;
};

enum
{
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfCheckInList, ff_check_in_list, ADW_TYPE_BIN)

const char *
ff_check_in_status_class (FfAttendanceStatus status)
{
  switch (status)
    {
    case FF_ATTENDANCE_PRESENT:
      return "present";
    case FF_ATTENDANCE_LATE:
      return "late";
    case FF_ATTENDANCE_LEFT_EARLY:
      return "left-early";
    case FF_ATTENDANCE_ABSENT:
      return "absent";
    case FF_ATTENDANCE_EXCUSED:
      return "excused";
    case FF_ATTENDANCE_UNMARKED:
    default:
      return "unrecorded";
    }
}

/* Rows -------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_arrival (FfCheckInList *self, const FfArrival *arrival)
{
  FfPlannedSession planned = { self->starts_at, self->ends_at };
  FfAttendanceVerdict verdict = ff_attendance_judge (&self->rule, &planned, &arrival->record);
  g_auto (FfGridCell) cell = { NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *department = new_label (arrival->department, "dim-label");
  GtkWidget *tag;
  g_autofree char *arrived = arrival->record.arrived_at != FF_NO_TIME ? ff_format_clock (arrival->record.arrived_at) : g_strdup ("–");
  g_autofree char *left = arrival->record.left_at != FF_NO_TIME ? ff_format_clock (arrival->record.left_at) : NULL;
  g_autofree char *clock = left != NULL ? g_strdup_printf ("%s–%s", arrived, left) : g_strdup (arrived);

  ff_attendance_text_show (&self->rule, &arrival->record, &verdict, &cell);
  tag = gtk_label_new (cell.text);
  gtk_widget_set_css_classes (tag, (const char *[]) { "status", ff_check_in_status_class (verdict.status), NULL });
  gtk_label_set_width_chars (GTK_LABEL (tag), 5);
  gtk_widget_set_tooltip_text (tag, cell.spoken);
  gtk_label_set_ellipsize (GTK_LABEL (department), PANGO_ELLIPSIZE_START);
  gtk_widget_set_hexpand (department, TRUE);
  gtk_box_append (GTK_BOX (box), new_label (clock, "numeric"));
  gtk_box_append (GTK_BOX (box), new_label (arrival->name, NULL));
  gtk_box_append (GTK_BOX (box), department);
  gtk_box_append (GTK_BOX (box), tag);
  gtk_widget_add_css_class (box, "check-in-arrival");

  return box;
}

/* Reading ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef list;
  gint64 session_id;
  FfSessionCount count;
  GPtrArray *arrivals;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->list);
  g_clear_pointer (&reading->arrivals, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->arrivals = ff_attendance_store_list_arrivals (db, reading->session_id, ARRIVALS, error);

  return reading->arrivals != NULL && ff_attendance_store_count_session (db, reading->session_id, &reading->count, error);
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfCheckInList) self = g_weak_ref_get (&reading->list);
  GtkWidget *row;

  if (self == NULL || error != NULL)
    return FALSE;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < reading->arrivals->len; i++)
    gtk_list_box_append (self->rows, new_arrival (self, g_ptr_array_index (reading->arrivals, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), reading->arrivals->len > 0);
  g_signal_emit (self, signals[COUNTED], 0, reading->count.recorded, reading->count.expected);

  return FALSE;
}

static void
cancel (FfCheckInList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_arrivals (FfCheckInList *self)
{
  Reading *reading = g_new0 (Reading, 1);

  cancel (self);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->list, self);
  reading->session_id = self->session_id;
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
on_changed (FfCheckInList *self, const char *table)
{
  if (self->session_id != 0 && (g_str_equal (table, "attendance") || g_str_equal (table, "enrolment")))
    read_arrivals (self);
}

/* The object -------------------------------------------------------------------------------------------------------- */

static void
ff_check_in_list_dispose (GObject *object)
{
  FfCheckInList *self = FF_CHECK_IN_LIST (object);

  cancel (self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ff_check_in_list_parent_class)->dispose (object);
}

static void
ff_check_in_list_class_init (FfCheckInListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_check_in_list_dispose;

  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_INT, G_TYPE_INT);
}

static void
ff_check_in_list_init (FfCheckInList *self)
{
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->rows), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Last arrivals"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

GtkWidget *
ff_check_in_list_new (FfWorkspace *workspace)
{
  FfCheckInList *self = g_object_new (FF_TYPE_CHECK_IN_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
ff_check_in_list_show (FfCheckInList *self, const FfSession *session, const FfAttendanceRule *rule)
{
  g_return_if_fail (FF_IS_CHECK_IN_LIST (self));
  g_return_if_fail (session != NULL && rule != NULL);

  self->session_id = session->id;
  self->starts_at = session->starts_at;
  self->ends_at = session->ends_at;
  self->rule = *rule;
  read_arrivals (self);
}
