#include "config.h"

#include "ff-clashes-json.h"

#include "ff-json-writer.h"

static void
write_side (FfJsonWriter *writer, const char *key, const FfClashSide *side)
{
  if (side->run_code == NULL)
    {
      ff_json_null (writer, key);
      return;
    }
  ff_json_begin_object (writer, key);
  ff_json_text (writer, "class", side->run_code);
  ff_json_text (writer, "session", side->key);
  ff_json_end (writer);
}

static void
write_time (FfJsonWriter *writer, const char *key, FfMinute time)
{
  g_autofree char *text = ff_time_format (time);

  ff_json_text (writer, key, text);
}

char *
ff_clashes_json_format (const GPtrArray *clashes)
{
  FfJsonWriter *writer = ff_json_writer_new ();

  ff_json_begin_object (writer, NULL);
  ff_json_begin_array (writer, "clashes");
  for (guint i = 0; i < clashes->len; i++)
    {
      const FfClash *clash = g_ptr_array_index (clashes, i);

      ff_json_begin_object (writer, NULL);
      ff_json_text (writer, "kind", ff_clash_kind_key (clash->kind));
      ff_json_text (writer, "name", clash->name);
      write_side (writer, "a", &clash->a);
      write_side (writer, "b", &clash->b);
      write_time (writer, "from", clash->from);
      write_time (writer, "to", clash->to);
      ff_json_int (writer, "minutes", clash->to - clash->from);
      ff_json_text (writer, "accepted", clash->accepted);
      ff_json_end (writer);
    }
  ff_json_end (writer);
  ff_json_end (writer);
  return ff_json_writer_finish (writer);
}
