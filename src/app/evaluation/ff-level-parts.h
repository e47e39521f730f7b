/* What the pages of the four levels are built of. All of it is made from figures once and never changes. */
#pragma once

#include <adwaita.h>

#include "ff-evaluation-figures.h"
#include "ff-plot.h"
#include "ff-tag.h"

G_BEGIN_DECLS

/* Met, missed, not yet due with its date, or what is missing: in colour, with an icon, and in words. */
GtkWidget *ff_level_tag_new (const FfLevel *level, FfDay today);

/* A wrapped text that may be selected. */
GtkWidget *ff_level_text_new (const char *text);
/* Sentences below each other, the first one strong. */
GtkWidget *ff_level_sentences_new (GPtrArray *sentences);
/* A large value over what it is, and a @note (NULL: none) below. */
GtkWidget *ff_level_figure_new (const char *value, const char *caption, const char *note);
/* A small grey line. */
GtkWidget *ff_level_caption_new (const char *text);
/* Figures beside each other where there is room, as wide as each other. */
GtkWidget *ff_level_row_new (void);
void ff_level_row_add (GtkWidget *row, GtkWidget *figure);
/* Lets the rows and pairs in @widget suit a page of that width. */
void ff_level_fit (GtkWidget *widget, int width);
/* Two sections side by side where there is room: an FfPair of the class "level-pair". */
GtkWidget *ff_level_pair_new (GtkWidget *left, GtkWidget *right);
/* What to do where a level has nothing yet. */
GtkWidget *ff_level_empty_new (const FfEvaluationFigures *figures, int level);
/* Buttons beside each other, on as many lines as it takes. */
GtkWidget *ff_level_buttons_new (void);
void ff_level_buttons_add (GtkWidget *buttons, GtkWidget *button);
/* What is done with a questionnaire: entering forms, who has not answered, printing. */
GtkWidget *ff_level_questionnaire_buttons_new (const FfQuestionnaire *questionnaire);
/* A chart of some height; NULL for no plot. Takes the plot. @height 0: as it looks best. */
GtkWidget *ff_level_chart_new (FfPlot *plot, int height);

/* A card with a heading; content is appended to it. @detail (NULL: none) stands beside the heading. */
GtkWidget *ff_level_section_new (const char *title, const char *detail);

/* A table of text in a card's width: the first column is wide and wraps, the others hold figures at the right. */
typedef struct
{
  GtkWidget *grid;
  int columns;
  int row;
} FfLevelTable;

/* @headings: NULL-terminated, translated. */
FfLevelTable ff_level_table_begin (const char *const *headings);
/* @texts: one per column, NULL is an empty cell. @strong: a sum or a group. */
void ff_level_table_add (FfLevelTable *table, const char *const *texts, gboolean strong);
/* A widget in place of a text, in a row that was just added. */
void ff_level_table_attach (FfLevelTable *table, int column, GtkWidget *widget);

G_END_DECLS
