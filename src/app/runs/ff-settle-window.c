#include "config.h"

#include "ff-settle-window.h"

#include <glib/gi18n-lib.h>

#include "ff-ask-window.h"
#include "ff-fact.h"
#include "ff-run-context.h"
#include "ff-scores-text.h"
#include "ff-settle-text.h"
#include "ff-window.h"

struct _FfSettleWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *settle;
  GtkWidget *reopen;
  GtkLabel *lead;
  GtkLabel *complaint;
  GtkLabel *warnings;
  GtkFlowBox *cards;
  AdwPreferencesGroup *obstacles;
  AdwPreferencesGroup *award;

  FfWorkspace *workspace;
  gint64 run_id;
  FfRunContext *context;
  FfClassFigures *figures; /* the context's, NULL until they are known */
  GPtrArray *rows;      /* of both groups, while they stand there */
  GPtrArray *reasons;   /* GtkEditable of those who are in the way */
  GHashTable *written;  /* enrolment id → reason: what was written stays when the figures are read again */
};

enum
{
  SHOW_MARK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSettleWindow, ff_settle_window, ADW_TYPE_WINDOW)

static gint64 *
id_of (gpointer object)
{
  return g_object_get_data (object, "ff-id");
}

static void
set_id (gpointer object, gint64 id)
{
  g_object_set_data_full (object, "ff-id", g_memdup2 (&id, sizeof id), g_free);
}

/* Who is in the way ------------------------------------------------------------------------------------------------ */

static void
update_settle (FfSettleWindow *self)
{
  gboolean ready = self->figures != NULL && !self->figures->settled && self->figures->trainees->len > 0;

  for (guint i = 0; i < self->reasons->len && ready; i++)
    {
      g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (g_ptr_array_index (self->reasons, i))));

      ready = *reason != '\0';
    }
  gtk_widget_set_sensitive (self->settle, ready);
}

static void
on_reason_changed (GtkEditable *entry, FfSettleWindow *self)
{
  g_hash_table_replace (self->written, g_memdup2 (id_of (entry), sizeof (gint64)), g_strdup (gtk_editable_get_text (entry)));
  update_settle (self);
}

static void
on_show_mark (GtkWidget *button, FfSettleWindow *self)
{
  gint64 enrolment_id = *id_of (button);
  guint component = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ff-component"));

  g_signal_emit (self, signals[SHOW_MARK], 0, enrolment_id, component);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
new_mark_button (FfSettleWindow *self, const FfClassTrainee *trainee, guint component)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *name = g_strdup_printf (_("Go to the mark of %s"), trainee->name);

  set_id (button, trainee->enrolment_id);
  g_object_set_data (G_OBJECT (button), "ff-component", GUINT_TO_POINTER (component));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_show_mark), self, 0);
  return button;
}

static GtkWidget *
new_reason_entry (FfSettleWindow *self, const FfClassTrainee *trainee)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *written = g_hash_table_lookup (self->written, &trainee->enrolment_id);
  g_autofree char *name = g_strdup_printf (_("Leave %s out because"), trainee->name);

  set_id (entry, trainee->enrolment_id);
  gtk_editable_set_text (GTK_EDITABLE (entry), written != NULL ? written : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Leave out because…"));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_reason_changed), self, 0);
  g_ptr_array_add (self->reasons, entry);
  return entry;
}

static GtkWidget *
add_row (FfSettleWindow *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_obstacle (FfSettleWindow *self, const FfClassTrainee *trainee)
{
  g_autoptr (GArray) missing = ff_settling_list_missing (self->figures, trainee);
  g_autofree char *titles = ff_settling_describe_missing (self->figures, trainee);
  /* Translators: what of somebody is not assessed yet */
  g_autofree char *subtitle = g_strdup_printf (_("lacks %s"), titles);
  GtkWidget *row = add_row (self, self->obstacles, trainee->name, subtitle);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_reason_entry (self, trainee));
  if (missing->len > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_mark_button (self, trainee, g_array_index (missing, guint, 0)));
}

