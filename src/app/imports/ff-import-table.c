/* The table of an import: its rows with what each would do, what each column means, and the row that is being mended. */
#include "config.h"

#include "ff-import-window-private.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"
#include "ff-tag.h"

/* Rows ------------------------------------------------------------------------------------------------------------- */

static void
on_cell_setup (FfImportWindow *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_list_item_set_child (item, label);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* A changed cell shows what stands there now, struck out, and what comes. */
static void
show_cell (FfImportWindow *self, GtkLabel *label, guint row, guint column)
{
  const FfImportChange *change = ff_import_rows_find_change (self->result, row, column);
  const FfImportReject *reject = ff_import_rows_find_reject (self->result, row);
  const char *value = ff_import_get_value (self->import, row, column);

  if (change != NULL && self->result->verdicts[row] == FF_ROW_CHANGED)
    {
      g_autofree char *markup = g_markup_printf_escaped ("<s>%s</s> → <b>%s</b>", change->before, change->after);

      gtk_label_set_markup (label, markup);
    }
  else
    gtk_label_set_text (label, value);
  set_class (GTK_WIDGET (label), "dim-label", ff_import_get_field (self->import, column) == FF_IMPORT_IGNORED);
  set_class (GTK_WIDGET (label), "error", reject != NULL && reject->column == (int) column);
}

static void
on_cell_bind (GtkSignalListItemFactory *factory, GtkListItem *item, FfImportWindow *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));

  show_cell (self, GTK_LABEL (gtk_list_item_get_child (item)), ff_import_row_item_get_index (gtk_list_item_get_item (item)), column);
}

static void
on_number_bind (FfImportWindow *self, GtkListItem *item)
{
  guint index = ff_import_row_item_get_index (gtk_list_item_get_item (item));
  g_autofree char *text = g_strdup_printf ("%u", ff_sheet_get_row (ff_import_get_sheet (self->import), index)->record);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
}

static void
on_verdict_setup (FfImportWindow *self, GtkListItem *item)
{
  GtkWidget *tag = ff_tag_new ("", NULL, FF_TONE_NEUTRAL);

  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, tag);
}

static void
on_verdict_bind (FfImportWindow *self, GtkListItem *item)
{
  guint index = ff_import_row_item_get_index (gtk_list_item_get_item (item));
  FfTag *tag = FF_TAG (gtk_list_item_get_child (item));
  const FfImportReject *reject = ff_import_rows_find_reject (self->result, index);

  switch (self->result != NULL ? (FfRowVerdict) self->result->verdicts[index] : FF_ROW_PASSED_OVER)
    {
    case FF_ROW_NEW:
      ff_tag_set (tag, C_("import", "New"), NULL, FF_TONE_GOOD);
      break;
    case FF_ROW_CHANGED:
      ff_tag_set (tag, C_("import", "Changed"), NULL, FF_TONE_ACCENT);
      break;
    case FF_ROW_REJECTED:
      ff_tag_set (tag, C_("import", "Rejected"), "ff-alert-symbolic", FF_TONE_BAD);
      break;
    case FF_ROW_SAME:
    case FF_ROW_PASSED_OVER:
    default:
      ff_tag_set (tag, C_("import", "The same"), NULL, FF_TONE_NEUTRAL);
      break;
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (tag), reject != NULL ? reject->reason : NULL);
}

static void
add_column (FfImportWindow *self, const char *title, GtkListItemFactory *factory, gboolean expand)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

static GtkListItemFactory *
make_factory (FfImportWindow *self, GCallback setup, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  return factory;
}

static const char *
heading_text (FfImportWindow *self, guint column)
{
  int heading = ff_import_get_heading (self->import);

  return heading >= 0 ? ff_sheet_peek (ff_import_get_sheet (self->import), (guint) heading, column) : "";
}

void
ff_import_window_build_table (FfImportWindow *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n = ff_import_get_sheet (self->import)->n_columns;

  for (guint i = g_list_model_get_n_items (columns); i-- > 0;)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_remove_column (self->view, column);
    }
  add_column (self, C_("import", "Row"), make_factory (self, G_CALLBACK (on_cell_setup), G_CALLBACK (on_number_bind)), FALSE);
  add_column (self, C_("import", "Result"), make_factory (self, G_CALLBACK (on_verdict_setup), G_CALLBACK (on_verdict_bind)), FALSE);
  for (guint i = 0; i < n; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (factory, "setup", G_CALLBACK (on_cell_setup), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (factory, "bind", G_CALLBACK (on_cell_bind), self, 0);
      add_column (self, heading_text (self, i), factory, TRUE);
    }
}

