#include "config.h"

#include "ff-owned-parts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-findings.h"
#include "ff-format.h"
#include "ff-goals.h"
#include "ff-money.h"
#include "ff-notices.h"
#include "ff-number.h"
#include "ff-preparation.h"
#include "ff-settings.h"

static GPtrArray *
parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
}

/* "A · B" of the texts that are there; NULL when none is. Takes both. */
static char *
join (char *first, char *second)
{
  g_autofree char *a = first;
  g_autofree char *b = second;

  if (a == NULL || b == NULL)
    return a != NULL ? g_steal_pointer (&a) : g_steal_pointer (&b);
  /* Translators: joins two facts about one thing. */
  return g_strdup_printf (C_ ("facts", "%s · %s"), a, b);
}

/* Findings ---------------------------------------------------------------------------------------------------------- */

static gboolean
is_background (const FfFinding *finding)
{
  return strcmp (finding->kind, "background") == 0;
}

static gboolean
is_pain_point (const FfFinding *finding)
{
  return strcmp (finding->kind, "pain_point") == 0;
}

static gboolean
is_need (const FfFinding *finding)
{
  return !is_background (finding) && !is_pain_point (finding);
}

typedef gboolean (*Belongs) (const FfFinding *finding);

/* Those of an owner that belong on a card; the others are dropped. */
static GPtrArray *
list_findings (FfDb *db, gint64 owner, Belongs belongs, GError **error)
{
  GPtrArray *findings = ff_findings_list (db, ff_owner_from_number (owner), error);

  for (guint i = 0; findings != NULL && i < findings->len;)
    if (belongs (g_ptr_array_index (findings, i)))
      i++;
    else
      g_ptr_array_remove_index (findings, i);
  return findings;
}

/* The card counts among its own rows, the service among all findings of the owner. */
static gboolean
move_finding (FfDb *db, gint64 owner, Belongs belongs, gint64 id, int position, GError **error)
{
  g_autoptr (GPtrArray) findings = ff_findings_list (db, ff_owner_from_number (owner), error);
  int among_own = 0;

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    if (belongs (g_ptr_array_index (findings, i)) && among_own++ == position)
      return ff_findings_move (db, id, (int) i, error);
  return TRUE;
}

static char *
describe_source (const FfFinding *finding)
{
  /* Translators: %s is where a fact is known from. */
  return finding->source != NULL ? g_strdup_printf (_("Source: %s"), finding->source) : NULL;
}

static GPtrArray *
list_background (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) findings = list_findings (db, owner, is_background, error);
  GPtrArray *parts = findings != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < findings->len; i++)
    {
      const FfFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *source = describe_source (finding);

      g_ptr_array_add (parts, ff_part_new (finding->id, finding->text, source));
    }
  return parts;
}

static gboolean
move_background (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return move_finding (db, owner, is_background, id, position, error);
}

/* All layers first, then layer after layer, each in the order in which its points were entered. */
static int
compare_layers (gconstpointer a, gconstpointer b)
{
  const FfFinding *first = *(FfFinding *const *) a;
  const FfFinding *second = *(FfFinding *const *) b;

  if (first->layer_id != second->layer_id)
    return first->layer_id < second->layer_id ? -1 : 1;
  return first->position - second->position;
}

