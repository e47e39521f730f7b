/* Reads the figures of the four levels in the background, of a class or a project. Who shows them asks for a reading whenever something
   has changed; an older reading under way is dropped. */
#pragma once

#include "ff-evaluation-figures.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_EVALUATION_READER (ff_evaluation_reader_get_type ())
G_DECLARE_FINAL_TYPE (FfEvaluationReader, ff_evaluation_reader, FF, EVALUATION_READER, GObject)

/* Signal: changed (): the figures were read again; earlier pointers into them are gone. */

FfEvaluationReader *ff_evaluation_reader_new (FfWorkspace *workspace, FfOwner owner) G_GNUC_WARN_UNUSED_RESULT;
void ff_evaluation_reader_read (FfEvaluationReader *self);
/* NULL until they were read for the first time, and when the owner is gone. */
const FfEvaluationFigures *ff_evaluation_reader_get_figures (FfEvaluationReader *self);

G_END_DECLS
