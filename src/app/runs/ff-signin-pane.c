#include "config.h"

#include "ff-signin-pane.h"

#include <glib/gi18n-lib.h>

#include "ff-document-window.h"
#include "ff-format.h"
#include "ff-phrases.h"

struct _FfSigninPane
{
  AdwBin parent_instance;

  AdwComboRow *per;
  AdwComboRow *which;
  AdwComboRow *language;
  GtkSwitch *fits;
  GtkWidget *rows_row;
  GtkSpinButton *rows;
  GtkSwitch *fills;
  GtkWidget *blanks_row;
  GtkSpinButton *blanks;
  GtkSwitch *teams;
  GtkSwitch *times;
  AdwComboRow *code;

  FfDocumentWindow *window; /* that it is in */
  gint64 run_id;
  GPtrArray *sessions;      /* FfSession, not cancelled, in order of date */
  GArray *days;             /* FfDay, each once */
  gboolean filling;         /* the choices change, and nobody chose */
};

G_DEFINE_FINAL_TYPE (FfSigninPane, ff_signin_pane, ADW_TYPE_BIN)

/* What is chosen --------------------------------------------------------------------------------------------------- */

static gboolean
is_by_session (FfSigninPane *self)
{
  return adw_combo_row_get_selected (self->per) == 1;
}

static FfSigninOptions
get_options (FfSigninPane *self)
{
  FfSigninOptions options = FF_SIGNIN_OPTIONS_DEFAULT;
  guint which = adw_combo_row_get_selected (self->which); /* 0: all of them */
  guint language = adw_combo_row_get_selected (self->language);

  options.run_id = self->run_id;
  options.by_session = is_by_session (self);
  if (options.by_session && which > 0 && which <= self->sessions->len)
    options.session_id = ((const FfSession *) g_ptr_array_index (self->sessions, which - 1))->id;
  if (!options.by_session && which > 0 && which <= self->days->len)
    options.day = g_array_index (self->days, FfDay, which - 1);
  options.rows = gtk_switch_get_active (self->fits) ? 0 : gtk_spin_button_get_value_as_int (self->rows);
  options.blanks = gtk_switch_get_active (self->fills) ? -1 : gtk_spin_button_get_value_as_int (self->blanks);
  options.by_team = gtk_switch_get_active (self->teams);
  options.times = gtk_switch_get_active (self->times);
  options.code = (FfBarcodeKind) adw_combo_row_get_selected (self->code);
  options.language = language > 0 ? ff_phrases_languages[language - 1] : NULL;
  return options;
}

static FfDocument *
make_sheet (FfDb *db, gconstpointer data, GError **error)
{
  return ff_signin_sheet_make (db, data, error);
}

static void
on_changed (FfSigninPane *self)
{
  FfSigninOptions options;

  if (self->filling || self->window == NULL)
    return;
  gtk_widget_set_sensitive (self->rows_row, !gtk_switch_get_active (self->fits));
  gtk_widget_set_sensitive (self->blanks_row, !gtk_switch_get_active (self->fills));
  options = get_options (self);
  ff_document_window_make (self->window, make_sheet, g_memdup2 (&options, sizeof options), g_free);
}

/* What there is to choose from ------------------------------------------------------------------------------------- */

static char *
describe_session (const FfSession *session)
{
  g_autofree char *day = ff_format_day_short (ff_time_day (session->starts_at));
  g_autofree char *clock = ff_format_clock (session->starts_at);

  return g_strdup_printf ("%s %s · %s", day, clock, session->key);
}

static void
fill_which (FfSigninPane *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->filling = TRUE;
  if (is_by_session (self))
    {
      gtk_string_list_append (titles, _("all sessions"));
      for (guint i = 0; i < self->sessions->len; i++)
        gtk_string_list_take (titles, describe_session (g_ptr_array_index (self->sessions, i)));
    }
  else
    {
      gtk_string_list_append (titles, _("all days"));
      for (guint i = 0; i < self->days->len; i++)
        gtk_string_list_take (titles, ff_format_day_short (g_array_index (self->days, FfDay, i)));
    }
  adw_combo_row_set_model (self->which, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->which, 0);
  self->filling = FALSE;
}

static void
on_per_changed (FfSigninPane *self)
{
  if (self->filling || self->window == NULL)
    return;
  fill_which (self);
  on_changed (self);
}

/* In their own languages, so that whoever needs one can find it. */
static void
fill_languages (FfSigninPane *self)
{
  const char *const titles[] = { _("as this window"), "English", "简体中文", "繁體中文", NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (titles);

  adw_combo_row_set_model (self->language, G_LIST_MODEL (list));
}

/* Empties @sessions. */
static void
take_sessions (FfSigninPane *self, GPtrArray *sessions)
{
  while (sessions->len > 0)
    {
      FfSession *session = g_ptr_array_steal_index (sessions, 0);
      FfDay day = ff_time_day (session->starts_at);

      if (session->cancelled)
        {
          ff_session_free (session);
          continue;
        }
      g_ptr_array_add (self->sessions, session);
      if (self->days->len == 0 || g_array_index (self->days, FfDay, self->days->len - 1) != day)
        g_array_append_val (self->days, day);
    }
}

/* Shows the sheet of one session, if it is still there. */
static void
choose_session (FfSigninPane *self, gint64 session_id)
{
  for (guint i = 0; i < self->sessions->len; i++)
    if (((const FfSession *) g_ptr_array_index (self->sessions, i))->id == session_id)
      {
        self->filling = TRUE;
        adw_combo_row_set_selected (self->per, 1);
        fill_which (self);
        self->filling = TRUE;
        adw_combo_row_set_selected (self->which, i + 1);
        self->filling = FALSE;
      }
}

/* ------------------------------------------------------------------------------------------------------------------ */

static void
ff_signin_pane_finalize (GObject *object)
{
  FfSigninPane *self = FF_SIGNIN_PANE (object);

  g_ptr_array_unref (self->sessions);
  g_array_unref (self->days);
  G_OBJECT_CLASS (ff_signin_pane_parent_class)->finalize (object);
}

static void
ff_signin_pane_class_init (FfSigninPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_signin_pane_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-signin-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, per);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, which);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, language);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, fits);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, rows_row);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, rows);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, fills);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, blanks_row);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, blanks);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, teams);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, times);
  gtk_widget_class_bind_template_child (widget_class, FfSigninPane, code);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_per_changed);
}

static void
ff_signin_pane_init (FfSigninPane *self)
{
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_free);
  self->days = g_array_new (FALSE, FALSE, sizeof (FfDay));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
}

void
ff_signin_pane_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id, gint64 session_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = ff_sessions_of_run (ff_workspace_get_reader (workspace), run_id, &error);
  FfSigninPane *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (sessions == NULL)
    {
      g_signal_emit_by_name (workspace, "failed", error);
      return;
    }
  self = g_object_new (FF_TYPE_SIGNIN_PANE, NULL);
  self->run_id = run_id;
  take_sessions (self, sessions);
  fill_which (self);
  choose_session (self, session_id);
  self->window = ff_document_window_new (parent, workspace, _("Sign-in Sheet"), GTK_WIDGET (self));
  on_changed (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
