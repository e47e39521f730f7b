#include "config.h"

#include "ff-plan-window.h"

#include <glib/gi18n-lib.h>

#include "ff-editor-row.h"
#include "ff-plan-preview.h"
#include "ff-window.h"

/* The sessions are worked out again when typing pauses. */
#define PREVIEW_DELAY_MS 200

struct _FfPlanWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  const FfPlanKind *kind;
  gint64 context;
  GPtrArray *rows;           /* FfEditorRow */
  FfEditorValues *suggested; /* what stood in the form before somebody typed */
  GtkButton *confirm;
  GtkLabel *complaint;
  GtkLabel *summary;
  GtkLabel *warning;
  GtkStack *stack;           /* the lines, or why there are none */
  GtkListBox *lines;
  GtkLabel *reason;
  GCancellable *cancellable; /* of the preview that is being read */
  guint delay;
  gboolean working;
  gboolean gone;             /* closed while the writer was busy: there is no form any more */
};

G_DEFINE_FINAL_TYPE (FfPlanWindow, ff_plan_window, ADW_TYPE_WINDOW)

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static FfEditorValues *
values_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static FfEditorValues *
typed_values (FfPlanWindow *self)
{
  FfEditorValues *values = values_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *text = ff_editor_row_dup_text (row);

      ff_editor_values_set (values, ff_editor_row_get_field (row)->name, text);
    }
  return values;
}

/* The preview ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef window;
  const FfPlanKind *kind;
  gint64 context;
  FfEditorValues *values;
  FfPlanPreview *preview;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->window);
  g_hash_table_unref (reading->values);
  ff_plan_preview_free (reading->preview);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) plans = reading->kind->plan (db, reading->context, reading->values, error);

  reading->preview = plans != NULL ? ff_plan_preview_read (db, plans, error) : NULL;
  return reading->preview != NULL;
}

static GtkWidget *
new_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  for (; *classes != NULL; classes++)
    gtk_widget_add_css_class (label, *classes);
  return label;
}

static GtkWidget *
note_box (const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "error");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), new_label (sentence, (const char *const[]) { "caption", "error", NULL }));
  return box;
}

static GtkWidget *
line_row (const FfPlanLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *when = new_label (line->when, (const char *const[]) { "numeric", NULL });

  if (line->cancelled)
    gtk_widget_add_css_class (when, "struck");
  gtk_box_append (GTK_BOX (box), when);
  if (*line->title != '\0')
    gtk_box_append (GTK_BOX (box), new_label (line->title, (const char *const[]) { "caption", NULL }));
  if (line->detail != NULL)
    gtk_box_append (GTK_BOX (box), new_label (line->detail, (const char *const[]) { "caption", "dim-label", NULL }));
  for (guint i = 0; i < line->notes->len; i++)
    gtk_box_append (GTK_BOX (box), note_box (g_ptr_array_index (line->notes, i)));
  gtk_widget_add_css_class (box, "plan-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_preview (FfPlanWindow *self, const FfPlanPreview *preview)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->lines, 0)) != NULL)
    gtk_list_box_remove (self->lines, GTK_WIDGET (row));
  for (guint i = 0; i < preview->lines->len; i++)
    gtk_list_box_append (self->lines, line_row (g_ptr_array_index (preview->lines, i)));
  gtk_label_set_label (self->summary, preview->summary);
  gtk_label_set_label (self->warning, preview->warning != NULL ? preview->warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), preview->warning != NULL);
  gtk_label_set_label (self->reason, _("No session comes of this."));
  gtk_stack_set_visible_child_name (self->stack, preview->lines->len > 0 ? "lines" : "reason");
}

/* Half a form is no mistake: it only says why there is nothing to see yet. */
static void
show_reason (FfPlanWindow *self, const char *reason)
{
  gtk_label_set_label (self->summary, "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), FALSE);
  gtk_label_set_label (self->reason, reason);
  gtk_stack_set_visible_child_name (self->stack, "reason");
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfPlanWindow) self = g_weak_ref_get (&reading->window);

  if (self == NULL || self->gone)
    return TRUE;
  if (error == NULL)
    show_preview (self, reading->preview);
  else
    show_reason (self, error->message);
  return TRUE;
}

static void
stop_reading (FfPlanWindow *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
read_preview (gpointer data)
{
  FfPlanWindow *self = data;
  Reading *reading = g_new0 (Reading, 1);

  self->delay = 0;
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->window, self);
  reading->kind = self->kind;
  reading->context = self->context;
  reading->values = typed_values (self);
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
  return G_SOURCE_REMOVE;
}

static void
schedule_preview (FfPlanWindow *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  self->delay = g_timeout_add (PREVIEW_DELAY_MS, read_preview, self);
}

