#include "config.h"

#include "ff-editor.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"
#include "ff-editor-preview.h"
#include "ff-editor-row.h"
#include "ff-window.h"

#define INFORMING_HEIGHT 540

struct _FfEditor
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  const FfEditorKind *kind;
  gint64 id;
  gint64 context;
  GPtrArray *rows;          /* FfEditorRow */
  FfEditorValues *stored;   /* what the database holds, or the defaults of a new one */
  GtkLabel *complaint;      /* a refusal that belongs to no field */
  GtkLabel *remark;         /* what was stored and is seldom meant */
  GtkButton *confirm;
  FfEditorPreview *preview; /* NULL: the kind has none */
  gboolean working;
  gboolean closing;         /* close as soon as nothing is refused */
  gboolean again;           /* a field was left while the writer was busy */
  gboolean gone;            /* closed while the writer was busy: there is no form any more */
};

G_DEFINE_FINAL_TYPE (FfEditor, ff_editor, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void commit (FfEditor *self);

const char *
ff_editor_values_get (FfEditorValues *values, const char *name)
{
  return g_hash_table_lookup (values, name);
}

void
ff_editor_values_set (FfEditorValues *values, const char *name, const char *text)
{
  g_hash_table_insert (values, g_strdup (name), g_strdup (text != NULL ? text : ""));
}

FfEditorValues *
ff_editor_values_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* One visit to the writer ------------------------------------------------------------------------------------------ */

typedef struct
{
  FfEditor *editor;
  const FfEditorKind *kind;
  gint64 id;
  gint64 context;
  FfEditorValues *values;
  GPtrArray *remarks; /* sentences; NULL: none */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->remarks, g_ptr_array_unref);
  g_object_unref (job->editor);
  g_hash_table_unref (job->values);
  g_free (job);
}

static gboolean
job_work (FfDb *db, FfJob *worker_job, gpointer data, GError **error)
{
  Job *job = data;

  if (job->kind->put (db, job->id, job->context, job->values, &job->id, error) == FF_PUT_REFUSED)
    return FALSE;
  if (job->kind->remark == NULL)
    return TRUE;
  job->remarks = job->kind->remark (db, job->id, job->context, error);
  return job->remarks != NULL;
}

static FfEditorRow *
find_row (FfEditor *self, const char *field)
{
  for (guint i = 0; field != NULL && i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (ff_editor_row_get_field (row)->name, field))
        return row;
    }
  return NULL;
}

static void
clear_errors (FfEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    ff_editor_row_set_error (g_ptr_array_index (self->rows, i), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
}

static void
show_error (FfEditor *self, const GError *error)
{
  FfEditorRow *row = find_row (self, ff_put_error_field (error));

  clear_errors (self);
  if (row != NULL)
    {
      ff_editor_row_set_error (row, error->message);
      if (self->closing)
        ff_editor_row_grab_focus (row);
    }
  else
    {
      gtk_label_set_label (self->complaint, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
    }
}

/* What the writer took is what is stored; what the person typed meanwhile stays as it is. */
static void
take_over (FfEditor *self, FfEditorValues *values)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    ff_editor_values_set (self->stored, name, text);
}

/* In the form, or over its parent when the form is about to close. */
static void
show_remarks (FfEditor *self, GPtrArray *remarks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (remarks, i));
  gtk_label_set_label (self->remark, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), text->len > 0);
  if (text->len > 0 && self->closing)
    ff_compat_alert (gtk_window_get_transient_for (GTK_WINDOW (self)), _("Saved, but Have a Look"), text->str);
}

static gboolean
job_done (gpointer data, const GError *error)
{
  Job *job = data;
  FfEditor *self = job->editor;

  self->working = FALSE;
  if (self->gone)
    return error == NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), TRUE);
  if (error != NULL)
    {
      show_error (self, error);
      self->closing = FALSE;
      return TRUE;
    }
  clear_errors (self);
  take_over (self, job->values);
  show_remarks (self, job->remarks);
  g_signal_emit (self, signals[SAVED], 0, job->id);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->again)
    commit (self);
  return TRUE;
}

