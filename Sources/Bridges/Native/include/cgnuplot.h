#ifndef CGNUPLOT_H
#define CGNUPLOT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// gnuplot-iostream behind a C face. Every function that can fail returns 0 or an errno value.
typedef struct CGnuplotSession CGnuplotSession;

/// Opens a file without a name, which programs that this one starts do not inherit; returns -1 and
/// sets errno if it cannot.
int cgnuplot_anonymous_file(void);

/// Opens a session that writes to `descriptor`, which it takes over and closes even on failure.
int cgnuplot_open(int descriptor, CGnuplotSession **session);

/// Sends `count` bytes of commands as they are.
int cgnuplot_send_commands(CGnuplotSession *session, const char *bytes, size_t count);

/// Sends one inline data set of `count` points (x, y) with 17 significant digits, and its end mark.
int cgnuplot_send_points(CGnuplotSession *session, const double *x, const double *y, size_t count);

/// Flushes and ends the session, even on failure.
int cgnuplot_close(CGnuplotSession *session);

#ifdef __cplusplus
}
#endif

#endif
