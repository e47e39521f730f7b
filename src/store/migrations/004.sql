-- The four levels: questionnaires and what was answered, what is aimed at on each level, metrics and their values, improvement.
--
-- The conventions of the first schema hold (001.sql), but for what is anonymous: see “Answers without names” below.

-- What is aimed at -----------------------------------------------------------------------------------------------------------

-- When a class is looked at and what it is to reach; a class takes a copy of its course's. A project has its own level 4.
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
CREATE UNIQUE INDEX evaluation_project ON evaluation (project_id) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX evaluation_run ON evaluation (run_id) WHERE run_id IS NOT NULL;
CREATE UNIQUE INDEX evaluation_course ON evaluation (course_id) WHERE course_id IS NOT NULL;

-- When behaviour is looked at again after the first wave, which evaluation.behaviour_days dates.
CREATE TABLE wave (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id  INTEGER NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
  number  INTEGER NOT NULL CHECK (number >= 2),                           -- the first is 1 and has no row
  days    INTEGER NOT NULL CHECK (days >= 0),                             -- after the end of the class
  title   TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (run_id, number)
) STRICT;

-- Somebody who is taken out of a level of his class, and why.
CREATE TABLE level_exclusion (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  level        INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  reason       TEXT NOT NULL CHECK (reason <> ''),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (enrolment_id, level)
) STRICT;

-- Questionnaires ---------------------------------------------------------------------------------------------------------------

-- Without an owner it stands in the library. A course has its own, and a class copies of those.
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
CREATE UNIQUE INDEX questionnaire_project ON questionnaire (project_id, key) WHERE project_id IS NOT NULL AND deleted = 0;
CREATE UNIQUE INDEX questionnaire_run ON questionnaire (run_id, key) WHERE run_id IS NOT NULL AND deleted = 0;
CREATE UNIQUE INDEX questionnaire_course ON questionnaire (course_id, key) WHERE course_id IS NOT NULL AND deleted = 0;
CREATE UNIQUE INDEX questionnaire_library ON questionnaire (key)
  WHERE project_id IS NULL AND run_id IS NULL AND course_id IS NULL AND deleted = 0;
CREATE INDEX questionnaire_sort ON questionnaire (sort_key, id) WHERE deleted = 0;

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
CREATE INDEX dimension_trainer ON dimension (trainer_id) WHERE trainer_id IS NOT NULL;
CREATE INDEX dimension_venue ON dimension (venue_id) WHERE venue_id IS NOT NULL;

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
CREATE INDEX question_dimension ON question (dimension_id, position);

-- The same in another language: of the whole, of a dimension, or of a question.
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
CREATE UNIQUE INDEX questionnaire_text_whole ON questionnaire_text (questionnaire_id, language) WHERE dimension_id IS NULL AND question_id IS NULL;
CREATE UNIQUE INDEX questionnaire_text_dimension ON questionnaire_text (dimension_id, language) WHERE dimension_id IS NOT NULL;
CREATE UNIQUE INDEX questionnaire_text_question ON questionnaire_text (question_id, language) WHERE question_id IS NOT NULL;

-- Answers with names -----------------------------------------------------------------------------------------------------------

-- One form. Of a questionnaire with names; a form that bears none has no trainee.
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
CREATE UNIQUE INDEX response_of ON response (questionnaire_id, trainee_id, coalesce (rater, ''), rater_name, wave) WHERE trainee_id IS NOT NULL;
CREATE INDEX response_questionnaire ON response (questionnaire_id);
CREATE INDEX response_trainee ON response (trainee_id) WHERE trainee_id IS NOT NULL;

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
CREATE INDEX answer_question ON answer (question_id, part, value);       -- answers are counted by it alone

-- Answers without names ----------------------------------------------------------------------------------------------------------
-- Not journaled, and nothing here tells when, in which order or by whom: ids are random, rows lie in the order of those ids (also on
-- the pages of the file, where rows otherwise lie in the order of writing), and the list of who has answered has neither id nor time.
-- Entering them cannot be undone.

CREATE TABLE anonymous_response (
  id               INTEGER PRIMARY KEY,                                   -- random, 63 bits
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  rater            TEXT CHECK (rater IN ('self', 'supervisor', 'peer')),
  wave             INTEGER NOT NULL DEFAULT 1 CHECK (wave >= 1),
  invalid          INTEGER NOT NULL DEFAULT 0 CHECK (invalid IN (0, 1))
) STRICT;
CREATE INDEX anonymous_response_questionnaire ON anonymous_response (questionnaire_id);

