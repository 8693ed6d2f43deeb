#include "ccurl.h"

#include <curl/curl.h>

void ccurl_initialize(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

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
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
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
  CURL *curl = curl_easy_init();
  if (!curl) return ccurl_broken_off;
  // Ranges count the bytes of the file, not those of a file packed again on the way.
  struct curl_slist *fields = curl_slist_append(NULL, "Accept-Encoding: identity");
  if (request->field) {
    struct curl_slist *longer = curl_slist_append(fields, request->field);
    if (longer) fields = longer;
  }

  allow_web_only(curl);
  curl_easy_setopt(curl, CURLOPT_URL, request->url);
  curl_easy_setopt(curl, CURLOPT_RANGE, request->range);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "workbook");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, request->most_redirections);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_head);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watch);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, (void *)request);
  // Signals belong to the program, and threads do not share them well.
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  CURLcode code = curl_easy_perform(curl);

  curl_slist_free_all(fields);
  curl_easy_cleanup(curl);
  return result(code);
}
