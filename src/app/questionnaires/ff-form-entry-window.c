#include "config.h"

#include "ff-form-entry-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-answered-window.h"
#include "ff-key-legend.h"
#include "ff-name-key.h"
#include "ff-runs.h"

G_DEFINE_FINAL_TYPE (FfFormEntryWindow, ff_form_entry_window, ADW_TYPE_WINDOW)

static void
pile_form_free (gpointer data)
{
  FfPileForm *form = data;

  ff_response_free (form->response);
  g_free (form->who);
  g_free (form);
}

/* What stands there ------------------------------------------------------------------------------------------------------------ */

/* "The same answer throughout" and the like; "" for nothing to look at. */
static char *
describe_signs (FfFormEntryWindow *self, const FfResponse *response)
{
  FfResponseSigns signs = ff_responses_look (self->questionnaire, response);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (response->invalid)
    g_ptr_array_add (words, (char *) C_("form", "marked invalid"));
  if (signs & FF_RESPONSE_STRAIGHT)
    g_ptr_array_add (words, (char *) C_("form", "the same answer throughout"));
  if (signs & FF_RESPONSE_EMPTY)
    g_ptr_array_add (words, (char *) C_("form", "nothing answered"));
  else if (signs & FF_RESPONSE_SPARSE)
    g_ptr_array_add (words, (char *) C_("form", "fewer than half of the ratings answered"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (C_("list", ", "), (char **) words->pdata);
}

static void
show_counter (FfFormEntryWindow *self)
{
  g_autofree char *text = NULL;

  if (self->sample != NULL)
    /* Translators: the number of a form in the pile, and how many of the sample were typed again, of how many */
    text = g_strdup_printf (_("Form %u of the pile again (%u of %u)"), g_array_index (self->sample, guint, self->sample_at) + 1,
                            self->sample_at + 1, self->sample->len);
  else if (self->at < self->pile->len)
    text = g_strdup_printf (_("Correcting form %u"), self->at + 1);
  else
    text = g_strdup_printf (_("Form %u"), self->at + 1);
  gtk_label_set_label (self->counter, text);
}

static void
show_last (FfFormEntryWindow *self)
{
  g_autofree char *stored = NULL, *signs = NULL, *text = NULL;
  const FfPileForm *form;

  if (self->pile->len == 0)
    {
      gtk_label_set_label (self->last, "");
      return;
    }
  form = g_ptr_array_index (self->pile, self->pile->len - 1);
  stored = g_strdup_printf (ngettext ("%u form kept", "%u forms kept", self->pile->len), self->pile->len);
  signs = describe_signs (self, form->response);
  /* Translators: how many forms are kept, and what should be looked at in the last one */
  text = *signs != '\0' ? g_strdup_printf (_("%s · the last one: %s"), stored, signs) : g_strdup (stored);
  gtk_label_set_label (self->last, text);
}

void
ff_form_entry_show_state (FfFormEntryWindow *self)
{
  const FfResponse *response = ff_form_draft_get_response (self->draft);
  gboolean checking = self->sample != NULL;
  guint place = ff_form_draft_get_place (self->draft), n = ff_form_draft_get_places (self->draft)->len;
  g_autofree char *signs = n > 0 && place >= n - 1 ? describe_signs (self, response) : NULL;

  show_counter (self);
  show_last (self);
  gtk_label_set_label (self->signs, signs != NULL ? signs : "");
  gtk_widget_set_visible (self->invalid, response->invalid);
  gtk_widget_set_visible (self->person_box, self->asked != NULL && !checking);
  gtk_widget_set_visible (GTK_WIDGET (self->rater), self->observation && !checking);
  gtk_widget_set_sensitive (GTK_WIDGET (self->look), !checking);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous), !checking && self->at > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->again), !checking && self->pile->len >= 3);
}

/* Whose it is -------------------------------------------------------------------------------------------------------------------- */

