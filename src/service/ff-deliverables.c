#include "config.h"

#include "ff-deliverables.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-syllabus-store.h"
#include "ff-take.h"

#define EDITION_MAX 40
#define FIRST_EDITION "1.0"

char *
ff_edition_next (const char *edition)
{
  char *rest;
  guint64 number;

  g_return_val_if_fail (edition != NULL, NULL);

  number = g_ascii_strtoull (edition, &rest, 10);
  if (rest == edition || number >= 1000000)
    return g_strdup_printf ("%s 2", edition);
  return g_strdup_printf ("%" G_GUINT64_FORMAT "%s", number + 1, *rest == '.' ? ".0" : "");
}

GPtrArray *
ff_deliverables_list (FfDb *db, gint64 course_id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_deliverable_store_list (db, course_id, error);
}

FfDeliverable *
ff_deliverables_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) failed = NULL;
  FfDeliverable *deliverable;

  g_return_val_if_fail (db != NULL, NULL);

  deliverable = ff_deliverable_store_read (db, id, &failed);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (deliverable == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This deliverable does not exist any more."));
  return deliverable;
}

static gboolean
take_item (FfDb *db, FfDeliverable *deliverable, const char *text, gboolean *changed, GError **error)
{
  gint64 id = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
  gint64 course_id;

  if (text == NULL)
    return TRUE;
  course_id = id != 0 ? ff_syllabus_store_find_course (db, id, error) : deliverable->course_id;
  if (course_id < 0)
    return FALSE;
  if (course_id != deliverable->course_id)
    {
      ff_put_set_error (error, FF_ERROR_NOT_FOUND, "item", _("This item of the syllabus does not exist any more."));
      return FALSE;
    }
  *changed = *changed || id != deliverable->item_id;
  deliverable->item_id = id;
  return TRUE;
}

static gboolean
take_issued (FfDeliverable *deliverable, const char *text, gboolean *changed, GError **error)
{
  if (text == NULL || *text != '\0')
    return ff_take_day (&deliverable->issued_on, text, "issued_on", changed, error);
  *changed = *changed || deliverable->issued_on != FF_NO_DAY;
  deliverable->issued_on = FF_NO_DAY;
  return TRUE;
}

/* A title and an edition of it, once each; the place is behind the editions of the same title. */
static gboolean
check_twins (FfDb *db, FfDeliverable *deliverable, GError **error)
{
  g_autoptr (GPtrArray) known = ff_deliverable_store_list (db, deliverable->course_id, error);
  int last = 0, same = 0;

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    {
      const FfDeliverable *other = g_ptr_array_index (known, i);

      last = MAX (last, other->position);
      if (other->id == deliverable->id || strcmp (other->title, deliverable->title) != 0)
        continue;
      same = other->position;
      if (strcmp (other->edition, deliverable->edition) != 0)
        continue;
      ff_put_set_error (error, FF_ERROR_EXISTS, "edition", _("There is an edition %s of “%s” already: give another number."),
                        deliverable->edition, deliverable->title);
      return FALSE;
    }
  if (deliverable->position == 0)
    deliverable->position = same > 0 ? same : last + 1;
  return TRUE;
}

static gboolean
fill_and_check (FfDb *db, FfDeliverable *deliverable, GError **error)
{
  if (deliverable->title == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Say what is produced, for example “Experience script”."));
      return FALSE;
    }
  if (deliverable->edition == NULL)
    deliverable->edition = g_strdup (FIRST_EDITION);
  return check_twins (db, deliverable, error);
}

FfPut
ff_deliverables_put (FfDb *db, gint64 course_id, gint64 id, const FfDeliverableDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfDeliverable) deliverable = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (db != NULL && draft != NULL, FF_PUT_REFUSED);

  if (id != 0)
    deliverable = ff_deliverables_read (db, id, error);
  else
    {
      deliverable = g_new0 (FfDeliverable, 1);
      deliverable->course_id = course_id;
      deliverable->issued_on = FF_NO_DAY;
    }
  if (deliverable == NULL
      || !ff_take_line (&deliverable->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_take_line (&deliverable->edition, draft->edition, EDITION_MAX, "edition", &changed, error)
      || !take_item (db, deliverable, draft->item, &changed, error)
      || !take_issued (deliverable, draft->issued_on, &changed, error)
      || !ff_take_text (&deliverable->note, draft->note, "note", &changed, error)
      || !fill_and_check (db, deliverable, error))
    return FF_PUT_REFUSED;

  if (!(id == 0 ? ff_deliverable_store_insert (db, deliverable, error) : !changed || ff_deliverable_store_update (db, deliverable, error)))
    return FF_PUT_REFUSED;
  if (new_id != NULL)
    *new_id = deliverable->id;
  return id == 0 ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_deliverables_delete (FfDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return ff_deliverable_store_delete (db, id, error);
}

gboolean
ff_deliverables_add_edition (FfDb *db, gint64 id, gint64 *new_id, GError **error)
{
  g_autoptr (FfDeliverable) deliverable = NULL;
  g_autofree char *edition = NULL;
  g_autofree char *item = NULL;
  FfDeliverableDraft draft = { 0 };

  g_return_val_if_fail (db != NULL, FALSE);

  deliverable = ff_deliverables_read (db, id, error);
  if (deliverable == NULL)
    return FALSE;
  edition = ff_edition_next (deliverable->edition);
  item = g_strdup_printf ("%" G_GINT64_FORMAT, deliverable->item_id);
  draft.title = deliverable->title;
  draft.edition = edition;
  draft.item = item;
  return ff_deliverables_put (db, deliverable->course_id, 0, &draft, new_id, error) != FF_PUT_REFUSED;
}