static GPtrArray *
list_pain_points (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) findings = list_findings (db, owner, is_pain_point, error);
  GPtrArray *parts = findings != NULL ? parts_new () : NULL;

  if (findings != NULL)
    g_ptr_array_sort (findings, compare_layers);
  for (guint i = 0; parts != NULL && i < findings->len; i++)
    {
      const FfFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *source = describe_source (finding);
      FfPart *part = ff_part_new (finding->id, finding->text, source);

      part->group = g_strdup (finding->layer != NULL ? finding->layer : C_ ("layer", "All layers"));
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static char *
describe_share (const FfFinding *finding)
{
  g_autofree char *share = finding->share >= 0 ? ff_hundredths_format (finding->share) : NULL;

  /* Translators: a percentage. */
  return share != NULL ? g_strdup_printf (_("%s %%"), share) : NULL;
}

/* What answers a need matters more than where it is known from. */
static char *
describe_need (const FfFinding *finding)
{
  g_autofree char *answer = NULL;

  if (finding->syllabus_item != NULL)
    /* Translators: %s is the part of a course that answers a need. */
    answer = g_strdup_printf (_("Answered by %s"), finding->syllabus_item);
  else
    answer = g_strdup (_("No module answers it yet"));
  return join (join (g_strdup (finding->layer), g_steal_pointer (&answer)), describe_source (finding));
}

static GPtrArray *
list_needs (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) findings = list_findings (db, owner, is_need, error);
  GPtrArray *parts = findings != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < findings->len; i++)
    {
      const FfFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *subtitle = describe_need (finding);
      FfPart *part = ff_part_new (finding->id, finding->text, subtitle);

      part->value = describe_share (finding);
      part->tag = g_strdup (ff_finding_kind_title (finding->kind));
      part->tone = finding->syllabus_item_id != 0 ? FF_TONE_NEUTRAL : FF_TONE_SOON;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
move_need (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return move_finding (db, owner, is_need, id, position, error);
}

static const char *const finding_tables[] = { "finding", "layer", "syllabus_item", NULL };

const FfPartKind ff_background_parts = {
  .title = N_("Background Facts"),
  .empty = N_("Facts that speak for this training, each with its source."),
  .add = N_("Add a Background Fact"),
  .tables = finding_tables,
  .list = list_background,
  .editor = &ff_background_editor,
  .move = move_background,
  .move_label = N_("Move a background fact"),
};

const FfPartKind ff_pain_point_parts = {
  .title = N_("Pain Points"),
  .empty = N_("What goes wrong today, layer by layer."),
  .add = N_("Add a Pain Point"),
  .tables = finding_tables,
  .list = list_pain_points,
  .editor = &ff_pain_point_editor,
};

const FfPartKind ff_need_parts = {
  .title = N_("Needs Study"),
  .empty = N_("What those asked want and where they fall short, and the module that answers it."),
  .add = N_("Add a Need or a Gap"),
  .tables = finding_tables,
  .list = list_needs,
  .editor = &ff_need_editor,
  .move = move_need,
  .move_label = N_("Move a need"),
};

/* Goals ------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_goals (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) goals = ff_goals_list (db, ff_owner_from_number (owner), error);
  GPtrArray *parts = goals != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < goals->len; i++)
    {
      const FfGoal *goal = g_ptr_array_index (goals, i);
      g_autofree char *level = g_strdup (goal->level > 0 ? ff_level_title (goal->level) : C_ ("level", "Of the whole"));
      g_autofree char *subtitle = join (g_steal_pointer (&level), g_strdup (goal->layer));
      FfPart *part = ff_part_new (goal->id, goal->text, subtitle);

      part->level = goal->level;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static gboolean
move_goal (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_goals_move (db, id, position, error);
}

static const char *const goal_tables[] = { "goal", "layer", NULL };

#define GOALS(the_title, the_empty)                                                                                                 \
  {                                                                                                                                 \
    .title = (the_title), .empty = (the_empty), .add = N_("Add a Goal"), .tables = goal_tables, .list = list_goals,                 \
    .editor = &ff_goal_editor, .move = move_goal, .move_label = N_("Move a goal"),                                                  \
  }

const FfPartKind ff_goal_parts = GOALS (N_("Goals"), N_("What is to be reached: of the whole, or on one of the four levels."));
const FfPartKind ff_class_goal_parts
    = GOALS (N_("Goals of This Class"), N_("What this class is to reach beyond the goals of its project."));

/* Duties ------------------------------------------------------------------------------------------------------------ */

static GPtrArray *
list_duties (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) duties = ff_duties_list (db, ff_owner_from_number (owner), error);
  GPtrArray *parts = duties != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < duties->len; i++)
    {
      const FfDuty *duty = g_ptr_array_index (duties, i);
      g_autofree char *people = duty->people != NULL ? ff_format_names (duty->people) : g_strdup (_("nobody named yet"));
      g_autofree char *subtitle = join (g_steal_pointer (&people), g_strdup (duty->duties));

      g_ptr_array_add (parts, ff_part_new (duty->id, duty->role, subtitle));
    }
  return parts;
}

static gboolean
move_duty (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_duties_move (db, id, position, error);
}

static const char *const duty_tables[] = { "duty", NULL };

const FfPartKind ff_duty_parts = {
  .title = N_("Who Does What"),
  .empty = N_("Who leads, which groups there are, and what each of them sees to."),
  .add = N_("Add a Role or a Group"),
  .tables = duty_tables,
  .list = list_duties,
  .editor = &ff_duty_editor,
  .move = move_duty,
  .move_label = N_("Move a role or a group"),
};

/* Materials --------------------------------------------------------------------------------------------------------- */

static FfTone
material_tone (const FfMaterial *material)
{
  static const FfTone tones[] = { FF_TONE_NEUTRAL, FF_TONE_ACCENT, FF_TONE_GOOD, FF_TONE_GOOD };

  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    if (strcmp (ff_material_states[i], material->state) == 0)
      return tones[i];
  return FF_TONE_NEUTRAL;
}

/* What the button of a row says, by the state that it leads to. */
static char *
describe_step (const FfMaterial *material)
{
  static const char *const steps[] = { N_("Mark Ordered"), N_("Mark Ready"), N_("Mark Handed Out") };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (strcmp (ff_material_states[i], material->state) == 0)
      return g_strdup (_(steps[i]));
  return NULL;
}

static FfPart *
make_material (const FfMaterial *material)
{
  int needed = ff_material_get_needed (material);
  g_autofree char *subtitle = join (g_strdup (material->keeper), g_strdup (material->note));
  FfPart *part = ff_part_new (material->id, material->title, subtitle);

  /* Translators: how many pieces are ready, of how many that are needed. */
  part->value = g_strdup_printf (C_ ("materials", "%d / %d"), material->ready, needed);
  part->tag = g_strdup (ff_material_state_title (material->state));
  part->tone = material_tone (material);
  part->step = describe_step (material);
  return part;
}

