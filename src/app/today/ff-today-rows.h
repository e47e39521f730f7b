/* The rows and cells of the Today page, each made from one struct of FfToday. */
#pragma once

#include <adwaita.h>

#include "ff-clash-text.h"
#include "ff-today.h"

G_BEGIN_DECLS

/* How a session of today stands at @now. */
typedef enum
{
  FF_SESSION_CANCELLED,
  FF_SESSION_RECORDED, /* everybody has a verdict */
  FF_SESSION_MISSING,  /* it is over, and somebody has none */
  FF_SESSION_RUNNING,
  FF_SESSION_COMING,
} FfSessionState;

FfSessionState ff_today_session_state (const FfTodaySession *session, FfMinute now);
/* The index of the session that wants attention next: the first that runs or comes. -1: none. */
int ff_today_next_session (const FfToday *today);

GtkWidget *ff_today_day_new (const FfTodayDay *day, FfDay today);
GtkWidget *ff_today_session_row_new (const FfTodaySession *session, FfMinute now, gboolean next);
GtkWidget *ff_today_due_row_new (const FfDue *due, FfDay today);
GtkWidget *ff_today_clash_row_new (const FfClashNote *note);
/* Below the first of them: how many there are in all. */
GtkWidget *ff_today_more_clashes_row_new (guint n);
GtkWidget *ff_today_attention_row_new (const FfAttention *attention);

G_END_DECLS
