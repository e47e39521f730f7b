/* A window in which one thing is made or edited. Each kind of thing brings a table of its fields and two functions; the window
   brings the form, the validation in place, and the way to the writer.

   A new thing is added by its button. An existing one has no Save button: each field is kept when the person leaves it, and
   what is refused stays visible with the reason below it until it is mended. */
#pragma once

#include <adwaita.h>

#include "ff-put.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  FF_FIELD_TEXT,
  FF_FIELD_SUGGEST, /* a text, with the values that are known already at hand */
  FF_FIELD_SUGGEST_MANY, /* several of them, separated by ; */
  FF_FIELD_CHOICE,
  FF_FIELD_DATE,
  FF_FIELD_TIME,
  FF_FIELD_NUMBER,
  FF_FIELD_SWITCH,  /* "1" or "0" */
  FF_FIELD_PARAGRAPH,
} FfFieldKind;

typedef struct
{
  const char *name;  /* as ff_put_error_field () names it */
  const char *title; /* untranslated, marked with N_ () */
  FfFieldKind kind;
  gboolean required; /* of a new one */
} FfEditorField;

/* The text of each field by its name. */
typedef GHashTable FfEditorValues;

/* What is to be known before something is saved, and ways to something better. */
typedef struct
{
  char *text;             /* a sentence: what would be instead */
  FfEditorValues *fields; /* what taking it fills in */
} FfEditorProposal;

typedef struct
{
  GPtrArray *sentences; /* char * */
  GPtrArray *proposals; /* FfEditorProposal */
} FfEditorNotice;

FfEditorNotice *ff_editor_notice_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_editor_notice_free (FfEditorNotice *notice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfEditorNotice, ff_editor_notice_free)
/* Takes both. */
void ff_editor_notice_propose (FfEditorNotice *notice, char *text, FfEditorValues *fields);

typedef struct
{
  const char *new_title;  /* N_ ("New Trainee") */
  const char *edit_title;
  const char *new_label;  /* of the batch, N_ ("Add a trainee") */
  const char *edit_label;
  const FfEditorField *fields;
  gsize n_fields;

  /* On the writer's thread: adds (@id 0) or changes. @values holds every field; the use case sees what differs. @context is what ff_editor_open () was given. */
  FfPut (*put) (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error);
  /* Sentences about what was just put that seldom are meant, though they are stored; on the writer's thread. NULL: none ever. */
  GPtrArray *(*remark) (FfDb *db, gint64 id, gint64 context, GError **error);
  /* What stands against what the form holds now, after a pause in typing; on a reader's thread. NULL: nothing ever. */
  FfEditorNotice *(*preview) (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error);
  /* The preview says what would be, and nothing against it. */
  gboolean informs;
  /* Whether a field means anything with these values; NULL: each always does. One that means nothing is neither shown nor required. */
  gboolean (*shows) (const char *field, FfEditorValues *values);
  /* On the main thread: fills @values with what is stored (or, for @id 0, with sensible defaults). */
  gboolean (*load) (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error);
  /* The choices or suggestions of a field: FfChoice; a choice is kept by its key, or by its title when it has none. May be NULL. */
  GPtrArray *(*choices) (FfDb *db, gint64 context, const char *field, GError **error);
  /* Of a new one, after @field was filled: puts what follows from it into @suggestions, for fields that the person has left alone. May be
     NULL. */
  void (*suggest) (FfDb *db, const char *field, const char *text, FfEditorValues *suggestions);
  /* Takes an existing one away, on the writer's thread; the form then has a button for it. NULL: it cannot be deleted here. */
  gboolean (*delete) (FfDb *db, gint64 id, gint64 context, GError **error);
  const char *delete_label;   /* of the batch, and of the button: N_ ("Delete Trainee") */
  const char *deleted;        /* of the toast, N_ ("Trainee deleted") */
  const char *confirm_label;  /* of the button of a new one, N_ (); NULL: "Add" */
} FfEditorKind;

/* The id of what there is once for each context, whether it is stored yet or not. */
#define FF_EDITOR_ONLY_ONE 1

#define FF_TYPE_EDITOR (ff_editor_get_type ())
G_DECLARE_FINAL_TYPE (FfEditor, ff_editor, FF, EDITOR, AdwWindow)

/* Signals: saved (gint64 id): after something was added or changed; deleted (). */

/* Opens over @parent. @id 0 makes a new one; @context is the thing it belongs to (a session's class), 0 if none.
   The window owns itself. */
FfEditor *ff_editor_open (GtkWidget *parent, FfWorkspace *workspace, const FfEditorKind *kind, gint64 id, gint64 context);

/* The same with values that are known already in place of what would be suggested; @preset is taken over. */
FfEditor *ff_editor_open_with (GtkWidget *parent, FfWorkspace *workspace, const FfEditorKind *kind, gint64 id, gint64 context,
                               FfEditorValues *preset);
FfEditorValues *ff_editor_values_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* NULL for a field that the kind lacks. */
const char *ff_editor_values_get (FfEditorValues *values, const char *name);
/* Takes a copy; NULL becomes "". */
void ff_editor_values_set (FfEditorValues *values, const char *name, const char *text);

G_END_DECLS
