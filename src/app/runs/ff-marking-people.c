#include "config.h"

#include "ff-marking-people.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"

struct _FfMarkingPeople
{
  GtkBox parent_instance;

  FfMarkingSheet *sheet;
  GtkWidget *teams;
  GtkStringList *team_names; /* the first entry is all */
  GtkWidget *progress;
  GtkWidget *list;
  GtkStringList *names;
  GtkSingleSelection *selection;
  GPtrArray *live; /* GtkListItem of the people that have a row */
  gboolean filling;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfMarkingPeople, ff_marking_people, GTK_TYPE_BOX)

/* Rows ------------------------------------------------------------------------------------------------------------ */

static const char *
state_icon (FfMarkingState state, const char **word)
{
  switch (state)
    {
    case FF_MARKING_DONE:
      *word = C_("marking", "Done");
      return "object-select-symbolic";
    case FF_MARKING_PART:
      *word = C_("marking", "Part of it");
      return "content-loading-symbolic";
    case FF_MARKING_NONE:
    default:
      *word = C_("marking", "Nothing yet");
      return NULL;
    }
}

static void
show_item (FfMarkingPeople *self, GtkListItem *item)
{
  guint person = gtk_list_item_get_position (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *name = gtk_widget_get_next_sibling (icon);
  GtkWidget *sum = gtk_widget_get_next_sibling (name);
  const FfClassTrainee *trainee;
  g_autofree char *points = NULL;
  const char *word;
  guint n_missing;

  if (person >= ff_marking_sheet_get_n_people (self->sheet) || ff_marking_sheet_get_leaf (self->sheet) == NULL)
    return;
  trainee = ff_marking_sheet_get_person (self->sheet, person);
  points = ff_hundredths_format (ff_marking_sheet_sum (self->sheet, person, &n_missing));
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), state_icon (ff_marking_sheet_get_state (self->sheet, person), &word));
  gtk_widget_set_tooltip_text (icon, word);
  gtk_label_set_label (GTK_LABEL (name), trainee->name);
  gtk_widget_set_tooltip_text (name, trainee->team);
  gtk_label_set_label (GTK_LABEL (sum), n_missing < ff_marking_sheet_get_n_columns (self->sheet) ? points : "");
  if (n_missing > 0)
    gtk_widget_add_css_class (sum, "provisional");
  else
    gtk_widget_remove_css_class (sum, "provisional");
}

static void
on_item_setup (GtkSignalListItemFactory *factory, GtkListItem *item, FfMarkingPeople *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *sum = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (sum, "numeric");
  gtk_widget_add_css_class (sum, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), sum);
  gtk_list_item_set_child (item, box);
}

static void
on_item_bind (GtkSignalListItemFactory *factory, GtkListItem *item, FfMarkingPeople *self)
{
  g_ptr_array_add (self->live, item);
  show_item (self, item);
}

static void
on_item_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, FfMarkingPeople *self)
{
  g_ptr_array_remove_fast (self->live, item);
}

/* The whole ------------------------------------------------------------------------------------------------------- */

static void
show_progress (FfMarkingPeople *self, guint n)
{
  g_autofree char *text = NULL;
  guint done = 0;

  for (guint i = 0; i < n; i++)
    done += ff_marking_sheet_get_leaf (self->sheet) != NULL && ff_marking_sheet_get_state (self->sheet, i) == FF_MARKING_DONE;
  /* Translators: people whose marks are complete, of how many. */
  text = g_strdup_printf (ngettext ("%u of %u done", "%u of %u done", n), done, n);
  gtk_label_set_label (GTK_LABEL (self->progress), text);
}

