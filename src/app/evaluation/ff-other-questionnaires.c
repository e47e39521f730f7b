#include "config.h"

#include "ff-other-questionnaires.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-level-words.h"
#include "ff-questionnaire-text.h"

static GtkWidget *
make_headline (const FfQuestionnaireFigures *figures)
{
  g_autofree char *headline = ff_questionnaire_words_headline (figures);
  GtkWidget *label = gtk_label_new (headline);

  gtk_widget_add_css_class (label, "numeric");
  if (figures->suppressed || figures->returned == 0)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_row (const FfQuestionnaireFigures *figures, const char *action)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *forms = ff_questionnaire_words_forms (figures);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", ff_questionnaire_kind_title (figures->questionnaire->kind), forms);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ff_questionnaire_title_in (figures->questionnaire, ff_words_language ()));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_headline (figures));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", figures->questionnaire->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

GtkWidget *
ff_other_questionnaires_new (const FfEvaluationFigures *figures, const char *action)
{
  g_autoptr (GPtrArray) others = NULL;
  GtkWidget *box, *heading, *list;

  g_return_val_if_fail (figures != NULL && action != NULL, NULL);

  others = ff_evaluation_figures_list_others (figures);
  if (others->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  heading = gtk_label_new (_("Other Questionnaires"));
  list = gtk_list_box_new ();
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < others->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (g_ptr_array_index (others, i), action));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  return box;
}
