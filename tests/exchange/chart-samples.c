#include "config.h"

#include "chart-samples.h"

#include "ff-plot-bars.h"
#include "ff-plot-cells.h"
#include "ff-plot-fishbone.h"
#include "ff-plot-funnel.h"
#include "ff-plot-histogram.h"
#include "ff-plot-interval.h"
#include "ff-plot-pareto.h"
#include "ff-plot-radar.h"
#include "ff-plot-run-chart.h"
#include "ff-plot-slopes.h"
#include "ff-plot-trend.h"

#define SAY(en, zh) (chinese ? (zh) : (en))

static const FfPlotNumber whole = { 0, FALSE, NULL };
static const FfPlotNumber signed_whole = { 0, TRUE, NULL };
static const FfPlotNumber tenths = { 1, FALSE, NULL };
static const FfPlotNumber hundredths = { 2, FALSE, NULL };
static const FfPlotNumber percent = { 0, FALSE, " %" };

static FfPlot *
make_radar (gboolean chinese)
{
  const FfPlotRadarAxis axes[] = {
    { SAY ("Content", "课程内容"), 4.72, FALSE },     { SAY ("Trainer", "讲师"), 4.81, FALSE },
    { SAY ("Relevance", "与工作的相关性"), 4.66, FALSE }, { SAY ("Organisation", "组织与服务"), 4.52, FALSE },
    { SAY ("Materials", "教材"), 4.48, TRUE },        { SAY ("Venue", "场地与设备"), 4.07, TRUE },
  };

  return ff_plot_radar_new (&(FfPlotRadar) { axes, G_N_ELEMENTS (axes), 3, 5, 4.5, hundredths, 1 }, SAY ("Reaction by dimension", "各维度的反应"),
                            SAY ("The target is just met; venue at 4.07 pulls the mean down.", "刚好达标；场地4.07拉低了平均值。"));
}

static FfPlot *
make_interval (gboolean chinese)
{
  return ff_plot_interval_new (&(FfPlotInterval) { -100, 100, 41, 13, 68, NAN, signed_whole, 1 }, SAY ("Net promoter score", "净推荐值"),
                               SAY ("NPS +41, above zero even at the edge of its margin.", "NPS +41，误差范围的下限也高于零。"));
}

static FfPlot *
make_slopes (gboolean chinese)
{
  FfPlotSlope slopes[28];

  for (guint i = 0; i < G_N_ELEMENTS (slopes); i++)
    {
      double before = 43 + (i * 37 % 28) * 1.4;
      double after = before + 9 + (i * 11 % 17) + (i < 20 ? 4 : 0);

      slopes[i] = (FfPlotSlope) { "A. Trainee", before, MIN (after, 98), after < 70 && i % 3 == 0 };
    }
  return ff_plot_slopes_new (&(FfPlotSlopes) { slopes, G_N_ELEMENTS (slopes), 60.9, 79.9, SAY ("Mean", "平均"), SAY ("before", "课前"),
                                               SAY ("after", "课后"), 40, 100, 70, SAY ("pass 70", "及格 70"), tenths, 2 },
                             SAY ("Before and after test", "课前课后测验"), SAY ("The class gained 19.0 points.", "全班提高19.0分。"));
}

static FfPlot *
make_histogram (gboolean chinese)
{
  const guint counts[] = { 0, 1, 1, 3, 5, 8, 6, 4 };

  return ff_plot_histogram_new (&(FfPlotHistogram) { 20, 10, counts, G_N_ELEMENTS (counts), 60, SAY ("pass 60", "及格 60"), whole, 2 },
                                SAY ("Learning marks", "学习成绩"), SAY ("23 of 28 reached the pass mark.", "28人中23人及格。"));
}

