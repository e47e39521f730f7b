#include "config.h"

#include "ff-evaluation-actions.h"

#include <glib/gi18n-lib.h>

#include "ff-answered-window.h"
#include "ff-ask-popover.h"
#include "ff-compat.h"
#include "ff-document-window.h"
#include "ff-editors.h"
#include "ff-form-entry-window.h"
#include "ff-import-window.h"
#include "ff-metric-values-window.h"
#include "ff-metrics.h"
#include "ff-questionnaire-edit.h"
#include "ff-questionnaire-form.h"
#include "ff-questionnaires.h"
#include "ff-window.h"

static gint64
run_id_of (FfRunTab *self)
{
  return ff_run_context_get_run_id (ff_run_tab_get_context (self));
}

/* Questionnaires ---------------------------------------------------------------------------------------------------------------- */

static void
activate_take (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunTab *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_level_questionnaire_editor, 0,
                  ff_level_context (run_id_of (self), g_variant_get_int32 (parameter)));
}

static void
activate_enter_forms (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunTab *self = user_data;

  ff_form_entry_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), g_variant_get_int64 (parameter));
}

static void
activate_who_has_answered (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunTab *self = user_data;

  ff_answered_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), g_variant_get_int64 (parameter));
}

/* What stands on a form: which questionnaire, and below its title the class. */
typedef struct
{
  gint64 questionnaire_id;
  char *about;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->about);
  g_free (form);
}

static FfDocument *
make_form (FfDb *db, gconstpointer data, GError **error)
{
  const Form *form = data;
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaires_read (db, form->questionnaire_id, NULL, error);

  if (questionnaire == NULL)
    return NULL;
  return ff_questionnaire_form_make (questionnaire, &(FfQuestionnaireFormOptions) { .about = form->about });
}

static void
activate_print_form (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunTab *self = user_data;
  const FfClassFigures *figures = ff_run_tab_get_figures (self);
  FfDocumentWindow *window;
  Form *form = g_new0 (Form, 1);

  form->questionnaire_id = g_variant_get_int64 (parameter);
  form->about = figures != NULL ? g_strdup (figures->run->title) : NULL;
  window = ff_document_window_new (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), _("Questionnaire"), NULL);
  ff_document_window_make (window, make_form, form, form_free);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_answers_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (FfRunTab) self = user_data;

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ff_import_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), file, "answers");
}

static void
activate_import_answers (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const patterns[] = { "*.csv", "*.xlsx", "*.txt", NULL };
  FfRunTab *self = user_data;

  ff_compat_open_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Import Answers"), _("Spreadsheets"), patterns,
                       on_answers_chosen, g_object_ref (self));
}

/* Interviews --------------------------------------------------------------------------------------------------------------------- */

static void
activate_draw (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunTab *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_interview_draw_editor, 0, run_id_of (self));
}

/* Forms handed out --------------------------------------------------------------------------------------------------------------- */

/* What a popover points at: where @tab's focus stands, or its head when a key asked from elsewhere. */
static GdkRectangle
find_focus (FfRunTab *tab)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (tab)));
  double x = 0, y = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (tab)))
    return (GdkRectangle) { gtk_widget_get_width (GTK_WIDGET (tab)) / 2, 0, 1, 1 };
  gtk_widget_translate_coordinates (focus, GTK_WIDGET (tab), 0, 0, &x, &y);
  return (GdkRectangle) { (int) x, (int) y, gtk_widget_get_width (focus), gtk_widget_get_height (focus) };
}

/* How many forms went out, from the popover to the writer. */
typedef struct
{
  GWeakRef page;
  gint64 questionnaire_id;
  char *number;
} Handing;

static Handing *
handing_new (FfRunTab *self, gint64 questionnaire_id, const char *number)
{
  Handing *handing = g_new0 (Handing, 1);

  g_weak_ref_init (&handing->page, self);
  handing->questionnaire_id = questionnaire_id;
  handing->number = g_strdup (number);
  return handing;
}

static void
handing_free (gpointer data)
{
  Handing *handing = data;

  g_weak_ref_clear (&handing->page);
  g_free (handing->number);
  g_free (handing);
}

static gboolean
hand_out_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Handing *handing = data;
  const FfQuestionnaireDraft draft = { .invited_by = ff_invited_by_to_key (FF_INVITED_TYPED), .invited = handing->number };

  return ff_questionnaire_edit_put (db, ff_owner_from_number (0), handing->questionnaire_id, &draft, NULL, error) != FF_PUT_REFUSED;
}

