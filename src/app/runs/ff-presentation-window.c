#include "config.h"

#include "ff-presentation-window.h"

#include <glib/gi18n-lib.h>

#include "ff-fit-board.h"
#include "ff-format.h"
#include "ff-presentation.h"
#include "ff-run-context.h"

/* The minute shown is never older than this. */
#define CLOCK_SECONDS 2

struct _FfPresentationWindow
{
  AdwWindow parent_instance;

  GtkLabel *class_title;
  GtkLabel *session;
  GtkLabel *count;
  GtkLabel *clock;
  GtkStack *stack;
  FfFitBoard *names;
  FfFitBoard *progress;
  GtkLabel *nothing;

  FfRunContext *context;
  FfMinute shown_at; /* the minute that the clock shows */
  gboolean progressing; /* the second view */
  gboolean dark;
  guint clock_id;
};

G_DEFINE_FINAL_TYPE (FfPresentationWindow, ff_presentation_window, ADW_TYPE_WINDOW)

/* The two views ------------------------------------------------------------------------------------------------------ */

static void
show_names (FfPresentationWindow *self, const FfPresentation *presentation)
{
  ff_fit_board_clear (self->names);
  for (guint i = 0; i < presentation->people->len; i++)
    {
      const FfPresentationPerson *person = g_ptr_array_index (presentation->people, i);
      g_autofree char *here = person->here ? g_strdup_printf ("✓ %s", person->name) : NULL;
      const char *state = person->here ? _("checked in") : _("not yet checked in");
      /* Translators: a name, and whether this person has checked in; for a screen reader. */
      g_autofree char *spoken = presentation->register_open ? g_strdup_printf (_("%s, %s"), person->name, state) : NULL;

      ff_fit_board_add (self->names, here != NULL ? here : person->name, person->team, person->here ? "here" : NULL, spoken);
    }
}

static void
add_count (FfPresentationWindow *self, const FfPresentation *presentation, guint team, guint component)
{
  const FfPresentationCount *count = &presentation->counts[team * presentation->components->len + component];
  /* Translators: how many of a team are assessed. */
  g_autofree char *text = g_strdup_printf (C_("assessed in a team", "%u of %u"), count->done, count->of);
  /* Translators: a team, how many of how many are assessed, in which component; for a screen reader. */
  g_autofree char *spoken = g_strdup_printf (_("%s: %u of %u assessed in %s"), (const char *) g_ptr_array_index (presentation->teams, team),
                                             count->done, count->of, (const char *) g_ptr_array_index (presentation->components, component));

  ff_fit_board_add (self->progress, text, NULL, count->done == count->of ? "here" : NULL, spoken);
}

static void
show_progress (FfPresentationWindow *self, const FfPresentation *presentation)
{
  ff_fit_board_clear (self->progress);
  ff_fit_board_set_columns (self->progress, presentation->components->len + 1);
  ff_fit_board_add_heading (self->progress, C_("presentation", "Assessed"));
  for (guint i = 0; i < presentation->components->len; i++)
    ff_fit_board_add_heading (self->progress, g_ptr_array_index (presentation->components, i));
  for (guint i = 0; i < presentation->teams->len; i++)
    {
      ff_fit_board_add_heading (self->progress, g_ptr_array_index (presentation->teams, i));
      for (guint k = 0; k < presentation->components->len; k++)
        add_count (self, presentation, i, k);
    }
}

static void
show_view (FfPresentationWindow *self, const FfPresentation *presentation)
{
  const char *nothing = NULL;

  if (self->progressing && presentation->components->len == 0)
    nothing = _("Nothing is assessed in this class.");
  else if (presentation->people->len == 0)
    nothing = _("Nobody is enrolled yet.");
  gtk_label_set_label (self->nothing, nothing != NULL ? nothing : "");
  gtk_stack_set_visible_child_name (self->stack, nothing != NULL ? "nothing" : self->progressing ? "progress" : "names");
}