static FfEditorValues *
typed_values (FfEditor *self, gboolean *changed)
{
  g_autoptr (GHashTable) typed = ff_editor_values_new ();

  *changed = self->id == 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);
      const char *name = ff_editor_row_get_field (row)->name;
      g_autofree char *text = ff_editor_row_dup_text (row);
      const char *stored = ff_editor_values_get (self->stored, name);

      *changed = *changed || g_strcmp0 (text, stored != NULL ? stored : "") != 0;
      ff_editor_values_set (typed, name, text);
    }
  return g_steal_pointer (&typed);
}

static gboolean
shows (FfEditor *self, FfEditorRow *row, FfEditorValues *values)
{
  return self->kind->shows == NULL || self->kind->shows (ff_editor_row_get_field (row)->name, values);
}

static void
show_fields (FfEditor *self)
{
  gboolean changed;
  g_autoptr (GHashTable) values = typed_values (self, &changed);

  for (guint i = 0; i < self->rows->len; i++)
    ff_editor_row_set_visible (g_ptr_array_index (self->rows, i), shows (self, g_ptr_array_index (self->rows, i), values));
}

/* The first required field that is still empty says so itself; the writer need not be asked. */
static gboolean
check_required (FfEditor *self)
{
  gboolean changed;
  g_autoptr (GHashTable) values = typed_values (self, &changed);

  for (guint i = 0; i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);
      const FfEditorField *field = ff_editor_row_get_field (row);
      g_autofree char *text = ff_editor_row_dup_text (row);

      if (!field->required || !shows (self, row, values) || *g_strstrip (text) != '\0')
        continue;
      clear_errors (self);
      ff_editor_row_set_error (row, _("This is needed."));
      ff_editor_row_grab_focus (row);
      self->closing = FALSE;
      return FALSE;
    }
  return TRUE;
}

static void
commit (FfEditor *self)
{
  g_autoptr (GHashTable) values = NULL;
  gboolean changed;
  Job *job;

  if (self->working)
    {
      self->again = TRUE;
      return;
    }
  self->again = FALSE;
  if (!check_required (self))
    return;
  values = typed_values (self, &changed);
  if (!changed)
    {
      clear_errors (self);
      if (self->closing)
        gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  job = g_new0 (Job, 1);
  job->editor = g_object_ref (self);
  job->kind = self->kind;
  job->id = self->id;
  job->context = self->context;
  job->values = g_steal_pointer (&values);
  self->working = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), FALSE);
  ff_workspace_run (self->workspace, self->id == 0 ? _(self->kind->new_label) : _(self->kind->edit_label),
                    job_work, job_done, job, (GDestroyNotify) job_free);
}

/* Deleting --------------------------------------------------------------------------------------------------------- */

static gboolean
delete_work (FfDb *db, FfJob *worker_job, gpointer data, GError **error)
{
  Job *job = data;

  return job->kind->delete (db, job->id, job->context, error);
}

static gboolean
delete_done (gpointer data, const GError *error)
{
  Job *job = data;
  FfEditor *self = job->editor;
  GtkWindow *parent;

  self->working = FALSE;
  if (self->gone)
    return error == NULL;
  if (error != NULL)
    {
      show_error (self, error);
      return TRUE;
    }
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (FF_IS_WINDOW (parent))
    ff_window_toast_undo (FF_WINDOW (parent), _(self->kind->deleted));
  g_signal_emit (self, signals[DELETED], 0);
  self->closing = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static void
on_delete (FfEditor *self)
{
  Job *job;

  if (self->working)
    return;
  job = g_new0 (Job, 1);
  job->editor = g_object_ref (self);
  job->kind = self->kind;
  job->id = self->id;
  job->context = self->context;
  job->values = ff_editor_values_new ();
  self->working = TRUE;
  ff_workspace_run (self->workspace, _(self->kind->delete_label), delete_work, delete_done, job, (GDestroyNotify) job_free);
}

static void
add_delete_button (FfEditor *self, GtkWidget *content)
{
  GtkWidget *button;

  if (self->id == 0 || self->kind->delete == NULL)
    return;
  button = gtk_button_new_with_label (_(self->kind->delete_label));
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_delete), self);
  gtk_box_append (GTK_BOX (content), button);
}

