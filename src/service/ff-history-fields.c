#include "config.h"

#include "ff-history-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-courses.h"
#include "ff-findings.h"
#include "ff-improvement-actions.h"
#include "ff-improvements.h"
#include "ff-number.h"
#include "ff-places.h"
#include "ff-preparation.h"
#include "ff-questionnaire-edit.h"
#include "ff-register.h"
#include "ff-roster.h"
#include "ff-tasks.h"
#include "ff-unavailability.h"

static const FfHistoryTable tables[] = {
  { "attendance", "attendance", NC_ ("journal", "Attendance"), { "session_id" }, TRUE },
  { "attendance_rule", "attendance", NC_ ("journal", "Attendance rule"), { NULL }, FALSE },
  { "leave_kind", "settings", NC_ ("journal", "Kind of leave"), { "title" }, FALSE },
  { "mark", "marks", NC_ ("journal", "Mark"), { "component_id", "criterion_id" }, TRUE },
  { "exemption", "marks", NC_ ("journal", "Exemption"), { "component_id" }, TRUE },
  { "team_mark", "marks", NC_ ("journal", "Mark of a team"), { "team_id", "component_id", "criterion_id" }, TRUE },
  { "test_answer", "marks", NC_ ("journal", "Answer in a test"), { "item_id" }, TRUE },
  { "settlement", "marks", NC_ ("journal", "Settlement"), { NULL }, FALSE },
  { "settled_result", "marks", NC_ ("journal", "Settled result"), { NULL }, FALSE },
  { "rater", "marks", NC_ ("journal", "Rater"), { "name" }, FALSE },
  { "comment_phrase", "marks", NC_ ("journal", "Phrase for comments"), { "text" }, FALSE },
  { "scheme", "scheme", NC_ ("journal", "Scheme"), { NULL }, FALSE },
  { "component", "scheme", NC_ ("journal", "Component"), { "title" }, FALSE },
  { "criterion", "scheme", NC_ ("journal", "Criterion"), { "component_id", "title" }, FALSE },
  { "criterion_level", "scheme", NC_ ("journal", "Level of a criterion"), { "criterion_id", "title" }, FALSE },
  { "test_item", "scheme", NC_ ("journal", "Item of a test"), { "component_id", "title" }, FALSE },
  { "rubric", "scheme", NC_ ("journal", "Rubric"), { "title" }, FALSE },
  { "rubric_criterion", "scheme", NC_ ("journal", "Criterion of a rubric"), { "rubric_id", "title" }, FALSE },
  { "rubric_level", "scheme", NC_ ("journal", "Level of a rubric"), { "rubric_criterion_id", "title" }, FALSE },
  { "enrolment", "roster", NC_ ("journal", "Enrolment"), { NULL }, FALSE },
  { "team", "roster", NC_ ("journal", "Team"), { "name" }, FALSE },
  { "notice", "roster", NC_ ("journal", "Notice"), { "sent_on" }, FALSE },
  { "session", "schedule", NC_ ("journal", "Session"), { "key", "title" }, FALSE },
  { "session_trainer", "schedule", NC_ ("journal", "Trainer of a session"), { "session_id", "trainer_id" }, FALSE },
  { "session_audience", "schedule", NC_ ("journal", "Audience of a session"), { "session_id", "layer_id", "team_id" }, FALSE },
  { "session_equipment", "schedule", NC_ ("journal", "Equipment of a session"), { "session_id", "equipment_id" }, FALSE },
  { "agenda_slot", "schedule", NC_ ("journal", "Part of an agenda"), { "session_id", "title" }, FALSE },
  { "clash_acceptance", "schedule", NC_ ("journal", "Accepted clash"), { "session_id", "other_id" }, FALSE },
  { "calendar_day", "schedule", NC_ ("journal", "Day off or worked"), { "day" }, FALSE },
  { "assignment", "transfer", NC_ ("journal", "Assignment"), { "title" }, FALSE },
  { "submission", "transfer", NC_ ("journal", "What was handed in"), { "assignment_id", "team_id", "edition" }, FALSE },
  { "commitment", "transfer", NC_ ("journal", "Commitment"), { "title" }, FALSE },
  { "commitment_day", "transfer", NC_ ("journal", "Day of a log"), { "commitment_id", "day" }, TRUE },
  { "evaluation", "evaluation", NC_ ("journal", "Targets and days"), { NULL }, FALSE },
  { "questionnaire", "evaluation", NC_ ("journal", "Questionnaire"), { "title" }, FALSE },
  { "dimension", "evaluation", NC_ ("journal", "Dimension"), { "questionnaire_id", "title" }, FALSE },
  { "question", "evaluation", NC_ ("journal", "Question"), { "questionnaire_id", "title" }, FALSE },
  { "questionnaire_text", "evaluation", NC_ ("journal", "Translation"), { "questionnaire_id", "language" }, FALSE },
  { "level_exclusion", "evaluation", NC_ ("journal", "Taken out of a level"), { "level" }, FALSE },
  { "interview", "evaluation", NC_ ("journal", "Interview"), { NULL }, FALSE },
  { "improvement_cycle", "improvement", NC_ ("journal", "Cycle of improvement"), { "number" }, FALSE },
  { "improvement", "improvement", NC_ ("journal", "Weak item"), { "title" }, FALSE },
  { "cause", "improvement", NC_ ("journal", "Cause"), { "improvement_id", "text" }, FALSE },
  { "improvement_action", "improvement", NC_ ("journal", "Action"), { "title" }, FALSE },
  { "review", "improvement", NC_ ("journal", "Review"), { "held_on" }, FALSE },
  { "best_case", "improvement", NC_ ("journal", "Best case"), { "title" }, FALSE },
  { "response", "evaluation", NC_ ("journal", "Form"), { "questionnaire_id", "rater" }, FALSE },
  { "answer", "evaluation", NC_ ("journal", "Answer"), { "question_id" }, TRUE },
  { "wave", "evaluation", NC_ ("journal", "Look at behaviour"), { "days", "title" }, FALSE },
  { "metric", "evaluation", NC_ ("journal", "Metric"), { "key", "title" }, FALSE },
  { "metric_value", "evaluation", NC_ ("journal", "Value of a metric"), { "metric_id", "day" }, TRUE },
  { "roi", "evaluation", NC_ ("journal", "Worth of the results"), { NULL }, FALSE },
  { "task", "preparation", NC_ ("journal", "Task"), { "title" }, FALSE },
  { "material", "preparation", NC_ ("journal", "Material"), { "title" }, FALSE },
  { "duty", "preparation", NC_ ("journal", "Duty"), { "role" }, FALSE },
  { "budget_line", "preparation", NC_ ("journal", "Budget line"), { "category", "title" }, FALSE },
  { "finding", "preparation", NC_ ("journal", "Finding"), { "text" }, FALSE },
  { "goal", "preparation", NC_ ("journal", "Goal"), { "text" }, FALSE },
  { "stage", "preparation", NC_ ("journal", "Stage"), { "title" }, FALSE },
  { "run", "class", NC_ ("journal", "Class"), { "code", "title" }, FALSE },
  { "project", "class", NC_ ("journal", "Project"), { "code", "title" }, FALSE },
  { "plan", "class", NC_ ("journal", "Annual plan"), { "year", "edition" }, FALSE },
  { "plan_line", "class", NC_ ("journal", "Line of the annual plan"), { "title" }, FALSE },
  { "course", "courses", NC_ ("journal", "Course"), { "code", "title" }, FALSE },
  { "syllabus_item", "courses", NC_ ("journal", "Part of a syllabus"), { "title" }, FALSE },
  { "timetable_slot", "courses", NC_ ("journal", "Part of a timetable"), { "course_id", "title" }, FALSE },
  { "deliverable", "courses", NC_ ("journal", "Deliverable"), { "title", "edition" }, FALSE },
  { "requirement", "courses", NC_ ("journal", "Required course"), { "course_id", "layer_id", "department_id" }, FALSE },
  { "trainer_course", "courses", NC_ ("journal", "Course of a trainer"), { "trainer_id", "course_id" }, FALSE },
  { "trainee", "people", NC_ ("journal", "Trainee"), { "employee_no" }, FALSE },
  { "trainer", "people", NC_ ("journal", "Trainer"), { "name" }, FALSE },
  { "qualification", "people", NC_ ("journal", "Qualification"), { "trainer_id", "title" }, FALSE },
  { "unavailability", "people", NC_ ("journal", "Time away"), { "trainer_id", "venue_id" }, FALSE },
  { "department", "people", NC_ ("journal", "Department"), { "path" }, FALSE },
  { "layer", "settings", NC_ ("journal", "Layer"), { "title" }, FALSE },
  { "trainer_grade", "settings", NC_ ("journal", "Grade of trainers"), { "name" }, FALSE },
  { "setting", "settings", NC_ ("journal", "Setting"), { "key" }, TRUE },
  { "venue", "places", NC_ ("journal", "Venue"), { "name" }, FALSE },
  { "venue_zone", "places", NC_ ("journal", "Zone of a venue"), { "venue_id", "name" }, FALSE },
  { "venue_equipment", "places", NC_ ("journal", "Equipment of a venue"), { "venue_id", "equipment_id" }, FALSE },
  { "equipment", "places", NC_ ("journal", "Equipment"), { "name" }, FALSE },
};

