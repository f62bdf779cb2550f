#pragma once

namespace soat::platform {

// Set in the environment of a process that this program has started as its worker, to what its standard output would
// have been: "terminal" or "file".
constexpr const char* worker_variable = "SOAT_WORKER";

}  // namespace soat::platform
