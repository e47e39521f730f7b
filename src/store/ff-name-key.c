/* Names as keys. A name is folded into tokens, one for each Han character and one for each word of another script; the keys are
   put together from the tokens and their readings. ICU's transliterators are slow to open and to run (120 ms, 30 µs a name), so
   they are opened when first needed and asked once for each character. */
#include "config.h"

#include "ff-name-key.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define SEPARATOR '\x1f'
/* What a transliterator makes of one character. */
#define READING_LENGTH 64

typedef struct
{
  char *plain;  /* ASCII: "lu" */
  char *umlaut; /* with v for ü, as it is typed: "lv"; NULL if there is no ü */
} Reading;

typedef struct
{
  gunichar character; /* 0: a word */
  char *text;         /* as folded */
  const Reading *given;
  const Reading *surname; /* the same as @given unless the character is read otherwise in front */
  char *ascii;        /* of a word */
} Token;

/* Readings of one kind, by character. */
typedef struct
{
  const char *id;
  UTransliterator *transliterator;
  GHashTable *readings;
} Reader;

/* Guards everything below, up to ask (). Readings live as long as the process. */
static GMutex mutex;
static Reader simplified = { "Traditional-Simplified" };
static Reader given = { "Han-Latin" };
static Reader surname = { "Han-Latin/Names" };
static Reader latin = { "Latin-ASCII" };

/* Surnames of two characters of which the first is read otherwise than alone, and a surname that ICU 72 reads wrongly. */
static const struct
{
  const char *characters;
  const char *readings[2];
} surnames[] = {
  { "尉迟", { "yu", "chi" } }, { "万俟", { "mo", "qi" } },   { "长孙", { "zhang", "sun" } },
  { "单于", { "chan", "yu" } }, { "澹台", { "tan", "tai" } }, { "朴", { "piao", NULL } },
};

static char *
transliterate (Reader *reader, const char *text)
{
  UChar buffer[READING_LENGTH];
  char result[READING_LENGTH * 4];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length, limit;

  if (reader->transliterator == NULL)
    {
      u_strFromUTF8 (buffer, READING_LENGTH, &length, reader->id, -1, &status);
      reader->transliterator = utrans_openU (buffer, length, UTRANS_FORWARD, NULL, 0, NULL, &status);
      if (U_FAILURE (status))
        g_error ("ICU has no transliterator %s: %s", reader->id, u_errorName (status));
    }
  u_strFromUTF8 (buffer, READING_LENGTH, &length, text, -1, &status);
  limit = length;
  utrans_transUChars (reader->transliterator, buffer, &length, READING_LENGTH, 0, &limit, &status);
  u_strToUTF8 (result, sizeof result, NULL, buffer, length, &status);
  return g_strdup (U_SUCCESS (status) ? result : text);
}

