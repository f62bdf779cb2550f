#pragma once

// Scripts compiled at build time (soat_bytecode in CMakeLists.txt).
extern "C" {
extern const unsigned char soat_bytecode_citeproc[];
extern const unsigned long soat_bytecode_citeproc_size;
extern const unsigned char soat_bytecode_vietnamese[];
extern const unsigned long soat_bytecode_vietnamese_size;
extern const unsigned char soat_bytecode_host[];
extern const unsigned long soat_bytecode_host_size;
}
