/* Trainees. Supervisors and mentors may stand below the people they lead, so they are linked after the last row. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-import-kind.h"
#include "ff-people.h"

#define FIELD(member, title, flags, words) FF_FIELD (FfTraineeDraft, member, #member, title, flags, words)

enum
{
  EMPLOYEE_NO,
  NAME,
  LAYER,
  DEPARTMENT,
  JOB_TITLE,
  EMAIL,
  PHONE,
  SUPERVISOR_NO,
  MENTOR_NO,
  EMPLOYMENT,
  ORGANISATION,
  NAME_LATIN,
};

static const FfField fields[] = {
  [EMPLOYEE_NO] = FIELD (employee_no, N_ ("Employee number"), FF_FIELD_KEY | FF_FIELD_IDENTIFIER,
                         "employeenumber|staffno|staffnumber|employeeid|staffid|工号|工號|员工工号|員工工號|员工编号|員工編號|员工号|職工號|职工号|"
                         "职工编号|人员编号|人員編號|员工代码|員工代碼|编号|編號"),
  [NAME] = FIELD (name, N_ ("Name"), FF_FIELD_PLAIN,
                  "fullname|employeename|traineename|trainee|姓名|员工姓名|員工姓名|学员姓名|學員姓名|中文姓名|名字|学员|學員"),
  [LAYER] = FIELD (layer, N_ ("Layer"), FF_FIELD_PLAIN, "level|层级|層級|人员层级|人員層級|管理层级|管理層級|层次|層次"),
  [DEPARTMENT] = FIELD (department, N_ ("Department"), FF_FIELD_PLAIN,
                        "dept|部门|部門|所属部门|所屬部門|所在部门|所在部門|部门名称|部門名稱|科室|单位部门|單位部門"),
  [JOB_TITLE] = FIELD (job_title, N_ ("Post"), FF_FIELD_PLAIN,
                       "position|post|title|岗位|崗位|职位|職位|岗位名称|崗位名稱|职务|職務|职称|職稱"),
  [EMAIL] = FIELD (email, N_ ("E-mail"), FF_FIELD_PLAIN,
                   "emailaddress|mail|邮箱|郵箱|电子邮箱|電子郵箱|电子邮件|電子郵件|邮件|郵件|电邮|電郵|信箱"),
  [PHONE] = FIELD (phone, N_ ("Mobile phone"), FF_FIELD_IDENTIFIER,
                   "mobile|mobilephone|cellphone|phonenumber|手机|手機|手机号|手機號|手机号码|手機號碼|行動電話|联系电话|聯絡電話|telephone|tel|"
                   "电话|電話|联系方式|聯絡方式"),
  [SUPERVISOR_NO] = FIELD (supervisor_no, N_ ("Supervisor’s number"), FF_FIELD_IDENTIFIER,
                           "supervisor|managerno|直接上级工号|直接上級工號|上级工号|上級工號|直属上级工号|直屬上級工號|直屬主管工號|主管工号|主管工號|"
                           "直属主管员工编号|直屬主管員工編號|主管員工編號"),
  [MENTOR_NO] = FIELD (mentor_no, N_ ("Mentor’s number"), FF_FIELD_IDENTIFIER, "mentor|导师工号|導師工號|导师员工编号|導師員工編號|师傅工号|師傅工號"),
  [EMPLOYMENT] = FIELD (employment, N_ ("Employment"), FF_FIELD_PLAIN,
                        "employmentstatus|在职离职|在職離職|在职状态|在職狀態|员工状态|員工狀態|人员状态|人員狀態|在职|在職|status|状态|狀態"),
  [ORGANISATION] = FIELD (organisation, N_ ("Organisation"), FF_FIELD_PLAIN,
                          "organization|company|单位|單位|工作单位|工作單位|所属单位|所屬單位|服務單位|公司"),
  [NAME_LATIN] = FIELD (name_latin, N_ ("Latin name"), FF_FIELD_PLAIN,
                        "latinname|englishname|英文名|英文姓名|外文名|拼音|姓名拼音|pinyin"),
};

typedef struct
{
  guint row;
  gint64 id;
  const char *supervisor_no, *mentor_no; /* the import keeps them */
} Link;

typedef struct
{
  GArray *links;           /* Link */
  GHashTable *layers;      /* text → gint64 id, found once */
  GHashTable *departments;
  guint n_added;
  gboolean added_zeros;    /* a new number begins with a zero */
  GHashTable *added;       /* numbers of new people without their leading zeros → as the file writes them */
} State;

static gpointer
begin (void)
{
  State *state = g_new0 (State, 1);

  state->links = g_array_new (FALSE, FALSE, sizeof (Link));
  state->layers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  state->departments = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  state->added = g_hash_table_new (g_str_hash, g_str_equal);
  return state;
}

static void
end (gpointer data)
{
  State *state = data;

  g_array_unref (state->links);
  g_hash_table_unref (state->layers);
  g_hash_table_unref (state->departments);
  g_hash_table_unref (state->added);
  g_free (state);
}

static const char *
skip_zeros (const char *number)
{
  return number + strspn (number, "0");
}

