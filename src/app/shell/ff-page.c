#include "config.h"

#include "ff-page.h"

typedef struct
{
  FfWorkspace *workspace;
  char *title;
  char *subtitle;
  char *primary_label;
  char *primary_icon;
  char *primary_action;
  GMenuModel *menu;
  GtkWidget *controls;
  FfPage *subpage; /* a descendant: its container owns it */
  gboolean can_search;
  GSimpleActionGroup *actions;
  int width; /* as allocated last */
  guint resized_idle;
} FfPagePrivate;

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_PRIMARY_LABEL,
  PROP_PRIMARY_ICON,
  PROP_PRIMARY_ACTION,
  PROP_MENU,
  PROP_CONTROLS,
  PROP_CAN_SEARCH,
  PROP_SUBPAGE,
} FfPageProperty;

static GParamSpec *properties[PROP_SUBPAGE + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FfPage, ff_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((FfPagePrivate *) ff_page_get_instance_private (self))

static void
set_string (FfPage *self, char **member, const char *value, FfPageProperty property)
{
  if (g_strcmp0 (*member, value) == 0)
    return;
  g_free (*member);
  *member = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_can_search (FfPage *self, gboolean can_search)
{
  FfPagePrivate *priv = PRIVATE (self);

  if (priv->can_search == can_search)
    return;
  priv->can_search = can_search;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_SEARCH]);
}

static void
ff_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  FfPagePrivate *priv = PRIVATE (FF_PAGE (object));

  switch ((FfPageProperty) property)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_PRIMARY_LABEL:
      g_value_set_string (value, priv->primary_label);
      break;
    case PROP_PRIMARY_ICON:
      g_value_set_string (value, priv->primary_icon);
      break;
    case PROP_PRIMARY_ACTION:
      g_value_set_string (value, priv->primary_action);
      break;
    case PROP_MENU:
      g_value_set_object (value, priv->menu);
      break;
    case PROP_CONTROLS:
      g_value_set_object (value, priv->controls);
      break;
    case PROP_CAN_SEARCH:
      g_value_set_boolean (value, priv->can_search);
      break;
    case PROP_SUBPAGE:
      g_value_set_object (value, priv->subpage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ff_page_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  FfPage *self = FF_PAGE (object);
  FfPagePrivate *priv = PRIVATE (self);

  switch ((FfPageProperty) property)
    {
    case PROP_WORKSPACE:
      priv->workspace = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      ff_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      ff_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_PRIMARY_LABEL:
      set_string (self, &priv->primary_label, g_value_get_string (value), PROP_PRIMARY_LABEL);
      break;
    case PROP_PRIMARY_ICON:
      set_string (self, &priv->primary_icon, g_value_get_string (value), PROP_PRIMARY_ICON);
      break;
    case PROP_PRIMARY_ACTION:
      set_string (self, &priv->primary_action, g_value_get_string (value), PROP_PRIMARY_ACTION);
      break;
    case PROP_MENU:
      ff_page_set_menu (self, g_value_get_object (value));
      break;
    case PROP_CONTROLS:
      ff_page_set_controls (self, g_value_get_object (value));
      break;
    case PROP_CAN_SEARCH:
      set_can_search (self, g_value_get_boolean (value));
      break;
    case PROP_SUBPAGE:
      ff_page_set_subpage (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static gboolean
on_resized_idle (gpointer user_data)
{
  FfPage *self = user_data;
  FfPagePrivate *priv = PRIVATE (self);

  priv->resized_idle = 0;
  FF_PAGE_GET_CLASS (self)->resized (self, priv->width);
  return G_SOURCE_REMOVE;
}

static void
ff_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                 int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
ff_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfPage *self = FF_PAGE (widget);
  FfPagePrivate *priv = PRIVATE (self);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
  if (width == priv->width)
    return;
  priv->width = width;
  if (FF_PAGE_GET_CLASS (self)->resized != NULL && priv->resized_idle == 0)
    priv->resized_idle = g_idle_add (on_resized_idle, self);
}

static void
ff_page_dispose (GObject *object)
{
  FfPagePrivate *priv = PRIVATE (FF_PAGE (object));

  g_clear_handle_id (&priv->resized_idle, g_source_remove);
  g_clear_weak_pointer (&priv->subpage);
  G_OBJECT_CLASS (ff_page_parent_class)->dispose (object);
}

static void
ff_page_finalize (GObject *object)
{
  FfPagePrivate *priv = PRIVATE (FF_PAGE (object));

  g_clear_object (&priv->workspace);
  g_clear_object (&priv->menu);
  g_clear_object (&priv->controls);
  g_clear_object (&priv->actions);
  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->primary_label);
  g_free (priv->primary_icon);
  g_free (priv->primary_action);
  G_OBJECT_CLASS (ff_page_parent_class)->finalize (object);
}

static void
ff_page_class_init (FfPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ff_page_get_property;
  object_class->set_property = ff_page_set_property;
  object_class->dispose = ff_page_dispose;
  object_class->finalize = ff_page_finalize;
  GTK_WIDGET_CLASS (klass)->measure = ff_page_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ff_page_size_allocate;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, FF_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_PRIMARY_LABEL] = g_param_spec_string ("primary-label", NULL, NULL, NULL, flags);
  properties[PROP_PRIMARY_ICON] = g_param_spec_string ("primary-icon", NULL, NULL, NULL, flags);
  properties[PROP_PRIMARY_ACTION] = g_param_spec_string ("primary-action", NULL, NULL, NULL, flags);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  properties[PROP_CONTROLS] = g_param_spec_object ("controls", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CAN_SEARCH] = g_param_spec_boolean ("can-search", NULL, NULL, FALSE, flags);
  properties[PROP_SUBPAGE] = g_param_spec_object ("subpage", NULL, NULL, FF_TYPE_PAGE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_page_init (FfPage *self)
{
  PRIVATE (self)->actions = g_simple_action_group_new ();
  /* The layout of AdwBin would keep the page's width from it. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

FfWorkspace *
ff_page_get_workspace (FfPage *self)
{
  g_return_val_if_fail (FF_IS_PAGE (self), NULL);
  return PRIVATE (self)->workspace;
}

const char *
ff_page_get_title (FfPage *self)
{
  g_return_val_if_fail (FF_IS_PAGE (self), NULL);
  return PRIVATE (self)->title;
}

void
ff_page_set_title (FfPage *self, const char *title)
{
  g_return_if_fail (FF_IS_PAGE (self));
  set_string (self, &PRIVATE (self)->title, title, PROP_TITLE);
}

const char *
ff_page_get_subtitle (FfPage *self)
{
  g_return_val_if_fail (FF_IS_PAGE (self), NULL);
  return PRIVATE (self)->subtitle;
}

void
ff_page_set_subtitle (FfPage *self, const char *subtitle)
{
  g_return_if_fail (FF_IS_PAGE (self));
  set_string (self, &PRIVATE (self)->subtitle, subtitle, PROP_SUBTITLE);
}

void
ff_page_set_primary (FfPage *self, const char *label, const char *icon, const char *action)
{
  FfPagePrivate *priv;

  g_return_if_fail (FF_IS_PAGE (self));

  priv = PRIVATE (self);
  set_string (self, &priv->primary_label, label, PROP_PRIMARY_LABEL);
  set_string (self, &priv->primary_icon, icon, PROP_PRIMARY_ICON);
  set_string (self, &priv->primary_action, action, PROP_PRIMARY_ACTION);
}

void
ff_page_set_menu (FfPage *self, GMenuModel *menu)
{
  g_return_if_fail (FF_IS_PAGE (self));

  if (g_set_object (&PRIVATE (self)->menu, menu))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MENU]);
}

void
ff_page_set_controls (FfPage *self, GtkWidget *controls)
{
  g_return_if_fail (FF_IS_PAGE (self));
  g_return_if_fail (controls == NULL || GTK_IS_WIDGET (controls));

  if (g_set_object (&PRIVATE (self)->controls, controls))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTROLS]);
}

/* What is innermost is another, however deep: whoever shows the outermost page hears of it. */
static void
on_subpage_of_subpage (FfPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBPAGE]);
}

void
ff_page_set_subpage (FfPage *self, FfPage *subpage)
{
  FfPagePrivate *priv;

  g_return_if_fail (FF_IS_PAGE (self));
  g_return_if_fail (subpage == NULL || FF_IS_PAGE (subpage));

  priv = PRIVATE (self);
  if (priv->subpage == subpage)
    return;
  if (priv->subpage != NULL)
    g_signal_handlers_disconnect_by_func (priv->subpage, on_subpage_of_subpage, self);
  g_set_weak_pointer (&priv->subpage, subpage);
  if (subpage != NULL)
    g_signal_connect_object (subpage, "notify::subpage", G_CALLBACK (on_subpage_of_subpage), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBPAGE]);
}