static void look_ahead (FfEditor *self);

/* The form --------------------------------------------------------------------------------------------------------- */

static void
on_confirm (FfEditor *self)
{
  self->closing = TRUE;
  commit (self);
}

/* A field still holds what was suggested, or nothing: nobody typed there. */
static gboolean
is_untouched (FfEditor *self, FfEditorRow *row)
{
  g_autofree char *text = ff_editor_row_dup_text (row);
  const char *suggested = ff_editor_values_get (self->stored, ff_editor_row_get_field (row)->name);

  return g_strcmp0 (text, suggested != NULL ? suggested : "") == 0;
}

static void
take_suggestions (FfEditor *self, FfEditorRow *from)
{
  g_autoptr (GHashTable) suggestions = ff_editor_values_new ();
  g_autofree char *text = ff_editor_row_dup_text (from);

  self->kind->suggest (ff_workspace_get_reader (self->workspace), ff_editor_row_get_field (from)->name, text, suggestions);
  for (guint i = 0; i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);
      const char *name = ff_editor_row_get_field (row)->name;
      const char *suggested = ff_editor_values_get (suggestions, name);

      if (suggested == NULL || row == from || !is_untouched (self, row))
        continue;
      ff_editor_row_set_text (row, suggested);
      ff_editor_values_set (self->stored, name, suggested);
    }
}

static void
on_row_left (FfEditor *self, FfEditorRow *row)
{
  if (self->id == 0 && self->kind->suggest != NULL && !self->gone)
    take_suggestions (self, row);
  show_fields (self);
  look_ahead (self);
  if (self->id != 0 && !self->closing && !self->gone)
    commit (self);
}

static void
on_cancel (FfEditor *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static const char *
add_label (FfEditor *self)
{
  return self->kind->confirm_label != NULL ? _(self->kind->confirm_label) : _("_Add");
}

static void
add_header (FfEditor *self, GtkWidget *box)
{
  GtkWidget *header = adw_header_bar_new ();
  gboolean adding = self->id == 0;
  const char *title = adding ? _(self->kind->new_title) : _(self->kind->edit_title);

  gtk_window_set_title (GTK_WINDOW (self), title);
  self->confirm = GTK_BUTTON (gtk_button_new_with_mnemonic (adding ? add_label (self) : _("_Done")));
  gtk_widget_add_css_class (GTK_WIDGET (self->confirm), "suggested-action");
  g_signal_connect_swapped (self->confirm, "clicked", G_CALLBACK (on_confirm), self);
  if (adding)
    {
      GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

      g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel), self);
      adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
    }
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->confirm));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_box_append (GTK_BOX (box), header);
}

/* Looking ahead ------------------------------------------------------------------------------------------------------ */

static void
look_ahead (FfEditor *self)
{
  gboolean changed;

  if (self->preview != NULL && !self->gone)
    ff_editor_preview_ask (self->preview, typed_values (self, &changed));
}

static void
on_proposal_taken (FfEditor *self, FfEditorValues *fields)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FfEditorRow *row = g_ptr_array_index (self->rows, i);
      const char *text = ff_editor_values_get (fields, ff_editor_row_get_field (row)->name);

      if (text != NULL)
        ff_editor_row_set_text (row, text);
    }
  show_fields (self);
  look_ahead (self);
  if (self->id != 0)
    commit (self);
}

static void
add_preview (FfEditor *self, GtkBox *box)
{
  if (self->kind->preview == NULL)
    return;
  self->preview = FF_EDITOR_PREVIEW (ff_editor_preview_new (self->workspace, self->kind, self->id, self->context));
  g_signal_connect_object (self->preview, "taken", G_CALLBACK (on_proposal_taken), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->preview));
  look_ahead (self);
}

static gboolean
takes_choices (FfFieldKind kind)
{
  return kind == FF_FIELD_CHOICE || kind == FF_FIELD_SUGGEST || kind == FF_FIELD_SUGGEST_MANY;
}

