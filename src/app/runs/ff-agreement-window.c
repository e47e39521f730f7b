#include "config.h"

#include "ff-agreement-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-agreement-text.h"
#include "ff-marking-window.h"
#include "ff-run-context.h"
#include "ff-scores-text.h"

/* Percent of a component's maximum from which a difference is a large one. */
#define USUAL_LIMIT 15

#define FF_TYPE_AGREEMENT_WINDOW (ff_agreement_window_get_type ())
G_DECLARE_FINAL_TYPE (FfAgreementWindow, ff_agreement_window, FF, AGREEMENT_WINDOW, AdwWindow)

struct _FfAgreementWindow
{
  AdwWindow parent_instance;

  GtkWidget *limit;
  GtkWidget *cards;
  GtkWidget *empty;
  FfWorkspace *workspace;
  FfRunContext *context;
};

G_DEFINE_FINAL_TYPE (FfAgreementWindow, ff_agreement_window, ADW_TYPE_WINDOW)

/* A card -------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_row_activated (AdwActionRow *row, FfAgreementWindow *self)
{
  const gint64 *place = g_object_get_data (G_OBJECT (row), "place");

  ff_marking_window_open (GTK_WIDGET (self), self->workspace, ff_run_context_get_run_id (self->context), place[0], place[1]);
}

/* A large difference is bold as well as coloured. */
static GtkWidget *
make_spread (const FfRatedTrainee *rated, gboolean large)
{
  g_autofree char *spread = ff_scores_text_number (rated->spread, 2);
  /* Translators: how far the marks of the raters of one person lie apart, in points */
  g_autofree char *apart = g_strdup_printf (_ ("%s apart"), spread);
  GtkWidget *label = gtk_label_new (apart);

  gtk_widget_add_css_class (label, large ? "heading" : "dim-label");
  if (large)
    gtk_widget_add_css_class (label, "warning");
  return label;
}

static GtkWidget *
make_row (FfAgreementWindow *self, const FfClassFigures *figures, const FfLeafAgreement *agreement, const FfRatedTrainee *rated,
          gboolean large)
{
  const gint64 place[] = { ff_scheme_get (figures->scheme, agreement->component)->id, rated->trainee->enrolment_id };
  g_autofree char *points = ff_agreement_text_points (agreement, rated);
  g_autofree char *title = g_markup_escape_text (rated->trainee->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (points, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_spread (rated, large));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "place", g_memdup2 (place, sizeof place), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, 0);
  return row;
}

static int
compare_spreads (gconstpointer a, gconstpointer b)
{
  const FfRatedTrainee *x = *(const FfRatedTrainee *const *) a, *y = *(const FfRatedTrainee *const *) b;

  return (x->spread < y->spread) - (x->spread > y->spread);
}

/* Everybody whom two have marked, the largest difference first; @n_large is set to the number of large ones. */
static GtkWidget *
make_differences (FfAgreementWindow *self, const FfClassFigures *figures, const FfLeafAgreement *agreement, guint *n_large)
{
  double limit = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->limit));
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < agreement->people->len; i++)
    g_ptr_array_add (people, g_ptr_array_index (agreement->people, i));
  g_ptr_array_sort (people, compare_spreads);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  *n_large = 0;
  for (guint i = 0; i < people->len; i++)
    {
      const FfRatedTrainee *rated = g_ptr_array_index (people, i);
      gboolean large = ff_rated_trainee_differs (figures, agreement, rated, limit);

      *n_large += large;
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, figures, agreement, rated, large));
    }
  return list;
}

static GtkWidget *
make_card (FfAgreementWindow *self, const FfClassFigures *figures, const FfLeafAgreement *agreement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *numbers = ff_agreement_text_figures (agreement);
  g_autofree char *basis = ff_agreement_text_basis (agreement);
  g_autofree char *meaning = ff_agreement_text_meaning (agreement);
  g_autofree char *heading = NULL;
  guint n;
  GtkWidget *list = make_differences (self, figures, agreement, &n);

  heading = n > 0 ? g_strdup_printf (ngettext ("%u large difference", "%u large differences", n), n) : g_strdup (_ ("No large difference"));
  gtk_box_append (GTK_BOX (box), new_label (ff_scheme_get (figures->scheme, agreement->component)->title, "title-2"));
  gtk_box_append (GTK_BOX (box), new_label (numbers, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (basis, NULL));
  gtk_box_append (GTK_BOX (box), new_label (meaning, NULL));
  gtk_box_append (GTK_BOX (box), new_label (heading, "dim-label"));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

/* The window ---------------------------------------------------------------------------------------------------------- */

static void
show_cards (FfAgreementWindow *self)
{
  const FfClassFigures *figures = ff_run_context_get_figures (self->context);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  for (guint i = 0; figures != NULL && i < ff_scheme_length (figures->scheme); i++)
    {
      g_autoptr (FfLeafAgreement) agreement = ff_agreement_of_leaf (figures, i);

      if (agreement != NULL)
        gtk_box_append (GTK_BOX (self->cards), make_card (self, figures, agreement));
    }
  gtk_widget_set_visible (self->empty, figures != NULL && gtk_widget_get_first_child (self->cards) == NULL);
}

static void
ff_agreement_window_dispose (GObject *object)
{
  FfAgreementWindow *self = FF_AGREEMENT_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_agreement_window_parent_class)->dispose (object);
}

static void
ff_agreement_window_class_init (FfAgreementWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_agreement_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_limit (FfAgreementWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = new_label (_ ("A _large difference, in percent of the maximum"), NULL);

  self->limit = gtk_spin_button_new_with_range (1, 100, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->limit), USUAL_LIMIT);
  g_signal_connect_object (self->limit, "value-changed", G_CALLBACK (show_cards), self, G_CONNECT_SWAPPED);
  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->limit);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->limit);
  gtk_widget_add_css_class (box, "filter-strip");
  return box;
}

static void
ff_agreement_window_init (FfAgreementWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->empty = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "ff-people-symbolic", "title", _ ("No Two Raters Yet"), "description",
                              _ ("As soon as two raters have marked the same person, it is said here how far they agree."), "visible", FALSE,
                              NULL);
  gtk_widget_add_css_class (self->cards, "page-body");
  gtk_box_append (GTK_BOX (content), self->cards);
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_limit (self));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
}

void
ff_agreement_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  FfAgreementWindow *self;

  g_return_if_fail (FF_IS_WORKSPACE (workspace));

  self = g_object_new (FF_TYPE_AGREEMENT_WINDOW, "title", _ ("Agreement of the Raters"), "modal", TRUE, "transient-for",
                       gtk_widget_get_root (parent), "default-width", 620, "default-height", 640, NULL);
  self->workspace = g_object_ref (workspace);
  self->context = ff_run_context_new (workspace, run_id);
  g_signal_connect_object (self->context, "figures-changed", G_CALLBACK (show_cards), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
