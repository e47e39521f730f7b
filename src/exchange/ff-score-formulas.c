/* The formulas of the sheet Scores; each mirrors what the core computes (RULES, 1 and 2). They are made once, with a mark where the
   number of the row goes, since a sheet may have many rows. */
#include "config.h"

#include "ff-score-formulas.h"

#include <string.h>

#define ROW "\1"
#define CELL(column) formulas->letters[FF_SCORE_##column], ROW

struct _FfScoreFormulas
{
  const FfScoreLayout *layout;
  guint n_components;
  char *letters[FF_SCORE_N_COLUMNS]; /* "AB"; NULL of columns that are not there */
  char *first_leaf;                  /* letters; NULL without leaves */
  char *last_leaf;
  const char *yes;
  const char *no;
  char *columns[FF_SCORE_N_COLUMNS]; /* NULL of columns that are no formulas */
  char **leaves;                     /* one per component, NULL likewise */
  GString *filled;                   /* the one handed out last */
};

static void
name_columns (FfScoreFormulas *formulas)
{
  const FfScoreLayout *layout = formulas->layout;

  for (guint i = 0; i < FF_SCORE_N_COLUMNS; i++)
    if (layout->columns[i] != G_MAXUINT)
      formulas->letters[i] = ff_score_layout_letters (layout->columns[i]);
  if (layout->leaves->len > 0)
    {
      formulas->first_leaf = ff_score_layout_letters (layout->first_leaf);
      formulas->last_leaf = ff_score_layout_letters (layout->first_leaf + layout->leaves->len - 1);
    }
}

/* Joins the pieces up to NULL. */
static char *
join (const char *first, ...)
{
  GString *text = g_string_new (first);
  const char *piece;
  va_list pieces;

  va_start (pieces, first);
  while ((piece = va_arg (pieces, const char *)) != NULL)
    g_string_append (text, piece);
  va_end (pieces);

  return g_string_free (text, FALSE);
}

static gboolean
has_minutes (const FfScoreFormulas *formulas)
{
  return formulas->letters[FF_SCORE_PLANNED_MINUTES] != NULL;
}

static char *
make_absence (const FfScoreFormulas *formulas)
{
  if (has_minutes (formulas))
    return join ("=IF(", CELL (PLANNED_MINUTES), "=0,0,100*", CELL (ABSENT_MINUTES), "/", CELL (PLANNED_MINUTES), ")", NULL);

  return join ("=IF(", CELL (PLANNED), "=0,0,100*", CELL (ABSENT), "/", CELL (PLANNED), ")", NULL);
}

/* 100 · attended ÷ (planned − neutrally excused), blank while a planned session is unmarked. */
static char *
make_attendance (const FfScoreFormulas *formulas, guint component)
{
  g_autofree char *max = ff_score_layout_component_cell (formulas->layout, component, FF_COMPONENT_MAX);
  g_autofree char *open = join (CELL (PLANNED), ">", CELL (ATTENDED), "+", CELL (ABSENT), "+", CELL (EXCUSED), "-", CELL (COUNTED), NULL);

  if (has_minutes (formulas))
    return join ("=IF(OR(", open, ",", CELL (PLANNED_MINUTES), "=", CELL (NEUTRAL_MINUTES), "),\"\",", max, "*", CELL (ATTENDED_MINUTES),
                 "/(", CELL (PLANNED_MINUTES), "-", CELL (NEUTRAL_MINUTES), "))", NULL);

  return join ("=IF(OR(", open, ",", CELL (PLANNED), "=", CELL (EXCUSED), "-", CELL (COUNTED), "),\"\",", max, "*", CELL (ATTENDED), "/(",
               CELL (PLANNED), "-", CELL (EXCUSED), "+", CELL (COUNTED), "))", NULL);
}

/* "H3:L3" */
static char *
make_leaf_range (const FfScoreFormulas *formulas)
{
  return join (formulas->first_leaf, ROW, ":", formulas->last_leaf, ROW, NULL);
}

/* A condition like ">=0" holds for numbers only; functions over a range inside SUMPRODUCT do not work in every program. */
static char *
make_assessed (const FfScoreFormulas *formulas)
{
  g_autofree char *leaves = make_leaf_range (formulas);

  return join ("=SUMIF(", leaves, ",\">=0\",Shares)", NULL);
}

static char *
make_missing (const FfScoreFormulas *formulas)
{
  g_autofree char *leaves = make_leaf_range (formulas);

  return join ("=COUNTIF(Shares,\">0\")-COUNTIFS(Shares,\">0\",", leaves, ",\">=0\")-COUNTIFS(Shares,\">0\",", leaves,
               ",\"" FF_SCORE_EXEMPT "\")", NULL);
}

static char *
make_total (const FfScoreFormulas *formulas)
{
  g_autofree char *leaves = make_leaf_range (formulas);

  return join ("=IF(", CELL (ASSESSED), ">0,ROUND(ROUND(SUMPRODUCT(Rates,", leaves, ")/", CELL (ASSESSED), ",8),2),\"\")", NULL);
}

