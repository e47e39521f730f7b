/* Everything that is computed about a class: read in one transaction by a fixed number of statements, then computed by the core. */
#include "config.h"

#include "ff-class-figures-private.h"

#include "ff-courses.h"
#include "ff-mark-store.h"
#include "ff-number.h"

#include <glib/gi18n-lib.h>

static void
trainee_free (FfClassTrainee *trainee)
{
  g_free (trainee->employee_no);
  g_free (trainee->name);
  g_free (trainee->search_key);
  g_free (trainee->waived_reason);
  g_free (trainee->waived_by);
  g_free (trainee->department);
  g_free (trainee->layer);
  g_free (trainee->layer_title);
  g_free (trainee->team);
  g_array_unref (trainee->marks);
  g_array_unref (trainee->answers);
  ff_result_clear (&trainee->result);
  g_free (trainee);
}

void
ff_class_figures_free (FfClassFigures *figures)
{
  if (figures == NULL)
    return;
  ff_run_free (figures->run);
  g_clear_pointer (&figures->scheme, ff_scheme_free);
  g_clear_pointer (&figures->sessions, g_ptr_array_unref);
  g_clear_pointer (&figures->trainees, g_ptr_array_unref);
  g_clear_pointer (&figures->raters, g_ptr_array_unref);
  ff_rule_edition_clear (&figures->edition);
  g_clear_pointer (&figures->leave_kinds, g_ptr_array_unref);
  g_clear_pointer (&figures->make_ups, g_ptr_array_unref);
  g_free (figures->all_cells);
  g_free (figures->all_exempt);
  g_free (figures->all_exempt_reasons);
  ff_settlement_free (figures->settlement);
  g_clear_pointer (&figures->teams, g_ptr_array_unref);
  g_clear_pointer (&figures->team_marks, g_array_unref);
  g_clear_pointer (&figures->settled_results, g_hash_table_unref);
  g_free (figures->all_committed);
  g_free (figures->all_committed_by);
  g_free (figures->all_hand_ins);
  g_clear_pointer (&figures->assignments, g_ptr_array_unref);
  g_clear_pointer (&figures->submissions, g_ptr_array_unref);
  g_clear_pointer (&figures->commitments, g_ptr_array_unref);
  g_string_chunk_free (figures->texts);
  g_free (figures);
}

const char *
ff_class_figures_keep (FfClassFigures *figures, const char *text)
{
  g_return_val_if_fail (figures != NULL && text != NULL, NULL);

  return g_string_chunk_insert_const (figures->texts, text);
}

static FfClassTrainee *
get_trainee (const FfClassFigures *figures, guint index)
{
  return g_ptr_array_index (figures->trainees, index);
}

static const FfSession *
get_session (const FfClassFigures *figures, guint index)
{
  return g_ptr_array_index (figures->sessions, index);
}

/* Reading --------------------------------------------------------------------------------------------------------- */

/* Where the rows of the tables belong in the figures. */
typedef struct
{
  FfClassFigures *figures;
  GHashTable *trainees;   /* enrolment id → FfClassTrainee */
  GHashTable *sessions;   /* session id → index + 1 */
  GHashTable *components; /* component id → index + 1 */
  gint64 last_component_id; /* marks come component by component */
  int last_component;
} Reader;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->trainees, g_hash_table_unref);
  g_clear_pointer (&reader->sessions, g_hash_table_unref);
  g_clear_pointer (&reader->components, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static int
find_index (GHashTable *indices, gint64 id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (indices, &id)) - 1;
}

static void
index_scheme (Reader *reader)
{
  const FfScheme *scheme = reader->figures->scheme;

  reader->components = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    g_hash_table_insert (reader->components, (gpointer) &ff_scheme_get (scheme, i)->id, GINT_TO_POINTER (i + 1));
}

static void
index_sessions (Reader *reader)
{
  FfClassFigures *figures = reader->figures;

  reader->sessions = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < figures->sessions->len; i++)
    {
      FfSession *session = g_ptr_array_index (figures->sessions, i);

      g_hash_table_insert (reader->sessions, &session->id, GINT_TO_POINTER (i + 1));
      if (session->cancelled)
        continue;
      figures->planned_sessions++;
      figures->held_sessions += session->ends_at <= figures->now;
    }
}