static FfPlot *
make_funnel (gboolean chinese)
{
  const FfPlotFunnelStep steps[] = {
    { SAY ("Trained", "参训"), 28, NAN, NULL, FALSE },
    { SAY ("Plan submitted", "已提交计划"), 27, 28, SAY ("target 100 %", "目标 100 %"), TRUE },
    { SAY ("Applied", "已应用"), 25, 24, SAY ("target 85 % = 24", "目标 85 % = 24"), FALSE },
    { SAY ("Verified by supervisor", "主管已核实"), 22, 24, NULL, TRUE },
  };

  return ff_plot_funnel_new (&(FfPlotFunnel) { steps, G_N_ELEMENTS (steps), 28, percent, 3 }, SAY ("Behaviour after 30 days", "30天后的行为"),
                             SAY ("25 applied what they learned, but only 22 are verified.", "25人已应用，但只有22人得到核实。"));
}

static FfPlot *
make_raters (gboolean chinese)
{
  const double listening[] = { 4.5, 4.1, 4.3 };
  const double solving[] = { 4.2, 3.6, NAN };
  const double writing[] = { 3.9, 3.8, 3.7 };
  const FfPlotBarsGroup groups[] = {
    { SAY ("Listens to the customer", "倾听客户"), listening, NULL, FALSE },
    { SAY ("Solves at first contact", "首次接触即解决问题"), solving, NULL, FALSE },
    { SAY ("Writes clearly", "书面表达清楚"), writing, NULL, FALSE },
  };
  const char *const series[] = { SAY ("Self", "自评"), SAY ("Supervisor", "主管"), SAY ("Peers", "同事") };

  return ff_plot_bars_new (&(FfPlotBars) { series, 3, groups, G_N_ELEMENTS (groups), 1, 5, 4, SAY ("target 4.00", "目标 4.00"), hundredths, 3 },
                           SAY ("Raters side by side", "各方评价对照"), SAY ("Supervisors rate lower than people themselves.", "主管评分低于自评。"));
}

static FfPlot *
make_servqual (gboolean chinese)
{
  const double values[5][2] = { { 5.6, 4.95 }, { 6.2, 5.1 }, { 6.0, 5.17 }, { 5.9, 5.2 }, { 5.8, 4.79 } };
  const FfPlotBarsGroup groups[] = {
    { SAY ("Tangibles", "有形性"), values[0], "−0.65", TRUE },     { SAY ("Reliability", "可靠性"), values[1], "−1.10", TRUE },
    { SAY ("Responsiveness", "响应性"), values[2], "−0.83", TRUE }, { SAY ("Assurance", "保证性"), values[3], "−0.70", TRUE },
    { SAY ("Empathy", "移情性"), values[4], "−1.01", TRUE },
  };
  const char *const series[] = { SAY ("Expectation", "期望"), SAY ("Perception", "感知") };

  return ff_plot_bars_new (&(FfPlotBars) { series, 2, groups, G_N_ELEMENTS (groups), 1, 7, NAN, NULL, hundredths, 1 }, "SERVQUAL",
                           SAY ("Perception lies 0.86 below expectation.", "感知比期望低0.86。"));
}

