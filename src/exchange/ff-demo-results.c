#include "config.h"

#include "ff-demo-results.h"

#include <json-glib/json-glib.h>

#include "ff-class-figures.h"
#include "ff-demo-resources.h"
#include "ff-raters.h"
#include "ff-register.h"
#include "ff-settling.h"
#include "ff-team-marks.h"

#define SETTLED_CLASS "MG-01"
/* The class whose teams are marked, and in what; the last of them has no mark yet. */
#define TEAM_CLASS "KA-01"
#define TEAM_LEAF "analysis"

static gboolean
mark_teams (FfDb *db, FfMinute now, GError **error)
{
  static const gint64 scores[] = { 8400, 7750 };
  gint64 run_id = ff_runs_find (db, TEAM_CLASS, error);
  g_autoptr (FfClassFigures) figures = run_id > 0 ? ff_class_figures_read (db, run_id, now, error) : NULL;
  int leaf = figures != NULL ? ff_scheme_find (figures->scheme, TEAM_LEAF) : -1;

  if (figures == NULL)
    return FALSE;
  for (guint i = 0; leaf >= 0 && i < G_N_ELEMENTS (scores) && i < figures->teams->len; i++)
    {
      const FfTeam *team = g_ptr_array_index (figures->teams, i);
      FfTeamMarkKey key = { team->id, ff_scheme_get (figures->scheme, (guint) leaf)->id, 0, NULL, 1 };

      if (ff_team_marks_set (db, &key, TRUE, scores[i], NULL, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

/* A class of results.json, with the leaf of it that is marked. */
typedef struct
{
  FfDb *db;
  const char *language;
  FfClassFigures *figures;
  const FfComponent *leaf;
} Marked;

static gboolean
marked_read (Marked *self, JsonObject *object, FfMinute now, GError **error)
{
  gint64 run_id = ff_runs_find (self->db, json_object_get_string_member (object, "class"), error);
  int leaf;

  self->figures = run_id > 0 ? ff_class_figures_read (self->db, run_id, now, error) : NULL;
  if (self->figures == NULL)
    return FALSE;
  leaf = ff_scheme_find (self->figures->scheme, json_object_get_string_member (object, "leaf"));
  g_assert (leaf >= 0);
  self->leaf = ff_scheme_get (self->figures->scheme, (guint) leaf);
  return TRUE;
}

static void
marked_clear (Marked *self)
{
  g_clear_pointer (&self->figures, ff_class_figures_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marked, marked_clear)

/* What one rater gave one person: a letter per criterion, A for its best level. */
static gboolean
put_levels (const Marked *self, guint person, const char *rater, const char *letters, GError **error)
{
  const FfClassTrainee *trainee = g_ptr_array_index (self->figures->trainees, person);

  for (guint i = 0; letters[i] != '\0'; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (self->leaf->criteria, i);
      gint64 points = ff_criterion_get_level (criterion, (guint) (letters[i] - 'A'))->points;

      if (ff_marking_set (self->db, trainee->enrolment_id, self->leaf->id, criterion->id, rater, 1, TRUE, points, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_rater (const Marked *self, JsonObject *object, guint index, const char *name, GError **error)
{
  JsonArray *people = json_object_get_array_member (object, "levels");

  if (ff_raters_put (self->db, 0, self->figures->run->id, &(FfRaterDraft) { .name = name }, NULL, error) == FF_PUT_REFUSED)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonArray *levels = json_array_get_array_element (people, i);

      if (!json_array_get_null_element (levels, index) &&
          !put_levels (self, i, name, json_array_get_string_element (levels, index), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_comment (const Marked *self, JsonObject *object, const char *rater, GError **error)
{
  const FfClassTrainee *trainee =
      g_ptr_array_index (self->figures->trainees, (guint) json_object_get_int_member (object, "person"));
  const FfCriterion *criterion =
      g_ptr_array_index (self->leaf->criteria, (guint) json_object_get_int_member (object, "criterion"));
  FfMarkKey key = { trainee->enrolment_id, self->leaf->id, criterion->id, rater, 1 };
  JsonObject *text = json_object_get_object_member (object, "text");

  return ff_marking_comment (self->db, &key, json_object_get_string_member (text, self->language), error) != FF_PUT_REFUSED;
}

/* A class that is marked by several, of whom the first comments. */
static gboolean
put_raters (Marked *self, JsonObject *object, GError **error)
{
  JsonArray *names = json_object_get_array_member (object, "names");
  JsonArray *comments = json_object_get_array_member (object, "comments");
  const char *first = json_object_get_string_member (json_array_get_object_element (names, 0), self->language);

  for (guint i = 0; i < json_array_get_length (names); i++)
    if (!put_rater (self, object, i, json_object_get_string_member (json_array_get_object_element (names, i), self->language), error))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (comments); i++)
    if (!put_comment (self, json_array_get_object_element (comments, i), first, error))
      return FALSE;
  return TRUE;
}

/* Whoever has the lowest mark sits the test again. */
static gboolean
put_second_attempt (Marked *self, JsonObject *object, GError **error)
{
  JsonObject *comment = json_object_get_object_member (object, "comment");
  FfMarkKey key = { .component_id = self->leaf->id, .attempt = 2 };
  gint64 lowest = G_MAXINT64, score = 100 * json_object_get_int_member (object, "score");

  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (self->figures->trainees, i);

      for (guint j = 0; j < trainee->marks->len; j++)
        {
          const FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, j);

          if (ff_scheme_get (self->figures->scheme, (guint) mark->component) == self->leaf && mark->score < lowest)
            {
              lowest = mark->score;
              key.enrolment_id = trainee->enrolment_id;
            }
        }
    }
  return ff_marking_set (self->db, key.enrolment_id, key.component_id, 0, NULL, key.attempt, TRUE, score, error) != FF_PUT_REFUSED &&
         ff_marking_comment (self->db, &key, json_object_get_string_member (comment, self->language), error) != FF_PUT_REFUSED;
}

static gboolean
put_marked (FfDb *db, const char *language, FfMinute now, JsonObject *object, gboolean (*put) (Marked *, JsonObject *, GError **),
            GError **error)
{
  g_auto (Marked) self = { .db = db, .language = language };

  return marked_read (&self, object, now, error) && put (&self, object, error);
}

static gboolean
put_single_marks (FfDb *db, const char *language, FfMinute now, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ff_demo_get_resource (), "/org/fourfold/demo/results.json",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  if (bytes == NULL ||
      !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  root = json_node_get_object (json_parser_get_root (parser));
  return put_marked (db, language, now, json_object_get_object_member (root, "raters"), put_raters, error) &&
         put_marked (db, language, now, json_object_get_object_member (root, "second_attempt"), put_second_attempt, error);
}

gboolean
ff_demo_put_results (FfDb *db, const char *language, FfMinute now, GError **error)
{
  gint64 settled = ff_runs_find (db, SETTLED_CLASS, error);

  return settled > 0 && ff_settling_settle (db, settled, NULL, 0, error) && mark_teams (db, now, error) &&
         put_single_marks (db, language, now, error);
}