static FfClassTrainee *
trainee_new (FfEnrolment *enrolment, guint n_components)
{
  FfClassTrainee *trainee = g_new0 (FfClassTrainee, 1);

  trainee->enrolment_id = enrolment->id;
  trainee->trainee_id = enrolment->trainee_id;
  trainee->employee_no = g_steal_pointer (&enrolment->employee_no);
  trainee->name = g_steal_pointer (&enrolment->name);
  trainee->search_key = g_steal_pointer (&enrolment->search_key);
  trainee->department = g_steal_pointer (&enrolment->department);
  trainee->layer = g_steal_pointer (&enrolment->layer);
  trainee->layer_title = g_steal_pointer (&enrolment->layer_title);
  trainee->team = g_steal_pointer (&enrolment->team);
  trainee->team_id = enrolment->team_id;
  trainee->leader = enrolment->leader;
  trainee->waived = enrolment->waived_reason != NULL;
  trainee->waived_reason = g_steal_pointer (&enrolment->waived_reason);
  trainee->waived_by = g_steal_pointer (&enrolment->waived_by);
  trainee->marks = g_array_sized_new (FALSE, FALSE, sizeof (FfStoredMark), n_components);
  trainee->answers = g_array_new (FALSE, FALSE, sizeof (FfStoredAnswer));
  return trainee;
}

static gboolean
is_meant (const GArray *audience, const FfSession *session, const FfEnrolment *enrolment)
{
  gboolean everybody = TRUE;

  for (guint i = 0; i < audience->len; i++)
    {
      const FfAudience *row = &g_array_index (audience, FfAudience, i);

      if (row->session_id != session->id)
        continue;
      everybody = FALSE;
      if ((row->layer_id != 0 && row->layer_id == enrolment->layer_id) || (row->team_id != 0 && row->team_id == enrolment->team_id)
          || (row->trainee_id != 0 && row->trainee_id == enrolment->trainee_id))
        return TRUE;
    }
  return everybody;
}

static void
plan_cells (const FfClassFigures *figures, const GArray *audience, const FfEnrolment *enrolment, FfAttendanceCell *cells)
{
  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = get_session (figures, i);

      cells[i].planned = !session->cancelled && is_meant (audience, session, enrolment);
      cells[i].record = FF_ATTENDANCE_RECORD_NONE;
    }
}

static gboolean
read_trainees (FfDb *db, Reader *reader, const GArray *audience, GError **error)
{
  FfClassFigures *figures = reader->figures;
  g_autoptr (GPtrArray) enrolments = ff_enrolment_store_of_run (db, figures->run->id, TRUE, error);
  gsize n_sessions = figures->sessions->len, n_components = ff_scheme_length (figures->scheme);

  if (enrolments == NULL)
    return FALSE;
  figures->trainees = g_ptr_array_new_full (enrolments->len, (GDestroyNotify) trainee_free);
  figures->all_cells = g_new0 (FfAttendanceCell, enrolments->len * n_sessions);
  figures->all_exempt = g_new0 (gboolean, enrolments->len * n_components);
  figures->all_exempt_reasons = g_new0 (const char *, enrolments->len * n_components);
  figures->all_committed = g_new0 (gboolean, enrolments->len * n_components);
  figures->all_committed_by = g_new (FfDay, enrolments->len * n_components);
  reader->trainees = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < enrolments->len; i++)
    {
      FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      FfClassTrainee *trainee = trainee_new (enrolment, (guint) n_components);

      trainee->cells = figures->all_cells + i * n_sessions;
      trainee->exempt = figures->all_exempt + i * n_components;
      trainee->exempt_reasons = figures->all_exempt_reasons + i * n_components;
      trainee->committed = figures->all_committed + i * n_components;
      trainee->committed_by = figures->all_committed_by + i * n_components;
      plan_cells (figures, audience, enrolment, trainee->cells);
      g_ptr_array_add (figures->trainees, trainee);
      g_hash_table_insert (reader->trainees, &trainee->enrolment_id, trainee);
    }
  return TRUE;
}

static void
on_attendance (const FfAttendanceRow *row, gpointer user_data)
{
  Reader *reader = user_data;
  FfClassTrainee *trainee = g_hash_table_lookup (reader->trainees, &row->enrolment_id);
  int session = find_index (reader->sessions, row->session_id);

  if (trainee == NULL || session < 0)
    return;
  trainee->cells[session].record = row->record;
  trainee->cells[session].version = row->version;
}

