#include "config.h"

#include "ff-run-tab.h"

typedef struct
{
  FfRunContext *context;
  gboolean stale; /* the figures changed while the tab was hidden */
  gint64 wanted_session;
} FfRunTabPrivate;

enum
{
  PROP_CONTEXT = 1,
};

static GParamSpec *context_property;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FfRunTab, ff_run_tab, FF_TYPE_PAGE)

#define PRIVATE(self) ((FfRunTabPrivate *) ff_run_tab_get_instance_private (self))

static void
catch_up (FfRunTab *self)
{
  FfRunTabPrivate *priv = PRIVATE (self);
  FfClassFigures *figures = ff_run_tab_get_figures (self);
  FfRunTabClass *klass = FF_RUN_TAB_GET_CLASS (self);

  if (figures == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (priv->stale)
    {
      priv->stale = FALSE;
      klass->update (self, figures);
    }
  if (priv->wanted_session != 0 && klass->show_session != NULL)
    klass->show_session (self, priv->wanted_session);
  priv->wanted_session = 0;
}

static void
on_figures_changed (FfRunTab *self)
{
  PRIVATE (self)->stale = TRUE;
  catch_up (self);
}

static void
ff_run_tab_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ff_run_tab_parent_class)->map (widget);
  catch_up (FF_RUN_TAB (widget));
}

static void
ff_run_tab_constructed (GObject *object)
{
  FfRunTabPrivate *priv = PRIVATE (FF_RUN_TAB (object));

  G_OBJECT_CLASS (ff_run_tab_parent_class)->constructed (object);
  g_signal_connect_object (priv->context, "figures-changed", G_CALLBACK (on_figures_changed), object, G_CONNECT_SWAPPED);
}

static void
ff_run_tab_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_CONTEXT)
    g_value_set_object (value, PRIVATE (FF_RUN_TAB (object))->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
ff_run_tab_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (property == PROP_CONTEXT)
    PRIVATE (FF_RUN_TAB (object))->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
ff_run_tab_finalize (GObject *object)
{
  g_clear_object (&PRIVATE (FF_RUN_TAB (object))->context);
  G_OBJECT_CLASS (ff_run_tab_parent_class)->finalize (object);
}

static void
ff_run_tab_class_init (FfRunTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ff_run_tab_constructed;
  object_class->get_property = ff_run_tab_get_property;
  object_class->set_property = ff_run_tab_set_property;
  object_class->finalize = ff_run_tab_finalize;
  GTK_WIDGET_CLASS (klass)->map = ff_run_tab_map;

  context_property = g_param_spec_object ("context", NULL, NULL, FF_TYPE_RUN_CONTEXT,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_CONTEXT, context_property);
}

static void
ff_run_tab_init (FfRunTab *self)
{
  PRIVATE (self)->stale = TRUE;
}

FfRunContext *
ff_run_tab_get_context (FfRunTab *self)
{
  g_return_val_if_fail (FF_IS_RUN_TAB (self), NULL);
  return PRIVATE (self)->context;
}

FfClassFigures *
ff_run_tab_get_figures (FfRunTab *self)
{
  g_return_val_if_fail (FF_IS_RUN_TAB (self), NULL);
  return ff_run_context_get_figures (PRIVATE (self)->context);
}

void
ff_run_tab_show_session (FfRunTab *self, gint64 session_id)
{
  g_return_if_fail (FF_IS_RUN_TAB (self));

  PRIVATE (self)->wanted_session = session_id;
  catch_up (self);
}
