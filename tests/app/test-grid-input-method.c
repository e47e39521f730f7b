/* Typing through an input method: no key is lost to the grid while one composes. The method here is a small one of our own, which
   composes letters, chooses with digits and arrows, and takes what is composed by Return, as those of Chinese do. */
#include "config.h"

#include <gtk/gtkimmodule.h>

#include "grid-window.h"

#define TEST_TYPE_METHOD (test_method_get_type ())
G_DECLARE_FINAL_TYPE (TestMethod, test_method, TEST, METHOD, GtkIMContext)

struct _TestMethod
{
  GtkIMContext parent_instance;

  GString *letters;
};

G_DEFINE_FINAL_TYPE (TestMethod, test_method, GTK_TYPE_IM_CONTEXT)

static void
set_letters (TestMethod *self, const char *letters)
{
  gboolean began = self->letters->len == 0;

  g_string_assign (self->letters, letters);
  if (began)
    g_signal_emit_by_name (self, "preedit-start");
  g_signal_emit_by_name (self, "preedit-changed");
  if (letters[0] == '\0')
    g_signal_emit_by_name (self, "preedit-end");
}

static void
take (TestMethod *self, const char *text)
{
  set_letters (self, "");
  g_signal_emit_by_name (self, "commit", text);
}

static gboolean
test_method_filter_keypress (GtkIMContext *context, GdkEvent *event)
{
  TestMethod *self = TEST_METHOD (context);
  guint key = gdk_key_event_get_keyval (event);
  char letter[] = { (char) key, '\0' };

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return FALSE;

  if (key >= GDK_KEY_a && key <= GDK_KEY_z)
    {
      g_autofree char *letters = g_strconcat (self->letters->str, letter, NULL);

      set_letters (self, letters);
      return TRUE;
    }
  if (self->letters->len == 0)
    {
      if (key < GDK_KEY_0 || key > GDK_KEY_9)
        return FALSE;
      g_signal_emit_by_name (self, "commit", letter);
      return TRUE;
    }

  if (key == GDK_KEY_1)
    take (self, "好");
  else if (key == GDK_KEY_Return)
    {
      g_autofree char *letters = g_strdup (self->letters->str);

      take (self, letters);
    }
  else if (key == GDK_KEY_Escape)
    set_letters (self, "");

  return TRUE; /* arrows and Tab go along the candidates */
}

static void
test_method_get_preedit_string (GtkIMContext *context, char **text, PangoAttrList **attributes, int *cursor)
{
  TestMethod *self = TEST_METHOD (context);

  if (text != NULL)
    *text = g_strdup (self->letters->str);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = (int) self->letters->len;
}

static void
test_method_reset (GtkIMContext *context)
{
  if (TEST_METHOD (context)->letters->len > 0)
    set_letters (TEST_METHOD (context), "");
}

static void
test_method_finalize (GObject *object)
{
  g_string_free (TEST_METHOD (object)->letters, TRUE);

  G_OBJECT_CLASS (test_method_parent_class)->finalize (object);
}

static void
test_method_class_init (TestMethodClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_method_finalize;
  GTK_IM_CONTEXT_CLASS (klass)->filter_keypress = test_method_filter_keypress;
  GTK_IM_CONTEXT_CLASS (klass)->get_preedit_string = test_method_get_preedit_string;
  GTK_IM_CONTEXT_CLASS (klass)->reset = test_method_reset;
}

static void
test_method_init (TestMethod *self)
{
  self->letters = g_string_new (NULL);
}

/* The tests --------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *keys;
  const char *text; /* of the first cell */
} cases[] = {
  { "without composing", "7 8 Return", "78" },
  { "the first letter composes, Return takes it and does not leave", "n i Return Return", "ni" },
  { "a candidate is chosen", "h a o 1 Return", "好" },
  { "arrows and Tab go along the candidates", "h a o Down Right Tab Up 1 Return", "好" },
  { "two words after each other", "h a o 1 h a o 1 Return", "好好" },
  { "Escape ends the composing and not the typing", "h a o Escape 7 8 Return", "78" },
  { "Escape again restores the cell", "h a o Escape Escape Down", "" },
  { "after a choice an arrow leaves, as after typing", "h a o 1 Down", "好" },
};

static void
test_keys (GridWindow *fixture, gconstpointer data)
{
  if (!can_press_keys ())
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = g_strdup_printf ("xdotool key --delay 5 %s", cases[i].keys);
      int row = 10 + (int) i;

      point_at (fixture, row, 0);
      xdotool (words);
      g_test_message ("%s", cases[i].name);
      wait_until (is_at (fixture, row + 1, 0) && !ff_grid_is_editing (fixture->grid));
      g_assert_cmpstr (grid_sample_get (fixture->sample, row, 0), ==, cases[i].text);
    }
}

/* Somebody clicks elsewhere in the middle of a word: its letters stay in the cell. */
static void
test_leaving (GridWindow *fixture, gconstpointer data)
{
  if (!can_press_keys ())
    return;

  point_at (fixture, 0, 0);
  xdotool ("xdotool key --delay 5 h a o 1 n i");
  wait_until (ff_grid_is_editing (fixture->grid));
  point_at (fixture, 4, 3);
  g_assert_false (ff_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_sample_get (fixture->sample, 0, 0), ==, "好ni");
}

static void
set_up (GridWindow *fixture, gconstpointer data)
{
  grid_window_set_up (fixture, 40, 8);
}

static void
tear_down (GridWindow *fixture, gconstpointer data)
{
  grid_window_tear_down (fixture);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_IM_MODULE", "test-method", TRUE);
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, TEST_TYPE_METHOD, "test-method", 0);

  g_test_add ("/grid-input-method/keys", GridWindow, NULL, set_up, test_keys, tear_down);
  g_test_add ("/grid-input-method/leaving", GridWindow, NULL, set_up, test_leaving, tear_down);

  return g_test_run ();
}
