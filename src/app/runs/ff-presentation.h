/* What of a class may stand on a beamer: names, teams, who has checked in today, and how many are assessed. Nothing else of a person is in
   here, so that nothing else can be shown by mistake. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *team;    /* NULL: none */
  gboolean here; /* has checked in */
} FfPresentationPerson;

/* How far the assessment of one team, or of everybody, is in one component. */
typedef struct
{
  guint done; /* also those who need no mark, which is nobody's business */
  guint of;
} FfPresentationCount;

typedef struct
{
  char *title;   /* of the class */
  char *session; /* "Morning · 09:00–12:00 · Room 2"; of another day with its date; NULL: none is to come */
  gboolean register_open; /* the session is one of today: who is here is known */
  GPtrArray *people; /* FfPresentationPerson: those whom the session is meant for, by team, then by employee number */
  guint here;
  GPtrArray *components; /* char *: the titles of the leaves that people mark */
  GPtrArray *teams;      /* char * */
  FfPresentationCount *counts; /* teams × components, team by team */
} FfPresentation;

/* @now may be later than that of the figures: the session changes with it. */
FfPresentation *ff_presentation_new (const FfClassFigures *figures, FfMinute now) G_GNUC_WARN_UNUSED_RESULT;
void ff_presentation_free (FfPresentation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPresentation, ff_presentation_free)

G_END_DECLS
