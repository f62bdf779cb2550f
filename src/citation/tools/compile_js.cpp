// Build tool: compile-js SCRIPT.js NAME OUT.c writes the script's QuickJS bytecode as a C array.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>

#include "quickjs.h"

namespace {

int compile(const std::string& script, const std::string& name, const std::string& out) {
  std::ifstream in(script, std::ios::binary);
  const std::string source{std::istreambuf_iterator<char>(in), {}};
  if (source.empty()) {
    std::fprintf(stderr, "compile-js: cannot read %s\n", script.c_str());
    return 2;
  }
  JSRuntime* runtime = JS_NewRuntime();
  JSContext* context = JS_NewContext(runtime);
  const JSValue code = JS_Eval(context, source.data(), source.size(), (name + ".js").c_str(),
                               JS_EVAL_TYPE_GLOBAL | JS_EVAL_FLAG_COMPILE_ONLY);
  if (JS_IsException(code)) {
    const JSValue error = JS_GetException(context);
    const char* text = JS_ToCString(context, error);
    std::fprintf(stderr, "compile-js: %s: %s\n", script.c_str(), text ? text : "syntax error");
    return 2;
  }
  std::size_t size = 0;
  const std::uint8_t* bytes = JS_WriteObject(context, &size, code, JS_WRITE_OBJ_BYTECODE);
  std::ofstream file(out, std::ios::binary);
  file << "const unsigned long soat_bytecode_" << name << "_size = " << size << ";\nconst unsigned char soat_bytecode_"
       << name << "[] = {";
  for (std::size_t i = 0; i < size; ++i) file << (i % 32 == 0 ? "\n" : "") << static_cast<unsigned>(bytes[i]) << ',';
  file << "\n};\n";
  file.close();
  js_free(context, const_cast<std::uint8_t*>(bytes));
  JS_FreeValue(context, code);
  JS_FreeContext(context);
  JS_FreeRuntime(runtime);
  return file ? 0 : 2;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::fputs("usage: compile-js SCRIPT.js NAME OUT.c\n", stderr);
    return 2;
  }
  try {
    return compile(arguments[1], arguments[2], arguments[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "compile-js: %s\n", error.what());
    return 2;
  }
}
