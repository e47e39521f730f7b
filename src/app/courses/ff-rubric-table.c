#include "config.h"

#include "ff-rubric-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-editors.h"
#include "ff-number.h"

#define CRITERION_WIDTH 176
#define CRITERION_CHARS 10 /* what its words ask for at most */
#define LEVEL_WIDTH 100 /* at least */

struct _FfRubricTable
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  FfCriteriaOf of;
  gint64 owner_id;
  GPtrArray *criteria; /* FfCriterion */
  guint n_levels;
  GtkBox *rows;
  GtkLabel *refusal; /* why the last command was refused */
};

G_DEFINE_FINAL_TYPE (FfRubricTable, ff_rubric_table, ADW_TYPE_BIN)

static const FfEditorKind *
criterion_editor (FfRubricTable *self)
{
  return self->of == FF_CRITERIA_OF_RUBRIC ? &ff_rubric_criterion_editor : &ff_component_criterion_editor;
}

static const FfEditorKind *
level_editor (FfRubricTable *self)
{
  return self->of == FF_CRITERIA_OF_RUBRIC ? &ff_rubric_level_editor : &ff_component_level_editor;
}

static const FfCriterion *
criterion_at (FfRubricTable *self, guint index)
{
  return g_ptr_array_index (self->criteria, index);
}

/* Commands ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef table;
  FfCriteriaOf of;
  gint64 criterion_id;
  gint64 level_id;
  int position;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_weak_ref_clear (&change->table);
  g_free (change);
}

static gboolean
change_done (gpointer data, const GError *error)
{
  Change *change = data;
  g_autoptr (FfRubricTable) self = g_weak_ref_get (&change->table);

  if (self == NULL)
    return error == NULL;
  gtk_label_set_label (self->refusal, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), error != NULL);
  return TRUE;
}

static void
run (FfRubricTable *self, const char *label, FfWorkFunc work, gint64 criterion_id, gint64 level_id, int position)
{
  Change *change = g_new0 (Change, 1);

  g_weak_ref_init (&change->table, self);
  change->of = self->of;
  change->criterion_id = criterion_id;
  change->level_id = level_id;
  change->position = position;
  ff_workspace_run (self->workspace, label, work, change_done, change, change_free);
}

static gboolean
move_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Change *change = data;

  return ff_criteria_move (db, change->of, change->criterion_id, change->position, error);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Change *change = data;

  if (change->level_id != 0)
    return ff_criteria_delete_level (db, change->of, change->criterion_id, change->level_id, error);
  return ff_criteria_delete_criterion (db, change->of, change->criterion_id, error);
}

static void
activate_add_criterion (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRubricTable *self = FF_RUBRIC_TABLE (widget);

  ff_editor_open (widget, self->workspace, criterion_editor (self), 0, self->owner_id);
}

static void
activate_edit_criterion (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRubricTable *self = FF_RUBRIC_TABLE (widget);

  ff_editor_open (widget, self->workspace, criterion_editor (self), g_variant_get_int64 (parameter), self->owner_id);
}

/* Of a criterion and a level; level 0 adds one. */
static void
activate_edit_level (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRubricTable *self = FF_RUBRIC_TABLE (widget);
  gint64 criterion_id, level_id;

  g_variant_get (parameter, "(xx)", &criterion_id, &level_id);
  ff_editor_open (widget, self->workspace, level_editor (self), level_id, criterion_id);
}

static void
activate_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRubricTable *self = FF_RUBRIC_TABLE (widget);
  gint64 criterion_id;
  int by;

  g_variant_get (parameter, "(xi)", &criterion_id, &by);
  for (guint i = 0; i < self->criteria->len; i++)
    {
      int position = (int) i + by;

      if (criterion_at (self, i)->id == criterion_id && position >= 0 && position < (int) self->criteria->len)
        run (self, _("Move a criterion"), move_work, criterion_id, 0, position);
    }
}

/* Of a criterion and a level; level 0 means the whole criterion. */
static void
activate_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 criterion_id, level_id;

  g_variant_get (parameter, "(xx)", &criterion_id, &level_id);
  run (FF_RUBRIC_TABLE (widget), level_id != 0 ? _("Delete a level") : _("Delete a criterion"), delete_work, criterion_id, level_id, 0);
}

