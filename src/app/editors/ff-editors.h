/* The kinds of things that have an editor: a file each. */
#pragma once

#include "ff-editor.h"
#include "ff-owner.h"
#include "ff-time.h"

G_BEGIN_DECLS

extern const FfEditorKind ff_course_editor;
extern const FfEditorKind ff_component_editor; /* context: the course */
extern const FfEditorKind ff_measure_editor;   /* only existing components; context: a class or a course, as ff_owner_to_number () makes it */
extern const FfEditorKind ff_questionnaire_editor;      /* its settings; context: the owner of a new one, as ff_owner_to_number () makes it */
extern const FfEditorKind ff_questionnaire_copy_editor; /* only new ones; context: what is copied, as the library has it */
extern const FfEditorKind ff_questionnaire_take_editor; /* only new ones; context: the owner */
extern const FfEditorKind ff_dimension_editor;          /* context: the questionnaire */
extern const FfEditorKind ff_question_editor;           /* only existing ones: new ones are typed into the page */
extern const FfEditorKind ff_rubric_editor; /* of the library */
extern const FfEditorKind ff_rubric_criterion_editor;    /* context: the rubric */
extern const FfEditorKind ff_rubric_level_editor;        /* context: the criterion */
extern const FfEditorKind ff_component_criterion_editor; /* context: the component of a scheme */
extern const FfEditorKind ff_component_level_editor;     /* context: the criterion */
extern const FfEditorKind ff_syllabus_editor;  /* context: the item a new one follows, or the negative id of the course */
extern const FfEditorKind ff_run_editor;       /* only existing ones: a new class is made in the window of ff_new_class_plan */
extern const FfEditorKind ff_timetable_editor; /* context: the course and the day of a new slot, by ff_timetable_context () */
extern const FfEditorKind ff_timetable_copy_editor; /* asks for two layers; context: the course */
extern const FfEditorKind ff_deliverable_editor;    /* context: the course */
extern const FfEditorKind ff_course_trainer_editor; /* context: the course */
extern const FfEditorKind ff_assignment_editor;       /* context: the class, here and in the next four */
extern const FfEditorKind ff_submission_editor;       /* only existing ones: what is new is typed into the grid */
extern const FfEditorKind ff_commitment_editor;       /* only existing ones */
extern const FfEditorKind ff_new_commitment_editor;   /* only new ones, of somebody who is chosen in the form */
extern const FfEditorKind ff_owed_commitment_editor;  /* a new one for everybody who has none of its kind */
extern const FfEditorKind ff_metric_editor; /* context: the owner, as ff_owner_to_number () makes it, here and in the next four */
extern const FfEditorKind ff_roi_editor;             /* of a class or a project; the id is FF_EDITOR_ONLY_ONE, here and in the next two */
extern const FfEditorKind ff_evaluation_plan_editor; /* of a class or a course */
extern const FfEditorKind ff_project_plan_editor;    /* of a project */
extern const FfEditorKind ff_wave_editor;            /* of a class */
extern const FfEditorKind ff_project_editor;

/* Context: the owner, as ff_owner_to_number () makes it. */
extern const FfEditorKind ff_weak_item_editor;
extern const FfEditorKind ff_action_editor;
extern const FfEditorKind ff_review_editor;
extern const FfEditorKind ff_best_case_editor; /* 0: of the library alone */
extern const FfEditorKind ff_background_editor;
extern const FfEditorKind ff_pain_point_editor;
extern const FfEditorKind ff_need_editor;
extern const FfEditorKind ff_goal_editor;
extern const FfEditorKind ff_duty_editor;
extern const FfEditorKind ff_material_editor; /* of a class */
extern const FfEditorKind ff_budget_editor;
extern const FfEditorKind ff_cause_editor;       /* only existing ones */
extern const FfEditorKind ff_cycle_close_editor; /* context: the cycle */
extern const FfEditorKind ff_stage_editor; /* context: the project itself */
extern const FfEditorKind ff_stage_task_editor; /* context: the stage of a new one, or the negative id of its project: of no stage */

/* The annual plan. */
extern const FfEditorKind ff_plan_line_editor;    /* context: the edition */
extern const FfEditorKind ff_plan_editor;         /* of a year that has none; context: that year */
extern const FfEditorKind ff_plan_approve_editor; /* context: the edition */
extern const FfEditorKind ff_plan_adjust_editor;  /* context: the year */
extern const FfEditorKind ff_requirement_editor;  /* context: the course, or 0: asked for */

