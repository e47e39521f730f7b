#include "config.h"

#include "ff-row-image.h"

#include <string.h>

typedef struct
{
  const char *column; /* both point into the image's text */
  const char *value;  /* NULL: null */
} Cell;

struct _FfRowImage
{
  char *text; /* the object, its strings unescaped in place */
  GArray *cells;
};

static char *
skip_blanks (char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

/* Writes what the escape after a backslash stands for; the result is never longer than the escape. */
static gboolean
read_escape (char **from, char **to)
{
  static const char names[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found = **from != '\0' ? strchr (names, **from) : NULL;
  gunichar code = 0;

  if (found != NULL)
    {
      *(*to)++ = meanings[found - names];
      (*from)++;
      return TRUE;
    }
  if (*(*from)++ != 'u')
    return FALSE;
  for (int i = 0; i < 4; i++, (*from)++)
    {
      if (!g_ascii_isxdigit (**from))
        return FALSE;
      code = code * 16 + (gunichar) g_ascii_xdigit_value (**from);
    }
  *to += g_unichar_to_utf8 (code, *to);
  return TRUE;
}

/* Leaves *p behind the closing quote, and the string unescaped where it stood. */
static char *
read_string (char **p)
{
  char *start = *p + 1;
  char *from = start;
  char *to = start;

  if (**p != '"')
    return NULL;
  while (*from != '"')
    {
      if (*from == '\0')
        return NULL;
      if (*from != '\\')
        {
          *to++ = *from++;
          continue;
        }
      from++;
      if (!read_escape (&from, &to))
        return NULL;
    }
  *to = '\0';
  *p = from + 1;
  return start;
}

/* Leaves *p at what follows the value; the caller ends the digits once it has read that. */
static gboolean
read_value (char **p, const char **value, char **end)
{
  char *start = *p;

  *end = NULL;
  if (*start == '"')
    return (*value = read_string (p)) != NULL;
  if (g_str_has_prefix (start, "null"))
    {
      *value = NULL;
      *p += strlen ("null");
      return TRUE;
    }
  if (*start == '-')
    (*p)++;
  while (g_ascii_isdigit (**p))
    (*p)++;
  *value = start;
  *end = *p;
  return g_ascii_isdigit (*p > start ? (*p)[-1] : '\0');
}

static gboolean
read_cells (FfRowImage *image)
{
  char *p = skip_blanks (image->text);

  if (*p++ != '{')
    return FALSE;
  for (;;)
    {
      Cell cell = { NULL, NULL };
      char *end = NULL;
      char next;

      p = skip_blanks (p);
      if ((cell.column = read_string (&p)) == NULL)
        return FALSE;
      p = skip_blanks (p);
      if (*p++ != ':')
        return FALSE;
      p = skip_blanks (p);
      if (!read_value (&p, &cell.value, &end))
        return FALSE;
      p = skip_blanks (p);
      next = *p++;
      if (end != NULL)
        *end = '\0';
      g_array_append_val (image->cells, cell);
      if (next == '}')
        return TRUE;
      if (next != ',')
        return FALSE;
    }
}

FfRowImage *
ff_row_image_parse (const char *json)
{
  g_autoptr (FfRowImage) image = NULL;

  if (json == NULL)
    return NULL;
  image = g_new0 (FfRowImage, 1);
  image->text = g_strdup (json);
  image->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  return read_cells (image) ? g_steal_pointer (&image) : NULL;
}

void
ff_row_image_free (FfRowImage *image)
{
  if (image == NULL)
    return;
  g_array_unref (image->cells);
  g_free (image->text);
  g_free (image);
}

guint
ff_row_image_n_columns (const FfRowImage *image)
{
  return image != NULL ? image->cells->len : 0;
}

const char *
ff_row_image_get_column (const FfRowImage *image, guint index)
{
  g_return_val_if_fail (image != NULL && index < image->cells->len, NULL);
  return g_array_index (image->cells, Cell, index).column;
}

const char *
ff_row_image_get (const FfRowImage *image, const char *column)
{
  for (guint i = 0; image != NULL && i < image->cells->len; i++)
    {
      const Cell *cell = &g_array_index (image->cells, Cell, i);

      if (strcmp (cell->column, column) == 0)
        return cell->value;
    }
  return NULL;
}

gint64
ff_row_image_get_int (const FfRowImage *image, const char *column)
{
  const char *value = ff_row_image_get (image, column);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}
