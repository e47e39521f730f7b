#include "config.h"

#include "ff-calendar-block.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-tag.h"

#define LEFT 10 /* with the bar of the class's colour */
#define RIGHT 4
#define TOP 3
#define GAP 6
#define ICON_SIZE 14
#define ICON_MARGIN 3

/* From the top down; the title may take several lines. */
enum
{
  FROM,
  TO, /* beside it, where there is room */
  TITLE,
  CODE,
  VENUE,
  TRAINERS,
  N_TEXTS,
};

static const char *const text_classes[N_TEXTS] = { "block-time", "block-time", "block-title", "block-code", "block-detail", "block-detail" };

struct _FfCalendarBlock
{
  GtkWidget parent_instance;

  GtkWidget *texts[N_TEXTS]; /* GtkInscription: a new text never moves its neighbours */
  GtkWidget *icon;           /* of a clash; made when first needed */
  gint64 session_id;
  gboolean line;
  gboolean struck;
};

G_DEFINE_FINAL_TYPE (FfCalendarBlock, ff_calendar_block, GTK_TYPE_WIDGET)

const char *
ff_calendar_session_title (const FfCalendarSession *session)
{
  return session->title != NULL && *session->title != '\0' ? session->title : session->run_title;
}

char *
ff_calendar_session_times (FfMinute from, FfMinute to)
{
  g_autofree char *start = ff_format_clock (from);
  g_autofree char *end = ff_format_clock (to);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (ff_time_day (from) == ff_time_day (to - 1))
    /* Translators: two times of one day. */
    return g_strdup_printf (_("%s–%s"), start, end);
  first = ff_format_day_short (ff_time_day (from));
  last = ff_format_day_short (ff_time_day (to));
  /* Translators: a day, a time, another day, a time. */
  return g_strdup_printf (_("%s %s – %s %s"), first, start, last, end);
}

/* What a screen reader says: everything, whether it fits or not. */
static char *
make_name (const FfCalendarSession *session)
{
  g_autofree char *day = ff_format_day_short (ff_time_day (session->starts_at));
  g_autofree char *times = ff_calendar_session_times (session->starts_at, session->ends_at);
  g_autofree char *trainers = session->trainers != NULL ? ff_format_names (session->trainers) : NULL;
  GString *name = g_string_new (NULL);

  g_string_append_printf (name, "%s, %s, %s, %s", ff_calendar_session_title (session), session->run_code, day, times);
  if (session->venue != NULL)
    g_string_append_printf (name, ", %s", session->venue);
  if (trainers != NULL)
    g_string_append_printf (name, ", %s", trainers);
  if (session->provisional)
    g_string_append_printf (name, ", %s", C_("session", "provisional"));
  if (session->cancelled)
    g_string_append_printf (name, ", %s", C_("session", "cancelled"));
  if (session->clash)
    g_string_append_printf (name, ", %s", C_("session", "clash"));
  return g_string_free (name, FALSE);
}

static void
set_classes (FfCalendarBlock *self, const FfCalendarSession *session)
{
  const char *classes[7];
  gsize n = 0;

  classes[n++] = "block";
  classes[n++] = ff_class_colour (session->run_id);
  if (session->provisional)
    classes[n++] = "provisional";
  if (session->cancelled)
    classes[n++] = "cancelled";
  if (session->clash)
    classes[n++] = "clash";
  if (self->line)
    classes[n++] = "line";
  classes[n] = NULL;
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

/* An inscription draws neither the style sheet's text-decoration nor leaves words unhyphened by itself. */
static void
set_title_attributes (FfCalendarBlock *self, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->struck = struck;
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->texts[TITLE]), attributes);
}

static void
set_icon (FfCalendarBlock *self, gboolean clash)
{
  if (self->icon == NULL && clash)
    {
      self->icon = gtk_image_new_from_icon_name ("ff-clash-symbolic");
      gtk_image_set_pixel_size (GTK_IMAGE (self->icon), ICON_SIZE);
      gtk_widget_add_css_class (self->icon, "block-clash");
      gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
    }
  if (self->icon != NULL)
    gtk_widget_set_visible (self->icon, clash);
}

