#include "config.h"

#include "ff-action-card.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-plot-types.h"
#include "ff-tag.h"

#define ID_KEY "ff-action-id"

/* Words ------------------------------------------------------------------------------------------------------------- */

/* A stored number with a typographic minus; @unit only when it is a sign that belongs to the number. */
static char *
format_number (const char *number, const char *unit)
{
  g_autoptr (GString) text = g_string_new (number);

  g_string_replace (text, "-", "−", 1);
  if (g_strcmp0 (unit, "%") == 0)
    g_string_append (text, " %");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_effect (const FfEffect *effect)
{
  FfPlotNumber number = { 0, TRUE, " %" };

  return ff_plot_number_format (&number, effect->percent);
}

/* What is measured, in the small type behind the numbers. */
static char *
describe_measure (const FfAction *action)
{
  const char *unit = g_strcmp0 (action->unit, "%") == 0 ? NULL : action->unit;
  const char *goal = action->after == NULL && action->goal != NULL ? C_ ("measure", "goal") : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (goal != NULL)
    g_ptr_array_add (parts, (gpointer) goal);
  if (unit != NULL)
    g_ptr_array_add (parts, (gpointer) unit);
  if (action->measure != NULL)
    g_ptr_array_add (parts, action->measure);
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between what is said of a measure: “goal, late replies”. */
  return g_strjoinv (C_ ("measure", ", "), (char **) parts->pdata);
}

/* What stands at the lower right: when it is due, how late it is, or when it was done. */
static char *
describe_state (const FfAction *action, FfDay today)
{
  g_autofree char *done = NULL;

  if (action->state == FF_ACTION_DROPPED)
    return g_strdup (C_ ("action", "Dropped"));
  if (action->state == FF_ACTION_DONE)
    {
      done = action->done_on != FF_NO_DAY ? ff_format_day_brief (action->done_on) : NULL;
      /* Translators: %s is a day. */
      return done != NULL ? g_strdup_printf (_ ("done %s"), done) : g_strdup (C_ ("action", "Done"));
    }
  if (action->due_on == FF_NO_DAY)
    return g_strdup (_ ("not dated"));
  if (action->due_on < today)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) (today - action->due_on)), (int) (today - action->due_on));
  return ff_format_day_short (action->due_on);
}

static gboolean
is_late (const FfAction *action, FfDay today)
{
  return action->state == FF_ACTION_OPEN && action->due_on != FF_NO_DAY && action->due_on < today;
}

/* The whole card in one breath. */
static char *
describe (const FfAction *action, FfDay today)
{
  g_autoptr (GString) text = g_string_new (action->title);
  g_autofree char *state = describe_state (action, today);
  FfEffect effect = ff_action_effect (action);

  if (action->level != 0)
    g_string_append_printf (text, ", %s", ff_level_title (action->level));
  if (action->before != NULL)
    /* Translators: what was measured before. */
    g_string_append_printf (text, _ (", before %s"), action->before);
  if (action->after != NULL)
    /* Translators: what was measured after. */
    g_string_append_printf (text, _ (", after %s"), action->after);
  else if (action->goal != NULL)
    /* Translators: what is aimed at. */
    g_string_append_printf (text, _ (", goal %s"), action->goal);
  if (effect.measured)
    g_string_append_printf (text, ", %s", effect.direction > 0 ? _ ("better") : effect.direction < 0 ? _ ("worse") : _ ("unchanged"));
  if (action->kept == FF_KEPT_YES)
    g_string_append_printf (text, ", %s", C_ ("action", "kept"));
  if (action->in_charge != NULL)
    g_string_append_printf (text, ", %s", action->in_charge);
  g_string_append_printf (text, ", %s", state);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Parts ------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_head (const FfAction *action)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (action->title);

  if (action->level != 0)
    {
      GtkWidget *badge = ff_level_badge_new (action->level);

      gtk_widget_set_valign (badge, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (head), badge);
    }
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (title, action->title);
  gtk_widget_add_css_class (title, "heading");
  if (action->state == FF_ACTION_DROPPED)
    gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (head), title);
  return head;
}

