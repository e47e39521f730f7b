#include "config.h"

#include "ff-project-answers-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-commands.h"
#include "ff-evaluation-reader.h"
#include "ff-form-entry-window.h"
#include "ff-level-parts.h"
#include "ff-level-words.h"
#include "ff-questionnaire-text.h"
#include "ff-questionnaire-view.h"

#define MAXIMUM_WIDTH 1240
#define TIGHTENING_WIDTH 1100

struct _FfProjectAnswersPage
{
  FfPage parent_instance;

  gint64 questionnaire_id;
  AdwBin *view;
  FfEvaluationReader *reader;
  int width;
};

G_DEFINE_FINAL_TYPE (FfProjectAnswersPage, ff_project_answers_page, FF_TYPE_PAGE)

gboolean
ff_project_answers_concern (const char *table)
{
  static const char *const tables[]
      = { "questionnaire", "dimension", "question", "questionnaire_text", "response", "answer", "anonymous_response", "run", "enrolment", NULL };

  return table == NULL || g_strv_contains (tables, table);
}

/* Of a project nobody is enrolled in, so that nobody is asked by name: its forms are entered and pasted. */
static GtkWidget *
make_commands (FfProjectAnswersPage *self)
{
  static const char *const actions[] = { "page.enter-forms", "win.paste-answers" };
  GtkWidget *box = ff_level_buttons_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (ff_command_label (i == 0 ? "tab.enter-forms" : actions[i]));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", self->questionnaire_id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), actions[i]);
      ff_level_buttons_add (box, button);
    }
  return box;
}

static void
on_read (FfProjectAnswersPage *self)
{
  const FfQuestionnaireFigures *shown
      = ff_evaluation_figures_find_other (ff_evaluation_reader_get_figures (self->reader), self->questionnaire_id);

  if (shown == NULL)
    {
      adw_bin_set_child (self->view, NULL);
      return;
    }
  ff_page_set_title (FF_PAGE (self), ff_questionnaire_title_in (shown->questionnaire, ff_words_language ()));
  ff_page_set_subtitle (FF_PAGE (self), ff_questionnaire_kind_title (shown->questionnaire->kind));
  adw_bin_set_child (self->view, ff_questionnaire_view_new (shown, make_commands (self)));
  ff_level_fit (GTK_WIDGET (self->view), self->width);
}

static void
on_changed (FfProjectAnswersPage *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (ff_project_answers_concern (table))
    ff_evaluation_reader_read (self->reader);
}

static void
activate_enter_forms (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfPage *self = user_data;

  ff_form_entry_window_open (GTK_WIDGET (self), ff_page_get_workspace (self), g_variant_get_int64 (parameter));
}

static void
ff_project_answers_page_resized (FfPage *page, int width)
{
  FfProjectAnswersPage *self = FF_PROJECT_ANSWERS_PAGE (page);

  self->width = width;
  ff_level_fit (GTK_WIDGET (self->view), self->width);
}

static void
ff_project_answers_page_dispose (GObject *object)
{
  g_clear_object (&FF_PROJECT_ANSWERS_PAGE (object)->reader);
  G_OBJECT_CLASS (ff_project_answers_page_parent_class)->dispose (object);
}

static void
ff_project_answers_page_class_init (FfProjectAnswersPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_project_answers_page_dispose;
  FF_PAGE_CLASS (klass)->resized = ff_project_answers_page_resized;
}

static void
ff_project_answers_page_init (FfProjectAnswersPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "enter-forms", .activate = activate_enter_forms, .parameter_type = "x" },
  };
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->view = ADW_BIN (adw_bin_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "page-body");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAXIMUM_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), TIGHTENING_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}

FfPage *
ff_project_answers_page_new (FfWorkspace *workspace, gint64 project_id, gint64 questionnaire_id)
{
  FfProjectAnswersPage *self = g_object_new (FF_TYPE_PROJECT_ANSWERS_PAGE, "workspace", workspace, NULL);

  self->questionnaire_id = questionnaire_id;
  self->reader = ff_evaluation_reader_new (workspace, ff_owner_project (project_id));
  g_object_bind_property (workspace, "writable", g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), "enter-forms"), "enabled",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  ff_evaluation_reader_read (self->reader);
  return FF_PAGE (self);
}
