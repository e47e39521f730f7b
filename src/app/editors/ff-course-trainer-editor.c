/* Who may teach a course, seen from the course, which is the context. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-people.h"
#include "ff-qualifications.h"

static const FfEditorField fields[] = {
  { "trainer", N_("Trainer"), FF_FIELD_CHOICE, TRUE },
  { "qualification", N_("Needs the Qualification"), FF_FIELD_SUGGEST, FALSE },
};

/* Another trainer in the same row is another row; *id becomes 0 then. */
static gboolean
forget_other (FfDb *db, gint64 *id, gint64 trainer_id, GError **error)
{
  g_autoptr (FfTrainerCourse) stored = ff_trainer_courses_read (db, *id, error);

  if (stored == NULL)
    return FALSE;
  if (stored->trainer_id == trainer_id)
    return TRUE;
  if (!ff_trainer_courses_delete (db, *id, error))
    return FALSE;
  *id = 0;
  return TRUE;
}

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 trainer_id = g_ascii_strtoll (ff_editor_values_get (values, "trainer"), NULL, 10);
  g_autoptr (FfCourse) course = ff_courses_read (db, context, error);
  FfTrainerCourseDraft draft = { .qualification = ff_editor_values_get (values, "qualification") };

  if (course == NULL)
    return FF_PUT_REFUSED;
  if (trainer_id == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "trainer", _("Choose a trainer."));
      return FF_PUT_REFUSED;
    }
  draft.course = course->code;
  if (id != 0 && !forget_other (db, &id, trainer_id, error))
    return FF_PUT_REFUSED;
  return ff_trainer_courses_put (db, id, trainer_id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTrainerCourse) course = NULL;
  g_autofree char *trainer = NULL;

  if (id == 0)
    return TRUE;
  course = ff_trainer_courses_read (db, id, error);
  if (course == NULL)
    return FALSE;
  trainer = g_strdup_printf ("%" G_GINT64_FORMAT, course->trainer_id);
  ff_editor_values_set (values, "trainer", trainer);
  ff_editor_values_set (values, "qualification", course->qualification);
  return TRUE;
}

/* Titles that somebody has; each once. */
static GPtrArray *
list_qualifications (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) titles = ff_qualifications_list_titles (db, error);
  GPtrArray *choices;

  if (titles == NULL)
    return NULL;
  choices = ff_choices_new ();
  for (guint i = 0; i < titles->len; i++)
    ff_editors_add_choice (choices, NULL, g_ptr_array_index (titles, i));
  return choices;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  g_autoptr (GPtrArray) trainers = NULL;
  GPtrArray *choices;

  if (g_str_equal (field, "qualification"))
    return list_qualifications (db, error);
  trainers = ff_people_list_trainers (db, NULL, error);
  if (trainers == NULL)
    return NULL;
  choices = ff_choices_new ();
  for (guint i = 0; i < trainers->len; i++)
    {
      const FfChoice *trainer = g_ptr_array_index (trainers, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, trainer->id);

      ff_editors_add_choice (choices, key, trainer->title);
    }
  return choices;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_trainer_courses_delete (db, id, error);
}

const FfEditorKind ff_course_trainer_editor = {
  .new_title = N_("New Trainer of the Course"),
  .edit_title = N_("Trainer of the Course"),
  .new_label = N_("Let a trainer teach a course"),
  .edit_label = N_("Change who may teach a course"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Take Off the Course"),
  .deleted = N_("Trainer taken off the course"),
};