/* Cells ------------------------------------------------------------------------------------------------------------- */

static char *
format_points (gint64 points)
{
  g_autofree char *number = ff_hundredths_format (points);

  /* Translators: the points of a criterion or level; %s is a number such as 2.5. */
  return g_strdup_printf (ngettext ("%s point", "%s points", points == 100 ? 1 : 2), number);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_shortcut (GtkEventController *controller, const char *trigger, const char *action, GVariant *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* A cell that can be changed is a button; @name says for a screen reader what stands in it; @id, of a level or below 0 of a criterion, finds
   it again. */
static GtkWidget *
make_cell (FfRubricTable *self, GtkWidget *content, const char *action, GVariant *target, const char *name, gint64 id)
{
  GtkWidget *cell = content;

  if (self->owner_id != 0)
    {
      cell = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (cell), content);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (cell), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (cell), action);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_add_css_class (cell, "flat");
    }
  else
    g_variant_unref (g_variant_ref_sink (target));
  gtk_widget_add_css_class (cell, "rubric-cell");
  gtk_widget_set_valign (cell, GTK_ALIGN_FILL);
  g_object_set_data_full (G_OBJECT (cell), "cell", g_memdup2 (&id, sizeof id), g_free);
  return cell;
}

static GMenuModel *
criterion_menu (FfRubricTable *self, guint index)
{
  static const struct
  {
    const char *label;
    int by;
  } moves[] = { { N_("Move _Up"), -1 }, { N_("Move _Down"), 1 } };
  const FfCriterion *criterion = criterion_at (self, index);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_("_Edit…"), NULL);
  g_autoptr (GMenuItem) add = g_menu_item_new (_("_Add Level…"), NULL);
  g_autoptr (GMenuItem) delete = g_menu_item_new (_("_Delete"), NULL);

  g_menu_item_set_action_and_target (edit, "rubric.edit-criterion", "x", criterion->id);
  g_menu_item_set_action_and_target (add, "rubric.edit-level", "(xx)", criterion->id, (gint64) 0);
  g_menu_append_item (menu, edit);
  g_menu_append_item (menu, add);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(moves[i].label), NULL);

      g_menu_item_set_action_and_target (item, "rubric.move", "(xi)", criterion->id, moves[i].by);
      if ((int) index + moves[i].by >= 0 && (int) index + moves[i].by < (int) self->criteria->len)
        g_menu_append_item (menu, item);
    }
  g_menu_item_set_action_and_target (delete, "rubric.delete", "(xx)", criterion->id, (gint64) 0);
  g_menu_append_item (menu, delete);
  return G_MENU_MODEL (menu);
}

static GtkWidget *
criterion_content (const FfCriterion *criterion)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *points = format_points (criterion->max);

  add_label (box, criterion->title, "heading");
  gtk_widget_add_css_class (add_label (box, points, "caption"), "dim-label");
  if (criterion->note != NULL)
    add_label (box, criterion->note, "caption");
  /* The column keeps its width; the words wrap in it. */
  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL; label = gtk_widget_get_next_sibling (label))
    gtk_label_set_max_width_chars (GTK_LABEL (label), CRITERION_CHARS);
  return box;
}

static GtkWidget *
criterion_cell (FfRubricTable *self, guint index)
{
  const FfCriterion *criterion = criterion_at (self, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cell = make_cell (self, criterion_content (criterion), "rubric.edit-criterion", g_variant_new_int64 (criterion->id),
                               criterion->title, -criterion->id);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_set_size_request (box, CRITERION_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), cell);
  if (self->owner_id != 0)
    {
      GtkWidget *button = gtk_menu_button_new ();
      g_autoptr (GMenuModel) menu = criterion_menu (self, index);

      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (button, _("Criterion menu"));
      gtk_box_append (GTK_BOX (box), button);
      add_shortcut (keys, "<Alt>Up", "rubric.move", g_variant_new ("(xi)", criterion->id, -1));
      add_shortcut (keys, "<Alt>Down", "rubric.move", g_variant_new ("(xi)", criterion->id, 1));
      add_shortcut (keys, "Delete", "rubric.delete", g_variant_new ("(xx)", criterion->id, (gint64) 0));
    }
  gtk_widget_add_controller (cell, keys);
  gtk_widget_add_css_class (box, "rubric-criterion");
  return box;
}

