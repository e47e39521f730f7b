/* What can be done on the attendance tab, by menu and by key: to a session's register, to a cell, and about a trainee. */
#include "config.h"

#include "ff-attendance-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-check-in-window.h"
#include "ff-compat.h"
#include "ff-editors.h"
#include "ff-except-window.h"
#include "ff-register.h"
#include "ff-window.h"

static FfWorkspace *
get_workspace (FfAttendancePage *self)
{
  return ff_page_get_workspace (FF_PAGE (self));
}

/* A whole register ------------------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef page;
  gint64 session_id;
  char *key;
  guint n;
} SessionWork;

static SessionWork *
session_work_new (FfAttendancePage *self, const FfSession *session)
{
  SessionWork *work = g_new0 (SessionWork, 1);

  g_weak_ref_init (&work->page, self);
  work->session_id = session->id;
  work->key = g_strdup (session->key);

  return work;
}

static void
session_work_free (gpointer data)
{
  SessionWork *work = data;

  g_weak_ref_clear (&work->page);
  g_free (work->key);
  g_free (work);
}

static void
toast_undo (SessionWork *work, const char *text)
{
  g_autoptr (FfAttendancePage) self = g_weak_ref_get (&work->page);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;

  if (window != NULL)
    ff_window_toast_undo (window, text);
}

static gboolean
mark_rest_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  SessionWork *work = data;

  return ff_register_mark_rest_present (db, work->session_id, &work->n, error);
}

static gboolean
mark_rest_done (gpointer data, const GError *error)
{
  SessionWork *work = data;
  g_autoptr (FfAttendancePage) self = g_weak_ref_get (&work->page);
  g_autofree char *text = g_strdup_printf (ngettext ("%u trainee marked present", "%u trainees marked present", work->n), work->n);

  if (error != NULL || self == NULL)
    return FALSE;
  if (work->n == 0)
    ff_grid_tab_toast (FF_GRID_TAB (self), _("Everybody is recorded already."));
  else
    toast_undo (work, text);

  return FALSE;
}

static void
mark_rest_present (FfAttendancePage *self)
{
  const FfSession *session = ff_attendance_page_get_session (self);
  g_autofree char *label = NULL;

  if (session == NULL || !ff_grid_commit (self->grid))
    return;

  label = g_strdup_printf (_("Mark the rest of %s present"), session->key);
  ff_workspace_run (get_workspace (self), label, mark_rest_work, mark_rest_done, session_work_new (self, session), session_work_free);
}

static void
present_except (FfAttendancePage *self)
{
  int session = ff_attendance_model_get_current (self->model);
  guint recorded, planned;

  if (session < 0 || !ff_grid_commit (self->grid))
    return;

  ff_attendance_model_count_recorded (self->model, &recorded, &planned);
  if (recorded == planned)
    ff_grid_tab_toast (FF_GRID_TAB (self), _("Everybody is recorded already."));
  else
    ff_except_window_open (GTK_WIDGET (self), get_workspace (self), ff_grid_tab_get_figures (FF_GRID_TAB (self)), (guint) session);
}

static void
check_in (FfAttendancePage *self)
{
  const FfSession *session = ff_attendance_page_get_session (self);

  if (session != NULL && ff_grid_commit (self->grid))
    ff_check_in_window_open (GTK_WIDGET (self), get_workspace (self), session->id);
}

static gboolean
close_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_register_close (db, ((SessionWork *) data)->session_id, error);
}

static gboolean
close_done (gpointer data, const GError *error)
{
  SessionWork *work = data;
  g_autofree char *text = g_strdup_printf (_("The register of %s is closed"), work->key);

  if (error == NULL)
    toast_undo (work, text);

  return FALSE;
}

static void
run_close (FfAttendancePage *self, SessionWork *work)
{
  g_autofree char *label = g_strdup_printf (_("Close the register of %s"), work->key);

  ff_workspace_run (get_workspace (self), label, close_work, close_done, work, session_work_free);
}

static void
on_close_confirmed (gboolean confirmed, gpointer user_data)
{
  SessionWork *work = user_data;
  g_autoptr (FfAttendancePage) self = g_weak_ref_get (&work->page);

  if (confirmed && self != NULL)
    run_close (self, work);
  else
    session_work_free (work);
}

/* Asks only when closing decides about somebody. */
static void
close_register (FfAttendancePage *self)
{
  const FfSession *session = ff_attendance_page_get_session (self);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  guint recorded, planned;

  if (session == NULL || !ff_grid_commit (self->grid))
    return;

  ff_attendance_model_count_recorded (self->model, &recorded, &planned);
  if (recorded == planned)
    {
      run_close (self, session_work_new (self, session));
      return;
    }
  heading = g_strdup_printf (_("Close the Register of %s?"), session->key);
  body = g_strdup_printf (ngettext ("%u trainee is not marked and becomes absent. You can undo this, and reopen the register.",
                                    "%u trainees are not marked and become absent. You can undo this, and reopen the register.",
                                    planned - recorded),
                          planned - recorded);
  ff_compat_confirm (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body, _("_Close Register"), FALSE, on_close_confirmed,
                     session_work_new (self, session));
}

