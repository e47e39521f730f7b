/* The grid's commands for the pointer, and for the Menu key. */
#include "config.h"

#include "ff-grid-private.h"

#include <glib/gi18n-lib.h>

#include "ff-commands.h"

static const struct
{
  const char *action;
  gboolean begins_section;
} items[] = {
  { "grid.edit", TRUE },       { "grid.cut", TRUE },         { "grid.copy", FALSE },  { "grid.paste", FALSE },
  { "grid.fill-down", TRUE },  { "grid.fill-right", FALSE }, { "grid.clear", FALSE }, { "grid.select-all", TRUE },
};

/* With its key, which is the grid's own and not the application's. */
static void
append_command (GMenu *section, const FfCommand *command)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_(command->label), command->action);

  g_menu_item_set_attribute (item, "accel", "s", command->accels[0]);
  g_menu_append_item (section, item);
}

static GMenuModel *
make_model (FfGrid *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;

  for (int i = 0; self->cell_menu != NULL && i < g_menu_model_get_n_items (self->cell_menu); i++)
    {
      g_autoptr (GMenuModel) of_page = g_menu_model_get_item_link (self->cell_menu, i, G_MENU_LINK_SECTION);

      g_menu_append_section (menu, NULL, of_page);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (items[i].begins_section)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      append_command (section, ff_command_find (items[i].action));
    }

  return G_MENU_MODEL (menu);
}

static void
on_closed (FfGrid *self)
{
  ff_grid_focus_cursor (self);
}

void
ff_grid_open_menu (FfGrid *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = make_model (self);

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (on_closed), self);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
ff_grid_set_cell_menu (FfGrid *self, GMenuModel *menu)
{
  g_return_if_fail (FF_IS_GRID (self));
  g_return_if_fail (self->menu == NULL);

  g_set_object (&self->cell_menu, menu);
}
