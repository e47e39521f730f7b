#include "config.h"

#include "ff-plot-palette.h"

/* Each as 0xRRGGBBAA, in the order of FfPlotLook. Amber and green have darker and lighter forms for text; high contrast uses these for lines
   and bars too. */
static const guint32 colours[FF_PLOT_N_INKS][FF_PLOT_N_LOOKS] = {
  [FF_PLOT_INK_TEXT] = { 0x000000cc, 0xffffffff, 0x000000ff, 0xffffffff },
  [FF_PLOT_INK_DIM] = { 0x0000008c, 0xffffffa6, 0x000000cc, 0xffffffe0 },
  [FF_PLOT_INK_GRID] = { 0x00000014, 0xffffff1a, 0x00000059, 0xffffff66 },
  [FF_PLOT_INK_AXIS] = { 0x00000033, 0xffffff40, 0x00000099, 0xffffffb3 },
  [FF_PLOT_INK_TARGET] = { 0x000000cc, 0xffffffd9, 0x000000ff, 0xffffffff },
  [FF_PLOT_INK_REST] = { 0x00000029, 0xffffff38, 0x00000073, 0xffffff80 },
  [FF_PLOT_INK_TRACK] = { 0x0000000f, 0xffffff17, 0x0000001f, 0xffffff2e },
  [FF_PLOT_INK_MISSED] = { 0xc01c28ff, 0xff7b63ff, 0x9c1420ff, 0xffa08cff },
  [FF_PLOT_INK_VITAL] = { 0xe5a50aff, 0xe5a50aff, 0x8a5f00ff, 0xf8d35cff },
  [FF_PLOT_INK_BONE] = { 0x5e5c64ff, 0xb5b3b8ff, 0x2c2b30ff, 0xffffffff },
  [FF_PLOT_INK_ON_BONE] = { 0xffffffff, 0x1e1e1eff, 0xffffffff, 0x000000ff },
  [FF_PLOT_INK_ROOT] = { 0xa51d2dff, 0xffc0b8ff, 0x8a0f1fff, 0xffd8d2ff },
  [FF_PLOT_INK_ROOT_GROUND] = { 0xf8d0d2ff, 0x6b232bff, 0xffe3e4ff, 0x5a161eff },
  [FF_PLOT_INK_HEAD_GROUND] = { 0xe5a50a38, 0xe5a50a38, 0xe5a50a29, 0xe5a50a29 },
  [FF_PLOT_INK_SURFACE] = { 0xffffffff, 0x353535ff, 0xffffffff, 0x2a2a2aff },
  [FF_PLOT_INK_ON_BAR] = { 0x000000cc, 0x000000d9, 0x000000ff, 0x000000ff },
  [FF_PLOT_INK_FOCUS] = { 0x3584e4ff, 0x78aeedff, 0x1a5fb4ff, 0x99c1f1ff },
  [FF_PLOT_INK_LEVEL_1] = { 0xe5a50aff, 0xe5a50aff, 0xc88800ff, 0xf8d35cff },
  [FF_PLOT_INK_LEVEL_2] = { 0x3584e4ff, 0x3584e4ff, 0x1a5fb4ff, 0x99c1f1ff },
  [FF_PLOT_INK_LEVEL_3] = { 0x2ec27eff, 0x2ec27eff, 0x26a269ff, 0x8ff0a4ff },
  [FF_PLOT_INK_LEVEL_4] = { 0x9141acff, 0x9b4db5ff, 0x813d9cff, 0xdc8addff },
  [FF_PLOT_INK_LINE_1] = { 0xe5a50aff, 0xf0b429ff, 0x8a5f00ff, 0xf8d35cff },
  [FF_PLOT_INK_LINE_2] = { 0x3584e4ff, 0x62a0eaff, 0x1a5fb4ff, 0x99c1f1ff },
  [FF_PLOT_INK_LINE_3] = { 0x2ec27eff, 0x57e389ff, 0x17764aff, 0x8ff0a4ff },
  [FF_PLOT_INK_LINE_4] = { 0x9141acff, 0xc061cbff, 0x813d9cff, 0xdc8addff },
  [FF_PLOT_INK_TEXT_1] = { 0x8a5f00ff, 0xf8d35cff, 0x6b4a00ff, 0xffe08aff },
  [FF_PLOT_INK_TEXT_2] = { 0x1a5fb4ff, 0x99c1f1ff, 0x10488cff, 0xc2dcfaff },
  [FF_PLOT_INK_TEXT_3] = { 0x17764aff, 0x8ff0a4ff, 0x0d5c37ff, 0xbcf7c8ff },
  [FF_PLOT_INK_TEXT_4] = { 0x813d9cff, 0xdc8addff, 0x642b7bff, 0xefbbefff },
};

void
ff_plot_palette_get (FfPlotLook look, FfPlotInk ink, double rgba[4])
{
  guint32 colour = colours[ink][look];

  for (int i = 0; i < 4; i++)
    rgba[i] = ((colour >> (24 - 8 * i)) & 0xff) / 255.0;
}

static FfPlotInk
pick (int level, FfPlotInk first, FfPlotInk neutral)
{
  return level >= 1 && level <= 4 ? first + (FfPlotInk) (level - 1) : neutral;
}

FfPlotInk
ff_plot_level_ink (int level)
{
  return pick (level, FF_PLOT_INK_LEVEL_1, FF_PLOT_INK_BONE);
}

FfPlotInk
ff_plot_level_line (int level)
{
  return pick (level, FF_PLOT_INK_LINE_1, FF_PLOT_INK_BONE);
}

FfPlotInk
ff_plot_level_text (int level)
{
  return pick (level, FF_PLOT_INK_TEXT_1, FF_PLOT_INK_TEXT);
}