static void
show_obstacles (FfSettleWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (self->figures->trainees, i);

      if (self->figures->settled && trainee->settled != NULL && trainee->settled->left_out != NULL)
        add_row (self, self->obstacles, trainee->name, trainee->settled->left_out);
      else if (!self->figures->settled && ff_settling_is_in_the_way (trainee))
        add_obstacle (self, trainee);
      else
        continue;
      n++;
    }
  adw_preferences_group_set_title (self->obstacles, self->figures->settled ? _("Left Out") : _("Provisional"));
  adw_preferences_group_set_description (self->obstacles, self->figures->settled
                                                              ? NULL
                                                              : _("Enter what is missing, or write why somebody is left out."));
  gtk_widget_set_visible (GTK_WIDGET (self->obstacles), n > 0);
}

/* What it comes to --------------------------------------------------------------------------------------------------- */

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const FfClassTrainee *one = *(const FfClassTrainee *const *) a, *other = *(const FfClassTrainee *const *) b;

  return one->rank != other->rank ? one->rank - other->rank : g_strcmp0 (one->employee_no, other->employee_no);
}

static void
show_award (FfSettleWindow *self)
{
  g_autoptr (GPtrArray) awarded = g_ptr_array_new ();
  g_autofree char *explanation = ff_settle_text_award (self->figures);

  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      FfClassTrainee *trainee = g_ptr_array_index (self->figures->trainees, i);

      if (trainee->award)
        g_ptr_array_add (awarded, trainee);
    }
  g_ptr_array_sort (awarded, compare_ranks);
  for (guint i = 0; i < awarded->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (awarded, i);
      g_autofree char *total = ff_scores_text_total (trainee->result.total);
      g_autofree char *rank = g_strdup_printf (C_("rank", "No. %d"), trainee->rank);
      GtkWidget *row = add_row (self, self->award, trainee->name, rank);
      GtkWidget *label = gtk_label_new (total);
      GtkWidget *star = gtk_label_new (self->figures->settled ? "★" : "☆");

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (star, "award-star");
      gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->figures->settled ? _("Award.") : _("Award so far; final when the results are settled."), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), star);
    }
  adw_preferences_group_set_description (self->award, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->award), TRUE);
}

static void
add_card (FfSettleWindow *self, const char *icon, const char *title, guint value, guint of, const char *sentence)
{
  g_autofree char *text = g_strdup_printf ("%u", value);
  g_autofree char *detail = g_strdup_printf (ngettext ("of %u trainee", "of %u trainees", of), of);
  GtkWidget *card = ff_fact_card_new (icon, title, text, detail, of > 0 ? (double) value / of : -1, sentence);

  gtk_flow_box_append (self->cards, card);
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
}

static void
show_cards (FfSettleWindow *self, const FfSettleCount *count)
{
  const FfClassFigures *figures = self->figures;
  guint n = figures->trainees->len;
  g_autofree char *failed = count->failed > 0
      ? g_strdup_printf (ngettext ("%u did not pass.", "%u did not pass.", count->failed), count->failed)
      : g_strdup (_("Nobody failed."));
  g_autofree char *disqualified = count->disqualified > 0
      ? g_strdup_printf (ngettext ("%u is disqualified.", "%u are disqualified.", count->disqualified), count->disqualified)
      : g_strdup (_("Nobody is disqualified."));
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->cards, 0)) != NULL)
    gtk_flow_box_remove (self->cards, GTK_WIDGET (child));
  add_card (self, "ff-scores-symbolic", C_("card", "Ranked"), figures->ranked, n, disqualified);
  add_card (self, "ff-overview-symbolic", C_("card", "Passed"), count->passed, n, failed);
  add_card (self, "ff-course-symbolic", C_("card", "Award"), count->awarded, n, NULL);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_lead (FfSettleWindow *self, const FfSettleCount *count)
{
  g_autofree char *text = NULL;

  if (self->figures->settled)
    text = ff_settle_text_settled (self->figures);
  else if (count->in_the_way > 0)
    text = g_strdup_printf (ngettext ("%u trainee is provisional. Ranks and awards can be settled once everything is assessed, or the "
                                      "trainee is left out for a reason.",
                                      "%u trainees are provisional. Ranks and awards can be settled once everything is assessed, or they "
                                      "are left out for a reason.",
                                      count->in_the_way),
                            count->in_the_way);
  else
    text = g_strdup (_("Nothing is in the way. Settling fixes totals, ranks and awards with the date and your name; marks and attendance "
                       "can be changed again only after the results are reopened."));
  gtk_label_set_label (self->lead, text);
}

