/* Everything that is told of a project: the page, the report and any export print this one struct. */
#pragma once

#include "ff-budget-figures.h"
#include "ff-projects.h"
#include "ff-runs.h"

G_BEGIN_DECLS

/* How far a list of tasks is. */
typedef struct
{
  int all;
  int done;
  int overdue; /* open, and due before today */
} FfTaskCount;

/* A class of the project. */
typedef struct
{
  FfRun *run;
  gint64 hours;   /* class hours of its sessions that are not cancelled, hundredths */
  gint64 planned; /* of its budget, hundredths; -1: no line says */
  gint64 actual;
  FfTaskCount tasks;
} FfProjectClass;

typedef struct
{
  FfProject *project;
  FfDay today;
  GPtrArray *findings; /* FfFinding */
  GPtrArray *goals;    /* FfGoal */
  GPtrArray *stages;   /* FfStage */
  GPtrArray *tasks;    /* FfTask of the project itself */
  GPtrArray *duties;   /* FfDuty */
  GPtrArray *classes;  /* FfProjectClass by first day, cancelled ones too */

  int people;        /* different ones, enrolled in classes that are not cancelled */
  int seats;         /* who takes two classes counts twice */
  gint64 hours;      /* of the classes that are not cancelled */
  int sessions;      /* of them */
  int held;
  FfTaskCount count; /* the project's own tasks and those of its classes, cancelled ones left out */
  FfBudgetFigures *budget; /* the project's own lines and those of its classes, each once */
} FfProjectFigures;

/* FF_ERROR_NOT_FOUND for an unknown project. */
FfProjectFigures *ff_project_figures_read (FfDb *db, gint64 project_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_project_figures_free (FfProjectFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfProjectFigures, ff_project_figures_free)

/* The tasks of a stage; @stage_id 0: those of no stage. */
GPtrArray *ff_project_figures_list_tasks (const FfProjectFigures *self, gint64 stage_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
