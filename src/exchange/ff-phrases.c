#include "config.h"

#include "ff-phrases.h"

#include <libintl.h>
#include <string.h>

#define MO_MAGIC 0x950412deu /* of a catalogue in this machine's byte order */
#define CONTEXT_SEPARATOR "\004"

struct _FfPhrases
{
  gboolean own;      /* the reader's language: gettext knows it */
  GMappedFile *file; /* NULL: English */
  const char *data;
  gsize length;
  guint32 n;         /* entries, sorted by their English */
  guint32 originals; /* offsets of the two tables of (length, offset) */
  guint32 translations;
};

const char *const ff_phrases_languages[] = { "en", "zh_CN", "zh_TW", NULL };

gboolean
ff_phrases_is_language (const char *language)
{
  return language == NULL || g_strv_contains (ff_phrases_languages, language);
}

/* The first of the reader's languages that documents are written in; Chinese of other regions than the mainland's and Singapore's is written
   in traditional characters. */
const char *
ff_phrases_reader_language (void)
{
  const char *const *names = g_get_language_names ();

  for (; *names != NULL; names++)
    {
      if (g_str_has_prefix (*names, "zh_TW") || g_str_has_prefix (*names, "zh_HK") || g_str_has_prefix (*names, "zh_MO"))
        return "zh_TW";
      if (g_str_has_prefix (*names, "zh"))
        return "zh_CN";
      if (g_str_has_prefix (*names, "en"))
        return "en";
    }
  return "en";
}

static guint32
read_word (const FfPhrases *phrases, gsize offset)
{
  guint32 word;

  memcpy (&word, phrases->data + offset, sizeof word);
  return word;
}

/* The format is that of the GNU gettext manual, “The Format of GNU MO Files”. */
static gboolean
open_catalogue (FfPhrases *phrases, const char *language)
{
  g_autofree char *path = g_build_filename (bindtextdomain (GETTEXT_PACKAGE, NULL), language, "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);

  phrases->file = g_mapped_file_new (path, FALSE, NULL);
  if (phrases->file == NULL)
    return FALSE;

  phrases->data = g_mapped_file_get_contents (phrases->file);
  phrases->length = g_mapped_file_get_length (phrases->file);
  if (phrases->length < 28 || read_word (phrases, 0) != MO_MAGIC)
    return FALSE;

  phrases->n = read_word (phrases, 8);
  phrases->originals = read_word (phrases, 12);
  phrases->translations = read_word (phrases, 16);
  return phrases->originals + 8ull * phrases->n <= phrases->length && phrases->translations + 8ull * phrases->n <= phrases->length;
}

FfPhrases *
ff_phrases_new (const char *language)
{
  FfPhrases *phrases = g_new0 (FfPhrases, 1);

  g_return_val_if_fail (ff_phrases_is_language (language), phrases);

  phrases->own = language == NULL;
  if (!phrases->own && !g_str_equal (language, "en") && !open_catalogue (phrases, language))
    phrases->n = 0;

  return phrases;
}

void
ff_phrases_free (FfPhrases *phrases)
{
  g_clear_pointer (&phrases->file, g_mapped_file_unref);
  g_free (phrases);
}

/* The text of an entry of a table; "" if it lies outside the file or does not end. */
static const char *
read_text (const FfPhrases *phrases, guint32 table, guint32 index)
{
  guint32 length = read_word (phrases, table + 8 * index);
  guint32 offset = read_word (phrases, table + 8 * index + 4);

  if ((guint64) offset + length >= phrases->length || phrases->data[offset + length] != '\0')
    return "";
  return phrases->data + offset;
}

static const char *
look_up (const FfPhrases *phrases, const char *key)
{
  guint32 first = 0;
  guint32 end = phrases->n;

  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;
      int order = strcmp (key, read_text (phrases, phrases->originals, middle));

      if (order == 0)
        return read_text (phrases, phrases->translations, middle);
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }

  return "";
}

const char *
ff_phrases_get (FfPhrases *phrases, const char *context, const char *english)
{
  g_autofree char *key = context != NULL ? g_strconcat (context, CONTEXT_SEPARATOR, english, NULL) : g_strdup (english);
  const char *found;

  if (phrases->own)
    {
      found = dgettext (GETTEXT_PACKAGE, key);
      return found != key ? found : english;
    }

  found = look_up (phrases, key);
  return *found != '\0' ? found : english;
}
