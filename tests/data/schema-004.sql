PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;
INSERT INTO meta VALUES('database_id','golden');
INSERT INTO meta VALUES('secret','golden');
INSERT INTO meta VALUES('time_zone','golden');
INSERT INTO meta VALUES('created_on','golden');
INSERT INTO meta VALUES('checked_on','golden');
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
INSERT INTO batch VALUES(1,'command','Sample','golden','2026-01-01T00:00:00Z',NULL,0,0,1,11);
INSERT INTO batch VALUES(2,'command','Correct a mark','golden','2026-01-01T00:00:00Z',NULL,0,0,12,12);
CREATE TABLE journal (
  id           INTEGER PRIMARY KEY,
  batch_id     INTEGER NOT NULL,
  table_name   TEXT NOT NULL,
  row_id       INTEGER NOT NULL,
  operation    TEXT NOT NULL,                                            -- 'insert', 'update' or 'delete'
  before       TEXT,                                                     -- the row as JSON; null for an insert
  version_left INTEGER                                                   -- the row's version when the statement ended; null for a delete
) STRICT;
INSERT INTO journal VALUES(1,1,'department',1,'insert',NULL,1);
INSERT INTO journal VALUES(2,1,'department',2,'insert',NULL,1);
INSERT INTO journal VALUES(3,1,'trainee',1,'insert',NULL,1);
INSERT INTO journal VALUES(4,1,'trainee',2,'insert',NULL,1);
INSERT INTO journal VALUES(5,1,'course',1,'insert',NULL,1);
INSERT INTO journal VALUES(6,1,'run',1,'insert',NULL,1);
INSERT INTO journal VALUES(7,1,'enrolment',1,'insert',NULL,1);
INSERT INTO journal VALUES(8,1,'enrolment',2,'insert',NULL,1);
INSERT INTO journal VALUES(9,1,'scheme',1,'insert',NULL,1);
INSERT INTO journal VALUES(10,1,'component',1,'insert',NULL,1);
INSERT INTO journal VALUES(11,1,'mark',1,'insert',NULL,1);
INSERT INTO journal VALUES(12,2,'mark',1,'update','{"id":1,"enrolment_id":1,"component_id":1,"criterion_id":null,"rater":"","attempt":1,"score":9250,"comment":null,"reason":null,"version":1,"from_team_id":null}',2);
CREATE TABLE open_batch (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  batch_id INTEGER NOT NULL
) STRICT;
CREATE TABLE layer (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  key      TEXT NOT NULL UNIQUE CHECK (key <> ''),
  title    TEXT,                                                         -- null: the built-in name in the reader's language
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1
, required_hours INTEGER CHECK (required_hours >= 0)) STRICT;
INSERT INTO layer VALUES(1,'frontline',NULL,1,1,NULL);
INSERT INTO layer VALUES(2,'support',NULL,2,1,NULL);
INSERT INTO layer VALUES(3,'management',NULL,3,1,NULL);
CREATE TABLE department (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  name      TEXT NOT NULL CHECK (name <> ''),
  path      TEXT NOT NULL UNIQUE CHECK (path <> ''),                     -- names from the root, joined by '/'
  sort_key  TEXT NOT NULL,
  version   INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO department VALUES(1,NULL,'生产部','生产部','sheng chan bu',1);
INSERT INTO department VALUES(2,1,'Line 1','生产部/Line 1','line 1',1);
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
INSERT INTO trainee VALUES(1,'00123','张三',NULL,1,2,NULL,NULL,NULL,2,NULL,'employed',NULL,0,'张三','zhang san',0,1);
INSERT INTO trainee VALUES(2,'00124','Ann O''Neil',NULL,3,1,NULL,NULL,NULL,NULL,NULL,'employed',NULL,0,'anno''neil','ann o''neil',0,1);
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
, grade_id INTEGER REFERENCES trainer_grade (id) DEFERRABLE INITIALLY DEFERRED, public_name TEXT, duties TEXT) STRICT;
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
, site TEXT, fallback_id INTEGER REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED, note TEXT) STRICT;
CREATE TABLE course (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  code       TEXT NOT NULL CHECK (code <> ''),
  title      TEXT NOT NULL CHECK (title <> ''),
  background TEXT,
  benefits   TEXT,                                                       -- a JSON array of strings
  audience   TEXT,
  method     TEXT,
  hours      INTEGER CHECK (hours >= 0),                                 -- hundredths of an hour
  search_key TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1
, category TEXT) STRICT;
INSERT INTO course VALUES(1,'C1','领导力',NULL,NULL,NULL,NULL,1200,'领导力','ling dao li',0,1,NULL);
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
, made_to_order INTEGER NOT NULL DEFAULT 0 CHECK (made_to_order IN (0, 1))) STRICT;
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
  search_key    TEXT NOT NULL,
  sort_key      TEXT NOT NULL,
  deleted       INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version       INTEGER NOT NULL DEFAULT 1