static const FfAsked *
find_person (FfFormEntryWindow *self, const char *typed)
{
  g_autofree char *number = ff_identifier_fold (typed);
  g_autofree char *folded = ff_name_fold (typed);

  for (guint i = 0; i < self->asked->len; i++)
    if (g_strcmp0 (((FfAsked *) g_ptr_array_index (self->asked, i))->employee_no, number) == 0)
      return g_ptr_array_index (self->asked, i);
  for (guint i = 0; folded != NULL && i < self->asked->len; i++)
    {
      const FfAsked *asked = g_ptr_array_index (self->asked, i);
      g_autofree char *key = ff_name_search_key (asked->name, asked->employee_no);

      if (strstr (key, folded) != NULL)
        return asked;
    }
  return NULL;
}

static gboolean
has_answered (FfFormEntryWindow *self)
{
  return self->observation ? ff_form_observation_is_kept (self, self->found->trainee_id) : self->found->answered;
}

void
ff_form_entry_show_person (FfFormEntryWindow *self)
{
  const char *typed = gtk_editable_get_text (self->person);
  g_autofree char *text = NULL;

  if (self->asked == NULL)
    return;
  self->found = *typed != '\0' ? find_person (self, typed) : NULL;
  if (self->found != NULL)
    /* Translators: a name, an employee number, and whether this person's form is kept already */
    text = g_strdup_printf (has_answered (self) ? _("%s · %s · has answered, the form will be changed") : _("%s · %s"), self->found->name,
                            self->found->employee_no);
  else
    text = g_strdup (*typed != '\0' ? _("Nobody in this class has this number or name.") : _("Enter alone: the form bears no name."));
  gtk_label_set_label (self->person_found, text);
}

static void on_complete (FfFormEntryWindow *self);

static void
on_person_changed (FfFormEntryWindow *self)
{
  self->warned = FALSE;
  ff_form_entry_show_person (self);
}

/* An Enter that finds nobody stays, so that no form goes to nobody by mistake. */
static void
on_person_activated (FfFormEntryWindow *self)
{
  FfResponse *response = ff_form_draft_get_response (self->draft);

  if (*gtk_editable_get_text (self->person) != '\0' && self->found == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  response->trainee_id = self->found != NULL ? self->found->trainee_id : 0;
  if (self->observation)
    ff_form_rater_grab (self->rater);
  else
    ff_form_entry_go_on (self);
}

void
ff_form_entry_go_on (FfFormEntryWindow *self)
{
  gboolean complete = ff_form_draft_get_place (self->draft) >= ff_form_draft_get_places (self->draft)->len;

  ff_form_entry_show_person (self);
  if (complete)
    on_complete (self);
  else
    ff_form_board_grab (self->board);
}

static void
on_rater_changed (FfFormEntryWindow *self)
{
  self->warned = FALSE;
  ff_form_entry_show_person (self);
}

static char *
find_name (FfFormEntryWindow *self, gint64 trainee_id)
{
  for (guint i = 0; self->asked != NULL && trainee_id != 0 && i < self->asked->len; i++)
    {
      FfAsked *asked = g_ptr_array_index (self->asked, i);

      if (asked->trainee_id == trainee_id)
        {
          asked->answered = TRUE;
          return g_strdup (asked->employee_no);
        }
    }
  return NULL;
}

/* Keeping -------------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  FfQuestionnaire *questionnaire;
  guint place;
  FfResponse *response;
  gboolean mark; /* whether it is valid has changed */
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_weak_ref_clear (&keeping->window);
  ff_questionnaire_free (keeping->questionnaire);
  ff_response_free (keeping->response);
  g_free (keeping);
}

static gboolean
keeping_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Keeping *keeping = data;

  return ff_responses_put (db, keeping->questionnaire, keeping->response, FF_RESPONSE_WHOLE, error) != FF_PUT_REFUSED
         && (!keeping->mark
             || ff_responses_set_invalid (db, keeping->questionnaire, keeping->response->id, keeping->response->invalid, NULL, error));
}

