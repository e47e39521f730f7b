/* The program with a window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_APPLICATION (ff_application_get_type ())
G_DECLARE_FINAL_TYPE (FfApplication, ff_application, FF, APPLICATION, AdwApplication)

FfApplication *ff_application_new (void);
/* Templates, style and icons; done by the application, and by tests that make widgets without one. */
void ff_application_register_resources (void);

G_END_DECLS
