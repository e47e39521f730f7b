/* A database of its own for each test, in a folder that goes afterwards. */
#pragma once

#include <glib.h>

#include "ff-db-private.h"

typedef struct
{
  char *folder;
  char *path;
  FfDb *db; /* the writer; NULL when a test closed it */
} StoreFixture;

typedef void (*StoreTest) (StoreFixture *fixture, gconstpointer data);

#define store_test_add(name, func) g_test_add ((name), StoreFixture, NULL, store_set_up, (func), store_tear_down)
#define store_test_add_data(name, data, func) g_test_add ((name), StoreFixture, (data), store_set_up, (func), store_tear_down)

void store_set_up (StoreFixture *fixture, gconstpointer data);
void store_tear_down (StoreFixture *fixture, gconstpointer data);
/* Closes and opens again. */
void store_reopen (StoreFixture *fixture);
void store_remove_folder (const char *path);

/* For tests: they may not fail. */
void store_exec (FfDb *db, const char *sql);
gint64 store_count (FfDb *db, const char *sql);
/* The rows of all user tables as text. */
char *store_dump (FfDb *db);
/* Asserts that ff_db_check () finds nothing. */
void store_assert_sound (FfDb *db);
