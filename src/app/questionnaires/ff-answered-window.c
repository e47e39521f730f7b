#include "config.h"

#include "ff-answered-window.h"

#include <glib/gi18n-lib.h>

#include "ff-form-entry-private.h"
#include "ff-level-plots.h"
#include "ff-look-drop.h"
#include "ff-responses.h"
#include "ff-runs.h"

struct _FfAnsweredWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  FfQuestionnaire *questionnaire;
  char *run_title;
  GPtrArray *asked; /* FfAsked */
  gboolean observation; /* three people answer about one, and of peers nobody knows how many */
  gboolean setting;

  AdwWindowTitle *title;
  GtkLabel *lead;
  GtkDropDown *look;
  GtkToggleButton *missing_only;
  GtkListBox *list;
  GtkTextBuffer *reminder;
  GtkWidget *reminder_box;
  GtkButton *copy;
  GtkSizeGroup *columns[FF_N_RATER_ROLES];
};

G_DEFINE_FINAL_TYPE (FfAnsweredWindow, ff_answered_window, ADW_TYPE_WINDOW)

/* How many peers were to answer nobody knows. */
static gboolean
is_complete (const FfAsked *asked)
{
  return asked->forms[FF_RATER_ROLE_SELF] > 0 && asked->forms[FF_RATER_ROLE_SUPERVISOR] > 0;
}

/* The reminder -------------------------------------------------------------------------------------------------------------- */

static guint
count_missing (FfAnsweredWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->asked->len; i++)
    n += !((FfAsked *) g_ptr_array_index (self->asked, i))->answered;
  return n;
}

/* " (Self, Supervisor)" */
static void
add_missing_raters (GString *names, const FfAsked *asked)
{
  const char *self = asked->forms[FF_RATER_ROLE_SELF] == 0 ? ff_level_plot_rater_title ("self") : NULL;
  const char *supervisor = asked->forms[FF_RATER_ROLE_SUPERVISOR] == 0 ? ff_level_plot_rater_title ("supervisor") : NULL;
  g_autofree char *both = self != NULL && supervisor != NULL ? g_strconcat (self, C_("list", ", "), supervisor, NULL) : NULL;

  /* Translators: after a name: whose forms about this person are missing */
  g_string_append_printf (names, _(" (%s)"), both != NULL ? both : self != NULL ? self : supervisor);
}

static char *
list_missing (FfAnsweredWindow *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->asked->len; i++)
    {
      const FfAsked *asked = g_ptr_array_index (self->asked, i);

      if (asked->answered)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? C_("list", ", ") : "", asked->name);
      if (self->observation)
        add_missing_raters (names, asked);
    }
  return g_string_free (names, FALSE);
}

static void
show_reminder (FfAnsweredWindow *self)
{
  guint n = count_missing (self);
  g_autofree char *names = list_missing (self), *asks = NULL, *text = NULL;

  gtk_widget_set_visible (self->reminder_box, n > 0 && self->questionnaire->closed_on == NULL);
  /* Translators: the title of a questionnaire, the title of a class, and names */
  asks = g_strdup_printf (ngettext ("Please fill in “%s” for %s. One form is still missing: %s.",
                                    "Please fill in “%s” for %s. These forms are still missing: %s.", n),
                          self->questionnaire->title, self->run_title, names);
  text = g_strdup_printf ("%s%s%s", asks, self->questionnaire->anonymous ? "\n" : "",
                          self->questionnaire->anonymous ? _("Your answers bear no name, and nobody can tell who gave which.") : "");
  gtk_text_buffer_set_text (self->reminder, text, -1);
}

static void
on_copy (FfAnsweredWindow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->reminder, &start, &end);
  text = gtk_text_buffer_get_text (self->reminder, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_button_set_label (self->copy, _("Copied"));
}

/* The list -------------------------------------------------------------------------------------------------------------------- */

static guint
count_with (FfAnsweredWindow *self, FfRaterRole role)
{
  guint n = 0;

  for (guint i = 0; i < self->asked->len; i++)
    n += ((FfAsked *) g_ptr_array_index (self->asked, i))->forms[role] > 0;
  return n;
}

