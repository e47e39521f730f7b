/* Sessions. What they make on the way and where they clash is told after the last row, when all of them are in. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-clashes.h"
#include "ff-import-kind.h"
#include "ff-runs.h"

/* A day in a column of its own is put before times that are but hours. */
typedef struct
{
  FfSessionDraft session;
  const char *date;
} Draft;

#define FIELD(member, title, flags, words) \
  { #member, title, words, flags, G_STRUCT_OFFSET (Draft, session) + G_STRUCT_OFFSET (FfSessionDraft, member), #member }

static const FfField fields[] = {
  { "class", N_ ("Class"),
    "classcode|classno|班次|班次编号|班次編號|班次代码|班次代碼|班级|班級|班级编号|班級編號|班号|班號|班别|班別|梯次|期次",
    FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER, G_STRUCT_OFFSET (Draft, session) + G_STRUCT_OFFSET (FfSessionDraft, run), "run" },
  { "session", N_ ("Session"), "sessionkey|sessionno|课次|課次|节次|節次|场次|場次|堂次|课次编号|課次編號",
    FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER, G_STRUCT_OFFSET (Draft, session) + G_STRUCT_OFFSET (FfSessionDraft, key), "key" },
  FIELD (starts_at, N_ ("Starts at"), FF_FIELD_PLAIN, "starttime|start|from|开始|開始|开始时间|開始時間|上课时间|上課時間|起始时间|起始時間"),
  FIELD (ends_at, N_ ("Ends at"), FF_FIELD_PLAIN, "endtime|end|to|结束|結束|结束时间|結束時間|下课时间|下課時間|截止时间|截止時間"),
  FIELD (title, N_ ("Topic"), FF_FIELD_PLAIN, "topic|subject|主题|主題|课程内容|課程內容|内容|內容|课题|課題|标题|標題"),
  FIELD (venue, N_ ("Venue"), FF_FIELD_PLAIN, "room|location|place|场地|場地|地点|地點|教室|培训地点|培訓地點|上课地点|上課地點|會議室|会议室"),
  FIELD (trainers, N_ ("Trainers"), FF_FIELD_PLAIN,
         "trainer|instructor|lecturer|teacher|讲师|講師|培训师|培訓師|授课老师|授課老師|授课讲师|授課講師|授课人|授課人|教师|教師|老师|老師"),
  FIELD (audience, N_ ("Audience"), FF_FIELD_PLAIN, "对象|對象|参训对象|參訓對象|培训对象|培訓對象|参加人员|參加人員"),
  FIELD (mode, N_ ("Mode"), FF_FIELD_PLAIN, "形式|方式|授课形式|授課形式|授课方式|授課方式|培训形式|培訓形式|培训方式"),
  FIELD (joint, N_ ("Joint with"), FF_FIELD_PLAIN, "合班|合班上课|合班上課|合班编号|合班編號"),
  { "date", N_ ("Date"), "day|日期|上课日期|上課日期", FF_FIELD_PLAIN, G_STRUCT_OFFSET (Draft, date), NULL },
};

typedef struct
{
  FfSessionNews news;
  GArray *sessions; /* gint64: new or changed ones */
} State;

static gpointer
begin (void)
{
  State *state = g_new0 (State, 1);

  state->news.new_trainers = g_ptr_array_new_with_free_func (g_free);
  state->news.new_venues = g_ptr_array_new_with_free_func (g_free);
  state->sessions = g_array_new (FALSE, FALSE, sizeof (gint64));
  return state;
}

static void
end (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->news.new_trainers);
  g_ptr_array_unref (state->news.new_venues);
  g_array_unref (state->sessions);
  g_free (state);
}

/* "9:00" on a day of its own column; anything else is left as it is. */
static char *
put_day_before (const char *date, const char *time)
{
  int minute;

  if (date == NULL || time == NULL || !ff_clock_parse (time, &minute))
    return NULL;
  return g_strdup_printf ("%.10s %02d:%02d", date, minute / 60, minute % 60);
}

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  State *state = pass->state;
  const Draft *draft = row->draft;
  FfSessionDraft session = draft->session;
  g_autofree char *starts_at = put_day_before (draft->date, session.starts_at);
  g_autofree char *ends_at = put_day_before (draft->date, session.ends_at);
  gint64 id;
  FfPut result;

  if (starts_at != NULL)
    session.starts_at = starts_at;
  if (ends_at != NULL)
    session.ends_at = ends_at;
  result = ff_sessions_put (pass->db, 0, &session, &state->news, &id, error);
  if (result == FF_PUT_NEW || result == FF_PUT_CHANGED)
    g_array_append_val (state->sessions, id);
  return result;
}

/* Each clash once, also between two sessions of the same file. */
static gboolean
tell_clashes (FfImportPass *pass, const GArray *sessions, GError **error)
{
  g_autoptr (GPtrArray) clashes
      = ff_clashes_of_sessions (pass->db, (const gint64 *) (gpointer) sessions->data, sessions->len, error);

  for (guint i = 0; clashes != NULL && i < clashes->len; i++)
    {
      const FfClash *clash = g_ptr_array_index (clashes, i);

      if (clash->accepted == NULL)
        /* Translators: a class, a session, and a sentence that says what stands in its way */
        ff_import_warn (pass, _ ("Clash: %s/%s: %s"), clash->a.run_code, clash->a.key, clash->sentence);
    }
  return clashes != NULL;
}

static gboolean
finish (FfImportPass *pass, GError **error)
{
  State *state = pass->state;

  for (guint i = 0; i < state->news.new_trainers->len; i++)
    ff_import_warn (pass, _ ("The trainer %s is new."), (const char *) g_ptr_array_index (state->news.new_trainers, i));
  for (guint i = 0; i < state->news.new_venues->len; i++)
    ff_import_warn (pass, _ ("The venue %s is new."), (const char *) g_ptr_array_index (state->news.new_venues, i));
  return tell_clashes (pass, state->sessions, error);
}

const FfImportKind ff_import_schedule = {
  .name = "schedule",
  .title = N_ ("Sessions"),
  .label = N_ ("Import a schedule from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (Draft),
  .begin = begin,
  .end = end,
  .put = put,
  .finish = finish,
};