#define HIDDEN(table, column) { table, column, NULL, FF_FIELD_HIDDEN, NULL, FALSE }
#define REFERENCE(table, column, title, target) { table, column, title, FF_FIELD_REFERENCE, target, FALSE }

/* What is said of one table comes before what is said of all. */
static const FfHistoryField fields[] = {
  { "attendance", "arrived_at", NC_ ("field", "Arrival"), FF_FIELD_CLOCK, NULL, FALSE },
  { "attendance", "left_at", NC_ ("field", "Departure"), FF_FIELD_CLOCK, NULL, FALSE },
  { "attendance", "leave_kind", NC_ ("field", "Kind of leave"), FF_FIELD_WORD, NULL, FALSE },
  { "attendance", "leave_counts", NC_ ("field", "Leave counts as absent"), FF_FIELD_YES_NO, NULL, FALSE },
  { "attendance", "note", NC_ ("field", "Note"), FF_FIELD_TEXT, NULL, TRUE },
  HIDDEN ("attendance", "session_id"),
  REFERENCE ("attendance", "made_up_in", NC_ ("field", "Made up in"), "session"),
  { "attendance_rule", "since", NC_ ("field", "Holds since"), FF_FIELD_TEXT, NULL, FALSE },
  { "attendance_rule", "reason", NC_ ("field", "Reason"), FF_FIELD_TEXT, NULL, TRUE },
  { "budget_line", "planned", NC_ ("field", "Planned"), FF_FIELD_HUNDREDTHS, NULL, TRUE },
  { "budget_line", "actual", NC_ ("field", "Spent"), FF_FIELD_HUNDREDTHS, NULL, TRUE },
  HIDDEN ("clash_acceptance", "resource_id"),
  { "component", "max", NC_ ("field", "Maximum"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { "component", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, TRUE },
  { "component", "weight", NC_ ("field", "Weight"), FF_FIELD_HUNDREDTHS, NULL, TRUE },
  { "criterion", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, TRUE },
  { "criterion", "note", NC_ ("field", "Note"), FF_FIELD_TEXT, NULL, TRUE },
  { "course", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, FALSE },
  { "dimension", "target", NC_ ("field", "Target"), FF_FIELD_TEN_THOUSANDTHS, NULL, TRUE },
  { "dimension", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, TRUE },
  { "dimension", "weight", NC_ ("field", "Weight"), FF_FIELD_TEN_THOUSANDTHS, NULL, TRUE },
  HIDDEN ("dimension", "questionnaire_id"),
  { "enrolment", "job_title", NC_ ("field", "Post"), FF_FIELD_TEXT, NULL, TRUE },
  { "enrolment", "leader", NC_ ("field", "Leads the team"), FF_FIELD_YES_NO, NULL, FALSE },
  { "enrolment", "reason", NC_ ("field", "Reason"), FF_FIELD_TEXT, NULL, TRUE },
  { "enrolment", "status", NC_ ("field", "Enrolment"), FF_FIELD_WORD, NULL, FALSE },
  HIDDEN ("enrolment", "waiting"),
  HIDDEN ("enrolment", "trainee_id"),
  { "finding", "source", NC_ ("field", "Source"), FF_FIELD_TEXT, NULL, TRUE },
  { "finding", "share", NC_ ("field", "Share of those asked"), FF_FIELD_PERCENT, NULL, TRUE },
  { "improvement_cycle", "number", NC_ ("field", "Number"), FF_FIELD_NUMBER, NULL, FALSE },
  { "improvement_cycle", "closed_on", NC_ ("field", "Closed on"), FF_FIELD_TEXT, NULL, FALSE },
  HIDDEN ("improvement", "source"),
  { "improvement", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, TRUE },
  { "improvement", "weight", NC_ ("field", "Weight"), FF_FIELD_TEXT, NULL, FALSE },
  { "improvement", "shortfall", NC_ ("field", "Shortfall"), FF_FIELD_TEXT, NULL, FALSE },
  { "improvement", "weakness", NC_ ("field", "Weakness"), FF_FIELD_TEXT, NULL, FALSE },
  { "improvement", "unit", NC_ ("field", "Unit"), FF_FIELD_TEXT, NULL, FALSE },
  { "improvement", "fact", NC_ ("field", "Fact"), FF_FIELD_TEXT, NULL, TRUE },
  { "improvement", "solved_on", NC_ ("field", "Solved on"), FF_FIELD_TEXT, NULL, TRUE },
  REFERENCE ("improvement", "carried_from_id", NC_ ("field", "Carried over from"), "improvement"),
  REFERENCE ("cause", "parent_id", NC_ ("field", "Branch"), "cause"),
  { "cause", "branch", NC_ ("field", "Branch"), FF_FIELD_WORD, NULL, FALSE },
  { "cause", "root", NC_ ("field", "Root cause"), FF_FIELD_YES_NO, NULL, TRUE },
  { "improvement_action", "step", NC_ ("field", "Step"), FF_FIELD_NUMBER, NULL, FALSE },
  { "improvement_action", "measure", NC_ ("field", "What is measured"), FF_FIELD_TEXT, NULL, TRUE },
  { "improvement_action", "unit", NC_ ("field", "Unit"), FF_FIELD_TEXT, NULL, TRUE },
  { "improvement_action", "direction", NC_ ("field", "Which is better"), FF_FIELD_WORD, NULL, FALSE },
  { "improvement_action", "measured_before", NC_ ("field", "Before"), FF_FIELD_TEXT, NULL, TRUE },
  { "improvement_action", "goal", NC_ ("field", "Goal"), FF_FIELD_TEXT, NULL, TRUE },
  { "improvement_action", "measured_after", NC_ ("field", "After"), FF_FIELD_TEXT, NULL, TRUE },
  { "improvement_action", "kept", NC_ ("field", "Became the standard"), FF_FIELD_YES_NO, NULL, TRUE },
  { "improvement_action", "result", NC_ ("field", "Result"), FF_FIELD_TEXT, NULL, TRUE },
  REFERENCE ("improvement_action", "carried_from_id", NC_ ("field", "Carried over from"), "improvement_action"),
  REFERENCE ("improvement_action", "cause_id", NC_ ("field", "Cause"), "cause"),
  { "review", "held_on", NC_ ("field", "Held on"), FF_FIELD_TEXT, NULL, FALSE },
  { "review", "minutes", NC_ ("field", "Minutes of the meeting"), FF_FIELD_TEXT, NULL, TRUE },
  { "review", "decisions", NC_ ("field", "Decisions"), FF_FIELD_TEXT, NULL, TRUE },
  { "review", "next_on", NC_ ("field", "Next review"), FF_FIELD_TEXT, NULL, TRUE },
  { "best_case", "situation", NC_ ("field", "Situation"), FF_FIELD_TEXT, NULL, TRUE },
  { "best_case", "task", NC_ ("field", "Task"), FF_FIELD_TEXT, NULL, TRUE },
  { "best_case", "action", NC_ ("field", "Action"), FF_FIELD_TEXT, NULL, TRUE },
  { "best_case", "result", NC_ ("field", "Result"), FF_FIELD_TEXT, NULL, TRUE },
  { "best_case", "keywords", NC_ ("field", "Keywords"), FF_FIELD_TEXT, NULL, TRUE },
  { "layer", "title", NC_ ("field", "Name"), FF_FIELD_TEXT, NULL, FALSE },
  { "mark", "comment", NC_ ("field", "Comment"), FF_FIELD_TEXT, NULL, TRUE },
  { "mark", "reason", NC_ ("field", "Reason"), FF_FIELD_TEXT, NULL, TRUE },
  { "mark", "score", NC_ ("field", "Mark"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  HIDDEN ("mark", "attempt"),
  HIDDEN ("mark", "rater"),
  HIDDEN ("mark", "component_id"),
  HIDDEN ("mark", "criterion_id"),
  { "metric", "direction", NC_ ("field", "Which is better"), FF_FIELD_WORD, NULL, FALSE },
  { "metric", "formula", NC_ ("field", "How it is measured"), FF_FIELD_TEXT, NULL, TRUE },
  { "metric", "owner", NC_ ("field", "Who delivers the values"), FF_FIELD_TEXT, NULL, TRUE },
  { "metric", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, TRUE },
  { "metric_value", "cause", NC_ ("field", "Cause"), FF_FIELD_TEXT, NULL, TRUE },
  { "metric_value", "comparison", NC_ ("field", "Of the comparison group"), FF_FIELD_YES_NO, NULL, FALSE },
  { "metric_value", "size", NC_ ("field", "How many it is a share of"), FF_FIELD_NUMBER, NULL, TRUE },
  { "metric_value", "value", NC_ ("field", "Value"), FF_FIELD_TEXT, NULL, FALSE },
  HIDDEN ("metric_value", "metric_id"),
  { "roi", "confidence", NC_ ("field", "How certain that is"), FF_FIELD_PERCENT, NULL, TRUE },
  { "roi", "cost", NC_ ("field", "Cost"), FF_FIELD_HUNDREDTHS, NULL, TRUE },
  { "wave", "days", NC_ ("field", "Days after the end"), FF_FIELD_NUMBER, NULL, TRUE },
  { "wave", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, TRUE },
  HIDDEN ("wave", "number"),
  { "plan_line", "people", NC_ ("field", "People"), FF_FIELD_NUMBER, NULL, FALSE },
  REFERENCE ("mark", "from_team_id", NC_ ("field", "Follows the team"), "team"),
  REFERENCE ("plan_line", "origin_id", NC_ ("field", "Line of the edition before"), "plan_line"),
  { "project", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, FALSE },
  { "question", "title", NC_ ("field", "Question"), FF_FIELD_TEXT, NULL, TRUE },
  { "question", "weight", NC_ ("field", "Weight"), FF_FIELD_TEN_THOUSANDTHS, NULL, TRUE },
  HIDDEN ("question", "questionnaire_id"),
  { "questionnaire", "closed_on", NC_ ("field", "Closed on"), FF_FIELD_TEXT, NULL, TRUE },
  { "questionnaire", "target", NC_ ("field", "Target"), FF_FIELD_TEN_THOUSANDTHS, NULL, TRUE },
  { "rubric", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, FALSE },
  REFERENCE ("syllabus_item", "parent_id", NC_ ("field", "Part of"), "syllabus_item"),
  { "run", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, FALSE },
  HIDDEN ("run", "team_seed"),
  { "scheme", "award_percent", NC_ ("field", "Share of awards"), FF_FIELD_PERCENT, NULL, TRUE },
  { "session", "key", NC_ ("field", "Number"), FF_FIELD_TEXT, NULL, FALSE },
  HIDDEN ("setting", "key"),
  { "answer", "value", NC_ ("field", "Answer"), FF_FIELD_NUMBER, NULL, FALSE },
  { "answer", "text", NC_ ("field", "Words or letters"), FF_FIELD_TEXT, NULL, FALSE },
  HIDDEN ("answer", "response_id"),
  HIDDEN ("answer", "part"),
  { "response", "wave", NC_ ("field", "Look at behaviour"), FF_FIELD_NUMBER, NULL, FALSE },
  { "response", "rater_name", NC_ ("field", "Name of the rater"), FF_FIELD_TEXT, NULL, FALSE },
  { "response", "invalid", NC_ ("field", "Invalid"), FF_FIELD_YES_NO, NULL, FALSE },
  { "response", "invalid_reason", NC_ ("field", "Why it is invalid"), FF_FIELD_TEXT, NULL, FALSE },
  { "setting", "value", NC_ ("field", "Value"), FF_FIELD_TEXT, NULL, FALSE },
  { "settlement", "awards", NC_ ("field", "Awards"), FF_FIELD_NUMBER, NULL, FALSE },
  { "settled_result", "rank", NC_ ("field", "Rank"), FF_FIELD_NUMBER, NULL, FALSE },
  { "stage", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, TRUE },
  { "task", "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, FALSE },
  { "team", "name", NC_ ("field", "Name"), FF_FIELD_TEXT, NULL, TRUE },
  { "team", "topic", NC_ ("field", "Topic"), FF_FIELD_TEXT, NULL, TRUE },
  { "team_mark", "score", NC_ ("field", "Mark"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { "team_mark", "comment", NC_ ("field", "Comment"), FF_FIELD_TEXT, NULL, TRUE },
  HIDDEN ("team_mark", "attempt"),
  HIDDEN ("team_mark", "rater"),
  HIDDEN ("team_mark", "team_id"),
  HIDDEN ("team_mark", "component_id"),
  HIDDEN ("team_mark", "criterion_id"),
  { "test_answer", "score", NC_ ("field", "Points"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { "test_answer", "answer", NC_ ("field", "Answer"), FF_FIELD_TEXT, NULL, FALSE },
  HIDDEN ("test_answer", "attempt"),
  HIDDEN ("test_answer", "item_id"),
  { "test_item", "options", NC_ ("field", "Options"), FF_FIELD_TEXT, NULL, FALSE },
  { "timetable_slot", "day", NC_ ("field", "Day"), FF_FIELD_NUMBER, NULL, FALSE },
  { "trainer_grade", "rate", NC_ ("field", "Rate"), FF_FIELD_HUNDREDTHS, NULL, TRUE },
  { "exemption", "reason", NC_ ("field", "Exempt because"), FF_FIELD_TEXT, NULL, FALSE },
  HIDDEN ("exemption", "component_id"),
  HIDDEN ("commitment_day", "commitment_id"),
  HIDDEN ("commitment_day", "day"),

  HIDDEN (NULL, "id"),
  HIDDEN (NULL, "version"),
  HIDDEN (NULL, "search_key"),
  HIDDEN (NULL, "sort_key"),
  HIDDEN (NULL, "position"),
  HIDDEN (NULL, "enrolment_id"),

  REFERENCE (NULL, "assignment_id", NC_ ("field", "Assignment"), "assignment"),
  REFERENCE (NULL, "commitment_id", NC_ ("field", "Commitment"), "commitment"),
  REFERENCE (NULL, "component_id", NC_ ("field", "Component"), "component"),
  REFERENCE (NULL, "course_id", NC_ ("field", "Course"), "course"),
  REFERENCE (NULL, "criterion_id", NC_ ("field", "Criterion"), "criterion"),
  REFERENCE (NULL, "cycle_id", NC_ ("field", "Cycle of improvement"), "improvement_cycle"),
  REFERENCE (NULL, "deliverable_id", NC_ ("field", "Deliverable"), "deliverable"),
  REFERENCE (NULL, "dimension_id", NC_ ("field", "Dimension"), "dimension"),
  REFERENCE (NULL, "question_id", NC_ ("field", "Question"), "question"),
  REFERENCE (NULL, "questionnaire_id", NC_ ("field", "Questionnaire"), "questionnaire"),
  REFERENCE (NULL, "department_id", NC_ ("field", "Department"), "department"),
  REFERENCE (NULL, "equipment_id", NC_ ("field", "Equipment"), "equipment"),
  REFERENCE (NULL, "fallback_id", NC_ ("field", "Venue instead"), "venue"),
  REFERENCE (NULL, "grade_id", NC_ ("field", "Grade"), "trainer_grade"),
  REFERENCE (NULL, "improvement_id", NC_ ("field", "Weak item"), "improvement"),
  REFERENCE (NULL, "item_id", NC_ ("field", "Item"), "test_item"),
  REFERENCE (NULL, "layer_id", NC_ ("field", "Layer"), "layer"),
  REFERENCE (NULL, "metric_id", NC_ ("field", "Metric"), "metric"),
  REFERENCE (NULL, "mentor_id", NC_ ("field", "Mentor"), "trainee"),
  REFERENCE (NULL, "other_id", NC_ ("field", "Other session"), "session"),
  REFERENCE (NULL, "parent_id", NC_ ("field", "Part of"), "department"),
  REFERENCE (NULL, "plan_id", NC_ ("field", "Annual plan"), "plan"),
  REFERENCE (NULL, "project_id", NC_ ("field", "Project"), "project"),
  REFERENCE (NULL, "qualification_id", NC_ ("field", "Qualification"), "qualification"),
  REFERENCE (NULL, "question_id", NC_ ("field", "Question"), "question"),
  REFERENCE (NULL, "questionnaire_id", NC_ ("field", "Questionnaire"), "questionnaire"),
  REFERENCE (NULL, "replaced_by_id", NC_ ("field", "Replaced by"), "enrolment"),
  REFERENCE (NULL, "rubric_id", NC_ ("field", "Rubric"), "rubric"),
  REFERENCE (NULL, "rubric_criterion_id", NC_ ("field", "Criterion"), "rubric_criterion"),
  REFERENCE (NULL, "run_id", NC_ ("field", "Class"), "run"),
  REFERENCE (NULL, "scheme_id", NC_ ("field", "Scheme"), "scheme"),
  REFERENCE (NULL, "session_id", NC_ ("field", "Session"), "session"),
  REFERENCE (NULL, "settlement_id", NC_ ("field", "Settlement"), "settlement"),
  REFERENCE (NULL, "stage_id", NC_ ("field", "Stage"), "stage"),
  REFERENCE (NULL, "supervisor_id", NC_ ("field", "Superior"), "trainee"),
  REFERENCE (NULL, "syllabus_item_id", NC_ ("field", "Part of the syllabus"), "syllabus_item"),
  REFERENCE (NULL, "team_id", NC_ ("field", "Team"), "team"),
  REFERENCE (NULL, "trainee_id", NC_ ("field", "Trainee"), "trainee"),
  REFERENCE (NULL, "trainer_id", NC_ ("field", "Trainer"), "trainer"),
  REFERENCE (NULL, "venue_id", NC_ ("field", "Venue"), "venue"),

  { NULL, "about", NC_ ("field", "What it judges"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "accepted_by", NC_ ("field", "Accepted by"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "accepted_on", NC_ ("field", "Accepted on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "activity", NC_ ("field", "Activity"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "actual_by", NC_ ("field", "Which value counts"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "address", NC_ ("field", "Address"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "anonymous", NC_ ("field", "Anonymous"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "answer", NC_ ("field", "Key"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "applied_target", NC_ ("field", "How many are to apply it"), FF_FIELD_PERCENT, NULL, TRUE },
  { NULL, "applied_on", NC_ ("field", "Applied on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "approved_by", NC_ ("field", "Approved by"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "approved_on", NC_ ("field", "Approved on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "attempt", NC_ ("field", "Attempt"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "attempts", NC_ ("field", "Attempt that counts"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "audience", NC_ ("field", "Audience"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "award", NC_ ("field", "Award"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "award_rounding", NC_ ("field", "Rounding of awards"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "background", NC_ ("field", "Background"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "base", NC_ ("field", "Absence is counted in"), FF_FIELD_WORD, NULL, TRUE },
  { NULL, "baseline", NC_ ("field", "Baseline"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "benefit", NC_ ("field", "Benefit"), FF_FIELD_HUNDREDTHS, NULL, TRUE },
  { NULL, "benefits", NC_ ("field", "Benefits"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "behaviour_days", NC_ ("field", "Days to the look at behaviour"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "best", NC_ ("field", "Best"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "booking", NC_ ("field", "Booking"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "bring", NC_ ("field", "To bring along"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "budget", NC_ ("field", "Budget"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "by_team", NC_ ("field", "By team"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "cancelled", NC_ ("field", "Cancelled"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "capacity", NC_ ("field", "Places"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "cases", NC_ ("field", "Cases"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "category", NC_ ("field", "Category"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "chart", NC_ ("field", "Chart"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "closed", NC_ ("field", "Register closed"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "code", NC_ ("field", "Code"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "commitment_kind", NC_ ("field", "Kind of commitment"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "count", NC_ ("field", "Pieces"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "counts", NC_ ("field", "Counts as absent"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "daily_target", NC_ ("field", "Cases a day"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "day", NC_ ("field", "Day"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "deleted", NC_ ("field", "Deleted"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "description", NC_ ("field", "Description"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "done_on", NC_ ("field", "Done on"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "drop_extremes", NC_ ("field", "Highest and lowest rater left out"), FF_FIELD_YES_NO, NULL, TRUE },
  { NULL, "due_at", NC_ ("field", "Due"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "due_days", NC_ ("field", "Due after days"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "due_on", NC_ ("field", "Due"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "duties", NC_ ("field", "Duties"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "edition", NC_ ("field", "Edition"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "email", NC_ ("field", "E-mail"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "employee_no", NC_ ("field", "Employee number"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "employment", NC_ ("field", "Employment"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "ends", NC_ ("field", "End"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "ends_at", NC_ ("field", "End"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "ends_on", NC_ ("field", "Last day"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "evaluation", NC_ ("field", "Evaluation"), FF_FIELD_HIDDEN, NULL, FALSE },
  { NULL, "evidence", NC_ ("field", "Evidence"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "excellent_mark", NC_ ("field", "Excellent from"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "expires_on", NC_ ("field", "Expires on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "from_at", NC_ ("field", "Start"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "good_mark", NC_ ("field", "Good from"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "grace_minutes", NC_ ("field", "Minutes of grace"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "half_invalid", NC_ ("field", "Half empty forms are invalid"), FF_FIELD_YES_NO, NULL, TRUE },
  { NULL, "guest", NC_ ("field", "Guest"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "handed_in_at", NC_ ("field", "Handed in"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "held_on", NC_ ("field", "Held on"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "hours", NC_ ("field", "Class hours"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "interviewer", NC_ ("field", "Interviewer"), FF_FIELD_TEXT, NULL, TRUE },
  HIDDEN (NULL, "interview_seed"),
  { NULL, "interview_share", NC_ ("field", "Share of interviews"), FF_FIELD_PERCENT, NULL, TRUE },
  { NULL, "intro", NC_ ("field", "Text above the questions"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "invited", NC_ ("field", "Forms handed out"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "invited_by", NC_ ("field", "Who is invited"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "isolation", NC_ ("field", "Owed to the training"), FF_FIELD_PERCENT, NULL, TRUE },
  { NULL, "isolation_by", NC_ ("field", "How that is known"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "issued_on", NC_ ("field", "Issued on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "job_title", NC_ ("field", "Post"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "joint", NC_ ("field", "Joint with"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "key", NC_ ("field", "Key"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "kind", NC_ ("field", "Kind"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "lacking", NC_ ("field", "Lacking"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "last_n", NC_ ("field", "Of the last"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "language", NC_ ("field", "Language"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "learning_target", NC_ ("field", "How many are to pass"), FF_FIELD_PERCENT, NULL, TRUE },
  { NULL, "left_out", NC_ ("field", "Left out because"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "level", NC_ ("field", "Level"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "link", NC_ ("field", "Link"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "made_to_order", NC_ ("field", "Made to order"), FF_FIELD_YES_NO, NULL, TRUE },
  { NULL, "made_up", NC_ ("field", "Made up"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "max", NC_ ("field", "Maximum"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "max_absence", NC_ ("field", "Highest absence"), FF_FIELD_PERCENT, NULL, TRUE },
  { NULL, "mentor", NC_ ("field", "Mentor"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "method", NC_ ("field", "Method"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "min_attended", NC_ ("field", "Least attendance"), FF_FIELD_PERCENT, NULL, TRUE },
  { NULL, "min_responses", NC_ ("field", "Fewest answers to be shown"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "minutes", NC_ ("field", "Minutes"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "mode", NC_ ("field", "Form"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "month", NC_ ("field", "Month"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "months", NC_ ("field", "Months"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "multiple", NC_ ("field", "Several may be chosen"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "name", NC_ ("field", "Name"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "name_latin", NC_ ("field", "Name in Latin letters"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "needed", NC_ ("field", "Needed"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "note", NC_ ("field", "Note"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "options", NC_ ("field", "Options"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "organisation", NC_ ("field", "Organisation"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "owner", NC_ ("field", "Responsible"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "pass_mark", NC_ ("field", "Pass mark"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "passed", NC_ ("field", "Passed"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "path", NC_ ("field", "Path"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "people", NC_ ("field", "People"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "phone", NC_ ("field", "Telephone"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "points", NC_ ("field", "Points"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "pretest_of", NC_ ("field", "Pre-test of"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "profile", NC_ ("field", "Profile"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "public_name", NC_ ("field", "Name in documents"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "purpose", NC_ ("field", "Purpose"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "ranked", NC_ ("field", "Ranked"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "rater", NC_ ("field", "Rater"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "ready", NC_ ("field", "Ready"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "reason", NC_ ("field", "Reason"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "replied_on", NC_ ("field", "Replied on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "reply", NC_ ("field", "Reply"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "required", NC_ ("field", "Required"), FF_FIELD_YES_NO, NULL, FALSE },
  { NULL, "required_hours", NC_ ("field", "Required hours"), FF_FIELD_HUNDREDTHS, NULL, TRUE },
  { NULL, "resource", NC_ ("field", "What clashes"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "results_days", NC_ ("field", "Days to the results"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "role", NC_ ("field", "Role"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "scale_labels", NC_ ("field", "Words of the scale"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "scale_max", NC_ ("field", "Highest rating"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "scale_min", NC_ ("field", "Lowest rating"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "score", NC_ ("field", "Mark"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "sent_on", NC_ ("field", "Sent on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "settled_at", NC_ ("field", "Settled at"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "settled_by", NC_ ("field", "Settled by"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "setup_minutes", NC_ ("field", "Minutes to set up"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "site", NC_ ("field", "Site"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "source", NC_ ("field", "Source"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "sponsor", NC_ ("field", "Sponsor"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "starts", NC_ ("field", "Start"), FF_FIELD_NUMBER, NULL, FALSE },
  { NULL, "starts_at", NC_ ("field", "Start"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "starts_on", NC_ ("field", "First day"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "state", NC_ ("field", "State"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "status", NC_ ("field", "Status"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "submitted_on", NC_ ("field", "Submitted on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "submitted_target", NC_ ("field", "How many are to hand in a plan"), FF_FIELD_PERCENT, NULL, TRUE },
  { NULL, "suggestions", NC_ ("field", "Suggestions"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "summary", NC_ ("field", "Summary"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "target", NC_ ("field", "Target"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "target_kind", NC_ ("field", "What the target says"), FF_FIELD_WORD, NULL, FALSE },
  { NULL, "text", NC_ ("field", "Text"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "title", NC_ ("field", "Title"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "to_at", NC_ ("field", "End"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "topic", NC_ ("field", "Topic"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "total", NC_ ("field", "Total"), FF_FIELD_HUNDREDTHS, NULL, FALSE },
  { NULL, "unit", NC_ ("field", "Unit"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "valid_months", NC_ ("field", "Valid for months"), FF_FIELD_NUMBER, NULL, TRUE },
  { NULL, "verified_by", NC_ ("field", "Verified by"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "verified_on", NC_ ("field", "Verified on"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "waived_by", NC_ ("field", "Waived by"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "waived_reason", NC_ ("field", "Disqualification waived because"), FF_FIELD_TEXT, NULL, FALSE },
  { NULL, "weight", NC_ ("field", "Weight"), FF_FIELD_HUNDREDTHS, NULL, TRUE },
  { NULL, "worst", NC_ ("field", "Worst"), FF_FIELD_TEXT, NULL, TRUE },
  { NULL, "year", NC_ ("field", "Year"), FF_FIELD_NUMBER, NULL, FALSE },
};

/* Words of which no other part of the program has the title. */
static const struct
{
  const char *word;
  const char *title;
} words[] = {
  { "applied", NC_ ("value", "Applied") },
  { "attendance", NC_ ("value", "Attendance") },
  { "attended", NC_ ("value", "Whoever attended a session") },
  { "best", NC_ ("value", "The best") },
  { "capped", NC_ ("value", "The last, up to the pass mark") },
  { "card", NC_ ("value", "Card") },
  { "choice", NC_ ("value", "Choice") },
  { "commitment", NC_ ("value", "Commitment") },
  { "confirmed", NC_ ("value", "Confirmed") },
  { "down", NC_ ("value", "Down") },
  { "csi", NC_ ("value", "Satisfaction index") },
  { "employed", NC_ ("value", "Employed") },
  { "enrolled", NC_ ("value", "Everybody who is enrolled") },
  { "hybrid", NC_ ("value", "Hybrid") },
  { "individuals", NC_ ("value", "Control chart of single values") },
  { "last", NC_ ("value", "The last") },
  { "last_n", NC_ ("value", "The mean of the last ones") },
  { "latest", NC_ ("value", "The latest") },
  { "left", NC_ ("value", "Left") },
  { "manual", NC_ ("value", "By hand") },
  { "mean", NC_ ("value", "The mean") },
  { "micro_plan", NC_ ("value", "Micro action plan") },
  { "minutes", NC_ ("value", "Minutes") },
  { "needs", NC_ ("value", "Study of needs") },
  { "nps", NC_ ("value", "Recommendation") },
  { "observation", NC_ ("value", "Observation of behaviour") },
  { "nearest", NC_ ("value", "To the nearest") },
  { "notice", NC_ ("value", "Notice") },
  { "off", NC_ ("value", "Day off") },
  { "official", NC_ ("value", "Official") },
  { "on_site", NC_ ("value", "On site") },
  { "online", NC_ ("value", "Online") },
  { "personal", NC_ ("value", "Personal") },
  { "planned", NC_ ("value", "Planned") },
  { "points", NC_ ("value", "An improvement by so much") },
  { "project", NC_ ("value", "Project") },
  { "proportion", NC_ ("value", "Control chart of shares") },
  { "provisional", NC_ ("value", "Provisional") },
  { "reminder", NC_ ("value", "Reminder") },
  { "rating", NC_ ("value", "Rating") },
  { "relative", NC_ ("value", "An improvement by percent") },
  { "rubric", NC_ ("value", "Rubric") },
  { "sessions", NC_ ("value", "Sessions") },
  { "run", NC_ ("value", "Run chart") },
  { "servqual", NC_ ("value", "Expectation and perception") },
  { "seven_day", NC_ ("value", "Seven-day plan") },
  { "short", NC_ ("value", "Short answer") },
  { "sick", NC_ ("value", "Sick") },
  { "submitted", NC_ ("value", "Submitted") },
  { "test", NC_ ("value", "Test") },
  { "text", NC_ ("value", "Text") },
  { "trainer", NC_ ("value", "The trainer") },
  { "typed", NC_ ("value", "As many as forms were handed out") },
  { "up", NC_ ("value", "Up") },
  { "value", NC_ ("value", "The value itself") },
  { "venue", NC_ ("value", "The venue") },
  { "verified", NC_ ("value", "Verified") },
  { "working", NC_ ("value", "Day worked") },
  { "yesno", NC_ ("value", "Yes or no") },
};

const FfHistoryTable *
ff_history_find_table (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].name, name) == 0)
      return &tables[i];
  return NULL;
}

const FfHistoryField *
ff_history_find_field (const char *table, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].column, column) == 0 && (fields[i].table == NULL || g_strcmp0 (fields[i].table, table) == 0))
      return &fields[i];
  return NULL;
}

const char *
ff_history_table_title (const FfHistoryTable *table)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "journal", table->title);
}

const char *
ff_history_field_title (const FfHistoryField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->title);
}

static const char *
attendance_title (const char *word)
{
  FfAttendanceStatus status;

  return ff_register_parse_status (word, &status) ? ff_attendance_status_title (status) : word;
}

static const char *
branch_title (const char *word)
{
  FfBranch branch = ff_branch_from_key (word);

  return branch != FF_BRANCH_OWN ? ff_branch_title (branch) : word;
}

/* Of figures; the words that both share mean rounding elsewhere. */
static const char *
direction_title (const char *word)
{
  return g_str_equal (word, "up") ? C_("value", "Higher") : g_str_equal (word, "down") ? C_("value", "Lower") : word;
}

static const char *
action_state_title (const char *word)
{
  FfActionState state;

  return ff_action_state_from_key (word, &state) ? ff_action_state_title (state) : word;
}

/* Who has the title of a word, by the place where it stands. */
static const struct
{
  const char *table;
  const char *column;
  const char *(*title) (const char *word);
} titles[] = {
  { "attendance", "status", attendance_title },
  { "cause", "branch", branch_title },
  { "enrolment", "status", ff_roster_status_title },
  { "enrolment", "reply", ff_roster_reply_title },
  { "finding", "kind", ff_finding_kind_title },
  { "improvement_action", "direction", direction_title },
  { "improvement_action", "state", action_state_title },
  { "material", "state", ff_material_state_title },
  { "metric", "direction", direction_title },
  { "syllabus_item", "kind", ff_syllabus_kind_title },
  { "task", "kind", ff_task_kind_title },
  { "trainer", "kind", ff_trainer_kind_title },
  { "unavailability", "kind", ff_unavailability_kind_title },
};

static const char *
word_title (const char *table, const char *column, const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].table, table) == 0 && strcmp (titles[i].column, column) == 0)
      return titles[i].title (word);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, word) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "value", words[i].title);
  return word;
}

char *
ff_history_format (const FfHistoryField *field, const char *table, const char *value)
{
  g_autofree char *number = NULL;

  switch (field->kind)
    {
    case FF_FIELD_HUNDREDTHS:
      return ff_hundredths_format (g_ascii_strtoll (value, NULL, 10));
    case FF_FIELD_TEN_THOUSANDTHS:
      return ff_ten_thousandths_format (g_ascii_strtoll (value, NULL, 10));
    case FF_FIELD_PERCENT:
      number = ff_hundredths_format (g_ascii_strtoll (value, NULL, 10));
      /* Translators: a share in percent. */
      return g_strdup_printf (_ ("%s %%"), number);
    case FF_FIELD_CLOCK:
      return g_strdup (strlen (value) == 16 ? value + 11 : value);
    case FF_FIELD_YES_NO:
      return g_strdup (strcmp (value, "0") != 0 ? C_ ("value", "Yes") : C_ ("value", "No"));
    case FF_FIELD_WORD:
      return g_strdup (word_title (table, field->column, value));
    case FF_FIELD_TEXT:
      return g_strdup (*value != '\0' ? value : C_ ("value", "None"));
    case FF_FIELD_NUMBER:
    case FF_FIELD_REFERENCE:
    case FF_FIELD_HIDDEN:
    default:
      return g_strdup (value);
    }
}