static void
show_warnings (FfSettleWindow *self)
{
  g_autoptr (GPtrArray) warnings = ff_settle_text_warnings (self->figures);
  char *differing = ff_settle_text_differing (self->figures);
  g_autofree char *text = NULL;

  if (differing != NULL)
    g_ptr_array_add (warnings, differing);
  if (warnings->len > 0)
    {
      g_ptr_array_add (warnings, NULL);
      text = g_strjoinv ("\n", (char **) warnings->pdata);
    }
  set_text (self->warnings, text);
}

static void
clear_rows (FfSettleWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->reasons, 0);
}

static void
show_figures (FfSettleWindow *self)
{
  FfSettleCount count = ff_settle_text_count (self->figures);
  gboolean writable = ff_workspace_is_writable (self->workspace);
  /* Translators: the title of a class and its code. */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s"), self->figures->run->title, self->figures->run->code);

  adw_window_title_set_title (self->title, self->figures->settled ? _("Settled Results") : _("Settle Results"));
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_visible (self->settle, writable && !self->figures->settled);
  gtk_widget_set_visible (self->reopen, writable && self->figures->settled);
  set_text (self->complaint, NULL);
  show_lead (self, &count);
  show_warnings (self);
  show_cards (self, &count);
  clear_rows (self);
  show_obstacles (self);
  show_award (self);
  update_settle (self);
}

static void
on_figures (FfSettleWindow *self)
{
  self->figures = ff_run_context_get_figures (self->context);
  show_figures (self);
}

/* Settling ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  gint64 run_id;
  GArray *left_out;   /* FfLeftOut */
  GPtrArray *reasons; /* their texts */
} Settling;

static void
settling_free (gpointer data)
{
  Settling *settling = data;

  g_weak_ref_clear (&settling->window);
  g_array_unref (settling->left_out);
  g_ptr_array_unref (settling->reasons);
  g_free (settling);
}

static gboolean
settling_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Settling *settling = data;

  return ff_settling_settle (db, settling->run_id, (const FfLeftOut *) settling->left_out->data, settling->left_out->len, error);
}

static gboolean
settling_done (gpointer data, const GError *error)
{
  Settling *settling = data;
  g_autoptr (FfSettleWindow) self = g_weak_ref_get (&settling->window);
  GtkWindow *parent;

  if (self == NULL)
    return FALSE;
  if (error != NULL)
    {
      set_text (self->complaint, error->message);
      update_settle (self);
      return TRUE;
    }
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (FF_IS_WINDOW (parent))
    ff_window_toast_undo (FF_WINDOW (parent), _("Results settled"));
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
on_settle (FfSettleWindow *self)
{
  Settling *settling = g_new0 (Settling, 1);
  g_autofree char *label = g_strdup_printf (_("Settle the results of %s"), self->figures->run->code);

  gtk_widget_set_sensitive (self->settle, FALSE);
  g_weak_ref_init (&settling->window, self);
  settling->run_id = self->run_id;
  settling->left_out = g_array_new (FALSE, FALSE, sizeof (FfLeftOut));
  settling->reasons = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->reasons->len; i++)
    {
      GtkEditable *entry = g_ptr_array_index (self->reasons, i);
      FfLeftOut left_out = { *id_of (entry), g_strdup (gtk_editable_get_text (entry)) };

      g_ptr_array_add (settling->reasons, (char *) left_out.reason);
      g_array_append_val (settling->left_out, left_out);
    }
  ff_workspace_run (self->workspace, label, settling_work, settling_done, settling, settling_free);
}

