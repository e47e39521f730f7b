/* The list of kinds. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-import-kind.h"

static const FfImportKind *const kinds[] = {
  &ff_import_trainees, &ff_import_plan, &ff_import_schedule, &ff_import_enrolments, &ff_import_attendance, &ff_import_scores,
  &ff_import_answers, &ff_import_commitments, &ff_import_metrics,
};

const FfImportKind *
ff_import_kind_get (guint index)
{
  return index < G_N_ELEMENTS (kinds) ? kinds[index] : NULL;
}

const FfImportKind *
ff_import_kind_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];
  return NULL;
}

const char *
ff_import_kind_get_name (const FfImportKind *kind)
{
  return kind->name;
}

const char *
ff_import_kind_get_title (const FfImportKind *kind)
{
  return _ (kind->title);
}

const char *
ff_import_kind_get_field (const FfImportKind *kind, guint field)
{
  return field < kind->n_fields ? kind->fields[field].name : NULL;
}

const char *
ff_import_kind_get_field_title (const FfImportKind *kind, guint field)
{
  if (field >= kind->n_fields)
    return NULL;
  return kind->fields[field].title != NULL ? _ (kind->fields[field].title) : kind->fields[field].name;
}

gboolean
ff_import_kind_field_is_key (const FfImportKind *kind, guint field)
{
  g_return_val_if_fail (field < kind->n_fields, FALSE);

  return (kind->fields[field].flags & FF_FIELD_KEY) != 0;
}