/* The form ------------------------------------------------------------------------------------------------------------------ */

static void
clear_errors (FfPlanWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    ff_editor_row_set_error (g_ptr_array_index (self->rows, i), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
}

static void
show_error (FfPlanWindow *self, const GError *error)
{
  const char *field = ff_put_error_field (error);

  clear_errors (self);
  for (guint i = 0; field != NULL && i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);

      if (!g_str_equal (ff_editor_row_get_field (row)->name, field))
        continue;
      ff_editor_row_set_error (row, error->message);
      ff_editor_row_grab_focus (row);
      return;
    }
  gtk_label_set_label (self->complaint, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
}

static void
update_visible (FfPlanWindow *self)
{
  g_autoptr (GHashTable) values = NULL;

  if (self->kind->shows == NULL)
    return;
  values = typed_values (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);

      ff_editor_row_set_visible (row, self->kind->shows (ff_editor_row_get_field (row)->name, values));
    }
}

/* Fields that nobody has touched take what follows from this one. */
static void
take_suggestions (FfPlanWindow *self, FfEditorRow *from)
{
  g_autoptr (GHashTable) suggestions = values_new ();
  g_autofree char *text = ff_editor_row_dup_text (from);

  if (self->kind->suggest == NULL)
    return;
  self->kind->suggest (ff_workspace_get_reader (self->workspace), ff_editor_row_get_field (from)->name, text, suggestions);
  for (guint i = 0; i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);
      const char *name = ff_editor_row_get_field (row)->name;
      const char *suggestion = ff_editor_values_get (suggestions, name);
      const char *before = ff_editor_values_get (self->suggested, name);
      g_autofree char *now = ff_editor_row_dup_text (row);

      if (suggestion == NULL || row == from || g_strcmp0 (now, before != NULL ? before : "") != 0)
        continue;
      ff_editor_row_set_text (row, suggestion);
      ff_editor_values_set (self->suggested, name, suggestion);
    }
}

static void
on_row_left (FfPlanWindow *self, FfEditorRow *row)
{
  if (self->gone)
    return;
  take_suggestions (self, row);
  update_visible (self);
  schedule_preview (self);
}

static void
on_row_typed (FfPlanWindow *self, FfEditorRow *row)
{
  if (ff_editor_row_has_error (row))
    ff_editor_row_set_error (row, NULL);
  schedule_preview (self);
}

/* Doing it ------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  FfPlanWindow *window;
  FfEditorValues *values;
  gint64 id;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->window);
  g_hash_table_unref (job->values);
  g_free (job);
}

static gboolean
job_work (FfDb *db, FfJob *worker_job, gpointer data, GError **error)
{
  Job *job = data;

  return job->window->kind->apply (db, job->window->context, job->values, &job->id, error);
}

static gboolean
job_done (gpointer data, const GError *error)
{
  Job *job = data;
  FfPlanWindow *self = job->window;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  self->working = FALSE;
  if (self->gone)
    return error == NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), TRUE);
  if (error != NULL)
    {
      show_error (self, error);
      return TRUE;
    }
  if (FF_IS_WINDOW (parent) && self->kind->done != NULL)
    ff_window_toast_undo (FF_WINDOW (parent), _(self->kind->done));
  g_signal_emit (self, signals[DONE], 0, job->id);
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static gboolean
check_required (FfPlanWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *text = ff_editor_row_dup_text (row);

      if (!ff_editor_row_get_field (row)->required || *g_strstrip (text) != '\0')
        continue;
      clear_errors (self);
      ff_editor_row_set_error (row, _("This is needed."));
      ff_editor_row_grab_focus (row);
      return FALSE;
    }
  return TRUE;
}

static void
on_confirm (FfPlanWindow *self)
{
  Job *job;

  if (self->working || !check_required (self))
    return;
  job = g_new0 (Job, 1);
  job->window = g_object_ref (self);
  job->values = typed_values (self);
  self->working = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), FALSE);
  ff_workspace_run (self->workspace, _(self->kind->label), job_work, job_done, job, job_free);
}

/* The window ------------------------------------------------------------------------------------------------------------------ */

static gboolean
takes_choices (FfFieldKind kind)
{
  return kind == FF_FIELD_CHOICE || kind == FF_FIELD_SUGGEST || kind == FF_FIELD_SUGGEST_MANY;
}

