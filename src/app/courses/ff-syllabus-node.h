/* One item of a syllabus as a row of a tree. */
#pragma once

#include "ff-courses.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define FF_TYPE_SYLLABUS_NODE (ff_syllabus_node_get_type ())
G_DECLARE_FINAL_TYPE (FfSyllabusNode, ff_syllabus_node, FF, SYLLABUS_NODE, GObject)

/* The items at the root of @course as a list of nodes; each node lists its children. Lectures and sections are numbered. */
GListModel *ff_syllabus_node_list (const FfCourse *course) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the item with this id out of a list of nodes, or out of those below them; the others stay as they are. */
gboolean ff_syllabus_node_remove (GListModel *nodes, gint64 id);

gint64 ff_syllabus_node_get_id (FfSyllabusNode *self);
const char *ff_syllabus_node_get_number (FfSyllabusNode *self); /* "", "2", "2.1" */
const FfSyllabusItem *ff_syllabus_node_get_item (FfSyllabusNode *self);
/* NULL if there are none. */
GListModel *ff_syllabus_node_get_children (FfSyllabusNode *self);
/* The item's own minutes, or the sum of its children's; −1: not said. */
int ff_syllabus_node_get_minutes (FfSyllabusNode *self);
/* What its children take together; −1: there are none, or none says it. */
int ff_syllabus_node_sum_children (FfSyllabusNode *self);

G_END_DECLS
