/* The window holds one FfImport. Every choice that changes what the file means leads to a dry run on the writer's thread, and nothing can
   be touched while that runs; so what is shown is always what an import would do. */
#include "config.h"

#include "ff-import-window.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"
#include "ff-import-rows.h"
#include "ff-tag.h"

#define MAX_NOTES 3

struct _FfImportWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *confirm;
  GtkLabel *file_name;
  GtkDropDown *kind_choice;
  GtkWidget *encoding_box;
  GtkDropDown *encoding;
  GtkWidget *detected;
  GtkWidget *sheet_box;
  GtkDropDown *sheet;
  GtkBox *columns;
  GtkDropDown *show;
  GtkStack *stack;
  AdwStatusPage *complaint;
  GtkColumnView *view;
  GtkWidget *fix;
  GtkLabel *fix_reason;
  GtkEntry *fix_entry;
  GtkButton *save_rejects;
  GtkLabel *counts;
  GtkLabel *notes;
  GtkProgressBar *progress;

  FfWorkspace *workspace;
  char *path;
  const FfImportKind *kind;
  FfImport *import;       /* NULL: the file could not be read */
  FfImportResult *result; /* of the last dry run; NULL: none yet */
  GCancellable *cancellable;
  guint fix_row;          /* of the rejected row that is being mended */
  int fix_column;
  gboolean working;
  gboolean setting;       /* the window itself sets its choices */
  gboolean gone;          /* closed while a run was under way */
};

G_DEFINE_FINAL_TYPE (FfImportWindow, ff_import_window, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_file (FfImportWindow *self);
static void preview (FfImportWindow *self);

static void
complain (FfImportWindow *self, const char *reason)
{
  adw_status_page_set_description (self->complaint, reason);
  gtk_stack_set_visible_child_name (self->stack, "complaint");
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), FALSE);
}

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

static void
build_columns (FfImportWindow *self)
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

static void
show_rows (FfImportWindow *self)
{
  g_autoptr (GListModel) rows = ff_import_rows_list (self->import, self->result, (FfImportShow) gtk_drop_down_get_selected (self->show));
  GtkNoSelection *selection = gtk_no_selection_new (g_steal_pointer (&rows));

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/* Columns and what they mean --------------------------------------------------------------------------------------- */

static void
on_field_chosen (FfImportWindow *self, GParamSpec *pspec, GtkDropDown *choice)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "column"));
  int field = (int) gtk_drop_down_get_selected (choice) - 1;

  if (self->setting || self->working || field == ff_import_get_field (self->import, column))
    return;
  ff_import_set_field (self->import, column, field < 0 ? FF_IMPORT_IGNORED : field);
  preview (self);
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
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), field >= 0 ? (guint) field + 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, heading_text (self, column), -1);
  g_object_set_data (G_OBJECT (choice), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_field_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  if (field == FF_IMPORT_OTHER)
    gtk_box_append (GTK_BOX (box), ff_tag_new (_("by its heading"), NULL, FF_TONE_ACCENT));
  else
    gtk_box_append (GTK_BOX (box), choice);
  return box;
}

static void
show_columns (FfImportWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_box_remove (self->columns, child);
  gtk_string_list_append (titles, C_("import", "Ignore"));
  for (guint i = 0; ff_import_kind_get_field (self->kind, i) != NULL; i++)
    gtk_string_list_append (titles, ff_import_kind_get_field_title (self->kind, i));
  self->setting = TRUE;
  for (guint i = 0; i < ff_import_get_sheet (self->import)->n_columns; i++)
    gtk_box_append (self->columns, field_choice (self, i, titles));
  self->setting = FALSE;
}

/* Mending what was rejected ---------------------------------------------------------------------------------------- */

static void
show_fix (FfImportWindow *self)
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
  preview (self);
}

static void
on_skip_clicked (FfImportWindow *self)
{
  if (self->working)
    return;
  ff_import_set_skipped (self->import, self->fix_row, TRUE);
  preview (self);
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

/* What it would do ------------------------------------------------------------------------------------------------- */

static void
append_texts (GString *text, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (char *) g_ptr_array_index (lines, i));
}

/* The first few stand in the window, all of them in the tooltip. */
static void
show_texts (FfImportWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  guint n;

  append_texts (text, self->result->warnings);
  append_texts (text, self->result->notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text->len > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes), text->str);
  lines = g_strsplit (text->str, "\n", MAX_NOTES + 1);
  n = g_strv_length (lines);
  if (n > MAX_NOTES)
    {
      guint more = self->result->warnings->len + self->result->notes->len - MAX_NOTES;

      g_free (lines[MAX_NOTES]);
      lines[MAX_NOTES] = g_strdup_printf (ngettext ("and %u more note", "and %u more notes", more), more);
    }
  g_string_truncate (text, 0);
  for (char **line = lines; *line != NULL; line++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", *line);
  gtk_label_set_label (self->notes, text->str);
}