static void
show_head (FfPresentationWindow *self, const FfPresentation *presentation)
{
  g_autofree char *clock = ff_format_clock (self->shown_at);
  g_autofree char *count = NULL;

  if (presentation->register_open && !self->progressing)
    /* Translators: how many of those expected have checked in. */
    count = g_strdup_printf (ngettext ("%u of %u here", "%u of %u here", presentation->people->len), presentation->here,
                             presentation->people->len);
  gtk_window_set_title (GTK_WINDOW (self), presentation->title);
  gtk_label_set_label (self->class_title, presentation->title);
  gtk_label_set_label (self->session, presentation->session != NULL ? presentation->session : _("No session is to come."));
  gtk_label_set_label (self->count, count != NULL ? count : "");
  gtk_label_set_label (self->clock, clock);
}

static void
show (FfPresentationWindow *self)
{
  const FfClassFigures *figures = ff_run_context_get_figures (self->context);
  g_autoptr (FfPresentation) presentation = NULL;

  self->shown_at = ff_time_now ();
  if (figures == NULL)
    return;
  presentation = ff_presentation_new (figures, self->shown_at);
  show_head (self, presentation);
  show_names (self, presentation);
  show_progress (self, presentation);
  show_view (self, presentation);
}

static gboolean
on_tick (gpointer user_data)
{
  FfPresentationWindow *self = user_data;

  if (ff_time_now () != self->shown_at)
    show (self);
  return G_SOURCE_CONTINUE;
}

/* Keys --------------------------------------------------------------------------------------------------------------- */

static void
set_dark (FfPresentationWindow *self, gboolean dark)
{
  self->dark = dark;
  if (dark)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark");
}

static void
set_progressing (FfPresentationWindow *self, gboolean progressing)
{
  self->progressing = progressing;
  show (self);
}

/* Before the window takes the arrows to move the focus, of which there is none here. */
static gboolean
on_key (FfPresentationWindow *self, guint key, guint code, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_1:
    case GDK_KEY_KP_1:
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      set_progressing (self, FALSE);
      return TRUE;
    case GDK_KEY_2:
    case GDK_KEY_KP_2:
    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      set_progressing (self, TRUE);
      return TRUE;
    case GDK_KEY_d:
    case GDK_KEY_D:
      set_dark (self, !self->dark);
      return TRUE;
    case GDK_KEY_Escape:
    case GDK_KEY_F5:
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

/* The window --------------------------------------------------------------------------------------------------------- */

static void
ff_presentation_window_dispose (GObject *object)
{
  FfPresentationWindow *self = FF_PRESENTATION_WINDOW (object);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ff_presentation_window_parent_class)->dispose (object);
}

static void
ff_presentation_window_class_init (FfPresentationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_presentation_window_dispose;
  g_type_ensure (FF_TYPE_FIT_BOARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-presentation-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPresentationWindow, class_title);
  gtk_widget_class_bind_template_child (widget_class, FfPresentationWindow, session);
  gtk_widget_class_bind_template_child (widget_class, FfPresentationWindow, count);
  gtk_widget_class_bind_template_child (widget_class, FfPresentationWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, FfPresentationWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfPresentationWindow, names);
  gtk_widget_class_bind_template_child (widget_class, FfPresentationWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, FfPresentationWindow, nothing);
}

static void
ff_presentation_window_init (FfPresentationWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  set_dark (self, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  self->clock_id = g_timeout_add_seconds (CLOCK_SECONDS, on_tick, self);
}

/* A screen that the parent is not on; NULL: there is only one. */
static GdkMonitor *
find_other_monitor (GtkWidget *parent)
{
  GdkDisplay *display = gtk_widget_get_display (parent);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (parent));
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

FfPresentationWindow *
ff_presentation_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  FfPresentationWindow *self;
  g_autoptr (GdkMonitor) monitor = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && FF_IS_WORKSPACE (workspace), NULL);

  monitor = find_other_monitor (parent);
  self = g_object_new (FF_TYPE_PRESENTATION_WINDOW, NULL);
  /* A class that is gone leaves what stands there: no message may come over the picture. */
  self->context = ff_run_context_new (workspace, run_id);
  g_signal_connect_object (self->context, "figures-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  /* Not over its parent, where somebody may go on recording meanwhile, and yet not longer there than that. */
  g_signal_connect_object (gtk_widget_get_root (parent), "destroy", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
