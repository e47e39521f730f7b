#include "config.h"

#include "ff-scheme-pane.h"

#include <glib/gi18n-lib.h>

#include "ff-criteria-window.h"
#include "ff-editors.h"
#include "ff-number.h"
#include "ff-owner.h"
#include "ff-scheme-edit.h"
#include "ff-scheme-measure.h"
#include "ff-tag.h"
#include "ff-test-window.h"
#include "ff-weight-bar.h"

struct _FfSchemePane
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  gint64 course_id;
  FfScheme *scheme;
  FfAttendanceRule rule;
  FfWeightBar *bar;
  GtkBox *warnings;
  GtkListBox *components;
  GtkWidget *empty;
  GtkSpinButton *pass_mark;
  GtkSpinButton *award;
  GtkSpinButton *grace;
  GtkSpinButton *max_absence;
  AdwComboRow *base;
  AdwActionRow *max_absence_row;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (FfSchemePane, ff_scheme_pane, ADW_TYPE_BIN)

/* Writing ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 course_id;
  gint64 component_id;
  gint64 weight;
  gint64 pass_mark, award_percent;
  FfAttendanceRule rule;
} Change;

static void
run (FfSchemePane *self, const char *label, FfWorkFunc work, Change change)
{
  change.course_id = self->course_id;
  ff_workspace_run (self->workspace, label, work, NULL, g_memdup2 (&change, sizeof change), g_free);
}

static gboolean
write_weight (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Change *change = data;

  return ff_scheme_set_weight (db, change->course_id, change->component_id, change->weight, error) != FF_PUT_REFUSED;
}

static gboolean
write_spread (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Change *change = data;

  return ff_scheme_spread (db, change->course_id, change->component_id, error) != FF_PUT_REFUSED;
}

static gboolean
delete_component (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Change *change = data;

  return ff_scheme_delete_component (db, change->course_id, change->component_id, error);
}

static gboolean
write_limits (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, change->course_id, 0, error);

  if (scheme == NULL)
    return FALSE;
  scheme->pass_mark = change->pass_mark;
  scheme->award_percent = change->award_percent;
  return ff_schemes_put (db, change->course_id, 0, scheme, error) != FF_PUT_REFUSED;
}

static gboolean
write_rule (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Change *change = data;

  return ff_rules_put (db, change->course_id, 0, &change->rule, error) != FF_PUT_REFUSED;
}

static gint64
spin_value (GtkSpinButton *spin)
{
  return (gint64) ff_round (gtk_spin_button_get_value (spin) * 100, 0);
}

static void
on_weight_changed (FfSchemePane *self, GtkSpinButton *spin)
{
  gint64 *id = g_object_get_data (G_OBJECT (spin), "component");

  if (!self->setting)
    run (self, _("Change a weight"), write_weight, (Change) { .component_id = *id, .weight = spin_value (spin) });
}

static void
on_limits_changed (FfSchemePane *self)
{
  if (!self->setting)
    run (self, _("Change pass mark or award"), write_limits,
         (Change) { .pass_mark = spin_value (self->pass_mark), .award_percent = spin_value (self->award) });
}

static void
on_rule_changed (FfSchemePane *self)
{
  FfAttendanceRule rule = self->rule;

  if (self->setting)
    return;
  rule.grace_minutes = gtk_spin_button_get_value_as_int (self->grace);
  rule.max_absence = (int) spin_value (self->max_absence);
  rule.base = adw_combo_row_get_selected (self->base) == 1 ? FF_BASE_MINUTES : FF_BASE_SESSIONS;
  run (self, _("Change the attendance rule"), write_rule, (Change) { .rule = rule });
}

/* Components ------------------------------------------------------------------------------------------------------- */

static gint64
parameter_id (GVariant *parameter)
{
  return g_variant_get_int64 (parameter);
}

static void
activate_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfSchemePane *self = user_data;

  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_component_editor, 0, self->course_id);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfSchemePane *self = user_data;

  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_component_editor, parameter_id (parameter), self->course_id);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run (user_data, _("Delete from the scheme"), delete_component, (Change) { .component_id = parameter_id (parameter) });
}

static void
activate_criteria (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfSchemePane *self = user_data;

  ff_criteria_window_open (GTK_WIDGET (self), self->workspace, self->course_id, 0, parameter_id (parameter));
}

static void
activate_spread (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run (user_data, _("Spread the weights"), write_spread, (Change) { .component_id = parameter_id (parameter) });
}

static void
activate_paper (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfSchemePane *self = user_data;

  ff_test_window_open (GTK_WIDGET (self), self->workspace, parameter_id (parameter));
}

/* Among them how many are to pass, which the marks of level 2 are measured by. */
static void
activate_targets (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfSchemePane *self = user_data;

  ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_evaluation_plan_editor, FF_EDITOR_ONLY_ONE,
                  ff_owner_to_number (ff_owner_course (self->course_id)));
}

