#include "config.h"

#include "ff-grid-palette.h"

#include "ff-compat.h"

/* More different texts than any class shows at a time; beyond, they are laid out again. */
#define MOST_TEXTS 4096
#define AWARD_SCALE 1.2
#define TAG_SCALE 0.9
#define SUPERSCRIPT_SCALE 0.75
#define SUPERSCRIPT_RISE 4000
#define DOT_SPACING 768

/* An ink node: nobody sees it, it only has a colour. */
#define FF_TYPE_GRID_SWATCH (ff_grid_swatch_get_type ())
G_DECLARE_FINAL_TYPE (FfGridSwatch, ff_grid_swatch, FF, GRID_SWATCH, GtkWidget)

struct _FfGridSwatch
{
  GtkWidget parent_instance;

  FfGridPalette *palette;
};

G_DEFINE_FINAL_TYPE (FfGridSwatch, ff_grid_swatch, GTK_TYPE_WIDGET)

struct _FfGridPalette
{
  GtkWidget *owner;
  void (*changed) (GtkWidget *owner);

  GtkWidget *swatches[FF_GRID_N_INKS];
  GdkRGBA colors[FF_GRID_N_INKS];
  gboolean known; /* the colours are the style's */
  GHashTable *texts; /* key → FfGridText */
  GString *key; /* kept for its memory */
};

static const char *const ink_classes[FF_GRID_N_INKS] = {
  [FF_GRID_STYLE_NONE] = "plain",
  [FF_GRID_STYLE_PRESENT] = "present",
  [FF_GRID_STYLE_LATE] = "late",
  [FF_GRID_STYLE_LEFT_EARLY] = "left-early",
  [FF_GRID_STYLE_ABSENT] = "absent",
  [FF_GRID_STYLE_EXCUSED] = "excused",
  [FF_GRID_STYLE_UNRECORDED] = "unrecorded",
  [FF_GRID_STYLE_NOT_PLANNED] = "not-planned",
  [FF_GRID_STYLE_FAILED] = "failed",
  [FF_GRID_STYLE_DIM] = "dim",
  [FF_GRID_STYLE_AWARD] = "award",
  [FF_GRID_STYLE_AWARD_SO_FAR] = "award-so-far",
  [FF_GRID_INK_ITALIC] = "italic",
  [FF_GRID_INK_STRUCK] = "struck",
  [FF_GRID_INK_FADED] = "faded",
  [FF_GRID_INK_DOTS] = "dots",
  [FF_GRID_INK_TAG_MISSED] = "tag-missed",
  [FF_GRID_INK_TAG_MISSED_GROUND] = "tag-missed-ground",
  [FF_GRID_INK_TAG_SOON] = "tag-soon",
  [FF_GRID_INK_TAG_SOON_GROUND] = "tag-soon-ground",
  [FF_GRID_INK_LATE_GROUND] = "late-ground",
  [FF_GRID_INK_LEFT_EARLY_GROUND] = "left-early-ground",
  [FF_GRID_INK_ABSENT_GROUND] = "absent-ground",
  [FF_GRID_INK_EXCUSED_GROUND] = "excused-ground",
  [FF_GRID_INK_LINE] = "line",
  [FF_GRID_INK_STRONG_LINE] = "strong-line",
  [FF_GRID_INK_HATCH] = "hatch",
  [FF_GRID_INK_CORNER] = "corner",
};

static void
ff_grid_swatch_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  FfGridPalette *palette = FF_GRID_SWATCH (widget)->palette;

  GTK_WIDGET_CLASS (ff_grid_swatch_parent_class)->css_changed (widget, change);
  if (palette != NULL && palette->known)
    {
      ff_grid_palette_forget (palette);
      palette->changed (palette->owner);
    }
}

static void
ff_grid_swatch_class_init (FfGridSwatchClass *klass)
{
  GTK_WIDGET_CLASS (klass)->css_changed = ff_grid_swatch_css_changed;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "ink");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ff_grid_swatch_init (FfGridSwatch *self)
{
}

static void
text_free (gpointer data)
{
  FfGridText *text = data;

  g_clear_pointer (&text->node, gsk_render_node_unref);
  g_free (text);
}

