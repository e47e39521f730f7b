/* Members of a draft taken into what is stored: the checks that every use case shares; private to the services. */
#pragma once

#include "ff-put.h"
#include "ff-time.h"

G_BEGIN_DECLS

#define FF_TAKE_LINE_MAX 500
#define FF_TAKE_TEXT_MAX 20000

/* Each leaves @stored alone when @value is NULL, and sets @changed (never clears it) when it becomes another. FALSE with an error of
   @field when @value is refused. */

/* "" clears; @max is in characters. */
gboolean ff_take_line (char **stored, const char *value, gsize max, const char *field, gboolean *changed, GError **error);
gboolean ff_take_text (char **stored, const char *value, const char *field, gboolean *changed, GError **error);
gboolean ff_take_email (char **stored, const char *value, gboolean *changed, GError **error);
gboolean ff_take_phone (char **stored, const char *value, gboolean *changed, GError **error);
/* A whole number from 0 to @max; "" becomes @none. */
gboolean ff_take_number (int *stored, const char *value, int max, int none, const char *field, gboolean *changed, GError **error);
/* "" is FALSE. */
gboolean ff_take_yes_no (gboolean *stored, const char *value, const char *field, gboolean *changed, GError **error);
/* A number from 0 up, in hundredths; "" is -1. */
gboolean ff_take_hundredths (gint64 *stored, const char *value, const char *field, gboolean *changed, GError **error);
/* A percentage from 0 to 100 in hundredths; "" becomes @none. */
gboolean ff_take_percent (int *stored, const char *value, int none, const char *field, gboolean *changed, GError **error);
/* An amount of money as ff_money_parse () takes it; "" is -1. */
gboolean ff_take_money (gint64 *stored, const char *value, const char *field, gboolean *changed, GError **error);
/* A number as ff_decimal_parse () keeps it; "" is NULL. */
gboolean ff_take_decimal (char **stored, const char *value, const char *field, gboolean *changed, GError **error);
/* The id of another row, in digits, as a form keeps what was chosen; "" is 0. Whether there is such a row is the caller's to ask. */
gboolean ff_take_id (gint64 *stored, const char *value, gboolean *changed);
/* These cannot be cleared. */
gboolean ff_take_day (FfDay *stored, const char *value, const char *field, gboolean *changed, GError **error);
/* "" is FF_NO_DAY. */
gboolean ff_take_optional_day (FfDay *stored, const char *value, const char *field, gboolean *changed, GError **error);
gboolean ff_take_time (FfMinute *stored, const char *value, const char *field, gboolean *changed, GError **error);

G_END_DECLS
