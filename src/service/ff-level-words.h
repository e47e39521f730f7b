/* What the figures of the four levels say, in plain words of the reader's language: whole sentences that are true of the unrounded numbers
   and claim no more than these allow. A shift is called one by the rule of the run chart alone, a return by complete figures alone, and
   nothing is said to have caused anything. */
#pragma once

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

/* Numbers as sentences, cards and tables write them: rounded half away from zero, with a typographic minus; "–" where undefined. */
char *ff_words_number (double value, int decimals) G_GNUC_WARN_UNUSED_RESULT;  /* 4.54 */
char *ff_words_signed (double value, int decimals) G_GNUC_WARN_UNUSED_RESULT;  /* +41, −3, 0 */
char *ff_words_percent (double value, int decimals) G_GNUC_WARN_UNUSED_RESULT; /* 93 % */
/* A value of no given precision, such as a metric's: as many decimals as it needs, at most 4. */
char *ff_words_plain (double value) G_GNUC_WARN_UNUSED_RESULT;
/* As many more decimals as it takes that @value does not read like @other, from which it differs: 84.96 beside a target of 85. */
int ff_words_decimals (double value, double other, int decimals);

/* In which of the languages that questionnaires are translated into their titles are read: "en", "zh_CN", "zh_TW"; NULL for another. */
const char *ff_words_language (void);

/* What a level says, the most important first: char *. Never empty. Two of them fit a card. */
GPtrArray *ff_level_words (const FfEvaluationFigures *figures, int level) G_GNUC_WARN_UNUSED_RESULT;
/* The first @n sentences as one text, 0: all of them. */
char *ff_words_join (GPtrArray *sentences, guint n) G_GNUC_WARN_UNUSED_RESULT;

/* On what a level rests, for the line beside its name: "27 of 28 forms"; NULL where nothing is asked. */
char *ff_level_words_basis (const FfEvaluationFigures *figures, int level) G_GNUC_WARN_UNUSED_RESULT;
/* What a level that is due still lacks, short enough for a tag: "2 marks missing"; NULL: nothing. */
char *ff_level_words_missing (const FfLevel *level) G_GNUC_WARN_UNUSED_RESULT;
/* Of a project, a class: which of both lacks a level's material, and what to do about it. */
char *ff_level_words_empty (int level) G_GNUC_WARN_UNUSED_RESULT;

/* One questionnaire: how many answered, its mean against the target, its weakest dimension, its NPS. */
GPtrArray *ff_questionnaire_words (const FfQuestionnaireFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* "27 of 28 forms" */
char *ff_questionnaire_words_forms (const FfQuestionnaireFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* The figure that stands for it: "index 712", "gap −0.66", "mean 4.54", "too few answers"; NULL: it has none. */
char *ff_questionnaire_words_headline (const FfQuestionnaireFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* Which few factors make most of the weakness. */
char *ff_words_vital_weaknesses (const FfQuestionnaireFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
/* "poor", "acceptable", "excellent"; "–" where it is not known. */
const char *ff_words_service_verdict (FfServiceVerdict verdict);
/* NULL where the score is not known. */
char *ff_nps_words (const FfNps *nps) G_GNUC_WARN_UNUSED_RESULT;
/* What the people who wrote both tests gained, and what that is worth by the usual rules of thumb. */
GPtrArray *ff_gain_words (const FfGain *gain) G_GNUC_WARN_UNUSED_RESULT;
/* "medium (0.3 to 0.7)" of a normalised gain (Hake 1998); "large (0.8 and more)" of an effect size (Cohen 1988); "–" where undefined. */
const char *ff_words_gain_band (double hake);
const char *ff_words_effect_band (double d);
/* "poor", "marginal" … */
const char *ff_words_discrimination_band (FfDiscriminationBand band);
GPtrArray *ff_test_words (const FfTestFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_log_words (const FfLogFigures *log) G_GNUC_WARN_UNUSED_RESULT;
/* Where it came from and whether it reached its target, whether its series shifted, what its unusual values lack, what is to compare. */
GPtrArray *ff_metric_words (const FfMetricFigures *metric) G_GNUC_WARN_UNUSED_RESULT;
/* The return, or what is missing to state one. */
GPtrArray *ff_roi_words (const FfResultsLevel *results) G_GNUC_WARN_UNUSED_RESULT;
/* How a target was put: "15 % above the baseline", "at least 36 points" …; NULL: there is none. */
char *ff_metric_target_words (const FfMetricFigures *metric) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