static int
find_criterion (const FfComponent *component, gint64 id)
{
  if (component->criteria != NULL)
    for (guint i = 0; i < component->criteria->len; i++)
      if (((FfCriterion *) g_ptr_array_index (component->criteria, i))->id == id)
        return (int) i;
  return -1;
}

static int
find_component (Reader *reader, gint64 id)
{
  if (reader->last_component_id != id)
    {
      reader->last_component_id = id;
      reader->last_component = find_index (reader->components, id);
    }
  return reader->last_component;
}

static void
on_mark (const FfMarkRow *row, gpointer user_data)
{
  Reader *reader = user_data;
  FfClassFigures *figures = reader->figures;
  FfClassTrainee *trainee = g_hash_table_lookup (reader->trainees, &row->enrolment_id);
  FfStoredMark mark = {
    .id = row->id,
    .version = row->version,
    .component = find_component (reader, row->component_id),
    .criterion = -1,
    .attempt = row->attempt,
    .score = row->score,
    .from_team_id = row->from_team_id,
  };

  if (trainee == NULL || mark.component < 0)
    return;
  if (row->criterion_id != 0)
    {
      mark.criterion = find_criterion (ff_scheme_get (figures->scheme, (guint) mark.component), row->criterion_id);
      if (mark.criterion < 0)
        return;
    }
  mark.rater = *row->rater != '\0' ? ff_class_figures_keep (figures, row->rater) : "";
  mark.comment = row->comment != NULL ? ff_class_figures_keep (figures, row->comment) : NULL;
  mark.reason = row->reason != NULL ? ff_class_figures_keep (figures, row->reason) : NULL;
  g_array_append_val (trainee->marks, mark);
}

static void
on_exemption (gint64 enrolment_id, gint64 component_id, const char *reason, gpointer user_data)
{
  Reader *reader = user_data;
  FfClassTrainee *trainee = g_hash_table_lookup (reader->trainees, &enrolment_id);
  int component = find_index (reader->components, component_id);

  if (trainee == NULL || component < 0)
    return;
  trainee->exempt[component] = TRUE;
  trainee->exempt_reasons[component] = ff_class_figures_keep (reader->figures, reason);
}

static void
on_settled_result (const FfSettledResult *result, gpointer user_data)
{
  Reader *reader = user_data;
  FfClassFigures *figures = reader->figures;
  FfClassTrainee *trainee = g_hash_table_lookup (reader->trainees, &result->enrolment_id);
  FfSettledResult *kept = g_memdup2 (result, sizeof *result);

  kept->left_out = result->left_out != NULL ? ff_class_figures_keep (figures, result->left_out) : NULL;
  g_hash_table_insert (figures->settled_results, &kept->enrolment_id, kept);
  if (trainee != NULL)
    trainee->settled = kept;
}