static GtkWidget *
component_menu (const FfComponent *component)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_("_Edit…"), NULL);
  g_autoptr (GMenuItem) criteria = g_menu_item_new (_("_Criteria and Levels…"), NULL);
  g_autoptr (GMenuItem) paper = g_menu_item_new (_("_Test Paper…"), NULL);
  g_autoptr (GMenuItem) delete = g_menu_item_new (_("_Delete"), NULL);
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_item_set_action_and_target (edit, "scheme.edit", "x", component->id);
  g_menu_item_set_action_and_target (criteria, "scheme.criteria", "x", component->id);
  g_menu_item_set_action_and_target (paper, "scheme.paper", "x", component->id);
  g_menu_item_set_action_and_target (delete, "scheme.delete", "x", component->id);
  g_menu_append_item (menu, edit);
  if (component->leaf && (component->source == FF_SOURCE_RUBRIC || component->source == FF_SOURCE_MANUAL))
    g_menu_append_item (menu, criteria);
  if (component->leaf && (component->source == FF_SOURCE_TEST || component->source == FF_SOURCE_MANUAL))
    g_menu_append_item (menu, paper);
  g_menu_append_item (menu, delete);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Component menu"));
  return button;
}

static GtkWidget *
weight_spin (FfSchemePane *self, const FfComponent *component)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 100, 1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), component->weight % 100 == 0 ? 0 : 2);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), ff_hundredths_to_double (component->weight));
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (spin, ff_workspace_is_writable (self->workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, component->title, -1);
  g_object_set_data_full (G_OBJECT (spin), "component", g_memdup2 (&component->id, sizeof component->id), g_free);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_weight_changed), self, G_CONNECT_SWAPPED);
  return spin;
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const GdkRGBA *colour = user_data;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

static GtkWidget *
swatch (const FfScheme *scheme, guint index)
{
  GdkRGBA colour = ff_weight_bar_colour (scheme, index);
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 10);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 10);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, g_memdup2 (&colour, sizeof colour), g_free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}

/* What a component is to the evaluation. */
static void
add_measure (const FfScheme *scheme, const FfComponent *component, GtkBox *box)
{
  g_autofree char *pretest = ff_scheme_describe_pretest (scheme, component);

  if (component->level > 0)
    gtk_box_append (box, ff_level_badge_new (component->level));
  if (pretest != NULL)
    gtk_box_append (box, ff_tag_new_shrinking (pretest, FF_TONE_NEUTRAL));
}

static GtkWidget *
component_row (FfSchemePane *self, guint index)
{
  const FfComponent *component = ff_scheme_get (self->scheme, index);
  g_autofree char *share = ff_hundredths_format ((gint64) ff_round (component->share * 10000, 0));
  /* Translators: a weight as a share of the whole. */
  g_autofree char *text = component->pretest_of != NULL ? g_strdup (C_("weight", "outside")) : g_strdup_printf (_("%s %%"), share);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (component->title);
  GtkWidget *effective = gtk_label_new (text);

  gtk_widget_add_css_class (box, "component-row");
  gtk_widget_set_margin_start (box, 12 + component->depth * 22);
  gtk_box_append (GTK_BOX (box), swatch (self->scheme, index));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  if (!component->leaf)
    gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  add_measure (self->scheme, component, GTK_BOX (box));
  if (component->pretest_of == NULL)
    gtk_box_append (GTK_BOX (box), weight_spin (self, component));
  gtk_label_set_width_chars (GTK_LABEL (effective), 7);
  gtk_label_set_xalign (GTK_LABEL (effective), 1);
  gtk_widget_add_css_class (effective, "numeric");
  gtk_widget_add_css_class (effective, "heading");
  gtk_widget_set_tooltip_text (effective, _("Its share of the total"));
  gtk_box_append (GTK_BOX (box), effective);
  gtk_box_append (GTK_BOX (box), component_menu (component));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* Warnings --------------------------------------------------------------------------------------------------------- */

static void
warn (FfSchemePane *self, const char *title, gint64 sum, gint64 group_id)
{
  g_autofree char *total = ff_hundredths_format (sum);
  g_autofree char *text = title != NULL ? g_strdup_printf (_("The weights in “%s” add up to %s, not 100."), title, total)
                                        : g_strdup_printf (_("The weights add up to %s, not 100."), total);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Spread"));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("ff-alert-symbolic"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Scale the weights so that they add up to 100"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", group_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "scheme.spread");
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "warning-card");
  gtk_box_append (self->warnings, box);
}

static void
show_warnings (FfSchemePane *self)
{
  gint64 sum = ff_scheme_sum (self->scheme, -1);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->warnings))) != NULL)
    gtk_box_remove (self->warnings, child);
  if (ff_scheme_length (self->scheme) > 0 && sum != 10000)
    warn (self, NULL, sum, 0);
  for (guint i = 0; i < ff_scheme_length (self->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (self->scheme, i);

      if (!component->leaf && component->children_sum != 10000)
        warn (self, component->title, component->children_sum, component->id);
    }
}

/* The pane --------------------------------------------------------------------------------------------------------- */

