#include "config.h"

#include "ff-course-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-deliverables.h"
#include "ff-editors.h"
#include "ff-format.h"
#include "ff-people.h"
#include "ff-place-text.h"
#include "ff-qualifications.h"
#include "ff-requirements.h"

static GPtrArray *
parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
}

/* Deliverables ------------------------------------------------------------------------------------------------------------------ */

static gboolean
is_newest (GPtrArray *deliverables, guint index)
{
  const FfDeliverable *deliverable = g_ptr_array_index (deliverables, index);

  for (guint i = index + 1; i < deliverables->len; i++)
    if (g_str_equal (((FfDeliverable *) g_ptr_array_index (deliverables, i))->title, deliverable->title))
      return FALSE;
  return TRUE;
}

/* "Touchpoints · issued 3 May" */
static char *
describe_deliverable (const FfDeliverable *deliverable)
{
  g_autofree char *day = deliverable->issued_on != FF_NO_DAY ? ff_format_day (deliverable->issued_on) : NULL;
  /* Translators: %s is a date. */
  g_autofree char *issued = day != NULL ? g_strdup_printf (_("Issued %s"), day) : g_strdup (_("Not issued yet"));

  return deliverable->item != NULL ? g_strdup_printf ("%s · %s", deliverable->item, issued) : g_steal_pointer (&issued);
}

static GPtrArray *
list_deliverables (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (GPtrArray) deliverables = ff_deliverables_list (db, course_id, error);
  GPtrArray *parts = deliverables != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < deliverables->len; i++)
    {
      const FfDeliverable *deliverable = g_ptr_array_index (deliverables, i);
      g_autofree char *subtitle = describe_deliverable (deliverable);
      FfPart *part = ff_part_new (deliverable->id, deliverable->title, subtitle);
      gboolean newest = is_newest (deliverables, i);

      part->tag = g_strdup (deliverable->edition);
      part->tone = newest ? FF_TONE_ACCENT : FF_TONE_NEUTRAL;
      if (newest)
        part->step = g_strdup (_("Next Edition"));
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
add_edition (FfDb *db, gint64 course_id, gint64 id, GError **error)
{
  return ff_deliverables_add_edition (db, id, NULL, error);
}

static const char *const deliverable_tables[] = { "deliverable", "syllabus_item", NULL };

const FfPartKind ff_deliverable_parts = {
  .title = N_("Deliverables"),
  .empty = N_("What participants make and take away: scripts, plans, standards, each in editions."),
  .add = N_("Add a Deliverable"),
  .tables = deliverable_tables,
  .list = list_deliverables,
  .editor = &ff_deliverable_editor,
  .step = add_edition,
  .step_label = N_("Begin the next edition"),
};

/* Trainers ------------------------------------------------------------------------------------------------------------------------ */

static GPtrArray *
list_trainers (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (GPtrArray) trainers = ff_trainer_courses_of_course (db, course_id, error);
  GPtrArray *parts = trainers != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < trainers->len; i++)
    {
      const FfCourseTrainer *trainer = g_ptr_array_index (trainers, i);
      const char *kind = ff_trainer_kind_title (trainer->kind);
      g_autofree char *subtitle = trainer->qualification != NULL ? g_strdup_printf ("%s · %s", kind, trainer->qualification) : g_strdup (kind);
      FfPart *part = ff_part_new (trainer->id, trainer->name, subtitle);

      if (trainer->qualification != NULL)
        part->tag = ff_place_text_expiry (trainer->expires_on, &part->tone);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const trainer_tables[] = { "trainer_course", "trainer", "qualification", NULL };

const FfPartKind ff_course_trainer_parts = {
  .title = N_("May Be Taught By"),
  .empty = N_("Nobody is named: any trainer may teach this course."),
  .add = N_("Add a Trainer"),
  .tables = trainer_tables,
  .list = list_trainers,
  .editor = &ff_course_trainer_editor,
};

/* Of whom it is required ------------------------------------------------------------------------------------------------------------ */

static char *
describe_required (const FfRequirement *requirement)
{
  if (requirement->layer != NULL && requirement->department != NULL)
    /* Translators: a layer and a department. */
    return g_strdup_printf (_("%s in %s"), requirement->layer, requirement->department);
  if (requirement->layer != NULL || requirement->department != NULL)
    return g_strdup (requirement->layer != NULL ? requirement->layer : requirement->department);
  return g_strdup (C_("choice", "Everybody"));
}

static GPtrArray *
list_requirements (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (GPtrArray) requirements = ff_requirements_list (db, course_id, error);
  GPtrArray *parts = requirements != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < requirements->len; i++)
    {
      const FfRequirement *requirement = g_ptr_array_index (requirements, i);
      g_autofree char *title = describe_required (requirement);
      g_autofree char *again = NULL;

      if (requirement->valid_months > 0)
        again = g_strdup_printf (ngettext ("Due again after %d month", "Due again after %d months", (gulong) requirement->valid_months),
                                 requirement->valid_months);
      else
        again = g_strdup (_("Once is enough"));
      g_ptr_array_add (parts, ff_part_new (requirement->id, title, again));
    }
  return parts;
}

static const char *const requirement_tables[] = { "requirement", "department", "layer", NULL };

const FfPartKind ff_requirement_parts = {
  .title = N_("Required Of"),
  .empty = N_("Whoever must have taken this course: a layer, a department, or everybody."),
  .add = N_("Add a Requirement"),
  .tables = requirement_tables,
  .list = list_requirements,
  .editor = &ff_requirement_editor,
};
