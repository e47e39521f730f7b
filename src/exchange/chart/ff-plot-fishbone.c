#include "config.h"

#include "ff-plot-fishbone.h"

#include "ff-plot-frame.h"
#include "ff-plot-private.h"

#define GAP 8.0
#define HEAD_SHARE 0.2 /* of the width */
#define HEAD_LEAST 92.0
#define HEAD_MOST 140.0
#define HEAD_PADDING 10.0
#define ARROW 14.0
#define LEAST_PITCH 96.0 /* from bone to bone; below it the fishbone stands upright */
#define SLANT_MOST 60.0
#define PLATE_PADDING 5.0
#define RADIUS 6.0
#define SPINE 3.0
#define BONE 2.0

typedef struct
{
  FfPlotScene *scene;
  const FfPlotFishbone *fishbone;
  double line;  /* height of one */
  double plate; /* height of a branch's name */
} Plot;

static void
add_plate (Plot *plot, gsize i, FfPlotBox box)
{
  const char *label = plot->fishbone->branches[i].label;

  ff_plot_scene_add_box (plot->scene, box, RADIUS, FF_PLOT_INK_BONE);
  ff_plot_scene_add_text (plot->scene, label, FF_PLOT_CAPTION_BOLD, FF_PLOT_INK_ON_BONE, box.x + box.width / 2, box.y + box.height / 2, 0.5, 0.5,
                          box.width - GAP, 1);
  ff_plot_scene_add_spot (plot->scene, box, (int) i, -1, label);
}

static double
measure_plate (Plot *plot, gsize i, double most)
{
  double text = ff_plot_scene_text_width (plot->scene, plot->fishbone->branches[i].label, FF_PLOT_CAPTION_BOLD);

  return MIN (most, MAX (text + 3 * GAP, MIN (most, 72)));
}

static void
add_head (Plot *plot, FfPlotBox box)
{
  double room = box.width - 2 * HEAD_PADDING;
  double x = box.x + box.width / 2;
  double width;
  double height;
  double note_height = 0;
  FfPlotShape *outline;

  ff_plot_scene_measure (plot->scene, plot->fishbone->head, FF_PLOT_LABEL_BOLD, room, 3, &width, &height);
  if (plot->fishbone->head_note != NULL)
    ff_plot_scene_measure (plot->scene, plot->fishbone->head_note, FF_PLOT_CAPTION, room, 2, &width, &note_height);
  ff_plot_scene_add_box (plot->scene, box, GAP, FF_PLOT_INK_HEAD_GROUND);
  outline = ff_plot_scene_add_box (plot->scene, box, GAP, FF_PLOT_INK_VITAL);
  outline->stroke = 2;
  ff_plot_scene_add_text (plot->scene, plot->fishbone->head, FF_PLOT_LABEL_BOLD, FF_PLOT_INK_TEXT, x, box.y + (box.height - height - note_height) / 2,
                          0.5, 0, room, 3);
  ff_plot_scene_add_text (plot->scene, plot->fishbone->head_note, FF_PLOT_CAPTION, FF_PLOT_INK_DIM, x,
                          box.y + (box.height + height - note_height) / 2, 0.5, 0, room, 2);
  ff_plot_scene_add_spot (plot->scene, box, -1, -1, plot->fishbone->head);
}

static double
measure_head (Plot *plot, double width)
{
  double room = width - 2 * HEAD_PADDING;
  double height;
  double note_height = 0;

  ff_plot_scene_measure (plot->scene, plot->fishbone->head, FF_PLOT_LABEL_BOLD, room, 3, &width, &height);
  if (plot->fishbone->head_note != NULL)
    ff_plot_scene_measure (plot->scene, plot->fishbone->head_note, FF_PLOT_CAPTION, room, 2, &width, &note_height);
  return height + note_height + 2 * HEAD_PADDING;
}

/* How many causes get a line of @lines; when not all do, the last line counts the others. */
static gsize
count_shown (const FfPlotBranch *branch, gsize lines)
{
  return branch->n_causes <= lines ? branch->n_causes : MAX (lines, 1) - 1;
}

