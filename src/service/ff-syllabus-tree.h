/* The syllabus of a course as a tree that can be rearranged; private to the services. */
#pragma once

#include "ff-courses.h"

G_BEGIN_DECLS

/* The data of the nodes are items that the course still owns; the root has none. */
GNode *ff_syllabus_tree_new (const FfCourse *course) G_GNUC_WARN_UNUSED_RESULT;
/* NULL when there is none with this id. */
GNode *ff_syllabus_tree_find (GNode *root, gint64 id);
/* Orders the course's array as the tree stands, with the new items in it; those that are no longer in the tree are freed. Takes the tree. */
void ff_syllabus_tree_take (FfCourse *course, GNode *root);
/* From 0, of an item. */
int ff_syllabus_tree_depth (GNode *node);
/* After @node came to another place: lectures that are no longer at the root become sections, sections there lectures; also below it. */
void ff_syllabus_tree_fit_kinds (GNode *node);

G_END_DECLS