FfGridPalette *
ff_grid_palette_new (GtkWidget *owner, void (*changed) (GtkWidget *owner))
{
  FfGridPalette *self = g_new0 (FfGridPalette, 1);

  self->owner = owner;
  self->changed = changed;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
  self->key = g_string_new (NULL);
  for (int i = 0; i < FF_GRID_N_INKS; i++)
    {
      self->swatches[i] = g_object_new (FF_TYPE_GRID_SWATCH, "css-classes", (const char *[]) { ink_classes[i], NULL }, NULL);
      FF_GRID_SWATCH (self->swatches[i])->palette = self;
      gtk_widget_set_child_visible (self->swatches[i], FALSE);
      gtk_widget_set_parent (self->swatches[i], owner);
    }

  return self;
}

void
ff_grid_palette_free (FfGridPalette *self)
{
  if (self == NULL)
    return;

  for (int i = 0; i < FF_GRID_N_INKS; i++)
    {
      FF_GRID_SWATCH (self->swatches[i])->palette = NULL;
      gtk_widget_unparent (self->swatches[i]);
    }
  g_hash_table_unref (self->texts);
  g_string_free (self->key, TRUE);
  g_free (self);
}

void
ff_grid_palette_forget (FfGridPalette *self)
{
  self->known = FALSE;
  g_hash_table_remove_all (self->texts);
}

static void
ensure_colors (FfGridPalette *self)
{
  if (self->known)
    return;

  for (int i = 0; i < FF_GRID_N_INKS; i++)
    ff_compat_get_color (self->swatches[i], &self->colors[i]);
  self->known = TRUE;
}

void
ff_grid_palette_get_color (FfGridPalette *self, FfGridInk ink, gboolean faded, GdkRGBA *color)
{
  ensure_colors (self);
  *color = self->colors[ink];
  if (faded)
    color->alpha *= self->colors[FF_GRID_INK_FADED].alpha;
}

gboolean
ff_grid_palette_get_ground (FfGridPalette *self, FfGridStyle style, gboolean faded, GdkRGBA *color)
{
  FfGridInk ink;

  switch (style)
    {
    case FF_GRID_STYLE_LATE:
      ink = FF_GRID_INK_LATE_GROUND;
      break;
    case FF_GRID_STYLE_LEFT_EARLY:
      ink = FF_GRID_INK_LEFT_EARLY_GROUND;
      break;
    case FF_GRID_STYLE_ABSENT:
      ink = FF_GRID_INK_ABSENT_GROUND;
      break;
    case FF_GRID_STYLE_EXCUSED:
      ink = FF_GRID_INK_EXCUSED_GROUND;
      break;
    case FF_GRID_STYLE_NONE:
    case FF_GRID_STYLE_PRESENT:
    case FF_GRID_STYLE_UNRECORDED:
    case FF_GRID_STYLE_NOT_PLANNED:
    case FF_GRID_STYLE_FAILED:
    case FF_GRID_STYLE_DIM:
    case FF_GRID_STYLE_AWARD:
    case FF_GRID_STYLE_AWARD_SO_FAR:
    default:
      return FALSE;
    }
  ff_grid_palette_get_color (self, ink, faded, color);

  return TRUE;
}

/* Texts ------------------------------------------------------------------------------------------------------- */

static gboolean
is_bold (FfGridStyle style, FfGridFlags flags)
{
  return (flags & FF_GRID_BOLD) != 0 || style == FF_GRID_STYLE_PRESENT || style == FF_GRID_STYLE_LATE ||
         style == FF_GRID_STYLE_LEFT_EARLY || style == FF_GRID_STYLE_ABSENT || style == FF_GRID_STYLE_EXCUSED ||
         style == FF_GRID_STYLE_FAILED;
}

/* The colour of a status says more than that of italics. */
static FfGridInk
find_ink (FfGridStyle style, FfGridFlags flags)
{
  if (style != FF_GRID_STYLE_NONE)
    return (FfGridInk) style;
  if ((flags & FF_GRID_ITALIC) != 0)
    return FF_GRID_INK_ITALIC;

  return (flags & FF_GRID_STRUCK) != 0 ? FF_GRID_INK_STRUCK : FF_GRID_INK_STYLES;
}

static PangoAttrList *
new_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Digits of one width, so that they stand below each other. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));

  return attributes;
}

