#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>

/// One GET by HTTP or HTTPS; Swift cannot call libcurl's own functions of any number of arguments.
typedef struct {
  const char *url;
  /// The bytes asked for, `100-`, or NULL for the whole file.
  const char *range;
  /// One more field of the header, `If-Range: "tag"`, or NULL.
  const char *field;
  long most_redirections;
  void *context;
  /// Takes a line of an answer's header, of every answer where redirections are followed.
  void (*head)(void *context, const char *line, size_t count);
  /// Takes the next bytes of the last answer's body; `false` ends the transfer.
  bool (*body)(void *context, const void *bytes, size_t count);
  /// Whether the transfer is to end; asked several times a second.
  bool (*stops)(void *context);
} ccurl_request;

/// What a transfer ended with, in few words.
typedef enum {
  ccurl_done,
  ccurl_unknown_host,
  ccurl_unreachable,
  ccurl_insecure,
  ccurl_timed_out,
  ccurl_bad_redirection,
  ccurl_broken_off,
} ccurl_result;

/// Loads libcurl; to be called once, before any transfer. `false` where the system has none.
bool ccurl_load(void);

/// Waits for the whole answer.
ccurl_result ccurl_get(const ccurl_request *request);

#endif
