#include "config.h"

#include "ff-comment-popover.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-phrase-picker.h"
#include "ff-popover.h"

struct _FfCommentPopover
{
  GtkPopover parent_instance;

  GtkDropDown *which;
  GtkTextView *view;
  GtkBox *content;

  FfScoresModel *model;
  gint64 enrolment_id;
  GArray *marks; /* FfStoredMark, as they were when it was opened; their texts are the popover's own */
  GStringChunk *texts;
  guint current;
  gboolean dropped; /* by Escape */
};

G_DEFINE_FINAL_TYPE (FfCommentPopover, ff_comment_popover, GTK_TYPE_POPOVER)

static FfStoredMark *
get_mark (FfCommentPopover *self, guint i)
{
  return &g_array_index (self->marks, FfStoredMark, i);
}

static char *
get_text (FfCommentPopover *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* Keeps what stands there, if it is another text than before. */
static void
take (FfCommentPopover *self)
{
  FfStoredMark *mark = get_mark (self, self->current);
  g_autofree char *text = get_text (self);
  FfClassTrainee *trainee;

  if (g_strcmp0 (text, mark->comment != NULL ? mark->comment : "") == 0)
    return;

  mark->comment = g_string_chunk_insert (self->texts, text);
  trainee = ff_class_model_find_trainee (FF_CLASS_MODEL (self->model), self->enrolment_id);
  if (trainee != NULL)
    ff_scores_model_set_comment (self->model, trainee, mark, text);
}

static void
show_current (FfCommentPopover *self)
{
  const char *comment = get_mark (self, self->current)->comment;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), comment != NULL ? comment : "", -1);
}

static void
on_which_selected (FfCommentPopover *self)
{
  guint selected = gtk_drop_down_get_selected (self->which);

  if (selected == self->current || selected >= self->marks->len)
    return;
  take (self);
  self->current = selected;
  show_current (self);
}

/* Opening and closing ----------------------------------------------------------------------------------------- */

static gboolean
on_key (FfCommentPopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    {
      self->dropped = TRUE;
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    }

  return FALSE;
}

static void
on_closed (FfCommentPopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!self->dropped)
    take (self);
  if (parent != NULL)
    gtk_widget_grab_focus (parent);
}

static void
ff_comment_popover_finalize (GObject *object)
{
  FfCommentPopover *self = FF_COMMENT_POPOVER (object);

  g_clear_object (&self->model);
  g_array_unref (self->marks);
  g_string_chunk_free (self->texts);

  G_OBJECT_CLASS (ff_comment_popover_parent_class)->finalize (object);
}

static void
ff_comment_popover_class_init (FfCommentPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_comment_popover_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-comment-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCommentPopover, which);
  gtk_widget_class_bind_template_child (widget_class, FfCommentPopover, view);
  gtk_widget_class_bind_template_child (widget_class, FfCommentPopover, content);
  gtk_widget_class_bind_template_callback (widget_class, on_which_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
}

static void
ff_comment_popover_init (FfCommentPopover *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (FfStoredMark));
  self->texts = g_string_chunk_new (256);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Listening · Lin · attempt 2: 76" */
static char *
name_mark (const FfComponent *leaf, const FfStoredMark *mark)
{
  g_autofree char *score = ff_hundredths_format (mark->score);
  g_autoptr (GString) name = g_string_new (NULL);

  if (mark->criterion >= 0)
    g_string_append_printf (name, "%s · ", ((FfCriterion *) g_ptr_array_index (leaf->criteria, mark->criterion))->title);
  if (mark->rater[0] != '\0')
    g_string_append_printf (name, "%s · ", mark->rater);
  if (mark->attempt > 1)
    {
      g_autofree char *attempt = g_strdup_printf (_("attempt %d"), mark->attempt);

      g_string_append_printf (name, "%s · ", attempt);
    }
  g_string_append (name, score);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* The newest attempt first, which is the one that most comments are about. */
static int
compare_marks (gconstpointer a, gconstpointer b)
{
  return ((const FfStoredMark *) b)->attempt - ((const FfStoredMark *) a)->attempt;
}

static void
fill_marks (FfCommentPopover *self, const FfClassTrainee *trainee, const FfComponent *leaf, int component, int criterion)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      FfStoredMark mark = g_array_index (trainee->marks, FfStoredMark, i);

      if (mark.component != component || (criterion >= 0 && mark.criterion != criterion))
        continue;
      mark.rater = g_string_chunk_insert (self->texts, mark.rater != NULL ? mark.rater : "");
      mark.comment = mark.comment != NULL ? g_string_chunk_insert (self->texts, mark.comment) : NULL;
      g_array_append_val (self->marks, mark);
    }
  g_array_sort (self->marks, compare_marks);
  for (guint i = 0; i < self->marks->len; i++)
    {
      g_autofree char *name = name_mark (leaf, get_mark (self, i));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->which, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->which), self->marks->len > 1);
}

FfCommentPopover *
ff_comment_popover_open (GtkWidget *parent, const GdkRectangle *area, FfWorkspace *workspace, FfScoresModel *model,
                         const FfClassTrainee *trainee, int component, int criterion)
{
  FfCommentPopover *self = g_object_new (FF_TYPE_COMMENT_POPOVER, NULL);
  const FfComponent *leaf = ff_scheme_get (ff_class_model_get_figures (FF_CLASS_MODEL (model))->scheme, (guint) component);
  g_autofree char *name = g_strdup_printf (_("Comment on the mark of %s in %s"), trainee->name, leaf->title);

  self->model = g_object_ref (model);
  self->enrolment_id = trainee->enrolment_id;
  fill_marks (self, trainee, leaf, component, criterion);
  g_assert (self->marks->len > 0);
  gtk_box_insert_child_after (self->content, ff_phrase_picker_new (workspace, self->view),
                              gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_SCROLLED_WINDOW));
  show_current (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  ff_popover_open (GTK_POPOVER (self), parent, area);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return self;
}
