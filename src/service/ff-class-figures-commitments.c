/* What trainees mean to do after the class; and the leaves that have it as their source: who has handed in a commitment of the leaf's kind, and by when it is
   due (RULES, 2). */
#include "config.h"

#include "ff-class-figures-private.h"

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
count_commitment (const Reader *reader, const FfCommitment *commitment)
{
  FfClassTrainee *trainee = g_hash_table_lookup (reader->trainees, &commitment->enrolment_id);

  if (trainee == NULL)
    return;
  if (commitment->kind == FF_COMMITMENT_SEVEN_DAY && (trainee->log == NULL || trainee->log->id < commitment->id))
    trainee->log = commitment;
  for (guint i = 0; i < ff_scheme_length (reader->figures->scheme); i++)
    {
      if (reader->wanted[i] == FF_N_COMMITMENT_KINDS || !ff_commitment_counts_as (commitment->kind, reader->wanted[i]))
        continue;
      trainee->committed[i] = trainee->committed[i] || commitment->status >= FF_COMMITMENT_SUBMITTED;
      /* A row without a kind has the term of a plan, which says nothing about the card it also is. */
      if (commitment->kind == reader->wanted[i] && commitment->due_on != FF_NO_DAY)
        trainee->committed_by[i] = commitment->due_on;
    }
}

gboolean
ff_class_figures_read_commitments (FfDb *db, FfClassFigures *figures, GHashTable *trainees, GError **error)
{
  g_autofree FfCommitmentKind *wanted = g_new (FfCommitmentKind, ff_scheme_length (figures->scheme));
  Reader reader = { figures, trainees, wanted };

  find_wanted (figures, wanted);
  set_usual_dues (&reader);
  figures->commitments = ff_commitment_store_of_run (db, figures->run->id, error);
  for (guint i = 0; figures->commitments != NULL && i < figures->commitments->len; i++)
    count_commitment (&reader, g_ptr_array_index (figures->commitments, i));
  return figures->commitments != NULL;
}