typedef struct
{
  double left;
  double right;
  double middle; /* y */
  double bone;   /* how far the line below it runs on to the right; NAN: no farther than the text */
  int lines;
} Place;

/* A cause with a thin line below it. On a bone it ends at the right, else it begins at the left. */
static void
add_cause (Plot *plot, gsize branch, gsize cause, const Place *place)
{
  const FfPlotCause *what = &plot->fishbone->branches[branch].causes[cause];
  double room = place->right - place->left - GAP;
  FfPlotType type = what->root ? FF_PLOT_CAPTION_BOLD : FF_PLOT_CAPTION;
  double width;
  double height;
  FfPlotBox box;

  ff_plot_scene_measure (plot->scene, what->text, type, room, place->lines, &width, &height);
  width = MIN (width, room);
  box = (FfPlotBox) { isfinite (place->bone) ? place->right - width - GAP : place->left, place->middle - height / 2, width + GAP, height };
  if (what->root)
    ff_plot_scene_add_box (plot->scene, box, 3, FF_PLOT_INK_ROOT_GROUND);
  else
    ff_plot_scene_add_line (plot->scene, box.x, box.y + height, isfinite (place->bone) ? place->bone : box.x + box.width, box.y + height,
                            FF_PLOT_INK_AXIS, 1);
  ff_plot_scene_add_text (plot->scene, what->text, type, what->root ? FF_PLOT_INK_ROOT : FF_PLOT_INK_TEXT, box.x + box.width / 2, place->middle, 0.5,
                          0.5, room, place->lines);
  ff_plot_scene_add_spot (plot->scene, box, (int) branch, (int) cause, what->text);
}

/* What had no room, as a number; its tip names it. */
static void
add_more (Plot *plot, gsize branch, gsize shown, double x, double middle, double align)
{
  const FfPlotBranch *what = &plot->fishbone->branches[branch];
  g_autofree char *count = g_strdup_printf ("+%" G_GSIZE_FORMAT, what->n_causes - shown);
  g_autoptr (GString) names = g_string_new (NULL);
  FfPlotBox box;

  for (gsize i = shown; i < what->n_causes; i++)
    g_string_append_printf (names, "%s%s", i > shown ? " · " : "", what->causes[i].text);
  box = ff_plot_scene_add_text (plot->scene, count, FF_PLOT_CAPTION_BOLD, FF_PLOT_INK_DIM, x, middle, align, 0.5, -1, 1);
  ff_plot_scene_add_spot (plot->scene, box, (int) branch, (int) shown, names->str);
}

/* Lying: the head at the right, branches above and below the spine ------------------------------------------------------------ */

typedef struct
{
  double left;
  double pitch;
  double slant;
  double spine; /* y */
  double head;  /* where it begins */
} Lying;

/* A branch: its bone runs from its plate to the spine and carries the causes. */
static void
add_bone (Plot *plot, const Lying *lying, gsize i)
{
  const FfPlotBranch *branch = &plot->fishbone->branches[i];
  gboolean above = i % 2 == 0;
  double column = (double) (i / 2);
  double height = ff_plot_scene_get_height (plot->scene);
  double tip_x = lying->left + lying->pitch * (column + 1);
  double tip_y = above ? plot->plate : height - plot->plate;
  double width = measure_plate (plot, i, lying->pitch - GAP);
  double room = fabs (lying->spine - tip_y) - GAP;
  gsize lines = (gsize) MAX (0, room / (plot->line + 2));
  gsize shown = count_shown (branch, lines);
  gsize taken = MIN (branch->n_causes, MAX (lines, 1));
  double step = room / MAX (1, (double) taken);

  ff_plot_scene_add_path (plot->scene, (FfPlotPoint[]) { { tip_x, tip_y }, { tip_x + lying->slant, lying->spine } }, 2, FF_PLOT_INK_BONE, BONE);
  add_plate (plot, i, (FfPlotBox) { tip_x - width / 2, above ? 0 : height - plot->plate, width, plot->plate });
  step = MIN (step, 3.5 * plot->line);
  for (gsize k = 0; k < taken; k++)
    {
      /* From the plate towards the spine, in the middle of the bone. */
      double away = GAP / 2 + (room - step * (double) taken) / 2 + step * ((double) k + 0.5);
      double y = above ? tip_y + away : tip_y - away;
      double lean = lying->slant / fabs (lying->spine - tip_y); /* how far the bone goes to the right with each step to the spine */
      double x = tip_x + lean * away;
      Place place = { .left = MAX (x - lying->pitch + GAP, 0), .right = x - GAP / 2, .middle = y,
                      .bone = x + lean * plot->line / 2 * (above ? 1 : -1), .lines = step >= 2.5 * plot->line ? 2 : 1 };

      if (k < shown)
        add_cause (plot, i, k, &place);
      else
        add_more (plot, i, shown, x - GAP, y, 1);
    }
}

