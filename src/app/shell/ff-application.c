#include "config.h"

#include "ff-application.h"

struct _FfApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (FfApplication, ff_application, ADW_TYPE_APPLICATION)

static void
ff_application_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
}

static void
ff_application_class_init (FfApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = ff_application_activate;
}

static void
ff_application_init (FfApplication *self)
{
}

FfApplication *
ff_application_new (void)
{
  return g_object_new (FF_TYPE_APPLICATION, "application-id", FF_APPLICATION_ID, NULL);
}
