#include "config.h"

#include "ff-stage-timeline.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-project-text.h"
#include "ff-tasks.h"
#include "ff-timeline-track.h"

#define NAME_WIDTH 250
#define STATE_WIDTH 132
/* No text is naturally wider than its column, or the tracks of two rows would not be in line. */
#define NAME_CHARACTERS 12
/* A timeline shows this much at least, so that a stage of a day is no wall of blue. */
#define MIN_DAYS 28

struct _FfStageTimeline
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  gint64 project_id;
  GtkWidget *add;
  GtkListBox *list;
  GtkWidget *empty;

  /* While rows are made. */
  const FfProjectFigures *figures;
  FfDay first, last;
};

G_DEFINE_FINAL_TYPE (FfStageTimeline, ff_stage_timeline, ADW_TYPE_BIN)

/* What a row is about: a stage with its id, or a task. */
typedef struct
{
  gboolean is_stage;
  gint64 id;
  gint64 context; /* of the task's editor */
} RowSubject;

static RowSubject *
subject_of (gpointer row)
{
  return row != NULL ? g_object_get_data (row, "ff-subject") : NULL;
}

static void
set_subject (GtkWidget *row, gboolean is_stage, gint64 id, gint64 context)
{
  RowSubject *subject = g_new0 (RowSubject, 1);

  subject->is_stage = is_stage;
  subject->id = id;
  subject->context = context;
  g_object_set_data_full (G_OBJECT (row), "ff-subject", subject, g_free);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

static void
on_row_activated (FfStageTimeline *self, GtkListBoxRow *row)
{
  const RowSubject *subject = subject_of (row);

  if (subject != NULL && subject->is_stage)
    ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_stage_editor, subject->id, self->project_id);
  else if (subject != NULL)
    ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_stage_task_editor, subject->id, subject->context);
}

static void
on_add_stage (FfStageTimeline *self)
{
  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_stage_editor, 0, self->project_id);
}

static void
on_add_task (FfStageTimeline *self, GtkWidget *button)
{
  const RowSubject *subject = subject_of (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));

  if (subject != NULL)
    ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_stage_task_editor, 0, subject->context);
}

typedef struct
{
  gint64 id;
  gboolean done;
} Tick;

static gboolean
tick_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Tick *tick = data;

  return ff_tasks_tick (db, tick->id, tick->done, error);
}

static void
on_ticked (FfStageTimeline *self, GParamSpec *pspec, GtkCheckButton *check)
{
  const RowSubject *subject = subject_of (gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW));
  Tick *tick;

  if (subject == NULL)
    return;
  tick = g_new0 (Tick, 1);
  tick->id = subject->id;
  tick->done = gtk_check_button_get_active (check);
  ff_workspace_run (self->workspace, _("Tick a task"), tick_work, NULL, tick, g_free);
}

typedef struct
{
  gint64 id;
  int position;
} Move;

static gboolean
move_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Move *move = data;

  return ff_stages_move (db, move->id, move->position, error);
}

/* Alt with the arrows puts a stage before or behind its neighbour; its tasks go with it. */
static gboolean
on_key (FfStageTimeline *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  const RowSubject *subject = subject_of (row);
  int index = -1;
  Move *move;

  if (subject == NULL || !subject->is_stage || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK
      || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  for (GtkWidget *before = row; before != NULL; before = gtk_widget_get_prev_sibling (before))
    if (subject_of (before) != NULL && ((RowSubject *) subject_of (before))->is_stage)
      index++;
  move = g_new0 (Move, 1);
  move->id = subject->id;
  move->position = MAX (0, index + (key == GDK_KEY_Up ? -1 : 1));
  ff_workspace_run (self->workspace, _("Move a stage"), move_work, NULL, move, g_free);
  return GDK_EVENT_STOP;
}

/* Rows -------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_name (const char *title, const char *detail, gboolean strong)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_wrap (GTK_LABEL (first), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (first), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (first), NAME_CHARACTERS);
  if (strong)
    gtk_widget_add_css_class (first, "heading");
  gtk_box_append (GTK_BOX (column), first);
  if (detail != NULL)
    {
      GtkWidget *second = gtk_label_new (detail);

      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (second), NAME_CHARACTERS);
      gtk_widget_set_tooltip_text (second, detail);
      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (column), second);
    }
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  return column;
}

/* A row of three columns, as wide in each row. @state may be NULL. */
static GtkWidget *
append_row (FfStageTimeline *self, GtkWidget *name, GtkWidget *track, GtkWidget *state)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_size_request (name, NAME_WIDTH, -1);
  gtk_widget_set_size_request (end, STATE_WIDTH, -1);
  gtk_widget_set_hexpand (name, FALSE);
  gtk_widget_set_hexpand (end, FALSE);
  gtk_widget_set_valign (track, GTK_ALIGN_CENTER);
  if (state != NULL)
    {
      gtk_widget_set_hexpand (state, TRUE);
      gtk_widget_set_halign (state, GTK_ALIGN_END);
      gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (end), state);
    }
  gtk_widget_add_css_class (box, "timeline-row");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), track);
  gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
  return row;
}