static PangoAttrList *
describe_text (FfGridStyle style, FfGridFlags flags)
{
  PangoAttrList *attributes = new_attributes ();

  if (is_bold (style, flags))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if ((flags & FF_GRID_ITALIC) != 0)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  if ((flags & FF_GRID_STRUCK) != 0)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  if (style == FF_GRID_STYLE_AWARD || style == FF_GRID_STYLE_AWARD_SO_FAR)
    pango_attr_list_insert (attributes, pango_attr_scale_new (AWARD_SCALE));

  return attributes;
}

static void
raise_end (PangoAttrList *attributes, gsize start)
{
  PangoAttribute *raising[] = { pango_attr_rise_new (SUPERSCRIPT_RISE), pango_attr_scale_new (SUPERSCRIPT_SCALE) };

  for (gsize i = 0; i < G_N_ELEMENTS (raising); i++)
    {
      raising[i]->start_index = (guint) start;
      pango_attr_list_insert (attributes, raising[i]);
    }
}

/* @width -1: as wide as it is. */
static FfGridText
draw_text (FfGridPalette *self, const char *text, PangoAttrList *attributes, FfGridInk ink, gboolean faded, int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->owner, text);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  FfGridText drawn = { NULL };
  GdkRGBA color;

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (width >= 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &drawn.width, &drawn.height);
  ff_grid_palette_get_color (self, ink, faded, &color);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  drawn.node = gtk_snapshot_free_to_node (snapshot);

  return drawn;
}

static FfGridText *
find_text (FfGridPalette *self, char kind, int look, FfGridFlags flags, const char *text, const char *superscript)
{
  g_string_printf (self->key, "%c%d %d %s\t%s", kind, look, (int) flags, text, superscript != NULL ? superscript : "");

  return g_hash_table_lookup (self->texts, self->key->str);
}

/* Under the key that find_text() has just made. */
static FfGridText
keep_text (FfGridPalette *self, FfGridText text)
{
  if (g_hash_table_size (self->texts) >= MOST_TEXTS)
    g_hash_table_remove_all (self->texts);
  g_hash_table_insert (self->texts, g_strndup (self->key->str, self->key->len), g_memdup2 (&text, sizeof text));

  return text;
}

FfGridText
ff_grid_palette_get_text (FfGridPalette *self, const char *text, const char *superscript, FfGridStyle style, FfGridFlags flags)
{
  FfGridFlags shaping = flags & (FF_GRID_BOLD | FF_GRID_ITALIC | FF_GRID_STRUCK | FF_GRID_FADED);
  FfGridText *found;
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *whole = NULL;

  if (text[0] == '\0' && superscript == NULL)
    return (FfGridText) { NULL };
  found = find_text (self, 't', (int) style, shaping, text, superscript);
  if (found != NULL)
    return *found;

  attributes = describe_text (style, flags);
  if (superscript != NULL)
    {
      whole = g_strconcat (text, superscript, NULL);
      raise_end (attributes, strlen (text));
    }

  return keep_text (self, draw_text (self, whole != NULL ? whole : text, attributes, find_ink (style, flags),
                                     (flags & FF_GRID_FADED) != 0, -1));
}

FfGridText
ff_grid_palette_get_lead (FfGridPalette *self, const char *text, FfGridLead kind, FfGridFlags flags)
{
  FfGridText *found = find_text (self, 'l', (int) kind, flags & FF_GRID_FADED, text, NULL);
  FfGridInk ink = kind == FF_GRID_LEAD_TAG_MISSED ? FF_GRID_INK_TAG_MISSED
                  : kind == FF_GRID_LEAD_TAG_SOON ? FF_GRID_INK_TAG_SOON
                                                  : FF_GRID_INK_DOTS;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (found != NULL)
    return *found;

  attributes = new_attributes ();
  if (ink == FF_GRID_INK_DOTS)
    {
      pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (DOT_SPACING));
    }
  else
    {
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_scale_new (TAG_SCALE));
    }

  return keep_text (self, draw_text (self, text, attributes, ink, (flags & FF_GRID_FADED) != 0, -1));
}

FfGridText
ff_grid_palette_cut_text (FfGridPalette *self, const char *text, FfGridStyle style, FfGridFlags flags, int width)
{
  g_autoptr (PangoAttrList) attributes = describe_text (style, flags);

  return draw_text (self, text, attributes, find_ink (style, flags), (flags & FF_GRID_FADED) != 0, width);
}
