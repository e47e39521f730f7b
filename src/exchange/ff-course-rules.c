#include "config.h"

#include "ff-course-rules.h"

#include "ff-criteria-json.h"
#include "ff-questionnaire-json.h"
#include "ff-test-json.h"

#define FORMAT 1 /* of the file */
#define ANY .min = -1e12, .max = 1e12
#define PERCENT .min = 0, .max = 100, .decimals = 2
#define DAYS .min = 0, .max = 3650

static const char *const syllabus_kinds[] = { "lecture", "section", "topic", "exercise", "case", "discussion", "deliverable", "homework",
                                              "break", NULL };
static const char *const need_kinds[] = { "background", "pain_point", "need", "gap", NULL };
static const char *const bases[] = { "sessions", "minutes", NULL };
static const char *const roundings[] = { "down", "nearest", "up", NULL };
static const char *const sources[] = { "manual", "rubric", "test", "attendance", "commitment", NULL };
static const char *const attempts[] = { "capped", "best", "last", NULL };
static const char *const commitment_kinds[] = { "card", "seven_day", "micro_plan", "project", NULL };
static const char *const directions[] = { "up", "down", NULL };
static const char *const target_kinds[] = { "relative", "points", "value", NULL };
static const char *const actual_kinds[] = { "latest", "mean", "last_n", NULL };
static const char *const charts[] = { "run", "individuals", "proportion", NULL };

static const FfJsonShape syllabus_shape, component_shape;

static const FfJsonRule syllabus_rules[] = {
  { "kind", FF_JSON_WORD, "What the item is.", .required = TRUE, .words = syllabus_kinds },
  { "title", FF_JSON_TEXT, "Its title.", .required = TRUE },
  { "minutes", FF_JSON_INTEGER, "How long it takes.", .min = 0, .max = 100000 },
  { "layer", FF_JSON_TEXT, "The key of the layer that it is for; without it, everybody." },
  { "made_to_order", FF_JSON_BOOLEAN, "Whether it is only for a class that asks for it." },
  { "children", FF_JSON_OBJECTS, "The items below it.", .shape = &syllabus_shape },
  { NULL },
};
static const FfJsonShape syllabus_shape = { "syllabus_item", syllabus_rules };

static const FfJsonRule attendance_rules[] = {
  { "grace_minutes", FF_JSON_INTEGER, "Later or earlier than this counts as absent; 15 without it.", .min = 0, .max = 1440 },
  { "max_absence_percent", FF_JSON_NUMBER, "More absence than this disqualifies; 20 without it.", PERCENT },
  { "base", FF_JSON_WORD, "What absence is counted in; sessions without it.", .words = bases },
  { "min_attended_percent", FF_JSON_NUMBER, "Less attendance than this disqualifies, whatever the reason; off without it.", PERCENT },
  { NULL },
};
static const FfJsonShape attendance_shape = { "attendance", attendance_rules };

static const FfJsonRule component_rules[] = {
  { "key", FF_JSON_TEXT, "Unique in the scheme, without a dot.", .required = TRUE },
  { "title", FF_JSON_TEXT, "What people read; the key without it." },
  { "weight", FF_JSON_NUMBER, "Its part of its group, in proportion to its siblings; required but of a pre-test.", .min = 0, .max = 1e6,
    .decimals = 2 },
  { "max", FF_JSON_NUMBER, "The most points of a component with marks; 100 without it. A rubric has the sum of its criteria.",
    .min = 0.01, .max = 1e6, .decimals = 2 },
  { "source", FF_JSON_WORD, "Where the mark comes from; manual without it.", .words = sources },
  { "level", FF_JSON_INTEGER, "The level of evaluation that it measures.", .min = 1, .max = 4 },
  { "pretest_of", FF_JSON_TEXT, "The key of the component that it is measured before; it then stands outside the total." },
  { "commitment_kind", FF_JSON_WORD, "The commitment whose submission gives the mark; card without it.", .words = commitment_kinds },
  { "attempts", FF_JSON_WORD, "Which attempt counts; capped without it: the last, at most the pass mark from the second on.",
    .words = attempts },
  { "drop_extremes", FF_JSON_BOOLEAN, "Whether the highest and lowest of five or more raters are dropped." },
  { "by_team", FF_JSON_BOOLEAN, "Whether a mark goes to each member of a team." },
  { "due_days", FF_JSON_INTEGER, "Days after the end of the class at which the mark is due.", DAYS },
  { "criteria", FF_JSON_OBJECTS, "What a rubric judges.", .shape = &ff_criterion_shape },
  { "items", FF_JSON_OBJECTS, "What a test asks; its mark then follows from the answers.", .shape = &ff_test_item_shape },
  { "components", FF_JSON_OBJECTS, "The components of a group.", .shape = &component_shape },
  { NULL },
};
static const FfJsonShape component_shape = { "component", component_rules };