/* "lǚ" → "lv" */
static char *
with_v (const char *reading)
{
  GString *text = g_string_new (NULL);

  for (const char *p = reading; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xfc || (c >= 0x1d5 && c <= 0x1dc)) /* ü and its four tones */
        g_string_append_c (text, 'v');
      else
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

static Reading *
reading_new (Reader *reader, gunichar character)
{
  char text[7] = "";
  g_autofree char *accented = NULL;
  g_autofree char *typed = NULL;
  Reading *reading = g_new0 (Reading, 1);

  g_unichar_to_utf8 (character, text);
  accented = transliterate (reader, text);
  if (reader == &simplified)
    {
      reading->plain = g_steal_pointer (&accented);
      return reading;
    }
  reading->plain = transliterate (&latin, accented);
  typed = with_v (accented);
  if (strcmp (typed, accented) != 0)
    reading->umlaut = transliterate (&latin, typed);
  return reading;
}

static const Reading *
ask (Reader *reader, gunichar character)
{
  Reading *reading;

  if (reader->readings == NULL)
    reader->readings = g_hash_table_new (NULL, NULL);
  reading = g_hash_table_lookup (reader->readings, GUINT_TO_POINTER (character));
  if (reading == NULL)
    {
      reading = reading_new (reader, character);
      g_hash_table_insert (reader->readings, GUINT_TO_POINTER (character), reading);
    }
  return reading;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* Spaces and the dots between the parts of a name; people leave them out, or type another one. */
static gboolean
is_gap (gunichar c)
{
  static const gunichar dots[] = { '.', 0xb7, 0x2022, 0x2027, 0x2219, 0x22c5, 0x30fb };

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    if (c == dots[i])
      return TRUE;
  return g_unichar_isspace (c);
}

/* Control characters, zero-width and bidirectional marks. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT;
}

static void
token_clear (Token *token)
{
  g_free (token->text);
  g_free (token->ascii);
}

static void
add_word (GArray *tokens, GString *word, gboolean readings)
{
  Token token = { 0 };

  if (word->len == 0)
    return;
  token.text = g_strdup (word->str);
  if (readings && !g_str_is_ascii (word->str))
    {
      g_autoptr (GString) ascii = g_string_new (NULL);

      for (const char *p = word->str; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          g_string_append (ascii, c < 0x80 ? (char[2]){ (char) c, '\0' } : ask (&latin, c)->plain);
        }
      token.ascii = g_utf8_strdown (ascii->str, -1);
    }
  g_array_append_val (tokens, token);
  g_string_truncate (word, 0);
}

static void
add_han (GArray *tokens, gunichar c, gboolean readings)
{
  Token token = { 0 };

  token.text = g_strdup (ask (&simplified, c)->plain);
  token.character = g_utf8_get_char (token.text);
  if (readings)
    {
      token.given = ask (&given, token.character);
      token.surname = tokens->len == 0 ? ask (&surname, token.character) : token.given;
    }
  g_array_append_val (tokens, token);
}

/* A reading that lives as long as the others. */
static const Reading *
fixed_reading (const char *plain)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->plain = g_strdup (plain);
  return reading;
}

static void
apply_surnames (GArray *tokens)
{
  static const Reading *fixed[G_N_ELEMENTS (surnames)][2];

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    {
      guint length = surnames[i].readings[1] != NULL ? 2 : 1;
      gboolean matches = tokens->len > length; /* 长孙 alone is 孙 of the family 长 */
      const char *p = surnames[i].characters;

      for (guint j = 0; matches && j < length; j++, p = g_utf8_next_char (p))
        matches = g_array_index (tokens, Token, j).character == g_utf8_get_char (p);
      for (guint j = 0; matches && j < length; j++)
        {
          if (fixed[i][j] == NULL)
            fixed[i][j] = fixed_reading (surnames[i].readings[j]);
          g_array_index (tokens, Token, j).surname = fixed[i][j];
        }
    }
}

/* @readings: whether anybody will ask how it sounds. */
static GArray *
tokenize (const char *name, gboolean readings)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *normal = g_str_is_ascii (valid) ? g_steal_pointer (&valid) : g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) word = g_string_new (NULL);

  g_array_set_clear_func (tokens, (GDestroyNotify) token_clear);
  g_mutex_lock (&mutex);
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (is_gap (c) || is_han (c))
        add_word (tokens, word, readings);
      if (is_han (c))
        add_han (tokens, c, readings);
      else if (!is_gap (c) && !is_invisible (c))
        g_string_append_unichar (word, c);
    }
  add_word (tokens, word, readings);
  if (readings)
    apply_surnames (tokens);
  g_mutex_unlock (&mutex);
  return tokens;
}

typedef enum
{
  SOUND_SURNAME,
  SOUND_GIVEN,
  SOUND_SURNAME_V,
} Sound;

static const char *
sound_of (const Token *token, Sound sound)
{
  const Reading *reading = sound == SOUND_GIVEN ? token->given : token->surname;

  if (reading == NULL)
    return token->ascii != NULL ? token->ascii : token->text;
  return sound == SOUND_SURNAME_V && reading->umlaut != NULL ? reading->umlaut : reading->plain;
}

static char *
join_text (GArray *tokens)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    g_string_append (text, g_array_index (tokens, Token, i).text);
  return g_string_free (text, FALSE);
}

static char *
join_sounds (GArray *tokens, Sound sound, const char *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      g_string_append (text, i > 0 ? between : "");
      g_string_append (text, sound_of (&g_array_index (tokens, Token, i), sound));
    }
  return g_string_free (text, FALSE);
}

static char *
join_initials (GArray *tokens, Sound sound)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    g_string_append_unichar (text, g_utf8_get_char (sound_of (&g_array_index (tokens, Token, i), sound)));
  return g_string_free (text, FALSE);
}

