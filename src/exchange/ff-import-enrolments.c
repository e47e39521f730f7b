/* Who is in which class. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-import-kind.h"
#include "ff-runs.h"

#define FIELD(member, title, flags, words) FF_FIELD (FfEnrolmentDraft, member, #member, title, flags, words)

static const FfField fields[] = {
  FF_FIELD (FfEnrolmentDraft, run, "class", N_ ("Class"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
            "classcode|classno|班次|班次编号|班次編號|班次代码|班次代碼|班级|班級|班级编号|班級編號|班号|班號|班别|班別|梯次|期次"),
  FIELD (employee_no, N_ ("Employee number"), FF_FIELD_KEY | FF_FIELD_NEEDED | FF_FIELD_IDENTIFIER,
         "employeenumber|staffno|staffnumber|employeeid|staffid|工号|工號|员工工号|員工工號|员工编号|員工編號|员工号|職工號|职工号|职工编号|人员编号|"
         "人員編號|编号|編號"),
  FIELD (team, N_ ("Team"), FF_FIELD_PLAIN, "group|小组|小組|组别|組別|分组|分組|组|組"),
  FIELD (leader, N_ ("Leader"), FF_FIELD_PLAIN, "teamleader|组长|組長|是否组长|是否組長|小组长|小組長"),
  FIELD (status, N_ ("Status"), FF_FIELD_PLAIN, "状态|狀態|报名状态|報名狀態"),
  FIELD (reason, N_ ("Reason"), FF_FIELD_PLAIN, "原因|理由|退训原因|退訓原因"),
};

/* The codes of the classes that hold too many now. */
static gpointer
begin (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
end (gpointer state)
{
  g_hash_table_unref (state);
}

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  const FfEnrolmentDraft *draft = row->draft;
  gboolean over_capacity = FALSE;
  FfPut result = ff_enrolments_put (pass->db, draft, &over_capacity, NULL, error);

  if (result != FF_PUT_REFUSED && over_capacity)
    g_hash_table_add (pass->state, g_strdup (draft->run));
  return result;
}

static gboolean
finish (FfImportPass *pass, GError **error)
{
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (pass->state), (GCompareFunc) g_strcmp0);

  for (GList *l = codes; l != NULL; l = l->next)
    {
      gint64 id = ff_runs_find (pass->db, l->data, error);
      g_autoptr (FfRun) run = id > 0 ? ff_runs_read (pass->db, id, error) : NULL;

      if (run == NULL)
        return FALSE;
      if (run->capacity >= 0 && run->enrolled > run->capacity)
        ff_import_warn (pass, _ ("Class %s now holds %d trainees, more than its %d places."), run->code, run->enrolled, run->capacity);
    }
  return TRUE;
}

const FfImportKind ff_import_enrolments = {
  .name = "enrolments",
  .title = N_ ("Enrolments"),
  .label = N_ ("Import enrolments from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (FfEnrolmentDraft),
  .begin = begin,
  .end = end,
  .put = put,
  .finish = finish,
};
