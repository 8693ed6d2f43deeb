#include "vectorloops.h"

#include <stdbool.h>
#include <string.h>

// A product and a sum are two roundings, as in NumPy.
#pragma STDC FP_CONTRACT OFF

// The thread sanitizer cannot watch what chooses the code before the program starts.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define FOR_EACH_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

FOR_EACH_PROCESSOR
void vectorloops_descend_f64(double *x, const double *slopes, double rate, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] -= rate * slopes[i];
}

FOR_EACH_PROCESSOR
void vectorloops_descend_f32(float *x, const float *slopes, float rate, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] -= rate * slopes[i];
}

// How many rows ahead the bytes are fetched: far enough for memory, near enough for the cache.
enum { ROWS_AHEAD = 128 };

// Most pixels of images are background, and a division takes longer than to find that out.
static inline bool is_blank(const uint8_t *bytes, size_t count) {
  uint64_t any = 0, next;
  size_t i = 0;
  for (; i + sizeof next <= count; i += sizeof next) {
    memcpy(&next, bytes + i, sizeof next);
    any |= next;
  }
  for (; i < count; i++) any |= bytes[i];
  return any == 0;
}

FOR_EACH_PROCESSOR
void vectorloops_standardize_f64(
    const uint8_t *bytes, const double *means, const double *divisors,
    size_t rows, size_t columns, size_t stride, double *restrict standardized) {
  for (size_t row = 0; row < rows; row++, bytes += stride, standardized += stride) {
    const double mean = means[row], divisor = divisors[row];
    __builtin_prefetch(bytes + ROWS_AHEAD * stride);
    if (is_blank(bytes, columns)) {
      const double background = (0 - mean) / divisor;
      for (size_t i = 0; i < columns; i++) standardized[i] = background;
    } else {
      for (size_t i = 0; i < columns; i++) standardized[i] = ((double)bytes[i] - mean) / divisor;
    }
  }
}

FOR_EACH_PROCESSOR
void vectorloops_standardize_f32(
    const uint8_t *bytes, const double *means, const double *divisors,
    size_t rows, size_t columns, size_t stride, float *restrict standardized) {
  for (size_t row = 0; row < rows; row++, bytes += stride, standardized += stride) {
    const double mean = means[row], divisor = divisors[row];
    __builtin_prefetch(bytes + ROWS_AHEAD * stride);
    if (is_blank(bytes, columns)) {
      const float background = (float)((0 - mean) / divisor);
      for (size_t i = 0; i < columns; i++) standardized[i] = background;
    } else {
      for (size_t i = 0; i < columns; i++) standardized[i] = (float)(((double)bytes[i] - mean) / divisor);
    }
  }
}