static void
show_result (FfImportWindow *self)
{
  const FfImportResult *result = self->result;
  guint going = result->n_new + result->n_changed;
  g_autofree char *counts = g_strdup_printf (_("%u new, %u changed, %u unchanged, %u rejected"), result->n_new, result->n_changed,
                                             result->n_same, result->n_rejected);
  g_autofree char *label = NULL;

  if (result->n_rejected > 0)
    label = g_strdup_printf (ngettext ("_Import %u Row, Skip the Rejected", "_Import %u Rows, Skip the Rejected", going), going);
  else
    label = g_strdup_printf (ngettext ("_Import %u Row", "_Import %u Rows", going), going);
  gtk_label_set_label (self->counts, counts);
  gtk_button_set_label (self->confirm, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), going > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->save_rejects), result->n_rejected > 0);
  gtk_stack_set_visible_child_name (self->stack, "rows");
  show_rows (self);
  show_fix (self);
  show_texts (self);
}

typedef struct
{
  FfImportWindow *window;
  FfImport *import;
  FfImportFlags flags;
  GCancellable *cancellable;
  FfImportResult *result;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->window);
  g_object_unref (run->cancellable);
  ff_import_result_free (run->result);
  g_free (run);
}

static void
on_fraction (double fraction, gpointer user_data)
{
  ff_job_progress (user_data, (guint64) (fraction * 1000), 1000);
}

static gboolean
run_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Run *run = data;

  run->result = ff_import_run (run->import, db, run->flags, on_fraction, job, run->cancellable, error);
  return run->result != NULL;
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  gtk_progress_bar_set_fraction (FF_IMPORT_WINDOW (user_data)->progress, total > 0 ? (double) done / (double) total : 0);
}

static void
set_working (FfImportWindow *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), working);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns), !working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_choice), !working);
  gtk_widget_set_sensitive (self->encoding_box, !working);
  gtk_widget_set_sensitive (self->sheet_box, !working);
  if (working)
    gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), FALSE);
}

static void
finish_import (FfImportWindow *self, const FfImportResult *result)
{
  g_autofree char *summary = g_strdup_printf (_("Imported: %u new, %u changed, %u unchanged, %u rejected"), result->n_new,
                                              result->n_changed, result->n_same, result->n_rejected);

  g_signal_emit (self, signals[IMPORTED], 0, summary);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_run_done (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (FfImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  Run *run = ff_worker_get_data (async);
  gboolean done = ff_worker_run_finish (FF_WORKER (source), async, &error);

  if (self->gone)
    return;
  set_working (self, FALSE);
  if (!done)
    {
      if (!g_error_matches (error, FF_ERROR, FF_ERROR_CANCELLED))
        complain (self, error->message);
      return;
    }
  if (run->result->applied)
    {
      finish_import (self, run->result);
      return;
    }
  g_clear_pointer (&self->result, ff_import_result_free);
  self->result = g_steal_pointer (&run->result);
  show_result (self);
}

static void
start_run (FfImportWindow *self, FfImportFlags flags)
{
  FfWorker *writer = ff_workspace_get_writer (self->workspace);
  Run *run;

  if (writer == NULL)
    {
      complain (self, ff_workspace_get_reason (self->workspace));
      return;
    }
  run = g_new0 (Run, 1);
  run->window = g_object_ref (self);
  run->import = self->import;
  run->flags = flags;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  run->cancellable = g_object_ref (self->cancellable);
  set_working (self, TRUE);
  ff_worker_run_async (writer, run_work, run, run_free, self->cancellable, on_progress, on_run_done, g_object_ref (self));
}

static void
preview (FfImportWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!ff_import_check (self->import, &error))
    {
      complain (self, error->message);
      return;
    }
  start_run (self, FF_IMPORT_DRY_RUN | FF_IMPORT_SKIP_BAD | FF_IMPORT_PREVIEW);
}

static void
on_confirm (FfImportWindow *self)
{
  if (!self->working && self->result != NULL)
    start_run (self, FF_IMPORT_SKIP_BAD);
}

/* The file --------------------------------------------------------------------------------------------------------- */

static FfEncoding
chosen_encoding (FfImportWindow *self)
{
  /* The first entry is "detected". */
  return (FfEncoding) gtk_drop_down_get_selected (self->encoding);
}

static const char *
chosen_sheet (FfImportWindow *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->sheet);

  return chosen != NULL && gtk_widget_get_visible (self->sheet_box) ? gtk_string_object_get_string (chosen) : NULL;
}

static void
show_file (FfImportWindow *self)
{
  const FfSheet *sheet = ff_import_get_sheet (self->import);
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", sheet->rows->len), sheet->rows->len);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", base, rows);

  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_label_set_label (self->file_name, base);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_name), self->path);
  gtk_widget_set_visible (self->encoding_box, sheet->name == NULL);
  gtk_label_set_label (GTK_LABEL (self->detected), ff_encoding_to_name (sheet->encoding));
  if (sheet->names != NULL && !gtk_widget_get_visible (self->sheet_box))
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
      guint current = 0;

      for (guint i = 0; i < sheet->names->len; i++)
        {
          gtk_string_list_append (names, g_ptr_array_index (sheet->names, i));
          if (g_strcmp0 (g_ptr_array_index (sheet->names, i), sheet->name) == 0)
            current = i;
        }
      self->setting = TRUE;
      gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (names));
      gtk_drop_down_set_selected (self->sheet, current);
      self->setting = FALSE;
      gtk_widget_set_visible (self->sheet_box, sheet->names->len > 1);
    }
}