static void
add_rows (FfPlanWindow *self, GtkListBox *form)
{
  for (gsize i = 0; i < self->kind->n_fields; i++)
    {
      const FfEditorField *field = &self->kind->fields[i];
      g_autoptr (GPtrArray) choices = NULL;
      g_autoptr (GError) error = NULL;
      FfEditorRow *row;

      if (takes_choices (field->kind))
        {
          choices = self->kind->choices (ff_workspace_get_reader (self->workspace), self->context, field->name, &error);
          if (choices == NULL)
            {
              g_signal_emit_by_name (self->workspace, "failed", error);
              choices = g_ptr_array_new ();
            }
        }
      row = ff_editor_row_new (field, choices, form);
      ff_editor_row_set_text (row, ff_editor_values_get (self->suggested, field->name));
      g_signal_connect_object (row, "left", G_CALLBACK (on_row_left), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "typed", G_CALLBACK (on_row_typed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "entered", G_CALLBACK (on_confirm), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
    }
}

static GtkWidget *
make_header (FfPlanWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_window_set_title (GTK_WINDOW (self), _(self->kind->title));
  self->confirm = GTK_BUTTON (gtk_button_new_with_mnemonic (_(self->kind->confirm)));
  gtk_widget_add_css_class (GTK_WIDGET (self->confirm), "suggested-action");
  g_signal_connect_swapped (self->confirm, "clicked", G_CALLBACK (on_confirm), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->confirm));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  return header;
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_form (FfPlanWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *form = gtk_list_box_new ();
  GtkWidget *scrolled;

  self->complaint = GTK_LABEL (new_label (NULL, (const char *const[]) { "form-complaint", NULL }));
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (form), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (form, "boxed-list");
  add_rows (self, GTK_LIST_BOX (form));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->complaint));
  gtk_box_append (GTK_BOX (content), form);
  gtk_widget_add_css_class (content, "form");
  scrolled = make_scrolled (content);
  gtk_widget_set_size_request (scrolled, 380, -1);
  return scrolled;
}

static GtkWidget *
make_preview (FfPlanWindow *self)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->summary = GTK_LABEL (new_label (NULL, (const char *const[]) { "heading", NULL }));
  self->warning = GTK_LABEL (new_label (NULL, (const char *const[]) { "form-remark", NULL }));
  gtk_widget_set_visible (GTK_WIDGET (self->warning), FALSE);
  self->lines = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->lines, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "plan-lines");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sessions as they would be"), -1);
  self->reason = GTK_LABEL (new_label (NULL, (const char *const[]) { "dim-label", NULL }));
  gtk_label_set_justify (self->reason, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->reason, 0.5);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_scrolled (GTK_WIDGET (self->lines)), "lines");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->reason), "reason");
  gtk_stack_set_visible_child_name (self->stack, "reason");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (pane), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (pane), GTK_WIDGET (self->warning));
  gtk_box_append (GTK_BOX (pane), GTK_WIDGET (self->stack));
  gtk_widget_set_hexpand (pane, TRUE);
  gtk_widget_add_css_class (pane, "plan-preview");
  return pane;
}

static void
build (FfPlanWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (halves), make_form (self));
  gtk_box_append (GTK_BOX (halves), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (halves), make_preview (self));
  gtk_box_append (GTK_BOX (box), halves);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 860, self->kind->n_fields > 6 ? 640 : 440);
  update_visible (self);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
on_control_enter (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  on_confirm (FF_PLAN_WINDOW (widget));
  return TRUE;
}

static void
ff_plan_window_dispose (GObject *object)
{
  FF_PLAN_WINDOW (object)->gone = TRUE;
  stop_reading (FF_PLAN_WINDOW (object));
  G_OBJECT_CLASS (ff_plan_window_parent_class)->dispose (object);
}

static void
ff_plan_window_finalize (GObject *object)
{
  FfPlanWindow *self = FF_PLAN_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->suggested, g_hash_table_unref);
  G_OBJECT_CLASS (ff_plan_window_parent_class)->finalize (object);
}

static void
ff_plan_window_class_init (FfPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_plan_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_plan_window_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_control_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_control_enter, NULL);
  signals[DONE] = g_signal_new ("done", FF_TYPE_PLAN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ff_plan_window_init (FfPlanWindow *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->suggested = values_new ();
}

static void
grab_first_field (FfPlanWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (ff_editor_row_is_open (g_ptr_array_index (self->rows, i)))
      {
        ff_editor_row_grab_focus (g_ptr_array_index (self->rows, i));
        return;
      }
}

FfPlanWindow *
ff_plan_window_open (GtkWidget *parent, FfWorkspace *workspace, const FfPlanKind *kind, gint64 context)
{
  g_autoptr (GError) error = NULL;
  FfPlanWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace) && kind != NULL, NULL);

  self = g_object_new (FF_TYPE_PLAN_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->context = context;
  if (!kind->load (ff_workspace_get_reader (workspace), context, self->suggested, &error))
    {
      g_signal_emit_by_name (workspace, "failed", error);
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  build (self);
  grab_first_field (self);
  read_preview (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
