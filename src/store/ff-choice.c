#include "config.h"

#include "ff-choice.h"

void
ff_choice_free (FfChoice *choice)
{
  if (!choice)
    return;

  g_free (choice->key);
  g_free (choice->title);
  g_free (choice);
}

GPtrArray *
ff_choices_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_choice_free);
}