static void
append_number (GtkWidget *line, const char *number, const char *unit, const char *const *classes)
{
  g_autofree char *text = format_number (number, unit);
  GtkWidget *label = gtk_label_new (text);

  for (gsize i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (line), label);
}

static GtkWidget *
make_tag (const FfAction *action, const FfEffect *effect)
{
  g_autofree char *percent = NULL;

  if (action->kept == FF_KEPT_YES)
    return ff_tag_new (C_ ("action", "kept"), "object-select-symbolic", FF_TONE_GOOD);
  if (!effect->measured || !effect->has_percent)
    return NULL;
  percent = format_effect (effect);
  return ff_tag_new (percent, NULL, effect->direction > 0 ? FF_TONE_GOOD : effect->direction < 0 ? FF_TONE_BAD : FF_TONE_NEUTRAL);
}

/* “38 › 24 per month −37 %”; NULL where nothing is measured. */
static GtkWidget *
make_measure (const FfAction *action)
{
  static const char *const before_classes[] = { "measure-before", "numeric", NULL };
  static const char *const goal_classes[] = { "measure-goal", "numeric", NULL };
  static const char *const better_classes[] = { "measure-after", "numeric", "success", NULL };
  static const char *const worse_classes[] = { "measure-after", "numeric", "error", NULL };
  static const char *const same_classes[] = { "measure-after", "numeric", NULL };
  FfEffect effect = ff_action_effect (action);
  GtkWidget *line, *tag = make_tag (action, &effect), *measure;
  g_autofree char *text = describe_measure (action);

  if (action->before == NULL && action->goal == NULL && action->after == NULL && tag == NULL)
    return NULL;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  append_number (line, action->before != NULL ? action->before : "–", action->before != NULL ? action->unit : NULL, before_classes);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  if (action->after != NULL)
    append_number (line, action->after, action->unit,
                   !effect.measured || effect.direction == 0 ? same_classes : effect.direction > 0 ? better_classes : worse_classes);
  else
    append_number (line, action->goal != NULL ? action->goal : "–", action->goal != NULL ? action->unit : NULL, goal_classes);
  measure = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (measure), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (measure), 0);
  gtk_widget_set_hexpand (measure, TRUE);
  gtk_widget_set_tooltip_text (measure, text);
  gtk_widget_add_css_class (measure, "caption");
  gtk_widget_add_css_class (measure, "dim-label");
  gtk_box_append (GTK_BOX (line), measure);
  if (tag != NULL)
    {
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), tag);
    }
  return line;
}

static GtkWidget *
make_foot (const FfAction *action, FfDay today)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (action->in_charge != NULL ? action->in_charge : _ ("nobody in charge"));
  g_autofree char *text = describe_state (action, today);
  GtkWidget *state = gtk_label_new (text);

  if (action->in_charge != NULL)
    gtk_box_append (GTK_BOX (line), adw_avatar_new (20, action->in_charge, TRUE));
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, action->in_charge);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (state, "caption");
  if (action->in_charge == NULL)
    gtk_widget_add_css_class (name, "dim-label");
  if (is_late (action, today))
    {
      gtk_widget_add_css_class (state, "error");
      gtk_widget_add_css_class (state, "late");
    }
  else
    gtk_widget_add_css_class (state, "dim-label");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), state);
  return line;
}

GtkWidget *
ff_action_card_new (const FfAction *action, FfDay today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *measure;
  g_autofree char *description = NULL;

  g_return_val_if_fail (action != NULL, NULL);

  measure = make_measure (action);
  description = describe (action, today);
  gtk_box_append (GTK_BOX (card), make_head (action));
  if (measure != NULL)
    gtk_box_append (GTK_BOX (card), measure);
  gtk_box_append (GTK_BOX (card), make_foot (action, today));
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "action-card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_memdup2 (&action->id, sizeof action->id), g_free);
  return row;
}

gint64
ff_action_card_get_id (GtkWidget *card)
{
  const gint64 *id = g_object_get_data (G_OBJECT (card), ID_KEY);

  return id != NULL ? *id : 0;
}
