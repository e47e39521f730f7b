#include "config.h"

#include "ff-class-model.h"

#include <string.h>

#include "ff-name-key.h"

typedef struct
{
  FfClassFigures *figures; /* the caller's */
  gboolean writable;
  char *department;
  char *team;
  char *search;    /* folded; NULL: all */
  char *structure; /* what the columns and rows were built from */

  GArray *rows;       /* int, index of a trainee */
  GPtrArray *columns; /* FfGridColumn */
  GPtrArray *pending; /* GArray of entries, in the order of entry */
} FfClassModelPrivate;

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void ff_class_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FfClassModel, ff_class_model, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (FfClassModel)
                                  G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_class_model_grid_init))

#define PRIVATE(self) ((FfClassModelPrivate *) ff_class_model_get_instance_private ((FfClassModel *) (self)))

/* Rows and structure ------------------------------------------------------------------------------------------ */

static guint
count_trainees (const FfClassModelPrivate *priv)
{
  return priv->figures != NULL ? priv->figures->trainees->len : 0;
}

static FfClassTrainee *
trainee_at (const FfClassModelPrivate *priv, guint index)
{
  return g_ptr_array_index (priv->figures->trainees, index);
}

static gboolean
matches (const FfClassModelPrivate *priv, const FfClassTrainee *trainee)
{
  if (priv->department != NULL && g_strcmp0 (priv->department, trainee->department) != 0)
    return FALSE;
  if (priv->team != NULL && g_strcmp0 (priv->team, trainee->team) != 0)
    return FALSE;

  return priv->search == NULL || strstr (trainee->search_key, priv->search) != NULL;
}

static void
build_rows (FfClassModelPrivate *priv)
{
  g_array_set_size (priv->rows, 0);
  for (int i = 0; i < (int) count_trainees (priv); i++)
    {
      if (matches (priv, trainee_at (priv, (guint) i)))
        g_array_append_val (priv->rows, i);
    }
}