static gboolean
reopen_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_register_reopen (db, ((SessionWork *) data)->session_id, error);
}

static void
reopen_register (FfAttendancePage *self)
{
  const FfSession *session = ff_attendance_page_get_session (self);
  g_autofree char *label = NULL;

  if (session == NULL || !ff_grid_commit (self->grid))
    return;

  label = g_strdup_printf (_("Reopen the register of %s"), session->key);
  ff_workspace_run (get_workspace (self), label, reopen_work, NULL, session_work_new (self, session), session_work_free);
}

static void
change_rule (FfAttendancePage *self)
{
  const FfClassFigures *figures = ff_grid_tab_get_figures (FF_GRID_TAB (self));

  if (figures != NULL && ff_grid_commit (self->grid))
    ff_editor_open (GTK_WIDGET (self), get_workspace (self), &ff_rule_editor, 0, figures->run->id);
}

/* A cell ---------------------------------------------------------------------------------------------------------- */

static void
make_up (FfAttendancePage *self)
{
  const FfSession *session = ff_attendance_page_get_session (self);
  const FfClassTrainee *trainee = ff_attendance_page_get_trainee (self);
  g_autoptr (GError) error = NULL;
  FfAttendanceRow row;

  if (session == NULL || trainee == NULL || !ff_grid_commit (self->grid))
    return;

  if (!ff_register_read_cell (ff_workspace_get_reader (get_workspace (self)), session->id, trainee->enrolment_id, &row, &error))
    ff_grid_tab_toast (FF_GRID_TAB (self), error->message);
  else
    ff_editor_open (GTK_WIDGET (self), get_workspace (self), &ff_make_up_editor, 0, row.id);
}

static void
take_back_make_up (FfAttendancePage *self)
{
  const FfAttendanceCell *cell = ff_attendance_page_get_cell (self);
  FfAttendanceRecord record;
  int row, column;

  if (cell == NULL || !ff_grid_commit (self->grid) || !ff_grid_get_cursor (self->grid, &row, &column))
    return;

  record = cell->record;
  record.made_up = FALSE;
  ff_attendance_record_tidy (&record);
  ff_attendance_model_set_record (self->model, row, column, &record);
}

/* A trainee ------------------------------------------------------------------------------------------------------- */

static void
waive (FfAttendancePage *self)
{
  const FfClassTrainee *trainee = ff_attendance_page_get_trainee (self);

  if (trainee != NULL && ff_grid_commit (self->grid))
    ff_editor_open (GTK_WIDGET (self), get_workspace (self), &ff_waiver_editor, 0, trainee->enrolment_id);
}

static gboolean
take_back_waiver_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_enrolments_waive (db, *(const gint64 *) data, NULL, NULL, error) != FF_PUT_REFUSED;
}

static void
take_back_waiver (FfAttendancePage *self)
{
  const FfClassTrainee *trainee = ff_attendance_page_get_trainee (self);
  FfWindow *window = ff_window_of (self);
  g_autofree char *label = NULL;

  if (trainee == NULL || window == NULL || !ff_grid_commit (self->grid))
    return;

  label = g_strdup_printf (_("Take back the waiver of %s"), trainee->name);
  ff_window_run (window, label, take_back_waiver_work, trainee->enrolment_id, _("The disqualification is no longer waived"));
}

