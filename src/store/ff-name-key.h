/* The keys by which names are found and sorted: pinyin in full, initials, and the characters themselves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 张三 → "张三\x1fzhangsan\x1fzs": NFKC, lower case, traditional characters as simplified, without spaces, dots and invisible
   characters. A first character that sounds otherwise as a surname is there with both readings, ü as u and as v. @extra (an employee
   number, a Latin name; may be NULL) is added the same way. Safe from any thread. */
char *ff_name_search_key (const char *name, const char *extra) G_GNUC_WARN_UNUSED_RESULT;
/* Pinyin with the surname's reading, then the characters: names sort as in a Chinese phone list, Latin ones among them. */
char *ff_name_sort_key (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The same for the titles of courses and venues, which do not begin with a surname. */
char *ff_title_sort_key (const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* The search key and the sort key of one name, for the work of little more than one of them. */
void ff_name_keys (const char *name, const char *extra, char **search_key, char **sort_key);
/* What a person types as a part of some search key: strstr () finds it there. NULL when nothing is left. */
char *ff_name_fold (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
/* What a person types, folded the same way, with %, _ and \ escaped for LIKE … ESCAPE '\'; NULL when nothing is left. */
char *ff_name_query (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
/* NFKC and trimmed, as employee numbers and other identifiers are kept. */
char *ff_identifier_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