static GPtrArray *
list_materials (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) materials = ff_materials_list (db, ff_owner_from_number (owner).id, error);
  GPtrArray *parts = materials != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < materials->len; i++)
    g_ptr_array_add (parts, make_material (g_ptr_array_index (materials, i)));
  return parts;
}

static gboolean
move_material (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_materials_move (db, id, position, error);
}

static gboolean
advance_material (FfDb *db, gint64 owner, gint64 id, GError **error)
{
  return ff_materials_advance (db, id, error);
}

static const char *const material_tables[] = { "material", "enrolment", NULL };

const FfPartKind ff_material_parts = {
  .title = N_("Materials"),
  .empty = N_("Handbooks, cards, scripts: what has to lie ready, and how many."),
  .add = N_("Add a Material"),
  .tables = material_tables,
  .list = list_materials,
  .editor = &ff_material_editor,
  .move = move_material,
  .move_label = N_("Move a material"),
  .step = advance_material,
  .step_label = N_("Take a material one step further"),
};

/* Budget lines ------------------------------------------------------------------------------------------------------ */

static char *
describe_amounts (const FfBudgetLine *line, const char *currency)
{
  g_autofree char *planned = line->planned >= 0 ? ff_money_format (line->planned, currency) : NULL;
  g_autofree char *actual = line->actual >= 0 ? ff_money_format (line->actual, currency) : NULL;

  if (planned != NULL && actual != NULL)
    /* Translators: what was spent, and what was planned. */
    return g_strdup_printf (_("%s of %s"), actual, planned);
  if (actual != NULL)
    return g_steal_pointer (&actual);
  return g_steal_pointer (&planned);
}

static FfPart *
make_budget_line (const FfBudgetLine *line, const char *currency)
{
  g_autofree char *approval = NULL;
  g_autofree char *subtitle = NULL;
  FfPart *part;

  if (line->approved_on != FF_NO_DAY)
    {
      g_autofree char *day = ff_format_day (line->approved_on);

      if (line->approved_by != NULL)
        /* Translators: a name, and a date. */
        approval = g_strdup_printf (_("approved by %s on %s"), line->approved_by, day);
      else
        approval = g_strdup_printf (_("approved on %s"), day);
    }
  subtitle = join (g_strdup (line->title), g_steal_pointer (&approval));
  part = ff_part_new (line->id, line->category, subtitle);
  part->value = describe_amounts (line, currency);
  if (line->actual > line->planned && line->planned >= 0)
    {
      part->tag = g_strdup (C_ ("budget", "Over budget"));
      part->tone = FF_TONE_BAD;
    }
  else if (line->approved_on != FF_NO_DAY)
    {
      part->tag = g_strdup (C_ ("budget", "Approved"));
      part->tone = FF_TONE_GOOD;
    }
  return part;
}

static GPtrArray *
list_budget (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) lines = ff_budgets_list (db, ff_owner_from_number (owner), error);
  g_autofree char *currency = lines != NULL ? ff_settings_get (db, "currency", NULL) : NULL;
  GPtrArray *parts = lines != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < lines->len; i++)
    g_ptr_array_add (parts, make_budget_line (g_ptr_array_index (lines, i), currency));
  return parts;
}

static gboolean
move_budget (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_budgets_move (db, id, position, error);
}

static const char *const budget_tables[] = { "budget_line", "setting", NULL };

const FfPartKind ff_budget_parts = {
  .title = N_("Budget"),
  .empty = N_("What it is planned to cost, what it did cost, and who approved it."),
  .add = N_("Add a Line to the Budget"),
  .tables = budget_tables,
  .list = list_budget,
  .editor = &ff_budget_editor,
  .move = move_budget,
  .move_label = N_("Move a line of the budget"),
};

/* Notices ----------------------------------------------------------------------------------------------------------- */

static FfPart *
make_notice (const FfNotice *notice)
{
  gboolean reminds = strcmp (notice->kind, ff_notice_kind_key (FF_NOTICE_REMINDER)) == 0;
  g_autofree char *day = ff_format_day (notice->sent_on);
  FfPart *part = ff_part_new (notice->id, reminds ? C_ ("notice", "Reminder") : C_ ("notice", "Notice"), day);

  part->value = g_strdup_printf (ngettext ("to %d person", "to %d people", (gulong) notice->people), notice->people);
  return part;
}

static GPtrArray *
list_notices (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) notices = ff_notices_list (db, ff_owner_from_number (owner).id, error);
  GPtrArray *parts = notices != NULL ? parts_new () : NULL;

  for (guint i = 0; parts != NULL && i < notices->len; i++)
    g_ptr_array_add (parts, make_notice (g_ptr_array_index (notices, i)));
  return parts;
}

static const char *const notice_tables[] = { "notice", NULL };

const FfPartKind ff_notice_parts = {
  .title = N_("Notices Sent"),
  .empty = N_("Nothing was sent yet. What is copied from the menu of the class and noted as sent stands here."),
  .tables = notice_tables,
  .list = list_notices,
};
