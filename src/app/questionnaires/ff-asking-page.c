#include "config.h"

#include "ff-asking-page.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-metric-parts.h"
#include "ff-part-list.h"
#include "ff-questionnaires.h"
#include "ff-questionnaire-text.h"
#include "ff-window.h"

/* Questionnaires -------------------------------------------------------------------------------------------------------------- */

static FfPart *
make_part (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfQuestionnaireRow) row = ff_questionnaire_store_read_row (db, id, error);
  g_autofree char *subtitle = NULL;
  FfPart *part;

  if (row == NULL)
    return NULL;
  subtitle = g_strdup_printf ("%s · %s", ff_questionnaire_kind_title (row->kind),
                              row->anonymous ? C_ ("questionnaire", "Anonymous") : C_ ("questionnaire", "With names"));
  part = ff_part_new (id, row->title, subtitle);
  part->level = row->level;
  part->value = g_strdup_printf (ngettext ("%d question", "%d questions", row->questions), row->questions);
  if (row->responses > 0)
    {
      part->tag = g_strdup_printf (ngettext ("%d form", "%d forms", row->responses), row->responses);
      part->tone = FF_TONE_ACCENT;
    }
  return part;
}

static GPtrArray *
list_questionnaires (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GArray) ids = ff_questionnaire_store_list_of (db, ff_owner_from_number (owner), error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      FfPart *part = make_part (db, g_array_index (ids, gint64, i), error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  return ids != NULL ? g_steal_pointer (&parts) : NULL;
}

static gboolean
move_questionnaire (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_questionnaires_move (db, id, position, error);
}

static const char *const questionnaire_tables[] = { "questionnaire", "question", "response", "anonymous_response", NULL };

static const FfPartKind questionnaire_parts = {
  .title = N_("Questionnaires"),
  .empty = N_("Nothing is asked yet. Take a questionnaire from the library, or make one."),
  .tables = questionnaire_tables,
  .list = list_questionnaires,
  .move = move_questionnaire,
  .move_label = N_("Move a questionnaire"),
};

/* The list -------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *box;
  FfWorkspace *workspace;
  gint64 owner;
} Asking;

static void
on_part_activated (GtkWidget *list, gint64 id)
{
  gtk_widget_activate_action (list, "win.open-questionnaire", "x", id);
}

static void
on_added (GtkWidget *box, gint64 id)
{
  FfWindow *window = ff_window_of (box);

  if (window != NULL)
    ff_window_open_questionnaire (window, id);
}

static void
open_editor (Asking *asking, const FfEditorKind *kind)
{
  FfEditor *editor = ff_editor_open (asking->box, asking->workspace, kind, 0, asking->owner);

  g_signal_connect_object (editor, "saved", G_CALLBACK (on_added), asking->box, G_CONNECT_SWAPPED);
}

static void
on_take (Asking *asking)
{
  open_editor (asking, &ff_questionnaire_take_editor);
}

static void
on_new (Asking *asking)
{
  open_editor (asking, &ff_questionnaire_editor);
}

static void
add_button (Asking *asking, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_sensitive (button, ff_workspace_is_writable (asking->workspace));
  g_signal_connect_swapped (button, "clicked", callback, asking);
  gtk_box_append (GTK_BOX (box), button);
}

GtkWidget *
ff_questionnaire_list_new (FfWorkspace *workspace, FfOwner owner)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  Asking *asking = g_new0 (Asking, 1);
  GtkWidget *list;

  asking->box = box;
  asking->workspace = workspace;
  asking->owner = ff_owner_to_number (owner);
  g_object_set_data_full (G_OBJECT (box), "asking", asking, g_free);
  list = ff_part_list_new (workspace, &questionnaire_parts, asking->owner);
  g_signal_connect (list, "part-activated", G_CALLBACK (on_part_activated), NULL);
  add_button (asking, buttons, _("_Take a Questionnaire…"), G_CALLBACK (on_take));
  add_button (asking, buttons, _("_New Questionnaire…"), G_CALLBACK (on_new));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/* The page -------------------------------------------------------------------------------------------------------------------- */

struct _FfAskingPage
{
  FfPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FfAskingPage, ff_asking_page, FF_TYPE_PAGE)

static void
ff_asking_page_class_init (FfAskingPageClass *klass)
{
}

static void
ff_asking_page_init (FfAskingPage *self)
{
  ff_page_set_title (FF_PAGE (self), _("Questionnaires and Targets"));
}

FfPage *
ff_asking_page_new (FfWorkspace *workspace, FfOwner owner)
{
  FfPage *self = g_object_new (FF_TYPE_ASKING_PAGE, "workspace", workspace, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  const FfPartKind *plan = owner.kind == FF_OWNER_PROJECT ? &ff_project_plan_parts : &ff_evaluation_plan_parts;

  gtk_box_append (GTK_BOX (box), ff_questionnaire_list_new (workspace, owner));
  gtk_box_append (GTK_BOX (box), ff_part_list_new (workspace, plan, ff_owner_to_number (owner)));
  gtk_widget_add_css_class (box, "page-body");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  return self;
}