/* Reopening ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfWorkspace *workspace;
  GWeakRef window;
  gint64 run_id;
  char *reason; /* NULL while it is asked for */
} Reopening;

static Reopening *
reopening_new (FfWorkspace *workspace, gpointer window, gint64 run_id, const char *reason)
{
  Reopening *reopening = g_new0 (Reopening, 1);

  reopening->workspace = g_object_ref (workspace);
  g_weak_ref_init (&reopening->window, window);
  reopening->run_id = run_id;
  reopening->reason = g_strdup (reason);
  return reopening;
}

static void
reopening_free (gpointer data)
{
  Reopening *reopening = data;

  g_object_unref (reopening->workspace);
  g_weak_ref_clear (&reopening->window);
  g_free (reopening->reason);
  g_free (reopening);
}

static gboolean
reopening_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Reopening *reopening = data;

  return ff_settling_reopen (db, reopening->run_id, reopening->reason, error);
}

static gboolean
reopening_done (gpointer data, const GError *error)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (&((Reopening *) data)->window);

  if (error == NULL && FF_IS_WINDOW (window))
    ff_window_toast_undo (FF_WINDOW (window), _("Results reopened"));
  return FALSE;
}

static void
on_reason_given (const char *text, gpointer user_data)
{
  Reopening *asked = user_data;
  g_autoptr (GtkWindow) window = g_weak_ref_get (&asked->window);
  /* Translators: a step of undo, and in the journal: why results were reopened. */
  g_autofree char *label = g_strdup_printf (_("Reopen the results: %s"), text);

  ff_workspace_run (asked->workspace, label, reopening_work, reopening_done,
                    reopening_new (asked->workspace, window, asked->run_id, text), reopening_free);
}

void
ff_settle_ask_reopen (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  FfAskWindow *ask;

  ask = ff_ask_window_open (parent, _("Reopen the Results"),
                            _("Ranks and awards are no longer fixed, and marks and attendance can be changed. Who was told of the results "
                              "should be told again. The reason is kept in the journal."),
                            _("Reason"), _("_Reopen"), on_reason_given,
                            reopening_new (workspace, gtk_widget_get_root (parent), run_id, NULL), reopening_free);
  ff_ask_window_require (ask);
}

static void
on_reopen (FfSettleWindow *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  ff_settle_ask_reopen (GTK_WIDGET (window), self->workspace, self->run_id);
  gtk_window_close (GTK_WINDOW (self));
}

/* The window --------------------------------------------------------------------------------------------------------- */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ff_settle_window_dispose (GObject *object)
{
  FfSettleWindow *self = FF_SETTLE_WINDOW (object);

  self->figures = NULL;
  g_clear_object (&self->context);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_settle_window_parent_class)->dispose (object);
}

static void
ff_settle_window_finalize (GObject *object)
{
  FfSettleWindow *self = FF_SETTLE_WINDOW (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->reasons);
  g_hash_table_unref (self->written);
  G_OBJECT_CLASS (ff_settle_window_parent_class)->finalize (object);
}

static void
ff_settle_window_class_init (FfSettleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_settle_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_settle_window_finalize;
  signals[SHOW_MARK] = g_signal_new ("show-mark", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                     G_TYPE_INT64, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-settle-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, settle);
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, reopen);
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, lead);
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, complaint);
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, warnings);
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, cards);
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, obstacles);
  gtk_widget_class_bind_template_child (widget_class, FfSettleWindow, award);
  gtk_widget_class_bind_template_callback (widget_class, on_settle);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
ff_settle_window_init (FfSettleWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->reasons = g_ptr_array_new ();
  self->written = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

FfSettleWindow *
ff_settle_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  FfSettleWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_SETTLE_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  self->context = ff_run_context_new (workspace, run_id);
  g_signal_connect_object (self->context, "figures-changed", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "gone", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
