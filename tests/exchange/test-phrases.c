/* Catalogues read beside gettext, whose own language stays what it is. */
#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <string.h>

#include "ff-phrases.h"
#include "test-support.h"

typedef struct
{
  const char *english;
  const char *other;
} Phrase;

static const Phrase phrases[] = {
  { "", "Content-Type: text/plain; charset=UTF-8\n" },
  { "Award", "表彰" },
  { "Name", "姓名" },
  { "Untranslated", "" },
  { "layer\004Management", "管理层" },
  { "score sheet\004Yes", "是" },
};

static void
append_word (GString *out, guint32 word)
{
  g_string_append_len (out, (const char *) &word, sizeof word);
}

/* A catalogue as msgfmt writes it, its entries sorted. */
static GString *
make_catalogue (void)
{
  GString *out = g_string_new (NULL);
  guint32 n = G_N_ELEMENTS (phrases);
  guint32 offset = 28 + 16 * n;

  append_word (out, 0x950412de);
  append_word (out, 0);
  append_word (out, n);
  append_word (out, 28);
  append_word (out, 28 + 8 * n);
  append_word (out, 0);
  append_word (out, 0);
  for (int other = 0; other < 2; other++)
    for (guint32 i = 0; i < n; i++)
      {
        guint32 length = strlen (other ? phrases[i].other : phrases[i].english);

        append_word (out, length);
        append_word (out, offset);
        offset += length + 1;
      }
  for (int other = 0; other < 2; other++)
    for (guint32 i = 0; i < n; i++)
      {
        const char *text = other ? phrases[i].other : phrases[i].english;

        g_string_append_len (out, text, strlen (text) + 1);
      }
  return out;
}

static void
write_catalogue (const char *language, const char *data, gsize length)
{
  g_autofree char *folder = g_build_filename (test_folder (), language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, data, length, NULL));
}

static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *context;
    const char *english;
    const char *expected;
  } cases[] = {
    { "zh_CN", NULL, "Name", "姓名" },
    { "zh_CN", NULL, "Award", "表彰" },
    { "zh_CN", "layer", "Management", "管理层" },
    { "zh_CN", "score sheet", "Yes", "是" },
    { "zh_CN", NULL, "Yes", "Yes" },
    { "zh_CN", NULL, "Untranslated", "Untranslated" },
    { "zh_CN", NULL, "Unknown", "Unknown" },
    { "zh_CN", NULL, "Zzz", "Zzz" },
    { "en", NULL, "Name", "Name" },
    { "en", "layer", "Management", "Management" },
    { "zh_TW", NULL, "Name", "Name" },
    { NULL, NULL, "Name", "Name" },
    { NULL, "layer", "Management", "Management" },
  };
  g_autoptr (GString) catalogue = make_catalogue ();

  write_catalogue ("zh_CN", catalogue->str, catalogue->len);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfPhrases) language = ff_phrases_new (cases[i].language);

      g_assert_cmpstr (ff_phrases_get (language, cases[i].context, cases[i].english), ==, cases[i].expected);
    }
}

/* Whatever a file holds, English comes out, and nothing is read outside of it. */
static void
test_damage (void)
{
  g_autoptr (GString) catalogue = make_catalogue ();

  for (gsize length = 0; length <= catalogue->len; length += 3)
    {
      g_autoptr (FfPhrases) language = NULL;

      write_catalogue ("zh_TW", catalogue->str, length);
      language = ff_phrases_new ("zh_TW");
      g_assert_cmpstr (ff_phrases_get (language, NULL, "Unknown"), ==, "Unknown");
    }
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (FfPhrases) language = NULL;
      g_autofree char *data = g_memdup2 (catalogue->str, catalogue->len);

      data[g_test_rand_int_range (4, catalogue->len)] = g_test_rand_int_range (0, 256);
      write_catalogue ("zh_TW", data, catalogue->len);
      language = ff_phrases_new ("zh_TW");
      g_assert_nonnull (ff_phrases_get (language, NULL, "Name"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, test_folder ());
  g_test_add_func ("/exchange/phrases/languages", test_languages);
  g_test_add_func ("/exchange/phrases/damage", test_damage);

  return test_run ();
}
