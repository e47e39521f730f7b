/* A team, and the two draws: of the teams themselves and of their topics. The context is the class. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-roster.h"
#include "ff-team-draw.h"
#include "ff-teams.h"

/* What MISSION's workshops work in. */
#define USUAL_SIZE 6

/* One team -------------------------------------------------------------------------------------------------------------- */

static const FfEditorField team_fields[] = {
  { "name", N_("Name"), FF_FIELD_TEXT, FALSE },
  { "topic", N_("Scene or topic that no other team has"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put_team (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return ff_teams_put (db, id, run_id, ff_editor_values_get (values, "name"), ff_editor_values_get (values, "topic"), new_id, error);
}

static gboolean
load_team (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTeam) team = NULL;

  if (id == 0)
    return TRUE;
  team = ff_teams_read (db, id, error);
  if (team == NULL)
    return FALSE;
  ff_editor_values_set (values, "name", team->name);
  ff_editor_values_set (values, "topic", team->topic);
  return TRUE;
}

static gboolean
delete_team (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_teams_delete (db, id, error);
}

const FfEditorKind ff_team_editor = {
  .new_title = N_("New Team"),
  .edit_title = N_("Team"),
  .new_label = N_("Add a team"),
  .edit_label = N_("Change a team"),
  .fields = team_fields,
  .n_fields = G_N_ELEMENTS (team_fields),
  .put = put_team,
  .load = load_team,
  .delete = delete_team,
  .delete_label = N_("Delete Team"),
  .deleted = N_("Team deleted"),
};

/* Drawing teams ----------------------------------------------------------------------------------------------------------- */

static const FfEditorField draw_fields[] = {
  { "size", N_("People in a team, at most"), FF_FIELD_NUMBER, FALSE },
  { "teams", N_("Or number of teams"), FF_FIELD_NUMBER, FALSE },
  { "way", N_("Layers and departments"), FF_FIELD_CHOICE, TRUE },
  { "seed", N_("Number of the draw, to repeat an earlier one"), FF_FIELD_NUMBER, FALSE },
};

/* A whole number from 1 to @max; "" leaves @number alone. */
static gboolean
take_number (FfEditorValues *values, const char *field, guint64 max, guint64 *number, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (ff_editor_values_get (values, field)));

  if (*text == '\0' || g_ascii_string_to_unsigned (text, 10, 1, max, number, NULL))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, field, _("Enter a whole number from 1 to %u."), (guint) max);
  return FALSE;
}

static FfPut
draw (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gboolean balanced = g_strcmp0 (ff_editor_values_get (values, "way"), "balanced") == 0;
  guint64 size = 0, teams = 0, seed = g_random_int_range (1, 1000000);
  FfRosterRoom room;

  if (!take_number (values, "size", G_MAXINT32, &size, error) || !take_number (values, "teams", FF_TEAMS_MAX, &teams, error)
      || !take_number (values, "seed", G_MAXUINT32, &seed, error))
    return FF_PUT_REFUSED;
  if (teams == 0 && size == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "size", _("Enter how many people a team has, or how many teams there are."));
      return FF_PUT_REFUSED;
    }
  if (teams != 0 && size != 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "size", _("Enter one of the two: how many people a team has, or how many teams there are."));
      return FF_PUT_REFUSED;
    }
  if (!ff_roster_get_room (db, run_id, NULL, 0, &room, error))
    return FF_PUT_REFUSED;
  if (teams == 0)
    teams = ff_team_count ((guint) room.enrolled, (guint) size);
  *new_id = run_id;
  return ff_teams_draw (db, run_id, (guint) teams, balanced, (guint32) seed, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static gboolean
load_draw (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) teams = ff_teams_of_run (db, run_id, error);
  g_autofree char *number = NULL;

  if (teams == NULL)
    return FALSE;
  number = g_strdup_printf ("%u", teams->len > 0 ? teams->len : USUAL_SIZE);
  ff_editor_values_set (values, teams->len > 0 ? "teams" : "size", number);
  ff_editor_values_set (values, "way", "balanced");
  return TRUE;
}

static GPtrArray *
draw_choices (FfDb *db, gint64 run_id, const char *field, GError **error)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "balanced", C_("teams", "Balanced"));
  ff_editors_add_choice (array, "random", C_("teams", "At random"));
  return array;
}

const FfEditorKind ff_team_draw_editor = {
  .new_title = N_("Draw Teams"),
  .edit_title = N_("Draw Teams"),
  .new_label = N_("Draw teams"),
  .edit_label = N_("Draw teams"),
  .confirm_label = N_("_Draw"),
  .fields = draw_fields,
  .n_fields = G_N_ELEMENTS (draw_fields),
  .put = draw,
  .load = load_draw,
  .choices = draw_choices,
};

/* Drawing topics ------------------------------------------------------------------------------------------------------------ */

static const FfEditorField topic_fields[] = {
  { "topics", N_("Scenes or topics, one a line"), FF_FIELD_PARAGRAPH, TRUE },
};

static FfPut
draw_topics (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  *new_id = run_id;
  return ff_teams_draw_topics (db, run_id, ff_editor_values_get (values, "topics"), g_random_int (), error) ? FF_PUT_CHANGED
                                                                                                         : FF_PUT_REFUSED;
}

static gboolean
load_topics (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) teams = ff_teams_of_run (db, run_id, error);
  g_autoptr (GString) topics = g_string_new (NULL);

  for (guint i = 0; teams != NULL && i < teams->len; i++)
    {
      const char *topic = ((const FfTeam *) g_ptr_array_index (teams, i))->topic;

      if (topic != NULL)
        g_string_append_printf (topics, "%s\n", topic);
    }
  ff_editor_values_set (values, "topics", topics->str);
  return teams != NULL;
}

const FfEditorKind ff_topic_draw_editor = {
  .new_title = N_("Draw Topics"),
  .edit_title = N_("Draw Topics"),
  .new_label = N_("Draw topics"),
  .edit_label = N_("Draw topics"),
  .confirm_label = N_("_Draw"),
  .fields = topic_fields,
  .n_fields = G_N_ELEMENTS (topic_fields),
  .put = draw_topics,
  .load = load_topics,
};
