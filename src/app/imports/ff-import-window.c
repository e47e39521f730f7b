/* The window holds one FfImport. Every choice that changes what the file means leads to a dry run on the writer's thread, and nothing can
   be touched while that runs; so what is shown is always what an import would do. */
#include "config.h"

#include "ff-import-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Notes that stand in the window; the tooltip has all of them. */
#define MAX_NOTES 3

G_DEFINE_FINAL_TYPE (FfImportWindow, ff_import_window, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
complain (FfImportWindow *self, const char *reason)
{
  adw_status_page_set_description (self->complaint, reason);
  gtk_widget_set_visible (self->again, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "complaint");
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), FALSE);
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

  if (self->recalled)
    g_string_append (text, _("The columns are matched as they were the last time with these headings."));
  append_texts (text, self->result->warnings);
  append_texts (text, self->result->notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text->len > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes), text->str);
  lines = g_strsplit (text->str, "\n", MAX_NOTES + 1);
  n = g_strv_length (lines);
  if (n > MAX_NOTES)
    {
      guint more = self->recalled + self->result->warnings->len + self->result->notes->len - MAX_NOTES;

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
  gtk_label_set_label (self->undo_note, result->n_final == 0 ? _("one step, can be undone as a whole")
                                                             : _("anonymous answers cannot be taken back once they are imported"));
  gtk_button_set_label (self->confirm, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), going > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->save_rejects), result->n_rejected > 0);
  gtk_stack_set_visible_child_name (self->stack, "rows");
  ff_import_window_show_rows (self);
  ff_import_window_show_fix (self);
  show_texts (self);
}

typedef struct
{
  FfImportWindow *window;
  FfImport *import;
  FfImportFlags flags;
  gboolean keep; /* how the columns were matched */
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

static void
keep_targets (const FfImport *import, FfDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Remember the columns"), &error);

  if (batch == NULL || !ff_import_keep_targets (import, db, &error) || !ff_batch_commit (g_steal_pointer (&batch), &error))
    g_warning ("The columns of the file are not remembered: %s", error->message);
}

static gboolean
run_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Run *run = data;

  run->result = ff_import_run (run->import, db, run->flags, on_fraction, job, run->cancellable, error);
  if (run->result == NULL || !run->result->applied || !run->keep)
    return run->result != NULL;
  /* What was imported is imported, whether the next file is matched by itself or not. */
  keep_targets (run->import, db);
  return TRUE;
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
      gtk_widget_set_visible (self->again, g_error_matches (error, FF_ERROR, FF_ERROR_EXISTS));
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
  run->flags = flags | (self->take_again ? FF_IMPORT_AGAIN : 0);
  run->keep = self->by_hand;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  run->cancellable = g_object_ref (self->cancellable);
  set_working (self, TRUE);
  ff_worker_run_async (writer, run_work, run, run_free, self->cancellable, on_progress, on_run_done, g_object_ref (self));
}

void
ff_import_window_preview (FfImportWindow *self)
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
  g_autofree char *base = self->scratch ? g_strdup (_("Pasted cells")) : g_path_get_basename (self->path);
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
  ff_import_window_prepare_answers (self);
  ff_import_window_show_columns (self);
  ff_import_window_build_table (self);
  ff_import_window_preview (self);
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
    ff_import_window_show_rows (self);
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
  if (self->scratch && self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self->class_code);
  g_free (self->questionnaire);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->questionnaires, g_ptr_array_unref);
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
  BIND (asked_box);
  BIND (asked);
  BIND (again);
  BIND (undo_note);
  BIND (counts);
  BIND (notes);
  BIND (progress);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_reading_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_changed);
  ff_import_window_bind_table (widget_class);
  ff_import_window_bind_answers (widget_class);
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

static FfImportWindow *
window_new (GtkWidget *parent, FfWorkspace *workspace, GFile *file, const char *kind)
{
  FfImportWindow *self = g_object_new (FF_TYPE_IMPORT_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);

  self->workspace = g_object_ref (workspace);
  self->path = g_file_get_path (file);
  self->kind = kind != NULL ? ff_import_kind_find (kind) : NULL;
  return self;
}

static FfImportWindow *
window_open (FfImportWindow *self)
{
  if (self->path == NULL)
    complain (self, _("This file is not on this computer. Save it in a folder first, then import it."));
  else
    read_file (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

FfImportWindow *
ff_import_window_open (GtkWidget *parent, FfWorkspace *workspace, GFile *file, const char *kind)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (workspace) && G_IS_FILE (file), NULL);

  return window_open (window_new (parent, workspace, file, kind));
}

FfImportWindow *
ff_import_window_open_answers (GtkWidget *parent, FfWorkspace *workspace, GFile *file, gboolean scratch, const char *run_code, const char *key)
{
  FfImportWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace) && G_IS_FILE (file), NULL);
  g_return_val_if_fail (run_code != NULL && key != NULL, NULL);

  self = window_new (parent, workspace, file, "answers");
  self->scratch = scratch;
  self->class_code = g_strdup (run_code);
  self->questionnaire = g_strdup (key);
  return window_open (self);
}