static FfTimelineTrack *
make_track (FfStageTimeline *self)
{
  return FF_TIMELINE_TRACK (ff_timeline_track_new (self->first, self->last, self->figures->today));
}

static FfTone
task_tone (FfStageTimeline *self, const FfTask *task)
{
  if (task->done_on != FF_NO_DAY)
    return FF_TONE_GOOD;
  return task->due_on != FF_NO_DAY && task->due_on < self->figures->today ? FF_TONE_BAD : FF_TONE_ACCENT;
}

static GtkWidget *
make_task_state (FfStageTimeline *self, const FfTask *task)
{
  g_autofree char *due = NULL;

  if (task->done_on != FF_NO_DAY)
    return ff_tag_new (C_ ("task", "Done"), NULL, FF_TONE_GOOD);
  if (task->due_on == FF_NO_DAY)
    return NULL;
  due = ff_format_due (task->due_on, self->figures->today);
  return ff_tag_new (due, NULL, task->due_on < self->figures->today ? FF_TONE_BAD : FF_TONE_NEUTRAL);
}

static void
append_task (FfStageTimeline *self, const FfTask *task, gint64 context)
{
  GtkWidget *name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *check = gtk_check_button_new ();
  FfTimelineTrack *track = make_track (self);
  GtkWidget *row;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), task->done_on != FF_NO_DAY);
  gtk_widget_set_sensitive (check, ff_workspace_is_writable (self->workspace));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, ff_task_title (task), -1);
  gtk_box_append (GTK_BOX (name), check);
  gtk_box_append (GTK_BOX (name), make_name (ff_task_title (task), task->in_charge, FALSE));
  if (task->due_on != FF_NO_DAY)
    ff_timeline_track_add_mark (track, task->due_on, task_tone (self, task));
  row = append_row (self, name, GTK_WIDGET (track), make_task_state (self, task));
  set_subject (row, FALSE, task->id, context);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
}

/* How far the tasks of a stage are; what is late stands out. */
static GtkWidget *
make_stage_state (GPtrArray *tasks, guint done, guint overdue)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = NULL;

  if (overdue > 0)
    {
      text = g_strdup_printf (ngettext ("%u overdue", "%u overdue", overdue), overdue);
      gtk_box_append (GTK_BOX (box), ff_tag_new (text, NULL, FF_TONE_BAD));
    }
  else if (tasks->len > 0)
    {
      GtkWidget *label;

      /* Translators: how many tasks of a stage are done, of how many. */
      text = g_strdup_printf (C_ ("tasks", "%u / %u"), done, tasks->len);
      label = gtk_label_new (text);
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static GtkWidget *
make_add_task (FfStageTimeline *self, const char *stage)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: %s is a stage of a project. */
  g_autofree char *name = g_strdup_printf (_("Add a Task to %s"), stage);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_sensitive (button, ff_workspace_is_writable (self->workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_task), self, G_CONNECT_SWAPPED);
  return button;
}

/* A stage is late when it is over and something is still to be done; a late task within it stands out by itself. */
static FfTone
stage_tone (FfStageTimeline *self, const FfStage *stage, guint open)
{
  FfDay today = self->figures->today;
  gboolean over = stage->ends_on != FF_NO_DAY && stage->ends_on < today;

  if (over)
    return open > 0 ? FF_TONE_BAD : FF_TONE_GOOD;
  return stage->starts_on != FF_NO_DAY && stage->starts_on <= today ? FF_TONE_ACCENT : FF_TONE_NEUTRAL;
}

static char *
describe_stage (const FfStage *stage)
{
  g_autofree char *days = ff_project_text_days (stage->starts_on, stage->ends_on, TRUE);

  if (days == NULL || stage->owner == NULL)
    return days != NULL ? g_steal_pointer (&days) : g_strdup (stage->owner);
  /* Translators: joins two facts about one thing. */
  return g_strdup_printf (C_ ("facts", "%s · %s"), days, stage->owner);
}

static void
append_tasks (FfStageTimeline *self, GPtrArray *tasks, gint64 context)
{
  for (guint i = 0; i < tasks->len; i++)
    append_task (self, g_ptr_array_index (tasks, i), context);
}

