/* Text as Chinese input methods and spreadsheets produce it. */
#include "ff-text.h"

#define FULL_WIDTH_FIRST 0xff01
#define FULL_WIDTH_LAST 0xff5e
#define FULL_WIDTH_OFFSET 0xfee0
#define IDEOGRAPHIC_SPACE 0x3000
#define NO_BREAK_SPACE 0x00a0

char *
ff_text_narrow (const char *text)
{
  GString *narrow = g_string_new (NULL);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return g_string_free (narrow, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
        c -= FULL_WIDTH_OFFSET;
      else if (c == IDEOGRAPHIC_SPACE || c == NO_BREAK_SPACE)
        c = ' ';
      g_string_append_unichar (narrow, c);
    }
  return g_strstrip (g_string_free (narrow, FALSE));
}