static const FfJsonRule scheme_rules[] = {
  { "pass_mark", FF_JSON_NUMBER, "The total from which a trainee has passed; 60 without it.", PERCENT },
  { "good_mark", FF_JSON_NUMBER, "The total from which the grade is good; 80 without it.", PERCENT },
  { "excellent_mark", FF_JSON_NUMBER, "The total from which the grade is excellent; 90 without it.", PERCENT },
  { "award_percent", FF_JSON_NUMBER, "The share of the ranked trainees that an award goes to; 20 without it, 0 for none.", PERCENT },
  { "award_rounding", FF_JSON_WORD, "How the number of awards is rounded; down without it.", .words = roundings },
  { "components", FF_JSON_OBJECTS, "What makes the total.", .shape = &component_shape },
  { NULL },
};
static const FfJsonShape scheme_shape = { "scheme", scheme_rules };

static const FfJsonRule behaviour_rules[] = {
  { "days", FF_JSON_INTEGER, "Days after the class at which behaviour is looked at; 30 without it.", DAYS },
  { "applied_target_percent", FF_JSON_NUMBER, "How many are to apply what they learned; 85 without it.", PERCENT },
  { "submitted_target_percent", FF_JSON_NUMBER, "How many are to hand in a plan; 100 without it.", PERCENT },
  { NULL },
};
static const FfJsonShape behaviour_shape = { "behaviour", behaviour_rules };

static const FfJsonRule metric_rules[] = {
  { "key", FF_JSON_TEXT, "Unique in the course.", .required = TRUE },
  { "title", FF_JSON_TEXT, "What people read; the key without it." },
  { "unit", FF_JSON_TEXT, "Of its values." },
  { "direction", FF_JSON_WORD, "Which way is better; up without it.", .words = directions },
  { "baseline", FF_JSON_NUMBER, "Its value before the training.", ANY, .decimals = 6 },
  { "target_kind", FF_JSON_WORD, "How the target is meant: percent better than the baseline, points better, or the value itself.",
    .words = target_kinds },
  { "target", FF_JSON_NUMBER, "What is aimed at.", ANY, .decimals = 6 },
  { "actual_by", FF_JSON_WORD, "Which of the values in the window counts; latest without it.", .words = actual_kinds },
  { "last_n", FF_JSON_INTEGER, "Of last_n: of how many values the mean is.", .min = 1, .max = 1000 },
  { "chart", FF_JSON_WORD, "How its values are drawn and judged; run without it.", .words = charts },
  { "formula", FF_JSON_TEXT, "How it is measured and where it comes from." },
  { "owner", FF_JSON_TEXT, "Who delivers the values." },
  { NULL },
};
static const FfJsonShape metric_shape = { "metric", metric_rules };

#define ITEM_ABOUT "The place of a syllabus item: 1.2 is the second one below the first."
#define LAYER_ABOUT "The key of the layer that it is for; without it, everybody."

static const FfJsonRule timetable_rules[] = {
  { "day", FF_JSON_INTEGER, "The teaching day, from 1.", .required = TRUE, .min = 1, .max = 366 },
  { "from", FF_JSON_TEXT, "When it begins: 09:00.", .required = TRUE },
  { "to", FF_JSON_TEXT, "When it ends.", .required = TRUE },
  { "title", FF_JSON_TEXT, "What people read; that of the item or the activity without it." },
  { "activity", FF_JSON_TEXT, "What is done: talk, discussion, exercise, case, role_play, test, ceremony, break, or words of your own." },
  { "item", FF_JSON_TEXT, ITEM_ABOUT },
  { "layer", FF_JSON_TEXT, LAYER_ABOUT },
  { NULL },
};
static const FfJsonShape timetable_shape = { "slot", timetable_rules };