static char *
describe_structure (FfClassModel *self)
{
  FfClassModelPrivate *priv = PRIVATE (self);
  GString *text = g_string_new (NULL);

  if (priv->figures == NULL)
    return g_string_free (text, FALSE);

  for (guint i = 0; i < count_trainees (priv); i++)
    {
      const FfClassTrainee *t = trainee_at (priv, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", t->enrolment_id, t->name);
    }
  g_string_append_printf (text, "%s\n%s\n%s\n", priv->department != NULL ? priv->department : "", priv->team != NULL ? priv->team : "",
                          priv->search != NULL ? priv->search : "");
  FF_CLASS_MODEL_GET_CLASS (self)->describe (self, text);

  return g_string_free (text, FALSE);
}

void
ff_class_model_rebuild (FfClassModel *self)
{
  FfClassModelPrivate *priv = PRIVATE (self);
  g_autofree char *structure = describe_structure (self);

  if (g_strcmp0 (structure, priv->structure) == 0)
    {
      ff_grid_model_cells_changed (FF_GRID_MODEL (self), 0, (int) priv->rows->len);
      return;
    }

  g_free (priv->structure);
  priv->structure = g_steal_pointer (&structure);
  g_ptr_array_set_size (priv->columns, 0);
  if (priv->figures != NULL)
    FF_CLASS_MODEL_GET_CLASS (self)->build_columns (self);
  build_rows (priv);
  ff_grid_model_structure_changed (FF_GRID_MODEL (self));
}

static void
refresh (FfClassModel *self)
{
  FfClassModelClass *klass = FF_CLASS_MODEL_GET_CLASS (self);

  if (klass->computed != NULL)
    klass->computed (self);
  ff_class_model_rebuild (self);
}

FfGridColumn *
ff_class_model_add_column (FfClassModel *self, FfGridColumn *column)
{
  g_ptr_array_add (PRIVATE (self)->columns, column);

  return column;
}

FfGridColumn *
ff_class_model_get_column (FfClassModel *self, int column)
{
  return g_ptr_array_index (PRIVATE (self)->columns, column);
}

static const char *
get_longer (const char *text, const char *other)
{
  if (text == NULL || other == NULL)
    return text != NULL ? text : other;

  return g_utf8_strlen (other, -1) > g_utf8_strlen (text, -1) ? other : text;
}

const char *
ff_class_model_get_longest_name (FfClassModel *self)
{
  FfClassModelPrivate *priv = PRIVATE (self);
  const char *longest = NULL;

  for (guint i = 0; i < count_trainees (priv); i++)
    longest = get_longer (longest, trainee_at (priv, i)->name);

  return longest;
}

const char *
ff_class_model_get_longest_department (FfClassModel *self)
{
  FfClassModelPrivate *priv = PRIVATE (self);
  const char *longest = NULL;

  for (guint i = 0; i < count_trainees (priv); i++)
    longest = get_longer (longest, trainee_at (priv, i)->department);

  return longest;
}

/* Entries ----------------------------------------------------------------------------------------------------- */

static void
lay_over (FfClassModel *self, const GArray *entries)
{
  gsize size = g_array_get_element_size ((GArray *) entries);

  for (guint i = 0; i < entries->len; i++)
    FF_CLASS_MODEL_GET_CLASS (self)->lay_over (self, entries->data + i * size);
}

void
ff_class_model_enter (FfClassModel *self, const char *label, GArray *entries, const char *said)
{
  FfClassModelPrivate *priv = PRIVATE (self);

  lay_over (self, entries);
  ff_class_figures_update (priv->figures);
  g_ptr_array_add (priv->pending, g_array_ref (entries));
  refresh (self);
  g_signal_emit (self, signals[ENTERED], 0, label, entries, said);
}

void
ff_class_model_settle (FfClassModel *self, GArray *entries)
{
  g_return_if_fail (FF_IS_CLASS_MODEL (self));

  g_ptr_array_remove (PRIVATE (self)->pending, entries);
}

/* The grid's questions ---------------------------------------------------------------------------------------- */

static int
get_n_rows (FfGridModel *model)
{
  return (int) PRIVATE (model)->rows->len;
}

static int
get_n_columns (FfGridModel *model)
{
  return (int) PRIVATE (model)->columns->len;
}

static const FfGridColumn *
get_column (FfGridModel *model, int column)
{
  return ff_class_model_get_column (FF_CLASS_MODEL (model), column);
}

static char *
get_row_title (FfGridModel *model, int row)
{
  return g_strdup (ff_class_model_get_trainee (FF_CLASS_MODEL (model), row)->name);
}

static void
ff_class_model_grid_init (FfGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_row_title = get_row_title;
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_class_model_finalize (GObject *object)
{
  FfClassModelPrivate *priv = PRIVATE (object);

  g_free (priv->department);
  g_free (priv->team);
  g_free (priv->search);
  g_free (priv->structure);
  g_array_unref (priv->rows);
  g_ptr_array_unref (priv->columns);
  g_ptr_array_unref (priv->pending);

  G_OBJECT_CLASS (ff_class_model_parent_class)->finalize (object);
}

static void
ff_class_model_class_init (FfClassModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_class_model_finalize;

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_ARRAY, G_TYPE_STRING);
}

static void
ff_class_model_init (FfClassModel *self)
{
  FfClassModelPrivate *priv = PRIVATE (self);

  priv->rows = g_array_new (FALSE, FALSE, sizeof (int));
  priv->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_grid_column_free);
  priv->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

void
ff_class_model_set_figures (FfClassModel *self, FfClassFigures *figures)
{
  FfClassModelPrivate *priv = PRIVATE (self);

  g_return_if_fail (FF_IS_CLASS_MODEL (self));

  priv->figures = figures;
  if (figures != NULL && priv->pending->len > 0)
    {
      for (guint i = 0; i < priv->pending->len; i++)
        lay_over (self, g_ptr_array_index (priv->pending, i));
      ff_class_figures_update (figures);
    }
  refresh (self);
}

FfClassFigures *
ff_class_model_get_figures (FfClassModel *self)
{
  g_return_val_if_fail (FF_IS_CLASS_MODEL (self), NULL);

  return PRIVATE (self)->figures;
}

void
ff_class_model_set_writable (FfClassModel *self, gboolean writable)
{
  g_return_if_fail (FF_IS_CLASS_MODEL (self));

  PRIVATE (self)->writable = writable;
}

gboolean
ff_class_model_is_writable (FfClassModel *self)
{
  g_return_val_if_fail (FF_IS_CLASS_MODEL (self), FALSE);

  return PRIVATE (self)->writable;
}

void
ff_class_model_set_search (FfClassModel *self, const char *search)
{
  FfClassModelPrivate *priv = PRIVATE (self);

  g_return_if_fail (FF_IS_CLASS_MODEL (self));

  g_free (priv->search);
  priv->search = ff_name_fold (search);
  ff_class_model_rebuild (self);
}

void
ff_class_model_set_department (FfClassModel *self, const char *department)
{
  FfClassModelPrivate *priv = PRIVATE (self);

  g_return_if_fail (FF_IS_CLASS_MODEL (self));

  g_free (priv->department);
  priv->department = g_strdup (department);
  ff_class_model_rebuild (self);
}

void
ff_class_model_set_team (FfClassModel *self, const char *team)
{
  FfClassModelPrivate *priv = PRIVATE (self);

  g_return_if_fail (FF_IS_CLASS_MODEL (self));

  g_free (priv->team);
  priv->team = g_strdup (team);
  ff_class_model_rebuild (self);
}

FfClassTrainee *
ff_class_model_get_trainee (FfClassModel *self, int row)
{
  FfClassModelPrivate *priv = PRIVATE (self);

  g_return_val_if_fail (FF_IS_CLASS_MODEL (self), NULL);

  if (row < 0 || row >= (int) priv->rows->len)
    return NULL;

  return trainee_at (priv, (guint) g_array_index (priv->rows, int, row));
}

int
ff_class_model_get_number (FfClassModel *self, int row)
{
  g_return_val_if_fail (FF_IS_CLASS_MODEL (self), 0);

  return g_array_index (PRIVATE (self)->rows, int, row) + 1;
}

FfClassTrainee *
ff_class_model_find_trainee (FfClassModel *self, gint64 enrolment_id)
{
  FfClassModelPrivate *priv = PRIVATE (self);

  g_return_val_if_fail (FF_IS_CLASS_MODEL (self), NULL);

  for (guint i = 0; i < count_trainees (priv); i++)
    {
      if (trainee_at (priv, i)->enrolment_id == enrolment_id)
        return trainee_at (priv, i);
    }

  return NULL;
}
