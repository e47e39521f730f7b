/* Whose look at behaviour a form is: who rated, and when. */
#include "config.h"

#include "ff-form-entry-private.h"

#include <glib/gi18n-lib.h>

#include "ff-look-drop.h"

gboolean
ff_form_observation_is_one (const FfQuestionnaire *questionnaire)
{
  g_return_val_if_fail (questionnaire != NULL, FALSE);

  return questionnaire->kind == FF_QUESTIONNAIRE_OBSERVATION || questionnaire->level == 3;
}

void
ff_form_observation_set_up (FfFormEntryWindow *self, FfOwner owner)
{
  self->observation = ff_form_observation_is_one (self->questionnaire);
  self->wave = 1;
  if (!self->observation || owner.kind != FF_OWNER_RUN)
    return;
  ff_look_drop_fill (self->look, ff_workspace_get_reader (self->workspace), owner.id);
  self->wave = ff_look_drop_get (self->look);
  gtk_widget_set_visible (self->look_box, TRUE);
}

/* Shows whose form it is; a new one is of the look that was chosen. */
void
ff_form_observation_begin (FfFormEntryWindow *self, const FfResponse *kept)
{
  if (!self->observation)
    return;
  self->setting = TRUE;
  self->warned = FALSE;
  ff_form_rater_set (self->rater, kept != NULL ? kept->role : FF_RATER_ROLE_NONE, kept != NULL ? kept->rater_name : NULL);
  ff_look_drop_set (self->look, kept != NULL ? kept->wave : self->wave);
  ff_form_draft_get_response (self->draft)->wave = kept != NULL ? kept->wave : self->wave;
  self->setting = FALSE;
}

static void
take (FfFormEntryWindow *self, FfResponse *response)
{
  response->role = ff_form_rater_get_role (self->rater);
  g_free (response->rater_name);
  response->rater_name = g_strstrip (g_strdup (ff_form_rater_get_name (self->rater)));
}

/* What was just typed may not be stored yet. */
gboolean
ff_form_observation_is_kept (FfFormEntryWindow *self, gint64 trainee_id)
{
  g_autoptr (FfResponse) like = ff_response_new (self->questionnaire->id);
  gint64 found;

  like->trainee_id = trainee_id;
  like->wave = ff_form_draft_get_response (self->draft)->wave;
  take (self, like);
  if (trainee_id == 0 || like->role == FF_RATER_ROLE_NONE)
    return FALSE;
  for (guint i = 0; i < self->pile->len; i++)
    if (ff_response_is_about_the_same (((const FfPileForm *) g_ptr_array_index (self->pile, i))->response, like))
      return i != self->at;
  found = ff_response_store_find (ff_workspace_get_reader (self->workspace), like, NULL);
  return found > 0 && found != ff_form_draft_get_response (self->draft)->id;
}

/* Another peer without a name would be taken for the one before: who types it says so with a second Enter. */
static gboolean
must_warn (FfFormEntryWindow *self)
{
  return !self->warned && ff_form_rater_get_role (self->rater) == FF_RATER_ROLE_PEER && *ff_form_rater_get_name (self->rater) == '\0'
         && ff_form_observation_is_kept (self, self->found != NULL ? self->found->trainee_id : 0);
}

void
ff_form_observation_on_rater (FfFormEntryWindow *self)
{
  if (must_warn (self))
    {
      self->warned = TRUE;
      gtk_label_set_label (self->last, _("A peer without a name has a form already: type this one’s name, or Enter again to change that form."));
      gtk_widget_error_bell (GTK_WIDGET (self));
      ff_form_rater_grab_name (self->rater);
      return;
    }
  take (self, ff_form_draft_get_response (self->draft));
  ff_form_entry_go_on (self);
}

void
ff_form_observation_on_look (FfFormEntryWindow *self)
{
  if (self->setting || !self->observation)
    return;
  ff_form_draft_get_response (self->draft)->wave = ff_look_drop_get (self->look);
  if (self->at >= self->pile->len)
    self->wave = ff_look_drop_get (self->look);
  ff_form_entry_show_person (self);
}

gboolean
ff_form_observation_key (FfFormEntryWindow *self, guint keyval)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (keyval != GDK_KEY_BackSpace || !self->observation || self->sample != NULL || focus == NULL || GTK_IS_TEXT (focus))
    return FALSE;
  if (focus == GTK_WIDGET (self->rater) && self->asked != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->person));
  else if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->board)) && ff_form_draft_get_place (self->draft) == 0
           && *ff_form_draft_get_waiting (self->draft) == '\0')
    ff_form_rater_grab (self->rater);
  else
    return FALSE;
  return TRUE;
}

/* A form without a rater would be in nobody's figures. */
gboolean
ff_form_observation_lacks_rater (FfFormEntryWindow *self)
{
  if (!self->observation || ff_form_draft_get_response (self->draft)->role != FF_RATER_ROLE_NONE)
    return FALSE;
  gtk_label_set_label (self->last, _("Say who rated: S the trainee, U the supervisor, P a peer."));
  gtk_widget_error_bell (GTK_WIDGET (self));
  ff_form_rater_grab (self->rater);
  return TRUE;
}