static void
show_raters (FfAnsweredWindow *self)
{
  /* Translators: of how many people, and about how many of them themselves, their supervisors and peers have answered */
  g_autofree char *text = g_strdup_printf (
      ngettext ("Of %u person: %u rated by self, %u by the supervisor, %u by peers.",
                "Of %u people: %u rated by themselves, %u by their supervisors, %u by peers.", self->asked->len),
      self->asked->len, count_with (self, FF_RATER_ROLE_SELF), count_with (self, FF_RATER_ROLE_SUPERVISOR), count_with (self, FF_RATER_ROLE_PEER));

  gtk_label_set_label (self->lead, text);
}

static void
show_lead (FfAnsweredWindow *self)
{
  if (self->observation)
    {
      show_raters (self);
      return;
    }
  /* Translators: how many have answered, and of how many */
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u person has answered.", "%u of %u people have answered.", self->asked->len),
                                           self->asked->len - count_missing (self), self->asked->len);

  gtk_label_set_label (self->lead, text);
}

typedef struct
{
  FfQuestionnaire *questionnaire;
  gint64 trainee_id;
  FfRaterRole role;
  int wave;
  gboolean answered;
} Ticking;

static void
ticking_free (gpointer data)
{
  Ticking *ticking = data;

  ff_questionnaire_free (ticking->questionnaire);
  g_free (ticking);
}

static gboolean
ticking_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Ticking *ticking = data;

  return ff_responses_set_answered (db, ticking->questionnaire, &ticking->trainee_id, 1, ticking->role, ticking->wave, ticking->answered,
                                    NULL, error);
}

static void
on_ticked (FfAnsweredWindow *self, GtkCheckButton *tick)
{
  FfAsked *asked = g_object_get_data (G_OBJECT (tick), "asked");
  FfRaterRole role = (FfRaterRole) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tick), "role"));
  gboolean ticked = gtk_check_button_get_active (tick);
  Ticking *ticking;

  if (self->setting)
    return;
  asked->forms[role] = ticked;
  asked->answered = self->observation ? is_complete (asked) : ticked;
  ticking = g_new0 (Ticking, 1);
  ticking->questionnaire = ff_questionnaire_copy (self->questionnaire);
  ticking->trainee_id = asked->trainee_id;
  ticking->role = role;
  ticking->wave = ff_look_drop_get (self->look);
  ticking->answered = ticked;
  ff_workspace_run (self->workspace, _("Note who has answered"), ticking_work, NULL, ticking, ticking_free);
  show_lead (self);
  show_reminder (self);
}

static GtkWidget *
make_tick (FfAnsweredWindow *self, FfAsked *asked, FfRaterRole role, const char *label, gboolean active)
{
  GtkWidget *tick = gtk_check_button_new_with_label (label);

  gtk_widget_set_sensitive (tick, self->questionnaire->anonymous && ff_workspace_is_writable (self->workspace));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), active);
  g_object_set_data (G_OBJECT (tick), "asked", asked);
  g_object_set_data (G_OBJECT (tick), "role", GINT_TO_POINTER (role));
  g_signal_connect_object (tick, "toggled", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
  return tick;
}

/* One below the other in all rows, the number of peers too. */
static GtkWidget *
make_raters (FfAnsweredWindow *self, FfAsked *asked)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (int role = FF_RATER_ROLE_SELF; role < FF_N_RATER_ROLES; role++)
    {
      const char *title = ff_level_plot_rater_title (ff_rater_role_to_key ((FfRaterRole) role));
      /* Translators: who rated, and how many of them */
      g_autofree char *label = asked->forms[role] > 1 ? g_strdup_printf (_("%s × %u"), title, asked->forms[role]) : g_strdup (title);
      GtkWidget *tick = make_tick (self, asked, (FfRaterRole) role, label, asked->forms[role] > 0);

      gtk_size_group_add_widget (self->columns[role], tick);
      gtk_box_append (GTK_BOX (box), tick);
    }
  return box;
}

static GtkWidget *
make_name (FfAnsweredWindow *self, FfAsked *asked)
{
  GtkWidget *name;

  if (!self->observation)
    return make_tick (self, asked, FF_RATER_ROLE_NONE, asked->name, asked->answered);
  name = gtk_label_new (asked->name);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  return name;
}

