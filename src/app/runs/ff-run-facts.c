#include "config.h"

#include "ff-run-facts.h"

#include <glib/gi18n-lib.h>

#include "ff-settle-text.h"

static gboolean
attended (FfAttendanceStatus status)
{
  return status == FF_ATTENDANCE_PRESENT || status == FF_ATTENDANCE_LATE || status == FF_ATTENDANCE_LEFT_EARLY;
}

FfSessionFacts
ff_run_facts_of_session (const FfClassFigures *figures, guint session)
{
  FfSessionFacts facts = { 0 };

  g_return_val_if_fail (figures != NULL && session < figures->sessions->len, facts);

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);
      const FfAttendanceCell *cell = &trainee->cells[session];

      if (!cell->planned)
        continue;
      facts.expected++;
      facts.recorded += cell->verdict.status != FF_ATTENDANCE_UNMARKED;
      facts.attended += attended (cell->verdict.status);
    }
  return facts;
}

static void
count_marks (const FfClassFigures *figures, const FfClassTrainee *trainee, FfRunFacts *facts)
{
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);

      if (!component->leaf || component->share <= 0 || trainee->exempt[i])
        continue;
      facts->marks_needed++;
      facts->marks_given += trainee->result.leaves[i].assessed;
    }
}

FfRunFacts
ff_run_facts (const FfClassFigures *figures)
{
  FfRunFacts facts = { .mean_total = -1 };
  double sum = 0;
  int finals = 0;

  g_return_val_if_fail (figures != NULL, facts);

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      facts.held_cells += trainee->tally.held - trainee->tally.unmarked;
      facts.disqualified += trainee->disqualified;
      count_marks (figures, trainee, &facts);
      facts.passed += trainee->passed == FF_PASSED_YES;
      facts.failed += trainee->passed == FF_PASSED_NO;
      facts.open += trainee->passed == FF_PASSED_UNKNOWN;
      if (trainee->result.known && !trainee->result.provisional)
        {
          sum += trainee->result.total;
          finals++;
        }
    }
  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);

      if (!session->cancelled && session->ends_at <= figures->now)
        facts.attended_cells += ff_run_facts_of_session (figures, i).attended;
    }
  if (finals > 0)
    facts.mean_total = sum / finals;
  return facts;
}

/* What waits for somebody ------------------------------------------------------------------------------------------ */

void
ff_open_item_free (FfOpenItem *item)
{
  if (item == NULL)
    return;
  g_free (item->title);
  g_free (item->detail);
  g_free (item);
}

static void
add_item (GPtrArray *items, FfOpenKind kind, gint64 session_id, char *title, char *detail)
{
  FfOpenItem *item = g_new0 (FfOpenItem, 1);

  item->kind = kind;
  item->session_id = session_id;
  item->title = title;
  item->detail = detail;
  g_ptr_array_add (items, item);
}

static const char *
session_name (const FfSession *session)
{
  return session->title != NULL && *session->title != '\0' ? session->title : session->key;
}

static void
list_registers (const FfClassFigures *figures, GPtrArray *items)
{
  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);
      FfSessionFacts facts = ff_run_facts_of_session (figures, i);

      if (session->cancelled || session->ends_at > figures->now || facts.recorded >= facts.expected)
        continue;
      add_item (items, FF_OPEN_REGISTER, session->id,
                /* Translators: %s is the short name of a session. */
                g_strdup_printf (_("Attendance of %s is not complete"), session->key),
                g_strdup_printf (ngettext ("%d of %d trainee not recorded", "%d of %d trainees not recorded", (gulong) facts.expected),
                                 facts.expected - facts.recorded, facts.expected));
    }
}

static void
list_missing_marks (const FfClassFigures *figures, GPtrArray *items)
{
  if (figures->run->status != FF_RUN_FINISHED || figures->settled)
    return;
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *leaf = ff_scheme_get (figures->scheme, i);
      int missing = 0;

      if (!leaf->leaf || leaf->share <= 0)
        continue;
      for (guint j = 0; j < figures->trainees->len; j++)
        {
          const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, j);

          missing += !trainee->disqualified && !trainee->exempt[i] && !trainee->result.leaves[i].assessed;
        }
      if (missing > 0)
        add_item (items, FF_OPEN_MARKS, 0,
                  /* Translators: %s is a component of the assessment. */
                  g_strdup_printf (_("Marks missing: %s"), leaf->title),
                  g_strdup_printf (ngettext ("%d of %u trainee", "%d of %u trainees", figures->trainees->len), missing,
                                   figures->trainees->len));
    }
}

static void
list_results (const FfClassFigures *figures, GPtrArray *items)
{
  char *differing = ff_settle_text_differing (figures);

  if (differing != NULL)
    add_item (items, FF_OPEN_RESULTS, 0, g_strdup (_("The settled results are no longer right")), differing);
  if (figures->settled || figures->run->status != FF_RUN_FINISHED || figures->trainees->len == 0
      || ff_scheme_length (figures->scheme) == 0 || ff_settle_text_count (figures).in_the_way > 0)
    return;
  add_item (items, FF_OPEN_RESULTS, 0, g_strdup (_("The results can be settled")),
            g_strdup (_("Everything is assessed: settling fixes ranks and awards.")));
}

static void
list_absences (const FfClassFigures *figures, GPtrArray *items)
{
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);
      gboolean to_come = trainee->tally.held < trainee->tally.planned;

      if (trainee->tally.absent == 0 || (!trainee->disqualified && (!to_come || trainee->tally.can_miss > 0)))
        continue;
      add_item (items, FF_OPEN_ABSENCE, 0,
                trainee->disqualified ? g_strdup_printf (_("%s is disqualified"), trainee->name)
                                      : g_strdup_printf (_("%s can miss no more sessions"), trainee->name),
                g_strdup_printf (ngettext ("%d of %d session missed", "%d of %d sessions missed", (gulong) trainee->tally.planned),
                                 trainee->tally.absent, trainee->tally.planned));
    }
}

static void
list_unprepared (const FfClassFigures *figures, GPtrArray *items)
{
  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);

      if (session->cancelled || session->starts_at <= figures->now)
        continue;
      if (session->venue == NULL && g_strcmp0 (session->mode, "online") != 0)
        add_item (items, FF_OPEN_PLACE, session->id, g_strdup_printf (_("%s has no venue"), session->key),
                  g_strdup (session_name (session)));
      if (session->trainers == NULL)
        add_item (items, FF_OPEN_TRAINER, session->id, g_strdup_printf (_("%s has no trainer"), session->key),
                  g_strdup (session_name (session)));
    }
}

GPtrArray *
ff_run_facts_list_open (const FfClassFigures *figures)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_open_item_free);

  g_return_val_if_fail (figures != NULL, items);

  if (figures->run->cancelled)
    return items;
  list_registers (figures, items);
  list_missing_marks (figures, items);
  list_results (figures, items);
  list_unprepared (figures, items);
  list_absences (figures, items);
  return items;
}