static gboolean
keeping_done (gpointer data, const GError *error)
{
  Keeping *keeping = data;
  g_autoptr (FfFormEntryWindow) self = g_weak_ref_get (&keeping->window);
  FfPileForm *form;

  if (self == NULL)
    return FALSE;
  self->waiting--;
  form = g_ptr_array_index (self->pile, keeping->place);
  form->failed = error != NULL;
  if (error == NULL)
    {
      form->response->id = keeping->response->id;
      if (self->waiting == 0 && self->wanted >= 0 && !ff_form_draft_is_touched (self->draft))
        ff_form_entry_go_to (self, (guint) self->wanted);
      return FALSE;
    }
  ff_form_entry_go_to (self, keeping->place);
  gtk_label_set_label (self->last, error->message);
  return TRUE;
}

void
ff_form_entry_keep (FfFormEntryWindow *self, guint place, const FfResponse *response)
{
  FfPileForm *form = place < self->pile->len ? g_ptr_array_index (self->pile, place) : NULL;
  Keeping *keeping = g_new0 (Keeping, 1);
  /* Translators: a step of undo: a questionnaire's title */
  g_autofree char *label = g_strdup_printf (_("Type a form of “%s”"), self->questionnaire->title);

  g_weak_ref_init (&keeping->window, self);
  keeping->questionnaire = ff_questionnaire_copy (self->questionnaire);
  keeping->response = ff_response_copy (response);
  keeping->place = place;
  if (form != NULL)
    {
      keeping->response->id = form->response->id;
      keeping->mark = form->response->invalid != response->invalid;
      ff_response_free (form->response);
    }
  else
    {
      form = g_new0 (FfPileForm, 1);
      g_ptr_array_add (self->pile, form);
    }
  g_free (form->who);
  form->response = ff_response_copy (keeping->response);
  form->who = find_name (self, response->trainee_id);
  self->waiting++;
  ff_workspace_run (self->workspace, label, keeping_work, keeping_done, keeping, keeping_free);
}

/* Going through the pile ---------------------------------------------------------------------------------------------------------------- */

void
ff_form_entry_go_to (FfFormEntryWindow *self, guint place)
{
  const FfPileForm *form = place < self->pile->len ? g_ptr_array_index (self->pile, place) : NULL;

  self->at = MIN (place, self->pile->len);
  self->wanted = -1;
  gtk_stack_set_visible_child_name (self->stack, "form");
  ff_form_board_begin (self->board, form != NULL ? form->response : NULL);
  ff_form_observation_begin (self, form != NULL ? form->response : NULL);
  if (self->asked != NULL)
    {
      gtk_editable_set_text (self->person, form != NULL && form->who != NULL ? form->who : "");
      ff_form_entry_show_person (self);
    }
  ff_form_entry_show_state (self);
  if (form == NULL && self->asked != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->person));
  else if (form == NULL && self->observation)
    ff_form_rater_grab (self->rater);
}

/* A form that was begun is not thrown away by a key. */
static gboolean
can_leave (FfFormEntryWindow *self)
{
  if (self->sample != NULL)
    return FALSE;
  if (!ff_form_draft_is_touched (self->draft))
    return TRUE;
  gtk_label_set_label (self->last, _("Finish this form first: Enter goes to its end."));
  gtk_widget_error_bell (GTK_WIDGET (self));
  return FALSE;
}

/* What waits for the writer has no id yet to be corrected by. */
static void
leave_for (FfFormEntryWindow *self, guint place)
{
  if (!can_leave (self))
    return;
  if (self->waiting > 0)
    self->wanted = (int) place;
  else
    ff_form_entry_go_to (self, place);
}

static void
go_previous (FfFormEntryWindow *self)
{
  if (self->at > 0)
    leave_for (self, self->at - 1);
}

static void
go_next (FfFormEntryWindow *self)
{
  if (self->at < self->pile->len)
    leave_for (self, self->at + 1);
}

static void
on_complete (FfFormEntryWindow *self)
{
  guint place = self->at;

  if (self->sample != NULL)
    {
      ff_form_check_compare (self);
      return;
    }
  if (ff_form_observation_lacks_rater (self))
    return;
  ff_form_entry_keep (self, place, ff_form_draft_get_response (self->draft));
  ff_form_entry_go_to (self, place + 1);
}

