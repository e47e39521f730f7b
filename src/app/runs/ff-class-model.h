/* The trainees of a class as rows of a grid: which are shown, and what was entered and is not written yet. The register and the marks
   derive from it; they add columns, cells and what may be typed. */
#pragma once

#include "ff-class-figures.h"
#include "ff-grid-model.h"

G_BEGIN_DECLS

#define FF_TYPE_CLASS_MODEL (ff_class_model_get_type ())
G_DECLARE_DERIVABLE_TYPE (FfClassModel, ff_class_model, FF, CLASS_MODEL, GObject)

/* A subclass implements what is left of FfGridModel: row titles, cells, typing. Rows, columns and what is called when, are done here. */
struct _FfClassModelClass
{
  GObjectClass parent_class;

  /* Adds what columns and rows are built from, beside trainees, filter and search: while the text stays equal, a change is one of mere
     cells and leaves what is being typed alone. */
  void (*describe) (FfClassModel *self, GString *text);
  /* Fills the columns with ff_class_model_add_column (); they are empty. Not called without figures. */
  void (*build_columns) (FfClassModel *self);
  /* Puts one entry into the figures. */
  void (*lay_over) (FfClassModel *self, gconstpointer entry);
  /* Optional: the figures are others than before, or NULL; before anything is built from them. */
  void (*computed) (FfClassModel *self);
};

/* Signal "entered" (const char *label, GArray *entries, const char *said): cells were changed and are shown already; whoever writes
   them calls ff_class_model_settle () with the same array when that is done or refused. @said is what a toast says, NULL: nothing. */

/* @figures stay the caller's and must outlive the next call; entries that are not settled yet are laid over them. NULL: nothing. */
void ff_class_model_set_figures (FfClassModel *self, FfClassFigures *figures);
FfClassFigures *ff_class_model_get_figures (FfClassModel *self);
void ff_class_model_set_writable (FfClassModel *self, gboolean writable);
gboolean ff_class_model_is_writable (FfClassModel *self);
void ff_class_model_settle (FfClassModel *self, GArray *entries);

/* A part of a name, in characters or pinyin, or of a number. NULL or "": all. */
void ff_class_model_set_search (FfClassModel *self, const char *search);
/* NULL: all. */
void ff_class_model_set_department (FfClassModel *self, const char *department);
void ff_class_model_set_team (FfClassModel *self, const char *team);

/* NULL for a row that is not there. */
FfClassTrainee *ff_class_model_get_trainee (FfClassModel *self, int row);
/* The place of a row's trainee among all of the class, from 1: its number. */
int ff_class_model_get_number (FfClassModel *self, int row);
FfClassTrainee *ff_class_model_find_trainee (FfClassModel *self, gint64 enrolment_id);

/* For subclasses ------------------------------------------------------------------------------------------------------ */

/* Shows the entries, keeps them until they are settled, and emits "entered". */
void ff_class_model_enter (FfClassModel *self, const char *label, GArray *entries, const char *said);
/* Something that describe () tells of is different. */
void ff_class_model_rebuild (FfClassModel *self);
/* Takes @column and returns it. */
FfGridColumn *ff_class_model_add_column (FfClassModel *self, FfGridColumn *column);
/* To change what does not alter its width; the grid hears of it by ff_grid_update_headings (). */
FfGridColumn *ff_class_model_get_column (FfClassModel *self, int column);
/* The longest name, for the width of its column; NULL: nobody. */
const char *ff_class_model_get_longest_name (FfClassModel *self);
/* The same of the departments. */
const char *ff_class_model_get_longest_department (FfClassModel *self);

G_END_DECLS
