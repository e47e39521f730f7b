/* What the files of the syllabus pane share: the pane itself, editing in place, dragging. */
#pragma once

#include "ff-syllabus-edit.h"
#include "ff-syllabus-pane.h"
#include "ff-syllabus-row.h"

G_BEGIN_DECLS

/* The id under which an item is shown that is not added yet. */
#define FF_SYLLABUS_NEW_ID (-1)

struct _FfSyllabusPane
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  FfCourse *course;
  GtkLabel *summary;
  GtkStack *stack;
  GtkListView *view;
  GtkScrolledWindow *scrolled;
  GtkMenuButton *menu_button;
  GtkWidget *context_menu;       /* a popover of the view's */
  GtkSingleSelection *selection; /* NULL until a course is shown */
  GListModel *nodes;             /* FfSyllabusNode at the root */
  GHashTable *folded;            /* item id → itself */
  GHashTable *rows;              /* item id → the FfSyllabusRow that shows it */
  GSimpleActionGroup *actions;
  GtkEventController *keys;      /* of the window, while the pane is in one */
  gint64 wanted;                 /* the item to select when it appears; 0: the one selected before */
  gboolean rebuilding;
  guint scroll_source;           /* brings what is worked on into sight */

  gint64 edited;                 /* the item whose title is edited, FF_SYLLABUS_NEW_ID, or 0 */
  FfSyllabusPlace place;         /* of the new one */
  char *typed;                   /* its title so far */
  gint64 go_on_after;            /* the item just added, behind which the next one is typed as soon as it is there; 0: none */

  GtkWidget *drop_row;           /* marked as the place where a drop would go */
};

/* ff-syllabus-pane.c */
gint64 ff_syllabus_pane_get_selected (FfSyllabusPane *self);
void ff_syllabus_pane_select (FfSyllabusPane *self, gint64 id);
/* Shows the course again, with the new item in its place. */
void ff_syllabus_pane_rebuild (FfSyllabusPane *self);
/* Gives the keyboard to the selected row. */
void ff_syllabus_pane_focus_row (FfSyllabusPane *self);
/* NULL when it is not there. */
const FfSyllabusItem *ff_syllabus_pane_find_item (FfSyllabusPane *self, gint64 id);
/* The list's widget of an item, which takes the keyboard; NULL when it is out of sight. */
GtkWidget *ff_syllabus_pane_find_row (FfSyllabusPane *self, gint64 id);
/* Whether the keyboard is in the tree. */
gboolean ff_syllabus_pane_is_focused (FfSyllabusPane *self);

/* ff-syllabus-commands.c */
void ff_syllabus_pane_add_commands (FfSyllabusPane *self);
/* After the template is there. */
void ff_syllabus_pane_add_context_menu (FfSyllabusPane *self);
void ff_syllabus_pane_update_actions (FfSyllabusPane *self);
GMenuModel *ff_syllabus_pane_make_menu (FfSyllabusPane *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_syllabus_pane_key_pressed (FfSyllabusPane *self, guint key, guint code, GdkModifierType state);
void ff_syllabus_pane_row_activated (FfSyllabusPane *self);
/* One command about an item, or about a place for it, on the writer. */
void ff_syllabus_pane_move (FfSyllabusPane *self, FfSyllabusMove move);
void ff_syllabus_pane_place (FfSyllabusPane *self, gint64 id, FfSyllabusPlace place);

/* ff-syllabus-editing.c */
void ff_syllabus_pane_connect_row (FfSyllabusPane *self, FfSyllabusRow *row);
void ff_syllabus_pane_rename (FfSyllabusPane *self);
/* Begins a new item behind the selected one. */
void ff_syllabus_pane_add (FfSyllabusPane *self);
/* The keyboard goes to the row that is edited, if any; after the rows were made again. */
void ff_syllabus_pane_resume_editing (FfSyllabusPane *self);
/* The course with the new item in its place; NULL while none is being added. */
FfCourse *ff_syllabus_pane_make_preview (FfSyllabusPane *self) G_GNUC_WARN_UNUSED_RESULT;

/* ff-syllabus-drag.c */
void ff_syllabus_pane_make_draggable (FfSyllabusPane *self, FfSyllabusRow *row);

G_END_DECLS
