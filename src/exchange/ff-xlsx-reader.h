/* Workbooks in the form of ISO/IEC 29500 (.xlsx), whoever wrote them. */
#pragma once

#include "ff-sheet.h"

G_BEGIN_DECLS

/* Values as the spreadsheet shows them where that matters: dates, percentages, numbers padded by zeros. Merged cells repeat their
   value. Opens the parts that the workbook's relations name, nothing else; refuses document types and what inflates beyond the limits. */
FfSheet *ff_xlsx_read (const char *path, const FfSheetOptions *options, GCancellable *cancellable,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
