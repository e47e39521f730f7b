#include "config.h"

#include "ff-session-list.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda.h"
#include "ff-clash-popover.h"
#include "ff-clashes.h"
#include "ff-format.h"
#include "ff-run-facts.h"
#include "ff-schedule-rows.h"
#include "ff-session-actions.h"
#include "ff-tag.h"
#include "ff-timetables.h"

struct _FfSessionList
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  GtkListBox *list;
  GHashTable *unfolded; /* session id → itself */
};

G_DEFINE_FINAL_TYPE (FfSessionList, ff_session_list, ADW_TYPE_BIN)

/* Shows or hides the agenda rows that follow the row of a session. */
static void
on_unfold (FfSessionList *self, GParamSpec *pspec, GtkToggleButton *toggle)
{
  gint64 *id = g_object_get_data (G_OBJECT (toggle), "session");
  gboolean unfolded = gtk_toggle_button_get_active (toggle);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (toggle), GTK_TYPE_LIST_BOX_ROW);

  if (unfolded)
    g_hash_table_add (self->unfolded, g_memdup2 (id, sizeof *id));
  else
    g_hash_table_remove (self->unfolded, id);
  while ((row = gtk_widget_get_next_sibling (row)) != NULL && gtk_widget_has_css_class (row, "agenda-slot"))
    gtk_widget_set_visible (row, unfolded);
}

static GtkWidget *
caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
agenda_row (const FfAgendaSlot *slot, gboolean visible)
{
  g_autofree char *from = ff_format_clock (slot->starts_at);
  g_autofree char *to = ff_format_clock (slot->ends_at);
  g_autofree char *times = g_strdup_printf ("%s–%s", from, to);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), slot->title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), caption (times));
  if (g_strcmp0 (slot->activity, FF_ACTIVITY_BREAK) == 0)
    gtk_widget_add_css_class (row, "dim-label");
  gtk_widget_add_css_class (row, "agenda-slot");
  gtk_widget_set_visible (row, visible);
  return row;
}

/* How many came: a bar and a figure once the session has begun. */
static GtkWidget *
attendance_widget (const FfClassFigures *figures, guint index)
{
  const FfSession *session = g_ptr_array_index (figures->sessions, index);
  FfSessionFacts facts = ff_run_facts_of_session (figures, index);
  g_autofree char *text = g_strdup_printf ("%d / %d", facts.attended, facts.expected);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bar;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (session->cancelled)
    {
      gtk_box_append (GTK_BOX (box), ff_tag_new (C_("session", "Cancelled"), NULL, FF_TONE_NEUTRAL));
      return box;
    }
  if (session->starts_at > figures->now)
    return box;
  bar = gtk_level_bar_new_for_interval (0, MAX (1, facts.expected));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), facts.attended);
  gtk_widget_set_size_request (bar, 48, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), caption (text));
  gtk_widget_set_tooltip_text (box, _("Attended, of those it is for"));
  return box;
}

static char *
subtitle_of (const FfSession *session)
{
  g_autofree char *day = ff_format_day_short (ff_time_day (session->starts_at));
  g_autofree char *from = ff_format_clock (session->starts_at);
  g_autofree char *to = ff_format_clock (session->ends_at);
  g_autofree char *trainers = session->trainers != NULL ? ff_format_names (session->trainers) : NULL;
  g_autofree char *audience = session->audience != NULL ? ff_format_names (session->audience) : NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s  %s–%s", day, from, to);
  if (session->venue != NULL)
    g_string_append_printf (text, " · %s", session->venue);
  if (trainers != NULL)
    g_string_append_printf (text, " · %s", trainers);
  if (audience != NULL)
    g_string_append_printf (text, " · %s", audience);
  return g_string_free (text, FALSE);
}

static GtkWidget *
unfold_button (FfSessionList *self, const FfSession *session)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (toggle), "pan-down-symbolic");
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_tooltip_text (toggle, _("Show the agenda"));
  g_object_set_data_full (G_OBJECT (toggle), "session", g_memdup2 (&session->id, sizeof session->id), g_free);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), g_hash_table_contains (self->unfolded, &session->id));
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_unfold), self, G_CONNECT_SWAPPED);
  return toggle;
}

static void
on_clash (FfSessionList *self, GtkWidget *button)
{
  ff_clash_popover_open (button, self->workspace, g_ascii_strtoll (gtk_widget_get_name (button), NULL, 10));
}

static gboolean
has_agenda (const FfSession *session, GPtrArray *slots)
{
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    if (((FfAgendaSlot *) g_ptr_array_index (slots, i))->session_id == session->id)
      return TRUE;
  return FALSE;
}

static GtkWidget *
session_row (FfSessionList *self, const FfClassFigures *figures, guint index, guint clashes, gboolean unfolds)
{
  const FfSession *session = g_ptr_array_index (figures->sessions, index);
  g_autofree char *subtitle = subtitle_of (session);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 session->title != NULL && *session->title != '\0' ? session->title : session->key);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), attendance_widget (figures, index));
  if (clashes > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), ff_schedule_clash_button_new (session, clashes, G_CALLBACK (on_clash), self));
  if (unfolds)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), unfold_button (self, session));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), ff_session_actions_menu_button (session));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", session->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "tab.edit-session");
  return row;
}

static void
append_session (FfSessionList *self, const FfClassFigures *figures, guint index, guint clashes, GPtrArray *slots)
{
  const FfSession *session = g_ptr_array_index (figures->sessions, index);
  gboolean unfolded = g_hash_table_contains (self->unfolded, &session->id);

  gtk_list_box_append (self->list, session_row (self, figures, index, clashes, has_agenda (session, slots)));
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      if (slot->session_id == session->id)
        gtk_list_box_append (self->list, agenda_row (slot, unfolded));
    }
}

static void
ff_session_list_finalize (GObject *object)
{
  FfSessionList *self = FF_SESSION_LIST (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->unfolded, g_hash_table_unref);
  G_OBJECT_CLASS (ff_session_list_parent_class)->finalize (object);
}

static void
ff_session_list_class_init (FfSessionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_session_list_finalize;
}

static void
ff_session_list_init (FfSessionList *self)
{
  self->unfolded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
ff_session_list_new (FfWorkspace *workspace)
{
  FfSessionList *self = g_object_new (FF_TYPE_SESSION_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

void
ff_session_list_update (FfSessionList *self, const FfClassFigures *figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GHashTable) clashes = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (FF_IS_SESSION_LIST (self) && figures != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  slots = ff_agenda_of_run (ff_workspace_get_reader (self->workspace), figures->run->id, &error);
  clashes = slots != NULL ? ff_clashes_count_open (ff_workspace_get_reader (self->workspace), figures->sessions, &error) : NULL;
  if (clashes == NULL)
    g_signal_emit_by_name (self->workspace, "failed", error);
  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);

      append_session (self, figures, i, clashes != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (clashes, &session->id)) : 0, slots);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), figures->sessions->len > 0);
}