extern const FfEditorKind ff_session_editor;   /* context: the class */
extern const FfEditorKind ff_any_session_editor; /* only new ones, of a class that is chosen in the form */
extern const FfEditorKind ff_task_editor;      /* context: the owner, as ff_owner_to_number () makes it */
extern const FfEditorKind ff_slot_editor;      /* context: the session */
extern const FfEditorKind ff_trainee_editor;
extern const FfEditorKind ff_guest_editor;     /* context: the class that a new guest is enrolled in, or 0 */
extern const FfEditorKind ff_trainer_editor;
extern const FfEditorKind ff_venue_editor;
extern const FfEditorKind ff_equipment_editor;
extern const FfEditorKind ff_qualification_editor;  /* context: the trainer */
extern const FfEditorKind ff_trainer_course_editor; /* context: the trainer */
extern const FfEditorKind ff_venue_zone_editor;      /* context: the venue */
extern const FfEditorKind ff_venue_equipment_editor; /* context: the venue */
/* Context: whoever or whatever cannot be booked. */
extern const FfEditorKind ff_trainer_unavailability_editor;
extern const FfEditorKind ff_venue_unavailability_editor;
extern const FfEditorKind ff_trainee_unavailability_editor;
extern const FfEditorKind ff_rater_editor;      /* context: the class */
extern const FfEditorKind ff_team_editor;       /* context: the class, here and in the next two */
extern const FfEditorKind ff_team_draw_editor;
extern const FfEditorKind ff_topic_draw_editor;
extern const FfEditorKind ff_enrolment_editor; /* context: the class; only existing ones, people are enrolled by choosing them */

/* Decisions about a register; always new. */
extern const FfEditorKind ff_rule_editor;    /* context: the class */
extern const FfEditorKind ff_waiver_editor;  /* context: the enrolment */
extern const FfEditorKind ff_make_up_editor; /* context: the row of attendance */

/* The lists of the preferences. */
extern const FfEditorKind ff_day_editor; /* context: the year that is shown */
extern const FfEditorKind ff_layer_editor;
extern const FfEditorKind ff_grade_editor;
extern const FfEditorKind ff_leave_kind_editor;
extern const FfEditorKind ff_comment_phrase_editor;
extern const FfEditorKind ff_department_editor;
extern const FfEditorKind ff_department_merge_editor;

/* After a class. */
extern const FfEditorKind ff_interview_editor;      /* only existing ones: they are drawn */
extern const FfEditorKind ff_interview_draw_editor; /* context: the class; always new */
extern const FfEditorKind ff_exclusion_editor;          /* context: as below, here and in the next */
extern const FfEditorKind ff_level_questionnaire_editor; /* of the library or the built-in ones; always new */
/* A class and one of its levels, 1 to 4, as one number. */
#define FF_LEVELS 4
#define ff_level_context(run_id, level) ((run_id) * FF_LEVELS + (level) - 1)
#define ff_level_context_run(context) ((context) / FF_LEVELS)
#define ff_level_context_level(context) ((int) ((context) % FF_LEVELS) + 1)

/* Asks for the reason why; context: the class. */
extern const FfEditorKind ff_run_cancel_editor;

/* The preview of sessions: their clashes, and when and where they would have none. */
/* When a session that the form shows by its date and two clocks ends; @minute is of the clock. */
gboolean ff_session_read_end (FfDb *db, gint64 id, FfMinute start, int minute, FfMinute *end, GError **error);
FfEditorNotice *ff_session_preview (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error);
/* @day 0: behind the last slot. */
#define FF_TIMETABLE_DAYS 1000
#define ff_timetable_context(course_id, day) ((course_id) * FF_TIMETABLE_DAYS + (day))

/* Shared by the kinds: an empty entry before the choices, so that "none" can be chosen. Takes and returns @choices. */
GPtrArray *ff_editors_prepend_none (GPtrArray *choices);
/* The layers, before them all of them together, with "" as its key. */
GPtrArray *ff_editors_list_layers (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The courses, each kept by its code. */
GPtrArray *ff_editors_list_courses (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The items of a course's syllabus, each kept by its id; before them none. */
GPtrArray *ff_editors_list_syllabus (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What is done in a slot. */
GPtrArray *ff_editors_list_activities (void) G_GNUC_WARN_UNUSED_RESULT;
/* The projects, each kept by its code; before them none. */
GPtrArray *ff_editors_list_projects (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The metrics of a class or a project, each kept by its id; before them none. */
GPtrArray *ff_editors_list_metrics (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The four levels, each kept by its number; before them none. */
GPtrArray *ff_editors_list_levels (void) G_GNUC_WARN_UNUSED_RESULT;
/* Appends a choice that is kept by @key. */
void ff_editors_add_choice (GPtrArray *choices, const char *key, const char *title);

G_END_DECLS
