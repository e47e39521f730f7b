#include "config.h"

#include "ff-notice-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-phrase-dates.h"
#include "ff-phrase-names.h"
#include "ff-template.h"

static const char *const notice_places[] = {
  "class", "code", "course", "dates", "sessions", "venue", "trainers", "link", "bring", "people", "count", "today", NULL,
};

static const char *const reminder_places[] = {
  "owed", "missing", "class", "code", "course", "dates", "trainers", "count", "today", NULL,
};

/* Translators: the words in braces are places that the program fills; keep them as they are. A line whose places are all empty is left out. */
static const char notice_template[] = N_ ("Training notice: {class}\n"
                                          "\n"
                                          "Dear colleagues, you are enrolled in “{class}” ({code}).\n"
                                          "\n"
                                          "Dates: {dates}\n"
                                          "{sessions}\n"
                                          "Place: {venue}\n"
                                          "Online: {link}\n"
                                          "Trainer: {trainers}\n"
                                          "Please bring: {bring}\n"
                                          "\n"
                                          "Participants ({count}):\n"
                                          "{people}\n"
                                          "\n"
                                          "Please come in time and sign in. If you cannot come, tell us at once.\n");

/* Translators: as above. */
static const char reminder_template[] = N_ ("Reminder: {class} ({code}), as of {today}\n"
                                            "\n"
                                            "This is still open:\n"
                                            "{missing}\n"
                                            "\n"
                                            "By supervisor:\n"
                                            "{owed}\n"
                                            "\n"
                                            "Please see to it as soon as you can.\n");

typedef struct
{
  const FfNoticeFacts *facts;
  FfPhrases *phrases;
  int people;
} Writer;

static const char *
list_comma (const Writer *writer)
{
  return ff_phrases_get (writer->phrases, "list", NC_ ("list", ", "));
}

static const char *
colon (const Writer *writer)
{
  /* Translators: stands between a name and what is said of it, in notices. */
  return ff_phrases_get (writer->phrases, "notice", NC_ ("notice", ": "));
}

/* Behind a word. */
static void
append_in_brackets (const Writer *writer, GString *text, const char *remark)
{
  g_string_append_printf (text, "%s%s%s", ff_phrases_get (writer->phrases, "notice", NC_ ("notice", " (")), remark,
                          ff_phrases_get (writer->phrases, "notice", NC_ ("notice", ")")));
}

static void
begin_line (GString *text)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

/* The times and places ------------------------------------------------------------------------------------------------ */

static char *
format_session (const Writer *writer, const FfSession *session, gboolean with_venue)
{
  g_autofree char *day = ff_phrases_day_short (writer->phrases, ff_time_day (session->starts_at));
  int from = ff_time_minute_of_day (session->starts_at);
  int to = ff_time_minute_of_day (session->ends_at);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %02d:%02d–%02d:%02d", day, from / 60, from % 60, to / 60, to % 60);
  if (session->title != NULL && *session->title != '\0')
    g_string_append_printf (text, "  %s", session->title);
  if (with_venue && session->venue != NULL)
    g_string_append_printf (text, "  %s", session->venue);
  if (session->audience != NULL)
    {
      g_autofree char *audience = ff_phrases_names (writer->phrases, session->audience);

      append_in_brackets (writer, text, audience);
    }
  return g_string_free (text, FALSE);
}

/* What the sessions say of something, each once, in order. */
static GPtrArray *
collect (const Writer *writer, const char *(*get) (const FfSession *session))
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *sessions = writer->facts->figures->sessions;

  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);
      const char *value = session->cancelled ? NULL : get (session);
      g_auto (GStrv) parts = g_strsplit (value != NULL ? value : "", "; ", -1);

      for (char **part = parts; *part != NULL; part++)
        if (**part != '\0' && !g_ptr_array_find_with_equal_func (found, *part, g_str_equal, NULL))
          g_ptr_array_add (found, g_strdup (*part));
    }
  return found;
}

static char *
join (const Writer *writer, GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? list_comma (writer) : "", (const char *) g_ptr_array_index (parts, i));
  return g_string_free (text, FALSE);
}

static const char *
get_venue (const FfSession *session)
{
  return session->venue;
}

static const char *
get_trainers (const FfSession *session)
{
  return session->public_trainers;
}

static const char *
get_link (const FfSession *session)
{
  return session->link;
}