static void
lay_out_lying (Plot *plot, double pitch, double slant, double head_width)
{
  double width = ff_plot_scene_get_width (plot->scene);
  double height = ff_plot_scene_get_height (plot->scene);
  Lying lying = { 0, pitch, slant, height / 2, width - head_width };
  double head_height = MIN (measure_head (plot, head_width), height);
  double arrow = lying.head - ARROW;
  const FfPlotPoint tip[] = { { arrow, lying.spine - ARROW / 2 }, { lying.head, lying.spine }, { arrow, lying.spine + ARROW / 2 } };

  ff_plot_scene_add_line (plot->scene, 0, lying.spine, arrow, lying.spine, FF_PLOT_INK_BONE, SPINE);
  ff_plot_scene_add_path (plot->scene, tip, G_N_ELEMENTS (tip), FF_PLOT_INK_BONE, 0);
  for (gsize i = 0; i < plot->fishbone->n_branches; i++)
    add_bone (plot, &lying, i);
  add_head (plot, (FfPlotBox) { lying.head + 1, lying.spine - head_height / 2, head_width - 2, head_height });
}

/* Upright, where it is narrow: the head above, branch below branch ------------------------------------------------------------ */

static gsize
count_lines (const FfPlotFishbone *fishbone)
{
  gsize lines = 0;

  for (gsize i = 0; i < fishbone->n_branches; i++)
    lines += fishbone->branches[i].n_causes;
  return lines;
}

/* How many causes each branch may show, so that all branches have room. */
static gsize
choose_most (Plot *plot, double room)
{
  const FfPlotFishbone *fishbone = plot->fishbone;
  gsize most = count_lines (fishbone);

  for (; most > 1; most--)
    {
      double needed = 0;

      for (gsize i = 0; i < fishbone->n_branches; i++)
        needed += (double) MIN (fishbone->branches[i].n_causes, most) * (plot->line + 2);
      if (needed <= room)
        break;
    }
  return MAX (most, 1);
}

static void
lay_out_upright (Plot *plot)
{
  const FfPlotFishbone *fishbone = plot->fishbone;
  double width = ff_plot_scene_get_width (plot->scene);
  double height = ff_plot_scene_get_height (plot->scene);
  double head = measure_head (plot, width);
  double spine = GAP;
  double y = head + GAP;
  gsize most = choose_most (plot, height - y - (plot->plate + GAP) * (double) fishbone->n_branches);
  double last = y;

  for (gsize i = 0; i < fishbone->n_branches && y + plot->plate <= height; i++)
    {
      gsize shown = count_shown (&fishbone->branches[i], most);
      gsize taken = MIN (fishbone->branches[i].n_causes, most);
      double plate = measure_plate (plot, i, width - 3 * GAP);

      last = y + plot->plate / 2;
      ff_plot_scene_add_line (plot->scene, spine, last, spine + 2 * GAP, last, FF_PLOT_INK_BONE, BONE);
      add_plate (plot, i, (FfPlotBox) { spine + 2 * GAP, y, plate, plot->plate });
      y += plot->plate + 2;
      for (gsize k = 0; k < taken && y + plot->line <= height; k++)
        {
          double middle = y + plot->line / 2;

          if (k < shown)
            add_cause (plot, i, k, &(Place) { spine + 3 * GAP, width, middle, NAN, 1 });
          else
            add_more (plot, i, shown, spine + 3 * GAP + GAP / 2, middle, 0);
          y += plot->line + 2;
        }
      y += GAP - 2;
    }
  ff_plot_scene_add_line (plot->scene, spine, head, spine, last, FF_PLOT_INK_BONE, SPINE);
  add_head (plot, (FfPlotBox) { 1, 1, width - 2, head - 2 });
}