, project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED, bring TEXT, team_seed INTEGER) STRICT;
INSERT INTO run VALUES(1,1,'R1','领导力一班','2026-03-14','2026-03-15',NULL,NULL,NULL,NULL,NULL,0,0,NULL,'领导力一班','ling dao li yi ban',0,1,NULL,NULL,NULL);
CREATE TABLE team (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id   INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  name     TEXT NOT NULL CHECK (name <> ''),
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1, topic TEXT,
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
  version   INTEGER NOT NULL DEFAULT 1, booking TEXT NOT NULL DEFAULT 'confirmed' CHECK (booking IN ('provisional', 'confirmed')), link TEXT,
  UNIQUE (run_id, key)
) STRICT;
CREATE TABLE session_trainer (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  trainer_id INTEGER NOT NULL REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,
  position   INTEGER NOT NULL DEFAULT 0,
  version    INTEGER NOT NULL DEFAULT 1,
  UNIQUE (session_id, trainer_id)
) STRICT;
CREATE TABLE session_audience (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  layer_id   INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  team_id    INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  trainee_id INTEGER REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((layer_id IS NOT NULL) + (team_id IS NOT NULL) + (trainee_id IS NOT NULL) = 1)
) STRICT;
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
, trainer_id INTEGER REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
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
  version       INTEGER NOT NULL DEFAULT 1, reply TEXT CHECK (reply IN ('coming', 'leave', 'replaced')), replied_on TEXT, replaced_by_id INTEGER REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED, waiting INTEGER,
  UNIQUE (run_id, trainee_id)
) STRICT;
INSERT INTO enrolment VALUES(1,1,1,'enrolled',NULL,NULL,1,NULL,NULL,0,NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO enrolment VALUES(2,1,2,'enrolled',NULL,NULL,3,NULL,NULL,0,NULL,NULL,1,NULL,NULL,NULL,NULL);
CREATE TABLE attendance_rule (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id     INTEGER UNIQUE REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  run_id        INTEGER UNIQUE REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  grace_minutes INTEGER NOT NULL DEFAULT 15 CHECK (grace_minutes BETWEEN 0 AND 1440),
  max_absence   INTEGER NOT NULL DEFAULT 2000 CHECK (max_absence BETWEEN 0 AND 10000),  -- hundredths of a percent
  base          TEXT NOT NULL DEFAULT 'sessions' CHECK (base IN ('sessions', 'minutes')),
  min_attended  INTEGER CHECK (min_attended BETWEEN 0 AND 10000),        -- hundredths of a percent; null: off
  version       INTEGER NOT NULL DEFAULT 1, edition INTEGER NOT NULL DEFAULT 1 CHECK (edition >= 1), since TEXT CHECK (length (since) = 10), reason TEXT,
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
INSERT INTO scheme VALUES(1,NULL,1,6000,8000,9000,2000,'down',1);
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
INSERT INTO component VALUES(1,1,NULL,1,'exam','Exam',10000,10000,'manual',NULL,NULL,NULL,'capped',0,0,NULL,1);
CREATE TABLE criterion (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  component_id INTEGER NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
  position     INTEGER NOT NULL,
  key          TEXT NOT NULL CHECK (key <> ''),
  title        TEXT NOT NULL CHECK (title <> ''),
  max          INTEGER NOT NULL CHECK (max > 0),                         -- hundredths of a point
  version      INTEGER NOT NULL DEFAULT 1, note TEXT,
  UNIQUE (component_id, key)
) STRICT;
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
  version      INTEGER NOT NULL DEFAULT 1, made_up_in INTEGER REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (session_id, enrolment_id)
) STRICT;
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
, from_team_id INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
INSERT INTO mark VALUES(1,1,1,NULL,'',1,9300,NULL,NULL,2,NULL);
CREATE TABLE exemption (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  component_id INTEGER NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
  reason       TEXT NOT NULL CHECK (reason <> ''),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (enrolment_id, component_id)
) STRICT;
CREATE TABLE setting (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  key     TEXT NOT NULL UNIQUE CHECK (key <> ''),
  value   TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE equipment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL CHECK (name <> ''),
  count      INTEGER NOT NULL DEFAULT 1 CHECK (count >= 0),               -- movable ones, that sessions share
  search_key TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE venue_zone (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  venue_id INTEGER NOT NULL REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL CHECK (name <> ''),
  purpose  TEXT,
  capacity INTEGER CHECK (capacity >= 0),
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE venue_equipment (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  venue_id     INTEGER NOT NULL REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id) DEFERRABLE INITIALLY DEFERRED,
  count        INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (venue_id, equipment_id)
) STRICT;
CREATE TABLE session_equipment (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id   INTEGER NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id) DEFERRABLE INITIALLY DEFERRED,
  count        INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (session_id, equipment_id)
) STRICT;
CREATE TABLE trainer_grade (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL UNIQUE CHECK (name <> ''),
  rate     INTEGER NOT NULL DEFAULT 0 CHECK (rate >= 0),                  -- of a class hour, hundredths of the currency
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE qualification (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  trainer_id INTEGER NOT NULL REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,
  title      TEXT NOT NULL CHECK (title <> ''),
  evidence   TEXT,
  issued_on  TEXT CHECK (length (issued_on) = 10),
  expires_on TEXT CHECK (length (expires_on) = 10),                       -- the last day on which it holds; null: for good
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE trainer_course (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  trainer_id       INTEGER NOT NULL REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,
  course_id        INTEGER NOT NULL REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  qualification_id INTEGER REFERENCES qualification (id) DEFERRABLE INITIALLY DEFERRED,  -- that allows it, and with whose expiry it ends
  version          INTEGER NOT NULL DEFAULT 1,
  UNIQUE (trainer_id, course_id)
) STRICT;
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
CREATE TABLE calendar_day (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  day     TEXT NOT NULL UNIQUE CHECK (length (day) = 10),
  kind    TEXT NOT NULL CHECK (kind IN ('off', 'working')),
  title   TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
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
CREATE TABLE requirement (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  course_id     INTEGER NOT NULL REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  layer_id      INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  department_id INTEGER REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  valid_months  INTEGER CHECK (valid_months > 0),                         -- due again after so many; null: once is enough
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;
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
CREATE TABLE notice (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id  INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  kind    TEXT NOT NULL CHECK (kind IN ('notice', 'reminder')),
  sent_on TEXT NOT NULL CHECK (length (sent_on) = 10),
  people  INTEGER NOT NULL DEFAULT 0 CHECK (people >= 0),
  note    TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE leave_kind (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  key      TEXT NOT NULL UNIQUE CHECK (key <> ''),
  title    TEXT,                                                         -- null: the built-in name in the reader's language
  counts   INTEGER NOT NULL DEFAULT 0 CHECK (counts IN (0, 1)),          -- counts as absent
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO leave_kind VALUES(1,'official',NULL,0,1,1);
INSERT INTO leave_kind VALUES(2,'sick',NULL,0,2,1);
INSERT INTO leave_kind VALUES(3,'personal',NULL,0,3,1);
CREATE TABLE rater (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id     INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  name       TEXT NOT NULL CHECK (name <> ''),
  trainer_id INTEGER REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,
  weight     INTEGER NOT NULL DEFAULT 100 CHECK (weight > 0),            -- hundredths; only the proportion counts
  position   INTEGER NOT NULL DEFAULT 0,
  version    INTEGER NOT NULL DEFAULT 1,
  UNIQUE (run_id, name)
) STRICT;
CREATE TABLE team_mark (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  team_id      INTEGER NOT NULL REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  component_id INTEGER NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
  criterion_id INTEGER REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
  rater        TEXT NOT NULL DEFAULT '',
  attempt      INTEGER NOT NULL DEFAULT 1 CHECK (attempt >= 1),
  score        INTEGER NOT NULL CHECK (score >= 0),                      -- hundredths of a point
  comment      TEXT,
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE settlement (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id     INTEGER NOT NULL UNIQUE REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  settled_at TEXT NOT NULL CHECK (length (settled_at) = 16),
  settled_by TEXT NOT NULL CHECK (settled_by <> ''),
  ranked     INTEGER NOT NULL CHECK (ranked >= 0),                       -- n of the award
  awards     INTEGER NOT NULL CHECK (awards >= 0),                       -- k
  note       TEXT,
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE settled_result (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  settlement_id INTEGER NOT NULL REFERENCES settlement (id) DEFERRABLE INITIALLY DEFERRED,
  enrolment_id  INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  total         INTEGER,                                                 -- hundredths; null: not known
  passed        INTEGER CHECK (passed IN (0, 1)),                        -- null: left out
  rank          INTEGER CHECK (rank >= 1),                               -- null: not ranked
  award         INTEGER NOT NULL DEFAULT 0 CHECK (award IN (0, 1)),
  left_out      TEXT,                                                    -- why somebody provisional was left out
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (settlement_id, enrolment_id)
) STRICT;
CREATE TABLE comment_phrase (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  text     TEXT NOT NULL UNIQUE CHECK (text <> ''),
  category TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE rubric (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT CHECK (key <> ''),                                     -- of a built-in one that was edited; null: somebody's own
  title      TEXT NOT NULL CHECK (title <> ''),
  note       TEXT,                                                       -- what it is for and where it comes from
  search_key TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE rubric_criterion (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  rubric_id INTEGER NOT NULL REFERENCES rubric (id) DEFERRABLE INITIALLY DEFERRED,
  position  INTEGER NOT NULL,
  key       TEXT NOT NULL CHECK (key <> ''),
  title     TEXT NOT NULL CHECK (title <> ''),
  note      TEXT,
  max       INTEGER NOT NULL CHECK (max > 0),                            -- hundredths of a point
  version   INTEGER NOT NULL DEFAULT 1,
  UNIQUE (rubric_id, key)
) STRICT;
CREATE TABLE rubric_level (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  rubric_criterion_id INTEGER NOT NULL REFERENCES rubric_criterion (id) DEFERRABLE INITIALLY DEFERRED,
  position            INTEGER NOT NULL,                                  -- the best first
  title               TEXT NOT NULL CHECK (title <> ''),
  description         TEXT,
  points              INTEGER NOT NULL CHECK (points >= 0),              -- hundredths
  version             INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE criterion_level (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  criterion_id INTEGER NOT NULL REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
  position     INTEGER NOT NULL,
  title        TEXT NOT NULL CHECK (title <> ''),
  description  TEXT,
  points       INTEGER NOT NULL CHECK (points >= 0),                     -- hundredths
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE assignment (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id         INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  deliverable_id INTEGER REFERENCES deliverable (id) DEFERRABLE INITIALLY DEFERRED,
  position       INTEGER NOT NULL,
  title          TEXT NOT NULL CHECK (title <> ''),
  by_team        INTEGER NOT NULL DEFAULT 0 CHECK (by_team IN (0, 1)),
  due_at         TEXT CHECK (length (due_at) = 16),                      -- to the minute; null: no term
  max            INTEGER CHECK (max > 0),                                -- hundredths of a point; null: it is not marked
  note           TEXT,
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE submission (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  assignment_id INTEGER NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
  enrolment_id  INTEGER REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  team_id       INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
  edition       TEXT NOT NULL DEFAULT '1.0' CHECK (edition <> ''),
  handed_in_at  TEXT NOT NULL CHECK (length (handed_in_at) = 16),
  score         INTEGER CHECK (score >= 0),                              -- hundredths of a point
  note          TEXT,
  version       INTEGER NOT NULL DEFAULT 1,
  CHECK ((enrolment_id IS NULL) <> (team_id IS NULL))
) STRICT;
CREATE TABLE commitment (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  kind         TEXT CHECK (kind IN ('card', 'seven_day', 'micro_plan', 'project')),
  title        TEXT NOT NULL CHECK (title <> ''),
  status       TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'submitted', 'applied', 'verified')),
  due_on       TEXT CHECK (length (due_on) = 10),
  mentor       TEXT,
  evidence     TEXT,                                                     -- what shows that it was applied
  submitted_on TEXT CHECK (length (submitted_on) = 10),
  applied_on   TEXT CHECK (length (applied_on) = 10),
  verified_on  TEXT CHECK (length (verified_on) = 10),
  verified_by  TEXT,
  starts_on    TEXT CHECK (length (starts_on) = 10),                     -- the first day of a log
  daily_target INTEGER CHECK (daily_target > 0),                         -- cases a day of a log
  note         TEXT,
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE commitment_day (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  commitment_id INTEGER NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  day           TEXT NOT NULL CHECK (length (day) = 10),
  cases         INTEGER NOT NULL CHECK (cases >= 0),
  note          TEXT,
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (commitment_id, day)
) STRICT;
CREATE TABLE test_item (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  component_id INTEGER NOT NULL REFERENCES component (id) DEFERRABLE INITIALLY DEFERRED,
  position     INTEGER NOT NULL,
  key          TEXT NOT NULL CHECK (key <> ''),
  kind         TEXT NOT NULL CHECK (kind IN ('choice', 'short')),
  title        TEXT NOT NULL CHECK (title <> ''),
  options      TEXT,                                                     -- of a choice: one a line, A first
  answer       TEXT,                                                     -- of a choice: the letters that are right ("B", "ACD"); of a short one: a model answer
  points       INTEGER NOT NULL CHECK (points > 0),                      -- hundredths
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (component_id, key)
) STRICT;
CREATE TABLE test_answer (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  item_id      INTEGER NOT NULL REFERENCES test_item (id) DEFERRABLE INITIALLY DEFERRED,
  attempt      INTEGER NOT NULL DEFAULT 1 CHECK (attempt >= 1),
  answer       TEXT,                                                     -- of a choice: the letters chosen, '' for none
  score        INTEGER CHECK (score >= 0),                               -- of a short one: hundredths; of a choice it follows from the key
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (enrolment_id, item_id, attempt)
) STRICT;
CREATE TABLE evaluation (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id       INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id           INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  course_id        INTEGER REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  learning_target  INTEGER CHECK (learning_target BETWEEN 0 AND 10000),   -- hundredths of a percent who pass; null: none
  behaviour_days   INTEGER NOT NULL DEFAULT 30 CHECK (behaviour_days >= 0),
  applied_target   INTEGER NOT NULL DEFAULT 8500 CHECK (applied_target BETWEEN 0 AND 10000),
  submitted_target INTEGER NOT NULL DEFAULT 10000 CHECK (submitted_target BETWEEN 0 AND 10000),
  results_days     INTEGER NOT NULL DEFAULT 90 CHECK (results_days >= 0),
  interview_share  INTEGER NOT NULL DEFAULT 1000 CHECK (interview_share BETWEEN 0 AND 10000),
  interview_seed   INTEGER,                                               -- of the last draw; null: not drawn
  version          INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) + (course_id IS NOT NULL) = 1)
) STRICT;
CREATE TABLE wave (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id  INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  number  INTEGER NOT NULL CHECK (number >= 2),                           -- the first is 1 and has no row
  days    INTEGER NOT NULL CHECK (days >= 0),                             -- after the end of the class
  title   TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (run_id, number)
) STRICT;
CREATE TABLE level_exclusion (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  level        INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  reason       TEXT NOT NULL CHECK (reason <> ''),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (enrolment_id, level)
) STRICT;
CREATE TABLE questionnaire (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id     INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id         INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  course_id      INTEGER REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  position       INTEGER NOT NULL DEFAULT 0,
  key            TEXT NOT NULL CHECK (key <> ''),                         -- of a built-in one that was edited in the library: its key
  title          TEXT NOT NULL CHECK (title <> ''),
  language       TEXT,                                                    -- of the titles that stand here; null: not said
  kind           TEXT NOT NULL DEFAULT 'rating' CHECK (kind IN ('rating', 'nps', 'yesno', 'choice', 'text', 'servqual', 'csi', 'needs', 'observation', 'test')),
  level          INTEGER CHECK (level BETWEEN 1 AND 4),                   -- null: of none, as a study of needs
  anonymous      INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
  scale_min      INTEGER NOT NULL DEFAULT 1,
  scale_max      INTEGER NOT NULL DEFAULT 5 CHECK (scale_max > scale_min),
  scale_labels   TEXT,                                                    -- one a line, from the lowest rating on; null: numbers alone
  target         INTEGER,                                                 -- of the mean, ten-thousandths of a point; null: none
  min_responses  INTEGER NOT NULL DEFAULT 5 CHECK (min_responses >= 1),   -- an anonymous one shows nothing below so many
  invited_by     TEXT NOT NULL DEFAULT 'enrolled' CHECK (invited_by IN ('enrolled', 'attended', 'typed')),
  invited        INTEGER CHECK (invited >= 0),                            -- forms handed out, where that is typed
  half_invalid   INTEGER NOT NULL DEFAULT 0 CHECK (half_invalid IN (0, 1)), -- a form with fewer than half its ratings is invalid
  intro          TEXT,                                                    -- what stands above the questions
  closed_on      TEXT CHECK (length (closed_on) = 10),                    -- from then on nobody is reminded; null: open
  search_key     TEXT NOT NULL,
  sort_key       TEXT NOT NULL,
  deleted        INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version        INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) + (course_id IS NOT NULL) <= 1)
) STRICT;
CREATE TABLE dimension (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  position         INTEGER NOT NULL,
  key              TEXT NOT NULL CHECK (key <> ''),
  title            TEXT,                                                  -- null: people read the key
  weight           INTEGER NOT NULL DEFAULT 10000 CHECK (weight >= 0),    -- ten-thousandths; only the proportion counts
  target           INTEGER,                                               -- ten-thousandths; null: that of the questionnaire
  about            TEXT CHECK (about IN ('trainer', 'venue')),            -- what its questions judge; null: the class
  trainer_id       INTEGER REFERENCES trainer (id) DEFERRABLE INITIALLY DEFERRED,  -- whom; null: the class's only one, or all of them
  venue_id         INTEGER REFERENCES venue (id) DEFERRABLE INITIALLY DEFERRED,
  version          INTEGER NOT NULL DEFAULT 1,
  UNIQUE (questionnaire_id, key)
) STRICT;
CREATE TABLE question (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  dimension_id     INTEGER NOT NULL REFERENCES dimension (id) DEFERRABLE INITIALLY DEFERRED,
  position         INTEGER NOT NULL,                                      -- in its dimension
  key              TEXT NOT NULL CHECK (key <> ''),
  kind             TEXT NOT NULL DEFAULT 'rating' CHECK (kind IN ('rating', 'nps', 'yesno', 'choice', 'text', 'servqual', 'short')),
  title            TEXT,
  options          TEXT,                                                  -- of a choice: one a line
  multiple         INTEGER NOT NULL DEFAULT 0 CHECK (multiple IN (0, 1)), -- of a choice: more than one may be chosen
  weight           INTEGER NOT NULL DEFAULT 10000 CHECK (weight >= 0),    -- in its factor (CSI), ten-thousandths
  answer           TEXT,                                                  -- of a test's item: the letters that are right, or a model answer
  points           INTEGER CHECK (points > 0),                            -- of a test's item: hundredths
  version          INTEGER NOT NULL DEFAULT 1,
  UNIQUE (questionnaire_id, key)
) STRICT;
CREATE TABLE questionnaire_text (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  dimension_id     INTEGER REFERENCES dimension (id) DEFERRABLE INITIALLY DEFERRED,
  question_id      INTEGER REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
  language         TEXT NOT NULL CHECK (language <> ''),                  -- 'en', 'zh_CN', 'zh_TW' …
  title            TEXT,
  options          TEXT,                                                  -- of a choice, one a line; of the whole: the labels of the scale
  intro            TEXT,                                                  -- of the whole
  version          INTEGER NOT NULL DEFAULT 1,
  CHECK (dimension_id IS NULL OR question_id IS NULL)
) STRICT;
CREATE TABLE response (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  trainee_id       INTEGER REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,  -- whom it is about; it is by him unless a rater is named
  rater            TEXT CHECK (rater IN ('self', 'supervisor', 'peer')),
  rater_name       TEXT NOT NULL DEFAULT '',
  wave             INTEGER NOT NULL DEFAULT 1 CHECK (wave >= 1),
  invalid          INTEGER NOT NULL DEFAULT 0 CHECK (invalid IN (0, 1)),  -- somebody said so
  invalid_reason   TEXT,
  version          INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE answer (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  response_id INTEGER NOT NULL REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
  question_id INTEGER NOT NULL REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
  part        INTEGER NOT NULL DEFAULT 0 CHECK (part IN (0, 1, 2)),       -- of a pair: 1 expectation, 2 perception
  value       INTEGER,                                                    -- the rating; yes 1, no 0; the only choice from 1 on
  text        TEXT,                                                       -- of a text; of a choice: its letters
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (response_id, question_id, part),
  CHECK (value IS NOT NULL OR text IS NOT NULL)
) STRICT;
CREATE TABLE anonymous_response (
  id               INTEGER PRIMARY KEY,                                   -- random, 63 bits
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  rater            TEXT CHECK (rater IN ('self', 'supervisor', 'peer')),
  wave             INTEGER NOT NULL DEFAULT 1 CHECK (wave >= 1),
  invalid          INTEGER NOT NULL DEFAULT 0 CHECK (invalid IN (0, 1))
) STRICT;
CREATE TABLE anonymous_answer (
  response_id INTEGER NOT NULL REFERENCES anonymous_response (id) DEFERRABLE INITIALLY DEFERRED,
  question_id INTEGER NOT NULL REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
  part        INTEGER NOT NULL DEFAULT 0 CHECK (part IN (0, 1, 2)),
  value       INTEGER,
  text        TEXT,
  PRIMARY KEY (response_id, question_id, part),
  CHECK (value IS NOT NULL OR text IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE participation (
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  trainee_id       INTEGER NOT NULL REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  rater            TEXT NOT NULL DEFAULT '',
  wave             INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (questionnaire_id, trainee_id, rater, wave)
) STRICT, WITHOUT ROWID;
CREATE TABLE answers_digest (
  digest TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE anonymous_revision (
  questionnaire_id INTEGER PRIMARY KEY NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  revision         INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE entry_check (
  questionnaire_id INTEGER PRIMARY KEY NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  forms            INTEGER NOT NULL DEFAULT 0,
  answers          INTEGER NOT NULL DEFAULT 0,
  differing        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE import_map (
  kind    TEXT NOT NULL,
  shape   TEXT NOT NULL,                                                  -- a digest of the headings
  mapping TEXT NOT NULL,                                                  -- JSON
  PRIMARY KEY (kind, shape)
) STRICT, WITHOUT ROWID;
CREATE TABLE interview (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL UNIQUE REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  position     INTEGER NOT NULL,                                          -- in the draw
  held_on      TEXT CHECK (length (held_on) = 10),
  interviewer  TEXT,
  best         TEXT,
  worst        TEXT,
  suggestions  TEXT,
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE metric (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id   INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id       INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  course_id    INTEGER REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
  position     INTEGER NOT NULL,
  key          TEXT NOT NULL CHECK (key <> ''),
  title        TEXT,                                                      -- null: people read the key
  unit         TEXT,
  direction    TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down')),
  baseline     TEXT,                                                      -- a decimal number, as all figures of metrics
  target_kind  TEXT CHECK (target_kind IN ('relative', 'points', 'value')),  -- asked, never guessed
  target       TEXT,
  actual_by    TEXT NOT NULL DEFAULT 'latest' CHECK (actual_by IN ('latest', 'mean', 'last_n')),
  last_n       INTEGER CHECK (last_n >= 1),
  chart        TEXT NOT NULL DEFAULT 'run' CHECK (chart IN ('run', 'individuals', 'proportion')),
  formula      TEXT,                                                      -- how it is measured, where it comes from
  owner        TEXT,                                                      -- who delivers the values
  version      INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) + (course_id IS NOT NULL) = 1)
) STRICT;
CREATE TABLE metric_value (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  metric_id  INTEGER NOT NULL REFERENCES metric (id) DEFERRABLE INITIALLY DEFERRED,
  comparison INTEGER NOT NULL DEFAULT 0 CHECK (comparison IN (0, 1)),     -- of the group that was not trained
  day        TEXT NOT NULL CHECK (length (day) = 10),
  value      TEXT NOT NULL CHECK (value <> ''),
  size       INTEGER CHECK (size > 0),                                    -- of a proportion: how many it is a share of
  cause      TEXT,                                                        -- why it is unusual
  version    INTEGER NOT NULL DEFAULT 1,
  UNIQUE (metric_id, comparison, day)
) STRICT;
CREATE TABLE roi (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id       INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id           INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  benefit          INTEGER CHECK (benefit >= 0),                          -- hundredths of the currency, over `months`
  months           INTEGER CHECK (months >= 1),
  cost             INTEGER CHECK (cost >= 0),                             -- null: what the budget lines add up to
  isolation        INTEGER CHECK (isolation BETWEEN 0 AND 10000),         -- hundredths of a percent that the training did
  isolation_by     TEXT,                                                  -- how that is known
  confidence       INTEGER CHECK (confidence BETWEEN 0 AND 10000),
  note             TEXT,
  version          INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) = 1)
) STRICT;
CREATE TABLE improvement_cycle (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id     INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  number     INTEGER NOT NULL CHECK (number >= 1),
  starts_on  TEXT NOT NULL CHECK (length (starts_on) = 10),
  closed_on  TEXT CHECK (length (closed_on) = 10),
  note       TEXT,
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) = 1)
) STRICT;
CREATE TABLE improvement (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  cycle_id    INTEGER NOT NULL REFERENCES improvement_cycle (id) DEFERRABLE INITIALLY DEFERRED,
  position    INTEGER NOT NULL,
  level       INTEGER CHECK (level BETWEEN 1 AND 4),
  source      TEXT,                                                       -- what it was gathered from ('question:reaction/q3'); null: by hand
  title       TEXT NOT NULL CHECK (title <> ''),
  weight      TEXT,                                                       -- decimal numbers as they were on the day of gathering
  shortfall   TEXT,                                                       -- target − actual in the direction of the target, in `unit`
  weakness    TEXT NOT NULL DEFAULT '0',                                  -- weight × shortfall as a share of the target, or a count
  unit        TEXT,
  metric_id   INTEGER REFERENCES metric (id) DEFERRABLE INITIALLY DEFERRED,
  fact        TEXT,                                                       -- what stands in the fish's head beside the title ('31 % of cases')
  solved_on   TEXT CHECK (length (solved_on) = 10),                       -- from then on no next cycle takes it over; null: open
  carried_from_id INTEGER REFERENCES improvement (id) DEFERRABLE INITIALLY DEFERRED,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE cause (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  improvement_id INTEGER NOT NULL REFERENCES improvement (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id      INTEGER REFERENCES cause (id) DEFERRABLE INITIALLY DEFERRED,  -- null: a branch
  position       INTEGER NOT NULL,
  branch         TEXT CHECK (branch IN ('people', 'machine', 'material', 'method', 'environment', 'measure')),  -- a branch with a known name
  text           TEXT,                                                    -- null: a branch's own name in the reader's language
  root           INTEGER NOT NULL DEFAULT 0 CHECK (root IN (0, 1)),
  evidence       TEXT,                                                    -- what shows that it is a root cause
  version        INTEGER NOT NULL DEFAULT 1,
  CHECK (branch IS NOT NULL OR text IS NOT NULL)
) STRICT;
CREATE TABLE improvement_action (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  cycle_id       INTEGER NOT NULL REFERENCES improvement_cycle (id) DEFERRABLE INITIALLY DEFERRED,
  improvement_id INTEGER REFERENCES improvement (id) DEFERRABLE INITIALLY DEFERRED,
  cause_id       INTEGER REFERENCES cause (id) DEFERRABLE INITIALLY DEFERRED,
  position       INTEGER NOT NULL,
  step           INTEGER NOT NULL DEFAULT 4 CHECK (step BETWEEN 1 AND 8), -- 1–4 plan, 5 do, 6 check, 7–8 act
  level          INTEGER CHECK (level BETWEEN 1 AND 4),
  title          TEXT NOT NULL CHECK (title <> ''),
  owner          TEXT,
  due_on         TEXT CHECK (length (due_on) = 10),
  state          TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  done_on        TEXT CHECK (length (done_on) = 10),
  metric_id      INTEGER REFERENCES metric (id) DEFERRABLE INITIALLY DEFERRED,
  measure        TEXT,                                                    -- what is measured, where it is no metric
  unit           TEXT,
  direction      TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down')),
  measured_before TEXT,                                                   -- decimal numbers
  goal           TEXT,
  measured_after TEXT,
  kept           INTEGER CHECK (kept IN (0, 1)),                          -- became the standard; null: not decided
  result         TEXT,                                                    -- in words, and the standard that came of it
  carried_from_id INTEGER REFERENCES improvement_action (id) DEFERRABLE INITIALLY DEFERRED,
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE review (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id     INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  held_on    TEXT NOT NULL CHECK (length (held_on) = 10),
  people     TEXT,
  minutes    TEXT,
  decisions  TEXT,
  next_on    TEXT CHECK (length (next_on) = 10),
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) = 1)
) STRICT;
CREATE TABLE best_case (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  run_id     INTEGER REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  trainee_id INTEGER REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  day        TEXT CHECK (length (day) = 10),
  title      TEXT NOT NULL CHECK (title <> ''),
  situation  TEXT,
  task       TEXT,
  action     TEXT,
  result     TEXT,
  keywords   TEXT,
  search_key TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  version    INTEGER NOT NULL DEFAULT 1,
  CHECK ((project_id IS NOT NULL) + (run_id IS NOT NULL) <= 1)
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('layer',3);
INSERT INTO sqlite_sequence VALUES('batch',2);
INSERT INTO sqlite_sequence VALUES('leave_kind',3);
INSERT INTO sqlite_sequence VALUES('evaluation',0);
INSERT INTO sqlite_sequence VALUES('questionnaire',0);
INSERT INTO sqlite_sequence VALUES('dimension',0);
INSERT INTO sqlite_sequence VALUES('question',0);
INSERT INTO sqlite_sequence VALUES('metric',0);
INSERT INTO sqlite_sequence VALUES('department',2);
INSERT INTO sqlite_sequence VALUES('trainee',2);
INSERT INTO sqlite_sequence VALUES('course',1);
INSERT INTO sqlite_sequence VALUES('run',1);
INSERT INTO sqlite_sequence VALUES('enrolment',2);
INSERT INTO sqlite_sequence VALUES('scheme',1);
INSERT INTO sqlite_sequence VALUES('component',1);
INSERT INTO sqlite_sequence VALUES('mark',1);
CREATE INDEX batch_undo ON batch (kind, undone, id);
CREATE TRIGGER journal_update BEFORE UPDATE ON journal
  WHEN NOT EXISTS (SELECT 1 FROM open_batch AS o JOIN batch AS b ON b.id = o.batch_id WHERE b.kind = 'barrier')
  BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal
  BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE INDEX department_parent ON department (parent_id);
CREATE UNIQUE INDEX trainee_employee_no ON trainee (employee_no) WHERE deleted = 0;
CREATE UNIQUE INDEX trainer_name ON trainer (name) WHERE deleted = 0;
CREATE UNIQUE INDEX venue_name ON venue (name) WHERE deleted = 0;
CREATE UNIQUE INDEX course_code ON course (code) WHERE deleted = 0;
CREATE INDEX syllabus_item_course ON syllabus_item (course_id, parent_id, position);
CREATE UNIQUE INDEX run_code ON run (code) WHERE deleted = 0;
CREATE INDEX run_course ON run (course_id);
CREATE INDEX run_starts ON run (starts_on) WHERE deleted = 0;
CREATE INDEX session_starts ON session (starts_at);
CREATE INDEX session_venue ON session (venue_id, starts_at);
CREATE INDEX session_trainer_trainer ON session_trainer (trainer_id);
CREATE INDEX session_audience_session ON session_audience (session_id);
CREATE INDEX agenda_slot_session ON agenda_slot (session_id, position);
CREATE INDEX enrolment_trainee ON enrolment (trainee_id);
CREATE INDEX attendance_enrolment ON attendance (enrolment_id);
CREATE UNIQUE INDEX mark_leaf ON mark (enrolment_id, component_id, rater, attempt) WHERE criterion_id IS NULL;
CREATE UNIQUE INDEX mark_criterion ON mark (enrolment_id, criterion_id, rater, attempt) WHERE criterion_id IS NOT NULL;
CREATE INDEX mark_component ON mark (component_id);
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
CREATE UNIQUE INDEX equipment_name ON equipment (name) WHERE deleted = 0;
CREATE INDEX venue_fallback ON venue (fallback_id) WHERE fallback_id IS NOT NULL;
CREATE INDEX venue_zone_venue ON venue_zone (venue_id, position);
CREATE INDEX venue_equipment_equipment ON venue_equipment (equipment_id);
CREATE INDEX session_equipment_equipment ON session_equipment (equipment_id);
CREATE INDEX trainer_grade_of ON trainer (grade_id) WHERE grade_id IS NOT NULL;
CREATE INDEX qualification_trainer ON qualification (trainer_id);
CREATE INDEX trainer_course_course ON trainer_course (course_id);
CREATE INDEX trainer_course_qualification ON trainer_course (qualification_id) WHERE qualification_id IS NOT NULL;
CREATE INDEX unavailability_trainer ON unavailability (trainer_id, ends_at) WHERE trainer_id IS NOT NULL;
CREATE INDEX unavailability_venue ON unavailability (venue_id, ends_at) WHERE venue_id IS NOT NULL;
CREATE INDEX unavailability_trainee ON unavailability (trainee_id, ends_at) WHERE trainee_id IS NOT NULL;
CREATE INDEX unavailability_ends ON unavailability (ends_at);
CREATE INDEX clash_acceptance_session ON clash_acceptance (session_id);
CREATE INDEX clash_acceptance_other ON clash_acceptance (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX timetable_slot_course ON timetable_slot (course_id, day, starts);
CREATE INDEX timetable_slot_item ON timetable_slot (syllabus_item_id) WHERE syllabus_item_id IS NOT NULL;
CREATE INDEX timetable_slot_layer ON timetable_slot (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX deliverable_item ON deliverable (syllabus_item_id) WHERE syllabus_item_id IS NOT NULL;
CREATE INDEX requirement_course ON requirement (course_id);
CREATE INDEX requirement_layer ON requirement (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX requirement_department ON requirement (department_id) WHERE department_id IS NOT NULL;
CREATE UNIQUE INDEX project_code ON project (code) WHERE deleted = 0;
CREATE INDEX project_department ON project (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX run_project ON run (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX finding_project ON finding (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX finding_run ON finding (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX finding_course ON finding (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX finding_layer ON finding (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX finding_item ON finding (syllabus_item_id) WHERE syllabus_item_id IS NOT NULL;
CREATE INDEX goal_project ON goal (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX goal_run ON goal (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX goal_course ON goal (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX goal_layer ON goal (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX stage_project ON stage (project_id, position);
CREATE INDEX task_project ON task (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX task_run ON task (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX task_stage ON task (stage_id) WHERE stage_id IS NOT NULL;
CREATE INDEX task_open ON task (due_on) WHERE done_on IS NULL;
CREATE INDEX duty_project ON duty (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX duty_run ON duty (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX material_run ON material (run_id, position);
CREATE INDEX budget_line_project ON budget_line (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX budget_line_run ON budget_line (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX plan_line_plan ON plan_line (plan_id, month, position);
CREATE INDEX plan_line_origin ON plan_line (origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX plan_line_course ON plan_line (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX plan_line_department ON plan_line (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX plan_line_run ON plan_line (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX session_joint ON session (joint) WHERE joint IS NOT NULL;
CREATE INDEX agenda_slot_trainer ON agenda_slot (trainer_id) WHERE trainer_id IS NOT NULL;
CREATE UNIQUE INDEX team_topic ON team (run_id, topic) WHERE topic IS NOT NULL;
CREATE INDEX enrolment_replaced_by ON enrolment (replaced_by_id) WHERE replaced_by_id IS NOT NULL;
CREATE INDEX notice_run ON notice (run_id);
CREATE INDEX trainee_guest_no ON trainee (length (employee_no), employee_no)
  WHERE deleted = 0 AND employee_no >= 'W-' AND employee_no < 'W.';
CREATE INDEX trainee_sort ON trainee (sort_key, id, employment) WHERE deleted = 0;
CREATE INDEX attendance_made_up_in ON attendance (made_up_in) WHERE made_up_in IS NOT NULL;
CREATE INDEX rater_trainer ON rater (trainer_id) WHERE trainer_id IS NOT NULL;
CREATE UNIQUE INDEX team_mark_leaf ON team_mark (team_id, component_id, rater, attempt) WHERE criterion_id IS NULL;
CREATE UNIQUE INDEX team_mark_criterion ON team_mark (team_id, criterion_id, rater, attempt) WHERE criterion_id IS NOT NULL;
CREATE INDEX team_mark_component ON team_mark (component_id);
CREATE INDEX team_mark_by_criterion ON team_mark (criterion_id) WHERE criterion_id IS NOT NULL;
CREATE INDEX mark_from_team ON mark (from_team_id) WHERE from_team_id IS NOT NULL;
CREATE INDEX settled_result_enrolment ON settled_result (enrolment_id);
CREATE UNIQUE INDEX rubric_key ON rubric (key) WHERE deleted = 0 AND key IS NOT NULL;
CREATE INDEX rubric_sort ON rubric (sort_key, id) WHERE deleted = 0;
CREATE INDEX rubric_level_criterion ON rubric_level (rubric_criterion_id, position);
CREATE INDEX criterion_level_criterion ON criterion_level (criterion_id, position);
CREATE INDEX assignment_run ON assignment (run_id, position);
CREATE INDEX assignment_deliverable ON assignment (deliverable_id) WHERE deliverable_id IS NOT NULL;
CREATE UNIQUE INDEX submission_person ON submission (assignment_id, enrolment_id, edition) WHERE enrolment_id IS NOT NULL;
CREATE UNIQUE INDEX submission_team ON submission (assignment_id, team_id, edition) WHERE team_id IS NOT NULL;
CREATE INDEX submission_enrolment ON submission (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE INDEX submission_by_team ON submission (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX commitment_enrolment ON commitment (enrolment_id);
CREATE INDEX test_answer_item ON test_answer (item_id);
CREATE UNIQUE INDEX evaluation_project ON evaluation (project_id) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX evaluation_run ON evaluation (run_id) WHERE run_id IS NOT NULL;
CREATE UNIQUE INDEX evaluation_course ON evaluation (course_id) WHERE course_id IS NOT NULL;
CREATE UNIQUE INDEX questionnaire_project ON questionnaire (project_id, key) WHERE project_id IS NOT NULL AND deleted = 0;
CREATE UNIQUE INDEX questionnaire_run ON questionnaire (run_id, key) WHERE run_id IS NOT NULL AND deleted = 0;
CREATE UNIQUE INDEX questionnaire_course ON questionnaire (course_id, key) WHERE course_id IS NOT NULL AND deleted = 0;
CREATE UNIQUE INDEX questionnaire_library ON questionnaire (key)
  WHERE project_id IS NULL AND run_id IS NULL AND course_id IS NULL AND deleted = 0;
CREATE INDEX questionnaire_sort ON questionnaire (sort_key, id) WHERE deleted = 0;
CREATE INDEX dimension_trainer ON dimension (trainer_id) WHERE trainer_id IS NOT NULL;
CREATE INDEX dimension_venue ON dimension (venue_id) WHERE venue_id IS NOT NULL;
CREATE INDEX question_dimension ON question (dimension_id, position);
CREATE UNIQUE INDEX questionnaire_text_whole ON questionnaire_text (questionnaire_id, language) WHERE dimension_id IS NULL AND question_id IS NULL;
CREATE UNIQUE INDEX questionnaire_text_dimension ON questionnaire_text (dimension_id, language) WHERE dimension_id IS NOT NULL;
CREATE UNIQUE INDEX questionnaire_text_question ON questionnaire_text (question_id, language) WHERE question_id IS NOT NULL;
CREATE UNIQUE INDEX response_of ON response (questionnaire_id, trainee_id, coalesce (rater, ''), rater_name, wave) WHERE trainee_id IS NOT NULL;
CREATE INDEX response_questionnaire ON response (questionnaire_id);
CREATE INDEX response_trainee ON response (trainee_id) WHERE trainee_id IS NOT NULL;
CREATE INDEX answer_question ON answer (question_id, part, value);
CREATE INDEX anonymous_response_questionnaire ON anonymous_response (questionnaire_id);
CREATE INDEX anonymous_answer_question ON anonymous_answer (question_id, part, value);
CREATE INDEX participation_trainee ON participation (trainee_id);
CREATE UNIQUE INDEX metric_project ON metric (project_id, key) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX metric_run ON metric (run_id, key) WHERE run_id IS NOT NULL;
CREATE UNIQUE INDEX metric_course ON metric (course_id, key) WHERE course_id IS NOT NULL;
CREATE UNIQUE INDEX roi_project ON roi (project_id) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX roi_run ON roi (run_id) WHERE run_id IS NOT NULL;
CREATE UNIQUE INDEX improvement_cycle_project ON improvement_cycle (project_id, number) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX improvement_cycle_run ON improvement_cycle (run_id, number) WHERE run_id IS NOT NULL;
CREATE INDEX improvement_cycle_of ON improvement (cycle_id, position);
CREATE INDEX improvement_metric ON improvement (metric_id) WHERE metric_id IS NOT NULL;
CREATE INDEX improvement_carried ON improvement (carried_from_id) WHERE carried_from_id IS NOT NULL;
CREATE INDEX cause_improvement ON cause (improvement_id, parent_id, position);
CREATE INDEX cause_parent ON cause (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX improvement_action_cycle ON improvement_action (cycle_id, step, position);
CREATE INDEX improvement_action_improvement ON improvement_action (improvement_id) WHERE improvement_id IS NOT NULL;
CREATE INDEX improvement_action_cause ON improvement_action (cause_id) WHERE cause_id IS NOT NULL;
CREATE INDEX improvement_action_metric ON improvement_action (metric_id) WHERE metric_id IS NOT NULL;
CREATE INDEX improvement_action_carried ON improvement_action (carried_from_id) WHERE carried_from_id IS NOT NULL;
CREATE INDEX improvement_action_due ON improvement_action (due_on) WHERE state = 'open';
CREATE INDEX review_project ON review (project_id, held_on) WHERE project_id IS NOT NULL;
CREATE INDEX review_run ON review (run_id, held_on) WHERE run_id IS NOT NULL;
CREATE INDEX best_case_project ON best_case (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX best_case_run ON best_case (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX best_case_trainee ON best_case (trainee_id) WHERE trainee_id IS NOT NULL;
CREATE INDEX best_case_sort ON best_case (sort_key, id);
CREATE TRIGGER guard_agenda_slot_insert BEFORE insert ON agenda_slot WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_agenda_slot_update BEFORE update ON agenda_slot WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_agenda_slot_delete BEFORE delete ON agenda_slot WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_answer_insert BEFORE insert ON answer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_answer_update BEFORE update ON answer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_answer_delete BEFORE delete ON answer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_assignment_insert BEFORE insert ON assignment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_assignment_update BEFORE update ON assignment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_assignment_delete BEFORE delete ON assignment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_attendance_insert BEFORE insert ON attendance WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_attendance_update BEFORE update ON attendance WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_attendance_delete BEFORE delete ON attendance WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_attendance_rule_insert BEFORE insert ON attendance_rule WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_attendance_rule_update BEFORE update ON attendance_rule WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_attendance_rule_delete BEFORE delete ON attendance_rule WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_best_case_insert BEFORE insert ON best_case WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_best_case_update BEFORE update ON best_case WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_best_case_delete BEFORE delete ON best_case WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_budget_line_insert BEFORE insert ON budget_line WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_budget_line_update BEFORE update ON budget_line WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_budget_line_delete BEFORE delete ON budget_line WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_calendar_day_insert BEFORE insert ON calendar_day WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_calendar_day_update BEFORE update ON calendar_day WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_calendar_day_delete BEFORE delete ON calendar_day WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_cause_insert BEFORE insert ON cause WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_cause_update BEFORE update ON cause WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_cause_delete BEFORE delete ON cause WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_clash_acceptance_insert BEFORE insert ON clash_acceptance WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_clash_acceptance_update BEFORE update ON clash_acceptance WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_clash_acceptance_delete BEFORE delete ON clash_acceptance WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_comment_phrase_insert BEFORE insert ON comment_phrase WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_comment_phrase_update BEFORE update ON comment_phrase WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_comment_phrase_delete BEFORE delete ON comment_phrase WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_commitment_insert BEFORE insert ON commitment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_commitment_update BEFORE update ON commitment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_commitment_delete BEFORE delete ON commitment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_commitment_day_insert BEFORE insert ON commitment_day WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_commitment_day_update BEFORE update ON commitment_day WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_commitment_day_delete BEFORE delete ON commitment_day WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_component_insert BEFORE insert ON component WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_component_update BEFORE update ON component WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_component_delete BEFORE delete ON component WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_course_insert BEFORE insert ON course WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_course_update BEFORE update ON course WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_course_delete BEFORE delete ON course WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_criterion_insert BEFORE insert ON criterion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_criterion_update BEFORE update ON criterion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_criterion_delete BEFORE delete ON criterion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_criterion_level_insert BEFORE insert ON criterion_level WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_criterion_level_update BEFORE update ON criterion_level WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_criterion_level_delete BEFORE delete ON criterion_level WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_deliverable_insert BEFORE insert ON deliverable WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_deliverable_update BEFORE update ON deliverable WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_deliverable_delete BEFORE delete ON deliverable WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_department_insert BEFORE insert ON department WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_department_update BEFORE update ON department WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_department_delete BEFORE delete ON department WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_dimension_insert BEFORE insert ON dimension WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_dimension_update BEFORE update ON dimension WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_dimension_delete BEFORE delete ON dimension WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_duty_insert BEFORE insert ON duty WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_duty_update BEFORE update ON duty WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_duty_delete BEFORE delete ON duty WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_enrolment_insert BEFORE insert ON enrolment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_enrolment_update BEFORE update ON enrolment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_enrolment_delete BEFORE delete ON enrolment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_equipment_insert BEFORE insert ON equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_equipment_update BEFORE update ON equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_equipment_delete BEFORE delete ON equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_evaluation_insert BEFORE insert ON evaluation WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_evaluation_update BEFORE update ON evaluation WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_evaluation_delete BEFORE delete ON evaluation WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_exemption_insert BEFORE insert ON exemption WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_exemption_update BEFORE update ON exemption WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_exemption_delete BEFORE delete ON exemption WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_finding_insert BEFORE insert ON finding WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_finding_update BEFORE update ON finding WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_finding_delete BEFORE delete ON finding WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_goal_insert BEFORE insert ON goal WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_goal_update BEFORE update ON goal WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_goal_delete BEFORE delete ON goal WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_insert BEFORE insert ON improvement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_update BEFORE update ON improvement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_delete BEFORE delete ON improvement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_action_insert BEFORE insert ON improvement_action WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_action_update BEFORE update ON improvement_action WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_action_delete BEFORE delete ON improvement_action WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_cycle_insert BEFORE insert ON improvement_cycle WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_cycle_update BEFORE update ON improvement_cycle WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_improvement_cycle_delete BEFORE delete ON improvement_cycle WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_interview_insert BEFORE insert ON interview WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_interview_update BEFORE update ON interview WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_interview_delete BEFORE delete ON interview WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_layer_insert BEFORE insert ON layer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_layer_update BEFORE update ON layer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_layer_delete BEFORE delete ON layer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_leave_kind_insert BEFORE insert ON leave_kind WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_leave_kind_update BEFORE update ON leave_kind WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_leave_kind_delete BEFORE delete ON leave_kind WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_level_exclusion_insert BEFORE insert ON level_exclusion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_level_exclusion_update BEFORE update ON level_exclusion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_level_exclusion_delete BEFORE delete ON level_exclusion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_mark_insert BEFORE insert ON mark WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_mark_update BEFORE update ON mark WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_mark_delete BEFORE delete ON mark WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_material_insert BEFORE insert ON material WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_material_update BEFORE update ON material WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_material_delete BEFORE delete ON material WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_metric_insert BEFORE insert ON metric WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_metric_update BEFORE update ON metric WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_metric_delete BEFORE delete ON metric WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_metric_value_insert BEFORE insert ON metric_value WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_metric_value_update BEFORE update ON metric_value WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_metric_value_delete BEFORE delete ON metric_value WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_notice_insert BEFORE insert ON notice WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_notice_update BEFORE update ON notice WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_notice_delete BEFORE delete ON notice WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_plan_insert BEFORE insert ON plan WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_plan_update BEFORE update ON plan WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_plan_delete BEFORE delete ON plan WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_plan_line_insert BEFORE insert ON plan_line WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_plan_line_update BEFORE update ON plan_line WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_plan_line_delete BEFORE delete ON plan_line WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_project_insert BEFORE insert ON project WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_project_update BEFORE update ON project WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_project_delete BEFORE delete ON project WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_qualification_insert BEFORE insert ON qualification WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_qualification_update BEFORE update ON qualification WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_qualification_delete BEFORE delete ON qualification WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_question_insert BEFORE insert ON question WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_question_update BEFORE update ON question WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_question_delete BEFORE delete ON question WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_questionnaire_insert BEFORE insert ON questionnaire WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_questionnaire_update BEFORE update ON questionnaire WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_questionnaire_delete BEFORE delete ON questionnaire WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_questionnaire_text_insert BEFORE insert ON questionnaire_text WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_questionnaire_text_update BEFORE update ON questionnaire_text WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_questionnaire_text_delete BEFORE delete ON questionnaire_text WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rater_insert BEFORE insert ON rater WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rater_update BEFORE update ON rater WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rater_delete BEFORE delete ON rater WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_requirement_insert BEFORE insert ON requirement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_requirement_update BEFORE update ON requirement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_requirement_delete BEFORE delete ON requirement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_response_insert BEFORE insert ON response WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_response_update BEFORE update ON response WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_response_delete BEFORE delete ON response WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_review_insert BEFORE insert ON review WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_review_update BEFORE update ON review WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_review_delete BEFORE delete ON review WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_roi_insert BEFORE insert ON roi WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_roi_update BEFORE update ON roi WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_roi_delete BEFORE delete ON roi WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_insert BEFORE insert ON rubric WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_update BEFORE update ON rubric WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_delete BEFORE delete ON rubric WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_criterion_insert BEFORE insert ON rubric_criterion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_criterion_update BEFORE update ON rubric_criterion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_criterion_delete BEFORE delete ON rubric_criterion WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_level_insert BEFORE insert ON rubric_level WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_level_update BEFORE update ON rubric_level WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_rubric_level_delete BEFORE delete ON rubric_level WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_run_insert BEFORE insert ON run WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_run_update BEFORE update ON run WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_run_delete BEFORE delete ON run WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_scheme_insert BEFORE insert ON scheme WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_scheme_update BEFORE update ON scheme WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_scheme_delete BEFORE delete ON scheme WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_insert BEFORE insert ON session WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_update BEFORE update ON session WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_delete BEFORE delete ON session WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_audience_insert BEFORE insert ON session_audience WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_audience_update BEFORE update ON session_audience WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_audience_delete BEFORE delete ON session_audience WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_equipment_insert BEFORE insert ON session_equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_equipment_update BEFORE update ON session_equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_equipment_delete BEFORE delete ON session_equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_trainer_insert BEFORE insert ON session_trainer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_trainer_update BEFORE update ON session_trainer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_session_trainer_delete BEFORE delete ON session_trainer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_setting_insert BEFORE insert ON setting WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_setting_update BEFORE update ON setting WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_setting_delete BEFORE delete ON setting WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_settled_result_insert BEFORE insert ON settled_result WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_settled_result_update BEFORE update ON settled_result WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_settled_result_delete BEFORE delete ON settled_result WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_settlement_insert BEFORE insert ON settlement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_settlement_update BEFORE update ON settlement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_settlement_delete BEFORE delete ON settlement WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_stage_insert BEFORE insert ON stage WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_stage_update BEFORE update ON stage WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_stage_delete BEFORE delete ON stage WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_submission_insert BEFORE insert ON submission WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_submission_update BEFORE update ON submission WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_submission_delete BEFORE delete ON submission WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_syllabus_item_insert BEFORE insert ON syllabus_item WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_syllabus_item_update BEFORE update ON syllabus_item WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_syllabus_item_delete BEFORE delete ON syllabus_item WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_task_insert BEFORE insert ON task WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_task_update BEFORE update ON task WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_task_delete BEFORE delete ON task WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_team_insert BEFORE insert ON team WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_team_update BEFORE update ON team WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_team_delete BEFORE delete ON team WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_team_mark_insert BEFORE insert ON team_mark WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_team_mark_update BEFORE update ON team_mark WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_team_mark_delete BEFORE delete ON team_mark WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_test_answer_insert BEFORE insert ON test_answer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_test_answer_update BEFORE update ON test_answer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_test_answer_delete BEFORE delete ON test_answer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_test_item_insert BEFORE insert ON test_item WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_test_item_update BEFORE update ON test_item WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_test_item_delete BEFORE delete ON test_item WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_timetable_slot_insert BEFORE insert ON timetable_slot WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_timetable_slot_update BEFORE update ON timetable_slot WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_timetable_slot_delete BEFORE delete ON timetable_slot WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainee_insert BEFORE insert ON trainee WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainee_update BEFORE update ON trainee WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainee_delete BEFORE delete ON trainee WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_insert BEFORE insert ON trainer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_update BEFORE update ON trainer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_delete BEFORE delete ON trainer WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_course_insert BEFORE insert ON trainer_course WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_course_update BEFORE update ON trainer_course WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_course_delete BEFORE delete ON trainer_course WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_grade_insert BEFORE insert ON trainer_grade WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_grade_update BEFORE update ON trainer_grade WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_trainer_grade_delete BEFORE delete ON trainer_grade WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_unavailability_insert BEFORE insert ON unavailability WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_unavailability_update BEFORE update ON unavailability WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_unavailability_delete BEFORE delete ON unavailability WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_insert BEFORE insert ON venue WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_update BEFORE update ON venue WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_delete BEFORE delete ON venue WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_equipment_insert BEFORE insert ON venue_equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_equipment_update BEFORE update ON venue_equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_equipment_delete BEFORE delete ON venue_equipment WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_zone_insert BEFORE insert ON venue_zone WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_zone_update BEFORE update ON venue_zone WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_venue_zone_delete BEFORE delete ON venue_zone WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_wave_insert BEFORE insert ON wave WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_wave_update BEFORE update ON wave WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
CREATE TRIGGER guard_wave_delete BEFORE delete ON wave WHEN NOT EXISTS (SELECT 1 FROM open_batch) BEGIN SELECT RAISE (FAIL, 'no batch is open'); END;
COMMIT;
PRAGMA application_id = 1179012164;
PRAGMA user_version = 4;
