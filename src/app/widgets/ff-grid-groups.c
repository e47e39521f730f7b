/* The line above the headings: one label for each run of columns that belong together. */
#include "config.h"

#include "ff-grid-private.h"

typedef struct
{
  int first_column;
  int last_column;
} GroupSpan;

void
ff_grid_init_groups (FfGrid *self)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->group_spans = g_array_new (FALSE, FALSE, sizeof (GroupSpan));
}

static gboolean
same_group (const FfGridColumn *a, const FfGridColumn *b)
{
  return a->group_number == b->group_number && g_strcmp0 (a->group, b->group) == 0;
}

static void
add_group (FfGrid *self, const FfGridColumn *column, int first, int last)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = g_markup_printf_escaped ("%s <b>%s</b>", column->group, column->group_note != NULL ? column->group_note : "");

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "group");
  if (column->tint != FF_GRID_TINT_NONE)
    gtk_widget_add_css_class (label, column->tint == FF_GRID_TINT_PROCESS ? "process" : "result");
  gtk_widget_insert_before (label, GTK_WIDGET (self), self->headings);
  g_ptr_array_add (self->groups, label);
  g_array_append_val (self->group_spans, ((GroupSpan) { first, last }));
}

void
ff_grid_rebuild_groups (FfGrid *self)
{
  int n = self->model != NULL ? ff_grid_model_get_n_columns (self->model) : 0;
  int first = 0;

  g_ptr_array_set_size (self->groups, 0);
  g_array_set_size (self->group_spans, 0);
  for (int i = 1; i <= n; i++)
    {
      const FfGridColumn *begin = ff_grid_model_get_column (self->model, first);

      if (i < n && same_group (begin, ff_grid_model_get_column (self->model, i)))
        continue;
      if (begin->group != NULL)
        add_group (self, begin, first, i - 1);
      first = i;
    }
}

void
ff_grid_allocate_groups (FfGrid *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (self->groups, i);
      const GroupSpan *span = &g_array_index (self->group_spans, GroupSpan, i);
      int x, width, least;
      gboolean shown = ff_grid_geometry_clip_columns (&self->geometry, span->first_column, span->last_column, &x, &width);

      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      shown = shown && width >= least;
      gtk_widget_set_child_visible (label, shown);
      if (shown)
        ff_grid_allocate_child (label, x, 0, width, self->geometry.group_height);
    }
}
