// How a loop is compiled for several processors, and how it goes through rows in lanes.

#ifndef EACHPROCESSOR_H
#define EACHPROCESSOR_H

// The thread sanitizer cannot watch what chooses the code before the program starts.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define FOR_EACH_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

// Runs `body` for lanes of 16 rows as long as there are as many, then for fewer and fewer.
#define FOR_LANES(body, scalar)                                                                 \
  size_t row = 0;                                                                               \
  body(scalar, 16) body(scalar, 8) body(scalar, 4) body(scalar, 2) body(scalar, 1)

#define VECTOR(scalar, lanes) scalar __attribute__((vector_size(lanes * sizeof(scalar))))

#endif