static gboolean
read_settlement (FfDb *db, Reader *reader, GError **error)
{
  FfClassFigures *figures = reader->figures;
  g_autoptr (GError) local_error = NULL;

  figures->settlement = ff_settlement_store_read (db, figures->run->id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  figures->settled = figures->settlement != NULL;
  if (!figures->settled)
    return TRUE;
  figures->settled_results = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return ff_settlement_store_foreach_result (db, figures->settlement->id, on_settled_result, reader, error);
}

static gboolean
read_raters (FfDb *db, FfClassFigures *figures, GError **error)
{
  figures->raters = ff_rater_store_of_run (db, figures->run->id, error);
  return figures->raters != NULL;
}

gint64
ff_class_figures_rater_weight (const FfClassFigures *figures, const char *rater)
{
  g_return_val_if_fail (figures != NULL && rater != NULL, FF_RATER_WEIGHT);

  for (guint i = 0; i < figures->raters->len; i++)
    {
      const FfRater *listed = g_ptr_array_index (figures->raters, i);

      if (g_str_equal (listed->name, rater))
        return listed->weight;
    }
  return FF_RATER_WEIGHT;
}

/* The rule, and the words in which the register speaks. */
static gboolean
read_register (FfDb *db, FfClassFigures *figures, GError **error)
{
  figures->edition = (FfRuleEdition) FF_RULE_EDITION_INIT;
  if (!ff_rule_store_read_edition (db, figures->run->id, &figures->edition, error))
    return FALSE;
  figures->rule = figures->edition.rule;
  figures->leave_kinds = ff_leave_kinds_list (db, error);
  figures->make_ups = figures->leave_kinds != NULL ? ff_attendance_store_list_made_up_in (db, figures->run->id, error) : NULL;
  return figures->make_ups != NULL;
}

static gboolean
read_all (FfDb *db, gint64 run_id, FfClassFigures *figures, GError **error)
{
  g_autoptr (GArray) audience = g_array_new (FALSE, FALSE, sizeof (FfAudience));
  g_autoptr (GError) local_error = NULL;
  g_auto (Reader) reader = { .figures = figures };

  figures->journal_number = ff_db_journal_number (db);
  figures->run = ff_run_store_read (db, run_id, figures->now, &local_error);
  if (figures->run == NULL)
    {
      if (local_error == NULL)
        g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This class does not exist any more."));
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  figures->scheme = ff_schemes_read (db, 0, run_id, error);
  if (figures->scheme == NULL || !read_register (db, figures, error))
    return FALSE;
  index_scheme (&reader);
  figures->sessions = ff_session_store_of_run (db, run_id, audience, error);
  if (figures->sessions == NULL)
    return FALSE;
  index_sessions (&reader);
  return read_raters (db, figures, error) && read_trainees (db, &reader, audience, error)
         && ff_attendance_store_foreach_of_run (db, run_id, on_attendance, &reader, error)
         && ff_mark_store_foreach_of_run (db, run_id, on_mark, &reader, error)
         && ff_exemption_store_foreach_of_run (db, run_id, on_exemption, &reader, error)
         && read_settlement (db, &reader, error) && ff_class_figures_read_teams (db, figures, error)
         && ff_class_figures_read_commitments (db, figures, reader.trainees, error)
         && ff_class_figures_read_papers (db, figures, reader.trainees, error)
         && ff_class_figures_read_hand_ins (db, figures, error);
}

FfClassFigures *
ff_class_figures_read (FfDb *db, gint64 run_id, FfMinute now, GError **error)
{
  g_autoptr (FfClassFigures) figures = g_new0 (FfClassFigures, 1);
  gboolean ok;

  figures->now = now;
  figures->texts = g_string_chunk_new (256);
  if (!ff_db_begin_read (db, error))
    return NULL;
  ok = read_all (db, run_id, figures, error);
  ff_db_end_read (db);
  if (!ok)
    return NULL;
  ff_class_figures_update (figures);
  return g_steal_pointer (&figures);
}

/* Computing ------------------------------------------------------------------------------------------------------- */

/* Room for one trainee's sessions and marks, used again for the next. */
typedef struct
{
  FfPlannedSession *sessions;
  FfAttendanceRecord *records;
  GArray *marks; /* FfMark */
} Scratch;

static void
compute_attendance (const FfClassFigures *figures, FfClassTrainee *trainee, Scratch *scratch)
{
  gsize n = 0;

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = get_session (figures, i);
      FfAttendanceCell *cell = &trainee->cells[i];
      FfPlannedSession planned = { session->starts_at, session->ends_at };

      cell->verdict = ff_attendance_judge (&figures->rule, &planned, &cell->record);
      if (!cell->planned)
        continue;
      scratch->sessions[n] = planned;
      scratch->records[n] = cell->record;
      n++;
    }
  trainee->tally = ff_attendance_tally (&figures->rule, scratch->sessions, scratch->records, n, figures->now);
  trainee->disqualified = trainee->tally.qualification != FF_QUALIFIED && !trainee->waived;
}

static void
compute_marks (const FfClassFigures *figures, FfClassTrainee *trainee, Scratch *scratch)
{
  g_array_set_size (scratch->marks, trainee->marks->len);
  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *stored = &g_array_index (trainee->marks, FfStoredMark, i);

      g_array_index (scratch->marks, FfMark, i)
          = (FfMark) { .component = stored->component, .criterion = stored->criterion, .rater = stored->rater, .attempt = stored->attempt,
                       .score = stored->score, .weight = ff_class_figures_rater_weight (figures, stored->rater) };
    }
  ff_class_figures_add_papers (figures, trainee, scratch->marks);
  ff_result_clear (&trainee->result);
  ff_result_compute (&trainee->result, figures->scheme, (const FfMark *) scratch->marks->data, scratch->marks->len, trainee->exempt,
                     &trainee->tally, trainee->committed);
  trainee->passed = ff_marks_passed (figures->scheme, &trainee->result, trainee->disqualified);
  trainee->band = trainee->result.known ? ff_marks_band (figures->scheme, trainee->result.total) : FF_BAND_FAIL;
}

