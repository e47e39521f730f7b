-- HR's desk: settings, what can be booked, days off, projects and the annual plan, what prepares a class.
--
-- The conventions of the first schema hold (001.sql). A thing that belongs to a project or, where a class stands alone, to that
-- class has both columns and exactly one of them filled.

-- How this organisation counts and works; a key that is absent has the default that RULES names. See ff-settings.h.
CREATE TABLE setting (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  key     TEXT NOT NULL UNIQUE CHECK (key <> ''),
  value   TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

ALTER TABLE layer ADD COLUMN required_hours INTEGER CHECK (required_hours >= 0);  -- class hours a year, in hundredths

-- What can be booked, and when it cannot ---------------------------------------------------------------------------

-- Things of which there are so many to lend: projectors, recording sets.
CREATE TABLE equipment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL CHECK (name <> ''),
  count      INTEGER NOT NULL DEFAULT 1 CHECK (count >= 0),               -- movable ones, that sessions share
  search_key TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX equipment_name ON equipment (name) WHERE deleted = 0;

ALTER TABLE venue ADD COLUMN site TEXT;                                   -- travelling between two sites takes the minutes of the settings
ALTER TABLE venue ADD COLUMN fallback_id INTEGER REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE venue ADD COLUMN note TEXT;                                   -- whom to ask, technician, keys
CREATE INDEX venue_fallback ON venue (fallback_id) WHERE fallback_id IS NOT NULL;

CREATE TABLE venue_zone (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  venue_id INTEGER NOT NULL REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL CHECK (name <> ''),
  purpose  TEXT,
  capacity INTEGER CHECK (capacity >= 0),
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX venue_zone_venue ON venue_zone (venue_id, position);

-- What stands in a venue for good, and is nobody else's.
CREATE TABLE venue_equipment (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  venue_id     INTEGER NOT NULL REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id) DEFERRABLE INITIALLY DEFERRED,
  count        INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (venue_id, equipment_id)
) STRICT;
CREATE INDEX venue_equipment_equipment ON venue_equipment (equipment_id);

-- What a session needs; what its venue has for good counts first, the rest is lent.
CREATE TABLE session_equipment (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id   INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id) DEFERRABLE INITIALLY DEFERRED,
  count        INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (session_id, equipment_id)
) STRICT;
CREATE INDEX session_equipment_equipment ON session_equipment (equipment_id);

