/* Balanced teams are an edge colouring: layers and departments are the two sides of a graph, each person an edge between them, each
   team a colour. A node of more than n_teams edges is split into nodes of n_teams edges each and one with the rest; in a colouring
   where no two edges of a node have one colour, every node that is full has each colour once, so that no layer and no department is
   over in one team and short in another. Such a colouring is found by swapping two colours along a path (König). */
#include "config.h"

#include "ff-team-draw.h"

#define NOBODY G_MAXUINT

guint
ff_team_count (guint people, guint size)
{
  g_return_val_if_fail (size > 0, 1);

  return CLAMP (people / size + (people % size > 0 ? 1 : 0), 1, FF_TEAMS_MAX);
}

static void
shuffle (GRand *lot, guint *order, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (lot, 0, (gint32) i);
      guint kept = order[i - 1];

      order[i - 1] = order[j];
      order[j] = kept;
    }
}

static guint *
draw_order (GRand *lot, guint n)
{
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  shuffle (lot, order, n);
  return order;
}

void
ff_draw_order (guint n, guint32 seed, guint *order)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (seed);

  g_return_if_fail (order != NULL || n == 0);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  shuffle (lot, order, n);
}

/* The graph ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint ends[2]; /* its node among the layers', its node among the departments' */
} Edge;

typedef struct
{
  guint n_colours;
  guint n_nodes;
  Edge *edges;
  guint *colours;   /* of each edge */
  GArray *at;       /* guint, n_colours for each node: the edge that has the colour there, or NOBODY */
  GArray *path;     /* guint; room for one path */
} Graph;

static void
graph_clear (Graph *graph)
{
  g_clear_pointer (&graph->edges, g_free);
  g_clear_pointer (&graph->at, g_array_unref);
  g_clear_pointer (&graph->path, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

static guint *
edge_at (const Graph *graph, guint node, guint colour)
{
  return &g_array_index (graph->at, guint, (gsize) node * graph->n_colours + colour);
}

static guint
add_node (Graph *graph)
{
  guint first = graph->at->len;

  g_array_set_size (graph->at, first + graph->n_colours);
  for (guint i = 0; i < graph->n_colours; i++)
    g_array_index (graph->at, guint, first + i) = NOBODY;
  return graph->n_nodes++;
}

/* The node of a group that has room for one more edge. */
typedef struct
{
  guint node;
  guint edges;
} Room;

static guint
node_with_room (Graph *graph, GHashTable *rooms, const gint64 *group)
{
  Room *room = g_hash_table_lookup (rooms, group);

  if (room == NULL)
    {
      room = g_new0 (Room, 1);
      room->edges = graph->n_colours;
      g_hash_table_insert (rooms, (gpointer) group, room);
    }
  if (room->edges == graph->n_colours)
    {
      room->node = add_node (graph);
      room->edges = 0;
    }
  room->edges++;
  return room->node;
}

static void
build (Graph *graph, const FfTeamMember *people, const guint *order, guint n)
{
  g_autoptr (GHashTable) layers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GHashTable) departments = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  graph->edges = g_new0 (Edge, MAX (n, 1));
  graph->at = g_array_new (FALSE, FALSE, sizeof (guint));
  graph->path = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      guint edge = order[i];

      graph->edges[edge].ends[0] = node_with_room (graph, layers, &people[edge].layer);
      graph->edges[edge].ends[1] = node_with_room (graph, departments, &people[edge].department);
    }
}

static void
set_colour (Graph *graph, guint edge, guint colour)
{
  graph->colours[edge] = colour;
  *edge_at (graph, graph->edges[edge].ends[0], colour) = edge;
  *edge_at (graph, graph->edges[edge].ends[1], colour) = edge;
}

/* Follows the edges of colour @first and @second in turn, from @node on. */
static void
follow (Graph *graph, guint node, guint first, guint second)
{
  guint edge;

  g_array_set_size (graph->path, 0);
  while ((edge = *edge_at (graph, node, first)) != NOBODY)
    {
      guint kept = first;

      g_array_append_val (graph->path, edge);
      node = graph->edges[edge].ends[0] == node ? graph->edges[edge].ends[1] : graph->edges[edge].ends[0];
      first = second;
      second = kept;
    }
}

