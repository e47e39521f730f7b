/* One team and its people: a place to drop somebody on, rows that can be dragged and have a menu. */
#pragma once

#include <adwaita.h>

#include "ff-enrolment-store.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_TEAM_CARD (ff_team_card_get_type ())
G_DECLARE_FINAL_TYPE (FfTeamCard, ff_team_card, FF, TEAM_CARD, AdwBin)

/* @team NULL: the people without one. @team_menu: items of card.move, with the team's id. */
GtkWidget *ff_team_card_new (FfWorkspace *workspace, gint64 run_id, const FfTeam *team, GMenuModel *team_menu);
void ff_team_card_add_member (FfTeamCard *self, const FfEnrolment *enrolment);

G_END_DECLS