static void
hand_out (const char *text, gpointer user_data)
{
  const Handing *asked = user_data;
  g_autoptr (FfRunTab) self = g_weak_ref_get ((GWeakRef *) &asked->page);

  if (self != NULL)
    ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), _("Say how many forms were handed out"), hand_out_work, NULL,
                      handing_new (self, asked->questionnaire_id, text), handing_free);
}

static void
activate_hand_out (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunTab *self = user_data;
  GdkRectangle area = find_focus (self);

  ff_ask_popover_open (GTK_WIDGET (self), &area, _("How many forms were handed out? The response rate is of them."), _("Number of forms"),
                       _("Keep"), hand_out, handing_new (self, g_variant_get_int64 (parameter), NULL), handing_free);
}

/* Unusual values --------------------------------------------------------------------------------------------------------------- */

/* Why a value is unusual, from the popover to the writer. */
typedef struct
{
  GWeakRef page;
  gint64 metric_id;
  FfDay day;
  char *cause;
} Explanation;

static void
explanation_free (gpointer data)
{
  Explanation *explanation = data;

  g_weak_ref_clear (&explanation->page);
  g_free (explanation->cause);
  g_free (explanation);
}

static Explanation *
explanation_new (FfRunTab *self, gint64 metric_id, FfDay day, const char *cause)
{
  Explanation *explanation = g_new0 (Explanation, 1);

  g_weak_ref_init (&explanation->page, self);
  explanation->metric_id = metric_id;
  explanation->day = day;
  explanation->cause = g_strdup (cause);
  return explanation;
}

static gboolean
explain_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Explanation *explanation = data;
  g_autofree char *day = ff_day_format (explanation->day);

  return ff_metrics_put_value (db, explanation->metric_id, &(FfMetricValueDraft) { .day = day, .cause = explanation->cause }, error)
         != FF_PUT_REFUSED;
}

static void
explain (const char *text, gpointer user_data)
{
  const Explanation *asked = user_data;
  g_autoptr (FfRunTab) self = g_weak_ref_get ((GWeakRef *) &asked->page);

  if (self != NULL)
    ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), _("Say why a value is unusual"), explain_work, NULL,
                      explanation_new (self, asked->metric_id, asked->day, text), explanation_free);
}

static void
activate_explain (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunTab *self = user_data;
  GdkRectangle area = find_focus (self);
  gint64 metric_id, day;

  g_variant_get (parameter, "(xx)", &metric_id, &day);
  ff_ask_popover_open (GTK_WIDGET (self), &area, _("What brought this value about?"), _("A holiday, a change of the questionnaire …"),
                       _("Note"), explain, explanation_new (self, metric_id, day, NULL), explanation_free);
}

static void
activate_show_values (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfRunTab *self = user_data;

  ff_metric_values_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), g_variant_get_int64 (parameter));
}

void
ff_evaluation_actions_add (FfRunTab *tab)
{
  static const GActionEntry actions[] = {
    { .name = "take-questionnaire", .activate = activate_take, .parameter_type = "i" },
    { .name = "enter-forms", .activate = activate_enter_forms, .parameter_type = "x" },
    { .name = "who-has-answered", .activate = activate_who_has_answered, .parameter_type = "x" },
    { .name = "forms-handed-out", .activate = activate_hand_out, .parameter_type = "x" },
    { .name = "print-form", .activate = activate_print_form, .parameter_type = "x" },
    { .name = "import-answers", .activate = activate_import_answers },
    { .name = "draw-interviews", .activate = activate_draw },
    { .name = "explain-value", .activate = activate_explain, .parameter_type = "(xx)" },
    { .name = "show-values", .activate = activate_show_values, .parameter_type = "x" },
  };
  static const char *const writing[] = { "take-questionnaire", "enter-forms",     "forms-handed-out",
                                         "import-answers",     "draw-interviews", "explain-value" };
  GActionMap *map;

  g_return_if_fail (FF_IS_RUN_TAB (tab));

  map = ff_page_get_actions (FF_PAGE (tab));
  g_action_map_add_action_entries (map, actions, G_N_ELEMENTS (actions), tab);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    g_object_bind_property (ff_page_get_workspace (FF_PAGE (tab)), "writable", g_action_map_lookup_action (map, writing[i]), "enabled",
                            G_BINDING_SYNC_CREATE);
}
