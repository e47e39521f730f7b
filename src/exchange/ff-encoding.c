/* Encoding detection. GB18030 and Big5 accept most of each other's texts, so both are decoded and the result is weighed:
   bad bytes count most, then how usual the characters are. */
#include "config.h"

#include "ff-encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"
/* So much of a file is weighed; the whole of it is always checked for valid UTF-8. */
#define SAMPLE_BYTES (256 * 1024)

/* The characters of everyday lists in both scripts: frequent ones, surnames, given names, the words of headings. */
static const char usual_characters[] =
  "一丁万三上下不与专且世业丛东两严並个中丰丹为主丽么义之乌乐乔也书乾了争事二于云亓五井些亢"
  "交产京亮人什仇今从仓他付仝代以们仲件任份伊伍伏会伟传但位住体何佘余作佟你佳使來侯便俊俏保"
  "俞信修倉個們候倩倪假偉做健傑備储傳像儀儲儿元先光克兒党入內全兩公兰共关其冀内冉再军农冬冯"
  "决况冶冷冼准凌几凤凯凱出刁分切划刘则刚初別利别到制則前剛劃劉力办加务动助劳勇動務勞勤勾包"
  "化北匡区医區十华卓单南博卜卞卢卫印危即却卷卻卿厉原厲去县又及反发取受变叢口古只可台史叶号"
  "司各合吉同名后向吕听吳吴呂告员周呼命和品哈員唐售商問喬單喻嘉嚴四回因团国國團在地圳场均域"
  "培基堯報場塗声处备夏外多大天太头奉奕奚女她好如妤始姓姚姜姬娄娜娟婁婉婷嬌子孔孙孟季学孫學"
  "宁它宇安宋完宗官定实审客宣宥宫宮家容宾宿寇富實寧審对导封将將專尉對導小少尔尚尤尧就尹层居"
  "屈展屠層山岑岗岳峰崔崗嵇州工左巩巫己已巴市帅师帥带師席帶常干平年并幸幾广庄庆序应店庞度康"
  "廉廖廣建开式张張強强当形彥彭很後徐得從德心必志态思怡性总息情惠想意感態慕慧慶憶應戈戎成我"
  "或战戚戰戴戶户房所扈手才打技把报拉持指据採接提揭操據支放政敏敖教敬数數文斌斯新方於施无日"
  "早时明易昝春是昵晁時晉晋晏晓晨普景智暱曉曲更書曹曾最會月有服望期本术朱朴机权李杜束条来杨"
  "杭杰東松林果柏查柯柳柴标栋栗样格栾桂桐桑梁梅梓條棟植楊楚業楼榮樂樊樓標樣樸機檀權欒次欣欧"
  "歐正此武死段殷母比毕毛民气氣水求汉江池汤汪決沈沒沙没治況法波注泽洁洋津活流浦浩海涂涛涵淇"
  "淑深清温港游湊湛湯湾源準溫滕满滿漆漢潔潘澤濤灣点為烏無焦然熊燕營爭爾牛牟物特状狀狄玉王现"
  "玲珍班現理琪琳琴琼瑋瑤瑶瓊甄甘生產用田由申电界畢當發白百的皮监盖盘盛監盤盧目直相省看真眼"
  "着睿瞿知石研确確磊社祁祐祖祝神禹离秀秋种科秦称程種稱穆穎空窦竇立章童竹笔符第筆等答签简算"
  "管箱範簡簽米类粟系紀紅級索組結給統經線練縣總績繆红级纪线练组经结给统绩缪缺罗羅羊美義翁翟"
  "老考者而耿聂职聞聲聶職聽肖股胡胥能臧自至臺與舒色艳艷艾芦芬芮花芳苏苑苗苟若英范茅茹荆荊荣"
  "莉莊莫莲華萍营萬萱葉著葛董蒋蒙蒲蓉蓋蓝蓮蔡蔣蔺蕙薄薛藍藺蘆蘇蘭處虞號行術衛衡衣补表袁被裏"
  "裘補裡裴褚西要覃見規覺觀见观规觉解計訓記設許評試詩話該詳詹認說課談請論諶諾講謝證識譚變讓"
  "计认让训记讲许论设评识试诗话该详说请诺课谈谌谢谭谷豆豐象豪財費賀資賈賓質購财质购费贺贾资"
  "赫走赵起超趙路身車軍軒輝车轩辉辛辜辦辰農边达过运还这进远连迟退這通連逯進運過道達遠遲還邊"
  "邓邝邢那邬邮邰邱邵邸邹郁郎郑郜郝部郭郵都鄒鄔鄢鄧鄭鄺醫采里重量金釗釧鈞鈺銀銷錢鍵鐘鑫钟钱"
  "银销長长門閆閉開間閔闕關闞门闫闭问间闵闻阙阚队阮阳阴阿陆陈限院陰陳陶陸陽隆隊隋难雄雅集雍"
  "離難雨雪雯雲雷電霍霞青静靜非面靳鞏鞠韋韓韦韩項預領頤頭題顏類顧项顾预领颖题颜飛飞饒饶香馬"
  "馮駱驗马骆验體高魏魯鮑鮮鲁鲍鲜鳳鴻鵬鹏鹿麗麥麦麻麼黃黄黎點黨齊齐龍龐龔龙龚";