static gboolean
same_components (const FfScheme *a, const FfScheme *b)
{
  if (a == NULL || ff_scheme_length (a) != ff_scheme_length (b))
    return FALSE;
  for (guint i = 0; i < ff_scheme_length (a); i++)
    {
      const FfComponent *x = ff_scheme_get (a, i), *y = ff_scheme_get (b, i);

      if (x->id != y->id || x->parent != y->parent || x->weight != y->weight || x->share != y->share || x->source != y->source
          || x->level != y->level || g_strcmp0 (x->pretest_of, y->pretest_of) != 0 || !g_str_equal (x->title, y->title))
        return FALSE;
    }
  return TRUE;
}

/* The spin button that has the keyboard keeps it when the rows are made again. */
static gint64
focused_component (FfSchemePane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *spin = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) : NULL;
  gint64 *id = spin != NULL ? g_object_get_data (G_OBJECT (spin), "component") : NULL;

  return id != NULL ? *id : 0;
}

static void
focus_component (GtkWidget *widget, gint64 wanted)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gint64 *id = g_object_get_data (G_OBJECT (child), "component");

      if (id != NULL && *id == wanted)
        gtk_widget_grab_focus (child);
      else
        focus_component (child, wanted);
    }
}

static void
show_components (FfSchemePane *self)
{
  gint64 focused = focused_component (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->components, 0)) != NULL)
    gtk_list_box_remove (self->components, GTK_WIDGET (row));
  for (guint i = 0; i < ff_scheme_length (self->scheme); i++)
    gtk_list_box_append (self->components, component_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->components), ff_scheme_length (self->scheme) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), ff_scheme_length (self->scheme) > 0);
  gtk_widget_set_visible (self->empty, ff_scheme_length (self->scheme) == 0);
  ff_weight_bar_set_scheme (self->bar, self->scheme);
  show_warnings (self);
  if (focused != 0)
    focus_component (GTK_WIDGET (self->components), focused);
}

/* Says what the limit means for a class of four sessions, as most are. */
static void
show_rule (FfSchemePane *self)
{
  int missable = 4 * self->rule.max_absence / 10000;
  g_autofree char *text = g_strdup_printf (
      ngettext ("Of 4 sessions, %d may be missed.", "Of 4 sessions, %d may be missed.", (gulong) missable), missable);

  gtk_spin_button_set_value (self->pass_mark, ff_hundredths_to_double (self->scheme->pass_mark));
  gtk_spin_button_set_value (self->award, ff_hundredths_to_double (self->scheme->award_percent));
  gtk_spin_button_set_value (self->grace, self->rule.grace_minutes);
  gtk_spin_button_set_value (self->max_absence, self->rule.max_absence / 100.0);
  adw_combo_row_set_selected (self->base, self->rule.base == FF_BASE_MINUTES ? 1 : 0);
  adw_action_row_set_subtitle (self->max_absence_row, self->rule.base == FF_BASE_SESSIONS ? text : "");
}

static void
ff_scheme_pane_finalize (GObject *object)
{
  FfSchemePane *self = FF_SCHEME_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->scheme, ff_scheme_free);
  G_OBJECT_CLASS (ff_scheme_pane_parent_class)->finalize (object);
}

static void
ff_scheme_pane_class_init (FfSchemePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_scheme_pane_finalize;
  g_type_ensure (FF_TYPE_WEIGHT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-scheme-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, bar);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, warnings);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, components);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, empty);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, pass_mark);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, award);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, grace);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, max_absence);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, base);
  gtk_widget_class_bind_template_child (widget_class, FfSchemePane, max_absence_row);
  gtk_widget_class_bind_template_callback (widget_class, on_limits_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_rule_changed);
}

static void
ff_scheme_pane_init (FfSchemePane *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = activate_add },
    { .name = "edit", .activate = activate_edit, .parameter_type = "x" },
    { .name = "criteria", .activate = activate_criteria, .parameter_type = "x" },
    { .name = "delete", .activate = activate_delete, .parameter_type = "x" },
    { .name = "paper", .activate = activate_paper, .parameter_type = "x" },
    { .name = "targets", .activate = activate_targets },
    { .name = "spread", .activate = activate_spread, .parameter_type = "x" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  /* The template sets first values, which nobody typed. */
  self->setting = TRUE;
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "scheme", G_ACTION_GROUP (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ff_scheme_pane_new (FfWorkspace *workspace)
{
  FfSchemePane *self = g_object_new (FF_TYPE_SCHEME_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

void
ff_scheme_pane_set_course (FfSchemePane *self, const FfCourse *course)
{
  gboolean same;

  g_return_if_fail (FF_IS_SCHEME_PANE (self) && course != NULL);

  self->setting = TRUE;
  same = self->course_id == course->id && same_components (self->scheme, course->scheme);
  self->course_id = course->id;
  self->rule = course->rule;
  g_clear_pointer (&self->scheme, ff_scheme_free);
  self->scheme = ff_scheme_copy (course->scheme);
  ff_scheme_update (self->scheme);
  if (!same)
    show_components (self);
  show_rule (self);
  self->setting = FALSE;
}
