/* Text with named places in braces: "Dear all, {class} begins on {dates}." */
#pragma once

#include "ff-error.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *text; /* NULL is "" */
} FfTemplateValue;

/* @values end with a NULL name. A place is a name of small letters, digits and _ in braces; other braces are text. NULL with
   FF_ERROR_INVALID for a place that @values lack: the sentence names it and those that there are. A line whose places all lack text
   falls away with its other words: "Please bring: {bring}". */
char *ff_template_fill (const char *text, const FfTemplateValue *values, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
