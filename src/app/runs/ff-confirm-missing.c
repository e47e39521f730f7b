#include "config.h"

#include "ff-confirm-missing.h"

#include <glib/gi18n-lib.h>

#include "ff-ask-window.h"
#include "ff-commitment-dues.h"
#include "ff-window.h"

/* So many names are said; then how many there are besides. */
#define NAMES 12

typedef struct
{
  GWeakRef parent;
  FfWorkspace *workspace;
  gint64 run_id;
  gint64 component_id; /* 0: nothing is missing */
  char *explanation;
  char *reason;
  guint n;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_weak_ref_clear (&asked->parent);
  g_object_unref (asked->workspace);
  g_free (asked->explanation);
  g_free (asked->reason);
  g_free (asked);
}

static Asked *
asked_copy (const Asked *asked, GtkWidget *parent)
{
  Asked *copy = g_new0 (Asked, 1);

  g_weak_ref_init (&copy->parent, parent);
  copy->workspace = g_object_ref (asked->workspace);
  copy->run_id = asked->run_id;
  copy->component_id = asked->component_id;
  return copy;
}

/* Who is missing ----------------------------------------------------------------------------------------------------- */

static char *
list_missing (const FfClassFigures *figures, guint component)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (!ff_commitment_dues_is_missing (figures, trainee, component))
        continue;
      if (n++ < NAMES)
        /* Translators: between two names */
        g_string_append_printf (names, "%s%s", n > 1 ? C_("list", ", ") : "", trainee->name);
    }
  if (n > NAMES)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - NAMES), n - NAMES);
  /* Translators: how many, then the title of a component of the scheme, then names */
  return g_strdup_printf (ngettext ("%u commitment for “%s” was not handed in by its day and would count as 0: %s.",
                                    "%u commitments for “%s” were not handed in by their day and would count as 0: %s.", n),
                          n, ff_scheme_get (figures->scheme, component)->title, names->str);
}

static gboolean
read_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Asked *asked = data;
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, asked->run_id, ff_time_now (), error);
  int component = figures != NULL ? ff_commitment_dues_find (figures) : -1;

  if (component >= 0)
    {
      asked->component_id = ff_scheme_get (figures->scheme, (guint) component)->id;
      asked->explanation = list_missing (figures, (guint) component);
    }
  return figures != NULL;
}

/* Writing -------------------------------------------------------------------------------------------------------------- */

static gboolean
confirm_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Asked *asked = data;

  return ff_commitment_dues_confirm (db, asked->run_id, asked->component_id, asked->reason, &asked->n, error);
}

static gboolean
confirm_done (gpointer data, const GError *error)
{
  Asked *asked = data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&asked->parent);
  FfWindow *window = parent != NULL ? ff_window_of (parent) : NULL;
  g_autofree char *text = NULL;

  if (error != NULL || window == NULL)
    return FALSE;
  text = g_strdup_printf (ngettext ("%u mark of 0 recorded", "%u marks of 0 recorded", asked->n), asked->n);
  ff_window_toast_undo (window, text);
  return TRUE;
}

static void
on_reason_given (const char *reason, gpointer user_data)
{
  const Asked *asked = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get ((GWeakRef *) &asked->parent);
  Asked *writing = asked_copy (asked, parent);

  writing->reason = g_strdup (reason);
  ff_workspace_run (writing->workspace, _("Confirm missing commitments as 0"), confirm_work, confirm_done, writing, asked_free);
}

static gboolean
read_done (gpointer data, const GError *error)
{
  const Asked *asked = data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get ((GWeakRef *) &asked->parent);
  FfWindow *window = parent != NULL ? ff_window_of (parent) : NULL;

  if (error != NULL || window == NULL)
    return FALSE;
  if (asked->component_id == 0)
    ff_window_toast (window, _("No commitment that feeds a mark is overdue."));
  else
    ff_ask_window_open (parent, _("Confirm Missing as 0"), asked->explanation, _("Reason"), _("_Confirm"), on_reason_given,
                        asked_copy (asked, parent), asked_free);
  return TRUE;
}

void
ff_confirm_missing_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  Asked *asked;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  asked = g_new0 (Asked, 1);
  g_weak_ref_init (&asked->parent, parent);
  asked->workspace = g_object_ref (workspace);
  asked->run_id = run_id;
  ff_workspace_read (workspace, read_work, read_done, asked, asked_free, NULL);
}
