/* What the files of the window for paper forms share: the pile, and typing a sample of it again. */
#pragma once

#include "ff-form-board.h"
#include "ff-form-entry-window.h"
#include "ff-form-rater.h"
#include "ff-responses.h"

G_BEGIN_DECLS

/* A form of this pile. Its place in it, which is on no file, is the only thing that tells which paper it is. */
typedef struct
{
  FfResponse *response; /* id 0: not kept yet */
  char *who;            /* NULL: no name */
  gboolean failed;
} FfPileForm;

struct _FfFormEntryWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  FfQuestionnaire *questionnaire;
  FfFormDraft *draft;
  GPtrArray *pile;  /* FfPileForm */
  guint at;         /* the place in the pile of the form being typed; its length: a new one */
  guint waiting;    /* forms on their way to the writer */
  int wanted;       /* the place to go to once they are kept; -1: where one is */
  GPtrArray *asked; /* FfAsked: whom a name can be chosen from; NULL: the questionnaire is anonymous */
  const FfAsked *found;

  /* An observation */
  gboolean observation;
  int wave;        /* of new forms */
  gboolean warned; /* that a second peer without a name changes the first one's form */
  gboolean setting;

  /* Typing again */
  GArray *sample;   /* guint places in the pile, in their order; NULL: no sample is being typed */
  guint sample_at;
  GArray *differing; /* guint places of the form whose answers differ */
  guint differing_at;
  FfEntryCheck check;

  AdwWindowTitle *title;
  GtkLabel *warning;
  GtkWidget *person_box;
  GtkEditable *person;
  GtkLabel *person_found;
  FfFormRater *rater;
  GtkWidget *look_box;
  GtkDropDown *look;
  GtkLabel *counter;
  GtkLabel *signs;
  GtkLabel *last;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  FfFormBoard *board;
  GtkButton *previous;
  GtkButton *again;
  GtkWidget *invalid;
  GtkLabel *compare_question;
  GtkLabel *compare_first;
  GtkLabel *compare_second;
  GtkLabel *done_text;
  GtkWidget *legend;
};

/* Keeps a form as the draft has it; @place in the pile, its length for a new one. */
void ff_form_entry_keep (FfFormEntryWindow *self, guint place, const FfResponse *response);
/* Shows the form at a place of the pile to be corrected, or an empty one. */
void ff_form_entry_go_to (FfFormEntryWindow *self, guint place);
void ff_form_entry_show_state (FfFormEntryWindow *self);
void ff_form_entry_show_person (FfFormEntryWindow *self);
/* It is known whose form it is: the questions are next, or what was complete before is kept. */
void ff_form_entry_go_on (FfFormEntryWindow *self);

/* ff-form-observation.c; nothing of it matters where behaviour is not observed */
gboolean ff_form_observation_is_one (const FfQuestionnaire *questionnaire);
void ff_form_observation_set_up (FfFormEntryWindow *self, FfOwner owner);
void ff_form_observation_begin (FfFormEntryWindow *self, const FfResponse *kept);
/* Going back from the first question, to whose form it is. */
gboolean ff_form_observation_key (FfFormEntryWindow *self, guint keyval);
/* Whether another form of that trainee has the same rater and look. */
gboolean ff_form_observation_is_kept (FfFormEntryWindow *self, gint64 trainee_id);
void ff_form_observation_on_rater (FfFormEntryWindow *self);
void ff_form_observation_on_look (FfFormEntryWindow *self);
/* Says so, and asks for it. */
gboolean ff_form_observation_lacks_rater (FfFormEntryWindow *self);

/* ff-form-check.c */
void ff_form_check_begin (FfFormEntryWindow *self);
/* The form of the sample was typed to its end. */
void ff_form_check_compare (FfFormEntryWindow *self);
gboolean ff_form_check_key (FfFormEntryWindow *self, guint keyval);
void ff_form_check_choose (FfFormEntryWindow *self, gboolean second);
void ff_form_check_stop (FfFormEntryWindow *self);

G_END_DECLS