CREATE TABLE trainer_grade (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL UNIQUE CHECK (name <> ''),
  rate     INTEGER NOT NULL DEFAULT 0 CHECK (rate >= 0),                  -- of a class hour, hundredths of the currency
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;

ALTER TABLE trainer ADD COLUMN grade_id INTEGER REFERENCES trainer_grade (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE trainer ADD COLUMN public_name TEXT;                          -- what documents show in place of the name
ALTER TABLE trainer ADD COLUMN duties TEXT;
CREATE INDEX trainer_grade_of ON trainer (grade_id) WHERE grade_id IS NOT NULL;

CREATE TABLE qualification (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  trainer_id INTEGER NOT NULL REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,
  title      TEXT NOT NULL CHECK (title <> ''),
  evidence   TEXT,
  issued_on  TEXT CHECK (length (issued_on) = 10),
  expires_on TEXT CHECK (length (expires_on) = 10),                       -- the last day on which it holds; null: for good
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX qualification_trainer ON qualification (trainer_id);

-- Who may teach a course. A course without a row may be taught by anybody.
CREATE TABLE trainer_course (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  trainer_id       INTEGER NOT NULL REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,
  course_id        INTEGER NOT NULL REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  qualification_id INTEGER REFERENCES qualification (id) DEFERRABLE INITIALLY DEFERRED,  -- that allows it, and with whose expiry it ends
  version          INTEGER NOT NULL DEFAULT 1,
  UNIQUE (trainer_id, course_id)
) STRICT;
CREATE INDEX trainer_course_course ON trainer_course (course_id);
CREATE INDEX trainer_course_qualification ON trainer_course (qualification_id) WHERE qualification_id IS NOT NULL;

-- When a trainer, a venue or a trainee cannot be booked: leave, a shift, a blocked room.
CREATE TABLE unavailability (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  trainer_id INTEGER REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,
  venue_id   INTEGER REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED,
  trainee_id INTEGER REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('leave', 'shift', 'blocked', 'other')),
  starts_at  TEXT NOT NULL CHECK (length (starts_at) = 16),
  ends_at    TEXT NOT NULL CHECK (length (ends_at) = 16 AND ends_at > starts_at),
  reason     TEXT,
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((trainer_id IS NOT NULL) + (venue_id IS NOT NULL) + (trainee_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX unavailability_trainer ON unavailability (trainer_id, ends_at) WHERE trainer_id IS NOT NULL;
CREATE INDEX unavailability_venue ON unavailability (venue_id, ends_at) WHERE venue_id IS NOT NULL;
CREATE INDEX unavailability_trainee ON unavailability (trainee_id, ends_at) WHERE trainee_id IS NOT NULL;
CREATE INDEX unavailability_ends ON unavailability (ends_at);

-- Days that differ from the week of the settings: holidays, and make-up working days.
CREATE TABLE calendar_day (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  day     TEXT NOT NULL UNIQUE CHECK (length (day) = 10),
  kind    TEXT NOT NULL CHECK (kind IN ('off', 'working')),
  title   TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Clashes that somebody accepted, and why. It holds while the clash lies within what was accepted; one that grows is shown again.
CREATE TABLE clash_acceptance (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  kind        TEXT NOT NULL CHECK (kind IN ('trainer', 'venue', 'trainee', 'equipment', 'holiday', 'unavailability', 'capacity', 'qualification')),
  session_id  INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  other_id    INTEGER REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,  -- the session with the greater id, if there is one
  resource    TEXT CHECK (resource IN ('trainer', 'venue', 'trainee', 'equipment')),  -- what is missing: null where there is nothing
  resource_id INTEGER NOT NULL DEFAULT 0,                                 -- which one; 0 where there is none
  from_at     TEXT NOT NULL CHECK (length (from_at) = 16),
  to_at       TEXT NOT NULL CHECK (length (to_at) = 16),
  lacking     INTEGER NOT NULL DEFAULT 0,                                 -- so many places or pieces
  reason      TEXT NOT NULL CHECK (reason <> ''),
  accepted_by TEXT NOT NULL,
  accepted_on TEXT NOT NULL CHECK (length (accepted_on) = 10),
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX clash_acceptance_session ON clash_acceptance (session_id);
CREATE INDEX clash_acceptance_other ON clash_acceptance (other_id) WHERE other_id IS NOT NULL;

-- Courses ------------------------------------------------------------------------------------------------------------

ALTER TABLE course ADD COLUMN category TEXT;
ALTER TABLE syllabus_item ADD COLUMN made_to_order INTEGER NOT NULL DEFAULT 0 CHECK (made_to_order IN (0, 1));

-- A course's days to the minute, from which the sessions of a class are made.
CREATE TABLE timetable_slot (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id        INTEGER NOT NULL REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  day              INTEGER NOT NULL CHECK (day >= 1),                     -- 1: the first teaching day
  starts           INTEGER NOT NULL CHECK (starts >= 0),                  -- minutes of the day
  ends             INTEGER NOT NULL CHECK (ends > starts AND ends <= 1440),
  title            TEXT NOT NULL,
  activity         TEXT,                                                  -- 'break' is one
  syllabus_item_id INTEGER REFERENCES syllabus_item (id) DEFERRABLE INITIALLY DEFERRED,
  layer_id         INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,  -- null: for everybody
  version          INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX timetable_slot_course ON timetable_slot (course_id, day, starts);
CREATE INDEX timetable_slot_item ON timetable_slot (syllabus_item_id) WHERE syllabus_item_id IS NOT NULL;
CREATE INDEX timetable_slot_layer ON timetable_slot (layer_id) WHERE layer_id IS NOT NULL;

-- What participants produce; each version is a row, its editions share the title.
CREATE TABLE deliverable (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id        INTEGER NOT NULL REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  position         INTEGER NOT NULL,
  syllabus_item_id INTEGER REFERENCES syllabus_item (id) DEFERRABLE INITIALLY DEFERRED,
  title            TEXT NOT NULL CHECK (title <> ''),
  edition          TEXT NOT NULL DEFAULT '1.0',
  issued_on        TEXT CHECK (length (issued_on) = 10),
  note             TEXT,
  version          INTEGER NOT NULL DEFAULT 1,
  UNIQUE (course_id, title, edition)
) STRICT;
CREATE INDEX deliverable_item ON deliverable (syllabus_item_id) WHERE syllabus_item_id IS NOT NULL;

-- Who must have taken a course: a layer, a department with those below it, both, or (neither) everybody.
CREATE TABLE requirement (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id     INTEGER NOT NULL REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  layer_id      INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  department_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  valid_months  INTEGER CHECK (valid_months > 0),                         -- due again after so many; null: once is enough
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX requirement_course ON requirement (course_id);
CREATE INDEX requirement_layer ON requirement (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX requirement_department ON requirement (department_id) WHERE department_id IS NOT NULL;

-- Projects, and what a class holds itself when it stands alone ----------------------------------------------------------

CREATE TABLE project (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  code          TEXT NOT NULL CHECK (code <> ''),
  title         TEXT NOT NULL CHECK (title <> ''),
  department_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,  -- the host
  sponsor       TEXT,
  summary       TEXT,
  starts_on     TEXT CHECK (length (starts_on) = 10),
  ends_on       TEXT CHECK (length (ends_on) = 10),
  budget        INTEGER CHECK (budget >= 0),                              -- hundredths of the currency
  search_key    TEXT NOT NULL,
  sort_key      TEXT NOT NULL,
  deleted       INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX project_code ON project (code) WHERE deleted = 0;
CREATE INDEX project_department ON project (department_id) WHERE department_id IS NOT NULL;

ALTER TABLE run ADD COLUMN project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE run ADD COLUMN bring TEXT;                                    -- what trainees bring along, for the notice
CREATE INDEX run_project ON run (project_id) WHERE project_id IS NOT NULL;

-- What the need for training is known from.
CREATE TABLE finding (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id       INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id           INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  course_id        INTEGER REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  position         INTEGER NOT NULL,
  kind             TEXT NOT NULL CHECK (kind IN ('background', 'pain_point', 'need', 'gap')),
  layer_id         INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,  -- null: all
  text             TEXT NOT NULL CHECK (text <> ''),
  source           TEXT,                                                  -- a study, an interview, a file of complaints
  share            INTEGER CHECK (share BETWEEN 0 AND 10000),             -- of those asked, hundredths of a percent
  syllabus_item_id INTEGER REFERENCES syllabus_item (id) DEFERRABLE INITIALLY DEFERRED,  -- the module that answers it
  version          INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) + (course_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX finding_project ON finding (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX finding_run ON finding (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX finding_course ON finding (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX finding_layer ON finding (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX finding_item ON finding (syllabus_item_id) WHERE syllabus_item_id IS NOT NULL;

-- What is to be reached, on which level, by whom. A class takes its course's.
CREATE TABLE goal (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id     INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  course_id  INTEGER REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  level      INTEGER CHECK (level BETWEEN 1 AND 4),                       -- null: of the whole
  layer_id   INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED, -- null: all
  text       TEXT NOT NULL CHECK (text <> ''),
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) + (course_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX goal_project ON goal (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX goal_run ON goal (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX goal_course ON goal (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX goal_layer ON goal (layer_id) WHERE layer_id IS NOT NULL;

CREATE TABLE stage (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  title      TEXT NOT NULL CHECK (title <> ''),
  owner      TEXT,
  starts_on  TEXT CHECK (length (starts_on) = 10),
  ends_on    TEXT CHECK (length (ends_on) = 10),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stage_project ON stage (project_id, position);

-- The checklist of a class, the tasks of a project's stages.
CREATE TABLE task (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id     INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  stage_id   INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('venue', 'materials', 'notice', 'level1', 'level2', 'level3', 'level4', 'other')),
  title      TEXT,                                                        -- null: what the kind is called in the reader's language
  owner      TEXT,
  due_on     TEXT CHECK (length (due_on) = 10),
  done_on    TEXT CHECK (length (done_on) = 10),
  note       TEXT,
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) = 1),
  CHECK (kind <> 'other' OR title IS NOT NULL)
) STRICT;
CREATE INDEX task_project ON task (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX task_run ON task (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX task_stage ON task (stage_id) WHERE stage_id IS NOT NULL;
CREATE INDEX task_open ON task (due_on) WHERE done_on IS NULL;

-- Who does what in the organisation of a project or a class: the lead, the groups.
CREATE TABLE duty (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id     INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL,
  role       TEXT NOT NULL CHECK (role <> ''),
  people     TEXT,                                                        -- names, separated by ;
  duties     TEXT,
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX duty_project ON duty (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX duty_run ON duty (run_id) WHERE run_id IS NOT NULL;

CREATE TABLE material (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id   INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  title    TEXT NOT NULL CHECK (title <> ''),
  needed   INTEGER CHECK (needed >= 0),                                   -- pieces; null: one for each trainee
  ready    INTEGER NOT NULL DEFAULT 0 CHECK (ready >= 0),
  state    TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'ordered', 'ready', 'handed_out')),
  owner    TEXT,
  note     TEXT,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX material_run ON material (run_id, position);

CREATE TABLE budget_line (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id  INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id      INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  position    INTEGER NOT NULL,
  category    TEXT NOT NULL CHECK (category <> ''),
  title       TEXT,
  planned     INTEGER CHECK (planned >= 0),                               -- hundredths of the currency
  actual      INTEGER CHECK (actual >= 0),
  approved_by TEXT,
  approved_on TEXT CHECK (length (approved_on) = 10),
  note        TEXT,
  version     INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX budget_line_project ON budget_line (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX budget_line_run ON budget_line (run_id) WHERE run_id IS NOT NULL;

-- The annual plan -----------------------------------------------------------------------------------------------------

-- One edition of a year's plan. An approved one stays as it is; adjusting it makes the next.
CREATE TABLE plan (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  edition     INTEGER NOT NULL CHECK (edition >= 1),
  approved_by TEXT,
  approved_on TEXT CHECK (length (approved_on) = 10),                     -- null: a draft
  note        TEXT,                                                       -- why it was adjusted
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (year, edition)
) STRICT;

CREATE TABLE plan_line (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id       INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  origin_id     INTEGER REFERENCES plan_line (id) DEFERRABLE INITIALLY DEFERRED,  -- the line of the edition before that it was copied from
  position      INTEGER NOT NULL,
  month         INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  category      TEXT,
  title         TEXT NOT NULL CHECK (title <> ''),
  course_id     INTEGER REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  department_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,  -- the host
  audience      TEXT,
  hours         INTEGER CHECK (hours >= 0),                               -- hundredths
  people        INTEGER CHECK (people >= 0),
  budget        INTEGER CHECK (budget >= 0),                              -- hundredths of the currency
  required      INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
  run_id        INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED, -- the class that was made of it
  cancelled     INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  reason        TEXT,
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX plan_line_plan ON plan_line (plan_id, month, position);
CREATE INDEX plan_line_origin ON plan_line (origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX plan_line_course ON plan_line (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX plan_line_department ON plan_line (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX plan_line_run ON plan_line (run_id) WHERE run_id IS NOT NULL;

-- Classes ---------------------------------------------------------------------------------------------------------------

ALTER TABLE session ADD COLUMN booking TEXT NOT NULL DEFAULT 'confirmed' CHECK (booking IN ('provisional', 'confirmed'));
CREATE INDEX session_joint ON session (joint) WHERE joint IS NOT NULL;
ALTER TABLE session ADD COLUMN link TEXT;                                 -- where those who are not in the room take part
ALTER TABLE agenda_slot ADD COLUMN trainer_id INTEGER REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX agenda_slot_trainer ON agenda_slot (trainer_id) WHERE trainer_id IS NOT NULL;

-- One scene or topic per team, that no other team of the class has.
ALTER TABLE team ADD COLUMN topic TEXT;
CREATE UNIQUE INDEX team_topic ON team (run_id, topic) WHERE topic IS NOT NULL;
ALTER TABLE run ADD COLUMN team_seed INTEGER;                             -- the lot by which teams were drawn last

ALTER TABLE enrolment ADD COLUMN reply TEXT CHECK (reply IN ('coming', 'leave', 'replaced'));
ALTER TABLE enrolment ADD COLUMN replied_on TEXT;
ALTER TABLE enrolment ADD COLUMN replaced_by_id INTEGER REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE enrolment ADD COLUMN waiting INTEGER;                         -- the place on the waiting list; null ones come first, by id
CREATE INDEX enrolment_replaced_by ON enrolment (replaced_by_id) WHERE replaced_by_id IS NOT NULL;

-- What was sent to whom, and when; the texts themselves are in the mail program.
CREATE TABLE notice (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id  INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  kind    TEXT NOT NULL CHECK (kind IN ('notice', 'reminder')),
  sent_on TEXT NOT NULL CHECK (length (sent_on) = 10),
  people  INTEGER NOT NULL DEFAULT 0 CHECK (people >= 0),
  note    TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX notice_run ON notice (run_id);

-- People ----------------------------------------------------------------------------------------------------------------

-- The numbers that guests are given, so that the highest is found at once.
CREATE INDEX trainee_guest_no ON trainee (length (employee_no), employee_no)
  WHERE deleted = 0 AND employee_no >= 'W-' AND employee_no < 'W.';

-- Who is employed stands beside the order by name, so that a list without leavers is read from the index alone.
DROP INDEX trainee_sort;
CREATE INDEX trainee_sort ON trainee (sort_key, id, employment) WHERE deleted = 0;
