#include "ff-error.h"

G_DEFINE_QUARK (ff-error-quark, ff_error)