void
ff_calendar_block_bind (FfCalendarBlock *self, const FfCalendarSession *session, gboolean line)
{
  g_autofree char *name = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *until = NULL;
  g_autofree char *trainers = NULL;
  const char *texts[N_TEXTS];

  g_return_if_fail (FF_IS_CALENDAR_BLOCK (self));
  g_return_if_fail (session != NULL);

  name = make_name (session);
  from = ff_format_clock (session->starts_at);
  to = ff_format_clock (session->ends_at);
  until = g_strdup_printf ("–%s", to);
  trainers = session->trainers != NULL ? ff_format_names (session->trainers) : NULL;
  texts[FROM] = from;
  texts[TO] = until;
  texts[TITLE] = ff_calendar_session_title (session);
  texts[CODE] = session->run_code;
  texts[VENUE] = session->venue != NULL ? session->venue : session->online ? C_("session form", "Online") : "";
  texts[TRAINERS] = trainers != NULL ? trainers : "";

  self->session_id = session->id;
  self->line = line;
  set_classes (self, session);
  if (self->struck != session->cancelled)
    set_title_attributes (self, session->cancelled);
  set_icon (self, session->clash && !session->cancelled);
  for (int i = 0; i < N_TEXTS; i++)
    gtk_inscription_set_text (GTK_INSCRIPTION (self->texts[i]), texts[i]);
  gtk_widget_set_css_classes (self->texts[CODE], (const char *[]) { "block-code", "class-code", ff_class_colour (session->run_id), NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gint64
ff_calendar_block_get_session (FfCalendarBlock *self)
{
  g_return_val_if_fail (FF_IS_CALENDAR_BLOCK (self), 0);
  return self->session_id;
}

/* Layout ------------------------------------------------------------------------------------------------------------ */

static const char *
get_text (FfCalendarBlock *self, int i)
{
  return gtk_inscription_get_text (GTK_INSCRIPTION (self->texts[i]));
}

static PangoLayout *
create_layout (FfCalendarBlock *self, int i)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->texts[i], get_text (self, i));

  pango_layout_set_attributes (layout, gtk_inscription_get_attributes (GTK_INSCRIPTION (self->texts[i])));
  return layout;
}

static int
get_text_width (FfCalendarBlock *self, int i)
{
  g_autoptr (PangoLayout) layout = create_layout (self, i);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 1;
}

/* The height of one line of this very text: other scripts have other fonts. */
static int
get_line_height (FfCalendarBlock *self, int i)
{
  g_autoptr (PangoLayout) layout = create_layout (self, i);
  int height;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* The height of as many whole lines as @room holds; 0: not even one. */
static int
get_lines_height (FfCalendarBlock *self, int i, int width, int room)
{
  g_autoptr (PangoLayout) layout = create_layout (self, i);
  int height;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, MAX (room, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height <= room ? height : 0;
}

static void
place (FfCalendarBlock *self, int i, int x, int y, int width, int height)
{
  gboolean shown = width > 0 && height > 0;

  gtk_widget_set_child_visible (self->texts[i], shown);
  if (!shown)
    return;
  gtk_widget_measure (self->texts[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->texts[i], &(GtkAllocation) { x, y, width, height }, -1);
}

static gboolean
shows_icon (FfCalendarBlock *self)
{
  return self->icon != NULL && gtk_widget_get_visible (self->icon);
}

static void
place_icon (FfCalendarBlock *self, int width, int y)
{
  int least, natural;

  if (!shows_icon (self))
    return;
  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  gtk_widget_measure (self->icon, GTK_ORIENTATION_VERTICAL, -1, &least, &natural, NULL, NULL);
  gtk_widget_size_allocate (self->icon, &(GtkAllocation) { width - ICON_MARGIN - natural, y, natural, natural }, -1);
}

static void
allocate_line (FfCalendarBlock *self, int width, int height)
{
  int line = get_line_height (self, TITLE);
  int y = MAX ((height - line) / 2, 0);
  int room = width - LEFT - RIGHT - (shows_icon (self) ? ICON_SIZE + RIGHT : 0);
  int clock = get_text_width (self, FROM);

  for (int i = TO; i < N_TEXTS; i++)
    place (self, i, 0, 0, 0, 0);
  if (room < clock * 2)
    clock = -GAP;
  place (self, FROM, LEFT, y, clock, line);
  place (self, TITLE, LEFT + clock + GAP, y, room - clock - GAP, line);
  place_icon (self, width, MAX ((height - ICON_SIZE) / 2, 0));
}

/* The title may have what the other lines leave it, but it comes before them. */
static void
allocate_block (FfCalendarBlock *self, int width, int height)
{
  int room = width - LEFT - RIGHT;
  int first = get_line_height (self, FROM);
  int clock = get_text_width (self, FROM);
  int until = get_text_width (self, TO);
  int icon = shows_icon (self) ? ICON_SIZE + ICON_MARGIN - RIGHT : 0;
  gboolean timed = clock + icon <= room;
  int y = TOP, title;

  place (self, FROM, LEFT, y, timed ? clock : 0, first);
  place (self, TO, LEFT + clock, y, clock + until + icon <= room ? until : 0, first);
  place_icon (self, width, y);
  y += timed || icon > 0 ? first : 0;
  title = get_lines_height (self, TITLE, room, height - y - TOP / 2);
  place (self, TITLE, LEFT, y, room, title);
  y += title;
  for (int i = CODE; i < N_TEXTS; i++)
    {
      int detail = get_line_height (self, i);
      gboolean fits = y + detail <= height - TOP / 2 && *get_text (self, i) != '\0';

      place (self, i, LEFT, y, room, fits ? detail : 0);
      y += fits ? detail : 0;
    }
}

static void
ff_calendar_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfCalendarBlock *self = FF_CALENDAR_BLOCK (widget);

  if (self->line || height < TOP + get_line_height (self, FROM) + get_line_height (self, TITLE))
    allocate_line (self, width, height);
  else
    allocate_block (self, width, height);
  /* A popover that hangs on a widget without a layout manager is placed by that widget, and grows with what it shows. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

/* Whoever places a block knows the time it takes; it asks for nothing itself. */
static void
ff_calendar_block_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
ff_calendar_block_dispose (GObject *object)
{
  FfCalendarBlock *self = FF_CALENDAR_BLOCK (object);

  /* An inscription of GTK 4.8 keeps its attributes for ever. */
  if (self->texts[TITLE] != NULL)
    gtk_inscription_set_attributes (GTK_INSCRIPTION (self->texts[TITLE]), NULL);
  for (int i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  G_OBJECT_CLASS (ff_calendar_block_parent_class)->dispose (object);
}

static void
ff_calendar_block_class_init (FfCalendarBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_calendar_block_dispose;
  widget_class->size_allocate = ff_calendar_block_size_allocate;
  widget_class->measure = ff_calendar_block_measure;
  gtk_widget_class_set_css_name (widget_class, "session-block");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
ff_calendar_block_init (FfCalendarBlock *self)
{
  for (int i = 0; i < N_TEXTS; i++)
    {
      self->texts[i] = gtk_inscription_new (NULL);
      gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->texts[i]), 1);
      gtk_inscription_set_yalign (GTK_INSCRIPTION (self->texts[i]), 0);
      gtk_inscription_set_xalign (GTK_INSCRIPTION (self->texts[i]), 0);
      gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (self->texts[i]), PANGO_WRAP_WORD_CHAR);
      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->texts[i]), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->texts[i], text_classes[i]);
      gtk_widget_set_can_target (self->texts[i], FALSE);
      gtk_widget_set_parent (self->texts[i], GTK_WIDGET (self));
    }
  set_title_attributes (self, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ff_calendar_block_new (void)
{
  return g_object_new (FF_TYPE_CALENDAR_BLOCK, NULL);
}