/* ------------------------------------------------------------------------------------------------------------------------ */

/* The distance of bones, or less than LEAST_PITCH when it cannot lie. */
static double
choose_pitch (const FfPlotFishbone *fishbone, double width, double *slant, double *head_width)
{
  double columns = (double) ((fishbone->n_branches + 1) / 2);
  double room;
  double pitch;

  *head_width = CLAMP (width * HEAD_SHARE, HEAD_LEAST, HEAD_MOST);
  room = width - *head_width - ARROW;
  /* Half a plate stands beyond the last bone's tip, its slant reaches as far or farther. */
  pitch = room / (MAX (columns, 1) + 0.5);
  *slant = MIN (pitch / 2, SLANT_MOST);
  return pitch;
}

static void
lay_out (FfPlotScene *scene, gconstpointer data)
{
  const FfPlotFishbone *fishbone = data;
  Plot plot = { .scene = scene, .fishbone = fishbone };
  double slant;
  double head_width;
  double pitch = choose_pitch (fishbone, ff_plot_scene_get_width (scene), &slant, &head_width);

  plot.line = ff_plot_scene_line_height (scene, FF_PLOT_CAPTION);
  plot.plate = plot.line + 2 * PLATE_PADDING - 2;
  if (pitch >= LEAST_PITCH)
    lay_out_lying (&plot, pitch, slant, head_width);
  else
    lay_out_upright (&plot);
}

static void
keep (FfPlotKeeper *keeper, gpointer data)
{
  FfPlotFishbone *fishbone = data;
  FfPlotBranch *branches = ff_plot_keep_array (keeper, fishbone->branches, fishbone->n_branches, sizeof *branches);

  for (gsize i = 0; i < fishbone->n_branches; i++)
    {
      FfPlotCause *causes = ff_plot_keep_array (keeper, branches[i].causes, branches[i].n_causes, sizeof *causes);

      for (gsize k = 0; k < branches[i].n_causes; k++)
        ff_plot_keep_text (keeper, &causes[k].text);
      branches[i].causes = causes;
      ff_plot_keep_text (keeper, &branches[i].label);
    }
  fishbone->branches = branches;
  ff_plot_keep_text (keeper, &fishbone->head);
  ff_plot_keep_text (keeper, &fishbone->head_note);
}

static double
best_height (gconstpointer data, double width)
{
  const FfPlotFishbone *fishbone = data;
  double slant;
  double head_width;
  gsize most = 0;

  if (choose_pitch (fishbone, width, &slant, &head_width) < LEAST_PITCH)
    return 84 + 40 * (double) fishbone->n_branches + 21 * (double) count_lines (fishbone);
  for (gsize i = 0; i < fishbone->n_branches; i++)
    most = MAX (most, fishbone->branches[i].n_causes);
  return MAX (230, 70 + 2 * 24 * (double) most);
}

FfPlot *
ff_plot_fishbone_new (const FfPlotFishbone *fishbone, const char *title, const char *sentence)
{
  static const FfPlotKind kind = { sizeof (FfPlotFishbone), keep, lay_out, 240, 220, best_height, FALSE };

  return ff_plot_new (&kind, fishbone, title, sentence);
}
