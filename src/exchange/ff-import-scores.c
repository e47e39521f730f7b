/* Marks, in long form (a row for each mark) or wide form (a row for each trainee, a column for each leaf). A wide row goes in
   whole or not at all. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-courses.h"
#include "ff-import-kind.h"
#include "ff-register.h"
#include "ff-runs.h"

#define FIELD(member, title, flags, words) FF_FIELD (FfScoreDraft, member, #member, title, flags, words)

enum
{
  RUN,
  EMPLOYEE_NO,
  COMPONENT,
  SCORE,
};

static const FfField fields[] = {
  [RUN] = FF_FIELD (FfScoreDraft, run, "class", N_ ("Class"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
                    "classcode|classno|班次|班次编号|班次編號|班次代码|班次代碼|班级|班級|班级编号|班級編號|班号|班號|班别|班別|梯次|期次"),
  [EMPLOYEE_NO] = FIELD (employee_no, N_ ("Employee number"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
                         "employeenumber|staffno|staffnumber|employeeid|staffid|工号|工號|员工工号|員工工號|员工编号|員工編號|员工号|職工號|职工号|"
                         "职工编号|人员编号|人員編號|编号|編號"),
  [COMPONENT] = FIELD (component, N_ ("Component"), FF_FIELD_PLAIN,
                       "componentkey|item|考核项|考核项目|考核項目|评量项目|評量項目|成绩项目|成績項目|评分项目|評分項目|项目|項目|科目"),
  [SCORE] = FIELD (score, N_ ("Score"), FF_FIELD_PLAIN, "mark|points|分数|分數|得分|成绩|成績|评分|評分"),
  FIELD (rater, N_ ("Rater"), FF_FIELD_PLAIN, "ratername|评分人|評分人|评分者|評分者|评委|評委|考官|评审|評審"),
  FIELD (attempt, N_ ("Attempt"), FF_FIELD_PLAIN, "attemptno|次数|次數|第几次|第幾次|考试次数|考試次數"),
  FF_FIELD_OF_PEOPLE ("name", "fullname|姓名|员工姓名|員工姓名|学员姓名|學員姓名|学员|學員"),
  FF_FIELD_OF_PEOPLE ("department", "dept|部门|部門|所属部门|所屬部門"),
  FF_FIELD_OF_PEOPLE ("layer", "层级|層級"),
  FF_FIELD_OF_PEOPLE ("team", "group|小组|小組|组别|組別"),
  FF_FIELD_OF_PEOPLE ("job_title", "post|position|岗位|崗位|职位|職位|职务|職務|职称|職稱"),
};

/* Long when it has both columns of the long form; else every heading that is not known is a component's. */
static void
arrange (FfImport *import)
{
  const FfSheet *sheet = ff_import_get_sheet (import);
  int component = ff_import_find_column (import, fields[COMPONENT].name), score = ff_import_find_column (import, fields[SCORE].name);

  if (component >= 0 && score >= 0)
    return;
  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *heading = ff_import_get_heading_text (import, column);
      int field = ff_import_get_field (import, column);

      if ((field == FF_IMPORT_IGNORED && *heading != '\0' && !ff_import_is_survey_column (heading)) || field == COMPONENT || field == SCORE)
        ff_import_set_field (import, column, FF_IMPORT_OTHER);
    }
}

static FfPut
put_long (FfImportPass *pass, const FfScoreDraft *draft, GError **error)
{
  if (draft->component == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "component", _ ("The cell is empty: fill it in."));
      return FF_PUT_REFUSED;
    }
  /* A mark that nobody has given yet leaves what is stored alone. */
  if (draft->score == NULL)
    return FF_PUT_SAME;
  return ff_marking_put (pass->db, draft, error);
}

/* The row's verdict is its strongest cell's: new, then changed. */
static FfPut
stronger (FfPut one, FfPut other)
{
  if (one == FF_PUT_NEW || other == FF_PUT_NEW)
    return FF_PUT_NEW;
  return one == FF_PUT_CHANGED || other == FF_PUT_CHANGED ? FF_PUT_CHANGED : FF_PUT_SAME;
}

static FfPut
put_wide (FfImportPass *pass, const FfImportRow *row, const FfScoreDraft *whole, GError **error)
{
  FfScoreDraft draft = *whole;
  g_autoptr (FfBatch) batch = ff_batch_begin (pass->db, "", error);
  FfPut result = FF_PUT_SAME;

  if (batch == NULL)
    return FF_PUT_REFUSED;
  for (guint i = 0; i < row->n_others; i++)
    {
      const char *heading = ff_import_get_heading_text (pass->import, row->others[i]);
      g_autofree char *component = g_strstrip (g_strdup (heading));
      g_autoptr (GError) failure = NULL;
      FfPut put;

      draft.component = component;
      draft.score = ff_import_get_value (pass->import, row->index, row->others[i]);
      put = ff_marking_put (pass->db, &draft, &failure);
      if (put == FF_PUT_REFUSED)
        {
          const char *member = ff_put_error_field (failure);

          /* What is wrong with the component or its score is wrong with this column. */
          if (ff_import_is_about_row (failure)
              && (member == NULL || g_str_equal (member, "component") || g_str_equal (member, "score") || g_str_equal (member, "criterion")))
            ff_import_reject_at (pass, row->index, row->others[i], heading, failure->message);
          g_propagate_error (error, g_steal_pointer (&failure));
          return FF_PUT_REFUSED;
        }
      result = stronger (result, put);
    }
  return ff_batch_commit (g_steal_pointer (&batch), error) ? result : FF_PUT_REFUSED;
}

static gpointer
begin (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ff_scheme_free);
}

static void
end (gpointer state)
{
  g_hash_table_unref (state);
}

/* The scheme of a class, read once in an import, which changes none; NULL for a class that the put will refuse. */
static const FfScheme *
find_scheme (FfImportPass *pass, const char *run)
{
  GHashTable *schemes = pass->state;
  FfScheme *scheme = run != NULL ? g_hash_table_lookup (schemes, run) : NULL;
  gint64 id;

  if (scheme != NULL || run == NULL || (id = ff_runs_find (pass->db, run, NULL)) <= 0)
    return scheme;
  scheme = ff_schemes_read (pass->db, 0, id, NULL);
  if (scheme != NULL)
    g_hash_table_insert (schemes, g_strdup (run), scheme);
  return scheme;
}

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  FfScoreDraft draft = *(const FfScoreDraft *) row->draft;

  draft.scheme = find_scheme (pass, draft.run);
  if (ff_import_find_column (pass->import, fields[SCORE].name) >= 0)
    return put_long (pass, &draft, error);
  return put_wide (pass, row, &draft, error);
}

const FfImportKind ff_import_scores = {
  .name = "scores",
  .title = N_ ("Scores"),
  .label = N_ ("Import scores from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (FfScoreDraft),
  .begin = begin,
  .end = end,
  .arrange = arrange,
  .put = put,
};