/* Adds @part to the key unless it stands there already. Takes @part. */
static void
add_part (GPtrArray *parts, char *part)
{
  if (*part == '\0' || g_ptr_array_find_with_equal_func (parts, part, g_str_equal, NULL))
    g_free (part);
  else
    g_ptr_array_add (parts, part);
}

/* Letters and digits of ASCII sound as they are written. */
static gboolean
is_plain_word (const char *text)
{
  for (; g_ascii_isalnum (*text) || *text == '-' || *text == '_'; text++)
    ;
  return *text == '\0';
}

static gboolean
sounds_differ (GArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    if (g_array_index (tokens, Token, i).surname != g_array_index (tokens, Token, i).given)
      return TRUE;
  return FALSE;
}

static gboolean
has_umlaut (GArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const Reading *reading = g_array_index (tokens, Token, i).surname;

      if (reading != NULL && reading->umlaut != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_sounds (GPtrArray *parts, GArray *tokens, Sound sound)
{
  add_part (parts, join_sounds (tokens, sound, ""));
  if (tokens->len > 1)
    add_part (parts, join_initials (tokens, sound));
}

static void
add_parts_of_tokens (GPtrArray *parts, GArray *tokens)
{
  add_part (parts, join_text (tokens));
  add_sounds (parts, tokens, SOUND_SURNAME);
  if (sounds_differ (tokens))
    add_sounds (parts, tokens, SOUND_GIVEN);
  if (has_umlaut (tokens))
    add_part (parts, join_sounds (tokens, SOUND_SURNAME_V, ""));
}

static void
add_parts_of (GPtrArray *parts, const char *name)
{
  g_autoptr (GArray) tokens = NULL;

  if (is_plain_word (name))
    {
      add_part (parts, g_ascii_strdown (name, -1));
      return;
    }
  tokens = tokenize (name, TRUE);
  add_parts_of_tokens (parts, tokens);
}

static char *
join_parts (GPtrArray *parts)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append_c (key, SEPARATOR);
      g_string_append (key, parts->pdata[i]);
    }
  return g_string_free (key, FALSE);
}

char *
ff_name_search_key (const char *name, const char *extra)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (name != NULL, NULL);

  add_parts_of (parts, name);
  if (extra != NULL)
    add_parts_of (parts, extra);
  return join_parts (parts);
}

static char *
sort_key_of_tokens (GArray *tokens, Sound sound)
{
  /* Syllable by syllable: li an stands before lian. */
  g_autofree char *sounds = join_sounds (tokens, sound, " ");
  g_autofree char *characters = join_text (tokens);

  return g_strdup_printf ("%s%c%s", sounds, SEPARATOR, characters);
}

static char *
sort_key (const char *text, Sound sound)
{
  g_autoptr (GArray) tokens = tokenize (text, TRUE);

  return sort_key_of_tokens (tokens, sound);
}

void
ff_name_keys (const char *name, const char *extra, char **search_key, char **sort_key)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) tokens = NULL;

  g_return_if_fail (name != NULL && search_key != NULL && sort_key != NULL);

  tokens = tokenize (name, TRUE);
  add_parts_of_tokens (parts, tokens);
  if (extra != NULL)
    add_parts_of (parts, extra);
  *search_key = join_parts (parts);
  *sort_key = sort_key_of_tokens (tokens, SOUND_SURNAME);
}

char *
ff_name_sort_key (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return sort_key (name, SOUND_SURNAME);
}

char *
ff_title_sort_key (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return sort_key (title, SOUND_GIVEN);
}

char *
ff_name_fold (const char *typed)
{
  g_autoptr (GArray) tokens = NULL;

  if (typed == NULL)
    return NULL;
  tokens = tokenize (typed, FALSE);
  return tokens->len > 0 ? join_text (tokens) : NULL;
}

char *
ff_name_query (const char *typed)
{
  g_autofree char *text = ff_name_fold (typed);
  GString *query;

  if (text == NULL)
    return NULL;
  query = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (query, '\\');
      g_string_append_c (query, *p);
    }
  return g_string_free (query, FALSE);
}

char *
ff_identifier_fold (const char *text)
{
  g_autofree char *valid = NULL;
  char *normal;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  return g_strstrip (normal);
}