CREATE TABLE anonymous_answer (
  response_id INTEGER NOT NULL REFERENCES anonymous_response (id) DEFERRABLE INITIALLY DEFERRED,
  question_id INTEGER NOT NULL REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
  part        INTEGER NOT NULL DEFAULT 0 CHECK (part IN (0, 1, 2)),
  value       INTEGER,
  text        TEXT,
  PRIMARY KEY (response_id, question_id, part),
  CHECK (value IS NOT NULL OR text IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX anonymous_answer_question ON anonymous_answer (question_id, part, value);

-- Who has answered an anonymous questionnaire. A questionnaire that judges somebody else names whom and as what.
CREATE TABLE participation (
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  trainee_id       INTEGER NOT NULL REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  rater            TEXT NOT NULL DEFAULT '',
  wave             INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (questionnaire_id, trainee_id, rater, wave)
) STRICT, WITHOUT ROWID;
CREATE INDEX participation_trainee ON participation (trainee_id);

-- Files that were imported already: an HMAC of their sorted rows under the secret of the database.
CREATE TABLE answers_digest (
  digest TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

-- Rises with every change of the tables above, so that figures in memory know when they are old.
CREATE TABLE anonymous_revision (
  questionnaire_id INTEGER PRIMARY KEY NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  revision         INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- How often typing was checked by typing a sample of the forms again.
CREATE TABLE entry_check (
  questionnaire_id INTEGER PRIMARY KEY NOT NULL REFERENCES questionnaire (id) DEFERRABLE INITIALLY DEFERRED,
  forms            INTEGER NOT NULL DEFAULT 0,
  answers          INTEGER NOT NULL DEFAULT 0,
  differing        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- How the columns of a file were mapped, so that the next one of that shape is mapped alike.
CREATE TABLE import_map (
  kind    TEXT NOT NULL,
  shape   TEXT NOT NULL,                                                  -- a digest of the headings
  mapping TEXT NOT NULL,                                                  -- JSON
  PRIMARY KEY (kind, shape)
) STRICT, WITHOUT ROWID;

-- Interviews of a random sample.
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

-- Results ------------------------------------------------------------------------------------------------------------------------

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
CREATE UNIQUE INDEX metric_project ON metric (project_id, key) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX metric_run ON metric (run_id, key) WHERE run_id IS NOT NULL;
CREATE UNIQUE INDEX metric_course ON metric (course_id, key) WHERE course_id IS NOT NULL;

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

-- What the results are worth. Without all of it no effect is claimed.
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
CREATE UNIQUE INDEX roi_project ON roi (project_id) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX roi_run ON roi (run_id) WHERE run_id IS NOT NULL;

-- Improvement --------------------------------------------------------------------------------------------------------------------

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
CREATE UNIQUE INDEX improvement_cycle_project ON improvement_cycle (project_id, number) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX improvement_cycle_run ON improvement_cycle (run_id, number) WHERE run_id IS NOT NULL;

-- A weak item: gathered from a level, or written by hand.
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
CREATE INDEX improvement_cycle_of ON improvement (cycle_id, position);
CREATE INDEX improvement_metric ON improvement (metric_id) WHERE metric_id IS NOT NULL;
CREATE INDEX improvement_carried ON improvement (carried_from_id) WHERE carried_from_id IS NOT NULL;

-- The fishbone of a weak item.
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
CREATE INDEX cause_improvement ON cause (improvement_id, parent_id, position);
CREATE INDEX cause_parent ON cause (parent_id) WHERE parent_id IS NOT NULL;

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
CREATE INDEX improvement_action_cycle ON improvement_action (cycle_id, step, position);
CREATE INDEX improvement_action_improvement ON improvement_action (improvement_id) WHERE improvement_id IS NOT NULL;
CREATE INDEX improvement_action_cause ON improvement_action (cause_id) WHERE cause_id IS NOT NULL;
CREATE INDEX improvement_action_metric ON improvement_action (metric_id) WHERE metric_id IS NOT NULL;
CREATE INDEX improvement_action_carried ON improvement_action (carried_from_id) WHERE carried_from_id IS NOT NULL;
CREATE INDEX improvement_action_due ON improvement_action (due_on) WHERE state = 'open';

-- The monthly review, with its minutes.
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
CREATE INDEX review_project ON review (project_id, held_on) WHERE project_id IS NOT NULL;
CREATE INDEX review_run ON review (run_id, held_on) WHERE run_id IS NOT NULL;

-- The library of best cases.
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
CREATE INDEX best_case_project ON best_case (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX best_case_run ON best_case (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX best_case_trainee ON best_case (trainee_id) WHERE trainee_id IS NOT NULL;
CREATE INDEX best_case_sort ON best_case (sort_key, id);

-- What courses and classes held as JSON so far ------------------------------------------------------------------------------------

CREATE TABLE held AS
  SELECT id AS course_id, NULL AS run_id, evaluation AS json FROM course WHERE evaluation IS NOT NULL
  UNION ALL SELECT NULL, id, evaluation FROM run WHERE evaluation IS NOT NULL;

INSERT INTO evaluation (course_id, run_id, learning_target, behaviour_days, applied_target, submitted_target, results_days)
  SELECT course_id, run_id,
    CAST(round (json_extract (json, '$.learning_target_percent') * 100) AS INTEGER),
    coalesce (json_extract (json, '$.behaviour.days'), 30),
    CAST(round (coalesce (json_extract (json, '$.behaviour.applied_target_percent'), 85) * 100) AS INTEGER),
    CAST(round (coalesce (json_extract (json, '$.behaviour.submitted_target_percent'), 100) * 100) AS INTEGER),
    coalesce (json_extract (json, '$.results_days'), 90)
  FROM held;

INSERT INTO questionnaire (course_id, run_id, position, key, title, kind, level, anonymous, scale_min, scale_max, target, search_key, sort_key)
  SELECT held.course_id, held.run_id, q.key + 1, json_extract (q.value, '$.key'),
    coalesce (json_extract (q.value, '$.title'), json_extract (q.value, '$.key')),
    coalesce (json_extract (q.value, '$.kind'), 'rating'), json_extract (q.value, '$.level'),
    coalesce (json_extract (q.value, '$.anonymous'), 0),
    coalesce (json_extract (q.value, '$.scale[0]'), 1), coalesce (json_extract (q.value, '$.scale[1]'), 5),
    CAST(round (json_extract (q.value, '$.target') * 10000) AS INTEGER), '', ''
  FROM held JOIN json_each (held.json, '$.questionnaires') AS q;

INSERT INTO dimension (questionnaire_id, position, key, title, weight)
  SELECT questionnaire.id, d.key + 1, json_extract (d.value, '$.key'), json_extract (d.value, '$.title'),
    CAST(round (coalesce (json_extract (d.value, '$.weight'), 1) * 10000) AS INTEGER)
  FROM held JOIN json_each (held.json, '$.questionnaires') AS q
    JOIN questionnaire ON questionnaire.course_id IS held.course_id AND questionnaire.run_id IS held.run_id
      AND questionnaire.key = json_extract (q.value, '$.key')
    JOIN json_each (q.value, '$.dimensions') AS d;

INSERT INTO question (questionnaire_id, dimension_id, position, key, kind, title, options)
  SELECT questionnaire.id, dimension.id, n.key + 1, json_extract (n.value, '$.key'), coalesce (json_extract (n.value, '$.kind'), 'rating'),
    json_extract (n.value, '$.title'), (SELECT group_concat (c.value, char (10)) FROM json_each (n.value, '$.choices') AS c)
  FROM held JOIN json_each (held.json, '$.questionnaires') AS q
    JOIN questionnaire ON questionnaire.course_id IS held.course_id AND questionnaire.run_id IS held.run_id
      AND questionnaire.key = json_extract (q.value, '$.key')
    JOIN json_each (q.value, '$.dimensions') AS d
    JOIN dimension ON dimension.questionnaire_id = questionnaire.id AND dimension.key = json_extract (d.value, '$.key')
    JOIN json_each (d.value, '$.questions') AS n;

INSERT INTO metric (course_id, run_id, position, key, title, unit, direction, baseline, target_kind, target)
  SELECT held.course_id, held.run_id, m.key + 1, json_extract (m.value, '$.key'), json_extract (m.value, '$.title'),
    json_extract (m.value, '$.unit'), coalesce (json_extract (m.value, '$.direction'), 'up'),
    CAST(json_extract (m.value, '$.baseline') AS TEXT), json_extract (m.value, '$.target_kind'), CAST(json_extract (m.value, '$.target') AS TEXT)
  FROM held JOIN json_each (held.json, '$.metrics') AS m;

DROP TABLE held;
ALTER TABLE course DROP COLUMN evaluation;
ALTER TABLE run DROP COLUMN evaluation;
