/* The leaves whose source is a commitment: who has handed in one of the leaf's kind, and by when it is due (RULES, 2). */
#include "config.h"

#include "ff-class-figures-private.h"

#include "ff-commitment-store.h"

typedef struct
{
  FfClassFigures *figures;
  GHashTable *trainees;
  FfCommitmentKind *wanted; /* per component; FF_N_COMMITMENT_KINDS: of another source */
} Reader;

static void
find_wanted (const FfClassFigures *figures, FfCommitmentKind *wanted)
{
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);

      wanted[i] = FF_N_COMMITMENT_KINDS;
      if (!component->leaf || component->source != FF_SOURCE_COMMITMENT)
        continue;
      if (component->commitment_kind == NULL || !ff_commitment_kind_parse (component->commitment_kind, &wanted[i]))
        wanted[i] = FF_COMMITMENT_CARD;
    }
}

/* Who owes nothing of his own yet owes it by the class's usual day. */
static void
set_usual_dues (Reader *reader)
{
  FfClassFigures *figures = reader->figures;

  for (guint t = 0; t < figures->trainees->len; t++)
    {
      FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, t);

      for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
        trainee->committed_by[i] = reader->wanted[i] != FF_N_COMMITMENT_KINDS
                                       ? ff_commitment_due_on (reader->wanted[i], figures->run->ends_on, FF_NO_DAY)
                                       : FF_NO_DAY;
    }
}

static void
on_commitment (gint64 enrolment_id, FfCommitmentKind kind, FfCommitmentStatus status, FfDay due_on, gpointer user_data)
{
  Reader *reader = user_data;
  FfClassTrainee *trainee = g_hash_table_lookup (reader->trainees, &enrolment_id);

  if (trainee == NULL)
    return;
  for (guint i = 0; i < ff_scheme_length (reader->figures->scheme); i++)
    {
      if (reader->wanted[i] == FF_N_COMMITMENT_KINDS || !ff_commitment_counts_as (kind, reader->wanted[i]))
        continue;
      trainee->committed[i] = trainee->committed[i] || status >= FF_COMMITMENT_SUBMITTED;
      /* A row without a kind has the term of a plan, which says nothing about the card it also is. */
      if (kind == reader->wanted[i] && due_on != FF_NO_DAY)
        trainee->committed_by[i] = due_on;
    }
}

gboolean
ff_class_figures_read_commitments (FfDb *db, FfClassFigures *figures, GHashTable *trainees, GError **error)
{
  g_autofree FfCommitmentKind *wanted = g_new (FfCommitmentKind, ff_scheme_length (figures->scheme));
  Reader reader = { figures, trainees, wanted };

  find_wanted (figures, wanted);
  set_usual_dues (&reader);
  return ff_commitment_store_foreach_of_run (db, figures->run->id, on_commitment, &reader, error);
}
