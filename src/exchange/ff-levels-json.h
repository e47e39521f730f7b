/* The four levels of a class as a member of its JSON document (HEADLESS, 2). */
#pragma once

#include "ff-evaluation-figures.h"
#include "ff-json-writer.h"

G_BEGIN_DECLS

/* Writes the member "levels" into the object that is open. */
void ff_levels_json_write (FfJsonWriter *writer, const FfEvaluationFigures *figures);

G_END_DECLS