static void
compute_standings (FfClassFigures *figures)
{
  guint n = figures->trainees->len;
  g_autofree FfStanding *standings = g_new0 (FfStanding, n);

  figures->ranked = 0;
  for (guint i = 0; i < n; i++)
    {
      const FfClassTrainee *trainee = get_trainee (figures, i);

      standings[i].total = trainee->result.total;
      standings[i].ranked = trainee->result.known && !trainee->result.provisional && !trainee->disqualified;
      standings[i].passed = trainee->passed == FF_PASSED_YES;
      figures->ranked += standings[i].ranked ? 1 : 0;
    }
  ff_marks_rank (figures->scheme, standings, n, &figures->award_count);
  for (guint i = 0; i < n; i++)
    {
      get_trainee (figures, i)->rank = standings[i].rank;
      get_trainee (figures, i)->award = standings[i].award;
    }
}

static gboolean
outcomes_differ (const FfClassTrainee *trainee)
{
  const FfOutcome *computed = &trainee->computed;
  gboolean same_total = trainee->settled->total < 0 || (computed->known && computed->total == trainee->result.total);

  return !same_total || computed->passed != trainee->passed || computed->rank != trainee->rank || computed->award != trainee->award;
}

/* What was fixed stands in place of what is computed. Somebody without a settled result joined the class later and has no rank. */
static void
show_settled (FfClassTrainee *trainee)
{
  const FfSettledResult *settled = trainee->settled;

  trainee->rank = settled != NULL ? settled->rank : 0;
  trainee->award = settled != NULL && settled->award;
  if (settled == NULL)
    return;
  trainee->passed = (FfPassed) settled->passed;
  if (settled->total >= 0)
    {
      trainee->result.known = TRUE;
      trainee->result.total = ff_hundredths_to_double (settled->total);
    }
}

static void
compute_settled (FfClassFigures *figures)
{
  figures->n_differing = 0;
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      FfClassTrainee *trainee = get_trainee (figures, i);

      trainee->computed = (FfOutcome) { trainee->result.known, trainee->result.total, trainee->passed, trainee->rank, trainee->award };
      if (!figures->settled)
        continue;
      show_settled (trainee);
      trainee->differs = trainee->settled == NULL || outcomes_differ (trainee);
      figures->n_differing += trainee->differs;
    }
  if (!figures->settled)
    return;
  figures->ranked = (guint) figures->settlement->ranked;
  figures->award_count = (guint) figures->settlement->awards;
}

void
ff_class_figures_update (FfClassFigures *figures)
{
  g_autofree FfPlannedSession *sessions = NULL;
  g_autofree FfAttendanceRecord *records = NULL;
  g_autoptr (GArray) marks = NULL;
  Scratch scratch;

  g_return_if_fail (figures != NULL);

  sessions = g_new0 (FfPlannedSession, figures->sessions->len);
  records = g_new0 (FfAttendanceRecord, figures->sessions->len);
  marks = g_array_new (FALSE, FALSE, sizeof (FfMark));
  scratch = (Scratch) { sessions, records, marks };
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      compute_attendance (figures, get_trainee (figures, i), &scratch);
      compute_marks (figures, get_trainee (figures, i), &scratch);
    }
  compute_standings (figures);
  compute_settled (figures);
}

gboolean
ff_class_figures_leaf_mean (const FfClassFigures *figures, guint component, double *mean)
{
  double sum = 0;
  guint n = 0;

  g_return_val_if_fail (figures != NULL && mean != NULL, FALSE);
  g_return_val_if_fail (component < ff_scheme_length (figures->scheme), FALSE);

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfLeafResult *leaf = &get_trainee (figures, i)->result.leaves[component];

      if (!leaf->assessed)
        continue;
      sum += leaf->points;
      n++;
    }
  if (n == 0)
    return FALSE;
  *mean = sum / n;
  return TRUE;
}