FfPage *
ff_page_get_visible (FfPage *self)
{
  g_return_val_if_fail (FF_IS_PAGE (self), NULL);

  return PRIVATE (self)->subpage != NULL ? ff_page_get_visible (PRIVATE (self)->subpage) : self;
}

GActionMap *
ff_page_get_actions (FfPage *self)
{
  g_return_val_if_fail (FF_IS_PAGE (self), NULL);
  return G_ACTION_MAP (PRIVATE (self)->actions);
}

void
ff_page_search (FfPage *self, const char *text)
{
  g_return_if_fail (FF_IS_PAGE (self));
  g_return_if_fail (text != NULL);

  if (FF_PAGE_GET_CLASS (self)->search != NULL)
    FF_PAGE_GET_CLASS (self)->search (self, text);
}

void
ff_page_shown (FfPage *self)
{
  g_return_if_fail (FF_IS_PAGE (self));

  if (FF_PAGE_GET_CLASS (self)->shown != NULL)
    FF_PAGE_GET_CLASS (self)->shown (self);
}

void
ff_page_fit_tabs (AdwViewSwitcher *tabs, int width)
{
  int wide;

  g_return_if_fail (ADW_IS_VIEW_SWITCHER (tabs));

  adw_view_switcher_set_policy (tabs, ADW_VIEW_SWITCHER_POLICY_WIDE);
  gtk_widget_measure (GTK_WIDGET (tabs), GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  if (wide > width)
    adw_view_switcher_set_policy (tabs, ADW_VIEW_SWITCHER_POLICY_NARROW);
}