static void
add_rows (FfEditor *self, GtkListBox *form)
{
  FfDb *reader = ff_workspace_get_reader (self->workspace);

  for (gsize i = 0; i < self->kind->n_fields; i++)
    {
      const FfEditorField *field = &self->kind->fields[i];
      g_autoptr (GPtrArray) choices = NULL;
      g_autoptr (GError) error = NULL;
      FfEditorRow *row;

      if (self->kind->choices != NULL && takes_choices (field->kind))
        {
          choices = self->kind->choices (reader, self->context, field->name, &error);
          if (choices == NULL)
            {
              g_signal_emit_by_name (self->workspace, "failed", error);
              choices = g_ptr_array_new ();
            }
        }
      row = ff_editor_row_new (field, choices, form);
      ff_editor_row_set_text (row, ff_editor_values_get (self->stored, field->name));
      g_signal_connect_object (row, "left", G_CALLBACK (on_row_left), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "typed", G_CALLBACK (look_ahead), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "entered", G_CALLBACK (on_confirm), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
    }
  show_fields (self);
}

static GtkLabel *
new_message (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  return GTK_LABEL (label);
}

static void
build (FfEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *form = gtk_list_box_new ();

  add_header (self, box);
  self->complaint = new_message ("form-complaint");
  self->remark = new_message ("form-remark");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (form), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (form, "boxed-list");
  add_rows (self, GTK_LIST_BOX (form));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->complaint));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->remark));
  gtk_box_append (GTK_BOX (content), form);
  add_delete_button (self, content);
  gtk_widget_add_css_class (content, "form");
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  add_preview (self, GTK_BOX (box));
  adw_window_set_content (ADW_WINDOW (self), box);
  /* What a preview says from the beginning needs its room beside the form. */
  gtk_window_set_default_size (GTK_WINDOW (self), 480, self->kind->informs ? INFORMING_HEIGHT : -1);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* From any field, also from one in which Enter itself means something. */
static gboolean
on_control_enter (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  on_confirm (FF_EDITOR (widget));
  return TRUE;
}

static void
ff_editor_dispose (GObject *object)
{
  FF_EDITOR (object)->gone = TRUE;
  G_OBJECT_CLASS (ff_editor_parent_class)->dispose (object);
}

static void
ff_editor_finalize (GObject *object)
{
  FfEditor *self = FF_EDITOR (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->stored, g_hash_table_unref);
  G_OBJECT_CLASS (ff_editor_parent_class)->finalize (object);
}

static void
ff_editor_class_init (FfEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_editor_finalize;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Return, GDK_CONTROL_MASK, on_control_enter, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_control_enter, NULL);
  signals[DELETED] = g_signal_new ("deleted", FF_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVED] = g_signal_new ("saved", FF_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ff_editor_init (FfEditor *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->stored = ff_editor_values_new ();
}

/* The first field in which there is something to type or to choose. */
static void
grab_first_field (FfEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (ff_editor_row_is_open (g_ptr_array_index (self->rows, i)))
      {
        ff_editor_row_grab_focus (g_ptr_array_index (self->rows, i));
        return;
      }
}

FfEditor *
ff_editor_open (GtkWidget *parent, FfWorkspace *workspace, const FfEditorKind *kind, gint64 id, gint64 context)
{
  return ff_editor_open_with (parent, workspace, kind, id, context, ff_editor_values_new ());
}

FfEditor *
ff_editor_open_with (GtkWidget *parent, FfWorkspace *workspace, const FfEditorKind *kind, gint64 id, gint64 context, FfEditorValues *preset)
{
  g_autoptr (GHashTable) values = preset;
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autoptr (GError) error = NULL;
  FfEditor *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace) && kind != NULL, NULL);

  self = g_object_new (FF_TYPE_EDITOR, "modal", TRUE, "transient-for", root, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->id = id;
  self->context = context;
  if (!kind->load (ff_workspace_get_reader (workspace), id, context, self->stored, &error))
    {
      g_signal_emit_by_name (workspace, "failed", error);
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  take_over (self, values);
  build (self);
  grab_first_field (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