static void
on_changed (FfFormEntryWindow *self)
{
  ff_form_entry_show_state (self);
}

static void
toggle_invalid (FfFormEntryWindow *self)
{
  FfResponse *response = ff_form_draft_get_response (self->draft);

  if (self->sample != NULL)
    return;
  response->invalid = !response->invalid;
  ff_form_entry_show_state (self);
  /* A form that is complete already is kept at once. */
  if (self->at < self->pile->len && self->waiting == 0)
    ff_form_entry_keep (self, self->at, response);
}

/* The window ---------------------------------------------------------------------------------------------------------------------------- */

static void
on_rater_chosen (FfFormEntryWindow *self)
{
  ff_form_observation_on_rater (self);
}

static void
on_look_changed (FfFormEntryWindow *self)
{
  ff_form_observation_on_look (self);
}

static void
on_previous (FfFormEntryWindow *self)
{
  go_previous (self);
}

static void
on_again (FfFormEntryWindow *self)
{
  if (can_leave (self) && self->waiting == 0)
    ff_form_check_begin (self);
}

static void
on_answered (FfFormEntryWindow *self)
{
  ff_answered_window_open (GTK_WIDGET (self), self->workspace, self->questionnaire->id);
}

static void
on_first (FfFormEntryWindow *self)
{
  ff_form_check_choose (self, FALSE);
}

static void
on_second (FfFormEntryWindow *self)
{
  ff_form_check_choose (self, TRUE);
}

static void
on_go_on (FfFormEntryWindow *self)
{
  ff_form_entry_go_to (self, self->pile->len);
}

