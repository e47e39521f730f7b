#include "config.h"

#include "ff-findings.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-owned.h"
#include "ff-syllabus-store.h"
#include "ff-take.h"

#define WHOLE 10000

const char *const ff_finding_kinds[] = { "background", "pain_point", "need", "gap", NULL };

const char *
ff_finding_kind_title (const char *kind)
{
  static const char *const titles[] = {
    NC_ ("finding", "Background"),
    NC_ ("finding", "Pain point"),
    NC_ ("finding", "Need"),
    NC_ ("finding", "Gap"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (ff_finding_kinds[i], kind) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "finding", titles[i]);
  return NULL;
}

static gboolean
take_kind (FfFinding *finding, const char *kind, gboolean *changed, GError **error)
{
  if (kind == NULL && finding->kind != NULL)
    return TRUE;
  if (ff_finding_kind_title (kind) == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "kind",
                        _("“%s” is no kind of finding: choose background, pain point, need or gap."), kind != NULL ? kind : "");
      return FALSE;
    }
  if (g_strcmp0 (finding->kind, kind) != 0)
    {
      g_free (finding->kind);
      finding->kind = g_strdup (kind);
      *changed = TRUE;
    }
  return TRUE;
}

static gboolean
take_share (FfFinding *finding, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *line = text != NULL ? ff_put_clean_line (text) : NULL;
  gint64 share = -1;

  if (line == NULL)
    return TRUE;
  if (*line != '\0' && (!ff_hundredths_parse (line, &share) || share < 0 || share > WHOLE))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "share", _("“%s” is no share: write a percentage from 0 to 100."), line);
      return FALSE;
    }
  *changed = *changed || share != finding->share;
  finding->share = (int) share;
  return TRUE;
}

static gboolean
take_syllabus_item (FfDb *db, FfFinding *finding, const char *text, gboolean *changed, GError **error)
{
  gint64 id = 0;
  gint64 course_id = 0;

  if (text == NULL)
    return TRUE;
  if (*text != '\0')
    {
      if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
        course_id = ff_syllabus_store_find_course (db, id, error);
      if (course_id < 0)
        return FALSE;
      if (course_id == 0)
        {
          ff_put_set_error (error, FF_ERROR_NOT_FOUND, "syllabus_item",
                            _("The module that answers this does not exist any more: choose another."));
          return FALSE;
        }
    }
  *changed = *changed || id != finding->syllabus_item_id;
  finding->syllabus_item_id = id;
  return TRUE;
}

static FfFinding *
finding_new (FfOwner owner)
{
  FfFinding *finding = g_new0 (FfFinding, 1);

  finding->owner = owner;
  finding->share = -1;
  return finding;
}

static gboolean
insert (FfDb *db, gpointer finding, GError **error)
{
  return ff_finding_store_insert (db, finding, error);
}

static gboolean
update (FfDb *db, gpointer finding, GError **error)
{
  return ff_finding_store_update (db, finding, error);
}

FfPut
ff_findings_put (FfDb *db, FfOwner owner, gint64 finding_id, const FfFindingDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfFinding) finding = finding_id != 0 ? ff_findings_read (db, finding_id, error) : finding_new (owner);
  gboolean changed = FALSE;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (finding == NULL || !take_kind (finding, draft->kind, &changed, error)
      || !ff_owned_take_layer (db, &finding->layer_id, draft->layer, &changed, error)
      || !ff_take_text (&finding->text, draft->text, "text", &changed, error)
      || !ff_owned_need (finding->text, "text", _("Write what was found."), error)
      || !ff_take_line (&finding->source, draft->source, FF_TAKE_LINE_MAX, "source", &changed, error)
      || !take_share (finding, draft->share, &changed, error)
      || !take_syllabus_item (db, finding, draft->syllabus_item, &changed, error))
    return FF_PUT_REFUSED;
  put = ff_owned_write (db, FF_OWNED_FINDING, owner, finding, &finding->id, &finding->position, changed, insert, update, error);
  if (id != NULL)
    *id = finding->id;
  return put;
}

GPtrArray *
ff_findings_list (FfDb *db, FfOwner owner, GError **error)
{
  return ff_finding_store_list (db, owner, error);
}

FfFinding *
ff_findings_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfFinding *finding = ff_finding_store_read (db, id, &local_error);

  return ff_owned_found (finding, local_error, error);
}

gboolean
ff_findings_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_owned_store_delete (db, FF_OWNED_FINDING, id, error);
}

gboolean
ff_findings_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_FINDING, id, position, error);
}

gboolean
ff_findings_copy (FfDb *db, FfOwner from, FfOwner to, GError **error)
{
  g_autoptr (GPtrArray) findings = ff_finding_store_list (db, from, error);
  int position = findings != NULL ? ff_owned_store_next_position (db, FF_OWNED_FINDING, to, error) : -1;

  if (position < 0)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      FfFinding *finding = g_ptr_array_index (findings, i);

      finding->owner = to;
      finding->position = position + (int) i;
      if (!ff_finding_store_insert (db, finding, error))
        return FALSE;
    }
  return TRUE;
}