static void
show_kind (FfImportWindow *self)
{
  const FfImportKind *kind;

  self->setting = TRUE;
  for (guint i = 0; (kind = ff_import_kind_get (i)) != NULL; i++)
    if (kind == self->kind)
      gtk_drop_down_set_selected (self->kind_choice, i);
  self->setting = FALSE;
}

static FfImport *
open_import (FfImportWindow *self, GError **error)
{
  FfSheetOptions options = { .sheet = chosen_sheet (self), .encoding = chosen_encoding (self) };
  gboolean guess = self->kind == NULL;
  g_autoptr (FfImport) import = ff_import_new (guess ? ff_import_kind_get (0) : self->kind, self->path, &options, NULL, error);
  const FfImportKind *guessed;

  if (import == NULL || !guess)
    return g_steal_pointer (&import);
  guessed = ff_import_rows_guess_kind (ff_import_get_sheet (import));
  self->kind = guessed != NULL ? guessed : ff_import_kind_get (0);
  if (self->kind == ff_import_kind_get (0))
    return g_steal_pointer (&import);
  return ff_import_new (self->kind, self->path, &options, NULL, error);
}

static void
read_file (FfImportWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->result, ff_import_result_free);
  g_clear_pointer (&self->import, ff_import_free);
  self->import = open_import (self, &error);
  if (self->import == NULL)
    {
      complain (self, error->message);
      return;
    }
  show_file (self);
  show_kind (self);
  show_columns (self);
  build_columns (self);
  preview (self);
}

static void
on_reading_changed (FfImportWindow *self)
{
  const FfImportKind *kind = ff_import_kind_get (gtk_drop_down_get_selected (self->kind_choice));

  if (self->setting || self->working || self->path == NULL)
    return;
  self->kind = kind;
  read_file (self);
}

static void
on_show_changed (FfImportWindow *self)
{
  if (self->result != NULL)
    show_rows (self);
}

/* The window ------------------------------------------------------------------------------------------------------- */

static gboolean
on_close_request (GtkWindow *window)
{
  FfImportWindow *self = FF_IMPORT_WINDOW (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (ff_import_window_parent_class)->close_request (window);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ff_import_window_dispose (GObject *object)
{
  FF_IMPORT_WINDOW (object)->gone = TRUE;
  G_OBJECT_CLASS (ff_import_window_parent_class)->dispose (object);
}

/* A run keeps a reference, so the import outlives it. */
static void
ff_import_window_finalize (GObject *object)
{
  FfImportWindow *self = FF_IMPORT_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->result, ff_import_result_free);
  g_clear_pointer (&self->import, ff_import_free);
  g_free (self->path);
  G_OBJECT_CLASS (ff_import_window_parent_class)->finalize (object);
}

static void
ff_import_window_class_init (FfImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  signals[IMPORTED] = g_signal_new ("imported", FF_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-import-window.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, FfImportWindow, name)
  BIND (title);
  BIND (confirm);
  BIND (file_name);
  BIND (kind_choice);
  BIND (encoding_box);
  BIND (encoding);
  BIND (detected);
  BIND (sheet_box);
  BIND (sheet);
  BIND (columns);
  BIND (show);
  BIND (stack);
  BIND (complaint);
  BIND (view);
  BIND (fix);
  BIND (fix_reason);
  BIND (fix_entry);
  BIND (save_rejects);
  BIND (counts);
  BIND (notes);
  BIND (progress);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_reading_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_fix_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_rejects);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
fill_choices (FfImportWindow *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) encodings = gtk_string_list_new (NULL);
  const FfImportKind *kind;

  for (guint i = 0; (kind = ff_import_kind_get (i)) != NULL; i++)
    gtk_string_list_append (kinds, ff_import_kind_get_title (kind));
  gtk_string_list_append (encodings, _("Detect"));
  for (FfEncoding i = FF_ENCODING_AUTO + 1; i < FF_N_ENCODINGS; i++)
    gtk_string_list_append (encodings, ff_encoding_to_name (i));
  self->setting = TRUE;
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->encoding, G_LIST_MODEL (encodings));
  self->setting = FALSE;
}

static void
ff_import_window_init (FfImportWindow *self)
{
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

FfImportWindow *
ff_import_window_open (GtkWidget *parent, FfWorkspace *workspace, GFile *file, const char *kind)
{
  FfImportWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace) && G_IS_FILE (file), NULL);

  self = g_object_new (FF_TYPE_IMPORT_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->path = g_file_get_path (file);
  self->kind = kind != NULL ? ff_import_kind_find (kind) : NULL;
  if (self->path == NULL)
    complain (self, _("This file is not on this computer. Save it in a folder first, then import it."));
  else
    read_file (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