/* The other way round along the path just followed: all are taken off before any is put down, since neighbours share a node. */
static void
swap_path (Graph *graph, guint first, guint second)
{
  for (guint i = 0; i < graph->path->len; i++)
    {
      guint edge = g_array_index (graph->path, guint, i);

      *edge_at (graph, graph->edges[edge].ends[0], graph->colours[edge]) = NOBODY;
      *edge_at (graph, graph->edges[edge].ends[1], graph->colours[edge]) = NOBODY;
    }
  for (guint i = 0; i < graph->path->len; i++)
    {
      guint edge = g_array_index (graph->path, guint, i);

      set_colour (graph, edge, graph->colours[edge] == first ? second : first);
    }
}

/* The first colour from @from on that is free at @node, and at @other too unless that is NOBODY. There is one at each node alone. */
static guint
find_free (const Graph *graph, guint node, guint other, guint from)
{
  for (guint i = 0; i < graph->n_colours; i++)
    {
      guint colour = (from + i) % graph->n_colours;

      if (*edge_at (graph, node, colour) == NOBODY && (other == NOBODY || *edge_at (graph, other, colour) == NOBODY))
        return colour;
    }
  return NOBODY;
}

static void
colour_edge (Graph *graph, guint edge, guint from)
{
  guint layer = graph->edges[edge].ends[0], department = graph->edges[edge].ends[1];
  guint colour = find_free (graph, layer, department, from);

  if (colour == NOBODY)
    {
      guint other = find_free (graph, department, NOBODY, from);

      /* In a graph of two sides this path cannot end at the layer: it would come there by an edge of the colour that is free. */
      colour = find_free (graph, layer, NOBODY, from);
      follow (graph, department, colour, other);
      swap_path (graph, colour, other);
    }
  set_colour (graph, edge, colour);
}

/* Sizes ---------------------------------------------------------------------------------------------------------------- */

static void
find_extremes (const guint *sizes, guint n, guint *largest, guint *smallest)
{
  *largest = *smallest = 0;
  for (guint i = 1; i < n; i++)
    {
      if (sizes[i] > sizes[*largest])
        *largest = i;
      if (sizes[i] < sizes[*smallest])
        *smallest = i;
    }
}

/* Where one colour has more edges than the other, a path begins and ends with it; swapped, it gives one over. */
static void
give_one (Graph *graph, guint from, guint to)
{
  for (guint node = 0; node < graph->n_nodes; node++)
    {
      if (*edge_at (graph, node, from) == NOBODY || *edge_at (graph, node, to) != NOBODY)
        continue;
      follow (graph, node, from, to);
      if (graph->path->len % 2 == 0)
        continue;
      swap_path (graph, from, to);
      return;
    }
  g_assert_not_reached ();
}

static void
level_sizes (Graph *graph, guint n)
{
  g_autofree guint *sizes = g_new0 (guint, graph->n_colours);
  guint largest, smallest;

  for (guint i = 0; i < n; i++)
    sizes[graph->colours[i]]++;
  for (;;)
    {
      find_extremes (sizes, graph->n_colours, &largest, &smallest);
      if (sizes[largest] - sizes[smallest] <= 1)
        return;
      give_one (graph, largest, smallest);
      sizes[largest]--;
      sizes[smallest]++;
    }
}

void
ff_team_draw (const FfTeamMember *people, guint n, guint n_teams, gboolean balanced, guint32 seed, guint *teams)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (seed);
  g_autofree guint *order = NULL;
  g_autofree guint *names = NULL;

  g_return_if_fail (n_teams >= 1 && n_teams <= FF_TEAMS_MAX);
  g_return_if_fail (n == 0 || (people != NULL && teams != NULL));

  order = draw_order (lot, n);
  names = draw_order (lot, n_teams);
  if (balanced)
    {
      g_auto (Graph) graph = { .n_colours = n_teams, .colours = teams };

      build (&graph, people, order, n);
      for (guint i = 0; i < n; i++)
        colour_edge (&graph, order[i], i % n_teams);
      level_sizes (&graph, n);
    }
  else
    for (guint i = 0; i < n; i++)
      teams[order[i]] = i % n_teams;

  /* Which team is the larger one is left to the lot as well. */
  for (guint i = 0; i < n; i++)
    teams[i] = names[teams[i]];
}