void
ff_import_window_show_rows (FfImportWindow *self)
{
  g_autoptr (GListModel) rows = ff_import_rows_list (self->import, self->result, (FfImportShow) gtk_drop_down_get_selected (self->show));
  GtkNoSelection *selection = gtk_no_selection_new (g_steal_pointer (&rows));

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/* Columns and what they mean --------------------------------------------------------------------------------------- */

static guint
count_fields (FfImportWindow *self)
{
  guint n = 0;

  while (ff_import_kind_get_field (self->kind, n) != NULL)
    n++;
  return n;
}

static guint
count_targets (FfImportWindow *self)
{
  return self->targets != NULL ? self->targets->len : 0;
}

static void
on_field_chosen (FfImportWindow *self, GParamSpec *pspec, GtkDropDown *choice)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "column"));
  guint selected = gtk_drop_down_get_selected (choice), n_fields = count_fields (self);

  if (self->setting || self->working || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == 0)
    ff_import_set_field (self->import, column, FF_IMPORT_IGNORED);
  else if (selected <= n_fields)
    ff_import_set_field (self->import, column, (int) selected - 1);
  else if (selected <= n_fields + count_targets (self))
    ff_import_set_target (self->import, column, ((FfImportTarget *) g_ptr_array_index (self->targets, selected - n_fields - 1))->name);
  else
    ff_import_set_target (self->import, column, NULL);
  self->by_hand = TRUE;
  ff_import_window_preview (self);
}

/* Where a column stands in the choice: nothing, the fields, what headings can mean, and what none of them does. */
static guint
find_choice (FfImportWindow *self, guint column)
{
  int field = ff_import_get_field (self->import, column);
  g_autofree char *target = ff_import_find_target (self->import, ff_workspace_get_reader (self->workspace), column);

  if (field != FF_IMPORT_OTHER)
    return field >= 0 ? (guint) field + 1 : 0;
  for (guint i = 0; target != NULL && i < count_targets (self); i++)
    if (g_str_equal (((FfImportTarget *) g_ptr_array_index (self->targets, i))->name, target))
      return count_fields (self) + i + 1;
  return count_fields (self) + count_targets (self) + 1;
}

static GtkWidget *
field_choice (FfImportWindow *self, guint column, GtkStringList *titles)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (heading_text (self, column));
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL);
  int field = ff_import_get_field (self->import, column);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_choice (self, column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, heading_text (self, column), -1);
  g_object_set_data (G_OBJECT (choice), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_field_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  if (field == FF_IMPORT_OTHER && count_targets (self) == 0)
    gtk_box_append (GTK_BOX (box), ff_tag_new (_("by its heading"), NULL, FF_TONE_ACCENT));
  else
    gtk_box_append (GTK_BOX (box), choice);
  return box;
}

void
ff_import_window_show_columns (FfImportWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_box_remove (self->columns, child);
  gtk_string_list_append (titles, C_("import", "Ignore"));
  for (guint i = 0; ff_import_kind_get_field (self->kind, i) != NULL; i++)
    gtk_string_list_append (titles, ff_import_kind_get_field_title (self->kind, i));
  for (guint i = 0; i < count_targets (self); i++)
    gtk_string_list_append (titles, ((FfImportTarget *) g_ptr_array_index (self->targets, i))->title);
  if (count_targets (self) > 0)
    gtk_string_list_append (titles, C_("import", "No question"));
  self->setting = TRUE;
  for (guint i = 0; i < ff_import_get_sheet (self->import)->n_columns; i++)
    gtk_box_append (self->columns, field_choice (self, i, titles));
  self->setting = FALSE;
}

/* Mending what was rejected ---------------------------------------------------------------------------------------- */

void
ff_import_window_show_fix (FfImportWindow *self)
{
  const FfImportReject *reject = self->result->rejects->len > 0 ? g_ptr_array_index (self->result->rejects, 0) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->fix, reject != NULL);
  if (reject == NULL)
    return;
  self->fix_row = reject->row;
  self->fix_column = reject->column;
  /* Translators: a row of a file, the heading of the column, and the reason why it was rejected. */
  text = g_strdup_printf (_("Row %u, %s: %s"), reject->record, reject->heading != NULL ? reject->heading : "–", reject->reason);
  gtk_label_set_label (self->fix_reason, text);
  gtk_widget_set_visible (GTK_WIDGET (self->fix_entry), reject->column >= 0);
  gtk_editable_set_text (GTK_EDITABLE (self->fix_entry),
                         reject->column >= 0 ? ff_import_get_value (self->import, reject->row, (guint) reject->column) : "");
}

static void
on_fix_activated (FfImportWindow *self)
{
  if (self->working || self->fix_column < 0)
    return;
  ff_import_set_value (self->import, self->fix_row, (guint) self->fix_column, gtk_editable_get_text (GTK_EDITABLE (self->fix_entry)));
  ff_import_window_preview (self);
}

static void
on_skip_clicked (FfImportWindow *self)
{
  if (self->working)
    return;
  ff_import_set_skipped (self->import, self->fix_row, TRUE);
  ff_import_window_preview (self);
}

static void
on_rejects_file (GFile *file, gpointer user_data)
{
  g_autoptr (FfImportWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (self->gone || path == NULL || self->result == NULL)
    return;
  if (!ff_import_save_rejects (self->import, self->result, path, &error))
    ff_compat_alert (GTK_WINDOW (self), _("The rows were not saved"), error->message);
}

static void
on_save_rejects (FfImportWindow *self)
{
  static const char *const patterns[] = { "*.csv", NULL };

  ff_compat_save_file (GTK_WINDOW (self), _("Save the rejected rows"), _("rejected.csv"), _("CSV files"), patterns, on_rejects_file,
                       g_object_ref (self));
}

void
ff_import_window_bind_table (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_fix_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_rejects);
}