static char *
list_sessions (const Writer *writer)
{
  GPtrArray *sessions = writer->facts->figures->sessions;
  g_autoptr (GPtrArray) venues = collect (writer, get_venue);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);
      g_autofree char *line = NULL;

      if (session->cancelled)
        continue;
      line = format_session (writer, session, venues->len > 1);
      begin_line (text);
      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

/* The people ------------------------------------------------------------------------------------------------------------ */

static int
compare_departments (gconstpointer a, gconstpointer b)
{
  const FfClassTrainee *x = *(FfClassTrainee *const *) a;
  const FfClassTrainee *y = *(FfClassTrainee *const *) b;
  int order = (x->department == NULL) - (y->department == NULL);

  if (order == 0 && x->department != NULL)
    order = g_utf8_collate (x->department, y->department);
  return order != 0 ? order : strcmp (x->employee_no, y->employee_no);
}

/* "Customer service: 张三, 李四", a department a line. */
static char *
list_people (const Writer *writer)
{
  g_autoptr (GPtrArray) people = g_ptr_array_copy (writer->facts->figures->trainees, NULL, NULL);
  GString *text = g_string_new (NULL);

  g_ptr_array_set_free_func (people, NULL);
  g_ptr_array_sort (people, compare_departments);
  for (guint i = 0; i < people->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (people, i);
      const FfClassTrainee *before = i > 0 ? g_ptr_array_index (people, i - 1) : NULL;

      if (before != NULL && g_strcmp0 (trainee->department, before->department) == 0)
        g_string_append (text, list_comma (writer));
      else
        {
          const char *department = trainee->department != NULL ? trainee->department
                                                               : ff_phrases_get (writer->phrases, "notice", NC_ ("notice", "Others"));

          begin_line (text);
          g_string_append_printf (text, "%s%s", department, colon (writer));
        }
      g_string_append (text, trainee->name);
    }
  return g_string_free (text, FALSE);
}

/* What is owed ------------------------------------------------------------------------------------------------------------ */

/* What a session or a leaf is called in a list of what is open. */
static char *
name_session (const Writer *writer, guint index)
{
  const FfSession *session = g_ptr_array_index (writer->facts->figures->sessions, index);

  return g_strdup_printf ("%s %s", ff_phrases_get (writer->phrases, "notice", NC_ ("notice", "attendance")), session->key);
}

static char *
list_owed_by (const Writer *writer, const FfClassTrainee *trainee)
{
  const FfClassFigures *figures = writer->facts->figures;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < figures->sessions->len; i++)
    if (ff_notice_facts_is_unrecorded (writer->facts, trainee, i))
      g_ptr_array_add (parts, name_session (writer, i));
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    if (ff_notice_facts_is_unmarked (writer->facts, trainee, i))
      g_ptr_array_add (parts, g_strdup (ff_scheme_get (figures->scheme, i)->title));
  return parts->len > 0 ? join (writer, parts) : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

/* "李经理: 张三 (笔试), 王五 (attendance S2)", a supervisor a line. Those without one come last. */
static char *
list_owed (Writer *writer)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nobody = ff_phrases_get (writer->phrases, "notice", NC_ ("notice", "Without a supervisor"));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < writer->facts->figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (writer->facts->figures->trainees, i);
      g_autofree char *owed = list_owed_by (writer, trainee);
      const char *supervisor = g_hash_table_lookup (writer->facts->supervisors, &trainee->trainee_id);
      GString *line;

      if (owed == NULL)
        continue;
      writer->people++;
      supervisor = supervisor != NULL ? supervisor : nobody;
      line = g_hash_table_lookup (lines, supervisor);
      if (line == NULL)
        {
          line = g_string_new (NULL);
          g_hash_table_insert (lines, (gpointer) supervisor, line);
          g_ptr_array_add (names, (gpointer) supervisor);
        }
      g_string_append_printf (line, "%s%s", line->len > 0 ? list_comma (writer) : "", trainee->name);
      append_in_brackets (writer, line, owed);
    }

  g_ptr_array_sort (names, compare_names);
  if (g_ptr_array_remove (names, (gpointer) nobody))
    g_ptr_array_add (names, (gpointer) nobody);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      GString *line = g_hash_table_lookup (lines, name);

      begin_line (text);
      g_string_append_printf (text, "%s%s%s", name, colon (writer), line->str);
      g_string_free (line, TRUE);
    }
  return g_string_free (text, FALSE);
}

