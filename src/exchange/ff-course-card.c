#include "config.h"

#include "ff-course-card.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-deliverables.h"
#include "ff-number.h"
#include "ff-people.h"
#include "ff-phrase-dates.h"
#include "ff-qualifications.h"
#include "ff-runs.h"
#include "ff-timetables.h"

#define EM_SPACE "\xe2\x80\x83"

typedef struct
{
  FfDb *db;
  const FfCourse *course;
  FfDocument *document;
  FfPhrases *phrases;
} Card;

static void
add_field (Card *card, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    ff_document_add_field (card->document, name, text);
}

static void
add_text (Card *card, const char *heading, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  ff_document_add_heading (card->document, heading);
  ff_document_add_paragraph (card->document, text);
}

/* Length ------------------------------------------------------------------------------------------------------------------------- */

/* "2 days, 12 h"; NULL when neither is known. */
static char *
describe_length (Card *card, GPtrArray *slots)
{
  int days = slots->len > 0 ? ((FfTimetableSlot *) g_ptr_array_index (slots, slots->len - 1))->day : 0;
  g_autofree char *hours = card->course->hours >= 0 ? ff_hundredths_format (card->course->hours) : NULL;
  g_autofree char *hours_text = hours != NULL ? g_strdup_printf (_("%s h"), hours) : NULL;
  g_autofree char *days_text = days > 0 ? g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days) : NULL;

  if (hours_text != NULL && days_text != NULL)
    return g_strdup_printf ("%s · %s", days_text, hours_text);
  return days_text != NULL ? g_steal_pointer (&days_text) : g_steal_pointer (&hours_text);
}

static gboolean
add_length (Card *card, GError **error)
{
  g_autoptr (GPtrArray) slots = ff_timetables_list (card->db, card->course->id, error);
  g_autofree char *length = slots != NULL ? describe_length (card, slots) : NULL;

  add_field (card, _("Length"), length);
  return slots != NULL;
}

/* Trainers and classes -------------------------------------------------------------------------------------------------------------- */

static gboolean
add_trainers (Card *card, GError **error)
{
  g_autoptr (GPtrArray) trainers = ff_trainer_courses_of_course (card->db, card->course->id, error);
  g_autoptr (GString) names = g_string_new (NULL);

  if (trainers == NULL)
    return FALSE;
  for (guint i = 0; i < trainers->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((FfCourseTrainer *) g_ptr_array_index (trainers, i))->document_name);
  add_field (card, _("Trainers"), names->str);
  return TRUE;
}

static gboolean
add_classes (Card *card, GError **error)
{
  FfRunQuery query = { .course_id = card->course->id, .status = -1, .sort = FF_RUN_SORT_STARTS };
  g_autoptr (GArray) ids = ff_runs_list (card->db, &query, error);
  g_autoptr (GPtrArray) runs = ids != NULL ? ff_runs_read_rows (card->db, (gint64 *) (void *) ids->data, ids->len, error) : NULL;
  g_autoptr (GString) dates = g_string_new (NULL);

  if (runs == NULL)
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    {
      const FfRun *run = g_ptr_array_index (runs, i);
      g_autofree char *range = run != NULL ? ff_phrases_day_range_short (card->phrases, run->starts_on, run->ends_on) : NULL;

      if (range == NULL || run->status == FF_RUN_CANCELLED)
        continue;
      g_string_append_printf (dates, "%s%s (%s)", dates->len > 0 ? "\n" : "", range, ff_run_status_title (run->status));
    }
  add_field (card, _("Classes"), dates->str);
  return TRUE;
}

/* Content ------------------------------------------------------------------------------------------------------------------------- */

static void
add_benefits (Card *card)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < card->course->benefits->len; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (card->course->benefits, i));
  add_text (card, _("Benefits"), text->str);
}

static gboolean
is_structure (const FfSyllabusItem *item)
{
  return g_str_equal (item->kind, "lecture") || g_str_equal (item->kind, "section");
}