static const struct
{
  FfEncoding encoding;
  const char *name;
  const char *charset; /* as iconv knows it */
} encodings[] = {
  { FF_ENCODING_UTF_8, "UTF-8", "UTF-8" },          { FF_ENCODING_UTF_16LE, "UTF-16LE", "UTF-16LE" },
  { FF_ENCODING_UTF_16BE, "UTF-16BE", "UTF-16BE" }, { FF_ENCODING_GB18030, "GB18030", "GB18030" },
  { FF_ENCODING_BIG5, "Big5", "BIG5-HKSCS" },
};

static const struct
{
  const char *name;
  FfEncoding encoding;
} aliases[] = {
  { "utf8", FF_ENCODING_UTF_8 },      { "utf16", FF_ENCODING_UTF_16LE },   { "utf16le", FF_ENCODING_UTF_16LE },
  { "utf16be", FF_ENCODING_UTF_16BE }, { "gb18030", FF_ENCODING_GB18030 }, { "gbk", FF_ENCODING_GB18030 },
  { "gb2312", FF_ENCODING_GB18030 },   { "cp936", FF_ENCODING_GB18030 },   { "big5", FF_ENCODING_BIG5 },
  { "big5hkscs", FF_ENCODING_BIG5 },   { "cp950", FF_ENCODING_BIG5 },
};

const char *
ff_encoding_to_name (FfEncoding encoding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (encodings[i].encoding == encoding)
      return encodings[i].name;
  return NULL;
}

gboolean
ff_encoding_from_name (const char *name, FfEncoding *encoding)
{
  char folded[16];
  gsize n = 0;

  for (; *name != '\0' && n < sizeof folded - 1; name++)
    if (g_ascii_isalnum (*name))
      folded[n++] = g_ascii_tolower (*name);
  folded[n] = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (*name == '\0' && g_str_equal (aliases[i].name, folded))
      {
        *encoding = aliases[i].encoding;
        return TRUE;
      }
  return FALSE;
}

/* The bytes of a byte order mark, 0 if there is none. */
static gsize
skip_mark (FfEncoding encoding, const guint8 *data, gsize length)
{
  static const struct
  {
    FfEncoding encoding;
    const char *mark;
  } marks[] = {
    { FF_ENCODING_UTF_8, "\xEF\xBB\xBF" },
    { FF_ENCODING_UTF_16LE, "\xFF\xFE" },
    { FF_ENCODING_UTF_16BE, "\xFE\xFF" },
    { FF_ENCODING_GB18030, "\x84\x31\x95\x33" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i].mark);

      if (marks[i].encoding == encoding && length >= n && memcmp (data, marks[i].mark, n) == 0)
        return n;
    }
  return 0;
}

/* @bad counts the bytes that mean nothing. */
static GString *
convert (FfEncoding encoding, const guint8 *data, gsize length, guint *bad)
{
  const gsize unit = encoding == FF_ENCODING_UTF_16LE || encoding == FF_ENCODING_UTF_16BE ? 2 : 1;
  GString *out = g_string_sized_new (length + length / 2 + 64);
  char buffer[16 * 1024];
  char *from = (char *) data;
  gsize left = length;
  iconv_t converter = (iconv_t) -1;

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (encodings[i].encoding == encoding)
      converter = iconv_open ("UTF-8", encodings[i].charset);

  *bad = 0;
  if (converter == (iconv_t) -1)
    {
      *bad = G_MAXUINT;
      return out;
    }
  for (;;)
    {
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize result = iconv (converter, left > 0 ? &from : NULL, &left, &to, &room);
      int code = errno;

      g_string_append_len (out, buffer, to - buffer);
      if (result != (gsize) -1)
        {
          if (left == 0 && to == buffer)
            break;
        }
      else if (code != E2BIG)
        {
          gsize skipped = MIN (unit, left);

          (*bad)++;
          g_string_append (out, REPLACEMENT);
          from += skipped;
          left -= skipped;
          iconv (converter, NULL, NULL, NULL, NULL);
          if (left == 0)
            break;
        }
    }
  iconv_close (converter);
  return out;
}

static GHashTable *
get_usual_characters (void)
{
  static GHashTable *usual;

  if (g_once_init_enter (&usual))
    {
      GHashTable *table = g_hash_table_new (NULL, NULL);

      for (const char *p = usual_characters; *p != '\0'; p = g_utf8_next_char (p))
        g_hash_table_add (table, GUINT_TO_POINTER (g_utf8_get_char (p)));
      g_once_init_leave (&usual, table);
    }
  return usual;
}

