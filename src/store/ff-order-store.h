/* Lists that people keep in an order of their own: the tables with a position that belong to no project, class or course. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ORDER_LAYER,
  FF_ORDER_GRADE,
  FF_ORDER_LEAVE_KIND,
  FF_ORDER_ZONE,  /* among those of its venue */
  FF_ORDER_RATER, /* among those of its class */
  FF_ORDER_COMMENT_PHRASE,
  FF_ORDER_CAUSE,  /* among those with the same parent */
  FF_ORDER_ACTION, /* among those of its cycle in the same phase */
} FfOrderTable;

/* Puts a row at @position (from 0) of its list; beyond the end is the end. Only rows that change their place are written. */
gboolean ff_order_store_move (FfDb *db, FfOrderTable table, gint64 id, int position, GError **error);

G_END_DECLS