static void
append_missing (const Writer *writer, GString *text, const char *title, guint n)
{
  if (n == 0)
    return;
  begin_line (text);
  g_string_append_printf (text, "%s%s%u / %u", title, colon (writer), n, writer->facts->figures->trainees->len);
}

/* "笔试: 8 / 26", one a line. */
static char *
list_missing (const Writer *writer)
{
  const FfClassFigures *figures = writer->facts->figures;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      g_autofree char *title = name_session (writer, i);
      guint n = 0;

      for (guint k = 0; k < figures->trainees->len; k++)
        n += ff_notice_facts_is_unrecorded (writer->facts, g_ptr_array_index (figures->trainees, k), i);
      append_missing (writer, text, title, n);
    }
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      guint n = 0;

      for (guint k = 0; k < figures->trainees->len; k++)
        n += ff_notice_facts_is_unmarked (writer->facts, g_ptr_array_index (figures->trainees, k), i);
      append_missing (writer, text, ff_scheme_get (figures->scheme, i)->title, n);
    }
  return g_string_free (text, FALSE);
}

/* ---------------------------------------------------------------------------------------------------------------------- */

const char *const *
ff_notice_text_places (FfNoticeKind kind)
{
  return kind == FF_NOTICE_NOTICE ? notice_places : reminder_places;
}

char *
ff_notice_text_default (FfNoticeKind kind, const char *language)
{
  g_autoptr (FfPhrases) phrases = NULL;

  g_return_val_if_fail (ff_phrases_is_language (language), NULL);

  phrases = ff_phrases_new (language);
  return g_strdup (ff_phrases_get (phrases, NULL, kind == FF_NOTICE_NOTICE ? notice_template : reminder_template));
}

static char *
make_value (Writer *writer, const char *place)
{
  const FfClassFigures *figures = writer->facts->figures;
  const FfRun *run = figures->run;
  g_autoptr (GPtrArray) parts = NULL;

  if (g_str_equal (place, "class"))
    return g_strdup (run->title);
  if (g_str_equal (place, "code"))
    return g_strdup (run->code);
  if (g_str_equal (place, "course"))
    return g_strdup (run->course_title);
  if (g_str_equal (place, "bring"))
    return g_strdup (run->bring);
  if (g_str_equal (place, "dates"))
    return ff_phrases_day_range (writer->phrases, run->starts_on, run->ends_on);
  if (g_str_equal (place, "today"))
    return ff_phrases_day (writer->phrases, ff_time_day (figures->now));
  if (g_str_equal (place, "sessions"))
    return list_sessions (writer);
  if (g_str_equal (place, "people"))
    return list_people (writer);
  if (g_str_equal (place, "owed"))
    return list_owed (writer);
  if (g_str_equal (place, "missing"))
    return list_missing (writer);
  if (g_str_equal (place, "count"))
    return g_strdup_printf ("%d", writer->people);

  parts = collect (writer, g_str_equal (place, "venue") ? get_venue : g_str_equal (place, "trainers") ? get_trainers : get_link);
  return join (writer, parts);
}

char *
ff_notice_text_fill (const FfNoticeFacts *facts, FfNoticeKind kind, const char *template, const char *language, int *people, GError **error)
{
  const char *const *places = ff_notice_text_places (kind);
  FfTemplateValue values[G_N_ELEMENTS (notice_places) + G_N_ELEMENTS (reminder_places)] = { { NULL } };
  g_autoptr (FfPhrases) phrases = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Writer writer = { .facts = facts };

  g_return_val_if_fail (facts != NULL && template != NULL, NULL);
  g_return_val_if_fail (ff_phrases_is_language (language), NULL);

  phrases = ff_phrases_new (language);
  writer.phrases = phrases;
  if (kind == FF_NOTICE_NOTICE)
    writer.people = (int) facts->figures->trainees->len;
  /* What is owed stands first and counts the people. */
  for (guint i = 0; places[i] != NULL; i++)
    {
      char *text = make_value (&writer, places[i]);

      g_ptr_array_add (texts, text);
      values[i] = (FfTemplateValue) { places[i], text };
    }
  if (people != NULL)
    *people = writer.people;
  return ff_template_fill (template, values, error);
}
