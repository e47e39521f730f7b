/* What the files of the evaluation's figures share: each reads and computes one level. */
#pragma once

#include "ff-budget-figures.h"
#include "ff-evaluation-figures.h"
#include "ff-evaluation-store.h"

G_BEGIN_DECLS

typedef struct
{
  FfDb *db;
  FfEvaluationFigures *figures;
  FfEvaluation aims;
  FfDay today;
  gboolean without_answers; /* questionnaires are read, what was answered is not */
  GHashTable *excluded[4]; /* enrolment ids (gint64 *) that are taken out of level n, at n − 1 */
} FfEvaluationReader;

/* @level: 1 … 4. */
gboolean ff_evaluation_is_excluded (const FfEvaluationReader *reader, int level, const FfClassTrainee *trainee);
/* The enrolled who are not taken out of the level. */
guint ff_evaluation_count_expected (const FfEvaluationReader *reader, int level);

/* Sets the day on which the level is due, @days after the end of the class. */
void ff_evaluation_set_due (const FfEvaluationReader *reader, FfLevel *level, int days);
/* Says the state of a level from what stands in it and from @met, what it comes to once it is due. */
void ff_evaluation_conclude (FfLevel *level, FfMet met);
/* That it waits for something; the first that is said stays. */
void ff_evaluation_lack (FfLevel *level, FfLevelMissing missing, guint n);

/* Every questionnaire to its place, before the levels are concluded. */
gboolean ff_evaluation_read_questionnaires (FfEvaluationReader *reader, GError **error);
gboolean ff_evaluation_read_reaction (FfEvaluationReader *reader, GError **error);
/* @first: the questionnaire that decides level 1, of which only the counts, mean, target and suppression are looked at; NULL: there is none.
   The level knows its day. */
void ff_evaluation_conclude_reaction (FfLevel *level, const FfQuestionnaireFigures *first);
void ff_reaction_level_clear (FfReactionLevel *level);

gboolean ff_evaluation_read_learning (FfEvaluationReader *reader, GError **error);
void ff_learning_level_clear (FfLearningLevel *level);

gboolean ff_evaluation_read_behaviour (FfEvaluationReader *reader, GError **error);
void ff_behaviour_level_clear (FfBehaviourLevel *level);

/* @budget: what training costs where nobody entered it. */
gboolean ff_evaluation_read_results (FfEvaluationReader *reader, const FfBudgetFigures *budget, GError **error);
void ff_results_level_clear (FfResultsLevel *level);

/* A class as ff_evaluation_figures_read () reads it, but with questionnaires that nobody answered: level 1 says nothing. */
FfEvaluationFigures *ff_evaluation_read_without_answers (FfDb *db, gint64 run_id, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