/* The title that the levels of this place have in every criterion that has one; NULL when they differ. */
static const char *
common_title (FfRubricTable *self, guint place)
{
  const char *title = NULL;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const FfCriterion *criterion = criterion_at (self, i);

      if (place >= criterion->levels->len)
        continue;
      if (title != NULL && strcmp (title, ff_criterion_get_level (criterion, place)->title) != 0)
        return NULL;
      title = ff_criterion_get_level (criterion, place)->title;
    }
  return title;
}

static GtkWidget *
level_cell (FfRubricTable *self, const FfCriterion *criterion, guint place)
{
  const FfRubricLevel *level = ff_criterion_get_level (criterion, place);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *points = format_points (level->points);
  g_autofree char *name = g_strdup_printf ("%s · %s · %s", criterion->title, level->title, points);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *cell;

  if (common_title (self, place) == NULL)
    add_label (box, level->title, "heading");
  gtk_widget_add_css_class (add_label (box, points, "caption"), "rubric-points");
  if (level->description != NULL)
    add_label (box, level->description, NULL);
  cell = make_cell (self, box, "rubric.edit-level", g_variant_new ("(xx)", criterion->id, level->id), name, level->id);
  gtk_widget_set_size_request (cell, LEVEL_WIDTH, -1);
  if (self->owner_id != 0)
    add_shortcut (keys, "Delete", "rubric.delete", g_variant_new ("(xx)", criterion->id, level->id));
  gtk_widget_add_controller (cell, keys);
  return cell;
}

/* Where a criterion has fewer levels than another one. */
static GtkWidget *
empty_cell (FfRubricTable *self, const FfCriterion *criterion, gboolean first)
{
  GtkWidget *cell;

  if (self->owner_id == 0 || !first)
    return gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  cell = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (cell), "(xx)", criterion->id, (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cell), "rubric.edit-level");
  gtk_widget_set_tooltip_text (cell, _("Add a level"));
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "rubric-cell");
  return cell;
}

/* Rows -------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_row (GtkWidget *first, GtkWidget **levels, const char *style)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  *levels = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (*levels), TRUE);
  gtk_widget_set_hexpand (*levels, TRUE);
  gtk_widget_add_css_class (row, style);
  gtk_widget_add_css_class (*levels, "rubric-levels");
  gtk_box_append (GTK_BOX (row), first);
  gtk_box_append (GTK_BOX (row), *levels);
  return row;
}

static void
add_head (FfRubricTable *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *levels;
  GtkWidget *row = make_row (first, &levels, "rubric-head");

  gtk_widget_set_size_request (first, CRITERION_WIDTH, -1);
  gtk_widget_add_css_class (first, "rubric-cell");
  gtk_widget_add_css_class (first, "rubric-criterion");
  add_label (first, C_("rubric", "Criterion"), NULL);
  for (guint i = 0; i < self->n_levels; i++)
    {
      GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      const char *title = common_title (self, i);

      gtk_widget_add_css_class (cell, "rubric-cell");
      add_label (cell, title != NULL ? title : "", NULL);
      gtk_box_append (GTK_BOX (levels), cell);
    }
  gtk_box_append (self->rows, row);
}

static void
add_row (FfRubricTable *self, guint index)
{
  const FfCriterion *criterion = criterion_at (self, index);
  guint n = MAX (self->n_levels, self->owner_id != 0 ? 1 : 0);
  GtkWidget *levels;
  GtkWidget *row = make_row (criterion_cell (self, index), &levels, "rubric-row");

  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (levels), i < criterion->levels->len ? level_cell (self, criterion, i)
                                                                 : empty_cell (self, criterion, i == criterion->levels->len));
  gtk_box_append (self->rows, row);
}

static void
add_foot (FfRubricTable *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *sum = format_points (ff_criteria_sum (self->criteria));
  /* Translators: below a rubric; %s is such as "100 points". */
  g_autofree char *text = g_strdup_printf (_("%s in all"), sum);
  GtkWidget *total = gtk_label_new (text);

  gtk_widget_add_css_class (foot, "rubric-foot");
  if (self->owner_id != 0)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("Add _Criterion…"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rubric.add-criterion");
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (foot), button);
    }
  gtk_widget_add_css_class (total, "heading");
  gtk_widget_set_hexpand (total, TRUE);
  gtk_widget_set_halign (total, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (foot), total);
  gtk_box_append (self->rows, foot);
}

