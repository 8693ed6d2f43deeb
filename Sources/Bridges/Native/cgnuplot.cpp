#include "cgnuplot.h"

#include <cerrno>
#include <cstdio>
#include <locale>
#include <memory>
#include <sstream>
#include <string>
#include <fcntl.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif
#include <utility>
#include <vector>

#include <gnuplot-iostream.h>

struct CGnuplotSession {
  Gnuplot gnuplot;
  // gnuplot-iostream ends each line with a flush: the lines wait here, and are written once.
  std::stringbuf lines;
  std::streambuf *const file;

  explicit CGnuplotSession(FILE *stream) : gnuplot(stream), file(output().rdbuf()) {
    output().rdbuf(&lines);
    // A global locale set elsewhere must not put commas in numbers.
    gnuplot.imbue(std::locale::classic());
    gnuplot << std::scientific << std::setprecision(16);
  }

  bool finish() {
    const std::string text = lines.str();
    output().rdbuf(file);
    return gnuplot.write(text.data(), static_cast<std::streamsize>(text.size())).flush().good();
  }

private:
  std::ostream &output() { return gnuplot; }
};

// No exception may reach Swift, which could not catch it.
template <typename Action> static int guarded(Action action) noexcept {
  errno = 0;
  try {
    if (action()) return 0;
  } catch (const std::bad_alloc &) {
    return ENOMEM;
  } catch (...) {
  }
  return errno ? errno : EIO;
}

int cgnuplot_anonymous_file(void) {
#ifdef __linux__
  return memfd_create("figure", MFD_CLOEXEC);
#else
  FILE *file = tmpfile();
  if (!file) return -1;
  int descriptor = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
  fclose(file);
  return descriptor;
#endif
}

int cgnuplot_open(int descriptor, CGnuplotSession **session) {
  FILE *file = fdopen(descriptor, "w");
  if (!file) {
    int code = errno;
    close(descriptor);
    return code;
  }
  // The session owns the file as soon as it exists; before that, a failure closes it here.
  int code = guarded([&] {
    *session = new CGnuplotSession(file);
    return true;
  });
  if (code) fclose(file);
  return code;
}

int cgnuplot_send_commands(CGnuplotSession *session, const char *bytes, size_t count) {
  return guarded([&] {
    return session->gnuplot.write(bytes, static_cast<std::streamsize>(count)).good();
  });
}

int cgnuplot_send_points(CGnuplotSession *session, const double *x, const double *y, size_t count) {
  return guarded([&] {
    std::vector<std::pair<double, double>> points;
    points.reserve(count);
    for (size_t i = 0; i < count; i++) points.emplace_back(x[i], y[i]);
    return session->gnuplot.send1d(points).good();
  });
}

int cgnuplot_close(CGnuplotSession *session) {
  std::unique_ptr<CGnuplotSession> owner(session);
  return guarded([&] { return owner->finish(); });
}