static FfPlot *
make_run_chart (gboolean chinese)
{
  const double values[] = { 20, 24, 17, 22, 26, 19, 21, 18, 23, 21, 25, 20, 22, 19, 28, 33, 31, 36, 38, 35, 41, 37, 39, 40, 38 };
  FfPlotRunPoint points[G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    points[i] = FF_PLOT_RUN_POINT (7.0 * i, values[i], NULL);
  return ff_plot_run_chart_new (
      &(FfPlotRunChart) { .points = points, .n_points = G_N_ELEMENTS (values), .centre = 21, .centre_label = SAY ("base +21", "基线 +21"), .target = 36,
                          .target_label = SAY ("target +36", "目标 +36"), .target_from = 80.5, .event = 80.5,
                          .before_label = SAY ("12 weeks before", "课前12周"), .after_label = SAY ("13 weeks after", "课后13周"), .shift_first = 14,
                          .shift_count = 11, .shift_label = SAY ("shift: 11 in a row", "偏移：连续11点"), .number = signed_whole, .level = 4 },
      SAY ("Weekly NPS", "每周NPS"), SAY ("Eleven weeks in a row above the old median: a real shift.", "连续11周高于原中位数：确有变化。"));
}

static FfPlot *
make_control_chart (gboolean chinese)
{
  const double values[] = { 5.1, 5.4, 4.8, 5.0, 9.2, 5.2, NAN, 4.9, 5.3, 5.0, 4.7, 4.4, 4.2, 4.3 };
  const double others[] = { 5.3, 5.2, 5.5, 5.1, 5.4, 5.2, 5.6, 5.3, 5.4, 5.2, 5.3, 5.1, 5.4, 5.2 };
  const char *const days[] = { "5 Jan", "12 Jan", "19 Jan", "26 Jan", "2 Feb", "9 Feb", "16 Feb", "23 Feb", "2 Mar", "9 Mar", "16 Mar", "23 Mar", "30 Mar", "6 Apr" };
  FfPlotRunPoint points[G_N_ELEMENTS (values)];
  FfPlotRunPoint comparison[G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      points[i] = FF_PLOT_RUN_POINT (7.0 * i, values[i], days[i]);
      points[i].lower = 3.1;
      points[i].upper = 7.2;
      points[i].unusual = values[i] > 7.2;
      points[i].note = points[i].unusual ? SAY ("power cut", "停电") : NULL;
      comparison[i] = FF_PLOT_RUN_POINT (7.0 * i, others[i], days[i]);
    }
  return ff_plot_run_chart_new (
      &(FfPlotRunChart) { .points = points, .n_points = G_N_ELEMENTS (values), .comparison = comparison, .n_comparison = G_N_ELEMENTS (others),
                          .comparison_label = SAY ("other desks", "其他服务台"), .centre = 5.05, .centre_label = SAY ("mean 5.05", "均值 5.05"),
                          .target = NAN, .target_from = NAN, .limits_label = SAY ("limits", "控制限"), .event = 52, .number = tenths, .level = 4 },
      SAY ("Minutes in the queue", "排队分钟数"), SAY ("One value lies outside the limits; its cause is noted.", "一个值超出控制限，原因已注明。"));
}

static FfPlot *
make_pareto (gboolean chinese)
{
  const FfPlotParetoItem items[] = {
    { SAY ("Reply > 2 h", "回复超过2小时"), 34, 36.96, TRUE },  { SAY ("Handover lost", "交接遗漏"), 22, 60.87, TRUE },
    { SAY ("Progress not said", "未告知进展"), 14, 76.09, TRUE }, { SAY ("Silent queue", "排队无提示"), 9, 85.87, FALSE },
    { SAY ("Voucher limit", "代金券限额"), 6, 92.39, FALSE },     { SAY ("Room noise", "环境噪声"), 4, 96.74, FALSE },
    { SAY ("Others", "其他"), 3, 100, FALSE },
  };

  return ff_plot_pareto_new (&(FfPlotPareto) { items, G_N_ELEMENTS (items), 80, SAY ("Others", "其他"), whole, percent }, SAY ("Weak items", "薄弱项"),
                             SAY ("Three of seven items make 76 % of the shortfall.", "七项中的三项占差距的76 %。"));
}

static FfPlot *
make_fishbone (gboolean chinese)
{
  const FfPlotCause people[] = { { SAY ("One shift lead", "只有一名领班"), FALSE }, { SAY ("New staff unsure", "新员工不熟悉"), FALSE } };
  const FfPlotCause equipment[] = { { SAY ("Headsets break", "耳机易坏"), FALSE }, { SAY ("Slow ticket list", "工单列表慢"), FALSE } };
  const FfPlotCause process[] = { { SAY ("No hand-over card", "没有交接卡"), TRUE }, { SAY ("Two queues", "两条队列"), FALSE } };
  const FfPlotCause material[] = { { SAY ("No reply scripts", "没有回复话术"), TRUE }, { SAY ("Old price list", "价目表过时"), FALSE } };
  const FfPlotCause environment[] = { { SAY ("Noise at desk 4", "4号台嘈杂"), FALSE } };
  const FfPlotCause measure[] = { { SAY ("Clock starts late", "计时开始得晚"), FALSE } };
  const FfPlotBranch branches[] = {
    { SAY ("People", "人"), people, 2 },     { SAY ("Equipment", "机"), equipment, 2 },     { SAY ("Process", "法"), process, 2 },
    { SAY ("Material", "料"), material, 2 }, { SAY ("Environment", "环"), environment, 1 }, { SAY ("Measure", "测"), measure, 1 },
  };

  return ff_plot_fishbone_new (&(FfPlotFishbone) { SAY ("First reply > 2 hours", "首次回复超过2小时"), SAY ("31 % of cases", "占案例的31 %"), branches,
                                                   G_N_ELEMENTS (branches) },
                               SAY ("Why: first reply later than 2 hours", "原因：首次回复超过2小时"),
                               SAY ("Marked red: root causes confirmed by counting 40 cases.", "红色为统计40个案例后确认的根本原因。"));
}

static FfPlot *
make_trend (gboolean chinese)
{
  const double values[4][8] = {
    { 67, 70, 71, 75, 83, 80, 88, 83 },
    { 60, 58, 67, 71, 70, 78, 80, 86 },
    { 42, 45, 50, 52, 58, 63, 71, 72 },
    { 50, 40, 44, 50, 45, 57, 60, 67 },
  };
  const FfPlotTrendSeries series[] = {
    { SAY ("1 Reaction", "1 反应"), values[0], 1 },
    { SAY ("2 Learning", "2 学习"), values[1], 2 },
    { SAY ("3 Behaviour", "3 行为"), values[2], 3 },
    { SAY ("4 Results", "4 结果"), values[3], 4 },
  };
  const char *const periods[] = { "2024 Q3", "Q4", "2025 Q1", "Q2", "Q3", "Q4", "2026 Q1", "Q2" };

  return ff_plot_trend_new (&(FfPlotTrend) { periods, G_N_ELEMENTS (periods), series, G_N_ELEMENTS (series), NAN, NAN, NAN, NULL, percent },
                            SAY ("Classes that met their target", "达标的班次"), SAY ("All four levels have risen.", "四个层级均有提高。"));
}

static FfPlot *
make_bar_cell (gboolean chinese)
{
  return ff_plot_bar_cell_new (&(FfPlotBarCell) { 1, 5, 4.42, 4.5, 1 }, SAY ("Reaction", "反应"), "4.42");
}

static FfPlot *
make_negative_cell (gboolean chinese)
{
  return ff_plot_bar_cell_new (&(FfPlotBarCell) { -10, 30, -6, 8, 4 }, SAY ("Results", "结果"), "−6");
}

static FfPlot *
make_dots (gboolean chinese)
{
  return ff_plot_dots_new (&(FfPlotDots) { 7, 9, 1 }, SAY ("Targets met", "达标"), SAY ("7 of 9", "9个中的7个"));
}

const ChartSample chart_samples[] = {
  { "radar", make_radar, 290, 240 },
  { "interval", make_interval, 176, 60 },
  { "slopes", make_slopes, 290, 216 },
  { "histogram", make_histogram, 290, 180 },
  { "funnel", make_funnel, 470, 216 },
  { "raters", make_raters, 380, 210 },
  { "servqual", make_servqual, 380, 250 },
  { "run chart", make_run_chart, 470, 220 },
  { "control chart", make_control_chart, 470, 220 },
  { "pareto", make_pareto, 430, 230 },
  { "fishbone", make_fishbone, 536, 236 },
  { "trend", make_trend, 660, 180 },
  { "bar cell", make_bar_cell, 66, 18 },
  { "negative cell", make_negative_cell, 66, 18 },
  { "dots", make_dots, 100, 10 },
  { NULL, NULL, 0, 0 },
};

/* Hard cases ------------------------------------------------------------------------------------------------------------- */

#define LONG_WORDS SAY ("Understanding of what the customer really wants to say", "对客户真正想要表达的内容的理解程度与回应方式")

static FfPlot *
make_many_axes (gboolean chinese)
{
  FfPlotRadarAxis axes[12];

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    axes[i] = (FfPlotRadarAxis) { i % 3 == 0 ? LONG_WORDS : SAY ("Trainer", "讲师水平"), 3.5 + 0.1 * i, i < 9 };
  return ff_plot_radar_new (&(FfPlotRadar) { axes, G_N_ELEMENTS (axes), 1, 5, 4.5, hundredths, 1 }, "r", "");
}

static FfPlot *
make_three_axes (gboolean chinese)
{
  const FfPlotRadarAxis axes[] = { { LONG_WORDS, 4.2, TRUE }, { LONG_WORDS, NAN, FALSE }, { LONG_WORDS, 5, FALSE } };

  return ff_plot_radar_new (&(FfPlotRadar) { axes, G_N_ELEMENTS (axes), 1, 5, 4.5, hundredths, 1 }, "r", "");
}

static FfPlot *
make_two_axes (gboolean chinese)
{
  const FfPlotRadarAxis axes[] = { { LONG_WORDS, 4.2, TRUE }, { SAY ("Venue", "场地"), NAN, FALSE } };

  return ff_plot_radar_new (&(FfPlotRadar) { axes, G_N_ELEMENTS (axes), 1, 5, 4.5, hundredths, 1 }, "r", "");
}

static FfPlot *
make_no_axes (gboolean chinese)
{
  return ff_plot_radar_new (&(FfPlotRadar) { NULL, 0, 1, 5, NAN, hundredths, 1 }, "r", "");
}

static FfPlot *
make_edge_interval (gboolean chinese)
{
  return ff_plot_interval_new (&(FfPlotInterval) { -100, 100, -96, -100, -60, 30, signed_whole, 4 }, "i", "");
}

static FfPlot *
make_no_interval (gboolean chinese)
{
  return ff_plot_interval_new (&(FfPlotInterval) { -100, 100, NAN, NAN, NAN, NAN, signed_whole, 4 }, "i", "");
}

static FfPlot *
make_no_slopes (gboolean chinese)
{
  return ff_plot_slopes_new (&(FfPlotSlopes) { NULL, 0, NAN, NAN, NULL, SAY ("before", "课前"), SAY ("after", "课后"), 0, 100, 60, LONG_WORDS, tenths, 2 },
                             "s", "");
}

static FfPlot *
make_one_slope (gboolean chinese)
{
  const FfPlotSlope slopes[] = { { NULL, 59, 60, FALSE } };

  return ff_plot_slopes_new (&(FfPlotSlopes) { slopes, 1, 59, 60, SAY ("Mean", "平均"), LONG_WORDS, LONG_WORDS, 0, 100, 60, SAY ("pass 60", "及格 60"), tenths, 2 },
                             "s", "");
}

static FfPlot *
make_many_bins (gboolean chinese)
{
  guint counts[100];

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    counts[i] = i * i % 131;
  return ff_plot_histogram_new (&(FfPlotHistogram) { 0, 1, counts, G_N_ELEMENTS (counts), 60, SAY ("pass 60", "及格 60"), whole, 2 }, "h", "");
}

static FfPlot *
make_one_bin (gboolean chinese)
{
  return ff_plot_histogram_new (&(FfPlotHistogram) { 0, 100, (const guint[]) { 1 }, 1, NAN, NULL, whole, 2 }, "h", "");
}

static FfPlot *
make_no_bins (gboolean chinese)
{
  return ff_plot_histogram_new (&(FfPlotHistogram) { 0, 10, NULL, 0, 60, SAY ("pass 60", "及格 60"), whole, 2 }, "h", "");
}

static FfPlot *
make_empty_funnel (gboolean chinese)
{
  const FfPlotFunnelStep steps[] = {
    { LONG_WORDS, 0, NAN, NULL, FALSE },
    { LONG_WORDS, NAN, 0, LONG_WORDS, TRUE },
  };

  return ff_plot_funnel_new (&(FfPlotFunnel) { steps, G_N_ELEMENTS (steps), 0, percent, 3 }, "f", "");
}

static FfPlot *
make_long_funnel (gboolean chinese)
{
  FfPlotFunnelStep steps[7];

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    steps[i] = (FfPlotFunnelStep) { LONG_WORDS, 12800 - 2000.0 * i, i < 3 ? 12000 : 900, SAY ("target 12,000", "目标 12,000"), i > 0 };
  return ff_plot_funnel_new (&(FfPlotFunnel) { steps, G_N_ELEMENTS (steps), 12800, percent, 3 }, "f", "");
}

static FfPlot *
make_signed_bars (gboolean chinese)
{
  const double values[] = { -1.25, 0, 1.75, -2 };
  const FfPlotBarsGroup groups[] = {
    { LONG_WORDS, &values[0], "−", TRUE },
    { SAY ("Nil", "零"), &values[1], NULL, FALSE },
    { LONG_WORDS, &values[2], "+", FALSE },
    { LONG_WORDS, &values[3], LONG_WORDS, FALSE },
  };

  return ff_plot_bars_new (&(FfPlotBars) { NULL, 1, groups, 3, -2, 2, 0.5, LONG_WORDS, hundredths, 2 }, "b", "");
}

static FfPlot *
make_no_bars (gboolean chinese)
{
  return ff_plot_bars_new (&(FfPlotBars) { NULL, 1, NULL, 0, 0, 5, 4, "4", hundredths, 2 }, "b", "");
}

static FfPlot *
make_long_run (gboolean chinese)
{
  FfPlotRunPoint points[400];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = FF_PLOT_RUN_POINT (i, (i * 7919 % 101) * -1000.0, SAY ("12 Mar", "3月12日"));
  return ff_plot_run_chart_new (&(FfPlotRunChart) { .points = points, .n_points = G_N_ELEMENTS (points), .centre = -50000, .centre_label = LONG_WORDS,
                                                    .target = -49000, .target_label = LONG_WORDS, .target_from = NAN, .event = 200,
                                                    .before_label = LONG_WORDS, .after_label = LONG_WORDS, .shift_first = 380, .shift_count = 20,
                                                    .shift_label = SAY ("shift: 20 in a row", "偏移：连续20点"), .number = whole, .level = 4 },
                                "l", "");
}

static FfPlot *
make_one_point (gboolean chinese)
{
  const FfPlotRunPoint points[] = { FF_PLOT_RUN_POINT (10, 3.5, SAY ("12 Mar", "3月12日")) };

  return ff_plot_run_chart_new (&(FfPlotRunChart) { .points = points, .n_points = 1, .centre = NAN, .target = NAN, .target_from = NAN, .event = NAN,
                                                    .number = tenths, .level = 4 },
                                "o", "");
}

static FfPlot *
make_no_points (gboolean chinese)
{
  return ff_plot_run_chart_new (&(FfPlotRunChart) { .centre = NAN, .target = NAN, .target_from = NAN, .event = NAN, .number = tenths, .level = 4 }, "n", "");
}

static FfPlot *
make_long_pareto (gboolean chinese)
{
  FfPlotParetoItem items[53];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (FfPlotParetoItem) { LONG_WORDS, 53.0 - i, 100.0 * (i + 1) / 53, i < 30 };
  return ff_plot_pareto_new (&(FfPlotPareto) { items, G_N_ELEMENTS (items), 80, SAY ("Others", "其他"), whole, percent }, "p", "");
}

static FfPlot *
make_no_pareto (gboolean chinese)
{
  return ff_plot_pareto_new (&(FfPlotPareto) { NULL, 0, 80, SAY ("Others", "其他"), whole, percent }, "p", "");
}

static FfPlot *
make_long_fishbone (gboolean chinese)
{
  FfPlotCause causes[14];
  FfPlotBranch branches[7];

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    causes[i] = (FfPlotCause) { i % 2 == 0 ? LONG_WORDS : SAY ("Old list", "旧清单"), i % 3 == 0 };
  for (guint i = 0; i < G_N_ELEMENTS (branches); i++)
    branches[i] = (FfPlotBranch) { i % 2 == 0 ? LONG_WORDS : SAY ("People", "人员"), causes, 2 * i };
  return ff_plot_fishbone_new (&(FfPlotFishbone) { LONG_WORDS, LONG_WORDS, branches, G_N_ELEMENTS (branches) }, "f", "");
}

static FfPlot *
make_bare_fishbone (gboolean chinese)
{
  return ff_plot_fishbone_new (&(FfPlotFishbone) { SAY ("Why?", "为什么？"), NULL, NULL, 0 }, "f", "");
}

static FfPlot *
make_close_trend (gboolean chinese)
{
  const double values[6][3] = { { 80, NAN, 81 }, { NAN, 80, 81 }, { 80, 81, NAN }, { NAN, NAN, NAN }, { -20, 81, 81 }, { 1, 2, 81 } };
  FfPlotTrendSeries series[6];
  const char *const periods[] = { LONG_WORDS, LONG_WORDS, LONG_WORDS };

  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    series[i] = (FfPlotTrendSeries) { LONG_WORDS, values[i], (int) i };
  return ff_plot_trend_new (&(FfPlotTrend) { periods, 3, series, G_N_ELEMENTS (series), NAN, NAN, 80, LONG_WORDS, percent }, "t", "");
}

static FfPlot *
make_no_trend (gboolean chinese)
{
  return ff_plot_trend_new (&(FfPlotTrend) { NULL, 0, NULL, 0, NAN, NAN, NAN, NULL, percent }, "t", "");
}

static FfPlot *
make_many_dots (gboolean chinese)
{
  return ff_plot_dots_new (&(FfPlotDots) { 40, 90, 3 }, "d", "");
}

static FfPlot *
make_unknown_cell (gboolean chinese)
{
  return ff_plot_bar_cell_new (&(FfPlotBarCell) { 0, 100, NAN, NAN, 2 }, "c", "");
}

const ChartSample chart_hard_samples[] = {
  { "radar of twelve", make_many_axes, 360, 300 },
  { "radar of three", make_three_axes, 290, 240 },
  { "radar of two", make_two_axes, 290, 100 },
  { "radar of none", make_no_axes, 290, 100 },
  { "interval at the edge", make_edge_interval, 176, 60 },
  { "no interval", make_no_interval, 176, 60 },
  { "no slopes", make_no_slopes, 290, 216 },
  { "one slope", make_one_slope, 290, 216 },
  { "a hundred bins", make_many_bins, 290, 180 },
  { "one bin", make_one_bin, 290, 180 },
  { "no bins", make_no_bins, 290, 180 },
  { "funnel of nobody", make_empty_funnel, 470, 216 },
  { "long funnel", make_long_funnel, 470, 360 },
  { "bars below zero", make_signed_bars, 380, 160 },
  { "no bars", make_no_bars, 380, 80 },
  { "400 points", make_long_run, 470, 220 },
  { "one point", make_one_point, 470, 220 },
  { "no points", make_no_points, 470, 220 },
  { "53 items", make_long_pareto, 430, 230 },
  { "no items", make_no_pareto, 430, 230 },
  { "full fishbone", make_long_fishbone, 640, 300 },
  { "bare fishbone", make_bare_fishbone, 536, 236 },
  { "close trend", make_close_trend, 660, 220 },
  { "no trend", make_no_trend, 660, 180 },
  { "many dots", make_many_dots, 100, 10 },
  { "unknown cell", make_unknown_cell, 66, 18 },
  { NULL, NULL, 0, 0 },
};
