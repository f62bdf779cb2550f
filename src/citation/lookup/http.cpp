#include "citation/lookup/http.h"

// The older, numeric form of some options is asked for where libcurl is too old for the newer one.
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <mutex>
#include <new>

#include "platform/library.h"

namespace soat::citation {

namespace {

struct Folder {
  std::mutex mutex;
  std::string name;
};

Folder& curl_folder() {
  static Folder folder;
  return folder;
}

// The few functions of libcurl that are needed, from whichever copy of it there is.
class Curl {
 public:
  static const Curl* instance() {
    static const Curl curl;
    return curl.loaded_ ? &curl : nullptr;
  }

  decltype(&curl_easy_init) init = nullptr;
  decltype(&curl_easy_cleanup) cleanup = nullptr;
  decltype(&curl_easy_setopt) setopt = nullptr;
  decltype(&curl_easy_perform) perform = nullptr;
  decltype(&curl_easy_getinfo) getinfo = nullptr;
  decltype(&curl_slist_append) append = nullptr;
  decltype(&curl_slist_free_all) free_all = nullptr;
  decltype(&curl_version_info) version_info = nullptr;

 private:
  Curl() {
    std::string folder;
    {
      const std::lock_guard lock(curl_folder().mutex);
      folder = curl_folder().name;
    }
    for (const char* name : platform::curl_names()) {
      loaded_ = try_library(name) || (!folder.empty() && try_library((std::filesystem::path(folder) / name).string()));
      if (loaded_) return;
    }
  }

  bool try_library(const std::string& name) {
    library_ = platform::load_library(name);
    if (!library_) return false;
    decltype(&curl_global_init) global_init = nullptr;
    return find(global_init, "curl_global_init") && find(init, "curl_easy_init") &&
           find(cleanup, "curl_easy_cleanup") && find(setopt, "curl_easy_setopt") &&
           find(perform, "curl_easy_perform") && find(getinfo, "curl_easy_getinfo") &&
           find(append, "curl_slist_append") && find(free_all, "curl_slist_free_all") &&
           find(version_info, "curl_version_info") && global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  }

  template <class Function>
  bool find(Function& function, const char* name) {
    function = reinterpret_cast<Function>(platform::find_function(library_, name));
    return function != nullptr;
  }