/* How much of the text's bytes lie where the encoding keeps its common characters: level 1 of GB 2312, or of Big5. */
static double
weigh_bytes (FfEncoding encoding, const guint8 *data, gsize length)
{
  guint wide = 0, common = 0;

  for (gsize i = 0; i + 1 < length; i++)
    {
      guint8 lead = data[i], trail = data[i + 1];

      if (lead < 0x80)
        continue;
      wide++;
      if (encoding == FF_ENCODING_GB18030)
        {
          if (lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1)
            common++;
          if (g_ascii_isdigit (trail))
            i += 2;
        }
      else if (lead >= 0xA4 && lead <= 0xC6)
        common++;
      i++;
    }
  return wide > 0 ? (double) common / wide : 0;
}

/* The mean over the characters outside ASCII: 1 for a usual one, less than 0 for what no list contains. */
static double
weigh_characters (const char *text)
{
  GHashTable *usual = get_usual_characters ();
  double sum = 0;
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        continue;
      n++;
      if (g_hash_table_contains (usual, GUINT_TO_POINTER (c)))
        sum += 1;
      else if ((c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) || c == 0xB7)
        sum += 0.5;
      else if (!(c >= 0x4E00 && c <= 0x9FFF))
        sum -= g_unichar_type (c) == G_UNICODE_PRIVATE_USE || g_unichar_type (c) == G_UNICODE_UNASSIGNED ? 2 : 0.5;
    }
  return n > 0 ? sum / n : 0;
}

static double
weigh (FfEncoding encoding, const guint8 *data, gsize length, gboolean is_whole)
{
  guint bad;
  g_autoptr (GString) text = convert (encoding, data, length, &bad);
  double weight = weigh_characters (text->str) + weigh_bytes (encoding, data, length) / 2;

  /* A sample may end within a character, which is no fault of the encoding's. */
  if (bad > (is_whole ? 0 : 1))
    weight -= 4 + 100.0 * bad / length;
  return weight;
}

/* Whether this is UTF-8 in which a few bytes were damaged: the reader can name those cells. */
static gboolean
is_mostly_utf_8 (const guint8 *data, gsize length)
{
  const char *p = (const char *) data, *end = p + length;
  gsize good = 0, bad = 0;

  while (p < end)
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        bad++, p++;
      else
        good++, p = g_utf8_next_char (p);
    }
  return good >= 10 * bad;
}

static gboolean
detect_utf_16 (const guint8 *data, gsize length, FfEncoding *encoding)
{
  guint known[2] = { 0, 0 }, zeros[2] = { 0, 0 };

  if (length < 2 || length % 2 != 0)
    return FALSE;
  for (gsize i = 0; i + 1 < MIN (length, SAMPLE_BYTES); i += 2)
    {
      zeros[0] += data[i] == 0;
      zeros[1] += data[i + 1] == 0;
      /* Every table has line breaks, commas, tabs and digits: in UTF-16 their other byte is zero. */
      for (int order = 0; order < 2; order++)
        {
          guint8 low = data[i + order], high = data[i + 1 - order];

          if (high == 0 && (low == '\n' || low == '\r' || low == ',' || low == '\t' || low == ';' || g_ascii_isalnum (low)))
            known[order]++;
        }
    }
  if (zeros[0] + zeros[1] == 0 || known[0] == known[1])
    return FALSE;
  *encoding = known[0] > known[1] ? FF_ENCODING_UTF_16LE : FF_ENCODING_UTF_16BE;
  return TRUE;
}

FfEncoding
ff_encoding_detect (const guint8 *data, gsize length)
{
  FfEncoding encoding;
  gsize sample = MIN (length, SAMPLE_BYTES);

  for (guint i = FF_ENCODING_UTF_8; i < FF_N_ENCODINGS; i++)
    if (skip_mark (i, data, length) > 0)
      return i;
  if (length == 0 || g_utf8_validate_len ((const char *) data, length, NULL))
    return FF_ENCODING_UTF_8;
  if (memchr (data, 0, length) != NULL)
    return detect_utf_16 (data, length, &encoding) ? encoding : FF_ENCODING_UTF_8;

  if (is_mostly_utf_8 (data, length))
    return FF_ENCODING_UTF_8;
  return weigh (FF_ENCODING_GB18030, data, sample, sample == length) >= weigh (FF_ENCODING_BIG5, data, sample, sample == length)
             ? FF_ENCODING_GB18030
             : FF_ENCODING_BIG5;
}

char *
ff_encoding_decode (FfEncoding encoding, const guint8 *data, gsize length, gsize *decoded_length)
{
  g_return_val_if_fail (encoding > FF_ENCODING_AUTO && encoding < FF_N_ENCODINGS, NULL);

  gsize mark = skip_mark (encoding, data, length);
  guint bad;

  data += mark;
  length -= mark;
  if (encoding == FF_ENCODING_UTF_8)
    {
      char *text;

      if (g_utf8_validate_len ((const char *) data, length, NULL))
        {
          text = g_malloc (length + 1);
          memcpy (text, data, length);
          text[length] = '\0';
          *decoded_length = length;
          return text;
        }
      text = g_utf8_make_valid ((const char *) data, length);
      *decoded_length = strlen (text);
      return text;
    }

  GString *text = convert (encoding, data, length, &bad);

  *decoded_length = text->len;
  return g_string_free (text, FALSE);
}