/* The cell that has the keyboard keeps it when the rows are made again. */
static gint64
focused_cell (FfRubricTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gint64 *id = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows)))
    id = g_object_get_data (G_OBJECT (focus), "cell");
  return id != NULL ? *id : 0;
}

static GtkWidget *
find_cell (GtkWidget *widget, gint64 wanted)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    {
      gint64 *id = g_object_get_data (G_OBJECT (child), "cell");

      found = id != NULL && *id == wanted ? child : find_cell (child, wanted);
    }
  return found;
}

static void
show_rows (FfRubricTable *self)
{
  gint64 focused = focused_cell (self);
  GtkWidget *child, *cell;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  self->n_levels = ff_criteria_count_levels (self->criteria);
  if (self->criteria->len > 0)
    add_head (self);
  for (guint i = 0; i < self->criteria->len; i++)
    add_row (self, i);
  add_foot (self);
  cell = focused != 0 ? find_cell (GTK_WIDGET (self->rows), focused) : NULL;
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

/* The widget -------------------------------------------------------------------------------------------------------- */

static void
ff_rubric_table_finalize (GObject *object)
{
  FfRubricTable *self = FF_RUBRIC_TABLE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_rubric_table_parent_class)->finalize (object);
}

static void
ff_rubric_table_class_init (FfRubricTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_rubric_table_finalize;
  gtk_widget_class_install_action (widget_class, "rubric.add-criterion", NULL, activate_add_criterion);
  gtk_widget_class_install_action (widget_class, "rubric.edit-criterion", "x", activate_edit_criterion);
  gtk_widget_class_install_action (widget_class, "rubric.edit-level", "(xx)", activate_edit_level);
  gtk_widget_class_install_action (widget_class, "rubric.move", "(xi)", activate_move);
  gtk_widget_class_install_action (widget_class, "rubric.delete", "(xx)", activate_delete);
}

static void
ff_rubric_table_init (FfRubricTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *frame = adw_bin_new ();
  GtkWidget *refusal = add_label (box, "", "error");

  gtk_widget_set_visible (refusal, FALSE);
  self->refusal = GTK_LABEL (refusal);
  self->rows = GTK_BOX (rows);
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (rows, "rubric-table");
  adw_bin_set_child (ADW_BIN (frame), rows);
  gtk_box_append (GTK_BOX (box), frame);
  adw_bin_set_child (ADW_BIN (self), box);
  self->criteria = ff_criteria_new ();
}

GtkWidget *
ff_rubric_table_new (FfWorkspace *workspace, FfCriteriaOf of)
{
  FfRubricTable *self = g_object_new (FF_TYPE_RUBRIC_TABLE, NULL);

  self->workspace = g_object_ref (workspace);
  self->of = of;
  return GTK_WIDGET (self);
}

void
ff_rubric_table_set (FfRubricTable *self, gint64 owner_id, const GPtrArray *criteria)
{
  g_return_if_fail (FF_IS_RUBRIC_TABLE (self) && criteria != NULL);

  self->owner_id = ff_workspace_is_writable (self->workspace) ? owner_id : 0;
  g_ptr_array_unref (self->criteria);
  self->criteria = ff_criteria_copy (criteria);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  show_rows (self);
}

GtkWidget *
ff_rubric_table_get_cell (FfRubricTable *self, guint criterion, int level)
{
  GtkWidget *row, *cell;

  g_return_val_if_fail (FF_IS_RUBRIC_TABLE (self), NULL);

  if (criterion >= self->criteria->len)
    return NULL;
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (guint i = 0; row != NULL && i <= criterion; i++)
    row = gtk_widget_get_next_sibling (row);
  cell = gtk_widget_get_first_child (level < 0 ? gtk_widget_get_first_child (row) : gtk_widget_get_last_child (row));
  for (int i = 0; cell != NULL && i < level; i++)
    cell = gtk_widget_get_next_sibling (cell);
  return cell;
}