/* What @find made of a text before; 0 when it is nothing, or refused, which the put then says properly. */
static gint64
look_up (FfDb *db, GHashTable *known, const char *text, gint64 (*find) (FfDb *, const char *, GError **))
{
  const gint64 *stored = text != NULL ? g_hash_table_lookup (known, text) : NULL;
  gint64 id;

  if (text == NULL || stored != NULL)
    return stored != NULL ? *stored : 0;
  id = find (db, text, NULL);
  if (id > 0)
    g_hash_table_insert (known, (gpointer) text, g_memdup2 (&id, sizeof id));
  return MAX (id, 0);
}

static FfPut
put (FfImportPass *pass, const FfImportRow *row, GError **error)
{
  State *state = pass->state;
  FfTraineeDraft draft = *(FfTraineeDraft *) row->draft;
  Link link = { row->index, 0, draft.supervisor_no, draft.mentor_no };
  FfPut result;

  draft.supervisor_no = draft.mentor_no = NULL;
  draft.layer_id = look_up (pass->db, state->layers, draft.layer, ff_people_find_layer);
  /* A department is made by the put, when the row is known to be good; the rows after it find it here. */
  draft.department_id = look_up (pass->db, state->departments, draft.department, ff_people_find_department);
  result = ff_people_put_trainee (pass->db, 0, &draft, &link.id, error);
  if (result == FF_PUT_REFUSED)
    return result;
  if (link.supervisor_no != NULL || link.mentor_no != NULL)
    g_array_append_val (state->links, link);
  state->n_added += result == FF_PUT_NEW;
  state->added_zeros = state->added_zeros || (result == FF_PUT_NEW && draft.employee_no != NULL && *draft.employee_no == '0');
  return result;
}

static void
point_out_zeros (const char *number, gpointer data)
{
  FfImportPass *pass = data;
  State *state = pass->state;
  const char *added = g_hash_table_lookup (state->added, skip_zeros (number));

  if (added != NULL && strlen (added) != strlen (number))
    ff_import_warn (pass, _ ("The new number %s differs from %s, which is known, only by leading zeros: are they the same person?"), added,
                    number);
}

static void
note_zeros (const char *number, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Numbers that differ by leading zeros are few or none, so the new ones are gathered only when some number has such zeros. */
static gboolean
compare_zeros (FfImportPass *pass, GError **error)
{
  State *state = pass->state;
  int column = ff_import_find_column (pass->import, fields[EMPLOYEE_NO].name);
  gboolean zeros = state->added_zeros;

  if (state->n_added == 0 || (!zeros && !ff_people_each_employee_no (pass->db, TRUE, note_zeros, &zeros, error)))
    return state->n_added == 0;
  if (!zeros)
    return TRUE;
  for (guint row = 0; row < ff_import_get_sheet (pass->import)->rows->len; row++)
    if (pass->result->verdicts[row] == FF_ROW_NEW)
      {
        const char *number = ff_import_get_value (pass->import, row, column);

        if (*number != '\0')
          g_hash_table_insert (state->added, (gpointer) skip_zeros (number), (gpointer) number);
      }
  return ff_people_each_employee_no (pass->db, !state->added_zeros, point_out_zeros, pass, error);
}

static gboolean
finish (FfImportPass *pass, GError **error)
{
  State *state = pass->state;

  for (guint i = 0; i < state->links->len; i++)
    {
      const Link *link = &g_array_index (state->links, Link, i);
      g_autoptr (GError) failure = NULL;
      FfPut result = ff_people_link_trainee (pass->db, link->id, link->supervisor_no, link->mentor_no, &failure);

      if (result == FF_PUT_REFUSED && !ff_import_is_about_row (failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (result == FF_PUT_REFUSED)
        ff_import_reject (pass, link->row, ff_put_error_field (failure), failure->message);
      else if (result == FF_PUT_CHANGED && pass->result->verdicts[link->row] == FF_ROW_SAME)
        pass->result->verdicts[link->row] = FF_ROW_CHANGED;
    }
  return compare_zeros (pass, error);
}

static void
read_stored (FfImportPass *pass, const FfImportRow *row, char **values)
{
  const FfTraineeDraft *draft = row->draft;
  gint64 id = draft->employee_no != NULL ? ff_people_find_trainee (pass->db, draft->employee_no, NULL) : 0;
  g_autoptr (FfTrainee) trainee = id > 0 ? ff_people_read_trainee (pass->db, id, NULL) : NULL;

  if (trainee == NULL)
    return;
  values[EMPLOYEE_NO] = g_strdup (trainee->employee_no);
  values[NAME] = g_strdup (trainee->name);
  values[LAYER] = g_strdup (trainee->layer_title);
  values[DEPARTMENT] = g_strdup (trainee->department);
  values[JOB_TITLE] = g_strdup (trainee->job_title);
  values[EMAIL] = g_strdup (trainee->email);
  values[PHONE] = g_strdup (trainee->phone);
  values[SUPERVISOR_NO] = g_strdup (trainee->supervisor_no);
  values[MENTOR_NO] = g_strdup (trainee->mentor_no);
  values[EMPLOYMENT] = g_strdup (trainee->left ? "left" : "employed");
  values[ORGANISATION] = g_strdup (trainee->organisation);
  values[NAME_LATIN] = g_strdup (trainee->name_latin);
}

const FfImportKind ff_import_trainees = {
  .name = "trainees",
  .title = N_ ("Trainees"),
  /* Translators: what Undo takes back; %s is the name of a file. */
  .label = N_ ("Import trainees from %s"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .draft_size = sizeof (FfTraineeDraft),
  .begin = begin,
  .end = end,
  .put = put,
  .finish = finish,
  .read = read_stored,
};
