-- The trainer's desk: registers, marks with what they rest on, rubrics and raters, hand-ins, commitments, test papers.
--
-- The conventions of the first schema hold (001.sql).

-- Attendance --------------------------------------------------------------------------------------------------------------

-- Kinds of leave. attendance.leave_kind holds the key; attendance.leave_counts is taken from here when the leave is entered.
CREATE TABLE leave_kind (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  key      TEXT NOT NULL UNIQUE CHECK (key <> ''),
  title    TEXT,                                                         -- null: the built-in name in the reader's language
  counts   INTEGER NOT NULL DEFAULT 0 CHECK (counts IN (0, 1)),          -- counts as absent
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;

INSERT INTO leave_kind (key, position) VALUES ('official', 1), ('sick', 2), ('personal', 3);

-- The session, perhaps of another class, in which an absent one was made up; null while made_up is said without one.
ALTER TABLE attendance ADD COLUMN made_up_in INTEGER REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX attendance_made_up_in ON attendance (made_up_in) WHERE made_up_in IS NOT NULL;

-- A class's rule has editions: the first is what its course gave it.
ALTER TABLE attendance_rule ADD COLUMN edition INTEGER NOT NULL DEFAULT 1 CHECK (edition >= 1);
ALTER TABLE attendance_rule ADD COLUMN since TEXT CHECK (length (since) = 10);  -- the day of this edition; null: from the beginning
ALTER TABLE attendance_rule ADD COLUMN reason TEXT;                             -- why it was changed

-- Marks -------------------------------------------------------------------------------------------------------------------

-- Who marks a class. mark.rater holds the name; somebody who marked without being listed here weighs as much as one who is.
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
CREATE INDEX rater_trainer ON rater (trainer_id) WHERE trainer_id IS NOT NULL;

-- A mark that a team was given. Each member has a mark of his own, which says with `from_team_id` that it follows the team's, also once he
-- has left that team; a mark typed for one member is his alone and stays when the team's changes.
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
CREATE UNIQUE INDEX team_mark_leaf ON team_mark (team_id, component_id, rater, attempt) WHERE criterion_id IS NULL;
CREATE UNIQUE INDEX team_mark_criterion ON team_mark (team_id, criterion_id, rater, attempt) WHERE criterion_id IS NOT NULL;
CREATE INDEX team_mark_component ON team_mark (component_id);
CREATE INDEX team_mark_by_criterion ON team_mark (criterion_id) WHERE criterion_id IS NOT NULL;
ALTER TABLE mark ADD COLUMN from_team_id INTEGER REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX mark_from_team ON mark (from_team_id) WHERE from_team_id IS NOT NULL;

-- A settled class: what is fixed, when and by whom. Reopening removes it; the journal keeps it.
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
CREATE INDEX settled_result_enrolment ON settled_result (enrolment_id);

-- Sentences that trainers use again when they comment on a mark.
CREATE TABLE comment_phrase (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  text     TEXT NOT NULL UNIQUE CHECK (text <> ''),
  category TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Rubrics -----------------------------------------------------------------------------------------------------------------

-- The library. A scheme takes a copy: its criteria are `criterion`, their levels `criterion_level`.
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
CREATE UNIQUE INDEX rubric_key ON rubric (key) WHERE deleted = 0 AND key IS NOT NULL;
CREATE INDEX rubric_sort ON rubric (sort_key, id) WHERE deleted = 0;

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
CREATE INDEX rubric_level_criterion ON rubric_level (rubric_criterion_id, position);

ALTER TABLE criterion ADD COLUMN note TEXT;
CREATE TABLE criterion_level (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  criterion_id INTEGER NOT NULL REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
  position     INTEGER NOT NULL,
  title        TEXT NOT NULL CHECK (title <> ''),
  description  TEXT,
  points       INTEGER NOT NULL CHECK (points >= 0),                     -- hundredths
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX criterion_level_criterion ON criterion_level (criterion_id, position);

-- What is handed in -------------------------------------------------------------------------------------------------------

-- A class's own list of what is to be handed in: copied from its course's deliverables, and more.
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
CREATE INDEX assignment_run ON assignment (run_id, position);
CREATE INDEX assignment_deliverable ON assignment (deliverable_id) WHERE deliverable_id IS NOT NULL;

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
CREATE UNIQUE INDEX submission_person ON submission (assignment_id, enrolment_id, edition) WHERE enrolment_id IS NOT NULL;
CREATE UNIQUE INDEX submission_team ON submission (assignment_id, team_id, edition) WHERE team_id IS NOT NULL;
CREATE INDEX submission_enrolment ON submission (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE INDEX submission_by_team ON submission (team_id) WHERE team_id IS NOT NULL;

-- What somebody means to do after the class. Without a kind it counts as card and as micro plan.
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
CREATE INDEX commitment_enrolment ON commitment (enrolment_id);

-- The log of a seven-day plan: how many cases on which day.
CREATE TABLE commitment_day (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  commitment_id INTEGER NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  day           TEXT NOT NULL CHECK (length (day) = 10),
  cases         INTEGER NOT NULL CHECK (cases >= 0),
  note          TEXT,
  version       INTEGER NOT NULL DEFAULT 1,
  UNIQUE (commitment_id, day)
) STRICT;

-- Test papers -------------------------------------------------------------------------------------------------------------

-- The items of a leaf whose source is a test.
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
CREATE INDEX test_answer_item ON test_answer (item_id);