/* A team is there as long as somebody is in it. */
static void
show_teams (FfMarkingPeople *self)
{
  const FfClassFigures *figures = ff_marking_sheet_get_figures (self->sheet);
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->team_names));
  gboolean same;

  for (guint i = 0; figures != NULL && i < figures->trainees->len; i++)
    {
      const char *team = ((const FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->team;

      if (team != NULL && !g_ptr_array_find_with_equal_func (teams, team, g_str_equal, NULL))
        g_ptr_array_add (teams, (gpointer) team);
    }
  same = teams->len + 1 == n;
  for (guint i = 0; same && i < teams->len; i++)
    same = g_str_equal (g_ptr_array_index (teams, i), gtk_string_list_get_string (self->team_names, i + 1));
  gtk_widget_set_visible (self->teams, teams->len > 1);
  if (same)
    return;
  self->filling = TRUE;
  g_ptr_array_insert (teams, 0, (gpointer) _("All Teams"));
  g_ptr_array_add (teams, NULL);
  gtk_string_list_splice (self->team_names, 0, n, (const char *const *) teams->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->teams), 0);
  self->filling = FALSE;
}

static void
refresh (FfMarkingPeople *self)
{
  guint n = ff_marking_sheet_get_n_people (self->sheet);

  self->filling = TRUE;
  if (n != g_list_model_get_n_items (G_LIST_MODEL (self->names)))
    {
      g_autofree const char **names = g_new0 (const char *, n + 1);

      for (guint i = 0; i < n; i++)
        names[i] = ff_marking_sheet_get_person (self->sheet, i)->name;
      gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), names);
    }
  self->filling = FALSE;
  for (guint i = 0; i < self->live->len; i++)
    show_item (self, g_ptr_array_index (self->live, i));
  show_progress (self, n);
  show_teams (self);
}

void
ff_marking_people_set_current (FfMarkingPeople *self, guint person)
{
  g_return_if_fail (FF_IS_MARKING_PEOPLE (self));

  if (gtk_single_selection_get_selected (self->selection) == person)
    return;
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, person);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", person);
  self->filling = FALSE;
}

static void
on_selected (FfMarkingPeople *self)
{
  guint person = gtk_single_selection_get_selected (self->selection);

  if (!self->filling && person != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, person);
}

static void
on_team (FfMarkingPeople *self)
{
  guint team = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->teams));

  if (!self->filling)
    ff_marking_sheet_set_team (self->sheet, team > 0 ? gtk_string_list_get_string (self->team_names, team) : NULL);
}

static void
ff_marking_people_dispose (GObject *object)
{
  FfMarkingPeople *self = FF_MARKING_PEOPLE (object);

  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (ff_marking_people_parent_class)->dispose (object);
}

static void
ff_marking_people_finalize (GObject *object)
{
  g_ptr_array_unref (FF_MARKING_PEOPLE (object)->live);
  G_OBJECT_CLASS (ff_marking_people_parent_class)->finalize (object);
}

static void
ff_marking_people_class_init (FfMarkingPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_marking_people_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_marking_people_finalize;
  signals[CHOSEN]
      = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
make_list (FfMarkingPeople *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_item_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_item_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_item_unbind), self, 0);
  self->names = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->names));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
ff_marking_people_init (FfMarkingPeople *self)
{
  self->live = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self), 224, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "marking-strip");

  self->team_names = gtk_string_list_new ((const char *const[]) { _("All Teams"), NULL });
  self->teams = gtk_drop_down_new (G_LIST_MODEL (self->team_names), NULL);
  g_signal_connect_object (self->teams, "notify::selected", G_CALLBACK (on_team), self, G_CONNECT_SWAPPED);
  self->progress = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->progress, "dim-label");
  gtk_widget_add_css_class (self->progress, "caption");

  gtk_box_append (GTK_BOX (self), self->teams);
  gtk_box_append (GTK_BOX (self), make_list (self));
  gtk_box_append (GTK_BOX (self), self->progress);
}

GtkWidget *
ff_marking_people_new (FfMarkingSheet *sheet)
{
  FfMarkingPeople *self;

  g_return_val_if_fail (FF_IS_MARKING_SHEET (sheet), NULL);

  self = g_object_new (FF_TYPE_MARKING_PEOPLE, NULL);
  self->sheet = g_object_ref (sheet);
  g_signal_connect_object (sheet, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