static GtkWidget *
make_row (FfAnsweredWindow *self, FfAsked *asked)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = make_name (self, asked);
  GtkWidget *place = gtk_label_new (asked->department);
  GtkWidget *number = gtk_label_new (asked->employee_no);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), number);
  if (self->observation)
    gtk_box_append (GTK_BOX (box), make_raters (self, asked));
  gtk_widget_add_css_class (box, "answered-row");
  g_object_set_data (G_OBJECT (box), "asked", asked);
  return box;
}

static gboolean
is_listed (GtkListBoxRow *row, gpointer user_data)
{
  FfAnsweredWindow *self = user_data;
  const FfAsked *asked = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "asked");

  return asked == NULL || !asked->answered || !gtk_toggle_button_get_active (self->missing_only);
}

static void
on_missing_only (FfAnsweredWindow *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
read_asked (FfAnsweredWindow *self)
{
  g_autoptr (GPtrArray) asked = ff_response_store_list_asked (ff_workspace_get_reader (self->workspace), self->questionnaire->id,
                                                              FF_RATER_ROLE_NONE, ff_look_drop_get (self->look), NULL);
  GtkWidget *child;

  if (asked == NULL)
    return;
  self->setting = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  self->asked = g_steal_pointer (&asked);
  for (guint i = 0; i < self->asked->len; i++)
    {
      FfAsked *somebody = g_ptr_array_index (self->asked, i);

      if (self->observation)
        somebody->answered = is_complete (somebody);
      gtk_list_box_append (self->list, make_row (self, somebody));
    }
  self->setting = FALSE;
  show_lead (self);
  show_reminder (self);
}

static void
on_look_changed (FfAnsweredWindow *self)
{
  if (self->asked != NULL)
    read_asked (self);
}

/* The window ------------------------------------------------------------------------------------------------------------------ */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ff_answered_window_finalize (GObject *object)
{
  FfAnsweredWindow *self = FF_ANSWERED_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  ff_questionnaire_free (self->questionnaire);
  g_free (self->run_title);
  for (int role = 0; role < FF_N_RATER_ROLES; role++)
    g_object_unref (self->columns[role]);
  G_OBJECT_CLASS (ff_answered_window_parent_class)->finalize (object);
}

static void
ff_answered_window_class_init (FfAnsweredWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_answered_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-answered-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfAnsweredWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FfAnsweredWindow, lead);
  gtk_widget_class_bind_template_child (widget_class, FfAnsweredWindow, look);
  gtk_widget_class_bind_template_child (widget_class, FfAnsweredWindow, missing_only);
  gtk_widget_class_bind_template_child (widget_class, FfAnsweredWindow, list);
  gtk_widget_class_bind_template_child (widget_class, FfAnsweredWindow, reminder);
  gtk_widget_class_bind_template_child (widget_class, FfAnsweredWindow, reminder_box);
  gtk_widget_class_bind_template_child (widget_class, FfAnsweredWindow, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_only);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_look_changed);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
ff_answered_window_init (FfAnsweredWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int role = 0; role < FF_N_RATER_ROLES; role++)
    self->columns[role] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_list_box_set_filter_func (self->list, is_listed, self, NULL);
}

FfAnsweredWindow *
ff_answered_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 questionnaire_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfQuestionnaire) questionnaire = NULL;
  g_autoptr (FfRun) run = NULL;
  FfAnsweredWindow *self;
  FfOwner owner = { 0 };

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  questionnaire = ff_responses_read_questionnaire (ff_workspace_get_reader (workspace), questionnaire_id, &owner, &error);
  if (questionnaire != NULL && owner.kind != FF_OWNER_RUN)
    g_set_error (&error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no class's, so nobody is known who was asked."), questionnaire->title);
  else if (questionnaire != NULL)
    run = ff_runs_read (ff_workspace_get_reader (workspace), owner.id, &error);
  if (run == NULL)
    {
      g_signal_emit_by_name (workspace, "failed", error);
      return NULL;
    }
  self = g_object_new (FF_TYPE_ANSWERED_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->questionnaire = g_steal_pointer (&questionnaire);
  self->run_title = g_strdup (run->title != NULL ? run->title : run->code);
  adw_window_title_set_subtitle (self->title, self->questionnaire->title);
  self->observation = ff_form_observation_is_one (self->questionnaire);
  if (self->observation)
    {
      ff_look_drop_fill (self->look, ff_workspace_get_reader (workspace), owner.id);
      gtk_window_set_default_size (GTK_WINDOW (self), 760, 640);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->look), self->observation);
  read_asked (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