  void* library_ = nullptr;
  bool loaded_ = false;
};

// What libcurl's calls back need.
struct Transfer {
  const Curl* curl = nullptr;
  CURL* handle = nullptr;
  const HttpRequest* request = nullptr;
  std::string bytes;
  bool too_large = false;
  bool wrong_type = false;
};

std::string content_type(const Curl& curl, CURL* handle) {
  const char* type = nullptr;
  return curl.getinfo(handle, CURLINFO_CONTENT_TYPE, &type) == CURLE_OK && type ? std::string(type) : std::string();
}

// libcurl is C: nothing may be thrown through it.
std::size_t take(const char* data, std::size_t size, std::size_t count, void* user) noexcept {
  Transfer& transfer = *static_cast<Transfer*>(user);
  const std::size_t length = size * count;
  try {
    if (transfer.request->web_page && transfer.bytes.empty() &&
        !can_be_web_page(content_type(*transfer.curl, transfer.handle))) {
      long status = 0;
      transfer.curl->getinfo(transfer.handle, CURLINFO_RESPONSE_CODE, &status);
      // The status tells more than the type of an answer that says "no".
      transfer.wrong_type = status < 400;
      return 0;
    }
    if (length > transfer.request->bytes - std::min(transfer.request->bytes, transfer.bytes.size())) {
      transfer.too_large = true;
      return 0;
    }
    transfer.bytes.append(data, length);
    return length;
  } catch (const std::bad_alloc&) {
    transfer.too_large = true;
    return 0;
  }
}

int watch(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept {
  const std::atomic<bool>* cancel = static_cast<Transfer*>(user)->request->cancel;
  return cancel && cancel->load() ? 1 : 0;
}

HttpFault fault_of(CURLcode code, long status, const Transfer& transfer) {
  if (transfer.too_large) return HttpFault::too_large;
  if (transfer.wrong_type) return HttpFault::wrong_type;
  switch (code) {
    case CURLE_OK:
      return HttpFault::none;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return HttpFault::unknown_host;
    case CURLE_OPERATION_TIMEDOUT:
      return HttpFault::too_slow;
    case CURLE_FILESIZE_EXCEEDED:
      return HttpFault::too_large;
    case CURLE_TOO_MANY_REDIRECTS:
      return HttpFault::redirects;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
      // Of a redirect: the first address was looked at before. Otherwise an answer that is not HTTP.
      return status >= 300 && status < 400 ? HttpFault::redirects : HttpFault::no_connection;
    case CURLE_ABORTED_BY_CALLBACK:
      return HttpFault::cancelled;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      return HttpFault::insecure;
    default:
      return HttpFault::no_connection;
  }
}

// A libcurl that an office brought along does not know where this system keeps its certificates.
std::string certificates(const Curl& curl) {
  const curl_version_info_data* info = curl.version_info(CURLVERSION_NOW);
  if (info->age >= CURLVERSION_SEVENTH && (info->cainfo || info->capath)) return {};
  for (const char* file : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                           "/var/lib/ca-certificates/ca-bundle.pem", "/etc/ssl/cert.pem"}) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return file;
  }
  return {};
}

void set_protocols(const Curl& curl, CURL* handle) {
  if (curl.setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
      curl.setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https") == CURLE_OK)
    return;
  curl.setopt(handle, CURLOPT_PROTOCOLS, static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  curl.setopt(handle, CURLOPT_REDIR_PROTOCOLS, static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
}

void set_proxy(const Curl& curl, CURL* handle, const HttpRequest& request) {
  if (request.proxy.from_environment) return;
  // An empty name: none, whatever the environment says.
  const std::string& proxy = request.url.starts_with("https:") ? request.proxy.https : request.proxy.http;
  curl.setopt(handle, CURLOPT_PROXY, proxy.c_str());
  if (!request.proxy.exceptions.empty()) curl.setopt(handle, CURLOPT_NOPROXY, request.proxy.exceptions.c_str());
}

}  // namespace

void look_for_curl_in(const std::string& folder) {
  const std::lock_guard lock(curl_folder().mutex);
  curl_folder().name = folder;
}

HttpAnswer http_get(const HttpRequest& request) {
  HttpAnswer answer;
  const Curl* curl = Curl::instance();
  const std::unique_ptr<CURL, void (*)(CURL*)> handle(curl ? curl->init() : nullptr, [](CURL* one) {
    if (one) Curl::instance()->cleanup(one);
  });
  if (!handle) {
    answer.fault = HttpFault::no_library;
    return answer;
  }
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(
      curl->append(nullptr, ("Accept: " + (request.accept.empty() ? "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"
                                                                  : request.accept))
                                .c_str()),
      [](curl_slist* list) { Curl::instance()->free_all(list); });
  Transfer transfer{curl, handle.get(), &request, {}};
  const auto set = [&](CURLoption option, auto value) { curl->setopt(handle.get(), option, value); };
  set(CURLOPT_URL, request.url.c_str());
  set_protocols(*curl, handle.get());
  set_proxy(*curl, handle.get(), request);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_FOLLOWLOCATION, 1L);
  set(CURLOPT_MAXREDIRS, static_cast<long>(request.redirects));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.time.count()));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.time.count()));
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.bytes));
  set(CURLOPT_ACCEPT_ENCODING, "");  // all that this libcurl can unpack; the limit holds for what comes out
  // Some sites send who comes without cookies to themselves for ever. They live as long as the request.
  set(CURLOPT_COOKIEFILE, "");
  set(CURLOPT_HTTPHEADER, headers.get());
  set(CURLOPT_USERAGENT, "Mozilla/5.0 (compatible; Soat/" SOAT_VERSION ")");
  set(CURLOPT_WRITEFUNCTION, &take);
  set(CURLOPT_WRITEDATA, &transfer);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &watch);
  set(CURLOPT_XFERINFODATA, &transfer);
  const std::string authorities = certificates(*curl);
  if (!authorities.empty()) set(CURLOPT_CAINFO, authorities.c_str());

  const CURLcode code = curl->perform(handle.get());
  curl->getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  answer.fault = fault_of(code, answer.status, transfer);
  if (answer.status >= 400 && code == CURLE_WRITE_ERROR && !transfer.too_large) answer.fault = HttpFault::none;
  const char* url = nullptr;
  curl->getinfo(handle.get(), CURLINFO_EFFECTIVE_URL, &url);
  answer.page = {url ? url : request.url, content_type(*curl, handle.get()), std::move(transfer.bytes)};
  return answer;
}

}  // namespace soat::citation
