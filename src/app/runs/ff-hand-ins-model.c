#include "config.h"

#include "ff-hand-ins-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-number.h"

static void ff_hand_ins_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfHandInsModel, ff_hand_ins_model, FF_TYPE_CLASS_MODEL,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_hand_ins_model_grid_init))

int
ff_hand_ins_model_index (FfHandInsModel *self, int column)
{
  const FfClassFigures *figures = ff_hand_ins_model_figures (self);
  int index = column - FF_HAND_INS_N_FROZEN;

  return figures != NULL && index >= 0 && index < (int) figures->assignments->len ? index : -1;
}

const FfAssignment *
ff_hand_ins_model_get_assignment (FfHandInsModel *self, int column)
{
  int index;

  g_return_val_if_fail (FF_IS_HAND_INS_MODEL (self), NULL);

  index = ff_hand_ins_model_index (self, column);
  return index >= 0 ? g_ptr_array_index (ff_hand_ins_model_figures (self)->assignments, index) : NULL;
}

const FfClassHandIn *
ff_hand_ins_model_get_place (FfHandInsModel *self, int row, int column)
{
  FfClassTrainee *trainee;
  int index;

  g_return_val_if_fail (FF_IS_HAND_INS_MODEL (self), NULL);

  index = ff_hand_ins_model_index (self, column);
  trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self), row);
  return index >= 0 && trainee != NULL ? &trainee->hand_ins[index] : NULL;
}

FfHandInCount
ff_hand_ins_model_count (FfHandInsModel *self, int column)
{
  const FfClassFigures *figures;
  const FfAssignment *assignment;
  FfHandInCount count = { 0 };

  g_return_val_if_fail (FF_IS_HAND_INS_MODEL (self), count);

  figures = ff_hand_ins_model_figures (self);
  assignment = ff_hand_ins_model_get_assignment (self, column);
  for (guint i = 0; assignment != NULL && i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);
      const FfClassHandIn *place = &trainee->hand_ins[ff_hand_ins_model_index (self, column)];
      FfHandInState state = ff_hand_in_state (assignment->due_at, place->last != NULL ? place->last->handed_in_at : FF_NO_TIME, figures->now);

      count.expected += place->expected ? 1 : 0;
      count.handed_in += place->expected && place->last != NULL ? 1 : 0;
      count.late += place->expected && state == FF_HAND_IN_LATE ? 1 : 0;
      count.missing += place->expected && state == FF_HAND_IN_MISSING ? 1 : 0;
    }
  return count;
}

/* Columns --------------------------------------------------------------------------------------------------------- */

static void
describe (FfClassModel *model, GString *text)
{
  const FfClassFigures *figures = ff_class_model_get_figures (model);

  for (guint i = 0; i < figures->assignments->len; i++)
    {
      const FfAssignment *assignment = g_ptr_array_index (figures->assignments, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s\n", assignment->id, assignment->due_at,
                              assignment->max, assignment->by_team, assignment->title);
    }
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      g_string_append_printf (text, "%s\n", trainee->team != NULL ? trainee->team : "");
    }
}

static FfGridColumn *
add_column (FfClassModel *model, const char *title, const char *subtitle, int width, float xalign)
{
  return ff_class_model_add_column (model, ff_grid_column_new (title, subtitle, width, xalign));
}

/* "22 Sep 18:00" and "by team · of 100" on lines of their own. */
static char *
describe_terms (const FfAssignment *assignment)
{
  g_autofree char *max = assignment->max >= 0 ? ff_hundredths_format (assignment->max) : NULL;
  g_autofree char *of = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (assignment->due_at != FF_NO_TIME)
    {
      g_autofree char *day = ff_format_day_brief (ff_time_day (assignment->due_at));
      g_autofree char *clock = ff_format_clock (assignment->due_at);

      g_string_append_printf (text, "%s %s", day, clock);
    }
  else
    {
      g_string_append (text, _("no term"));
    }
  if (max != NULL)
    /* Translators: the highest mark of an assignment */
    of = g_strdup_printf (_("of %s"), max);
  if (assignment->by_team || of != NULL)
    g_string_append_printf (text, "\n%s%s%s", assignment->by_team ? _("by team") : "", assignment->by_team && of != NULL ? " · " : "",
                            of != NULL ? of : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
build_columns (FfClassModel *model)
{
  const FfClassFigures *figures = ff_class_model_get_figures (model);
  FfGridColumn *column;

  add_column (model, C_("column", "#"), NULL, 34, 0)->frozen = TRUE;
  column = add_column (model, C_("column", "Trainee"), NULL, 118, 0);
  column->frozen = TRUE;
  column->sample = g_strdup (ff_class_model_get_longest_name (model));
  column = add_column (model, C_("column", "Team"), NULL, 72, 0);
  column->frozen = TRUE;
  column->strong = TRUE;
  for (guint i = 0; i < figures->assignments->len; i++)
    {
      const FfAssignment *assignment = g_ptr_array_index (figures->assignments, i);
      g_autofree char *terms = describe_terms (assignment);

      column = add_column (model, assignment->title, terms, 104, 0.5f);
      column->tooltip = g_strdup_printf ("%s\n%s%s%s", assignment->title, terms, assignment->note != NULL ? "\n" : "",
                                         assignment->note != NULL ? assignment->note : "");
    }
  column = add_column (model, C_("column", "Handed in"), NULL, 84, 0);
  column->expand = TRUE;
}

/* Entries --------------------------------------------------------------------------------------------------------- */

static void
lay_over (FfClassModel *model, gconstpointer data)
{
  const FfHandInChange *change = data;
  FfClassFigures *figures = ff_class_model_get_figures (model);
  const FfClassTrainee *trainee = ff_class_model_find_trainee (model, change->enrolment_id);

  for (guint i = 0; trainee != NULL && i < figures->assignments->len; i++)
    if (((const FfAssignment *) g_ptr_array_index (figures->assignments, i))->id == change->assignment_id)
      ff_class_figures_enter_hand_in (figures, trainee, i, change->clear ? NULL : &change->entry);
}

static void
ff_hand_ins_model_grid_init (FfGridModelInterface *iface)
{
  ff_hand_ins_model_init_cells (iface);
  ff_hand_ins_model_init_edit (iface);
}

static void
ff_hand_ins_model_class_init (FfHandInsModelClass *klass)
{
  FfClassModelClass *model_class = FF_CLASS_MODEL_CLASS (klass);

  model_class->describe = describe;
  model_class->build_columns = build_columns;
  model_class->lay_over = lay_over;
}

static void
ff_hand_ins_model_init (FfHandInsModel *self)
{
}

FfHandInsModel *
ff_hand_ins_model_new (void)
{
  return g_object_new (FF_TYPE_HAND_INS_MODEL, NULL);
}
