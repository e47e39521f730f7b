/* The zip archive of a workbook and the XML in it, with every limit that a hostile file would test. */
#pragma once

#include <gio/gio.h>

#include "ff-error.h"

G_BEGIN_DECLS

typedef struct _FfXlsxPackage FfXlsxPackage;
typedef struct _FfXmlParse FfXmlParse;

/* Element names come without their namespace prefix; attributes as expat gives them, look them up by ff_xml_attribute (). */
typedef struct
{
  void (*start) (FfXmlParse *parse, const char *element, const char **attributes, gpointer user_data);
  void (*end) (FfXmlParse *parse, const char *element, gpointer user_data);
  void (*text) (FfXmlParse *parse, const char *text, int length, gpointer user_data); /* may be NULL */
} FfXmlHandlers;

FfXlsxPackage *ff_xlsx_package_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_xlsx_package_free (FfXlsxPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfXlsxPackage, ff_xlsx_package_free)

/* Part names without leading slash, in any case. */
gboolean ff_xlsx_package_has (FfXlsxPackage *package, const char *part);
gboolean ff_xlsx_package_parse (FfXlsxPackage *package, const char *part, const FfXmlHandlers *handlers, gpointer user_data,
                                GCancellable *cancellable, GError **error);

/* Ends the parse with this error; later callbacks do not come. Takes the error. */
void ff_xml_parse_fail (FfXmlParse *parse, GError *error);
/* By its name without prefix; NULL if there is none. */
const char *ff_xml_attribute (const char **attributes, const char *name);

/* "The workbook is damaged …", what most failures come to. */
void ff_xlsx_set_damaged (GError **error);

G_END_DECLS