static gboolean
on_key_pressed (FfFormEntryWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (ff_form_check_key (self, keyval) || ff_form_observation_key (self, keyval))
    return TRUE;
  if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    go_previous (self);
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down)
    go_next (self);
  else if ((keyval == GDK_KEY_i || keyval == GDK_KEY_I) && (state & GDK_CONTROL_MASK) != 0)
    toggle_invalid (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FfFormEntryWindow *self = FF_FORM_ENTRY_WINDOW (widget);

  if (self->sample != NULL)
    ff_form_check_stop (self);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
ff_form_entry_window_finalize (GObject *object)
{
  FfFormEntryWindow *self = FF_FORM_ENTRY_WINDOW (object);

  g_clear_object (&self->workspace);
  ff_form_draft_free (self->draft);
  ff_questionnaire_free (self->questionnaire);
  g_ptr_array_unref (self->pile);
  g_array_unref (self->differing);
  g_clear_pointer (&self->sample, g_array_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_form_entry_window_parent_class)->finalize (object);
}

static void
ff_form_entry_window_class_init (FfFormEntryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_form_entry_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-form-entry-window.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, FfFormEntryWindow, name)
  BIND (title);
  BIND (warning);
  BIND (person_box);
  BIND (person);
  BIND (person_found);
  BIND (rater);
  BIND (look_box);
  BIND (look);
  BIND (counter);
  BIND (signs);
  BIND (last);
  BIND (stack);
  BIND (scrolled);
  BIND (previous);
  BIND (again);
  BIND (invalid);
  BIND (compare_question);
  BIND (compare_first);
  BIND (compare_second);
  BIND (done_text);
  BIND (legend);
#undef BIND
#define CALLBACK(name) gtk_widget_class_bind_template_callback (widget_class, name)
  CALLBACK (on_person_changed);
  CALLBACK (on_person_activated);
  CALLBACK (on_rater_changed);
  CALLBACK (on_rater_chosen);
  CALLBACK (on_look_changed);
  CALLBACK (on_previous);
  CALLBACK (on_again);
  CALLBACK (on_answered);
  CALLBACK (on_first);
  CALLBACK (on_second);
  CALLBACK (on_go_on);
#undef CALLBACK
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
ff_form_entry_window_init (FfFormEntryWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_type_ensure (FF_TYPE_KEY_LEGEND);
  g_type_ensure (FF_TYPE_FORM_RATER);
  self->pile = g_ptr_array_new_with_free_func (pile_form_free);
  self->differing = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
asks (const FfQuestionnaire *questionnaire, FfQuestionKind kind)
{
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    for (guint j = 0; j < ff_questionnaire_get_dimension (questionnaire, i)->questions->len; j++)
      if (ff_dimension_get_question (ff_questionnaire_get_dimension (questionnaire, i), j)->kind == kind)
        return TRUE;
  return FALSE;
}

/* Only the keys that this questionnaire has a use for. */
static void
add_legend (FfFormEntryWindow *self)
{
  FfKeyLegend *legend = FF_KEY_LEGEND (self->legend);
  const FfQuestionnaire *questionnaire = self->questionnaire;
  g_autofree char *scale = g_strdup_printf ("%d–%d", questionnaire->scale_min, questionnaire->scale_max);

  if (self->observation)
    ff_key_legend_add (legend, "S U P", NULL, C_("legend", "self, supervisor, peer"));
  if (asks (questionnaire, FF_QUESTION_RATING) || asks (questionnaire, FF_QUESTION_SERVQUAL))
    ff_key_legend_add (legend, scale, NULL, C_("legend", "rating"));
  if (asks (questionnaire, FF_QUESTION_NPS) || questionnaire->scale_max == 10)
    ff_key_legend_add (legend, "1 0", NULL, C_("legend", "ten"));
  if (asks (questionnaire, FF_QUESTION_YES_NO))
    ff_key_legend_add (legend, "Y N", NULL, C_("legend", "yes, no"));
  if (asks (questionnaire, FF_QUESTION_CHOICE))
    ff_key_legend_add (legend, "A B …", NULL, C_("legend", "options"));
  ff_key_legend_add (legend, C_("key", "Space"), NULL, C_("legend", "not answered"));
  ff_key_legend_add (legend, C_("key", "Enter"), NULL, C_("legend", "go on"));
  ff_key_legend_add (legend, "⌫", NULL, C_("legend", "one answer back"));
  ff_key_legend_add (legend, C_("key", "Ctrl+I"), NULL, C_("legend", "invalid"));
  ff_key_legend_add (legend, C_("key", "Page Up"), NULL, C_("legend", "previous form"));
}

static void
set_questionnaire (FfFormEntryWindow *self, FfQuestionnaire *questionnaire, FfOwner owner)
{
  g_autoptr (FfRun) run = owner.kind == FF_OWNER_RUN ? ff_runs_read (ff_workspace_get_reader (self->workspace), owner.id, NULL) : NULL;

  self->questionnaire = questionnaire;
  self->draft = ff_form_draft_new (questionnaire);
  self->board = FF_FORM_BOARD (ff_form_board_new (questionnaire, self->draft));
  g_signal_connect_object (self->board, "complete", G_CALLBACK (on_complete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->board));
  adw_window_title_set_title (self->title, questionnaire->title);
  adw_window_title_set_subtitle (self->title, run != NULL ? run->code : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), questionnaire->anonymous);
  if (!questionnaire->anonymous)
    self->asked = ff_response_store_list_asked (ff_workspace_get_reader (self->workspace), questionnaire->id, FF_RATER_ROLE_NONE, 1, NULL);
  ff_form_observation_set_up (self, owner);
  add_legend (self);
}

FfFormEntryWindow *
ff_form_entry_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 questionnaire_id)
{
  g_autoptr (GError) error = NULL;
  FfFormEntryWindow *self;
  FfQuestionnaire *questionnaire;
  FfOwner owner;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  questionnaire = ff_responses_read_questionnaire (ff_workspace_get_reader (workspace), questionnaire_id, &owner, &error);
  if (questionnaire == NULL)
    {
      g_signal_emit_by_name (workspace, "failed", error);
      return NULL;
    }
  self = g_object_new (FF_TYPE_FORM_ENTRY_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  set_questionnaire (self, questionnaire, owner);
  gtk_window_present (GTK_WINDOW (self));
  ff_form_entry_go_to (self, 0);
  return self;
}
