-- The first schema of a Fourfold database.
--
-- Conventions that the program relies on:
--   * A table with a `version` column is a user table: it is journaled, guarded against writes outside a batch, and
--     holds INTEGER and TEXT only, because its rows travel through JSON in the journal.
--   * Marks, weights and percentages are integers in hundredths. Dates are ISO text in local wall time,
--     'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM'; the journal alone speaks UTC.
--   * Foreign keys are deferred and take no action: a use case removes children itself, so that the journal sees it.
--   * What people delete is marked `deleted`; unique keys hold among live rows.
--   * search_key and sort_key are made by ff_name_search_key() and ff_name_sort_key().

-- Machinery, not journaled -------------------------------------------------------------------------------------

CREATE TABLE meta (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE batch (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL CHECK (kind IN ('command', 'undo', 'redo', 'barrier')),
  label      TEXT NOT NULL,
  actor      TEXT NOT NULL,
  at         TEXT NOT NULL,
  target     INTEGER REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,  -- the batch that this one undoes or redoes
  undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),          -- a command whose effect is taken back now
  redoable   INTEGER NOT NULL DEFAULT 0 CHECK (redoable IN (0, 1)),
  first_line INTEGER NOT NULL,                                             -- its part of the journal
  last_line  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX batch_undo ON batch (kind, undone, id);

-- One line for each row that a statement changed; 100,000 of them in an import, so it has no index and no foreign key that each
-- line would pay for: the lines of a batch lie together, see batch.first_line.
CREATE TABLE journal (
  id           INTEGER PRIMARY KEY,
  batch_id     INTEGER NOT NULL,
  table_name   TEXT NOT NULL,
  row_id       INTEGER NOT NULL,
  operation    TEXT NOT NULL,                                            -- 'insert', 'update' or 'delete'
  before       TEXT,                                                     -- the row as JSON; null for an insert
  version_left INTEGER                                                   -- the row's version when the statement ended; null for a delete
) STRICT;

-- Append-only: erasing a person, which is a barrier, is the one command that rewrites what was noted.
CREATE TRIGGER journal_update BEFORE UPDATE ON journal
  WHEN NOT EXISTS (SELECT 1 FROM open_batch AS o JOIN batch AS b ON b.id = o.batch_id WHERE b.kind = 'barrier')
  BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal
  BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

-- The batch that is open in this transaction; empty between transactions, so that nothing escapes the journal.
CREATE TABLE open_batch (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  batch_id INTEGER NOT NULL
) STRICT;

-- People ---------------------------------------------------------------------------------------------------------

CREATE TABLE layer (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  key      TEXT NOT NULL UNIQUE CHECK (key <> ''),
  title    TEXT,                                                         -- null: the built-in name in the reader's language
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;

INSERT INTO layer (key, position) VALUES ('frontline', 1), ('support', 2), ('management', 3);

CREATE TABLE department (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  name      TEXT NOT NULL CHECK (name <> ''),
  path      TEXT NOT NULL UNIQUE CHECK (path <> ''),                     -- names from the root, joined by '/'
  sort_key  TEXT NOT NULL,
  version   INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX department_parent ON department (parent_id);

-- No function in a CHECK here: it would make each row of an import dearer (see ff-journal.c). The use case limits the lengths.
CREATE TABLE trainee (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  employee_no   TEXT NOT NULL CHECK (employee_no <> ''),
  name          TEXT NOT NULL CHECK (name <> ''),
  name_latin    TEXT,
  layer_id      INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  department_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  job_title     TEXT,
  email         TEXT,
  phone         TEXT,
  supervisor_id INTEGER REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  mentor_id     INTEGER REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  employment    TEXT NOT NULL DEFAULT 'employed' CHECK (employment IN ('employed', 'left')),
  organisation  TEXT,
  guest         INTEGER NOT NULL DEFAULT 0 CHECK (guest IN (0, 1)),
  search_key    TEXT NOT NULL,
  sort_key      TEXT NOT NULL,
  deleted       INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX trainee_employee_no ON trainee (employee_no) WHERE deleted = 0;
CREATE INDEX trainee_sort ON trainee (sort_key, id) WHERE deleted = 0;

CREATE TABLE trainer (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  name         TEXT NOT NULL CHECK (name <> ''),
  kind         TEXT NOT NULL DEFAULT 'internal' CHECK (kind IN ('internal', 'external', 'guest')),
  organisation TEXT,
  email        TEXT,
  phone        TEXT,
  profile      TEXT,
  search_key   TEXT NOT NULL,
  sort_key     TEXT NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX trainer_name ON trainer (name) WHERE deleted = 0;

CREATE TABLE venue (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL CHECK (name <> ''),
  capacity      INTEGER CHECK (capacity >= 0),
  setup_minutes INTEGER NOT NULL DEFAULT 0 CHECK (setup_minutes >= 0),
  address       TEXT,
  search_key    TEXT NOT NULL,
  sort_key      TEXT NOT NULL,
  deleted       INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX venue_name ON venue (name) WHERE deleted = 0;

-- The catalogue --------------------------------------------------------------------------------------------------

CREATE TABLE course (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  code       TEXT NOT NULL CHECK (code <> ''),
  title      TEXT NOT NULL CHECK (title <> ''),
  background TEXT,
  benefits   TEXT,                                                       -- a JSON array of strings
  audience   TEXT,
  method     TEXT,
  hours      INTEGER CHECK (hours >= 0),                                 -- hundredths of an hour
  evaluation TEXT,                                                       -- questionnaires, behaviour, metrics, results_days: checked JSON until their tables arrive
  search_key TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX course_code ON course (code) WHERE deleted = 0;

CREATE TABLE syllabus_item (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id INTEGER NOT NULL REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER REFERENCES syllabus_item (id) DEFERRABLE INITIALLY DEFERRED,
  position  INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('lecture', 'section', 'topic', 'exercise', 'case', 'discussion', 'deliverable', 'homework', 'break')),
  title     TEXT NOT NULL CHECK (title <> ''),
  minutes   INTEGER CHECK (minutes >= 0),
  layer_id  INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED, -- null: for everybody
  version   INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX syllabus_item_course ON syllabus_item (course_id, parent_id, position);

-- Classes (in code and SQL a class is a run) ---------------------------------------------------------------------

CREATE TABLE run (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id     INTEGER NOT NULL REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  code          TEXT NOT NULL CHECK (code <> ''),
  title         TEXT NOT NULL CHECK (title <> ''),
  starts_on     TEXT NOT NULL CHECK (length (starts_on) = 10),
  ends_on       TEXT NOT NULL CHECK (length (ends_on) = 10 AND ends_on >= starts_on),
  capacity      INTEGER CHECK (capacity >= 0),
  category      TEXT,
  department_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,  -- the host
  hours         INTEGER CHECK (hours >= 0),                              -- hundredths of an hour
  budget        INTEGER CHECK (budget >= 0),                             -- hundredths of the currency
  required      INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
  cancelled     INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  reason        TEXT,                                                    -- why it was cancelled
  evaluation    TEXT,                                                    -- the class's copy of course.evaluation
  search_key    TEXT NOT NULL,
  sort_key      TEXT NOT NULL,
  deleted       INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX run_code ON run (code) WHERE deleted = 0;
CREATE INDEX run_course ON run (course_id);
CREATE INDEX run_starts ON run (starts_on) WHERE deleted = 0;

CREATE TABLE team (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id   INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  name     TEXT NOT NULL CHECK (name <> ''),
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1,
  UNIQUE (run_id, name)
) STRICT;

CREATE TABLE session (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id    INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  key       TEXT NOT NULL CHECK (key <> ''),
  title     TEXT,
  starts_at TEXT NOT NULL CHECK (length (starts_at) = 16),
  ends_at   TEXT NOT NULL CHECK (length (ends_at) = 16 AND ends_at > starts_at),
  venue_id  INTEGER REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED,
  mode      TEXT NOT NULL DEFAULT 'on_site' CHECK (mode IN ('on_site', 'online', 'hybrid')),
  joint     TEXT,                                                        -- sessions of several classes with the same key are one booking
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  reason    TEXT,
  closed    INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),         -- the register is closed
  version   INTEGER NOT NULL DEFAULT 1,
  UNIQUE (run_id, key)
) STRICT;
CREATE INDEX session_starts ON session (starts_at);
CREATE INDEX session_venue ON session (venue_id, starts_at);

CREATE TABLE session_trainer (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  trainer_id INTEGER NOT NULL REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL DEFAULT 0,
  version    INTEGER NOT NULL DEFAULT 1,
  UNIQUE (session_id, trainer_id)
) STRICT;
CREATE INDEX session_trainer_trainer ON session_trainer (trainer_id);

-- Whom a session is for; no row means everybody in the class.
CREATE TABLE session_audience (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  layer_id   INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  team_id    INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  trainee_id INTEGER REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((layer_id IS NOT NULL) + (team_id IS NOT NULL) + (trainee_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX session_audience_session ON session_audience (session_id);

-- What happens within a session, minute by minute; nobody signs for a slot.
CREATE TABLE agenda_slot (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id       INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  position         INTEGER NOT NULL,
  starts_at        TEXT NOT NULL CHECK (length (starts_at) = 16),
  ends_at          TEXT NOT NULL CHECK (length (ends_at) = 16 AND ends_at > starts_at),
  title            TEXT NOT NULL,
  activity         TEXT,
  syllabus_item_id INTEGER REFERENCES syllabus_item (id) DEFERRABLE INITIALLY DEFERRED,
  version          INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX agenda_slot_session ON agenda_slot (session_id, position);

CREATE TABLE enrolment (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id        INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  trainee_id    INTEGER NOT NULL REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  status        TEXT NOT NULL DEFAULT 'enrolled' CHECK (status IN ('enrolled', 'waitlisted', 'withdrawn')),
  reason        TEXT,
  department_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,  -- as on the day of enrolment
  layer_id      INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  job_title     TEXT,
  team_id       INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  leader        INTEGER NOT NULL DEFAULT 0 CHECK (leader IN (0, 1)),
  waived_reason TEXT,                                                    -- a disqualification waived, and why
  waived_by     TEXT,
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (run_id, trainee_id)
) STRICT;
CREATE INDEX enrolment_trainee ON enrolment (trainee_id);

-- Rules and schemes: of a course, or the copy that a class keeps ---------------------------------------------------

CREATE TABLE attendance_rule (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id     INTEGER UNIQUE REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  run_id        INTEGER UNIQUE REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  grace_minutes INTEGER NOT NULL DEFAULT 15 CHECK (grace_minutes BETWEEN 0 AND 1440),
  max_absence   INTEGER NOT NULL DEFAULT 2000 CHECK (max_absence BETWEEN 0 AND 10000),  -- hundredths of a percent
  base          TEXT NOT NULL DEFAULT 'sessions' CHECK (base IN ('sessions', 'minutes')),
  min_attended  INTEGER CHECK (min_attended BETWEEN 0 AND 10000),        -- hundredths of a percent; null: off
  version       INTEGER NOT NULL DEFAULT 1,
  CHECK ((course_id IS NULL) <> (run_id IS NULL))
) STRICT;

CREATE TABLE scheme (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id      INTEGER UNIQUE REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  run_id         INTEGER UNIQUE REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  pass_mark      INTEGER NOT NULL DEFAULT 6000 CHECK (pass_mark BETWEEN 0 AND 10000),
  good_mark      INTEGER NOT NULL DEFAULT 8000 CHECK (good_mark BETWEEN 0 AND 10000),
  excellent_mark INTEGER NOT NULL DEFAULT 9000 CHECK (excellent_mark BETWEEN 0 AND 10000),
  award_percent  INTEGER NOT NULL DEFAULT 2000 CHECK (award_percent BETWEEN 0 AND 10000),
  award_rounding TEXT NOT NULL DEFAULT 'down' CHECK (award_rounding IN ('down', 'nearest', 'up')),
  version        INTEGER NOT NULL DEFAULT 1,
  CHECK ((course_id IS NULL) <> (run_id IS NULL))
) STRICT;

CREATE TABLE component (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  scheme_id       INTEGER NOT NULL REFERENCES scheme (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id       INTEGER REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
  position        INTEGER NOT NULL,
  key             TEXT NOT NULL CHECK (key <> ''),
  title           TEXT NOT NULL CHECK (title <> ''),
  weight          INTEGER NOT NULL CHECK (weight >= 0),                  -- hundredths; 0 for a pre-test
  max             INTEGER NOT NULL DEFAULT 10000 CHECK (max > 0),        -- hundredths of a point
  source          TEXT NOT NULL DEFAULT 'manual' CHECK (source IN ('manual', 'rubric', 'test', 'attendance', 'commitment')),
  level           INTEGER CHECK (level BETWEEN 1 AND 4),
  pretest_of      TEXT,                                                  -- the key of the leaf that this one is measured before
  commitment_kind TEXT CHECK (commitment_kind IN ('card', 'seven_day', 'micro_plan', 'project')),
  attempts        TEXT NOT NULL DEFAULT 'capped' CHECK (attempts IN ('best', 'last', 'capped')),
  drop_extremes   INTEGER NOT NULL DEFAULT 0 CHECK (drop_extremes IN (0, 1)),
  by_team         INTEGER NOT NULL DEFAULT 0 CHECK (by_team IN (0, 1)),
  due_days        INTEGER,                                               -- days after the class's end at which the mark is due
  version         INTEGER NOT NULL DEFAULT 1,
  UNIQUE (scheme_id, key)
) STRICT;

CREATE TABLE criterion (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  component_id INTEGER NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
  position     INTEGER NOT NULL,
  key          TEXT NOT NULL CHECK (key <> ''),
  title        TEXT NOT NULL CHECK (title <> ''),
  max          INTEGER NOT NULL CHECK (max > 0),                         -- hundredths of a point
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (component_id, key)
) STRICT;

-- What happened ----------------------------------------------------------------------------------------------------

CREATE TABLE attendance (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id   INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  status       TEXT CHECK (status IN ('present', 'late', 'left_early', 'absent', 'excused')),  -- set by hand; null: the times decide
  arrived_at   TEXT CHECK (length (arrived_at) = 16),
  left_at      TEXT CHECK (length (left_at) = 16),
  leave_kind   TEXT,
  leave_counts INTEGER NOT NULL DEFAULT 0 CHECK (leave_counts IN (0, 1)),  -- this leave counts as absent
  made_up      INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)),
  mode         TEXT CHECK (mode IN ('on_site', 'online')),
  note         TEXT,
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (session_id, enrolment_id)
) STRICT;
CREATE INDEX attendance_enrolment ON attendance (enrolment_id);

CREATE TABLE mark (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  component_id INTEGER NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
  criterion_id INTEGER REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
  rater        TEXT NOT NULL DEFAULT '',
  attempt      INTEGER NOT NULL DEFAULT 1 CHECK (attempt >= 1),
  score        INTEGER NOT NULL CHECK (score >= 0),                      -- hundredths of a point
  comment      TEXT,
  reason       TEXT,                                                     -- why it overrides the leaf's own source
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX mark_leaf ON mark (enrolment_id, component_id, rater, attempt) WHERE criterion_id IS NULL;
CREATE UNIQUE INDEX mark_criterion ON mark (enrolment_id, criterion_id, rater, attempt) WHERE criterion_id IS NOT NULL;
CREATE INDEX mark_component ON mark (component_id);

CREATE TABLE exemption (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  component_id INTEGER NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
  reason       TEXT NOT NULL CHECK (reason <> ''),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (enrolment_id, component_id)
) STRICT;

-- Each foreign key has an index, or removing a row, as undoing an import does, would read whole tables for every row.
CREATE INDEX batch_target ON batch (target) WHERE target IS NOT NULL;
CREATE INDEX trainee_mentor ON trainee (mentor_id) WHERE mentor_id IS NOT NULL;
CREATE INDEX trainee_supervisor ON trainee (supervisor_id) WHERE supervisor_id IS NOT NULL;
CREATE INDEX trainee_department ON trainee (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX trainee_layer ON trainee (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX syllabus_item_layer ON syllabus_item (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX syllabus_item_parent ON syllabus_item (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX run_department ON run (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX session_audience_trainee ON session_audience (trainee_id) WHERE trainee_id IS NOT NULL;
CREATE INDEX session_audience_team ON session_audience (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX session_audience_layer ON session_audience (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX agenda_slot_syllabus_item ON agenda_slot (syllabus_item_id) WHERE syllabus_item_id IS NOT NULL;
CREATE INDEX enrolment_team ON enrolment (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX enrolment_layer ON enrolment (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX enrolment_department ON enrolment (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX component_parent ON component (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX mark_by_criterion ON mark (criterion_id) WHERE criterion_id IS NOT NULL;
CREATE INDEX exemption_component ON exemption (component_id) WHERE component_id IS NOT NULL;