/* The actions ----------------------------------------------------------------------------------------------------- */

/* What must be so for an action to make sense. */
typedef enum
{
  NEEDS_CLASS,    /* the file may be written */
  NEEDS_OPEN,     /* and a session is worked on whose register is open */
  NEEDS_CLOSED,   /* … closed */
  NEEDS_CELL,     /* and the cursor is in a planned cell of it */
  NEEDS_ABSENT,   /* … that counts as absent */
  NEEDS_MADE_UP,  /* … that was made up for */
  NEEDS_DISQUALIFIED, /* the trainee is, without a waiver */
  NEEDS_WAIVED,
} Needs;

static const struct
{
  const char *name;
  void (*activate) (FfAttendancePage *self);
  Needs needs;
} table[] = {
  { "mark-rest-present", mark_rest_present, NEEDS_OPEN },
  { "present-except", present_except, NEEDS_OPEN },
  { "check-in", check_in, NEEDS_OPEN },
  { "close-register", close_register, NEEDS_OPEN },
  { "reopen-register", reopen_register, NEEDS_CLOSED },
  { "change-rule", change_rule, NEEDS_CLASS },
  { "edit-time", ff_attendance_page_open_time, NEEDS_CELL },
  { "choose-leave", ff_attendance_page_open_leave, NEEDS_CELL },
  { "make-up", make_up, NEEDS_ABSENT },
  { "take-back-make-up", take_back_make_up, NEEDS_MADE_UP },
  { "waive", waive, NEEDS_DISQUALIFIED },
  { "take-back-waiver", take_back_waiver, NEEDS_WAIVED },
};

static void
on_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_str_equal (table[i].name, g_action_get_name (G_ACTION (action))))
        table[i].activate (user_data);
    }
}

static void
activate_mark (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfAttendancePage *self = user_data;

  ff_grid_press_key (self->grid, g_utf8_get_char (g_variant_get_string (parameter, NULL)));
}

static gboolean
is_absent (const FfAttendanceCell *cell)
{
  return cell->verdict.status == FF_ATTENDANCE_ABSENT || (cell->verdict.status == FF_ATTENDANCE_EXCUSED && cell->record.leave_counts);
}

static gboolean
is_met (FfAttendancePage *self, Needs needs)
{
  const FfSession *session = ff_attendance_page_get_session (self);
  const FfAttendanceCell *cell = ff_attendance_page_get_cell (self);
  const FfClassTrainee *trainee = ff_attendance_page_get_trainee (self);
  gboolean open = session != NULL && !session->closed;

  if (!ff_workspace_is_writable (get_workspace (self)))
    return FALSE;

  switch (needs)
    {
    case NEEDS_CLASS:
      return TRUE;
    case NEEDS_OPEN:
      return open;
    case NEEDS_CLOSED:
      return session != NULL && session->closed;
    case NEEDS_CELL:
      return open && cell != NULL;
    case NEEDS_ABSENT:
      return open && cell != NULL && is_absent (cell) && !cell->record.made_up;
    case NEEDS_MADE_UP:
      return open && cell != NULL && is_absent (cell) && cell->record.made_up;
    case NEEDS_DISQUALIFIED:
      return trainee != NULL && trainee->disqualified;
    case NEEDS_WAIVED:
    default:
      return trainee != NULL && trainee->waived;
    }
}

void
ff_attendance_page_add_actions (FfAttendancePage *self)
{
  static const GActionEntry mark = { .name = "mark", .activate = activate_mark, .parameter_type = "s" };
  GActionMap *actions = ff_page_get_actions (FF_PAGE (self));

  g_action_map_add_action_entries (actions, &mark, 1, self);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GActionEntry entry = { .name = table[i].name, .activate = on_activate };

      g_action_map_add_action_entries (actions, &entry, 1, self);
    }
}

void
ff_attendance_page_update_actions (FfAttendancePage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    ff_grid_tab_set_enabled (FF_GRID_TAB (self), table[i].name, is_met (self, table[i].needs));
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "mark", is_met (self, NEEDS_OPEN));
}
