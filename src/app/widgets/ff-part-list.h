/* The parts of a thing, as a titled card of rows: a trainer's qualifications, a class's materials, a project's goals. A row opens the
   editor of its kind; the card adds, deletes and (where a kind allows it) reorders by dragging or Alt+Up and Alt+Down. For lists that
   one reads at a glance; long ones are an FfListView. */
#pragma once

#include <adwaita.h>

#include "ff-editor.h"
#include "ff-tag.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

/* One row. */
typedef struct
{
  gint64 id;
  char *title;
  char *subtitle; /* NULL: none */
  char *value;    /* at the right: a count, an amount, a date; NULL: none */
  char *tag;      /* a word in a pill; NULL: none */
  FfTone tone;    /* of the tag */
  gboolean done;  /* of kinds that can be ticked */
  int level;      /* 1 to 4: its badge stands before the title; 0: none */
  char *group;    /* a heading above the first of those neighbours that have the same; NULL: none */
  char *step;     /* of kinds that can step: what the button is called; NULL: none on this row */
} FfPart;

FfPart *ff_part_new (gint64 id, const char *title, const char *subtitle) G_GNUC_WARN_UNUSED_RESULT;
void ff_part_free (FfPart *part);

typedef struct
{
  const char *title;  /* N_ (); of the card */
  const char *empty;  /* N_ (); what belongs here, when there is nothing */
  const char *add;    /* N_ (); of the button that adds; NULL: nothing is added here */
  const char *const *tables; /* NULL-terminated: a change of one of them reads the list again */
  /* FfPart of @owner, in order; on a reader's thread. */
  GPtrArray *(*list) (FfDb *db, gint64 owner, GError **error);
  /* Opened with @owner as its context. NULL: rows cannot be opened; then nothing is added either. */
  const FfEditorKind *editor;
  /* A row is announced by part-activated all the same, and the editor makes new parts alone. */
  gboolean announces;
  /* Puts a part at @position (from 0) among its siblings, on the writer's thread. NULL: the order is given. */
  gboolean (*move) (FfDb *db, gint64 owner, gint64 id, int position, GError **error);
  const char *move_label; /* of that batch, N_ () */
  /* Ticks a part or takes that back, on the writer's thread. NULL: nothing to tick. */
  gboolean (*tick) (FfDb *db, gint64 owner, gint64 id, gboolean done, GError **error);
  const char *tick_label;
  /* What the button of a row does that has one, on the writer's thread. NULL: no buttons. */
  gboolean (*step) (FfDb *db, gint64 owner, gint64 id, GError **error);
  const char *step_label;
  /* A line below the rows: a total, a warning; NULL for none. @parts are those shown. Main thread. */
  char *(*foot) (GPtrArray *parts, gint64 owner);
} FfPartKind;

#define FF_TYPE_PART_LIST (ff_part_list_get_type ())
G_DECLARE_FINAL_TYPE (FfPartList, ff_part_list, FF, PART_LIST, AdwBin)

/* Signal: part-activated (gint64 id), for kinds without an editor and those that announce. */

/* @owner 0 shows nothing. The card reads itself, now and whenever its tables change. */
GtkWidget *ff_part_list_new (FfWorkspace *workspace, const FfPartKind *kind, gint64 owner);
void ff_part_list_set_owner (FfPartList *self, gint64 owner);
guint ff_part_list_get_n_parts (FfPartList *self);

G_END_DECLS