/* "Exercise · Frontline"; NULL for what is for everybody and has no kind of its own. */
static char *
describe_kind (const FfSyllabusItem *item)
{
  const char *kind = is_structure (item) || g_str_equal (item->kind, "topic") ? NULL : ff_syllabus_kind_title (item->kind);
  const char *audience = item->made_to_order ? C_("audience", "Made to order") : item->layer != NULL ? ff_layer_title (item->layer, NULL) : NULL;

  if (kind != NULL && audience != NULL)
    return g_strdup_printf ("%s · %s", kind, audience);
  return g_strdup (kind != NULL ? kind : audience);
}

/* Each item with those below it, indented; @number counts lectures and sections. */
static void
add_items (Card *card, int parent, const char *number, int depth, GPtrArray *cells)
{
  guint n = 0;

  for (guint i = 0; i < card->course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (card->course->syllabus, i);
      g_autofree char *own = NULL;
      g_autofree char *below = NULL;
      GString *title;

      if (item->parent != parent)
        continue;
      own = is_structure (item) ? g_strdup_printf ("%s%u", number, ++n) : g_strdup ("");
      below = *own != '\0' ? g_strconcat (own, ".", NULL) : g_strdup (number);
      title = g_string_new (NULL);
      for (int j = 0; j < depth; j++)
        g_string_append (title, EM_SPACE);
      g_string_append_printf (title, "%s%s%s", own, *own != '\0' ? " " : "", item->title);
      g_ptr_array_add (cells, g_string_free (title, FALSE));
      g_ptr_array_add (cells, describe_kind (item));
      g_ptr_array_add (cells, item->minutes >= 0 ? g_strdup_printf ("%d", item->minutes) : NULL);
      add_items (card, (int) i, below, depth + 1, cells);
    }
}

static void
add_syllabus (Card *card)
{
  const FfDocumentColumn columns[] = {
    { .title = _("Content"), .width = 6 },
    { .title = _("Kind"), .width = 2 },
    { .title = _("Minutes"), .width = 1, .align = 1 },
  };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (card->course->syllabus->len == 0)
    return;
  add_items (card, -1, "", 0, cells);
  ff_document_add_heading (card->document, _("Syllabus"));
  ff_document_add_table (card->document, columns, G_N_ELEMENTS (columns), (const char *const *) cells->pdata, card->course->syllabus->len, 0);
}

static gboolean
add_deliverables (Card *card, GError **error)
{
  g_autoptr (GPtrArray) deliverables = ff_deliverables_list (card->db, card->course->id, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (deliverables == NULL)
    return FALSE;
  for (guint i = 0; i < deliverables->len; i++)
    {
      const FfDeliverable *deliverable = g_ptr_array_index (deliverables, i);

      g_string_append_printf (text, "%s• %s %s", i > 0 ? "\n" : "", deliverable->title, deliverable->edition);
    }
  add_text (card, _("Deliverables"), text->str);
  return TRUE;
}

FfDocument *
ff_course_card_make (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (FfCourse) course = NULL;
  g_autoptr (FfDocument) document = NULL;
  g_autoptr (FfPhrases) phrases = ff_phrases_new (NULL);
  Card card;

  g_return_val_if_fail (db != NULL, NULL);

  course = ff_courses_read (db, course_id, error);
  if (course == NULL)
    return NULL;
  document = ff_document_new (FF_PAPER_A4_PORTRAIT, course->title);
  card = (Card) { db, course, document, phrases };
  ff_document_add_title (document, course->title);
  add_field (&card, _("Code"), course->code);
  add_field (&card, _("Category"), course->category);
  add_field (&card, _("Audience"), course->audience);
  add_field (&card, _("Method"), course->method);
  if (!add_length (&card, error) || !add_trainers (&card, error) || !add_classes (&card, error))
    return NULL;
  add_text (&card, _("Background"), course->background);
  add_benefits (&card);
  add_syllabus (&card);
  return add_deliverables (&card, error) ? g_steal_pointer (&document) : NULL;
}