static void
append_stage (FfStageTimeline *self, const FfStage *stage)
{
  g_autoptr (GPtrArray) tasks = ff_project_figures_list_tasks (self->figures, stage->id);
  g_autofree char *detail = describe_stage (stage);
  FfTimelineTrack *track = make_track (self);
  guint done = 0, overdue = 0;
  GtkWidget *state;

  for (guint i = 0; i < tasks->len; i++)
    {
      FfTone tone = task_tone (self, g_ptr_array_index (tasks, i));

      done += tone == FF_TONE_GOOD;
      overdue += tone == FF_TONE_BAD;
    }
  if (stage->starts_on != FF_NO_DAY || stage->ends_on != FF_NO_DAY)
    ff_timeline_track_add_bar (track, stage->starts_on != FF_NO_DAY ? stage->starts_on : stage->ends_on,
                               stage->ends_on != FF_NO_DAY ? stage->ends_on : stage->starts_on,
                               stage_tone (self, stage, tasks->len - done));
  state = make_stage_state (tasks, done, overdue);
  gtk_box_append (GTK_BOX (state), make_add_task (self, stage->title));
  set_subject (append_row (self, make_name (stage->title, detail, TRUE), GTK_WIDGET (track), state), TRUE, stage->id, stage->id);
  append_tasks (self, tasks, stage->id);
}

static void
append_rest (FfStageTimeline *self, GPtrArray *tasks)
{
  GtkWidget *row = append_row (self, make_name (_("Without a Stage"), NULL, TRUE), GTK_WIDGET (make_track (self)), NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  append_tasks (self, tasks, -self->project_id);
}

/* The days that are shown ------------------------------------------------------------------------------------------- */

static void
stretch (FfStageTimeline *self, FfDay day)
{
  if (day == FF_NO_DAY)
    return;
  self->first = self->first == FF_NO_DAY ? day : MIN (self->first, day);
  self->last = self->last == FF_NO_DAY ? day : MAX (self->last, day);
}

static void
find_days (FfStageTimeline *self)
{
  self->first = self->last = FF_NO_DAY;
  for (guint i = 0; i < self->figures->stages->len; i++)
    {
      const FfStage *stage = g_ptr_array_index (self->figures->stages, i);

      stretch (self, stage->starts_on);
      stretch (self, stage->ends_on);
    }
  for (guint i = 0; i < self->figures->tasks->len; i++)
    stretch (self, ((const FfTask *) g_ptr_array_index (self->figures->tasks, i))->due_on);
  if (self->first == FF_NO_DAY)
    stretch (self, self->figures->today);
  self->first -= ff_day_weekday (self->first) - 1;
  self->last = MAX (self->last, self->first + MIN_DAYS - 1);
}

static void
append_dates (FfStageTimeline *self)
{
  FfTimelineTrack *track = make_track (self);
  GtkWidget *row;

  ff_timeline_track_add_dates (track);
  row = append_row (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), GTK_WIDGET (track), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
}

/* The class --------------------------------------------------------------------------------------------------------- */

static void
on_writable (FfStageTimeline *self)
{
  gtk_widget_set_sensitive (self->add, ff_workspace_is_writable (self->workspace));
}

static void
ff_stage_timeline_dispose (GObject *object)
{
  g_clear_object (&FF_STAGE_TIMELINE (object)->workspace);
  G_OBJECT_CLASS (ff_stage_timeline_parent_class)->dispose (object);
}

static void
ff_stage_timeline_class_init (FfStageTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_stage_timeline_dispose;
}

static void
ff_stage_timeline_init (FfStageTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_("Stages and Tasks"));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("Add a Stage"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add_stage), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), self->add);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stages and Tasks"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  self->empty = gtk_label_new (_("Preparation, delivery, transfer: what happens when, and who sees to it."));
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->empty);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ff_stage_timeline_new (FfWorkspace *workspace, gint64 project_id)
{
  FfStageTimeline *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_STAGE_TIMELINE, NULL);
  self->workspace = g_object_ref (workspace);
  self->project_id = project_id;
  g_signal_connect_object (workspace, "notify::writable", G_CALLBACK (on_writable), self, G_CONNECT_SWAPPED);
  on_writable (self);
  return GTK_WIDGET (self);
}

/* The row that had the focus has it again, by what it is about. */
static void
restore_focus (FfStageTimeline *self, const RowSubject *former)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const RowSubject *subject = subject_of (row);

      if (subject != NULL && subject->is_stage == former->is_stage && subject->id == former->id)
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
}

void
ff_stage_timeline_set_figures (FfStageTimeline *self, const FfProjectFigures *figures)
{
  const RowSubject *focused;
  RowSubject former = { 0 };
  g_autoptr (GPtrArray) rest = NULL;
  GtkWidget *row;

  g_return_if_fail (FF_IS_STAGE_TIMELINE (self) && figures != NULL);

  focused = subject_of (gtk_widget_get_focus_child (GTK_WIDGET (self->list)));
  if (focused != NULL)
    former = *focused;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  rest = ff_project_figures_list_tasks (figures, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), figures->stages->len + rest->len > 0);
  gtk_widget_set_visible (self->empty, figures->stages->len + rest->len == 0);
  self->figures = figures;
  find_days (self);
  append_dates (self);
  for (guint i = 0; i < figures->stages->len; i++)
    append_stage (self, g_ptr_array_index (figures->stages, i));
  if (rest->len > 0)
    append_rest (self, rest);
  self->figures = NULL;
  if (focused != NULL)
    restore_focus (self, &former);
}
