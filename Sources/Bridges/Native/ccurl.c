#include "ccurl.h"

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <dlfcn.h>

// Loaded on first use: with the libraries that it needs itself, libcurl would add half to the start
// of every command, and nearly all of them never download.
static struct {
  __typeof__(curl_global_init) *global_init;
  __typeof__(curl_easy_init) *easy_init;
  __typeof__(curl_easy_setopt) *easy_setopt;
  __typeof__(curl_easy_perform) *easy_perform;
  __typeof__(curl_easy_cleanup) *easy_cleanup;
  __typeof__(curl_slist_append) *slist_append;
  __typeof__(curl_slist_free_all) *slist_free_all;
} library;

bool ccurl_load(void) {
  const char *names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"};
  void *handle = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !handle; i++) {
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (!handle) return false;
  library.global_init = dlsym(handle, "curl_global_init");
  library.easy_init = dlsym(handle, "curl_easy_init");
  library.easy_setopt = dlsym(handle, "curl_easy_setopt");
  library.easy_perform = dlsym(handle, "curl_easy_perform");
  library.easy_cleanup = dlsym(handle, "curl_easy_cleanup");
  library.slist_append = dlsym(handle, "curl_slist_append");
  library.slist_free_all = dlsym(handle, "curl_slist_free_all");
  return library.global_init && library.easy_init && library.easy_setopt && library.easy_perform &&
         library.easy_cleanup && library.slist_append && library.slist_free_all &&
         library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static size_t take_head(char *line, size_t size, size_t count, void *context) {
  const ccurl_request *request = context;
  request->head(request->context, line, size * count);
  return size * count;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_request *request = context;
  return request->body(request->context, bytes, size * count) ? size * count : 0;
}

static int watch(void *context, curl_off_t total, curl_off_t now, curl_off_t up_total,
                 curl_off_t up_now) {
  const ccurl_request *request = context;
  return request->stops(request->context);
}

static void allow_web_only(CURL *curl) {
#if CURL_AT_LEAST_VERSION(7, 85, 0)
  library.easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  library.easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
#else
  library.easy_setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  library.easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

static ccurl_result result(CURLcode code) {
  switch (code) {
  case CURLE_OK:
    return ccurl_done;
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY:
    return ccurl_unknown_host;
  case CURLE_COULDNT_CONNECT:
    return ccurl_unreachable;
  case CURLE_OPERATION_TIMEDOUT:
    return ccurl_timed_out;
  case CURLE_TOO_MANY_REDIRECTS:
  case CURLE_UNSUPPORTED_PROTOCOL:
  case CURLE_URL_MALFORMAT:
    return ccurl_bad_redirection;
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_CIPHER:
  case CURLE_SSL_ISSUER_ERROR:
    return ccurl_insecure;
  default:
    return ccurl_broken_off;
  }
}

ccurl_result ccurl_get(const ccurl_request *request) {
  CURL *curl = library.easy_init();
  if (!curl) return ccurl_broken_off;
  // Ranges count the bytes of the file, not those of a file packed again on the way.
  struct curl_slist *fields = library.slist_append(NULL, "Accept-Encoding: identity");
  if (request->field) {
    struct curl_slist *longer = library.slist_append(fields, request->field);
    if (longer) fields = longer;
  }

  allow_web_only(curl);
  library.easy_setopt(curl, CURLOPT_URL, request->url);
  library.easy_setopt(curl, CURLOPT_RANGE, request->range);
  library.easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
  library.easy_setopt(curl, CURLOPT_USERAGENT, "workbook");
  library.easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  library.easy_setopt(curl, CURLOPT_MAXREDIRS, request->most_redirections);
  library.easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_head);
  library.easy_setopt(curl, CURLOPT_HEADERDATA, (void *)request);
  library.easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  library.easy_setopt(curl, CURLOPT_WRITEDATA, (void *)request);
  library.easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  library.easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watch);
  library.easy_setopt(curl, CURLOPT_XFERINFODATA, (void *)request);
  // Signals belong to the program, and threads do not share them well.
  library.easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  CURLcode code = library.easy_perform(curl);

  library.slist_free_all(fields);
  library.easy_cleanup(curl);
  return result(code);
}
