#include "config.h"

#include "ff-criteria-json.h"

#include <glib/gi18n-lib.h>

static const FfJsonRule level_rules[] = {
  { "title", FF_JSON_TEXT, "What it is called: excellent, good …", .required = TRUE },
  { "description", FF_JSON_TEXT, "What is then to be seen." },
  { "points", FF_JSON_NUMBER, "What it gives: at most the criterion's maximum, and less than the level before it.", .required = TRUE, .min = 0,
    .max = 1e6, .decimals = 2 },
  { NULL },
};
static const FfJsonShape level_shape = { "rubric_level", level_rules };

static const FfJsonRule criterion_rules[] = {
  { "key", FF_JSON_TEXT, "Unique in its component.", .required = TRUE },
  { "title", FF_JSON_TEXT, "What is judged; the key without it." },
  { "note", FF_JSON_TEXT, "What to look at when it is judged." },
  { "max", FF_JSON_NUMBER, "The most points it gives.", .required = TRUE, .min = 0.01, .max = 1e6, .decimals = 2 },
  { "levels", FF_JSON_OBJECTS, "What is seen at how many points, the best level first; without them only points are typed.",
    .shape = &level_shape },
  { NULL },
};
const FfJsonShape ff_criterion_shape = { "criterion", criterion_rules };

static gboolean
check_levels (JsonNode *criterion, const char *path, GError **error)
{
  gint64 most = ff_json_get_hundredths (criterion, "max", 0);

  for (guint i = 0; i < ff_json_get_length (criterion, "levels"); i++)
    {
      gint64 points = ff_json_get_hundredths (ff_json_get_element (criterion, "levels", i), "points", 0);
      g_autofree char *place = g_strdup_printf ("%s.levels[%u].points", path, i);

      if (points > most)
        {
          ff_json_set_error (error, place,
                             i == 0 ? _("A level cannot give more points than its criterion's maximum.")
                                    : _("A level must give fewer points than the one before it: the best stands first."));
          return FALSE;
        }
      most = points - 1;
    }
  return TRUE;
}

gboolean
ff_criteria_json_check (JsonNode *node, const char *path, GError **error)
{
  for (guint i = 0; i < ff_json_get_length (node, "criteria"); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.criteria[%u]", path, i);

      if (!check_levels (ff_json_get_element (node, "criteria", i), place, error))
        return FALSE;
    }
  return TRUE;
}

void
ff_criteria_json_read (JsonNode *node, GPtrArray *criteria)
{
  for (guint i = 0; i < ff_json_get_length (node, "criteria"); i++)
    {
      JsonNode *child = ff_json_get_element (node, "criteria", i);
      const char *key = ff_json_get_text (child, "key", NULL);
      FfCriterion *criterion = ff_criteria_add (criteria, key, ff_json_get_text (child, "title", key), ff_json_get_hundredths (child, "max", 0));

      criterion->note = g_strdup (ff_json_get_text (child, "note", NULL));
      for (guint j = 0; j < ff_json_get_length (child, "levels"); j++)
        {
          JsonNode *level = ff_json_get_element (child, "levels", j);

          ff_criterion_add_level (criterion, ff_json_get_text (level, "title", NULL), ff_json_get_text (level, "description", NULL),
                                  ff_json_get_hundredths (level, "points", 0));
        }
    }
}

static void
write_optional (FfJsonWriter *writer, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    ff_json_text (writer, name, text);
}

static void
write_levels (FfJsonWriter *writer, const FfCriterion *criterion)
{
  if (criterion->levels->len == 0)
    return;
  ff_json_begin_array (writer, "levels");
  for (guint i = 0; i < criterion->levels->len; i++)
    {
      const FfRubricLevel *level = ff_criterion_get_level (criterion, i);

      ff_json_begin_object (writer, NULL);
      ff_json_text (writer, "title", level->title);
      write_optional (writer, "description", level->description);
      ff_json_hundredths (writer, "points", level->points);
      ff_json_end (writer);
    }
  ff_json_end (writer);
}

void
ff_criteria_json_write (FfJsonWriter *writer, const GPtrArray *criteria)
{
  ff_json_begin_array (writer, "criteria");
  for (guint i = 0; i < criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (criteria, i);

      ff_json_begin_object (writer, NULL);
      ff_json_text (writer, "key", criterion->key);
      ff_json_text (writer, "title", criterion->title);
      write_optional (writer, "note", criterion->note);
      ff_json_hundredths (writer, "max", criterion->max);
      write_levels (writer, criterion);
      ff_json_end (writer);
    }
  ff_json_end (writer);
}