static char *
make_disqualified (const FfScoreFormulas *formulas)
{
  g_autofree char *few = NULL;

  if (has_minutes (formulas))
    few = join ("(", CELL (PLANNED_MINUTES), "-", CELL (ABSENT_MINUTES), "-", CELL (NEUTRAL_MINUTES), ")*100<MinAttended*",
                CELL (PLANNED_MINUTES), "-1E-9", NULL);
  else
    few = join ("(", CELL (PLANNED), "-", CELL (ABSENT), "-", CELL (EXCUSED), "+", CELL (COUNTED), ")*100<MinAttended*", CELL (PLANNED),
                "-1E-9", NULL);

  return join ("=IF(", CELL (WAIVED), "=\"", formulas->yes, "\",\"", formulas->no, "\",IF(OR(", CELL (ABSENCE),
               ">MaxAbsence+1E-9,AND(ISNUMBER(MinAttended),", few, ")),\"", formulas->yes, "\",\"", formulas->no, "\"))", NULL);
}

static char *
make_passed (const FfScoreFormulas *formulas)
{
  return join ("=IF(", CELL (DISQUALIFIED), "=\"", formulas->yes, "\",\"", formulas->no, "\",IF(OR(", CELL (TOTAL), "=\"\",", CELL (MISSING),
               ">0),\"\",IF(", CELL (TOTAL), ">=PassMark-1E-9,\"", formulas->yes, "\",\"", formulas->no, "\")))", NULL);
}

static char *
make_ranked (const FfScoreFormulas *formulas)
{
  return join ("=IF(OR(", CELL (DISQUALIFIED), "=\"", formulas->yes, "\",", CELL (MISSING), ">0,", CELL (TOTAL), "=\"\"),\"\",",
               CELL (TOTAL), ")", NULL);
}

static char *
make_rank (const FfScoreFormulas *formulas)
{
  const FfScoreLayout *layout = formulas->layout;
  const char *letters = formulas->letters[FF_SCORE_RANKED];
  g_autofree char *range = g_strdup_printf ("%s$%u:%s$%u", letters, FF_SCORE_FIRST_ROW + 1, letters, layout->last_row + 1);

  return join ("=IF(", CELL (RANKED), "=\"\",\"\",RANK(", CELL (RANKED), ",", range, "))", NULL);
}

static char *
make_award (const FfScoreFormulas *formulas)
{
  return join ("=IF(", CELL (PASSED), "<>\"", formulas->yes, "\",\"", formulas->no, "\",IF(AwardFrom=\"\",\"", formulas->no, "\",IF(",
               CELL (RANKED), ">=AwardFrom,\"", formulas->yes, "\",\"", formulas->no, "\")))", NULL);
}

FfScoreFormulas *
ff_score_formulas_new (const FfScoreLayout *layout)
{
  FfScoreFormulas *formulas = g_new0 (FfScoreFormulas, 1);
  gboolean leaves = layout->leaves->len > 0;

  formulas->layout = layout;
  formulas->n_components = ff_scheme_length (layout->figures->scheme);
  formulas->yes = ff_score_layout_yes_no (layout, TRUE);
  formulas->no = ff_score_layout_yes_no (layout, FALSE);
  formulas->filled = g_string_new (NULL);
  name_columns (formulas);

  formulas->columns[FF_SCORE_ABSENCE] = make_absence (formulas);
  formulas->columns[FF_SCORE_TOTAL] = leaves ? make_total (formulas) : g_strdup ("=\"\"");
  formulas->columns[FF_SCORE_PASSED] = make_passed (formulas);
  formulas->columns[FF_SCORE_RANK] = make_rank (formulas);
  formulas->columns[FF_SCORE_AWARD] = make_award (formulas);
  formulas->columns[FF_SCORE_ASSESSED] = leaves ? make_assessed (formulas) : g_strdup ("=0");
  formulas->columns[FF_SCORE_MISSING] = leaves ? make_missing (formulas) : g_strdup ("=0");
  formulas->columns[FF_SCORE_DISQUALIFIED] = make_disqualified (formulas);
  formulas->columns[FF_SCORE_RANKED] = make_ranked (formulas);

  formulas->leaves = g_new0 (char *, formulas->n_components);
  for (guint i = 0; i < formulas->n_components; i++)
    if (ff_scheme_get (layout->figures->scheme, i)->source == FF_SOURCE_ATTENDANCE)
      formulas->leaves[i] = make_attendance (formulas, i);

  return formulas;
}

void
ff_score_formulas_free (FfScoreFormulas *formulas)
{
  for (guint i = 0; i < FF_SCORE_N_COLUMNS; i++)
    {
      g_free (formulas->letters[i]);
      g_free (formulas->columns[i]);
    }
  for (guint i = 0; i < formulas->n_components; i++)
    g_free (formulas->leaves[i]);
  g_free (formulas->leaves);
  g_free (formulas->first_leaf);
  g_free (formulas->last_leaf);
  g_string_free (formulas->filled, TRUE);
  g_free (formulas);
}

/* @formula in @row, which counts from 0. */
static const char *
fill_in (FfScoreFormulas *formulas, const char *formula, guint row)
{
  char number[16];
  int length = g_snprintf (number, sizeof number, "%u", row + 1);

  g_string_truncate (formulas->filled, 0);
  for (const char *mark; (mark = strchr (formula, *ROW)) != NULL; formula = mark + 1)
    {
      g_string_append_len (formulas->filled, formula, mark - formula);
      g_string_append_len (formulas->filled, number, length);
    }
  g_string_append (formulas->filled, formula);

  return formulas->filled->str;
}

const char *
ff_score_formulas_get (FfScoreFormulas *formulas, FfScoreColumn column, guint row)
{
  return fill_in (formulas, formulas->columns[column], row);
}

const char *
ff_score_formulas_get_leaf (FfScoreFormulas *formulas, guint component, guint row)
{
  return fill_in (formulas, formulas->leaves[component], row);
}