static const FfJsonRule goal_rules[] = {
  { "level", FF_JSON_INTEGER, "The level that it is on; without it, of the whole.", .min = 1, .max = 4 },
  { "layer", FF_JSON_TEXT, LAYER_ABOUT },
  { "text", FF_JSON_TEXT, "What is to be reached.", .required = TRUE },
  { NULL },
};
static const FfJsonShape goal_shape = { "goal", goal_rules };

static const FfJsonRule need_rules[] = {
  { "kind", FF_JSON_WORD, "What it is.", .required = TRUE, .words = need_kinds },
  { "layer", FF_JSON_TEXT, "The key of the layer that has it; without it, all." },
  { "text", FF_JSON_TEXT, "What was found.", .required = TRUE },
  { "source", FF_JSON_TEXT, "Where it is known from." },
  { "percent", FF_JSON_NUMBER, "The share of those asked.", PERCENT },
  { "item", FF_JSON_TEXT, "The place of the syllabus item that answers it." },
  { NULL },
};
static const FfJsonShape need_shape = { "need", need_rules };

static const FfJsonRule deliverable_rules[] = {
  { "title", FF_JSON_TEXT, "What participants produce.", .required = TRUE },
  { "edition", FF_JSON_TEXT, "Its edition; 1.0 without it." },
  { "item", FF_JSON_TEXT, "The place of the syllabus item in which it is made." },
  { "issued_on", FF_JSON_TEXT, "When this edition was handed out, YYYY-MM-DD." },
  { "note", FF_JSON_TEXT, "Whatever else is to be known." },
  { NULL },
};
static const FfJsonShape deliverable_shape = { "deliverable", deliverable_rules };

static const FfJsonRule course_rules[] = {
  { "code", FF_JSON_TEXT, "The key of the course.", .required = TRUE },
  { "title", FF_JSON_TEXT, "Its title.", .required = TRUE },
  { "category", FF_JSON_TEXT, "What sort of training it is." },
  { "background", FF_JSON_TEXT, "Why it is held." },
  { "benefits", FF_JSON_TEXTS, "What trainees can do afterwards." },
  { "audience", FF_JSON_TEXT, "Whom it is for." },
  { "method", FF_JSON_TEXT, "How it is taught." },
  { "hours", FF_JSON_NUMBER, "How long it takes.", .min = 0, .max = 10000, .decimals = 2 },
  { "syllabus", FF_JSON_OBJECTS, "Its content as a tree.", .shape = &syllabus_shape },
  { "attendance", FF_JSON_OBJECT, "When absence disqualifies.", .shape = &attendance_shape },
  { "scheme", FF_JSON_OBJECT, "How trainees are marked.", .shape = &scheme_shape },
  { "questionnaires", FF_JSON_OBJECTS, "What trainees are asked.", .shape = &ff_questionnaire_shape },
  { "behaviour", FF_JSON_OBJECT, "Level 3.", .shape = &behaviour_shape },
  { "metrics", FF_JSON_OBJECTS, "Level 4.", .shape = &metric_shape },
  { "results_days", FF_JSON_INTEGER, "Days after the class up to which values count for level 4; 90 without it.", DAYS },
  { "learning_target_percent", FF_JSON_NUMBER, "How many are to pass, for level 2.", PERCENT },
  { "interview_percent", FF_JSON_NUMBER, "How many are drawn for an interview; 10 without it.", PERCENT },
  { "timetable", FF_JSON_OBJECTS, "Its days to the minute.", .shape = &timetable_shape },
  { "needs", FF_JSON_OBJECTS, "What the need for it is known from, layer by layer, and what answers it.", .shape = &need_shape },
  { "goals", FF_JSON_OBJECTS, "What is to be reached.", .shape = &goal_shape },
  { "deliverables", FF_JSON_OBJECTS, "What participants produce, each edition by itself.", .shape = &deliverable_shape },
  { NULL },
};
const FfJsonShape ff_course_shape = { "course", course_rules };

static const FfJsonRule document_rules[] = {
  { "fourfold", FF_JSON_INTEGER, "The version of this format.", .min = FORMAT, .max = FORMAT },
  { "course", FF_JSON_OBJECT, "The course.", .required = TRUE, .shape = &ff_course_shape },
  { NULL },
};
const FfJsonShape ff_course_document_shape = { NULL, document_rules };
