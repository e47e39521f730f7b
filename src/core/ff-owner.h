/* To whom a finding, a goal, a task, a duty or a line of a budget belongs: a project, a class or a course. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_OWNER_NONE,
  FF_OWNER_PROJECT,
  FF_OWNER_RUN,
  FF_OWNER_COURSE,
} FfOwnerKind;

typedef struct
{
  FfOwnerKind kind;
  gint64 id;
} FfOwner;

#define FF_OWNER_INIT(the_kind, the_id) ((FfOwner) { .kind = (the_kind), .id = (the_id) })
#define ff_owner_project(id) FF_OWNER_INIT (FF_OWNER_PROJECT, (id))
#define ff_owner_run(id) FF_OWNER_INIT (FF_OWNER_RUN, (id))
#define ff_owner_course(id) FF_OWNER_INIT (FF_OWNER_COURSE, (id))

#define FF_OWNER_KINDS 4

/* An owner as one number and back, for lists and editors that know their owner by a number alone. 0 is nobody. */
static inline gint64
ff_owner_to_number (FfOwner owner)
{
  return owner.kind != FF_OWNER_NONE ? owner.id * FF_OWNER_KINDS + owner.kind : 0;
}

static inline FfOwner
ff_owner_from_number (gint64 number)
{
  return FF_OWNER_INIT ((FfOwnerKind) (number % FF_OWNER_KINDS), number / FF_OWNER_KINDS);
}

G_END_DECLS
