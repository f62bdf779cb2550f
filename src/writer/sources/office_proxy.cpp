#include "writer/sources/office_proxy.h"

#include <algorithm>
#include <rtl/bootstrap.hxx>

#include "text/utf.h"
#include "writer/border/folders.h"
#include "writer/border/strings.h"

namespace soat::writer {

citation::Proxy office_proxy(const Context& context) {
  OUString program("$BRAND_BASE_DIR/program");
  rtl::Bootstrap::expandMacros(program);
  citation::look_for_curl_in(system_path(program).string());
  constexpr const char* node = "/org.openoffice.Inet/Settings";
  const auto utf8 = [](const OUString& text) { return text::to_utf8(to_view(text)); };
  const auto server = [&](const char* name, const char* port) {
    const std::string host = utf8(read_text(context, node, name));
    const int number = read_number(context, node, port, 0);
    return host.empty() || number <= 0 ? host : host + ":" + std::to_string(number);
  };
  citation::Proxy proxy;
  const int kind = read_number(context, node, "ooInetProxyType", 1);  // 0 none, 1 the system's, 2 by hand
  proxy.from_environment = kind == 1;
  if (kind == 2) {
    proxy.http = server("ooInetHTTPProxyName", "ooInetHTTPProxyPort");
    proxy.https = server("ooInetHTTPSProxyName", "ooInetHTTPSProxyPort");
    proxy.exceptions = utf8(read_text(context, node, "ooInetNoProxy"));
    std::replace(proxy.exceptions.begin(), proxy.exceptions.end(), ';', ',');
  }
  return proxy;
}

}  // namespace soat::writer
